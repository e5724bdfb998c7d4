"""Timesheets: one assistant's work in one pay period, and how far it has come on its way to the payroll."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations
from typing import Final

from pa_manager.assistants.model import AssistantId
from pa_manager.timesheets.model.lines import Tally, TimesheetId, WorkedLine
from pa_manager.values.days import Period, said, said_period, said_short
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money, total


class TimesheetState(StrEnum):
    """How far a timesheet has come. The words are stored: never change one."""

    DRAFT = "draft"
    AGREED = "agreed"
    SENT = "sent"

    @property
    def words(self) -> str:
        """The state as screens and prints say it."""
        return _WORDS[self]


_WORDS: Final = {
    TimesheetState.DRAFT: "To be agreed",
    TimesheetState.AGREED: "Agreed",
    TimesheetState.SENT: "Sent",
}


class MadeAlready(UserError):
    """There is a timesheet for these days already."""


class NotAtWork(UserError):
    """The assistant has not started yet, or has left."""


class Agreed(UserError):
    """A timesheet that both have agreed is not changed."""


class Sent(UserError):
    """A timesheet that was sent is as it was for good."""


class NothingEstimated(UserError):
    """No estimate waits to be trued up."""


class NothingUntold(UserError):
    """Of every sleep-in it is told how long was spent awake."""


class NotAgreed(UserError):
    """Only a timesheet that both have agreed can be sent."""


class NotSent(UserError):
    """Only what was sent needs a correction."""


class OutsideItsPeriod(UserError):
    """A line belongs to a day of the timesheet's pay period."""


