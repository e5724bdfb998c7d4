"""Who comes today, tomorrow and on the days after, in words that anybody can read or hear."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from pa_manager.assistants.model import AssistantId, ShiftKind
from pa_manager.rota.model.absences import Away
from pa_manager.rota.model.publishing import day_said
from pa_manager.rota.model.shifts import Shift, ShiftId
from pa_manager.values.clock import LONDON, TimeSpan

DAYS_AHEAD: Final = 6
"""How many days after today "My week" looks ahead."""
_DAY: Final = timedelta(days=1)
_COMES: Final = {
    ShiftKind.DAY: "{} comes",
    ShiftKind.WAKING_NIGHT: "{} comes for the night",
    ShiftKind.SLEEP_IN: "{} sleeps here",
    ShiftKind.ON_CALL: "{} can be called",
    ShiftKind.TRAINING: "{} has training",
    ShiftKind.MEETING: "{} comes to a meeting",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One time that somebody comes, or that nobody does although somebody is needed.

    Attributes:
        name: Who comes; nothing, if nobody is down for it.
        sentence: Who comes and when, in words.
        sure: Whether somebody comes. Who is away cannot.
    """

    shift_id: ShiftId
    assistant_id: AssistantId | None
    name: str
    sentence: str
    sure: bool


@dataclass(frozen=True, slots=True)
class MyDay:
    """One day of "My week": who is still to come, or is here. Some may have come and gone."""

    day: date
    called: str
    visits: tuple[Visit, ...]
    others_came: bool = False

    @property
    def heading(self) -> str:
        """Which day it is: ``Today, Thursday 21 May``."""
        return f"{self.called}, {day_said(self.day)}" if self.called else day_said(self.day)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Who comes, one sentence each; or that nobody does."""
        if not self.visits and self.others_came:
            return ("Nobody else comes today.",)
        if not self.visits:
            return (f"Nobody comes {self.called.casefold() or 'on this day'}.",)
        return tuple(visit.sentence for visit in self.visits)

    @property
    def to_cover(self) -> ShiftId | None:
        """The first time that somebody is needed and nobody comes, if there is one."""
        return next((visit.shift_id for visit in self.visits if not visit.sure), None)


@dataclass(frozen=True, slots=True)
class MyWeek:
    """Today and the days after it."""

    days: tuple[MyDay, ...]

    @property
    def today(self) -> date:
        """The first of the days."""
        return self.days[0].day

    @property
    def to_cover(self) -> ShiftId | None:
        """The first time that somebody is needed and nobody comes, if there is one."""
        return next((day.to_cover for day in self.days if day.to_cover is not None), None)

    @property
    def nobody(self) -> str:
        """What to do where nobody comes, today or later; nothing, where somebody always does."""
        if self.to_cover is not None:
            return "Somebody is missing. Press “Find somebody to come”, or ring the first on your call list."
        if not self.days[0].visits and not self.days[0].others_came:
            return "Nobody comes today. If you need somebody, press “Find somebody to come”."
        return ""

    @property
    def spoken(self) -> str:
        """The whole page, to be read aloud."""
        told = "\n".join(f"{day.heading}. {' '.join(day.sentences)}" for day in self.days)
        return f"{told}\n{self.nobody}".strip()


def my_week(
    shifts: Iterable[Shift], *, now: datetime, names: Mapping[AssistantId, str], absences: Collection[Away]
) -> MyWeek:
    """Return today and the six days after it. The shifts begin with those of the day before, for the night.

    What is over by now is left out.
    """
    every = tuple(shifts)
    today = now.astimezone(LONDON).date()
    days = []
    for number in range(DAYS_AHEAD + 1):
        day = today + number * _DAY
        called = ("Today", "Tomorrow", *[""] * DAYS_AHEAD)[number]
        own = [shift for shift in every if shift.day == day or (number == 0 and shift.day < day)]
        visits = [_visit(shift, names, absences, carried=shift.day < day) for shift in own if shift.ends_at > now]
        came = any(shift.day == day and shift.ends_at <= now for shift in own)
        days.append(MyDay(day, called, tuple(visits), came))
    return MyWeek(tuple(days))


def span_in_words(span: TimeSpan) -> str:
    """Return from when until when: ``from 9 in the morning until half past 1 in the afternoon``."""
    return f"from {time_in_words(span.start)} until {time_in_words(span.end)}"


def time_in_words(moment: time) -> str:
    """Return a time of day as people say it.

    Example: ``9 in the morning``, ``half past 5 in the afternoon``, ``quarter to 8 in the evening``, ``midnight``.
    """
    if moment.minute == 45:
        hour = time((moment.hour + 1) % 24)
        named = time_in_words(hour)
        return f"quarter to {named if hour.hour in {0, 12} else f'{_figure(hour.hour)} {_part_of_day(moment.hour)}'}"
    if moment in {time(0), time(12)}:
        return "midnight" if moment.hour == 0 else "noon"
    figure = _figure(moment.hour)
    said_minutes = {0: figure, 15: f"quarter past {figure}", 30: f"half past {figure}"}
    spoken = said_minutes.get(moment.minute, f"{figure}.{moment.minute:02d}")
    return f"{spoken} {_part_of_day(moment.hour)}"


def _figure(hour: int) -> str:
    return str((hour - 1) % 12 + 1)


def _part_of_day(hour: int) -> str:
    if hour < 12:
        return "in the morning" if hour >= 4 else "at night"
    if hour < 18:
        return "in the afternoon"
    return "in the evening" if hour < 22 else "at night"


def _visit(shift: Shift, names: Mapping[AssistantId, str], absences: Iterable[Away], *, carried: bool) -> Visit:
    name = shift.covered_by if shift.assistant_id is None else names[shift.assistant_id]
    when = span_in_words(shift.span)
    away = any(each.assistant_id == shift.assistant_id and shift.day in each.days for each in absences)
    if not name:
        sentence = f"Nobody is down {when}."
    elif away:
        sentence = f"{name} is down {when}, but is away."
    elif carried:
        sentence = f"{name} is here from last night until {time_in_words(shift.span.end)}."
    else:
        sentence = f"{_COMES[shift.kind].format(name)} {when}."
    return Visit(
        shift_id=shift.id,
        assistant_id=shift.assistant_id,
        name=name,
        sentence=sentence,
        sure=bool(name) and not away,
    )
