"""Lines of work, how far a timesheet has come, and how the rota fills it."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import Rate, ShiftKind
from pa_manager.rota.model import Absence, AbsenceId, AbsenceKind, Shift, ShiftId
from pa_manager.timesheets.model import (
    Agreed,
    AwakeTooLong,
    BelowNil,
    LongerThanADay,
    LongerThanItsTimes,
    NotAgreed,
    NothingToCorrect,
    OutsideItsPeriod,
    Sent,
    Tally,
    TimesheetState,
    Worked,
    as_it_stands,
    correction,
    extra_entry,
    free_days,
    planned_entry,
    rate_agreed,
    refill,
)
from pa_manager.values.clock import TimeSpan
from pa_manager.values.days import Period
from pa_manager.values.money import Money
from tests.timesheets.people import ADA, DAY_RATE, MORNING, NIGHT, SLEEP_IN_RATE, ada, line, timesheet

DAY = date(2026, 4, 6)


def _shift(number=1, **changes):
    return Shift(**{"id": ShiftId(number), "assistant_id": ADA, "day": DAY, "span": MORNING} | changes)


def _filled(shift, *absences, number=1):
    entry = planned_entry(shift, absences)
    return line(number, **{name: getattr(entry, name) for name in entry.__dataclass_fields__})


def _away(kind=AbsenceKind.HOLIDAY, day=DAY):
    return Absence(id=AbsenceId(1), assistant_id=ADA, kind=kind, days=Period(day, day))


# What was worked


@pytest.mark.parametrize(
    ("worked", "refused"),
    [
        (Worked(minutes=25 * 60), LongerThanADay),
        (Worked(minutes=241, span=MORNING), LongerThanItsTimes),
        (Worked(minutes=60, awake_minutes=61), AwakeTooLong),
        (Worked(minutes=-1), BelowNil),
        (Worked(minutes=60, miles=-1), BelowNil),
        (Worked(minutes=60, expenses=Money(-1)), BelowNil),
        (Worked(minutes=60, awake_minutes=-1), BelowNil),
    ],
)
def test_what_cannot_have_been_worked_is_refused(worked, refused):
    with pytest.raises(refused):
        worked.check_on(DAY)


def test_a_whole_day_and_a_night_an_hour_longer_than_it_looks_can_be_worked():
    Worked(minutes=24 * 60).check_on(DAY)
    Worked(minutes=600, span=NIGHT).check_on(date(2026, 10, 24))
    Worked(minutes=25 * 60, span=TimeSpan(time(9), time(9))).check_on(date(2026, 10, 24))


def test_a_line_is_changed_to_what_was_worked():
    changed = line(planned_minutes=240).changed_to(Worked(minutes=0, note="Snow"))
    assert (changed.worked_minutes, changed.shifts, changed.note) == (0, 0, "Snow")
    assert changed.planned_minutes == 240
    assert changed.worked == Worked(minutes=0, note="Snow")


def test_a_tally_counts_nights_beside_hours():
    sheet = timesheet(
        line(1, planned_minutes=300),
        line(2, kind=ShiftKind.SLEEP_IN, worked_minutes=540, planned_minutes=540),
        line(3, kind=ShiftKind.SLEEP_IN, worked_minutes=0, shifts=0, planned_minutes=540),
        line(4, kind=ShiftKind.ON_CALL, worked_minutes=720),
    )
    assert str(sheet.planned) == "5:00 and 2 sleep-ins"
    assert str(sheet.worked) == "4:00, 1 sleep-in and 1 on call"
    assert (sheet.planned_minutes, sheet.worked_minutes) == (1380, 1500)
    assert str(Tally()) == "0:00"
    assert str(Tally(sleep_ins=3)) == "3 sleep-ins"


def test_a_timesheet_adds_up_its_miles_and_expenses():
    sheet = timesheet(line(1, miles=12, expenses=Money(450)), line(2, miles=3))
    assert (sheet.miles, sheet.expenses) == (15, Money(450))


# What to look at


def test_overlapping_times_and_nights_nobody_has_told_of_are_remarked_on():
    sheet = timesheet(
        line(1, span=MORNING),
        line(2, span=TimeSpan(time(12), time(15))),
        line(3, span=TimeSpan(time(13), time(14)), worked_minutes=0, shifts=0),
        line(4, day=date(2026, 4, 7), span=NIGHT, kind=ShiftKind.SLEEP_IN),
        line(5, day=date(2026, 4, 8), span=MORNING),
        line(6),
    )
    assert sheet.remarks == (
        "On Mon 6 Apr, 9am to 1pm and noon to 3pm overlap. Check the times, so that no hour is paid twice.",
        "Say how long these sleep-ins were spent awake and working, 0 if they were quiet: Tue 7 Apr.",
    )


def test_lines_that_follow_one_another_do_not_overlap():
    after = TimeSpan(time(13), time(15))
    assert timesheet(line(1, span=MORNING), line(2, span=after)).remarks == ()


def test_a_long_line_overlaps_every_line_within_it():
    whole = TimeSpan(time(8), time(20))
    lines = [line(1, span=whole), line(2, span=MORNING), line(3, span=TimeSpan(time(14), time(15)))]
    assert len(timesheet(*lines).remarks) == 2


# How far it has come


def test_agreed_then_sent_and_locked():
    agreed = timesheet().agreed(date(2026, 5, 4))
    sent = agreed.sent(date(2026, 5, 5))
    assert (sent.state, sent.agreed_on, sent.sent_on) == (TimesheetState.SENT, date(2026, 5, 4), date(2026, 5, 5))
    for act in (sent.check_open, sent.reopened, lambda: sent.sent(DAY), lambda: sent.agreed(DAY)):
        with pytest.raises(Sent, match="was sent on 5 May 2026 and stays as it is"):
            act()


def test_an_agreed_one_is_reopened_before_it_is_changed():
    agreed = timesheet().agreed(date(2026, 5, 4))
    with pytest.raises(Agreed):
        agreed.check_open()
    with pytest.raises(Agreed):
        agreed.agreed(date(2026, 5, 5))
    assert agreed.reopened() == timesheet()


def test_a_draft_is_not_sent():
    with pytest.raises(NotAgreed):
        timesheet().sent(DAY)


def test_one_sent_on_a_day_nobody_noted_is_locked_all_the_same():
    with pytest.raises(Sent, match="was sent and stays"):
        timesheet(state=TimesheetState.SENT).check_open()


def test_a_day_outside_is_refused():
    timesheet().check_day(date(2026, 5, 3))
    with pytest.raises(OutsideItsPeriod, match="for 6 April to 3 May 2026"):
        timesheet().check_day(date(2026, 5, 4))


@pytest.mark.parametrize("state", TimesheetState)
def test_every_state_has_words(state):
    assert state.words


def test_days_that_others_hold_are_left_out():
    may = Period(date(2026, 5, 1), date(2026, 5, 31))
    weeks = [Period(date(2026, 4, 27), date(2026, 5, 3)), Period(date(2026, 5, 4), date(2026, 5, 10))]
    later = Period(date(2026, 5, 30), date(2026, 6, 5))
    assert free_days(may, date(2026, 5, 20), []) == may
    assert free_days(may, date(2026, 5, 20), weeks) == Period(date(2026, 5, 11), date(2026, 5, 31))
    assert free_days(may, date(2026, 5, 20), [*weeks, later]) == Period(date(2026, 5, 11), date(2026, 5, 29))


# Filling it from the rota


def test_a_shift_is_worked_as_planned_until_somebody_says_otherwise():
    entry = planned_entry(_shift())
    assert (entry.planned, entry.planned_minutes, entry.worked_minutes, entry.shifts) == (MORNING, 240, 240, 1)
    assert entry.is_as_planned
    assert not line().is_as_planned


@pytest.mark.parametrize(("day", "minutes"), [(date(2026, 3, 28), 480), (date(2026, 10, 24), 600), (DAY, 540)])
def test_a_night_is_as_long_as_it_really_is(day, minutes):
    assert planned_entry(_shift(day=day, span=NIGHT, kind=ShiftKind.WAKING_NIGHT)).worked_minutes == minutes


def test_a_day_of_absence_was_not_worked():
    entry = planned_entry(_shift(), [_away(day=date(2026, 4, 7)), _away()])
    assert (entry.planned_minutes, entry.worked_minutes, entry.shifts, entry.note) == (240, 0, 0, "On holiday")


def test_an_empty_timesheet_is_filled_with_every_shift():
    found = refill([], [_shift(1), _shift(2, day=date(2026, 4, 7))])
    assert [entry.shift_id for entry in found.added] == [1, 2]
    assert found


def test_nothing_is_done_where_the_rota_is_as_it_was():
    assert not refill([_filled(_shift())], [_shift()])


def test_a_line_nobody_touched_follows_the_rota():
    later = _shift(span=TimeSpan(time(10), time(12)))
    (changed,) = refill([_filled(_shift())], [later]).changed
    assert (changed.span, changed.planned_minutes, changed.worked_minutes) == (later.span, 120, 120)


def test_an_absence_taken_back_makes_it_worked_again():
    (changed,) = refill([_filled(_shift(), _away())], [_shift()]).changed
    assert (changed.worked_minutes, changed.shifts, changed.note) == (240, 1, "")


def test_what_was_typed_is_kept_while_the_plan_follows():
    typed = _filled(_shift()).changed_to(Worked(minutes=200))
    (changed,) = refill([typed], [_shift(span=TimeSpan(time(10), time(12)))]).changed
    assert (changed.planned_minutes, changed.worked_minutes) == (120, 200)


def test_a_shift_that_has_gone_takes_only_a_line_nobody_touched_with_it():
    untouched, typed, extra = _filled(_shift(1)), _filled(_shift(2), number=2), line(3)
    typed = typed.changed_to(Worked(minutes=200))
    assert refill([untouched, typed, extra], []).removed == (untouched,)


# Correcting what was sent


def test_a_correction_is_the_difference():
    old = line(span=MORNING, rate=DAY_RATE, miles=4, expenses=Money(300))
    entry = correction(old, (), Worked(minutes=210, miles=6, expenses=Money(100)))
    assert (entry.worked_minutes, entry.shifts, entry.miles, entry.expenses) == (-30, 0, 2, Money(-200))
    assert (entry.day, entry.kind, entry.rate, entry.corrects) == (old.day, old.kind, old.rate, old.id)
    assert entry.note == "Puts right Mon 6 Apr"


def test_a_shift_that_was_not_worked_after_all_is_taken_back():
    entry = correction(line(), (), Worked(minutes=0, note="She was ill"))
    assert (entry.worked_minutes, entry.shifts, entry.note) == (-240, -1, "She was ill")


def test_a_second_correction_counts_from_where_the_first_left_it():
    night = line(kind=ShiftKind.SLEEP_IN, worked_minutes=540)
    first = correction(night, (), Worked(minutes=540, awake_minutes=45))
    assert first.awake_minutes == 45
    second = correction(night, (first,), Worked(minutes=540, awake_minutes=30))
    assert (second.awake_minutes, second.worked_minutes) == (-15, 0)
    assert as_it_stands(night, (first, second)) == Worked(minutes=540, awake_minutes=30)


def test_saying_what_is_said_already_corrects_nothing():
    with pytest.raises(NothingToCorrect):
        correction(line(), (), Worked(minutes=240, span=MORNING))


@given(st.lists(st.integers(0, 1440), min_size=1, max_size=5), st.integers(0, 1440))
def test_whatever_was_corrected_the_line_stands_at_what_was_said_last(told, sent):
    old, entries = line(worked_minutes=sent, shifts=int(sent > 0)), []
    for minutes in told:
        try:
            entries.append(correction(old, entries, Worked(minutes=minutes)))
        except NothingToCorrect:
            assert as_it_stands(old, entries).minutes == minutes
    assert as_it_stands(old, entries).minutes == told[-1]
    assert old.shifts + sum(entry.shifts for entry in entries) == int(told[-1] > 0)


def test_extra_work_has_no_plan():
    entry = extra_entry(day=DAY, kind=ShiftKind.MEETING, worked=Worked(minutes=60, note="Review"))
    assert (entry.planned, entry.planned_minutes, entry.shifts, entry.note) == (None, 0, 1, "Review")
    with pytest.raises(LongerThanADay):
        extra_entry(day=DAY, kind=ShiftKind.DAY, worked=Worked(minutes=2000))


def test_time_awake_is_asked_for_only_where_one_may_sleep():
    night = line(kind=ShiftKind.SLEEP_IN)
    assert night.awake_is_untold
    assert night.rests
    assert not replace(night, awake_minutes=0).awake_is_untold
    assert not line().awake_is_untold


def test_the_rate_of_a_line_is_what_the_terms_of_its_day_say():
    flat = Rate(kind=ShiftKind.SLEEP_IN, per_shift=Money(6000))
    night = line(kind=ShiftKind.SLEEP_IN)
    assert rate_agreed(ada(DAY_RATE), line()) == DAY_RATE
    assert rate_agreed(ada(DAY_RATE, SLEEP_IN_RATE), night) == SLEEP_IN_RATE
    assert rate_agreed(ada(DAY_RATE, flat), night) == SLEEP_IN_RATE
    assert rate_agreed(ada(flat), night) == flat
    assert rate_agreed(ada(DAY_RATE), night) is None
    assert rate_agreed(ada(DAY_RATE), line(day=date(2026, 1, 4))) is None
