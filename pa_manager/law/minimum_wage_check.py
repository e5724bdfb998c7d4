"""Whether the pay of a pay reference period reaches the minimum wage, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from typing import Final

from pa_manager.law.dated import Dated, Found, OwnFigure
from pa_manager.law.explained import Because, because
from pa_manager.law.kinds import MONEY
from pa_manager.law.minimum_wage import hourly_rate_found
from pa_manager.values.clock import hours_said
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money

_REGULATIONS: Final = "National Minimum Wage Regulations 2015"
_LONGEST: Final = 31

ACCOMMODATION_OFFSET: Final = Dated(
    name="accommodation offset for a day",
    rule="How much of the rent for a place to live with the job may count as pay, for each day.",
    authority=f"{_REGULATIONS} (SI 2015/621), reg. 16, as amended",
    steps=(
        (date(2023, 4, 1), Money(9_10)),
        (date(2024, 4, 1), Money(9_99)),
        (date(2025, 4, 1), Money(10_66)),
        (date(2026, 4, 1), Money(11_10)),
    ),
    known_to=date(2027, 3, 31),
    kind=MONEY,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedPay:
    """The pay of a pay reference period, sorted into what counts for the minimum wage and what does not.

    ``premiums`` is the part of enhanced rates above the basic rate; ``allowances`` are flat sums not for an hour's
    work, such as a sleep-in fee beyond the minutes awake; ``expenses`` are paid back; ``for_employer`` is what the
    employer takes for own use, or the worker pays for the job. ``gross`` holds the first three.
    """

    gross: Money
    premiums: Money = NIL
    allowances: Money = NIL
    expenses: Money = NIL
    for_employer: Money = NIL

    def counts(self) -> Money:
        """Return what counts, before accommodation."""
        return self.gross - self.premiums - self.allowances - self.expenses - self.for_employer


@dataclass(frozen=True, slots=True, kw_only=True)
class Lodging:
    """Accommodation from the employer: days in the pay reference period, and the charge for each; nil if free."""

    days: int
    charge_a_day: Money = NIL


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """What the minimum wage asks about a worker."""

    born_on: date | None = None
    apprentice: bool = False
    apprenticeship_began_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinimumWageCheck:
    """What was found: the pay that counts, the least it must be, and what is missing."""

    counted_pay: Money
    least: Money
    shortfall: Money
    rate: Found[Money]
    hourly: Money | None
    why: tuple[Because, ...] = field(default=())

    @property
    def is_met(self) -> bool:
        """Whether the minimum wage is reached."""
        return self.shortfall == NIL


def accommodation_adjustment(lodging: Lodging, offset: Money) -> Money:
    """Return what accommodation adds to the pay that counts, or takes from it (below nil).

    Free: the offset is added for each day. Charged up to the offset: no effect. Charged above: the excess is taken
    off. (National Minimum Wage Regulations 2015, reg. 14 to 16.)

    Example: charged £12 for 5 days with an offset of £10.66: -£6.70.
    """
    if lodging.charge_a_day == NIL:
        return offset.times(lodging.days)
    return min(offset - lodging.charge_a_day, NIL).times(lodging.days)


def weekly_lodging_adjustment(weekly: Money, *, period_days: int) -> Money:
    """Return a week's accommodation adjustment for a pay period of so many days, as GOV.UK's calculator does.

    The number of weeks is taken to three places. (GOV.UK, "Am I getting the minimum wage", its published code.)

    Example: -£37.36 a week, paid for 5 days: 0.714 weeks, -£26.68.
    """
    return weekly.times(Fraction(floor(Fraction(period_days * 1000, 7) + Fraction(1, 2)), 1000))


def reference_periods(first: date, last: date) -> tuple[Period, ...]:
    """Return the pay reference periods of a pay period: itself, or where it is longer than a month, its parts.

    A pay reference period is never longer than a month (31 days); a worker paid by the week has weeks.
    (National Minimum Wage Regulations 2015, reg. 6.)

    Example: five weeks from 1 June 2026 are 1 June to 1 July and 2 to 5 July.
    """
    parts = []
    while first <= last:
        end = min(first + timedelta(days=_LONGEST - 1), last)
        parts.append(Period(first, end))
        first = end + timedelta(days=1)
    return tuple(parts)


def rate_applies(*, changed_on: date, period: Period) -> bool:
    """Return whether a rate that changed on a day holds in a pay reference period: if it begins then or later.

    (National Minimum Wage Regulations 2015, reg. 4B: the rate is that of the first day.)

    Example: the rate of 1 April 2026 does not hold in 16 March to 15 April, but from 16 April.
    """
    return period.first >= changed_on


def check_minimum_wage(  # noqa: PLR0913 - each is a fact that the law asks for
    *,
    worker: Worker,
    pay: CountedPay,
    minutes: int,
    reference_day: date,
    lodging: Lodging | None = None,
    own: Iterable[OwnFigure] = (),
) -> MinimumWageCheck:
    """Return whether the pay of a pay reference period reaches the minimum wage.

    Pay that counts, over the hours that count, must reach the rate in force on the first day of the period.
    Premiums, allowances, expenses paid back and what the employer takes do not count; of benefits in kind only
    accommodation does. (National Minimum Wage Act 1998, s. 1; National Minimum Wage Regulations 2015, reg. 7 to 16.)

    Example: £100 for 39 hours in June 2025 at 24: £476.19 is the least, so £376.19 is missing.

    Raises:
        FigureNotKnown: This version does not know the rate or the offset for the day.
    """
    own = tuple(own)
    rate = hourly_rate_found(
        born_on=worker.born_on,
        reference_day=reference_day,
        apprentice=worker.apprentice,
        apprenticeship_began_on=worker.apprenticeship_began_on,
        own=own,
    )
    why = [Because("Pay of the period", pay.gross)]
    for words, amount in (
        ("Less what is paid above the basic rate", pay.premiums),
        ("Less allowances", pay.allowances),
        ("Less expenses paid back", pay.expenses),
        ("Less what was taken for the employer's own use", pay.for_employer),
    ):
        if amount != NIL:
            why.append(Because(words, amount, f"{_REGULATIONS}, reg. 10 to 12"))
    counted = pay.counts()
    if lodging is not None:
        offset = ACCOMMODATION_OFFSET.found(reference_day, own)
        adjustment = accommodation_adjustment(lodging, offset.value)
        counted += adjustment
        why.append(because(offset, f"Accommodation for {lodging.days} days, offset {offset.value} a day", adjustment))
    least = rate.value.times(Fraction(minutes, 60))
    why.append(because(rate, f"The least for {hours_said(minutes)} hours at {rate.value}", least))
    why.append(Because("Pay that counts", counted))
    return MinimumWageCheck(
        counted_pay=counted,
        least=least,
        shortfall=max(least - counted, NIL),
        rate=rate,
        hourly=counted.times(Fraction(60, minutes)) if minutes else None,
        why=tuple(why),
    )
