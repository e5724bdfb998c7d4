"""The list of screens at the left of the window."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from pa_manager.shell.sizes import px
from pa_manager.shell.theme import colours_of


class ScreenList(QListWidget):
    """Names the screens and marks the one that is open. Arrows move through it; Enter or a click opens one.

    Signals:
        opened: The name of the screen that is to be opened.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("screens")
        self.setAccessibleName("Screens")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._open = ""
        self.itemActivated.connect(self._on_item)
        self.itemClicked.connect(self._on_item)

    def add(self, name: str, title: str) -> int:
        """Add a screen at the end; return its number, counted from 0."""
        item = QListWidgetItem(title, self)
        item.setData(Qt.ItemDataRole.UserRole, name)
        self._fit()
        return self.row(item)

    def mark(self, name: str) -> None:
        """Mark the screen that is open."""
        self._open = name
        for number in range(self.count()):
            item = self.item(number)
            is_open = item.data(Qt.ItemDataRole.UserRole) == name
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, open" if is_open else item.text())
            if is_open:
                self.setCurrentItem(item)

    def clear_all(self) -> None:
        """Forget all the screens."""
        self.clear()
        self._open = ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go back to the screen that is open: nothing was chosen by passing over it."""
        super().focusOutEvent(event)
        self.mark(self._open)

    def changeEvent(self, event: QEvent) -> None:
        """Be as wide as the longest title in letters of another size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the list; beside the screen that is open a bar, around the one in focus a ring."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self)
        current = self.currentItem()
        if self.count() and self.hasFocus():
            width = px(3)
            ring = self.visualItemRect(current).adjusted(width // 2 + 1, width // 2, -width // 2 - 1, -width // 2)
            painter.setPen(QPen(QColor(colours.focus), width))
            painter.drawRoundedRect(ring, px(8), px(8))
        for number in range(self.count()):
            if self.item(number).data(Qt.ItemDataRole.UserRole) == self._open:
                rect = self.visualItemRect(self.item(number))
                bar = QRect(QPoint(rect.left() + px(4), rect.top() + px(9)), rect.bottomLeft() + QPoint(px(7), -px(9)))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.accent))
                painter.drawRoundedRect(bar, px(2), px(2))
        painter.end()

    def _fit(self) -> None:
        widest = max(
            (self.fontMetrics().horizontalAdvance(self.item(n).text()) for n in range(self.count())), default=0
        )
        self.setFixedWidth(min(max(px(176), widest + px(56)), px(260)))

    def _on_item(self, item: QListWidgetItem) -> None:
        self.opened.emit(str(item.data(Qt.ItemDataRole.UserRole)))
