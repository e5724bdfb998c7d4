"""Patterns: weeks that repeat, and what laying them over some days would add, change and leave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NewType

from pa_manager.assistants.model import Assistant, AssistantId, ShiftKind
from pa_manager.funding.model import StreamId
from pa_manager.plan.model import OutcomeId
from pa_manager.rota.model.shifts import NOBODY, Likeness, NoTimePasses, Shift, ShiftPlan, SlotId, likeness
from pa_manager.values.clock import TimeSpan
from pa_manager.values.days import Period, said_short
from pa_manager.values.errors import UserError

PatternId = NewType("PatternId", int)
MOST_WEEKS: Final = 8


class NothingToRepeat(UserError):
    """There are no shifts to make a pattern from."""


class NothingToLay(UserError):
    """All shifts of a pattern stand already."""


class PatternNameMissing(UserError):
    """A pattern has no name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotPlan:
    """One shift of a pattern: on which of its days, counted from 0, and all else a shift has."""

    day_number: int
    span: TimeSpan
    assistant_id: AssistantId | None = None
    kind: ShiftKind = ShiftKind.DAY
    covered_by: str = ""
    outcome_id: OutcomeId | None = None
    stream_id: StreamId | None = None
    note: str = ""
    needs: str = ""
    people: int = 1

    def plan_on(self, day: date, assistants: Mapping[AssistantId, Assistant]) -> ShiftPlan | None:
        """Return the shift on a day; a gap, if its assistant does not work then; nothing, if no time passes then."""
        there = self.assistant_id is not None and assistants[self.assistant_id].works_on(day)
        try:
            return ShiftPlan(
                day=day,
                span=self.span,
                assistant_id=self.assistant_id if there else None,
                kind=self.kind,
                covered_by=self.covered_by,
                outcome_id=self.outcome_id,
                stream_id=self.stream_id,
                note=self.note,
                needs=self.needs,
                people=self.people,
            )
        except NoTimePasses:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot(SlotPlan):
    """A shift of a pattern that is kept."""

    id: SlotId


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Weeks that repeat. ``first`` is the first day of any one first week."""

    id: PatternId
    name: str
    weeks: int
    first: date
    slots: tuple[Slot, ...]

    def wanted(self, days: Period) -> Iterator[tuple[date, Slot]]:
        """Yield each slot with each of its days among some days, in order."""
        for day in days.days():
            number = (day - self.first).days % (self.weeks * 7)
            for slot in self.slots:
                if slot.day_number == number:
                    yield day, slot


@dataclass(frozen=True, slots=True)
class Laid:
    """What laying a pattern does with one shift, in words: ``Added``, ``Changed`` or ``Left``, and why."""

    what: str
    plan: ShiftPlan
    who: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Laying:
    """What laying a pattern does: the shifts it adds, those it changes, and those it leaves as they are."""

    added: tuple[tuple[Slot, ShiftPlan], ...]
    changed: tuple[tuple[Shift, ShiftPlan], ...]
    kept: tuple[Shift, ...]
    names: Mapping[AssistantId, str]

    @property
    def left(self) -> int:
        """How many shifts are left as they are."""
        return len(self.kept)

    @property
    def lines(self) -> tuple[Laid, ...]:
        """Each shift with what becomes of it, in the order they begin."""
        found = [Laid("Added", plan, self._who(plan), _not_there(slot, plan)) for slot, plan in self.added]
        found += [Laid("Changed", plan, self._who(plan), self._was(shift, plan)) for shift, plan in self.changed]
        found += [
            Laid("Left", shift, self._who(shift), "You changed it by hand." if shift.is_by_hand else "")
            for shift in self.kept
        ]
        return tuple(sorted(found, key=lambda one: (one.plan.starts_at, one.plan.ends_at, one.who)))

    def _who(self, plan: ShiftPlan) -> str:
        return plan.covered_by or (NOBODY if plan.assistant_id is None else self.names[plan.assistant_id])

    def _was(self, shift: Shift, plan: ShiftPlan) -> str:
        parts = [f"{shift.span}"] if shift.span != plan.span else []
        parts += [said_short(shift.day)] if shift.day != plan.day else []
        parts += [self._who(shift)] if self._who(shift) != self._who(plan) else []
        parts += [shift.kind.words] if shift.kind is not plan.kind else []
        return f"It was {', '.join(parts)}." if parts else ""

    @property
    def sentence(self) -> str:
        """What is added, changed and left. Example: ``3 shifts are added, 1 is changed, 2 are left as they are``."""
        parts = [
            f"{_shifts(len(self.added))} added",
            f"{_are(len(self.changed))} changed",
            f"{_are(self.left)} left as they are" if self.left != 1 else "1 is left as it is",
        ]
        return ", ".join(parts) + "."


def slots_from(shifts: Iterable[Shift], first: date) -> tuple[tuple[Shift, SlotPlan], ...]:
    """Return the slots of a pattern that is like some shifts: for whose they are in an ordinary week."""
    return tuple(
        (
            shift,
            SlotPlan(
                day_number=(shift.day - first).days,
                span=shift.span,
                assistant_id=shift.owner,
                kind=shift.kind,
                covered_by="" if shift.owner else shift.covered_by,
                outcome_id=shift.outcome_id,
                stream_id=shift.stream_id,
                note=shift.note,
                needs=shift.needs,
                people=shift.people,
            ),
        )
        for shift in shifts
    )


def laying(
    pattern: Pattern, days: Period, *, shifts: Iterable[Shift], assistants: Mapping[AssistantId, Assistant]
) -> Laying:
    """Return what laying a pattern over some days does. Laid twice it does nothing more.

    A shift that was made from the pattern and then changed by hand, or that somebody stands in for, is left. So is
    one that was there before and is the same.

    Args:
        pattern: The pattern.
        days: The days it is laid over.
        shifts: All shifts of the days, and those made from the pattern for these days that were moved elsewhere.
        assistants: All assistants.
    """
    every = tuple(shifts)
    made = {(shift.slot_id, shift.slot_day): shift for shift in every if shift.slot_id is not None}
    free: defaultdict[Likeness, list[Shift]] = defaultdict(list)
    for shift in every:
        if shift.slot_id is None:
            free[likeness(shift, shift.owner)].append(shift)
    added, changed, kept = [], [], []
    for day, slot in pattern.wanted(days):
        plan = slot.plan_on(day, assistants)
        if plan is None:
            continue
        there = made.get((slot.id, day))
        like = likeness(plan, plan.assistant_id)
        if there is not None:
            if there.is_by_hand or likeness(there, there.owner) == like:
                kept.append(there)
            else:
                changed.append((there, plan))
        elif free[like]:
            kept.append(free[like].pop(0))
        else:
            added.append((slot, plan))
    names = {number: assistant.name for number, assistant in assistants.items()}
    return Laying(tuple(added), tuple(changed), tuple(kept), names)


def _not_there(slot: Slot, plan: ShiftPlan) -> str:
    if slot.assistant_id is not None and plan.assistant_id is None:
        return "Whose shift it is does not work then: it is a gap."
    return ""


def _shifts(number: int) -> str:
    return "1 shift is" if number == 1 else f"{number} shifts are"


def _are(number: int) -> str:
    return "1 is" if number == 1 else f"{number} are"
