"""Accounts, what passes through them, and what each part of it was for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from pa_manager.funding.model import OneOffId, ReturnLine, StreamId
from pa_manager.pay.model import PayslipId
from pa_manager.plan.model import OutcomeId
from pa_manager.values.days import Period
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money, total

AccountId = NewType("AccountId", int)
TransactionId = NewType("TransactionId", int)
BatchId = NewType("BatchId", int)
EvidenceId = NewType("EvidenceId", int)

_SORT_CODE = re.compile(r"(\d\d)[- ]?(\d\d)[- ]?(\d\d)")


class AccountKind(StrEnum):
    """What kind of account it is. The words are stored: never change one."""

    BANK = "bank"
    CARD = "card"
    CASH = "cash"

    @property
    def words(self) -> str:
        """The kind as screens name it."""
        return _ACCOUNT_WORDS[self]


_ACCOUNT_WORDS = {
    AccountKind.BANK: "Bank account",
    AccountKind.CARD: "Prepaid card",
    AccountKind.CASH: "Cash",
}


class TransactionState(StrEnum):
    """How far a transaction agrees with the bank. The words are stored: never change one."""

    WAITING = "waiting"
    ON_STATEMENT = "on_statement"
    AGREED = "agreed"

    @property
    def words(self) -> str:
        """The state as screens and prints name it."""
        return _STATE_WORDS[self]


_STATE_WORDS = {
    TransactionState.WAITING: "Waiting",
    TransactionState.ON_STATEMENT: "On the statement",
    TransactionState.AGREED: "Agreed",
}


class EvidenceKind(StrEnum):
    """What a kept paper is. The words are stored: never change one."""

    RECEIPT = "receipt"
    INVOICE = "invoice"
    PAYSLIP = "payslip"
    STATEMENT = "statement"
    TIMESHEET = "timesheet"
    LETTER = "letter"
    CONSENT = "consent"
    OTHER = "other"


class NameMissing(UserError):
    """An account, or a document, has no name."""


class NotASortCode(UserError):
    """A sort code has other than six figures."""


class NotLastFour(UserError):
    """What should be the last four figures of an account number is something else."""


class SplitsDoNotAddUp(UserError):
    """The parts of a transaction come to another sum than the transaction itself."""


class WrongWay(UserError):
    """A line of money in is given for money out, or the other way round."""


class AlreadyAgreed(UserError):
    """The transaction has been agreed with a statement, and stays as it is."""


class NothingMoved(UserError):
    """A transaction of nil was typed, or one of nobody."""


class FromTheBank(UserError):
    """The bank has told the transaction: its day and amount are not for us to change."""


class PaysAPayslip(UserError):
    """A part of the transaction is matched to a payslip."""


class NotAWage(UserError):
    """A payment that pays no wages cannot be matched to a payslip."""


class PayslipPaid(UserError):
    """A payslip has been paid in full by another payment."""


class NotAReversal(UserError):
    """Two transactions are not one sum that went and came back."""


class AgreedBefore(UserError):
    """A statement has been agreed, and rests on the opening balance of the account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A bank account, a prepaid card, or the cash in a tin.

    Attributes:
        number_last4: The last four figures of its number. More is never kept.
        opened_on: The first day of this record. Earlier rows of the bank are left out.
        opening: The balance at the start of that day.
    """

    id: AccountId
    name: str
    kind: AccountKind
    sort_code: str
    number_last4: str
    opened_on: date
    opening: Money

    @property
    def said(self) -> str:
        """The account in a list: its name, with the last figures where they are known."""
        return f"{self.name} (ends {self.number_last4})" if self.number_last4 else self.name

    def check_same_start(self, other: Account) -> None:
        """Refuse another opening balance or first day.

        Raises:
            AgreedBefore: It is another.
        """
        if (self.opened_on, self.opening) != (other.opened_on, other.opening):
            raise AgreedBefore(
                "A bank statement has been agreed with this opening balance, so it stays. Add a line instead."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """One part of a transaction: which line of the return it belongs to, and for which outcome and funder.

    The amount has the sign of the transaction: money out is below nil. A refund is a part of money in
    that belongs to the line of the money it brings back, and is kept on ``ReturnLine.REFUND`` or on that line.
    What belongs to a one-off payment is of its stream too.
    """

    line: ReturnLine
    amount: Money
    outcome_id: OutcomeId | None = None
    stream_id: StreamId | None = None
    payslip_id: PayslipId | None = None
    one_off_id: OneOffId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A paper that was kept: a receipt, an invoice, a letter. Its number can be written on the paper itself."""

    id: EvidenceId
    number: int
    kind: EvidenceKind
    name: str
    content_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """One movement of money, dated, as the bank or a person told it.

    Attributes:
        amount: Money in is above nil, money out below.
        text: The bank's own words.
        party: Who was paid, or has paid.
        bank_id: The bank's own number for it, where it gives one.
        balance: The balance of the account after it, where the bank tells it.
        position: Which row of the bank file it was, counted from 1; 0 where it was typed.
        reverses: The earlier transaction that this one takes back.
        splits: What it was for. None as long as nobody has said so.
    """

    id: TransactionId
    account_id: AccountId
    day: date
    amount: Money
    text: str
    party: str
    bank_id: str = ""
    batch_id: BatchId | None = None
    balance: Money | None = None
    position: int = 0
    state: TransactionState = TransactionState.WAITING
    reverses: TransactionId | None = None
    splits: tuple[Split, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_money_in(self) -> bool:
        """Whether it brought money into the account."""
        return self.amount > NIL

    @property
    def is_explained(self) -> bool:
        """Whether somebody has said what it was for."""
        return bool(self.splits)

    @property
    def payee(self) -> str:
        """Who was paid, or else the bank's words."""
        return self.party or self.text

    def split(self, splits: Sequence[Split]) -> Transaction:
        """Return it with what it was for.

        Raises:
            SplitsDoNotAddUp: The parts come to another sum.
            WrongWay: A part is on a line of money in though money went out, or the other way round.
        """
        parts = tuple(splits)
        rest = self.amount - total(part.amount for part in parts)
        if parts and rest != NIL:
            more = "less" if (rest > NIL) == self.is_money_in else "more"
            raise SplitsDoNotAddUp(
                f"The parts come to {abs(rest)} {more} than {abs(self.amount)}. Change one until they add up."
            )
        for part in parts:
            if part.amount == NIL or (part.amount > NIL) is not self.is_money_in:
                raise WrongWay("Each part must be more than nil. Take out the one that is not.")
            if part.line.money_in and not self.is_money_in:
                raise WrongWay(f"“{part.line.words}” is for money that comes in, and this went out. Choose another.")
        return replace(self, splits=parts)

    def check_payslips_kept(self, splits: Sequence[Split]) -> None:
        """Refuse parts that leave out or change one that pays a payslip.

        Raises:
            PaysAPayslip: They do.
        """
        kept = {(part.payslip_id, part.amount) for part in splits}
        if any(part.payslip_id and (part.payslip_id, part.amount) not in kept for part in self.splits):
            raise PaysAPayslip("A part of this pays a payslip, and stays as it is. Change the other parts.")

    def typed(self) -> Transaction:
        """Return it, if a person typed it.

        Raises:
            FromTheBank: The bank has told it.
        """
        if self.batch_id is not None:
            raise FromTheBank("The bank has told this line, so it stays. Undo the whole bank file, or add a line.")
        return self

    def changeable(self) -> Transaction:
        """Return it, if its day and amount may still be changed.

        Raises:
            AlreadyAgreed: It has been agreed with a statement.
        """
        if self.state is TransactionState.AGREED:
            raise AlreadyAgreed("This is agreed with a bank statement, and stays as it is. Add a new line instead.")
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What one bank file has brought, kept together so that it can be taken out together.

    Attributes:
        layout: The layout the file was read by.
        rows_read: How many rows the file had.
        rows_new: How many of them were taken.
    """

    id: BatchId
    account_id: AccountId
    name: str
    content_id: int
    sha256: str
    layout: str
    rows_read: int
    rows_new: int
    first: date
    last: date
    opening: Money | None
    closing: Money | None

    @property
    def period(self) -> Period:
        """The days from the first row taken to the last."""
        return Period(self.first, self.last)


def tidy_name(name: str, *, of_what: str = "account") -> str:
    """Return a name without blanks around it.

    Raises:
        NameMissing: There is nothing else in it.
    """
    if words := " ".join(name.split()):
        return words
    raise NameMissing(f"The {of_what} needs a name. Type what you call it.")


def sort_code_from_text(text: str) -> str:
    """Return a sort code as banks print it, or nothing for an empty text.

    Raises:
        NotASortCode: It has other than six figures.
    """
    if not text.strip():
        return ""
    if found := _SORT_CODE.fullmatch(text.strip()):
        return "-".join(found.groups())
    raise NotASortCode("A sort code has six figures. Type it like 20-00-00.")


def last_four_from_text(text: str) -> str:
    """Return the last four figures of an account number; more than four are cut to that.

    Raises:
        NotLastFour: There are fewer than four, or other things than figures.
    """
    figures = text.replace(" ", "")
    if not figures:
        return ""
    if figures.isdecimal() and figures.isascii() and len(figures) >= 4:
        return figures[-4:]
    raise NotLastFour("Type the last four figures of the account number, for example 5678.")
