"""Buttons: one main act on a screen, others beside it, and quiet ones that read like links. Words say what happens."""

from typing import Final

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from pa_manager.shell import theme
from pa_manager.shell.pieces.flow import Flow
from pa_manager.shell.pieces.lines import draw_ring
from pa_manager.shell.sizes import lay, px, set_least, set_type

_WORDS: Final = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextHideMnemonic | Qt.AlignmentFlag.AlignVCenter)
_ROOM_SIDE, _ROOM_UP = 2, 5


class PlainButton(QPushButton):
    """A button. ``name`` is what robots press it by."""

    look = "plain"

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setProperty("look", self.look)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_type(self, "label")
        set_least(self, width=44, height=44)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and the ring of the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            draw_ring(self)


class MainButton(PlainButton):
    """The button for what most people come to the screen to do. A screen has one."""

    look = "main"


class QuietButton(PlainButton):
    """A button that reads like a link, for what is rarely wanted or leads elsewhere. Its words wrap."""

    look = "quiet"

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, name, parent)
        self.setFlat(True)
        set_type(self, "text")
        set_least(self, width=24, height=32)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the size of its words in one row."""
        size = self.fontMetrics().size(int(Qt.TextFlag.TextHideMnemonic), self.text())
        return size.grownBy(self._room()).expandedTo(self.minimumSize()) + QSize(2, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the size at which no word is cut."""
        widest = max(self.text().split() or [""], key=len)
        return QSize(self.fontMetrics().horizontalAdvance(widest), self.fontMetrics().height()).grownBy(self._room())

    def heightForWidth(self, width: int) -> int:
        """Return the height that its words take at a width."""
        inside = QRect(0, 0, width, 100_000).marginsRemoved(self._room())
        height = self.fontMetrics().boundingRect(inside, _WORDS, self.text()).height()
        return max(height + px(2 * _ROOM_UP), self.minimumHeight())

    def _faint(self) -> QColor:
        """Return the ink of what cannot be pressed: the system's own in high contrast."""
        if theme.dressed():
            return QColor(theme.colours().soft)
        return self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words underlined and wrapped; with the focus they glow, over a bar."""
        colours = theme.colours()
        painter = QPainter(self)
        if self.hasFocus():
            painter.fillRect(self.rect(), QColor(colours.glow))
            bar = px(4)
            painter.fillRect(QRect(0, self.height() - bar, self.width(), bar), QColor(colours.focus))
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), QColor(colours.tint))
        font = QFont(self.font())
        font.setUnderline(self.isEnabled())
        painter.setFont(font)
        ink = QColor(colours.on_glow if self.hasFocus() else colours.accent)
        painter.setPen(ink if self.isEnabled() else self._faint())
        painter.drawText(self.rect().marginsRemoved(self._room()), _WORDS, self.text())

    def _room(self) -> QMargins:
        return QMargins(px(_ROOM_SIDE), px(_ROOM_UP), px(_ROOM_SIDE), px(_ROOM_UP))


class ButtonRow(QWidget):
    """Buttons side by side, in as many rows as they need."""

    def __init__(self, *buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self)
        lay(self._flow, gap=12)
        self.add(*buttons)

    def add(self, *buttons: QWidget) -> None:
        """Add buttons at the end."""
        for button in buttons:
            self._flow.addWidget(button)
