"""Where it is kept from when to when an assistant's hours are counted."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.store import assistant_key
from pa_manager.file.rows import Row
from pa_manager.file.work import Work
from pa_manager.timesheets.model.hours import HoursWindow


class HoursWindowRow(Row):
    """From a day on, how an assistant's hours are counted."""

    __tablename__ = "hours_window"
    __table_args__ = (UniqueConstraint("assistant_id", "from_day"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    from_day: Mapped[date]
    own: Mapped[bool]


def windows(work: Work) -> tuple[HoursWindow, ...]:
    """Return how everybody's hours are counted, the oldest first."""
    rows = work.session.scalars(select(HoursWindowRow).order_by(HoursWindowRow.from_day, HoursWindowRow.id))
    return tuple(
        HoursWindow(assistant_id=AssistantId(row.assistant_id), from_day=row.from_day, own=row.own) for row in rows
    )


def put_window(work: Work, window: HoursWindow) -> None:
    """Keep how somebody's hours are counted from a day on, in place of what was kept for that day."""
    row = work.session.scalars(
        select(HoursWindowRow).filter_by(assistant_id=window.assistant_id, from_day=window.from_day)
    ).one_or_none()
    if row is None:
        work.session.add(HoursWindowRow(assistant_id=window.assistant_id, from_day=window.from_day, own=window.own))
    else:
        row.own = window.own
    work.session.flush()
