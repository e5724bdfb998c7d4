"""What payslips make the holder owe, to whom, and by when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from pa_manager.pay.model.payslips import PayslipId, PayslipLine
from pa_manager.values.days import Period, later_by_months, month_of
from pa_manager.values.money import NIL, Money

_DUE: Final = 22


class LiabilityKind(StrEnum):
    """To whom money is owed because of pay."""

    WAGES = "wages"
    HMRC = "hmrc"
    PENSION = "pension"


@dataclass(frozen=True, slots=True, kw_only=True)
class Liability:
    """One sum that is owed because of pay.

    Attributes:
        who: Whom it is owed to, by name.
        amount: How much; below nil where HMRC owes it to the holder.
        period: The days it is for: the pay period, the tax month or the month of the pension.
        payslip_id: The payslip whose wages they are.
    """

    what: LiabilityKind
    who: str
    amount: Money
    due_on: date
    period: Period
    payslip_id: PayslipId | None = None


def tax_month_of(day: date) -> Period:
    """Return the tax month a day lies in, from the 6th to the 5th.

    Example: 5 May 2026 lies in 6 April to 5 May 2026, and 6 May 2026 in the next.
    """
    first = later_by_months(day, -1 if day.day < 6 else 0).replace(day=6)
    return Period(first, later_by_months(first, 1) - timedelta(days=1))


def hmrc_due_on(tax_month: Period) -> date:
    """Return the last day to pay HMRC for a tax month, paying electronically: 17 days after it ends.

    Example: the tax month to 5 May 2026 is due on 22 May 2026.
    (Income Tax (Pay As You Earn) Regulations 2003, SI 2003/2682, reg. 69.)
    """
    return tax_month.last.replace(day=_DUE)


def pension_due_on(month: Period) -> date:
    """Return the last day to pay what was taken for the pension in a month: the 22nd of the next.

    Example: for May 2026 it is 22 June 2026.
    (Occupational Pension Schemes (Scheme Administration) Regulations 1996, SI 1996/1715, reg. 16.)
    """
    return later_by_months(month.first, 1).replace(day=_DUE)


def liabilities_of(lines: Iterable[PayslipLine]) -> tuple[Liability, ...]:
    """Return all that some payslips make the holder owe, the soonest due first.

    Wages are due on the day of payment, each by itself. HMRC is due once for a tax month and the pension once for
    a month, for all payslips paid in it. What comes to nil is not owed.
    """
    owed = []
    hmrc: defaultdict[Period, Money] = defaultdict(lambda: NIL)
    pension: defaultdict[Period, Money] = defaultdict(lambda: NIL)
    for line in lines:
        payslip = line.payslip
        hmrc[tax_month_of(payslip.paid_on)] += payslip.to_hmrc
        pension[month_of(payslip.paid_on)] += payslip.to_pension
        owed.append(
            Liability(
                what=LiabilityKind.WAGES,
                who=line.assistant,
                amount=payslip.net,
                due_on=payslip.paid_on,
                period=payslip.period,
                payslip_id=payslip.id,
            )
        )
    owed.extend(
        Liability(what=LiabilityKind.HMRC, who="HMRC", amount=amount, due_on=hmrc_due_on(month), period=month)
        for month, amount in hmrc.items()
    )
    owed.extend(
        Liability(what=LiabilityKind.PENSION, who="Pension", amount=amount, due_on=pension_due_on(month), period=month)
        for month, amount in pension.items()
    )
    return tuple(
        sorted((each for each in owed if each.amount != NIL), key=lambda each: (each.due_on, each.what, each.who))
    )
