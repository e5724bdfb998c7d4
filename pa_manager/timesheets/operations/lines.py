"""What can be done with the lines of a timesheet: what was really worked."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from pa_manager.assistants.model import AssistantId, ShiftKind
from pa_manager.assistants.operations import find_assistant
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.timesheets import store
from pa_manager.timesheets.model import (
    IsACorrection,
    NothingEstimated,
    NothingToCopy,
    NothingToCorrect,
    NothingUntold,
    NotSent,
    Timesheet,
    TimesheetId,
    TimesheetState,
    Worked,
    WorkedLine,
    WorkedLineId,
    check_beside,
    copies,
    correction,
    extra_entry,
)
from pa_manager.timesheets.operations.sheets import make_for, open_one
from pa_manager.timesheets.operations.subject import TIMESHEETS
from pa_manager.values.days import Period

_DAY = timedelta(days=1)


def change_line(work: Work, *, line_id: WorkedLineId, worked: Worked) -> Changes:
    """Say what was really worked, where it differs from the plan.

    Raises:
        OverlapsAnother: It overlaps another line of the same assistant.
        Agreed: Both have agreed the timesheet.
        Sent: It was sent.
        IsACorrection: The line puts an earlier one right.
        UserError: It cannot have been worked so.
    """
    line = store.get_line(work, line_id)
    timesheet = open_one(work, line.timesheet_id)
    if line.corrects is not None:
        raise IsACorrection(
            "This line puts an earlier timesheet right, and holds the difference."
            " Remove it, then correct the line of the earlier timesheet again."
        )
    changed = line.changed_to(worked)
    if (worked.span, worked.minutes) != (line.span, line.worked_minutes):
        _check_beside(work, timesheet, worked, day=line.day, kind=line.kind, but={line.id})
    store.put_line(work, changed)
    return TIMESHEETS


def add_line(work: Work, *, timesheet_id: TimesheetId, day: date, kind: ShiftKind, worked: Worked) -> Changes:
    """Add work that was not on the rota.

    Raises:
        OverlapsAnother: It overlaps another line of the same assistant.
        Agreed: Both have agreed the timesheet.
        Sent: It was sent.
        OutsideItsPeriod: The day belongs to another timesheet.
        UserError: It cannot have been worked so.
    """
    timesheet = open_one(work, timesheet_id)
    timesheet.check_day(day)
    entry = extra_entry(day=day, kind=kind, worked=worked)
    _check_beside(work, timesheet, worked, day=day, kind=kind)
    store.add_lines(work, timesheet_id, [entry])
    return TIMESHEETS


def remove_line(work: Work, *, line_id: WorkedLineId) -> Changes:
    """Remove a line of a timesheet that is not agreed yet.

    Raises:
        Agreed: Both have agreed the timesheet.
        Sent: It was sent.
    """
    open_one(work, store.get_line(work, line_id).timesheet_id)
    store.remove_line(work, line_id)
    return TIMESHEETS


def copy_last(work: Work, *, timesheet_id: TimesheetId) -> Changes:
    """Add the work of the assistant's timesheet before this one, on the same days of the week that are free here.

    Raises:
        NothingToCopy: There is none before, or nothing on it that is lacking here.
        Agreed: Both have agreed the timesheet.
        Sent: It was sent.
    """
    timesheet = open_one(work, timesheet_id)
    earlier = store.before(work, timesheet.assistant_id, timesheet.period.first)
    entries = copies(earlier, timesheet) if earlier else ()
    if not entries:
        raise NothingToCopy("The timesheet before this one has no work that is lacking here. Add what was worked.")
    store.add_lines(work, timesheet_id, entries)
    return TIMESHEETS


def tell_quiet_nights(work: Work, *, timesheet_id: TimesheetId) -> Changes:
    """Say of every sleep-in of which nothing is told that nobody was woken.

    Raises:
        NothingUntold: Of each it is told.
        Agreed: Both have agreed the timesheet.
        Sent: It was sent.
    """
    if not (untold := open_one(work, timesheet_id).untold):
        raise NothingUntold("Of each sleep-in it is told how long was spent awake. Change the line that is not so.")
    for line in untold:
        store.put_line(work, replace(line, awake_minutes=0))
    return TIMESHEETS


def correct_line(work: Work, *, line_id: WorkedLineId, worked: Worked) -> Changes:
    """Put a line right that was sent: the difference becomes a new line of the assistant's next timesheet.

    That is the next one not agreed yet; if there is none, it is made. Correcting a correction corrects
    the line that was wrong first. Of a line that was sent as an estimate, the difference is its true-up; where there
    is none, the estimate is noted as true. Both are kept.

    Raises:
        NotSent: The timesheet was not sent: change the line itself.
        NothingToCorrect: What was worked is what stands already.
        UserError: It cannot have been worked so.
    """
    line = store.get_line(work, line_id)
    if line.corrects is not None:
        line = store.get_line(work, line.corrects)
    timesheet = store.get(work, line.timesheet_id)
    if timesheet.state is not TimesheetState.SENT:
        raise NotSent("This timesheet was not sent yet. Reopen it if need be, and change the line itself.")
    _check_beside(work, timesheet, worked, day=line.day, kind=line.kind, but={line.id})
    waits = line.estimated and not line.trued_up
    if waits:
        store.put_line(work, replace(line, trued_up=True))
    try:
        entry = correction(line, store.corrections_of(work, line.id), worked)
    except NothingToCorrect:
        if waits:
            return TIMESHEETS
        raise
    store.add_lines(work, _next_draft(work, timesheet), [entry])
    return TIMESHEETS


def confirm_estimates(work: Work, *, timesheet_id: TimesheetId, today: date) -> Changes:
    """Note that all estimates of a sent timesheet that are past by now were worked as estimated.

    Raises:
        NothingEstimated: None waits to be trued up.
    """
    if not (waiting := store.get(work, timesheet_id).estimates(today)):
        raise NothingEstimated("No estimate waits here to be trued up. Correct a line where something was wrong.")
    for line in waiting:
        store.put_line(work, replace(line, trued_up=True))
    return TIMESHEETS


def _check_beside(  # noqa: PLR0913 - what is typed, where, and what it takes the place of
    work: Work,
    timesheet: Timesheet,
    worked: Worked,
    *,
    day: date,
    kind: ShiftKind,
    but: Collection[WorkedLineId] = (),
) -> None:
    others = _lines_beside(work, timesheet.assistant_id, day)
    check_beside(worked, day=day, kind=kind, on=timesheet.id, others=[line for line in others if line.id not in but])


def _lines_beside(work: Work, assistant_id: AssistantId, day: date) -> tuple[WorkedLine, ...]:
    return store.lines_of(work, assistant_id, Period(day - _DAY, day + _DAY))


def _next_draft(work: Work, timesheet: Timesheet) -> TimesheetId:
    if (draft := store.draft_after(work, timesheet.assistant_id, timesheet.period.last)) is not None:
        return draft
    last = store.last_day_of(work, timesheet.assistant_id) or timesheet.period.last
    return make_for(work, find_assistant(work, timesheet.assistant_id), last + timedelta(days=1))
