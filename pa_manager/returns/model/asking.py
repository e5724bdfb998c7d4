"""What a funder's rules mean for what was spent: which papers are asked for, and what it would ask about.

A rule is a few words as a person typed them. Payments are held against it by the line they are on, or by words in the
name of who was paid. It is a question and never a verdict: a note on the payment, or a consent, answers it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from pa_manager.funding.model import ReturnLine, StreamId
from pa_manager.returns.model.figures import ListingLine
from pa_manager.values.money import NIL

_WORDS = re.compile(r"[a-zà-ÿŵŷ0-9']+")
_SHORTEST: Final = 5
"""How long a word of a rule must be to be looked for in the name of who was paid."""


class AskedPaper(Enum):
    """A kind of paper that is counted here."""

    STATEMENTS = ("statement",)
    RECEIPTS = ("receipt", "invoice")
    PAYSLIPS = ("payslip", "pay slip")
    TIMESHEETS = ("timesheet", "time sheet")
    INSURANCE = ("insurance", "certificate")


@dataclass(frozen=True, slots=True)
class Permission:
    """A kind of spending that was agreed beforehand, for one stream of money or, without one, for all."""

    line: ReturnLine
    stream_id: StreamId | None = None

    def covers(self, line: ListingLine) -> bool:
        """Return whether a payment is of that kind."""
        return line.line is self.line and self.stream_id in {None, line.stream_id}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Payments that a rule may be against."""

    rule: str
    lines: tuple[ListingLine, ...]


def papers_asked_for(evidence: Iterable[str]) -> tuple[frozenset[AskedPaper], tuple[str, ...]]:
    """Return which papers are asked for that are counted here, and the others in the funder's words."""
    counted: set[AskedPaper] = set()
    others = []
    for asked in evidence:
        kinds = [kind for kind in AskedPaper if any(word in asked.casefold() for word in kind.value)]
        counted.update(kinds)
        if not kinds:
            others.append(asked)
    return frozenset(counted), tuple(others)


def doubts(rules: Iterable[str], listing: Sequence[ListingLine], agreed: Sequence[Permission]) -> Iterator[Doubt]:
    """Yield each rule that payments may go against, with the payments that nothing explains yet."""
    open_ones = [
        line
        for line in listing
        if line.amount < NIL and not line.note.strip() and not any(each.covers(line) for each in agreed)
    ]
    for rule in rules:
        found = tuple(line for line in open_ones if _is_meant(rule, line))
        if found:
            yield Doubt(rule, found)


def _is_meant(rule: str, line: ListingLine) -> bool:
    """Return whether a rule may mean a payment: by its line, or by a word in the name of who was paid."""
    there = f" {' '.join(_words(line.who))} "
    signs = [sign for sign in _SIGNS if any(f" {name}" in f" {rule.casefold()}" for name in sign.named)]
    if any(line.line in sign.lines for sign in signs):
        return True
    words = {word for sign in signs for word in sign.words}
    if not signs:
        words = {word for word in _words(rule) if len(word) >= _SHORTEST and word not in _COMMON}
    return line.line not in _PAY and any(f" {word} " in there for word in words)


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.casefold())


@dataclass(frozen=True, slots=True)
class _Sign:
    """By what a rule of some sort is known, and by what the spending that it means."""

    named: tuple[str, ...]
    words: frozenset[str] = frozenset()
    lines: frozenset[ReturnLine] = frozenset()


_PAY: Final = frozenset(
    {ReturnLine.WAGES, ReturnLine.HMRC, ReturnLine.PENSION, ReturnLine.REPAID_TO_COUNCIL, ReturnLine.STATUTORY_PAY}
)
"""Lines on which the name of who was paid says nothing of what it was for."""
_COMMON: Final = frozenset({"anything", "other", "which", "their", "there", "about", "lives", "without", "unless"})
_SIGNS: Final = (
    _Sign(
        ("gambl", "betting", "lotter"),
        frozenset({"bet", "bet365", "betfred", "betting", "bingo", "casino", "ladbrokes", "lottery", "lotto", "poker"}),
    ),
    _Sign(("residential", "care home"), frozenset({"residential", "care home", "nursing home"})),
    _Sign(("nhs", "health service"), frozenset({"nhs", "prescription", "dentist", "dental"})),
    _Sign(("council's own", "council’s own", "council services"), frozenset({"council", "cc"})),
    _Sign(
        ("food", "groceries", "meals"),
        frozenset({"aldi", "asda", "cafe", "food", "groceries", "lidl", "morrisons", "restaurant", "sainsbury's"})
        | {"sainsburys", "supermarket", "tesco", "waitrose"},
    ),
    _Sign(
        ("rent", "household bill"),
        frozenset({"broadband", "council tax", "edf", "electricity", "gas", "mortgage", "rent", "water"}),
    ),
    _Sign(
        ("tobacco", "alcohol", "cigarette"),
        frozenset({"alcohol", "beer", "cigarettes", "off licence", "pub", "tobacco", "vape", "wine", "wines"}),
    ),
    _Sign(("gift", "tips", "present"), frozenset({"gift", "gifts", "present", "presents", "tip", "tips"})),
    _Sign(("mobility",), frozenset({"motability"})),
    _Sign(("relative", "family", "illegal", "not in the plan", "off the plan")),  # the check asks about these itself
    _Sign(("cash",), lines=frozenset({ReturnLine.CASH})),
    _Sign(("bank charge", "bank fee"), lines=frozenset({ReturnLine.BANK_CHARGES})),
    _Sign(("agency", "agencies"), lines=frozenset({ReturnLine.AGENCY})),
    _Sign(("self-employed",), lines=frozenset({ReturnLine.SELF_EMPLOYED})),
    _Sign(("respite", "short break"), lines=frozenset({ReturnLine.RESPITE})),
    _Sign(("equipment",), lines=frozenset({ReturnLine.EQUIPMENT})),
    _Sign(("training",), lines=frozenset({ReturnLine.TRAINING})),
    _Sign(("taxi", "outings"), lines=frozenset({ReturnLine.TRANSPORT})),
)
