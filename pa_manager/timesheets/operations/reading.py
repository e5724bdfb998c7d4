"""What is read of timesheets: one, many, those to make, how one stands, and what is to do."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.model import Assistant, AssistantKind
from pa_manager.assistants.operations import assistants_by_id, find_assistant
from pa_manager.file.work import Work
from pa_manager.rota.model import Standing
from pa_manager.rota.operations import standings_of
from pa_manager.timesheets import store
from pa_manager.timesheets.model import (
    HoursWindow,
    Sight,
    Timesheet,
    TimesheetId,
    TimesheetLine,
    TimesheetState,
    ToMake,
    Worked,
    WorkedLineId,
    as_it_stands,
    contract_minutes,
    hours_of,
    paid_with,
    with_payer,
)
from pa_manager.values.clock import hours_said
from pa_manager.values.days import Period, said_period, said_short
from pa_manager.values.tasks import Place, Task

_LOOKED_BACK: Final = 70  # days: the pay period before this one cannot have begun earlier


def find_timesheet(work: Work, timesheet_id: TimesheetId) -> Timesheet:
    """Return one timesheet with its lines, each with the money that pays it.

    Raises:
        NotFound: There is no such timesheet.
    """
    return _with_payers(work, [store.get(work, timesheet_id)])[0]


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
    return _with_payers(work, store.within(work, period))


def timesheets_by_id(work: Work, *, numbers: Collection[TimesheetId]) -> tuple[Timesheet, ...]:
    """Return the timesheets with some numbers, with their lines: the oldest first."""
    return _with_payers(work, store.by_id(work, numbers))


def timesheets_to_make(work: Work, *, today: date) -> tuple[ToMake, ...]:
    """Return the timesheets not made yet for the pay periods before this one and now, the oldest first.

    They are those of everybody employed who was at work in them.
    """
    taken = store.periods_touching(work, Period(today - timedelta(days=_LOOKED_BACK), today))
    windows = store.windows(work)
    wanting = []
    for assistant in assistants_by_id(work).values():
        if assistant.kind is not AssistantKind.EMPLOYED:
            continue
        now = hours_of(assistant, windows, today)
        for period in (hours_of(assistant, windows, now.first - timedelta(days=1)), now):
            made = any(number == assistant.id and period.overlap(other) for number, other in taken)
            if is_at_work(assistant, period) and not made:
                wanting.append(ToMake(assistant_id=assistant.id, assistant=assistant.name, period=period))
    return tuple(sorted(wanting, key=lambda line: (line.period.last, line.assistant)))


def waiting_timesheets(work: Work, *, state: TimesheetState) -> tuple[tuple[str, Timesheet], ...]:
    """Return every timesheet that is to be agreed, or to be sent, with the name of whose it is: the oldest first."""
    names = {number: assistant.name for number, assistant in assistants_by_id(work).items()}
    numbers = [number for number, _, _, each in store.not_sent(work) if each is state]
    return tuple((names[sheet.assistant_id], sheet) for sheet in timesheets_by_id(work, numbers=numbers))


def list_hours_windows(work: Work) -> tuple[tuple[str, HoursWindow], ...]:
    """Return whose hours are counted apart from the pay periods, and from when on, the oldest first."""
    names = {number: assistant.name for number, assistant in assistants_by_id(work).items()}
    return tuple((names[each.assistant_id], each) for each in store.windows(work))


def read_sight(work: Work, *, timesheet_id: TimesheetId) -> Sight:
    """Return what a timesheet is seen beside: the contract, the pay period, and what was published of its shifts.

    Raises:
        NotFound: There is no such timesheet.
    """
    timesheet = store.get(work, timesheet_id)
    assistant = find_assistant(work, timesheet.assistant_id)
    standings = standings_of(work, days=timesheet.period)
    paid = paid_with(assistant, timesheet.period)
    return Sight(
        timesheet=timesheet,
        contract_minutes=contract_minutes(assistant, timesheet.period),
        paid_with=None if paid == timesheet.period else paid,
        published=frozenset(number for number, each in standings.items() if each is not Standing.NEW),
        changed=frozenset(number for number, each in standings.items() if each is Standing.CHANGED),
    )


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
    estimated = [
        Task(
            text=f"{assistants[sheet.assistant_id].name}'s timesheet for {said_period(sheet.period)} was sent with"
            f" {len(past)} estimate{'' if len(past) == 1 else 's'}: say what was really worked.",
            place=Place("timesheets", sheet.id),
        )
        for sheet in store.with_estimates(work)
        if (past := sheet.estimates(today))
    ]
    return (*waiting, *missing, *estimated)


_NEXT: Final = {TimesheetState.DRAFT: "Agree", TimesheetState.AGREED: "Send"}


def is_at_work(assistant: Assistant, period: Period) -> bool:
    """Return whether an assistant works for the holder on any day of a period."""
    return assistant.started_on <= period.last and (assistant.left_on is None or period.first <= assistant.left_on)


def _with_payers(work: Work, timesheets: Iterable[Timesheet]) -> tuple[Timesheet, ...]:
    """Return timesheets with the money that pays each line: as kept with those sent, else as agreed now."""
    found = tuple(timesheets)
    if all(sheet.state is TimesheetState.SENT for sheet in found):
        return found
    assistants = assistants_by_id(work)
    return tuple(
        sheet
        if sheet.state is TimesheetState.SENT
        else replace(sheet, lines=tuple(with_payer(assistants[sheet.assistant_id], line) for line in sheet.lines))
        for sheet in found
    )
