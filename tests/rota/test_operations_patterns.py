"""Patterns: made from the rota, laid over it, changed from now on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import ShiftKind
from pa_manager.file.opening import open_file
from pa_manager.file.running import Runner
from pa_manager.rota.model import NothingToLay, NothingToRepeat, PatternNameMissing, ShiftPlan
from pa_manager.rota.operations import (
    change_from_now_on,
    change_shift,
    copy_week,
    find_shift,
    lay_pattern,
    list_patterns,
    list_shifts,
    make_gaps,
    make_pattern,
    plan_shift,
    preview_pattern,
    remove_from_now_on,
    remove_pattern,
    remove_shift,
)
from pa_manager.values.clock import TimeSpan, span_from_text
from pa_manager.values.days import Period
from tests.conftest import NOW
from tests.rota.household import ADA, MONDAY, NEXT_WEEK, SAM, WEEK, engage_two, plan

FOUR_WEEKS = Period(MONDAY, MONDAY + timedelta(days=27))
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def laid(runner):
    """Ada on Mondays, Sam on Wednesday nights, laid over four weeks."""
    engage_two(runner)
    plan(runner, MONDAY, "9-1", ADA)
    plan(runner, MONDAY + timedelta(days=2), "10pm-7am", SAM, kind=ShiftKind.SLEEP_IN)
    runner.run(make_pattern, name=" Every week ", first=MONDAY, weeks=1)
    (pattern,) = runner.read(list_patterns)
    runner.run(lay_pattern, pattern_id=pattern.id, days=FOUR_WEEKS)
    return pattern


def shown(runner, days=YEAR):
    return [(line.shift.day, str(line.shift.span), line.assistant) for line in runner.read(list_shifts, days=days)]


def whole(runner):
    return [line.shift for line in runner.read(list_shifts, days=YEAR)]


def test_a_pattern_is_laid_over_the_weeks_to_come(runner, laid):
    assert (laid.name, laid.weeks, [slot.day_number for slot in laid.slots]) == ("Every week", 1, [0, 2])
    assert len(shown(runner)) == 8
    with pytest.raises(NothingToLay, match="stand already"):
        runner.run(lay_pattern, pattern_id=laid.id, days=FOUR_WEEKS)
    longer = Period(MONDAY, MONDAY + timedelta(days=28))
    assert runner.read(preview_pattern, pattern_id=laid.id, days=longer).sentence == (
        "1 shift is added, 0 are changed, 8 are left as they are."
    )


def test_two_weeks_take_turns(runner):
    engage_two(runner)
    plan(runner, MONDAY, "9-1", ADA)
    plan(runner, NEXT_WEEK.first, "9-1", SAM)
    runner.run(make_pattern, name="A and B", first=MONDAY, weeks=2)
    runner.run(lay_pattern, pattern_id=runner.read(list_patterns)[0].id, days=FOUR_WEEKS)
    assert [who for _, _, who in shown(runner)] == ["Ada Okonkwo", "Sam Tremaine"] * 2


def test_what_cannot_be_made(runner):
    with pytest.raises(NothingToRepeat):
        runner.run(make_pattern, name="Empty", first=MONDAY, weeks=1)
    with pytest.raises(PatternNameMissing):
        runner.run(make_pattern, name=" ", first=MONDAY, weeks=1)


def test_only_this_one_goes_its_own_way(runner, laid):
    shift = whole(runner)[2]
    runner.run(change_shift, shift_id=shift.id, plan=replace(shift, day=shift.day + timedelta(days=1)))
    with pytest.raises(NothingToLay):
        runner.run(lay_pattern, pattern_id=laid.id, days=FOUR_WEEKS)
    assert shown(runner)[2][0] == date(2026, 5, 26)


def test_from_now_on_the_later_ones_follow(runner, laid):
    every = whole(runner)
    runner.run(change_shift, shift_id=every[4].id, plan=replace(every[4], note="Dentist"))
    runner.run(make_gaps, assistant_id=ADA, days=Period(every[6].day, every[6].day), why="ill")
    new = replace(every[2], day=every[2].day + timedelta(days=1), span=span_from_text("10-3"))
    runner.run(change_from_now_on, shift_id=every[2].id, plan=new)
    mornings = [row for row in shown(runner) if "10pm" not in row[1]]
    assert mornings == [
        (date(2026, 5, 18), "9am to 1pm", "Ada Okonkwo"),
        (date(2026, 5, 26), "10am to 3pm", "Ada Okonkwo"),
        (date(2026, 6, 1), "9am to 1pm", "Ada Okonkwo"),
        (date(2026, 6, 8), "9am to 1pm", "Nobody yet"),
    ]
    later = Period(date(2026, 6, 15), date(2026, 6, 21))
    runner.run(lay_pattern, pattern_id=laid.id, days=later)
    assert shown(runner, later)[0] == (date(2026, 6, 16), "10am to 3pm", "Ada Okonkwo")
    with pytest.raises(NothingToLay):
        runner.run(lay_pattern, pattern_id=laid.id, days=Period(date(2026, 5, 25), later.last))


def test_a_shift_without_a_pattern_has_no_later_ones(runner):
    engage_two(runner)
    plan(runner, MONDAY, "9-1", ADA)
    (shift,) = whole(runner)
    runner.run(change_from_now_on, shift_id=shift.id, plan=replace(shift, span=span_from_text("9-2")))
    assert shown(runner) == [(MONDAY, "9am to 2pm", "Ada Okonkwo")]
    runner.run(remove_from_now_on, shift_id=shift.id)
    assert shown(runner) == []


def test_taken_off_from_now_on(runner, laid):
    every = whole(runner)
    runner.run(change_shift, shift_id=every[6].id, plan=replace(every[6], note="Party"))
    runner.run(remove_from_now_on, shift_id=every[2].id)
    assert [day for day, span, _ in shown(runner) if "10pm" not in span] == [every[0].day, every[6].day]
    assert [slot.day_number for slot in runner.read(list_patterns)[0].slots] == [2]
    runner.undo()
    assert len(shown(runner)) == 8


def test_a_pattern_taken_away_leaves_its_shifts(runner, laid):
    before = shown(runner)
    runner.run(remove_pattern, pattern_id=laid.id)
    assert (shown(runner), runner.read(list_patterns)) == (before, ())
    runner.undo()
    assert runner.read(list_patterns) == (laid,)


def test_laid_over_a_clock_change_the_wall_times_stay(runner):
    engage_two(runner)
    saturday = date(2026, 3, 21)
    plan(runner, saturday, "10pm-7am", SAM)
    plan(runner, saturday + timedelta(days=1), "1am-2am", ADA)
    runner.run(make_pattern, name="Nights", first=date(2026, 3, 16), weeks=1)
    week = Period(date(2026, 3, 23), date(2026, 3, 29))
    runner.run(lay_pattern, pattern_id=runner.read(list_patterns)[0].id, days=week)
    (night,) = runner.read(list_shifts, days=week)
    assert (str(night.shift.span), night.shift.minutes) == ("10pm to 7am", 480)


TIMES = st.builds(
    TimeSpan, st.times().map(lambda at: at.replace(second=0, microsecond=0)), st.just(span_from_text("9-11.59pm").end)
)
PLANS = st.lists(
    st.builds(
        ShiftPlan,
        day=st.dates(WEEK.first, NEXT_WEEK.last),
        span=TIMES.filter(lambda span: span.start != span.end),
        assistant_id=st.sampled_from([None, ADA, SAM]),
        kind=st.sampled_from(list(ShiftKind)),
    ),
    min_size=1,
    max_size=8,
)


@given(plans=PLANS, weeks=st.sampled_from([1, 2]), start=st.integers(0, 20))
def test_laying_loses_nothing_twice_is_once_and_all_is_undone(plans, weeks, start):
    runner = Runner(open_file(None, now=NOW), lambda: NOW)
    engage_two(runner)
    for each in plans:
        runner.run(plan_shift, plan=replace(each, day=WEEK.first + (each.day - WEEK.first) % timedelta(weeks=weeks)))
    steps = [whole(runner)]
    runner.run(make_pattern, name="P", first=MONDAY, weeks=weeks)
    steps.append(whole(runner))
    (pattern,) = runner.read(list_patterns)
    days = Period(MONDAY + timedelta(days=start), MONDAY + timedelta(days=start + 20))
    lays = runner.read(preview_pattern, pattern_id=pattern.id, days=days)
    done = 1
    if lays.added:
        runner.run(lay_pattern, pattern_id=pattern.id, days=days)
        done += 1
    after = whole(runner)
    assert {shift.id for shift in steps[1]} <= {shift.id for shift in after}
    assert len(after) == len(steps[1]) + len(lays.added)
    with pytest.raises(NothingToLay):
        runner.run(lay_pattern, pattern_id=pattern.id, days=days)
    runner.run(remove_pattern, pattern_id=pattern.id)
    assert [shift.id for shift in whole(runner)] == [shift.id for shift in after]
    for _ in range(done + 1):
        runner.undo()
    assert whole(runner) == steps[0]


@given(plans=PLANS)
def test_undo_restores_every_shift_whatever_was_done(plans):
    runner = Runner(open_file(None, now=NOW), lambda: NOW)
    engage_two(runner)
    for each in plans:
        runner.run(plan_shift, plan=each)
    before = whole(runner)
    first = before[0]
    runner.run(copy_week, week=Period(MONDAY + timedelta(days=14), MONDAY + timedelta(days=27)))
    copied = whole(runner)
    assert [(shift.day + timedelta(days=14), shift.span) for shift in before] == [
        (shift.day, shift.span) for shift in copied if shift not in before
    ]
    runner.run(change_shift, shift_id=first.id, plan=replace(first, note="New"))
    assert runner.read(find_shift, first.id).note == "New"
    runner.run(remove_shift, shift_id=first.id)
    for _ in range(3):
        runner.undo()
    assert whole(runner) == before
