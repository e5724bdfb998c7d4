"""The Employment Allowance: employer's National Insurance that need not be paid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from pa_manager.law.dated import Dated, OwnFigure
from pa_manager.law.explained import Because, because
from pa_manager.law.kinds import MONEY
from pa_manager.values.money import NIL, Money

_ACT: Final = "National Insurance Contributions Act 2014"

ALLOWANCE: Final = Dated(
    name="Employment Allowance",
    rule="How much of your National Insurance as an employer you need not pay in a tax year.",
    authority=f"{_ACT}, s. 1(2)",
    steps=((date(2023, 4, 6), Money(5_000_00)), (date(2025, 4, 6), Money(10_500_00))),
    known_to=date(2027, 4, 5),
    kind=MONEY,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """Employer's National Insurance before and after the allowance, and what is left of it for the year."""

    due: Money
    claimed: Money
    to_pay: Money
    left: Money
    why: tuple[Because, ...]


def why_not_eligible(*, for_care: bool, other_work: bool = False) -> str:
    """Return why an employer in a private home may not claim, in one sentence; empty where it may.

    Who employs somebody for personal, family or household affairs may not claim, unless all the work is for a
    person who needs care because of age, disability, dependence, illness or mental disorder.
    (National Insurance Contributions Act 2014, s. 2, as amended in 2015; HM Revenue and Customs manual, NIM06520 and
    NIM06535, where PAs paid by direct payments are named.)

    Example: a PA who also cleans for others in the house: not eligible for that PA.
    """
    if not for_care:
        return "The allowance is for employers of somebody who cares for a person in need of care and support."
    if other_work:
        return "All the work must be for the person who needs care; this PA also works for others in the house."
    return ""


def after_allowance(due: Money, *, used_before: Money, paid_on: date, own: Iterable[OwnFigure] = ()) -> Allowed:
    """Return what is left to pay of employer's National Insurance, taking the allowance as it comes up.

    One allowance for each employer and tax year, for all PAs together; ``used_before`` is what earlier payments of
    the year have used. (National Insurance Contributions Act 2014, s. 1 to 4.)

    Example: £120 due in May 2026 with £10,450 used: £50 is claimed, £70 is paid.

    Raises:
        FigureNotKnown: This version does not know the allowance for the day.
    """
    found = ALLOWANCE.found(paid_on, own)
    left = max(found.value - used_before, NIL)
    claimed = min(due, left)
    return Allowed(
        due=due,
        claimed=claimed,
        to_pay=due - claimed,
        left=left - claimed,
        why=(
            Because("Employer's National Insurance", due),
            because(found, f"Employment Allowance, {left} of {found.value} still unused", claimed),
            Because("Left to pay", due - claimed),
        ),
    )
