"""Assistants, the terms agreed with each from a day on, and the pay periods they are paid by."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NewType

from pa_manager.assistants.model.availability import Availability, weightiest
from pa_manager.assistants.model.terms import Rate, ShiftKind, Terms
from pa_manager.funding.model import StreamId
from pa_manager.values.clock import TimeSpan
from pa_manager.values.days import Period, said
from pa_manager.values.errors import UserError

AssistantId = NewType("AssistantId", int)


class AssistantKind(StrEnum):
    """How an assistant comes to work for the holder. The words are stored: never change one."""

    EMPLOYED = "employed"
    SELF_EMPLOYED = "self_employed"
    AGENCY = "agency"
    UNPAID = "unpaid"

    @property
    def words(self) -> str:
        """The kind as screens say it."""
        return _KIND_WORDS[self]


class PayFrequency(StrEnum):
    """How often an assistant is paid. The words are stored: never change one."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    FOUR_WEEKLY = "four_weekly"
    MONTHLY = "monthly"

    @property
    def words(self) -> str:
        """The frequency as screens say it."""
        return _FREQUENCY_WORDS[self]


_KIND_WORDS: Final = {
    AssistantKind.EMPLOYED: "Employed",
    AssistantKind.SELF_EMPLOYED: "Self-employed",
    AssistantKind.AGENCY: "Agency",
    AssistantKind.UNPAID: "Unpaid",
}
_FREQUENCY_WORDS: Final = {
    PayFrequency.WEEKLY: "Every week",
    PayFrequency.FORTNIGHTLY: "Every 2 weeks",
    PayFrequency.FOUR_WEEKLY: "Every 4 weeks",
    PayFrequency.MONTHLY: "Every month",
}
_WEEKS: Final = {PayFrequency.WEEKLY: 1, PayFrequency.FORTNIGHTLY: 2, PayFrequency.FOUR_WEEKLY: 4}


class NameMissing(UserError):
    """An assistant must have a name."""


class NoTermsYet(UserError):
    """Nothing had been agreed by the day asked about."""


class NoRateForKind(UserError):
    """The terms say nothing about this kind of shift."""


class TermsBackdated(UserError):
    """The terms would begin before others that are agreed already."""


