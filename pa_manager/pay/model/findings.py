"""What is worth knowing about pay before it goes out. A finding warns and gives its reason; it stops nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from pa_manager.assistants.model import Assistant, AssistantKind, Rate, ShiftKind
from pa_manager.law.counted_time import TimeKind, counted_minutes, how_it_counts
from pa_manager.law.dated import FigureNotKnown, OwnFigure
from pa_manager.law.minimum_wage_check import CountedPay, Worker, check_minimum_wage
from pa_manager.pay.model.besides import Mileage
from pa_manager.pay.model.gross import PaidAs, lines_without_rate
from pa_manager.plan.model import Outcome
from pa_manager.timesheets.model import Entry, Timesheet
from pa_manager.values.clock import hours_said
from pa_manager.values.days import Period, said_period, said_short
from pa_manager.values.money import NIL, Money


class FindingKind(Enum):
    """What a finding is about."""

    FINE = "fine"
    BELOW_MINIMUM = "below the minimum wage"
    NOT_KNOWN = "a figure is not known"
    NO_RATE = "no rate was agreed"
    NO_CONTRACT = "no terms held that day"
    MORE_HOURS = "more hours than agreed or planned"
    MILES = "miles are not paid, or above what is free of tax"
    NOT_TOLD = "something was not told"
    DIFFERS = "figures differ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing worth knowing: a sentence, the reason for it, and on whose authority."""

    kind: FindingKind
    sentence: str
    reason: str = ""
    authority: str = ""

    @property
    def is_amiss(self) -> bool:
        """Whether there is something to look at."""
        return self.kind is not FindingKind.FINE

    @property
    def way_out(self) -> str:
        """The reason and the authority, in one line."""
        return f"{self.reason} ({self.authority}.)".strip() if self.authority else self.reason


@dataclass(frozen=True, slots=True)
class Counted:
    """The time that counts for the minimum wage, and the pay that counts for it."""

    minutes: int
    pay: Money


def counted(lines: Iterable[Entry], divide: PaidAs, assistant: Assistant) -> Counted:
    """Return the time and the pay of a pay period that count for the minimum wage.

    - Of a sleep-in or being on call, only the minutes awake and working count. (National Minimum Wage Regulations
      2015, reg. 32; Royal Mencap Society v Tomlinson-Blake [2021] UKSC 8.) Where the shift is paid by a flat sum
      and the minutes awake are not paid besides, the share of the sum that falls on them counts.
    - A higher rate for nights or the like counts as far as the rate for days. (The same, reg. 10(j).)
    - Expenses do not count, and corrections do not: they pay for another period.

    Example: 10 hours by day and 2 at night, at £13.00 and £15.00, count as 12 hours and £156.00.
    """
    minutes, minute_pence, of_flat_sums = 0, 0, Fraction(0)
    for line in lines:
        if line.corrects is not None:
            continue
        for part in divide(line):
            if part.rate is None:
                continue
            time = counted_minutes(
                TimeKind(line.kind.value), minutes=part.minutes, working_minutes=line.awake_minutes or 0
            )
            minutes += time
            if part.rate.per_hour is not None:
                minute_pence += time * _capped(part.rate.per_hour, _basic(assistant, line)).pence
            elif part.rate.per_shift is not None and line.worked_minutes:
                of_flat_sums += Fraction(time * part.rate.per_shift.pence * line.shifts, line.worked_minutes)
    return Counted(minutes, Money(1).times(Fraction(minute_pence, 60) + of_flat_sums))


