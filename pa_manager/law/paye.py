"""What an employer owes HM Revenue and Customs besides the sums: registering, days, mileage, payslips, records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

from pa_manager.law.dated import Dated, OwnFigure
from pa_manager.law.explained import Because, because
from pa_manager.law.kinds import MONEY
from pa_manager.law.national_insurance import LOWER_EARNINGS_LIMIT
from pa_manager.law.pay_periods import Frequency, add_months, add_years, tax_month_days, tax_year, tax_year_days
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money, total

_FIRST_MILES: Final = 10_000
_QUARTERLY_BELOW: Final = Money(1_500_00)
_ELECTRONIC_DAY: Final = 22
_CHEQUE_DAY: Final = 19
_PAY_REGULATIONS: Final = "Income Tax (Earnings and Pensions) Act 2003, s. 230"


class Vehicle(Enum):
    """What was driven."""

    CAR = "car or van"
    MOTORCYCLE = "motorcycle"
    BICYCLE = "bicycle"


MILEAGE_CAR: Final = Dated(
    name="tax-free mileage, car, first 10,000 miles",
    rule="What you may pay a PA for each mile in their own car or van without tax.",
    authority=_PAY_REGULATIONS,
    steps=((date(2023, 4, 6), Money(45)), (date(2026, 4, 6), Money(55))),
    known_to=date(2027, 4, 5),
    kind=MONEY,
)
MILEAGE_CAR_BEYOND: Final = Dated(
    name="tax-free mileage, car, beyond 10,000 miles",
    rule="What you may pay for each mile in their own car beyond 10,000 in a tax year without tax.",
    authority=_PAY_REGULATIONS,
    steps=((date(2023, 4, 6), Money(25)),),
    known_to=date(2027, 4, 5),
    kind=MONEY,
)
MILEAGE_MOTORCYCLE: Final = Dated(
    name="tax-free mileage, motorcycle",
    rule="What you may pay a PA for each mile on their own motorcycle without tax.",
    rare=True,
    authority=_PAY_REGULATIONS,
    steps=((date(2023, 4, 6), Money(24)),),
    known_to=date(2026, 4, 5),
    kind=MONEY,
)
MILEAGE_BICYCLE: Final = Dated(
    name="tax-free mileage, bicycle",
    rule="What you may pay a PA for each mile on their own bicycle without tax.",
    rare=True,
    authority=_PAY_REGULATIONS,
    steps=((date(2023, 4, 6), Money(20)),),
    known_to=date(2026, 4, 5),
    kind=MONEY,
)
MILEAGE_PASSENGER: Final = Dated(
    name="tax-free mileage, for each passenger",
    rule="What you may pay besides for each mile that a fellow worker is driven along.",
    rare=True,
    authority=_PAY_REGULATIONS.replace("230", "234"),
    steps=((date(2023, 4, 6), Money(5)),),
    known_to=date(2026, 4, 5),
    kind=MONEY,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registering:
    """Whether an employer must register for PAYE, and why."""

    must: bool
    why: tuple[Because, ...]


def must_register(
    wages: Iterable[Money],
    *,
    frequency: Frequency,
    paid_on: date,
    other_reasons: Iterable[str] = (),
    own: Iterable[OwnFigure] = (),
) -> Registering:
    """Return whether paying somebody means registering as an employer, for one pay period.

    Pay at or above the lower earnings limit does; so does another job, a pension, or taxable benefits or expenses,
    whatever the pay. (Income Tax (PAYE) Regulations 2003, reg. 67B and Sch. A1.)

    Example: £516 for four weeks in 2026-27 is at the limit: register.

    Raises:
        FigureNotKnown: This version does not know the limit for the day.
    """
    found = LOWER_EARNINGS_LIMIT.found(paid_on, own)
    return _registering(
        total(wages), found.value.of(frequency), tuple(other_reasons), authority=found.authority, own=found.own
    )


def reaches_limit(wages: Iterable[Money], limit: Money) -> bool:
    """Return whether pay is at or above a limit. Pay for several weeks is looked at together.

    (Income Tax (PAYE) Regulations 2003, reg. 67B and Sch. A1.)

    Example: £112, £113, £120 and £103 come to £448, which is at a limit of £448.
    """
    return total(wages) >= limit


def _registering(paid: Money, limit: Money, reasons: tuple[str, ...], *, authority: str, own: bool) -> Registering:
    at_limit = reaches_limit((paid,), limit)
    said = "at or above" if at_limit else "below"
    why = [Because(f"Pay of {paid} is {said} the lower earnings limit", limit, authority, own)]
    why += [Because(reason) for reason in reasons]
    return Registering(must=at_limit or bool(reasons), why=tuple(why))


def hmrc_due_on(paid_on: date, *, quarterly: bool = False, electronic: bool = True) -> date:
    """Return the day by which tax and National Insurance of a payday must have reached HM Revenue and Customs.

    The 22nd after the end of the tax month (the 5th), or of the tax quarter; by cheque the 19th.
    (Income Tax (PAYE) Regulations 2003, reg. 69 and 70.)

    Example: paid on 30 April 2026: 22 May 2026; paid quarterly: 22 July 2026.
    """
    end = (tax_quarter_days(paid_on) if quarterly else tax_month_days(paid_on)).last
    return end.replace(day=_ELECTRONIC_DAY if electronic else _CHEQUE_DAY)


def tax_quarter_days(day: date) -> Period:
    """Return the tax quarter a day lies in: from 6 April, 6 July, 6 October or 6 January.

    (Income Tax (PAYE) Regulations 2003, reg. 2.)

    Example: 30 April 2026 lies in 6 April to 5 July 2026.
    """
    first = tax_year_days(tax_year(day)).first
    while day >= (following := add_months(first, 3)):
        first = following
    return Period(first, add_months(first, 3) - timedelta(days=1))


def may_pay_quarterly(average_a_month: Money) -> bool:
    """Return whether tax and National Insurance may be paid each quarter: below £1,500 a month on average.

    (Income Tax (PAYE) Regulations 2003, reg. 70.)

    Example: £212 a month may be paid quarterly.
    """
    return average_a_month < _QUARTERLY_BELOW


def pension_due_on(paid_on: date) -> date:
    """Return the day by which pension contributions taken on a payday must have been paid in electronically.

    The 22nd of the month after. (Occupational Pension Schemes (Scheme Administration) Regulations 1996, reg. 16.)

    Example: taken on 30 April 2026: 22 May 2026.
    """
    return add_months(paid_on.replace(day=1), 1).replace(day=_ELECTRONIC_DAY)


def p60_due_on(year: int) -> date:
    """Return the day by which those employed on 5 April must have their P60 for a tax year: 31 May.

    (Income Tax (PAYE) Regulations 2003, reg. 67.)

    Example: for 2025-26, 31 May 2026.
    """
    return date(year + 1, 5, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxFreeMileage:
    """What may be paid for miles without tax, and why."""

    amount: Money
    why: tuple[Because, ...]


def tax_free_mileage(
    miles: int, *, day: date, vehicle: Vehicle = Vehicle.CAR, miles_before: int = 0, own: Iterable[OwnFigure] = ()
) -> TaxFreeMileage:
    """Return the most that may be paid for miles driven for work in the worker's own vehicle without tax.

    In a car the first 10,000 miles of the tax year are worth more than those beyond; ``miles_before`` are those
    already paid. The way between home and work never counts.
    (Income Tax (Earnings and Pensions) Act 2003, s. 229 and 230.)

    Example: 100 miles in May 2026, 9,950 before: 50 at 55p and 50 at 25p, £40.00.

    Raises:
        FigureNotKnown: This version does not know the rate for the day.
    """
    own = tuple(own)
    if vehicle is Vehicle.CAR:
        first = min(max(_FIRST_MILES - miles_before, 0), miles)
        parts = [(MILEAGE_CAR, first), (MILEAGE_CAR_BEYOND, miles - first)]
    else:
        parts = [(MILEAGE_MOTORCYCLE if vehicle is Vehicle.MOTORCYCLE else MILEAGE_BICYCLE, miles)]
    amount, why = NIL, list[Because]()
    for figure, count in parts:
        if count:
            found = figure.found(day, own)
            amount += found.value.times(count)
            why.append(because(found, f"{count} miles at {found.value}", found.value.times(count)))
    return TaxFreeMileage(amount=amount, why=tuple(why))


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidTime:
    """Pay for time: what it is for, the minutes, and whether the pay goes by them."""

    words: str
    minutes: int
    by_time: bool


def hours_to_show(parts: Iterable[PaidTime]) -> tuple[PaidTime, ...]:
    """Return the time a payslip must show: that for which the pay varies by the time worked.

    A salary that is the same each time needs no hours; overtime beside it does. It may be one total or split.
    (Employment Rights Act 1996, s. 8(2)(e), for pay periods from 6 April 2019.)

    Example: a salary for 40 hours a week and 5 hours of overtime: only the overtime.
    """
    return tuple(part for part in parts if part.by_time and part.minutes)


class Record(Enum):
    """A sort of record that the law asks an employer to keep."""

    PAYE = "tax and National Insurance"
    MINIMUM_WAGE = "minimum wage"
    HOLIDAY = "holiday and holiday pay"


def keep_until(record: Record, made_on: date) -> date:
    """Return the day to which the law asks that a record be kept. Councils may ask for longer.

    PAYE: 3 years from the end of the tax year (SI 2003/2682, reg. 97). Minimum wage: 6 years from the end of the
    pay reference period after the one it covers, here a month later at most (SI 2015/621, reg. 59). Holiday:
    6 years from the day made (Working Time Regulations 1998, reg. 16B, from 6 April 2026).

    Example: a payslip of 30 April 2026: 5 April 2030.
    """
    if record is Record.PAYE:
        return add_years(tax_year_days(tax_year(made_on)).last, 3)
    if record is Record.MINIMUM_WAGE:
        return add_years(add_months(made_on, 1), 6)
    return add_years(made_on, 6)
