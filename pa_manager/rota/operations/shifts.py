"""What can be done with the rota."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.model import Assistant, AssistantId, told_apart
from pa_manager.assistants.operations import assistants_by_id, find_assistant, list_assistants
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.funding.operations import list_streams
from pa_manager.plan.operations import list_outcomes
from pa_manager.rota import store
from pa_manager.rota.model import (
    NOBODY,
    Absence,
    AbsenceLine,
    Agreed,
    Free,
    NothingToCopy,
    RotaGrid,
    RotaSums,
    SamePersonTwice,
    Shift,
    ShiftChoices,
    ShiftId,
    ShiftLine,
    ShiftPlan,
    copies,
    findings,
    freedom,
    grid_of,
    standings,
)
from pa_manager.rota.operations.absences import holidays_to_do
from pa_manager.rota.operations.knowing import around, known_of
from pa_manager.rota.operations.publishing import changes_to_tell
from pa_manager.rota.operations.subject import ROTA
from pa_manager.rota.operations.sums import read_agreed
from pa_manager.values.days import Period, said_period, week_of
from pa_manager.values.tasks import Place, Task

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)


def plan_shift(work: Work, *, plan: ShiftPlan, with_another: AssistantId | None = None) -> Changes:
    """Plan a shift; where two are needed at once, a second one like it for another assistant.

    Raises:
        SamePersonTwice: Both are the same assistant.
        NotFound: There is no such assistant.
    """
    plans = [plan]
    if with_another is not None:
        if with_another == plan.assistant_id:
            raise SamePersonTwice("The same PA is chosen twice. Choose another as the second.")
        plans.append(replace(plan, assistant_id=with_another, covered_by=""))
    _check(work, plans)
    store.add(work, plans)
    return ROTA


def change_shift(work: Work, *, shift_id: ShiftId, plan: ShiftPlan) -> Changes:
    """Plan a shift anew, by itself: if it was made from a pattern, it goes its own way from now on.

    Raises:
        NotFound: There is no such shift, or no such assistant.
    """
    _check(work, [plan])
    shift = store.get(work, shift_id).changed_to(plan)
    store.put(work, replace(shift, by_hand=shift.slot_id is not None))
    return ROTA


def remove_shift(work: Work, *, shift_id: ShiftId) -> Changes:
    """Take a shift off the rota.

    Raises:
        NotFound: There is no such shift.
        OnATimesheet: A timesheet has been filled from it.
    """
    store.remove(work, shift_id)
    return ROTA


def copy_week(work: Work, *, week: Period) -> Changes:
    """Plan in a week, or in some whole weeks, what stood in those before. What is there is not planned again.

    Raises:
        NothingToCopy: The week before is empty, or all of it is there already.
    """
    before = Period(week.first - week.length * _DAY, week.first - _DAY)
    plans = copies(
        store.of_days(work, before),
        store.of_days(work, week),
        days_on=week.length,
        assistants=assistants_by_id(work),
    )
    if not plans:
        raise NothingToCopy(
            f"{_named(before)} no shift that {'this week lacks' if week.length == 7 else 'these days lack'}."
            " Add a shift by itself instead."
        )
    store.add(work, plans)
    return ROTA


def fill_gap(work: Work, *, shift_id: ShiftId, assistant_id: AssistantId) -> Changes:
    """Give a gap to an assistant.

    Raises:
        NotAGap: Somebody is down for it already.
        NotFound: There is no such shift, or no such assistant.
    """
    find_assistant(work, assistant_id)
    store.put(work, store.get(work, shift_id).filled_by(assistant_id))
    return ROTA


def fill_gap_otherwise(work: Work, *, shift_id: ShiftId, covered_by: str) -> Changes:
    """Note who covers a gap that no assistant takes: a relative, a friend, an agency.

    Raises:
        NotAGap: Somebody is down for it already.
        NobodyNamed: It is not said who.
        NotFound: There is no such shift.
    """
    store.put(work, store.get(work, shift_id).filled_otherwise(covered_by))
    return ROTA


def find_shift(work: Work, shift_id: ShiftId) -> Shift:
    """Return one shift.

    Raises:
        NotFound: There is no such shift.
    """
    return store.get(work, shift_id)


def list_shifts(work: Work, *, days: Period) -> tuple[ShiftLine, ...]:
    """Return the shifts of some days in the order they begin, with all names, and what is worth knowing of each."""
    wide = Period(days.first - _DAY, days.last + _DAY)
    return _lines(store.of_days(work, wide), days=days, agreed=read_agreed(work), absences=store.absences(work, days))


def _lines(
    shifts: Sequence[Shift], *, days: Period, agreed: Agreed, absences: Iterable[Absence]
) -> tuple[ShiftLine, ...]:
    """Return the lines of some days' shifts, given all of these days, of the day before and of the day after."""
    assistants = agreed.assistants
    known = findings(shifts, assistants=assistants, absences=[each for each in absences if each.state.counts])
    outcomes = {outcome.id: f"{outcome.number}. {outcome.words}" for outcome in agreed.outcomes}
    streams = {stream.id: stream.called for stream in agreed.streams}
    return tuple(
        ShiftLine(
            shift,
            assistant=_who(shift, assistants),
            outcome="" if shift.outcome_id is None else outcomes[shift.outcome_id],
            stream="" if shift.stream_id is None else streams[shift.stream_id],
            findings=known.get(shift.id, ()),
        )
        for shift in shifts
        if shift.day in days
    )


