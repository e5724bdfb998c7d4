"""The parts of a story. Each lays itself out as pieces, and a piece is never cut by the end of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Protocol

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from pa_manager.paper.drawings import Drawing
from pa_manager.paper.fonts import cleaned
from pa_manager.paper.letters import ACCENT, SOFT, Letters, lines
from pa_manager.paper.pen import Pen
from pa_manager.paper.tags import Tag

Draw = Callable[[Pen, float, float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where a story is laid out: how wide it may be, how much it is enlarged, and the tree it is read from."""

    width: float
    scale: float
    tag: Tag


@dataclass(slots=True, kw_only=True)
class Piece:
    """What stays in one place: how high it is, and what draws it, given the left and the upper edge.

    ``before`` is the space above it, left out at the head of a page; ``keeps`` holds it to the next piece.
    ``head`` draws what is set above it again if it comes first on a page.
    """

    height: float
    draw: Draw
    before: float = 0
    keeps: bool = False
    head: Piece | None = None
    breaks: bool = False


class Block(Protocol):
    """A part of a story."""

    def pieces(self, room: Room) -> list[Piece]:
        """Return the part laid out."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A heading or a paragraph. A heading is kept with what follows, and can be leapt to."""

    text: str
    letters: Letters
    name: str = "P"
    before: float = 0

    def pieces(self, room: Room) -> list[Piece]:
        """Return a piece for each line; the first two stay together, and so do the last two."""
        letters = self.letters.enlarged(room.scale)
        level = "123".find(self.name[1:2]) if self.name.startswith("H") else -1
        tag = room.tag.add(self.name)
        wrapped = lines(self.text, letters, room.width)
        last = len(wrapped) - 1
        found = [
            Piece(
                height=letters.leading,
                draw=_line(tag, text if number == last else f"{text} ", letters),
                keeps=level >= 0 or (number < last and number in {0, last - 1}),
            )
            for number, text in enumerate(wrapped)
        ]
        found[0].before = self.before * room.scale
        if level >= 0:
            found[0].draw = _bookmarked(found[0].draw, cleaned(self.text), level)
        return found


def _line(tag: Tag, text: str, letters: Letters) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        pen.words(tag, text, letters, x, top)

    return draw


def _bookmarked(draw: Draw, text: str, level: int) -> Draw:
    def draw_and_mark(pen: Pen, x: float, top: float) -> None:
        pen.bookmark(text, level, top)
        draw(pen, x, top)

    return draw_and_mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list: a dot or a box to tick before each item."""

    texts: Sequence[str]
    letters: Letters
    boxes: bool = False
    ticked: bool = False
    before: float = 3

    def pieces(self, room: Room) -> list[Piece]:
        """Return a piece for each item. Boxes that follow one another are one list."""
        letters = self.letters.enlarged(room.scale)
        inset = (22 if self.boxes else 14) * room.scale
        last = room.tag.kids[-1] if room.tag.kids else None
        joins = self.boxes and isinstance(last, Tag) and last.name == "L" and last.said == ""
        whole = last if joins and isinstance(last, Tag) else room.tag.add("L")
        found = []
        for text in self.texts:
            item = whole.add("LI")
            label = item.add("Lbl", said=("A ticked box" if self.ticked else "A box to tick") if self.boxes else "")
            body = item.add("LBody")
            wrapped = lines(text, letters, room.width - inset)
            found.append(
                Piece(
                    height=letters.leading * len(wrapped),
                    before=self.before * (2 if self.boxes else 1) * room.scale,
                    draw=self._item(label, body, wrapped, letters, inset),
                )
            )
        return found

    def _item(self, label: Tag, body: Tag, wrapped: list[str], letters: Letters, inset: float) -> Draw:
        def draw(pen: Pen, x: float, top: float) -> None:
            if self.boxes:
                pen.box(label, x, top - letters.rise - letters.size * 0.1, side=letters.size * 0.9, ticked=self.ticked)
            else:
                pen.words(label, "•", letters, x + letters.size * 0.25, top)
            for number, text in enumerate(wrapped):
                pen.words(body, f"{text} ", letters, x + inset, top - number * letters.leading)

        return draw


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Empty space; or the end of the page."""

    millimetres: float = 0
    new_page: bool = False

    def pieces(self, room: Room) -> list[Piece]:
        """Return the space, which goes at the head of a page."""
        space = self.millimetres * mm * room.scale
        return [Piece(height=0, draw=_nothing, before=space, breaks=self.new_page)]


