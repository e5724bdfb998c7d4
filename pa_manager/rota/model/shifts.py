"""Shifts, absences, and what is worth knowing about a week of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final, NewType

from pa_manager.assistants.model import Assistant, AssistantId, ShiftKind
from pa_manager.funding.model import StreamId
from pa_manager.plan.model import OutcomeId
from pa_manager.values.clock import TimeSpan, hours_said
from pa_manager.values.days import Period, said, said_period, said_short
from pa_manager.values.errors import UserError

ShiftId = NewType("ShiftId", int)
SlotId = NewType("SlotId", int)
AbsenceId = NewType("AbsenceId", int)

NOBODY: Final = "Nobody yet"
_DAY: Final = timedelta(days=1)
_BY_THE_SHIFT: Final = frozenset({ShiftKind.SLEEP_IN, ShiftKind.ON_CALL})


class AbsenceKind(StrEnum):
    """Why somebody is away. The words are stored: never change one."""

    HOLIDAY = "holiday"
    SICKNESS = "sickness"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The kind as a sentence says it of somebody: "is on holiday"."""
        return _AWAY_WORDS[self]

    @property
    def label(self) -> str:
        """The kind as it is chosen from a list."""
        return _AWAY_LABELS[self]


_AWAY_WORDS: Final = {
    AbsenceKind.HOLIDAY: "on holiday",
    AbsenceKind.SICKNESS: "off sick",
    AbsenceKind.OTHER: "away",
}


_AWAY_LABELS: Final = {
    AbsenceKind.HOLIDAY: "Holiday",
    AbsenceKind.SICKNESS: "Sickness",
    AbsenceKind.OTHER: "Something else",
}


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


