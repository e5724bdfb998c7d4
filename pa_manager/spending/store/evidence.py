"""Where papers are kept, and which transactions each belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import Boolean, ForeignKey, Index, UniqueConstraint, delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.file.contents import ContentId, content_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.funding.model import ReturnLine
from pa_manager.spending.model.ledger import Evidence, EvidenceId, EvidenceKind, TransactionId
from pa_manager.spending.store.transactions import transaction_key

_MANY: Final = 5_000
"""How many numbers are named in one question to the database: SQLite has a limit."""


class EvidenceRow(Row):
    """A receipt, an invoice, a letter."""

    __tablename__ = "evidence"
    __table_args__ = (UniqueConstraint("number"), one_of("kind", EvidenceKind), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    kind: Mapped[str]
    name: Mapped[str]
    content_id: Mapped[int] = mapped_column(content_key())


class EvidenceLinkRow(Row):
    """That a paper belongs to a transaction."""

    __tablename__ = "evidence_link"
    __table_args__ = (
        UniqueConstraint("transaction_id", "evidence_id"),
        Index("ix_evidence_link_evidence_id", "evidence_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    transaction_id: Mapped[int] = mapped_column(transaction_key())
    evidence_id: Mapped[int] = mapped_column(ForeignKey(EvidenceRow.id, ondelete="RESTRICT"))


class EvidenceRuleRow(Row):
    """Whether money on a line of the return needs a paper, where that differs from the usual."""

    __tablename__ = "evidence_rule"
    __table_args__ = (UniqueConstraint("line"), one_of("line", ReturnLine), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    line: Mapped[str]
    needed: Mapped[bool] = mapped_column(Boolean)


def evidence_key() -> ForeignKey:
    """Return a key to a paper, for the tables of later links."""
    return ForeignKey(EvidenceRow.id, ondelete="RESTRICT")


def add(work: Work, *, kind: EvidenceKind, name: str, content_id: ContentId) -> EvidenceId:
    """Keep a paper under the next number; return its id."""
    number = (work.session.scalar(select(func.max(EvidenceRow.number))) or 0) + 1
    row = EvidenceRow(number=number, kind=kind, name=name, content_id=content_id)
    work.session.add(row)
    work.session.flush()
    return EvidenceId(row.id)


def put(work: Work, evidence: Evidence) -> None:
    """Write back the kind and name of a paper."""
    row = _row(work, evidence.id)
    row.kind = evidence.kind
    row.name = evidence.name


def remove(work: Work, evidence_id: EvidenceId) -> None:
    """Take out a paper that belongs to nothing any more."""
    work.session.execute(delete(EvidenceRow).where(EvidenceRow.id == evidence_id))


def get(work: Work, evidence_id: EvidenceId) -> Evidence:
    """Return one paper.

    Raises:
        NotFound: There is no such paper.
    """
    return _to_evidence(_row(work, evidence_id))


def every(work: Work) -> tuple[Evidence, ...]:
    """Return every paper by its number."""
    return tuple(map(_to_evidence, work.session.scalars(select(EvidenceRow).order_by(EvidenceRow.number))))


def of_transactions(
    work: Work, transaction_ids: Iterable[TransactionId] | None = None
) -> dict[TransactionId, tuple[Evidence, ...]]:
    """Return the papers of these transactions, or of all, by transaction."""
    pairs = (
        select(EvidenceLinkRow.transaction_id, EvidenceRow)
        .join(EvidenceRow, EvidenceRow.id == EvidenceLinkRow.evidence_id)
        .order_by(EvidenceRow.number)
    )
    if transaction_ids is not None:
        pairs = pairs.where(EvidenceLinkRow.transaction_id.in_(list(transaction_ids)))
    found: dict[TransactionId, list[Evidence]] = defaultdict(list)
    for transaction_id, row in work.session.execute(pairs):
        found[TransactionId(transaction_id)].append(_to_evidence(row))
    return {transaction_id: tuple(papers) for transaction_id, papers in found.items()}


def transactions_of(work: Work, evidence_id: EvidenceId) -> tuple[TransactionId, ...]:
    """Return the transactions a paper belongs to."""
    rows = (
        select(EvidenceLinkRow.transaction_id)
        .where(EvidenceLinkRow.evidence_id == evidence_id)
        .order_by(EvidenceLinkRow.transaction_id)
    )
    return tuple(TransactionId(number) for number in work.session.scalars(rows))


def attach(work: Work, evidence_id: EvidenceId, transaction_id: TransactionId) -> None:
    """Say that a paper belongs to a transaction; nothing happens if it does already."""
    known = work.session.scalar(
        select(EvidenceLinkRow.id).filter_by(transaction_id=transaction_id, evidence_id=evidence_id)
    )
    if known is None:
        work.session.add(EvidenceLinkRow(transaction_id=transaction_id, evidence_id=evidence_id))
        work.session.flush()


def detach(work: Work, evidence_id: EvidenceId, transaction_ids: Iterable[TransactionId]) -> None:
    """Say that a paper does not belong to these transactions."""
    work.session.execute(
        delete(EvidenceLinkRow).where(
            EvidenceLinkRow.evidence_id == evidence_id, EvidenceLinkRow.transaction_id.in_(list(transaction_ids))
        )
    )


def detach_all(work: Work, transaction_ids: Sequence[TransactionId]) -> None:
    """Take every paper off these transactions. The papers themselves stay."""
    for at in range(0, len(transaction_ids), _MANY):
        some = transaction_ids[at : at + _MANY]
        work.session.execute(delete(EvidenceLinkRow).where(EvidenceLinkRow.transaction_id.in_(some)))


def rules(work: Work) -> dict[ReturnLine, bool]:
    """Return for which lines somebody has said whether a paper is needed."""
    rows = work.session.execute(select(EvidenceRuleRow.line, EvidenceRuleRow.needed))
    return {ReturnLine(line): needed for line, needed in rows}


def put_rule(work: Work, line: ReturnLine, *, needed: bool) -> None:
    """Say whether money on a line needs a paper."""
    row = work.session.scalars(select(EvidenceRuleRow).filter_by(line=line)).one_or_none()
    if row is None:
        work.session.add(EvidenceRuleRow(line=line, needed=needed))
    else:
        row.needed = needed
    work.session.flush()


def _row(work: Work, evidence_id: EvidenceId) -> EvidenceRow:
    if row := work.session.get(EvidenceRow, evidence_id):
        return row
    raise NotFound("That document is no longer in the file.")


def _to_evidence(row: EvidenceRow) -> Evidence:
    return Evidence(
        id=EvidenceId(row.id),
        number=row.number,
        kind=EvidenceKind(row.kind),
        name=row.name,
        content_id=row.content_id,
    )
