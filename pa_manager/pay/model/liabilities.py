"""What payslips make the holder owe, to whom, and by when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pa_manager.law.dated import OwnFigure
from pa_manager.law.paye import pension_due_on
from pa_manager.pay.model.payslips import PayslipId, PayslipLine
from pa_manager.pay.model.schemes import Scheme, ToHmrc, scheme_on, to_hmrc
from pa_manager.values.days import Period, month_of
from pa_manager.values.money import NIL, Money, total


class LiabilityKind(StrEnum):
    """To whom money is owed because of pay."""

    WAGES = "wages"
    HMRC = "hmrc"
    PENSION = "pension"
    FEE = "fee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Liability:
    """One sum that is owed because of pay.

    Attributes:
        who: Whom it is owed to, by name.
        amount: How much; below nil where HMRC owes it to the holder.
        period: The days it is for: the pay period, the tax month or the month of the pension.
        payslip_id: The payslip whose wages they are.
        made_of: What it adds up from, in words, where it is for HMRC: the lines of the payroll's P32.
    """

    what: LiabilityKind
    who: str
    amount: Money
    due_on: date
    period: Period
    payslip_id: PayslipId | None = None
    made_of: tuple[tuple[str, Money], ...] = ()


def liabilities_of(
    lines: Iterable[PayslipLine],
    schemes: Sequence[Scheme] = (),
    *,
    since: date | None = None,
    own: Iterable[OwnFigure] = (),
) -> tuple[Liability, ...]:
    """Return all that some payslips make the holder owe, the soonest due first.

    Wages are due on the day of payment, each by itself. HMRC is due once for a tax month or quarter, less what the
    Employment Allowance covers and what HMRC gives back, and the pension once for a month, for all payslips paid in
    it. The payroll's own fee is due by the end of the month after. What comes to nil is not owed. With ``since``,
    payslips paid before that day are left out; they are given all the same, back to the beginning of the tax year,
    since they use up the allowance.

    Example: paid on 8 May 2026, tax is due on 22 June for 6 May to 5 June, and the pension on 22 June for May.
    """
    lines = tuple(lines)
    hmrc: defaultdict[tuple[date, Period], list[ToHmrc]] = defaultdict(list)
    pension: defaultdict[tuple[date, Period], Money] = defaultdict(lambda: NIL)
    owed = []
    for line, due in zip(lines, to_hmrc([line.payslip for line in lines], schemes, own), strict=True):
        payslip = line.payslip
        if since is not None and payslip.paid_on < since:
            continue
        hmrc[due.due_on, due.period].append(due)
        pension[pension_due_on(payslip.paid_on), month_of(payslip.paid_on)] += payslip.to_pension
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
    owed += _fees(lines, schemes, since)
    owed += [_hmrc(due_on, period, parts) for (due_on, period), parts in hmrc.items()]
    owed += [
        Liability(what=LiabilityKind.PENSION, who="Pension", amount=amount, due_on=due_on, period=month)
        for (due_on, month), amount in pension.items()
    ]
    return tuple(
        sorted((each for each in owed if each.amount != NIL), key=lambda each: (each.due_on, each.what, each.who))
    )


def _fees(lines: Sequence[PayslipLine], schemes: Sequence[Scheme], since: date | None) -> list[Liability]:
    """Return what the payroll is paid: so much for each payslip, by the end of the month after."""
    fees: defaultdict[Period, Money] = defaultdict(lambda: NIL)
    for line in lines:
        paid_on = line.payslip.paid_on
        if since is None or paid_on >= since:
            fees[month_of(paid_on)] += scheme_on(schemes, paid_on).fee
    return [
        Liability(
            what=LiabilityKind.FEE,
            who="The payroll",
            amount=amount,
            due_on=month_of(month.last + timedelta(days=1)).last,
            period=month,
        )
        for month, amount in fees.items()
    ]


def _hmrc(due_on: date, period: Period, parts: Sequence[ToHmrc]) -> Liability:
    sums = (
        ("Taken off the pay: tax, National Insurance, student loan", total(part.taken for part in parts)),
        ("Your National Insurance as an employer", total(part.insurance for part in parts)),
        ("Covered by the Employment Allowance", -total(part.allowance for part in parts)),
        ("Statutory pay that HMRC gives back", -total(part.recovered for part in parts)),
    )
    return Liability(
        what=LiabilityKind.HMRC,
        who="HMRC",
        amount=total(amount for _words, amount in sums),
        due_on=due_on,
        period=period,
        made_of=tuple((words, amount) for words, amount in sums if amount != NIL),
    )
