"""Drives the rota screen the way a person would."""

from typing import Self

from tests.shell.robot import Robot


class RotaRobot(Robot):
    """Goes from week to week, adds shifts, and notes who is away."""

    def shifts(self) -> list[list[str]]:
        return self.rows("shifts")

    def absences(self) -> list[list[str]]:
        return self.rows("who is away")

    def add_shift(self, day: str, times: str, pa: str = "", **more: str) -> Self:
        return self.press("add").fill_form(which_day=day, times=times, pa=pa, **more).press("keep")

    def away(self, who: str, first_day: str, **more: str) -> Self:
        return self.press("away").fill_form(who=who, first_day=first_day, **more).press("keep")
