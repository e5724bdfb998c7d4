"""Payslips: kept, changed, and held against what was expected and against the law."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.model import Assistant
from pa_manager.assistants.operations import assistants_by_id, find_assistant
from pa_manager.figures.operations import own_figures
from pa_manager.file.running import NOTHING, Changes
from pa_manager.file.work import Work
from pa_manager.law.dated import OwnFigure
from pa_manager.law.pay_periods import Frequency, tax_year, tax_year_days
from pa_manager.pay.model import (
    Finding,
    LawCheck,
    NotTheirTimesheet,
    PayDetails,
    PayRecord,
    Payslip,
    PayslipFigures,
    PayslipId,
    PayslipLine,
    PayslipThere,
    earlier_in_year,
    findings_by_law,
    hold_against_law,
    payslip_findings,
    why_gross_may_differ,
)
from pa_manager.pay.operations.details import details_of, in_force
from pa_manager.pay.operations.records import records_of, work_out_pay
from pa_manager.pay.operations.subject import PAY
from pa_manager.pay.store import payslips as store
from pa_manager.pay.store.details import every as every_details
from pa_manager.timesheets.operations import find_timesheet, timesheets_by_id, timesheets_in
from pa_manager.values.days import Period, said_period

_NEAR: Final = timedelta(days=62)


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
    return checked(work, store.paid_in(work, period))


def check_payslip(work: Work, *, figures: PayslipFigures) -> tuple[Finding, ...]:
    """Return what is amiss with the figures of one payslip, also before they are kept.

    Raises:
        NotFound: There is no such timesheet.
    """
    number = figures.timesheet_id
    record = None if number is None else work_out_pay(work, timesheet_id=number)
    near: tuple[PayRecord, ...] = ()
    if record and record.gross != figures.gross:
        around = Period(figures.period.first - _NEAR, figures.period.last + _NEAR)
        near = records_of(work, timesheets_in(work, period=around))
    return (
        *_beside(figures, record, near, own_figures(work)),
        *findings_by_law(hold_payslip_against_law(work, figures=figures)),
    )


def hold_payslip_against_law(work: Work, *, figures: PayslipFigures) -> tuple[LawCheck, ...]:
    """Return each figure of a payslip beside what it should be by law, as far as enough is told about the PA.

    Raises:
        NotFound: There is no such assistant.
    """
    others = store.paid_in(work, _year_and_before([figures]))
    assistant = find_assistant(work, figures.assistant_id)
    return _held(figures, assistant, every_details(work), others, own_figures(work))


def checked(work: Work, payslips: Sequence[Payslip]) -> dict[PayslipId, tuple[Finding, ...]]:
    """Return what is amiss with each of some payslips, by its number."""
    numbers = [payslip.timesheet_id for payslip in payslips if payslip.timesheet_id is not None]
    timesheets = timesheets_by_id(work, numbers=numbers) if numbers else ()
    assistants, own = assistants_by_id(work), own_figures(work)
    records = {each.timesheet_id: each for each in records_of(work, timesheets)}
    found = {
        payslip.id: _beside(
            payslip,
            None if payslip.timesheet_id is None else records[payslip.timesheet_id],
            tuple(records.values()),
            own,
        )
        for payslip in payslips
    }
    details = every_details(work)
    told = {each.assistant_id for each in details}
    others = store.paid_in(work, _year_and_before(payslips)) if told and payslips else ()
    for payslip in payslips:
        if payslip.assistant_id in told:
            checks = _held(payslip, assistants[payslip.assistant_id], details, others, own)
            found[payslip.id] = (*found[payslip.id], *findings_by_law(checks))
    return found


def _beside(
    payslip: PayslipFigures, record: PayRecord | None, others: Sequence[PayRecord], own: tuple[OwnFigure, ...]
) -> tuple[Finding, ...]:
    """Return what is amiss with a payslip beside what its timesheet comes to, and what may explain it."""
    if record is None:
        return payslip_findings(payslip, own=own)
    theirs = [each for each in others if each.assistant_id == payslip.assistant_id]
    why = why_gross_may_differ(payslip.gross, record, theirs)
    return payslip_findings(payslip, expected_gross=record.gross, why=why, own=own)


def _held(
    payslip: PayslipFigures,
    assistant: Assistant,
    details: Sequence[PayDetails],
    others: Sequence[Payslip],
    own: tuple[OwnFigure, ...],
) -> tuple[LawCheck, ...]:
    told = [each for each in details_of(details, assistant.id) if each.from_day <= payslip.paid_on]
    theirs = [each for each in others if each.assistant_id == assistant.id]
    return hold_against_law(
        payslip,
        in_force(told, payslip.paid_on),
        earlier=earlier_in_year(payslip, theirs, told, assistant),
        frequency=Frequency(assistant.frequency.value),
        own=own,
    )


def _year_and_before(payslips: Sequence[PayslipFigures]) -> Period:
    """Return the tax years of some payslips, and the one before them."""
    days = [payslip.paid_on for payslip in payslips]
    return Period(tax_year_days(tax_year(min(days)) - 1).first, max(days))


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
