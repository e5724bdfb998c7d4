"""Drives the funding screen the way a person would."""

from typing import Self

from tests.shell.robot import Robot

PAYMENTS, AGREED, ONE_OFFS = "the next 13 payments", "what was agreed", "one-off payments"


class FundingRobot(Robot):
    """Writes down who pays and how much, and reads when the money comes."""

    def add_stream(self, **texts: str) -> Self:
        return self.press("add").fill_form(**texts).press("keep")

    def add_one_off(self, **texts: str) -> Self:
        return self.press("add one-off").fill_form(**texts).press("keep")

    def streams(self) -> list[list[str]]:
        return self.rows("who pays")

    def payments(self) -> list[list[str]]:
        return self.rows(PAYMENTS)

    def agreed(self) -> list[list[str]]:
        return self.rows(AGREED)

    def one_offs(self) -> list[list[str]]:
        return self.rows(ONE_OFFS)


class RulesRobot(Robot):
    """Starts from patterns, changes rules, and reads what each funder asks."""

    def profiles(self) -> list[list[str]]:
        return self.rows("sets of rules")

    def consents(self) -> list[list[str]]:
        return self.rows("what was agreed beforehand")

    def rules(self) -> dict[str, list[str]]:
        return {row[0]: row[1:] for row in self.rows("rule by rule")}