def _nothing(_pen: Pen, _x: float, _top: float) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Together:
    """Parts that stay on one page, if one page can hold them."""

    blocks: Sequence[Block]

    def pieces(self, room: Room) -> list[Piece]:
        """Return the pieces of all parts, each held to the next."""
        found = [piece for block in self.blocks for piece in block.pieces(room)]
        return [replace(piece, keeps=True) for piece in found[:-1]] + found[-1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """Parts on a tint with an edge at the left: what must not be missed."""

    blocks: Sequence[Block]
    tint: str
    edge: str
    before: float = 6

    def pieces(self, room: Room) -> list[Piece]:
        """Return one piece for each inner piece, shaded behind; all stay together, a heading also with what follows."""
        pad, bar = 10 * room.scale, 4 * room.scale
        inner = replace(room, width=room.width - 2 * pad - bar)
        found = [piece for block in self.blocks for piece in block.pieces(inner)]
        found[0].before = pad * 0.7
        last = len(found) - 1
        return [
            Piece(
                height=piece.before + piece.height + (0 if number < last else pad * 0.8),
                before=0 if number else self.before * room.scale,
                keeps=number < last or piece.keeps,
                draw=self._shaded(piece, room, below=0 if number < last else pad * 0.8),
            )
            for number, piece in enumerate(found)
        ]

    def _shaded(self, piece: Piece, room: Room, *, below: float) -> Draw:
        pad, bar = 10 * room.scale, 4 * room.scale
        height = piece.before + piece.height + below

        def draw(pen: Pen, x: float, top: float) -> None:
            pen.shade(x, top - height, width=room.width, height=height + 0.2, ink=self.tint)
            pen.shade(x, top - height, width=bar, height=height + 0.2, ink=self.edge)
            piece.draw(pen, x + bar + pad, top - piece.before)

        return draw


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSign:
    """Lines to write on by hand, side by side, each with a word beneath."""

    labels: Sequence[str]
    letters: Letters

    def pieces(self, room: Room) -> list[Piece]:
        """Return the row of lines."""
        letters, gutter = replace(self.letters, ink=SOFT).enlarged(room.scale), 14 * room.scale
        each = (room.width - gutter * (len(self.labels) - 1)) / len(self.labels)
        tags = [room.tag.add("P") for _ in self.labels]
        space = 26 * room.scale

        def draw(pen: Pen, x: float, top: float) -> None:
            for number, (label, tag) in enumerate(zip(self.labels, tags, strict=True)):
                left = x + number * (each + gutter)
                pen.rule(left, top - space, to=left + each, thick=0.8)
                pen.words(tag, cleaned(label), letters, left, top - space - 2)

        return [Piece(height=space + letters.leading + 2, before=4 * room.scale, draw=draw)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture with the words that are read in its place. A round one shows the square in its middle."""

    content: bytes
    width_mm: float
    said: str
    is_round: bool = False

    def pieces(self, room: Room) -> list[Piece]:
        """Return the picture, as wide as asked, or as the room allows."""
        image = ImageReader(BytesIO(self.content))
        across, down = image.getSize()
        width = min(self.width_mm * mm * room.scale, room.width)
        height = width if self.is_round else width * down / across
        tag = room.tag.add("Figure", said=self.said)

        def draw(pen: Pen, x: float, top: float) -> None:
            if self.is_round:
                pen.round_picture(tag, image, (x, top - height), width)
            else:
                pen.picture(tag, image, (x, top - height), (width, height))

        return [Piece(height=height, before=6 * room.scale, draw=draw)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A part with the round photo of somebody at its left; without a photo, the part alone, as far in."""

    block: Block
    photo: bytes | None
    width_mm: float
    said: str

    def pieces(self, room: Room) -> list[Piece]:
        """Return both as one piece, the part in the middle of the height of the photo."""
        side = self.width_mm * mm * room.scale
        inset = side + 10 * room.scale
        image = ImageReader(BytesIO(self.photo)) if self.photo else None
        tag = room.tag.add("Figure", said=self.said) if image else None
        found = self.block.pieces(replace(room, width=room.width - inset))
        words = sum(piece.height for piece in found)
        height = max(side, words) if image else words

        def draw(pen: Pen, x: float, top: float) -> None:
            if image and tag:
                pen.round_picture(tag, image, (x, top - side), side)
            down = top - (height - words) / 2
            for piece in found:
                piece.draw(pen, x + inset, down)
                down -= piece.height

        return [Piece(height=height, before=5 * room.scale, draw=draw)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Parts with a line drawing at their left, which is drawn beside the first of them."""

    drawing: Drawing
    blocks: Sequence[Block]
    width_mm: float
    inset_mm: float

    def pieces(self, room: Room) -> list[Piece]:
        """Return the pieces of all parts, moved in; together as high as the drawing, a single line in its middle."""
        side, inset = self.width_mm * mm * room.scale, self.inset_mm * mm * room.scale
        inner = replace(room, width=room.width - inset)
        found = [piece for block in self.blocks for piece in block.pieces(inner)]
        middle = max(0.0, side - found[0].height) / 2 if len(found) == 1 else 0.0
        moved = [replace(piece, draw=_moved(piece.draw, inset, middle)) for piece in found]
        beside, reached = 0, 0.0
        while beside < len(found) and reached < side:
            reached += found[beside].height + (found[beside].before if beside else 0)
            beside += 1
        for piece in moved[: beside - 1]:
            piece.keeps = True
        if reached < side:
            moved[-1].height += side - reached
        moved[0].draw = self._with_drawing(moved[0].draw, side)
        return moved

    def _with_drawing(self, draw: Draw, side: float) -> Draw:
        def draw_both(pen: Pen, x: float, top: float) -> None:
            pen.drawing(self.drawing, (x, top), side, ink=ACCENT)
            draw(pen, x, top)

        return draw_both


def _moved(draw: Draw, inset: float, down: float) -> Draw:
    return lambda pen, x, top: draw(pen, x + inset, top - down)


def laid_out(story: Sequence[Block], room: Room) -> Iterator[Piece]:
    """Return the pieces of a whole story."""
    for block in story:
        yield from block.pieces(room)
