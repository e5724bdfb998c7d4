"""The work of an earlier timesheet again: for those who work the same hours without a rota."""

from collections.abc import Sequence
from datetime import date, timedelta

from pa_manager.timesheets.model.lines import Entry, Worked, WorkedLine, extra_entry
from pa_manager.timesheets.model.sheets import Timesheet
from pa_manager.values.errors import UserError

_WEEK = timedelta(days=7)


class NothingToCopy(UserError):
    """There is no earlier timesheet, or nothing on it that this one lacks."""


def copies(earlier: Timesheet, onto: Timesheet) -> tuple[Entry, ...]:
    """Return the work of an earlier timesheet as lines of another, on the same days of the week.

    A day takes that of as many whole weeks before as the earlier period has, or of the nearest week after it that the
    earlier timesheet holds. Days that have a line already stay as they are. Only times and hours are copied: miles,
    expenses, notes and time awake belong to their own day.

    Example: paid by the month, Monday 1 June 2026 takes Monday 4 May, and Tuesday 30 June takes Tuesday 26 May.
    """
    taken = {line.day for line in onto.lines if line.corrects is None}
    entries: list[Entry] = []
    for day in onto.period.days():
        source = _source(day, earlier)
        if source is not None and day not in taken:
            entries += _again([line for line in earlier.lines if line.day == source], day)
    return tuple(entries)


def _source(day: date, earlier: Timesheet) -> date | None:
    source = day - max(earlier.period.length // _WEEK.days, 1) * _WEEK
    while source > earlier.period.last:
        source -= _WEEK
    return source if source in earlier.period else None


def _again(lines: Sequence[WorkedLine], day: date) -> list[Entry]:
    return [
        extra_entry(
            day=day,
            kind=line.kind,
            worked=Worked(
                minutes=min(line.worked_minutes, _longest(line, day)),
                span=line.span,
                break_minutes=line.break_minutes,
            ),
        )
        for line in lines
        if line.corrects is None and line.worked_minutes > 0
    ]


def _longest(line: WorkedLine, day: date) -> int:
    """Return the longest it can be on a day: a night in which the clocks go forward is shorter."""
    return line.span.minutes_on(day) - line.break_minutes if line.span else line.worked_minutes
