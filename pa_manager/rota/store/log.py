"""Where it is kept what became of each shift. A shift that is gone leaves its lines behind."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from sqlalchemy import Index, Select, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.store import assistant_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import Work
from pa_manager.rota.model import Logged, LogKind, ShiftId
from pa_manager.values.clock import TimeSpan
from pa_manager.values.days import Period


class ShiftLogRow(Row):
    """One thing that became of a shift. The shift is a plain number: it may be gone."""

    __tablename__ = "shift_log"
    __table_args__ = (
        one_of("kind", LogKind),
        Index("ix_shift_log_shift_id", "shift_id"),
        Index("ix_shift_log_day", "day"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    shift_id: Mapped[int]
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    kind: Mapped[str]
    logged_at: Mapped[str]
    day: Mapped[date]
    start_time: Mapped[time]
    end_time: Mapped[time]
    counts_from: Mapped[date]


def log(work: Work, entries: Iterable[Logged]) -> None:
    """Keep what became of some shifts."""
    rows = [
        {
            "shift_id": each.shift_id,
            "assistant_id": each.assistant_id,
            "kind": each.kind,
            "logged_at": each.at.isoformat(),
            "day": each.day,
            "start_time": each.span.start,
            "end_time": each.span.end,
            "counts_from": each.counts_from,
        }
        for each in entries
    ]
    if rows:
        work.session.execute(insert(ShiftLogRow), rows)


def log_of(work: Work, shift_id: ShiftId) -> tuple[Logged, ...]:
    """Return what became of one shift, the oldest first."""
    return _logged(work, select(ShiftLogRow).where(ShiftLogRow.shift_id == shift_id))


def log_of_days(work: Work, days: Period) -> tuple[Logged, ...]:
    """Return what became of the shifts of some days, also of those that are gone, the oldest first."""
    return _logged(work, select(ShiftLogRow).where(ShiftLogRow.day.between(days.first, days.last)))


def _logged(work: Work, query: Select[ShiftLogRow]) -> tuple[Logged, ...]:
    return tuple(
        Logged(
            shift_id=ShiftId(row.shift_id),
            assistant_id=AssistantId(row.assistant_id),
            kind=LogKind(row.kind),
            at=datetime.fromisoformat(row.logged_at),
            day=row.day,
            span=TimeSpan(row.start_time, row.end_time),
            counts_from=row.counts_from,
        )
        for row in work.session.scalars(query.order_by(ShiftLogRow.id))
    )
