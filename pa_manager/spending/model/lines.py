"""Transactions as they stand in lists: with the balance after each, what they were for, and what they lack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pa_manager.funding.model import ReturnLine
from pa_manager.spending.model.ledger import Transaction
from pa_manager.spending.model.suggesting import Suggestion
from pa_manager.values.days import said_with_weekday
from pa_manager.values.money import Money

NOT_SAID = "Not said yet"
MISSING = "Missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpendingLine:
    """A transaction in a list.

    Attributes:
        account: The name of its account.
        balance: The balance of the accounts in the list after it.
        suggestion: What it was probably for, while nobody has said so.
        came_back: Whether a later transaction took it back.
        lacks_paper: Whether it needs a paper and has none.
    """

    transaction: Transaction
    account: str
    balance: Money
    suggestion: Suggestion | None = None
    came_back: bool = False
    lacks_paper: bool = False

    @property
    def what_for(self) -> str:
        """What it was for, or is thought to be."""
        parts = self.transaction.splits
        note = " (came back)" if self.came_back else " (back again)" if self.transaction.reverses else ""
        if len(parts) == 1:
            return f"{parts[0].line.words}{note}"
        if parts:
            return "; ".join(f"{part.line.words} {abs(part.amount)}" for part in parts)
        return f"Suggested: {self.suggestion.line.words}" if self.suggestion else NOT_SAID

    @property
    def evidence(self) -> str:
        """The numbers of its papers, or that one is missing."""
        numbers = ", ".join(f"No. {paper.number}" for paper in self.transaction.evidence)
        return numbers or (MISSING if self.lacks_paper else "")

    @property
    def said(self) -> str:
        """The whole line, as it is read out."""
        each = self.transaction
        way = "in" if each.is_money_in else "out"
        parts = (
            said_with_weekday(each.day),
            each.payee,
            f"{abs(each.amount)} {way}",
            self.what_for,
            f"balance {self.balance}",
            f"evidence {self.evidence.casefold()}" if self.evidence else "",
            each.state.words.casefold(),
        )
        return ", ".join(filter(None, parts))

    def has_words(self, words: Sequence[str]) -> bool:
        """Return whether all of these words, in small letters, are somewhere in it."""
        each = self.transaction
        whole = (
            f"{each.text} {each.party} {self.what_for} {each.amount} {each.amount.plain()} {self.evidence}".casefold()
        )
        return all(word in whole for word in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Purposes:
    """What can be chosen for a transaction, each by its key and its words.

    The key of a stream is its number; of a one-off payment, that of its stream with its own after a stroke.
    """

    lines: tuple[tuple[str, str], ...]
    outcomes: tuple[tuple[str, str], ...]
    streams: tuple[tuple[str, str], ...]
    came_back: tuple[tuple[str, str], ...] = ()


def lines_on_offer(*, money_in: bool) -> tuple[tuple[str, str], ...]:
    """Return the lines of the return that can be chosen, the likely way round first.

    Money in may belong to a line of money out: what was paid came back. Money out is never on a line of money in.
    """
    out = tuple((line.value, line.words) for line in ReturnLine if not line.money_in)
    if not money_in:
        return out
    back = tuple((key, f"Back: {words}") for key, words in out)
    return (*((line.value, line.words) for line in ReturnLine if line.money_in), *back)
