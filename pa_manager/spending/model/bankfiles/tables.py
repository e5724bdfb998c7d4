"""Reading a bank file that is a table, by the profile of its bank."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import Final

from pa_manager.spending.model.bankfiles.amounts import NotAnAmount, is_variant, pence_of
from pa_manager.spending.model.bankfiles.cells import CellRow, CellTable, headings_of, read_cells
from pa_manager.spending.model.bankfiles.dates import form_of, read_days
from pa_manager.spending.model.bankfiles.files import AccountMark, BankRow, OutRow
from pa_manager.spending.model.bankfiles.findings import Finding, WarningCode, note, question, refusal, warning
from pa_manager.spending.model.bankfiles.kinds import NotReadable
from pa_manager.spending.model.bankfiles.parties import tidy
from pa_manager.spending.model.bankfiles.profiles import (
    CLYDESDALE,
    CLYDESDALE_HEADINGS,
    HSBC,
    HSBC_HEADINGS,
    Profile,
    profile_for,
)
from pa_manager.spending.model.bankfiles.repairs import joined_into_last, joined_thousands, without_surplus
from pa_manager.values.money import Money

_MASK = re.compile(r"(?:\*+|X{2,}|ending )\s?(\d{4,8})\b", re.IGNORECASE)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_SIGNS_AFTER: Final = "-)RrKkDd "
_NOT_SETTLED: Final = re.compile(r"\s*(?:pending|authorised|declined|cancelled)\b", re.IGNORECASE)
_CARRIED = re.compile(r"(?:brought|carried) forward|(?:start|opening|closing) balance", re.IGNORECASE)
_SORT_CODE_AND_NUMBER: Final = 14
_DECIMAL_COMMA = re.compile(r"[-+£\s]*(?:\d{1,3}(?:\.\d{3})*|\d+),\d{2}")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each part of a row stands, by position: headings can be alike."""

    date: int
    texts: tuple[int, ...]
    amount: int | None
    money_in: int | None
    money_out: int | None
    balance: int | None
    kind: int | None
    bank_id: int | None
    sort_code: int | None
    account: int | None
    status: int | None
    count: int


