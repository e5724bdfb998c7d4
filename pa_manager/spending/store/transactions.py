"""Where transactions are kept, and what each part of them was for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, Select, delete, func, insert, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.funding.model import OneOffId, ReturnLine, StreamId
from pa_manager.funding.store import one_off_key, stream_key
from pa_manager.pay.model import PayslipId
from pa_manager.pay.store import payslip_key
from pa_manager.plan.model import OutcomeId
from pa_manager.plan.store import outcome_key
from pa_manager.spending.model.doubles import LedgerRow
from pa_manager.spending.model.ledger import (
    AccountId,
    BatchId,
    Split,
    Transaction,
    TransactionId,
    TransactionState,
)
from pa_manager.spending.model.statements import StatementId
from pa_manager.spending.model.suggesting import PastChoice
from pa_manager.spending.store.accounts import account_key, batch_key, statement_key
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money

_ADD_MANY = (
    "INSERT INTO account_transaction"
    " (account_id, day, amount, text, party, bank_id, batch_id, layout, balance, position, state)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
"""Written as SQL because a file of twenty thousand rows is to be in within two seconds."""
_MANY = 5_000
"""How many numbers are named in one question to the database: SQLite has a limit."""


class TransactionRow(Row):
    """One movement of money."""

    __tablename__ = "account_transaction"
    __table_args__ = (
        one_of("state", TransactionState),
        CheckConstraint("amount <> 0", name="amount_not_nil"),
        Index("ix_account_transaction_account_id_day", "account_id", "day"),
        Index("ix_account_transaction_day", "day"),
        Index("ix_account_transaction_batch_id", "batch_id"),
        Index("ix_account_transaction_statement_id", "statement_id"),
        Index("ix_account_transaction_reverses_id", "reverses_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(account_key())
    day: Mapped[date]
    amount: Mapped[Money]
    text: Mapped[str]
    party: Mapped[str]
    bank_id: Mapped[str]
    batch_id: Mapped[int | None] = mapped_column(batch_key())
    layout: Mapped[str]
    balance: Mapped[Money | None]
    position: Mapped[int]
    state: Mapped[str]
    statement_id: Mapped[int | None] = mapped_column(statement_key())
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("account_transaction.id", ondelete="RESTRICT"))


class SplitRow(Row):
    """One part of a transaction: what it was for."""

    __tablename__ = "transaction_split"
    __table_args__ = (
        one_of("line", ReturnLine),
        CheckConstraint("amount <> 0", name="amount_not_nil"),
        Index("ix_transaction_split_transaction_id", "transaction_id"),
        Index("ix_transaction_split_payslip_id", "payslip_id"),
        Index("ix_transaction_split_one_off_id", "one_off_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    transaction_id: Mapped[int] = mapped_column(ForeignKey(TransactionRow.id, ondelete="RESTRICT"))
    line: Mapped[str]
    amount: Mapped[Money]
    outcome_id: Mapped[int | None] = mapped_column(outcome_key())
    stream_id: Mapped[int | None] = mapped_column(stream_key())
    payslip_id: Mapped[int | None] = mapped_column(payslip_key())
    one_off_id: Mapped[int | None] = mapped_column(one_off_key())
    note: Mapped[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTransaction:
    """A transaction that has no number yet."""

    day: date
    amount: Money
    text: str
    party: str
    bank_id: str = ""
    balance: Money | None = None
    position: int = 0


def transaction_key() -> ForeignKey:
    """Return a key to a transaction, for the tables of later links."""
    return ForeignKey(TransactionRow.id, ondelete="RESTRICT")


def add(work: Work, *, account_id: AccountId, new: NewTransaction, state: TransactionState) -> TransactionId:
    """Keep one transaction that was typed; return the number given."""
    row = TransactionRow(
        account_id=account_id,
        day=new.day,
        amount=new.amount,
        text=new.text,
        party=new.party,
        bank_id=new.bank_id,
        layout="",
        balance=new.balance,
        position=new.position,
        state=state,
    )
    work.session.add(row)
    work.session.flush()
    return TransactionId(row.id)


def add_many(
    work: Work, *, account_id: AccountId, batch_id: BatchId, layout: str, rows: Iterable[NewTransaction]
) -> None:
    """Keep what a bank file brings, all at once."""
    state = TransactionState.ON_STATEMENT.value
    values = [
        (
            account_id,
            new.day.isoformat(),
            new.amount.pence,
            new.text,
            new.party,
            new.bank_id,
            batch_id,
            layout,
            None if new.balance is None else new.balance.pence,
            new.position,
            state,
        )
        for new in rows
    ]
    work.session.connection().exec_driver_sql(_ADD_MANY, values)


def put(work: Work, transaction: Transaction) -> None:
    """Write back a transaction that has changed, without its parts."""
    row = _row(work, transaction.id)
    row.day = transaction.day
    row.amount = transaction.amount
    row.text = transaction.text
    row.party = transaction.party
    row.bank_id = transaction.bank_id
    row.balance = transaction.balance
    row.state = transaction.state
    row.reverses_id = transaction.reverses
    work.session.flush()


def put_splits(work: Work, splits: dict[TransactionId, tuple[Split, ...]]) -> None:
    """Write what transactions were for, in place of what was written before."""
    for some in _portions(list(splits)):
        work.session.execute(delete(SplitRow).where(SplitRow.transaction_id.in_(some)))
    values = [
        {
            "transaction_id": transaction_id,
            "line": split.line.value,
            "amount": split.amount,
            "outcome_id": split.outcome_id,
            "stream_id": split.stream_id,
            "payslip_id": split.payslip_id,
            "one_off_id": split.one_off_id,
            "note": split.note,
        }
        for transaction_id, parts in splits.items()
        for split in parts
    ]
    if values:
        work.session.execute(insert(SplitRow.__table__), values)  # type: ignore[arg-type]


def remove(work: Work, transaction_ids: Sequence[TransactionId]) -> None:
    """Take transactions out, with what they were for. Their evidence must have gone before."""
    for some in _portions(transaction_ids):
        work.session.execute(delete(SplitRow).where(SplitRow.transaction_id.in_(some)))
        work.session.execute(
            update(TransactionRow).where(TransactionRow.reverses_id.in_(some)).values(reverses_id=None)
        )
    for some in _portions(transaction_ids):
        work.session.execute(delete(TransactionRow).where(TransactionRow.id.in_(some)))


def agree(work: Work, transaction_ids: Sequence[TransactionId], statement_id: StatementId) -> None:
    """Mark transactions as agreed with a statement."""
    for some in _portions(transaction_ids):
        work.session.execute(
            update(TransactionRow)
            .where(TransactionRow.id.in_(some))
            .values(state=TransactionState.AGREED.value, statement_id=statement_id)
        )


def get(work: Work, transaction_id: TransactionId) -> Transaction:
    """Return one transaction with its parts, without its evidence.

    Raises:
        NotFound: There is no such transaction.
    """
    found = _found(work, _wanted().where(TransactionRow.id == transaction_id), [transaction_id])
    if not found:
        raise NotFound("That payment is no longer in the file.")
    return found[0]


def every(
    work: Work,
    *,
    account_id: AccountId | None = None,
    period: Period | None = None,
    search: str = "",
    batch_id: BatchId | None = None,
    unexplained: bool = False,
    waiting_to: date | None = None,
) -> tuple[Transaction, ...]:
    """Return the transactions asked for with their parts, without their evidence, the oldest first."""
    wanted = _wanted()
    if account_id is not None:
        wanted = wanted.where(TransactionRow.account_id == account_id)
    if period is not None:
        wanted = wanted.where(TransactionRow.day.between(period.first, period.last))
    if batch_id is not None:
        wanted = wanted.where(TransactionRow.batch_id == batch_id)
    if waiting_to is not None:
        wanted = wanted.where(TransactionRow.state == TransactionState.WAITING.value, TransactionRow.day <= waiting_to)
    if unexplained:
        wanted = wanted.where(~select(SplitRow.id).where(SplitRow.transaction_id == TransactionRow.id).exists())
    for word in search.split():
        like = f"%{word.replace('!', '!!').replace('%', '!%').replace('_', '!_')}%"
        wanted = wanted.where(
            or_(TransactionRow.text.ilike(like, escape="!"), TransactionRow.party.ilike(like, escape="!"))
        )
    return _found(work, wanted, None)


def by_ids(work: Work, transaction_ids: Sequence[TransactionId]) -> tuple[Transaction, ...]:
    """Return the transactions of these numbers that there are, the oldest first."""
    found: list[Transaction] = []
    for some in _portions(transaction_ids):
        found.extend(_found(work, _wanted().where(TransactionRow.id.in_(some)), some))
    return tuple(found)


def paid_payslips(work: Work, *, on: date | None = None) -> dict[PayslipId, Money]:
    """Return how much the bank has paid of each payslip, by a day or ever; money out is counted above nil."""
    rows = select(SplitRow.payslip_id, func.sum(SplitRow.amount)).where(SplitRow.payslip_id.is_not(None))
    if on is not None:
        rows = rows.join(TransactionRow, TransactionRow.id == SplitRow.transaction_id).where(TransactionRow.day <= on)
    found = work.session.execute(rows.group_by(SplitRow.payslip_id))
    return {PayslipId(number): -amount for number, amount in found if number is not None}


def on_lines(work: Work, lines: Iterable[ReturnLine], *, on: date) -> tuple[Transaction, ...]:
    """Return the transactions up to a day of which a part is on one of these lines, the oldest first."""
    parts = select(SplitRow.transaction_id).where(SplitRow.line.in_([line.value for line in lines]))
    return _found(work, _wanted().where(TransactionRow.id.in_(parts), TransactionRow.day <= on), None)


def choices(work: Work) -> tuple[PastChoice, ...]:
    """Return what was chosen last for each payee and direction, where it was chosen for the whole of a payment."""
    way = TransactionRow.amount > NIL
    rows = (
        select(
            TransactionRow.party,
            way,
            SplitRow.line,
            SplitRow.outcome_id,
            SplitRow.stream_id,
            func.max(TransactionRow.day),
        )
        .join(SplitRow, SplitRow.transaction_id == TransactionRow.id)
        .where(SplitRow.amount == TransactionRow.amount, TransactionRow.reverses_id.is_(None))
        .group_by(TransactionRow.party, way)
    )
    return tuple(
        PastChoice(
            payee=party,
            money_in=bool(money_in),
            line=ReturnLine(line),
            outcome_id=None if outcome_id is None else OutcomeId(outcome_id),
            stream_id=None if stream_id is None else StreamId(stream_id),
            day=day,
        )
        for party, money_in, line, outcome_id, stream_id, day in work.session.execute(rows)
        if party
    )


def last_days(work: Work) -> dict[AccountId, date]:
    """Return the day of the last line that the bank has told, by account."""
    rows = (
        select(TransactionRow.account_id, func.max(TransactionRow.day))
        .where(TransactionRow.state != TransactionState.WAITING.value)
        .group_by(TransactionRow.account_id)
    )
    return {AccountId(number): day for number, day in work.session.execute(rows)}


def unexplained(work: Work) -> tuple[int, TransactionId | None]:
    """Return how many transactions nobody has explained, and the first of them."""
    explained = select(SplitRow.id).where(SplitRow.transaction_id == TransactionRow.id).exists()
    count = work.session.scalar(select(func.count()).select_from(TransactionRow).where(~explained)) or 0
    first = work.session.scalar(select(TransactionRow.id).where(~explained).order_by(TransactionRow.day).limit(1))
    return count, None if first is None else TransactionId(first)


def reversed_ids(work: Work) -> frozenset[TransactionId]:
    """Return the transactions that later ones take back."""
    found = work.session.scalars(select(TransactionRow.reverses_id).where(TransactionRow.reverses_id.is_not(None)))
    return frozenset(TransactionId(number) for number in found if number is not None)


def sum_to(work: Work, *, account_id: AccountId | None, day: date, settled_only: bool = False) -> Money:
    """Return the sum of all transactions up to the end of a day, of one account or all."""
    summed = select(func.sum(TransactionRow.amount)).where(TransactionRow.day <= day)
    if account_id is not None:
        summed = summed.where(TransactionRow.account_id == account_id)
    if settled_only:
        summed = summed.where(TransactionRow.state != TransactionState.WAITING.value)
    return work.session.scalar(summed) or NIL


def told_before(work: Work, account_id: AccountId, day: date) -> Money | None:
    """Return the last balance that the bank told before a day, with what came since; nothing, if it told none."""
    last = work.session.execute(
        select(TransactionRow.id, TransactionRow.day, TransactionRow.balance)
        .where(TransactionRow.account_id == account_id, TransactionRow.day < day, TransactionRow.balance.is_not(None))
        .order_by(TransactionRow.day.desc(), TransactionRow.id.desc())
        .limit(1)
    ).first()
    if last is None or last.balance is None:
        return None
    later = or_(TransactionRow.day > last.day, (TransactionRow.day == last.day) & (TransactionRow.id > last.id))
    since = select(func.sum(TransactionRow.amount)).where(
        TransactionRow.account_id == account_id, TransactionRow.day < day, later
    )
    balance: Money = last.balance
    return balance + (work.session.scalar(since) or NIL)


def has_any(work: Work, account_id: AccountId) -> bool:
    """Return whether anything is in an account."""
    first = select(TransactionRow.id).where(TransactionRow.account_id == account_id).limit(1)
    return work.session.scalar(first) is not None


def ledger_rows(work: Work, account_id: AccountId, period: Period) -> tuple[LedgerRow, ...]:
    """Return as much of an account as is needed to tell doubles from twins."""
    rows = work.session.execute(
        select(
            TransactionRow.id,
            TransactionRow.day,
            TransactionRow.amount,
            TransactionRow.text,
            TransactionRow.bank_id,
            TransactionRow.balance,
            TransactionRow.layout,
        )
        .where(TransactionRow.account_id == account_id, TransactionRow.day.between(period.first, period.last))
        .order_by(TransactionRow.day, TransactionRow.id)
    )
    return tuple(
        LedgerRow(
            id=TransactionId(number),
            day=day,
            pence=amount.pence,
            text=text,
            bank_id=bank_id,
            balance=None if balance is None else balance.pence,
            layout=layout,
        )
        for number, day, amount, text, bank_id, balance, layout in rows
    )


def line_totals(work: Work, *, period: Period, stream_id: StreamId | None = None) -> dict[ReturnLine, Money]:
    """Return what was put on each line of the return within a period; money out is below nil."""
    summed = (
        select(SplitRow.line, func.sum(SplitRow.amount))
        .join(TransactionRow, TransactionRow.id == SplitRow.transaction_id)
        .where(TransactionRow.day.between(period.first, period.last))
        .group_by(SplitRow.line)
    )
    if stream_id is not None:
        summed = summed.where(SplitRow.stream_id == stream_id)
    return {ReturnLine(line): amount for line, amount in work.session.execute(summed)}


def one_off_sums(work: Work, *, to: date) -> dict[OneOffId, tuple[Money, Money]]:
    """Return what came for each one-off payment up to a day, and what was spent of it, above nil."""
    came: dict[OneOffId, Money] = defaultdict(lambda: NIL)
    spent: dict[OneOffId, Money] = defaultdict(lambda: NIL)
    rows = work.session.execute(
        select(SplitRow.one_off_id, SplitRow.line, func.sum(SplitRow.amount))
        .join(TransactionRow, TransactionRow.id == SplitRow.transaction_id)
        .where(SplitRow.one_off_id.is_not(None), TransactionRow.day <= to)
        .group_by(SplitRow.one_off_id, SplitRow.line)
    )
    for number, line, amount in rows:
        if ReturnLine(line).money_in:
            came[OneOffId(number or 0)] += amount
        else:
            spent[OneOffId(number or 0)] -= amount
    return {number: (came[number], spent[number]) for number in {*came, *spent}}


def _wanted() -> Select[TransactionRow]:
    return select(TransactionRow).order_by(TransactionRow.day, TransactionRow.id)


def _found(work: Work, wanted: Select[TransactionRow], ids: Sequence[int] | None) -> tuple[Transaction, ...]:
    columns = TransactionRow.__table__.columns
    rows = work.session.execute(wanted.with_only_columns(*columns)).all()
    numbers = ids if ids is not None else [row.id for row in rows]
    splits = _splits(work, numbers)
    return tuple(
        Transaction(
            id=TransactionId(row.id),
            account_id=AccountId(row.account_id),
            day=row.day,
            amount=row.amount,
            text=row.text,
            party=row.party,
            bank_id=row.bank_id,
            batch_id=None if row.batch_id is None else BatchId(row.batch_id),
            balance=row.balance,
            position=row.position,
            state=TransactionState(row.state),
            reverses=None if row.reverses_id is None else TransactionId(row.reverses_id),
            splits=splits.get(TransactionId(row.id), ()),
        )
        for row in rows
    )


def _splits(work: Work, transaction_ids: Sequence[int]) -> dict[TransactionId, tuple[Split, ...]]:
    found: dict[TransactionId, list[Split]] = defaultdict(list)
    columns = SplitRow.__table__.columns
    for some in _portions(transaction_ids):
        rows = work.session.execute(
            select(*columns).where(SplitRow.transaction_id.in_(some)).order_by(SplitRow.transaction_id, SplitRow.id)
        )
        for row in rows:
            found[TransactionId(row.transaction_id)].append(
                Split(
                    line=ReturnLine(row.line),
                    amount=row.amount,
                    outcome_id=None if row.outcome_id is None else OutcomeId(row.outcome_id),
                    stream_id=None if row.stream_id is None else StreamId(row.stream_id),
                    payslip_id=None if row.payslip_id is None else PayslipId(row.payslip_id),
                    one_off_id=None if row.one_off_id is None else OneOffId(row.one_off_id),
                    note=row.note,
                )
            )
    return {transaction_id: tuple(parts) for transaction_id, parts in found.items()}


def _portions(numbers: Sequence[int]) -> list[Sequence[int]]:
    return [numbers[at : at + _MANY] for at in range(0, len(numbers), _MANY)]


def _row(work: Work, transaction_id: TransactionId) -> TransactionRow:
    if row := work.session.get(TransactionRow, transaction_id):
        return row
    raise NotFound("That payment is no longer in the file.")
