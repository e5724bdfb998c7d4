"""Class 1 National Insurance: what the employee and the employer owe on one payment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Final

from pa_manager.law.dated import Dated, OwnFigure
from pa_manager.law.explained import Because
from pa_manager.law.kinds import PERCENT, percent_said
from pa_manager.law.minimum_wage import age_on
from pa_manager.law.pay_periods import PER_PERIOD, Frequency, per_period
from pa_manager.law.state_pension import has_reached_pension_age
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money

_KNOWN_TO: Final = date(2027, 4, 5)
_ACT: Final = "Social Security Contributions and Benefits Act 1992"
_THRESHOLDS: Final = "Social Security (Contributions) Regulations 2001 (SI 2001/1004), reg. 10 and 11, as amended"

LOWER_EARNINGS_LIMIT: Final = Dated(
    name="lower earnings limit",
    rule="From this pay on you must register as an employer, and the pay counts towards the State Pension.",
    authority=_THRESHOLDS,
    steps=(
        (date(2023, 4, 6), per_period(123, 246, 492, 533, 6396)),
        (date(2025, 4, 6), per_period(125, 250, 500, 542, 6500)),
        (date(2026, 4, 6), per_period(129, 258, 516, 559, 6708)),
    ),
    known_to=_KNOWN_TO,
    kind=PER_PERIOD,
)
PRIMARY_THRESHOLD: Final = Dated(
    name="primary threshold",
    rule="Above this pay a PA pays National Insurance.",
    authority=_THRESHOLDS,
    steps=((date(2023, 4, 6), per_period(242, 484, 967, 1048, 12570)),),
    known_to=_KNOWN_TO,
    kind=PER_PERIOD,
)
SECONDARY_THRESHOLD: Final = Dated(
    name="secondary threshold",
    rule="Above this pay you pay National Insurance for a PA.",
    authority=_THRESHOLDS,
    steps=(
        (date(2023, 4, 6), per_period(175, 350, 700, 758, 9100)),
        (date(2025, 4, 6), per_period(96, 193, 385, 417, 5000)),
    ),
    known_to=_KNOWN_TO,
    kind=PER_PERIOD,
)
UPPER_EARNINGS_LIMIT: Final = Dated(
    name="upper earnings limit",
    rule="Above this pay a PA pays the lower rate of National Insurance.",
    authority=_THRESHOLDS,
    steps=((date(2023, 4, 6), per_period(967, 1934, 3867, 4189, 50270)),),
    known_to=_KNOWN_TO,
    kind=PER_PERIOD,
)
ZONE_THRESHOLD: Final = Dated(
    name="upper secondary threshold for freeports and investment zones",
    rule="Up to this pay an employer in such a zone pays no National Insurance.",
    rare=True,
    authority="National Insurance Contributions Act 2022, s. 1 and 2, with the regulations on investment zones",
    steps=((date(2023, 4, 6), per_period(481, 962, 1924, 2083, 25000)),),
    known_to=_KNOWN_TO,
    kind=PER_PERIOD,
)
EMPLOYEE_RATE: Final = Dated(
    name="employee's rate of National Insurance",
    rule="The share of pay that a PA pays, from the primary threshold to the upper earnings limit.",
    authority=f"{_ACT}, s. 8(2)(a)",
    steps=(
        (date(2023, 4, 6), Fraction(12, 100)),
        (date(2024, 1, 6), Fraction(10, 100)),
        (date(2024, 4, 6), Fraction(8, 100)),
    ),
    known_to=_KNOWN_TO,
    kind=PERCENT,
)
REDUCED_RATE: Final = Dated(
    name="married woman's reduced rate of National Insurance",
    rule="The share a woman pays who chose the reduced rate before May 1977 and has a certificate.",
    rare=True,
    authority="Social Security (Contributions) Regulations 2001 (SI 2001/1004), reg. 131, as amended",
    steps=(
        (date(2023, 4, 6), Fraction(585, 10_000)),
        (date(2024, 1, 6), Fraction(385, 10_000)),
        (date(2024, 4, 6), Fraction(185, 10_000)),
    ),
    known_to=_KNOWN_TO,
    kind=PERCENT,
)
UPPER_RATE: Final = Dated(
    name="employee's rate of National Insurance above the upper earnings limit",
    rule="The share that a PA pays of what is above the upper earnings limit.",
    authority=f"{_ACT}, s. 8(2)(b)",
    steps=((date(2023, 4, 6), Fraction(2, 100)),),
    known_to=_KNOWN_TO,
    kind=PERCENT,
)
EMPLOYER_RATE: Final = Dated(
    name="employer's rate of National Insurance",
    rule="The share that you pay of a PA's pay above the secondary threshold.",
    authority=f"{_ACT}, s. 9(2)",
    steps=((date(2023, 4, 6), Fraction(138, 1000)), (date(2025, 4, 6), Fraction(15, 100))),
    known_to=_KNOWN_TO,
    kind=PERCENT,
)


class NotACategory(UserError):
    """The letter is no National Insurance category."""


class _Pays(Enum):
    """What the employee pays between the primary threshold and the upper earnings limit."""

    FULL = "the full rate"
    REDUCED = "the married woman's reduced rate"
    DEFERRED = "2%, as the rest is paid in another job"
    NOTHING = "nothing"


class _Relief(Enum):
    """Up to where the employer pays nothing."""

    SECONDARY = "the secondary threshold"
    UPPER = "the upper earnings limit"
    ZONE = "the threshold of the zone"
    WHOLE = "any amount"


@dataclass(frozen=True, slots=True)
class Category:
    """A National Insurance category: its letter, who it is for, and who pays what."""

    letter: str
    who: str
    pays: _Pays
    relief: _Relief


CATEGORIES: Final = {
    category.letter: category
    for category in (
        Category("A", "most employees", _Pays.FULL, _Relief.SECONDARY),
        Category("B", "married women and widows who may pay less", _Pays.REDUCED, _Relief.SECONDARY),
        Category("C", "over State Pension age", _Pays.NOTHING, _Relief.SECONDARY),
        Category("J", "those who pay in another job", _Pays.DEFERRED, _Relief.SECONDARY),
        Category("M", "under 21", _Pays.FULL, _Relief.UPPER),
        Category("Z", "under 21, who pay in another job", _Pays.DEFERRED, _Relief.UPPER),
        Category("H", "apprentices under 25", _Pays.FULL, _Relief.UPPER),
        Category("V", "veterans in their first year of work", _Pays.FULL, _Relief.UPPER),
        Category("F", "freeport: most employees", _Pays.FULL, _Relief.ZONE),
        Category("I", "freeport: married women and widows who may pay less", _Pays.REDUCED, _Relief.ZONE),
        Category("L", "freeport: those who pay in another job", _Pays.DEFERRED, _Relief.ZONE),
        Category("S", "freeport: over State Pension age", _Pays.NOTHING, _Relief.ZONE),
        Category("N", "investment zone: most employees", _Pays.FULL, _Relief.ZONE),
        Category("E", "investment zone: married women and widows who may pay less", _Pays.REDUCED, _Relief.ZONE),
        Category("D", "investment zone: those who pay in another job", _Pays.DEFERRED, _Relief.ZONE),
        Category("K", "investment zone: over State Pension age", _Pays.NOTHING, _Relief.ZONE),
        Category("X", "nobody owes National Insurance, as under 16", _Pays.NOTHING, _Relief.WHOLE),
    )
}


def category_named(letter: str) -> Category:
    """Return the category of a letter.

    Example: ``a`` is the category of most employees.

    Raises:
        NotACategory: There is no such category.
    """
    try:
        return CATEGORIES[letter.strip().upper()]
    except KeyError:
        raise NotACategory(
            "This is not a National Insurance category. Type the letter from the payslip, for example A."
        ) from None


def usual_category(*, born_on: date, day: date, apprentice: bool = False) -> str:
    """Return the letter that a payslip usually bears for somebody of this age.

    Nothing is due under 16; the employer pays nothing up to the upper earnings limit for those under 21 and
    for apprentices under 25; nobody pays the employee's part from State Pension age.
    (Social Security Contributions and Benefits Act 1992, s. 6, 9A and 9B.)

    Example: somebody of 20 in May 2026 is usually category M.
    """
    age = age_on(born_on, day)
    if has_reached_pension_age(born_on, day):
        return "C"
    steps = ((age < 16, "X"), (age < 21, "M"), (apprentice and age < 25, "H"))
    return next((letter for holds, letter in steps if holds), "A")


@dataclass(frozen=True, slots=True, kw_only=True)
class Class1:
    """The National Insurance on one payment, with the earnings in each band as payslips and returns state them."""

    category: Category
    gross: Money
    at_lower_limit: Money
    lower_limit_to_primary: Money
    primary_to_upper: Money
    above_upper: Money
    employee: Money
    employer: Money
    why: tuple[Because, ...]


def round_contribution(exact_pence: Fraction) -> Money:
    """Return a contribution rounded as the rules for National Insurance round it.

    Whatever lies beyond a tenth of a penny is dropped; then up to five tenths go down, and six or more go up.
    (Social Security (Contributions) Regulations 2001, reg. 12(1).)

    Example: £4.7859 is £4.785, and so £4.78; £4.786 is £4.79.
    """
    pence, tenths = divmod(int(exact_pence * 10), 10)
    return Money(pence + (tenths > 5))


def class_1(
    *, gross: Money, category: str, frequency: Frequency, paid_on: date, own: Iterable[OwnFigure] = ()
) -> Class1:
    """Return the Class 1 National Insurance of employee and employer on one payment.

    Each pay period stands by itself. The employee pays a main rate between the primary threshold and the upper
    earnings limit and 2% above; the employer pays above the secondary threshold, or above the limit up to which
    the category frees the employer. Each band is rounded by itself.
    (Social Security Contributions and Benefits Act 1992, s. 8 and 9.)

    Example: £481.03 in a week of 2025-26, category A: employee £19.12, employer £57.75.

    Raises:
        NotACategory: There is no such category.
        FigureNotKnown: This version does not know a threshold or rate for the day.
    """
    own = tuple(own)
    found = category_named(category)
    lower, primary, secondary, upper, zone = (
        figure.found(paid_on, own)
        for figure in (
            LOWER_EARNINGS_LIMIT,
            PRIMARY_THRESHOLD,
            SECONDARY_THRESHOLD,
            UPPER_EARNINGS_LIMIT,
            ZONE_THRESHOLD,
        )
    )
    limit, threshold, top = lower.value.of(frequency), primary.value.of(frequency), upper.value.of(frequency)
    reached = gross >= limit
    main = {
        _Pays.FULL: EMPLOYEE_RATE,
        _Pays.REDUCED: REDUCED_RATE,
        _Pays.DEFERRED: UPPER_RATE,
        _Pays.NOTHING: None,
    }[found.pays]
    employer_from, employer_own = {
        _Relief.SECONDARY: (secondary.value.of(frequency), secondary.own),
        _Relief.UPPER: (top, upper.own),
        _Relief.ZONE: (zone.value.of(frequency), zone.own),
        _Relief.WHOLE: (gross, False),
    }[found.relief]

    middle, above = _between(gross, threshold, top), _between(gross, top, gross)
    employee, lines = NIL, list[Because]()
    for band, figure, words in (
        (middle, main, f"between {threshold} and {top}"),
        (above, None if main is None else UPPER_RATE, f"above {top}"),
    ):
        if figure is None or band == NIL:
            continue
        rate = figure.found(paid_on, own)
        part = round_contribution(band.pence * rate.value)
        employee += part
        is_own = rate.own or primary.own or upper.own
        lines.append(Because(f"Employee: {percent_said(rate.value)} of {band} {words}", part, rate.authority, is_own))
    if not lines:
        lines.append(Because(_why_nothing(found, threshold), NIL, primary.authority, primary.own))

    employers = EMPLOYER_RATE.found(paid_on, own)
    employer = NIL
    for band in (_between(gross, employer_from, top), _between(gross, max(top, employer_from), gross)):
        employer += round_contribution(band.pence * employers.value)
    chargeable = max(gross - employer_from, NIL)
    lines.append(
        Because(
            f"Employer: {percent_said(employers.value)} of {chargeable} above {found.relief.value}"
            if found.relief is not _Relief.WHOLE
            else f"Employer: nothing is due in category {found.letter}",
            employer,
            employers.authority,
            employers.own or employer_own,
        )
    )
    return Class1(
        category=found,
        gross=gross,
        at_lower_limit=limit if reached else NIL,
        lower_limit_to_primary=_between(gross, limit, threshold) if reached else NIL,
        primary_to_upper=middle,
        above_upper=above,
        employee=employee,
        employer=employer,
        why=tuple(lines),
    )


def _between(amount: Money, low: Money, high: Money) -> Money:
    """Return the part of an amount that lies between two others."""
    return max(min(amount, high) - low, NIL)


def _why_nothing(category: Category, threshold: Money) -> str:
    if category.pays is _Pays.NOTHING:
        return f"Employee: nothing is due in category {category.letter} ({category.who})"
    return f"Employee: nothing is due up to {threshold}"