@dataclass(slots=True)
class TableRead:
    """The rows of a table as they stand in the file, and all there is to say about them."""

    profile: Profile
    rows: list[BankRow] = field(default_factory=list)
    out: list[OutRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    accounts: tuple[AccountMark, ...] = ()


def read_table(text: str) -> TableRead:
    """Return what a table says.

    Raises:
        NotReadable: It has no day or no amount, is of no layout known, or holds other money than pounds.
    """
    table = read_cells(text)
    profile, headings = _profile(table)
    columns = _columns(profile, headings)
    read = TableRead(profile, findings=list(table.findings))
    rows = _body(read, table, headings)
    columns, rows = _settle_columns(read, columns, headings, rows)
    _Reader(read, columns, table.above).take(rows)
    return read


def _profile(table: CellTable) -> tuple[Profile, tuple[str, ...]]:
    if table.head is not None:
        if any(re.search(r"\((?:eur|usd)\)", name) for name in table.headings):
            sentence = "This account is not held in pounds. Only accounts in pounds can be brought in."
            raise NotReadable(refusal(WarningCode.NOT_POUNDS, sentence))
        if profile := profile_for(table.headings):
            return profile, table.headings
    else:
        first = next((row.cells for row in table.rows if not row.is_blank), [])
        if len(first) == len(HSBC_HEADINGS) and form_of(first[0]):
            return HSBC, HSBC_HEADINGS
        if len(first) == len(CLYDESDALE_HEADINGS) and form_of(first[0]):
            return CLYDESDALE, CLYDESDALE_HEADINGS
    sentence = "The layout of this file is not known here. Download the list as OFX, or add its payments by hand."
    raise NotReadable(refusal(WarningCode.LAYOUT_UNKNOWN, sentence))


def _columns(profile: Profile, headings: Sequence[str]) -> Columns:
    def at(name: str) -> int | None:
        return headings.index(name) if name and name in headings else None

    return Columns(
        date=headings.index(profile.date),
        texts=tuple(headings.index(name) for name in profile.texts),
        amount=at(profile.amount),
        money_in=at(profile.money_in),
        money_out=at(profile.money_out),
        balance=at(profile.balance),
        kind=at(profile.kind),
        bank_id=at(profile.bank_id),
        sort_code=at(profile.sort_code),
        account=at(profile.account),
        status=at(profile.status),
        count=len(headings),
    )


def _body(read: TableRead, table: CellTable, headings: tuple[str, ...]) -> list[CellRow]:
    kept: list[CellRow] = []
    for row in table.below:
        if row.is_blank:
            continue
        if not row.cells[0][:1].isdigit() and headings_of(row.cells) == headings:
            sentence = f"The headings come again on line {row.line}: the file seems to be two put together."
            read.findings.append(warning(WarningCode.HEADER_REPEATED, sentence, row.line))
            continue
        kept.append(row)
    return kept


def _settle_columns(
    read: TableRead, columns: Columns, headings: tuple[str, ...], rows: list[CellRow]
) -> tuple[Columns, list[CellRow]]:
    named = [name for name in headings if name]
    if len(named) != len(set(named)):
        columns = _told_apart(read, columns, headings, rows)
    ragged: int | None = None
    whole: list[CellRow] = []
    before: int | None = None
    for row in rows:
        cells = without_surplus(row.cells, columns.count) if len(row.cells) > columns.count else row.cells
        if len(cells) > columns.count:
            ragged = ragged or row.line
            mended = _mended(read.profile, columns, cells, before)
            cells = mended if mended is not None else cells
        whole.append(row if cells is row.cells else CellRow(row.line, cells))
        before = _balance_in(columns, cells)
    if ragged and read.profile.surplus:
        sentence = f"Line {ragged} has more cells than there are columns. They are taken as part of the last one."
        read.findings.append(warning(WarningCode.RAGGED_ROWS, sentence, ragged))
    elif ragged:
        sentence = (
            f"Line {ragged} has more cells than there are columns: the commas inside amounts seem to part them."
            " They are put together again. Are the amounts below right?"
        )
        read.findings.append(question(WarningCode.RAGGED_ROWS, sentence, ragged))
    return columns, whole


def _mended(profile: Profile, columns: Columns, cells: list[str], before: int | None) -> list[str] | None:
    if profile.surplus:
        return joined_into_last(cells, columns.count)
    if columns.amount is None:
        return None
    return joined_thousands(cells, columns.count, columns.amount, columns.balance, before)


def _balance_in(columns: Columns, cells: Sequence[str]) -> int | None:
    if columns.balance is None or columns.balance >= len(cells):
        return None
    try:
        return pence_of(cells[columns.balance])
    except NotAnAmount:
        return None


def _told_apart(read: TableRead, columns: Columns, headings: tuple[str, ...], rows: Sequence[CellRow]) -> Columns:
    """Return the columns where two are headed alike: the running balance tells money out from money in."""
    twice = next(name for name, count in Counter(headings).items() if count > 1 and name)
    first, second = (at for at, name in enumerate(headings) if name == twice)
    sentence = f"Two columns are both called “{twice.capitalize()}”. "
    if columns.amount == first and columns.balance is not None:
        for money_out, money_in, words in ((first, second, "first"), (second, first, "second")):
            tried = replace(columns, amount=None, money_in=money_in, money_out=money_out)
            if _follows(tried, rows):
                sentence += f"The balance shows that the {words} is money out. Is that right?"
                read.findings.append(question(WarningCode.COLUMN_NAME_TWICE, sentence))
                return tried
    sentence += "Nothing shows which is which. Download the file from the bank again."
    raise NotReadable(refusal(WarningCode.COLUMN_NAME_TWICE, sentence))


def _follows(columns: Columns, rows: Sequence[CellRow]) -> bool:
    steps: list[tuple[int, int]] = []
    for row in rows:
        cells = [*row.cells, *[""] * columns.count]
        try:
            steps.append((_in_less_out(columns, cells, comma=False), pence_of(cells[columns.balance or 0])))
        except NotAnAmount:
            return False
    onward = all(later[1] == before[1] + later[0] for before, later in pairwise(steps))
    return onward or all(later[1] == before[1] + later[0] for later, before in pairwise(steps))


def _in_less_out(columns: Columns, cells: Sequence[str], *, comma: bool) -> int:
    money_in = cells[columns.money_in or 0].strip()
    money_out = cells[columns.money_out or 0].strip()
    if not money_in and not money_out:
        raise NotAnAmount(WarningCode.AMOUNT_INVALID)
    came = pence_of(money_in, comma=comma) if money_in else 0
    went = pence_of(money_out, comma=comma) if money_out else 0
    return came - went


class _Reader:
    """Takes the rows of a table one by one, noting what cannot be taken and why."""

    def __init__(self, read: TableRead, columns: Columns, above: str) -> None:
        self._read = read
        self._columns = columns
        self._comma = False
        self._said: set[WarningCode] = set()
        mask = _MASK.search(above)
        self._masked = AccountMark(digits=mask[1]) if mask else None
        self._marks: dict[tuple[str, str], AccountMark] = {}
        self._latest = date.min

    def take(self, rows: Sequence[CellRow]) -> None:
        """Read every row."""
        columns = self._columns
        self._comma = self._has_decimal_commas(rows)
        days = read_days([row.cells[columns.date] for row in rows if len(row.cells) > columns.date])
        self._read.findings.extend(days.findings)
        for position, row in enumerate(rows, start=1):
            padded = row.cells if len(row.cells) >= columns.count else [*row.cells, *[""] * columns.count]
            written = padded[columns.date]
            self._take_row(position, row, padded, days.days.get(written), written)
        self._read.rows = [row for row in self._read.rows if row.day != date.min]
        self._note_truncation(rows)
        marks = tuple(self._marks.values()) or ((self._masked,) if self._masked else ())
        self._read.accounts = marks

    def _has_decimal_commas(self, rows: Sequence[CellRow]) -> bool:
        columns = self._columns
        at = [c for c in (columns.amount, columns.money_in, columns.money_out) if c is not None]
        written = [row.cells[c].strip() for row in rows for c in at if c < len(row.cells) and row.cells[c].strip()]
        if not any("," in text for text in written) or not all(map(_DECIMAL_COMMA.fullmatch, written)):
            return False
        sentence = "Amounts are written with a comma before the pence. 1.204,50 is read as £1,204.50."
        self._read.findings.append(warning(WarningCode.DECIMAL_COMMA, sentence))
        return True

    def _take_row(self, position: int, row: CellRow, cells: Sequence[str], day: date | None, written: str) -> None:
        columns, profile = self._columns, self._read.profile
        raw = [cells[at] for at in columns.texts]
        text = self._text(raw)
        if self._is_unsettled(cells, written):
            self._leave_out(position, row, WarningCode.PENDING, text)
            return
        if len(row.cells) > columns.count:
            self._leave_out(position, row, WarningCode.RAGGED_ROWS, text)
            return
        try:
            pence = self._pence(cells)
            balance = self._balance(cells)
        except NotAnAmount as error:
            if form_of(written) is None or (_CARRIED.search(text) and self._has_no_amount(cells)):
                return
            self._leave_out(position, row, error.code, text)
            return
        if pence == 0:
            self._leave_out(position, row, WarningCode.AMOUNT_ZERO, text)
            return
        self._look_at(raw, cells)
        kind = tidy(cells[columns.kind]) if columns.kind is not None else ""
        self._read.rows.append(
            BankRow(
                position=position,
                line=row.line,
                day=day or self._latest,
                amount=Money(pence),
                text=text,
                party=profile.party(kind, raw[0], raw),
                kind=kind,
                bank_id=cells[columns.bank_id].strip() if columns.bank_id is not None else "",
                balance=None if balance is None else Money(balance),
                account=self._mark(cells),
                doubt=WarningCode.DATE_INVALID if day is None else None,
            )
        )
        self._latest = day or self._latest

    def _text(self, raw: Sequence[str]) -> str:
        parts = [part.lstrip(" '") if self._read.profile.guarded else part for part in raw]
        return " ".join(filter(None, map(tidy, parts)))

    def _is_unsettled(self, cells: Sequence[str], written: str) -> bool:
        if _NOT_SETTLED.match(written):
            return True
        status = tidy(cells[self._columns.status]).casefold() if self._columns.status is not None else ""
        return bool(status) and status not in self._read.profile.settled

    def _has_no_amount(self, cells: Sequence[str]) -> bool:
        columns = self._columns
        return not any(
            cells[at].strip() for at in (columns.amount, columns.money_in, columns.money_out) if at is not None
        )

    def _pence(self, cells: Sequence[str]) -> int:
        if self._columns.amount is None:
            return _in_less_out(self._columns, cells, comma=self._comma)
        return pence_of(cells[self._columns.amount], comma=self._comma)

    def _balance(self, cells: Sequence[str]) -> int | None:
        at = self._columns.balance
        return pence_of(cells[at], comma=self._comma) if at is not None and cells[at].strip() else None

    def _mark(self, cells: Sequence[str]) -> AccountMark | None:
        if self._columns.account is None:
            return self._masked
        sort_code = cells[self._columns.sort_code] if self._columns.sort_code is not None else ""
        written = (sort_code, cells[self._columns.account])
        if written not in self._marks:
            self._marks[written] = account_mark(*written)
        return self._marks[written]

    def _look_at(self, raw: Sequence[str], cells: Sequence[str]) -> None:
        amount = cells[self._columns.amount] if self._columns.amount is not None else ""
        unusual = not amount.isascii() or amount[-1:] in _SIGNS_AFTER or amount[:1].isalpha()
        if unusual and is_variant(amount):
            self._say(note(WarningCode.MINUS_VARIANT, "Money out is marked in more than one way. All are read."))
        if raw[0].startswith(_FORMULA):
            sentence = "Some texts look like instructions to a spreadsheet. They are kept as plain words."
            self._say(warning(WarningCode.FORMULA_TEXT, sentence))

    def _leave_out(self, position: int, row: CellRow, reason: WarningCode, text: str) -> None:
        self._read.out.append(OutRow(position=position, line=row.line, reason=reason, text=text))

    def _say(self, finding: Finding) -> None:
        if finding.code not in self._said:
            self._said.add(finding.code)
            self._read.findings.append(finding)

    def _note_truncation(self, rows: Sequence[CellRow]) -> None:
        """A last row that lacks cells which every other row has was cut off in the middle."""
        if len(rows) > 2 and len(rows[-1].cells) < min(len(row.cells) for row in rows[:-1]) and self._read.rows:
            last = rows[-1]
            if self._read.rows[-1].line != last.line and form_of(last.cells[self._columns.date]) is None:
                return
            sentence = f"The file seems to end in the middle of line {last.line}. Rows may be missing. Go on without?"
            self._read.findings.append(question(WarningCode.FILE_TRUNCATED, sentence, last.line))


def account_mark(sort_code: str, number: str) -> AccountMark:
    """Return what a sort code and a number, however written, say about whose account it is.

    Example: ``20-00-00 12345678`` in one cell, or ``'30-00-00`` and ``12345678`` in two.
    """
    code = re.sub(r"\D", "", sort_code)
    digits = re.sub(r"\D", "", number)
    if not code and len(digits) == _SORT_CODE_AND_NUMBER:
        code, digits = digits[:6], digits[6:]
    return AccountMark(f"{code[:2]}-{code[2:4]}-{code[4:6]}" if len(code) == 6 else "", digits)
