"""Drives the cover screen and the call list the way a person would."""

from typing import Self

from tests.shell.robot import Robot


class CoverRobot(Robot):
    """Says who cannot come, asks others, and notes what they said."""

    def cannot_come(self, who: str, first_day: str, **more: str) -> Self:
        return self.press("cannot come").fill_form(who=who, first_day=first_day, **more).press("keep")

    def gaps(self) -> list[list[str]]:
        return self.rows("shifts that nobody has")

    def options(self) -> list[list[str]]:
        return self.rows("who could come")

    def events(self) -> list[list[str]]:
        return self.rows("times of cover")

    def calls(self) -> list[list[str]]:
        return self.rows("who was asked")

    def pick_gap(self, row: int) -> Self:
        return self.pick(row, "shifts that nobody has")

    def note(self, option: int, answer: str, **more: str) -> Self:
        self.pick(option, "who could come").press("ask")
        return self.fill_form(what_they_said=answer, **more).press("keep")


class CallListRobot(Robot):
    """Keeps the call list."""

    def people(self) -> list[list[str]]:
        return self.rows("who would come")

    def add(self, tier: str, **more: str) -> Self:
        return self.press("add").fill_form(kind=tier, **more).press("keep")
