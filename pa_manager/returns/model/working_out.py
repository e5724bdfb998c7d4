"""From what the records say to the figures of the statement: sums, and nothing but sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate

from pa_manager.funding.model import ReturnLine, StreamId
from pa_manager.returns.model.figures import (
    AccountFigures,
    EvidenceLine,
    LineFigure,
    ListingLine,
    OpeningChange,
    Owed,
    ReturnFigures,
    Share,
    StreamFigures,
    Who,
)
from pa_manager.returns.model.kinds import NO_DETAILS, Adjustment, Details
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money, total

_BY_WHOM = {ReturnLine.WAGES, ReturnLine.SELF_EMPLOYED, ReturnLine.AGENCY}
_BY_FUNDER = {ReturnLine.PAYMENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A transaction, or a part of one, as the records have it. Money in is above nil."""

    transaction_id: int
    day: date
    who: str
    amount: Money
    method: str = ""
    line: ReturnLine | None = None
    outcome: str = ""
    stream_id: StreamId | None = None
    evidence: tuple[str, ...] = ()
    waiting: bool = False
    account: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamFacts:
    """What a stream is called, the sum agreed for a week, how many weeks may be kept, and whether it still runs."""

    id: StreamId
    name: str
    reference: str = ""
    weekly: Money | None = None
    keep_weeks: int | None = None
    runs: bool = True


