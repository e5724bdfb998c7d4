"""What became of each shift and when: offered to somebody, changed, cancelled; and how long before it was to begin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from pa_manager.assistants.model import AssistantId
from pa_manager.rota.model.shifts import Shift, ShiftId
from pa_manager.values.clock import LONDON, TimeSpan
from pa_manager.values.days import said, said_short

SHORT_NOTICE_DAYS: Final = 7
"""From how many days on a change is no longer called short notice: our own measure, the law names none yet."""
NOTICE_LAW: Final = (
    "Rights to fair notice of shifts are due in 2027 (Employment Rights Act 2025); how long is not laid down yet."
)


class LogKind(StrEnum):
    """What became of a shift. The words are stored: never change one."""

    OFFERED = "offered"
    CHANGED = "changed"
    CANCELLED = "cancelled"

    @property
    def words(self) -> str:
        """What it is, as screens say it."""
        return self.capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """One thing that became of a shift, for one assistant.

    Attributes:
        day: The day of the shift from then on; of one that was cancelled, the day it would have been.
        counts_from: The earlier of the days it was and is on: notice is counted back from it.
    """

    shift_id: ShiftId
    assistant_id: AssistantId
    kind: LogKind
    at: datetime
    day: date
    span: TimeSpan
    counts_from: date

    @property
    def done_on(self) -> date:
        """The day it was done."""
        return self.at.astimezone(LONDON).date()

    @property
    def notice_days(self) -> int:
        """How many days before it was; below nil, if it was noted afterwards."""
        return (self.counts_from - self.done_on).days

    @property
    def notice(self) -> str:
        """How long before it was, in words."""
        days = self.notice_days
        if days < 0:
            return "noted afterwards"
        if days == 0:
            return "on the same day"
        return f"{days} day{'' if days == 1 else 's'} before"


@dataclass(frozen=True, slots=True)
class LogLine:
    """One thing that became of a shift as it stands in a list, with the name of whom it was for.

    Attributes:
        short: Whether it was at short notice.
    """

    logged: Logged
    assistant: str
    short: bool = False

    @property
    def when(self) -> str:
        """Which shift. Example: ``Mon 18 May, 9am to 1pm``."""
        return f"{said_short(self.logged.day)}, {self.logged.span}"

    @property
    def sentence(self) -> str:
        """What became of it, in a sentence. Example: ``Changed for Ada Okonkwo on 16 May 2026, 2 days before``."""
        logged = self.logged
        word = {LogKind.OFFERED: "to"}.get(logged.kind, "for")
        return f"{logged.kind.words} {word} {self.assistant} on {said(logged.done_on)}, {logged.notice}."


def became(before: Shift | None, after: Shift | None, at: datetime) -> tuple[Logged, ...]:
    """Return what is to be logged of a shift that was one thing and is another now; nothing before it was planned.

    Who cannot come has not been cancelled: it was they who said so. What is noted on a shift, and what it is for,
    changes nothing for whoever does it.
    """
    was = None if before is None else before.assistant_id
    now = None if after is None else after.assistant_id
    found = []
    if before is not None and was is not None and was != now and not _gave_back(before, after):
        found.append(_logged(before, was, LogKind.CANCELLED, at, before.day))
    if after is not None and now is not None:
        if before is None or was != now:
            found.append(_logged(after, now, LogKind.OFFERED, at, after.day))
        elif (before.day, before.span) != (after.day, after.span):
            found.append(_logged(after, now, LogKind.CHANGED, at, min(before.day, after.day)))
    return tuple(found)


def at_short_notice(log: Iterable[Logged]) -> tuple[Logged, ...]:
    """Return what was changed or cancelled less than a week before, the oldest first.

    What is changed on the day it was offered puts the offer right, and what is noted afterwards is no notice.

    Example: a shift of 18 May, offered on 1 May and changed on 16 May: 2 days before.
    """
    offered: dict[tuple[ShiftId, AssistantId], date] = {}
    found = []
    for each in sorted(log, key=lambda one: one.at):
        key = (each.shift_id, each.assistant_id)
        if each.kind is LogKind.OFFERED:
            offered[key] = each.done_on
        elif 0 <= each.notice_days < SHORT_NOTICE_DAYS and offered.get(key) != each.done_on:
            found.append(each)
    return tuple(found)


def short_notice(log: Iterable[Logged]) -> dict[ShiftId, tuple[str, ...]]:
    """Return for each shift that was changed at short notice that it was, in a sentence.

    Whoever it was offered to since has had notice of the change.
    """
    every = sorted(log, key=lambda one: one.at)
    last = {each.shift_id: each for each in every}
    return {
        each.shift_id: (f"Its times were changed {each.notice}. {NOTICE_LAW}",)
        for each in at_short_notice(every)
        if each.kind is LogKind.CHANGED and last[each.shift_id].kind is LogKind.CHANGED
    }


def _gave_back(before: Shift, after: Shift | None) -> bool:
    return after is not None and after.is_gap and after.left_by == before.assistant_id


def _logged(shift: Shift, assistant_id: AssistantId, kind: LogKind, at: datetime, counts_from: date) -> Logged:
    return Logged(
        shift_id=shift.id,
        assistant_id=assistant_id,
        kind=kind,
        at=at,
        day=shift.day,
        span=shift.span,
        counts_from=counts_from,
    )
