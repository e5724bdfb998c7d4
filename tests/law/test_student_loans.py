"""Student and postgraduate loans."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.law.dated import FigureNotKnown
from pa_manager.law.pay_periods import Frequency
from pa_manager.law.student_loans import PLAN_2, Plan, loans_on, period_threshold
from pa_manager.values.money import NIL, Money


@pytest.mark.parametrize(
    ("yearly", "monthly", "weekly"),
    [
        (26_065, 2_172_08, 501_25),
        (28_470, 2_372_50, 547_50),
        (32_745, 2_728_75, 629_71),
        (21_000, 1_750_00, 403_84),
        (25_000, 2_083_33, 480_76),
    ],
)
def test_period_thresholds_are_cut_to_the_penny(yearly: int, monthly: int, weekly: int) -> None:
    assert period_threshold(Money(yearly * 100), Frequency.MONTHLY) == Money(monthly)
    assert period_threshold(Money(yearly * 100), Frequency.WEEKLY) == Money(weekly)


def test_of_several_student_loans_the_lowest_threshold_counts() -> None:
    found = loans_on(
        Money(3_000_00), plans=[Plan.TWO, Plan.ONE], frequency=Frequency.MONTHLY, paid_on=date(2026, 5, 29)
    )
    assert (found.student, found.postgraduate) == (Money(68_00), NIL)
    assert str(found.why[0]).startswith("Plan 1: 9% of pay above £2,241.66, down to the pound: £68.00 (Education")


def test_a_postgraduate_loan_is_repaid_beside() -> None:
    found = loans_on(
        Money(2_334_69), plans=[Plan.ONE, Plan.POSTGRADUATE], frequency=Frequency.MONTHLY, paid_on=date(2023, 6, 1)
    )
    assert (found.student, found.postgraduate, found.together) == (Money(45_00), Money(35_00), Money(80_00))
    assert "Postgraduate: 6%" in str(found.why[1])


def test_plan_5_is_not_repaid_before_april_2026() -> None:
    early, now = (
        loans_on(Money(5_000_00), plans=[Plan.FIVE], frequency=Frequency.MONTHLY, paid_on=day)
        for day in (date(2026, 4, 5), date(2026, 4, 6))
    )
    assert (early.together, early.why, now.together) == (NIL, (), Money(262_00))


def test_no_loan_no_repayment() -> None:
    assert loans_on(Money(9_000_00), plans=[], frequency=Frequency.WEEKLY, paid_on=date(2026, 5, 1)).together == NIL


def test_a_threshold_frozen_further_ahead_is_known_further_ahead() -> None:
    assert PLAN_2.on(date(2029, 5, 1)) == Money(29_385_00)
    with pytest.raises(FigureNotKnown, match="plan 1 for 1 May 2027"):
        loans_on(Money(1), plans=[Plan.ONE], frequency=Frequency.WEEKLY, paid_on=date(2027, 5, 1))


@given(st.integers(0, 900_000), st.integers(0, 100_000), st.sampled_from(list(Frequency)))
def test_more_pay_never_repays_less(pence: int, more: int, frequency: Frequency) -> None:
    less, rest = (
        loans_on(Money(pay), plans=list(Plan), frequency=frequency, paid_on=date(2026, 5, 1)).together
        for pay in (pence, pence + more)
    )
    assert NIL <= less <= rest
    assert rest.pence % 100 == 0
