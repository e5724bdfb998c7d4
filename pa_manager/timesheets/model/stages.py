"""How far each shift has come, from the rota to the bank."""

from datetime import date
from enum import Enum

from pa_manager.timesheets.model.lines import WorkedLine
from pa_manager.timesheets.model.sheets import Timesheet, TimesheetState


class Stage(Enum):
    """How far a shift has come. Each step is taken by somebody; none by the clock."""

    PLANNED = "Planned"
    AGREED = "Agreed"
    WORKED = "Worked"
    CHECKED = "Checked"
    SENT = "Sent"
    PAID = "Paid"
    MATCHED = "Matched"


def stage_of(timesheet: Timesheet, line: WorkedLine, *, published: bool, today: date, after: Stage | None) -> Stage:
    """Return how far the shift of a line has come.

    A line of a timesheet is worked once its day is over; before, it is what the rota says: planned, or agreed once it
    was published to the assistant. It is checked when both have agreed the timesheet, and sent with it. What comes
    after is known beyond timesheets: ``after`` is ``PAID`` once there is a payslip, ``MATCHED`` once its payment was
    found on the bank statement.
    """
    if timesheet.state is TimesheetState.SENT:
        return after if after in {Stage.PAID, Stage.MATCHED} else Stage.SENT
    if timesheet.state is TimesheetState.AGREED:
        return Stage.CHECKED
    if line.shift_id is None or line.day < today or not line.is_as_planned:
        return Stage.WORKED
    return Stage.AGREED if published else Stage.PLANNED
