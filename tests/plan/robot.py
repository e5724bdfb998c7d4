"""Drives the support plan screen the way a person would."""

from typing import Self

from pa_manager.shell.pieces.charts import Chart
from tests.shell.robot import Robot

MONEY = "what the money is for"


class PlanRobot(Robot):
    """Writes outcomes and lines of money."""

    def add_outcome(self, **texts: str) -> Self:
        return self.press("add outcome").fill_form(**texts).press("keep")

    def add_line(self, **texts: str) -> Self:
        return self.press("add line").fill_form(**texts).press("keep")

    def outcomes(self) -> list[list[str]]:
        return self.rows("outcomes")

    def lines(self) -> list[list[str]]:
        return self.rows(MONEY)

    def drawn(self) -> str:
        """What a screen reader says in place of the picture; nothing while there is none."""
        chart = self._screen.findChild(Chart)
        return "" if chart.isHidden() else chart.said

    def pick_line(self, row: int) -> Self:
        return self.pick(row, MONEY)


class WordsRobot(Robot):
    """Writes the plan part by part, has it agreed, and compares."""

    def parts(self) -> list[list[str]]:
        return self.rows("parts of the plan")

    def write(self, part: str, **texts: str) -> Self:
        row = next(number for number, line in enumerate(self.parts()) if line[0] == part)
        return self.activate(row, "parts of the plan").fill_form(**texts).press("keep")
