"""Pay records: what timesheets come to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from pa_manager.assistants.operations import assistants_by_id
from pa_manager.figures.operations import own_figures
from pa_manager.file.work import Work
from pa_manager.funding.operations import list_streams
from pa_manager.holder.model import NoHolderYet
from pa_manager.holder.operations import find_holder
from pa_manager.pay.model import PayLine, PayRecord, Payslip, SharedLine, over_plan, pay_record, scheme_on
from pa_manager.pay.operations.besides import besides_of
from pa_manager.pay.report.records import RecordPage, pay_record_pdf
from pa_manager.pay.store import payslips as store
from pa_manager.pay.store import schemes
from pa_manager.plan.model import Outcome
from pa_manager.plan.operations import list_outcomes
from pa_manager.timesheets.model import Entry, Timesheet, TimesheetId
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
    planned, lines = _for_outcomes(work, timesheets)
    records = (
        pay_record(
            each,
            assistants[each.assistant_id],
            own,
            besides[each.id],
            claims_allowance=scheme_on(all_schemes, each.period.last).allowance,
        )
        for each in timesheets
    )
    return tuple(
        replace(record, findings=(*record.findings, *over_plan(each, planned, lines)))
        for record, each in zip(records, timesheets, strict=True)
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


def shared_lines(work: Work, record: PayRecord) -> tuple[SharedLine, ...]:
    """Return what each sort of money pays for each outcome, by their names."""
    streams = {stream.id: stream.called for stream in list_streams(work)}
    outcomes = {outcome.id: f"{outcome.number}. {outcome.words}" for outcome in list_outcomes(work)}
    return tuple(
        SharedLine(
            streams[share.stream_id] if share.stream_id else "No money named",
            outcomes[share.outcome_id] if share.outcome_id else "No outcome named",
            share.worked,
            share.gross,
            share.besides,
        )
        for share in record.shares
    )


def print_pay_record(work: Work, *, timesheet_id: TimesheetId, large: bool = False) -> bytes:
    """Return a pay record as a PDF, in large print if wished.

    Raises:
        NotFound: There is no such timesheet.
    """
    record = work_out_pay(work, timesheet_id=timesheet_id)
    try:
        employer = find_holder(work).name
    except NoHolderYet:
        employer = ""
    return pay_record_pdf(RecordPage(record=record, employer=employer, shared=shared_lines(work, record)), large=large)


def _for_outcomes(work: Work, timesheets: Sequence[Timesheet]) -> tuple[Sequence[Outcome], Sequence[Entry]]:
    """Return the outcomes that the plan names hours for, and all that PAs did for them while timesheets run."""
    planned = [each for each in list_outcomes(work) if each.weekly_minutes]
    if not planned or not timesheets:
        return [], []
    span = Period(min(each.period.first for each in timesheets), max(each.period.last for each in timesheets))
    numbers = {each.id for each in planned}
    lines = [line for each in timesheets_in(work, period=span) for line in each.lines if line.outcome_id in numbers]
    return planned, lines
