"""Bank statements, and whether the record agrees with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NewType

from pa_manager.spending.model.ledger import AccountId, Transaction, TransactionState
from pa_manager.values.days import Period
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money, total

StatementId = NewType("StatementId", int)


class DoesNotAgree(UserError):
    """The record and the statement come to different sums."""


class StatementOverlaps(UserError):
    """Some of the days have been agreed with another statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A bank statement that was agreed: its days, and the balances it begins and ends with."""

    id: StatementId
    account_id: AccountId
    period: Period
    opening: Money
    closing: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """A statement beside the record of the same days.

    Attributes:
        listed: What is taken to be on the statement.
        waiting: What was typed and is not on the statement yet, as far as is known.
        book_opening: The balance on record before the first day, without what was waiting then.
    """

    period: Period
    opening: Money
    closing: Money
    book_opening: Money
    listed: tuple[Transaction, ...]
    waiting: tuple[Transaction, ...]

    @property
    def money_in(self) -> Money:
        """What came in."""
        return total(each.amount for each in self.listed if each.is_money_in)

    @property
    def money_out(self) -> Money:
        """What went out, above nil."""
        return -total(each.amount for each in self.listed if not each.is_money_in)

    @property
    def difference(self) -> Money:
        """The closing balance of the statement, less what the opening and the listed rows come to."""
        return self.closing - (self.opening + self.money_in - self.money_out)

    @property
    def agrees(self) -> bool:
        """Whether opening, in and out lead to the closing balance."""
        return self.difference == NIL

    @property
    def unexplained(self) -> tuple[Transaction, ...]:
        """The rows of which nobody has said what they were for."""
        return tuple(each for each in self.listed if not each.is_explained)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What there is to say about it: why it does not agree, and what may explain that."""
        said = []
        if self.opening != self.book_opening:
            said.append(
                f"The statement begins with {self.opening}, and your record with {self.book_opening}."
                " Check that no statement is left out in between."
            )
        if not self.agrees:
            more = "more" if self.difference > NIL else "less"
            said.append(f"The statement ends with {abs(self.difference)} {more} than these rows come to.")
            said.extend(
                f"{each.payee} of {abs(each.amount)} is waiting, and would explain it."
                for each in self.waiting
                if each.amount == self.difference
            )
            said.extend(
                f"{each.payee} of {abs(each.amount)} is listed. Without it the sums would agree."
                for each in self.listed
                if -each.amount == self.difference
            )
        return tuple(said)


def reconciled(  # noqa: PLR0913 -- one argument for each part of it
    transactions: Sequence[Transaction],
    *,
    period: Period,
    opening: Money,
    closing: Money,
    book_opening: Money,
    ticked: frozenset[int],
) -> Reconciliation:
    """Return a statement beside the record: what the bank has told is on it, and what a person ticked besides.

    Args:
        transactions: All of the account up to the last day of the statement that no statement holds yet.
        period: The days of the statement.
        opening: The balance it begins with.
        closing: The balance it ends with.
        book_opening: The balance on record before the first day.
        ticked: What was typed and waits, and is on this statement all the same.
    """
    listed = [
        each
        for each in transactions
        if (each.state is not TransactionState.WAITING and each.day in period) or each.id in ticked
    ]
    numbers = {each.id for each in listed}
    waiting = [each for each in transactions if each.state is TransactionState.WAITING and each.id not in numbers]
    return Reconciliation(
        period=period,
        opening=opening,
        closing=closing,
        book_opening=book_opening,
        listed=tuple(listed),
        waiting=tuple(waiting),
    )
