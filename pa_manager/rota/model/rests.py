"""Rest, breaks and long weeks on the rota: what the law asks for and what was agreed, said and never enforced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from pa_manager.assistants.model import Assistant, AssistantId, NoTermsYet, ShiftKind
from pa_manager.law.working_time import Rule, Spell, average_week_warning, rest_warnings
from pa_manager.rota.model.shifts import Shift, ShiftId
from pa_manager.values.clock import hours_said
from pa_manager.values.days import Period, later_by_months, said_short, week_of

AVERAGED_WEEKS: Final = 17
_ASLEEP: Final = frozenset({ShiftKind.SLEEP_IN, ShiftKind.ON_CALL})
"""Kinds in which there is rest within the shift: no break is asked for."""


@dataclass(frozen=True, slots=True)
class Stint:
    """How long somebody was, or is to be, at work on a day."""

    assistant_id: AssistantId
    day: date
    minutes: int


def rest_findings(
    shifts: Iterable[Shift], *, assistants: Mapping[AssistantId, Assistant]
) -> dict[ShiftId, tuple[str, ...]]:
    """Return for each shift what is to be known of the rest around it, the break in it, and the week it ends.

    The shifts are all of some whole weeks, and those of the days before and after. Being on call is not counted as
    work; a sleep-in is.
    """
    found: defaultdict[ShiftId, list[str]] = defaultdict(list)
    for assistant_id, own in _by_assistant(shifts).items():
        assistant = assistants[assistant_id]
        spells = [Spell(shift.starts_at, shift.ends_at) for shift in own]
        for warning in rest_warnings(spells, adult_from=adult_from(assistant)):
            for shift in _meant(own, warning.rule, warning.day, adult_from(assistant)):
                found[shift.id].append(f"{assistant.called}: {warning.sentence}")
        for shift, sentence in _beyond_terms(own, assistant):
            found[shift.id].append(sentence)
    return {shift_id: tuple(dict.fromkeys(told)) for shift_id, told in found.items()}


def long_weeks(
    stints: Iterable[Stint],
    *,
    assistants: Mapping[AssistantId, Assistant],
    weeks: Period,
    opted_out: Collection[AssistantId] = (),
) -> dict[AssistantId, str]:
    """Return who works more than 48 hours in an average week of some whole weeks, said in a sentence.

    Weeks before somebody started are not averaged. Who has agreed in writing to work more is left out.

    Example: 50 hours in each of 17 weeks.
    """
    minutes: defaultdict[AssistantId, defaultdict[date, int]] = defaultdict(lambda: defaultdict(int))
    for stint in stints:
        minutes[stint.assistant_id][week_of(stint.day).first] += stint.minutes
    found = {}
    for assistant_id, weekly in minutes.items():
        assistant = assistants[assistant_id]
        mondays = [day for day in weeks.days() if day.weekday() == 0 and day >= week_of(assistant.started_on).first]
        warning = average_week_warning(
            [weekly[monday] for monday in mondays], last_day=weeks.last, opted_out=assistant_id in opted_out
        )
        if warning is not None:
            found[assistant_id] = f"{assistant.called}: {warning.sentence}"
    return found


def _by_assistant(shifts: Iterable[Shift]) -> dict[AssistantId, list[Shift]]:
    own: defaultdict[AssistantId, list[Shift]] = defaultdict(list)
    for shift in shifts:
        if shift.assistant_id is not None and shift.kind is not ShiftKind.ON_CALL:
            own[shift.assistant_id].append(shift)
    for mine in own.values():
        mine.sort(key=lambda shift: (shift.starts_at, shift.id))
    return dict(own)


def _meant(own: list[Shift], rule: Rule, day: date, adult: date) -> list[Shift]:
    """Return which shifts a warning is about: for a whole week, the last of it."""
    if rule in {Rule.WEEKLY_REST, Rule.YOUNG_WEEK}:
        return [shift for shift in own if shift.day in week_of(day)][-1:]
    today = [shift for shift in own if shift.day == day]
    if rule is Rule.BREAK:
        return [shift for shift in today if shift.kind not in _ASLEEP and _needs_break(shift, adult)]
    if rule is Rule.YOUNG_DAY:
        return today[-1:]
    return today[:1]


def _needs_break(shift: Shift, adult: date) -> bool:
    return bool(
        [
            each
            for each in rest_warnings([Spell(shift.starts_at, shift.ends_at)], adult_from=adult)
            if each.rule is Rule.BREAK
        ]
    )


def adult_from(assistant: Assistant) -> date:
    """Return the day an assistant turns 18; the first of all days, if it is not known when they were born."""
    return date.min if assistant.born_on is None else later_by_months(assistant.born_on, 18 * 12)


def _beyond_terms(own: list[Shift], assistant: Assistant) -> Iterable[tuple[Shift, str]]:
    """Yield the last shift of each week that has more hours than were agreed. Sleep-ins are counted apart."""
    weekly: defaultdict[date, list[Shift]] = defaultdict(list)
    for shift in own:
        if shift.kind not in _ASLEEP:
            weekly[week_of(shift.day).first].append(shift)
    for monday, shifts in weekly.items():
        planned = sum(shift.minutes for shift in shifts)
        try:
            agreed = assistant.terms_on(shifts[-1].day).weekly_minutes
        except NoTermsYet:
            continue
        if agreed is not None and planned > agreed:
            more = hours_said(planned - agreed)
            week = f"in the week from {said_short(monday)}"
            yield shifts[-1], f"{assistant.called} has {hours_said(planned)} hours {week}, {more} more than agreed."
