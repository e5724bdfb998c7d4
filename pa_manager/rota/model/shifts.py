"""Shifts, absences, and what is worth knowing about a week of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Final, NewType

from pa_manager.assistants.model import RESTING, Assistant, AssistantId, ShiftKind
from pa_manager.funding.model import StreamId
from pa_manager.plan.model import OutcomeId
from pa_manager.values.clock import TimeSpan, hours_said
from pa_manager.values.days import said
from pa_manager.values.errors import UserError

ShiftId = NewType("ShiftId", int)
SlotId = NewType("SlotId", int)

NOBODY: Final = "Nobody yet"
_DAY: Final = timedelta(days=1)


class NoTimePasses(UserError):
    """The clocks go forward over the whole of a shift."""


class TwoForOneShift(UserError):
    """A shift is given to an assistant and to somebody else."""


class SamePersonTwice(UserError):
    """Two assistants are wanted, and one is named twice."""


class NotAGap(UserError):
    """Somebody is down for the shift already."""


class NobodyNamed(UserError):
    """It is not said who covers a gap."""


class NoShiftsThen(UserError):
    """An assistant has no shifts on some days."""


class NothingToCopy(UserError):
    """The week before has nothing that this week lacks."""


class NobodyNeeded(UserError):
    """A shift needs at least one person."""


class OnATimesheet(UserError):
    """A timesheet has been filled from the shift."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftPlan:
    """One piece of work as it is planned: when, what kind, for whom and what for.

    Attributes:
        day: The day it begins. A night belongs to the day on which it begins.
        assistant_id: Who is down for it; nothing, if nobody is yet.
        covered_by: Somebody else who does it: a relative, a friend, an agency.
        outcome_id: Which outcome of the support plan it serves.
        stream_id: Which money pays for it.
        reason: Why it is all right although something is to be known of it, in the holder's own words.
        needs: What whoever does it must be able to do, skills between commas.
        people: How many are needed at once.
    """

    day: date
    span: TimeSpan
    assistant_id: AssistantId | None = None
    kind: ShiftKind = ShiftKind.DAY
    covered_by: str = ""
    outcome_id: OutcomeId | None = None
    stream_id: StreamId | None = None
    note: str = ""
    reason: str = ""
    needs: str = ""
    people: int = 1

    def __post_init__(self) -> None:
        """Refuse two people for one shift, a shift for nobody, and one in which no time passes."""
        if self.people < 1:
            raise NobodyNeeded("A shift needs at least one person. Type how many are needed at once, for example 2.")
        if self.assistant_id is not None and self.covered_by:
            raise TwoForOneShift(
                "A PA and somebody else are both named. Choose nobody as the PA, or leave the other name empty."
            )
        if self.minutes <= 0:
            raise NoTimePasses(
                f"No time passes from {self.span} on {said(self.ends_at.date())}: the clocks go forward."
                " Change the times."
            )

    @property
    def minutes(self) -> int:
        """The minutes that really pass, also over a night in which the clocks change."""
        return self.span.minutes_on(self.day)

    @property
    def starts_at(self) -> datetime:
        """The moment it begins."""
        return self.span.starts_at(self.day)

    @property
    def ends_at(self) -> datetime:
        """The moment it ends."""
        return self.span.ends_at(self.day)

    @property
    def skills(self) -> tuple[str, ...]:
        """What whoever does it must be able to do, one by one."""
        return tuple(filter(None, (part.strip() for part in self.needs.split(","))))

    @property
    def is_gap(self) -> bool:
        """Whether nobody is down for it."""
        return self.assistant_id is None and not self.covered_by

    def overlaps(self, other: ShiftPlan) -> bool:
        """Return whether there is a moment that lies in both."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at

    @property
    def clock_note(self) -> str:
        """What to know about its length if the clocks change within it; else nothing."""
        wall = (datetime.combine(self.day, self.span.end) - datetime.combine(self.day, self.span.start)) % _DAY
        by_the_wall = (wall or _DAY) // timedelta(minutes=1)
        if self.minutes == by_the_wall:
            return ""
        way = "forward" if self.minutes < by_the_wall else "back"
        return f"The clocks go {way}: it is {hours_said(self.minutes)} hours, not {hours_said(by_the_wall)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift(ShiftPlan):
    """A shift of the rota.

    Attributes:
        meant_for: Who was down for it at first, if they could not come.
        left_by: Who could not come last: the same, or whoever stood in and then could not either.
        why: Why they could not.
        slot_id: Which shift of a pattern it was made from.
        slot_day: The day for which it was made, wherever it was moved since.
        by_hand: Whether it was planned anew by itself since.
    """

    id: ShiftId
    meant_for: AssistantId | None = None
    left_by: AssistantId | None = None
    why: str = ""
    slot_id: SlotId | None = None
    slot_day: date | None = None
    by_hand: bool = False

    @property
    def is_by_hand(self) -> bool:
        """Whether it goes its own way: planned anew by itself, or somebody could not come."""
        return self.by_hand or self.meant_for is not None

    @property
    def owner(self) -> AssistantId | None:
        """Whose shift it is in an ordinary week, whoever stands in this time."""
        return self.meant_for or self.assistant_id

    def changed_to(self, plan: ShiftPlan) -> Shift:
        """Return this shift planned anew. Back with whom it was meant for, nothing is remembered of cover."""
        back = plan.assistant_id is not None and plan.assistant_id == self.meant_for
        return Shift(
            id=self.id,
            meant_for=None if back else self.meant_for,
            left_by=None if back else self.left_by,
            why="" if back else self.why,
            day=plan.day,
            span=plan.span,
            assistant_id=plan.assistant_id,
            kind=plan.kind,
            covered_by=plan.covered_by,
            outcome_id=plan.outcome_id,
            stream_id=plan.stream_id,
            note=plan.note,
            reason=plan.reason,
            needs=plan.needs,
            people=plan.people,
            slot_id=self.slot_id,
            slot_day=self.slot_day,
            by_hand=self.by_hand,
        )

    def left_open(self, why: str) -> Shift:
        """Return this shift as a gap, which remembers who was down for it and why they cannot come."""
        return replace(self, assistant_id=None, meant_for=self.owner, left_by=self.assistant_id, why=why, reason="")

    def filled_by(self, assistant_id: AssistantId) -> Shift:
        """Return this gap, given to an assistant.

        Raises:
            NotAGap: Somebody is down for it already.
        """
        self._must_be_gap()
        return self.changed_to(replace(self, assistant_id=assistant_id))

    def filled_otherwise(self, covered_by: str) -> Shift:
        """Return this gap, covered by somebody who is no assistant.

        Raises:
            NotAGap: Somebody is down for it already.
            NobodyNamed: It is not said who.
        """
        self._must_be_gap()
        if not covered_by.strip():
            raise NobodyNamed("The name is missing. Type who covers this shift.")
        return replace(self, covered_by=covered_by.strip())

    def _must_be_gap(self) -> None:
        if not self.is_gap:
            raise NotAGap("Somebody is down for this shift already. Change the shift on the rota instead.")

    def copied_to(self, day: date, owner: AssistantId | None) -> ShiftPlan:
        """Return the plan of the same shift on another day: the same times by the clock on the wall.

        Whoever stood in for somebody this time is not asked to do so again.
        """
        return ShiftPlan(
            day=day,
            span=self.span,
            assistant_id=owner,
            kind=self.kind,
            covered_by="" if self.owner else self.covered_by,
            outcome_id=self.outcome_id,
            stream_id=self.stream_id,
            note=self.note,
            needs=self.needs,
            people=self.people,
        )


class Standing(Enum):
    """How a shift of the rota stands beside what was published of it."""

    NEW = "Not published yet"
    CHANGED = "Changed since it was published"
    OFF = "Taken off since it was published"
    PUBLISHED = "Published"

    @property
    def word(self) -> str:
        """The same in a word or two."""
        return _STANDING_WORDS[self]


_STANDING_WORDS: Final = {
    Standing.NEW: "Draft",
    Standing.CHANGED: "Changed since published",
    Standing.OFF: "Off",
    Standing.PUBLISHED: "Published",
}


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """A shift as it stands in a list: with the names of who does it and what for, and what is worth knowing.

    Attributes:
        findings: What keeps somebody from coming, and what the clocks do.
        rests: What the law and the terms say of rest, breaks and long weeks.
        standing: How it stands beside what was published; nothing for a gap of which nobody was told.
    """

    shift: Shift
    assistant: str
    outcome: str = ""
    stream: str = ""
    findings: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()
    standing: Standing | None = None

    @property
    def standing_word(self) -> str:
        """How it stands beside what was published, in a word or two; empty, where there is nothing to say."""
        return "" if self.standing is None else self.standing.word

    @property
    def known(self) -> tuple[str, ...]:
        """All that is worth knowing."""
        return (*self.findings, *self.rests)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """All that is worth knowing, while the holder has not said why it is all right."""
        return () if self.shift.reason else self.known


Choice = tuple[str, str]
"""A key, and the words for it."""


@dataclass(frozen=True, slots=True)
class ShiftChoices:
    """What can be chosen in the form of a shift: whom, what it serves, which money pays."""

    assistants: tuple[Choice, ...]
    outcomes: tuple[Choice, ...]
    streams: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class WeekSum:
    """What a span of days comes to. Sleep-ins and being on call are counted, not added to the hours."""

    minutes: int
    sleep_ins: int
    on_calls: int
    gaps: int


def said_standings(lines: Iterable[ShiftLine]) -> str:
    """Return how many of some shifts are drafts or have changed since they were published, in one sentence.

    Example: ``3 are not published yet, 1 has changed since it was.``; nothing, if all are published as they stand.
    """
    told = [line.standing for line in lines]
    new, changed = told.count(Standing.NEW), told.count(Standing.CHANGED)
    parts = [f"{new} {'is' if new == 1 else 'are'} not published yet"] if new else []
    if changed:
        one = changed == 1
        parts.append(f"{changed} {'has' if one else 'have'} changed since {'it was' if one else 'they were'} published")
    return f"{', '.join(parts)}." if parts else ""


def sum_of(shifts: Iterable[ShiftPlan]) -> WeekSum:
    """Return what some shifts come to."""
    every = tuple(shifts)
    kinds = [shift.kind for shift in every]
    return WeekSum(
        minutes=sum(shift.minutes for shift in every if shift.kind not in RESTING),
        sleep_ins=kinds.count(ShiftKind.SLEEP_IN),
        on_calls=kinds.count(ShiftKind.ON_CALL),
        gaps=sum(shift.is_gap for shift in every),
    )


def said_sum(week: WeekSum) -> str:
    """Return what some days come to, in one sentence.

    Example: ``36:30 hours and 2 sleep-ins, with 1 shift that nobody has yet.``
    """
    parts = [f"{hours_said(week.minutes)} hours"]
    if week.sleep_ins:
        parts.append(f"{week.sleep_ins} sleep-in{'s' if week.sleep_ins > 1 else ''}")
    if week.on_calls:
        parts.append(f"{week.on_calls} on call")
    said_of_it = " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
    if not week.gaps:
        return f"{said_of_it}."
    return f"{said_of_it}, with {week.gaps} shift{'s' if week.gaps > 1 else ''} that nobody has yet."


def copies(
    earlier: Iterable[Shift], present: Iterable[Shift], *, days_on: int, assistants: Mapping[AssistantId, Assistant]
) -> tuple[ShiftPlan, ...]:
    """Return what is still to be planned so that the shifts of earlier days stand some days later too.

    A shift goes to whose it is in an ordinary week: cover for one week is not copied into the next.
    It is a gap where that person does not work for the holder by then. Copied twice is copied once. A shift in the
    hour that is skipped when the clocks go forward is left out.
    """
    there = Counter(likeness(shift, shift.owner) for shift in present)
    wanted = []
    for shift in earlier:
        day = shift.day + timedelta(days=days_on)
        owner = shift.owner if shift.owner is not None and assistants[shift.owner].works_on(day) else None
        try:
            plan = shift.copied_to(day, owner)
        except NoTimePasses:
            continue
        same = likeness(plan, owner)
        if there[same]:
            there[same] -= 1
        else:
            wanted.append(plan)
    return tuple(wanted)


Likeness = tuple[date, TimeSpan, ShiftKind, AssistantId | None, str]
"""What two shifts share that are the same, but for what is noted on them."""


def likeness(plan: ShiftPlan, owner: AssistantId | None) -> Likeness:
    """Return what two shifts share that are the same, but for what is noted on them."""
    return plan.day, plan.span, plan.kind, owner, "" if owner else plan.covered_by
