"""Reading QIF, an old format that some banks still offer: one letter at the start of each line."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from pa_manager.spending.model.bankfiles.amounts import NotAnAmount, pence_of
from pa_manager.spending.model.bankfiles.dates import read_days
from pa_manager.spending.model.bankfiles.files import BankRow, OutRow
from pa_manager.spending.model.bankfiles.findings import Finding, WarningCode, question
from pa_manager.spending.model.bankfiles.parties import santander_party, tidy
from pa_manager.values.money import Money

_AMOUNT_TAIL = re.compile(r"\s{2,},\s*[\d.,]+\s*$")


@dataclass(slots=True)
class QifRead:
    """The rows of a QIF file in its own order, and what there is to say about it."""

    rows: list[BankRow] = field(default_factory=list)
    out: list[OutRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_qif(text: str) -> QifRead:
    """Return what a QIF file says."""
    read = QifRead()
    entries = _entries(text)
    days = read_days([entry.get("D", "").replace("'", "/") for _, entry in entries])
    read.findings.extend(days.findings)
    for position, (line, entry) in enumerate(entries, start=1):
        payee = html.unescape(_AMOUNT_TAIL.sub("", entry.get("P", "")))
        words = tidy(f"{payee} {html.unescape(entry.get('M', ''))}")
        day = days.days.get(entry.get("D", "").replace("'", "/"))
        pence, reason = _pence(entry)
        if day is None or reason:
            reason = reason or WarningCode.DATE_INVALID
            read.out.append(OutRow(position=position, line=line, reason=reason, text=words))
            continue
        party = santander_party(words)
        read.rows.append(BankRow(position=position, line=line, day=day, amount=Money(pence), text=words, party=party))
    if text.rstrip() and not text.rstrip().endswith("^"):
        sentence = "The file ends in the middle, so rows may be missing. Download it again, or go on without them?"
        read.findings.append(question(WarningCode.FILE_TRUNCATED, sentence))
    return read


def _entries(text: str) -> list[tuple[int, dict[str, str]]]:
    found: list[tuple[int, dict[str, str]]] = []
    entry: dict[str, str] = {}
    start = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("!") or not line.strip():
            continue
        if line.startswith("^"):
            if "D" in entry or "T" in entry:
                found.append((start, entry))
            entry = {}
            continue
        if not entry:
            start = number
        entry.setdefault(line[0].upper(), line[1:])
    return found


def _pence(entry: dict[str, str]) -> tuple[int, WarningCode | None]:
    """Return what an entry comes to, and why it cannot be taken, if it cannot."""
    try:
        pence = pence_of(entry.get("T") or entry.get("U", ""))
    except NotAnAmount as error:
        return 0, error.code
    return pence, None if pence else WarningCode.AMOUNT_ZERO