def minimum_wage(
    timesheet: Timesheet, assistant: Assistant, divide: PaidAs, own: Iterable[OwnFigure] = (), more: Money = NIL
) -> Finding:
    """Return whether the pay of a timesheet reaches the minimum wage, why, and on whose authority.

    The pay period is the pay reference period: it is at most a month. The rate is the one for its first day. Where
    it is a figure that a person has added, the sentence says so. ``more`` is pay besides that counts, such as a bonus.
    """
    has = counted(timesheet.lines, divide, assistant)
    has = Counted(has.minutes, has.pay + more)
    try:
        check = check_minimum_wage(
            worker=Worker(
                born_on=assistant.born_on,
                apprentice=assistant.apprentice,
                apprenticeship_began_on=assistant.apprenticeship_began_on,
            ),
            pay=CountedPay(gross=has.pay),
            minutes=has.minutes,
            reference_day=timesheet.period.first,
            own=own,
        )
    except FigureNotKnown as error:
        return Finding(
            kind=FindingKind.NOT_KNOWN,
            sentence=str(error),
            reason=f"So this pay, for {said_period(timesheet.period)}, was not held against the minimum wage.",
        )
    resting = [how_it_counts(TimeKind(kind.value)) for kind in ShiftKind if kind in _resting_kinds(timesheet)]
    reasons = [
        f"{hours_said(has.minutes)} hours count, and {has.pay} of the pay counts for them.",
        f"At {check.rate.value} an hour, {check.least} is due.",
        *(counting.reason for counting in resting),
        "" if assistant.born_on else "No date of birth is kept, so the rate for adults was taken.",
    ]
    period = said_period(timesheet.period)
    by = ", by the figure you added" if check.rate.own else ""
    return Finding(
        kind=FindingKind.FINE if check.is_met else FindingKind.BELOW_MINIMUM,
        sentence=f"This pay is not below the minimum wage{by}."
        if check.is_met
        else f"{assistant.name}'s pay for {period} is {check.shortfall} below the minimum wage{by}.",
        reason=" ".join(filter(None, reasons)),
        authority="; ".join((check.rate.authority, *(counting.authority for counting in resting))),
    )


def findings_of(
    timesheet: Timesheet, assistant: Assistant, divide: PaidAs, own: Iterable[OwnFigure] = (), more: Money = NIL
) -> tuple[Finding, ...]:
    """Return what is worth knowing about the pay for a timesheet, the gravest first.

    The minimum wage is for those who are employed, and cannot be tested while a rate is missing.
    """
    missing = [_no_rate(assistant, line) for line in lines_without_rate(timesheet.lines, divide)]
    law = [minimum_wage(timesheet, assistant, divide, own, more)] if _is_tested(assistant, missing) else []
    return (*missing, *law, *_not_told(timesheet), *_more_hours(timesheet, assistant))


def mileage_findings(mileage: Mileage | None) -> tuple[Finding, ...]:
    """Return what is worth knowing about miles: that nothing is paid for them, or that a part of it is taxed."""
    if mileage is None:
        return ()
    if mileage.amount == NIL:
        most = "" if mileage.tax_free is None else f" Up to {mileage.tax_free} may be paid without tax."
        return (
            Finding(
                kind=FindingKind.MILES,
                sentence=f"Nothing is paid for {mileage.miles} miles: it is not said what a mile is paid.",
                reason=f"Say so under What is paid besides.{most}",
            ),
        )
    if mileage.tax_free is None:
        return (
            Finding(
                kind=FindingKind.MILES,
                sentence="It is not known here how much of the mileage is free of tax.",
                reason="Ask the payroll, or add the figure under Legal figures.",
            ),
        )
    if mileage.above > NIL:
        return (
            Finding(
                kind=FindingKind.MILES,
                sentence=f"Of {mileage.amount} for miles, {mileage.above} is above what is free of tax.",
                reason="The payroll has to tax that part as pay. Tell them.",
                authority="Income Tax (Earnings and Pensions) Act 2003, s. 229 and 230",
            ),
        )
    return ()


def _resting_kinds(timesheet: Timesheet) -> set[ShiftKind]:
    return {line.kind for line in timesheet.lines if line.rests}


def _is_tested(assistant: Assistant, missing: Sequence[Finding]) -> bool:
    return assistant.kind is AssistantKind.EMPLOYED and not missing


def _not_told(timesheet: Timesheet) -> tuple[Finding, ...]:
    nights = sum(line.awake_is_untold for line in timesheet.lines if line.corrects is None)
    if not nights:
        return ()
    return (
        Finding(
            kind=FindingKind.NOT_TOLD,
            sentence=f"Of {nights} sleep-in{'s' if nights > 1 else ''} it is not said how long was spent awake.",
            reason="They are taken as quiet. Time awake and working counts for the minimum wage.",
        ),
    )


