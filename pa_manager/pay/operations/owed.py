"""What is owed because of pay, and how HMRC is paid."""

from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.operations import assistants_by_id
from pa_manager.figures.operations import own_figures
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.law.pay_periods import tax_year, tax_year_days
from pa_manager.pay.model import (
    P32,
    Liability,
    PayslipLine,
    Scheme,
    advice_on_paying,
    liabilities_of,
    scheme_on,
)
from pa_manager.pay.operations.subject import PAY
from pa_manager.pay.store import payslips as store
from pa_manager.pay.store import schemes
from pa_manager.values.days import Period

_YEAR: Final = timedelta(days=365)


def keep_scheme(work: Work, *, scheme: Scheme) -> Changes:
    """Keep how HM Revenue and Customs is paid from a day of payment on. What held before that day stays as it is."""
    schemes.put(work, scheme)
    return PAY


def find_scheme(work: Work, *, paid_on: date) -> Scheme:
    """Return how HM Revenue and Customs is paid for a day of payment: monthly and without allowance, if nobody said."""
    return scheme_on(schemes.every(work), paid_on)


def keep_p32(work: Work, *, p32: P32) -> Changes:
    """Keep what the payroll says is due to HM Revenue and Customs, in place of what it said before."""
    schemes.put_p32(work, p32)
    return PAY


def list_p32s(work: Work) -> dict[date, P32]:
    """Return what the payroll said is due, by the first day of the tax month or quarter."""
    return schemes.every_p32(work)


def advice_on_scheme(work: Work, *, today: date) -> str:
    """Return whether HM Revenue and Customs could or should be paid in another rhythm; empty where all is well."""
    return advice_on_paying(store.paid_in(work, Period(today - _YEAR, today)), schemes.every(work), today=today)


def liabilities(work: Work, *, on: date, since: date | None = None) -> tuple[Liability, ...]:
    """Return all that payslips made the holder owe by a day: wages, HMRC and pension, the soonest due first.

    A payslip counts once it was paid, or once the work it pays for is done. What has been paid of it the bank
    knows, not the payslips. With ``since``, payslips paid before that day are left out.
    """
    assistants = assistants_by_id(work)
    back_to = None if since is None else tax_year_days(tax_year(since)).first
    return liabilities_of(
        (PayslipLine(payslip, assistants[payslip.assistant_id].name) for payslip in store.owed_by(work, on, back_to)),
        schemes.every(work),
        since=since,
        own=own_figures(work),
    )
