"""What wages cost an employer altogether: holiday, National Insurance and pension besides, each with its reason.

It is a forecast, even over the year: what a week's rota or a budget will come to. What a payslip must say is
worked out in ``law``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from pa_manager.assistants.model.agreement import HoursKind
from pa_manager.assistants.model.nights import RESTING, Stretch, by_rate
from pa_manager.assistants.model.people import Assistant, AssistantKind
from pa_manager.assistants.model.terms import Rate, ShiftKind, Terms
from pa_manager.law.dated import FigureNotKnown, OwnFigure
from pa_manager.law.employment_allowance import ALLOWANCE, after_allowance
from pa_manager.law.explained import Because, because
from pa_manager.law.holiday_irregular import ACCRUAL
from pa_manager.law.kinds import percent_said
from pa_manager.law.national_insurance import EMPLOYER_RATE, SECONDARY_THRESHOLD, class_1, usual_category
from pa_manager.law.pay_periods import Frequency
from pa_manager.law.pension import (
    EMPLOYER_MINIMUM,
    LOWER_LEVEL,
    TRIGGER,
    Relief,
    Scheme,
    Standing,
    assess,
    contributions,
)
from pa_manager.values.clock import hours_said
from pa_manager.values.days import Period, month_of, said
from pa_manager.values.money import NIL, Money, total

DAYS_A_YEAR: Final = 365
FIXED_HOLIDAY: Final = Fraction(56, 464)
"""5.6 weeks of holiday for the 46.4 weeks that are left to work. (WTR 1998, reg. 13 and 13A.)"""
_REGULATIONS: Final = "Working Time Regulations 1998 (SI 1998/1833)"
_MONTH: Final = Fraction(DAYS_A_YEAR, 12)
_LEAST: Final = Scheme(relief=Relief.AT_SOURCE)
_SEE_TO_IT: Final = {
    AssistantKind.SELF_EMPLOYED: "is self-employed and sees to holiday, National Insurance and pension",
    AssistantKind.AGENCY: "comes from an agency, whose price holds holiday, National Insurance and pension",
    AssistantKind.UNPAID: "is not paid",
}

_PERIOD_WORDS: Final = {
    Frequency.WEEKLY: "a week",
    Frequency.FORTNIGHTLY: "a fortnight",
    Frequency.FOUR_WEEKLY: "in 4 weeks",
    Frequency.MONTHLY: "a month",
}


@dataclass(frozen=True, slots=True)
class Worked:
    """Work of one kind on one day, as planned or as done; ``shifts`` and ``awake_minutes`` are for sleep-ins.

    Attributes:
        late_minutes: How much of it lies after midnight, which is paid at the rates of the next day.
    """

    day: date
    kind: ShiftKind
    minutes: int
    shifts: int = 1
    awake_minutes: int = 0
    late_minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wages:
    """What one person is paid for work in a span of days, and what decides what it costs besides.

    Attributes:
        minutes_without_rate: Those of the minutes that nothing was agreed for, and that are not in the pay.
        enrolled: Whether they are in a workplace pension; nothing, if that is to be judged by their pay and age.
        scheme: What the pension scheme asks for; nothing for the least the law asks.
    """

    name: str
    pay: Money
    minutes: int
    kind: AssistantKind = AssistantKind.EMPLOYED
    hours: HoursKind = HoursKind.NOT_TOLD
    frequency: Frequency = Frequency.MONTHLY
    born_on: date | None = None
    apprentice: bool = False
    minutes_without_rate: int = 0
    enrolled: bool | None = None
    scheme: Scheme | None = None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """An amount with the lines that say how it came about."""

    amount: Money
    why: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What the wages of a span of days cost altogether, part by part.

    ``insurance`` is the employer's National Insurance after the Employment Allowance.
    """

    minutes: int
    wages: Reckoned
    holiday: Reckoned
    insurance: Reckoned
    pension: Reckoned

    @property
    def on_costs(self) -> Money:
        """What comes on top of the wages."""
        return self.holiday.amount + self.insurance.amount + self.pension.amount

    @property
    def total(self) -> Money:
        """The wages and what comes on top of them."""
        return self.wages.amount + self.on_costs


