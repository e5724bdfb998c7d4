"""Which spending needs a paper to show for it, and which has none yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from pa_manager.funding.model import ReturnLine
from pa_manager.spending.model.ledger import Split, Transaction, TransactionId
from pa_manager.values.days import later_by_months
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL

NEEDED: Final = frozenset(
    {
        ReturnLine.AGENCY,
        ReturnLine.SELF_EMPLOYED,
        ReturnLine.INSURANCE,
        ReturnLine.PAYROLL_FEE,
        ReturnLine.RECRUITMENT,
        ReturnLine.TRAINING,
        ReturnLine.RESPITE,
        ReturnLine.EQUIPMENT,
        ReturnLine.EXPENSES,
        ReturnLine.TRANSPORT,
        ReturnLine.CASH,
        ReturnLine.OTHER_OUT,
    }
)
"""The lines that need a receipt or an invoice unless somebody says otherwise: what nearly every council asks for.

Wages are shown by their payslips, and HMRC and the pension by the record of the payroll."""


_ENDINGS: Final = ((b"%PDF", ".pdf"), (b"\xff\xd8", ".jpg"), (b"\x89PNG", ".png"))


class NoDocument(UserError):
    """A document that was to be kept is empty or too large."""


class StillAttached(UserError):
    """A document belongs to a payment."""


def needs_paper(line: ReturnLine, rules: Mapping[ReturnLine, bool]) -> bool:
    """Return whether money out on a line needs a paper."""
    return rules.get(line, line in NEEDED)


def without_paper(
    transactions: Iterable[Transaction], rules: Mapping[ReturnLine, bool], taken_back: frozenset[TransactionId]
) -> tuple[Transaction, ...]:
    """Return the spending that has no paper yet, though it needs one.

    A wage that is matched to its payslip is shown by that. What was taken back, and what took it back, needs none.
    """
    return tuple(
        each
        for each in transactions
        if not each.is_money_in
        and not each.evidence
        and each.id not in taken_back
        and any(_wants(split, rules) for split in each.splits)
    )


def file_name(name: str, content: bytes) -> str:
    """Return what a paper is called as a file: its name, with the ending of its kind where it has none.

    Example: ``Taxi``, a PDF, is ``Taxi.pdf``; ``receipt.jpg`` stays.
    """
    if "." in name[-5:]:
        return name
    return name + next((ending for head, ending in _ENDINGS if content.startswith(head)), "")


def kept_until(day: date, years: int) -> date:
    """Return the last day on which a paper is kept: so many years beside the money year that it belongs to.

    The money year is the council's, 1 April to 31 March.

    Example: of 13 April 2026, with 6 years, until 31 March 2033; of 31 March 2026, until 31 March 2032.
    """
    running = date(day.year, 3, 31)
    return later_by_months(running, 12 * (years if day <= running else years + 1))


def _wants(split: Split, rules: Mapping[ReturnLine, bool]) -> bool:
    return split.amount < NIL and split.payslip_id is None and needs_paper(split.line, rules)
