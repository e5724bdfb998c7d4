"""The figures of a return: every sum on the statement, and every line behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from pa_manager.funding.model import OneOffId, ReturnLine, StreamId
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money, total

UNSORTED: Final = "unsorted"
OPENING: Final = "opening"
ADJUSTED: Final = "adjusted"
TOTAL_IN: Final = "total_in"
TOTAL_OUT: Final = "total_out"
CLOSING: Final = "closing"
STATEMENT: Final = "statement"
WAITING_OUT: Final = "waiting_out"
WAITING_IN: Final = "waiting_in"
DIFFERENCE: Final = "difference"
OWED: Final = "owed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingLine:
    """One line of the listing: a transaction, or the part of one that belongs to one line of the return.

    Attributes:
        line: The line of the return; nothing, while nobody has said what it was for.
        who: Who was paid or paid: the PA by name where a payslip says so, else as the bank writes it.
        balance: What was left after it.
        evidence: The numbers of the papers that prove it.
        waiting: Whether the bank has not shown it yet.
        called: What the funder calls the line, if it has a name of its own for it.
        one_off: What the one-off payment is for that it belongs to, if it belongs to one.
    """

    transaction_id: int
    day: date
    who: str
    method: str
    line: ReturnLine | None
    outcome: str
    stream_id: StreamId | None
    stream: str
    amount: Money
    balance: Money
    evidence: tuple[str, ...] = ()
    waiting: bool = False
    account: str = ""
    note: str = ""
    called: str = ""
    one_off_id: OneOffId | None = None
    one_off: str = ""

    @property
    def category(self) -> str:
        """What it was for, as the funder or else people say it."""
        return self.called or (self.line.words if self.line else "Not yet given a line")

    @property
    def is_in(self) -> bool:
        """Whether it stands among the money in. What nobody has sorted stands where its sign puts it."""
        return self.line.money_in if self.line else self.amount > NIL

    @property
    def figure(self) -> str:
        """The name of the figure it belongs to."""
        return figure_of(self.line, is_in=self.is_in)


def figure_of(line: ReturnLine | None, *, is_in: bool) -> str:
    """Return the name of the figure that sums up a line of the return: ``in:payment``, ``out:unsorted``."""
    return f"{'in' if is_in else 'out'}:{line or UNSORTED}"


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a line's sum that one person or one funder makes up."""

    words: str
    amount: Money
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFigure:
    """The sum of one line of the return, as the line counts it: money out is above nil.

    Attributes:
        expected: What was due to come in, where that is known.
        shares: Who it went to or came from, where the line is to say so.
        called: What the funder calls the line, if it has a name of its own for it.
        notes: What else is to be said of it.
    """

    line: ReturnLine | None
    is_in: bool
    amount: Money
    count: int
    expected: Money | None = None
    shares: tuple[Share, ...] = ()
    called: str = ""
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The line as it stands on the statement."""
        return self.called or (self.line.words if self.line else "Not yet given a line")

    @property
    def figure(self) -> str:
        """The name of the figure."""
        return figure_of(self.line, is_in=self.is_in)

    @property
    def short(self) -> Money:
        """How much less came than was due; below nil, if more came."""
        return NIL if self.expected is None else self.expected - self.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamFigures:
    """How one stream of money stands by itself, or one one-off payment.

    Attributes:
        one_off_id: Which one-off payment it is, if it is one; ``one_off_agreed`` is the sum that was agreed for it.
    """

    stream_id: StreamId | None
    name: str
    reference: str
    weekly: Money | None
    opening: Money
    money_in: Money
    money_out: Money
    one_off_id: OneOffId | None = None
    one_off_agreed: Money | None = None

    @property
    def closing(self) -> Money:
        """What is left of it."""
        return self.opening + self.money_in - self.money_out

    @property
    def figure(self) -> str:
        """The name of the figure."""
        return f"one_off:{self.one_off_id}" if self.one_off_id else f"stream:{self.stream_id or 0}"


@dataclass(frozen=True, slots=True)
class OpeningChange:
    """What has changed since the last return was sent, and so stands between its end and this beginning."""

    words: str
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountFigures:
    """One account at the end of the period: by the book, and by its statement.

    Attributes:
        statement: What the bank says was there; nothing, if no statement is known.
        waiting_out: Paid out, and not yet shown by the bank.
        waiting_in: Paid in, and not yet shown by the bank.
    """

    name: str
    kind: str
    has_statements: bool
    book: Money
    statement: Money | None = None
    statement_on: date | None = None
    waiting_out: Money = NIL
    waiting_in: Money = NIL

    @property
    def difference(self) -> Money | None:
        """How far the statement is from the book; nil when they agree, nothing while there is no statement."""
        if not self.has_statements:
            return NIL
        return None if self.statement is None else self.statement - self.waiting_out + self.waiting_in - self.book


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """An amount that is already spoken for at the end of the period, and to whom."""

    words: str
    amount: Money
    due_on: date | None = None
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """One kind of paper: how many are wanted, how many are there, and which are missing."""

    what: str
    wanted: int
    there: int
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Whose return it is, and who has filled it in."""

    holder: str
    reference: str = ""
    born_on: date | None = None
    address: str = ""
    completed_by: str = ""
    completed_as: str = ""
    helped_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnFigures:
    """All that the statement says. Once it was sent, it is read from here and never worked out again.

    Attributes:
        stream_id: The stream it is for; nothing, if it is for the whole account.
        opening: What was there at the start: what the last return closed with, where there was one.
        changes: What was put right since that return was sent.
        reserve: What was agreed to be kept, and ``reserve_words`` how it comes about.
        weekly: The agreed sum for a week at the end of the period.
        declaration: What is signed, statement by statement.
        other_papers: Papers that the funder asks for and that are not counted here.
        keep_years: How many years papers are kept beside the year that is running.
        consents: What was agreed beforehand, and by whom.
    """

    who: Who
    period: Period
    stream_id: StreamId | None
    scope: str
    due_on: date | None
    opening: Money
    changes: tuple[OpeningChange, ...]
    money_in: tuple[LineFigure, ...]
    money_out: tuple[LineFigure, ...]
    streams: tuple[StreamFigures, ...]
    accounts: tuple[AccountFigures, ...]
    others: Money
    owed: tuple[Owed, ...]
    ring_fenced: Money
    planned_saving: Money
    saving_for: str
    reserve: Money
    reserve_words: str
    offered_back: Money
    weekly: Money | None
    listing: tuple[ListingLine, ...]
    evidence: tuple[EvidenceLine, ...]
    notes: str
    declaration: tuple[str, ...] = ()
    other_papers: tuple[str, ...] = ()
    keep_years: int | None = None
    consents: tuple[str, ...] = ()

    @property
    def start(self) -> Money:
        """The balance at the start with what was put right since the last return."""
        return self.opening + total(change.amount for change in self.changes)

    @property
    def total_in(self) -> Money:
        """All money in."""
        return total(line.amount for line in self.money_in)

    @property
    def total_out(self) -> Money:
        """All money out."""
        return total(line.amount for line in self.money_out)

    @property
    def closing(self) -> Money:
        """What is left by the book: the balance at the start, with money in, less money out."""
        return self.start + self.total_in - self.total_out

    @property
    def statement(self) -> Money | None:
        """What the statements say in all; nothing, while one is not known."""
        if any(account.statement is None for account in self._banked):
            return None
        return total(account.statement or NIL for account in self._banked)

    @property
    def waiting_out(self) -> Money:
        """All that was paid out and the bank has not shown."""
        return total(account.waiting_out for account in self._banked)

    @property
    def waiting_in(self) -> Money:
        """All that was paid in and the bank has not shown."""
        return total(account.waiting_in for account in self._banked)

    @property
    def cash(self) -> Money:
        """What is held where no bank writes statements."""
        return total(account.book for account in self.accounts if not account.has_statements)

    @property
    def difference(self) -> Money | None:
        """How far the statements are from the book; nothing, while one is not known."""
        if self.statement is None:
            return None
        return self.statement - self.waiting_out + self.waiting_in + self.cash - self.others - self.closing

    @property
    def owed_in_all(self) -> Money:
        """All that is already owed."""
        return total(owed.amount for owed in self.owed)

    @property
    def one_offs_left(self) -> tuple[StreamFigures, ...]:
        """The one-off payments of which something is left. It may be spent on nothing else."""
        return tuple(each for each in self.streams if each.one_off_id is not None and each.closing > NIL)

    @property
    def surplus(self) -> Money:
        """What is left when all that is spoken for is taken off; never below nil."""
        kept = self.ring_fenced + total(each.closing for each in self.one_offs_left)
        spoken_for = self.owed_in_all + kept + self.planned_saving + self.reserve
        return max(self.closing - spoken_for, NIL)

    @property
    def weeks_in_hand(self) -> str:
        """How many weeks the balance would last at the agreed weekly sum, to one decimal; empty, if none is agreed.

        Example: £2,582.21 at £424.60 a week is ``6.1``.
        """
        if self.weekly is None or self.weekly <= NIL:
            return ""
        tenths = self.closing.pence * 10 // self.weekly.pence
        whole, rest = divmod(abs(tenths), 10)
        return f"{'-' if tenths < 0 else ''}{whole}.{rest}"

    @property
    def came(self) -> Money:
        """All that came into the account, whatever line it is on: a wage that was sent back too."""
        return total(line.amount for line in self.listing if line.amount > NIL)

    @property
    def went(self) -> Money:
        """All that went out of the account."""
        return -total(line.amount for line in self.listing if line.amount < NIL)

    @property
    def _banked(self) -> tuple[AccountFigures, ...]:
        return tuple(account for account in self.accounts if account.has_statements)

    def behind(self, figure: str) -> tuple[ListingLine, ...]:
        """Return the lines of the listing that a figure sums up."""
        if figure in {CLOSING, STATEMENT}:
            return self.listing
        if figure.startswith("stream:"):
            wanted = int(figure.partition(":")[2])
            return tuple(line for line in self.listing if (line.stream_id or 0) == wanted and not line.one_off_id)
        if figure.startswith("one_off:"):
            return tuple(line for line in self.listing if f"one_off:{line.one_off_id}" == figure)
        return tuple(line for line in self.listing if _is_behind(line, figure))


def _is_behind(line: ListingLine, figure: str) -> bool:
    if figure in {TOTAL_IN, TOTAL_OUT}:
        return line.is_in == (figure == TOTAL_IN)
    if figure in {WAITING_IN, WAITING_OUT, DIFFERENCE}:
        wanted = line.amount > NIL if figure == WAITING_IN else line.amount < NIL
        return line.waiting and (wanted or figure == DIFFERENCE)
    return line.figure == figure
