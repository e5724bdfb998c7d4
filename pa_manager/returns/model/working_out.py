"""From what the records say to the figures of the statement: sums, and nothing but sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate

from pa_manager.funding.model import ContributionMode, OneOffId, ReturnLine, StreamId
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
    one_off_id: OneOffId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamFacts:
    """What a stream is called, the sum agreed for a week, how many weeks may be kept, and whether it still runs.

    Attributes:
        counted: The weekly sum that counts for what may be kept, if it is another than the one agreed.
    """

    id: StreamId
    name: str
    reference: str = ""
    weekly: Money | None = None
    keep_weeks: int | None = None
    counted: Money | None = None
    runs: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOffFacts:
    """What a one-off payment is for, the sum agreed, and what was left of it at the start."""

    id: OneOffId
    stream_id: StreamId
    purpose: str
    agreed: Money
    opening: Money = NIL


@dataclass(frozen=True, slots=True)
class ContributionDue:
    """What the holder was to pay for the payments due in the period, and how."""

    stream_id: StreamId
    mode: ContributionMode
    amount: Money


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
        one_offs: Every one-off payment. Its money is part of its stream's in ``openings``.
        line_names: What the funder calls the lines of the return, where it has names of its own.
    """

    who: Who
    period: Period
    stream_id: StreamId | None = None
    streams: tuple[StreamFacts, ...] = ()
    openings: Mapping[StreamId | None, Money] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    last_return: LastReturn | None = None
    expected: tuple[Expected, ...] = ()
    one_offs: tuple[OneOffFacts, ...] = ()
    contributions: tuple[ContributionDue, ...] = ()
    line_names: Mapping[ReturnLine, str] = field(default_factory=dict)
    accounts: tuple[AccountFigures, ...] = ()
    owed: tuple[Owed, ...] = ()
    evidence: tuple[EvidenceLine, ...] = ()
    declaration: tuple[str, ...] = ()
    other_papers: tuple[str, ...] = ()
    keep_years: int | None = None
    consents: tuple[str, ...] = ()
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
        declaration=records.declaration,
        other_papers=records.other_papers,
        keep_years=records.keep_years,
        consents=records.consents,
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
    purposes = {one_off.id: one_off.purpose for one_off in records.one_offs}
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
                called=_called(records, move.line),
                one_off_id=move.one_off_id,
                one_off=purposes.get(move.one_off_id, "") if move.one_off_id else "",
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
            called=_called(records, line),
            notes=_elsewhere(records) if is_in and line is ReturnLine.PAYMENT else (),
        )
        for line in sorted(found, key=order.index)
    )


def _called(records: Records, line: ReturnLine | None) -> str:
    return records.line_names.get(line, "") if line else ""


def _elsewhere(records: Records) -> tuple[str, ...]:
    """Return what is to be said of contributions that never enter the account, so that nobody misses them there."""
    sums: dict[ContributionMode, Money] = {}
    for due in records.contributions:
        if records.covers(due.stream_id):
            sums[due.mode] = sums.get(due.mode, NIL) + due.amount
    return tuple(
        f"Contribution of {amount} {_WAYS[mode]}" for mode, amount in sums.items() if mode in _WAYS and amount > NIL
    )


_WAYS = {
    ContributionMode.NET_DIRECT: "taken off and paid straight to the provider: not in this account",
    ContributionMode.GROSS: "not taken off: it is invoiced, and not paid into this account",
}


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
        own = [move for move in records.moves if records.stream_of(move.stream_id) == stream_id]
        apart = [_one_off(one_off, own) for one_off in records.one_offs if one_off.stream_id == stream_id]
        lines = [move for move in own if not move.one_off_id]
        money_in, money_out = _in_and_out(lines)
        figures = StreamFigures(
            stream_id=stream_id,
            name=stream.name if stream else "The account",
            reference=stream.reference if stream else "",
            weekly=stream.weekly if stream else None,
            opening=records.opening_of(stream_id) - total(each.opening for each in apart),
            money_in=money_in,
            money_out=money_out,
        )
        if stream is None or stream.runs or lines or figures.opening != NIL:
            found.append(figures)
        found.extend(each for each in apart if {each.opening, each.money_in, each.money_out} != {NIL})
    return tuple(found)


def _one_off(one_off: OneOffFacts, moves: Iterable[Move]) -> StreamFigures:
    """Return the small account of a one-off payment: what came for it, what was spent of it, and what is left."""
    money_in, money_out = _in_and_out(move for move in moves if move.one_off_id == one_off.id)
    return StreamFigures(
        stream_id=one_off.stream_id,
        name=one_off.purpose,
        reference="",
        weekly=None,
        opening=one_off.opening,
        money_in=money_in,
        money_out=money_out,
        one_off_id=one_off.id,
        one_off_agreed=one_off.agreed,
    )


def _in_and_out(moves: Iterable[Move]) -> tuple[Money, Money]:
    told = [(move.amount, move.line.money_in if move.line else move.amount > NIL) for move in moves]
    went = total(amount for amount, is_in in told if not is_in)
    return total(amount for amount, is_in in told if is_in), -went


def _others(records: Records) -> Money:
    """Return what the accounts hold of streams that the return is not for."""
    held = total(amount for key, amount in records.openings.items() if not records.covers(key))
    return held + total(move.amount for move in records.moves if not records.covers(move.stream_id))


def _reserve(covered: Iterable[StreamFacts], details: Details) -> tuple[Money, str]:
    kept = [
        (weeks, weekly)
        for stream in covered
        for weeks in (details.reserve_weeks if details.reserve_weeks is not None else stream.keep_weeks,)
        for weekly in (stream.weekly if stream.counted is None else stream.counted,)
        if weeks and weekly and weekly > NIL
    ]
    words = ", ".join(f"{weeks} {'week' if weeks == 1 else 'weeks'} at {weekly}" for weeks, weekly in kept)
    return total(weekly.times(weeks) for weeks, weekly in kept), words
