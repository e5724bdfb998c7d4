"""What can be done with timesheets."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.model import Assistant, AssistantId, AssistantKind, ShiftKind
from pa_manager.assistants.operations import assistants_by_id, find_assistant
from pa_manager.file.running import NOTHING, Changes
from pa_manager.file.work import Work
from pa_manager.holder.model import NoHolderYet
from pa_manager.holder.operations import find_holder
from pa_manager.rota.operations import list_absences, shifts_of
from pa_manager.timesheets import store
from pa_manager.timesheets.model import (
    IsACorrection,
    MadeAlready,
    NotAtWork,
    NotSent,
    Refill,
    Timesheet,
    TimesheetId,
    TimesheetLine,
    TimesheetState,
    ToMake,
    Worked,
    WorkedLineId,
    as_it_stands,
    as_sent,
    correction,
    extra_entry,
    free_days,
    refill,
)
from pa_manager.timesheets.report import TimesheetPage, timesheet_pdf
from pa_manager.values.clock import hours_said
from pa_manager.values.days import Period, said, said_period, said_short
from pa_manager.values.tasks import Place, Task

TIMESHEETS: Final = Changes.of("timesheets")
_LOOKED_BACK: Final = 70  # days: the pay period before this one cannot have begun earlier


def make_timesheet(work: Work, *, assistant_id: AssistantId, day: date) -> Changes:
    """Make an assistant's timesheet for the pay period a day lies in, filled from the rota.

    Days that another timesheet holds are left out: after a change from weeks to months, the first month is short.

    Raises:
        MadeAlready: There is a timesheet for this day.
        NotAtWork: The assistant does not work for the holder on any of them.
        NotFound: There is no such assistant.
    """
    assistant = find_assistant(work, assistant_id)
    period = assistant.pay_period_of(day)
    _check_at_work(assistant, period)
    _make(work, assistant, day)
    return TIMESHEETS


def fill_again(work: Work, *, timesheet_id: TimesheetId) -> Changes:
    """Bring what has changed in the rota since a timesheet was filled. What was typed is kept.

    Raises:
        Agreed: Both have agreed it.
        Sent: It was sent.
    """
    timesheet = _open(work, timesheet_id)
    found = _refill(work, timesheet)
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
    store.remove(work, _open(work, timesheet_id))
    return TIMESHEETS


def change_line(work: Work, *, line_id: WorkedLineId, worked: Worked) -> Changes:
    """Say what was really worked, where it differs from the plan.

    Raises:
        Agreed: Both have agreed the timesheet.
        Sent: It was sent.
        IsACorrection: The line puts an earlier one right.
        UserError: It cannot have been worked so.
    """
    line = store.get_line(work, line_id)
    _open(work, line.timesheet_id)
    if line.corrects is not None:
        raise IsACorrection(
            "This line puts an earlier timesheet right, and holds the difference."
            " Remove it, then correct the line of the earlier timesheet again."
        )
    store.put_line(work, line.changed_to(worked))
    return TIMESHEETS


def add_line(work: Work, *, timesheet_id: TimesheetId, day: date, kind: ShiftKind, worked: Worked) -> Changes:
    """Add work that was not on the rota.

    Raises:
        Agreed: Both have agreed the timesheet.
        Sent: It was sent.
        OutsideItsPeriod: The day belongs to another timesheet.
        UserError: It cannot have been worked so.
    """
    _open(work, timesheet_id).check_day(day)
    store.add_lines(work, timesheet_id, [extra_entry(day=day, kind=kind, worked=worked)])
    return TIMESHEETS


def remove_line(work: Work, *, line_id: WorkedLineId) -> Changes:
    """Remove a line of a timesheet that is not agreed yet.

    Raises:
        Agreed: Both have agreed the timesheet.
        Sent: It was sent.
    """
    _open(work, store.get_line(work, line_id).timesheet_id)
    store.remove_line(work, line_id)
    return TIMESHEETS


def agree_timesheet(work: Work, *, timesheet_id: TimesheetId, agreed_on: date) -> Changes:
    """Note that the holder and the assistant have both agreed a timesheet.

    Raises:
        Agreed: It is agreed already.
        Sent: It was sent.
    """
    store.put(work, store.get(work, timesheet_id).agreed(agreed_on))
    return TIMESHEETS


def reopen_timesheet(work: Work, *, timesheet_id: TimesheetId) -> Changes:
    """Open an agreed timesheet to changes again.

    Raises:
        Sent: It was sent.
    """
    store.put(work, store.get(work, timesheet_id).reopened())
    return TIMESHEETS


def send_timesheet(work: Work, *, timesheet_id: TimesheetId, sent_on: date) -> Changes:
    """Note that a timesheet went to the payroll. From now on it is as it is, with the rates as agreed by then.

    Raises:
        NotAgreed: It is not agreed.
        Sent: It was sent already.
    """
    timesheet = store.get(work, timesheet_id).sent(sent_on)
    assistant = find_assistant(work, timesheet.assistant_id)
    for line in timesheet.lines:
        store.put_line(work, as_sent(assistant, line))
    store.put(work, timesheet)
    return TIMESHEETS.for_good()


def correct_line(work: Work, *, line_id: WorkedLineId, worked: Worked) -> Changes:
    """Put a line right that was sent: the difference becomes a new line of the assistant's next timesheet.

    That is the next one not agreed yet; if there is none, it is made. Correcting a correction corrects
    the line that was wrong first.

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
    entry = correction(line, store.corrections_of(work, line.id), worked)
    store.add_lines(work, _next_draft(work, timesheet), [entry])
    return TIMESHEETS


