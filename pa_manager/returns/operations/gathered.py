"""What the other links know of a period, asked once."""

from dataclasses import dataclass

from pa_manager.assistants.model import Assistant
from pa_manager.funding.model import Stream
from pa_manager.pay.model import Liability, PayslipLine
from pa_manager.spending.model import Account, Transaction
from pa_manager.values.days import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What the other links know of a period, asked once.

    Attributes:
        around: The payslips paid in the period or near it, which its wages may be for.
        bare: The spending that has no paper yet, though it needs one.
        unmatched: The wages that are matched to no payslip.
        insured: What was paid for employers' liability insurance in the year up to the end of the period.
        employs: Whether somebody is employed within the period.
    """

    period: Period
    transactions: tuple[Transaction, ...]
    accounts: tuple[Account, ...]
    streams: tuple[Stream, ...]
    assistants: tuple[Assistant, ...]
    around: tuple[PayslipLine, ...]
    bare: tuple[Transaction, ...]
    unmatched: tuple[Transaction, ...]
    owed: tuple[Liability, ...]
    insured: tuple[Transaction, ...]
    employs: bool

    @property
    def payslips(self) -> tuple[PayslipLine, ...]:
        """The payslips paid in the period."""
        return tuple(line for line in self.around if line.payslip.paid_on in self.period)
