"""The payroll's file of payslips: which column holds what, and what each row says. Nothing is kept by reading."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from pa_manager.values.days import day_from_text
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money, total

T = TypeVar("T")

LARGEST: Final = 5_000_000
"""The largest file that is read, in bytes. A hundred payslips are a thousandth of it."""
_FIRST_LINES: Final = 15
_FEWEST: Final = 3
_EXTRA_NOUGHTS: Final = re.compile(r"(\.\d\d)0+$")
_TIME_OF_DAY: Final = re.compile(r"[T ]\d\d:\d\d(:\d\d)?$")
_NOT_LETTERS: Final = re.compile(r"[^a-z0-9]+")
_NOTHING: Final = frozenset({"", "-", "–", "n/a", "nil"})
_TOTALS: Final = frozenset({"total", "totals", "grand total", "totals:", "total:"})


class NotAPayslipFile(UserError):
    """Nothing can be read from the file."""


class PayslipColumn(StrEnum):
    """What a column of the payroll's file holds. The words are stored: never change one."""

    NUMBER_OF_PERSON = "payroll_number"
    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    PERIOD_FIRST = "first"
    PERIOD_LAST = "last"
    PAID_ON = "paid_on"
    GROSS = "gross"
    TAX = "tax"
    EMPLOYEE_NI = "employee_ni"
    EMPLOYEE_PENSION = "employee_pension"
    STUDENT_LOAN = "student_loan"
    POSTGRADUATE_LOAN = "postgraduate_loan"
    OTHER_TAKEN = "other_taken"
    EXPENSES_PAID = "expenses_paid"
    NET = "net"
    EMPLOYER_NI = "employer_ni"
    EMPLOYER_PENSION = "employer_pension"
    RECOVERED = "recovered"

    @property
    def words(self) -> str:
        """What it is called on screens."""
        return _WORDS[self][0]


_WORDS: Final[Mapping[PayslipColumn, tuple[str, ...]]] = {
    PayslipColumn.NUMBER_OF_PERSON: (
        "Payroll number",
        "works number", "works no", "payroll no", "employee number", "employee no", "employee code", "employee id",
        "employeeid", "emp no", "payroll id", "ref", "employee ref", "employee reference",
    ),
    PayslipColumn.NAME: ("Name", "employee", "employee name", "full name", "fullname", "pa", "pa name"),
    PayslipColumn.FIRST_NAME: ("First name", "forename", "forenames", "first names", "given name"),
    PayslipColumn.LAST_NAME: ("Last name", "surname", "family name"),
    PayslipColumn.PERIOD_FIRST: (
        "First day of the pay period", "period start", "period from", "start date", "from", "period start date",
    ),
    PayslipColumn.PERIOD_LAST: (
        "Last day of the pay period", "period end", "period to", "end date", "to", "period ending", "period end date",
    ),
    PayslipColumn.PAID_ON: (
        "Day it is paid", "pay date", "payment date", "date paid", "paid on", "paydate", "date of payment",
    ),
    PayslipColumn.GROSS: ("Gross pay", "gross", "total gross", "gross for tax", "total payments", "total pay"),
    PayslipColumn.TAX: ("Tax", "paye", "paye tax", "income tax", "tax deducted", "tax paid"),
    PayslipColumn.EMPLOYEE_NI: (
        "National Insurance, their part",
        "ni", "nic", "employee ni", "employee nic", "ee ni", "ees ni", "ees nic", "ee nic", "employees ni",
        "employee s ni", "national insurance", "ni employee", "nic employee", "employee national insurance",
    ),
    PayslipColumn.EMPLOYEE_PENSION: (
        "Pension, their part",
        "employee pension", "ee pension", "ees pension", "pension", "pension employee", "employees pension",
        "employee s pension", "pension ee",
    ),
    PayslipColumn.STUDENT_LOAN: ("Student loan", "student loans", "sl", "student loan deduction"),
    PayslipColumn.POSTGRADUATE_LOAN: (
        "Postgraduate loan", "pg loan", "pgl", "postgrad loan", "postgraduate loans", "postgraduate loan deduction",
    ),
    PayslipColumn.OTHER_TAKEN: ("Other things taken off", "other deductions", "attachment of earnings", "aeo"),
    PayslipColumn.EXPENSES_PAID: (
        "Expenses paid back", "expenses", "mileage", "net additions", "non taxable payments", "reimbursed expenses",
    ),
    PayslipColumn.NET: ("Net pay", "net", "take home pay", "take home", "amount paid", "net payment", "net wages"),
    PayslipColumn.EMPLOYER_NI: (
        "National Insurance, your part",
        "employer ni", "employer nic", "er ni", "ers ni", "ers nic", "er nic", "employers ni", "employers nic",
        "employer s ni", "ni employer", "nic employer", "employer national insurance",
    ),
    PayslipColumn.EMPLOYER_PENSION: (
        "Pension, your part",
        "employer pension", "er pension", "ers pension", "pension employer", "employers pension", "employer s pension",
        "pension er",
    ),
    PayslipColumn.RECOVERED: ("Given back by HMRC", "statutory pay recovered", "smp recovered", "recovered"),
}  # fmt: skip
_BY_WORD: Final = {
    _NOT_LETTERS.sub(" ", word.casefold()).strip(): column
    for column, words in _WORDS.items()
    for word in (*words, column.value)
}
_DAYS: Final = (PayslipColumn.PERIOD_FIRST, PayslipColumn.PERIOD_LAST, PayslipColumn.PAID_ON)
_WHO: Final = (
    PayslipColumn.NUMBER_OF_PERSON,
    PayslipColumn.NAME,
    PayslipColumn.FIRST_NAME,
    PayslipColumn.LAST_NAME,
)
_AMOUNTS: Final = tuple(each for each in PayslipColumn if each not in {*_DAYS, *_WHO})
_TAKEN: Final = (
    PayslipColumn.TAX,
    PayslipColumn.EMPLOYEE_NI,
    PayslipColumn.EMPLOYEE_PENSION,
    PayslipColumn.STUDENT_LOAN,
    PayslipColumn.POSTGRADUATE_LOAN,
    PayslipColumn.OTHER_TAKEN,
)
_FROM_EMPLOYER: Final = (PayslipColumn.EMPLOYER_NI, PayslipColumn.EMPLOYER_PENSION)

