"""What can be done with patterns: make one from the rota, lay it over some days, change it from now on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.operations import assistants_by_id
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.rota import store
from pa_manager.rota.model import (
    Laying,
    NothingToLay,
    NothingToRepeat,
    Pattern,
    PatternId,
    PatternNameMissing,
    Shift,
    ShiftId,
    ShiftPlan,
    laying,
    slots_from,
)
from pa_manager.rota.operations.shifts import change_shift, remove_shift
from pa_manager.rota.operations.subject import ROTA
from pa_manager.values.days import Period, said_period

_DAY: Final = timedelta(days=1)


def list_patterns(work: Work) -> tuple[Pattern, ...]:
    """Return all patterns by name."""
    return store.every_pattern(work)


def make_pattern(work: Work, *, name: str, first: date, weeks: int) -> Changes:
    """Make a pattern of some weeks of the rota, from a day on. Their shifts belong to it from now on.

    Raises:
        PatternNameMissing: It has no name.
        NothingToRepeat: There are no shifts in these weeks.
    """
    if not name.strip():
        raise PatternNameMissing("The name is missing. Type a name for the pattern, for example Week A and B.")
    days = Period(first, first + (weeks * 7 - 1) * _DAY)
    shifts = store.of_days(work, days)
    if not shifts:
        raise NothingToRepeat(f"There are no shifts from {said_period(days)}. Choose weeks that have some.")
    made = slots_from(shifts, first)
    numbers = store.add_pattern(
        work, name=name.strip(), weeks=weeks, first=first, slots=[slot for _shift, slot in made]
    )
    for (shift, _slot), number in zip(made, numbers, strict=True):
        if shift.slot_id is None:
            store.put(work, replace(shift, slot_id=number, slot_day=shift.day))
    return ROTA


def preview_pattern(work: Work, *, pattern_id: PatternId, days: Period) -> Laying:
    """Return what laying a pattern over some days would add, change and leave.

    Raises:
        NotFound: There is no such pattern.
    """
    return laying(
        store.get_pattern(work, pattern_id),
        days,
        shifts={shift.id: shift for shift in (*store.of_days(work, days), *store.made_for(work, days))}.values(),
        assistants=assistants_by_id(work),
    )


def lay_pattern(work: Work, *, pattern_id: PatternId, days: Period) -> Changes:
    """Lay a pattern over some days. What was changed by hand is left as it is.

    Raises:
        NotFound: There is no such pattern.
        NothingToLay: All its shifts stand already.
    """
    preview = preview_pattern(work, pattern_id=pattern_id, days=days)
    if not preview.added and not preview.changed:
        raise NothingToLay(f"All shifts of this pattern stand already from {said_period(days)}. Choose other days.")
    store.add_made(work, [(plan, slot.id) for slot, plan in preview.added])
    for shift, plan in preview.changed:
        store.put(work, shift.changed_to(plan))
    return ROTA


def change_from_now_on(work: Work, *, shift_id: ShiftId, plan: ShiftPlan) -> Changes:
    """Plan a shift of a pattern anew, the pattern, and all later shifts made from it that nobody changed by hand.

    Raises:
        NotFound: There is no such shift, or no such assistant.
    """
    shift = store.get(work, shift_id)
    change_shift(work, shift_id=shift_id, plan=plan)
    if shift.slot_id is None or shift.slot_day is None:
        return ROTA
    pattern, slot = store.slot_of(work, shift.slot_id)
    moved = (plan.day - shift.slot_day).days
    new = replace(
        slot,
        day_number=(slot.day_number + moved) % (pattern.weeks * 7),
        span=plan.span,
        assistant_id=plan.assistant_id,
        kind=plan.kind,
        covered_by=plan.covered_by,
        outcome_id=plan.outcome_id,
        stream_id=plan.stream_id,
        note=plan.note,
        needs=plan.needs,
        people=plan.people,
    )
    store.put_slot(work, new)
    assistants = assistants_by_id(work)
    for later in store.made_from(work, slot.id, shift.slot_day):
        _follow(work, later, moved, new.plan_on(later.day + moved * _DAY, assistants), this=later.id == shift_id)
    return ROTA


def remove_from_now_on(work: Work, *, shift_id: ShiftId) -> Changes:
    """Take a shift of a pattern off the rota, and out of the pattern with all later ones nobody changed by hand.

    Raises:
        NotFound: There is no such shift.
        OnATimesheet: A timesheet has been filled from one of them.
    """
    shift = store.get(work, shift_id)
    if shift.slot_id is None or shift.slot_day is None:
        return remove_shift(work, shift_id=shift_id)
    for made in store.made_from(work, shift.slot_id, date.min):
        later = made.slot_day is not None and made.slot_day >= shift.slot_day
        if made.id == shift_id or (later and not made.is_by_hand):
            store.remove(work, made.id)
        else:
            store.put(work, replace(made, slot_id=None, slot_day=None, by_hand=False))
    store.remove_slot(work, shift.slot_id)
    return ROTA


def remove_pattern(work: Work, *, pattern_id: PatternId) -> Changes:
    """Take a pattern away. The shifts made from it stay.

    Raises:
        NotFound: There is no such pattern.
    """
    pattern = store.get_pattern(work, pattern_id)
    for slot in pattern.slots:
        for shift in store.made_from(work, slot.id, date.min):
            store.put(work, replace(shift, slot_id=None, slot_day=None, by_hand=False))
    store.remove_pattern(work, pattern)
    return ROTA


def _follow(work: Work, shift: Shift, moved: int, plan: ShiftPlan | None, *, this: bool) -> None:
    """Let a shift follow its pattern, which has changed. The one that was changed itself stands as it was told."""
    now = store.get(work, shift.id) if this else shift
    slot_day = None if shift.slot_day is None else shift.slot_day + moved * _DAY
    if this:
        store.put(work, replace(now, slot_day=slot_day, by_hand=False))
    elif shift.is_by_hand or plan is None:
        store.put(work, replace(shift, slot_day=slot_day))
    else:
        store.put(work, replace(shift.changed_to(plan), slot_day=slot_day))
