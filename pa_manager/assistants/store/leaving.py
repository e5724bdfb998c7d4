"""Where it is kept how an engagement ends."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import NOTHING_OF_LEAVING, AssistantId, Leaving, NoticeBy
from pa_manager.assistants.store.people import assistant_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import Work


class AssistantLeavingRow(Row):
    """How the engagement of an assistant ends."""

    __tablename__ = "assistant_leaving"
    __table_args__ = (
        UniqueConstraint("assistant_id"),
        one_of("notice_by", NoticeBy),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    notice_by: Mapped[str]
    notice_on: Mapped[date | None]
    holiday_earned_minutes: Mapped[int | None]
    holiday_taken_minutes: Mapped[int | None]


def get(work: Work, assistant_id: AssistantId) -> Leaving:
    """Return how an engagement ends, as far as it is known."""
    if row := _row(work, assistant_id):
        return Leaving(
            notice_by=NoticeBy(row.notice_by),
            notice_on=row.notice_on,
            holiday_earned_minutes=row.holiday_earned_minutes,
            holiday_taken_minutes=row.holiday_taken_minutes,
        )
    return NOTHING_OF_LEAVING


def put(work: Work, assistant_id: AssistantId, leaving: Leaving) -> None:
    """Write back how an engagement ends."""
    if (row := _row(work, assistant_id)) is None:
        row = AssistantLeavingRow(assistant_id=assistant_id)
        work.session.add(row)
    row.notice_by = leaving.notice_by
    row.notice_on = leaving.notice_on
    row.holiday_earned_minutes = leaving.holiday_earned_minutes
    row.holiday_taken_minutes = leaving.holiday_taken_minutes
    work.session.flush()


def _row(work: Work, assistant_id: AssistantId) -> AssistantLeavingRow | None:
    return work.session.scalars(
        select(AssistantLeavingRow).where(AssistantLeavingRow.assistant_id == assistant_id)
    ).one_or_none()
