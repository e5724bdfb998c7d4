"""Moving a shift by the clock on the wall, and making it longer or shorter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final, TypeVar

from pa_manager.rota.model.shifts import ShiftPlan
from pa_manager.values.clock import TimeSpan
from pa_manager.values.errors import UserError

Plan = TypeVar("Plan", bound=ShiftPlan)
STEP_MINUTES: Final = 15
_DAY: Final = timedelta(days=1)


class TooShort(UserError):
    """A shift would be shorter than a quarter of an hour."""


class TooLong(UserError):
    """A shift would be as long as a day and a night, or longer."""


def moved(plan: Plan, minutes: int) -> Plan:
    """Return a shift that is as long and begins some minutes later by the clock; earlier, if they are negative.

    Example: 9am to 1pm, 15 minutes later, is 9.15am to 1.15pm. Past midnight it belongs to the next day.
    """
    start, end = _ends(plan)
    by = timedelta(minutes=minutes)
    return _between(plan, start + by, end + by)


def stretched(plan: Plan, *, start: int = 0, end: int = 0) -> Plan:
    """Return a shift that begins and ends some minutes later by the clock; earlier, if they are negative.

    Example: 9am to 1pm, with its end 30 minutes later, is 9am to 1.30pm.

    Raises:
        TooShort: Less than a quarter of an hour would be left.
        TooLong: It would last a day and a night, or longer.
    """
    begins, ends = _ends(plan)
    begins, ends = begins + timedelta(minutes=start), ends + timedelta(minutes=end)
    if ends - begins < timedelta(minutes=STEP_MINUTES):
        raise TooShort("A shift is 15 minutes or longer. To end it altogether, take it off the rota.")
    if ends - begins >= _DAY:
        raise TooLong("A shift is shorter than a day and a night. Add a second one for what comes after.")
    return _between(plan, begins, ends)


def _ends(plan: ShiftPlan) -> tuple[datetime, datetime]:
    """Return when it begins and ends by the clock on the wall, as if no clock ever changed."""
    start = datetime.combine(plan.day, plan.span.start)
    end = datetime.combine(plan.day, plan.span.end)
    return start, end + _DAY if plan.span.is_overnight else end


def _between(plan: Plan, start: datetime, end: datetime) -> Plan:
    day: date = start.date()
    return replace(plan, day=day, span=TimeSpan(start.time(), end.time()))
