"""What there is to say about a bank file before anything is taken from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class WarningCode(StrEnum):
    """What a bank file can be told about, by a name that never changes."""

    ACCOUNT_MISMATCH = "ACCOUNT_MISMATCH"
    AMOUNT_INVALID = "AMOUNT_INVALID"
    AMOUNT_OUT_OF_RANGE = "AMOUNT_OUT_OF_RANGE"
    AMOUNT_ZERO = "AMOUNT_ZERO"
    BALANCE_GAP = "BALANCE_GAP"
    BEFORE_OPENING = "BEFORE_OPENING"
    BOM_STRIPPED = "BOM_STRIPPED"
    COLUMN_MISSING_AMOUNT = "COLUMN_MISSING_AMOUNT"
    COLUMN_MISSING_DATE = "COLUMN_MISSING_DATE"
    COLUMN_NAME_TWICE = "COLUMN_NAME_TWICE"
    DATE_AMBIGUOUS = "DATE_AMBIGUOUS"
    DATE_FUTURE = "DATE_FUTURE"
    DATE_INVALID = "DATE_INVALID"
    DATE_MIXED = "DATE_MIXED"
    DATE_ORDER_MONTH_FIRST = "DATE_ORDER_MONTH_FIRST"
    DECIMAL_COMMA = "DECIMAL_COMMA"
    DELIMITER_SEMICOLON = "DELIMITER_SEMICOLON"
    DELIMITER_TAB = "DELIMITER_TAB"
    DUPLICATE_ID = "DUPLICATE_ID"
    DUPLICATE_ROW_SAME_BALANCE = "DUPLICATE_ROW_SAME_BALANCE"
    ENCODING_CP1252 = "ENCODING_CP1252"
    ENCODING_UTF16 = "ENCODING_UTF16"
    FILE_EMPTY = "FILE_EMPTY"
    FILE_TOO_LARGE = "FILE_TOO_LARGE"
    FILE_TRUNCATED = "FILE_TRUNCATED"
    FITID_REUSED = "FITID_REUSED"
    FORMULA_TEXT = "FORMULA_TEXT"
    HEADER_REPEATED = "HEADER_REPEATED"
    LAYOUT_UNKNOWN = "LAYOUT_UNKNOWN"
    MINUS_VARIANT = "MINUS_VARIANT"
    NOT_A_STATEMENT = "NOT_A_STATEMENT"
    NOT_POUNDS = "NOT_POUNDS"
    NO_TRANSACTIONS = "NO_TRANSACTIONS"
    OPENING_DIFFERS = "OPENING_DIFFERS"
    OUT_OF_ORDER = "OUT_OF_ORDER"
    OVERLAP = "OVERLAP"
    PENDING = "PENDING"
    PENDING_ROWS = "PENDING_ROWS"
    QUOTE_UNCLOSED = "QUOTE_UNCLOSED"
    RAGGED_ROWS = "RAGGED_ROWS"
    SEVERAL_ACCOUNTS = "SEVERAL_ACCOUNTS"
    XML_DTD = "XML_DTD"


class Weight(IntEnum):
    """How much a finding matters: only said, to be looked at, to be answered first, or the end of it."""

    NOTE = 0
    WARNING = 1
    QUESTION = 2
    REFUSAL = 3


class Outcome(StrEnum):
    """What may be done with a file: the heaviest of its findings decides."""

    ACCEPT = "accept"
    ACCEPT_WITH_WARNING = "accept_with_warning"
    ASK_USER = "ask_user"
    REJECT = "reject"


_OUTCOMES = (Outcome.ACCEPT, Outcome.ACCEPT_WITH_WARNING, Outcome.ASK_USER, Outcome.REJECT)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say about a file, in a sentence.

    Attributes:
        line: The line of the file it is about, counted from 1, where there is one.
        kind: What the file is instead, for ``NOT_A_STATEMENT``: ``pdf``, ``html`` and so on.
    """

    code: WarningCode
    weight: Weight
    sentence: str
    line: int | None = None
    kind: str = ""

    @property
    def label(self) -> str:
        """The name of the finding with its kind, for example ``NOT_A_STATEMENT:pdf``."""
        return f"{self.code}:{self.kind}" if self.kind else str(self.code)


def outcome_of(findings: tuple[Finding, ...]) -> Outcome:
    """Return what may be done with a file, given all that was found."""
    return _OUTCOMES[max((finding.weight for finding in findings), default=Weight.NOTE)]


def note(code: WarningCode, sentence: str, line: int | None = None) -> Finding:
    """Return something worth saying that asks nothing of anybody."""
    return Finding(code, Weight.NOTE, sentence, line)


def warning(code: WarningCode, sentence: str, line: int | None = None) -> Finding:
    """Return something to be looked at; the file can be taken all the same."""
    return Finding(code, Weight.WARNING, sentence, line)


def question(code: WarningCode, sentence: str, line: int | None = None) -> Finding:
    """Return something that a person has to answer before the file is taken."""
    return Finding(code, Weight.QUESTION, sentence, line)


def refusal(code: WarningCode, sentence: str, *, kind: str = "") -> Finding:
    """Return the reason why nothing can be taken from the file."""
    return Finding(code, Weight.REFUSAL, sentence, kind=kind)