class AlreadyAway(UserError):
    """The same absence is noted for some of the days already."""


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

    def __post_init__(self) -> None:
        """Refuse two people for one shift, and a shift in which no time passes."""
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
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Some days on which an assistant is away, and why."""

    assistant_id: AssistantId
    kind: AbsenceKind
    days: Period
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence(Away):
    """An absence that has been noted."""

    id: AbsenceId


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """A shift as it stands in a list: with the names of who does it and what for, and what is worth knowing.

    Attributes:
        findings: What keeps somebody from coming, and what the clocks do.
        rests: What the law and the terms say of rest, breaks and long weeks.
    """

    shift: Shift
    assistant: str
    outcome: str = ""
    stream: str = ""
    findings: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()

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
class AbsenceLine:
    """An absence as it stands in a list, with the name of who is away."""

    absence: Absence
    assistant: str

    @property
    def sentence(self) -> str:
        """Who is away, why and when."""
        return f"{self.assistant} is {self.absence.kind.words}, {said_period(self.absence.days)}."


@dataclass(frozen=True, slots=True)
class Free:
    """Whether an assistant could take a shift, and if not, why not."""

    assistant_id: AssistantId
    name: str
    free: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class WeekSum:
    """What a span of days comes to. Sleep-ins and being on call are counted, not added to the hours."""

    minutes: int
    sleep_ins: int
    on_calls: int
    gaps: int


def sum_of(shifts: Iterable[ShiftPlan]) -> WeekSum:
    """Return what some shifts come to."""
    every = tuple(shifts)
    kinds = [shift.kind for shift in every]
    return WeekSum(
        minutes=sum(shift.minutes for shift in every if shift.kind not in _BY_THE_SHIFT),
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


def doubles(shifts: Iterable[Shift]) -> dict[ShiftId, Shift]:
    """Return for each shift that overlaps another of the same assistant one such other.

    Shifts of one assistant are compared in the order they begin, each with the one before that ends last.
    """
    own: defaultdict[AssistantId, list[Shift]] = defaultdict(list)
    for shift in shifts:
        if shift.assistant_id is not None:
            own[shift.assistant_id].append(shift)
    found: dict[ShiftId, Shift] = {}
    for mine in own.values():
        mine.sort(key=lambda shift: (shift.starts_at, shift.id))
        last = mine[0]
        for _, shift in pairwise(mine):
            if shift.overlaps(last):
                found.setdefault(last.id, shift)
                found.setdefault(shift.id, last)
            last = max(last, shift, key=lambda each: each.ends_at)
    return found


def findings(
    shifts: Sequence[Shift],
    *,
    assistants: Mapping[AssistantId, Assistant],
    absences: Iterable[Away],
) -> dict[ShiftId, tuple[str, ...]]:
    """Return what is worth knowing about each shift of which anything is. Nothing of it stops anybody."""
    away: defaultdict[AssistantId, list[Away]] = defaultdict(list)
    for absence in absences:
        away[absence.assistant_id].append(absence)
    double = doubles(shifts)
    found = {}
    for shift in shifts:
        said_of_it = []
        if shift.assistant_id is not None:
            assistant = assistants[shift.assistant_id]
            if other := double.get(shift.id):
                said_of_it.append(down_twice(assistant, shift, other))
            if why := not_there(assistant, shift.day, away[shift.assistant_id]):
                said_of_it.append(why)
        elif shift.is_gap and shift.left_by is not None:
            said_of_it.append(cannot_come(assistants[shift.left_by], shift.why))
        if shift.clock_note:
            said_of_it.append(shift.clock_note)
        if said_of_it:
            found[shift.id] = tuple(said_of_it)
    return found


def down_twice(assistant: Assistant, shift: Shift, other: Shift) -> str:
    """Return the sentence that an assistant is down for two shifts at once: the same for both."""
    first, second = sorted((shift, other), key=lambda each: (each.starts_at, each.id))
    day = "" if first.day == second.day else f" on {said_short(first.day)}"
    return f"{assistant.name} is down twice: {first.span}{day} and {second.span} on {said_short(second.day)}."


def also_down(assistant: Assistant, other: ShiftPlan) -> str:
    """Return the sentence that an assistant has another shift at the same time."""
    return f"{assistant.name} is down for {other.span} on {said_short(other.day)} already."


def not_there(assistant: Assistant, day: date, absences: Iterable[Away]) -> str:
    """Return why an assistant does not work on a day, as a sentence; nothing, if they do."""
    if day < assistant.started_on:
        return f"{assistant.name} starts work on {said(assistant.started_on)}."
    if assistant.left_on is not None and day > assistant.left_on:
        return f"{assistant.name} left on {said(assistant.left_on)}."
    for absence in absences:
        if day in absence.days:
            return f"{assistant.name} is {absence.kind.words}, {said_period(absence.days)}."
    return ""


def cannot_come(assistant: Assistant, why: str) -> str:
    """Return the sentence that an assistant was down for a shift and cannot come."""
    return f"{assistant.name} cannot come: {why}." if why else f"{assistant.name} cannot come."


def freedom(shift: Shift, *, assistant: Assistant, own: Iterable[Shift], absences: Iterable[Away]) -> Free:
    """Return whether an assistant could take a shift, given their own shifts and absences around that day."""
    why_not = not_there(assistant, shift.day, absences)
    if not why_not and shift.left_by == assistant.id:
        why_not = cannot_come(assistant, shift.why)
    if not why_not and (other := next((each for each in own if each.id != shift.id and each.overlaps(shift)), None)):
        why_not = also_down(assistant, other)
    return Free(assistant.id, assistant.name, not why_not, why_not)


def copies(
    earlier: Iterable[Shift], present: Iterable[Shift], *, days_on: int, assistants: Mapping[AssistantId, Assistant]
) -> tuple[ShiftPlan, ...]:
    """Return what is still to be planned so that the shifts of earlier days stand some days later too.

    A shift goes to whose it is in an ordinary week: cover for one week is not copied into the next.
    It is a gap where that person does not work for the holder by then. Copied twice is copied once.
    """
    there = Counter(likeness(shift, shift.owner) for shift in present)
    wanted = []
    for shift in earlier:
        day = shift.day + timedelta(days=days_on)
        owner = shift.owner if shift.owner is not None and assistants[shift.owner].works_on(day) else None
        plan = shift.copied_to(day, owner)
        same = likeness(plan, owner)
        if there[same]:
            there[same] -= 1
        else:
            wanted.append(plan)
    return tuple(wanted)


def likeness(plan: ShiftPlan, owner: AssistantId | None) -> tuple[date, TimeSpan, ShiftKind, AssistantId | None, str]:
    """Return what two shifts share that are the same, but for what is noted on them."""
    return plan.day, plan.span, plan.kind, owner, "" if owner else plan.covered_by