Columns = Mapping[PayslipColumn, str]
"""Which heading of a file stands over what."""


@dataclass(frozen=True, slots=True)
class PayslipLayout:
    """Which column of a bureau's file holds what, known again by all of its headings."""

    headings: tuple[str, ...]
    columns: Columns

    @property
    def lacks(self) -> tuple[str, ...]:
        """What no column was found for, without which nothing can be taken."""
        lacking = [] if any(each in self.columns for each in _WHO) else ["the PA's name or payroll number"]
        needed = ((PayslipColumn.GROSS, "the gross pay"), (PayslipColumn.NET, "the net pay"))
        return (*lacking, *(words for column, words in needed if column not in self.columns))


@dataclass(frozen=True, slots=True)
class FileTable:
    """The cells of a file: its headings, and each row below them with its line of the file, counted from 1."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PayslipFileRow:
    """What one row of the file says.

    Attributes:
        line: The line of the file, counted from 1.
        person_number: The payroll number; empty if the file has none.
        amounts: By the names of the payslip's figures; what the row leaves empty is nil.
        problems: What could not be read, each with its column.
    """

    line: int
    name: str
    person_number: str
    first: date | None
    last: date | None
    paid_on: date | None
    amounts: Mapping[str, Money]
    problems: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[object, ...]:
        """All that it says, wherever it stands in the file."""
        return (self.name, self.person_number, self.first, self.last, self.paid_on, tuple(self.amounts.items()))

    @property
    def who(self) -> str:
        """Whom the row is about, as the file says it."""
        return self.name or self.person_number or f"Row {self.line}"


def read_table(content: bytes, known: Iterable[PayslipLayout] = ()) -> FileTable:
    """Return the cells of a file, and which of its rows holds the headings: one known from before, else the likeliest.

    Raises:
        NotAPayslipFile: It is no text with columns.
    """
    text = _text(content)
    headings_known = {each.headings for each in known}
    for delimiter in (",", ";", "\t", "|"):
        rows = _cells(text, delimiter)
        first = [(at, _trimmed(cells)) for at, (_line, cells) in enumerate(rows[:_FIRST_LINES])]
        wide = [(at, cells) for at, cells in first if sum(map(bool, cells)) >= _FEWEST]
        if not wide:
            continue
        at, headings = max(wide, key=lambda each: (each[1] in headings_known, _known_words(each[1]), -each[0]))
        below = tuple((line, cells) for line, cells in rows[at + 1 :] if any(cells))
        return FileTable(headings, below)
    raise NotAPayslipFile("This file has no columns. Ask the payroll for a CSV file with one row for each payslip.")


def layout_of(headings: Sequence[str], known: Iterable[PayslipLayout] = ()) -> PayslipLayout:
    """Return which column holds what: as a person said of files with these headings, else by the headings' words."""
    for layout in known:
        if layout.headings == tuple(headings):
            return layout
    columns: dict[PayslipColumn, str] = {}
    for heading in headings:
        column = _BY_WORD.get(_word(heading))
        if column is not None:
            columns.setdefault(column, heading)
    return PayslipLayout(tuple(headings), columns)


