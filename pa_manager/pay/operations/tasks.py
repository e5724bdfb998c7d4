"""What of pay waits to be done."""

from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.operations import assistants_by_id
from pa_manager.file.work import Work
from pa_manager.pay.model import FindingKind
from pa_manager.pay.operations.bureau import bureau_to_do
from pa_manager.pay.operations.holidays import holidays_to_take
from pa_manager.pay.operations.payslips import checked
from pa_manager.pay.operations.records import payslips_of, records_of
from pa_manager.pay.operations.sickness import fit_notes_to_ask_for
from pa_manager.pay.store import payslips as store
from pa_manager.timesheets.model import TimesheetState
from pa_manager.timesheets.operations import list_timesheets, timesheets_by_id
from pa_manager.values.days import Period, said_period
from pa_manager.values.tasks import Place, Task

_LOOKED_BACK: Final = timedelta(days=366)


def things_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return by when hours are wanted, whose payslip is missing, which pay is too low, which payslips do not add up.

    It looks back a year.
    """
    period = Period(today - _LOOKED_BACK, today)
    listed = list_timesheets(work, period=period)
    payslips = payslips_of(work, [line.id for line in listed])
    unpaid = [line for line in listed if line.id not in payslips]
    assistants = assistants_by_id(work)
    records = records_of(work, timesheets_by_id(work, numbers=[line.id for line in unpaid]))
    below = [
        Task(text=finding.sentence, place=Place("pay", record.timesheet_id))
        for record in records
        for finding in record.amiss
        if finding.kind in {FindingKind.BELOW_MINIMUM, FindingKind.NO_RATE, FindingKind.NO_CONTRACT}
    ]
    missing = [
        Task(
            text=f"Type in {line.assistant}'s payslip for {said_period(line.period)}.",
            place=Place("pay", screen="payslips"),
        )
        for line in unpaid
        if line.state is TimesheetState.SENT
    ]
    unmatched = [payslip for payslip in store.paid_in(work, period) if not payslip.locked]
    checks = checked(work, unmatched)
    amiss = [
        Task(
            text=f"Look at {assistants[payslip.assistant_id].name}'s payslip for {said_period(payslip.period)}:"
            " a figure on it is not as expected.",
            place=Place("pay", payslip.id, screen="payslips"),
        )
        for payslip in unmatched
        if any(found.kind is FindingKind.DIFFERS for found in checks[payslip.id])
    ]
    away = (*fit_notes_to_ask_for(work, today=today), *holidays_to_take(work, today=today))
    return (*bureau_to_do(work, today=today), *below, *amiss, *missing, *away)
