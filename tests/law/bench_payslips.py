"""A thousand payslips checked, for the command that measures how fast the program is."""

from datetime import date, timedelta

from pa_manager.law.income_tax import SoFar
from pa_manager.law.minimum_wage_check import CountedPay, Worker, check_minimum_wage
from pa_manager.law.pay_periods import Frequency
from pa_manager.law.payslip_check import Employee, PayslipSums, differences, expected_payslip
from pa_manager.law.pension import Relief, Scheme
from pa_manager.law.student_loans import Plan
from pa_manager.law.tax_codes import tax_code_from_text
from pa_manager.values.money import NIL, Money

FIRST_PAYDAY = date(2026, 4, 10)
CODES = [tax_code_from_text(text) for text in ("1257L", "S1257L", "C1257L M1", "BR", "K45")]


def check_thousand_payslips() -> int:
    """Return how many sums differed on a thousand payslips of twenty PAs, paid weekly in 2026-27.

    Each is checked whole: tax, National Insurance, student loan, pension and minimum wage.
    """
    found = 0
    for number in range(20):
        employee = Employee(
            code=CODES[number % len(CODES)],
            category="AAMC"[number % 4],
            frequency=Frequency.WEEKLY,
            plans=frozenset({Plan.ONE} if number % 3 else {Plan.TWO, Plan.POSTGRADUATE}),
            scheme=Scheme(relief=Relief.AT_SOURCE if number % 2 else Relief.NET_PAY),
        )
        worker = Worker(born_on=date(1980 + number, 5, 1))
        before = SoFar()
        for week in range(50):
            paid_on = FIRST_PAYDAY + timedelta(weeks=week)
            minutes = 60 * (10 + (number + week) % 30)
            gross = Money(1300).times(minutes // 60)
            expected = expected_payslip(gross, employee=employee, paid_on=paid_on, before=before)
            said = expected.sums if week % 10 else PayslipSums(gross=gross, net=gross)
            found += len(differences(expected, said))
            first = paid_on - timedelta(days=7)
            wage = check_minimum_wage(worker=worker, pay=CountedPay(gross=gross), minutes=minutes, reference_day=first)
            found += wage.shortfall != NIL
            before = expected.so_far
    return found
