"""Who pays what: hours and money of a timesheet divided among the money that pays and the outcomes they serve."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor
from typing import Final, TypeVar

from pa_manager.assistants.model import WHO_PAYS, Assistant, ShiftKind
from pa_manager.funding.model import StreamId
from pa_manager.pay.model.gross import PaidAs, pieces_of
from pa_manager.plan.model import OutcomeId
from pa_manager.timesheets.model import Entry, Tally, Timesheet
from pa_manager.values.money import NIL, Money

K = TypeVar("K")
Pot = tuple[StreamId | None, OutcomeId | None]

SHARE_RULE: Final = (
    f"{WHO_PAYS} What is not for a shift, such as holiday pay, is divided as the pay for work is."
    " Where a sum does not divide into whole pennies, the odd pennies go where most was cut off."
)
"""How pay is divided, as screens and prints say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one sort of money pays for one outcome: work, gross pay, and miles and expenses paid back besides."""

    stream_id: StreamId | None
    outcome_id: OutcomeId | None
    worked: Tally
    gross: Money
    besides: Money


@dataclass(frozen=True, slots=True)
class SharedLine:
    """What one sort of money pays for one outcome, in words."""

    stream: str
    outcome: str
    worked: Tally
    gross: Money
    besides: Money


@dataclass(slots=True)
class _Sums:
    worked: Tally = field(default_factory=Tally)
    gross: Money = NIL
    besides: Money = NIL


def divide_to_penny(exact: Mapping[K, Fraction], whole: Money) -> dict[K, Money]:
    """Return shares in whole pennies that add up to the whole: those with the largest rest are rounded up.

    ``exact`` are the shares in pence; their sum is within a penny of the whole. Of equal rests, the first goes first.

    Example: £1.00 in three equal shares is 34p, 33p and 33p.
    """
    shares = {key: floor(pence) for key, pence in exact.items()}
    by_rest = sorted(exact, key=lambda key: shares[key] - exact[key])
    for key in by_rest[: whole.pence - sum(shares.values())]:
        shares[key] += 1
    return {key: Money(pence) for key, pence in shares.items()}


def shares_of(
    timesheet: Timesheet,
    divide: PaidAs,
    assistant: Assistant,
    *,
    extras: Iterable[Money] = (),
    besides: Callable[[Entry], Money],
) -> tuple[Share, ...]:
    """Return what each sort of money pays for each outcome; the shares add up to the pay to the penny.

    Each part of the pay (one kind of work at one rate) is rounded once, then divided by the time of each, see
    ``SHARE_RULE``. ``extras`` are the sums that are not for a shift.

    Example: 1:40 at £13.25 is £22.08; with 1:00 from the council and 0:40 from the NHS, £13.25 and £8.83.
    """
    pots: dict[Pot, _Sums] = {}
    parts: dict[object, dict[Pot, Fraction]] = {}
    for line in timesheet.lines:
        pot = (assistant.paid_from(line.kind, line.day, line.stream_id), line.outcome_id)
        sums = pots.setdefault(pot, _Sums())
        sums.worked += Tally.of(line.kind, minutes=line.worked_minutes, shifts=line.shifts)
        sums.besides += besides(line)
        for piece in pieces_of(line, divide):
            key = (line.corrects is not None, line.kind, piece.awake, piece.per_hour, piece.per_shift)
            shared = parts.setdefault(key, {})
            shared[pot] = shared.get(pot, Fraction(0)) + piece.exact
    for shared in parts.values():
        _give(pots, divide_to_penny(shared, Money(1).times(sum(shared.values(), Fraction(0)))))
    weights = {pot: Fraction(max(0, sums.gross.pence)) for pot, sums in pots.items()}
    weighed = sum(weights.values())
    for amount in extras:
        if not weighed:
            pot = (assistant.paid_from(ShiftKind.DAY, timesheet.period.first, None), None)
            pots.setdefault(pot, _Sums()).gross += amount
        else:
            exact = {pot: amount.pence * weight / weighed for pot, weight in weights.items()}
            _give(pots, divide_to_penny(exact, amount))
    return tuple(
        Share(stream_id=stream, outcome_id=outcome, worked=sums.worked, gross=sums.gross, besides=sums.besides)
        for (stream, outcome), sums in pots.items()
    )


def _give(pots: Mapping[Pot, _Sums], shares: Mapping[Pot, Money]) -> None:
    for pot, amount in shares.items():
        pots[pot].gross += amount