def find_timesheet(work: Work, timesheet_id: TimesheetId) -> Timesheet:
    """Return one timesheet with its lines.

    Raises:
        NotFound: There is no such timesheet.
    """
    return store.get(work, timesheet_id)


def standing_of(work: Work, line_id: WorkedLineId) -> Worked:
    """Return what a line says once its corrections are counted in.

    Raises:
        NotFound: There is no such line.
    """
    return as_it_stands(store.get_line(work, line_id), store.corrections_of(work, line_id))


def said_of_corrections(work: Work, *, timesheet_id: TimesheetId) -> tuple[str, ...]:
    """Return how the lines of a timesheet stand that later ones put right, in sentences.

    Raises:
        NotFound: There is no such timesheet.
    """
    corrections = store.corrections_for(work, timesheet_id)
    return tuple(
        f"{said_short(line.day)} now stands at {hours_said(as_it_stands(line, own).minutes)} hours,"
        f" instead of {hours_said(line.worked_minutes)}."
        for line in store.get(work, timesheet_id).lines
        if (own := [each for each in corrections if each.corrects == line.id])
    )


def has_timesheets_before(work: Work, *, day: date) -> bool:
    """Return whether there are timesheets that end before a day."""
    return store.is_any_before(work, day)


def list_timesheets(work: Work, *, period: Period | None = None) -> tuple[TimesheetLine, ...]:
    """Return every timesheet, or those with a day in a period, as they stand in a list: the newest first."""
    names = {number: assistant.name for number, assistant in assistants_by_id(work).items()}
    return store.listed(work, names, period)


def timesheets_in(work: Work, *, period: Period) -> tuple[Timesheet, ...]:
    """Return every timesheet with a day in a period, with its lines: the oldest first."""
    return store.within(work, period)


def timesheets_by_id(work: Work, *, numbers: Collection[TimesheetId]) -> tuple[Timesheet, ...]:
    """Return the timesheets with some numbers, with their lines: the oldest first."""
    return store.by_id(work, numbers)


def print_timesheet(work: Work, *, timesheet_id: TimesheetId, large: bool = False) -> bytes:
    """Return a timesheet as a PDF to be signed by both, in large print if wished.

    Raises:
        NotFound: There is no such timesheet.
    """
    timesheet = store.get(work, timesheet_id)
    page = TimesheetPage(
        assistant=find_assistant(work, timesheet.assistant_id).name,
        holder=_employer(work),
        timesheet=timesheet,
        corrected=[
            f"{said_short(line.day)}: {hours_said(line.worked_minutes)} hours. {line.note}."
            for line in timesheet.lines
            if line.corrects is not None
        ],
    )
    return timesheet_pdf(page, large=large)