class LeftBeforeStarting(UserError):
    """The last day would come before the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """Who an assistant is, and how they are paid.

    Attributes:
        relative: Whether they are a close relative of the holder, which the council must agree to.
        consent_note: Who agreed to a relative being paid, and when.
        periods_from: The first day of any one pay period; all others are counted from it.
    """

    name: str
    started_on: date
    periods_from: date
    frequency: PayFrequency = PayFrequency.MONTHLY
    kind: AssistantKind = AssistantKind.EMPLOYED
    known_as: str = ""
    born_on: date | None = None
    apprentice: bool = False
    apprenticeship_began_on: date | None = None
    phone: str = ""
    email: str = ""
    relative: bool = False
    consent_note: str = ""

    def __post_init__(self) -> None:
        """Refuse an assistant without a name."""
        tidy_name(self.name)

    @property
    def called(self) -> str:
        """The name they like to be called by."""
        return self.known_as or self.name

    @property
    def is_paid_relative(self) -> bool:
        """Whether they are a close relative and paid, which the council must agree to."""
        return self.relative and self.kind is not AssistantKind.UNPAID

    def pay_period_of(self, day: date) -> Period:
        """Return the pay period a day lies in.

        Weeks are counted from ``periods_from`` in both directions. A month begins on the same day
        of the month as ``periods_from``, or on the last day of a month that is too short for it.

        Example: paid monthly from the 26th, 3 May 2026 lies in 26 April to 25 May 2026.
        """
        if self.frequency in _WEEKS:
            length = 7 * _WEEKS[self.frequency]
            first = day - timedelta(days=(day - self.periods_from).days % length)
            return Period(first, first + timedelta(days=length - 1))
        first = self._month_start(day.year, day.month)
        if day < first:
            year, month = divmod(day.year * 12 + day.month - 2, 12)
            first = self._month_start(year, month + 1)
        year, month = divmod(first.year * 12 + first.month, 12)
        return Period(first, self._month_start(year, month + 1) - timedelta(days=1))

    def _month_start(self, year: int, month: int) -> date:
        return date(year, month, min(self.periods_from.day, monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Assistant(Particulars):
    """A personal assistant, with all terms that were ever agreed, the oldest first, and when they can work."""

    id: AssistantId
    left_on: date | None = None
    terms: tuple[Terms, ...] = ()
    availability: tuple[Availability, ...] = ()

    def terms_on(self, day: date) -> Terms:
        """Return the terms that hold on a day.

        Raises:
            NoTermsYet: Nothing had been agreed by then.
        """
        agreed = [terms for terms in self.terms if terms.from_day <= day]
        if not agreed:
            raise NoTermsYet(f"No terms had been agreed with {self.name} by {said(day)}. Add terms that begin earlier.")
        return agreed[-1]

    def rate_on(self, day: date, kind: ShiftKind) -> Rate:
        """Return what a kind of shift is paid on a day.

        Raises:
            NoTermsYet: Nothing had been agreed by then.
            NoRateForKind: The terms say nothing about this kind of shift.
        """
        if not (rate := self.terms_on(day).rate_for(kind, day)):
            raise NoRateForKind(
                f"The terms agreed with {self.name} for {said(day)} have no rate for {kind.words.lower()}."
                " Agree terms that have one."
            )
        return rate

    def basic_rate_on(self, day: date) -> Rate | None:
        """Return the lowest hourly rate for days that holds on a day; nothing if none does."""
        begun = [terms for terms in self.terms if terms.from_day <= day]
        return begun[-1].basic_rate() if begun else None

    def paid_from(self, kind: ShiftKind, day: date, shift: StreamId | None) -> StreamId | None:
        """Return the money that pays a shift on a day: the one it names, else its rate's, else that of the terms.

        Nothing where none of the three names any. See ``WHO_PAYS``.
        """
        begun = [terms for terms in self.terms if terms.from_day <= day]
        return shift or (begun[-1].paid_from(kind, day) if begun else None)

    def works_on(self, day: date) -> bool:
        """Return whether a day lies between the first day of work and the last."""
        return self.started_on <= day and (self.left_on is None or day <= self.left_on)

    def availability_on(self, day: date, span: TimeSpan) -> Availability | None:
        """Return what they said about the hours of a shift on a day: what weighs most; nothing, if nothing was said."""
        return weightiest(self.availability, day, span) if self.availability else None

    def with_terms(self, terms: Terms, *, backdated: bool = False) -> tuple[Terms, ...]:
        """Return all terms once new ones are among them, the oldest first.

        Terms that begin on the same day as others take their place.

        Raises:
            TermsBackdated: They begin on or before a day that others begin on, and nobody has said they may.
        """
        if self.terms and terms.from_day <= self.terms[-1].from_day and not backdated:
            raise TermsBackdated(
                f"Terms that begin on {said(self.terms[-1].from_day)} are agreed with {self.name} already."
                " Type a later day, or say that these terms are backdated."
            )
        others = [each for each in self.terms if each.from_day != terms.from_day]
        return tuple(sorted((*others, terms), key=lambda each: each.from_day))

    def check_last_day(self, left_on: date) -> None:
        """Refuse a last day that comes before the first.

        Raises:
            LeftBeforeStarting: It does.
        """
        if left_on < self.started_on:
            raise LeftBeforeStarting(
                f"{self.name} started on {said(self.started_on)}. Type a last day that is not before it."
            )


@dataclass(frozen=True, slots=True)
class AssistantLine:
    """An assistant as they stand in a list on a day.

    Attributes:
        terms: Those that hold on the day; if none do yet, the first to come.
        name: A name that no other in the list has.
    """

    assistant: Assistant
    terms: Terms | None
    day: date
    name: str

    @property
    def paid(self) -> str:
        """The first rate agreed, and how many others there are."""
        if not self.terms or not self.terms.rates:
            return "Not agreed yet" if self.assistant.kind is AssistantKind.EMPLOYED else ""
        first, *others = self.terms.rates
        more = f", and {len(others)} other rate{'s' if len(others) > 1 else ''}" if others else ""
        return f"{first}{more}"

    @property
    def standing(self) -> str:
        """Since when they work for the holder, or until when they did."""
        assistant = self.assistant
        if assistant.left_on is not None:
            return f"{'Left' if assistant.left_on < self.day else 'Until'} {said(assistant.left_on)}"
        return f"{'Starts' if assistant.started_on > self.day else 'Since'} {said(assistant.started_on)}"


def line_of(assistant: Assistant, day: date, name: str = "") -> AssistantLine:
    """Return an assistant as they stand in a list on a day, under a name that tells them apart."""
    begun = [terms for terms in assistant.terms if terms.from_day <= day]
    return AssistantLine(
        assistant, next(reversed(begun), next(iter(assistant.terms), None)), day, name or assistant.name
    )


def tidy_name(text: str) -> str:
    """Return a name as it will be kept.

    Raises:
        NameMissing: There is nothing but blanks.
    """
    if not (name := " ".join(text.split())):
        raise NameMissing("The name is missing. Type the PA's full name.")
    return name
