"""What the payroll knows of a PA: the tax code and the like, so that a payslip can be held against the law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from pa_manager.assistants.model import AssistantId
from pa_manager.law.kinds import percent_from_text
from pa_manager.law.national_insurance import category_named
from pa_manager.law.pay_periods import Frequency
from pa_manager.law.payslip_check import Employee
from pa_manager.law.pension import Relief, Scheme
from pa_manager.law.student_loans import Plan
from pa_manager.law.tax_codes import tax_code_from_text
from pa_manager.values.money import Money


class LoanKind(StrEnum):
    """Which student loan is repaid. The words are stored: never change one."""

    NONE = "none"
    PLAN_1 = "1"
    PLAN_2 = "2"
    PLAN_4 = "4"
    PLAN_5 = "5"


class PensionKind(StrEnum):
    """Whether a pension is paid into, and how its tax relief comes about. The words are stored: never change one."""

    NONE = "none"
    AT_SOURCE = "at_source"
    NET_PAY = "net_pay"


_RELIEF: Final = {PensionKind.AT_SOURCE: Relief.AT_SOURCE, PensionKind.NET_PAY: Relief.NET_PAY}
_NO_TAX: Final = "NT"
_NO_INSURANCE: Final = "X"


@dataclass(frozen=True, slots=True, kw_only=True)
class PayDetails:
    """What the payroll knows of a PA from a day of payment on. What is empty or nothing is not told.

    Attributes:
        loan: Which student loan is repaid.
        postgraduate: Whether a postgraduate loan is repaid besides.
        their_share: The share of pay that the PA puts into the pension with its tax relief; empty for the least.
        your_share: The share that the holder puts in; empty for the least.
        on_all_pay: Whether the shares are of all pay, not of qualifying earnings.
        earned_before: The pay of the tax year before ``from_day`` that was taxed.
        taxed_before: The tax taken from it.
    """

    assistant_id: AssistantId
    from_day: date
    tax_code: str = ""
    ni_letter: str = ""
    loan: LoanKind | None = None
    postgraduate: bool = False
    pension: PensionKind | None = None
    their_share: str = ""
    your_share: str = ""
    on_all_pay: bool = False
    earned_before: Money | None = None
    taxed_before: Money | None = None

    def check(self) -> None:
        """Refuse what cannot be read.

        Raises:
            UserError: The tax code, the letter or a share is none.
        """
        self.employee(Frequency.MONTHLY)

    def employee(self, frequency: Frequency) -> Employee:
        """Return what the rules of pay ask for. What is not told stands there as if nothing were due."""
        plans = set() if self.loan in {None, LoanKind.NONE} else {Plan(str(self.loan))}
        if self.postgraduate:
            plans.add(Plan.POSTGRADUATE)
        scheme = None
        their_share, your_share = _share(self.their_share), _share(self.your_share)
        if self.pension in _RELIEF:
            scheme = Scheme(
                relief=_RELIEF[self.pension],
                employer=your_share,
                worker=their_share,
                on_all_pay=self.on_all_pay,
            )
        return Employee(
            code=tax_code_from_text(self.tax_code or _NO_TAX),
            category=category_named(self.ni_letter or _NO_INSURANCE).letter,
            frequency=frequency,
            plans=frozenset(plans),
            scheme=scheme,
        )


def _share(text: str) -> Fraction | None:
    return percent_from_text(text) if text else None
