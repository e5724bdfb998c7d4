"""What stands beside a timesheet: other lines, the one before, the contract, the days that are counted, estimates."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import PayFrequency, ShiftKind, Terms
from pa_manager.funding.model import StreamId
from pa_manager.rota.model import ShiftId
from pa_manager.timesheets.model import (
    BelowNil,
    BreakTooLong,
    BreakWithoutTimes,
    HoursWindow,
    LongerThanADay,
    OverlapsAnother,
    Sight,
    Stage,
    TimesheetId,
    TimesheetState,
    ToMake,
    Worked,
    WorkedLineId,
    as_sent,
    check_beside,
    contract_minutes,
    copies,
    correction,
    due_first,
    hours_of,
    minutes_between_times,
    paid_with,
    stage_of,
)
from pa_manager.values.clock import TimeSpan
from pa_manager.values.days import Period, month_of
from pa_manager.values.money import Money
from tests.timesheets.people import ADA, DAY_RATE, MORNING, NIGHT, PERIOD, SAM, ada, line, timesheet

DAY = date(2026, 4, 6)
HERE, ELSEWHERE = TimesheetId(1), TimesheetId(2)
MAY = Period(date(2026, 5, 1), date(2026, 5, 31))


def _monthly(**changes):
    return ada(frequency=PayFrequency.MONTHLY, periods_from=date(2026, 1, 1), **changes)


# Breaks


def test_a_break_comes_off_the_times():
    assert minutes_between_times(TimeSpan(time(9), time(17)), DAY, 30) == 450
    assert minutes_between_times(None, DAY, 0) == 0
    with pytest.raises(BreakTooLong):
        minutes_between_times(MORNING, DAY, 240)
    with pytest.raises(BreakWithoutTimes):
        minutes_between_times(None, DAY, 30)
    with pytest.raises(BelowNil):
        Worked(minutes=60, break_minutes=-1).check_on(DAY)


# Beside other lines


def _check(*others, span=MORNING, minutes=240, day=DAY, kind=ShiftKind.DAY):
    check_beside(Worked(minutes=minutes, span=span), day=day, kind=kind, on=HERE, others=others)


def test_what_overlaps_is_refused_wherever_it_stands():
    there = line(span=TimeSpan(time(12), time(14)), worked_minutes=120)
    with pytest.raises(OverlapsAnother, match="9am to 1pm overlaps noon to 2pm on Mon 6 Apr, which is on this time"):
        _check(there)
    with pytest.raises(OverlapsAnother, match="on another timesheet"):
        _check(replace(there, timesheet_id=ELSEWHERE))
    night = line(day=date(2026, 4, 5), span=TimeSpan(time(22), time(10)), kind=ShiftKind.SLEEP_IN, worked_minutes=720)
    with pytest.raises(OverlapsAnother):
        _check(night)


def test_what_follows_and_what_goes_on_beside_is_not():
    after = line(span=TimeSpan(time(13), time(14)), worked_minutes=60)
    on_call = line(span=NIGHT, kind=ShiftKind.ON_CALL, worked_minutes=540)
    _check(after, on_call, line(worked_minutes=0, span=MORNING), line(corrects=WorkedLineId(9), span=MORNING))
    _check(line(span=MORNING), kind=ShiftKind.ON_CALL)
    _check(line(span=MORNING), minutes=0, span=None)


def test_a_day_has_no_more_hours_than_it_has():
    with pytest.raises(LongerThanADay, match=r"Mon 6 Apr would have 25:00 hours of work. The day has 24\."):
        _check(line(worked_minutes=16 * 60), span=None, minutes=9 * 60)
    night = line(day=date(2026, 4, 5), span=NIGHT, worked_minutes=540, late_minutes=420)
    with pytest.raises(LongerThanADay):
        _check(night, span=None, minutes=18 * 60)
    _check(night, span=None, minutes=17 * 60)


def test_the_sunday_the_clocks_go_back_has_25():
    sunday = date(2026, 10, 25)
    _check(line(day=sunday, worked_minutes=16 * 60), day=sunday, span=None, minutes=9 * 60)
    with pytest.raises(LongerThanADay, match="The day has 25"):
        _check(line(day=sunday, worked_minutes=17 * 60), day=sunday, span=None, minutes=9 * 60)


# Copies


def test_a_month_takes_the_same_days_of_the_week():
    lines = [line(number, day=day, span=MORNING) for number, day in enumerate(MAY.days(), start=1)]
    june = timesheet(period=month_of(date(2026, 6, 1)))
    found = copies(timesheet(*lines, period=MAY), june)
    assert [entry.day for entry in found] == list(june.period.days())
    assert all((entry.span, entry.worked_minutes, entry.shift_id) == (MORNING, 240, None) for entry in found)


def test_days_that_have_a_line_stay_and_only_times_are_copied():
    earlier = timesheet(
        line(1, day=date(2026, 4, 6), span=MORNING, miles=9, note="Bus", break_minutes=30, worked_minutes=210),
        line(2, day=date(2026, 4, 7), span=MORNING),
        line(3, day=date(2026, 4, 8), worked_minutes=0),
        line(4, day=date(2026, 4, 9), corrects=WorkedLineId(9)),
    )
    onto = timesheet(line(5, day=date(2026, 5, 5)), period=Period(date(2026, 5, 4), date(2026, 5, 31)))
    (entry,) = copies(earlier, onto)
    assert (entry.day, entry.break_minutes, entry.worked_minutes) == (date(2026, 5, 4), 30, 210)
    assert (entry.miles, entry.note) == (0, "")


def test_a_night_that_is_shorter_is_copied_shorter():
    earlier = timesheet(line(day=date(2026, 2, 28), span=NIGHT, worked_minutes=540), period=month_of(date(2026, 2, 1)))
    found = copies(earlier, timesheet(period=month_of(date(2026, 3, 1))))
    assert {entry.day: entry.worked_minutes for entry in found} == {date(2026, 3, 28): 480}


def test_after_a_gap_the_nearest_week_that_was_worked_is_taken():
    earlier = timesheet(line(day=date(2026, 1, 6)), period=Period(date(2026, 1, 5), date(2026, 1, 7)))
    week = Period(date(2026, 4, 6), date(2026, 4, 12))
    assert [entry.day for entry in copies(earlier, timesheet(period=week))] == [date(2026, 4, 7)]


# Whose hours are counted from when


def test_hours_run_from_the_20th_to_the_19th_and_are_paid_by_the_month():
    own = [HoursWindow(assistant_id=ADA, from_day=date(2026, 4, 20))]
    other = [HoursWindow(assistant_id=SAM, from_day=date(2026, 4, 2))]
    assert hours_of(_monthly(), own + other, date(2026, 5, 3)) == Period(date(2026, 4, 20), date(2026, 5, 19))
    assert hours_of(_monthly(), own, date(2026, 4, 3)) == Period(date(2026, 4, 1), date(2026, 4, 19))
    assert paid_with(_monthly(), Period(date(2026, 4, 20), date(2026, 5, 19))) == MAY


def test_they_go_with_the_pay_period_again():
    windows = [
        HoursWindow(assistant_id=ADA, from_day=date(2026, 6, 1), own=False),
        HoursWindow(assistant_id=ADA, from_day=date(2026, 4, 20)),
    ]
    assert hours_of(_monthly(), windows, date(2026, 5, 25)) == Period(date(2026, 5, 20), date(2026, 5, 31))
    assert hours_of(_monthly(), windows, date(2026, 6, 25)) == month_of(date(2026, 6, 1))


@given(
    days=st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=4, unique=True),
    frequency=st.sampled_from(PayFrequency),
    own=st.booleans(),
)
def test_every_day_is_counted_once(days, frequency, own):
    windows = [HoursWindow(assistant_id=ADA, from_day=day, own=own) for day in days]
    her = ada(frequency=frequency, periods_from=date(2026, 1, 1))
    for day in Period(date(2026, 2, 1), date(2026, 12, 1)).days():
        period = hours_of(her, windows, day)
        assert day in period
        assert hours_of(her, windows, period.first) == hours_of(her, windows, period.last) == period


def test_what_has_ended_is_made_before_what_runs():
    ended = ToMake(assistant_id=ADA, assistant="Ada", period=PERIOD)
    running = ToMake(assistant_id=ADA, assistant="Ada", period=MAY)
    assert due_first([ended, running], date(2026, 5, 21)) == (ended,)
    assert due_first([running], date(2026, 5, 21)) == (running,)


# In sight


def test_the_hours_of_the_contract_are_counted_by_the_day():
    fixed = Terms(from_day=date(2026, 1, 5), rates=(DAY_RATE,), weekly_minutes=16 * 60)
    assert contract_minutes(ada(terms=(fixed,)), PERIOD) == 64 * 60
    assert contract_minutes(ada(terms=(fixed,)), month_of(date(2026, 4, 1))) == 68 * 60 + 34
    assert contract_minutes(ada(terms=(fixed,), left_on=date(2026, 4, 12)), PERIOD) == 16 * 60
    assert contract_minutes(ada(), PERIOD) is None
    assert contract_minutes(ada(terms=()), PERIOD) is None


def _sight(sheet, contract=None, **changes):
    usual = {"paid_with": None, "published": frozenset(), "changed": frozenset()}
    return Sight(timesheet=sheet, contract_minutes=contract, **(usual | changes)).sentences


def test_what_is_left_is_said():
    sheet = timesheet(line(planned_minutes=270))
    assert _sight(sheet, 480) == ("Hours: 4:00 of the 8:00 hours of the contract left, 0:30 fewer than planned.",)
    assert _sight(sheet, 180, paid_with=MAY)[0].startswith("Hours: 1:00 beyond the 3:00 hours of the contract")
    assert _sight(sheet, 180, paid_with=MAY)[1] == "Paid with 1 to 31 May 2026."
    assert _sight(timesheet(line(planned_minutes=240))) == ("Hours: as many as planned.",)
    assert _sight(timesheet(line(planned_minutes=210))) == ("Hours: 0:30 more than planned.",)
    assert _sight(timesheet()) == ()


def test_what_was_not_published_is_said_while_it_is_a_draft():
    one, two = line(1, shift_id=ShiftId(1)), line(2, shift_id=ShiftId(2), day=date(2026, 4, 7))
    assert _sight(timesheet(one, two)) == ("Never published, so filled from the rota as it stands: all of it.",)
    told = {"published": frozenset({ShiftId(1)}), "changed": frozenset({ShiftId(1)})}
    assert _sight(timesheet(one, two), **told) == (
        "Never published, so filled from the rota as it stands: Tue 7 Apr.",
        "Changed on the rota since published, filled as published: Mon 6 Apr.",
    )
    assert _sight(timesheet(one, two, state=TimesheetState.AGREED)) == ()


# How far a shift has come


@pytest.mark.parametrize(
    ("state", "after", "stage"),
    [
        (TimesheetState.AGREED, None, Stage.CHECKED),
        (TimesheetState.SENT, None, Stage.SENT),
        (TimesheetState.SENT, Stage.PAID, Stage.PAID),
        (TimesheetState.SENT, Stage.MATCHED, Stage.MATCHED),
    ],
)
def test_a_shift_goes_with_its_timesheet(state, after, stage):
    own = line()
    assert stage_of(timesheet(own, state=state), own, published=True, today=DAY, after=after) is stage


def test_before_its_day_is_over_it_is_what_the_rota_says():
    own = line(shift_id=ShiftId(1), planned=MORNING, span=MORNING, planned_minutes=240)
    draft = timesheet(own)
    assert stage_of(draft, own, published=False, today=DAY, after=None) is Stage.PLANNED
    assert stage_of(draft, own, published=True, today=DAY, after=None) is Stage.AGREED
    assert stage_of(draft, own, published=True, today=date(2026, 4, 7), after=None) is Stage.WORKED
    assert stage_of(draft, line(), published=True, today=DAY, after=None) is Stage.WORKED
    assert stage_of(draft, replace(own, note="Late"), published=True, today=DAY, after=None) is Stage.WORKED


# Estimates, and who pays


def test_what_ends_after_it_is_sent_is_an_estimate():
    night = line(span=NIGHT, worked_minutes=540, kind=ShiftKind.SLEEP_IN)
    assert as_sent(ada(), night, DAY).estimated
    assert not as_sent(ada(), night, date(2026, 4, 7)).estimated
    assert not as_sent(ada(), line(span=MORNING), DAY).estimated
    assert as_sent(ada(), line(day=date(2026, 4, 7)), DAY).estimated


def test_the_difference_to_an_estimate_is_its_true_up():
    sent = as_sent(ada(), line(day=date(2026, 4, 7), span=MORNING), DAY)
    entry = correction(sent, [], Worked(minutes=210))
    assert (entry.worked_minutes, entry.note, entry.estimated) == (-30, "True-up of Tue 7 Apr", False)


def test_a_line_knows_who_pays_it():
    stream = StreamId(7)
    her = ada(terms=(Terms(from_day=date(2026, 1, 5), rates=(DAY_RATE,), stream_id=stream),))
    assert as_sent(her, line(), date(2026, 5, 5)).stream_id == stream
    assert as_sent(her, line(stream_id=StreamId(2)), date(2026, 5, 5)).stream_id == StreamId(2)


# A whole sheet


def test_a_sheet_keeps_to_plan_or_is_looked_at():
    kept = {"shift_id": ShiftId(1), "planned": MORNING, "span": MORNING, "planned_minutes": 240}
    quiet = {**kept, "kind": ShiftKind.SLEEP_IN, "awake_minutes": 0}
    away = {**kept, "span": None, "worked_minutes": 0, "shifts": 0, "note": "Off sick"}
    assert timesheet(line(**kept), line(2, **quiet, day=date(2026, 4, 8)), line(3, **away)).kept_to_plan
    assert timesheet(line(corrects=WorkedLineId(9))).kept_to_plan
    for differs in ({"note": "Late"}, {"break_minutes": 30}, {"miles": 3}, {"worked_minutes": 0, "span": None}):
        assert not timesheet(line(**(kept | differs))).kept_to_plan
    assert not timesheet(line(**(quiet | {"awake_minutes": 30}))).kept_to_plan
    assert not timesheet(line(**(quiet | {"awake_minutes": None}))).kept_to_plan


def test_nil_is_nothing_worked_driven_or_spent():
    assert timesheet().is_nil
    assert timesheet(line(worked_minutes=0)).is_nil
    assert not timesheet(line(worked_minutes=0, expenses=Money(1))).is_nil
