"""What each PA was told of the rota: shifts as they were published, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final, NewType

from pa_manager.assistants.model import AssistantId, ShiftKind
from pa_manager.rota.model.shifts import Shift, ShiftId, Standing
from pa_manager.values.clock import LONDON, TimeSpan
from pa_manager.values.days import Period, said, said_period
from pa_manager.values.errors import UserError

PublishingId = NewType("PublishingId", int)


class NothingToPublish(UserError):
    """All shifts of some days are published as they stand."""


class NothingToTell(UserError):
    """Nothing that is published is new to somebody."""


class NotPublished(UserError):
    """There is no published shift to make a paper or a calendar of."""


class ToldBy(StrEnum):
    """How somebody was told. The words are stored: never change one."""

    MESSAGE = "message"
    CALENDAR = "calendar"
    PAPER = "paper"
    SPEAKING = "speaking"
    OTHER = "other"

    @property
    def words(self) -> str:
        """How, as a sentence says it: "told by message"."""
        return _TOLD_WORDS[self]


_TOLD_WORDS: Final = {
    ToldBy.MESSAGE: "by message",
    ToldBy.CALENDAR: "by calendar file",
    ToldBy.PAPER: "on paper",
    ToldBy.SPEAKING: "by speaking",
    ToldBy.OTHER: "some other way",
}
Key = tuple[ShiftId, AssistantId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One shift as one assistant is told of it: when it is, what kind, or that it is off.

    Notes, outcomes and money are no part of it: what is told leaves the house.

    Attributes:
        revision: The number of the publishing that told it last; 0 if none has yet. It only ever rises.
    """

    shift_id: ShiftId
    assistant_id: AssistantId
    day: date
    span: TimeSpan
    kind: ShiftKind
    off: bool = False
    revision: int = 0

    @property
    def key(self) -> Key:
        """Which shift it is, and who is told: what stays the same however often it changes."""
        return self.shift_id, self.assistant_id

    @property
    def starts_at(self) -> datetime:
        """The moment it begins."""
        return self.span.starts_at(self.day)

    @property
    def ends_at(self) -> datetime:
        """The moment it ends."""
        return self.span.ends_at(self.day)

    @property
    def times(self) -> str:
        """When within the day, and the kind where it is not an ordinary shift: ``10pm to 7am, sleep-in``."""
        return str(self.span) if self.kind is ShiftKind.DAY else f"{self.span}, {self.kind.words.casefold()}"

    @property
    def words(self) -> str:
        """The day and the times: ``Monday 18 May, 9am to 1pm``."""
        return f"{day_said(self.day)}, {self.times}"

    def says_what(self, other: Notice) -> bool:
        """Return whether it says the same as another of the same shift."""
        return (self.day, self.span, self.kind, self.off) == (other.day, other.span, other.kind, other.off)


@dataclass(frozen=True, slots=True)
class Difference:
    """What is news to one assistant of one shift: as it was told before, if it was, and as it is now, if it still is.

    One of both is always there.
    """

    before: Notice | None
    now: Notice | None

    @property
    def notice(self) -> Notice:
        """What is to be told: the shift as it is now, or as it was and that it is off."""
        if self.now is not None:
            return self.now
        assert self.before is not None  # noqa: S101 - one of both is there
        return replace(self.before, off=True)

    @property
    def standing(self) -> Standing:
        """Whether the shift is new, changed or off."""
        if self.now is None:
            return Standing.OFF
        return Standing.NEW if self.before is None else Standing.CHANGED

    @property
    def last_day(self) -> date:
        """The later of the days it was and is on."""
        return max(each.day for each in (self.before, self.now) if each is not None)

    @property
    def sentence(self) -> str:
        """What is news, in one sentence.

        Example: ``Changed: Monday 18 May, 9am to 1pm, is now 10am to 2pm.``
        """
        notice = self.notice
        if self.standing is Standing.OFF:
            return f"Off: {notice.words}."
        if self.before is None:
            return f"New: {notice.words}."
        now = notice.times if notice.day == self.before.day else notice.words
        return f"Changed: {self.before.words}, is now {now}."


