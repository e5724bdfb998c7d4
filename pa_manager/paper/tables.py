"""Tables: their heads are set again on every page, and every cell can be read with what heads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from pa_manager.paper.blocks import Piece, Room
from pa_manager.paper.fonts import Face
from pa_manager.paper.letters import INK, SOFT, Letters, lines
from pa_manager.paper.pen import Pen
from pa_manager.paper.tags import Tag
from pa_manager.values.money import Money

_FAINT = "#B9BDC6"
_PAD = 5
_PHOTO_MM = 14
_MOST_LINES = 30
"""A row of more lines than this is parted, for it might not fit a page of large print."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a table: a text, what is said softly beneath it, and whether it weighs more than others.

    A photo stands above the text, round, and is read as the photo of whoever is named there.
    """

    text: str
    under: str = ""
    bold: bool = False
    photo: bytes | None = None


Content = str | Money | Cell


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    letters: Letters
    photo: ImageReader | None = None
    side: float = 0

    @property
    def height(self) -> float:
        return self.side * 1.15 if self.photo else self.letters.leading


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as it is laid out."""

    headings: Sequence[str]
    rows: Sequence[Sequence[Content]]
    widths_mm: Sequence[float]
    right: frozenset[int]
    row_heads: bool
    total_row: bool
    ruled: bool = True
    before: float = 6

    def __post_init__(self) -> None:
        """Refuse a table whose rows and columns do not agree."""
        columns = len(self.widths_mm)
        if any(len(row) != columns for row in self.rows) or len(self.headings) not in {0, columns}:
            raise ValueError(f"every row of this table has {columns} cells")

    def pieces(self, room: Room) -> list[Piece]:
        """Return a piece for each row."""
        layout = _Layout(self, room)
        found = [layout.head] if layout.head else []
        last = len(self.rows) - 1
        for number, row in enumerate(self.rows):
            found += layout.row(row, total=self.total_row and number == last)
        if layout.head:
            layout.head.keeps = True
        if self.total_row and len(found) > 2:
            found[-2].keeps = True
        if found:
            found[0].before = self.before * room.scale
        return found


class _Layout:
    """A table while it is laid out: where its columns stand, and the head that is set again on each page."""

    def __init__(self, grid: Grid, room: Room) -> None:
        self._grid = grid
        self._scale = room.scale
        self._whole = room.tag.add("Table")
        self._edges = [0.0]
        for width in grid.widths_mm:
            self._edges.append(self._edges[-1] + width * mm * room.scale)
        if self._edges[-1] > room.width + 0.5:
            raise ValueError(f"this table is {sum(grid.widths_mm)} mm wide, wider than the page")
        self.head = self._head() if grid.headings else None

    def row(self, row: Sequence[Content], *, total: bool) -> list[Piece]:
        """Return one row, in parts if it has very many lines."""
        tag = self._whole.add("TR")
        tags = [
            tag.add("TH", scope="Row") if self._grid.row_heads and column == 0 else tag.add("TD")
            for column in range(len(row))
        ]
        cells = [self._wrapped(content, column, total=total) for column, content in enumerate(row)]
        most = max(map(len, cells))
        bands = []
        for start in range(0, most, _MOST_LINES):
            part = [cell[start : start + _MOST_LINES] for cell in cells]
            bands.append(self._band(tags, part, above=total, below=start + _MOST_LINES >= most and not total))
        return bands

    def _head(self) -> Piece:
        letters = Letters(face=Face.SEMIBOLD).enlarged(self._scale)
        tag = self._whole.add("TR")
        wrapped = [
            [_Line(line, letters) for line in lines(text, letters, self._width(column))]
            for column, text in enumerate(self._grid.headings)
        ]
        first = self._headed([tag.add("TH", scope="Column") for _ in wrapped], wrapped)
        first.head = self._headed([None] * len(wrapped), wrapped)
        return first

    def _headed(self, tags: Sequence[Tag | None], cells: list[list[_Line]]) -> Piece:
        most = max(map(len, cells))
        leading = cells[0][0].letters.leading
        height = most * leading + 4 * self._scale

        def draw(pen: Pen, x: float, top: float) -> None:
            for column, cell in enumerate(cells):
                self._cell(pen, tags[column], cell, column, (x, top - (most - len(cell)) * leading))
            pen.rule(x, top - height, to=x + self._edges[-1], thick=1.1, ink=INK)

        return Piece(height=height, draw=draw)

    def _band(self, tags: Sequence[Tag], cells: list[list[_Line]], *, above: bool, below: bool) -> Piece:
        pad = (3.5 if self._grid.ruled else 1.5) * self._scale
        height = max(sum(line.height for line in cell) for cell in cells) + 2 * pad

        def draw(pen: Pen, x: float, top: float) -> None:
            if above:
                pen.rule(x, top, to=x + self._edges[-1], thick=1.1, ink=INK)
            for column, cell in enumerate(cells):
                self._cell(pen, tags[column], cell, column, (x, top - pad))
            if below and self._grid.ruled:
                pen.rule(x, top - height, to=x + self._edges[-1], thick=0.5, ink=_FAINT)

        return Piece(height=height, draw=draw, head=self.head.head if self.head else None)

    def _wrapped(self, content: Content, column: int, *, total: bool) -> list[_Line]:
        cell = content if isinstance(content, Cell) else Cell(str(content))
        letters = Letters(face=_face(aligned=column in self._grid.right, bold=total or cell.bold)).enlarged(self._scale)
        found = [_Line(line, letters) for line in lines(cell.text, letters, self._width(column))]
        if cell.photo:
            side = min(_PHOTO_MM * mm * self._scale, self._width(column))
            found.insert(0, _Line(cell.text, letters, ImageReader(BytesIO(cell.photo)), side))
        if cell.under:
            soft = replace(letters, face=Face.PLAIN, ink=SOFT)
            found += [_Line(line, soft) for line in lines(cell.under, soft, self._width(column))]
        return found

    def _width(self, column: int) -> float:
        edge = len(self._grid.widths_mm) - 1
        return self._edges[column + 1] - self._edges[column] - (_PAD * self._scale if column < edge else 0)

    def _cell(self, pen: Pen, tag: Tag | None, cell: list[_Line], column: int, corner: tuple[float, float]) -> None:
        left, top = corner[0] + self._edges[column], corner[1]
        for line in cell:
            if line.photo and tag:
                figure = tag.add("Figure", said=f"Photo of {line.text}")
                pen.round_picture(figure, line.photo, (left, top - line.side), line.side)
            elif line.text:
                spare = self._width(column) - line.letters.width(line.text) if column in self._grid.right else 0
                pen.words(tag, f"{line.text} ", line.letters, left + spare, top)
            top -= line.height


def _face(*, aligned: bool, bold: bool) -> Face:
    if aligned:
        return Face.BOLD_FIGURES if bold else Face.FIGURES
    return Face.BOLD if bold else Face.PLAIN
