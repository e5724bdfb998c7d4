"""What cannot have been worked beside what stands already: two things at once, or more hours than a day has."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from typing import Final

from pa_manager.assistants.model import ShiftKind
from pa_manager.timesheets.model.lines import LongerThanADay, TimesheetId, Worked, WorkedLine
from pa_manager.values.clock import LONDON, hours_said, late_minutes, minutes_between
from pa_manager.values.days import said_short
from pa_manager.values.errors import UserError

DAY: Final = timedelta(days=1)


class OverlapsAnother(UserError):
    """Somebody would have worked in two places at once, and an hour be paid twice."""


def check_beside(
    worked: Worked, *, day: date, kind: ShiftKind, on: TimesheetId, others: Collection[WorkedLine]
) -> None:
    """Refuse work that one person cannot have done beside what else they did.

    Being on call may go on beside other work. ``others`` are the other lines of the same person, of all their
    timesheets, from the day before to the day after; ``on`` is the timesheet this is typed on.

    Example: 16 hours beside 9 others on one day are refused, on the Sunday the clocks go back they are not.

    Raises:
        OverlapsAnother: It overlaps another line.
        LongerThanADay: A day would have more hours of work than it has hours.
    """
    others = [line for line in others if line.corrects is None and line.worked_minutes > 0]
    if worked.minutes and worked.span and kind is not ShiftKind.ON_CALL:
        start, end = worked.span.starts_at(day), worked.span.ends_at(day)
        for line in others:
            if line.span is None or line.kind is ShiftKind.ON_CALL:
                continue
            if max(start, line.span.starts_at(line.day)) < min(end, line.span.ends_at(line.day)):
                where = "this timesheet" if line.timesheet_id == on else "another timesheet"
                raise OverlapsAnother(
                    f"{worked.span} overlaps {line.span} on {said_short(line.day)}, which is on {where} already."
                    " Change the times, so that no hour is paid twice."
                )
    late = late_minutes(worked.span, day, worked.minutes)
    own = {day: worked.minutes - late, day + DAY: late}
    for each, minutes in own.items():
        if minutes and (together := minutes + _worked_on(each, others)) > (longest := _length_of(each)):
            raise LongerThanADay(
                f"With what stands already, {said_short(each)} would have {hours_said(together)} hours of work. The day"
                f" has {longest // 60}. Check the hours, here and on the other lines."
            )


def _worked_on(day: date, lines: Iterable[WorkedLine]) -> int:
    """Return the minutes worked on a day, those after a midnight among them; being on call apart."""
    return sum(
        (line.worked_minutes - line.late_minutes if line.day == day else 0)
        + (line.late_minutes if line.day == day - DAY else 0)
        for line in lines
        if line.kind is not ShiftKind.ON_CALL
    )


def _length_of(day: date) -> int:
    midnight = datetime.combine(day, time.min, LONDON)
    return minutes_between(midnight, datetime.combine(day + DAY, time.min, LONDON))
