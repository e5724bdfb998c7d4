"""What can be done with the rota once it is laid out: publish it, tell each assistant, put it on the wall."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Final

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.operations import assistants_by_id, find_assistant, photo_of
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.rota import store
from pa_manager.rota.model import (
    NOBODY,
    Difference,
    NothingToPublish,
    NothingToTell,
    Notice,
    NotPublished,
    PersonTold,
    Publication,
    PublishingLine,
    Shift,
    ShiftId,
    Standing,
    Told,
    ToldBy,
    Who,
    as_published,
    differences,
    notices_of,
    standings,
)
from pa_manager.rota.operations.my_week import holder_name
from pa_manager.rota.operations.subject import ROTA
from pa_manager.rota.report.calendar import CalendarPage, calendar_file
from pa_manager.rota.report.wall import OwnPage, WallPage, WallRow, own_pdf, wall_pdf
from pa_manager.values.days import Period, said_period
from pa_manager.values.tasks import Place, Task

_LISTED: Final = 26
_DAY: Final = timedelta(days=1)
_WEEK: Final = 7
_AHEAD: Final = timedelta(days=27)
_AWAY: Final = "Away"
"""What a wall may say of an absence: never why."""


def publish(work: Work, *, days: Period, at: datetime) -> Changes:
    """Publish some days of the rota: keep what each assistant is told of them. Only what differs is told anew.

    Raises:
        NothingToPublish: All of it is published as it stands.
    """
    told, now = _both(work, days)
    amiss = differences(told, notices_of(now))
    if not amiss:
        raise NothingToPublish(f"Nothing has changed {_in(days)} since it was published. Choose other days.")
    store.add_publishing(work, days=days, at=at, notices=[each.notice for each in amiss])
    return ROTA


def note_told(work: Work, *, assistant_id: AssistantId, how: ToldBy, at: datetime) -> Changes:
    """Note that an assistant has been told of all that was published to them. What was told cannot be undone.

    Raises:
        NothingToTell: They know all of it.
        NotFound: There is no such assistant.
    """
    assistant = find_assistant(work, assistant_id)
    if not store.add_told(work, Told(assistant_id, how, at)):
        raise NothingToTell(f"Nothing that is published is new to {assistant.name}. Publish what has changed first.")
    return ROTA.for_good()


def take_back_told(work: Work, *, assistant_id: AssistantId) -> Changes:
    """Note that an assistant has not been told after all: what was ticked last for them is taken back.

    Raises:
        NothingToTell: Nothing was ticked.
        NotFound: There is no such assistant.
    """
    assistant = find_assistant(work, assistant_id)
    if (told := store.last_told(work).get(assistant_id)) is None:
        raise NothingToTell(f"{assistant.name} has not been told of anything yet, so there is nothing to take back.")
    store.remove_told(work, told)
    return ROTA


def read_publication(work: Work, *, days: Period, today: date) -> Publication:
    """Return how some days stand: what is not published, who has still to be told of what, and what was published."""
    names = {number: each.name for number, each in assistants_by_id(work).items()}
    told, now = _both(work, days)
    unpublished = differences(told, notices_of(now))
    shown: defaultdict[AssistantId, list[Notice]] = defaultdict(list)
    for notice in store.published(work, days):
        if not notice.off:
            shown[notice.assistant_id].append(notice)
    newest, known = store.published_and_told(work, today)
    news: defaultdict[AssistantId, list[Difference]] = defaultdict(list)
    for each in differences(known, newest):
        if each.last_day >= today:
            news[each.notice.assistant_id].append(each)
    last = store.last_told(work)
    people = tuple(
        PersonTold(
            assistant_id=number,
            name=name,
            shifts=tuple(shown[number]),
            news=tuple(news[number]),
            last=last.get(number),
        )
        for number, name in names.items()
        if number in shown or number in news
    )
    return Publication(
        days=days,
        unpublished=tuple((names[each.notice.assistant_id], each) for each in unpublished),
        people=people,
        publishings=_lines(work, names),
    )


def changes_to_tell(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return of everybody who was told of the rota before how much of it has changed since, published or not."""
    last = store.last_told(work)
    told, now = _both(work, Period(today, today + _AHEAD))
    newest, known = store.published_and_told(work, today)
    since = [each for each in differences(told, notices_of(now)) if each.before is not None]
    since += [each for each in differences(known, newest) if each.last_day >= today]
    days: defaultdict[AssistantId, dict[ShiftId, date]] = defaultdict(dict)
    for each in since:
        days[each.notice.assistant_id][each.notice.shift_id] = max(each.notice.day, today)
    names = assistants_by_id(work)
    return tuple(
        Task(
            text=f"The rota changed since {names[number].name} was told: {len(shifts)}"
            f" shift{'' if len(shifts) == 1 else 's'}. Publish it if need be, and tell them.",
            place=Place("rota", screen="publish"),
            due=min(shifts.values()),
        )
        for number, shifts in sorted(days.items())
        if number in last
    )


def standings_of(work: Work, *, days: Period) -> dict[ShiftId, Standing]:
    """Return how each shift of some days stands beside what was published: published, changed since, or new."""
    return standings(store.of_days(work, days), store.published_of(work, days))


