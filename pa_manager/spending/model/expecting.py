"""Money that was expected beside what came: all of it, less, late, or none. And what is owed, less what was paid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from pa_manager.funding.model import ExpectedMoney, MoneyInKind, ReturnLine, Stream, StreamId
from pa_manager.pay.model import Liability, LiabilityKind, PayslipId
from pa_manager.spending.model.ledger import Transaction, TransactionId
from pa_manager.values.days import said
from pa_manager.values.money import NIL, Money, total

GRACE: Final = timedelta(days=3)
"""How long after the day it was due money is not yet called late: weekends and bank holidays."""
REACH_BACK: Final = timedelta(days=45)
REACH_ON: Final = timedelta(days=7)
"""How long after, and how long before the day it was due money is still taken for it."""
_NAMES: Final = {
    MoneyInKind.PAYMENT: "The payment",
    MoneyInKind.CONTRIBUTION: "Your contribution",
    MoneyInKind.ONE_OFF: "The one-off payment",
}
_LINES: Final = {
    LiabilityKind.HMRC: ReturnLine.HMRC,
    LiabilityKind.PENSION: ReturnLine.PENSION,
    LiabilityKind.FEE: ReturnLine.PAYROLL_FEE,
}


class Arrival(StrEnum):
    """How money that was expected has come."""

    DUE = "due"
    UNKNOWN = "unknown"
    CAME = "came"
    LATE = "late"
    SHORT = "short"
    MORE = "more"
    MISSING = "missing"

    @property
    def words(self) -> str:
        """How it stands, in a word or two."""
        return {
            Arrival.DUE: "Due",
            Arrival.UNKNOWN: "Not known yet",
            Arrival.CAME: "Came",
            Arrival.LATE: "Came late",
            Arrival.SHORT: "Too little",
            Arrival.MORE: "Too much",
            Arrival.MISSING: "Has not come",
        }[self]


AMISS: Final = frozenset({Arrival.MISSING, Arrival.SHORT, Arrival.LATE, Arrival.MORE})
"""How money has come that did not come as agreed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """Money that came in for a stream: one part of one transaction."""

    transaction_id: TransactionId
    day: date
    amount: Money
    line: ReturnLine
    stream_id: StreamId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedLine:
    """Money that was expected, and what came of it.

    Attributes:
        who: What the stream is called.
        funder: Who pays it.
        today: The day on which it is asked.
        known_to: The last day that the bank has told of; nothing, if no bank file was brought in yet.
    """

    expected: ExpectedMoney
    who: str
    came: tuple[Came, ...]
    today: date
    known_to: date | None = None
    funder: str = ""

    @property
    def is_own(self) -> bool:
        """Whether it is the holder's own contribution."""
        return self.expected.what is MoneyInKind.CONTRIBUTION

    @property
    def amount(self) -> Money:
        """How much came."""
        return total(each.amount for each in self.came)

    @property
    def came_on(self) -> date | None:
        """The day on which the last of it came; nothing, if none did."""
        return max((each.day for each in self.came), default=None)

    @property
    def arrival(self) -> Arrival:
        """How it has come."""
        if not self.came:
            latest = self.expected.due_on + GRACE
            if self.today <= latest:
                return Arrival.DUE
            return Arrival.MISSING if self.known_to is None or self.known_to > latest else Arrival.UNKNOWN
        if self.amount < self.expected.amount:
            return Arrival.SHORT
        if self.amount > self.expected.amount:
            return Arrival.MORE
        return Arrival.LATE if self.came_on and self.came_on > self.expected.due_on + GRACE else Arrival.CAME

    @property
    def sentence(self) -> str:
        """How it has come, in a sentence."""
        expected, day = self.expected, said(self.expected.due_on)
        giver = f" from {self.who}" if expected.what is not MoneyInKind.CONTRIBUTION else ""
        what = f"{_NAMES[expected.what]} of {expected.amount}{giver}"
        gap = abs(expected.amount - self.amount)
        came_on = said(self.came_on) if self.came_on else ""
        days = (self.came_on - expected.due_on).days if self.came_on else 0
        return {
            Arrival.DUE: f"{what} is due on {day}.",
            Arrival.UNKNOWN: f"{what} was due on {day}. Bring in the next bank file to see whether it came.",
            Arrival.CAME: f"{what} came on {came_on}.",
            Arrival.LATE: f"{what} was due on {day} and came {days} days late.",
            Arrival.SHORT: f"{what} was due on {day}. {self.amount} came, which is {gap} too little.",
            Arrival.MORE: f"{what} was due on {day}. {self.amount} came, which is {gap} too much.",
            Arrival.MISSING: f"{what} was due on {day} and has not come.",
        }[self.arrival]


