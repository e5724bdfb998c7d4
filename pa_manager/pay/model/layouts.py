"""The layout of the file for the payroll: which columns, under which headings, filled from what."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final, NewType

from pa_manager.values.clock import hours_said
from pa_manager.values.days import Period
from pa_manager.values.errors import UserError
from pa_manager.values.money import Money

LayoutId = NewType("LayoutId", int)
NEW_LAYOUT: Final = LayoutId(0)
KIND: Final = "PA Manager layout of hours for payroll"
VERSION: Final = 1
LARGEST: Final = 1_000_000
_MOST_COLUMNS: Final = 80


class NotALayoutFile(UserError):
    """The file does not hold a layout that can be read."""


class NoColumns(UserError):
    """A layout needs at least one column."""


class HeadingMissing(UserError):
    """A column needs a heading."""


class HeadingTwice(UserError):
    """Two columns have one heading."""


class LayoutNameMissing(UserError):
    """A layout needs a name."""


class Source(StrEnum):
    """What fills a column. The words stand in files: never change one."""

    NAME = "name"
    FIRST_NAME = "first_name"
    SURNAME = "surname"
    NUMBER = "works_number"
    NI_NUMBER = "ni_number"
    PERIOD_FIRST = "period_first"
    PERIOD_LAST = "period_last"
    PAY_DAY = "pay_day"
    DESCRIPTION = "description"
    QUANTITY = "quantity"
    RATE = "rate"
    AMOUNT = "amount"
    MINIMUM_WAGE = "counts_for_minimum_wage"
    FIXED = "fixed"

    @property
    def words(self) -> str:
        """The source as screens say it."""
        return _SOURCES[self]


_SOURCES: Final = {
    Source.NAME: "Full name",
    Source.FIRST_NAME: "First name",
    Source.SURNAME: "Surname",
    Source.NUMBER: "Payroll number",
    Source.NI_NUMBER: "National Insurance number, only when asked for",
    Source.PERIOD_FIRST: "First day of the pay period",
    Source.PERIOD_LAST: "Last day of the pay period",
    Source.PAY_DAY: "Day of payment",
    Source.DESCRIPTION: "What it is for",
    Source.QUANTITY: "How much: hours, shifts or miles",
    Source.RATE: "Rate for one",
    Source.AMOUNT: "What it comes to",
    Source.MINIMUM_WAGE: "Counts for the minimum wage: Y or N",
    Source.FIXED: "Always the same words",
}


class Written(StrEnum):
    """How what fills a column is written. The words stand in files: never change one."""

    PLAIN = "plain"
    DECIMAL_HOURS = "decimal_hours"
    CLOCK_HOURS = "clock_hours"
    UK_DATE = "uk_date"
    ISO_DATE = "iso_date"

    @property
    def words(self) -> str:
        """The way of writing as screens say it."""
        return _WRITTEN[self]


_WRITTEN: Final = {
    Written.PLAIN: "As it is",
    Written.DECIMAL_HOURS: "Hours with decimals: 7.50",
    Written.CLOCK_HOURS: "Hours and minutes: 7:30",
    Written.UK_DATE: "Days like 29/05/2026",
    Written.ISO_DATE: "Days like 2026-05-29",
}


@dataclass(frozen=True, slots=True)
class LayoutColumn:
    """One column: its heading, what fills it and how that is written; ``text`` is for what is always the same."""

    heading: str
    source: Source
    written: Written = Written.PLAIN
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A layout: its columns in order, and whether sums that are not for hours or shifts are rows of it too."""

    id: LayoutId
    name: str
    columns: tuple[LayoutColumn, ...]
    whole: bool = True
    note: str = ""

    def with_column(self, column: LayoutColumn, at: int | None = None) -> Layout:
        """Return the same with one more column, or with another in place of the one at a number.

        Raises:
            HeadingMissing: It has no heading.
            HeadingTwice: Another has the same.
        """
        columns = list(self.columns)
        if at is None:
            columns.append(column)
        else:
            columns[at] = column
        return checked(replace(self, columns=tuple(columns)))

    def without_column(self, at: int) -> Layout:
        """Return the same without a column.

        Raises:
            NoColumns: It is the only one.
        """
        return checked(replace(self, columns=self.columns[:at] + self.columns[at + 1 :]))

    def moved(self, at: int, by: int) -> Layout:
        """Return the same with a column moved to the left or right; at the edge it stays."""
        columns = list(self.columns)
        to = min(max(at + by, 0), len(columns) - 1)
        columns.insert(to, columns.pop(at))
        return replace(self, columns=tuple(columns))


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """What one row of the file says: so much of one thing at one rate, for one PA.

    Attributes:
        minutes: The time, where it is paid by the hour; else ``count`` shifts, miles or pieces.
        by_time: Whether it is paid by the hour or by the shift, and not a sum of its own.
    """

    name: str
    number: str
    period: Period
    description: str
    amount: Money
    rate: Money
    minutes: int | None = None
    count: int = 1
    by_time: bool = True
    counts: bool = True
    ni_number: str = ""


