"""Drives the screens of pay the way a person would."""

from typing import Self

from pa_manager.shell.pieces.words import Band
from tests.shell.robot import Robot


class PayRobot(Robot):
    """Reads what timesheets come to, and why."""

    def pay(self) -> list[list[str]]:
        return self.rows("what timesheets come to")

    def parts(self) -> list[list[str]]:
        return self.rows("what it is made of")

    def band(self, name: str) -> str:
        return self._band(name)

    def told(self, name: str) -> str:
        """Return what the band of a name says."""
        (band,) = [each for each in self._screen.findChildren(Band) if each.sentence.objectName() == name]
        return band.said

    def findings(self, tone: str) -> str:
        return self.told(f"findings {tone}")


class PayslipsRobot(PayRobot):
    """Types in payslips, and reads what they say."""

    def payslips(self) -> list[list[str]]:
        return self.rows("payslips")

    def figures(self) -> list[list[str]]:
        return self.rows("what the payslip says")

    def type_payslip(self, **texts: str) -> Self:
        """Type what a payslip says into the open form, each by the name the presenter reads it by."""
        assert self.form is not None
        self.form.fill(texts)
        return self.press("keep")


class TimeOffRobot(Robot):
    """Reads holiday and sickness of a PA, and types what is known of it."""

    def figures(self) -> dict[str, str]:
        return {row[0]: row[1] for row in self.rows("holiday in figures")}

    def why(self) -> list[list[str]]:
        return self.rows("how the figure comes about")

    def holidays(self) -> list[list[str]]:
        return self.rows("holidays of the leave year")

    def spells(self) -> list[list[str]]:
        return self.rows("times off sick")

    def days(self) -> list[list[str]]:
        return self.rows("sick pay day by day")
