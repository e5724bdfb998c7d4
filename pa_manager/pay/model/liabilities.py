"""What payslips make the holder owe, to whom, and by when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from pa_manager.law.pay_periods import tax_month_days
from pa_manager.law.paye import hmrc_due_on, pension_due_on
from pa_manager.pay.model.payslips import PayslipId, PayslipLine
from pa_manager.values.days import Period, month_of
from pa_manager.values.money import NIL, Money


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


def liabilities_of(lines: Iterable[PayslipLine]) -> tuple[Liability, ...]:
    """Return all that some payslips make the holder owe, the soonest due first.

    Wages are due on the day of payment, each by itself. HMRC is due once for a tax month and the pension once for
    a month, for all payslips paid in it. What comes to nil is not owed.

    Example: paid on 8 May 2026, tax is due on 22 June for 6 May to 5 June, and the pension on 22 June for May.
    """
    owed = []
    hmrc: defaultdict[tuple[date, Period], Money] = defaultdict(lambda: NIL)
    pension: defaultdict[tuple[date, Period], Money] = defaultdict(lambda: NIL)
    for line in lines:
        payslip = line.payslip
        to_hmrc, to_pension = _months_of(payslip.paid_on)
        hmrc[to_hmrc] += payslip.to_hmrc
        pension[to_pension] += payslip.to_pension
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
    owed += [
        Liability(what=what, who=who, amount=amount, due_on=due_on, period=month)
        for what, who, sums in (
            (LiabilityKind.HMRC, "HMRC", hmrc),
            (LiabilityKind.PENSION, "Pension", pension),
        )
        for (due_on, month), amount in sums.items()
    ]
    return tuple(
        sorted((each for each in owed if each.amount != NIL), key=lambda each: (each.due_on, each.what, each.who))
    )


@lru_cache(maxsize=1000)
def _months_of(paid_on: date) -> tuple[tuple[date, Period], tuple[date, Period]]:
    """Return to which month what is paid on a day belongs, and when that is due: for HMRC, and for the pension."""
    return (
        (hmrc_due_on(paid_on), tax_month_days(paid_on)),
        (pension_due_on(paid_on), month_of(paid_on)),
    )
