"""Drives the screens of money in and money out the way a person would."""

from typing import Self

from tests.shell.robot import Robot


class SpendingRobot(Robot):
    """Looks through payments, says what they were for, and keeps receipts."""

    def payments(self) -> list[list[str]]:
        return self.rows("payments")

    def open_account(self, **texts: str) -> Self:
        button = "open first" if self.can_press("open first") else "open account"
        return self.press(button).fill_form(**texts).press("keep")

    def say_purpose(self, row: int, **texts: str) -> Self:
        return self.activate(row, "payments").fill_form(**texts).press("keep")


class ExpectedRobot(Robot):
    """Reads how money came, and makes letters about what did not."""

    def expected(self) -> list[list[str]]:
        return self.rows("money expected")

    def one_offs(self) -> list[list[str]]:
        return self.rows("one-off payments by themselves")

    def letters(self) -> list[list[str]]:
        return self.rows("letters made")

    def lead(self) -> str:
        return self._screen._lead.text()

    def sentence(self) -> str:
        return self._screen._sentence.said


class PayingRobot(Robot):
    """Reads what is to be paid, and takes it to the bank."""

    def payments(self) -> list[list[str]]:
        return self.rows("payments")

    def lead(self) -> str:
        return self._screen._lead.text()

    def sentence(self) -> str:
        return self._screen._sentence.said

    def advice(self) -> str:
        return self._screen._advice.said


class ImportRobot(Robot):
    """Chooses a bank file, turns its ticks, and brings it in."""

    def file_rows(self) -> list[list[str]]:
        return self.rows("rows of the file")

    def files(self) -> list[list[str]]:
        return self.rows("files brought in")

    def turn(self, row: int) -> Self:
        return self.activate(row, "rows of the file")


class StatementRobot(Robot):
    """Types in a statement, compares it, and agrees it."""

    def compare(self, **texts: str) -> Self:
        return self.press("begin").fill_form(**texts).press("keep")

    def listed(self) -> list[list[str]]:
        return self.rows("lines on this statement")

    def waiting(self) -> list[list[str]]:
        return self.rows("typed by hand and waiting")
