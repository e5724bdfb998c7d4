"""Drives the holder screen the way a person would."""

from typing import Self

from tests.shell.robot import Robot


class HolderRobot(Robot):
    """Writes down the holder, and those who help."""

    def write_down(self, **texts: str) -> Self:
        return self.press("change holder").fill_form(**texts).press("keep")

    def add_supporter(self, **texts: str) -> Self:
        return self.press("add").fill_form(**texts).press("keep")


class AdviceRobot(Robot):
    """Writes down what others said."""

    def note(self, **texts: str) -> Self:
        return self.press("add").fill_form(**texts).press("keep")
