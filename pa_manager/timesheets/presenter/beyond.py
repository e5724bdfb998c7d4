"""What is known of timesheets beyond them, and is handed in."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from pa_manager.assistants.model import AssistantId
from pa_manager.file.running import NOTHING, Changes
from pa_manager.file.work import Work
from pa_manager.timesheets.model import Stage, TimesheetId
from pa_manager.values.days import Period


class ComeTo(Protocol):
    """A query for how far a timesheet that was sent has come since: paid, or matched; nothing if neither."""

    def __call__(self, work: Work, *, timesheet_id: TimesheetId) -> Stage | None: ...


class Deadline(Protocol):
    """A query for the last day on which the payroll takes the hours of some days; nothing if it is not known."""

    def __call__(self, work: Work, *, assistant_id: AssistantId, days: Period) -> date | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """What is known beyond timesheets, and is handed in: how far each has come, and when each is due.

    Attributes:
        drawn_from: The subjects it is drawn from.
    """

    come_to: ComeTo
    deadline: Deadline
    drawn_from: Changes = NOTHING


NOTHING_BEYOND: Final = Beyond(
    come_to=lambda work, *, timesheet_id: None,
    deadline=lambda work, *, assistant_id, days: None,
)
