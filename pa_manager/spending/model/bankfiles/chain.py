"""The running balance: the one test that finds missing rows, turned signs and doubled rows together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pa_manager.spending.model.bankfiles.files import BankRow, Gap
from pa_manager.values.money import NIL, Money


@dataclass(frozen=True, slots=True)
class Chain:
    """The rows of a file in the order in which they happened, and whether their balances follow one another.

    Attributes:
        sorted: Whether the rows had to be put in the order of their days.
    """

    rows: tuple[BankRow, ...]
    gap: Gap | None
    sorted: bool
    opening: Money | None
    closing: Money | None


def follow_balances(rows: Sequence[BankRow]) -> Chain:
    """Return the rows oldest first, and the first place where a balance does not follow from the one before.

    Each pair of neighbours is checked: in the order of the file, turned round, and sorted by day.
    """
    turned = tuple(reversed(rows))
    as_they_are = (turned, tuple(rows)) if rows and rows[0].day > rows[-1].day else (tuple(rows), turned)
    by_day = tuple(tuple(sorted(order, key=lambda row: row.day)) for order in as_they_are)
    tried = [(order, False) for order in as_they_are] + [(order, True) for order in by_day]
    broken = [len(_gaps(order, only_first=False)) for order, _ in tried] if _has_balances(rows) else [0]
    best = broken.index(min(broken))
    if not _has_balances(rows):
        best = 0 if as_they_are[0] == by_day[0] else 2
    elif min(broken):
        best = 0
    order, was_sorted = tried[best]
    gaps = _gaps(order, only_first=True)
    return Chain(order, gaps[0] if gaps else None, was_sorted, _opening(order), _closing(order))


def _has_balances(rows: Sequence[BankRow]) -> bool:
    return sum(row.balance is not None for row in rows) > 1


def _gaps(rows: Sequence[BankRow], *, only_first: bool) -> list[Gap]:
    found: list[Gap] = []
    known: int | None = None
    line: int | None = None
    for row in rows:
        if known is not None:
            known += row.amount.pence
        if row.balance is not None:
            if known is not None and known != row.balance.pence:
                found.append(Gap(line, Money(row.balance.pence - known)))
                if only_first:
                    break
            known = row.balance.pence
        line = row.line
    return found


def _opening(rows: Sequence[BankRow]) -> Money | None:
    before = NIL
    for row in rows:
        before += row.amount
        if row.balance is not None:
            return row.balance - before
    return None


def _closing(rows: Sequence[BankRow]) -> Money | None:
    after = NIL
    for row in reversed(rows):
        if row.balance is not None:
            return row.balance + after
        after += row.amount
    return None
