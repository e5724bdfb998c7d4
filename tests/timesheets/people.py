"""People and work to make timesheets of. All of them are invented."""

from datetime import date, time

from pa_manager.assistants.model import (
    Assistant,
    AssistantId,
    AssistantKind,
    Particulars,
    PayFrequency,
    Rate,
    ShiftKind,
    Terms,
)
from pa_manager.assistants.operations import engage_assistant, list_assistants
from pa_manager.file.running import Runner
from pa_manager.rota.model import ShiftPlan
from pa_manager.rota.operations import plan_shift
from pa_manager.timesheets.model import Timesheet, TimesheetId, TimesheetState, WorkedLine, WorkedLineId
from pa_manager.values.clock import TimeSpan
from pa_manager.values.days import Period
from pa_manager.values.money import Money

ADA, SAM = AssistantId(1), AssistantId(2)
PERIOD = Period(date(2026, 4, 6), date(2026, 5, 3))
MORNING = TimeSpan(time(9), time(13))
NIGHT = TimeSpan(time(22), time(7))
DAY_RATE = Rate(kind=ShiftKind.DAY, per_hour=Money(1320))
SLEEP_IN_RATE = Rate(kind=ShiftKind.SLEEP_IN, per_shift=Money(6000), per_hour=Money(1320))


def engage_all(runner: Runner) -> None:
    """Engage Ada, who works by day, and Sam, who sleeps in; both are paid every four weeks from 6 April 2026."""
    for name, rates in (("Ada Okonkwo", (DAY_RATE,)), ("Sam Tremaine", (DAY_RATE, SLEEP_IN_RATE))):
        runner.run(
            engage_assistant,
            particulars=Particulars(
                name=name,
                kind=AssistantKind.EMPLOYED,
                born_on=date(1990, 1, 1),
                started_on=date(2026, 1, 5),
                frequency=PayFrequency.FOUR_WEEKLY,
                periods_from=PERIOD.first,
            ),
            terms=Terms(from_day=date(2026, 1, 5), rates=rates),
        )
    ada, sam = runner.read(list_assistants)
    assert (ada.id, sam.id) == (ADA, SAM)


def plan(runner: Runner, assistant_id: AssistantId, day: date, span: TimeSpan = MORNING, **more: object) -> None:
    """Plan one shift."""
    runner.run(plan_shift, plan=ShiftPlan(day=day, span=span, assistant_id=assistant_id, **more))


def ada(*rates: Rate, **changes: object) -> Assistant:
    """Return Ada, with whom rates were agreed from 5 January 2026 on."""
    usual = {
        "id": ADA,
        "name": "Ada Okonkwo",
        "born_on": date(1990, 1, 1),
        "started_on": date(2026, 1, 5),
        "frequency": PayFrequency.FOUR_WEEKLY,
        "periods_from": PERIOD.first,
        "terms": (Terms(from_day=date(2026, 1, 5), rates=rates or (DAY_RATE, SLEEP_IN_RATE)),),
    }
    return Assistant(**usual | changes)


def line(number: int = 1, **changes: object) -> WorkedLine:
    """Return a line of a timesheet: a morning, worked as planned, but for what is changed."""
    usual = {
        "id": WorkedLineId(number),
        "timesheet_id": TimesheetId(1),
        "day": date(2026, 4, 6),
        "kind": ShiftKind.DAY,
        "worked_minutes": 240,
        "shifts": 1,
    }
    return WorkedLine(**usual | changes)


def timesheet(*lines: WorkedLine, state: TimesheetState = TimesheetState.DRAFT, period: Period = PERIOD) -> Timesheet:
    """Return Ada's timesheet with some lines."""
    return Timesheet(id=TimesheetId(1), assistant_id=ADA, period=period, state=state, lines=lines)