def read_rows(table: FileTable, columns: Columns) -> tuple[PayslipFileRow, ...]:
    """Return what each row says, by the columns that were named. Rows of totals are left out.

    Money and days are read loosely. Where the deductions have a minus sign and only so come to the net, they are
    taken without it.

    Example: gross 600.00, tax -54.00 and net 546.00 are £54.00 of tax taken off.
    """
    at = {column: table.headings.index(heading) for column, heading in columns.items()}
    found = (_row(line, cells, at) for line, cells in table.rows)
    return tuple(row for row in found if row is not None)


def _row(line: int, cells: Sequence[str], at: Mapping[PayslipColumn, int]) -> PayslipFileRow | None:
    def cell(column: PayslipColumn) -> str:
        place = at.get(column)
        return cells[place] if place is not None and place < len(cells) else ""

    name = cell(PayslipColumn.NAME) or f"{cell(PayslipColumn.FIRST_NAME)} {cell(PayslipColumn.LAST_NAME)}".strip()
    number = cell(PayslipColumn.NUMBER_OF_PERSON)
    if name.casefold() in _TOTALS or number.casefold() in _TOTALS or not (name or number):
        return None
    problems: list[str] = []
    days = {column: _read(column, _day, cell(column), problems) for column in _DAYS}
    amounts = {column: _read(column, _money, cell(column), problems) or NIL for column in _AMOUNTS}
    problems += [f"{each.words} is empty." for each in (PayslipColumn.GROSS, PayslipColumn.NET) if not cell(each)]
    return PayslipFileRow(
        line=line,
        name=name,
        person_number=number,
        first=days[PayslipColumn.PERIOD_FIRST],
        last=days[PayslipColumn.PERIOD_LAST],
        paid_on=days[PayslipColumn.PAID_ON],
        amounts=_figures(amounts),
        problems=tuple(problems),
    )


def _read(column: PayslipColumn, read: Callable[[str], T], text: str, problems: list[str]) -> T | None:
    if text.casefold() in _NOTHING:
        return None
    try:
        return read(text)
    except UserError as error:
        problems.append(f"{column.words}: “{text}” cannot be read. {error}")
        return None


def _figures(amounts: Mapping[PayslipColumn, Money]) -> dict[str, Money]:
    """Return the figures by name; deductions with a minus sign are turned where only so the net comes out."""
    gross, net = amounts[PayslipColumn.GROSS], amounts[PayslipColumn.NET]
    taken = total(amounts[each] for each in _TAKEN)
    turned = dict(amounts)
    if taken < NIL and gross + taken + amounts[PayslipColumn.EXPENSES_PAID] == net:
        turned |= {each: -amounts[each] for each in _TAKEN}
    turned |= {each: abs(amounts[each]) for each in _FROM_EMPLOYER}
    loans = turned.pop(PayslipColumn.STUDENT_LOAN) + turned.pop(PayslipColumn.POSTGRADUATE_LOAN)
    return {"student_loan": loans, **{column.value: amount for column, amount in turned.items()}}


def _money(text: str) -> Money:
    """Return an amount as programs write it: ``(5.60)``, ``5.60-`` and ``5.6000`` besides what a person types."""
    text = _EXTRA_NOUGHTS.sub(r"\1", text.replace(" ", ""))
    if text.startswith("(") and text.endswith(")"):
        return -Money.signed_from_text(text[1:-1])
    if text.endswith("-"):
        return -Money.signed_from_text(text[:-1])
    return Money.signed_from_text(text)


def _day(text: str) -> date:
    return day_from_text(_TIME_OF_DAY.sub("", text))


def _text(content: bytes) -> str:
    if not content.strip():
        raise NotAPayslipFile("This file is empty. Ask the payroll for it again.")
    if len(content) > LARGEST:
        raise NotAPayslipFile("This file is larger than 5 MB, which no list of payslips is. Choose another file.")
    if content.startswith(b"%PDF"):
        raise NotAPayslipFile("This is a PDF. Keep it with its payslip, and choose the payroll's CSV file here.")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if content.startswith((b"PK", b"\xd0\xcf\x11\xe0")) or b"\0" in content:
        raise NotAPayslipFile("This is no text file. If it is a spreadsheet, open it there and save it as CSV.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _cells(text: str, delimiter: str) -> list[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found, line = [], 1
    try:
        for cells in reader:
            found.append((line, tuple(" ".join(cell.split()) for cell in cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise NotAPayslipFile(f"Line {line} of this file cannot be read. Ask the payroll for it again.") from error
    return found


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    last = max((at for at, cell in enumerate(cells, start=1) if cell), default=0)
    return tuple(cells[:last])


def _word(heading: str) -> str:
    return _NOT_LETTERS.sub(" ", heading.casefold()).strip()


def _known_words(headings: Iterable[str]) -> int:
    return sum(_word(each) in _BY_WORD for each in headings)
