"""Where it is kept what proves sickness, and weekly earnings that were typed."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.store import assistant_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.pay.model import Evidence, EvidenceDetails, EvidenceId, EvidenceKind
from pa_manager.values.days import Period
from pa_manager.values.money import Money


class SicknessEvidenceRow(Row):
    """A self-certificate or a fit note, and the days it is for."""

    __tablename__ = "sickness_evidence"
    __table_args__ = (
        one_of("kind", EvidenceKind),
        CheckConstraint("first <= last", name="ends_after_it_begins"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    kind: Mapped[str]
    first: Mapped[date]
    last: Mapped[date]
    document: Mapped[str]
    note: Mapped[str]


class SicknessEarningsRow(Row):
    """Weekly earnings before the sickness that began on a day, as typed."""

    __tablename__ = "sickness_earnings"
    __table_args__ = (UniqueConstraint("assistant_id", "first"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    first: Mapped[date]
    weekly: Mapped[Money]


def evidence_of(work: Work, assistant_id: AssistantId) -> tuple[Evidence, ...]:
    """Return what proves sickness of an assistant, by its first day."""
    query = select(SicknessEvidenceRow).filter_by(assistant_id=assistant_id)
    rows = work.session.scalars(query.order_by(SicknessEvidenceRow.first, SicknessEvidenceRow.id))
    return tuple(
        Evidence(
            id=EvidenceId(row.id),
            assistant_id=assistant_id,
            kind=EvidenceKind(row.kind),
            days=Period(row.first, row.last),
            document=row.document,
            note=row.note,
        )
        for row in rows
    )


def add_evidence(work: Work, details: EvidenceDetails) -> None:
    """Keep what proves some days of sickness."""
    work.session.add(
        SicknessEvidenceRow(
            assistant_id=details.assistant_id,
            kind=details.kind,
            first=details.days.first,
            last=details.days.last,
            document=details.document,
            note=details.note,
        )
    )


def remove_evidence(work: Work, evidence_id: EvidenceId) -> None:
    """Take evidence out.

    Raises:
        NotFound: There is no such evidence.
    """
    row = work.session.get(SicknessEvidenceRow, evidence_id)
    if row is None:
        raise NotFound("That note is no longer in the file.")
    work.session.delete(row)


def typed_earnings(work: Work, assistant_id: AssistantId) -> dict[date, Money]:
    """Return weekly earnings as typed, by the first day of the sickness."""
    rows = work.session.scalars(select(SicknessEarningsRow).filter_by(assistant_id=assistant_id))
    return {row.first: row.weekly for row in rows}


def put_earnings(work: Work, assistant_id: AssistantId, first: date, weekly: Money | None) -> None:
    """Write back weekly earnings; without any, those that were typed are gone."""
    chosen = {"assistant_id": assistant_id, "first": first}
    row = work.session.scalars(select(SicknessEarningsRow).filter_by(**chosen)).one_or_none()
    if weekly is None:
        if row is not None:
            work.session.delete(row)
        return
    row = row or SicknessEarningsRow(**chosen)
    row.weekly = weekly
    work.session.add(row)
