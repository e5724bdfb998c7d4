"""What a shift asks of whoever does it: hours they said they can work, checks in date, skills, and enough people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Final

from pa_manager.assistants.model import Assistant, AssistantId, Check, CheckKind, ShiftKind, Willing
from pa_manager.rota.model.shifts import Shift, ShiftId
from pa_manager.values.clock import LONDON, time_said
from pa_manager.values.days import said

_DRIVING: Final = "driving"
_WATCHED: Final = {
    CheckKind.RIGHT_TO_WORK: "See the new proof before any more work.",
    CheckKind.DBS: "See a new one.",
    CheckKind.TRAINING: "It wants doing again.",
    CheckKind.CAR_INSURANCE: "No driving for work until a new one is seen.",
    CheckKind.DRIVING_LICENCE: "No driving for work until a new one is seen.",
}
_SKILLED: Final = frozenset({CheckKind.SKILL, CheckKind.TRAINING})


def need_findings(
    shifts: Sequence[Shift],
    *,
    assistants: Mapping[AssistantId, Assistant],
    checks: Mapping[AssistantId, Sequence[Check]],
) -> dict[ShiftId, tuple[str, ...]]:
    """Return what is to be known of each shift: of the hours somebody said, of checks and skills, and too few people.

    Args:
        shifts: The shifts, and all that overlap any of them.
        assistants: All assistants.
        checks: The checks, training and skills of each.
    """
    found = {}
    for shift in shifts:
        told = []
        if shift.assistant_id is not None:
            assistant = assistants[shift.assistant_id]
            known = checks.get(shift.assistant_id, ())
            told = [
                *_unwilling(assistant, shift),
                *_ended(assistant, known, shift.day),
                *_unskilled(assistant, known, shift),
            ]
        told += _too_few(shift, shifts)
        if told:
            found[shift.id] = tuple(told)
    return found


def _unwilling(assistant: Assistant, shift: Shift) -> Iterator[str]:
    entry = assistant.availability_on(shift.day, shift.span)
    if entry is not None and entry.willing is not Willing.WOULD_LIKE:
        yield f"{assistant.called} said: {entry.sentence[0].lower()}{entry.sentence[1:]}."


def _ended(assistant: Assistant, checks: Iterable[Check], day: date) -> Iterator[str]:
    """Yield which checks have ended by a day, unless a later one took their place."""
    last: dict[str, Check] = {}
    for check in checks:
        before = last.get(check.called.casefold())
        if check.kind in _WATCHED and (before is None or _until(check) >= _until(before)):
            last[check.called.casefold()] = check
    for check in last.values():
        if check.ends_on is not None and check.ends_on < day:
            yield f"{assistant.called}: {check.called} ended on {said(check.ends_on)}. {_WATCHED[check.kind]}"


def _unskilled(assistant: Assistant, checks: Sequence[Check], shift: Shift) -> Iterator[str]:
    """Yield which skills a shift needs that nobody has noted of an assistant, or that have ended."""
    for skill in shift.skills:
        if not any(_is_for(check, skill) and _until(check) >= shift.day for check in checks):
            yield f"This shift needs {skill}, and nothing is noted of it for {assistant.called}."


def _is_for(check: Check, skill: str) -> bool:
    words = skill.casefold()
    if words == _DRIVING and check.kind is CheckKind.DRIVING_LICENCE:
        return check.done_on is not None
    return check.kind in _SKILLED and check.done_on is not None and words in check.words.casefold()


def _until(check: Check) -> date:
    return check.ends_on or date.max


def _too_few(shift: Shift, shifts: Iterable[Shift]) -> list[str]:
    """Return that fewer people are down than a shift needs at once, and from when."""
    if shift.people == 1 or shift.is_gap:
        return []
    others = [
        each
        for each in shifts
        if not each.is_gap and each.kind is not ShiftKind.ON_CALL and _who(each) != _who(shift) and each.overlaps(shift)
    ]
    ends = (each.ends_at for each in others if each.ends_at < shift.ends_at)
    for moment in sorted([shift.starts_at, *ends]):
        there = 1 + _people_at(moment, others)
        if there < shift.people:
            at = time_said(moment.astimezone(LONDON).time())
            return [f"{shift.people} people are needed at once; from {at} there is {there}."]
    return []


def _people_at(moment: datetime, shifts: Iterable[Shift]) -> int:
    there: defaultdict[tuple[AssistantId | None, str], bool] = defaultdict(bool)
    for each in shifts:
        there[_who(each)] |= each.starts_at <= moment < each.ends_at
    return sum(there.values())


def _who(shift: Shift) -> tuple[AssistantId | None, str]:
    return shift.assistant_id, shift.covered_by
