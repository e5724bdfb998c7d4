"""Reading OFX, in its older form (SGML, where tags need not be closed) and its newer one (XML)."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from pa_manager.spending.model.bankfiles.amounts import NotAnAmount, pence_of
from pa_manager.spending.model.bankfiles.files import AccountMark, BankRow, OutRow
from pa_manager.spending.model.bankfiles.findings import Finding, WarningCode, question, refusal, warning
from pa_manager.spending.model.bankfiles.kinds import NotReadable
from pa_manager.spending.model.bankfiles.parties import party_in, tidy
from pa_manager.spending.model.bankfiles.tables import account_mark
from pa_manager.values.money import Money

_TAG = re.compile(r"<(/?)([A-Za-z0-9_.]+)\s*/?>([^<]*)")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)


@dataclass(slots=True)
class OfxRead:
    """The rows of an OFX file in its own order, and what there is to say about it."""

    rows: list[BankRow] = field(default_factory=list)
    out: list[OutRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    accounts: tuple[AccountMark, ...] = ()
    closing: Money | None = None


def read_ofx(text: str) -> OfxRead:
    """Return what an OFX file says.

    Raises:
        NotReadable: It is held in other money than pounds.
    """
    scan = _Scan()
    plain = _CDATA.sub(lambda found: html.escape(found[1]), text)
    for closing, tag, value in _TAG.findall(plain):
        if closing:
            scan.end(tag.upper())
        else:
            scan.start(tag.upper(), tidy(html.unescape(value)))
    read = scan.read
    read.accounts = tuple(scan.marks)
    if scan.entry is not None or "</OFX>" not in text.upper():
        sentence = "The file ends in the middle, so rows may be missing. Download it again, or go on without them?"
        read.findings.append(question(WarningCode.FILE_TRUNCATED, sentence))
    if len(scan.marks) != 1:
        read.closing = None
    _tell_ids_apart(read)
    return read


class _Scan:
    """Goes through the tags of an OFX file, and gathers what stands between them."""

    def __init__(self) -> None:
        self.read = OfxRead()
        self.marks: dict[AccountMark, None] = {}
        self.entry: dict[str, str] | None = None
        self._account: AccountMark | None = None
        self._facts: dict[str, str] = {}
        self._position = 0

    def start(self, tag: str, value: str) -> None:
        """Take a tag that opens, with the text behind it."""
        if tag == "STMTTRN":
            self.entry = {}
        elif self.entry is not None:
            self.entry.setdefault(tag, value)
        else:
            self._facts[tag] = value
            if tag == "CURDEF":
                _refuse_other_money(value)

    def end(self, tag: str) -> None:
        """Take a tag that closes: what has been gathered since it opened is whole."""
        if tag == "STMTTRN" and self.entry is not None:
            self._position += 1
            _take(self.read, self._position, self.entry, self._account)
            self.entry = None
        elif tag in {"BANKACCTFROM", "CCACCTFROM"}:
            self._account = account_mark(self._facts.get("BANKID", ""), self._facts.get("ACCTID", ""))
            self.marks[self._account] = None
        elif tag == "LEDGERBAL":
            self.read.closing = _money(self._facts.get("BALAMT", ""))


def _take(read: OfxRead, position: int, entry: dict[str, str], account: AccountMark | None) -> None:
    text = tidy(f"{entry.get('NAME', '')} {entry.get('MEMO', '')}")
    day = _day(entry.get("DTPOSTED", ""))
    if day is None:
        read.out.append(OutRow(position=position, line=None, reason=WarningCode.DATE_INVALID, text=text))
        return
    try:
        written = entry.get("TRNAMT", "")
        pence = pence_of(written, comma="," in written and "." not in written)
    except NotAnAmount as error:
        read.out.append(OutRow(position=position, line=None, reason=error.code, text=text))
        return
    if pence == 0:
        read.out.append(OutRow(position=position, line=None, reason=WarningCode.AMOUNT_ZERO, text=text))
        return
    read.rows.append(
        BankRow(
            position=position,
            line=None,
            day=day,
            amount=Money(pence),
            text=text,
            party=party_in(entry.get("NAME", "") or text),
            kind=entry.get("TRNTYPE", ""),
            bank_id=entry.get("FITID", ""),
            account=account,
        )
    )


def _tell_ids_apart(read: OfxRead) -> None:
    """An id counts together with day and amount alone: banks use one twice, or leave it blank."""
    by_id = Counter(row.bank_id for row in read.rows if row.bank_id)
    if not any(count > 1 for count in by_id.values()):
        return
    sentence = "The bank has used one number for more than one payment. Look at the rows below."
    read.findings.append(warning(WarningCode.FITID_REUSED, sentence))


def _day(written: str) -> date | None:
    try:
        return date(int(written[:4]), int(written[4:6]), int(written[6:8]))
    except ValueError:
        return None


def _money(written: str) -> Money | None:
    try:
        return Money(pence_of(written))
    except NotAnAmount:
        return None


def _refuse_other_money(code: str) -> None:
    if code.upper() != "GBP":
        sentence = "This account is not held in pounds. Only accounts in pounds can be brought in."
        raise NotReadable(refusal(WarningCode.NOT_POUNDS, sentence))
