"""What holds of the rota whatever is done: nothing is lost, all is undone, and the clock on the wall is kept."""

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pa_manager.assistants.model import ShiftKind
from pa_manager.file.opening import open_file
from pa_manager.file.running import Runner
from pa_manager.rota.model import AbsenceKind, Away, ShiftPlan
from pa_manager.rota.operations import (
    agree_holiday,
    ask_holiday,
    change_from_now_on,
    change_shift,
    copy_week,
    fill_gap,
    fill_gap_otherwise,
    lay_pattern,
    list_holidays,
    list_patterns,
    list_shifts,
    make_gaps,
    make_pattern,
    plan_shift,
    read_log,
    record_absence,
    refuse_holiday,
    remove_absence,
    remove_from_now_on,
    remove_pattern,
    remove_shift,
    take_holiday,
)
from pa_manager.values.clock import TimeSpan, span_from_text
from pa_manager.values.days import Period
from pa_manager.values.errors import UserError
from tests.conftest import NOW
from tests.rota.household import ADA, MONDAY, NEXT_WEEK, SAM, WEEK, engage_two

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
TWO = Period(WEEK.first, NEXT_WEEK.last)
SPAN = span_from_text("10-3")
TAKES_OFF = {"off", "off_from_now_on"}


def first(runner):
    return runner.read(list_shifts, days=YEAR)[0].shift


def pattern_id(runner):
    return runner.read(list_patterns)[0].id


def holiday(runner):
    return runner.read(list_holidays, days=YEAR)[0].absence.id


SICK = Away(assistant_id=SAM, kind=AbsenceKind.SICKNESS, days=WEEK)
ACTS = {
    "plan": lambda r: r.run(plan_shift, plan=ShiftPlan(day=MONDAY, span=SPAN, assistant_id=ADA), with_another=SAM),
    "change": lambda r: r.run(change_shift, shift_id=first(r).id, plan=replace(first(r), span=SPAN, needs="hoist")),
    "change_on": lambda r: r.run(change_from_now_on, shift_id=first(r).id, plan=replace(first(r), assistant_id=SAM)),
    "off": lambda r: r.run(remove_shift, shift_id=first(r).id),
    "off_from_now_on": lambda r: r.run(remove_from_now_on, shift_id=first(r).id),
    "copy": lambda r: r.run(copy_week, week=NEXT_WEEK),
    "gaps": lambda r: r.run(make_gaps, assistant_id=ADA, days=WEEK, why="ill"),
    "fill": lambda r: r.run(fill_gap, shift_id=first(r).id, assistant_id=SAM),
    "cover": lambda r: r.run(fill_gap_otherwise, shift_id=first(r).id, covered_by="Rowena"),
    "away": lambda r: r.run(record_absence, away=SICK, leave_gaps=True),
    "ask": lambda r: r.run(ask_holiday, assistant_id=ADA, days=WEEK),
    "agree": lambda r: r.run(agree_holiday, absence_id=holiday(r), leave_gaps=True),
    "refuse": lambda r: r.run(refuse_holiday, absence_id=holiday(r), why="Too late"),
    "take": lambda r: r.run(take_holiday, absence_id=holiday(r), today=WEEK.last),
    "forget": lambda r: r.run(remove_absence, absence_id=holiday(r)),
    "pattern": lambda r: r.run(make_pattern, name="P", first=MONDAY, weeks=1),
    "lay": lambda r: r.run(lay_pattern, pattern_id=pattern_id(r), days=TWO),
    "no_pattern": lambda r: r.run(remove_pattern, pattern_id=pattern_id(r)),
}


def whole(runner):
    """Return all there is."""
    return (
        [line.shift for line in runner.read(list_shifts, days=YEAR)],
        runner.read(list_holidays, days=YEAR),
        runner.read(list_patterns),
        runner.read(read_log, days=YEAR),
    )


@settings(max_examples=40)
@given(acts=st.lists(st.sampled_from(sorted(ACTS)), max_size=12))
def test_no_act_loses_a_shift_but_those_that_say_so_and_all_is_undone(acts):
    runner = Runner(open_file(None, now=NOW), lambda: NOW)
    engage_two(runner)
    begun, done = whole(runner), 0
    for act in acts:
        before = whole(runner)
        try:
            ACTS[act](runner)
        except (UserError, IndexError):
            assert whole(runner) == before
            continue
        done += 1
        if act not in TAKES_OFF:
            assert {shift.id for shift in before[0]} <= {shift.id for shift in whole(runner)[0]}
    for _ in range(done):
        runner.undo()
    assert whole(runner) == begun


BEFORE_CLOCKS_CHANGE = st.sampled_from([date(2026, 3, 16), date(2026, 10, 12)])


@settings(max_examples=60)
@given(
    monday=BEFORE_CLOCKS_CHANGE,
    shifts=st.lists(
        st.tuples(st.integers(0, 6), st.integers(0, 47), st.integers(1, 47), st.sampled_from(ShiftKind)), max_size=6
    ),
)
@example(monday=date(2026, 3, 16), shifts=[(6, 3, 2, ShiftKind.DAY), (5, 44, 18, ShiftKind.SLEEP_IN)])
def test_a_week_copied_over_a_clock_change_keeps_the_wall_times(monday, shifts):
    """Half hours that the clocks skip are the one exception: then no time would pass."""
    runner = Runner(open_file(None, now=NOW), lambda: NOW)
    engage_two(runner)
    for day, begins, lasts, kind in shifts:
        span = TimeSpan(*(time(at % 48 // 2, 30 * (at % 2)) for at in (begins, begins + lasts)))
        plan = ShiftPlan(day=monday + timedelta(days=day), span=span, assistant_id=ADA, kind=kind)
        runner.run(plan_shift, plan=plan)
    week = Period(monday + timedelta(days=7), monday + timedelta(days=13))
    earlier = [line.shift for line in runner.read(list_shifts, days=Period(monday, monday + timedelta(days=6)))]
    wanted = [
        (shift.day + timedelta(days=7), shift.span, shift.kind)
        for shift in earlier
        if shift.span.minutes_on(shift.day + timedelta(days=7)) > 0
    ]
    if wanted:
        runner.run(copy_week, week=week)
    copied = [(line.shift.day, line.shift.span, line.shift.kind) for line in runner.read(list_shifts, days=week)]
    assert sorted(copied) == sorted(wanted)
