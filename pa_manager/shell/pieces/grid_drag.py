"""Dragging in a grid: a chip taken to another cell, or one of its ends pulled to make it longer or shorter."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication

from pa_manager.shell import theme
from pa_manager.shell.pieces.grid_model import Chip
from pa_manager.shell.sizes import px

Index = QModelIndex | QPersistentModelIndex
End = Literal["", "start", "end"]
"""Which end of a chip is pulled; nothing, if the whole of it is taken elsewhere."""
_GRIP: Final = 8
_STEP: Final = 10


@dataclass(slots=True)
class Drag:
    """A chip that the mouse holds.

    Attributes:
        chip: The chip.
        end: Which of its ends is held.
        begun_at: Where it was taken.
        at: Where the mouse is now.
        moving: Whether the mouse has gone far enough for it to be meant.
        said: What would come of it, in words.
    """

    chip: Chip
    end: End
    begun_at: QPoint
    at: QPoint
    moving: bool = False
    said: str = ""

    def go_to(self, at: QPoint) -> None:
        """Follow the mouse."""
        self.at = at
        far = (at - self.begun_at).manhattanLength()
        self.moving = self.moving or far >= QApplication.startDragDistance()

    @property
    def key(self) -> Hashable:
        """What the chip is known by."""
        return self.chip.key

    @property
    def steps(self) -> int:
        """By how many steps its end is pulled: to the right is later."""
        return round((self.at.x() - self.begun_at.x()) / px(_STEP))

    def draw(self, painter: QPainter, target: QRect, room: QRect) -> None:
        """Draw where it would come to stand, and what would come of it, beside the mouse."""
        colours = theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.end and target.isValid():
            painter.setPen(QPen(QColor(colours.accent), max(2, px(3)), Qt.PenStyle.DashLine))
            painter.drawRect(target.adjusted(2, 2, -3, -3))
        words = self.said or self.chip.text
        size = painter.fontMetrics().boundingRect(QRect(0, 0, px(260), 10_000), Qt.TextFlag.TextWordWrap, words).size()
        box = QRect(self.at + QPoint(px(14), px(10)), size).adjusted(0, 0, px(20), px(12))
        box.moveRight(min(box.right(), room.right() - 2))
        box.moveBottom(min(box.bottom(), room.bottom() - 2))
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(QRectF(box), px(5), px(5))
        painter.setPen(QColor(colours.ink))
        painter.drawText(box.adjusted(px(10), px(6), -px(10), -px(6)), Qt.TextFlag.TextWordWrap, words)


def end_at(box: QRect, at: QPoint) -> End:
    """Return which end of a chip lies under the mouse."""
    grip = min(px(_GRIP), box.width() // 4)
    if at.x() <= box.left() + grip:
        return "start"
    return "end" if at.x() >= box.right() - grip else ""
