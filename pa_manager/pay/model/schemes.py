"""How the holder pays HM Revenue and Customs: how often, and whether with the Employment Allowance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from pa_manager.law.dated import FigureNotKnown, OwnFigure
from pa_manager.law.employment_allowance import after_allowance
from pa_manager.law.pay_periods import tax_month_days, tax_year
from pa_manager.law.paye import hmrc_due_on, may_pay_quarterly, tax_quarter_days
from pa_manager.pay.model.payslips import PayslipFigures
from pa_manager.values.days import Period
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money, total

_MONTHS: Final = 12
_REFERENCE: Final = re.compile(r"[0-9]{3}P[A-Z][0-9]{7}[0-9X]")


class NotAReference(UserError):
    """The text is no Accounts Office reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """How HM Revenue and Customs is paid, from a day of payment on.

    Attributes:
        quarterly: Whether each tax quarter, not each tax month: allowed below £1,500 a month on average.
        allowance: Whether the Employment Allowance is claimed.
        hmrc_reference: The Accounts Office reference, to be written on each payment.
        pension: Whom the pension is paid to.
        pension_reference: What is to be written on each payment to the pension.
        fee: What the payroll takes for each payslip, with VAT.
    """

    from_day: date
    quarterly: bool = False
    allowance: bool = False
    hmrc_reference: str = ""
    pension: str = ""
    pension_reference: str = ""
    fee: Money = NIL


USUAL: Final = Scheme(from_day=date.min)
"""How it is paid where nobody has said otherwise: each month, without the allowance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToHmrc:
    """What one payslip makes the holder owe to HM Revenue and Customs, as on the payroll's P32.

    Attributes:
        taken: What was taken off the PA's pay: tax, National Insurance and student loan.
        insurance: The employer's National Insurance, before the allowance.
        allowance: How much of it the Employment Allowance covers.
        recovered: Statutory pay that HM Revenue and Customs gives back.
        period: The tax month or quarter it is paid for.
        due_on: The day by which it must have arrived.
    """

    taken: Money
    insurance: Money
    allowance: Money
    recovered: Money
    period: Period
    due_on: date

    @property
    def amount(self) -> Money:
        """What is left to pay; below nil where more is given back than is due."""
        return self.taken + self.insurance - self.allowance - self.recovered


def hmrc_reference_from_text(text: str) -> str:
    """Return the Accounts Office reference that a person has typed, without blanks.

    (HM Revenue and Customs, "Pay employers' PAYE": 13 characters, on the letter that came with the registration.)

    Example: ``123 pa 00012345`` is ``123PA00012345``.

    Raises:
        NotAReference: It does not have the form of one.
    """
    reference = "".join(text.split()).upper()
    if not _REFERENCE.fullmatch(reference):
        raise NotAReference(
            "This is not an Accounts Office reference. It has 13 characters, for example 123PA00012345, and stands on"
            " HMRC's letter about PAYE. It is not the employer reference, which has a stroke in it."
        )
    return reference


@dataclass(frozen=True, slots=True, kw_only=True)
class P32:
    """What the payroll says is due to HM Revenue and Customs for a tax month or quarter.

    Attributes:
        month: The first day of the tax month or quarter.
        amount: What its P32 says is due.
    """

    month: date
    amount: Money

    def held_against(self, amount: Money) -> str:
        """Return how it differs from what the payslips make, and why it may; empty where it agrees.

        Example: £184.54 against £183.54: £1.00 more than the payslips kept here.
        """
        if self.amount == amount:
            return ""
        apart = self.amount - amount
        more = apart > NIL
        why = (
            "A payslip may be missing here, or the Employment Allowance not be claimed."
            if more
            else "The payroll may claim the Employment Allowance, or set off statutory pay or what was overpaid."
        )
        return (
            f"The payroll's P32 says {self.amount}: {apart if more else -apart} {'more' if more else 'less'} than the"
            f" payslips kept here come to. {why} Ask the payroll before you pay."
        )


def scheme_on(schemes: Iterable[Scheme], paid_on: date) -> Scheme:
    """Return how HM Revenue and Customs is paid for a day of payment: monthly and without allowance, if nobody said."""
    return max((each for each in schemes if each.from_day <= paid_on), key=lambda each: each.from_day, default=USUAL)


def to_hmrc(
    payslips: Sequence[PayslipFigures], schemes: Sequence[Scheme] = (), own: Iterable[OwnFigure] = ()
) -> tuple[ToHmrc, ...]:
    """Return what each payslip makes the holder owe, in the order given.

    The allowance is used up in the order of payment, for all PAs together, anew in each tax year: so all payslips of
    a tax year have to be given. Where this version does not know the allowance of a year, none is taken off.

    Example: £180.00 taken off and £45.20 of employer's National Insurance in May 2026: £180.00 with the allowance,
    by 22 June; £225.20 without. Paid quarterly, by 22 July.
    """
    used: dict[int, Money] = {}
    found: dict[int, ToHmrc] = {}
    own = tuple(own)
    for at, payslip in sorted(enumerate(payslips), key=lambda numbered: (numbered[1].paid_on, numbered[0])):
        scheme = scheme_on(schemes, payslip.paid_on)
        year = tax_year(payslip.paid_on)
        claimed = _claimed(payslip, used.get(year, NIL), own) if scheme.allowance else NIL
        used[year] = used.get(year, NIL) + claimed
        days = tax_quarter_days if scheme.quarterly else tax_month_days
        found[at] = ToHmrc(
            taken=payslip.to_hmrc - payslip.employer_ni,
            insurance=payslip.employer_ni,
            allowance=claimed,
            recovered=payslip.recovered,
            period=days(payslip.paid_on),
            due_on=hmrc_due_on(payslip.paid_on, quarterly=scheme.quarterly),
        )
    return tuple(found[at] for at in range(len(payslips)))


def advice_on_paying(payslips: Iterable[PayslipFigures], schemes: Sequence[Scheme], *, today: date) -> str:
    """Return whether HM Revenue and Customs could or should be paid in another rhythm; empty where all is well.

    It goes by the payslips of the twelve months before a day. (Income Tax (PAYE) Regulations 2003, reg. 70.)

    Example: £212.00 a month, paid monthly: it could be paid each quarter.
    """
    owed = total(each.amount for each in to_hmrc(tuple(payslips), schemes))
    a_month = Money(owed.pence // _MONTHS)
    if owed <= NIL:
        return ""
    quarterly = scheme_on(schemes, today).quarterly
    if may_pay_quarterly(a_month) and not quarterly:
        return f"You owe HMRC {a_month} a month on average. Below £1,500 you may pay each quarter instead."
    if quarterly and not may_pay_quarterly(a_month):
        return f"You owe HMRC {a_month} a month on average. From £1,500 on it must be paid each month."
    return ""


def _claimed(payslip: PayslipFigures, used: Money, own: tuple[OwnFigure, ...]) -> Money:
    try:
        return after_allowance(payslip.employer_ni, used_before=used, paid_on=payslip.paid_on, own=own).claimed
    except FigureNotKnown:
        return NIL
