"""Where it is kept what each assistant was told of the rota. What was told is added to, and never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from sqlalchemy import CheckConstraint, ForeignKey, Index, Select, UniqueConstraint, and_, delete, func, insert, select
from sqlalchemy.orm import Mapped, aliased, mapped_column

from pa_manager.assistants.model import AssistantId, ShiftKind
from pa_manager.assistants.store import assistant_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import Work
from pa_manager.rota.model import Notice, Publishing, PublishingId, ShiftId, Told, ToldBy
from pa_manager.rota.store.shifts import ShiftRow
from pa_manager.values.clock import TimeSpan
from pa_manager.values.days import Period


class PublishingRow(Row):
    """One time that the rota was published."""

    __tablename__ = "publishing"
    __table_args__ = (
        CheckConstraint("first <= last", name="ends_after_it_begins"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    published_at: Mapped[str]
    first: Mapped[date]
    last: Mapped[date]


class PublishedShiftRow(Row):
    """One shift as one assistant was told of it. The shift itself may have gone since."""

    __tablename__ = "published_shift"
    __table_args__ = (
        one_of("kind", ShiftKind),
        UniqueConstraint("publishing_id", "shift_id", "assistant_id"),
        Index("ix_published_shift_shift_id_assistant_id", "shift_id", "assistant_id"),
        Index("ix_published_shift_day", "day"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    publishing_id: Mapped[int] = mapped_column(ForeignKey(PublishingRow.id, ondelete="RESTRICT"))
    shift_id: Mapped[int]
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    day: Mapped[date]
    start_time: Mapped[time]
    end_time: Mapped[time]
    kind: Mapped[str]
    off: Mapped[bool]


class PublishingToldRow(Row):
    """That an assistant has been told of a publishing."""

    __tablename__ = "publishing_told"
    __table_args__ = (
        one_of("how", ToldBy),
        UniqueConstraint("publishing_id", "assistant_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    publishing_id: Mapped[int] = mapped_column(ForeignKey(PublishingRow.id, ondelete="RESTRICT"))
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    how: Mapped[str]
    told_at: Mapped[str]


class CalendarNameRow(Row):
    """What the events of this file are known by in the calendars of the world: made once, with the file."""

    __tablename__ = "calendar_name"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


def calendar_name(work: Work) -> str:
    """Return what no other file calls its events by."""
    return work.session.scalars(select(CalendarNameRow.name)).one()


def add_publishing(work: Work, *, days: Period, at: datetime, notices: Iterable[Notice]) -> PublishingId:
    """Keep that some days were published, and what was told; return the number given."""
    row = PublishingRow(published_at=_written(at), first=days.first, last=days.last)
    work.session.add(row)
    work.session.flush()
    told = [
        {
            "publishing_id": row.id,
            "shift_id": notice.shift_id,
            "assistant_id": notice.assistant_id,
            "day": notice.day,
            "start_time": notice.span.start,
            "end_time": notice.span.end,
            "kind": notice.kind,
            "off": notice.off,
        }
        for notice in notices
    ]
    if told:
        work.session.execute(insert(PublishedShiftRow), told)
    return PublishingId(row.id)


def published(work: Work, days: Period) -> tuple[Notice, ...]:
    """Return of every shift that was published last for one of some days what was told, with those that are off."""
    return _notices(work, _newest().where(PublishedShiftRow.day.between(days.first, days.last)))


def published_of(work: Work, days: Period) -> tuple[Notice, ...]:
    """Return what was told last of the shifts that are planned for some days now."""
    planned = select(ShiftRow.id).where(ShiftRow.day.between(days.first, days.last))
    return _notices(work, _newest().where(PublishedShiftRow.shift_id.in_(planned)))


def ever_published(work: Work, assistant_id: AssistantId, days: Period) -> tuple[Notice, ...]:
    """Return what an assistant was told last of every shift that was ever published to them for one of some days."""
    ever = aliased(PublishedShiftRow)
    touched = select(ever.shift_id).where(ever.assistant_id == assistant_id, ever.day.between(days.first, days.last))
    return _notices(
        work,
        _newest().where(PublishedShiftRow.assistant_id == assistant_id, PublishedShiftRow.shift_id.in_(touched)),
    )


def published_and_told(work: Work, first: date) -> tuple[tuple[Notice, ...], tuple[Notice, ...]]:
    """Return of every shift that was ever published for a day or later what was published last, and told last."""
    ever = aliased(PublishedShiftRow)
    touched = select(ever.shift_id).where(ever.day >= first)
    query = (
        select(PublishedShiftRow, PublishingToldRow.id)
        .outerjoin(
            PublishingToldRow,
            and_(
                PublishingToldRow.publishing_id == PublishedShiftRow.publishing_id,
                PublishingToldRow.assistant_id == PublishedShiftRow.assistant_id,
            ),
        )
        .where(PublishedShiftRow.shift_id.in_(touched))
        .order_by(PublishedShiftRow.id)
    )
    newest, told = {}, {}
    for row, told_id in work.session.execute(query):
        notice = _to_notice(row)
        newest[notice.key] = notice
        if told_id is not None:
            told[notice.key] = notice
    return tuple(newest.values()), tuple(told.values())


def publishings(work: Work, limit: int) -> tuple[Publishing, ...]:
    """Return the newest publishings, the newest first."""
    rows = work.session.scalars(select(PublishingRow).order_by(PublishingRow.id.desc()).limit(limit)).all()
    numbers = [row.id for row in rows]
    told: defaultdict[int, list[Told]] = defaultdict(list)
    for each in work.session.scalars(
        select(PublishingToldRow)
        .where(PublishingToldRow.publishing_id.in_(numbers))
        .order_by(PublishingToldRow.assistant_id)
    ):
        told[each.publishing_id].append(_to_told(each))
    counts: defaultdict[int, dict[AssistantId, int]] = defaultdict(dict)
    for number, assistant_id, count in work.session.execute(
        select(PublishedShiftRow.publishing_id, PublishedShiftRow.assistant_id, func.count())
        .where(PublishedShiftRow.publishing_id.in_(numbers))
        .group_by(PublishedShiftRow.publishing_id, PublishedShiftRow.assistant_id)
    ):
        counts[number][AssistantId(assistant_id)] = count
    return tuple(
        Publishing(
            id=PublishingId(row.id),
            at=datetime.fromisoformat(row.published_at),
            days=Period(row.first, row.last),
            notices=sum(counts[row.id].values()),
            concerned=tuple(counts[row.id]),
            told=tuple(told[row.id]),
        )
        for row in rows
    )


def published_at(work: Work) -> dict[int, datetime]:
    """Return the moment of every publishing, by its number."""
    return {
        number: datetime.fromisoformat(at)
        for number, at in work.session.execute(select(PublishingRow.id, PublishingRow.published_at))
    }


def last_told(work: Work) -> dict[AssistantId, Told]:
    """Return how and when each assistant was told last."""
    rows = work.session.scalars(select(PublishingToldRow).order_by(PublishingToldRow.told_at, PublishingToldRow.id))
    return {AssistantId(row.assistant_id): _to_told(row) for row in rows}


def add_told(work: Work, told: Told) -> int:
    """Keep that somebody has been told of all that was published to them; return of how many publishings anew."""
    known = select(PublishingToldRow.publishing_id).where(PublishingToldRow.assistant_id == told.assistant_id)
    waiting = work.session.scalars(
        select(PublishedShiftRow.publishing_id)
        .where(PublishedShiftRow.assistant_id == told.assistant_id, PublishedShiftRow.publishing_id.not_in(known))
        .distinct()
    ).all()
    for number in waiting:
        work.session.add(
            PublishingToldRow(
                publishing_id=number, assistant_id=told.assistant_id, how=told.how, told_at=_written(told.at)
            )
        )
    work.session.flush()
    return len(waiting)


def remove_told(work: Work, told: Told) -> None:
    """Take back that somebody was told at a moment."""
    work.session.execute(
        delete(PublishingToldRow).where(
            PublishingToldRow.assistant_id == told.assistant_id, PublishingToldRow.told_at == _written(told.at)
        )
    )


def _newest() -> Select[PublishedShiftRow]:
    later = aliased(PublishedShiftRow)
    return select(PublishedShiftRow).where(
        ~select(later.id)
        .where(
            later.shift_id == PublishedShiftRow.shift_id,
            later.assistant_id == PublishedShiftRow.assistant_id,
            later.id > PublishedShiftRow.id,
        )
        .exists()
    )


def _notices(work: Work, query: Select[PublishedShiftRow]) -> tuple[Notice, ...]:
    ordered = query.order_by(PublishedShiftRow.day, PublishedShiftRow.start_time, PublishedShiftRow.id)
    return tuple(map(_to_notice, work.session.scalars(ordered)))


def _to_notice(row: PublishedShiftRow) -> Notice:
    return Notice(
        shift_id=ShiftId(row.shift_id),
        assistant_id=AssistantId(row.assistant_id),
        day=row.day,
        span=TimeSpan(row.start_time, row.end_time),
        kind=ShiftKind(row.kind),
        off=row.off,
        revision=row.publishing_id,
    )


def _to_told(row: PublishingToldRow) -> Told:
    return Told(AssistantId(row.assistant_id), ToldBy(row.how), datetime.fromisoformat(row.told_at))


def _written(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
