"""Working time: rest, breaks and the average week, as warnings and never as bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from typing import Final

from pa_manager.values.clock import LONDON, hours_said, minutes_between
from pa_manager.values.days import Period, said

_REGULATIONS: Final = "Working Time Regulations 1998 (SI 1998/1833)"
_DAILY_REST_MINUTES: Final = 11 * 60
_WEEKLY_REST_MINUTES: Final = 24 * 60
_BREAK_AFTER_MINUTES: Final = 6 * 60
_MOST_MINUTES_A_WEEK: Final = 48 * 60
_AVERAGED_WEEKS: Final = 17


class Rule(Enum):
    """Which rule a warning is about, with its authority."""

    DAILY_REST = f"{_REGULATIONS}, reg. 10"
    WEEKLY_REST = f"{_REGULATIONS}, reg. 11"
    BREAK = f"{_REGULATIONS}, reg. 12"
    AVERAGE_WEEK = f"{_REGULATIONS}, reg. 4"


@dataclass(frozen=True, slots=True, kw_only=True)
class RestWarning:
    """A rule of working time that planned or worked time does not keep, said in a sentence."""

    rule: Rule
    day: date
    sentence: str


@dataclass(frozen=True, slots=True, order=True)
class Spell:
    """A spell of work on the clocks of London, from a moment to a moment."""

    start: datetime
    end: datetime


def rest_warnings(spells: Sequence[Spell]) -> tuple[RestWarning, ...]:
    """Return where daily rest, breaks and weekly rest are not kept in one PA's spells of work.

    11 hours' rest between days of work; 20 minutes' break when work lasts more than 6 hours; 24 hours without work
    in each week from Monday. They hold for those who work in a private home too.
    (Working Time Regulations 1998, reg. 10 to 12.)

    Example: work until 10pm and again from 7am: 9 hours' rest, where 11 are due.
    """
    warnings = list[RestWarning]()
    ordered = sorted(spells)
    for spell in ordered:
        length = minutes_between(spell.start, spell.end)
        if length > _BREAK_AFTER_MINUTES:
            sentence = f"This work of {hours_said(length)} hours needs a break of at least 20 minutes."
            warnings.append(RestWarning(rule=Rule.BREAK, day=_day(spell.start), sentence=sentence))
    for before, after in pairwise(ordered):
        rest = minutes_between(before.end, after.start)
        if _day(after.start) > _day(before.start) and 0 <= rest < _DAILY_REST_MINUTES:
            sentence = f"There are {hours_said(rest)} hours of rest before this work. The law asks for 11:00."
            warnings.append(RestWarning(rule=Rule.DAILY_REST, day=_day(after.start), sentence=sentence))
    warnings += _weekly(ordered)
    return tuple(sorted(warnings, key=lambda warning: (warning.day, warning.rule.value)))


def average_week_warning(
    weekly_minutes: Sequence[int], *, last_day: date, opted_out: bool = False
) -> RestWarning | None:
    """Return a warning if the average week of the last 17 is more than 48 hours, nothing otherwise.

    The rule does not hold for a domestic servant in a private household (reg. 19), and whether a PA is one can be
    argued; nor for whoever has agreed in writing to work more. (Working Time Regulations 1998, reg. 4, 5 and 19.)

    Example: 17 weeks of 50 hours.
    """
    weeks = weekly_minutes[-_AVERAGED_WEEKS:]
    if opted_out or not weeks:
        return None
    average = Fraction(sum(weeks), len(weeks))
    if average <= _MOST_MINUTES_A_WEEK:
        return None
    sentence = (
        f"The average week is {hours_said(int(average))} hours, more than 48. This may not apply in a private home; "
        "ask the PA to agree in writing to be sure."
    )
    return RestWarning(rule=Rule.AVERAGE_WEEK, day=last_day, sentence=sentence)


def _weekly(ordered: list[Spell]) -> list[RestWarning]:
    """Return the weeks from Monday in which no 24 hours are free of work."""
    warnings = []
    for week in _weeks(ordered):
        begins = datetime.combine(week.first, datetime.min.time(), LONDON)
        ends = datetime.combine(week.last + timedelta(days=1), datetime.min.time(), LONDON)
        free_from, longest = begins, 0
        for spell in ordered:
            if spell.end <= begins or spell.start >= ends:
                continue
            longest = max(longest, minutes_between(free_from, max(spell.start, free_from)))
            free_from = max(free_from, spell.end)
        longest = max(longest, minutes_between(free_from, max(ends, free_from)))
        if longest < _WEEKLY_REST_MINUTES:
            sentence = f"The week from {said(week.first)} has no 24 hours together without work."
            warnings.append(RestWarning(rule=Rule.WEEKLY_REST, day=week.first, sentence=sentence))
    return warnings


def _weeks(ordered: list[Spell]) -> list[Period]:
    mondays = {_day(spell.start) - timedelta(days=_day(spell.start).weekday()) for spell in ordered}
    return [Period(monday, monday + timedelta(days=6)) for monday in sorted(mondays)]


def _day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()