BRIGHTPAY_HOURLY: Final = Layout(
    id=NEW_LAYOUT,
    name="BrightPay, hourly payments",
    whole=False,
    note="The columns are chosen when the file is brought in: BrightPay, Importing Hourly Payments using CSV File.",
    columns=(
        LayoutColumn("First name", Source.FIRST_NAME),
        LayoutColumn("Surname", Source.SURNAME),
        LayoutColumn("Works number", Source.NUMBER),
        LayoutColumn("Description", Source.DESCRIPTION),
        LayoutColumn("Rate per hour", Source.RATE),
        LayoutColumn("Normal hours", Source.QUANTITY, Written.DECIMAL_HOURS),
        LayoutColumn("Counts for minimum wage", Source.MINIMUM_WAGE),
    ),
)
GENERAL: Final = Layout(
    id=NEW_LAYOUT,
    name="One line for each PA and rate",
    note="For a payroll that types the hours in by hand.",
    columns=(
        LayoutColumn("PA", Source.NAME),
        LayoutColumn("Payroll number", Source.NUMBER),
        LayoutColumn("From", Source.PERIOD_FIRST, Written.UK_DATE),
        LayoutColumn("To", Source.PERIOD_LAST, Written.UK_DATE),
        LayoutColumn("For", Source.DESCRIPTION),
        LayoutColumn("How much", Source.QUANTITY, Written.DECIMAL_HOURS),
        LayoutColumn("Rate", Source.RATE),
        LayoutColumn("Comes to", Source.AMOUNT),
    ),
)
SHIPPED: Final = (BRIGHTPAY_HOURLY, GENERAL)


def checked(layout: Layout) -> Layout:
    """Return a layout as it may be kept.

    Raises:
        LayoutNameMissing: It has no name.
        NoColumns: It has no columns.
        HeadingMissing: A column has no heading.
        HeadingTwice: Two columns have one heading.
    """
    if not layout.name.strip():
        raise LayoutNameMissing("The name is missing. Type what this layout is called.")
    if not layout.columns:
        raise NoColumns("A layout needs at least one column. Add another before you take this one out.")
    headings = [each.heading.strip().casefold() for each in layout.columns]
    if "" in headings:
        raise HeadingMissing("The heading is missing. Type what stands at the top of the column.")
    if len(set(headings)) < len(headings):
        raise HeadingTwice("Another column has this heading. Type a heading of its own.")
    return replace(layout, name=" ".join(layout.name.split()))


