"""Publishing the rota, telling the PAs, and what they are handed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pa_manager.file.journal import LockedForGood
from pa_manager.file.opening import open_file
from pa_manager.file.running import Runner
from pa_manager.rota.model import (
    NothingToPublish,
    NothingToTell,
    NotPublished,
    Standing,
    ToldBy,
    said_standings,
    shift_said,
)
from pa_manager.rota.operations import (
    calendar_of,
    change_shift,
    changes_to_tell,
    fill_gap,
    find_shift,
    list_shifts,
    make_gaps,
    note_told,
    print_own,
    publish,
    published_shifts,
    read_publication,
    read_rota,
    remove_shift,
    shifts_of,
    standings_of,
    take_back_told,
    things_to_do,
)
from pa_manager.values.clock import span_from_text
from pa_manager.values.tasks import Place
from tests.conftest import NOW, TODAY
from tests.rota.household import ADA, MONDAY, NEXT_WEEK, SAM, WEEK, engage_two, plan

FRIDAY = date(2026, 5, 22)


@pytest.fixture
def runner(runner):
    engage_two(runner)
    plan(runner, FRIDAY, "9-1", ADA, note="Insulin at 9")
    plan(runner, FRIDAY, "14-16", SAM)
    return runner


def now_published(runner, days=WEEK):
    return runner.run(publish, days=days, at=NOW)


def look(runner, days=WEEK):
    return runner.read(read_publication, days=days, today=TODAY)


def news(runner):
    return {person.name: [each.sentence for each in person.news] for person in look(runner).people}


def change(runner, number, **parts):
    runner.run(change_shift, shift_id=number, plan=replace(runner.read(find_shift, number), **parts))


def test_publishing_tells_once_and_then_only_what_differs(runner):
    assert len(look(runner).unpublished) == 2
    now_published(runner)
    assert not look(runner).unpublished
    with pytest.raises(NothingToPublish, match="from 18 to 24 May 2026"):
        now_published(runner)
    change(runner, 1, span=span_from_text("10-2"))
    assert [each.sentence for _, each in look(runner).unpublished] == [
        "Changed: Friday 22 May, 9am to 1pm, is now 10am to 2pm."
    ]
    now_published(runner)
    newest, first = look(runner).publishings
    assert [newest.publishing.notices, first.publishing.notices] == [1, 2]
    assert first.publishing.at == NOW


def test_how_each_shift_stands(runner):
    now_published(runner)
    plan(runner, MONDAY, "9-1", ADA)
    change(runner, 2, day=date(2026, 5, 23))
    assert runner.read(standings_of, days=WEEK) == {
        1: Standing.PUBLISHED,
        2: Standing.CHANGED,
        3: Standing.NEW,
    }


def test_home_is_told_whose_rota_changed_since_they_were_told(runner):
    now_published(runner)
    change(runner, 1, span=span_from_text("10-2"))
    assert not runner.read(changes_to_tell, today=TODAY)  # nobody was told yet, so nobody knows it otherwise
    for who in (ADA, SAM):
        runner.run(note_told, assistant_id=who, how=ToldBy.MESSAGE, at=NOW)
    (task,) = runner.read(changes_to_tell, today=TODAY)
    assert task.text == "The rota changed since Ada Okonkwo was told: 1 shift. Publish it if need be, and tell them."
    assert (task.place, task.due) == (Place("rota", screen="publish"), FRIDAY)
    now_published(runner)
    assert runner.read(changes_to_tell, today=TODAY) == (task,)
    assert task in runner.read(things_to_do, today=TODAY)
    runner.run(note_told, assistant_id=ADA, how=ToldBy.SPEAKING, at=NOW)
    assert not runner.read(changes_to_tell, today=TODAY)


def test_the_grid_and_its_list_say_how_each_shift_stands(runner):
    now_published(runner)
    plan(runner, MONDAY, "9-1", ADA)
    change(runner, 2, day=date(2026, 5, 23))
    lines = {line.shift.id: line for line in runner.read(read_rota, days=WEEK).lines}
    assert [lines[number].standing_word for number in (1, 2, 3)] == ["Published", "Changed since published", "Draft"]
    assert said_standings(lines.values()) == "1 is not published yet, 1 has changed since it was published."
    assert shift_said(lines[1]).startswith("9am to 1pm, Day, 4:00 hours, published, ")


def test_what_moves_out_of_the_days_is_changed_and_not_off(runner):
    now_published(runner)
    change(runner, 1, day=NEXT_WEEK.first)
    for days in (WEEK, NEXT_WEEK):
        assert [each.standing for _, each in look(runner, days).unpublished] == [Standing.CHANGED]
    now_published(runner)
    assert not look(runner, NEXT_WEEK).unpublished


def test_each_is_told_of_theirs_and_it_is_noted_how_and_when(runner):
    now_published(runner)
    assert {name: len(told) for name, told in news(runner).items()} == {"Ada Okonkwo": 1, "Sam Tremaine": 1}
    runner.run(note_told, assistant_id=ADA, how=ToldBy.MESSAGE, at=NOW)
    (line,) = look(runner).publishings
    assert line.standing == "Told: Ada Okonkwo by message, 21 May 2026. Not yet: Sam Tremaine."
    assert news(runner)["Ada Okonkwo"] == []
    with pytest.raises(NothingToTell):
        runner.run(note_told, assistant_id=ADA, how=ToldBy.MESSAGE, at=NOW)


def test_what_is_news_is_counted_from_what_was_told_last(runner):
    now_published(runner)
    runner.run(note_told, assistant_id=ADA, how=ToldBy.PAPER, at=NOW)
    for times in ("10-2", "11-3"):
        change(runner, 1, span=span_from_text(times))
        now_published(runner)
    assert news(runner)["Ada Okonkwo"] == ["Changed: Friday 22 May, 9am to 1pm, is now 11am to 3pm."]
    change(runner, 1, span=span_from_text("9-1"))
    now_published(runner)
    assert news(runner)["Ada Okonkwo"] == []


def test_a_gap_is_off_for_who_was_down_and_new_for_who_takes_it(runner):
    now_published(runner)
    runner.run(note_told, assistant_id=ADA, how=ToldBy.PAPER, at=NOW)
    runner.run(make_gaps, assistant_id=ADA, days=WEEK, why="ill")
    runner.run(fill_gap, shift_id=1, assistant_id=SAM)
    now_published(runner)
    assert news(runner) == {
        "Ada Okonkwo": ["Off: Friday 22 May, 9am to 1pm."],
        "Sam Tremaine": ["New: Friday 22 May, 9am to 1pm.", "New: Friday 22 May, 2pm to 4pm."],
    }


def test_what_is_past_is_no_news(runner):
    plan(runner, MONDAY, "9-1", SAM)
    now_published(runner)
    assert news(runner)["Sam Tremaine"] == ["New: Friday 22 May, 2pm to 4pm."]


def test_publishing_is_undone_until_somebody_has_been_told(runner):
    now_published(runner)
    assert runner.undo() == "Publish"
    assert len(look(runner).unpublished) == 2
    runner.redo()
    runner.run(note_told, assistant_id=ADA, how=ToldBy.SPEAKING, at=NOW)
    with pytest.raises(LockedForGood):
        runner.undo()


def test_a_tick_that_was_wrong_is_taken_back(runner):
    with pytest.raises(NothingToTell):
        runner.run(take_back_told, assistant_id=ADA)
    now_published(runner)
    runner.run(note_told, assistant_id=ADA, how=ToldBy.MESSAGE, at=NOW)
    runner.run(take_back_told, assistant_id=ADA)
    assert len(news(runner)["Ada Okonkwo"]) == 1
    runner.undo()
    assert news(runner)["Ada Okonkwo"] == []


def test_timesheets_are_given_what_was_told_and_else_the_rota(runner):
    def times():
        found = runner.read(published_shifts, assistant_id=ADA, days=WEEK)
        return [(shift.day, str(shift.span)) for shift in found]

    assert runner.read(published_shifts, assistant_id=ADA, days=WEEK) == runner.read(
        shifts_of, assistant_id=ADA, days=WEEK
    )
    now_published(runner)
    change(runner, 1, span=span_from_text("10-2"))
    assert times() == [(FRIDAY, "9am to 1pm")]
    change(runner, 1, day=NEXT_WEEK.first)
    assert times() == [(FRIDAY, "9am to 1pm")]
    plan(runner, MONDAY, "9-1", ADA)
    assert times() == [(MONDAY, "9am to 1pm"), (FRIDAY, "9am to 1pm")]
    change(runner, 1, assistant_id=SAM)
    assert times() == [(MONDAY, "9am to 1pm")]


def test_what_is_not_published_is_not_handed_out(runner):
    for hand_out in (
        lambda: runner.read(calendar_of, assistant_id=ADA, days=WEEK),
        lambda: runner.read(print_own, assistant_id=ADA, days=WEEK, on=TODAY),
    ):
        with pytest.raises(NotPublished, match="Ada Okonkwo"):
            hand_out()


acts = st.lists(st.tuples(st.sampled_from(["plan", "move", "give", "take", "publish"]), st.integers(0, 6)), max_size=12)


@settings(max_examples=25)
@given(acts)
def test_published_is_always_the_rota_of_then(done):
    runner = Runner(open_file(None, now=NOW), lambda: NOW)
    engage_two(runner)
    for act, number in done:
        day = MONDAY + timedelta(days=number)
        shifts = [line.shift for line in runner.read(list_shifts, days=WEEK)]
        shift = shifts[number % len(shifts)] if shifts else None
        if act == "plan" or shift is None:
            plan(runner, day, "9-1", ADA)
        elif act == "move":
            runner.run(change_shift, shift_id=shift.id, plan=replace(shift, day=day))
        elif act == "give":
            runner.run(change_shift, shift_id=shift.id, plan=replace(shift, assistant_id=SAM if number % 2 else None))
        elif act == "take":
            runner.run(remove_shift, shift_id=shift.id)
        elif look(runner).unpublished:
            now_published(runner)
    if look(runner).unpublished:
        now_published(runner)
    seen = look(runner)
    told = {(each.shift_id, each.assistant_id, each.day) for person in seen.people for each in person.shifts}
    lines = runner.read(list_shifts, days=WEEK)
    assert told == {(x.shift.id, x.shift.assistant_id, x.shift.day) for x in lines if x.shift.assistant_id}
    assert all(stand is Standing.PUBLISHED for stand in runner.read(standings_of, days=WEEK).values())
