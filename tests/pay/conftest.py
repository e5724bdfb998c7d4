"""A file with two timesheets sent, for every test of pay."""

from datetime import date

import pytest

from pa_manager.assistants.model import ShiftKind
from pa_manager.file.running import Runner
from pa_manager.timesheets.model import TimesheetId, Worked, WorkedLineId
from pa_manager.timesheets.operations import agree_timesheet, change_line, make_timesheet, send_timesheet
from tests.timesheets.people import ADA, NIGHT, SAM, engage_all, plan


@pytest.fixture
def worked(runner: Runner) -> Runner:
    """Runs operations on a file in which Ada worked two mornings and Sam one night of April; both were sent."""
    engage_all(runner)
    plan(runner, ADA, date(2026, 4, 7))
    plan(runner, ADA, date(2026, 4, 9))
    plan(runner, SAM, date(2026, 4, 7), NIGHT, kind=ShiftKind.SLEEP_IN)
    for assistant_id in (ADA, SAM):
        runner.run(make_timesheet, assistant_id=assistant_id, day=date(2026, 4, 7))
    runner.run(change_line, line_id=WorkedLineId(3), worked=Worked(minutes=540, span=NIGHT, awake_minutes=45))
    for number in (TimesheetId(1), TimesheetId(2)):
        runner.run(agree_timesheet, timesheet_id=number, agreed_on=date(2026, 5, 4))
        runner.run(send_timesheet, timesheet_id=number, sent_on=date(2026, 5, 4))
    return runner
