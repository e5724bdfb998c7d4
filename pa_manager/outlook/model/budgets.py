"""A budget as it is kept: what is bought besides wages, which hours at which rates, and what is tried out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final, NewType

from pa_manager.assistants.model import Assistant, AssistantId, AssistantKind, Rate, ShiftKind
from pa_manager.assistants.model.costs import DAYS_A_YEAR
from pa_manager.law.explained import Because
from pa_manager.values.clock import hours_said, minutes_from_text
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money

BudgetId = NewType("BudgetId", int)
LineId = NewType("LineId", int)
MOST_WEEKLY_MINUTES: Final = 2 * 7 * 24 * 60
"""Two people day and night; more is a slip of the hand."""
MOST_SHIFTS: Final = 56


class NameMissing(UserError):
    """A what-if must be called something."""


class TooManyHours(UserError):
    """More hours than a week has, even for two people at once."""


class TooManyShifts(UserError):
    """More shifts than four weeks hold, even two a day."""


class BudgetThere(UserError):
    """There is a budget of now already."""


class Spent(StrEnum):
    """What is bought besides wages. The words are stored: never change one."""

    INSURANCE = "insurance"
    PAYROLL = "payroll"
    RECRUITMENT = "recruitment"
    TRAINING = "training"
    EXPENSES = "expenses"
    CONTINGENCY = "contingency"
    OTHER = "other"

    @property
    def words(self) -> str:
        """What it is, as screens say it."""
        return _SPENT[self][0]

    @property
    def hint(self) -> str:
        """What belongs to it."""
        return _SPENT[self][1]


_SPENT: Final = {
    Spent.INSURANCE: ("Insurance", "Employers' liability, often with legal advice. You must have it from day one."),
    Spent.PAYROLL: ("Payroll", "What the payroll asks for payslips and for telling HMRC."),
    Spent.RECRUITMENT: ("Finding PAs", "Advertisements, and checks such as DBS."),
    Spent.TRAINING: ("Training", "Courses, and what they cost to get to. Hours of training are wages."),
    Spent.EXPENSES: ("PAs' expenses", "Mileage, tickets, meals out with you."),
    Spent.CONTINGENCY: ("Kept for when somebody cannot come", "What the plan sets aside for cover."),
    Spent.OTHER: ("Other things in the plan", "Taxis, equipment, clubs: whatever this money also pays."),
}


class Per(StrEnum):
    """How often a sum is paid. The words are stored: never change one."""

    WEEK = "week"
    FOUR_WEEKS = "four_weeks"
    MONTH = "month"
    YEAR = "year"

    @property
    def words(self) -> str:
        """How often, as it stands after a sum: ``a week``."""
        return _PER[self][0]

    def weekly(self, amount: Money) -> Money:
        """Return what a sum comes to in a week; a year has 365 days, and a month a twelfth of them.

        Example: £91.25 a year is £1.75 a week, £26.00 a month £5.98.
        """
        return amount.times(_PER[self][1])


_PER: Final = {
    Per.WEEK: ("a week", Fraction(1)),
    Per.FOUR_WEEKS: ("every 4 weeks", Fraction(1, 4)),
    Per.MONTH: ("a month", Fraction(7 * 12, DAYS_A_YEAR)),
    Per.YEAR: ("a year", Fraction(7, DAYS_A_YEAR)),
}


@dataclass(frozen=True, slots=True)
class Expense:
    """What something besides wages costs, and how often."""

    spent: Spent
    amount: Money
    per: Per

    @property
    def weekly(self) -> Money:
        """What it comes to in a week."""
        return self.per.weekly(self.amount)

    @property
    def why(self) -> tuple[Because, ...]:
        """How the week's share comes about."""
        share = "" if self.per is Per.WEEK else f", of {self.amount} {self.per.words}"
        return (Because(f"{self.spent.words} for a week{share}", self.weekly),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Work of one kind that a budget reckons with. What is empty is taken from what was agreed with the PA.

    Attributes:
        name: Who does it, where it is no PA of the file.
        engaged: How they are engaged, where it is no PA of the file.
        minutes: The time paid by the hour, in a week.
        shifts: The shifts paid by the shift, in four weeks.
    """

    work: ShiftKind = ShiftKind.DAY
    assistant_id: AssistantId | None = None
    name: str = ""
    engaged: AssistantKind = AssistantKind.EMPLOYED
    minutes: int | None = None
    per_hour: Money | None = None
    shifts: int | None = None
    per_shift: Money | None = None

    def __post_init__(self) -> None:
        """Refuse more hours or shifts than there can be."""
        if self.minutes is not None and not 0 <= self.minutes <= MOST_WEEKLY_MINUTES:
            raise TooManyHours("That is more than two people in a whole week. Type the hours of one week.")
        if self.shifts is not None and not 0 <= self.shifts <= MOST_SHIFTS:
            raise TooManyShifts("That is more than two shifts a day. Type how many there are in 4 weeks.")

    @property
    def amount_said(self) -> str:
        """How much there is, in words: ``12:45 hours a week``."""
        parts = []
        if self.minutes:
            parts.append(f"{hours_said(self.minutes)} hours a week")
        if self.shifts:
            parts.append(f"{self.shifts} in 4 weeks")
        return ", ".join(parts) or "None yet"

    def rate_said(self, dearer: Money = NIL) -> str:
        """What it is paid, in words, each hour dearer by so much."""
        parts = []
        if self.shifts and self.per_shift is not None:
            parts.append(f"{self.per_shift} a shift")
        if self.per_hour is not None and (self.minutes or not parts):
            parts.append(f"{max(self.per_hour + dearer, NIL)} an hour")
        return " and ".join(parts) or "Not agreed yet"


@dataclass(frozen=True, slots=True)
class HoursLine:
    """Hours of a budget as they are kept."""

    id: LineId
    hours: Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The budget of now, or a what-if beside it.

    Attributes:
        day: The day whose money and legal figures are taken; nothing for today.
        weekly: The money for a week, where another is tried out than was agreed.
        dearer: What every hour costs more than the lines say; below nil if less.
        claims_allowance: Whether the Employment Allowance is claimed.
    """

    id: BudgetId
    name: str
    is_what_if: bool
    day: date | None = None
    weekly: Money | None = None
    dearer: Money = NIL
    claims_allowance: bool = True
    expenses: tuple[Expense, ...] = ()
    lines: tuple[HoursLine, ...] = ()

    def expense_for(self, spent: Spent) -> Expense | None:
        """Return what is set down for something besides wages, if anything is."""
        return next((each for each in self.expenses if each.spent is spent), None)


def tidy_name(text: str) -> str:
    """Return the name of a what-if as it will be kept.

    Raises:
        NameMissing: There is nothing but blanks.
    """
    if not (name := " ".join(text.split())):
        raise NameMissing("The name is missing. Type what you try out, for example: 50p more an hour.")
    return name


def hours_from_text(text: str) -> int:
    """Return the hours of a week that a person has typed, in minutes.

    Raises:
        TooManyHours: Two people together have fewer.
        NotALength: The text is no number of hours.
    """
    return Hours(minutes=minutes_from_text(text)).minutes or 0


def shifts_from_text(text: str) -> int:
    """Return the shifts in four weeks that a person has typed.

    Raises:
        TooManyShifts: It is no whole number, or there can be no so many.
    """
    typed = text.strip()
    if not (typed.isascii() and typed.isdigit() and int(typed) <= MOST_SHIFTS):
        raise TooManyShifts(f"This is not a number of shifts. Type a whole number up to {MOST_SHIFTS}.")
    return int(typed)


def settled(hours: Hours, assistant: Assistant | None, day: date) -> Hours:
    """Return hours with what is empty taken from what was agreed with the PA for the day.

    Example: with nothing typed for a PA on 12:45 hours at £14.00, it is 12:45 hours at £14.00.
    """
    if assistant is None:
        return hours
    begun = [terms for terms in assistant.terms if terms.from_day <= day] or list(assistant.terms[:1])
    terms = begun[-1] if begun else None
    rate: Rate | None = terms.rate_for(hours.work) if terms else None
    by_the_hour = hours.shifts is None or hours.minutes is not None
    minutes = hours.minutes
    if minutes is None and by_the_hour and hours.work is ShiftKind.DAY and terms:
        minutes = terms.weekly_minutes
    return replace(
        hours,
        name=assistant.called,
        engaged=assistant.kind,
        minutes=minutes,
        per_hour=hours.per_hour or (rate.per_hour if rate else None),
        per_shift=hours.per_shift or (rate.per_shift if rate else None),
    )


def exact_pay(hours: Hours, dearer: Money = NIL) -> Fraction:
    """Return what settled hours come to in a week in pence, before it is rounded; each hour is dearer by so much."""
    pence = Fraction(0)
    if hours.minutes and hours.per_hour is not None:
        pence += Fraction(max(hours.per_hour + dearer, NIL).pence * hours.minutes, 60)
    if hours.shifts and hours.per_shift is not None:
        pence += Fraction(hours.per_shift.pence * hours.shifts, 4)
    return pence


def weekly_pay(hours: Hours, dearer: Money = NIL) -> Money:
    """Return what settled hours come to in a week, each hour dearer by so much.

    Example: 12:45 hours at £14.00 are £178.50; 8 sleep-ins in four weeks at £60.00 are £120.00.
    """
    return Money(1).times(exact_pay(hours, dearer))


def hours_of_contracts(people: tuple[Assistant, ...], day: date) -> int:
    """Return the minutes of a week that are agreed with those who work on a day."""
    found = (
        each.terms_on(day).weekly_minutes or 0
        for each in people
        if each.works_on(day) and any(terms.from_day <= day for terms in each.terms)
    )
    return sum(found)
