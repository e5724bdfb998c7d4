"""Saying what transactions were for: suggestions, payslips, and payments that came back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from pa_manager.assistants.operations import list_assistants
from pa_manager.file.running import NOTHING, Changes
from pa_manager.file.work import Work
from pa_manager.funding.model import OneOffId, ReturnLine, StreamId
from pa_manager.funding.operations import expected_money, list_streams
from pa_manager.pay.model import PayslipId
from pa_manager.pay.operations import find_payslip, list_payslips, lock_payslip
from pa_manager.spending.model.ledger import (
    AccountId,
    NotAReversal,
    NotAWage,
    PayslipPaid,
    Split,
    Transaction,
    TransactionId,
)
from pa_manager.spending.model.suggesting import (
    EARLY,
    LATE,
    Known,
    PayslipMatch,
    Suggestion,
    match_payslips,
    suggestions_for,
)
from pa_manager.spending.operations.subject import SPENDING
from pa_manager.spending.operations.transactions import split_transaction
from pa_manager.spending.store import transactions as store
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money, total

_LOOKED_BACK = timedelta(days=90)


def suggest(
    work: Work, *, account_id: AccountId | None = None, period: Period | None = None
) -> dict[TransactionId, Suggestion]:
    """Return what the unexplained transactions were probably for, by number, each with the reason."""
    return suggestions_of(work, store.every(work, account_id=account_id, period=period, unexplained=True))


def accept_suggestions(work: Work, *, transaction_ids: Sequence[TransactionId]) -> Changes:
    """Say of these transactions that they were for what is suggested. Those explained meanwhile stay as they are."""
    wanted = {each.id: each for each in store.by_ids(work, transaction_ids) if not each.is_explained}
    found = suggestions_of(work, tuple(wanted.values()))
    for number, suggestion in found.items():
        if suggestion.reverses is not None:
            store.put(work, replace(wanted[number], reverses=suggestion.reverses))
    parts = {number: wanted[number].split([each.split_of(wanted[number])]).splits for number, each in found.items()}
    store.put_splits(work, parts)
    return SPENDING if parts else NOTHING


def payslip_matches(work: Work, *, period: Period | None = None) -> tuple[PayslipMatch, ...]:
    """Return which wages paid in a period, or ever, probably pay which payslips."""
    wages = [
        (each, owing)
        for each in store.every(work, period=period)
        if not each.is_money_in and (owing := _not_matched(each)) > NIL
    ]
    around = period and Period(period.first - LATE, period.last + EARLY)
    paid = store.paid_payslips(work)
    unpaid = [line for line in list_payslips(work, period=around) if line.payslip.id not in paid]
    return match_payslips(wages, unpaid)


def match_payslip(work: Work, *, transaction_id: TransactionId, payslip_id: PayslipId) -> Changes:
    """Say that a wage pays a payslip, which is locked by that. What has no line yet is put on wages.

    Of several parts on wages it is the one of that very sum; else all, where they are no more than is left to be
    paid: one wage may be paid from two sorts of money.

    Raises:
        NotAWage: No part of the transaction is wages, or each is matched already.
        PayslipPaid: Another payment is matched to the payslip, in full.
        NotFound: There is no such transaction or payslip.
    """
    transaction = store.get(work, transaction_id)
    payslip = find_payslip(work, payslip_id)
    paid = store.paid_payslips(work).get(payslip_id, NIL)
    if paid >= payslip.net > NIL:
        raise PayslipPaid("This payslip has been paid in full by another payment. Choose another one.")
    parts = list(transaction.splits) or [Split(line=ReturnLine.WAGES, amount=transaction.amount)]
    free = [at for at, part in enumerate(parts) if part.line is ReturnLine.WAGES and part.payslip_id is None]
    if not free or transaction.is_money_in:
        raise NotAWage("No part of this payment is wages without a payslip. Say first what it was for.")
    chosen = [at for at in free if -parts[at].amount == payslip.net][:1] or free
    if -total(parts[at].amount for at in chosen) > payslip.net - paid:
        chosen = chosen[:1]
    for at in chosen:
        parts[at] = replace(parts[at], payslip_id=payslip_id)
    store.put_splits(work, {transaction_id: transaction.split(parts).splits})
    return SPENDING | lock_payslip(work, payslip_id=payslip_id)


def match_wages(work: Work, *, matches: Sequence[tuple[TransactionId, PayslipId]]) -> Changes:
    """Say of several wages which payslip each pays. If one cannot be, none is.

    Raises:
        NotAWage: No part of a transaction is wages, or each is matched already.
        PayslipPaid: Another payment is matched to a payslip, in full.
        NotFound: There is no such transaction or payslip.
    """
    changes = NOTHING
    for transaction_id, payslip_id in matches:
        changes |= match_payslip(work, transaction_id=transaction_id, payslip_id=payslip_id)
    return changes


def explain_transaction(
    work: Work, *, transaction_id: TransactionId, splits: Sequence[Split], reverses: TransactionId | None
) -> Changes:
    """Say what a transaction was for, and which earlier one it brings back, if any.

    Raises:
        SplitsDoNotAddUp: The parts come to another sum.
        WrongWay: A part is on a line of money in though money went out.
        PaysAPayslip: A part that pays a payslip is changed or left out.
        NotAReversal: It and the earlier one are not the same sum in opposite directions.
        NotFound: There is no such transaction.
    """
    changes = split_transaction(work, transaction_id=transaction_id, splits=splits)
    if reverses != store.get(work, transaction_id).reverses:
        changes |= link_reversal(work, transaction_id=transaction_id, reverses=reverses)
    return changes


def unmatch_payslip(work: Work, *, transaction_id: TransactionId) -> Changes:
    """Say that a payment pays no payslip after all. The payslip itself stays as it is.

    Raises:
        NotFound: There is no such transaction.
    """
    transaction = store.get(work, transaction_id)
    parts = tuple(replace(part, payslip_id=None) for part in transaction.splits)
    if parts == transaction.splits:
        return NOTHING
    store.put_splits(work, {transaction_id: parts})
    return SPENDING


def link_reversal(work: Work, *, transaction_id: TransactionId, reverses: TransactionId | None) -> Changes:
    """Say that a payment came back with a later transaction. Both stay in sight; together they are nothing.

    Raises:
        NotAReversal: The two are not the same sum in opposite directions.
        NotFound: There is no such transaction.
    """
    transaction = store.get(work, transaction_id)
    if reverses is not None:
        original = store.get(work, reverses)
        if original.amount != -transaction.amount or original.day > transaction.day:
            raise NotAReversal("These two are not one sum that went and came back. Choose the payment that came back.")
        if reverses in store.reversed_ids(work):
            raise NotAReversal("That payment has come back with another line already. Choose another one.")
    store.put(work, replace(transaction, reverses=reverses))
    return SPENDING


def payments_without_payslip(work: Work, *, period: Period) -> tuple[Transaction, ...]:
    """Return the wages paid in a period that are matched to no payslip, without those that came back."""
    gone = store.reversed_ids(work)
    return tuple(
        each
        for each in store.every(work, period=period)
        if not each.is_money_in and each.id not in gone and _on_wages_without_payslip(each)
    )


def paid_payslips(work: Work) -> dict[PayslipId, Money]:
    """Return how much the bank has paid of each payslip, above nil."""
    return store.paid_payslips(work)


def reversed_transactions(work: Work) -> frozenset[TransactionId]:
    """Return the transactions that later ones took back."""
    return store.reversed_ids(work)


def totals_by_line(work: Work, *, period: Period, stream_id: StreamId | None = None) -> dict[ReturnLine, Money]:
    """Return what each line of the return comes to within a period, of one stream or all; money out is below nil."""
    return store.line_totals(work, period=period, stream_id=stream_id)


def one_off_sums(work: Work, *, to: date) -> dict[OneOffId, tuple[Money, Money]]:
    """Return what came for each one-off payment up to a day, and what was spent of it, above nil."""
    return store.one_off_sums(work, to=to)


def suggestions_of(work: Work, unexplained: Sequence[Transaction]) -> dict[TransactionId, Suggestion]:
    """Return what these unexplained transactions were probably for, by number."""
    if not unexplained:
        return {}
    first = min(each.day for each in unexplained)
    last = max(each.day for each in unexplained)
    around = Period(first - _LOOKED_BACK, last)
    known = Known(
        choices=store.choices(work),
        assistants=list_assistants(work),
        streams=list_streams(work),
        expected=expected_money(work, period=Period(first - LATE, last + EARLY)),
        earlier=store.every(work, period=around),
        reversed=store.reversed_ids(work),
    )
    return suggestions_for(unexplained, known)


def _not_matched(transaction: Transaction) -> Money:
    """Return how much of a payment may pay a payslip: its wages without one, or all, if nothing was said of it."""
    if not transaction.splits:
        return -transaction.amount
    return -total(
        part.amount for part in transaction.splits if part.line is ReturnLine.WAGES and part.payslip_id is None
    )


def _on_wages_without_payslip(transaction: Transaction) -> bool:
    return any(part.line is ReturnLine.WAGES and part.payslip_id is None for part in transaction.splits)