def wages_of(assistant: Assistant, worked: Iterable[Worked]) -> Wages:
    """Return what work comes to at the rates agreed with an assistant for its days and kinds.

    A sleep-in or being on call is paid by the shift where the rate says so, and the minutes awake by the hour
    besides. Work over midnight is paid at the rates of both days, see ``by_rate``. Work that nothing was agreed for
    is counted apart.

    Example: 8 hours on a weekday at £13.20 and a sleep-in at £60.00 come to £165.60.
    """
    by_hour: defaultdict[Money, int] = defaultdict(int)
    pay, minutes, without = NIL, 0, 0
    hours = HoursKind.NOT_TOLD
    for each in worked:
        minutes += each.minutes
        if terms := _terms_on(assistant, each.day):
            hours = terms.agreement.hours
        for number, stretch in enumerate(_stretches(assistant, each)):
            rate = stretch.rate
            if rate is None:
                without += stretch.minutes
                continue
            if rate.per_shift is not None and number == 0:
                pay += rate.per_shift.times(each.shifts)
            if rate.per_hour is not None:
                only_awake = each.kind in RESTING and rate.per_shift is not None
                by_hour[rate.per_hour] += each.awake_minutes if only_awake else stretch.minutes
    pay += total(rate.times(Fraction(time, 60)) for rate, time in by_hour.items())
    return Wages(
        name=assistant.called,
        pay=pay,
        minutes=minutes,
        kind=assistant.kind,
        hours=hours,
        frequency=Frequency(assistant.frequency.value),
        born_on=assistant.born_on,
        apprentice=assistant.apprentice,
        minutes_without_rate=without,
    )


def _terms_on(assistant: Assistant, day: date) -> Terms | None:
    return next((terms for terms in reversed(assistant.terms) if terms.from_day <= day), None)


def _stretches(assistant: Assistant, worked: Worked) -> tuple[Stretch, ...]:
    def rate_on(day: date) -> Rate | None:
        terms = _terms_on(assistant, day)
        return terms.rate_for(worked.kind, day) if terms else None

    return by_rate(
        worked.kind,
        worked.minutes,
        late=worked.late_minutes,
        rate=rate_on(worked.day),
        next_rate=lambda: rate_on(worked.day + timedelta(days=1)),
    )


def cost_of(
    wages: Sequence[Wages], *, span: Period, own: Iterable[OwnFigure] = (), claims_allowance: bool = True
) -> Cost:
    """Return what the wages of a span of days cost the employer, as if the whole year were like it.

    Holiday is earned by work: 12.07% with irregular hours, 5.6 weeks for 46.4 weeks of work with regular ones.
    National Insurance and pension are reckoned on wages and holiday pay, by pay periods; one Employment Allowance
    a year is shared out evenly. The figures are those of the last day; where this version does not know them yet,
    the last it knows, and the reasons say so. The self-employed and agencies have no such costs.

    Example: £264.00 a week of irregular hours, paid monthly in 2026-27: holiday £31.86, no National Insurance
    after the allowance, pension £5.29, so £301.15 altogether.

    Raises:
        FigureNotKnown: The days are before those this version knows.
    """
    own = tuple(own)
    try:
        return _cost(wages, span, span.last, own, claims_allowance=claims_allowance)
    except FigureNotKnown:
        last = min(figure.known_to for figure in (ALLOWANCE, EMPLOYER_RATE, SECONDARY_THRESHOLD, LOWER_LEVEL, TRIGGER))
        if span.last <= last:
            raise
        found = _cost(wages, span, last, own, claims_allowance=claims_allowance)
        line = Because(f"The figures for {said(span.last)} are not known yet: those of {said(last)} stand in for them")
        return replace(
            found,
            insurance=Reckoned(found.insurance.amount, (*found.insurance.why, line)),
            pension=Reckoned(found.pension.amount, (*found.pension.why, line)),
        )


def _cost(
    wages: Sequence[Wages], span: Period, day: date, own: tuple[OwnFigure, ...], *, claims_allowance: bool
) -> Cost:
    employed = [each for each in wages if each.kind is AssistantKind.EMPLOYED]
    outside = tuple(
        Because(f"{each.name} {_SEE_TO_IT[each.kind]}") for each in wages if each.kind is not AssistantKind.EMPLOYED
    )
    holidays = [_holiday(each) for each in employed]
    earned = [(each, each.pay + holiday.amount) for each, holiday in zip(employed, holidays, strict=True)]
    insurance = _insurance(earned, span, day, own, claims_allowance=claims_allowance)
    pensions = [_pension(each, pay, span, day, own) for each, pay in earned]
    return Cost(
        minutes=sum(each.minutes for each in wages),
        wages=Reckoned(total(each.pay for each in wages), tuple(line for each in wages for line in _paid(each))),
        holiday=Reckoned(_sum(holidays), _lines(holidays) + outside),
        insurance=insurance,
        pension=Reckoned(_sum(pensions), _lines(pensions)),
    )


def _paid(wages: Wages) -> tuple[Because, ...]:
    lines = (Because(f"{wages.name}, {hours_said(wages.minutes)} hours", wages.pay),)
    if wages.minutes_without_rate:
        without = hours_said(wages.minutes_without_rate)
        return (*lines, Because(f"{without} hours of {wages.name} have no rate agreed, and are not counted in"))
    return lines


