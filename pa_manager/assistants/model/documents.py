"""Documents filed with a PA: what each is, and how long it is kept, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NewType

from pa_manager.assistants.model.people import AssistantId
from pa_manager.law.pay_periods import add_months, add_years
from pa_manager.law.paye import Record, keep_until
from pa_manager.values.days import said
from pa_manager.values.errors import UserError

DocumentId = NewType("DocumentId", int)

LARGEST: Final = 20_000_000
"""How many bytes a document may have."""


class NotADocument(UserError):
    """The file cannot be filed."""


class DocumentKind(StrEnum):
    """What a document is. The words are stored: never change one."""

    CONTRACT = "contract"
    RIGHT_TO_WORK = "right_to_work"
    DBS = "dbs"
    REFERENCE = "reference"
    TRAINING = "training"
    PAY = "pay"
    HOURS = "hours"
    HOLIDAY = "holiday"
    SICKNESS = "sickness"
    FAMILY_PAY = "family_pay"
    PENSION = "pension"
    ACCIDENT = "accident"
    LETTER = "letter"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The kind as screens say it."""
        return _WORDS[self]


_WORDS: Final = {
    DocumentKind.CONTRACT: "Contract or written statement",
    DocumentKind.RIGHT_TO_WORK: "Right to work",
    DocumentKind.DBS: "DBS check",
    DocumentKind.REFERENCE: "Reference or application",
    DocumentKind.TRAINING: "Certificate of training",
    DocumentKind.PAY: "Payslip, P45, tax",
    DocumentKind.HOURS: "Timesheet, hours",
    DocumentKind.HOLIDAY: "Holiday",
    DocumentKind.SICKNESS: "Sickness and sick pay",
    DocumentKind.FAMILY_PAY: "Maternity, paternity and the like",
    DocumentKind.PENSION: "Pension",
    DocumentKind.ACCIDENT: "Accident at work",
    DocumentKind.LETTER: "Letter",
    DocumentKind.OTHER: "Something else",
}


@dataclass(frozen=True, slots=True)
class KeepUntil:
    """How long something is kept: the day, and why. Without a day it is kept until somebody says otherwise."""

    until: date | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDetails:
    """What is known of a document.

    Attributes:
        dated: The day it is about, or was made.
        keep_until: The last day it is kept; nothing if that is open.
    """

    kind: DocumentKind
    name: str
    dated: date
    keep_until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(DocumentDetails):
    """A document that is filed."""

    id: DocumentId
    assistant_id: AssistantId

    def is_due(self, today: date) -> bool:
        """Return whether the time for which it is kept is over."""
        return self.keep_until is not None and self.keep_until < today

    def kept(self, today: date) -> str:
        """Return how long it is kept, in words."""
        if self.keep_until is None:
            return "No day set"
        return f"{'Over since' if self.is_due(today) else 'Until'} {said(self.keep_until)}"


def suggested(kind: DocumentKind, dated: date, left_on: date | None) -> KeepUntil:
    """Return how long a kind of document should be kept, by the law or by custom, and why.

    Where the time runs from the day somebody leaves, there is no day before they have.

    Example: a payslip of 30 April 2026, until 5 April 2030: 3 years from the end of the tax year.
    """
    return _RULES[kind](dated, left_on)


def _after(left_on: date | None, years: int, why: str) -> KeepUntil:
    return KeepUntil(add_years(left_on, years) if left_on else None, why)


_Rule = Callable[[date, date | None], KeepUntil]
_RULES: Final[dict[DocumentKind, _Rule]] = {
    DocumentKind.CONTRACT: lambda _dated, left_on: _after(
        left_on, 6, "6 years after they leave: so long a claim about it may be brought (Limitation Act 1980, s. 5)."
    ),
    DocumentKind.RIGHT_TO_WORK: lambda _dated, left_on: _after(
        left_on,
        2,
        "As long as they work for you and 2 years more"
        " (Immigration (Restrictions on Employment) Order 2007, art. 6, and the Home Office's code).",
    ),
    DocumentKind.DBS: lambda dated, _left_on: KeepUntil(
        add_months(dated, 6), "6 months at most: note that you saw it, and its number (DBS code of practice)."
    ),
    DocumentKind.REFERENCE: lambda dated, _left_on: KeepUntil(
        add_months(dated, 6), "6 months is usual. No law asks that it be kept (UK GDPR, art. 5)."
    ),
    DocumentKind.TRAINING: lambda _dated, left_on: _after(
        left_on,
        3,
        "3 years after they leave: so long a claim for an injury may come (Limitation Act 1980, s. 11).",
    ),
    DocumentKind.PAY: lambda dated, _left_on: KeepUntil(
        keep_until(Record.PAYE, dated),
        "3 years from the end of the tax year (Income Tax (PAYE) Regulations 2003, reg. 97)."
        " It may prove the minimum wage too: then 6 years.",
    ),
    DocumentKind.HOURS: lambda dated, _left_on: KeepUntil(
        keep_until(Record.MINIMUM_WAGE, dated),
        "6 years after the next pay period: hours prove the minimum wage"
        " (National Minimum Wage Regulations 2015, reg. 59).",
    ),
    DocumentKind.HOLIDAY: lambda dated, _left_on: KeepUntil(
        keep_until(Record.HOLIDAY, dated), "6 years (Working Time Regulations 1998, reg. 16B, from 6 April 2026)."
    ),
    DocumentKind.SICKNESS: lambda dated, _left_on: KeepUntil(
        keep_until(Record.PAYE, dated),
        "3 years from the end of the tax year, as sick pay is part of pay"
        " (Income Tax (PAYE) Regulations 2003, reg. 97).",
    ),
    DocumentKind.FAMILY_PAY: lambda dated, _left_on: KeepUntil(
        keep_until(Record.PAYE, dated),
        "3 years from the end of the tax year in which the pay ended"
        " (Statutory Maternity Pay (General) Regulations 1986, reg. 26, and the like).",
    ),
    DocumentKind.PENSION: lambda dated, _left_on: KeepUntil(
        add_years(dated, 6),
        "6 years; a notice of opting out 4 (Employers' Duties (Registration and Compliance) Regulations 2010, reg. 8).",
    ),
    DocumentKind.ACCIDENT: lambda dated, _left_on: KeepUntil(
        add_years(dated, 3), "3 years (RIDDOR 2013, reg. 12; Limitation Act 1980, s. 11)."
    ),
    DocumentKind.LETTER: lambda _dated, left_on: _after(
        left_on, 6, "No law asks for it. Until 6 years after they leave it may matter in a claim about the contract."
    ),
    DocumentKind.OTHER: lambda _dated, _left_on: KeepUntil(
        None, "No law is known that asks for it. Set a day, so that it is not kept longer than needed."
    ),
}


def must_be_document(name: str, content: bytes) -> None:
    """Refuse what cannot be filed.

    Raises:
        NotADocument: It is empty or too large.
    """
    if not content:
        raise NotADocument(f"{name} is empty. Choose another file.")
    if len(content) > LARGEST:
        raise NotADocument(f"{name} is larger than 20 MB. Scan it again with fewer dots, or in parts.")
