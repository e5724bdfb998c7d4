"""Putting right what can be put right in one way only. Whatever is repaired is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pa_manager.spending.model.bankfiles.amounts import NotAnAmount, pence_of

_HEAD_OF_THOUSANDS = re.compile(r"[-+(£\s]*\d{1,3}")
_REST_OF_THOUSANDS = re.compile(r"\d{3}(?:\.\d{1,2})?\)?\s*(?:CR|DR)?")


def without_surplus(cells: Sequence[str], wanted: int) -> list[str]:
    """Return the cells without empty ones beyond the number wanted."""
    kept = list(cells)
    while len(kept) > wanted and not kept[-1].strip():
        kept.pop()
    return kept


def joined_into_last(cells: Sequence[str], wanted: int) -> list[str]:
    """Return the cells with those beyond the last column joined to it, commas and all."""
    return [*cells[: wanted - 1], ",".join(cells[wanted - 1 :])]


def joined_thousands(
    cells: Sequence[str], wanted: int, amount_at: int, balance_at: int | None, before: int | None
) -> list[str] | None:
    """Return the cells with amounts made whole that their own commas have parted; nothing, if it is not certain.

    Example: ``1`` and ``486.40`` in neighbouring cells were 1,486.40.

    Args:
        cells: The cells of one row, more than wanted.
        wanted: How many columns there are.
        amount_at: The column of the amount.
        balance_at: The column of the running balance, if there is one.
        before: The balance before this row, in pence, where known: it decides between two readings.
    """
    readings = [made for made in _joinings(list(cells), wanted) if _readable(made, amount_at, balance_at)]
    if len(readings) > 1 and balance_at is not None and before is not None:
        at = balance_at
        readings = [made for made in readings if pence_of(made[at]) == before + pence_of(made[amount_at])]
    return readings[0] if len(readings) == 1 else None


def _joinings(cells: list[str], wanted: int) -> Iterator[list[str]]:
    if len(cells) == wanted:
        yield cells
        return
    seen: set[tuple[str, ...]] = set()
    for at in range(1, len(cells) - 1):
        if _HEAD_OF_THOUSANDS.fullmatch(cells[at]) and _REST_OF_THOUSANDS.fullmatch(cells[at + 1].strip()):
            shorter = [*cells[:at], f"{cells[at]},{cells[at + 1]}", *cells[at + 2 :]]
            for made in _joinings(shorter, wanted):
                if tuple(made) not in seen:
                    seen.add(tuple(made))
                    yield made


def _readable(cells: Sequence[str], amount_at: int, balance_at: int | None) -> bool:
    try:
        pence_of(cells[amount_at])
        if balance_at is not None and cells[balance_at].strip():
            pence_of(cells[balance_at])
    except NotAnAmount:
        return False
    return True
