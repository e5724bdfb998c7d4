"""Shifts, absences, and what is worth knowing about them."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import Assistant, AssistantId, ShiftKind
from pa_manager.rota.model import (
    Absence,
    AbsenceId,
    AbsenceKind,
    AbsenceLine,
    Away,
    Free,
    NobodyNamed,
    NotAGap,
    NoTimePasses,
    Shift,
    ShiftId,
    ShiftPlan,
    TwoForOneShift,
    WeekSum,
    copies,
    doubles,
    findings,
    freedom,
    said_sum,
    sum_of,
)
from pa_manager.values.clock import TimeSpan, span_from_text
from pa_manager.values.days import Period

MONDAY = date(2026, 5, 18)
MORNING, NIGHT = span_from_text("9-1"), span_from_text("10pm-7am")
ADA_ID, SAM_ID = AssistantId(1), AssistantId(2)
ADA = Assistant(id=ADA_ID, name="Ada Okonkwo", started_on=date(2025, 4, 7), periods_from=date(2026, 3, 30))
SAM = replace(ADA, id=SAM_ID, name="Sam Tremaine")
BOTH = {ADA_ID: ADA, SAM_ID: SAM}
SHIFT = Shift(id=ShiftId(1), day=MONDAY, span=MORNING, assistant_id=ADA_ID)
GAP = SHIFT.left_open("off sick")
HOLIDAY = Away(assistant_id=ADA_ID, kind=AbsenceKind.HOLIDAY, days=Period(MONDAY, date(2026, 5, 24)))


def _whole(moment):
    """Return a time on the half hour, from 3am on: no such hour is ever skipped."""
    return time(moment.hour % 21 + 3, 30 * (moment.minute // 30))


def _shift(number, span, *, day=MONDAY, assistant_id=ADA_ID):
    return Shift(id=ShiftId(number), day=day, span=span_from_text(span), assistant_id=assistant_id)


def test_a_shift_is_as_long_as_the_time_that_passes():
    assert SHIFT.minutes == 240
    assert replace(SHIFT, span=NIGHT).minutes == 540
    assert SHIFT.clock_note == ""


def test_a_night_in_which_the_clocks_change_says_so():
    spring = replace(SHIFT, day=date(2026, 3, 28), span=NIGHT)
    autumn = replace(SHIFT, day=date(2026, 10, 24), span=NIGHT)
    assert (spring.minutes, autumn.minutes) == (480, 600)
    assert spring.clock_note == "The clocks go forward: it is 8:00 hours, not 9:00."
    assert autumn.clock_note == "The clocks go back: it is 10:00 hours, not 9:00."


def test_a_whole_day_round_is_a_day_long():
    assert replace(SHIFT, span=TimeSpan(time(9), time(9))).clock_note == ""


def test_a_shift_in_the_hour_that_is_skipped_is_refused():
    with pytest.raises(NoTimePasses, match=r"1.30am to 2.30am on 29 March 2026: the clocks go forward"):
        replace(SHIFT, day=date(2026, 3, 29), span=TimeSpan(time(1, 30), time(2, 30)))


def test_a_shift_has_one_person_at_most():
    assert not SHIFT.is_gap
    assert replace(SHIFT, assistant_id=None).is_gap
    assert not replace(SHIFT, assistant_id=None, covered_by="Rowena").is_gap
    with pytest.raises(TwoForOneShift):
        replace(SHIFT, covered_by="Rowena")


@pytest.mark.parametrize(
    ("other", "day", "overlaps"),
    [
        ("1pm-3pm", MONDAY, False),
        ("12-3pm", MONDAY, True),
        ("10am-11am", MONDAY, True),
        ("7am-9am", MONDAY, False),
        ("10pm-9.30am", date(2026, 5, 17), True),
        ("9-1", date(2026, 5, 19), False),
    ],
)
def test_two_shifts_overlap_if_they_share_a_moment(other, day, overlaps):
    assert SHIFT.overlaps(_shift(2, other, day=day)) is overlaps
    assert _shift(2, other, day=day).overlaps(SHIFT) is overlaps


def test_a_gap_remembers_whose_it_was_and_who_could_not_come():
    assert (GAP.is_gap, GAP.meant_for, GAP.left_by, GAP.why) == (True, ADA_ID, ADA_ID, "off sick")
    covered = GAP.filled_by(SAM_ID)
    assert (covered.assistant_id, covered.owner) == (SAM_ID, ADA_ID)
    again = covered.left_open("car broke down")
    assert (again.meant_for, again.left_by, again.why) == (ADA_ID, SAM_ID, "car broke down")
    assert again.filled_by(ADA_ID) == SHIFT


def test_only_a_gap_is_filled():
    assert GAP.filled_otherwise(" Rowena ").covered_by == "Rowena"
    with pytest.raises(NobodyNamed):
        GAP.filled_otherwise("  ")
    for fill in (lambda: SHIFT.filled_by(SAM_ID), lambda: SHIFT.filled_otherwise("Rowena")):
        with pytest.raises(NotAGap):
            fill()


def test_what_some_shifts_come_to():
    shifts = [
        SHIFT,
        GAP,
        replace(SHIFT, span=NIGHT, kind=ShiftKind.SLEEP_IN),
        replace(SHIFT, kind=ShiftKind.ON_CALL),
        replace(SHIFT, span=NIGHT, kind=ShiftKind.WAKING_NIGHT),
    ]
    assert sum_of(shifts) == WeekSum(minutes=1020, sleep_ins=1, on_calls=1, gaps=1)


def test_each_shift_of_one_person_that_overlaps_another_is_found():
    long, inside, apart, other = (
        _shift(1, "8am-6pm"),
        _shift(2, "9am-10am"),
        _shift(4, "9pm-10pm"),
        _shift(5, "9am-10am", assistant_id=SAM_ID),
    )
    late = _shift(3, "5pm-7pm")
    found = doubles([late, apart, inside, other, long])
    assert found == {long.id: inside, inside.id: long, late.id: long}
    assert doubles([replace(long, assistant_id=None), replace(inside, assistant_id=None)]) == {}


def _known(*shifts, absences=(), assistants=BOTH):
    return findings(shifts, assistants=assistants, absences=absences)


def test_what_is_worth_knowing_is_said_in_sentences():
    second = _shift(2, "noon-2pm")
    assert _known(SHIFT) == {}
    assert _known(SHIFT, second) == {
        1: ("Ada Okonkwo is down twice: 9am to 1pm and noon to 2pm on Mon 18 May.",),
        2: ("Ada Okonkwo is down twice: 9am to 1pm and noon to 2pm on Mon 18 May.",),
    }
    assert _known(SHIFT, absences=[HOLIDAY]) == {1: ("Ada Okonkwo is on holiday, 18 to 24 May 2026.",)}
    assert _known(replace(SHIFT, day=date(2026, 5, 25)), absences=[HOLIDAY]) == {}
    assert _known(GAP) == {1: ("Ada Okonkwo cannot come: off sick.",)}
    assert _known(replace(GAP, why="")) == {1: ("Ada Okonkwo cannot come.",)}
    assert _known(replace(GAP, covered_by="Rowena")) == {}
    night = replace(SHIFT, day=date(2026, 3, 28), span=NIGHT)
    assert _known(night) == {1: (night.clock_note,)}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"started_on": date(2026, 5, 19)}, "Ada Okonkwo starts work on 19 May 2026."),
        ({"left_on": date(2026, 5, 17)}, "Ada Okonkwo left on 17 May 2026."),
    ],
)
def test_somebody_who_does_not_work_here_that_day(changed, said):
    assert _known(SHIFT, assistants={ADA_ID: replace(ADA, **changed)}) == {1: (said,)}


def test_whether_somebody_is_free_and_why_not():
    open_shift = replace(GAP, id=ShiftId(9))
    assert freedom(open_shift, assistant=SAM, own=[], absences=[]) == Free(SAM_ID, "Sam Tremaine", free=True)
    own = [_shift(2, "noon-2pm", assistant_id=SAM_ID)]
    busy = freedom(open_shift, assistant=SAM, own=own, absences=[])
    assert (busy.free, busy.why_not) == (False, "Sam Tremaine is down for noon to 2pm on Mon 18 May already.")
    assert freedom(open_shift, assistant=ADA, own=[], absences=[]).why_not == "Ada Okonkwo cannot come: off sick."
    assert freedom(open_shift, assistant=ADA, own=[], absences=[HOLIDAY]).why_not.startswith("Ada Okonkwo is on holi")
    assert freedom(SHIFT, assistant=ADA, own=[SHIFT], absences=[]).free


def _copied(earlier, present=(), assistants=BOTH):
    return copies(earlier, present, days_on=7, assistants=assistants)


def test_a_copied_week_goes_to_whose_the_shifts_are_in_an_ordinary_week():
    (plan,) = _copied([GAP.filled_by(SAM_ID)])
    assert plan == ShiftPlan(day=date(2026, 5, 25), span=MORNING, assistant_id=ADA_ID)
    (plan,) = _copied([GAP.filled_otherwise("Rowena")])
    assert (plan.assistant_id, plan.covered_by) == (ADA_ID, "")


def test_what_a_relative_does_every_week_is_copied_too():
    (plan,) = _copied([replace(SHIFT, assistant_id=None, covered_by="Rowena")])
    assert (plan.assistant_id, plan.covered_by) == (None, "Rowena")


def test_a_shift_of_somebody_who_has_left_by_then_is_copied_as_a_gap():
    (plan,) = _copied([SHIFT], assistants={ADA_ID: replace(ADA, left_on=date(2026, 5, 24))})
    assert plan.is_gap


def test_two_at_once_are_copied_as_two():
    two = [replace(SHIFT, assistant_id=None), replace(SHIFT, id=ShiftId(2), assistant_id=None)]
    assert len(_copied(two)) == 2
    assert len(_copied(two, present=[replace(two[0], day=date(2026, 5, 25))])) == 1


@given(
    shifts=st.lists(
        st.builds(
            Shift,
            id=st.integers(1, 10_000).map(ShiftId),
            day=st.dates(date(2026, 3, 27), date(2026, 3, 30)),
            span=st.builds(TimeSpan, st.times().map(_whole), st.times().map(_whole)),
            assistant_id=st.sampled_from([ADA_ID, SAM_ID, None]),
        ),
        unique_by=lambda shift: shift.id,
        max_size=12,
    )
)
def test_every_overlap_is_found_and_nothing_else(shifts):
    overlapping = {
        one.id
        for one in shifts
        for other in shifts
        if one.id != other.id and one.assistant_id == other.assistant_id is not None and one.overlaps(other)
    }
    assert doubles(shifts).keys() == overlapping


SPANS = st.sampled_from([MORNING, NIGHT, span_from_text("2pm-6pm"), span_from_text("0:30-2:30")])
WEEKS = st.lists(
    st.builds(
        Shift,
        id=st.integers(1, 99).map(ShiftId),
        day=st.integers(0, 6).map(lambda days: date(2026, 3, 23) + timedelta(days=days)),
        span=SPANS,
        assistant_id=st.sampled_from([ADA_ID, SAM_ID]),
        kind=st.sampled_from(ShiftKind),
    )
)


@given(earlier=WEEKS, present=WEEKS)
def test_copying_twice_is_copying_once_and_loses_nothing(earlier, present):
    present = [replace(shift, day=shift.day + timedelta(days=7)) for shift in present]
    plans = _copied(earlier, present)
    then = [*present, *(_kept(number, plan) for number, plan in enumerate(plans, start=100))]
    assert _copied(earlier, then) == ()
    wanted = sorted((shift.day + timedelta(days=7), shift.span) for shift in earlier)
    there = sorted((shift.day, shift.span) for shift in then)
    assert all(there.count(each) >= wanted.count(each) for each in wanted)


def _kept(number, plan):
    return Shift(id=ShiftId(number), day=plan.day, span=plan.span, assistant_id=plan.assistant_id, kind=plan.kind)


def test_an_absence_is_said_in_a_sentence():
    absence = Absence(id=AbsenceId(1), assistant_id=ADA_ID, kind=AbsenceKind.SICKNESS, days=Period(MONDAY, MONDAY))
    assert AbsenceLine(absence, "Ada Okonkwo").sentence == "Ada Okonkwo is off sick, 18 May 2026."
    assert AbsenceKind.OTHER.words == "away"


@pytest.mark.parametrize(
    ("week", "sentence"),
    [
        (WeekSum(2190, 0, 0, 0), "36:30 hours."),
        (WeekSum(2190, 1, 0, 1), "36:30 hours and 1 sleep-in, with 1 shift that nobody has yet."),
        (WeekSum(60, 2, 3, 2), "1:00 hours, 2 sleep-ins and 3 on call, with 2 shifts that nobody has yet."),
    ],
)
def test_what_some_days_come_to_is_said_in_a_sentence(week, sentence):
    assert said_sum(week) == sentence
    assert AbsenceKind.OTHER.label == "Something else"
