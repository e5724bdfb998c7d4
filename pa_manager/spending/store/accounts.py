"""Where accounts, the files brought into them, and their statements are kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.file.contents import ContentId, content_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.spending.model.ledger import Account, AccountId, AccountKind, Batch, BatchId
from pa_manager.spending.model.statements import Statement, StatementId
from pa_manager.values.days import Period
from pa_manager.values.money import Money


class AccountRow(Row):
    """A bank account, a prepaid card, or cash."""

    __tablename__ = "account"
    __table_args__ = (one_of("kind", AccountKind), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    sort_code: Mapped[str]
    number_last4: Mapped[str]
    opened_on: Mapped[date]
    opening: Mapped[Money]


class BatchRow(Row):
    """What one bank file has brought."""

    __tablename__ = "bank_batch"
    __table_args__ = (Index("ix_bank_batch_account_id", "account_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey(AccountRow.id, ondelete="RESTRICT"))
    name: Mapped[str]
    content_id: Mapped[int] = mapped_column(content_key())
    sha256: Mapped[str]
    layout: Mapped[str]
    rows_read: Mapped[int]
    rows_new: Mapped[int]
    first: Mapped[date]
    last: Mapped[date]
    opening: Mapped[Money | None]
    closing: Mapped[Money | None]


class StatementRow(Row):
    """A bank statement that was agreed with the record."""

    __tablename__ = "bank_statement"
    __table_args__ = (
        UniqueConstraint("account_id", "first"),
        CheckConstraint("first <= last", name="ends_after_it_begins"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey(AccountRow.id, ondelete="RESTRICT"))
    first: Mapped[date]
    last: Mapped[date]
    opening: Mapped[Money]
    closing: Mapped[Money]


def account_key() -> ForeignKey:
    """Return a key to an account, for the tables of later links."""
    return ForeignKey(AccountRow.id, ondelete="RESTRICT")


def batch_key() -> ForeignKey:
    """Return a key to what a bank file has brought."""
    return ForeignKey(BatchRow.id, ondelete="RESTRICT")


def statement_key() -> ForeignKey:
    """Return a key to a statement."""
    return ForeignKey(StatementRow.id, ondelete="RESTRICT")


def add_account(
    work: Work,
    *,
    name: str,
    kind: AccountKind,
    sort_code: str,
    number_last4: str,
    opened_on: date,
    opening: Money,
) -> AccountId:
    """Keep a new account; return the number given."""
    row = AccountRow(
        name=name,
        kind=kind,
        sort_code=sort_code,
        number_last4=number_last4,
        opened_on=opened_on,
        opening=opening,
    )
    work.session.add(row)
    work.session.flush()
    return AccountId(row.id)


def put_account(work: Work, account: Account) -> None:
    """Write back an account that has changed."""
    row = _account_row(work, account.id)
    row.name = account.name
    row.kind = account.kind
    row.sort_code = account.sort_code
    row.number_last4 = account.number_last4
    row.opened_on = account.opened_on
    row.opening = account.opening


def get_account(work: Work, account_id: AccountId) -> Account:
    """Return one account.

    Raises:
        NotFound: There is no such account.
    """
    return _to_account(_account_row(work, account_id))


def every_account(work: Work) -> tuple[Account, ...]:
    """Return every account, in the order they were opened here."""
    return tuple(map(_to_account, work.session.scalars(select(AccountRow).order_by(AccountRow.id))))


def add_batch(
    work: Work,
    *,
    account_id: AccountId,
    name: str,
    content_id: ContentId,
    sha256: str,
    layout: str,
    rows_read: int,
    rows_new: int,
    period: Period,
    opening: Money | None,
    closing: Money | None,
) -> BatchId:
    """Keep what a bank file brings, as a whole; return the number given."""
    row = BatchRow(
        account_id=account_id,
        name=name,
        content_id=content_id,
        sha256=sha256,
        layout=layout,
        rows_read=rows_read,
        rows_new=rows_new,
        first=period.first,
        last=period.last,
        opening=opening,
        closing=closing,
    )
    work.session.add(row)
    work.session.flush()
    return BatchId(row.id)


def get_batch(work: Work, batch_id: BatchId) -> Batch:
    """Return what one bank file has brought.

    Raises:
        NotFound: It has been taken out, or never was.
    """
    if row := work.session.get(BatchRow, batch_id):
        return _to_batch(row)
    raise NotFound("That bank file is no longer in the account.")


def every_batch(work: Work, account_id: AccountId | None = None) -> tuple[Batch, ...]:
    """Return what bank files have brought, into one account or all, the newest first."""
    rows = select(BatchRow).order_by(BatchRow.id.desc())
    if account_id is not None:
        rows = rows.filter_by(account_id=account_id)
    return tuple(map(_to_batch, work.session.scalars(rows)))


def remove_batch(work: Work, batch_id: BatchId) -> None:
    """Take out what a bank file has brought. Its transactions must have gone before."""
    work.session.execute(delete(BatchRow).where(BatchRow.id == batch_id))


def has_content(work: Work, account_id: AccountId, sha256: str) -> bool:
    """Return whether this very file has been brought into an account before."""
    found = (
        select(func.count()).select_from(BatchRow).where(BatchRow.account_id == account_id, BatchRow.sha256 == sha256)
    )
    return bool(work.session.scalar(found))


def add_statement(work: Work, *, account_id: AccountId, period: Period, opening: Money, closing: Money) -> StatementId:
    """Keep a statement that has been agreed; return the number given."""
    row = StatementRow(account_id=account_id, first=period.first, last=period.last, opening=opening, closing=closing)
    work.session.add(row)
    work.session.flush()
    return StatementId(row.id)


def every_statement(work: Work, account_id: AccountId | None = None) -> tuple[Statement, ...]:
    """Return the statements that have been agreed, of one account or all, the oldest first."""
    rows = select(StatementRow).order_by(StatementRow.first, StatementRow.id)
    if account_id is not None:
        rows = rows.filter_by(account_id=account_id)
    return tuple(map(_to_statement, work.session.scalars(rows)))


def _account_row(work: Work, account_id: AccountId) -> AccountRow:
    if row := work.session.get(AccountRow, account_id):
        return row
    raise NotFound("That account is no longer in the file.")


def _to_account(row: AccountRow) -> Account:
    return Account(
        id=AccountId(row.id),
        name=row.name,
        kind=AccountKind(row.kind),
        sort_code=row.sort_code,
        number_last4=row.number_last4,
        opened_on=row.opened_on,
        opening=row.opening,
    )


def _to_batch(row: BatchRow) -> Batch:
    return Batch(
        id=BatchId(row.id),
        account_id=AccountId(row.account_id),
        name=row.name,
        content_id=row.content_id,
        sha256=row.sha256,
        layout=row.layout,
        rows_read=row.rows_read,
        rows_new=row.rows_new,
        first=row.first,
        last=row.last,
        opening=row.opening,
        closing=row.closing,
    )


def _to_statement(row: StatementRow) -> Statement:
    return Statement(
        id=StatementId(row.id),
        account_id=AccountId(row.account_id),
        period=Period(row.first, row.last),
        opening=row.opening,
        closing=row.closing,
    )
