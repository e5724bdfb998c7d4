"""Holiday of those with regular hours."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.law.holiday_regular import (
    Stay,
    accrued_in_first_year,
    days_of_holiday,
    hours_of_holiday,
    leave_year,
)
from pa_manager.values.days import Period

YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))
RATES = st.integers(1, 70).map(lambda tenths: Fraction(tenths, 10))


@pytest.mark.parametrize(
    ("begins", "holding", "first"),
    [
        (date(2020, 4, 1), date(2026, 5, 10), date(2026, 4, 1)),
        (date(2020, 4, 1), date(2026, 3, 31), date(2025, 4, 1)),
        (date(2020, 4, 1), date(2026, 4, 1), date(2026, 4, 1)),
        (date(2026, 4, 1), None, date(2026, 4, 1)),
    ],
)
def test_the_leave_year_that_holds_a_day(begins: date, holding: date | None, first: date) -> None:
    year = leave_year(begins, holding=holding)
    assert year.first == first
    assert (year.last.month, year.last.day) == (3, 31)


def test_a_starter_s_hours_are_half_days_times_the_hours_of_a_day() -> None:
    stay = Stay(year=YEAR, started_on=date(2026, 10, 5))
    found = hours_of_holiday(Fraction(20), Fraction(3), stay)
    assert days_of_holiday(Fraction(3), stay).rounded == Fraction(17, 2)
    assert found.rounded == Fraction(567, 10)
    assert found.exact == 56
    assert [str(line) for line in found.why] == [
        (
            "5.6 weeks, at most 28 days: 112 hours in a whole year "
            "(Working Time Regulations 1998 (SI 1998/1833), reg. 13 and 13A)."
        ),
        (
            "1/2 of the months of the leave year from 1 April 2026 "
            "(Working Time Regulations 1998 (SI 1998/1833), reg. 13(5) and 14(3))."
        ),
        "Rounded up: 56.7 hours.",
    ]


def test_a_leaver_counts_days_of_366_where_the_leave_year_has_them() -> None:
    leap = Period(date(2027, 4, 1), date(2028, 3, 31))
    assert Stay(year=leap, left_on=date(2027, 4, 30)).share() == Fraction(30, 366)
    assert Stay(year=YEAR, left_on=date(2026, 4, 30)).share() == Fraction(30, 365)
    assert Stay(year=YEAR, started_on=date(2026, 4, 11), left_on=date(2026, 4, 30)).share() == Fraction(20, 365)
    found = days_of_holiday(Fraction(5), Stay(year=YEAR, left_on=date(2026, 4, 30)))
    assert "of the days of the leave year" in str(found.why[1])


def test_a_whole_year_has_no_share_to_explain() -> None:
    assert len(days_of_holiday(Fraction(5), Stay(year=YEAR)).why) == len(days_of_holiday(Fraction(5)).why) == 2


@pytest.mark.parametrize(
    ("on", "days"),
    [
        (date(2026, 1, 9), 0),
        (date(2026, 1, 10), Fraction(5, 2)),
        (date(2026, 3, 15), 7),
        (date(2026, 12, 10), 28),
        (date(2028, 1, 1), 28),
    ],
)
def test_the_first_year_is_earned_by_twelfths(on: date, days: Fraction) -> None:
    assert accrued_in_first_year(Fraction(28), started_on=date(2026, 1, 10), on=on) == days


def test_what_is_earned_is_never_rounded_above_the_year_s_holiday() -> None:
    year_s = Fraction(112, 10)
    assert accrued_in_first_year(year_s, started_on=date(2026, 1, 10), on=date(2027, 1, 9)) == year_s


@given(RATES, RATES, st.integers(0, 364), st.booleans())
def test_more_hours_or_days_never_mean_less_holiday(hours: Fraction, more: Fraction, offset: int, leaves: bool) -> None:
    day = date.fromordinal(YEAR.first.toordinal() + offset)
    stay = Stay(year=YEAR, left_on=day) if leaves else Stay(year=YEAR, started_on=day)
    assert days_of_holiday(hours, stay).rounded <= days_of_holiday(hours + more, stay).rounded <= 28
    less = hours_of_holiday(hours * 5, Fraction(3), stay)
    assert less.rounded <= hours_of_holiday((hours + more) * 5, Fraction(3), stay).rounded
    assert less.exact <= less.rounded


@given(st.integers(0, 363))
def test_a_year_cut_in_two_stays_gives_the_year_s_holiday(offset: int) -> None:
    left_on = date.fromordinal(YEAR.first.toordinal() + offset)
    first = days_of_holiday(Fraction(5), Stay(year=YEAR, left_on=left_on))
    back_on = date.fromordinal(left_on.toordinal() + 1)
    second = days_of_holiday(Fraction(5), Stay(year=YEAR, started_on=back_on, left_on=YEAR.last))
    assert first.exact + second.exact == 28
    assert 28 <= first.rounded + second.rounded <= 28 + Fraction(2, 10)
