"""Notice and redundancy."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.law.redundancy import (
    notice_from_employer,
    notice_from_worker,
    redundancy,
    weeks_by_age,
    weeks_by_band,
)
from pa_manager.values.money import NIL, Money


@pytest.mark.parametrize(
    ("age", "years", "weeks"),
    [(41, 2, Fraction(2)), (42, 2, Fraction(5, 2)), (23, 3, Fraction(2)), (70, 30, Fraction(30))],
)
def test_weeks_by_age(age: int, years: int, weeks: Fraction) -> None:
    assert weeks_by_age(age=age, years=years) == weeks


@given(st.integers(18, 80), st.integers(0, 40))
def test_years_sorted_by_age_come_to_the_same(age: int, years: int) -> None:
    begun_at = [age - back for back in range(1, years + 1)]
    from_41 = sum(at >= 41 for at in begun_at)
    from_22 = sum(22 <= at < 41 for at in begun_at)
    banded = weeks_by_band(from_41=from_41, from_22=from_22, younger=years - from_41 - from_22)
    assert weeks_by_age(age=age, years=years) == banded


def test_a_payment_and_its_reckoning() -> None:
    found = redundancy(
        born_on=date(1975, 5, 1),
        started_on=date(2021, 6, 1),
        ends_on=date(2026, 5, 31),
        weekly_pay=Money(800_00),
    )
    assert (found.weeks, found.amount) == (Fraction(15, 2), Money(5_632_50))
    assert [str(line).split(" (")[0] for line in found.why] == [
        "5 complete years, by age: 7.5 weeks",
        "A week's pay, up to £751.00: £751.00",
        "Redundancy payment: £5,632.50.",
    ]


def test_two_complete_years_are_needed() -> None:
    found = redundancy(
        born_on=date(1990, 5, 1), started_on=date(2024, 6, 1), ends_on=date(2026, 5, 30), weekly_pay=Money(400_00)
    )
    assert (found.amount, found.weeks) == (NIL, 0)
    assert "two are needed" in str(found.why[0])


@pytest.mark.parametrize(
    ("on", "employer", "worker"),
    [
        (date(2020, 6, 30), 0, 0),
        (date(2020, 7, 1), 1, 1),
        (date(2022, 5, 31), 1, 1),
        (date(2022, 6, 1), 2, 1),
        (date(2025, 9, 1), 5, 1),
        (date(2040, 6, 1), 12, 1),
    ],
)
def test_notice(on: date, employer: int, worker: int) -> None:
    started_on = date(2020, 6, 1)
    given, owed = notice_from_employer(started_on=started_on, on=on), notice_from_worker(started_on=started_on, on=on)
    assert (given.weeks, owed.weeks) == (employer, worker)
    assert str(given.why[0]).startswith("Employed since 1 June 2020, complete years: ")