def published_shifts(work: Work, *, assistant_id: AssistantId, days: Period) -> tuple[Shift, ...]:
    """Return the shifts an assistant is to work on some days, as they were told: what timesheets are filled from.

    A shift that was never published to them stands as it is planned: where nothing was published, this is the rota
    as it stands. A shift that is somebody else's by now, or off the rota, is not theirs any more.
    """
    told = {each.key: each for each in store.ever_published(work, assistant_id, days)}
    own = store.of_assistant(work, assistant_id, days)
    moved = store.some(work, {number for number, _ in told} - {shift.id for shift in own})
    own += tuple(shift for shift in moved if shift.assistant_id == assistant_id)
    every = [as_published(shift, told) for shift in own]
    return tuple(sorted((shift for shift in every if shift.day in days), key=lambda each: (each.starts_at, each.id)))


def print_wall(work: Work, *, days: Period, on: date, wide: bool = False, large: bool = False) -> bytes:
    """Return some days of the published rota for the wall, on A4 or on A3: who comes when and who is away.

    It holds no pay, no notes, and never why somebody is away.

    Raises:
        NotPublished: No shift of these days is published.
    """
    shown = [each for each in store.published(work, days) if not each.off]
    if not shown:
        raise _not_published(days)
    people = assistants_by_id(work)
    rows = {Who(number): defaultdict[date, list[str]](list) for number in people}
    for notice in shown:
        rows[Who(notice.assistant_id)][notice.day].append(notice.times.replace(", ", "\n"))
    for absence in store.absences(work, days):
        for day in absence.days.days() if absence.state.counts else ():
            rows[Who(absence.assistant_id)][day].append(_AWAY)
    told = {each.shift_id for each in shown}
    for shift in store.of_days(work, days):
        if shift.assistant_id is None and shift.id not in told:
            rows.setdefault(Who(None, shift.covered_by), defaultdict(list))[shift.day].append(str(shift.span))
    names = {who: people[who.assistant_id].name if who.assistant_id else who.covered_by or NOBODY for who in rows}
    photos = {who: photo_of(work, assistant_id=who.assistant_id) if who.assistant_id else None for who in rows}
    page = WallPage(
        holder=holder_name(work),
        days=days,
        on=on,
        weeks=tuple(
            (
                week,
                tuple(
                    WallRow(names[who], photos[who], tuple(tuple(cells[day]) for day in week.days()))
                    for who, cells in rows.items()
                    if any(cells.get(day) for day in week.days())
                ),
            )
            for week in _weeks(days)
        ),
    )
    return wall_pdf(page, wide=wide, large=large)


def print_own(work: Work, *, assistant_id: AssistantId, days: Period, on: date, large: bool = False) -> bytes:
    """Return one assistant's published shifts of some days as a PDF for them, in large print if wished.

    Raises:
        NotPublished: No shift of these days is published to them.
        NotFound: There is no such assistant.
    """
    assistant = find_assistant(work, assistant_id)
    shifts = tuple(each for each in store.published(work, days) if each.assistant_id == assistant_id and not each.off)
    if not shifts:
        raise _not_published(days, assistant.name)
    return own_pdf(
        OwnPage(assistant=assistant.name, holder=holder_name(work), days=days, on=on, shifts=shifts), large=large
    )


def calendar_of(work: Work, *, assistant_id: AssistantId, days: Period) -> bytes:
    """Return all that was ever published to an assistant for some days, as a file for the calendar of their phone.

    A shift keeps its name in the calendar however often it changes, and what is off goes out as cancelled: a second
    file brings a calendar up to date that has read the first.

    Raises:
        NotPublished: No shift of these days was published to them.
        NotFound: There is no such assistant.
    """
    assistant = find_assistant(work, assistant_id)
    notices = store.ever_published(work, assistant_id, days)
    if not notices:
        raise _not_published(days, assistant.name)
    return calendar_file(
        CalendarPage(
            holder=holder_name(work),
            called=store.calendar_name(work),
            notices=notices,
            published_at=store.published_at(work),
        )
    )


def _both(work: Work, days: Period) -> tuple[tuple[Notice, ...], tuple[Shift, ...]]:
    """Return what was told of the shifts of some days, and these shifts: also those that were moved in or out."""
    told = {each.key: each for each in store.published(work, days)}
    now = {shift.id: shift for shift in store.of_days(work, days)}
    told |= {each.key: each for each in store.published_of(work, days)}
    now |= {shift.id: shift for shift in store.some(work, {number for number, _ in told} - set(now))}
    return tuple(told.values()), tuple(now.values())


def _lines(work: Work, names: dict[AssistantId, str]) -> tuple[PublishingLine, ...]:
    lines = []
    for each in store.publishings(work, _LISTED):
        told = {one.assistant_id: one for one in each.told}
        lines.append(
            PublishingLine(
                publishing=each,
                told=tuple(f"{names[number]} {one.words}" for number, one in told.items()),
                waiting=tuple(names[number] for number in each.concerned if number not in told),
            )
        )
    return tuple(lines)


def _weeks(days: Period) -> tuple[Period, ...]:
    firsts = [days.first + number * _DAY for number in range(0, days.length, _WEEK)]
    return tuple(Period(first, min(first + (_WEEK - 1) * _DAY, days.last)) for first in firsts)


def _in(days: Period) -> str:
    return f"on {said_period(days)}" if days.length == 1 else f"from {said_period(days)}"


def _not_published(days: Period, name: str = "") -> NotPublished:
    whose = f" of {name}" if name else ""
    return NotPublished(f"No shift{whose} is published {_in(days)}. Publish these days first.")