def _holiday(wages: Wages) -> Reckoned:
    if wages.hours is HoursKind.REGULAR:
        amount = wages.pay.times(FIXED_HOLIDAY)
        words, where = "5.6 weeks of holiday for 46.4 weeks of work", "reg. 13 and 13A"
    else:
        amount = wages.pay.times(ACCRUAL)
        words, where = f"{percent_said(ACCRUAL)} of pay for work, as with irregular hours", "reg. 15B"
    return Reckoned(amount, (Because(f"{wages.name}: {words}", amount, f"{_REGULATIONS}, {where}"),))


def _insurance(
    earned: Sequence[tuple[Wages, Money]],
    span: Period,
    day: date,
    own: tuple[OwnFigure, ...],
    *,
    claims_allowance: bool,
) -> Reckoned:
    lines, due = list[Because](), NIL
    for each, pay in earned:
        category = usual_category(born_on=each.born_on, day=day, apprentice=each.apprentice) if each.born_on else "A"
        gross = _in_a_period(pay, each.frequency, span)
        contribution = class_1(gross=gross, category=category, frequency=each.frequency, paid_on=day, own=own)
        part = contribution.employer.times(_periods(each.frequency, span))
        rate = EMPLOYER_RATE.found(day, own)
        threshold = SECONDARY_THRESHOLD.on(day, own).of(each.frequency)
        paid = _PERIOD_WORDS[each.frequency]
        words = f"{each.name}, category {category}: {percent_said(rate.value)} of pay above {threshold} {paid}"
        lines.append(because(rate, words, part))
        due += part
    if not claims_allowance or due == NIL:
        return Reckoned(due, tuple(lines))
    yearly = due.times(Fraction(DAYS_A_YEAR, span.length))
    allowed = after_allowance(yearly, used_before=NIL, paid_on=day, own=own)
    left = allowed.to_pay.times(Fraction(span.length, DAYS_A_YEAR))
    found = ALLOWANCE.found(day, own)
    lines.append(because(found, f"Employment Allowance, {found.value} a year, of {yearly} in a year", left - due))
    return Reckoned(left, tuple(lines))


def _pension(wages: Wages, pay: Money, span: Period, day: date, own: tuple[OwnFigure, ...]) -> Reckoned:
    trigger = TRIGGER.found(day, own)
    gross, limit = _in_a_period(pay, wages.frequency, span), trigger.value.of(wages.frequency)
    joined = gross > limit if wages.enrolled is None else wages.enrolled
    words = f"{'more' if joined else 'not more'} than {limit} {_PERIOD_WORDS[wages.frequency]}"
    if wages.enrolled is not None:
        words = "in the pension" if joined else "not in the pension"
    elif joined and wages.born_on is None:
        words += ", and taken to be from 22 to State Pension age"
    elif joined and wages.born_on:
        found = assess(gross, born_on=wages.born_on, frequency=wages.frequency, paid_on=day, own=own)
        joined = found.standing is Standing.ELIGIBLE
        words += "" if joined else ", but not from 22 to State Pension age"
    amount = NIL
    if joined:
        paid_in = contributions(gross, scheme=wages.scheme or _LEAST, frequency=wages.frequency, paid_on=day, own=own)
        amount = paid_in.employer.times(_periods(wages.frequency, span))
        words += f": {_share_said(wages.scheme, day, own)}"
    return Reckoned(amount, (because(trigger, f"{wages.name}: {words}", amount),))


def _share_said(scheme: Scheme | None, day: date, own: tuple[OwnFigure, ...]) -> str:
    least = EMPLOYER_MINIMUM.on(day, own)
    share = percent_said(least if scheme is None or scheme.employer is None else scheme.employer)
    return f"{share} of {'all pay' if scheme and scheme.on_all_pay else 'qualifying earnings'}"


def _in_a_period(pay: Money, frequency: Frequency, span: Period) -> Money:
    """Return what a pay period comes to at the pay of a span."""
    return pay.times(1 / _periods(frequency, span))


def _periods(frequency: Frequency, span: Period) -> Fraction:
    """Return how many pay periods the span holds; a calendar month counts as one."""
    if frequency.weeks:
        return Fraction(span.length, 7 * frequency.weeks)
    if span == month_of(span.first):
        return Fraction(1)
    return Fraction(span.length) / _MONTH


def _sum(parts: Iterable[Reckoned]) -> Money:
    return total(part.amount for part in parts)


def _lines(parts: Iterable[Reckoned]) -> tuple[Because, ...]:
    return tuple(line for part in parts for line in part.why)
