"""Charts on paper: bars with their names and sizes, and one sentence that is read in their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pa_manager.paper.blocks import Piece, Room
from pa_manager.paper.fonts import Face
from pa_manager.paper.letters import ACCENT, Letters, lines
from pa_manager.paper.pen import Pen
from pa_manager.paper.tags import Tag
from pa_manager.values.charts import Bar, span_of, summary_of

_BAD: Final = "#9B1C2B"
_NAME: Final = Letters()
_SIZE: Final = Letters(face=Face.BOLD_FIGURES)
_THICK, _GAP, _BETWEEN, _FOOT = 11, 2, 6, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Bars beneath one another, each under its name; together one figure with words read in its place."""

    bars: tuple[Bar, ...]
    finding: str = ""
    most: int = 0

    def pieces(self, room: Room) -> list[Piece]:
        """Return a piece for each bar, all kept together."""
        tag = room.tag.add("Figure", said=f"{self.finding} {summary_of(self.bars)}".strip())
        last = len(self.bars) - 1
        return [self._piece(bar, tag, room, keeps=number < last) for number, bar in enumerate(self.bars)]

    def _piece(self, bar: Bar, tag: Tag, room: Room, *, keeps: bool) -> Piece:
        name, size = _NAME.enlarged(room.scale), _SIZE.enlarged(room.scale)
        amount = size.width(bar.said)
        wrapped = lines(bar.label, name, room.width - amount - 10 * room.scale)
        above = max(len(wrapped), 1) * name.leading + _GAP * room.scale
        thick = _THICK * room.scale
        low, high = span_of(self.bars, self.most)
        each = room.width / (high - low)
        start, end = sorted(((-low) * each, (bar.value - low) * each))

        def draw(pen: Pen, x: float, top: float) -> None:
            for number, line in enumerate(wrapped):
                pen.words(tag, f"{line} ", name, x, top - number * name.leading)
            pen.words(tag, f"{bar.said} ", size, x + room.width - amount, top)
            corner, extent = (x + start, top - above - thick), (end - start, thick)
            pen.bar(tag, corner, extent, ink=_BAD if bar.marked else ACCENT, striped=bar.marked)

        return Piece(height=above + thick + _FOOT * room.scale, before=_BETWEEN * room.scale, keeps=keeps, draw=draw)
