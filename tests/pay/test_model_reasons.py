"""Why a payslip may differ: what else, told to the payroll, would give the figure on it."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.law.income_tax import SoFar
from pa_manager.law.pay_periods import Frequency
from pa_manager.pay.model import LoanKind, PayDetails, PensionKind, why_figure_may_differ, why_gross_may_differ
from pa_manager.pay.model.besides import ExtraPart
from pa_manager.pay.operations import check_payslip, work_out_pay
from pa_manager.timesheets.model import TimesheetId
from pa_manager.values.money import Money
from tests.pay.payslips import figures
from tests.timesheets.people import ADA

KNOWN = PayDetails(
    assistant_id=ADA,
    from_day=date(2026, 4, 6),
    tax_code="1257L",
    ni_letter="A",
    loan=LoanKind.NONE,
    pension=PensionKind.NET_PAY,
)


def why(name, says, expected="0", *, known=KNOWN, gross="3000"):
    return why_figure_may_differ(
        name,
        Money.from_text(says),
        Money.from_text(expected),
        gross=Money.from_text(gross),
        known=known,
        paid_on=date(2026, 5, 8),
        frequency=Frequency.MONTHLY,
        before=SoFar(),
    )


@pytest.mark.parametrize(
    ("name", "says", "said"),
    [
        # 20 % of £3,000.00 less a pension of 5 % of £2,480.00, whole pounds: BR taxes all of it.
        ("tax", "575.20", "The tax code BR gives that: ask which code HMRC sent."),
        ("employee_ni", "0", "The letter C gives that: ask which letter is used."),
        ("student_loan", "68.00", "It is right for plan 1."),
        ("employee_pension", "150.00", "It is right if the pension is of all pay."),
        ("employer_pension", "0", "It is right for somebody without a pension."),
    ],
)
def test_one_other_detail_that_gives_the_figure_is_named(name, says, said):
    assert why(name, says, "9999") == said


def test_pence_may_be_rounding_and_the_rest_stays_unexplained():
    assert why("tax", "100.01", "100.05") == "A few pence may be rounding."
    assert why("tax", "100.01", "200.00") == ""
    assert why("tax", "1.11", "200", known=replace(KNOWN, pension=None, tax_code="")) == ""
    assert why("student_loan", "1.11", "200") == ""
    assert why("employee_pension", "1.11", "200", known=replace(KNOWN, on_all_pay=True, pension=None)) == ""


def test_another_gross_is_explained_by_what_is_here(worked):
    ada, sam = (worked.read(work_out_pay, timesheet_id=TimesheetId(number)) for number in (1, 2))
    assert why_gross_may_differ(sam.gross, ada, [ada, sam]).startswith("It is what the timesheet for 6 April")
    held = replace(ada, extras=(ExtraPart("Holiday", Money(2000)),), expenses=Money(300))
    assert why_gross_may_differ(ada.gross - Money(2000), held, [held]).startswith("It is right without this: Holiday")
    assert why_gross_may_differ(ada.gross + Money(300), held, []).startswith("The difference is what is paid back")
    assert why_gross_may_differ(ada.gross + Money(2), ada, []) == "A few pence may be rounding."
    assert why_gross_may_differ(ada.gross + Money(999), ada, []) == ""
    assert why_gross_may_differ(ada.gross, ada, [ada]) == "A few pence may be rounding."


def test_the_reason_stands_with_the_finding(worked):
    found = worked.read(check_payslip, figures=figures(gross=Money(10562), tax=Money(562)))
    assert found[0].reason == "The timesheet comes to £105.60. A few pence may be rounding. If not, ask the payroll."
