"""What keeps somebody from a shift: being down twice, away, or not at work at all; and who is free."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from pa_manager.assistants.model import Assistant, AssistantId
from pa_manager.rota.model.absences import Away
from pa_manager.rota.model.shifts import Shift, ShiftId, ShiftPlan
from pa_manager.values.days import said, said_period, said_short


@dataclass(frozen=True, slots=True)
class Free:
    """Whether an assistant could take a shift, and if not, why not."""

    assistant_id: AssistantId
    name: str
    free: bool
    why_not: str = ""


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