@dataclass(frozen=True, slots=True)
class Expected:
    """Money that was due to come in within the period."""

    stream_id: StreamId
    line: ReturnLine
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class LastReturn:
    """The return that was sent for the days just before: what it closed with, and what was adjusted since."""

    closing: Money
    adjustments: tuple[Adjustment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All that a return is made from, in plain values.

    Attributes:
        stream_id: The stream the return is for; nothing, if it is for the whole account.
        streams: Every stream of money in the file, the oldest first. What nobody has given a stream counts to the
            first of them.
        openings: What each stream had in the accounts at the start; under nothing, what was given no stream.
        moves: All that moved within the period, in the order in which it did.
    """

    who: Who
    period: Period
    stream_id: StreamId | None = None
    streams: tuple[StreamFacts, ...] = ()
    openings: Mapping[StreamId | None, Money] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    last_return: LastReturn | None = None
    expected: tuple[Expected, ...] = ()
    accounts: tuple[AccountFigures, ...] = ()
    owed: tuple[Owed, ...] = ()
    evidence: tuple[EvidenceLine, ...] = ()
    details: Details = NO_DETAILS

    @property
    def main_stream(self) -> StreamId | None:
        """The stream that everything belongs to that was given none."""
        return self.streams[0].id if self.streams else None

    def stream_of(self, stream_id: StreamId | None) -> StreamId | None:
        """Return the stream that something belongs to."""
        return self.main_stream if stream_id is None else stream_id

    def covers(self, stream_id: StreamId | None) -> bool:
        """Return whether the return is for this stream."""
        return self.stream_id is None or self.stream_of(stream_id) == self.stream_id

    def opening_of(self, stream_id: StreamId | None) -> Money:
        """Return what a stream had at the start."""
        return total(amount for key, amount in self.openings.items() if self.stream_of(key) == stream_id)


def work_out(records: Records) -> ReturnFigures:
    """Return the figures of a return.

    Example: with £1,842.17 at the start, £5,206.70 in and £4,466.66 out, £2,582.21 is left.
    """
    covered = tuple(stream for stream in records.streams if records.covers(stream.id))
    moves = tuple(move for move in records.moves if records.covers(move.stream_id))
    by_book = total(amount for key, amount in records.openings.items() if records.covers(key))
    opening, changes = _opening(records, by_book)
    weekly = total(stream.weekly for stream in covered if stream.weekly)
    reserve, reserve_words = _reserve(covered, records.details)
    listing = _listing(records, moves, by_book)
    return ReturnFigures(
        who=records.who,
        period=records.period,
        stream_id=records.stream_id,
        scope=covered[0].name if records.stream_id is not None and covered else "The whole account",
        due_on=records.details.due_on,
        opening=opening,
        changes=changes,
        money_in=_line_figures(records, listing, is_in=True),
        money_out=_line_figures(records, listing, is_in=False),
        streams=_streams(records, covered),
        accounts=records.accounts,
        others=_others(records),
        owed=records.owed if records.covers(None) else (),
        ring_fenced=records.details.ring_fenced,
        planned_saving=records.details.planned_saving,
        saving_for=records.details.saving_for,
        reserve=reserve,
        reserve_words=reserve_words,
        offered_back=records.details.offered_back,
        weekly=weekly if weekly > NIL else None,
        listing=listing,
        evidence=records.evidence,
        notes=records.details.notes,
    )


def _opening(records: Records, by_book: Money) -> tuple[Money, tuple[OpeningChange, ...]]:
    """Return what the last return closed with, and all that stands between it and what the book says now."""
    last = records.last_return
    if last is None:
        return by_book, ()
    changes = [
        OpeningChange(f"Adjusted: {adjustment.line.words}. {adjustment.why}", adjustment.effect)
        for adjustment in last.adjustments
    ]
    unexplained = by_book - last.closing - total(change.amount for change in changes)
    if unexplained != NIL:
        changes.append(OpeningChange("Changed since the last return was sent, not yet explained", unexplained))
    return last.closing, tuple(changes)


def _listing(records: Records, moves: Sequence[Move], start: Money) -> tuple[ListingLine, ...]:
    names = {stream.id: stream.name for stream in records.streams}
    balances = accumulate((move.amount for move in moves), initial=start)
    next(balances)
    lines = []
    for move, balance in zip(moves, balances, strict=True):
        stream_id = records.stream_of(move.stream_id)
        lines.append(
            ListingLine(
                transaction_id=move.transaction_id,
                day=move.day,
                who=move.who,
                method=move.method,
                line=move.line,
                outcome=move.outcome,
                stream_id=stream_id,
                stream=names.get(stream_id, "") if stream_id is not None and len(names) > 1 else "",
                amount=move.amount,
                balance=balance,
                evidence=move.evidence,
                waiting=move.waiting,
                account=move.account,
                note=move.note,
            )
        )
    return tuple(lines)


def _line_figures(records: Records, listing: Iterable[ListingLine], *, is_in: bool) -> tuple[LineFigure, ...]:
    expected: dict[ReturnLine | None, Money] = {}
    for due in records.expected:
        if records.covers(due.stream_id):
            expected[due.line] = expected.get(due.line, NIL) + due.amount
    found: dict[ReturnLine | None, list[ListingLine]] = {line: [] for line in expected if is_in}
    for line in listing:
        if line.is_in == is_in:
            found.setdefault(line.line, []).append(line)
    order = [*ReturnLine, None]
    return tuple(
        LineFigure(
            line=line,
            is_in=is_in,
            amount=_counted((part.amount for part in found[line]), is_in=is_in),
            count=len(found[line]),
            expected=expected.get(line) if is_in else None,
            shares=_shares(line, found[line], records, is_in=is_in),
        )
        for line in sorted(found, key=order.index)
    )


def _shares(
    line: ReturnLine | None, parts: Iterable[ListingLine], records: Records, *, is_in: bool
) -> tuple[Share, ...]:
    names = {stream.id: stream.name for stream in records.streams}
    by: dict[str, list[Money]] = {}
    for part in parts:
        if line in _BY_WHOM:
            by.setdefault(part.who, []).append(part.amount)
        elif line in _BY_FUNDER and part.stream_id is not None:
            by.setdefault(names.get(part.stream_id, ""), []).append(part.amount)
    return tuple(
        Share(words, summed, len(amounts))
        for words, amounts in sorted(by.items())
        if (summed := _counted(amounts, is_in=is_in)) != NIL  # what went out and came back is no share of it
    )


def _counted(amounts: Iterable[Money], *, is_in: bool) -> Money:
    summed = total(amounts)
    return summed if is_in else -summed


def _streams(records: Records, covered: Iterable[StreamFacts]) -> tuple[StreamFigures, ...]:
    """Return how each stream stands by itself. Without any, all the money is one nameless stream."""
    facts: Iterable[tuple[StreamId | None, StreamFacts | None]] = [(stream.id, stream) for stream in covered]
    found = []
    for stream_id, stream in list(facts) or [(None, None)]:
        lines = [move for move in records.moves if records.stream_of(move.stream_id) == stream_id]
        sorted_in = [(move.amount, move.line.money_in if move.line else move.amount > NIL) for move in lines]
        figures = StreamFigures(
            stream_id=stream_id,
            name=stream.name if stream else "The account",
            reference=stream.reference if stream else "",
            weekly=stream.weekly if stream else None,
            opening=records.opening_of(stream_id),
            money_in=total(amount for amount, is_in in sorted_in if is_in),
            money_out=-total(amount for amount, is_in in sorted_in if not is_in),
        )
        if stream is None or stream.runs or lines or figures.opening != NIL:
            found.append(figures)
    return tuple(found)


def _others(records: Records) -> Money:
    """Return what the accounts hold of streams that the return is not for."""
    held = total(amount for key, amount in records.openings.items() if not records.covers(key))
    return held + total(move.amount for move in records.moves if not records.covers(move.stream_id))


def _reserve(covered: Iterable[StreamFacts], details: Details) -> tuple[Money, str]:
    kept = [
        (weeks, stream.weekly)
        for stream in covered
        for weeks in (details.reserve_weeks if details.reserve_weeks is not None else stream.keep_weeks,)
        if weeks and stream.weekly and stream.weekly > NIL
    ]
    words = ", ".join(f"{weeks} {'week' if weeks == 1 else 'weeks'} at {weekly}" for weeks, weekly in kept)
    return total(weekly.times(weeks) for weeks, weekly in kept), words
