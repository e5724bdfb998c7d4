"""What can be done about pay."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.model import Assistant, AssistantId
from pa_manager.assistants.operations import assistants_by_id, find_assistant
from pa_manager.figures.operations import own_figures
from pa_manager.file.running import NOTHING, Changes
from pa_manager.file.work import Work
from pa_manager.law.dated import OwnFigure
from pa_manager.law.pay_periods import Frequency, tax_year, tax_year_days
from pa_manager.pay import store
from pa_manager.pay.model import (
    Finding,
    FindingKind,
    LawCheck,
    Liability,
    NotTheirTimesheet,
    PayDetails,
    PayLine,
    PayRecord,
    Payslip,
    PayslipFigures,
    PayslipId,
    PayslipLine,
    PayslipThere,
    earlier_in_year,
    findings_by_law,
    hold_against_law,
    liabilities_of,
    pay_record,
    payslip_findings,
)
from pa_manager.timesheets.model import TimesheetId, TimesheetState
from pa_manager.timesheets.operations import find_timesheet, list_timesheets, timesheets_by_id, timesheets_in
from pa_manager.values.days import Period, said_period
from pa_manager.values.tasks import Place, Task

PAY: Final = Changes.of("pay")
_ALWAYS: Final = Period(date(1900, 1, 1), date(2199, 12, 31))
_LOOKED_BACK: Final = timedelta(days=366)


def record_payslip(work: Work, *, figures: PayslipFigures) -> Changes:
    """Keep the figures of a payslip that the payroll sent.

    Raises:
        PayslipThere: There is a payslip for this timesheet already.
        NotTheirTimesheet: The timesheet is somebody else's.
        NotFound: There is no such assistant or timesheet.
    """
    _check(work, figures, instead_of=None)
    store.add(work, figures)
    return PAY


def change_payslip(work: Work, *, payslip_id: PayslipId, figures: PayslipFigures) -> Changes:
    """Change the figures of a payslip that is not matched to its payment yet.

    Raises:
        PayslipLocked: It is matched.
        PayslipThere: There is another payslip for this timesheet.
        NotTheirTimesheet: The timesheet is somebody else's.
        NotFound: There is no such payslip, assistant or timesheet.
    """
    store.get(work, payslip_id).check_open()
    _check(work, figures, instead_of=payslip_id)
    store.put(work, payslip_id, figures)
    return PAY


def remove_payslip(work: Work, *, payslip_id: PayslipId) -> Changes:
    """Remove a payslip that is not matched to its payment.

    Raises:
        PayslipLocked: It is matched.
        NotFound: There is no such payslip.
    """
    store.get(work, payslip_id).check_open()
    store.remove(work, payslip_id)
    return PAY


def lock_payslip(work: Work, *, payslip_id: PayslipId) -> Changes:
    """Keep a payslip as it is for good, since it was matched to its payment on the bank statement.

    Raises:
        NotFound: There is no such payslip.
    """
    if store.get(work, payslip_id).locked:
        return NOTHING
    store.lock(work, payslip_id)
    return PAY.for_good()


def work_out_pay(work: Work, *, timesheet_id: TimesheetId) -> PayRecord:
    """Return what a timesheet comes to before tax, and what is worth knowing about it.

    Raises:
        NotFound: There is no such timesheet.
    """
    timesheet = find_timesheet(work, timesheet_id)
    return pay_record(timesheet, find_assistant(work, timesheet.assistant_id), own_figures(work))


def list_pay(work: Work, *, period: Period | None = None) -> tuple[PayLine, ...]:
    """Return what each timesheet with a day in a period comes to, with its payslip: the newest first."""
    timesheets = timesheets_in(work, period=period or _ALWAYS)
    payslips = _payslips_of(work, [timesheet.id for timesheet in timesheets])
    assistants, own = assistants_by_id(work), own_figures(work)
    lines = [
        PayLine(pay_record(timesheet, assistants[timesheet.assistant_id], own), payslips.get(timesheet.id))
        for timesheet in timesheets
    ]
    return tuple(reversed(lines))


def find_payslip(work: Work, payslip_id: PayslipId) -> Payslip:
    """Return one payslip.

    Raises:
        NotFound: There is no such payslip.
    """
    return store.get(work, payslip_id)


def list_payslips(work: Work, *, period: Period | None = None) -> tuple[PayslipLine, ...]:
    """Return the payslips paid in a period, or all, with the name of whose they are: the newest first."""
    assistants = assistants_by_id(work)
    return tuple(PayslipLine(payslip, assistants[payslip.assistant_id].name) for payslip in store.paid_in(work, period))


def has_payslips_before(work: Work, *, day: date) -> bool:
    """Return whether there are payslips that were paid before a day."""
    return store.is_any_before(work, day)


def check_payslips(work: Work, *, period: Period | None = None) -> dict[PayslipId, tuple[Finding, ...]]:
    """Return what is amiss with each payslip paid in a period, by its number. Those in order have an empty entry."""
    return _checked(work, store.paid_in(work, period))


def check_payslip(work: Work, *, figures: PayslipFigures) -> tuple[Finding, ...]:
    """Return what is amiss with the figures of one payslip, also before they are kept.

    Raises:
        NotFound: There is no such timesheet.
    """
    number = figures.timesheet_id
    record = None if number is None else work_out_pay(work, timesheet_id=number)
    found = payslip_findings(figures, expected_gross=record.gross if record else None, own=own_figures(work))
    return (*found, *findings_by_law(hold_payslip_against_law(work, figures=figures)))


def keep_pay_details(work: Work, *, details: PayDetails) -> Changes:
    """Keep what the payroll knows of a PA from a day of payment on. What holds before that day stays as it is.

    Raises:
        NotFound: There is no such assistant.
        UserError: The tax code, the letter or a share cannot be read.
    """
    find_assistant(work, details.assistant_id)
    details.check()
    store.put_details(work, details)
    return PAY


def find_pay_details(work: Work, *, assistant_id: AssistantId, day: date) -> PayDetails | None:
    """Return what the payroll knows of a PA for a day of payment; nothing if nothing was typed."""
    return _in_force(_details_of(store.every_details(work), assistant_id), day)


def hold_payslip_against_law(work: Work, *, figures: PayslipFigures) -> tuple[LawCheck, ...]:
    """Return each figure of a payslip beside what it should be by law, as far as enough is told about the PA.

    Raises:
        NotFound: There is no such assistant.
    """
    others = store.paid_in(work, _year_and_before([figures]))
    assistant = find_assistant(work, figures.assistant_id)
    return _held(figures, assistant, store.every_details(work), others, own_figures(work))


def liabilities(work: Work, *, on: date, since: date | None = None) -> tuple[Liability, ...]:
    """Return all that payslips made the holder owe by a day: wages, HMRC and pension, the soonest due first.

    A payslip counts once it was paid, or once the work it pays for is done. What has been paid of it the bank
    knows, not the payslips. With ``since``, payslips paid before that day are left out.
    """
    assistants = assistants_by_id(work)
    return liabilities_of(
        PayslipLine(payslip, assistants[payslip.assistant_id].name) for payslip in store.owed_by(work, on, since)
    )


def things_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return whose payslip has still to be typed in, which pay is below the minimum wage, which payslips do not add up.

    It looks back a year.
    """
    period = Period(today - _LOOKED_BACK, today)
    listed = list_timesheets(work, period=period)
    payslips = _payslips_of(work, [line.id for line in listed])
    unpaid = [line for line in listed if line.id not in payslips]
    assistants, own = assistants_by_id(work), own_figures(work)
    records = [
        pay_record(timesheet, assistants[timesheet.assistant_id], own)
        for timesheet in timesheets_by_id(work, numbers=[line.id for line in unpaid])
    ]
    below = [
        Task(text=finding.sentence, place=Place("pay", record.timesheet_id))
        for record in records
        for finding in record.amiss
        if finding.kind in {FindingKind.BELOW_MINIMUM, FindingKind.NO_RATE}
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
    checks = _checked(work, unmatched)
    amiss = [
        Task(
            text=f"Look at {assistants[payslip.assistant_id].name}'s payslip for {said_period(payslip.period)}:"
            " a figure on it is not as expected.",
            place=Place("pay", payslip.id, screen="payslips"),
        )
        for payslip in unmatched
        if any(found.kind is FindingKind.DIFFERS for found in checks[payslip.id])
    ]
    return (*below, *amiss, *missing)


def _checked(work: Work, payslips: Sequence[Payslip]) -> dict[PayslipId, tuple[Finding, ...]]:
    numbers = [payslip.timesheet_id for payslip in payslips if payslip.timesheet_id is not None]
    timesheets = timesheets_by_id(work, numbers=numbers) if numbers else ()
    assistants, own = assistants_by_id(work), own_figures(work)
    gross = {each.id: pay_record(each, assistants[each.assistant_id]).gross for each in timesheets}
    found = {
        payslip.id: payslip_findings(
            payslip, expected_gross=None if payslip.timesheet_id is None else gross[payslip.timesheet_id], own=own
        )
        for payslip in payslips
    }
    details = store.every_details(work)
    told = {each.assistant_id for each in details}
    others = store.paid_in(work, _year_and_before(payslips)) if told and payslips else ()
    for payslip in payslips:
        if payslip.assistant_id in told:
            checks = _held(payslip, assistants[payslip.assistant_id], details, others, own)
            found[payslip.id] = (*found[payslip.id], *findings_by_law(checks))
    return found


def _held(
    payslip: PayslipFigures,
    assistant: Assistant,
    details: Sequence[PayDetails],
    others: Sequence[Payslip],
    own: tuple[OwnFigure, ...],
) -> tuple[LawCheck, ...]:
    told = [each for each in _details_of(details, assistant.id) if each.from_day <= payslip.paid_on]
    theirs = [each for each in others if each.assistant_id == assistant.id]
    return hold_against_law(
        payslip,
        _in_force(told, payslip.paid_on),
        earlier=earlier_in_year(payslip, theirs, told, assistant),
        frequency=Frequency(assistant.frequency.value),
        own=own,
    )


def _details_of(details: Sequence[PayDetails], assistant_id: AssistantId) -> list[PayDetails]:
    return [each for each in details if each.assistant_id == assistant_id]


def _in_force(details: Sequence[PayDetails], day: date) -> PayDetails | None:
    return next((each for each in reversed(details) if each.from_day <= day), None)


def _year_and_before(payslips: Sequence[PayslipFigures]) -> Period:
    """Return the tax years of some payslips, and the one before them."""
    days = [payslip.paid_on for payslip in payslips]
    return Period(tax_year_days(tax_year(min(days)) - 1).first, max(days))


def _payslips_of(work: Work, numbers: Sequence[TimesheetId]) -> dict[TimesheetId, Payslip]:
    return store.by_timesheet(work, min(numbers), max(numbers)) if numbers else {}


def _check(work: Work, figures: PayslipFigures, *, instead_of: PayslipId | None) -> None:
    assistant = find_assistant(work, figures.assistant_id)
    if figures.timesheet_id is None:
        return
    if find_timesheet(work, figures.timesheet_id).assistant_id != assistant.id:
        raise NotTheirTimesheet(f"That timesheet is not {assistant.name}'s. Choose one of theirs, or none.")
    there = store.of_timesheet(work, figures.timesheet_id)
    if there and there.id != instead_of:
        raise PayslipThere(
            f"{assistant.name} has a payslip for {said_period(there.period)} already. Change that one instead."
        )