class IsACorrection(UserError):
    """A correction is made again, not changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timesheet:
    """One assistant's work in one pay period, with its lines by day."""

    id: TimesheetId
    assistant_id: AssistantId
    period: Period
    state: TimesheetState
    agreed_on: date | None = None
    sent_on: date | None = None
    lines: tuple[WorkedLine, ...] = ()

    @property
    def planned_minutes(self) -> int:
        """All the time that was planned, sleep-ins from end to end."""
        return sum(line.planned_minutes for line in self.lines)

    @property
    def worked_minutes(self) -> int:
        """All the time that was worked, sleep-ins from end to end."""
        return sum(line.worked_minutes for line in self.lines)

    @property
    def planned(self) -> Tally:
        """What was planned: hours, and sleep-ins beside them."""
        return _tally(
            Tally.of(line.kind, minutes=line.planned_minutes, shifts=int(line.planned_minutes > 0))
            for line in self.lines
        )

    @property
    def worked(self) -> Tally:
        """What was worked: hours, and sleep-ins beside them."""
        return _tally(Tally.of(line.kind, minutes=line.worked_minutes, shifts=line.shifts) for line in self.lines)

    @property
    def miles(self) -> int:
        """The miles driven for the holder."""
        return sum(line.miles for line in self.lines)

    @property
    def expenses(self) -> Money:
        """What the assistant has laid out."""
        return total(line.expenses for line in self.lines)

    @property
    def sum_said(self) -> str:
        """What was planned and worked, with miles and expenses, in a sentence."""
        extras = (f"{self.miles} miles" if self.miles else "", "" if self.expenses == NIL else f"{self.expenses} spent")
        return f"{', '.join(filter(None, (f'Planned {self.planned}', f'worked {self.worked}', *extras)))}."

    @property
    def is_nil(self) -> bool:
        """Whether nothing was worked, driven or spent: it is agreed and sent as nil."""
        return not any(line.worked_minutes or line.miles or line.expenses != NIL for line in self.lines)

    @property
    def kept_to_plan(self) -> bool:
        """Whether nothing differed from the rota and its absences, nights awake neither, and nothing is left to ask."""
        return not self.remarks and all(
            line.is_as_filled or replace(line, awake_minutes=line.awake_minutes or None).is_as_filled
            for line in self.lines
            if line.corrects is None
        )

    @property
    def untold(self) -> tuple[WorkedLine, ...]:
        """The sleep-ins of which nobody has said how long was spent awake."""
        return tuple(line for line in self.lines if line.awake_is_untold and line.corrects is None)

    def estimates(self, today: date) -> tuple[WorkedLine, ...]:
        """Return the lines that were sent as estimates and are past by now, and not told yet as they really were."""
        return tuple(line for line in self.lines if line.estimated and not line.trued_up and line.day < today)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What to look at before it is agreed, in sentences. None of it stops anybody."""
        untold = [said_short(line.day) for line in self.untold]
        asks = "Say how long these sleep-ins were spent awake and working, 0 if they were quiet"
        return (*_overlaps(self.lines), *([f"{asks}: {', '.join(untold)}."] if untold else []))

    def check_open(self) -> None:
        """Refuse to change what both have agreed or what was sent.

        Raises:
            Agreed: Both have agreed it.
            Sent: It was sent.
        """
        if self.state is TimesheetState.AGREED:
            raise Agreed("Both of you have agreed this timesheet. Reopen it first, then change it.")
        self.check_not_sent()

    def agreed(self, on: date) -> Timesheet:
        """Return this timesheet, agreed by both.

        Raises:
            Agreed: It is agreed already.
            Sent: It was sent.
        """
        self.check_open()
        return replace(self, state=TimesheetState.AGREED, agreed_on=on)

    def reopened(self) -> Timesheet:
        """Return this timesheet, open to changes again.

        Raises:
            Sent: It was sent.
        """
        self.check_not_sent()
        return replace(self, state=TimesheetState.DRAFT, agreed_on=None)

    def sent(self, on: date) -> Timesheet:
        """Return this timesheet, sent to the payroll and from now on as it is for good.

        Raises:
            NotAgreed: It is not agreed.
            Sent: It was sent already.
        """
        self.check_not_sent()
        if self.state is not TimesheetState.AGREED:
            raise NotAgreed("This timesheet is not agreed yet. Agree it with your PA first, then send it.")
        return replace(self, state=TimesheetState.SENT, sent_on=on)

    def check_day(self, day: date) -> None:
        """Refuse a day outside the pay period.

        Raises:
            OutsideItsPeriod: The day belongs to another timesheet.
        """
        if day not in self.period:
            raise OutsideItsPeriod(
                f"{said(day)} is not in this timesheet, which is for {said_period(self.period)}."
                " Type a day within it, or open the other timesheet."
            )

    def check_not_sent(self) -> None:
        """Refuse to change what was sent.

        Raises:
            Sent: It was sent.
        """
        if self.state is TimesheetState.SENT:
            when = f" on {said(self.sent_on)}" if self.sent_on else ""
            raise Sent(
                f"This timesheet was sent{when} and stays as it is. Correct a line instead:"
                " the correction goes on the next timesheet."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesheetLine:
    """A timesheet as it stands in a list, with the name of whose it is and what it adds up to."""

    id: TimesheetId
    assistant_id: AssistantId
    assistant: str
    period: Period
    state: TimesheetState
    planned: Tally
    worked: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class ToMake:
    """A timesheet that is not made yet: whose, and for which pay period."""

    assistant_id: AssistantId
    assistant: str
    period: Period


def due_first(wanting: Collection[ToMake], today: date) -> tuple[ToMake, ...]:
    """Return those timesheets that are made first: of periods that have ended, or if none has, of those that run."""
    ended = tuple(each for each in wanting if each.period.last < today)
    return ended or tuple(wanting)


def free_days(period: Period, day: date, taken: Collection[Period]) -> Period:
    """Return the days around one day that no other timesheet holds.

    Example: of May, with weeks made up to the 10th, from the 11th to the 31st.
    """
    before = [other.last for other in taken if other.last < day]
    after = [other.first for other in taken if other.first > day]
    return Period(
        max(period.first, *(last + timedelta(days=1) for last in before)) if before else period.first,
        min(period.last, *(first - timedelta(days=1) for first in after)) if after else period.last,
    )


def _tally(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, start=Tally())


def _overlaps(lines: Iterable[WorkedLine]) -> Iterator[str]:
    timed = [
        (line.span.starts_at(line.day), line.span.ends_at(line.day), line.span, line.day)
        for line in lines
        if line.span is not None and line.worked_minutes > 0
    ]
    for (start, end, span, day), (later_start, later_end, other, _) in combinations(sorted(timed), 2):
        if max(start, later_start) < min(end, later_end):
            yield f"On {said_short(day)}, {span} and {other} overlap. Check the times, so that no hour is paid twice."
