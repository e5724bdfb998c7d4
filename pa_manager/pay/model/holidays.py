"""Holiday of one PA in a leave year: given or earned, carried over, taken, booked, left, and what it is worth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import Final

from pa_manager.assistants.model import Assistant, AssistantId, HoursKind, ShiftKind, Terms
from pa_manager.law.explained import Because
from pa_manager.law.holiday_irregular import (
    Accrued,
    WeekWorked,
    accrued,
    accrued_so_far,
    average_week,
    minutes_for_weeks_away,
)
from pa_manager.law.holiday_ledger import Carried, CarryReason, carried_over
from pa_manager.law.holiday_pay import AveragePay, WeekPaid, average_pay, last_whole_week
from pa_manager.law.holiday_regular import (
    MOST_DAYS,
    WEEKS,
    Stay,
    accrued_in_first_year,
    hours_of_holiday,
    leave_year,
)
from pa_manager.pay.model.gross import gross_pay, paid_as, parts_of
from pa_manager.pay.model.payslips import Payslip
from pa_manager.rota.model import Absence, AbsenceState
from pa_manager.timesheets.model import Timesheet, WorkedLine
from pa_manager.values.clock import hours_said
from pa_manager.values.days import Period, said_period
from pa_manager.values.money import NIL, Money

REGULATIONS: Final = "Working Time Regulations 1998 (SI 1998/1833)"
_WEEKS_LOOKED_AT: Final = 104
_WEEKS_AVERAGED: Final = 52
_FULL_WEEK: Final = Fraction(5)
_A_DAY: Final = timedelta(days=1)
_A_WEEK: Final = timedelta(days=7)


class CarryFor(StrEnum):
    """Why holiday was carried over. The words are stored: never change one."""

    FAMILY_LEAVE = "family_leave"
    SICKNESS = "sickness"
    EMPLOYER = "employer"
    AGREED = "agreed"

    @property
    def reason(self) -> CarryReason:
        """The reason as the law knows it."""
        return CarryReason[self.name]

    @property
    def words(self) -> str:
        """The reason as it is chosen from a list."""
        return self.reason.value[:1].upper() + self.reason.value[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayAgreed:
    """What is agreed with a PA for holiday and sickness besides the contract.

    Attributes:
        rolled_up: Whether holiday is paid with each wage, not when it is taken.
        weekdays: The days of the week agreed as days of work, Monday being 0; empty if none are.
    """

    rolled_up: bool = False
    weekdays: frozenset[int] = frozenset()


_BY_THE_HOUR: Final = frozenset({HoursKind.IRREGULAR, HoursKind.PART_YEAR})


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedIn:
    """Holiday that was carried into a leave year, as typed."""

    assistant_id: AssistantId
    year_first: date
    minutes: int
    reason: CarryFor
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A holiday with its time: so many minutes on each day, where they come from, and what they are paid.

    Attributes:
        over: Whether its last day has passed.
        pay: What it is paid when taken; nil where holiday pay is rolled up.
        why: How the pay comes about.
    """

    absence: Absence
    by_day: tuple[tuple[date, int], ...]
    source: str
    over: bool
    pay: Money = NIL
    why: tuple[Because, ...] = ()

    @property
    def minutes(self) -> int:
        """All of its time."""
        return sum(minutes for _, minutes in self.by_day)

    @property
    def is_taken(self) -> bool:
        """Whether it was had: noted as taken, or agreed and over."""
        state = self.absence.state
        return state is AbsenceState.TAKEN or (state is AbsenceState.AGREED and self.over)

    @property
    def is_booked(self) -> bool:
        """Whether it is agreed and still to come."""
        return self.absence.state is AbsenceState.AGREED and not self.over

    @property
    def standing(self) -> str:
        """How it stands, in words."""
        if self.absence.state is AbsenceState.AGREED:
            return "Over: note it as taken" if self.over else "Booked"
        return self.absence.state.words

    def within(self, days: Period) -> int:
        """Return the minutes that lie within some days."""
        return sum(minutes for day, minutes in self.by_day if day in days)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastWork:
    """What the file knows of a PA's work, for the holiday earned by it and the pay for it."""

    timesheets: tuple[Timesheet, ...] = ()
    payslips: tuple[Payslip, ...] = ()
    sick: tuple[Period, ...] = ()

    @property
    def known_from(self) -> date | None:
        """The first day of which there is a timesheet."""
        return min((each.period.first for each in self.timesheets), default=None)

    @property
    def lines(self) -> tuple[WorkedLine, ...]:
        """All lines of all timesheets."""
        return tuple(line for each in self.timesheets for line in each.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarnedPeriod:
    """What one pay period earned: the time worked, the time it stands for in sickness, and the holiday."""

    period: Period
    minutes: int
    away: Fraction
    accrued: Accrued
    settled: bool


@dataclass(frozen=True, slots=True)
class Given:
    """Minutes of holiday with how they come about."""

    minutes: Fraction
    why: tuple[Because, ...]


def leave_year_of(assistant: Assistant, day: date) -> Period:
    """Return the leave year a day lies in: as the contract says, else from the first day of work.

    Example: leave years from 1 April, on 10 May 2026: 1 April 2026 to 31 March 2027.
    """
    terms = terms_on(assistant, day)
    begins = terms.agreement.holiday_year_from if terms else None
    return leave_year(begins or assistant.started_on, holding=day)


def leave_years(assistant: Assistant, today: date) -> tuple[Period, ...]:
    """Return the leave years of an engagement up to now, the newest first."""
    year = leave_year_of(assistant, max(min(today, assistant.left_on or today), assistant.started_on))
    years = [year]
    while year.first > assistant.started_on:
        year = leave_year_of(assistant, year.first - _A_DAY)
        years.append(year)
    return tuple(years)


def terms_on(assistant: Assistant, day: date) -> Terms | None:
    """Return the terms that hold on a day, or else the first to come; nothing if none are agreed."""
    begun = [each for each in assistant.terms if each.from_day <= day]
    return begun[-1] if begun else next(iter(assistant.terms), None)


def counted_minutes(line: WorkedLine) -> int:
    """Return the minutes of a line that earn holiday.

    A sleep-in counts whole, for the PA is at work; being on call counts for the time called out.
    (Working Time Regulations 1998, reg. 2(1), "working time".)

    Example: a sleep-in from 10pm to 7am is 9 hours; on call, called out for 40 minutes, 40 minutes.
    """
    return (line.awake_minutes or 0) if line.kind is ShiftKind.ON_CALL else line.worked_minutes


def regular_holiday(assistant: Assistant, year: Period, weekdays: frozenset[int]) -> Given | None:
    """Return the holiday of a leave year for regular hours, in minutes; nothing where no weekly hours are agreed.

    Where the weekly hours change within the year, each part counts by its days, up to the whole minute.
    (Working Time Regulations 1998, reg. 13 to 15A.)

    Example: 16 hours a week, a whole year: 89.6 hours.
    """
    spans = _spans(assistant, year)
    if not spans or any(terms.weekly_minutes is None for _, terms in spans):
        return None
    a_week = Fraction(len(weekdays)) or _FULL_WEEK
    hours = {Fraction(terms.weekly_minutes or 0, 60) for _, terms in spans}
    started = assistant.started_on if assistant.started_on in year and assistant.started_on > year.first else None
    left = assistant.left_on if assistant.left_on is not None and assistant.left_on in year else None
    if len(hours) == 1:
        found = hours_of_holiday(hours.pop(), a_week, Stay(year=year, started_on=started, left_on=left))
        return Given(found.rounded * 60, found.why)
    exact, why = Fraction(0), list[Because]()
    for days, terms in spans:
        weekly = Fraction(terms.weekly_minutes or 0, 60)
        stay = Stay(year=year, started_on=days.first, left_on=days.last)
        part = hours_of_holiday(weekly, a_week, stay).exact * 60
        exact += part
        words = f"{said_period(days)}, {hours_said(terms.weekly_minutes or 0)} hours a week: {_said(part)} hours"
        why.append(Because(words, None, f"{REGULATIONS}, reg. 13 and 14"))
    return Given(
        Fraction(ceil(exact)), (*why, Because(f"Up to the whole minute: {_said(Fraction(ceil(exact)))} hours"))
    )


def earned_by_then(assistant: Assistant, year: Period, given: Given, on: date) -> Given:
    """Return how much of a leave year's holiday is earned by a day, for regular hours.

    In the leave year in which the work began it is a twelfth of a year's holiday with each month begun; a leaver has
    earned the share of the year; else it is all. (Working Time Regulations 1998, reg. 15A.)
    """
    if assistant.started_on not in year or (assistant.left_on is not None and assistant.left_on <= on):
        return given
    terms = terms_on(assistant, on)
    a_day = Fraction(terms.weekly_minutes or 0, 5) if terms else Fraction(0)
    if not a_day:
        return given
    days = accrued_in_first_year(WEEKS * 5, started_on=assistant.started_on, on=on)
    minutes = min(days * a_day, given.minutes)
    why = Because(
        f"In the first year a twelfth with each month begun: {_said(minutes)} hours", None, f"{REGULATIONS}, reg. 15A"
    )
    return Given(minutes, (why,))


def earned_periods(assistant: Assistant, year: Period, work: PastWork, *, on: date) -> tuple[EarnedPeriod, ...]:
    """Return what each pay period of a leave year that has ended by a day earned, for irregular hours.

    Days of sickness stand for the average week of the 52 before.
    (Working Time Regulations 1998, reg. 15B and 15C.)

    Example: 25 hours worked in a pay period earn 3 hours, exactly 3:01.
    """
    periods = dict[Period, list[Timesheet]]()
    for sheet in work.timesheets:
        if sheet.period.last in year and sheet.period.last <= on:
            periods.setdefault(sheet.period, []).append(sheet)
    for spell in work.sick:
        period = assistant.pay_period_of(spell.first)
        while period.first <= spell.last:
            if period.last in year and period.last <= on and not any(period.overlap(each) for each in periods):
                periods[period] = []
            period = assistant.pay_period_of(period.last + _A_DAY)
    return tuple(_earned(period, periods[period], work) for period in sorted(periods))


def irregular_holiday(periods: Sequence[EarnedPeriod], work: PastWork) -> Given:
    """Return the holiday earned in some pay periods, in minutes: never less than exact, never above 28 days.

    (Working Time Regulations 1998, reg. 15B.)
    """
    days = {line.day for line in work.lines if counted_minutes(line) > 0}
    a_day = Fraction(sum(map(counted_minutes, work.lines)), len(days)) if days else None
    so_far = accrued_so_far(
        (each.accrued for each in periods), most_minutes=None if a_day is None else a_day * MOST_DAYS
    )
    worked = sum(each.minutes for each in periods)
    return Given(
        so_far.minutes,
        (
            Because(
                f"12.07% of {hours_said(worked)} hours worked, at the end of each pay period",
                None,
                f"{REGULATIONS}, reg. 15B",
            ),
            Because(f"By whole hours each pay period {so_far.hours}, exactly {_said(so_far.exact_minutes)}"),
            Because("The better of the two counts, so that short pay periods lose nothing"),
        ),
    )


def weeks_paid(assistant: Assistant, work: PastWork, *, before: date) -> tuple[WeekPaid, ...]:
    """Return what each of the 104 whole weeks before a day was paid for work, the latest first.

    By the timesheets at their rates; a payslip without a timesheet is spread over its days, with the hours agreed.
    (Working Time Regulations 1998, reg. 16; Employment Rights Act 1996, s. 221 to 224.)
    """
    by_week = dict[date, list[WorkedLine]]()
    for line in work.lines:
        by_week.setdefault(line.day - timedelta(days=(line.day.weekday() + 1) % 7), []).append(line)
    divide = paid_as(assistant)
    week = last_whole_week(before)
    found = list[WeekPaid]()
    for _ in range(_WEEKS_LOOKED_AT):
        lines = by_week.get(week.first, [])
        pay, minutes = gross_pay(parts_of(lines, divide)), sum(map(counted_minutes, lines))
        if not lines:
            pay, minutes = _from_payslip(assistant, work, week)
        sick = any(week.overlap(spell) for spell in work.sick)
        found.append(WeekPaid(pay=pay, minutes=minutes, statutory_only=sick))
        week = Period(week.first - _A_WEEK, week.last - _A_WEEK)
    return tuple(found)


def worth_of_an_hour(assistant: Assistant, work: PastWork, *, before: date) -> AveragePay:
    """Return what holiday is worth on a day: the average of the last 52 paid weeks, as far as the file knows them.

    Without any, it is the basic rate that was agreed, and that is said.
    (Working Time Regulations 1998, reg. 16.)

    Example: £500 for 40 hours in all over 4 weeks: £12.50 an hour; 4 of 52 weeks are known.
    """
    terms = terms_on(assistant, before)
    regular = terms is not None and terms.agreement.hours not in _BY_THE_HOUR
    found = average_pay(weeks_paid(assistant, work, before=before), regular_hours=regular)
    if found.weeks:
        if found.weeks < _WEEKS_AVERAGED:
            known = Because(f"The file knows {found.weeks} of the 52 weeks: earlier payslips would make it exact")
            return AveragePay(
                weeks=found.weeks,
                week_pence=found.week_pence,
                week_minutes=found.week_minutes,
                why=(*found.why, known),
            )
        return found
    basic = terms.basic_rate() if terms else None
    if basic is None or basic.per_hour is None:
        return found
    return AveragePay(
        weeks=0,
        week_pence=Fraction(basic.per_hour.pence),
        week_minutes=Fraction(60),
        why=(Because("No paid week is in the file yet, so the basic rate is taken", basic.per_hour),),
    )


def minutes_of(
    absence: Absence, shifts: Mapping[date, int], typed: int | None, terms: Terms | None, weekdays: frozenset[int]
) -> tuple[tuple[tuple[date, int], ...], str]:
    """Return the minutes of a holiday on each day, and where they come from, in words.

    As typed, spread over the days of its shifts or all its days; else by its shifts; else by the hours agreed, spread
    over the days of work that were agreed.
    """
    days = [day for day in absence.days.days() if shifts.get(day)] or list(absence.days.days())
    if typed is not None:
        each, rest = divmod(typed, len(days))
        return tuple((day, each + (number < rest)) for number, day in enumerate(days)), "As typed"
    if any(shifts.values()):
        return tuple((day, shifts[day]) for day in days), "By the shifts of these days"
    if terms is not None and terms.weekly_minutes and weekdays:
        a_day = terms.weekly_minutes // len(weekdays)
        agreed = tuple((day, a_day) for day in days if day.weekday() in weekdays)
        return agreed, "By the hours and days agreed"
    return (), "Not known: type the hours"


def carried_by_law(typed: CarriedIn, year: Period, week_minutes: Fraction, *, irregular: bool) -> Carried:
    """Return what the law says of holiday that was carried into a leave year: the last day to use it, and why."""
    before = leave_year(year.first, holding=year.first - _A_DAY)
    return carried_over(
        Fraction(typed.minutes), reason=typed.reason.reason, year=before, week_minutes=week_minutes, irregular=irregular
    )


def _earned(period: Period, sheets: Iterable[Timesheet], work: PastWork) -> EarnedPeriod:
    sheets = tuple(sheets)
    minutes = sum(counted_minutes(line) for sheet in sheets for line in sheet.lines)
    away = Fraction(0)
    for spell in work.sick:
        if shared := spell.overlap(period):
            away += minutes_for_weeks_away(_average_before(spell.first, work), days_away=shared.length)
    return EarnedPeriod(
        period=period,
        minutes=minutes,
        away=away,
        accrued=accrued(max(minutes, 0), minutes_away=away),
        settled=all(sheet.agreed_on is not None for sheet in sheets),
    )


def _average_before(day: date, work: PastWork) -> Fraction:
    """Return the average minutes of the weeks before a day, as far back as there are timesheets."""
    if work.known_from is None:
        return Fraction(0)
    weeks = list[WeekWorked]()
    week = Period(day - _A_WEEK, day - _A_DAY)
    while week.first >= work.known_from and len(weeks) < _WEEKS_LOOKED_AT:
        minutes = sum(counted_minutes(line) for line in work.lines if line.day in week)
        weeks.append(WeekWorked(minutes, any(week.overlap(spell) for spell in work.sick)))
        week = Period(week.first - _A_WEEK, week.last - _A_WEEK)
    return average_week(weeks)


def _from_payslip(assistant: Assistant, work: PastWork, week: Period) -> tuple[Money, int]:
    """Return a week's share of a payslip that has no timesheet, with the hours agreed for the week."""
    terms = terms_on(assistant, week.first)
    for payslip in work.payslips:
        inside = payslip.period.first <= week.first and week.last <= payslip.period.last
        if payslip.timesheet_id is None and inside and terms and terms.weekly_minutes:
            return payslip.gross.times(Fraction(7, payslip.period.length)), terms.weekly_minutes
    return NIL, 0


def _spans(assistant: Assistant, year: Period) -> list[tuple[Period, Terms]]:
    """Return the parts of a leave year that somebody is employed for, each with the terms that hold."""
    last = min(year.last, assistant.left_on or year.last)
    spans = list[tuple[Period, Terms]]()
    for number, terms in enumerate(assistant.terms):
        begins = assistant.started_on if number == 0 else terms.from_day
        first = max(begins, year.first, assistant.started_on)
        later = assistant.terms[number + 1 :]
        until = min(last, later[0].from_day - _A_DAY) if later else last
        if first <= until:
            spans.append((Period(first, until), terms))
    return spans


def _said(minutes: Fraction) -> str:
    return hours_said(floor(minutes))
