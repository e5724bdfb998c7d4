"""How the cells and headings of a table are measured and drawn: wrapped, never cut, the row picked plain to see."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from pa_manager.shell import theme
from pa_manager.shell.colours import Colours, Tone
from pa_manager.shell.icons import icon
from pa_manager.shell.pieces.row_table_model import TONE_ROLE
from pa_manager.shell.pieces.row_table_stack import paint_stack, stack_height
from pa_manager.shell.sizes import font_of, px

Index = QModelIndex | QPersistentModelIndex
_SIDE: Final = 12
_UP: Final = 10
_MARK: Final = 18
_MARK_GAP: Final = 7
_WRAP: Final = Qt.TextFlag.TextWordWrap
_WIDEST: Final = 34
"""How many characters a column may ask for before its words wrap, when there is not room for all."""


class RowPainter(QStyledItemDelegate):
    """Draws the cells of a table, and knows how much room their words need."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.stacked = False
        """Whether the cells of a row stand beneath one another, in the first column."""

    def height_of_one_line(self) -> int:
        """Return the height of a row whose words all fit in one line."""
        return self._view.fontMetrics().height() + 2 * px(_UP)

    def height_of(self, index: Index, width: int) -> int:
        """Return the height that a cell needs in a column of a width."""
        if self.stacked:
            return stack_height(index.model(), index.row(), width)
        room = width - 2 * px(_SIDE) - self._mark_width(index)
        text = str(index.data() or "")
        metrics = self._view.fontMetrics()
        if metrics.horizontalAdvance(text) < room and "\n" not in text:
            return self.height_of_one_line()
        return metrics.boundingRect(QRect(0, 0, max(1, room), 100_000), int(_WRAP), text).height() + 2 * px(_UP)

    def natural_width(self, index: Index) -> int:
        """Return the width at which a cell's words stand in one line."""
        text = str(index.data() or "")
        widest = max((self._view.fontMetrics().horizontalAdvance(line) for line in text.split("\n")), default=0)
        return widest + 2 * px(_SIDE) + self._mark_width(index) + 2

    def least_width(self, index: Index) -> int:
        """Return the width at which no word of a cell is cut."""
        metrics = self._view.fontMetrics()
        widest = max((metrics.horizontalAdvance(word) for word in str(index.data() or "").split()), default=0)
        return widest + 2 * px(_SIDE) + self._mark_width(index) + 2

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room a cell needs at the width it has."""
        width = self._view.columnWidth(index.column())
        return QSize(width, self.height_of(index, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell: its ground, its mark and words, and around the row the ring of the focus."""
        colours, rect = theme.colours(), option.rect
        current = self._view.currentIndex()
        picked = current.isValid() and current.row() == index.row()
        painter.save()
        painter.fillRect(rect, QColor(colours.tint if picked else colours.card))
        if index.row() < index.model().rowCount() - 1:
            painter.setPen(QColor(colours.line))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self.stacked:
            paint_stack(painter, rect, index.model(), index.row(), colours)
        else:
            self._paint_words(painter, rect, index, colours)
        if picked:
            self._mark_row(painter, rect, index, colours.accent, colours.focus)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index, colours: Colours) -> None:
        inner = rect.adjusted(px(_SIDE), px(_UP), -px(_SIDE), 0)
        tone: Tone | None = index.data(TONE_ROLE)
        if tone is not None:
            side = px(_MARK)
            drawn = icon(tone, colours.of(tone)[0], side, self._view.devicePixelRatioF())
            top = inner.top() + (self._view.fontMetrics().height() - side) // 2
            painter.drawPixmap(inner.left(), top, drawn)
            inner.setLeft(inner.left() + self._mark_width(index))
            painter.setPen(QColor(colours.of(tone)[0]))
        else:
            painter.setPen(QColor(colours.ink))
        painter.setFont(self._view.font())
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, int(align) | int(_WRAP), str(index.data() or ""))

    def _mark_row(self, painter: QPainter, rect: QRect, index: Index, accent: str, focus: str) -> None:
        first = index.column() == 0
        last = self.stacked or index.column() == index.model().columnCount() - 1
        if not self._view.hasFocus():
            if first:
                painter.fillRect(QRect(rect.left(), rect.top(), px(4), rect.height()), QColor(accent))
            return
        width = max(3, px(3))
        ink = QColor(focus)
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), width), ink)
        painter.fillRect(QRect(rect.left(), rect.bottom() - width + 1, rect.width(), width), ink)
        if first:
            painter.fillRect(QRect(rect.left(), rect.top(), width, rect.height()), ink)
        if last:
            painter.fillRect(QRect(rect.right() - width + 1, rect.top(), width, rect.height()), ink)
        if index.column() == self._view.currentIndex().column() and not (first and last) and index.column() > 0:
            painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
            painter.drawRect(rect.adjusted(width + 1, width + 1, -width - 2, -width - 2))

    def _mark_width(self, index: Index) -> int:
        return px(_MARK + _MARK_GAP) if index.data(TONE_ROLE) is not None else 0


