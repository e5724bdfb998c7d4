"""Ending employment: notice and redundancy pay, as in Great Britain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from pa_manager.law.dated import Dated, OwnFigure
from pa_manager.law.explained import Because
from pa_manager.law.kinds import MONEY
from pa_manager.law.minimum_wage import age_on
from pa_manager.law.pay_periods import add_months, whole_years
from pa_manager.values.days import said
from pa_manager.values.money import NIL, Money

_ACT: Final = "Employment Rights Act 1996"
_MOST_YEARS: Final = 20
_LEAST_YEARS: Final = 2
_MOST_NOTICE: Final = 12

WEEKLY_CAP: Final = Dated(
    name="limit on a week's pay for redundancy",
    rule="The most that a week's pay counts for in redundancy pay. Northern Ireland has its own limit.",
    authority=f"{_ACT}, s. 227, with the Employment Rights (Increase of Limits) Order of the year",
    steps=(
        (date(2023, 4, 6), Money(643_00)),
        (date(2024, 4, 6), Money(700_00)),
        (date(2025, 4, 6), Money(719_00)),
        (date(2026, 4, 6), Money(751_00)),
    ),
    known_to=date(2027, 4, 5),
    kind=MONEY,
)
"""The limit for England, Scotland and Wales. Northern Ireland sets its own: add it as an own figure there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redundancy:
    """A statutory redundancy payment: so many weeks' pay, and the sum."""

    weeks: Fraction
    amount: Money
    why: tuple[Because, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The weeks of notice that the law asks for, and why."""

    weeks: int
    why: tuple[Because, ...]


def weeks_by_age(*, age: int, years: int) -> Fraction:
    """Return the weeks' pay for complete years of service counted back from an age, at most 20 years.

    A year and a half week for each year begun at 41 or over, one week for each begun at 22 or over, half a week
    for each before. (Employment Rights Act 1996, s. 162.)

    Example: at 45 with 12 years, 4 years count one and a half and 8 count one: 14 weeks.
    """
    counted = min(years, _MOST_YEARS)
    return sum((_weeks_for_year_begun_at(age - back) for back in range(1, counted + 1)), Fraction(0))


def weeks_by_band(*, from_41: int = 0, from_22: int = 0, younger: int = 0) -> Fraction:
    """Return the weeks' pay for complete years of service that are already sorted by age, the latest 20 counted.

    (Employment Rights Act 1996, s. 162.)

    Example: 8 years from 41 on are 12 weeks.
    """
    weeks, left = Fraction(0), _MOST_YEARS
    for years, worth in ((from_41, Fraction(3, 2)), (from_22, Fraction(1)), (younger, Fraction(1, 2))):
        counted = min(years, left)
        weeks += counted * worth
        left -= counted
    return weeks


def redundancy_amount(weeks: Fraction, *, weekly_pay: Money, cap: Money) -> Money:
    """Return the payment for so many weeks, a week's pay not counting above the cap.

    (Employment Rights Act 1996, s. 162 and 227.)

    Example: 20.5 weeks at £500 with a cap of £450 is £9,225.
    """
    return min(weekly_pay, cap).times(weeks)


def redundancy(
    *, born_on: date, started_on: date, ends_on: date, weekly_pay: Money, own: Iterable[OwnFigure] = ()
) -> Redundancy:
    """Return the redundancy payment the law gives; nil with fewer than two complete years.

    A week's pay is the average of the last 12 weeks where hours vary. A domestic worker who is the employer's
    parent, child, grandparent, grandchild or sibling has no right to it.
    (Employment Rights Act 1996, s. 135, 155, 161, 162 and 227.)

    Example: born 1 May 1990, from 1 June 2021 to 31 May 2026 at £400 a week: 5 weeks, £2,000.

    Raises:
        FigureNotKnown: This version does not know the cap for the last day.
    """
    years = whole_years(started_on, ends_on)
    if years < _LEAST_YEARS:
        line = Because(f"{years} complete years: two are needed", NIL, f"{_ACT}, s. 155")
        return Redundancy(weeks=Fraction(0), amount=NIL, why=(line,))
    cap = WEEKLY_CAP.found(ends_on, own)
    weeks = weeks_by_age(age=age_on(born_on, ends_on), years=years)
    amount = redundancy_amount(weeks, weekly_pay=weekly_pay, cap=cap.value)
    return Redundancy(
        weeks=weeks,
        amount=amount,
        why=(
            Because(f"{min(years, _MOST_YEARS)} complete years, by age: {_said(weeks)} weeks", None, f"{_ACT}, s. 162"),
            Because(f"A week's pay, up to {cap.value}", min(weekly_pay, cap.value), cap.authority, cap.own),
            Because("Redundancy payment", amount),
        ),
    )


def notice_from_employer(*, started_on: date, on: date) -> Notice:
    """Return the weeks of notice the employer must give: one after a month, then one a complete year, at most 12.

    (Employment Rights Act 1996, s. 86(1). A contract may give more.)

    Example: after 5 years and 3 months, 5 weeks; after 3 weeks, none.
    """
    years = age_on(started_on, on)
    weeks = 0 if on < add_months(started_on, 1) else min(max(years, 1), _MOST_NOTICE)
    return Notice(weeks=weeks, why=(_served(started_on, years, f"{_ACT}, s. 86(1)"),))


def notice_from_worker(*, started_on: date, on: date) -> Notice:
    """Return the weeks of notice the worker must give: one after a month.

    (Employment Rights Act 1996, s. 86(2). A contract may ask for more.)

    Example: after 5 years, 1 week.
    """
    weeks = 0 if on < add_months(started_on, 1) else 1
    return Notice(weeks=weeks, why=(_served(started_on, age_on(started_on, on), f"{_ACT}, s. 86(2)"),))


def _served(started_on: date, years: int, authority: str) -> Because:
    return Because(f"Employed since {said(started_on)}, complete years: {years}", None, authority)


def _weeks_for_year_begun_at(age: int) -> Fraction:
    if age >= 41:
        return Fraction(3, 2)
    return Fraction(1) if age >= 22 else Fraction(1, 2)


def _said(weeks: Fraction) -> str:
    whole, rest = divmod(weeks, 1)
    return f"{whole}.5" if rest else f"{whole}"
