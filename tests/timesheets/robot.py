"""Drives the timesheets screen the way a person would."""

from typing import Self

from PySide6.QtWidgets import QLabel

from pa_manager.shell.pieces.words import Band
from tests.shell.robot import Robot


class TimesheetsRobot(Robot):
    """Makes, fills in, agrees and sends timesheets."""

    def timesheets(self) -> list[list[str]]:
        return self.rows("timesheets")

    def lines(self) -> list[list[str]]:
        return self.rows("lines")

    def make(self, key: str, day: str = "") -> Self:
        self.press("make").choose("whose, and for when", key)
        return self.type_into("a day of the other pay period", day).press("keep")

    def change(self, row: int, **texts: str) -> Self:
        return self.activate(row, "lines").fill_form(**texts).press("keep")

    def add(self, day: str, kind: str, **texts: str) -> Self:
        return self.press("add").fill_form(day=day, what_kind_of_work=kind, **texts).press("keep")

    def send(self) -> Self:
        return self.press("send").press("keep")

    def remarks(self) -> str:
        """What the band says that is neither a problem nor a result."""
        names = {"problem", "result"}
        bands = [band for band in self._screen.findChildren(Band) if band.sentence.objectName() not in names]
        return bands[0].said

    def lead(self) -> str:
        return self._screen.findChild(QLabel, "lead").text()
