"""Drives the screens of the returns the way a person would."""

from typing import Self

from tests.shell.robot import Robot

FIGURES, BEHIND, ASKED = "figures", "payments behind the figure", "what a council would ask"


class ReturnsRobot(Robot):
    """Starts returns and opens them."""

    def start(self, first: str, last: str) -> Self:
        return self.press("start").fill_form(first_day=first, last_day=last).press("keep")


class StatementRobot(Robot):
    """Looks behind figures, follows what a council would ask, and takes a return from draft to sent."""

    def open(self, number: int) -> Self:
        self._screen.point_out(number)
        return self

    def figure(self, words: str) -> int:
        """Return the row of a figure, by the first line of its words."""
        return next(row for row, cells in enumerate(self.rows(FIGURES)) if cells[1].split("\n")[0] == words)

    def look_behind(self, words: str) -> Self:
        return self.activate(self.figure(words), FIGURES)

    def state(self) -> str:
        return self._screen._state.said

    def behind(self) -> str:
        return self._screen._behind.said

    def shows(self, name: str) -> bool:
        return not self._button(name).isHidden()
