"""Work over midnight: what of it is paid by which day."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import Rate, RateDay, ShiftKind, Stretch, Terms
from pa_manager.timesheets.model import (
    NothingToCorrect,
    Worked,
    as_sent,
    correction,
    extra_entry,
    stretches,
)
from pa_manager.values.clock import TimeSpan, late_minutes
from pa_manager.values.money import Money
from tests.timesheets.people import DAY_RATE, NIGHT, SLEEP_IN_RATE, ada, line

BEFORE_THE_RISE = date(2026, 4, 5)
SENT_ON = date(2026, 5, 5)
WAKING = Rate(kind=ShiftKind.WAKING_NIGHT, per_hour=Money(1300))
RISEN = Rate(kind=ShiftKind.WAKING_NIGHT, per_hour=Money(1350))
HER = replace(
    ada(WAKING),
    terms=(
        Terms(from_day=date(2026, 1, 5), rates=(WAKING,)),
        Terms(from_day=date(2026, 4, 6), rates=(RISEN,)),
    ),
)


def _night(day=BEFORE_THE_RISE, *, minutes=540, span=NIGHT, kind=ShiftKind.WAKING_NIGHT):
    entry = extra_entry(day=day, kind=kind, worked=Worked(minutes=minutes, span=span))
    return line(**{name: getattr(entry, name) for name in entry.__dataclass_fields__})


def test_a_night_over_a_rise_is_paid_at_both_rates_from_midnight_on():
    assert stretches(HER, _night()) == (Stretch(120, WAKING), Stretch(420, RISEN))


def test_a_night_before_or_after_it_is_paid_at_one():
    assert stretches(HER, _night(date(2026, 4, 4))) == (Stretch(540, WAKING),)
    assert stretches(HER, _night(date(2026, 4, 6))) == (Stretch(540, RISEN),)


def test_a_bank_holiday_counts_from_its_first_minute_to_its_last():
    double = Rate(kind=ShiftKind.WAKING_NIGHT, per_hour=Money(2600), on=RateDay.BANK_HOLIDAY)
    her = ada(WAKING, double)
    assert stretches(her, _night(date(2026, 5, 3))) == (Stretch(120, WAKING), Stretch(420, double))
    assert stretches(her, _night(date(2026, 5, 4))) == (Stretch(120, double), Stretch(420, WAKING))


def test_the_hour_the_clocks_go_back_is_after_midnight_and_paid():
    night = _night(date(2026, 10, 24), minutes=600)
    assert (night.worked_minutes, night.late_minutes) == (600, 480)
    assert _night(date(2026, 3, 28), minutes=480).late_minutes == 360


def test_a_break_is_taken_off_both_sides_of_midnight_in_proportion():
    assert stretches(HER, _night(minutes=480)) == (Stretch(107, WAKING), Stretch(373, RISEN))


@given(st.integers(0, 540))
def test_the_two_sides_are_all_the_time_worked(minutes):
    assert 0 <= late_minutes(NIGHT, BEFORE_THE_RISE, minutes) <= minutes


def test_times_that_end_before_midnight_or_are_not_known_lie_on_one_day():
    assert late_minutes(TimeSpan(time(14), time(23)), BEFORE_THE_RISE, 540) == 0
    assert late_minutes(None, BEFORE_THE_RISE, 540) == 0
    assert late_minutes(TimeSpan(time(14), time(0)), BEFORE_THE_RISE, 600) == 0


def test_where_one_may_rest_the_day_it_begins_decides():
    her = replace(ada(), terms=(Terms(from_day=date(2026, 1, 5), rates=(DAY_RATE, SLEEP_IN_RATE)),))
    assert stretches(her, _night(kind=ShiftKind.SLEEP_IN)) == (Stretch(540, SLEEP_IN_RATE),)


def test_a_kind_that_the_new_terms_do_not_name_has_no_rate_after_midnight():
    her = replace(HER, terms=(HER.terms[0], Terms(from_day=date(2026, 4, 6), rates=(SLEEP_IN_RATE,))))
    assert stretches(her, _night()) == (Stretch(120, WAKING), Stretch(420, None))


def test_once_sent_the_rates_stay_whatever_is_agreed_later():
    sent = as_sent(HER, _night(), SENT_ON)
    assert (sent.rate, sent.late_rate) == (WAKING, RISEN)
    assert as_sent(HER, sent, SENT_ON) is sent
    assert stretches(ada(DAY_RATE), sent) == (Stretch(120, WAKING), Stretch(420, RISEN))
    plain = as_sent(HER, _night(date(2026, 4, 4)), SENT_ON)
    assert stretches(ada(DAY_RATE), plain) == (Stretch(540, WAKING),)


def test_a_correction_takes_time_off_the_side_of_midnight_it_was_worked_on():
    sent = as_sent(HER, _night(), SENT_ON)
    until_six = correction(sent, (), Worked(minutes=480, span=TimeSpan(time(22), time(6))))
    assert (until_six.worked_minutes, until_six.late_minutes) == (-60, -60)
    assert stretches(HER, until_six) == (Stretch(0, WAKING), Stretch(-60, RISEN))
    never = correction(sent, (until_six,), Worked(minutes=0))
    assert (never.worked_minutes, never.late_minutes) == (-480, -360)


def test_the_same_length_at_other_times_is_a_correction_too():
    sent = as_sent(HER, _night(), SENT_ON)
    earlier = correction(sent, (), Worked(minutes=540, span=TimeSpan(time(21), time(6))))
    assert (earlier.worked_minutes, earlier.late_minutes) == (0, -60)
    assert stretches(HER, earlier) == (Stretch(60, WAKING), Stretch(-60, RISEN))
    with pytest.raises(NothingToCorrect):
        correction(sent, (earlier,), Worked(minutes=540, span=TimeSpan(time(21), time(6))))