def csv_of(layout: Layout, rows: Iterable[FileRow], *, paid_on: date | None) -> bytes:
    """Return the file: UTF-8, one header row, then a line for each row.

    A cell that a spreadsheet would take for a formula is led by an apostrophe. Hours with decimals have two places.

    Example: 4:20 hours stand as 4.33.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.heading for column in layout.columns])
    for row in rows:
        if layout.whole or row.by_time:
            writer.writerow([_safe(_cell(column, row, paid_on)) for column in layout.columns])
    return text.getvalue().encode("utf-8-sig")


def decimal_hours(minutes: int) -> str:
    """Return minutes as hours with two decimals, halves away from nil.

    Example: 260 minutes are 4.33 hours.
    """
    return Money(1).times(Fraction(minutes * 100, 60)).plain()


def layout_file(layout: Layout) -> bytes:
    """Return a layout as the bytes of a file, to be handed on: nothing about anybody is in it."""
    content = {
        "kind": KIND,
        "version": VERSION,
        "name": layout.name,
        "note": layout.note,
        "whole": layout.whole,
        "columns": [
            {"heading": each.heading, "source": each.source.value, "written": each.written.value, "text": each.text}
            for each in layout.columns
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def layout_from_file(name: str, content: bytes) -> Layout:
    """Return the layout in a file.

    Raises:
        NotALayoutFile: It is no such file, or something in it cannot be read.
    """
    wrong = f"{name} is not a layout that was saved here. Choose a file that ends in .json."
    if len(content) > LARGEST:
        raise NotALayoutFile(wrong)
    try:
        read = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise NotALayoutFile(wrong) from error
    if not isinstance(read, dict) or read.get("kind") != KIND:
        raise NotALayoutFile(wrong)
    if read.get("version") != VERSION:
        raise NotALayoutFile(f"{name} was saved by another version of PA Manager. Update the program to read it.")
    columns = read.get("columns")
    if not isinstance(columns, list) or len(columns) > _MOST_COLUMNS:
        raise NotALayoutFile(f"{name} holds no columns that can be read. Ask for it to be saved again.")
    try:
        return checked(
            Layout(
                id=NEW_LAYOUT,
                name=_text(read, "name"),
                note=_text(read, "note"),
                whole=read.get("whole") is True,
                columns=tuple(map(_column, columns)),
            )
        )
    except UserError as error:
        raise NotALayoutFile(f"{name} cannot be read. {error} Nothing of it was kept.") from error


def _column(each: object) -> LayoutColumn:
    if not isinstance(each, dict):
        raise NotALayoutFile("One of its columns has no parts.")
    source, written = _text(each, "source"), _text(each, "written")
    if source not in set(Source) or written not in set(Written):
        raise NotALayoutFile(f"The column “{_text(each, 'heading')[:40]}” is filled from what is not known here.")
    return LayoutColumn(_text(each, "heading"), Source(source), Written(written), _text(each, "text"))


def _text(part: dict[object, object], name: str) -> str:
    found = part.get(name, "")
    if not isinstance(found, str):
        raise NotALayoutFile(f"Its part “{name}” is not text.")
    return found


def _cell(column: LayoutColumn, row: FileRow, paid_on: date | None) -> str:
    first, _, surname = row.name.rpartition(" ")
    days = {Source.PERIOD_FIRST: row.period.first, Source.PERIOD_LAST: row.period.last, Source.PAY_DAY: paid_on}
    if column.source in days:
        return _day(days[column.source], column.written)
    if column.source is Source.QUANTITY:
        if row.minutes is None:
            return str(row.count)
        return hours_said(row.minutes) if column.written is Written.CLOCK_HOURS else decimal_hours(row.minutes)
    return {
        Source.NAME: row.name,
        Source.FIRST_NAME: first or surname,
        Source.SURNAME: surname if first else "",
        Source.NUMBER: row.number,
        Source.NI_NUMBER: row.ni_number,
        Source.DESCRIPTION: row.description,
        Source.RATE: row.rate.plain(),
        Source.AMOUNT: row.amount.plain(),
        Source.MINIMUM_WAGE: "Y" if row.counts else "N",
        Source.FIXED: column.text,
    }[column.source]


def _day(day: date | None, written: Written) -> str:
    if day is None:
        return ""
    return f"{day:%d/%m/%Y}" if written is Written.UK_DATE else day.isoformat()


def _safe(text: str) -> str:
    numeric = text.lstrip("-").replace(".", "", 1).replace(":", "", 1).isdigit()
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t"} and not numeric else text