def beside(
    expected: Sequence[ExpectedMoney],
    came: Iterable[Came],
    streams: Iterable[Stream],
    *,
    today: date,
    known_to: date | None,
) -> tuple[ExpectedLine, ...]:
    """Return what was expected with what came of it, in the order it was due.

    Money goes to what was due nearest to its day and still wants that very sum, else to what was due nearest.
    Money without a stream goes to any.
    """
    parts: dict[int, list[Came]] = defaultdict(list)
    by_id = {stream.id: stream for stream in streams}
    for each in sorted(came, key=lambda each: (each.day, each.transaction_id)):
        open_ones = [
            at
            for at, money in enumerate(expected)
            if money.what.line is each.line
            and each.stream_id in {None, money.stream_id}
            and money.due_on - REACH_ON <= each.day <= money.due_on + REACH_BACK
            and _wanting(money, parts[at]) > NIL
        ]
        if open_ones:
            best = min(
                open_ones,
                key=lambda at: (
                    _wanting(expected[at], parts[at]) != each.amount,
                    abs((expected[at].due_on - each.day).days),
                ),
            )
            parts[best].append(each)
    return tuple(
        ExpectedLine(
            expected=money,
            who=by_id[money.stream_id].called,
            funder=by_id[money.stream_id].funder,
            came=tuple(parts[at]),
            today=today,
            known_to=known_to,
        )
        for at, money in enumerate(expected)
    )


def _wanting(money: ExpectedMoney, parts: Iterable[Came]) -> Money:
    return money.amount - total(part.amount for part in parts)


def came_in(transactions: Iterable[Transaction]) -> tuple[Came, ...]:
    """Return the parts of transactions that are money expected of funders and of the holder."""
    return tuple(
        Came(
            transaction_id=each.id,
            day=each.day,
            amount=split.amount,
            line=split.line,
            stream_id=split.stream_id,
        )
        for each in transactions
        for split in each.splits
        if split.line in {ReturnLine.PAYMENT, ReturnLine.CONTRIBUTION, ReturnLine.ONE_OFF}
    )


def left_of(
    liabilities: Iterable[Liability],
    payments: Iterable[tuple[date, ReturnLine, Money]],
    paid_payslips: dict[PayslipId, Money],
) -> tuple[tuple[Liability, Money], ...]:
    """Return what is owed, each with what is left of it once all that the bank shows as paid is taken off.

    Wages are paid by the payments matched to their payslip. A payment to HMRC or to the pension goes to
    what has been owed longest; one from before the end of a month cannot be for that month.

    Args:
        liabilities: What payslips make the holder owe, the soonest due first.
        payments: Payments on the lines of HMRC and the pension, above nil, each with its day.
        paid_payslips: How much the bank has paid of each payslip.
    """
    owed = tuple(liabilities)
    left = [each.amount for each in owed]
    unpaid = {
        line: [at for at, each in enumerate(owed) if each.what is what and each.amount > NIL]
        for what, line in _LINES.items()
    }
    for day, line, amount in sorted(payments, key=lambda payment: payment[0]):
        rest = amount
        for at in tuple(unpaid.get(line, ())):
            if rest <= NIL or owed[at].period.last >= day:
                break
            part = min(rest, left[at])
            left[at] -= part
            rest -= part
            if left[at] == NIL:
                unpaid[line].remove(at)
    for at, each in enumerate(owed):
        if each.payslip_id is not None:
            left[at] -= paid_payslips.get(each.payslip_id, NIL)
    return tuple(zip(owed, left, strict=True))


def still_owed_of(left: Iterable[tuple[Liability, Money]]) -> tuple[Liability, ...]:
    """Return what is still owed; what is paid in full is left out."""
    return tuple(replace(owed, amount=amount) for owed, amount in left if amount != NIL)