def _more_hours(timesheet: Timesheet, assistant: Assistant) -> list[Finding]:
    """Return whether more was worked than the contract has for these days, and than the rota had planned."""
    own = [line for line in timesheet.lines if line.corrects is None and not line.rests]
    worked, planned = (sum(line.worked_minutes for line in own), sum(line.planned_minutes for line in own))
    found = []
    agreed = agreed_minutes(assistant, timesheet.period)
    if agreed is not None and worked > agreed:
        found.append(
            Finding(
                kind=FindingKind.MORE_HOURS,
                sentence=f"{hours_said(worked)} hours were worked, and the contract has {hours_said(agreed)}.",
                reason="If it stays so, agree other hours. Holiday and the money agreed go by what is worked.",
            )
        )
    if planned and worked > planned:
        found.append(
            Finding(
                kind=FindingKind.MORE_HOURS,
                sentence=f"{hours_said(worked)} hours were worked, and {hours_said(planned)} were planned.",
                reason="The money agreed was planned with fewer. See that it lasts.",
            )
        )
    return found


def over_plan(timesheet: Timesheet, outcomes: Iterable[Outcome], lines: Iterable[Entry]) -> tuple[Finding, ...]:
    """Return for which outcomes of a timesheet the PAs together worked more than the support plan has for them.

    ``lines`` is what all PAs did. The days of the pay period on which an outcome is one of the plan count. Nights that
    are slept and corrections do not.

    Example: 4:30 hours a week are 18 hours in four weeks; with 20 worked, 2 hours are over.
    """
    own = {line.outcome_id for line in timesheet.lines}
    all_lines = [line for line in lines if line.corrects is None and not line.rests]
    found = []
    for outcome in outcomes:
        days = {day for day in timesheet.period.days() if outcome.stands_on(day)}
        if outcome.id not in own or not outcome.weekly_minutes or not days:
            continue
        planned = outcome.weekly_minutes * len(days) // 7
        for_it = (line for line in all_lines if line.outcome_id == outcome.id and line.day in days)
        worked = sum(line.worked_minutes for line in for_it)
        if worked > planned:
            found.append(
                Finding(
                    kind=FindingKind.MORE_HOURS,
                    sentence=f"For outcome {outcome.number}, {outcome.words}, all PAs together worked"
                    f" {hours_said(worked)} hours, and the support plan has {hours_said(planned)}.",
                    reason=f"The plan says {hours_said(outcome.weekly_minutes)} hours a week. If more help is needed,"
                    " ask the council to look at the plan.",
                )
            )
    return tuple(found)


def agreed_minutes(assistant: Assistant, period: Period) -> int | None:
    """Return the minutes that contracts have for the days of a period; nothing where any of them names no hours.

    Example: 16 hours a week in four weeks are 64 hours.
    """
    minutes = Fraction(0)
    for day in period.days():
        if not assistant.works_on(day):
            continue
        terms = [each for each in assistant.terms if each.from_day <= day]
        if not terms or terms[-1].weekly_minutes is None:
            return None
        minutes += Fraction(terms[-1].weekly_minutes, 7)
    return int(minutes)


def _no_rate(assistant: Assistant, line: Entry) -> Finding:
    if not any(each.from_day <= line.day for each in assistant.terms):
        return Finding(
            kind=FindingKind.NO_CONTRACT,
            sentence=f"Nothing is paid for {said_short(line.day)}: no terms had been agreed by that day.",
            reason=f"Agree terms with {assistant.name} that begin by then.",
        )
    return Finding(
        kind=FindingKind.NO_RATE,
        sentence=f"Nothing is paid for {line.kind.words.lower()} on {said_short(line.day)}: no rate was agreed.",
        reason=f"Agree terms with {assistant.name} that have a rate for it from that day on.",
    )


def _basic(assistant: Assistant, line: Entry) -> Rate | None:
    return assistant.basic_rate_on(line.day)


def _capped(per_hour: Money, basic: Rate | None) -> Money:
    return per_hour if basic is None or basic.per_hour is None else min(per_hour, basic.per_hour)
