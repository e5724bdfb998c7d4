"""What can be done with whole timesheets: made, filled, agreed by both, sent."""

from collections.abc import Sequence
from datetime import date

from pa_manager.assistants.model import Assistant, AssistantId
from pa_manager.assistants.operations import find_assistant
from pa_manager.file.running import NOTHING, Changes
from pa_manager.file.work import Work
from pa_manager.rota.operations import list_absences, published_shifts
from pa_manager.timesheets import store
from pa_manager.timesheets.model import (
    HoursWindow,
    MadeAlready,
    NotAtWork,
    Refill,
    Timesheet,
    TimesheetId,
    as_sent,
    due_first,
    free_days,
    hours_of,
    refill,
)
from pa_manager.timesheets.operations.reading import timesheets_to_make
from pa_manager.timesheets.operations.subject import TIMESHEETS
from pa_manager.values.days import Period, said, said_period


def make_timesheet(work: Work, *, assistant_id: AssistantId, day: date) -> Changes:
    """Make an assistant's timesheet for the pay period a day lies in, filled from the published rota.

    Where hours are counted from another day than pay, it is for those days. What was never published is filled from
    the rota as it stands. Days that another timesheet holds are left out: after a change from weeks to months, the
    first month is short.

    Raises:
        MadeAlready: There is a timesheet for this day.
        NotAtWork: The assistant does not work for the holder on any of them.
        NotFound: There is no such assistant.
    """
    assistant = find_assistant(work, assistant_id)
    _check_at_work(assistant, hours_of(assistant, store.windows(work), day))
    make_for(work, assistant, day)
    return TIMESHEETS


def make_missing_timesheets(work: Work, *, today: date) -> Changes:
    """Make every timesheet that is due: those of pay periods that have ended, or if none has, of those that run now."""
    due = due_first(timesheets_to_make(work, today=today), today)
    for each in due:
        make_for(work, find_assistant(work, each.assistant_id), each.period.first)
    return TIMESHEETS if due else NOTHING


def fill_again(work: Work, *, timesheet_id: TimesheetId) -> Changes:
    """Bring what has changed in the rota since a timesheet was filled. What was typed is kept.

    Raises:
        Agreed: Both have agreed it.
        Sent: It was sent.
    """
    timesheet = open_one(work, timesheet_id)
    found = _refilled(work, timesheet)
    for line in found.changed:
        store.put_line(work, line)
    for line in found.removed:
        store.remove_line(work, line.id)
    store.add_lines(work, timesheet_id, found.added)
    return TIMESHEETS if found else NOTHING


def remove_timesheet(work: Work, *, timesheet_id: TimesheetId) -> Changes:
    """Remove a timesheet that nobody has agreed yet, with all that was typed into it.

    Raises:
        Agreed: Both have agreed it.
        Sent: It was sent.
    """
    store.remove(work, open_one(work, timesheet_id))
    return TIMESHEETS


def agree_timesheet(work: Work, *, timesheet_id: TimesheetId, agreed_on: date) -> Changes:
    """Note that the holder and the assistant have both agreed a timesheet.

    Raises:
        Agreed: It is agreed already.
        Sent: It was sent.
    """
    store.put(work, store.get(work, timesheet_id).agreed(agreed_on))
    return TIMESHEETS


def agree_timesheets(work: Work, *, timesheet_ids: Sequence[TimesheetId], agreed_on: date) -> Changes:
    """Note that several timesheets are agreed, each by the holder and its assistant.

    Raises:
        Agreed: One of them is agreed already.
        Sent: One of them was sent.
    """
    for each in timesheet_ids:
        agree_timesheet(work, timesheet_id=each, agreed_on=agreed_on)
    return TIMESHEETS if timesheet_ids else NOTHING


def reopen_timesheet(work: Work, *, timesheet_id: TimesheetId) -> Changes:
    """Open an agreed timesheet to changes again.

    Raises:
        Sent: It was sent.
    """
    store.put(work, store.get(work, timesheet_id).reopened())
    return TIMESHEETS


def send_timesheet(work: Work, *, timesheet_id: TimesheetId, sent_on: date) -> Changes:
    """Note that a timesheet went to the payroll. From now on it is as it is, with the rates as agreed by then.

    What is not worked by the end of that day goes as an estimate, to be trued up in the next pay period.

    Raises:
        NotAgreed: It is not agreed.
        Sent: It was sent already.
    """
    timesheet = store.get(work, timesheet_id).sent(sent_on)
    assistant = find_assistant(work, timesheet.assistant_id)
    for line in timesheet.lines:
        store.put_line(work, as_sent(assistant, line, sent_on))
    store.put(work, timesheet)
    return TIMESHEETS.for_good()


def send_timesheets(work: Work, *, timesheet_ids: Sequence[TimesheetId], sent_on: date) -> Changes:
    """Note that several timesheets went to the payroll, all or none.

    Raises:
        NotAgreed: One of them is not agreed.
        Sent: One of them was sent already.
    """
    for each in timesheet_ids:
        send_timesheet(work, timesheet_id=each, sent_on=sent_on)
    return TIMESHEETS.for_good() if timesheet_ids else NOTHING


def count_hours_from(work: Work, *, assistant_id: AssistantId, from_day: date, own: bool) -> Changes:
    """Count an assistant's hours from a day on apart from the pay periods, or with ``own`` false with them again.

    Timesheets that are there stay as they are.

    Example: from 20 April 2026 on, somebody paid by the calendar month has timesheets from the 20th to the 19th.

    Raises:
        NotFound: There is no such assistant.
    """
    find_assistant(work, assistant_id)
    store.put_window(work, HoursWindow(assistant_id=assistant_id, from_day=from_day, own=own))
    return TIMESHEETS


def open_one(work: Work, timesheet_id: TimesheetId) -> Timesheet:
    """Return a timesheet that may still be changed.

    Raises:
        Agreed: Both have agreed it.
        Sent: It was sent.
    """
    timesheet = store.get(work, timesheet_id)
    timesheet.check_open()
    return timesheet


def make_for(work: Work, assistant: Assistant, day: date) -> TimesheetId:
    """Make an assistant's timesheet for the days that are counted with one; return its number.

    Raises:
        MadeAlready: There is a timesheet for this day.
    """
    period = hours_of(assistant, store.windows(work), day)
    taken = [other for number, other in store.periods_touching(work, period) if number == assistant.id]
    if holds_it := next((other for other in taken if day in other), None):
        raise MadeAlready(
            f"{assistant.name} has a timesheet for {said_period(holds_it)} already. Open that one, or type another day."
        )
    timesheet_id = store.add(work, assistant_id=assistant.id, period=free_days(period, day, taken))
    store.add_lines(work, timesheet_id, _refilled(work, store.get(work, timesheet_id)).added)
    return timesheet_id


def _check_at_work(assistant: Assistant, period: Period) -> None:
    if assistant.started_on > period.last:
        raise NotAtWork(
            f"{assistant.name} starts on {said(assistant.started_on)}, after {said_period(period)}. Type a later day."
        )
    if assistant.left_on is not None and assistant.left_on < period.first:
        raise NotAtWork(
            f"{assistant.name} left on {said(assistant.left_on)}, before {said_period(period)}. Type an earlier day."
        )


def _refilled(work: Work, timesheet: Timesheet) -> Refill:
    absences = [
        line.absence
        for line in list_absences(work, days=timesheet.period)
        if line.absence.assistant_id == timesheet.assistant_id
    ]
    shifts = published_shifts(work, assistant_id=timesheet.assistant_id, days=timesheet.period)
    return refill(timesheet.lines, shifts, absences)
