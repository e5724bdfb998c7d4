"""Agreeing the record with the statements of the bank."""

from datetime import timedelta

from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.spending.model.ledger import AccountId, Transaction, TransactionId, TransactionState
from pa_manager.spending.model.statements import (
    DoesNotAgree,
    Reconciliation,
    Statement,
    StatementOverlaps,
    reconciled,
)
from pa_manager.spending.operations.accounts import balance_on
from pa_manager.spending.operations.subject import SPENDING
from pa_manager.spending.store import accounts, transactions
from pa_manager.values.days import Period, said_period
from pa_manager.values.money import Money

_NONE: frozenset[TransactionId] = frozenset()


def compare_statement(  # noqa: PLR0913 -- one argument for each part of it
    work: Work,
    *,
    account_id: AccountId,
    period: Period,
    opening: Money,
    closing: Money,
    ticked: frozenset[TransactionId] = _NONE,
) -> Reconciliation:
    """Return a statement beside the record of the same days. Nothing is written.

    Raises:
        StatementOverlaps: Some of the days have been agreed with another statement.
        NotFound: There is no such account.
    """
    for statement in accounts.every_statement(work, account_id):
        if statement.period.overlap(period):
            raise StatementOverlaps(
                f"The days {said_period(statement.period)} are agreed with another statement. Choose other days."
            )
    return reconciled(
        _not_agreed(work, account_id, period),
        period=period,
        opening=opening,
        closing=closing,
        book_opening=balance_on(work, account_id=account_id, day=period.first - timedelta(days=1), settled_only=True),
        ticked=frozenset(ticked),
    )


def reconcile_statement(  # noqa: PLR0913 -- one argument for each part of it
    work: Work,
    *,
    account_id: AccountId,
    period: Period,
    opening: Money,
    closing: Money,
    ticked: frozenset[TransactionId] = _NONE,
) -> Changes:
    """Agree the record with a statement. What is listed on it stays as it is for good.

    Raises:
        DoesNotAgree: The sums differ.
        StatementOverlaps: Some of the days have been agreed with another statement.
        NotFound: There is no such account.
    """
    compared = compare_statement(
        work, account_id=account_id, period=period, opening=opening, closing=closing, ticked=ticked
    )
    if compared.sentences:
        raise DoesNotAgree(f"{compared.sentences[0]} Find the difference before you agree.")
    statement_id = accounts.add_statement(work, account_id=account_id, period=period, opening=opening, closing=closing)
    transactions.agree(work, [each.id for each in compared.listed], statement_id)
    return SPENDING.for_good()


def list_statements(work: Work, *, account_id: AccountId | None = None) -> tuple[Statement, ...]:
    """Return the statements that have been agreed, the oldest first."""
    return accounts.every_statement(work, account_id)


def _not_agreed(work: Work, account_id: AccountId, period: Period) -> tuple[Transaction, ...]:
    within = transactions.every(work, account_id=account_id, period=period)
    waiting = transactions.every(work, account_id=account_id, waiting_to=period.last)
    both = {each.id: each for each in (*waiting, *within)}
    kept = [each for each in both.values() if each.state is not TransactionState.AGREED]
    return tuple(sorted(kept, key=lambda each: (each.day, each.id)))