def timesheets_to_make(work: Work, *, today: date) -> tuple[ToMake, ...]:
    """Return the timesheets not made yet for the pay periods before this one and now, the oldest first.

    They are those of everybody employed who was at work in them.
    """
    taken = store.periods_touching(work, Period(today - timedelta(days=_LOOKED_BACK), today))
    wanting = []
    for assistant in assistants_by_id(work).values():
        if assistant.kind is not AssistantKind.EMPLOYED:
            continue
        now = assistant.pay_period_of(today)
        for period in (assistant.pay_period_of(now.first - timedelta(days=1)), now):
            made = any(number == assistant.id and period.overlap(other) for number, other in taken)
            if _is_at_work(assistant, period) and not made:
                wanting.append(ToMake(assistant_id=assistant.id, assistant=assistant.name, period=period))
    return tuple(sorted(wanting, key=lambda line: (line.period.last, line.assistant)))


def things_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return which pay periods have ended: their timesheets to be made, agreed and sent."""
    assistants = assistants_by_id(work)
    waiting = [
        Task(
            text=f"{_NEXT[state]} {assistants[assistant_id].name}'s timesheet for {said_period(period)}.",
            place=Place("timesheets", number),
            due=period.last,
        )
        for number, assistant_id, period, state in store.not_sent(work)
        if period.last < today
    ]
    missing = [
        Task(text=f"Make {line.assistant}'s timesheet for {said_period(line.period)}.", place=Place("timesheets"))
        for line in timesheets_to_make(work, today=today)
        if line.period.last < today
    ]
    return (*waiting, *missing)


_NEXT: Final = {TimesheetState.DRAFT: "Agree", TimesheetState.AGREED: "Send"}


def _employer(work: Work) -> str:
    try:
        return find_holder(work).name
    except NoHolderYet:
        return ""


def _open(work: Work, timesheet_id: TimesheetId) -> Timesheet:
    timesheet = store.get(work, timesheet_id)
    timesheet.check_open()
    return timesheet


def _is_at_work(assistant: Assistant, period: Period) -> bool:
    return assistant.started_on <= period.last and (assistant.left_on is None or period.first <= assistant.left_on)


def _check_at_work(assistant: Assistant, period: Period) -> None:
    if assistant.started_on > period.last:
        raise NotAtWork(
            f"{assistant.name} starts on {said(assistant.started_on)}, after {said_period(period)}. Type a later day."
        )
    if assistant.left_on is not None and assistant.left_on < period.first:
        raise NotAtWork(
            f"{assistant.name} left on {said(assistant.left_on)}, before {said_period(period)}. Type an earlier day."
        )


def _make(work: Work, assistant: Assistant, day: date) -> TimesheetId:
    period = assistant.pay_period_of(day)
    taken = [other for number, other in store.periods_touching(work, period) if number == assistant.id]
    if holds_it := next((other for other in taken if day in other), None):
        raise MadeAlready(
            f"{assistant.name} has a timesheet for {said_period(holds_it)} already. Open that one, or type another day."
        )
    timesheet_id = store.add(work, assistant_id=assistant.id, period=free_days(period, day, taken))
    store.add_lines(work, timesheet_id, _refill(work, store.get(work, timesheet_id)).added)
    return timesheet_id


def _refill(work: Work, timesheet: Timesheet) -> Refill:
    absences = [
        line.absence
        for line in list_absences(work, days=timesheet.period)
        if line.absence.assistant_id == timesheet.assistant_id
    ]
    shifts = shifts_of(work, assistant_id=timesheet.assistant_id, days=timesheet.period)
    return refill(timesheet.lines, shifts, absences)


def _next_draft(work: Work, timesheet: Timesheet) -> TimesheetId:
    if (draft := store.draft_after(work, timesheet.assistant_id, timesheet.period.last)) is not None:
        return draft
    last = store.last_day_of(work, timesheet.assistant_id) or timesheet.period.last
    return _make(work, find_assistant(work, timesheet.assistant_id), last + timedelta(days=1))
