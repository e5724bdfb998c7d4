"""Pay records: what timesheets come to."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from pa_manager.assistants.operations import assistants_by_id
from pa_manager.figures.operations import own_figures
from pa_manager.file.work import Work
from pa_manager.pay.model import PayLine, PayRecord, Payslip, pay_record, scheme_on
from pa_manager.pay.operations.besides import besides_of
from pa_manager.pay.store import payslips as store
from pa_manager.pay.store import schemes
from pa_manager.timesheets.model import Timesheet, TimesheetId
from pa_manager.timesheets.operations import find_timesheet, timesheets_in
from pa_manager.values.days import Period

_ALWAYS: Final = Period(date(1900, 1, 1), date(2199, 12, 31))


def work_out_pay(work: Work, *, timesheet_id: TimesheetId) -> PayRecord:
    """Return what a timesheet comes to before tax, and what is worth knowing about it.

    Raises:
        NotFound: There is no such timesheet.
    """
    (record,) = records_of(work, [find_timesheet(work, timesheet_id)])
    return record


def records_of(work: Work, timesheets: Sequence[Timesheet]) -> tuple[PayRecord, ...]:
    """Return what each of some timesheets comes to, in their order."""
    assistants, own, all_schemes = assistants_by_id(work), own_figures(work), schemes.every(work)
    besides = besides_of(work, timesheets, assistants)
    return tuple(
        pay_record(
            each,
            assistants[each.assistant_id],
            own,
            besides[each.id],
            claims_allowance=scheme_on(all_schemes, each.period.last).allowance,
        )
        for each in timesheets
    )


def list_pay(work: Work, *, period: Period | None = None) -> tuple[PayLine, ...]:
    """Return what each timesheet with a day in a period comes to, with its payslip: the newest first."""
    timesheets = timesheets_in(work, period=period or _ALWAYS)
    payslips = payslips_of(work, [timesheet.id for timesheet in timesheets])
    lines = [PayLine(record, payslips.get(record.timesheet_id)) for record in records_of(work, timesheets)]
    return tuple(reversed(lines))


def payslips_of(work: Work, numbers: Sequence[TimesheetId]) -> dict[TimesheetId, Payslip]:
    """Return the payslips that pay for some timesheets, by the timesheet."""
    return store.by_timesheet(work, min(numbers), max(numbers)) if numbers else {}