def read_rota(work: Work, *, days: Period, sums: RotaSums | None = None) -> RotaGrid:
    """Return the rota of some days as a grid, with all its shifts, and who is away.

    ``sums`` is what the days come to, if that has been read already.
    """
    agreed, absences = read_agreed(work), store.absences(work, _with_night(days))
    shifts = store.of_days(work, around(days))
    known = known_of(work, shifts, days=days, agreed=agreed, sums=sums)
    lines = _lines(shifts, days=_with_night(days), agreed=agreed, absences=absences)
    told = standings(shifts, store.published_of(work, around(days)))
    return grid_of(
        [replace(line, rests=known.get(line.shift.id, ()), standing=told.get(line.shift.id)) for line in lines],
        [
            AbsenceLine(each, agreed.assistants[each.assistant_id].name)
            for each in absences
            if each.shown and each.days.overlap(days)
        ],
        days=days,
        assistants=agreed.assistants.values(),
    )


def shifts_of(work: Work, *, assistant_id: AssistantId, days: Period) -> tuple[Shift, ...]:
    """Return the shifts that one assistant is down for on some days, in the order they begin."""
    return store.of_assistant(work, assistant_id, days)


def shift_choices(work: Work, *, days: Period) -> ShiftChoices:
    """Return what can be chosen for a shift on some days. Who has left before then is not on offer."""
    everyone = list_assistants(work)
    names = told_apart(everyone)
    return ShiftChoices(
        assistants=tuple(
            (str(assistant.id), names[assistant.id])
            for assistant in everyone
            if assistant.left_on is None or assistant.left_on >= days.first
        ),
        outcomes=tuple(
            (str(outcome.id), f"{outcome.number}. {outcome.words}")
            for outcome in list_outcomes(work)
            if outcome.last is None or outcome.last >= days.first
        ),
        streams=tuple(
            (str(stream.id), stream.called)
            for stream in list_streams(work)
            if stream.last is None or stream.last >= days.first
        ),
    )


def who_is_free(work: Work, *, shift_id: ShiftId) -> tuple[Free, ...]:
    """Return of every assistant who has not left before the shift whether they could take it, and why not.

    Those who are free come first.

    Raises:
        NotFound: There is no such shift.
    """
    shift = store.get(work, shift_id)
    around = store.of_days(work, Period(shift.day - _DAY, shift.day + _DAY))
    absences = [each for each in store.absences(work, Period(shift.day, shift.day)) if each.state.counts]
    found = [
        freedom(
            shift,
            assistant=assistant,
            own=[each for each in around if each.assistant_id == assistant.id],
            absences=[each for each in absences if each.assistant_id == assistant.id],
        )
        for assistant in assistants_by_id(work).values()
        if assistant.left_on is None or assistant.left_on >= shift.day
    ]
    return tuple(sorted(found, key=lambda each: not each.free))


def things_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return which shifts of the next 14 days somebody cannot do, who knows the rota as it was, and what waits."""
    days = Period(today, today + 2 * _WEEK - _DAY)
    amiss = [
        Task(text=finding, place=Place("rota", line.shift.id), due=line.shift.day)
        for line in list_shifts(work, days=days)
        if line.shift.assistant_id is not None and not line.shift.reason
        for finding in line.findings
        if finding != line.shift.clock_note
    ]
    this_week = week_of(today)
    next_week = week_of(this_week.last + _DAY)
    if store.of_days(work, this_week) and not store.of_days(work, next_week):
        amiss.append(
            Task(
                text=f"Lay out the rota for the week of {said_period(next_week)}.",
                place=Place("rota"),
                due=this_week.last,
            )
        )
    return (*amiss, *changes_to_tell(work, today=today), *holidays_to_do(work, today=today))


def _check(work: Work, plans: Iterable[ShiftPlan]) -> None:
    for plan in plans:
        if plan.assistant_id is not None:
            find_assistant(work, plan.assistant_id)


def _who(shift: Shift, assistants: Mapping[AssistantId, Assistant]) -> str:
    if shift.assistant_id is not None:
        return assistants[shift.assistant_id].name
    return shift.covered_by or NOBODY


def _with_night(days: Period) -> Period:
    return Period(days.first - _DAY, days.last)


def _named(days: Period) -> str:
    return f"The week of {said_period(days)} has" if days.length == 7 else f"The days {said_period(days)} have"
