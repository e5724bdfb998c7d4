"""Working time: rest, breaks and the average week, as warnings and never as bars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from typing import Final

from pa_manager.values.clock import LONDON, hours_said, minutes_between
from pa_manager.values.days import Period, said

_REGULATIONS: Final = "Working Time Regulations 1998 (SI 1998/1833)"
_MOST_YOUNG_DAY: Final = 8 * 60
_MOST_YOUNG_WEEK: Final = 40 * 60
_NIGHT: Final = (time(22), time(6))
_PERHAPS: Final = "This may not apply in a private home; ask for advice."
_MOST_MINUTES_A_WEEK: Final = 48 * 60
_AVERAGED_WEEKS: Final = 17


class Rule(Enum):
    """Which rule a warning is about, with its authority."""

    DAILY_REST = f"{_REGULATIONS}, reg. 10"
    WEEKLY_REST = f"{_REGULATIONS}, reg. 11"
    BREAK = f"{_REGULATIONS}, reg. 12"
    AVERAGE_WEEK = f"{_REGULATIONS}, reg. 4"
    YOUNG_DAY = f"{_REGULATIONS}, reg. 5A(1)(a)"
    YOUNG_WEEK = f"{_REGULATIONS}, reg. 5A(1)(b)"
    YOUNG_NIGHT = f"{_REGULATIONS}, reg. 6A"


@dataclass(frozen=True, slots=True, kw_only=True)
class RestWarning:
    """A rule of working time that planned or worked time does not keep, said in a sentence."""

    rule: Rule
    day: date
    sentence: str


@dataclass(frozen=True, slots=True)
class _Limits:
    """How much rest is due, in minutes: between days, in a week, and as a break after so much work."""

    daily: int
    weekly: int
    break_after: int
    break_of: int
    whose: str = ""


_ADULT: Final = _Limits(daily=11 * 60, weekly=24 * 60, break_after=6 * 60, break_of=20)
_YOUNG: Final = _Limits(daily=12 * 60, weekly=48 * 60, break_after=4 * 60 + 30, break_of=30, whose=" under 18")


@dataclass(frozen=True, slots=True, order=True)
class Spell:
    """A spell of work on the clocks of London, from a moment to a moment."""

    start: datetime
    end: datetime


def rest_warnings(spells: Sequence[Spell], *, adult_from: date = date.min) -> tuple[RestWarning, ...]:
    """Return where daily rest, breaks and weekly rest are not kept in one PA's spells of work.

    11 hours' rest between days of work; 20 minutes' break when work lasts more than 6 hours; 24 hours without work
    in each week from Monday. They hold for those who work in a private home too.
    (Working Time Regulations 1998, reg. 10 to 12.)

    Under 18, until the day ``adult_from``, it is 12 hours, 30 minutes after 4 hours 30, and 48 hours; and no more
    than 8 hours a day and 40 a week, and no work between 10pm and 6am, which may not hold in a private home.
    (Reg. 5A, 6A, 10(2), 11(3), 12(4) and 19.)

    Example: work until 10pm and again from 7am: 9 hours' rest, where 11 are due.
    """
    warnings = list[RestWarning]()
    ordered = sorted(spells)
    for spell in ordered:
        length = minutes_between(spell.start, spell.end)
        limits = _limits(_day(spell.start), adult_from)
        if length > limits.break_after:
            more = f",{limits.whose}," if limits.whose else ""
            sentence = (
                f"This work of {hours_said(length)} hours{more} needs a break of at least {limits.break_of} minutes."
            )
            warnings.append(RestWarning(rule=Rule.BREAK, day=_day(spell.start), sentence=sentence))
    for before, after in pairwise(ordered):
        rest = minutes_between(before.end, after.start)
        limits = _limits(_day(after.start), adult_from)
        if _day(after.start) > _day(before.start) and 0 <= rest < limits.daily:
            due = f"{hours_said(limits.daily)}{limits.whose}"
            sentence = f"There are {hours_said(rest)} hours of rest before this work. The law asks for {due}."
            warnings.append(RestWarning(rule=Rule.DAILY_REST, day=_day(after.start), sentence=sentence))
    warnings += _weekly(ordered, adult_from)
    warnings += _young([spell for spell in ordered if _day(spell.start) < adult_from])
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


def _young(ordered: list[Spell]) -> list[RestWarning]:
    """Return where somebody under 18 works too long on a day or in a week, or by night."""
    warnings = []
    daily, weekly = defaultdict[date, int](int), defaultdict[date, int](int)
    for spell in ordered:
        length = minutes_between(spell.start, spell.end)
        daily[_day(spell.start)] += length
        weekly[_day(spell.start) - timedelta(days=_day(spell.start).weekday())] += length
        if _is_by_night(spell):
            sentence = f"Nobody under 18 works between 10pm and 6am. {_PERHAPS}"
            warnings.append(RestWarning(rule=Rule.YOUNG_NIGHT, day=_day(spell.start), sentence=sentence))
    for rule, sums, most, span in (
        (Rule.YOUNG_DAY, daily, _MOST_YOUNG_DAY, "day"),
        (Rule.YOUNG_WEEK, weekly, _MOST_YOUNG_WEEK, "week"),
    ):
        for day, minutes in sums.items():
            if minutes > most:
                words = f"{hours_said(minutes)} hours in the {span} from {said(day)}" if span == "week" else ""
                words = words or f"{hours_said(minutes)} hours on {said(day)}"
                sentence = f"Under 18 it is {most // 60} hours a {span}, and there are {words}. {_PERHAPS}"
                warnings.append(RestWarning(rule=rule, day=day, sentence=sentence))
    return warnings


def _is_by_night(spell: Spell) -> bool:
    """Return whether a spell has a minute between 10pm and 6am."""
    start, end = spell.start.astimezone(LONDON), spell.end.astimezone(LONDON)
    evening, morning = _NIGHT
    return start.time() < morning or start.time() >= evening or end.date() > start.date() or end.time() > evening


def _limits(day: date, adult_from: date) -> _Limits:
    return _YOUNG if day < adult_from else _ADULT


def _weekly(ordered: list[Spell], adult_from: date) -> list[RestWarning]:
    """Return the weeks from Monday in which too few hours together are free of work."""
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
        limits = _limits(week.first, adult_from)
        if longest < limits.weekly:
            more = f", as it must{limits.whose}" if limits.whose else ""
            sentence = (
                f"The week from {said(week.first)} has no {limits.weekly // 60} hours together without work{more}."
            )
            warnings.append(RestWarning(rule=Rule.WEEKLY_REST, day=week.first, sentence=sentence))
    return warnings


def _weeks(ordered: list[Spell]) -> list[Period]:
    mondays = {_day(spell.start) - timedelta(days=_day(spell.start).weekday()) for spell in ordered}
    return [Period(monday, monday + timedelta(days=6)) for monday in sorted(mondays)]


def _day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()
