"""Jobs that nobody has yet: what the work is, when, for what pay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from pa_manager.values.clock import hours_said
from pa_manager.values.errors import UserError
from pa_manager.values.money import Money

VacancyId = NewType("VacancyId", int)


class TitleMissing(UserError):
    """A vacancy must be called something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VacancyDetails:
    """A job that somebody is looked for.

    Attributes:
        title: What the job is called in the advert.
        work: What is to be done, in a few words.
        days_and_times: When, in words.
        weekly_minutes: How many minutes a week; nothing if they differ.
        per_hour: What an hour pays; nothing if that is not settled.
        closed_on: The day on which nobody was looked for any more.
    """

    title: str
    opened_on: date
    work: str = ""
    days_and_times: str = ""
    weekly_minutes: int | None = None
    per_hour: Money | None = None
    closed_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse one without a title."""
        tidy_title(self.title)

    @property
    def hours(self) -> str:
        """How much and when, in words; nothing if that is not settled."""
        weekly = "" if self.weekly_minutes is None else f"{_hours(self.weekly_minutes)} a week"
        return ". ".join(filter(None, (weekly, self.days_and_times)))

    @property
    def pay(self) -> str:
        """What it pays, in words; nothing if that is not settled."""
        return "" if self.per_hour is None else f"{self.per_hour} an hour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacancy(VacancyDetails):
    """A vacancy that is kept."""

    id: VacancyId

    @property
    def standing(self) -> str:
        """Whether somebody is still looked for."""
        return "Closed" if self.closed_on else "Open"


def _hours(minutes: int) -> str:
    """Return hours as an advert says them: ``8 hours``, ``12:45 hours``."""
    hours, rest = divmod(minutes, 60)
    return f"{hours_said(minutes)} hours" if rest else f"{hours} hour{'' if hours == 1 else 's'}"


def tidy_title(text: str) -> str:
    """Return a title as it is kept.

    Raises:
        TitleMissing: There is nothing but blanks.
    """
    if not (title := " ".join(text.split())):
        raise TitleMissing("The title is missing. Type what the job is called, for example Weekend PA.")
    return title
