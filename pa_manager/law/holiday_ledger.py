"""The holiday ledger of one PA and leave year: given, earned, taken, booked, carried, left, and its worth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from typing import Final

from pa_manager.law.explained import Because
from pa_manager.law.holiday_pay import AveragePay
from pa_manager.law.holiday_regular import WEEKS
from pa_manager.law.pay_periods import add_months, add_years
from pa_manager.values.clock import hours_said
from pa_manager.values.days import Period
from pa_manager.values.money import Money

_REGULATIONS: Final = "Working Time Regulations 1998 (SI 1998/1833)"
_WEEKS_AFTER_SICKNESS: Final = Fraction(4)
_WEEKS_BY_AGREEMENT: Final = WEEKS - _WEEKS_AFTER_SICKNESS


class CarryReason(Enum):
    """Why holiday passes into the next leave year."""

    FAMILY_LEAVE = "it could not be taken for maternity or other family leave"
    SICKNESS = "it could not be taken for sickness"
    EMPLOYER = "the employer did not make it possible to take it"
    AGREED = "it was agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Holiday that passes on: how many minutes, by which day it must be used if any is fixed, and why."""

    minutes: Fraction
    use_by: date | None
    why: Because


def carried_over(
    left: Fraction, *, reason: CarryReason, year: Period, week_minutes: Fraction, irregular: bool
) -> Carried:
    """Return how much of the holiday left in a leave year passes on, and until when.

    Family leave: all, to the end of the next leave year. Sickness: up to 4 weeks with regular hours, all with
    irregular, for 18 months from the end of the leave year. Where the employer did not grant it, encourage it or warn
    of its loss: up to 4 weeks with regular hours, all with irregular, until the end of the first full leave year in
    which the employer does. By agreement: up to 1.6 weeks, to the end of the next leave year.
    (Working Time Regulations 1998, reg. 13(10) to (17), 13A(7) and 15D.)

    Example: 5.6 weeks of 20 hours left for sickness, regular hours, leave year 2026: 80 hours, until 30 June 2028.
    """
    weeks = {
        CarryReason.FAMILY_LEAVE: WEEKS,
        CarryReason.SICKNESS: WEEKS if irregular else _WEEKS_AFTER_SICKNESS,
        CarryReason.EMPLOYER: WEEKS if irregular else _WEEKS_AFTER_SICKNESS,
        CarryReason.AGREED: _WEEKS_BY_AGREEMENT,
    }[reason]
    next_year_ends = add_years(year.last + timedelta(days=1), 1) - timedelta(days=1)
    use_by = {
        CarryReason.FAMILY_LEAVE: next_year_ends,
        CarryReason.SICKNESS: add_months(year.last + timedelta(days=1), 18) - timedelta(days=1),
        CarryReason.EMPLOYER: None,
        CarryReason.AGREED: next_year_ends,
    }[reason]
    minutes = max(min(left, weeks * week_minutes), Fraction(0))
    said = f"{hours_said(int(minutes))} hours are carried over, as {reason.value}"
    return Carried(minutes=minutes, use_by=use_by, why=Because(said, None, f"{_REGULATIONS}, reg. 13, 13A and 15D"))


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayYear:
    """What is known of a PA's leave year, in minutes.

    ``entitlement`` is the whole year's; ``accrued`` what has been earned by the day asked about: with regular hours
    after the first year it is the entitlement.
    """

    year: Period
    entitlement: Fraction
    accrued: Fraction
    taken: Fraction = Fraction(0)
    booked: Fraction = Fraction(0)
    carried_in: Fraction = Fraction(0)
    carried_in_use_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayLedger:
    """The ledger on a day, in minutes, with the worth of what is left in money.

    ``left`` is what may still be booked in the leave year; ``owed`` is what has been earned and not taken, which is
    what a leaver would be paid for and what the holder owes.
    """

    entitlement: Fraction
    accrued: Fraction
    taken: Fraction
    booked: Fraction
    carried_in: Fraction
    lapsed: Fraction
    left: Fraction
    owed: Fraction
    worth: Money
    why: tuple[Because, ...]


def ledger(known: HolidayYear, *, on: date, pay: AveragePay) -> HolidayLedger:
    """Return the holiday ledger of a leave year on a day.

    What was carried in is used first, and what is left of it lapses after its last day.
    (Working Time Regulations 1998, reg. 13 to 15D.)

    Example: 112 hours a year, all earned, 30 taken, 10 booked, 8 carried in: 80 left, 90 owed.
    """
    unused = max(known.carried_in - known.taken, Fraction(0))
    lapsed = unused if known.carried_in_use_by is not None and on > known.carried_in_use_by else Fraction(0)
    carried = known.carried_in - lapsed
    left = known.entitlement + carried - known.taken - known.booked
    owed = max(known.accrued + carried - known.taken, Fraction(0))
    worth = pay.for_minutes(owed)
    why = [
        Because(f"Earned so far: {_said(known.accrued)} of {_said(known.entitlement)} hours"),
        Because(f"Carried in: {_said(carried)} hours"),
        Because(f"Taken: {_said(known.taken)} hours; booked: {_said(known.booked)} hours"),
        Because(f"Earned and not taken, {_said(owed)} hours at {pay.per_hour}", worth, f"{_REGULATIONS}, reg. 14"),
    ]
    if lapsed:
        why.insert(2, Because(f"Carried in and no longer to be used: {_said(lapsed)} hours"))
    return HolidayLedger(
        entitlement=known.entitlement,
        accrued=known.accrued,
        taken=known.taken,
        booked=known.booked,
        carried_in=known.carried_in,
        lapsed=lapsed,
        left=left,
        owed=owed,
        worth=worth,
        why=tuple(why),
    )


def _said(minutes: Fraction) -> str:
    return hours_said(int(minutes))
