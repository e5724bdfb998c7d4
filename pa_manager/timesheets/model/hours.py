"""Whose hours are counted from when to when, and how they stand beside the contract and the plan."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from math import floor

from pa_manager.assistants.model import Assistant, AssistantId
from pa_manager.rota.model import ShiftId
from pa_manager.timesheets.model.sheets import Timesheet, TimesheetState
from pa_manager.values.clock import hours_said
from pa_manager.values.days import Period, said_period, said_short

_DAY = timedelta(days=1)
_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursWindow:
    """From a day on, an assistant's hours are counted from that day of the month or the week.

    Attributes:
        from_day: The first day of one such window; all others after it are counted from it.
        own: Whether hours are counted apart from the pay periods. If not, they go with them again from that day on.
    """

    assistant_id: AssistantId
    from_day: date
    own: bool = True


def hours_of(assistant: Assistant, windows: Collection[HoursWindow], day: date) -> Period:
    """Return the days whose hours belong on one timesheet with those of a day: the pay period, or a window of its own.

    Example: paid by the calendar month, with hours from the 20th since 20 April 2026: 3 May lies in 20 April to
    19 May, and 3 April in 1 to 19 April.
    """
    own = sorted((each for each in windows if each.assistant_id == assistant.id), key=lambda each: each.from_day)
    begun = [each for each in own if each.from_day <= day]
    counted = replace(assistant, periods_from=begun[-1].from_day) if begun and begun[-1].own else assistant
    whole = counted.pay_period_of(day)
    first = max(whole.first, begun[-1].from_day) if begun else whole.first
    last = min([whole.last, *(each.from_day - _DAY for each in own if each.from_day > day)])
    return Period(first, last)


def paid_with(assistant: Assistant, hours: Period) -> Period:
    """Return the pay period that some hours are paid in: the one their last day lies in.

    Example: hours of 20 April to 19 May are paid with May.
    """
    return assistant.pay_period_of(hours.last)


def contract_minutes(assistant: Assistant, days: Period) -> int | None:
    """Return the hours agreed for some days, in minutes; nothing if they differ from week to week.

    Each day counts a seventh of the hours agreed for a week by then, if it lies between the first day of work and the
    last.

    Example: 16 hours a week are 64 in four weeks, and 68:34 in a month of 30 days.
    """
    together = Fraction(0)
    fixed = False
    for day in days.days():
        if assistant.works_on(day) and (weekly := _weekly(assistant, day)) is not None:
            together += Fraction(weekly, _WEEK)
            fixed = True
    return floor(together + Fraction(1, 2)) if fixed else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What a timesheet is seen beside.

    Attributes:
        contract_minutes: The hours agreed for its days; nothing if they differ from week to week.
        paid_with: The pay period it is paid in, where that is not its own days.
        published: The shifts that were published, as they stand or as they stood.
        changed: Those of them that have changed on the rota since.
    """

    timesheet: Timesheet
    contract_minutes: int | None
    paid_with: Period | None
    published: frozenset[ShiftId]
    changed: frozenset[ShiftId]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Hours left, the pay period it is paid in, and what was not published, each in a sentence."""
        paid = f"Paid with {said_period(self.paid_with)}." if self.paid_with else ""
        said = (left_said(self.timesheet, self.contract_minutes), paid, *self._of_the_rota())
        return tuple(filter(None, said))

    def _of_the_rota(self) -> tuple[str, ...]:
        if self.timesheet.state is not TimesheetState.DRAFT:
            return ()
        filled = [line for line in self.timesheet.lines if line.shift_id is not None]
        unknown = [line for line in filled if line.shift_id not in self.published]
        changed = [said_short(line.day) for line in filled if line.shift_id in self.changed]
        which = "all of it" if len(unknown) == len(filled) else ", ".join(said_short(line.day) for line in unknown)
        return (
            f"Never published, so filled from the rota as it stands: {which}." if unknown else "",
            f"Changed on the rota since published, filled as published: {', '.join(changed)}." if changed else "",
        )


def left_said(timesheet: Timesheet, contract: int | None) -> str:
    """Return how the hours worked stand beside the contract and the plan, in a sentence. Sleep-ins are not in them.

    Example: ``4:00 of the 64:00 hours of the contract are left, and 0:30 more than planned were worked.``
    """
    worked, planned = timesheet.worked.minutes, timesheet.planned.minutes
    parts = []
    if contract is not None:
        parts.append(
            f"{hours_said(worked - contract)} beyond the {hours_said(contract)} hours of the contract"
            if worked > contract
            else f"{hours_said(contract - worked)} of the {hours_said(contract)} hours of the contract left"
        )
    if planned and worked != planned:
        parts.append(f"{hours_said(abs(worked - planned))} {'more' if worked > planned else 'fewer'} than planned")
    elif planned:
        parts.append("as many as planned")
    said = ", ".join(parts)
    return f"Hours: {said}." if said else ""


def _weekly(assistant: Assistant, day: date) -> int | None:
    begun = [terms for terms in assistant.terms if terms.from_day <= day]
    return begun[-1].weekly_minutes if begun else None
