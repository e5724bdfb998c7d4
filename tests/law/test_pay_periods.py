"""Tax years, weeks and months."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.law.pay_periods import (
    Frequency,
    add_months,
    add_years,
    per_period,
    tax_month,
    tax_month_days,
    tax_period,
    tax_week,
    tax_year,
    tax_year_days,
    tax_year_said,
    whole_years,
)
from pa_manager.values.money import Money

DAYS = st.dates(date(2023, 4, 6), date(2040, 4, 5))


def test_periods_of_a_year() -> None:
    assert [frequency.periods_a_year for frequency in Frequency] == [52, 26, 13, 12]


def test_a_threshold_has_an_amount_for_each_length_of_period() -> None:
    limit = per_period(1, 2, 3, 4, 5)
    assert [limit.of(frequency) for frequency in Frequency] == [Money(100), Money(200), Money(300), Money(400)]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2026, 1, 31), -1, date(2025, 12, 31)),
        (date(2026, 5, 6), 12, date(2027, 5, 6)),
    ],
)
def test_months_later(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


def test_years_later_from_29_february() -> None:
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)


@pytest.mark.parametrize(("last", "years"), [(date(2026, 2, 28), 2), (date(2026, 2, 27), 1), (date(2024, 3, 1), 0)])
def test_complete_years_count_the_last_day(last: date, years: int) -> None:
    assert whole_years(date(2024, 3, 1), last) == years


@pytest.mark.parametrize(
    ("day", "year", "month", "week"),
    [
        (date(2026, 4, 5), 2025, 12, 53),
        (date(2026, 4, 6), 2026, 1, 1),
        (date(2026, 4, 12), 2026, 1, 1),
        (date(2026, 4, 13), 2026, 1, 2),
        (date(2026, 5, 5), 2026, 1, 5),
        (date(2026, 5, 6), 2026, 2, 5),
        (date(2027, 1, 5), 2026, 9, 40),
        (date(2027, 1, 6), 2026, 10, 40),
    ],
)
def test_where_a_day_stands(day: date, year: int, month: int, week: int) -> None:
    assert (tax_year(day), tax_month(day), tax_week(day)) == (year, month, week)


def test_a_tax_year_as_people_write_it() -> None:
    assert tax_year_said(2025) == "2025-26"
    assert tax_year_said(1999) == "1999-00"


@given(DAYS)
def test_a_day_lies_in_its_tax_month_and_year(day: date) -> None:
    assert day in tax_month_days(day)
    assert day in tax_year_days(tax_year(day))
    assert tax_month(tax_month_days(day).first) == tax_month(tax_month_days(day).last) == tax_month(day)


@pytest.mark.parametrize(
    ("frequency", "paid_on", "number", "length", "a_year"),
    [
        (Frequency.MONTHLY, date(2026, 5, 31), 2, 1, 12),
        (Frequency.WEEKLY, date(2026, 4, 17), 2, 1, 52),
        (Frequency.FORTNIGHTLY, date(2026, 4, 10), 2, 2, 52),
        (Frequency.FORTNIGHTLY, date(2026, 4, 24), 4, 2, 52),
        (Frequency.FOUR_WEEKLY, date(2026, 6, 1), 12, 4, 52),
    ],
)
def test_pay_for_several_weeks_counts_to_their_end(
    frequency: Frequency, paid_on: date, number: int, length: int, a_year: int
) -> None:
    period = tax_period(frequency, paid_on)
    assert (period.number, period.length, period.a_year) == (number, length, a_year)
    assert not period.is_extra


@pytest.mark.parametrize(
    ("frequency", "number"), [(Frequency.WEEKLY, 53), (Frequency.FORTNIGHTLY, 54), (Frequency.FOUR_WEEKLY, 56)]
)
def test_a_payday_on_5_april_may_be_one_too_many(frequency: Frequency, number: int) -> None:
    period = tax_period(frequency, date(2027, 4, 5))
    assert (period.number, period.is_extra) == (number, True)


@given(DAYS, st.sampled_from([Frequency.WEEKLY, Frequency.FORTNIGHTLY, Frequency.FOUR_WEEKLY]))
def test_the_next_payday_stands_one_period_on(paid_on: date, frequency: Frequency) -> None:
    following = paid_on + timedelta(weeks=frequency.weeks)
    if tax_year(following) == tax_year(paid_on):
        step = tax_period(frequency, following).number - tax_period(frequency, paid_on).number
        assert step == frequency.weeks
