"""What a payslip should say, and where it says otherwise."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.law.income_tax import SoFar
from pa_manager.law.pay_periods import Frequency
from pa_manager.law.payslip_check import Employee, PayslipSums, differences, expected_payslip, yearly_cost
from pa_manager.law.pension import Relief, Scheme
from pa_manager.law.student_loans import Plan
from pa_manager.law.tax_codes import tax_code_from_text
from pa_manager.values.money import NIL, Money
from tests.law.bench_payslips import check_thousand_payslips

PAID_ON = date(2026, 4, 30)
ADA = Employee(code=tax_code_from_text("1257L"), category="A", frequency=Frequency.MONTHLY)
IN_NEST = replace(ADA, scheme=Scheme(relief=Relief.AT_SOURCE), plans=frozenset({Plan.ONE}))
IN_NET_PAY = replace(ADA, scheme=Scheme(relief=Relief.NET_PAY))


def test_a_plain_payslip() -> None:
    found = expected_payslip(Money(1_156_25), employee=ADA, paid_on=date(2025, 4, 30))
    assert found.sums == PayslipSums(
        gross=Money(1_156_25),
        tax=Money(21_40),
        employee_ni=Money(8_66),
        employer_ni=Money(110_89),
        net=Money(1_126_19),
    )
    assert found.pension is None
    assert found.cost == Money(1_267_14)


def test_relief_at_source_comes_off_after_tax_and_net_pay_before() -> None:
    source, net_pay = (
        expected_payslip(Money(2_520_00), employee=employee, paid_on=PAID_ON) for employee in (IN_NEST, IN_NET_PAY)
    )
    assert (source.sums.employee_pension, source.sums.tax) == (Money(80_00), Money(294_20))
    assert (net_pay.sums.employee_pension, net_pay.sums.tax) == (Money(100_00), Money(274_20))
    assert source.sums.student_loan == Money(25_00)
    assert source.so_far == SoFar(pay=Money(2_520_00), tax=Money(294_20))
    assert net_pay.so_far == SoFar(pay=Money(2_420_00), tax=Money(274_20))


def test_the_year_so_far_is_carried_on() -> None:
    april = expected_payslip(Money(3_000_00), employee=ADA, paid_on=PAID_ON)
    may = expected_payslip(NIL, employee=ADA, paid_on=date(2026, 5, 29), before=april.so_far)
    assert april.sums.tax == Money(390_20)
    assert may.sums.tax == Money(-209_60)
    assert may.so_far.tax == Money(180_60)


def test_a_payslip_that_agrees_has_no_differences() -> None:
    found = expected_payslip(Money(2_520_00), employee=IN_NEST, paid_on=PAID_ON)
    assert differences(found, found.sums) == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tax", "income tax"),
        ("employee_ni", "the PA's National Insurance"),
        ("employer_ni", "your National Insurance"),
        ("student_loan", "the student loan"),
        ("employee_pension", "the PA's pension"),
        ("employer_pension", "your pension contribution"),
        ("net", "take-home pay"),
    ],
)
def test_each_sum_that_differs_is_told_once_with_its_reckoning(name: str, words: str) -> None:
    found = expected_payslip(Money(2_520_00), employee=IN_NEST, paid_on=PAID_ON)
    slip = Money(4_00)
    said = replace(found.sums, **{name: getattr(found.sums, name) + slip})
    if name in {"tax", "employee_ni", "student_loan", "employee_pension"}:
        said = replace(said, net=said.net - slip)
    (difference,) = differences(found, said)
    assert (difference.name, difference.said - difference.expected) == (name, slip)
    assert words in difference.sentence
    assert "£4.00 less. Ask the payroll bureau why." in difference.sentence
    assert difference.why


def test_expenses_and_other_deductions_belong_to_take_home_pay() -> None:
    found = expected_payslip(Money(1_156_25), employee=ADA, paid_on=PAID_ON)
    said = replace(found.sums, expenses=Money(20_00), other_taken=Money(5_00), net=found.sums.net + Money(15_00))
    assert differences(found, said) == ()
    (difference,) = differences(found, replace(said, net=found.sums.net))
    assert "£15.00 more" in difference.sentence


def test_what_a_year_costs() -> None:
    assert yearly_cost(Money(1_500_00), employee=ADA, paid_on=PAID_ON) == Money(19_949_40)
    assert yearly_cost(Money(1_500_00), employee=IN_NEST, paid_on=PAID_ON) == Money(20_302_20)


@given(st.integers(0, 500_000), st.sampled_from(["1257L", "S1257L", "BR"]))
def test_take_home_pay_and_what_is_taken_come_to_the_gross(pence: int, code: str) -> None:
    employee = replace(IN_NEST, code=tax_code_from_text(code), plans=frozenset({Plan.TWO, Plan.POSTGRADUATE}))
    sums = expected_payslip(Money(pence), employee=employee, paid_on=PAID_ON).sums
    assert sums.net + sums.tax + sums.employee_ni + sums.student_loan + sums.employee_pension == Money(pence)
    assert sums.net >= NIL


@given(st.integers(0, 400_000), st.integers(1, 40_000))
def test_more_hours_never_mean_less_take_home_pay_beyond_the_steps_of_tax_and_loan(pence: int, more: int) -> None:
    less, rest = (
        expected_payslip(Money(pay), employee=IN_NEST, paid_on=PAID_ON).sums.net for pay in (pence, pence + more)
    )
    # tax goes by whole pounds of pay and the loan by whole pounds taken
    assert less - Money(100 + 40) <= rest


def test_splitting_a_year_s_pay_costs_what_the_official_rounding_says() -> None:
    whole_year = yearly_cost(Money(1_000_00), employee=ADA, paid_on=PAID_ON)
    by_month = [expected_payslip(Money(1_000_00), employee=ADA, paid_on=PAID_ON).cost for _ in range(12)]
    assert whole_year == Money(sum(cost.pence for cost in by_month))
    assert whole_year == Money(12_000_00) + Money(583_00).times(Fraction(15, 100)).times(12)


def test_a_thousand_payslips_can_be_checked_for_the_bench() -> None:
    assert check_thousand_payslips() > 0