class Headings(QHeaderView):
    """The headings of the columns: bold, wrapped, as high as the highest."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(24)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)

    def least_width(self, column: int) -> int:
        """Return the width at which no word of a heading is cut."""
        return max((self._metrics().horizontalAdvance(word) for word in self._text(column).split()), default=0) + px(
            2 * _SIDE + 2
        )

    def natural_width(self, column: int) -> int:
        """Return the width at which a heading stands in one line, with the arrow of the order beside it."""
        return self._metrics().horizontalAdvance(self._text(column)) + px(2 * _SIDE + 4)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:  # noqa: N803 - Qt's name
        """Return the size of a heading at the width its column has."""
        width = self.sectionSize(logicalIndex)
        room = QRect(0, 0, max(1, width - px(2 * _SIDE)), 100_000)
        height = self._metrics().boundingRect(room, int(_WRAP), self._text(logicalIndex)).height()
        return QSize(width, height + px(16))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Draw a heading, and the arrow if the rows are in its order."""
        colours = theme.colours()
        painter.save()
        painter.fillRect(rect, QColor(colours.card))
        painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), QColor(colours.edge))
        painter.setFont(font_of("label"))
        painter.setPen(QColor(colours.ink))
        align = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        inner = rect.adjusted(px(_SIDE), px(7), -px(_SIDE), -px(9))
        painter.drawText(inner, int(align) | int(_WRAP), self._text(logicalIndex))
        if self.sortIndicatorSection() == logicalIndex:
            name = "up" if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else "down"
            side = px(13)
            painter.drawPixmap(
                rect.right() - side + 1,
                rect.bottom() - side - px(9),
                icon(name, colours.ink, side, self.devicePixelRatioF()),
            )
        painter.restore()

    def sizeHint(self) -> QSize:
        """Return the size of the highest heading."""
        size = super().sizeHint()
        highest = max((self.sectionSizeFromContents(column).height() for column in range(self.count())), default=0)
        return QSize(size.width(), highest)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(font_of("label"))

    def _text(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")


def word_width(index: Index, painter: RowPainter) -> int:
    """Return the width at which no word of a cell is cut."""
    return painter.least_width(index)


def column_widths(
    model: QAbstractItemModel, painter: RowPainter, header: Headings, rows: Iterable[int], room: int
) -> list[int]:
    """Return the widths of the columns: what each asks for if there is room, else shared out with the words wrapped.

    What is left over goes to the columns of words, most to the widest; columns of figures stay narrow.
    """
    numbers = tuple(rows)
    columns = range(model.columnCount())
    natural = [
        max((painter.natural_width(model.index(number, column)) for number in numbers), default=0) for column in columns
    ]
    natural = [max(width, header.natural_width(column)) for column, width in enumerate(natural)]
    least = [
        max((painter.least_width(model.index(number, column)) for number in numbers), default=0) for column in columns
    ]
    least = [max(width, header.least_width(column)) for column, width in enumerate(least)]
    if sum(natural) <= room:
        spare = room - sum(natural)
        weights = [natural[column] if _is_words(model, column) else 0 for column in columns]
        if not any(weights):
            weights = list(natural)
        shares = [spare * weight // sum(weights) for weight in weights]
        return [width + share for width, share in zip(natural, shares, strict=True)]
    if sum(least) >= room:
        return least
    return _give_way(natural, least, room)


def _give_way(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Return widths that fill the room: narrow columns keep what they ask for, the widest give way first."""

    def widths(cap: int) -> list[int]:
        return [max(lowest, min(own, cap)) for own, lowest in zip(natural, least, strict=True)]

    cap = bisect_right(range(max(natural) + 1), room, key=lambda cap: sum(widths(cap))) - 1
    found = widths(cap)
    found[found.index(max(found))] += room - sum(found)
    return found


def _is_words(model: QAbstractItemModel, column: int) -> bool:
    align = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    return not int(align) & int(Qt.AlignmentFlag.AlignRight)
