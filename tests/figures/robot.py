"""Drives the screen of legal figures the way a person would."""

from typing import Self

from tests.shell.robot import Robot

LAW, ADDED = "figures of the law", "figures you added"


class FiguresRobot(Robot):
    """Looks figures up, and adds some."""

    def figures(self) -> dict[str, list[str]]:
        return {name: rest for name, *rest in self.rows(LAW)}

    def added(self) -> list[list[str]]:
        return self.rows(ADDED)

    def show_day(self, text: str) -> Self:
        return self.type_into("as it is on", text).press("show day")

    def add_figure(self, **texts: str) -> Self:
        return self.press("add").fill_form(**texts).press("keep")

    def worth_knowing(self) -> str:
        return self._band("worth knowing")
