"""Drives the screens of the door the way a person would."""

from typing import Self

from PySide6.QtWidgets import QLineEdit

from pa_manager.door.screen.parts import CodeCard
from tests.shell.robot import Robot


class DoorRobot(Robot):
    """Makes files and opens them."""

    def make(self, **texts: str) -> Self:
        return self.press("start").fill_form(**texts).press("keep")

    def open_with(self, password: str) -> Self:
        return self.press("open recent").fill_form(password=password).press("keep")

    def code(self) -> str:
        (card,) = self._screen.findChildren(CodeCard)
        return "" if card.isHidden() or card.parentWidget().isHidden() else card.code

    def hint_of(self, field: str) -> str:
        return self._field(field).findChild(QLineEdit).accessibleDescription()

    def is_offered(self, field: str) -> bool:
        return not self._field(field).isHidden()
