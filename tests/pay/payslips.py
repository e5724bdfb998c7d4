"""Payslips to test with: Ada's, for her two mornings of April."""

from datetime import date

from pa_manager.pay.model import PayslipFigures
from pa_manager.timesheets.model import TimesheetId
from pa_manager.values.money import Money
from tests.timesheets.people import ADA, PERIOD


def figures(**changes: object) -> PayslipFigures:
    """Return the figures of Ada's payslip, but for what is changed."""
    usual = {
        "assistant_id": ADA,
        "timesheet_id": TimesheetId(1),
        "period": PERIOD,
        "paid_on": date(2026, 5, 8),
        "number": "2026-02",
        "gross": Money(10560),
        "tax": Money(560),
        "employee_ni": Money(200),
        "employer_ni": Money(300),
        "employee_pension": Money(400),
        "employer_pension": Money(240),
        "net": Money(9400),
    }
    return PayslipFigures(**usual | changes)
