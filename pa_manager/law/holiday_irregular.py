"""Holiday of those with irregular hours or who work part of the year: earned with each pay period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from math import floor
from typing import Final

from pa_manager.law.explained import Because
from pa_manager.law.kinds import percent_said
from pa_manager.values.clock import hours_said
from pa_manager.values.money import Money

ACCRUAL: Final = Fraction(1207, 10_000)
"""The holiday earned for each hour: 5.6 weeks over the 46.4 that are left. (WTR 1998, reg. 15B(3).)"""
FROM: Final = date(2024, 4, 1)
"""The rules hold in leave years that begin on or after this day. (SI 2023/1426, reg. 1.)"""
_REGULATIONS: Final = "Working Time Regulations 1998 (SI 1998/1833)"
_WEEKS_AVERAGED: Final = 52
_WEEKS_LOOKED_AT: Final = 104


class Hours(Enum):
    """How the law sees somebody's hours."""

    REGULAR = "regular hours"
    IRREGULAR = "irregular hours"
    PART_YEAR = "part of the year"

    @property
    def earns_by_the_hour(self) -> bool:
        """Whether holiday is earned by the hours worked."""
        return self is not Hours.REGULAR


def hours_of(*, vary_by_contract: bool, weeks_unpaid_by_contract: bool = False, fixed_rota: bool = False) -> Hours:
    """Return how the law sees somebody's hours.

    Irregular: the paid hours of a pay period are, by the contract, wholly or mostly variable. Part of the year: the
    contract has weeks that are neither worked nor paid. A fixed rota is regular, even if its weeks differ.
    (Working Time Regulations 1998, reg. 15F.)

    Example: 15 and 20 hours in turn, week by week, are regular.
    """
    if vary_by_contract and not fixed_rota:
        return Hours.IRREGULAR
    return Hours.PART_YEAR if weeks_unpaid_by_contract else Hours.REGULAR


def holds_in(leave_year_begins: date) -> bool:
    """Return whether holiday is earned by the hour in a leave year: if it begins on or after 1 April 2024.

    (Employment Rights (Amendment, Revocation and Transitional Provision) Regulations 2023, SI 2023/1426, reg. 1.)

    Example: in the leave year from 1 January 2024 it is not, in that from 1 January 2025 it is.
    """
    return leave_year_begins >= FROM


@dataclass(frozen=True, slots=True, kw_only=True)
class Accrued:
    """Holiday earned in a pay period: the whole hours the law asks for, and the exact minutes beside them."""

    hours: int
    exact_minutes: Fraction
    why: tuple[Because, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccruedSoFar:
    """Holiday earned in a leave year: by whole hours each pay period, exact, and the better of the two."""

    hours: int
    exact_minutes: Fraction

    @property
    def minutes(self) -> Fraction:
        """The minutes to grant: the exact sum where the whole hours would take some away."""
        return max(self.exact_minutes, Fraction(self.hours * 60))


def to_whole_hours(hours: Fraction) -> int:
    """Return hours to the nearest whole hour, half an hour going up.

    (Working Time Regulations 1998, reg. 15B(4).)

    Example: 3.6 hours is 4, 4.5 is 5, 0.48 is none.
    """
    return floor(hours + Fraction(1, 2))


def accrued(minutes: int | Fraction, *, minutes_away: Fraction = Fraction(0)) -> Accrued:
    """Return the holiday earned in a pay period, at its end: 12.07% of the hours worked, to the whole hour.

    ``minutes_away`` are those reckoned for sickness and family leave (``minutes_for_weeks_away``). The exact figure
    stands beside the whole hours, for short periods lose by them: 4 hours a week would never earn anything.
    (Working Time Regulations 1998, reg. 15B and 15C.)

    Example: 25 hours earn 3.0175 hours, so 3.
    """
    exact = (minutes + minutes_away) * ACCRUAL
    hours = to_whole_hours(exact / 60)
    lines = [
        Because(
            f"{percent_said(ACCRUAL)} of {hours_said(floor(minutes))} hours worked", None, f"{_REGULATIONS}, reg. 15B"
        )
    ]
    if minutes_away:
        lines.append(
            Because(
                f"and of {hours_said(round(minutes_away))} hours for time off sick or on family leave",
                None,
                f"{_REGULATIONS}, reg. 15C",
            )
        )
    lines.append(Because(f"{hours_said(floor(exact))} hours, to the nearest hour: {hours}"))
    return Accrued(hours=hours, exact_minutes=exact, why=tuple(lines))


def accrued_so_far(periods: Iterable[Accrued], *, most_minutes: Fraction | None = None) -> AccruedSoFar:
    """Return what the pay periods of a leave year come to, never above 28 days where those are given in minutes.

    (Working Time Regulations 1998, reg. 15B(5).)

    Example: 10 weeks of 4 hours: no whole hour in any, but 4 hours 49 minutes exactly.
    """
    periods = tuple(periods)
    hours = sum(period.hours for period in periods)
    exact = sum((period.exact_minutes for period in periods), Fraction(0))
    if most_minutes is not None:
        hours, exact = min(hours, floor(most_minutes / 60)), min(exact, most_minutes)
    return AccruedSoFar(hours=hours, exact_minutes=exact)


@dataclass(frozen=True, slots=True)
class WeekWorked:
    """A week before leave began: its minutes, and whether any of it was sickness or statutory leave."""

    minutes: int
    any_leave: bool = False


def average_week(weeks: Sequence[WeekWorked]) -> Fraction:
    """Return the average minutes of a week before sickness or family leave, for the holiday earned meanwhile.

    ``weeks`` are those before the leave began, the latest first. Weeks with any sickness or statutory leave are left
    out and earlier ones taken, up to 52 of the last 104; weeks without work for other reasons count as nothing.
    (Working Time Regulations 1998, reg. 15C. Holiday *pay* leaves out all unpaid weeks: see ``holiday_pay``.)

    Example: 20 hours, none, and 10 hours average 10 hours.
    """
    counted = [week.minutes for week in weeks[:_WEEKS_LOOKED_AT] if not week.any_leave][:_WEEKS_AVERAGED]
    return Fraction(sum(counted), len(counted)) if counted else Fraction(0)


def minutes_for_weeks_away(average: Fraction, *, days_away: int) -> Fraction:
    """Return the minutes of work that time off sick or on family leave stands for in a pay period.

    (Working Time Regulations 1998, reg. 15C.)

    Example: an average of 10 hours a week and 14 days off stand for 20 hours.
    """
    return average * Fraction(days_away, 7)


def rolled_up_pay(pay: Money) -> Money:
    """Return holiday pay that is paid with the wage: 12.07% of all pay for work in the period, to the penny.

    Only for irregular hours and part of the year, in leave years from 1 April 2024, shown on the payslip by itself.
    (Working Time Regulations 1998, reg. 16A.)

    Example: on £11.44 an hour, £1.38.
    """
    return pay.times(ACCRUAL)
