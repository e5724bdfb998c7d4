"""Where the call list, the cover events and the calls are kept."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.store import assistant_key
from pa_manager.cover.model import (
    Answer,
    Call,
    CallNote,
    CallNoteId,
    Contact,
    ContactDetails,
    ContactId,
    CoverEvent,
    CoverEventId,
    Tier,
)
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money


class ContactRow(Row):
    """Somebody on the call list. A PA stands there once."""

    __tablename__ = "cover_contact"
    __table_args__ = (
        UniqueConstraint("assistant_id"),
        one_of("tier", Tier),
        CheckConstraint("assistant_id IS NOT NULL OR name <> ''", name="somebody"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    tier: Mapped[str]
    name: Mapped[str]
    phone: Mapped[str]
    assistant_id: Mapped[int | None] = mapped_column(assistant_key())
    will_do: Mapped[str]
    per_hour: Mapped[Money | None]
    agreed_on: Mapped[date | None]
    checked_on: Mapped[date | None]


class CoverEventRow(Row):
    """One time when cover was needed."""

    __tablename__ = "cover_event"
    __table_args__ = (
        CheckConstraint("first <= last", name="ends_after_it_begins"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int | None] = mapped_column(assistant_key())
    first: Mapped[date]
    last: Mapped[date]
    why: Mapped[str]
    opened_at: Mapped[str]
    closed: Mapped[bool]
    lesson: Mapped[str]


class CallRow(Row):
    """Who was asked, and what they said."""

    __tablename__ = "cover_call"
    __table_args__ = (
        one_of("answer", Answer),
        Index("ix_cover_call_event_id", "event_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey(CoverEventRow.id, ondelete="RESTRICT"))
    at: Mapped[str]
    about: Mapped[str]
    contact: Mapped[str]
    answer: Mapped[str]
    note: Mapped[str]
    cost: Mapped[Money | None]


def contacts(work: Work) -> tuple[Contact, ...]:
    """Return everybody on the call list, in the order they were added."""
    return tuple(map(_to_contact, work.session.scalars(select(ContactRow).order_by(ContactRow.id))))


def get_contact(work: Work, contact_id: ContactId) -> Contact:
    """Return somebody on the call list.

    Raises:
        NotFound: They are not on it.
    """
    return _to_contact(_contact_row(work, contact_id))


def add_contact(work: Work, details: ContactDetails) -> ContactId:
    """Put somebody on the call list; return the number given."""
    row = ContactRow()
    _write(row, details)
    work.session.add(row)
    work.session.flush()
    return ContactId(row.id)


def put_contact(work: Work, contact_id: ContactId, details: ContactDetails) -> None:
    """Write back what was agreed with somebody."""
    _write(_contact_row(work, contact_id), details)


def remove_contact(work: Work, contact_id: ContactId) -> None:
    """Take somebody off the call list.

    Raises:
        NotFound: They are not on it.
    """
    work.session.delete(_contact_row(work, contact_id))


def events(work: Work) -> tuple[CoverEvent, ...]:
    """Return every cover event, the newest first."""
    rows = work.session.scalars(select(CoverEventRow).order_by(CoverEventRow.first.desc(), CoverEventRow.id.desc()))
    return tuple(map(_to_event, rows))


def open_events(work: Work) -> tuple[CoverEvent, ...]:
    """Return the cover events that are not closed, the oldest first."""
    rows = work.session.scalars(
        select(CoverEventRow).where(CoverEventRow.closed.is_(False)).order_by(CoverEventRow.first, CoverEventRow.id)
    )
    return tuple(map(_to_event, rows))


def get_event(work: Work, event_id: CoverEventId) -> CoverEvent:
    """Return one cover event.

    Raises:
        NotFound: There is no such event.
    """
    return _to_event(_event_row(work, event_id))


def add_event(work: Work, *, assistant_id: AssistantId | None, days: Period, why: str, at: datetime) -> CoverEventId:
    """Keep a new cover event; return the number given."""
    row = CoverEventRow(
        assistant_id=assistant_id,
        first=days.first,
        last=days.last,
        why=why,
        opened_at=_written(at),
        closed=False,
        lesson="",
    )
    work.session.add(row)
    work.session.flush()
    return CoverEventId(row.id)


def close_event(work: Work, event_id: CoverEventId, lesson: str) -> None:
    """Write down that a cover event is closed."""
    row = _event_row(work, event_id)
    row.closed = True
    row.lesson = lesson


def add_call(work: Work, *, event_id: CoverEventId, at: datetime, about: str, call: Call) -> None:
    """Keep who was asked, and what they said."""
    work.session.add(
        CallRow(
            event_id=event_id,
            at=_written(at),
            about=about,
            contact=call.contact,
            answer=call.answer,
            note=call.note,
            cost=call.cost,
        )
    )
    work.session.flush()


def calls_of(work: Work, event_id: CoverEventId) -> tuple[CallNote, ...]:
    """Return the calls of one event, the first made first."""
    rows = work.session.scalars(select(CallRow).filter_by(event_id=event_id).order_by(CallRow.at, CallRow.id))
    return tuple(map(_to_call, rows))


def call_sums(work: Work) -> dict[CoverEventId, tuple[int, Money]]:
    """Return for every event how many calls there were, and what those cost who said yes."""
    counts: dict[CoverEventId, int] = {}
    costs: dict[CoverEventId, Money] = {}
    for number, answer, cost in work.session.execute(select(CallRow.event_id, CallRow.answer, CallRow.cost)):
        event_id = CoverEventId(number)
        counts[event_id] = counts.get(event_id, 0) + 1
        costs[event_id] = costs.get(event_id, NIL) + (cost if cost and answer == Answer.YES else NIL)
    return {event_id: (count, costs[event_id]) for event_id, count in counts.items()}


def _contact_row(work: Work, contact_id: ContactId) -> ContactRow:
    if row := work.session.get(ContactRow, contact_id):
        return row
    raise NotFound("That person is no longer on the call list.")


def _event_row(work: Work, event_id: CoverEventId) -> CoverEventRow:
    if row := work.session.get(CoverEventRow, event_id):
        return row
    raise NotFound("That time of cover is no longer in the file.")


def _write(row: ContactRow, details: ContactDetails) -> None:
    row.tier = details.tier
    row.name = details.name
    row.phone = details.phone
    row.assistant_id = details.assistant_id
    row.will_do = details.will_do
    row.per_hour = details.per_hour
    row.agreed_on = details.agreed_on
    row.checked_on = details.checked_on


def _to_contact(row: ContactRow) -> Contact:
    return Contact(
        id=ContactId(row.id),
        tier=Tier(row.tier),
        name=row.name,
        phone=row.phone,
        assistant_id=None if row.assistant_id is None else AssistantId(row.assistant_id),
        will_do=row.will_do,
        per_hour=row.per_hour,
        agreed_on=row.agreed_on,
        checked_on=row.checked_on,
    )


def _to_event(row: CoverEventRow) -> CoverEvent:
    return CoverEvent(
        id=CoverEventId(row.id),
        assistant_id=None if row.assistant_id is None else AssistantId(row.assistant_id),
        days=Period(row.first, row.last),
        why=row.why,
        opened_at=datetime.fromisoformat(row.opened_at),
        closed=row.closed,
        lesson=row.lesson,
    )


def _to_call(row: CallRow) -> CallNote:
    return CallNote(
        id=CallNoteId(row.id),
        event_id=CoverEventId(row.event_id),
        at=datetime.fromisoformat(row.at),
        about=row.about,
        contact=row.contact,
        answer=Answer(row.answer),
        note=row.note,
        cost=row.cost,
    )


def _written(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
