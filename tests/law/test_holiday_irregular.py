"""Holiday of those with irregular hours."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.law.holiday_irregular import (
    ACCRUAL,
    Hours,
    WeekWorked,
    accrued,
    accrued_so_far,
    average_week,
    holds_in,
    hours_of,
    minutes_for_weeks_away,
    rolled_up_pay,
    to_whole_hours,
)
from pa_manager.values.money import Money


@pytest.mark.parametrize(
    ("vary", "unpaid", "fixed", "found"),
    [
        (True, False, False, Hours.IRREGULAR),
        (True, False, True, Hours.REGULAR),
        (False, True, True, Hours.PART_YEAR),
        (True, True, False, Hours.IRREGULAR),
        (False, False, False, Hours.REGULAR),
    ],
)
def test_how_the_law_sees_hours(vary: bool, unpaid: bool, fixed: bool, found: Hours) -> None:
    assert hours_of(vary_by_contract=vary, weeks_unpaid_by_contract=unpaid, fixed_rota=fixed) is found
    assert found.earns_by_the_hour is (found is not Hours.REGULAR)


def test_the_rules_begin_with_a_leave_year() -> None:
    assert not holds_in(date(2024, 3, 31))
    assert holds_in(date(2024, 4, 1))


@pytest.mark.parametrize(("hours", "whole"), [("3.6", 4), ("4.5", 5), ("3.5", 4), ("0.48", 0), ("2.499", 2), ("0", 0)])
def test_half_an_hour_goes_up(hours: str, whole: int) -> None:
    assert to_whole_hours(Fraction(hours)) == whole


def test_short_weeks_keep_their_exact_minutes() -> None:
    weeks = [accrued(240) for _ in range(10)]
    so_far = accrued_so_far(weeks)
    assert so_far.hours == 0
    assert so_far.minutes == so_far.exact_minutes == 2400 * ACCRUAL
    assert accrued_so_far([accrued(250 * 60)], most_minutes=Fraction(29 * 60)).minutes == 29 * 60


def test_time_off_sick_earns_by_the_average_week() -> None:
    average = average_week([WeekWorked(1200), WeekWorked(900, any_leave=True), WeekWorked(0), WeekWorked(600)])
    assert average == 600
    away = minutes_for_weeks_away(average, days_away=14)
    assert away == 1200
    found = accrued(600, minutes_away=away)
    assert found.exact_minutes == 1800 * ACCRUAL
    assert [str(line).split(" (")[0] for line in found.why] == [
        "12.07% of 10:00 hours worked",
        "and of 20:00 hours for time off sick or on family leave",
        "3:37 hours, to the nearest hour: 4.",
    ]


def test_the_average_week_takes_52_of_the_last_104() -> None:
    assert average_week([]) == 0
    assert average_week([WeekWorked(60)] * 52 + [WeekWorked(6000)]) == 60
    assert average_week([WeekWorked(60, any_leave=True)] * 104 + [WeekWorked(60)]) == 0


def test_rolled_up_pay() -> None:
    assert rolled_up_pay(Money(11_44)) == Money(1_38)


@given(st.integers(0, 20_000), st.integers(0, 5_000))
def test_more_hours_never_earn_less_holiday(minutes: int, more: int) -> None:
    less, rest = accrued(minutes), accrued(minutes + more)
    assert less.hours <= rest.hours
    assert less.exact_minutes <= rest.exact_minutes


@given(st.lists(st.integers(0, 15_000), min_size=1, max_size=52))
def test_splitting_a_year_loses_nothing_exactly_and_half_an_hour_a_period_by_whole_hours(parts: list[int]) -> None:
    split, whole = accrued_so_far(map(accrued, parts)), accrued(sum(parts))
    assert split.exact_minutes == whole.exact_minutes
    assert abs(split.hours - whole.hours) <= Fraction(len(parts) + 1, 2)
    assert split.minutes >= whole.exact_minutes
