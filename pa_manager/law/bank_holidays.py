"""Bank holidays: the days on which a contract may pay more, or give the day off."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from functools import cache
from typing import Final

AUTHORITY: Final = "Banking and Financial Dealings Act 1971, Sch. 1, with the yearly proclamations"
_MONDAY: Final = 0
_FRIDAY: Final = 4


class Calendar(Enum):
    """Whose bank holidays. The words are those that assistants keep."""

    ENGLAND_AND_WALES = "england_and_wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


def is_bank_holiday(day: date, calendar: Calendar = Calendar.ENGLAND_AND_WALES) -> bool:
    """Return whether a day is one of the yearly bank holidays. Days proclaimed once, for a jubilee, are not known.

    A holiday that falls on a weekend is kept on the next working day.
    (Banking and Financial Dealings Act 1971, Sch. 1, with the yearly proclamations.)

    Example: Boxing Day 2026 is a Saturday, so Monday 28 December 2026 is the bank holiday.
    """
    return day in _bank_holidays(day.year, calendar)


@cache
def _bank_holidays(year: int, calendar: Calendar) -> frozenset[date]:
    easter = _easter(year)
    scotland = calendar is Calendar.SCOTLAND
    fixed = [date(year, 1, 1)]
    moving = [easter - timedelta(days=2), _first_monday(year, 5), _last_monday(year, 5)]
    if scotland:
        fixed += [date(year, 1, 2), date(year, 11, 30)]
        moving.append(_first_monday(year, 8))
    else:
        moving += [easter + timedelta(days=1), _last_monday(year, 8)]
    if calendar is Calendar.NORTHERN_IRELAND:
        fixed += [date(year, 3, 17), date(year, 7, 12)]
    fixed += [date(year, 12, 25), date(year, 12, 26)]
    kept = {*moving, *(day for day in fixed if day.weekday() <= _FRIDAY)}
    for day in fixed:
        moved = day
        while day.weekday() > _FRIDAY and (moved.weekday() > _FRIDAY or moved in kept):
            moved += timedelta(days=1)
        kept.add(moved)
    return frozenset(kept)


def _first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(_MONDAY - first.weekday()) % 7)


def _last_monday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=last.weekday())


def _easter(year: int) -> date:
    """Return Easter Sunday by the Gregorian calendar (the Calendar Act 1750, in Meeus's form)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
