"""Where the steps of checklists are kept that somebody has marked as done."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import AssistantId, StepKind
from pa_manager.assistants.store.people import assistant_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import Work


class AssistantStepRow(Row):
    """A step that was marked as done."""

    __tablename__ = "assistant_step"
    __table_args__ = (
        UniqueConstraint("assistant_id", "kind"),
        one_of("kind", StepKind),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    kind: Mapped[str]
    done_on: Mapped[date]


def ticked(work: Work, assistant_id: AssistantId) -> frozenset[StepKind]:
    """Return the steps of an assistant that were marked as done."""
    rows = work.session.scalars(select(AssistantStepRow).where(AssistantStepRow.assistant_id == assistant_id))
    return frozenset(StepKind(row.kind) for row in rows)


def put(work: Work, assistant_id: AssistantId, kind: StepKind, done_on: date | None) -> None:
    """Mark a step as done on a day; without a day, as not done."""
    row = work.session.scalars(
        select(AssistantStepRow).where(AssistantStepRow.assistant_id == assistant_id, AssistantStepRow.kind == kind)
    ).one_or_none()
    if row is not None:
        work.session.delete(row)
        work.session.flush()
    if done_on is not None:
        work.session.add(AssistantStepRow(assistant_id=assistant_id, kind=kind, done_on=done_on))
    work.session.flush()
