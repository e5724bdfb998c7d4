"""A return as it is kept: whose money, which days, how far it has got, and what people say on it themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NewType

from pa_manager.funding.model import ReturnLine, StreamId
from pa_manager.values.days import Period, said, said_period
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money

ReturnId = NewType("ReturnId", int)
AdjustmentId = NewType("AdjustmentId", int)

NEW_RETURN: Final = ReturnId(0)
"""The id of a return that has not been kept yet."""


class AlreadySent(UserError):
    """A return that was sent stays as it was sent."""


class NotCheckedYet(UserError):
    """Only a return that was checked can be sent."""


class NotSentYet(UserError):
    """Only a return that was sent can have adjustments; a draft follows the records by itself."""


class DaysReturnedBefore(UserError):
    """Another return covers some of these days."""


class ReasonMissing(UserError):
    """An adjustment without a reason explains nothing."""


class NothingToAdjust(UserError):
    """An adjustment of nil changes nothing."""


class ReturnState(StrEnum):
    """How far a return has got. The words are stored: never change one."""

    DRAFT = "draft"
    CHECKED = "checked"
    SENT = "sent"

    @property
    def words(self) -> str:
        """The state as people say it."""
        return {"draft": "Draft", "checked": "Checked", "sent": "Sent"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What people say on a return themselves, beside what the records say.

    Attributes:
        reserve_weeks: How many weeks' money was agreed to be kept; nothing, if the funder's own number holds.
        saving_for: What a planned saving is for, and where the plan says so.
    """

    due_on: date | None = None
    completed_by: str = ""
    completed_as: str = ""
    helped_by: str = ""
    notes: str = ""
    ring_fenced: Money = NIL
    planned_saving: Money = NIL
    saving_for: str = ""
    reserve_weeks: int | None = None
    offered_back: Money = NIL


NO_DETAILS: Final = Details()


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """The statement of one period, for one stream of money or, without one, for the whole account."""

    id: ReturnId
    stream_id: StreamId | None
    period: Period
    state: ReturnState = ReturnState.DRAFT
    details: Details = NO_DETAILS
    checked_on: date | None = None
    sent_on: date | None = None

    @property
    def called(self) -> str:
        """What the return is called in sentences: ``the return for 1 April to 8 June 2026``."""
        return f"the return for {said_period(self.period)}"

    def with_details(self, details: Details) -> Return:
        """Return it with other details; it is a draft again.

        Raises:
            AlreadySent: It was sent.
        """
        self._must_not_be_sent()
        return replace(self, details=details, state=ReturnState.DRAFT, checked_on=None)

    def over(self, period: Period, stream_id: StreamId | None) -> Return:
        """Return it for other days or other money; it is a draft again.

        Raises:
            AlreadySent: It was sent.
        """
        self._must_not_be_sent()
        return replace(self, period=period, stream_id=stream_id, state=ReturnState.DRAFT, checked_on=None)

    def checked(self, on: date) -> Return:
        """Return it marked as checked.

        Raises:
            AlreadySent: It was sent.
        """
        self._must_not_be_sent()
        return replace(self, state=ReturnState.CHECKED, checked_on=on)

    def sent(self, on: date) -> Return:
        """Return it marked as sent.

        Raises:
            AlreadySent: It was sent before.
            NotCheckedYet: It has not been checked.
        """
        self._must_not_be_sent()
        if self.state is not ReturnState.CHECKED:
            raise NotCheckedYet("This return has not been checked yet. Check it first, then mark it as sent.")
        return replace(self, state=ReturnState.SENT, sent_on=on)

    def _must_not_be_sent(self) -> None:
        if self.state is ReturnState.SENT:
            when = f" on {said(self.sent_on)}" if self.sent_on else ""
            raise AlreadySent(
                f"This return was sent{when} and stays as it is. Add an adjustment that says what changed."
            )


@dataclass(frozen=True, slots=True)
class ListedReturn:
    """A return as it stands in the list: with the name of the money it is for, and by when it is to be sent."""

    a_return: Return
    scope: str
    due_on: date | None = None

    @property
    def state(self) -> str:
        """How far it has got, in words with the day."""
        found = self.a_return
        on = {ReturnState.CHECKED: found.checked_on, ReturnState.SENT: found.sent_on}.get(found.state)
        return f"{found.state.words} on {said(on)}" if on else found.state.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """What turned out to be different after a return was sent. The next return begins with it.

    Attributes:
        amount: By how much the line grows; below nil, if it shrinks.
    """

    id: AdjustmentId
    return_id: ReturnId
    line: ReturnLine
    amount: Money
    why: str

    @property
    def effect(self) -> Money:
        """By how much the balance changes."""
        return self.amount if self.line.money_in else -self.amount


def tidy_reason(text: str) -> str:
    """Return a reason as it is kept.

    Raises:
        ReasonMissing: There is nothing but blanks.
    """
    if not (reason := " ".join(text.split())):
        raise ReasonMissing("The reason is missing. Say in a few words what changed, and how you know.")
    return reason


def must_be_free(wanted: Return, others: tuple[Return, ...]) -> None:
    """Refuse a return some of whose days are covered by another one for the same money.

    Raises:
        DaysReturnedBefore: They are.
    """
    for other in others:
        shared = wanted.period.overlap(other.period)
        if shared and other.id != wanted.id and other.stream_id == wanted.stream_id:
            raise DaysReturnedBefore(
                f"There is a return for {said_period(other.period)} already. Choose days from"
                f" {said(other.period.last + timedelta(days=1))} on, or change that return."
            )


def next_first_day(sent_or_not: tuple[Return, ...]) -> date | None:
    """Return the day after the last day that any of these returns covers."""
    lasts = [each.period.last for each in sent_or_not]
    return max(lasts) + timedelta(days=1) if lasts else None
