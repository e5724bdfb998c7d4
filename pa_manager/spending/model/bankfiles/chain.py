"""The running balance: the one test that finds missing rows, turned signs and doubled rows together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

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
    if not _has_balances(rows):
        in_order = _in_order_of_days(rows)
        return _chain(in_order, None, was_sorted=in_order not in (tuple(rows), tuple(reversed(rows))))
    first, second = _either_way(rows)
    sure = _first_without_gap((first, second))
    if sure is not None:
        return _chain(sure, None, was_sorted=False)
    sure = _first_without_gap(tuple(sorted(order, key=_day)) for order in (first, second))
    if sure is not None:
        return _chain(sure, None, was_sorted=True)
    return _chain(first, _first_gap(first), was_sorted=False)


def _either_way(rows: Sequence[BankRow]) -> tuple[tuple[BankRow, ...], tuple[BankRow, ...]]:
    """Return the rows as they are and turned round, the likelier first."""
    as_they_are, turned = tuple(rows), tuple(reversed(rows))
    return (turned, as_they_are) if rows[0].day > rows[-1].day else (as_they_are, turned)


def _in_order_of_days(rows: Sequence[BankRow]) -> tuple[BankRow, ...]:
    return tuple(sorted(_either_way(rows)[0], key=_day)) if rows else ()


def _day(row: BankRow) -> date:
    return row.day


def _first_without_gap(orders: Iterable[tuple[BankRow, ...]]) -> tuple[BankRow, ...] | None:
    return next((order for order in orders if _first_gap(order) is None), None)


def _chain(rows: tuple[BankRow, ...], gap: Gap | None, *, was_sorted: bool) -> Chain:
    return Chain(rows, gap, was_sorted, _opening(rows), _closing(rows))


def _has_balances(rows: Sequence[BankRow]) -> bool:
    return sum(row.balance is not None for row in rows) > 1


def _first_gap(rows: Sequence[BankRow]) -> Gap | None:
    """Return the first place where a balance does not follow; rows without one are counted in between."""
    known: int | None = None
    line: int | None = None
    for row in rows:
        if known is not None:
            known += row.amount.pence
        if row.balance is not None:
            if known is not None and known != row.balance.pence:
                return Gap(line, Money(row.balance.pence - known))
            known = row.balance.pence
        line = row.line
    return None


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
