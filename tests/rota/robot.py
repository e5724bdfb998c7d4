"""Drives the rota screen the way a person would."""

from typing import Self

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu

from pa_manager.rota.screen.here import Here
from pa_manager.shell.pieces.grids import ChipGrid
from tests.shell.robot import Robot

Cell = tuple[int, int]
Held = Qt.KeyboardModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class RotaRobot(Robot):
    """Goes from week to week, adds shifts, and notes who is away."""

    def shifts(self) -> list[list[str]]:
        return self.rows("shifts")

    def absences(self) -> list[list[str]]:
        return self.rows("who is away")

    def add_shift(self, day: str, times: str, pa: str = "", **more: str) -> Self:
        return self.press("add").fill_form(which_day=day, times=times, pa=pa, **more).press("keep")

    def away(self, who: str, first_day: str, **more: str) -> Self:
        return self.press("away").fill_form(who=who, first_day=first_day, **more).press("keep")

    # the grid

    def go_to_cell(self, row: int, column: int) -> Self:
        table = self._table("who comes when")
        table.setFocus()
        table.setCurrentIndex(self._screen.findChild(ChipGrid)._model.index_of(row, column))
        return self

    def cell(self) -> str:
        return self._table("who comes when").currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Self:
        self._qtbot.keyClick(self._table("who comes when"), key, modifier)
        return self

    def drag(
        self, start: Cell, to: Cell, *, end: bool = False, by: int = 0, held: Held = PLAIN, escape: bool = False
    ) -> Self:
        """Take the first chip of a cell, or with ``end`` its right end, to another cell or some pixels on."""
        view = self._table("who comes when")
        model = self._screen.findChild(ChipGrid)._model
        index = model.index_of(*start)
        box = view._painter.boxes(index, view.visualRect(index))[0][1]
        begin = box.center() if not end else QPoint(box.right() - 2, box.center().y())
        aim = begin + QPoint(by, 0) if start == to else view.visualRect(model.index_of(*to)).center()
        left, port = Qt.MouseButton.LeftButton, view.viewport()
        self._qtbot.mousePress(port, left, PLAIN, begin)
        for at in (begin + QPoint(1, 0), aim):
            moved = QMouseEvent(QMouseEvent.Type.MouseMove, at, port.mapToGlobal(at), left, left, held)
            QApplication.sendEvent(port, moved)
        port.grab()
        if escape:
            self._qtbot.keyClick(view, Qt.Key.Key_Escape)
        self._qtbot.mouseRelease(port, left, held, aim)
        return self

    def menu(self) -> QMenu:
        view = self._table("who comes when")
        QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0)))
        return self._screen.findChild(ChipGrid).menu

    def type_in_cell(self, text: str) -> Self:
        self._qtbot.keyClicks(self._table("who comes when"), text)
        return self

    def type_on(self, text: str) -> Self:
        self._qtbot.keyClicks(self._field("times").first_input, text)
        return self

    def hint_of(self, field: str) -> str:
        return self._field(field).first_input.accessibleDescription()

    def done(self) -> str:
        return self._screen.findChild(Here).said

    def in_grid(self) -> bool:
        return QApplication.focusWidget() is self._table("who comes when")
