"""Drives the rota screen the way a person would."""

from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pa_manager.shell.pieces.grids import ChipGrid
from tests.shell.robot import Robot


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

    def type_in_cell(self, text: str) -> Self:
        self._qtbot.keyClicks(self._table("who comes when"), text)
        return self

    def type_on(self, text: str) -> Self:
        self._qtbot.keyClicks(self._field("times").first_input, text)
        return self

    def hint_of(self, field: str) -> str:
        return self._field(field).first_input.accessibleDescription()

    def in_grid(self) -> bool:
        return QApplication.focusWidget() is self._table("who comes when")
