"""Reading a bank file, whatever it is, into rows that can be believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from pa_manager.spending.model.bankfiles.camt import balance_question, read_camt
from pa_manager.spending.model.bankfiles.chain import Chain, follow_balances
from pa_manager.spending.model.bankfiles.files import AccountMark, BankFile, BankRow, FileKind, OutRow
from pa_manager.spending.model.bankfiles.findings import Finding, WarningCode, question, warning
from pa_manager.spending.model.bankfiles.kinds import NotReadable, kind_of, text_of
from pa_manager.spending.model.bankfiles.ofx import read_ofx
from pa_manager.spending.model.bankfiles.parties import santander_party
from pa_manager.spending.model.bankfiles.qif import read_qif
from pa_manager.spending.model.bankfiles.santander import table_from_blocks, table_from_html
from pa_manager.spending.model.bankfiles.tables import read_table
from pa_manager.values.money import Money, total

_REASONS = {
    WarningCode.DATE_INVALID: "The day cannot be read",
    WarningCode.AMOUNT_INVALID: "The amount cannot be read",
    WarningCode.AMOUNT_OUT_OF_RANGE: "The amount is beyond one million pounds",
}


@dataclass(slots=True)
class _Read:
    """What a reader of one format has gathered."""

    layout: str
    rows: Sequence[BankRow]
    out: Sequence[OutRow]
    findings: list[Finding]
    accounts: tuple[AccountMark, ...] = ()
    opening: Money | None = None
    closing: Money | None = None


def read_bank_file(content: bytes, *, today: date | None = None) -> BankFile:
    """Return all that a bank file says. Nothing is guessed: what it cannot decide is among the findings.

    Args:
        content: The bytes of the file.
        today: Rows dated after tomorrow are doubted. Without it, rows after a hole of two years are.
    """
    kind = FileKind.OTHER
    try:
        text, findings = text_of(content)
        kind = kind_of(text)
        read = _read(kind, text)
    except NotReadable as error:
        return BankFile(kind=kind, findings=(error.finding,))
    read.findings[:0] = findings
    return _finished(kind, read, today)


def _read(kind: FileKind, text: str) -> _Read:
    if kind is FileKind.OFX:
        ofx = read_ofx(text)
        layout = "ofx_2_xml" if text.lstrip()[:5].casefold() == "<?xml" else "ofx_1_sgml"
        return _Read(layout, ofx.rows, ofx.out, ofx.findings, ofx.accounts, None, ofx.closing)
    if kind is FileKind.QIF:
        qif = read_qif(text)
        return _Read("qif", qif.rows, qif.out, qif.findings)
    if kind is FileKind.CAMT:
        camt = read_camt(text)
        return _Read("camt", camt.rows, camt.out, camt.findings, camt.accounts, camt.opening, camt.closing)
    if kind is FileKind.SANTANDER_TEXT:
        return _table(*table_from_blocks(text), "santander_text")
    if kind is FileKind.HTML_TABLE:
        return _table(*table_from_html(text), "santander_html_as_xls")
    return _table(text, None, "")


def _table(text: str, lines: list[int] | None, layout: str) -> _Read:
    table = read_table(text)
    rows: Sequence[BankRow] = table.rows
    out: Sequence[OutRow] = table.out
    if lines is not None:
        rows = [replace(row, line=lines[(row.line or 1) - 1], party=santander_party(row.text)) for row in rows]
        out = [replace(row, line=lines[(row.line or 1) - 1]) for row in out]
    return _Read(layout or table.profile.layout, rows, out, table.findings, table.accounts)


def _finished(kind: FileKind, read: _Read, today: date | None) -> BankFile:
    rows = _doubted(read, today)
    chain = follow_balances(rows)
    if chain.gap:
        rows, chain = _without_copies(read, rows, chain)
    if chain.gap:
        where = f" after line {chain.gap.after_line}" if chain.gap.after_line else ""
        read.findings.append(
            warning(
                WarningCode.BALANCE_GAP,
                f"The running balance jumps by {chain.gap.difference}{where}. A row may be missing there.",
                chain.gap.after_line,
            )
        )
    if chain.sorted and not chain.gap:
        read.findings.append(
            warning(WarningCode.OUT_OF_ORDER, "The rows were not in the order of their days. They have been sorted.")
        )
    kept = tuple(row for row in chain.rows if row.doubt is not WarningCode.DATE_INVALID)
    undated = [
        OutRow(position=row.position, line=row.line, reason=WarningCode.DATE_INVALID, text=row.text)
        for row in chain.rows
        if row.doubt is WarningCode.DATE_INVALID
    ]
    out = tuple(sorted((*read.out, *undated), key=lambda row: row.position))
    opening, closing = _balances(read, chain)
    _say_what_is_out(read, out, kept)
    return BankFile(
        kind=kind,
        layout=read.layout,
        rows=kept,
        out=out,
        findings=tuple(read.findings),
        accounts=read.accounts,
        opening=opening,
        closing=closing,
        gap=chain.gap,
    )


def _doubted(read: _Read, today: date | None) -> list[BankRow]:
    """Return the rows, with a doubt on those in the future and on copies of one payment under one number."""
    if not read.rows:
        return []
    latest = today + timedelta(days=1) if today else _latest_likely({row.day for row in read.rows})
    seen: Counter[tuple[str, date, int]] = Counter()
    rows: list[BankRow] = []
    for row in read.rows:
        doubt = row.doubt
        if row.bank_id:
            key = (row.bank_id, row.day, row.amount.pence)
            seen[key] += 1
            if seen[key] > 1:
                doubt = WarningCode.DUPLICATE_ID
        if doubt is None and row.day > latest:
            doubt = WarningCode.DATE_FUTURE
        rows.append(row if doubt is row.doubt else replace(row, doubt=doubt))
    future = [row for row in rows if row.doubt is WarningCode.DATE_FUTURE]
    if future:
        where = f"The row on line {future[0].line} is" if len(future) == 1 else f"{len(future)} rows are"
        sentence = f"{where} dated in the future. Tick what is right, and go on without the rest?"
        read.findings.append(question(WarningCode.DATE_FUTURE, sentence, future[0].line))
    return rows


def _latest_likely(days: set[date]) -> date:
    """Return the last day before a hole of two years and more: what lies beyond is a slip of the year."""
    in_order = sorted(days)
    hole = timedelta(days=730)
    return next((before for before, later in pairwise(in_order) if later - before > hole), in_order[-1])


def _without_copies(read: _Read, rows: list[BankRow], chain: Chain) -> tuple[list[BankRow], Chain]:
    """Return the rows with a doubt on those that repeat another to the very balance, if that closes the gaps."""
    seen: set[tuple[date, int, str, int]] = set()
    copies: set[int] = set()
    for row in rows:
        if row.balance is not None:
            key = (row.day, row.amount.pence, row.text, row.balance.pence)
            if key in seen:
                copies.add(row.position)
            seen.add(key)
    if not copies:
        return rows, chain
    without = follow_balances([row for row in rows if row.position not in copies])
    if without.gap:
        return rows, chain
    doubted = [
        replace(row, doubt=WarningCode.DUPLICATE_ROW_SAME_BALANCE) if row.position in copies else row for row in rows
    ]
    sentence = "Some rows stand in the file twice, down to the balance. The second of each is left unticked."
    read.findings.append(warning(WarningCode.DUPLICATE_ROW_SAME_BALANCE, sentence))
    copied = tuple(row for row in doubted if row.position in copies)
    return doubted, replace(without, rows=(*without.rows, *copied))


def _balances(read: _Read, chain: Chain) -> tuple[Money | None, Money | None]:
    if read.closing is None:
        return chain.opening, chain.closing
    sure = total(row.amount for row in chain.rows if row.doubt is None)
    if read.opening is None:
        return read.closing - sure, read.closing
    if read.opening + sure != read.closing:
        read.findings.append(balance_question(read.opening + sure, read.closing))
    return read.opening, read.closing


def _say_what_is_out(read: _Read, out: Sequence[OutRow], kept: Sequence[BankRow]) -> None:
    pending = [row for row in out if row.reason is WarningCode.PENDING]
    if pending:
        count = "1 row is" if len(pending) == 1 else f"{len(pending)} rows are"
        sentence = f"{count} not settled yet, and left out. They come again when they are."
        read.findings.append(warning(WarningCode.PENDING_ROWS, sentence, pending[0].line))
    for reason, words in _REASONS.items():
        refused = [row for row in out if row.reason is reason]
        if refused:
            where = f"row {refused[0].position}" if refused[0].line is None else f"line {refused[0].line}"
            more = f" and {len(refused) - 1} more" if len(refused) > 1 else ""
            sentence = f"{words} on {where}{more}. Go on without?"
            read.findings.append(question(reason, sentence, refused[0].line))
    if len(read.accounts) > 1:
        sentence = f"The file holds {len(read.accounts)} accounts. Only rows of the account you chose are taken."
        read.findings.append(warning(WarningCode.SEVERAL_ACCOUNTS, sentence))
    if not kept:
        read.findings.append(warning(WarningCode.NO_TRANSACTIONS, "There are no payments in this file."))
