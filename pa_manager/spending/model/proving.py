"""Which spending needs a paper to show for it, and which has none yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from pa_manager.funding.model import ReturnLine
from pa_manager.spending.model.ledger import Split, Transaction, TransactionId
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


def _wants(split: Split, rules: Mapping[ReturnLine, bool]) -> bool:
    return split.amount < NIL and split.payslip_id is None and needs_paper(split.line, rules)
