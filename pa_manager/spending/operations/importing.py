"""Bringing in the files of banks: shown first, taken once, and taken out again as a whole."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

from pa_manager.file import contents
from pa_manager.file.running import NOTHING, Changes
from pa_manager.file.work import Work
from pa_manager.spending.model.bankfiles.files import BankFile, BankRow
from pa_manager.spending.model.bankfiles.findings import WarningCode
from pa_manager.spending.model.bankfiles.reading import read_bank_file
from pa_manager.spending.model.ledger import AccountId, Batch, BatchId, Transaction, TransactionState
from pa_manager.spending.model.preview import AccountSoFar, Fate, InUse, Preview, preview_of
from pa_manager.spending.operations.subject import SPENDING
from pa_manager.spending.store import accounts, evidence, transactions
from pa_manager.values.days import Period

_NONE: frozenset[int] = frozenset()
_NO_YES: frozenset[WarningCode] = frozenset()


def preview_import(
    work: Work, *, account_id: AccountId, name: str, content: bytes, today: date | None = None
) -> Preview:
    """Return what a bank file would bring into an account. Nothing is written.

    Raises:
        NotFound: There is no such account.
    """
    return _preview(work, account_id, name, content, read_bank_file(content, today=today))


def import_file(  # noqa: PLR0913 -- one argument for each part of it
    work: Work,
    *,
    account_id: AccountId,
    name: str,
    content: bytes,
    also: frozenset[int] = _NONE,
    without: frozenset[int] = _NONE,
    yes: frozenset[WarningCode] = _NO_YES,
    today: date | None = None,
) -> Changes:
    """Bring in what is new in a bank file, and keep the file itself. Nothing new, nothing changed.

    Args:
        work: The work it is part of.
        account_id: The account it is of.
        name: The name of the file.
        content: Its bytes.
        also: The positions of rows that a person ticked, though they may be doubles.
        without: The positions of new rows that a person took the tick from.
        yes: The questions of the file that a person answered with yes.
        today: Rows dated after tomorrow are doubted.

    Raises:
        NotABankFile: Nothing can be taken from the file.
        NeedsAnswer: The file leaves something open that a person has to answer first.
        NoSuchRow: A row was ticked that cannot be taken.
        NotFound: There is no such account.
    """
    file = read_bank_file(content, today=today)
    preview = _preview(work, account_id, name, content, file)
    chosen = preview.chosen(also=also, without=without, yes=yes)
    settled = _settle_what_was_typed(work, preview, also)
    if chosen:
        batch_id = accounts.add_batch(
            work,
            account_id=account_id,
            name=name,
            content_id=contents.keep(work, content),
            sha256=preview.sha256,
            layout=preview.layout,
            rows_read=len(preview.rows),
            rows_new=len(chosen),
            period=Period(min(row.day for row in chosen), max(row.day for row in chosen)),
            opening=preview.opening,
            closing=preview.closing,
        )
        transactions.add_many(work, account_id=account_id, batch_id=batch_id, layout=preview.layout, rows=_new(chosen))
    return SPENDING if chosen or settled else NOTHING


def undo_import(work: Work, *, batch_id: BatchId) -> Changes:
    """Take out what a bank file has brought, with what was said about it. Papers and the file itself stay.

    Raises:
        InUse: Something in it was agreed with a statement, or is matched to a payslip.
        NotFound: It has been taken out already.
    """
    accounts.get_batch(work, batch_id)
    brought = transactions.every(work, batch_id=batch_id)
    _check_free(brought)
    numbers = [each.id for each in brought]
    evidence.detach_all(work, numbers)
    transactions.remove(work, numbers)
    accounts.remove_batch(work, batch_id)
    return SPENDING


def list_batches(work: Work, *, account_id: AccountId | None = None) -> tuple[Batch, ...]:
    """Return what bank files have brought, the newest first."""
    return accounts.every_batch(work, account_id)


def _check_free(brought: Iterable[Transaction]) -> None:
    for each in brought:
        if each.state is TransactionState.AGREED:
            raise InUse(
                "A part of this file is agreed with a bank statement, so it stays. Put single lines right instead."
            )
        if any(split.payslip_id for split in each.splits):
            raise InUse("A wage in this file is matched to a payslip, so it stays. Put single lines right instead.")


def _preview(work: Work, account_id: AccountId, name: str, content: bytes, file: BankFile) -> Preview:
    account = accounts.get_account(work, account_id)
    digest = sha256(content).hexdigest()
    period = file.period
    kept = [row.day for row in file.rows if row.day >= account.opened_on]
    first = min(kept, default=account.opened_on)
    so_far = AccountSoFar(
        account=account,
        rows=transactions.ledger_rows(work, account_id, period) if period else (),
        balance_before=account.opening
        + transactions.sum_to(work, account_id=account_id, day=first - timedelta(days=1)),
        told_before=transactions.told_before(work, account_id, first),
        has_rows=transactions.has_any(work, account_id),
        had_this_file=accounts.has_content(work, account_id, digest),
    )
    return preview_of(name, digest, file, so_far)


def _settle_what_was_typed(work: Work, preview: Preview, also: frozenset[int]) -> bool:
    """Mark what a person typed as on the statement, where the file has it and it was not ticked as another one."""
    told = {
        row.same_as: row.row
        for row in preview.rows
        if row.same_as is not None
        and row.row is not None
        and row.position not in also
        and row.fate in {Fate.KNOWN, Fate.POSSIBLE}
    }
    waiting = [each for each in transactions.by_ids(work, list(told)) if each.state is TransactionState.WAITING]
    for each in waiting:
        row = told[each.id]
        transactions.put(
            work,
            replace(each, state=TransactionState.ON_STATEMENT, bank_id=row.bank_id, balance=row.balance),
        )
    return bool(waiting)


def _new(rows: Iterable[BankRow]) -> Iterable[transactions.NewTransaction]:
    for row in rows:
        yield transactions.NewTransaction(
            day=row.day,
            amount=row.amount,
            text=row.text,
            party=row.party,
            bank_id=row.bank_id,
            balance=row.balance,
            position=row.position,
        )
