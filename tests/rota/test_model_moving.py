"""Moving a shift by the clock, and making it longer or shorter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.rota.model import ShiftPlan, TooLong, TooShort, moved, stretched
from pa_manager.values.clock import span_from_text
from tests.rota.household import MONDAY


def shift(span):
    return ShiftPlan(day=MONDAY, span=span_from_text(span), note="Key")


def test_past_midnight_it_belongs_to_another_day():
    later = moved(shift("11.50pm-2am"), 15)
    assert (f"{later.day:%a}", str(later.span)) == ("Tue", "12.05am to 2.15am")
    earlier = moved(shift("0010-2am"), -15)
    assert (f"{earlier.day:%a}", str(earlier.span)) == ("Sun", "11.55pm to 1.45am")


def test_over_midnight_a_shift_grows_into_a_night():
    assert str(stretched(shift("8pm-11.45pm"), end=30).span) == "8pm to 12.15am"
    assert str(stretched(shift("10pm-7am"), start=-60, end=-60).span) == "9pm to 6am"


def test_neither_nothing_nor_a_whole_day():
    with pytest.raises(TooShort):
        stretched(shift("9-10"), end=-60)
    with pytest.raises(TooLong):
        stretched(shift("9pm-8pm"), end=60)


@given(st.integers(-2000, 2000), st.sampled_from(["9-1", "10pm-7am", "midnight-6am"]))
def test_moved_there_and_back_is_where_it_was(minutes, span):
    assert moved(moved(shift(span), minutes), -minutes) == shift(span)
