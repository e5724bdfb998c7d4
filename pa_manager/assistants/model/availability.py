"""When an assistant cannot work, would rather not, or would like to: on which weekdays and hours, and how often."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Final, NewType

from pa_manager.values.clock import TimeSpan
from pa_manager.values.days import EndsBeforeItBegins, said
from pa_manager.values.errors import UserError

AvailabilityId = NewType("AvailabilityId", int)

LOOPS: Final = (1, 2, 4)
_DAY: Final = 24 * 60


class NoWeekday(UserError):
    """An availability is for no day of the week."""


class Willing(StrEnum):
    """What an assistant said about some hours, the weightiest first. The words are stored: never change one."""

    CANNOT = "cannot"
    RATHER_NOT = "rather_not"
    WOULD_LIKE = "would_like"

    @property
    def words(self) -> str:
        """What was said, as screens say it."""
        return _WORDS[self]


_WORDS: Final = {
    Willing.CANNOT: "Cannot work",
    Willing.RATHER_NOT: "Would rather not work",
    Willing.WOULD_LIKE: "Would like to work",
}


class Weekday(StrEnum):
    """A day of the week, in order. The words are stored: never change one."""

    MONDAY = "mon"
    TUESDAY = "tue"
    WEDNESDAY = "wed"
    THURSDAY = "thu"
    FRIDAY = "fri"
    SATURDAY = "sat"
    SUNDAY = "sun"

    @property
    def words(self) -> str:
        """The day as screens say it."""
        return self.name.capitalize()


_WEEK: Final = tuple(Weekday)
_SETS: Final = {"every day": _WEEK, "weekdays": _WEEK[:5], "weekend": _WEEK[5:], "weekends": _WEEK[5:]}
_AND: Final = re.compile(r"\s*(?:,|;|&|\band\b|\s)\s*")
_TO: Final = re.compile(r"\s*(?:-|\u2013|\bto\b|\btill?\b|\buntil\b)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class AvailabilityDetails:
    """What an assistant said about some hours of some days of the week.

    Attributes:
        weekdays: On which days, in the order of the week.
        span: Between which times; the whole day if there is none. A span over midnight counts by the day it begins on.
        every_weeks: Every 1, 2 or 4 weeks, counted from the week that ``first`` lies in.
        first: The first day it holds.
        last: The last day it holds; nothing if it goes on.
    """

    willing: Willing
    weekdays: tuple[Weekday, ...]
    first: date
    span: TimeSpan | None = None
    every_weeks: int = 1
    last: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse one for no day, and one that ends before it begins."""
        if not self.weekdays:
            raise NoWeekday("No day of the week is given. Type at least one, for example Mon to Fri.")
        if self.last is not None and self.last < self.first:
            raise EndsBeforeItBegins(
                f"The last day, {said(self.last)}, comes before the first day, {said(self.first)}. Change one of them."
            )

    def holds_on(self, day: date) -> bool:
        """Return whether a day is one of those it is for."""
        if day < self.first or (self.last is not None and day > self.last):
            return False
        weeks = (_monday(day) - _monday(self.first)).days // 7
        return weeks % self.every_weeks == 0 and _WEEK[day.weekday()] in self.weekdays

    @property
    def sentence(self) -> str:
        """What was said, in words: ``Cannot work on Monday, 9am to 3pm, every 2 weeks (college)``."""
        often = f", every {self.every_weeks} weeks" if self.every_weeks > 1 else ""
        note = f" ({self.note})" if self.note else ""
        return f"{self.willing.words} on {self.days_said}, {self.hours_said}{often}{note}"

    @property
    def days_said(self) -> str:
        """The days in words: ``every day``, ``Monday to Friday``, ``Monday, Wednesday``."""
        numbers = sorted(_WEEK.index(each) for each in self.weekdays)
        if len(numbers) == len(_WEEK):
            return "every day"
        names = [_WEEK[number].words for number in numbers]
        if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
            return f"{names[0]} to {names[-1]}"
        return ", ".join(names)

    @property
    def hours_said(self) -> str:
        """The hours in words: ``9am to 3pm``, or ``all day``."""
        return "all day" if self.span is None else f"{self.span}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability(AvailabilityDetails):
    """What an assistant said, as it is kept."""

    id: AvailabilityId


def weightiest(entries: Iterable[Availability], day: date, span: TimeSpan) -> Availability | None:
    """Return what was said about the hours of a shift on a day; nothing, if nothing was.

    Who cannot, or would rather not, need say so about a part of the shift only; who would like to, about all of it,
    or about the whole day it begins on. Where several hold, what weighs most is returned: cannot, then rather not,
    then would like.

    Example: who cannot work on Monday from 9am to 3pm cannot do a shift from 2pm to 8pm, but one from 3pm to 8pm.
    """
    start, end = _minutes(span)
    found: dict[Willing, Availability] = {}
    for entry in entries:
        begins, ends = (0, _DAY) if entry.span is None else _minutes(entry.span)
        for days in (-1, 0, 1):
            first, last = begins + days * _DAY, ends + days * _DAY
            if entry.willing is Willing.WOULD_LIKE:
                meets = first <= start and (end <= last if entry.span else start < last)
            else:
                meets = first < end and start < last
            if meets and entry.holds_on(day + timedelta(days=days)):
                found.setdefault(entry.willing, entry)
    return next((found[willing] for willing in Willing if willing in found), None)


def weekdays_from_text(text: str) -> tuple[Weekday, ...]:
    """Return the days of the week a person has typed, in the order of the week.

    Example: ``Mon to Fri``, ``mon-fri`` and ``weekdays`` are the same; ``sat, sun`` and ``weekends``; ``Fri to Mon``
    are four days; ``every day``.

    Raises:
        NoWeekday: There is no day in it, or a word that is none.
    """
    typed = " ".join(text.casefold().split())
    if typed in _SETS:
        return _SETS[typed]
    numbers: set[int] = set()
    for part in filter(None, _AND.split(_TO.sub("-", typed))):
        ends = [_number(each) for each in part.split("-")]
        if len(ends) > 2:
            raise NoWeekday("The days cannot be read. Type them, for example Mon to Fri, or Tue and Sat.")
        length = (ends[-1] - ends[0]) % len(_WEEK)
        numbers |= {(ends[0] + step) % len(_WEEK) for step in range(length + 1)}
    if not numbers:
        raise NoWeekday("No day of the week is given. Type at least one, for example Mon to Fri.")
    return tuple(_WEEK[number] for number in sorted(numbers))


def _number(text: str) -> int:
    """Return which day of the week a word is, from 0."""
    found = [
        number
        for number, day in enumerate(_WEEK)
        if len(text) >= 2 and day.name.casefold().startswith(text.removesuffix("s") if len(text) > 4 else text)
    ]
    if len(found) != 1:
        raise NoWeekday(f"\u201c{text}\u201d is no day of the week. Type days, for example Mon to Fri, or Tue and Sat.")
    return found[0]


def _minutes(span: TimeSpan) -> tuple[int, int]:
    """Return where a span begins and ends, in minutes by the clock on the wall from the midnight before it."""
    return _of(span.start), _of(span.end) + (_DAY if span.is_overnight else 0)


def _of(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
