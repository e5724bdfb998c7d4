"""The cells of a file that is a table, by line; and the row of headings among them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pa_manager.spending.model.bankfiles.dates import looks_like_a_day
from pa_manager.spending.model.bankfiles.findings import Finding, WarningCode, note, question, refusal
from pa_manager.spending.model.bankfiles.kinds import NotReadable
from pa_manager.spending.model.bankfiles.profiles import DATE_WORDS, MONEY_WORDS, heading

_DELIMITERS: Final = (",", ";", "\t", "|")
_FIRST_LINES: Final = 12
_LONGEST_CELL: Final = 131_072
_DAY_INSIDE = re.compile(
    r"[\r\n].*(?:\d{1,2}[/\-]\d{1,2}[/\-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2} [A-Za-z]{3} \d{4})", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class CellRow:
    """One row of a table, and the line of the file on which it starts."""

    line: int
    cells: list[str]

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class CellTable:
    """The rows of a file, and which of them holds the headings, if any does."""

    rows: tuple[CellRow, ...]
    head: int | None
    headings: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def above(self) -> str:
        """All that stands above the headings, as one text."""
        return "\n".join(" ".join(row.cells) for row in self.rows[: self.head or 0])

    @property
    def below(self) -> tuple[CellRow, ...]:
        """The rows below the headings; all of them, where there are none."""
        return self.rows if self.head is None else self.rows[self.head + 1 :]


def read_cells(text: str) -> CellTable:
    """Return the cells of a text, by the delimiter that yields a row of headings, else by commas.

    Raises:
        NotReadable: The headings lack a day or an amount, without which nothing can be taken.
    """
    for delimiter in _DELIMITERS:
        first = _rows("".join(text.splitlines(keepends=True)[:_FIRST_LINES]), delimiter, quoted=True)
        head = next((at for at, row in enumerate(first) if _is_head(row.cells)), None)
        if head is not None:
            return _whole(text, delimiter, head)
    _refuse_half_a_head(text)
    return CellTable(_rows(text, ",", quoted=True), None, (), ())


def headings_of(cells: Sequence[str]) -> tuple[str, ...]:
    """Return a row of headings in small letters, without the empty ones at its end."""
    named = [heading(cell) for cell in cells]
    while named and not named[-1]:
        named.pop()
    return tuple(named)


def _whole(text: str, delimiter: str, head: int) -> CellTable:
    rows = _rows(text, delimiter, quoted=True)
    headings = headings_of(rows[head].cells)
    findings: list[Finding] = []
    if delimiter == ";":
        findings.append(note(WarningCode.DELIMITER_SEMICOLON, "The columns are parted by semicolons."))
    if delimiter == "\t":
        findings.append(note(WarningCode.DELIMITER_TAB, "The columns are parted by tabs."))
    torn = next((row for row in rows[head + 1 :] if any(map(_holds_rows, row.cells))), None)
    if torn:
        rows = _rows(text, delimiter, quoted=False)
        sentence = (
            f"A quotation mark is opened on line {torn.line} and never closed, so rows run together."
            " Each line is read as a row of its own. Is the list below right?"
        )
        findings.append(question(WarningCode.QUOTE_UNCLOSED, sentence, torn.line))
    return CellTable(rows, head, headings, tuple(findings))


def _holds_rows(cell: str) -> bool:
    return ("\n" in cell or "\r" in cell) and bool(_DAY_INSIDE.search(cell))


def _rows(text: str, delimiter: str, *, quoted: bool) -> tuple[CellRow, ...]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1, _LONGEST_CELL))
    source = io.StringIO(text, newline="")
    if quoted:
        reader = csv.reader(source, delimiter=delimiter)
    else:
        reader = csv.reader(source, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    rows: list[CellRow] = []
    line = 1
    for cells in reader:
        rows.append(CellRow(line, cells if quoted else [cell.strip('"') for cell in cells]))
        line = reader.line_num + 1
    return tuple(rows)


def _is_head(cells: Sequence[str]) -> bool:
    named = headings_of(cells)
    return len(named) >= 3 and any(map(_is_date_word, named)) and any(map(_is_money_word, named))


def _is_date_word(name: str) -> bool:
    return name in DATE_WORDS


def _is_money_word(name: str) -> bool:
    return name in MONEY_WORDS or name.startswith("amount")


def _refuse_half_a_head(text: str) -> None:
    for row in _rows("".join(text.splitlines(keepends=True)[:_FIRST_LINES]), ",", quoted=True):
        named = headings_of(row.cells)
        if len(named) < 2 or any(map(looks_like_a_day, row.cells)):
            continue
        if any(map(_is_money_word, named)) and any(len(name) > 3 for name in named):
            sentence = "This file has no column with days, so nothing can be taken from it. Download it with dates."
            raise NotReadable(refusal(WarningCode.COLUMN_MISSING_DATE, sentence))
        if any(map(_is_date_word, named)):
            sentence = (
                "This file has no column with amounts, so nothing can be taken from it. Download it with amounts."
            )
            raise NotReadable(refusal(WarningCode.COLUMN_MISSING_AMOUNT, sentence))
