"""Transactions as screens list them."""

from datetime import date, timedelta
from typing import Final

from pa_manager.file.work import Work
from pa_manager.funding.model import ReturnLine
from pa_manager.funding.operations import list_one_offs, list_streams
from pa_manager.plan.operations import list_outcomes
from pa_manager.spending.model.ledger import AccountId, Transaction, TransactionId
from pa_manager.spending.model.lines import Purposes, SpendingLine, lines_on_offer
from pa_manager.spending.model.proving import without_paper
from pa_manager.spending.operations.accounts import balance_on, list_accounts, running_balances
from pa_manager.spending.operations.explaining import suggestions_of
from pa_manager.spending.operations.transactions import list_transactions
from pa_manager.spending.store import evidence, transactions
from pa_manager.values.days import Period, said

_AFTER_ITS_END: Final = timedelta(days=366)
"""How long after money has ended it can still be chosen: the last bills come late."""
_BACK_WITHIN: Final = timedelta(days=92)


def list_spending(
    work: Work, *, account_id: AccountId | None = None, period: Period | None = None
) -> tuple[SpendingLine, ...]:
    """Return the transactions of a period, the newest first, each with what screens say of it.

    Raises:
        NotFound: There is no such account.
    """
    found = list_transactions(work, account_id=account_id, period=period)
    if not found:
        return ()
    names = {account.id: account.name for account in list_accounts(work)}
    before = balance_on(work, account_id=account_id, day=found[0].day - timedelta(days=1))
    balances = running_balances(before, found)
    suggestions = suggestions_of(work, tuple(each for each in found if not each.is_explained))
    gone = transactions.reversed_ids(work)
    bare = {each.id for each in without_paper(found, evidence.rules(work), gone)}
    return tuple(
        SpendingLine(
            transaction=each,
            account=names[each.account_id],
            balance=balances[each.id],
            suggestion=suggestions.get(each.id),
            came_back=each.id in gone,
            lacks_paper=each.id in bare,
        )
        for each in reversed(found)
    )


def purposes_for(work: Work, *, transaction_id: TransactionId) -> Purposes:
    """Return what can be chosen for a transaction: lines, outcomes and streams of its day, and what it may bring back.

    Raises:
        NotFound: There is no such transaction.
    """
    transaction = transactions.get(work, transaction_id)
    return Purposes(
        lines=lines_on_offer(money_in=transaction.is_money_in),
        outcomes=_outcomes(work, transaction.day),
        streams=_streams(work, transaction.day),
        came_back=_may_have_come_back(work, transaction),
    )


def purposes_on(work: Work, *, day: date) -> Purposes:
    """Return what can be chosen for a payment that is typed, whichever way the money goes."""
    return Purposes(
        lines=tuple((line.value, line.words) for line in ReturnLine),
        outcomes=_outcomes(work, day),
        streams=_streams(work, day),
    )


def _outcomes(work: Work, day: date) -> tuple[tuple[str, str], ...]:
    return tuple(
        (str(outcome.id), f"{outcome.number}. {outcome.words}")
        for outcome in list_outcomes(work)
        if outcome.last is None or outcome.last >= day
    )


def _streams(work: Work, day: date) -> tuple[tuple[str, str], ...]:
    on_offer = {
        stream.id: stream.called
        for stream in list_streams(work)
        if stream.last is None or stream.last + _AFTER_ITS_END >= day
    }
    return (
        *((str(number), called) for number, called in on_offer.items()),
        *(
            (f"{each.stream_id}/{each.id}", f"{on_offer[each.stream_id]}, one-off: {each.purpose}")
            for each in list_one_offs(work)
            if each.stream_id in on_offer
        ),
    )


def _may_have_come_back(work: Work, transaction: Transaction) -> tuple[tuple[str, str], ...]:
    if not transaction.is_money_in:
        return ()
    gone = transactions.reversed_ids(work) - {transaction.reverses}
    before = Period(transaction.day - _BACK_WITHIN, transaction.day)
    return tuple(
        (str(each.id), f"{said(each.day)}, {each.payee}")
        for each in reversed(transactions.every(work, account_id=transaction.account_id, period=before))
        if each.amount == -transaction.amount and each.id not in gone
    )
