"""Work over midnight: how much of it is paid at the rates of which day, for the rota and for timesheets alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from pa_manager.assistants.model.terms import Rate, ShiftKind

RESTING: Final = frozenset({ShiftKind.SLEEP_IN, ShiftKind.ON_CALL})
"""Kinds of shift in which an assistant may sleep or be elsewhere: awake and at work are said apart."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Time of one piece of work that is paid at one rate; no rate, where none was agreed."""

    minutes: int
    rate: Rate | None


def by_rate(
    kind: ShiftKind, minutes: int, *, late: int, rate: Rate | None, next_rate: Callable[[], Rate | None]
) -> tuple[Stretch, ...]:
    """Return work by what it is paid: up to midnight at the rate of its day, after it at that of the next.

    So a bank holiday, a weekend or a new rate counts from its first minute to its last. A shift in which one may
    rest is paid as a whole by the day on which it begins.

    Example: 10pm to 7am on the night before a rise from £13.00 to £13.50 is 120 minutes at the one, 420 at the other.

    Args:
        kind: What kind of work it is.
        minutes: How long it takes.
        late: How much of that lies after midnight.
        rate: What is agreed for the day on which it begins.
        next_rate: Tells what is agreed for the next.
    """
    if kind in RESTING or not late:
        return (Stretch(minutes, rate),)
    after = next_rate()
    if rate and after and (after.per_hour, after.per_shift) == (rate.per_hour, rate.per_shift):
        return (Stretch(minutes, rate),)
    return (Stretch(minutes - late, rate), Stretch(late, after))
