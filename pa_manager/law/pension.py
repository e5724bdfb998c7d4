"""The workplace pension: who must be enrolled, what is paid in, and the days that matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from typing import Final

from pa_manager.law.dated import Dated, OwnFigure
from pa_manager.law.explained import Because, because
from pa_manager.law.kinds import PERCENT, percent_said
from pa_manager.law.minimum_wage import age_on
from pa_manager.law.pay_periods import PER_PERIOD, Frequency, add_months, add_years, per_period
from pa_manager.law.state_pension import has_reached_pension_age
from pa_manager.values.money import NIL, Money

_ACT: Final = "Pensions Act 2008"
_KNOWN_TO: Final = date(2027, 4, 5)
_YOUNGEST: Final = 16
_ENROLLED_FROM: Final = 22
_OLDEST: Final = 75

LOWER_LEVEL: Final = Dated(
    name="lower level of qualifying earnings",
    rule="Pay above this counts for the workplace pension.",
    authority=f"{_ACT}, s. 13(1)(a), with the review order of the year",
    steps=((date(2023, 4, 6), per_period(120, 240, 480, 520, 6240)),),
    known_to=_KNOWN_TO,
    kind=PER_PERIOD,
)
TRIGGER: Final = Dated(
    name="earnings trigger for automatic enrolment",
    rule="Above this pay you must put a PA into a pension, from 22 to State Pension age.",
    authority=f"{_ACT}, s. 3(1)(c), with the review order of the year",
    steps=((date(2023, 4, 6), per_period(192, 384, 768, 833, 10_000)),),
    known_to=_KNOWN_TO,
    kind=PER_PERIOD,
)
UPPER_LEVEL: Final = Dated(
    name="upper level of qualifying earnings",
    rule="Pay above this does not count for the workplace pension.",
    authority=f"{_ACT}, s. 13(1)(b), with the review order of the year",
    steps=((date(2023, 4, 6), per_period(967, 1934, 3867, 4189, 50_270)),),
    known_to=_KNOWN_TO,
    kind=PER_PERIOD,
)
EMPLOYER_MINIMUM: Final = Dated(
    name="least the employer pays into a pension",
    rule="The smallest share of qualifying earnings that you may pay in.",
    authority=f"{_ACT}, s. 20(1)(b)",
    steps=((date(2019, 4, 6), Fraction(3, 100)),),
    known_to=_KNOWN_TO,
    kind=PERCENT,
)
TOTAL_MINIMUM: Final = Dated(
    name="least that is paid into a pension altogether",
    rule="The smallest share that you, the PA and the tax relief may come to together.",
    authority=f"{_ACT}, s. 20(1)(c)",
    steps=((date(2019, 4, 6), Fraction(8, 100)),),
    known_to=_KNOWN_TO,
    kind=PERCENT,
)
RELIEF_AT_SOURCE: Final = Dated(
    name="tax relief that a pension scheme claims",
    rule="The part of a PA's share that the scheme claims from HMRC, so that less is taken from pay.",
    authority="Finance Act 2004, s. 192",
    steps=((date(2019, 4, 6), Fraction(20, 100)),),
    known_to=_KNOWN_TO,
    kind=PERCENT,
)


class Standing(Enum):
    """What the law calls a worker, and what the employer must do."""

    ELIGIBLE = "eligible jobholder"
    NON_ELIGIBLE = "non-eligible jobholder"
    ENTITLED = "entitled worker"
    OUTSIDE = "outside the age limits"

    @property
    def duty(self) -> str:
        """What the employer must do, in one sentence."""
        return _DUTIES[self]


_DUTIES: Final = {
    Standing.ELIGIBLE: "Enrol this worker in a workplace pension, and pay into it.",
    Standing.NON_ELIGIBLE: "This worker may ask to be enrolled; if so, pay into the pension as for anybody else.",
    Standing.ENTITLED: "This worker may ask to join a pension; the employer need not pay into it.",
    Standing.OUTSIDE: "Nothing is due: workplace pensions are for workers from 16 to 74.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Where a worker stands in one pay period, and why."""

    standing: Standing
    why: tuple[Because, ...]


class Relief(Enum):
    """How the worker's part gets its tax relief."""

    AT_SOURCE = "relief at source"
    NET_PAY = "net pay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """What a pension scheme asks for: its kind of relief, its shares where above the least, and of which pay.

    ``worker`` is the worker's whole share, the tax relief counted in it. ``on_all_pay`` is for schemes that
    take a share of every pound, not of qualifying earnings.
    """

    relief: Relief
    employer: Fraction | None = None
    worker: Fraction | None = None
    on_all_pay: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributions:
    """What one payment puts into the pension.

    ``employee`` is what is taken from pay; ``tax_relief`` is what the scheme then claims (nil under net pay).
    """

    pensionable: Money
    employer: Money
    employee: Money
    tax_relief: Money
    why: tuple[Because, ...]

    @property
    def employee_gross(self) -> Money:
        """The worker's whole share, with the tax relief."""
        return self.employee + self.tax_relief


