"""A list that opens, to choose one of several. However long the words, they wrap and are never cut."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QStyleOptionComboBox, QStyleOptionViewItem

from pa_manager.shell import theme
from pa_manager.shell.icons import icon
from pa_manager.shell.pieces.lines import draw_ring
from pa_manager.shell.sizes import px, set_least, width_of

_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
_LEFT, _RIGHT, _UP, _ARROW = 12, 38, 10, 20


class Choice(QComboBox):
    """A list that opens. It lets the wheel scroll the page instead of choosing by accident."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(12)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_least(self, height=44)
        self.setItemDelegate(_Option(self))
        self.view().setTextElideMode(Qt.TextElideMode.ElideNone)
        self.currentIndexChanged.connect(lambda _row: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """Return the size at which the longest choice stands in one line."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(self.itemText(row)) for row in range(self.count())), default=0)
        width = max(widest + px(_LEFT + _RIGHT) + 2, width_of(8))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a size that a form has room for, however long the choices are."""
        return QSize(min(self.sizeHint().width(), width_of(16)), self.minimumHeight())

    def heightForWidth(self, width: int) -> int:
        """Return the height at which the words chosen are not cut."""
        return max(self.minimumHeight(), self._words(width).height() + px(2 * _UP))

    def showPopup(self) -> None:
        """Open the list, high enough for all the choices if the screen is."""
        super().showPopup()
        view, popup = self.view(), self.view().window()
        rows = min(self.count(), self.maxVisibleItems())
        missing = sum(view.sizeHintForRow(row) for row in range(rows)) - view.viewport().height()
        room = self.screen().availableGeometry().bottom() - popup.geometry().top()
        if missing > 0:
            popup.resize(popup.width(), min(popup.height() + missing + px(12), room))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, the words chosen, and the arrow that says it opens."""
        from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - slow to import, and the first window does without

        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
        colours = theme.colours()
        painter.setPen(QColor(colours.ink if self.isEnabled() else colours.soft))
        room = self.rect().adjusted(px(_LEFT), 0, -px(_RIGHT), 0)
        painter.drawText(room, _WRAP, self.currentText())
        if theme.dressed():
            side = px(_ARROW)
            arrow = icon("down", colours.ink, side, self.devicePixelRatioF())
            painter.drawPixmap(self.width() - side - px(10), (self.height() - side) // 2, arrow)
        painter.end()
        if self.hasFocus():
            draw_ring(self)

    def _words(self, width: int) -> QRect:
        room = QRect(0, 0, max(1, width - px(_LEFT + _RIGHT)), 10_000)
        return self.fontMetrics().boundingRect(room, _WRAP, self.currentText() or " ")


class _Option(QStyledItemDelegate):
    """One of the choices in the open list, wrapped."""

    def __init__(self, choice: Choice) -> None:
        super().__init__(choice)
        self._choice = choice

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room its words take at the width of the field."""
        width = min(self._choice.width(), self._choice.screen().availableSize().width()) - px(24)
        room = QRect(0, 0, max(1, width - px(16)), 10_000)
        height = self._choice.fontMetrics().boundingRect(room, _WRAP, str(index.data() or " ")).height()
        return QSize(width, height + px(16))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it, on the accent while it is the one that Enter takes."""
        colours, rect = theme.colours(), option.rect
        current = self._choice.view().currentIndex() == index
        painter.save()
        painter.fillRect(rect, QColor(colours.accent if current else colours.card))
        painter.setFont(self._choice.font())
        painter.setPen(QColor(colours.on_accent if current else colours.ink))
        painter.drawText(rect.adjusted(px(8), 0, -px(8), 0), _WRAP, str(index.data() or ""))
        painter.restore()
