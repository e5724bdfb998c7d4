"""What is worth knowing of the shifts of some days besides who is away: rest, checks, needs, notice and the plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.model import Check, CheckKind, ShiftKind
from pa_manager.assistants.operations import assistants_by_id, checks_by_assistant
from pa_manager.figures.operations import own_figures
from pa_manager.file.work import Work
from pa_manager.rota import store
from pa_manager.rota.model import (
    AVERAGED_WEEKS,
    Agreed,
    Logged,
    LogLine,
    RotaSums,
    Shift,
    ShiftId,
    ShiftPlan,
    Stint,
    at_short_notice,
    beyond_plan,
    findings,
    long_weeks,
    need_findings,
    rest_findings,
    short_notice,
    with_drafts,
)
from pa_manager.rota.operations.sums import read_agreed, sums_for
from pa_manager.values.days import Period, week_of

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)
_TYPED: Final = ShiftId(0)
"""The number of a shift that is not kept yet."""


def around(days: Period) -> Period:
    """Return the whole weeks that some days touch, with the day before and the day after them."""
    return Period(week_of(days.first).first - _DAY, week_of(days.last).last + _DAY)


def known_of(  # noqa: PLR0913 -- what has been read already is handed in
    work: Work,
    kept: Sequence[Shift],
    *,
    days: Period,
    agreed: Agreed,
    drafts: Sequence[Shift] = (),
    sums: RotaSums | None = None,
) -> dict[ShiftId, tuple[str, ...]]:
    """Return what is to be known of each shift of some days, and of those the night before.

    Args:
        work: The work.
        kept: All shifts around these days.
        days: The days.
        agreed: What was agreed.
        drafts: Shifts that are being typed, counted as if they were kept.
        sums: What the days come to, if that has been read already.
    """
    wide = around(days)
    weeks = Period(wide.first + _DAY, wide.last - _DAY)
    shifts = sorted(with_drafts(kept, drafts, wide), key=lambda each: (each.starts_at, each.id))
    assistants, checks, own = agreed.assistants, checks_by_assistant(work), own_figures(work)
    found: defaultdict[ShiftId, list[str]] = defaultdict(list)
    parts = [
        rest_findings(shifts, assistants=assistants),
        need_findings(shifts, assistants=assistants, checks=checks),
        short_notice(store.log_of_days(work, wide)),
    ]
    for first in range(0, weeks.length, 7):
        week = week_of(weeks.first + first * _DAY)
        mine = [shift for shift in shifts if shift.day in week]
        ready = sums if sums is not None and sums.days == week else None
        parts.append(beyond_plan(ready or sums_for(mine, days=week, agreed=agreed, own=own), mine))
    for part in parts:
        for shift_id, told in part.items():
            found[shift_id] += told
    opted_out = {who for who, known in checks.items() if any(_allows_long_weeks(each, weeks.last) for each in known)}
    averaged = Period(weeks.last - AVERAGED_WEEKS * _WEEK + _DAY, weeks.last)
    stints = (*store.stints(work, averaged), *_typed_stints(work, drafts))
    long = long_weeks(stints, assistants=assistants, weeks=averaged, opted_out=opted_out)
    last = {shift.assistant_id: shift.id for shift in shifts if days.first - _DAY <= shift.day <= days.last}
    for assistant_id, sentence in long.items():
        if assistant_id in last:
            found[last[assistant_id]].append(sentence)
    return {shift_id: tuple(dict.fromkeys(told)) for shift_id, told in found.items()}


def know_shift(work: Work, *, plan: ShiftPlan) -> tuple[str, ...]:
    """Return what would be worth knowing of a shift that is being typed, once it were kept.

    A ``Shift`` is one that is being changed, a plain ``ShiftPlan`` a new one.
    """
    shift = plan if isinstance(plan, Shift) else Shift(id=_TYPED, day=plan.day, span=plan.span).changed_to(plan)
    today = Period(shift.day, shift.day)
    kept, agreed = store.of_days(work, around(today)), read_agreed(work)
    away = [each for each in store.absences(work, today) if each.state.counts]
    shifts = with_drafts(kept, [shift], around(today))
    first = findings(shifts, assistants=agreed.assistants, absences=away).get(shift.id, ())
    return (*first, *known_of(work, kept, days=today, agreed=agreed, drafts=[shift]).get(shift.id, ()))


def read_shift_log(work: Work, *, shift_id: ShiftId) -> tuple[LogLine, ...]:
    """Return what became of one shift, the oldest first: also of one that is gone."""
    return _named(work, store.log_of(work, shift_id))


def read_log(work: Work, *, days: Period) -> tuple[LogLine, ...]:
    """Return what became of the shifts of some days and when, the newest first."""
    return tuple(reversed(_named(work, store.log_of_days(work, days))))


def _named(work: Work, log: Iterable[Logged]) -> tuple[LogLine, ...]:
    every, assistants = tuple(log), assistants_by_id(work)
    short = at_short_notice(every)
    return tuple(LogLine(each, assistants[each.assistant_id].name, each in short) for each in every)


def _allows_long_weeks(check: Check, day: date) -> bool:
    return check.kind is CheckKind.LONG_WEEKS and check.done_on is not None and (check.ends_on or day) >= day


def _typed_stints(work: Work, typed: Iterable[Shift]) -> Iterator[Stint]:
    """Yield what shifts that are being typed add to the hours, and take away from how they stood before."""
    for shift in typed:
        before = () if shift.id == _TYPED else (store.get(work, shift.id),)
        for each, sign in ((shift, 1), *((one, -1) for one in before)):
            if each.assistant_id is not None and each.kind is not ShiftKind.ON_CALL:
                yield Stint(each.assistant_id, each.day, sign * each.minutes)
