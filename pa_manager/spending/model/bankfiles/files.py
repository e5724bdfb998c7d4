"""A bank file that has been read: its rows, what was left out and why, and what there is to say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pa_manager.spending.model.bankfiles.findings import Finding, Outcome, WarningCode, outcome_of
from pa_manager.values.days import Period
from pa_manager.values.money import Money


class FileKind(StrEnum):
    """What a file is, told from its first bytes and never from its name."""

    TABLE = "table"
    OFX = "ofx"
    QIF = "qif"
    CAMT = "camt"
    SANTANDER_TEXT = "santander_text"
    HTML_TABLE = "html_table"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AccountMark:
    """What a file says about whose account it is: a sort code, and as many of the last figures as it shows."""

    sort_code: str = ""
    digits: str = ""

    @property
    def last4(self) -> str:
        """The last four figures, as they are shown to people."""
        return self.digits[-4:]


@dataclass(frozen=True, slots=True, kw_only=True)
class BankRow:
    """One line of the bank's list.

    Attributes:
        position: Which row of the file it is, counted from 1.
        line: The line of the file it starts on, counted from 1; none in files without lines.
        party: Who was paid or has paid, as far as the bank says so.
        kind: The bank's own word for the kind of payment.
        doubt: Why a person has to say yes before this row is taken.
    """

    position: int
    line: int | None
    day: date
    amount: Money
    text: str
    party: str
    kind: str = ""
    bank_id: str = ""
    balance: Money | None = None
    account: AccountMark | None = None
    doubt: WarningCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutRow:
    """A row of the file that cannot be taken, and why."""

    position: int
    line: int | None
    reason: WarningCode
    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Where the running balance jumps: after which line of the file, and by how much."""

    after_line: int | None
    difference: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class BankFile:
    """All that a bank file says.

    Attributes:
        layout: The name of the layout it was read by, for example ``lloyds_personal``.
        rows: What can be taken, the oldest first, in the bank's own order within a day.
        accounts: The accounts it says it is of: none, one, or several.
        opening: The balance before its first row, where the file lets it be known.
    """

    kind: FileKind
    layout: str = ""
    rows: tuple[BankRow, ...] = ()
    out: tuple[OutRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    accounts: tuple[AccountMark, ...] = ()
    opening: Money | None = None
    closing: Money | None = None
    gap: Gap | None = None

    @property
    def outcome(self) -> Outcome:
        """What may be done with it."""
        return outcome_of(self.findings)

    @property
    def period(self) -> Period | None:
        """The days from its first row to its last; nothing, if it has no rows."""
        if not self.rows:
            return None
        return Period(min(row.day for row in self.rows), max(row.day for row in self.rows))
