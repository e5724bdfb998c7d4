"""Holiday pay: what a week and an hour of holiday are worth, and what a leaver is owed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from pa_manager.law.explained import Because
from pa_manager.values.clock import hours_said
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


@dataclass(frozen=True, slots=True, kw_only=True)
class InLieu:
    """What a leaver is paid for holiday not taken: how much of it, in minutes, the pay, and why."""

    minutes: Fraction
    pay: Money
    why: tuple[Because, ...]


def in_lieu(*, earned: Fraction, taken: Fraction, pay: AveragePay) -> InLieu:
    """Return what a leaver is paid for holiday that was earned and not taken; nil where more was taken.

    ``earned``, in minutes, is the year's holiday times the share of the leave year worked; for irregular hours what
    was earned by the hour. (Working Time Regulations 1998, reg. 14.)

    Example: 56 hours earned, 20 taken, at £12.71 an hour: 36 hours, £457.56.
    """
    minutes = max(earned - taken, Fraction(0))
    amount = pay.for_minutes(minutes)
    return InLieu(
        minutes=minutes,
        pay=amount,
        why=(
            Because(f"Earned: {hours_said(int(earned))} hours; taken: {hours_said(int(taken))} hours"),
            Because(f"{hours_said(int(minutes))} hours at {pay.per_hour}", amount, f"{_REGULATIONS}, reg. 14"),
        ),
    )


def _money(pence: Fraction) -> Money:
    return Money(1).times(pence)