def assess(
    earnings: Money, *, born_on: date, frequency: Frequency, paid_on: date, own: Iterable[OwnFigure] = ()
) -> Assessment:
    """Return where a worker stands for automatic enrolment in one pay period.

    More than the trigger, from 22 to State Pension age: must be enrolled. More than the lower level, from 16 to 74:
    may ask to be. Others of those ages may ask to join without the employer paying in. All that is paid counts:
    overtime, sick pay, holiday pay. It is asked anew each pay period. (Pensions Act 2008, s. 1, 3, 7 and 9.)

    Example: £800 for four weeks to somebody of 30 in 2026-27: eligible, since the trigger is £768.

    Raises:
        FigureNotKnown: This version does not know the levels for the day.
    """
    own = tuple(own)
    age = age_on(born_on, paid_on)
    of_age = age >= _ENROLLED_FROM and not has_reached_pension_age(born_on, paid_on)
    ages = f"Aged {age}, {'from 22 to State Pension age' if of_age else 'not from 22 to State Pension age'}"
    lower, trigger = LOWER_LEVEL.found(paid_on, own), TRIGGER.found(paid_on, own)
    more = earnings > lower.value.of(frequency)
    much_more = earnings > trigger.value.of(frequency)
    if not _YOUNGEST <= age < _OLDEST:
        found = Standing.OUTSIDE
    elif not more:
        found = Standing.ENTITLED
    else:
        found = Standing.ELIGIBLE if of_age and much_more else Standing.NON_ELIGIBLE
    return Assessment(
        standing=found,
        why=(
            Because(ages, None, f"{_ACT}, s. 1 and 3"),
            because(lower, f"{'More' if more else 'Not more'} than the lower level", lower.value.of(frequency)),
            because(trigger, f"{'More' if much_more else 'Not more'} than the trigger", trigger.value.of(frequency)),
        ),
    )


def qualifying_earnings(earnings: Money, *, lower: Money, upper: Money) -> Money:
    """Return the part of earnings between the lower and the upper level.

    (Pensions Act 2008, s. 13.)

    Example: of £620 in a month with a lower level of £520, £100 qualify.
    """
    return max(min(earnings, upper) - lower, NIL)


def contributions(
    earnings: Money, *, scheme: Scheme, frequency: Frequency, paid_on: date, own: Iterable[OwnFigure] = ()
) -> Contributions:
    """Return what one payment puts into the pension, each share to the nearest penny.

    At least 3% from the employer and 8% altogether of qualifying earnings. Under relief at source the worker pays
    four fifths of the worker's share and the scheme claims the fifth; under net pay it all comes off before tax.
    (Pensions Act 2008, s. 20; Finance Act 2004, s. 192 and 193.)

    Example: £620 in a month, relief at source: employer £3.00, worker £4.00, tax relief £1.00.

    Raises:
        FigureNotKnown: This version does not know the levels or shares for the day.
    """
    own = tuple(own)
    lower, upper = LOWER_LEVEL.found(paid_on, own), UPPER_LEVEL.found(paid_on, own)
    least, total = EMPLOYER_MINIMUM.found(paid_on, own), TOTAL_MINIMUM.found(paid_on, own)
    employer_share = least.value if scheme.employer is None else scheme.employer
    worker_share = total.value - least.value if scheme.worker is None else scheme.worker
    if scheme.on_all_pay:
        base = earnings
        why = [Because("The scheme takes its share of all pay", base)]
    else:
        base = qualifying_earnings(earnings, lower=lower.value.of(frequency), upper=upper.value.of(frequency))
        why = [
            Because(
                f"Qualifying earnings, from {lower.value.of(frequency)} to {upper.value.of(frequency)}",
                base,
                lower.authority,
                lower.own or upper.own,
            )
        ]
    employer, gross = base.times(employer_share), base.times(worker_share)
    relief = NIL
    if scheme.relief is Relief.AT_SOURCE:
        claimed = RELIEF_AT_SOURCE.found(paid_on, own)
        relief = gross.times(claimed.value)
    why.append(Because(f"Employer: {percent_said(employer_share)}", employer, least.authority, least.own))
    why.append(
        Because(f"Worker: {percent_said(worker_share)}, tax relief counted in", gross, total.authority, total.own)
    )
    if relief != NIL:
        why.append(Because("Of which the scheme claims as tax relief", relief))
    return Contributions(
        pensionable=base, employer=employer, employee=gross - relief, tax_relief=relief, why=tuple(why)
    )


def postponed_to_at_latest(first_due_on: date) -> date:
    """Return the last day to which enrolment may be put off: three months on.

    (Pensions Act 2008, s. 4.)

    Example: a worker who starts on 10 June 2026 may be assessed on 10 September 2026.
    """
    return add_months(first_due_on, 3)


def opt_out_ends(*, joined_on: date, told_on: date) -> date:
    """Return the last day on which a worker may opt out and be given the money back.

    One month, beginning with the later of becoming a member and being told about it.
    (Occupational and Personal Pension Schemes (Automatic Enrolment) Regulations 2010, reg. 9.)

    Example: joined on 1 June and told on 10 June 2026: 9 July 2026.
    """
    return add_months(max(joined_on, told_on), 1) - timedelta(days=1)


def next_re_enrolment(duties_began_on: date, *, after: date) -> date:
    """Return the next third anniversary of the day the duties began, about when leavers are enrolled again.

    (Pensions Act 2008, s. 5.) How far from that day it may be chosen is for The Pensions Regulator's own pages.

    Example: duties began on 1 May 2024: re-enrol about 1 May 2027.
    """
    years = 3
    while add_years(duties_began_on, years) <= after:
        years += 3
    return add_years(duties_began_on, years)
