"""Duties to HM Revenue and Customs, and the Employment Allowance."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.law.dated import FigureNotKnown
from pa_manager.law.employment_allowance import after_allowance, why_not_eligible
from pa_manager.law.pay_periods import Frequency
from pa_manager.law.paye import (
    PaidTime,
    Record,
    Vehicle,
    hmrc_due_on,
    hours_to_show,
    keep_until,
    may_pay_quarterly,
    must_register,
    p60_due_on,
    pension_due_on,
    tax_free_mileage,
    tax_quarter_days,
)
from pa_manager.values.money import NIL, Money


@pytest.mark.parametrize(
    ("pounds", "reasons", "must"), [(515, (), False), (516, (), True), (100, ("Another job",), True)]
)
def test_who_must_register(pounds: int, reasons: tuple[str, ...], must: bool) -> None:
    found = must_register(
        [Money(pounds * 100)], frequency=Frequency.FOUR_WEEKLY, paid_on=date(2026, 5, 1), other_reasons=reasons
    )
    assert found.must is must
    assert ("at or above" if pounds == 516 else "below") in str(found.why[0])
    assert len(found.why) == 1 + len(reasons)


@pytest.mark.parametrize(
    ("paid_on", "quarterly", "electronic", "due"),
    [
        (date(2026, 5, 5), False, True, date(2026, 5, 22)),
        (date(2026, 5, 6), False, True, date(2026, 6, 22)),
        (date(2026, 12, 31), False, False, date(2027, 1, 19)),
        (date(2026, 4, 30), True, True, date(2026, 7, 22)),
        (date(2026, 10, 5), True, True, date(2026, 10, 22)),
        (date(2027, 4, 5), True, False, date(2027, 4, 19)),
    ],
)
def test_when_hmrc_must_be_paid(paid_on: date, quarterly: bool, electronic: bool, due: date) -> None:
    assert hmrc_due_on(paid_on, quarterly=quarterly, electronic=electronic) == due
    assert paid_on in tax_quarter_days(paid_on)


def test_other_days() -> None:
    assert pension_due_on(date(2026, 12, 31)) == date(2027, 1, 22)
    assert p60_due_on(2025) == date(2026, 5, 31)
    assert may_pay_quarterly(Money(1_499_99))
    assert not may_pay_quarterly(Money(1_500_00))


@pytest.mark.parametrize(
    ("miles", "before", "day", "vehicle", "amount"),
    [
        (100, 9_950, date(2026, 5, 1), Vehicle.CAR, 40_00),
        (100, 0, date(2026, 4, 5), Vehicle.CAR, 45_00),
        (100, 12_000, date(2026, 5, 1), Vehicle.CAR, 25_00),
        (100, 0, date(2026, 4, 5), Vehicle.MOTORCYCLE, 24_00),
        (100, 0, date(2026, 4, 5), Vehicle.BICYCLE, 20_00),
        (0, 0, date(2026, 5, 1), Vehicle.BICYCLE, 0),
    ],
)
def test_mileage_without_tax(miles: int, before: int, day: date, vehicle: Vehicle, amount: int) -> None:
    found = tax_free_mileage(miles, day=day, vehicle=vehicle, miles_before=before)
    assert found.amount == Money(amount)
    assert sum(line.amount.pence for line in found.why if line.amount) == amount


def test_mileage_that_is_not_confirmed_is_not_guessed() -> None:
    with pytest.raises(FigureNotKnown, match="tax-free mileage, bicycle for 1 May 2026"):
        tax_free_mileage(10, day=date(2026, 5, 1), vehicle=Vehicle.BICYCLE)


def test_a_payslip_shows_the_hours_that_the_pay_goes_by() -> None:
    salary = PaidTime(words="salary", minutes=2400, by_time=False)
    overtime = PaidTime(words="overtime", minutes=300, by_time=True)
    none = PaidTime(words="nights", minutes=0, by_time=True)
    assert hours_to_show([salary, overtime, none]) == (overtime,)


@pytest.mark.parametrize(
    ("record", "until"),
    [
        (Record.PAYE, date(2030, 4, 5)),
        (Record.MINIMUM_WAGE, date(2032, 5, 30)),
        (Record.HOLIDAY, date(2032, 4, 30)),
    ],
)
def test_how_long_records_are_kept(record: Record, until: date) -> None:
    assert keep_until(record, date(2026, 4, 30)) == until


@pytest.mark.parametrize(
    ("due", "used", "claimed", "left"),
    [(120_00, 0, 120_00, 10_380_00), (120_00, 10_450_00, 50_00, 0), (120_00, 11_000_00, 0, 0)],
)
def test_the_employment_allowance_is_used_up(due: int, used: int, claimed: int, left: int) -> None:
    found = after_allowance(Money(due), used_before=Money(used), paid_on=date(2026, 5, 1))
    assert (found.claimed, found.to_pay, found.left) == (Money(claimed), Money(due - claimed), Money(left))
    assert len(found.why) == 3


@given(st.lists(st.integers(0, 200_000), max_size=20))
def test_however_it_is_spread_no_more_than_the_allowance_is_claimed(dues: list[int]) -> None:
    used = NIL
    for due in dues:
        used += after_allowance(Money(due), used_before=used, paid_on=date(2024, 5, 1)).claimed
    assert used == min(Money(sum(dues)), Money(5_000_00))


def test_who_may_not_claim_is_told_why() -> None:
    assert why_not_eligible(for_care=True) == ""
    assert "in need of care" in why_not_eligible(for_care=False)
    assert "for others in the house" in why_not_eligible(for_care=True, other_work=True)
