"""Holidays: asked for, agreed, refused, taken."""

from datetime import date, timedelta

import pytest

from pa_manager.assistants.model import AssistantId
from pa_manager.file.work import NotFound
from pa_manager.rota.model import (
    AbsenceId,
    AbsenceKind,
    AlreadyAway,
    Away,
    NotAgreed,
    NotAsked,
    NotYetOver,
    ReasonMissing,
    Who,
    answer_by,
    cell_said,
)
from pa_manager.rota.operations import (
    ROTA,
    absences_of,
    agree_holiday,
    ask_holiday,
    find_absence,
    lay_pattern,
    list_absences,
    list_holidays,
    list_patterns,
    list_shifts,
    make_pattern,
    read_rota,
    record_absence,
    refuse_holiday,
    take_holiday,
    things_to_do,
)
from pa_manager.values.days import Period
from pa_manager.values.tasks import Place
from tests.rota.household import ADA, MONDAY, NEXT_WEEK, SAM, WEEK, engage_two, plan

ASKED = AbsenceId(1)
DAYS = Period(MONDAY, MONDAY + timedelta(days=1))


@pytest.fixture
def asked(runner):
    """Ada works on Monday, and has asked for Monday and Tuesday off."""
    engage_two(runner)
    plan(runner, MONDAY, "9-1", ADA)
    assert runner.run(ask_holiday, assistant_id=ADA, days=DAYS, note=" Wales ") == ROTA
    return runner


def who_comes(runner):
    return [line.assistant for line in runner.read(list_shifts, days=WEEK)]


def said(runner):
    return [line.sentence for line in runner.read(list_holidays, days=WEEK)]


def test_a_holiday_that_is_asked_for_stands_in_the_cell_and_nobody_is_away(asked):
    assert said(asked) == ["Ada Okonkwo has asked for holiday, 18 to 19 May 2026."]
    row = asked.read(read_rota, days=WEEK).row(0, Who(ADA))
    assert cell_said(row, row.cells[1]) == "Ada Okonkwo, Tuesday 19 May 2026, has asked for holiday"
    assert (asked.read(list_absences, days=WEEK), asked.read(absences_of, assistant_id=ADA, days=WEEK)) == ((), ())
    assert asked.read(list_shifts, days=WEEK)[0].findings == ()
    with pytest.raises(AlreadyAway, match="has asked for holiday"):
        asked.run(ask_holiday, assistant_id=ADA, days=DAYS)
    with pytest.raises(NotFound):
        asked.run(ask_holiday, assistant_id=AssistantId(9), days=DAYS)


def test_agreeing_may_leave_gaps(asked):
    assert asked.run(agree_holiday, absence_id=ASKED) == ROTA
    assert (who_comes(asked), said(asked)) == (["Ada Okonkwo"], ["Ada Okonkwo is on holiday, 18 to 19 May 2026."])
    asked.undo()
    asked.run(agree_holiday, absence_id=ASKED, leave_gaps=True)
    assert who_comes(asked) == ["Nobody yet"]
    with pytest.raises(NotAsked, match="answered already: agreed"):
        asked.run(agree_holiday, absence_id=ASKED)
    asked.undo()
    assert (who_comes(asked), asked.read(find_absence, ASKED).label) == (["Ada Okonkwo"], "Holiday asked for")


def test_refusing_says_why_and_the_days_can_be_asked_for_again(asked):
    with pytest.raises(ReasonMissing):
        asked.run(refuse_holiday, absence_id=ASKED, why="  ")
    assert asked.run(refuse_holiday, absence_id=ASKED, why=" Sam is away then ") == ROTA
    assert said(asked) == ["Ada Okonkwo was refused holiday, 18 to 19 May 2026 (Sam is away then)."]
    assert asked.read(read_rota, days=WEEK).away == ()
    asked.run(ask_holiday, assistant_id=ADA, days=DAYS)


def test_a_holiday_is_taken_once_it_is_over(asked):
    with pytest.raises(NotAgreed, match="Agree it first"):
        asked.run(take_holiday, absence_id=ASKED, today=DAYS.last)
    asked.run(agree_holiday, absence_id=ASKED)
    with pytest.raises(NotYetOver, match="lasts until 19 May 2026"):
        asked.run(take_holiday, absence_id=ASKED, today=DAYS.first)
    assert asked.run(take_holiday, absence_id=ASKED, today=DAYS.last) == ROTA
    assert asked.read(find_absence, ASKED).label == "Holiday"
    assert len(asked.read(list_absences, days=WEEK)) == 1
    with pytest.raises(NotAgreed, match="taken already"):
        asked.run(take_holiday, absence_id=ASKED, today=DAYS.last)


def test_what_waits_for_an_answer_is_listed_whenever_it_is_and_stands_on_home(asked):
    asked.run(record_absence, away=Away(assistant_id=SAM, kind=AbsenceKind.SICKNESS, days=NEXT_WEEK))
    later = Period(date(2026, 8, 3), date(2026, 8, 7))
    asked.run(ask_holiday, assistant_id=SAM, days=later)
    assert [line.assistant for line in asked.read(list_holidays, days=NEXT_WEEK)] == ["Ada Okonkwo", "Sam Tremaine"]
    tasks = [task for task in asked.read(things_to_do, today=MONDAY) if task.place.screen == "holidays"]
    assert [(task.place, task.due) for task in tasks] == [
        (Place("rota", 1, screen="holidays"), MONDAY),
        (Place("rota", 3, screen="holidays"), date(2026, 7, 28)),
    ]
    assert tasks[0].text == "Ada Okonkwo has asked for holiday, 18 to 19 May 2026. Say yes or no."


def test_a_refusal_comes_as_long_before_as_the_holiday_is():
    assert answer_by(Period(date(2026, 6, 15), date(2026, 6, 19))) == date(2026, 6, 9)


def test_patterns_leave_absences_alone(asked):
    asked.run(agree_holiday, absence_id=ASKED)
    asked.run(make_pattern, name="Every week", first=MONDAY, weeks=1)
    (pattern,) = asked.read(list_patterns)
    asked.run(lay_pattern, pattern_id=pattern.id, days=NEXT_WEEK)
    assert asked.read(list_absences, days=NEXT_WEEK) == ()
    assert len(asked.read(list_absences, days=WEEK)) == 1
