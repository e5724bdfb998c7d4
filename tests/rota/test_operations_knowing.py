"""What is worth knowing of shifts, also while one is typed; and what became of them."""

from dataclasses import replace
from datetime import date, timedelta

from pa_manager.assistants.model import CheckDetails, CheckKind
from pa_manager.assistants.operations import add_check
from pa_manager.rota.model import AbsenceKind, Away, ShiftId, ShiftPlan
from pa_manager.rota.operations import (
    change_shift,
    find_shift,
    know_shift,
    make_gaps,
    read_log,
    read_rota,
    read_shift_log,
    record_absence,
    remove_shift,
)
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period
from tests.rota.household import ADA, MONDAY, SAM, WEEK, engage_two, plan

FIRST = ShiftId(1)


def known(runner, days=WEEK):
    return {line.shift.id: line.known for line in runner.read(read_rota, days=days).lines}


def test_checks_and_needs_are_told_on_the_rota(runner):
    engage_two(runner)
    ended = CheckDetails(kind=CheckKind.DBS, ends_on=date(2026, 5, 17))
    runner.run(add_check, assistant_id=ADA, details=ended)
    runner.run(add_check, assistant_id=ADA, details=CheckDetails(kind=CheckKind.EMPLOYERS_LIABILITY))
    plan(runner, MONDAY, "9-1", ADA, needs="hoist", people=2)
    assert known(runner) == {
        1: (
            "Ada Okonkwo: DBS check ended on 17 May 2026. See a new one.",
            "This shift needs hoist, and nothing is noted of it for Ada Okonkwo.",
            "2 people are needed at once; from 9am there is 1.",
        )
    }


def test_what_a_shift_would_bring_is_told_before_it_is_kept(runner):
    engage_two(runner)
    runner.run(record_absence, away=Away(assistant_id=SAM, kind=AbsenceKind.HOLIDAY, days=WEEK))
    plan(runner, MONDAY, "9-1", ADA)
    typed = ShiftPlan(day=MONDAY, span=span_from_text("noon-7pm"), assistant_id=ADA)
    assert runner.read(know_shift, plan=typed) == (
        "Ada Okonkwo is down twice: 9am to 1pm and noon to 7pm on Mon 18 May.",
        "Ada Okonkwo: This work of 7:00 hours needs a break of at least 20 minutes.",
    )
    changed = replace(runner.read(find_shift, FIRST), assistant_id=SAM)
    assert runner.read(know_shift, plan=changed) == ("Sam Tremaine is on holiday, 18 to 24 May 2026.",)
    assert known(runner) == {1: ()}


def test_long_weeks_count_what_is_typed(runner):
    engage_two(runner)
    for week in range(17):
        for day in range(4):
            plan(runner, MONDAY - timedelta(weeks=week) + timedelta(days=day), "8am-8pm", ADA)
    friday = ShiftPlan(day=MONDAY + timedelta(days=4), span=span_from_text("9-1"), assistant_id=ADA)
    (told,) = runner.read(know_shift, plan=friday)
    assert told.startswith("Ada Okonkwo: The average week is 48:14 hours")
    runner.run(add_check, assistant_id=ADA, details=CheckDetails(kind=CheckKind.LONG_WEEKS, done_on=MONDAY))
    assert runner.read(know_shift, plan=friday) == ()
    shorter = replace(runner.read(find_shift, FIRST), span=span_from_text("8-9"))
    assert runner.read(know_shift, plan=shorter) == ()


def test_it_is_kept_what_became_of_each_shift_and_when(runner):
    engage_two(runner)
    plan(runner, MONDAY + timedelta(days=3), "9-1", ADA)
    shift = runner.read(find_shift, FIRST)
    runner.run(change_shift, shift_id=FIRST, plan=replace(shift, span=span_from_text("10-2")))
    runner.run(change_shift, shift_id=FIRST, plan=replace(shift, assistant_id=SAM))
    runner.run(make_gaps, assistant_id=SAM, days=Period(shift.day, shift.day), why="off sick")
    runner.run(change_shift, shift_id=FIRST, plan=shift)
    runner.run(remove_shift, shift_id=FIRST)
    assert [(line.assistant.split()[0], line.logged.kind) for line in runner.read(read_shift_log, shift_id=FIRST)] == [
        ("Ada", "offered"),
        ("Ada", "changed"),
        ("Ada", "cancelled"),
        ("Sam", "offered"),
        ("Ada", "offered"),
        ("Ada", "cancelled"),
    ]
    assert runner.read(read_log, days=WEEK)[0].sentence.startswith("Cancelled for Ada Okonkwo on")
    for _ in range(5):
        runner.undo()
    assert len(runner.read(read_shift_log, shift_id=FIRST)) == 1
