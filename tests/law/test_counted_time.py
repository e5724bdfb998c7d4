"""Which time counts for the minimum wage."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.law.counted_time import TimeKind, counted_minutes, how_it_counts, salaried_minutes, travel_counts
from pa_manager.law.pay_periods import Frequency


@pytest.mark.parametrize(
    ("kind", "counted"),
    [
        (TimeKind.DAY, 540),
        (TimeKind.MEETING, 540),
        (TimeKind.TRAINING, 540),
        (TimeKind.WAKING_NIGHT, 540),
        (TimeKind.TRAVEL_BETWEEN, 540),
        (TimeKind.SLEEP_IN, 40),
        (TimeKind.ON_CALL, 40),
        (TimeKind.TRAVEL_HOME, 0),
        (TimeKind.REST_BREAK, 0),
        (TimeKind.ABSENCE, 0),
    ],
)
def test_nine_hours_with_forty_minutes_awake(kind: TimeKind, counted: int) -> None:
    assert counted_minutes(kind, minutes=540, working_minutes=40) == counted
    assert how_it_counts(kind).reason.endswith(".")


def test_without_a_place_to_sleep_the_whole_night_counts() -> None:
    assert counted_minutes(TimeKind.SLEEP_IN, minutes=540, working_minutes=40, place_to_sleep=False) == 540
    assert counted_minutes(TimeKind.ON_CALL, minutes=540, working_minutes=40, place_to_sleep=False) == 40


@given(st.sampled_from(list(TimeKind)), st.integers(0, 1440), st.integers(0, 3000))
def test_never_counts_more_than_there_was(kind: TimeKind, minutes: int, working: int) -> None:
    assert 0 <= counted_minutes(kind, minutes=minutes, working_minutes=working) <= minutes


def test_only_the_way_from_one_assignment_to_another_counts() -> None:
    assert travel_counts(from_assignment=True, to_assignment=True)
    assert not travel_counts(from_assignment=True, to_assignment=False)
    assert not travel_counts(from_assignment=False, to_assignment=True)


def test_salaried_hours_are_shared_evenly_over_the_year() -> None:
    assert salaried_minutes(2088 * 60, Frequency.WEEKLY) == Fraction(2088 * 60, 52)
    assert salaried_minutes(1800 * 60, Frequency.MONTHLY) == 150 * 60
