"""How a row of a table is drawn where there is no room for its columns: beneath one another, each with its heading."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from pa_manager.shell.colours import Colours, Tone
from pa_manager.shell.icons import icon
from pa_manager.shell.pieces.row_table_model import TONE_ROLE
from pa_manager.shell.sizes import font_of, px

_SIDE: Final = 12
_UP: Final = 10
_GAP: Final = 3
_MARK: Final = 18
_MARK_GAP: Final = 7
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class _Part:
    """A cell in the stack: where its heading and its words stand."""

    heading: str
    heading_at: QRect
    text: str
    text_at: QRect
    font: QFont
    tone: Tone | None


def stack_height(model: QAbstractItemModel, row: int, width: int) -> int:
    """Return the height of a row whose cells stand beneath one another."""
    bottom = max(
        (max(part.heading_at.bottom(), part.text_at.bottom()) for part in _parts(model, row, width)), default=0
    )
    return bottom + 1 + px(_UP)


def paint_stack(painter: QPainter, rect: QRect, model: QAbstractItemModel, row: int, colours: Colours) -> None:
    """Draw the cells of a row beneath one another, the first as their head."""
    for part in _parts(model, row, rect.width()):
        painter.setFont(font_of("figures"))
        painter.setPen(QColor(colours.soft))
        painter.drawText(part.heading_at.translated(rect.topLeft()), _WRAP, part.heading)
        words = part.text_at.translated(rect.topLeft())
        painter.setFont(part.font)
        painter.setPen(QColor(colours.ink))
        if part.tone is not None:
            side = px(_MARK)
            colour = colours.of(part.tone)[0]
            drawn = icon(part.tone, colour, side, painter.device().devicePixelRatio())
            top = words.top() + (QFontMetrics(part.font).height() - side) // 2
            painter.drawPixmap(words.left() - px(_MARK + _MARK_GAP), top, drawn)
            painter.setPen(QColor(colour))
        painter.drawText(words, _WRAP, part.text)


def _parts(model: QAbstractItemModel, row: int, width: int) -> Iterator[_Part]:
    plain, head = font_of("figures"), font_of("label")
    metrics = QFontMetrics(plain)
    left, right = px(_SIDE), width - px(_SIDE)
    headings = [str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in range(model.columnCount())]
    widest = max((metrics.horizontalAdvance(heading) for heading in headings[1:]), default=0)
    second = left + min(widest + px(14), (right - left) * 2 // 5)
    top = px(_UP)
    for column, heading in enumerate(headings):
        index = model.index(row, column)
        text = str(index.data() or "")
        if not text:
            continue
        tone: Tone | None = index.data(TONE_ROLE)
        mark = px(_MARK + _MARK_GAP) if tone is not None else 0
        font = head if column == 0 else plain
        start = left if column == 0 else second
        heading_at = QRect()
        if column:
            heading_at = _wrapped(metrics, heading, QRect(left, top, max(1, second - left - px(8)), 100_000))
            longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
            if longest + mark > right - second:  # a word too wide to stand beside its heading stands beneath it
                top, start = heading_at.bottom() + 1, left
        room = QRect(start + mark, top, max(1, right - start - mark), 100_000)
        text_at = _wrapped(QFontMetrics(font), text, room)
        text_at.setRight(right)
        yield _Part(heading if column else "", heading_at, text, text_at, font, tone)
        top = max(text_at.bottom(), heading_at.bottom()) + 1 + px(_GAP)


def _wrapped(metrics: QFontMetrics, text: str, room: QRect) -> QRect:
    height = metrics.boundingRect(room, _WRAP, text).height()
    return QRect(room.left(), room.top(), room.width(), height)
