"""Doubles told from twins: two equal taxi fares on one day are two, the same fare told twice is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pa_manager.spending.model.bankfiles.files import BankRow
from pa_manager.spending.model.bankfiles.parties import party_in
from pa_manager.spending.model.ledger import TransactionId
from pa_manager.values.money import Money

_DayAndAmount = tuple[date, int]


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """As much of a transaction as is needed to tell whether a row of a file is the same."""

    id: TransactionId
    day: date
    pence: int
    text: str
    bank_id: str
    balance: int | None
    layout: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a row is: new, known already, or to be asked about for the reason given."""

    is_known: bool = False
    why: str = ""
    same_as: TransactionId | None = None


_NEW = Verdict()


def text_key(text: str) -> str:
    """Return what makes two texts the same: capitals, with blanks collapsed. Long figures stay."""
    return " ".join(text.upper().split())


def tell_doubles(rows: Sequence[BankRow], ledger: Iterable[LedgerRow], *, layout: str) -> dict[int, Verdict]:
    """Return what each row of a file is, by its position.

    First by the bank's number with day and amount; then by day, amount and words, with the running
    balance as proof where there is one; and only on the same day. Whatever is then still like something
    in the account, though not quite, is a possible double, and a person decides.
    """
    waiting: dict[_DayAndAmount, list[LedgerRow]] = defaultdict(list)
    balances: set[tuple[date, int]] = set()
    for known in ledger:
        waiting[known.day, known.pence].append(known)
        if known.balance is not None:
            balances.add((known.day, known.balance))
    alike: dict[_DayAndAmount, list[BankRow]] = defaultdict(list)
    for row in rows:
        alike[row.day, row.amount.pence].append(row)
    verdicts: dict[int, Verdict] = {}
    for key, group in alike.items():
        left = waiting.get(key, [])
        if left:
            verdicts.update(_Group(group, left, balances, layout).verdicts())
        else:
            verdicts.update((row.position, _NEW) for row in group)
    return verdicts


def _pence(balance: Money | None) -> int | None:
    return None if balance is None else balance.pence


class _Group:
    """The rows of one day and amount, in the file and in the account, matched one to one."""

    def __init__(
        self, rows: Sequence[BankRow], ledger: Sequence[LedgerRow], balances: set[tuple[date, int]], layout: str
    ) -> None:
        self._rows = list(rows)
        self._left = list(ledger)
        self._balances = balances
        self._layout = layout
        self._found: dict[int, Verdict] = {}

    def verdicts(self) -> dict[int, Verdict]:
        """Return what each row is."""
        self._match_ids()
        self._match_words(with_balance=True)
        self._match_words(with_balance=False)
        self._ask_about_the_rest()
        return self._found

    def _match_ids(self) -> None:
        for row in [row for row in self._rows if row.bank_id]:
            self._known(row, next((k for k in self._left if k.bank_id == row.bank_id), None))

    def _match_words(self, *, with_balance: bool) -> None:
        for row in list(self._rows):
            same = [known for known in self._left if text_key(known.text) == text_key(row.text)]
            if with_balance:
                balance = _pence(row.balance)
                self._known(row, next((k for k in same if balance is not None and k.balance == balance), None))
            else:
                self._known(row, next((k for k in same if not self._speaks_against(row, k)), None))

    def _speaks_against(self, row: BankRow, known: LedgerRow) -> bool:
        """Return whether the balance or the bank's number says that the two are not the same."""
        if row.balance is not None and known.balance is not None:
            return row.balance.pence != known.balance
        both = bool(row.bank_id and known.bank_id)
        return both and known.layout == self._layout and row.bank_id != known.bank_id

    def _known(self, row: BankRow, match: LedgerRow | None) -> None:
        if match is not None:
            self._found[row.position] = Verdict(is_known=True, same_as=match.id)
            self._rows.remove(row)
            self._left.remove(match)

    def _ask_about_the_rest(self) -> None:
        for row in list(self._rows):
            if match := next((known for known in self._left if known.balance == _pence(row.balance) is not None), None):
                self._ask(row, match)
        for row in list(self._rows):
            if not self._left or self._follows(row):
                self._found[row.position] = _NEW
                self._rows.remove(row)
        by_words = {text_key(known.text) for known in self._left}
        for row in sorted(self._rows, key=lambda row: text_key(row.text) not in by_words):
            same = [known for known in self._left if text_key(known.text) == text_key(row.text)]
            if match := next(iter(same or self._left), None):
                self._ask(row, match)
            else:
                self._found[row.position] = _NEW

    def _ask(self, row: BankRow, match: LedgerRow) -> None:
        self._left.remove(match)
        self._rows.remove(row)
        why = f"The same amount is in the account on this day: {party_in(match.text)}."
        if text_key(match.text) == text_key(row.text):
            why = "The same words, day and amount are in the account, with another balance or number."
        self._found[row.position] = Verdict(why=why, same_as=match.id)

    def _follows(self, row: BankRow) -> bool:
        """Return whether a row comes straight after one that is in the account: then it is another one."""
        if row.balance is None or not any(known.balance is not None for known in self._left):
            return False
        return (row.day, row.balance.pence - row.amount.pence) in self._balances and all(
            known.balance != row.balance.pence for known in self._left
        )
