"""The payments that payslips ask for, beside what the bank shows of them."""

from datetime import date, timedelta
from typing import Final

from pa_manager.file.work import Work
from pa_manager.funding.model import ReturnLine
from pa_manager.pay.model import Liability, LiabilityKind, Scheme
from pa_manager.pay.operations import find_scheme, liabilities, list_p32s, list_payslips
from pa_manager.spending.model.expecting import left_of, still_owed_of
from pa_manager.spending.model.paying import PaymentToMake, wages_reference
from pa_manager.spending.store import accounts
from pa_manager.spending.store import transactions as store
from pa_manager.values.money import Money

_OWED_LINES: Final = {ReturnLine.HMRC, ReturnLine.PENSION, ReturnLine.PAYROLL_FEE}
_AHEAD: Final = timedelta(days=62)
_SHOWN: Final = timedelta(days=92)


def still_owed(work: Work, *, on: date) -> tuple[Liability, ...]:
    """Return what payslips make the holder owe on a day, less what the bank shows as paid by then."""
    return still_owed_of(_left(work, owed_on=on, paid_by=on))


def payments_to_make(work: Work, *, today: date) -> tuple[PaymentToMake, ...]:
    """Return what is to be paid because of pay, two months ahead, the soonest due first; then what was paid of late.

    What was due more than three months ago stays in the list as long as it is not paid.
    """
    whose = {line.payslip.id: line.payslip.assistant_id for line in list_payslips(work)}
    known_to = max(store.last_days(work).values(), default=None)
    p32s = list_p32s(work)
    payments = []
    for owed, left in _left(work, owed_on=today + _AHEAD, paid_by=today):
        who, reference = _written_on(owed, find_scheme(work, paid_on=owed.due_on))
        payment = PaymentToMake(
            owed=owed,
            left=left,
            who=who,
            reference=reference,
            assistant_id=None if owed.payslip_id is None else whose[owed.payslip_id],
            today=today,
            known_to=known_to,
            p32=p32s.get(owed.period.first) if owed.what is LiabilityKind.HMRC else None,
        )
        if payment.is_open or owed.due_on >= today - _SHOWN:
            payments.append(payment)
    return tuple(sorted(payments, key=lambda each: not each.is_open))


def _written_on(owed: Liability, scheme: Scheme) -> tuple[str, str]:
    """Return whom a payment goes to, and what is written on it."""
    if owed.what is LiabilityKind.WAGES:
        return owed.who, wages_reference(owed.due_on)
    if owed.what is LiabilityKind.HMRC:
        return owed.who, scheme.hmrc_reference
    if owed.what is LiabilityKind.FEE:
        return owed.who, ""
    return scheme.pension or owed.who, scheme.pension_reference


def _left(work: Work, *, owed_on: date, paid_by: date) -> tuple[tuple[Liability, Money], ...]:
    opened = [account.opened_on for account in accounts.every_account(work)]
    paid = [
        (each.day, split.line, -split.amount)
        for each in store.on_lines(work, _OWED_LINES, on=paid_by)
        for split in each.splits
        if split.line in _OWED_LINES
    ]
    owed = liabilities(work, on=owed_on, since=min(opened, default=None))
    return left_of(owed, paid, store.paid_payslips(work, on=paid_by))
