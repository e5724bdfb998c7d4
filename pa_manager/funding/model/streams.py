"""A stream of money: who pays it, in which rhythm, and what was agreed from which day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NewType, TypeVar

from pa_manager.funding.model.kinds import ClosedDays, ContributionMode, FunderKind, Schedule
from pa_manager.values.days import EndsBeforeItBegins, Period, said
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money

StreamId = NewType("StreamId", int)
OneOffId = NewType("OneOffId", int)
ProfileId = NewType("ProfileId", int)

NEW_STREAM: Final = StreamId(0)
"""The id of a stream that has not been kept yet."""
NEW_ONE_OFF: Final = OneOffId(0)
"""The id of a one-off payment that has not been kept yet."""
MOST_WEEKS: Final = 104
"""More weeks than any funder lets anybody keep."""


class FunderMissing(UserError):
    """It was not said who pays."""


class PurposeMissing(UserError):
    """It was not said what a one-off payment is for."""


class SumBelowNil(UserError):
    """Nobody agrees to pay less than nothing."""


class OutsideTheStream(UserError):
    """A sum would begin on a day when the money is not paid."""


class NoSuchAmount(UserError):
    """No sum begins on the day that was named."""


class SameMoneyTwice(UserError):
    """The same money from the same funder is there already for some of these days."""


class OneOffInUse(UserError):
    """Payments were put down as part of a one-off payment."""


class TooManyWeeks(UserError):
    """The number of weeks is no whole number within reason."""


@dataclass(frozen=True, slots=True, order=True)
class WeeklyAmount:
    """The sum agreed for a week, the contribution included, from a day until the next begins."""

    from_day: date
    weekly: Money

    def __post_init__(self) -> None:
        """Refuse a sum below nil."""
        _not_below_nil(self.weekly)


@dataclass(frozen=True, slots=True, order=True)
class Contribution:
    """What the holder must pay for a week, and how, from a day until the next begins."""

    from_day: date
    weekly: Money
    mode: ContributionMode

    def __post_init__(self) -> None:
        """Refuse a sum below nil."""
        _not_below_nil(self.weekly)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """One agreed sum of money with its own rules and dates. Each stream balances by itself.

    Attributes:
        in_advance: Whether a payment is for the time to come; else it is for the time gone by.
        first_payment_on: When the first payment comes. The others follow in the rhythm of the schedule.
        first: The first day that the money is for.
        last: The last day that the money is for, once that is known.
        keep_weeks: How many weeks' money the funder lets the holder keep.
        amounts: What was agreed for a week, the oldest first.
        contributions: What the holder pays of it, the oldest first.
        closed_days: When a payment comes that falls on a weekend or a bank holiday.
        profile_id: Which rules of a funder it follows, if that was said.
    """

    id: StreamId
    funder: str
    kind: FunderKind
    name: str
    reference: str
    schedule: Schedule
    in_advance: bool
    first_payment_on: date
    first: date
    last: date | None
    keep_weeks: int | None
    amounts: tuple[WeeklyAmount, ...]
    contributions: tuple[Contribution, ...]
    closed_days: ClosedDays = ClosedDays.AS_IT_FALLS
    profile_id: ProfileId | None = None

    def __post_init__(self) -> None:
        """Refuse a stream that ends before it begins."""
        if self.last and self.last < self.first:
            raise EndsBeforeItBegins(
                f"The last day, {said(self.last)}, comes before the first day, {said(self.first)}. Change one of them."
            )

    @property
    def called(self) -> str:
        """What the stream is called in lists: the funder and, where there is one, the name."""
        return f"{self.funder}: {self.name}" if self.name else self.funder

    def runs_on(self, day: date) -> bool:
        """Return whether the money is for a day."""
        return self.first <= day and (self.last is None or day <= self.last)

    def must_run_on(self, day: date) -> date:
        """Return a day on which a sum may begin.

        Raises:
            OutsideTheStream: The money is not paid on that day.
        """
        if not self.runs_on(day):
            until = f" to {said(self.last)}" if self.last else " on"
            raise OutsideTheStream(
                f"This money runs from {said(self.first)}{until}. Choose a day within that, or change the money's days."
            )
        return day

    def must_not_repeat(self, others: Iterable[Stream]) -> None:
        """Refuse money that is there already: from the same funder, of the same name, for some of the same days.

        Raises:
            SameMoneyTwice: It is.
        """
        for other in others:
            if other.id != self.id and other.called.casefold() == self.called.casefold() and self._meets(other):
                until = f" to {said(other.last)}" if other.last else " on"
                raise SameMoneyTwice(
                    f"{other.called} is here already, from {said(other.first)}{until}."
                    " End that first, choose other days, or give this money a name of its own."
                )

    def _meets(self, other: Stream) -> bool:
        begins_in_time = other.last is None or self.first <= other.last
        return begins_in_time and (self.last is None or other.first <= self.last)

    def weekly_on(self, day: date) -> Money | None:
        """Return the sum agreed for a week on a day, the contribution included; nothing if none was agreed."""
        found = _on(self.amounts, day) if self.runs_on(day) else None
        return found.weekly if found else None

    def contribution_on(self, day: date) -> Contribution | None:
        """Return what the holder pays for a week on a day, if anything.

        It is never more than the sum agreed: who contributes as much is paid nothing.
        """
        found = _on(self.contributions, day) if self.runs_on(day) else None
        if found is None:
            return None
        return replace(found, weekly=min(found.weekly, self.weekly_on(day) or NIL))

    def paid_weekly_on(self, day: date) -> Money | None:
        """Return what the funder itself pays for a week on a day; nothing if no sum was agreed.

        Example: of £150.00 a week, with a net contribution of £40.00, the council pays £110.00.
        """
        weekly, contribution = self.weekly_on(day), self.contribution_on(day)
        if weekly is None or contribution is None or not contribution.mode.is_held_back:
            return weekly
        return weekly - contribution.weekly

    def steady_parts(self, days: Period) -> tuple[Period, ...]:
        """Return the days of a period in parts within which no sum changes."""
        starts = {amount.from_day for amount in self.amounts} | {each.from_day for each in self.contributions}
        edges = [days.first, *sorted(start for start in starts if days.first < start <= days.last)]
        lasts = [date.fromordinal(edge.toordinal() - 1) for edge in edges[1:]]
        return tuple(Period(first, last) for first, last in zip(edges, [*lasts, days.last], strict=True))

    def with_amount(self, amount: WeeklyAmount) -> Stream:
        """Return this stream with a sum agreed from a day on, in place of one that began on the same day.

        Raises:
            OutsideTheStream: The money is not paid on that day.
        """
        self.must_run_on(amount.from_day)
        return replace(self, amounts=_with(self.amounts, amount))

    def without_amount(self, from_day: date) -> Stream:
        """Return this stream as if the sum from a day on had not been agreed.

        Raises:
            NoSuchAmount: No sum begins on that day.
        """
        return replace(self, amounts=_without(self.amounts, from_day))

    def with_contribution(self, contribution: Contribution) -> Stream:
        """Return this stream with a contribution from a day on, in place of one that began on the same day.

        Raises:
            OutsideTheStream: The money is not paid on that day.
        """
        self.must_run_on(contribution.from_day)
        return replace(self, contributions=_with(self.contributions, contribution))

    def without_contribution(self, from_day: date) -> Stream:
        """Return this stream as if the contribution from a day on had not been asked for.

        Raises:
            NoSuchAmount: No contribution begins on that day.
        """
        return replace(self, contributions=_without(self.contributions, from_day))

    def running(self, first: date, last: date | None) -> Stream:
        """Return this stream with other first and last days.

        If it begins earlier, what was agreed from the old first day on is taken to hold from the new one.

        Raises:
            EndsBeforeItBegins: The last day comes before the first.
        """
        return replace(
            self,
            first=first,
            last=last,
            amounts=_earlier(self.amounts, self.first, first),
            contributions=_earlier(self.contributions, self.first, first),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOff:
    """A payment that comes once, for a purpose of its own."""

    id: OneOffId
    stream_id: StreamId
    purpose: str
    amount: Money
    expected_on: date

    def __post_init__(self) -> None:
        """Refuse a sum below nil."""
        _not_below_nil(self.amount)


D = TypeVar("D", bound=WeeklyAmount | Contribution)


def tidy_funder(text: str) -> str:
    """Return the name of a funder as it will be kept.

    Raises:
        FunderMissing: There is nothing but blanks.
    """
    if not (name := " ".join(text.split())):
        raise FunderMissing("The name of who pays is missing. Type it, for example: Midshire County Council.")
    return name


def tidy_purpose(text: str) -> str:
    """Return the purpose of a one-off payment as it will be kept.

    Raises:
        PurposeMissing: There is nothing but blanks.
    """
    if not (purpose := " ".join(text.split())):
        raise PurposeMissing("The purpose is missing. Type what the payment is for, for example: a ramp.")
    return purpose


def weeks_from_text(text: str) -> int:
    """Return a number of weeks that a person has typed.

    Raises:
        TooManyWeeks: The text is no whole number of weeks, or more than two years.
    """
    typed = text.strip()
    if not (typed.isdecimal() and len(typed) <= 3 and int(typed) <= MOST_WEEKS):
        raise TooManyWeeks(f"This is not a number of weeks. Type a whole number from 0 to {MOST_WEEKS}.")
    return int(typed)


def _on(steps: Iterable[D], day: date) -> D | None:
    begun = [step for step in steps if step.from_day <= day]
    return begun[-1] if begun else None


def _with(steps: tuple[D, ...], step: D) -> tuple[D, ...]:
    before = tuple(each for each in steps if each.from_day < step.from_day)
    after = tuple(each for each in steps if each.from_day > step.from_day)
    return (*before, step, *after)


def _without(steps: tuple[D, ...], from_day: date) -> tuple[D, ...]:
    left = tuple(step for step in steps if step.from_day != from_day)
    if len(left) == len(steps):
        raise NoSuchAmount(f"Nothing begins on {said(from_day)}. Pick a line of the table first.")
    return left


def _earlier(steps: tuple[D, ...], old: date, new: date) -> tuple[D, ...]:
    if not steps or steps[0].from_day != old or new >= old:
        return steps
    return (replace(steps[0], from_day=new), *steps[1:])


def _not_below_nil(amount: Money) -> None:
    if amount < NIL:
        raise SumBelowNil("A sum that was agreed cannot be below nil. Type it without the minus sign.")
