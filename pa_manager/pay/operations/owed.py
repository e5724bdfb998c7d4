"""What is owed because of pay."""

from datetime import date

from pa_manager.assistants.operations import assistants_by_id
from pa_manager.file.work import Work
from pa_manager.pay.model import (
    Liability,
    PayslipLine,
    liabilities_of,
)
from pa_manager.pay.store import payslips as store


def liabilities(work: Work, *, on: date, since: date | None = None) -> tuple[Liability, ...]:
    """Return all that payslips made the holder owe by a day: wages, HMRC and pension, the soonest due first.

    A payslip counts once it was paid, or once the work it pays for is done. What has been paid of it the bank
    knows, not the payslips. With ``since``, payslips paid before that day are left out.
    """
    assistants = assistants_by_id(work)
    return liabilities_of(
        PayslipLine(payslip, assistants[payslip.assistant_id].name) for payslip in store.owed_by(work, on, since)
    )