@dataclass(frozen=True, slots=True)
class Told:
    """That somebody has been told of a publishing: how, and when."""

    assistant_id: AssistantId
    how: ToldBy
    at: datetime

    @property
    def words(self) -> str:
        """How and when: ``by message, 18 May 2026``."""
        return f"{self.how.words}, {said(self.at.astimezone(LONDON).date())}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """One time that the rota was published: when, which days, how many shifts it told of, and who has been told."""

    id: PublishingId
    at: datetime
    days: Period
    notices: int
    concerned: tuple[AssistantId, ...]
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishingLine:
    """A publishing as it stands in a list, with the names of who has been told and who has not."""

    publishing: Publishing
    told: tuple[str, ...]
    waiting: tuple[str, ...]

    @property
    def standing(self) -> str:
        """Who has been told and who has not: as in ``Told: Ada by message. Not yet: Sam.``."""
        return " ".join(
            f"{head}: {'; '.join(names)}." for head, names in (("Told", self.told), ("Not yet", self.waiting)) if names
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTold:
    """One assistant: the published shifts of some days, what they have not been told of, and when they last were."""

    assistant_id: AssistantId
    name: str
    shifts: tuple[Notice, ...]
    news: tuple[Difference, ...]
    last: Told | None

    @property
    def standing(self) -> str:
        """How it stands: that they know all, or how much is news to them."""
        if self.news:
            return f"{len(self.news)} {'thing' if len(self.news) == 1 else 'things'} to tell"
        return "Knows all of it" if self.last else "Nothing to tell"

    def message(self, days: Period) -> str:
        """Return what to write to them: what is news, or if nothing is, all their shifts of some days.

        It says when they work, and nothing else.
        """
        hello = f"Hello {self.name.split()[0]}."
        if self.news and self.last is not None:
            told = "\n".join(each.sentence for each in self.news)
            return f"{hello} There is news of your shifts:\n\n{told}\n\nEverything else stays as it was."
        if self.news:
            shifts = tuple(each.now for each in self.news if each.now is not None)
            return f"{hello} These are your shifts:\n\n{_listed(shifts)}"
        if not self.shifts:
            return f"{hello} You have no shifts {_on(days)}."
        return f"{hello} These are your shifts {_on(days)}:\n\n{_listed(self.shifts)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """How some days of the rota stand: what is not published yet, who knows what, and what was published when."""

    days: Period
    unpublished: tuple[tuple[str, Difference], ...]
    people: tuple[PersonTold, ...]
    publishings: tuple[PublishingLine, ...]

    @property
    def lead(self) -> str:
        """Where things stand, in one sentence."""
        count = len(self.unpublished)
        if count and all(each.standing is Standing.NEW for _name, each in self.unpublished):
            return f"{count} shift{' is' if count == 1 else 's are'} not published yet. Publish, then tell your PAs."
        if count:
            things = "thing is" if count == 1 else "things are"
            return f"{count} {things} not published yet. Your PAs still know the rota as it was."
        waiting = [person.name for person in self.people if person.news]
        if waiting:
            return f"All is published. Not told yet: {', '.join(waiting)}."
        if not any(person.shifts for person in self.people):
            return "No PA is down for these days. Lay out the rota first."
        return "All is published, and everybody has been told."


def notices_of(shifts: Iterable[Shift]) -> tuple[Notice, ...]:
    """Return what would be told of some shifts. Nobody is told of a gap, or of what others cover."""
    return tuple(
        Notice(shift_id=shift.id, assistant_id=shift.assistant_id, day=shift.day, span=shift.span, kind=shift.kind)
        for shift in shifts
        if shift.assistant_id is not None
    )


def differences(before: Iterable[Notice], now: Iterable[Notice]) -> tuple[Difference, ...]:
    """Return what is news to whoever knows the first, in the order of the days."""
    old = {each.key: each for each in before if not each.off}
    new = {each.key: each for each in now if not each.off}
    found = [
        Difference(old.get(key), new.get(key))
        for key in {**old, **new}
        if key not in old or key not in new or not old[key].says_what(new[key])
    ]
    return tuple(sorted(found, key=lambda each: (each.notice.day, each.notice.span, each.notice.key)))


def standings(shifts: Iterable[Shift], published: Iterable[Notice]) -> dict[ShiftId, Standing]:
    """Return how each shift stands beside what was published of it. A gap of which nobody was told stands nowhere."""
    every, told = tuple(shifts), tuple(published)
    known = {each.shift_id for each in told if not each.off}
    amiss = {each.notice.shift_id for each in differences(told, notices_of(every))}
    return {
        shift.id: Standing.PUBLISHED
        if shift.id not in amiss
        else (Standing.CHANGED if shift.id in known else Standing.NEW)
        for shift in every
        if shift.id in amiss or shift.assistant_id is not None
    }


def as_published(shift: Shift, published: Mapping[Key, Notice]) -> Shift:
    """Return a shift with the day, the times and the kind that its assistant was told; as it stands, if they were not.

    Example: published for 9am to 1pm and changed to 10am since, it is returned as 9am to 1pm.
    """
    notice = None if shift.assistant_id is None else published.get((shift.id, shift.assistant_id))
    if notice is None or notice.off:
        return shift
    return replace(shift, day=notice.day, span=notice.span, kind=notice.kind)


def day_said(day: date) -> str:
    """Return a day as it is said to somebody who knows the year: ``Monday 18 May``."""
    return f"{day:%A} {day.day} {day:%B}"


def _listed(shifts: Sequence[Notice]) -> str:
    return "\n".join(f"{day_said(each.day)}: {each.times}" for each in shifts)


def _on(days: Period) -> str:
    return f"on {said(days.first)}" if days.length == 1 else f"from {said_period(days)}"
