"""What can be done with single transactions, and how they are listed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.funding.model import ReturnLine
from pa_manager.funding.operations import find_one_off
from pa_manager.spending.model.ledger import (
    AccountId,
    NothingMoved,
    Split,
    Transaction,
    TransactionId,
    TransactionState,
)
from pa_manager.spending.operations.subject import SPENDING
from pa_manager.spending.store import accounts, evidence
from pa_manager.spending.store import transactions as store
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money


def add_transaction(  # noqa: PLR0913 -- one argument for each part of it
    work: Work,
    *,
    account_id: AccountId,
    day: date,
    amount: Money,
    party: str,
    text: str = "",
    splits: Sequence[Split] = (),
    state: TransactionState = TransactionState.WAITING,
) -> Changes:
    """Note what came in or went out before the bank tells it, or what the bank never tells: cash.

    Raises:
        NothingMoved: The amount is nil, or nobody is named.
        SplitsDoNotAddUp: The parts come to another sum.
        WrongWay: A part is on a line of money in though money went out.
        NotFound: There is no such account.
    """
    accounts.get_account(work, account_id)
    _check(amount, party)
    words = " ".join(party.split())
    new = store.NewTransaction(day=day, amount=amount, text=" ".join(text.split()) or words, party=words)
    number = store.add(work, account_id=account_id, new=new, state=state)
    if splits:
        store.put_splits(work, {number: store.get(work, number).split(_with_money(work, splits)).splits})
    return SPENDING


def change_transaction(  # noqa: PLR0913 -- one argument for each part of it
    work: Work, *, transaction_id: TransactionId, day: date, amount: Money, party: str, text: str = ""
) -> Changes:
    """Change what a person typed. If the amount changes, what it was for has to be said again.

    Raises:
        AlreadyAgreed: It has been agreed with a statement.
        FromTheBank: The bank has told it.
        NothingMoved: The amount is nil, or nobody is named.
        NotFound: There is no such transaction.
    """
    before = store.get(work, transaction_id).changeable().typed()
    _check(amount, party)
    words = " ".join(party.split())
    store.put(work, replace(before, day=day, amount=amount, party=words, text=" ".join(text.split()) or words))
    if amount != before.amount:
        store.put_splits(work, {transaction_id: ()})
    return SPENDING


def remove_transaction(work: Work, *, transaction_id: TransactionId) -> Changes:
    """Take out what a person typed. What the bank has told is taken out with its file.

    Raises:
        AlreadyAgreed: It has been agreed with a statement.
        FromTheBank: The bank has told it.
        NotFound: There is no such transaction.
    """
    store.get(work, transaction_id).changeable().typed()
    evidence.detach_all(work, [transaction_id])
    store.remove(work, [transaction_id])
    return SPENDING


def split_transaction(work: Work, *, transaction_id: TransactionId, splits: Sequence[Split]) -> Changes:
    """Say what a transaction was for, in one part or several. No parts at all takes it back.

    A part that pays a payslip stays as it is.

    Raises:
        SplitsDoNotAddUp: The parts come to another sum.
        WrongWay: A part is on a line of money in though money went out.
        PaysAPayslip: A part that pays a payslip is changed or left out.
        NotFound: There is no such transaction.
    """
    transaction = store.get(work, transaction_id)
    transaction.check_payslips_kept(splits)
    store.put_splits(work, {transaction_id: transaction.split(_with_money(work, splits)).splits})
    return SPENDING


def list_transactions(
    work: Work,
    *,
    account_id: AccountId | None = None,
    period: Period | None = None,
    search: str = "",
) -> tuple[Transaction, ...]:
    """Return the transactions of one account or all, the oldest first, with what they were for and their evidence.

    Args:
        work: The work it is part of.
        account_id: The account; all, if none is named.
        period: The days; all, if none are named.
        search: Words that must all be in the bank's text or the name.
    """
    found = store.every(work, account_id=account_id, period=period, search=search)
    return _with_evidence(work, found)


def transactions_on(work: Work, *, line: ReturnLine, period: Period) -> tuple[Transaction, ...]:
    """Return the transactions of a period of which a part is on a line of the return, with their evidence."""
    found = store.on_lines(work, [line], on=period.last)
    return _with_evidence(work, tuple(each for each in found if each.day >= period.first))


def find_transaction(work: Work, transaction_id: TransactionId) -> Transaction:
    """Return one transaction.

    Raises:
        NotFound: There is no such transaction.
    """
    return _with_evidence(work, (store.get(work, transaction_id),))[0]


def transactions_by_id(work: Work, transaction_ids: Sequence[TransactionId]) -> dict[TransactionId, Transaction]:
    """Return the transactions of these numbers that there are."""
    return {each.id: each for each in _with_evidence(work, store.by_ids(work, transaction_ids))}


def _with_money(work: Work, splits: Sequence[Split]) -> tuple[Split, ...]:
    """Return parts, each that belongs to a one-off payment with the stream of that."""
    return tuple(
        part if part.one_off_id is None else replace(part, stream_id=find_one_off(work, part.one_off_id).stream_id)
        for part in splits
    )


def _with_evidence(work: Work, found: tuple[Transaction, ...]) -> tuple[Transaction, ...]:
    few = [each.id for each in found] if len(found) < 500 else None
    papers = evidence.of_transactions(work, few)
    return tuple(replace(each, evidence=papers[each.id]) if each.id in papers else each for each in found)


def _check(amount: Money, party: str) -> None:
    if amount == NIL:
        raise NothingMoved("The amount is nil. Type what came in or went out.")
    if not party.strip():
        raise NothingMoved("Nobody is named. Type who was paid, or who has paid.")
