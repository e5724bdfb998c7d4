"""What a contract says besides hours and rates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from pa_manager.values.errors import UserError

_MOST_WEEKS: Final = 52


class NotWeeks(UserError):
    """The text is no number of weeks."""


class HoursKind(StrEnum):
    """Whether hours are regular: it decides how holiday is worked out. The words are stored: never change one."""

    NOT_TOLD = "not_told"
    REGULAR = "regular"
    IRREGULAR = "irregular"
    PART_YEAR = "part_year"

    @property
    def words(self) -> str:
        """The kind as screens say it."""
        return _WORDS[self]


_WORDS: Final = {
    HoursKind.NOT_TOLD: "Not decided yet",
    HoursKind.REGULAR: "Regular: the same each week, or in a fixed pattern",
    HoursKind.IRREGULAR: "Irregular: wholly or mostly different each pay period",
    HoursKind.PART_YEAR: "Part of the year only",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What was agreed besides hours and rates. All of it may stay empty: the written statement then has a blank.

    Attributes:
        days_and_times: The days and times of work, and whether and how they may vary.
        holiday_year_from: The first day of any one holiday year.
        holiday: Days off and pay for them, also on leaving.
        sick_pay: What is paid in sickness, and how to tell.
        probation_ends_on: The last day of probation.
        ends_on: The last day, where the job is for a fixed time.
        training: Training that must be done, and who pays for it.
    """

    hours: HoursKind = HoursKind.NOT_TOLD
    job_title: str = ""
    workplace: str = ""
    days_and_times: str = ""
    holiday_year_from: date | None = None
    holiday: str = ""
    sick_pay: str = ""
    other_leave: str = ""
    benefits: str = ""
    your_notice_weeks: int | None = None
    their_notice_weeks: int | None = None
    probation_ends_on: date | None = None
    probation: str = ""
    ends_on: date | None = None
    training: str = ""
    pension: str = ""
    disciplinary: str = ""


NOTHING_SAID: Final = Agreement()
"""An agreement in which all is still empty."""


def weeks_from_text(text: str) -> int:
    """Return the weeks of notice a person has typed.

    Raises:
        NotWeeks: It is no whole number up to 52.
    """
    typed = text.strip().casefold().removesuffix("weeks").removesuffix("week").strip()
    if not (typed.isascii() and typed.isdigit()) or int(typed) > _MOST_WEEKS:
        raise NotWeeks("This is not a number of weeks. Type a whole number up to 52, for example 4.")
    return int(typed)
