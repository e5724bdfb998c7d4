"""What the law and the terms say of rest, breaks and long weeks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pa_manager.assistants.model import Assistant, Terms
from pa_manager.rota.model import Shift, ShiftId, Stint, long_weeks, rest_findings
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period
from tests.rota.household import ADA, MONDAY

ANN = Assistant(id=ADA, name="Ada Okonkwo", known_as="Ada", started_on=date(2025, 1, 6), periods_from=MONDAY)
TUESDAY = MONDAY + timedelta(days=1)


def shift(number, day, span, assistant_id=ADA, **more):
    return Shift(id=ShiftId(number), day=day, span=span_from_text(span), assistant_id=assistant_id, **more)


def told(*shifts, ann=ANN):
    return rest_findings(shifts, assistants={ADA: ann})


def test_less_than_11_hours_of_rest_is_told_of_the_shift_after_it():
    known = told(shift(1, MONDAY, "5pm-10pm"), shift(2, TUESDAY, "7-11"))
    assert known == {2: ("Ada: There are 9:00 hours of rest before this work. The law asks for 11:00.",)}
    assert told(shift(1, MONDAY, "4pm-8pm"), shift(2, TUESDAY, "7-11")) == {}


@pytest.mark.parametrize(
    ("kind", "asked"), [("day", True), ("waking_night", True), ("sleep_in", False), ("on_call", False)]
)
def test_a_break_is_asked_for_while_awake(kind, asked):
    assert bool(told(shift(1, MONDAY, "9-5", kind=kind))) == asked
    assert told(shift(1, MONDAY, "9-3", kind=kind)) == {}


def test_a_week_without_a_day_off_is_told_of_its_last_shift():
    week = [shift(number, MONDAY + timedelta(days=number), "9-1") for number in range(7)]
    assert told(*week[:6]) == {}
    assert told(*week) == {6: ("Ada: The week from 18 May 2026 has no 24 hours together without work.",)}


def test_more_hours_than_agreed_are_told_of_the_last_shift():
    ann = replace(ANN, terms=(Terms(from_day=date(2025, 1, 6), weekly_minutes=6 * 60),))
    known = told(shift(1, MONDAY, "9-1"), shift(2, TUESDAY, "9-1"), ann=ann)
    assert known == {2: ("Ada has 8:00 hours in the week from Mon 18 May, 2:00 more than agreed.",)}
    assert told(shift(1, MONDAY, "9-1"), ann=ann) == {}
    assert told(shift(1, MONDAY, "9-1"), shift(2, TUESDAY, "10pm-7am", kind="sleep_in"), ann=ann) == {}


def test_gaps_have_no_rest():
    assert told(shift(1, MONDAY, "9am-9pm", assistant_id=None)) == {}


def test_weeks_of_more_than_48_hours_on_average():
    weeks = Period(MONDAY - timedelta(weeks=16), MONDAY + timedelta(days=6))
    days = [weeks.first + timedelta(weeks=week) for week in range(17)]
    fifty = [Stint(ADA, day, 50 * 60) for day in days]
    known = long_weeks(fifty, assistants={ADA: ANN}, weeks=weeks)
    assert known[ADA].startswith("Ada: The average week is 50:00 hours, more than 48.")
    assert long_weeks(fifty[1:3], assistants={ADA: ANN}, weeks=weeks) == {}
    new = replace(ANN, started_on=days[-2])
    assert long_weeks(fifty[-2:], assistants={ADA: new}, weeks=weeks).keys() == {ADA}
