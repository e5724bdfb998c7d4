"""Drives the holder screen the way a person would."""

from typing import Self

from PySide6.QtWidgets import QLabel, QPushButton

from pa_manager.shell.pieces.keys import plain
from pa_manager.shell.pieces.photos import Photo
from tests.shell.robot import Robot


class HolderRobot(Robot):
    """Writes down the holder, and those who help."""

    def write_down(self, **texts: str) -> Self:
        return self.press("change holder").fill_form(**texts).press("keep")

    def add_supporter(self, **texts: str) -> Self:
        return self.press("add").fill_form(**texts).press("keep")

    def photo(self) -> str:
        return self._screen.findChild(Photo).accessibleName()


class KeyboardRobot(Robot):
    """Says who is at the keyboard."""

    def people(self) -> list[str]:
        return [plain(each.text()) for each in self._screen.findChildren(QPushButton) if each.isVisible()]

    def lead(self) -> str:
        return self._screen.findChild(QLabel, "lead").text()


class AdviceRobot(Robot):
    """Writes down what others said."""

    def note(self, **texts: str) -> Self:
        return self.press("add").fill_form(**texts).press("keep")
