"""Summaries of pay: a PA's tax year, and hours and pay by the money that pays them."""

from datetime import date

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.operations import find_assistant
from pa_manager.file.work import Work
from pa_manager.funding.operations import list_streams
from pa_manager.holder.model import NoHolderYet
from pa_manager.holder.operations import find_holder
from pa_manager.law.pay_periods import tax_year_days
from pa_manager.pay.model import StreamSummary, YearLine, YearSummary, by_stream
from pa_manager.pay.operations.holidays import holiday_in_period
from pa_manager.pay.operations.records import list_pay
from pa_manager.pay.report.summaries import StreamPage, YearPage, stream_pdf, year_pdf
from pa_manager.pay.store import payslips as store
from pa_manager.plan.operations import list_outcomes
from pa_manager.timesheets.model import TimesheetState
from pa_manager.timesheets.operations import timesheets_by_id
from pa_manager.values.days import Period


def sum_up_year(work: Work, *, assistant_id: AssistantId, year: int) -> YearSummary:
    """Return what a PA was paid in the tax year that began in a calendar year, payslip by payslip.

    Raises:
        NotFound: There is no such assistant.
    """
    assistant = find_assistant(work, assistant_id)
    payslips = [each for each in store.paid_in(work, tax_year_days(year)) if each.assistant_id == assistant_id]
    numbers = [each.timesheet_id for each in payslips if each.timesheet_id is not None]
    worked = {each.id: each.worked for each in timesheets_by_id(work, numbers=numbers)} if numbers else {}
    return YearSummary(
        assistant=assistant.name,
        year=year,
        lines=tuple(
            YearLine(
                each,
                None if each.timesheet_id is None else worked[each.timesheet_id],
                holiday_in_period(work, assistant, each.period)[0],
            )
            for each in reversed(payslips)
        ),
    )


def sum_up_streams(work: Work, *, period: Period) -> StreamSummary:
    """Return the hours and pay of the timesheets sent that end in a period, by the money that pays and the outcome."""
    ending = [line.record for line in list_pay(work, period=period) if line.record.period.last in period]
    sent = [each for each in ending if each.state is TimesheetState.SENT]
    return StreamSummary(
        period=period,
        lines=by_stream(
            sent,
            {each.id: each.called for each in list_streams(work)},
            {each.id: f"{each.number}. {each.words}" for each in list_outcomes(work)},
        ),
        people=tuple(sorted({each.assistant for each in sent})),
        not_sent=len(ending) - len(sent),
    )


def print_year(work: Work, *, assistant_id: AssistantId, year: int, today: date, large: bool = False) -> bytes:
    """Return the summary of a PA's tax year as a PDF, in large print if wished.

    Raises:
        NotFound: There is no such assistant.
    """
    summary = sum_up_year(work, assistant_id=assistant_id, year=year)
    return year_pdf(YearPage(holder=_employer(work), summary=summary, printed_on=today), large=large)


def print_streams(work: Work, *, period: Period, today: date, large: bool = False) -> bytes:
    """Return the hours and pay of a period by the money that pays them as a PDF, in large print if wished."""
    summary = sum_up_streams(work, period=period)
    return stream_pdf(StreamPage(holder=_employer(work), summary=summary, printed_on=today), large=large)


def _employer(work: Work) -> str:
    try:
        return find_holder(work).name
    except NoHolderYet:
        return ""
