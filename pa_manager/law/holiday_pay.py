"""Holiday pay: what a week and an hour of holiday are worth, and what a leaver is owed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from pa_manager.law.explained import Because
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money, total

_REGULATIONS: Final = "Working Time Regulations 1998 (SI 1998/1833)"
_WEEKS_AVERAGED: Final = 52
_WEEKS_LOOKED_AT: Final = 104


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPaid:
    """A whole week before the holiday: what was paid for it, for how many minutes.

    ``statutory_only`` marks a week in which all that was paid was sick pay or pay for statutory leave, or less than
    usual because of it. It is left out for irregular hours and part of the year.
    """

    pay: Money
    minutes: int
    statutory_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AveragePay:
    """The average of the weeks that count: pence and minutes of a week, unrounded, and how many weeks there were."""

    weeks: int
    week_pence: Fraction
    week_minutes: Fraction
    why: tuple[Because, ...]

    def for_weeks(self, weeks: Fraction) -> Money:
        """Return the pay for so many weeks of holiday, to the penny."""
        return _money(self.week_pence * weeks)

    def for_minutes(self, minutes: Fraction | int) -> Money:
        """Return the pay for so many minutes of holiday, to the penny; nil where no time was worked."""
        if self.week_minutes == 0:
            return NIL
        return _money(self.week_pence / self.week_minutes * minutes)

    @property
    def per_hour(self) -> Money:
        """What an hour of holiday is worth, to the penny."""
        return self.for_minutes(60)


def last_whole_week(leave_begins: date, *, week_ends: int = 5) -> Period:
    """Return the last week that ended before leave begins; weeks end on Saturday (5) unless pay says otherwise.

    (Employment Rights Act 1996, s. 235(1), as Working Time Regulations 1998, reg. 16 uses it.)

    Example: leave from Monday 4 May 2026: Sunday 26 April to Saturday 2 May.
    """
    last = leave_begins - timedelta(days=1)
    last -= timedelta(days=(last.weekday() - week_ends) % 7)
    return Period(last - timedelta(days=6), last)


def average_pay(weeks: Sequence[WeekPaid], *, regular_hours: bool = False) -> AveragePay:
    """Return the average pay of the last 52 paid weeks before a holiday.

    ``weeks`` are whole weeks, the latest first. Weeks without pay are left out and earlier ones taken, up to 104
    weeks back; so are weeks of statutory pay only, unless hours are regular. Whoever was employed for less has
    the average of what weeks there are. (Working Time Regulations 1998, reg. 16(3) to (3E).)

    Example: £200, nothing, £100: two paid weeks, £150 on average.
    """
    looked_at = weeks[:_WEEKS_LOOKED_AT]
    counted = [week for week in looked_at if week.pay > NIL and (regular_hours or not week.statutory_only)][
        :_WEEKS_AVERAGED
    ]
    if not counted:
        line = Because("No paid week to average", None, f"{_REGULATIONS}, reg. 16")
        return AveragePay(weeks=0, week_pence=Fraction(0), week_minutes=Fraction(0), why=(line,))
    paid = total(week.pay for week in counted)
    return AveragePay(
        weeks=len(counted),
        week_pence=Fraction(paid.pence, len(counted)),
        week_minutes=Fraction(sum(week.minutes for week in counted), len(counted)),
        why=(
            Because(f"Paid in the last {len(counted)} weeks with pay", paid, f"{_REGULATIONS}, reg. 16(3) to (3E)"),
            Because(f"Divided by {len(counted)}: a week's pay", _money(Fraction(paid.pence, len(counted)))),
        ),
    )


def in_lieu(*, entitlement: Fraction, share_of_year: Fraction, taken: Fraction) -> Fraction:
    """Return the holiday that a leaver is paid for instead, in the unit given; nil where more was taken.

    The year's holiday times the share of the leave year worked, less what was taken. For irregular hours give what
    was earned, and a share of 1. (Working Time Regulations 1998, reg. 14.)

    Example: 28 days, half the year worked, 10 taken: 4 days.
    """
    return max(entitlement * share_of_year - taken, Fraction(0))


def _money(pence: Fraction) -> Money:
    return Money(1).times(pence)
