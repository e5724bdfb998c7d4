"""Sickness of one PA: spells, what proves them, and Statutory Sick Pay day by day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Final, NewType

from pa_manager.assistants.model import Assistant, AssistantId, NoWeekday, PayFrequency, Weekday, weekdays_from_text
from pa_manager.law.dated import FigureNotKnown, OwnFigure
from pa_manager.law.explained import Because
from pa_manager.law.sick_pay import SickDay, Sickness, SickPay, linked_runs, qualifying_weekdays, sick_pay
from pa_manager.law.weekly_earnings import from_days, from_months, from_weeks, relevant_period, whole_months
from pa_manager.pay.model.holidays import terms_on
from pa_manager.pay.model.payslips import Payslip
from pa_manager.values.clock import hours_said
from pa_manager.values.days import Period, said, said_period
from pa_manager.values.money import Money, total

EvidenceId = NewType("EvidenceId", int)
_SELF_CERTIFIED: Final = timedelta(days=7)
_A_DAY: Final = timedelta(days=1)
_EIGHT_WEEKS: Final = timedelta(weeks=8)
_REGULATIONS: Final = "Statutory Sick Pay (General) Regulations 1982 (SI 1982/894)"
_EVIDENCE: Final = "Statutory Sick Pay (Medical Evidence) Regulations 1985 (SI 1985/1604), reg. 2"


class EvidenceKind(StrEnum):
    """What proves sickness. The words are stored: never change one."""

    SELF_CERTIFICATE = "self_certificate"
    FIT_NOTE = "fit_note"

    @property
    def words(self) -> str:
        """The kind as screens say it."""
        return {EvidenceKind.SELF_CERTIFICATE: "Self-certificate", EvidenceKind.FIT_NOTE: "Fit note"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceDetails:
    """What proves some days of sickness. ``document`` is the name of the file filed with the PA, if there is one."""

    assistant_id: AssistantId
    kind: EvidenceKind
    days: Period
    document: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(EvidenceDetails):
    """Evidence that has been noted."""

    id: EvidenceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Earnings:
    """Average weekly earnings before a run of sickness, in pence, unrounded; nothing where they cannot be told."""

    weekly: Fraction | None
    why: tuple[Because, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifying:
    """The days of the week that sick pay is for, Monday being 0, and by which rule."""

    weekdays: frozenset[int]
    why: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class SickSpell:
    """Days of sickness in a row, with what proves them and what is paid for them.

    Attributes:
        linked_to: The first day of the run it belongs to; nothing where it is not long enough to count.
        days_paid: Each qualifying day, paid or not.
        missing: What evidence is asked for and not there; empty if none is.
    """

    days: Period
    number: int
    linked_to: date | None
    evidence: tuple[Evidence, ...]
    each_day: tuple[SickDay, ...]
    amount: Money
    earnings: Earnings
    why: tuple[Because, ...]
    missing: str
    problem: str = ""

    @property
    def paid_days(self) -> int:
        """How many days are paid."""
        return sum(day.is_paid for day in self.each_day)

    @property
    def unpaid_days(self) -> int:
        """How many qualifying days are not paid."""
        return len(self.each_day) - self.paid_days

    @property
    def proved_by(self) -> str:
        """What proves it, in words."""
        return ", ".join(f"{each.kind.words} {said_period(each.days)}" for each in self.evidence) or "Nothing yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class SickRecord:
    """All sickness of a PA, the oldest spell first, and the pay of each run of linked spells."""

    qualifying: Qualifying
    spells: tuple[SickSpell, ...]
    runs: tuple[SickPay, ...]

    def paid_in(self, days: Period) -> tuple[SickDay, ...]:
        """Return the days that are paid within some days."""
        return tuple(day for run in self.runs for day in run.paid_days(days))

    def amount_in(self, days: Period) -> Money:
        """Return the sick pay due within some days; a week cut in two may gain a penny."""
        return total(run.amount(days) for run in self.runs)


def spells_of(absences: Sequence[Period]) -> tuple[Period, ...]:
    """Return days of sickness as spells: those that touch or overlap are one."""
    spells = list[Period]()
    for days in sorted(absences):
        if spells and days.first <= spells[-1].last + _A_DAY:
            spells[-1] = Period(spells[-1].first, max(spells[-1].last, days.last))
        else:
            spells.append(days)
    return tuple(spells)


def qualifying_days(assistant: Assistant, agreed: frozenset[int], day: date) -> Qualifying:
    """Return the days of the week that sick pay is for: those agreed, else those of the contract, else Wednesday.

    (Statutory Sick Pay (General) Regulations 1982, reg. 5.)

    Example: nothing agreed, and a contract that says "Mon, Wed and Fri, 9am to 1pm": those three days.
    """
    terms = terms_on(assistant, day)
    contract = _weekdays_in(terms.agreement.days_and_times) if terms else frozenset[int]()
    found = qualifying_weekdays(agreed=agreed, contracted=contract)
    rule = "as you agreed" if agreed else "as the contract says" if contract else "as nothing is agreed"
    return Qualifying(
        weekdays=found, why=Because(f"Sick pay is for {weekdays_said(found)}, {rule}", None, f"{_REGULATIONS}, reg. 5")
    )


def earnings_before(
    assistant: Assistant, payslips: Sequence[Payslip], *, first_sick_on: date, typed: Money | None
) -> Earnings:
    """Return average weekly earnings before sickness: as typed, else from payslips, else by the contract.

    (Statutory Sick Pay (General) Regulations 1982, reg. 19.)

    Example: paid every four weeks, £480.00 and £520.00 in the eight weeks: £125.00.
    """
    authority = f"{_REGULATIONS}, reg. 19"
    if typed is not None:
        return Earnings(weekly=Fraction(typed.pence), why=(Because("Weekly earnings as typed", typed, authority),))
    before = sorted((each for each in payslips if each.paid_on < first_sick_on), key=lambda each: each.paid_on)
    if not before:
        return _by_contract(assistant, first_sick_on, authority)
    paydays = [each.paid_on for each in before]
    days = relevant_period(paydays, first_sick_on=first_sick_on)
    if not any(day <= before[-1].paid_on - _EIGHT_WEEKS for day in paydays):
        covered = sum(each.period.length for each in before)
        earned = total(each.gross for each in before)
        weekly = from_days(earned, covered)
        words = f"Paid so far, for {covered} days, as there are less than 8 weeks of pay"
        return Earnings(weekly=weekly, why=(Because(words, earned, authority), _a_week(weekly)))
    earned = total(each.gross for each in before if each.paid_on in days)
    if assistant.frequency is PayFrequency.MONTHLY:
        months = whole_months(days.first, days.last)
        weekly, over = from_months(earned, months), f"{months} months"
    elif days.length % 7 == 0:
        weekly, over = from_weeks(earned, days.length // 7), f"{days.length // 7} weeks"
    else:
        weekly, over = from_days(earned, days.length), f"{days.length} days"
    words = f"Paid from {said_period(days)}, {over}"
    return Earnings(weekly=weekly, why=(Because(words, earned, authority), _a_week(weekly)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SickAsked:
    """What a record of sickness is made from. ``typed`` are weekly earnings, by the first day of a spell."""

    assistant: Assistant
    absences: tuple[Period, ...]
    agreed: frozenset[int]
    payslips: tuple[Payslip, ...]
    evidence: tuple[Evidence, ...]
    typed: dict[date, Money]
    own: tuple[OwnFigure, ...] = ()


def sick_record(asked: SickAsked, *, today: date) -> SickRecord:
    """Return all sickness of a PA with its sick pay, each run of linked spells by the earnings before its first day."""
    spells = spells_of(asked.absences)
    runs = list[SickPay]()
    found = list[SickSpell]()
    qualifying = qualifying_days(asked.assistant, asked.agreed, today)
    linked = linked_runs(spells)
    for number, spell in enumerate(spells):
        run = next((each for each in linked if any(part.overlap(spell) for part in each)), None)
        first = run[0].first if run else spell.first
        earnings = earnings_before(
            asked.assistant,
            asked.payslips,
            first_sick_on=first,
            typed=asked.typed.get(_spell_with(first, spells).first),
        )
        pay, problem = _pay(asked, run, earnings) if run else (SickPay(days=(), why=()), "")
        days = tuple(day for day in pay.days if day.day in spell)
        found.append(
            SickSpell(
                days=spell,
                number=number,
                linked_to=first if run else None,
                evidence=tuple(each for each in asked.evidence if each.days.overlap(spell)),
                each_day=days,
                amount=pay.amount(spell),
                earnings=earnings,
                why=_why(asked, spell, run, pay, earnings),
                missing=missing_evidence(spell, asked.evidence, today=today),
                problem=problem,
            )
        )
        if run and run[-1].last == spell.last:
            runs.append(pay)
    return SickRecord(qualifying=qualifying, spells=tuple(found), runs=tuple(runs))


def missing_evidence(spell: Period, evidence: Sequence[Evidence], *, today: date) -> str:
    """Return what is asked for and not there: a fit note for the days from the eighth on.

    For the first seven days the PA's own word is enough. (SI 1985/1604, reg. 2.)

    Example: sick from 1 to 10 May with no fit note: one is asked for from 8 May.
    """
    first = spell.first + _SELF_CERTIFIED
    notes = [each.days for each in evidence if each.kind is EvidenceKind.FIT_NOTE]
    last = min(spell.last, today)
    day = first
    while day <= last:
        if not any(day in days for days in notes):
            return f"A fit note is missing from {said(day)}: from the eighth day on it may be asked for ({_EVIDENCE})."
        day += _A_DAY
    return ""


def weekdays_said(weekdays: frozenset[int]) -> str:
    """Return days of the week in words, for example ``Monday, Wednesday``."""
    return ", ".join(each.words for number, each in enumerate(Weekday) if number in weekdays)


def weekdays_typed(text: str) -> frozenset[int]:
    """Return the days of the week that a person has typed, Monday being 0.

    Raises:
        NoWeekday: There is a word in it that is none.
    """
    week = list(Weekday)
    return frozenset(week.index(each) for each in weekdays_from_text(text))


def _pay(asked: SickAsked, run: tuple[Period, ...], earnings: Earnings) -> tuple[SickPay, str]:
    qualifying = qualifying_days(asked.assistant, asked.agreed, run[0].first).weekdays
    sickness = Sickness(spells=run, qualifying=qualifying, weekly_earnings=earnings.weekly)
    try:
        return sick_pay(sickness, asked.own), ""
    except FigureNotKnown as error:
        return SickPay(days=(), why=()), str(error)


def _why(
    asked: SickAsked, spell: Period, run: tuple[Period, ...] | None, pay: SickPay, earnings: Earnings
) -> tuple[Because, ...]:
    qualifying = qualifying_days(asked.assistant, asked.agreed, spell.first).why
    if run is None:
        words = "Less than four days in a row, all before 6 April 2026: no sick pay is due"
        return (Because(words, None, "Social Security Contributions and Benefits Act 1992, s. 152"),)
    lines = [qualifying, *earnings.why]
    if run[0].first < spell.first and not _is_first(run, spell):
        words = f"Linked to the sickness from {said(run[0].first)}: waiting days and earnings are of that"
        lines.append(Because(words, None, "Social Security Contributions and Benefits Act 1992, s. 152(3)"))
    return (*lines, *pay.why)


def _is_first(run: tuple[Period, ...], spell: Period) -> bool:
    """Return whether a spell is the first of its run."""
    return run[0].overlap(spell) is not None


def _spell_with(day: date, spells: Sequence[Period]) -> Period:
    return next(each for each in spells if day in each)


def _by_contract(assistant: Assistant, day: date, authority: str) -> Earnings:
    terms = terms_on(assistant, day)
    basic = terms.basic_rate() if terms else None
    if terms is None or not terms.weekly_minutes or basic is None or basic.per_hour is None:
        words = "Weekly earnings are not known: without them the flat rate is shown. Type them"
        return Earnings(weekly=None, why=(Because(words, None, authority),))
    weekly = basic.per_hour.times(Fraction(terms.weekly_minutes, 60))
    words = f"No payslip before: by the contract, {hours_said(terms.weekly_minutes)} hours a week"
    return Earnings(weekly=Fraction(weekly.pence), why=(Because(words, weekly, authority),))


def _a_week(weekly: Fraction) -> Because:
    return Because("Average weekly earnings, not rounded further", Money(1).times(weekly))


def _weekdays_in(text: str) -> frozenset[int]:
    """Return the days of the week that a contract's words begin with, up to the first time of day; none if unsure."""
    head = re.split(r"\d|;|\.|\n", text, maxsplit=1)[0].strip(" ,:")
    try:
        return weekdays_typed(head) if head else frozenset()
    except NoWeekday:
        return frozenset()
