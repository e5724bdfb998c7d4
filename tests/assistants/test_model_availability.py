"""When assistants can work: by weekday and hours, in loops of one, two and four weeks."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import (
    LOOPS,
    Availability,
    AvailabilityDetails,
    AvailabilityId,
    NoWeekday,
    Weekday,
    Willing,
    weekdays_from_text,
)
from pa_manager.values.clock import TimeSpan, span_from_text
from pa_manager.values.days import EndsBeforeItBegins
from tests.assistants.test_model import ADA

MONDAY = date(2026, 5, 18)
COLLEGE = Availability(
    id=AvailabilityId(1),
    willing=Willing.CANNOT,
    weekdays=(Weekday.MONDAY,),
    span=span_from_text("9am to 3pm"),
    first=MONDAY,
    note="college",
)
WEEK = tuple(Weekday)


def of(day, hours, *entries):
    found = replace(ADA, availability=entries).availability_on(day, span_from_text(hours))
    return found and found.willing


@pytest.mark.parametrize(
    ("hours", "meets"), [("2pm-8pm", True), ("3pm-8pm", False), ("7am-9am", False), ("7am-9:01", True), ("10-11", True)]
)
def test_who_cannot_says_so_of_any_part_of_the_shift(hours, meets):
    assert of(MONDAY, hours, COLLEGE) is (Willing.CANNOT if meets else None)
    assert of(MONDAY + timedelta(days=1), hours, COLLEGE) is None
    assert of(MONDAY - timedelta(days=7), hours, COLLEGE) is None


def test_a_night_reaches_into_the_next_day():
    sunday = MONDAY - timedelta(days=1)
    early = replace(COLLEGE, span=span_from_text("6am to 8am"))
    assert of(sunday, "10pm-7am", early) is Willing.CANNOT
    assert of(sunday, "10pm-6am", early) is None
    late = replace(COLLEGE, span=span_from_text("8pm to 2am"))
    assert of(MONDAY + timedelta(days=1), "00:00-08:00", late) is Willing.CANNOT
    assert of(MONDAY + timedelta(days=1), "02:00-08:00", late) is None


def test_who_would_like_to_means_the_whole_shift_or_the_day_it_begins_on():
    likes = replace(COLLEGE, willing=Willing.WOULD_LIKE)
    assert of(MONDAY, "9-3", likes) is Willing.WOULD_LIKE
    assert of(MONDAY, "9-4", likes) is None
    all_day = replace(likes, span=None)
    assert of(MONDAY, "10pm-7am", all_day) is Willing.WOULD_LIKE
    assert of(MONDAY - timedelta(days=1), "10pm-7am", all_day) is None


def test_what_weighs_most_is_told():
    likes = replace(COLLEGE, willing=Willing.WOULD_LIKE, span=None)
    rather = replace(COLLEGE, willing=Willing.RATHER_NOT, span=None)
    assert of(MONDAY, "10-12", likes, rather, COLLEGE) is Willing.CANNOT
    assert of(MONDAY, "15-17", likes, rather, COLLEGE) is Willing.RATHER_NOT
    assert of(MONDAY, "15-17") is None


def test_a_loop_is_counted_from_the_week_of_the_first_day():
    thursday = replace(COLLEGE, weekdays=(Weekday.MONDAY, Weekday.THURSDAY), first=date(2026, 5, 21), every_weeks=2)
    assert [thursday.holds_on(MONDAY + timedelta(days=days)) for days in (0, 3, 7, 10, 14, 17)] == [
        False, True, False, False, True, True,
    ]  # fmt: skip
    assert not replace(thursday, last=date(2026, 5, 31)).holds_on(date(2026, 6, 1))


@given(st.sampled_from(LOOPS), st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 3000))
def test_a_loop_comes_round(every, first, days):
    entry = replace(COLLEGE, weekdays=WEEK, first=first, every_weeks=every)
    day = first + timedelta(days=days)
    assert entry.holds_on(day) == entry.holds_on(day + timedelta(weeks=every))
    week = [entry.holds_on(day + timedelta(weeks=number)) for number in range(every)]
    assert sum(week) == 1


@given(st.times(), st.times(), st.times(), st.times())
def test_hours_meet_on_one_day_as_they_do_on_the_clock(a, b, c, d):
    shift, cannot = TimeSpan(min(a, b), max(a, b)), TimeSpan(min(c, d), max(c, d))
    if shift.is_overnight or cannot.is_overnight:
        return
    entry = replace(COLLEGE, span=cannot)
    met = replace(ADA, availability=(entry,)).availability_on(MONDAY, shift) is not None
    minute = [moment.hour * 60 + moment.minute for moment in (shift.start, shift.end, cannot.start, cannot.end)]
    assert met == (minute[0] < minute[3] and minute[2] < minute[1])


def test_it_is_said_in_words():
    assert COLLEGE.sentence == "Cannot work on Monday, 9am to 3pm (college)"
    plain = replace(COLLEGE, note="", span=None, willing=Willing.RATHER_NOT, every_weeks=2)
    assert plain.sentence == "Would rather not work on Monday, all day, every 2 weeks"
    assert replace(plain, weekdays=WEEK).days_said == "every day"
    assert replace(plain, weekdays=WEEK[:5]).days_said == "Monday to Friday"
    assert replace(plain, weekdays=WEEK[5:]).days_said == "Saturday, Sunday"
    assert replace(plain, weekdays=(WEEK[4], WEEK[0], WEEK[1])).days_said == "Monday, Tuesday, Friday"


def test_no_day_and_an_end_before_the_beginning_are_refused():
    with pytest.raises(NoWeekday, match="at least one"):
        AvailabilityDetails(willing=Willing.CANNOT, weekdays=(), first=MONDAY)
    with pytest.raises(EndsBeforeItBegins):
        replace(COLLEGE, last=MONDAY - timedelta(days=1))
    assert replace(COLLEGE, span=TimeSpan(time(9), time(15)), last=MONDAY).holds_on(MONDAY)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("Mon to Fri", "mon tue wed thu fri"),
        ("mon-fri", "mon tue wed thu fri"),
        ("Weekdays", "mon tue wed thu fri"),
        ("sat, sun", "sat sun"),
        ("weekends", "sat sun"),
        ("Fri to Mon", "mon fri sat sun"),
        ("Mondays and Thursdays", "mon thu"),
        ("tu we", "tue wed"),
        ("wednesday", "wed"),
        ("every day", "mon tue wed thu fri sat sun"),
        ("sun - tue & fri", "mon tue fri sun"),
    ],
)
def test_days_are_read_however_they_are_typed(typed, days):
    assert weekdays_from_text(typed) == tuple(map(Weekday, days.split()))


@pytest.mark.parametrize("typed", ["", " , ", "t", "tomorrow", "mon-wed-fri", "mon to", "-", "m\u00f6n"])
def test_what_is_no_day_is_refused(typed):
    with pytest.raises(NoWeekday):
        weekdays_from_text(typed)


@given(st.lists(st.sampled_from(WEEK), min_size=1, unique=True))
def test_days_said_are_read_again(days):
    entry = replace(COLLEGE, weekdays=tuple(days))
    assert set(weekdays_from_text(entry.days_said)) == set(days)


@given(st.text(max_size=15))
def test_no_text_breaks_the_reading_of_days(text):
    with suppress(NoWeekday):
        assert weekdays_from_text(text)
