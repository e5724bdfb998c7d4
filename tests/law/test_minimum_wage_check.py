"""Whether pay reaches the minimum wage."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.law.minimum_wage_check import (
    CountedPay,
    Lodging,
    Worker,
    accommodation_adjustment,
    check_minimum_wage,
    rate_applies,
    reference_periods,
    weekly_lodging_adjustment,
)
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money

MAY = date(2026, 5, 1)
ADULT = Worker(born_on=date(1990, 1, 1))


def test_what_does_not_count_is_taken_off() -> None:
    pay = CountedPay(
        gross=Money(600_00),
        premiums=Money(20_00),
        allowances=Money(50_00),
        expenses=Money(18_00),
        for_employer=Money(12_00),
    )
    found = check_minimum_wage(worker=ADULT, pay=pay, minutes=40 * 60, reference_day=MAY)
    assert (found.counted_pay, found.least, found.shortfall) == (Money(500_00), Money(508_40), Money(8_40))
    assert not found.is_met
    assert found.hourly == Money(12_50)
    assert [str(line).split(" (")[0] for line in found.why] == [
        "Pay of the period: £600.00.",
        "Less what is paid above the basic rate: £20.00",
        "Less allowances: £50.00",
        "Less expenses paid back: £18.00",
        "Less what was taken for the employer's own use: £12.00",
        "The least for 40:00 hours at £12.71: £508.40",
        "Pay that counts: £500.00.",
    ]


@pytest.mark.parametrize(("charge", "adjustment"), [(0, 55_50), (5_00, 0), (11_10, 0), (11_11, -5), (12_00, -4_50)])
def test_accommodation(charge: int, adjustment: int) -> None:
    lodging = Lodging(days=5, charge_a_day=Money(charge))
    assert accommodation_adjustment(lodging, Money(11_10)) == Money(adjustment)
    found = check_minimum_wage(
        worker=ADULT, pay=CountedPay(gross=Money(500_00)), minutes=60, reference_day=MAY, lodging=lodging
    )
    assert found.counted_pay == Money(500_00 + adjustment)
    assert found.is_met


def test_a_week_s_accommodation_in_a_period_of_days() -> None:
    assert weekly_lodging_adjustment(Money(-37_36), period_days=5) == Money(-26_68)
    assert weekly_lodging_adjustment(Money(-37_36), period_days=28) == Money(-149_44)


def test_no_time_no_hourly_pay() -> None:
    found = check_minimum_wage(worker=ADULT, pay=CountedPay(gross=NIL), minutes=0, reference_day=MAY)
    assert (found.hourly, found.is_met) == (None, True)


def test_a_pay_reference_period_is_a_month_at_most() -> None:
    assert reference_periods(date(2026, 6, 1), date(2026, 6, 28)) == (Period(date(2026, 6, 1), date(2026, 6, 28)),)
    assert reference_periods(date(2026, 6, 1), date(2026, 7, 5)) == (
        Period(date(2026, 6, 1), date(2026, 7, 1)),
        Period(date(2026, 7, 2), date(2026, 7, 5)),
    )


def test_a_rise_in_the_middle_waits_for_the_next_period() -> None:
    rise = date(2026, 4, 1)
    assert not rate_applies(changed_on=rise, period=Period(date(2026, 3, 16), date(2026, 4, 15)))
    assert rate_applies(changed_on=rise, period=Period(date(2026, 4, 1), date(2026, 4, 30)))
    paid = CountedPay(gross=Money(12_21))
    assert check_minimum_wage(worker=ADULT, pay=paid, minutes=60, reference_day=date(2026, 3, 16)).is_met
    assert not check_minimum_wage(worker=ADULT, pay=paid, minutes=60, reference_day=rise).is_met


@given(st.integers(0, 20_000), st.integers(0, 3_000), st.integers(0, 500_000))
def test_more_hours_never_ask_for_less_pay(minutes: int, more: int, pence: int) -> None:
    pay = CountedPay(gross=Money(pence))
    less, rest = (
        check_minimum_wage(worker=ADULT, pay=pay, minutes=count, reference_day=MAY)
        for count in (minutes, minutes + more)
    )
    assert less.least <= rest.least
    assert less.shortfall <= rest.shortfall
    assert rest.counted_pay + rest.shortfall >= rest.least


@given(st.lists(st.integers(0, 6_000), min_size=1, max_size=6))
def test_splitting_time_changes_the_least_by_half_a_penny_a_part_at_most(parts: list[int]) -> None:
    def least(minutes: int) -> int:
        pay = CountedPay(gross=NIL)
        return check_minimum_wage(worker=ADULT, pay=pay, minutes=minutes, reference_day=MAY).least.pence

    assert 2 * abs(sum(map(least, parts)) - least(sum(parts))) <= len(parts) + 1
