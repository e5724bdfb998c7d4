"""The list of screens at the left of the window."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from pa_manager.shell import theme
from pa_manager.shell.sizes import px

NAME_ROLE: Final = Qt.ItemDataRole.UserRole
_SIDE: Final = 18


class ScreenList(QListWidget):
    """Names the screens and marks the one that is open. Arrows move through it; Enter or a click opens one.

    Signals:
        opened: The name of the screen that is to be opened.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.open = ""
        self.setObjectName("screens")
        self.setAccessibleName("Screens")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Entry(self))
        self.setMouseTracking(True)
        self.entered.connect(lambda _index: self.viewport().update())
        self.itemActivated.connect(self._on_item)
        self.itemClicked.connect(self._on_item)

    def add(self, name: str, title: str) -> int:
        """Add a screen at the end; return its number, counted from 0."""
        item = QListWidgetItem(title, self)
        item.setData(NAME_ROLE, name)
        self._fit()
        return self.row(item)

    def mark(self, name: str) -> None:
        """Mark the screen that is open."""
        self.open = name
        for number in range(self.count()):
            item = self.item(number)
            is_open = item.data(NAME_ROLE) == name
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, open" if is_open else item.text())
            if is_open:
                self.setCurrentItem(item)
        self.viewport().update()

    def is_pointed_at(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Return whether the mouse is over a title."""
        sight = self.viewport()
        return sight.underMouse() and index == self.indexAt(sight.mapFromGlobal(QCursor.pos()))

    def clear_all(self) -> None:
        """Forget all the screens."""
        self.clear()
        self.open = ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go back to the screen that is open: nothing was chosen by passing over it."""
        super().focusOutEvent(event)
        self.mark(self.open)

    def changeEvent(self, event: QEvent) -> None:
        """Be as wide as the longest title in letters of another size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(self.item(number).text()) for number in range(self.count())), default=0)
        self.setFixedWidth(min(max(px(176), widest + 2 * px(_SIDE + 10)), px(230)))
        self.scheduleDelayedItemsLayout()

    def _on_item(self, item: QListWidgetItem) -> None:
        self.opened.emit(str(item.data(NAME_ROLE)))


class _Entry(QStyledItemDelegate):
    """Draws one title: the screen that is open on a tint with a bar beside it, a ring around the one in focus."""

    def __init__(self, screens: ScreenList) -> None:
        super().__init__(screens)
        self._screens = screens

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room a title needs, wrapped if it is long."""
        metrics, text = self._screens.fontMetrics(), str(index.data())
        room = QRect(0, 0, max(1, self._screens.viewport().width() - 2 * px(_SIDE)), 10_000)
        height = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
        return QSize(0, height + px(8) + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        colours, rect = theme.colours(), option.rect
        is_open = index.data(NAME_ROLE) == self._screens.open
        ground = QRectF(rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_open or self._screens.is_pointed_at(index):
            painter.setBrush(QColor(colours.tint if is_open else colours.page))
            painter.drawRoundedRect(ground, px(8), px(8))
        if is_open:
            painter.setBrush(QColor(colours.accent))
            bar = QRectF(ground.left() + px(4), ground.top() + px(7), px(4), ground.height() - 2 * px(7))
            painter.drawRoundedRect(bar, px(2), px(2))
        if self._screens.hasFocus() and index == self._screens.currentIndex():
            width = px(3)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), width))
            inset = width / 2
            painter.drawRoundedRect(ground.adjusted(inset, inset, -inset, -inset), px(7), px(7))
        painter.setPen(QColor(colours.accent if is_open else colours.ink))
        inner = rect.adjusted(px(_SIDE), 0, -px(_SIDE) // 2, 0)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), str(index.data()))
        painter.restore()
