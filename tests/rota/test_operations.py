"""What can be done with the rota."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from pa_manager.assistants.model import AssistantId, ShiftKind
from pa_manager.assistants.operations import engage_assistant, part_with_assistant
from pa_manager.file.work import NotFound
from pa_manager.funding.model import Schedule, StreamId
from pa_manager.funding.operations import add_stream
from pa_manager.plan.model import OutcomeId
from pa_manager.plan.operations import add_outcome
from pa_manager.rota.model import (
    AbsenceId,
    AbsenceKind,
    AlreadyAway,
    Away,
    NoShiftsThen,
    NotAGap,
    NothingToCopy,
    OnATimesheet,
    SamePersonTwice,
    ShiftId,
    ShiftPlan,
)
from pa_manager.rota.operations import (
    ROTA,
    absences_of,
    change_shift,
    copy_week,
    fill_gap,
    fill_gap_otherwise,
    find_shift,
    list_absences,
    list_shifts,
    make_gaps,
    plan_shift,
    read_rota,
    record_absence,
    remove_absence,
    remove_shift,
    shifts_of,
    things_to_do,
    who_is_free,
)
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period
from pa_manager.values.tasks import Place
from tests.conftest import TODAY
from tests.rota.household import ADA, MONDAY, NEXT_WEEK, SAM, WEEK, engage_two, particulars, plan

FIRST = ShiftId(1)
TUESDAY = date(2026, 5, 19)
HOLIDAY = Away(assistant_id=ADA, kind=AbsenceKind.HOLIDAY, days=Period(MONDAY, TUESDAY), note=" Wales ")


@pytest.fixture
def rota(runner):
    """Ada on two mornings, Sam on the night between."""
    engage_two(runner)
    plan(runner, MONDAY, "9-1", ADA)
    plan(runner, MONDAY, "10pm-7am", SAM, kind=ShiftKind.SLEEP_IN)
    plan(runner, TUESDAY, "9-1", ADA)
    return runner


def _said(runner, days=WEEK):
    return [
        (line.shift.day.day, str(line.shift.span), line.assistant, line.findings)
        for line in runner.read(list_shifts, days=days)
    ]


def test_shifts_are_listed_in_the_order_they_begin_with_all_their_names(runner):
    engage_two(runner)
    runner.run(add_outcome, words="Swim each week", first=MONDAY)
    runner.run(
        add_stream, funder="Midshire", name="Care", schedule=Schedule.WEEKLY, first_payment_on=MONDAY, first=MONDAY
    )
    plan(runner, TUESDAY, "9-1", ADA, outcome_id=OutcomeId(1), stream_id=StreamId(1), note="Pool at 10")
    plan(runner, MONDAY, "10pm-7am", covered_by="Rowena")
    plan(runner, MONDAY, "9-1")
    assert _said(runner) == [
        (18, "9am to 1pm", "Nobody yet", ()),
        (18, "10pm to 7am", "Rowena", ()),
        (19, "9am to 1pm", "Ada Okonkwo", ()),
    ]
    line = runner.read(list_shifts, days=WEEK)[-1]
    assert (line.outcome, line.stream, line.shift.note) == ("1. Swim each week", "Midshire: Care", "Pool at 10")
    assert _said(runner, NEXT_WEEK) == []


def test_planning_changing_and_removing(rota):
    assert rota.run(plan_shift, plan=ShiftPlan(day=MONDAY, span=span_from_text("2-4"), assistant_id=ADA)) == ROTA
    assert rota.run(
        change_shift, shift_id=FIRST, plan=ShiftPlan(day=TUESDAY, span=span_from_text("2-4"), assistant_id=SAM)
    )
    assert rota.read(find_shift, FIRST).assistant_id == SAM
    assert rota.run(remove_shift, shift_id=FIRST) == ROTA
    with pytest.raises(NotFound, match="no longer on the rota"):
        rota.read(find_shift, FIRST)
    for _ in range(3):
        rota.undo()
    assert _said(rota)[0] == (18, "9am to 1pm", "Ada Okonkwo", ())


def test_two_at_once_are_two_shifts(rota):
    plan_of_two = ShiftPlan(day=WEEK.last, span=span_from_text("2-4"), assistant_id=ADA)
    rota.run(plan_shift, plan=plan_of_two, with_another=SAM)
    assert [line[2] for line in _said(rota)][-2:] == ["Ada Okonkwo", "Sam Tremaine"]
    with pytest.raises(SamePersonTwice):
        rota.run(plan_shift, plan=plan_of_two, with_another=ADA)
    with pytest.raises(NotFound):
        rota.run(plan_shift, plan=plan_of_two, with_another=AssistantId(9))


def test_one_persons_shifts(rota):
    assert [shift.id for shift in rota.read(shifts_of, assistant_id=ADA, days=WEEK)] == [1, 3]
    assert rota.read(shifts_of, assistant_id=ADA, days=NEXT_WEEK) == ()


def test_a_night_before_the_week_is_compared_with_its_first_morning(rota):
    plan(rota, date(2026, 5, 17), "10pm-10am", ADA)
    (first, *_) = _said(rota)
    assert first[3] == ("Ada Okonkwo is down twice: 10pm to 10am on Sun 17 May and 9am to 1pm on Mon 18 May.",)


def test_copying_last_week_keeps_what_is_there(rota):
    assert rota.run(copy_week, week=NEXT_WEEK) == ROTA
    assert [line[:3] for line in _said(rota, NEXT_WEEK)] == [
        (25, "9am to 1pm", "Ada Okonkwo"),
        (25, "10pm to 7am", "Sam Tremaine"),
        (26, "9am to 1pm", "Ada Okonkwo"),
    ]
    with pytest.raises(NothingToCopy, match="18 to 24 May 2026 has no shift that this week lacks"):
        rota.run(copy_week, week=NEXT_WEEK)


def test_shifts_of_somebody_who_cannot_come_become_gaps(rota):
    assert rota.run(make_gaps, assistant_id=ADA, days=Period(MONDAY, MONDAY), why="off sick") == ROTA
    assert _said(rota)[0] == (18, "9am to 1pm", "Nobody yet", ("Ada Okonkwo cannot come: off sick.",))
    assert _said(rota)[2][2] == "Ada Okonkwo"
    with pytest.raises(NoShiftsThen, match="Ada Okonkwo has no shifts on 18 May 2026"):
        rota.run(make_gaps, assistant_id=ADA, days=Period(MONDAY, MONDAY), why="")
    with pytest.raises(NoShiftsThen, match="from 25 to 31 May 2026"):
        rota.run(make_gaps, assistant_id=ADA, days=NEXT_WEEK, why="")


def test_a_gap_is_filled_by_an_assistant_or_by_somebody_else(rota):
    rota.run(make_gaps, assistant_id=ADA, days=WEEK, why="off sick")
    assert rota.run(fill_gap, shift_id=FIRST, assistant_id=SAM) == ROTA
    assert rota.run(fill_gap_otherwise, shift_id=ShiftId(3), covered_by="Rowena") == ROTA
    assert [line[2] for line in _said(rota)] == ["Sam Tremaine", "Sam Tremaine", "Rowena"]
    with pytest.raises(NotAGap):
        rota.run(fill_gap, shift_id=FIRST, assistant_id=ADA)
    with pytest.raises(NotFound):
        rota.run(fill_gap, shift_id=FIRST, assistant_id=AssistantId(9))


def test_an_absence_is_noted_and_shows_in_the_shifts(rota):
    assert rota.run(record_absence, away=HOLIDAY) == ROTA
    assert [line.sentence for line in rota.read(list_absences, days=WEEK)] == [
        "Ada Okonkwo is on holiday, 18 to 19 May 2026."
    ]
    assert _said(rota)[0][3] == ("Ada Okonkwo is on holiday, 18 to 19 May 2026.",)
    assert rota.read(list_absences, days=NEXT_WEEK) == ()
    assert rota.read(absences_of, assistant_id=ADA, days=WEEK)[0].note == "Wales"
    assert rota.read(absences_of, assistant_id=SAM, days=WEEK) == ()


def test_an_absence_can_leave_gaps_and_be_taken_back(rota):
    rota.run(record_absence, away=HOLIDAY, leave_gaps=True)
    assert [line[2] for line in _said(rota)] == ["Nobody yet", "Sam Tremaine", "Nobody yet"]
    assert _said(rota)[0][3] == ("Ada Okonkwo cannot come: Wales.",)
    assert rota.run(remove_absence, absence_id=AbsenceId(1)) == ROTA
    assert rota.read(list_absences, days=WEEK) == ()
    assert _said(rota)[0][2] == "Nobody yet"
    with pytest.raises(NotFound):
        rota.run(remove_absence, absence_id=AbsenceId(1))


def test_a_gap_without_a_note_says_the_kind_of_absence(rota):
    rota.run(
        record_absence,
        away=Away(assistant_id=ADA, kind=AbsenceKind.SICKNESS, days=Period(MONDAY, MONDAY)),
        leave_gaps=True,
    )
    assert _said(rota)[0][3] == ("Ada Okonkwo cannot come: off sick.",)


def test_the_same_absence_is_noted_once_but_one_can_fall_ill_on_holiday(rota):
    rota.run(record_absence, away=HOLIDAY)
    with pytest.raises(AlreadyAway, match=r"is on holiday, 18 to 19 May 2026\. Change the days"):
        rota.run(record_absence, away=HOLIDAY)
    rota.run(record_absence, away=Away(assistant_id=ADA, kind=AbsenceKind.SICKNESS, days=WEEK))
    assert len(rota.read(list_absences, days=WEEK)) == 2


def test_who_is_free_for_a_gap(rota):
    rota.run(engage_assistant, particulars=particulars("Bea Long"))
    rota.run(engage_assistant, particulars=particulars("Cy Gone"))
    rota.run(part_with_assistant, assistant_id=AssistantId(4), left_on=date(2026, 5, 1))
    rota.run(make_gaps, assistant_id=ADA, days=Period(TUESDAY, TUESDAY), why="off sick")
    plan(rota, TUESDAY, "noon-2pm", SAM)
    assert [(each.name, each.free, each.why_not) for each in rota.read(who_is_free, shift_id=ShiftId(3))] == [
        ("Bea Long", True, ""),
        ("Ada Okonkwo", False, "Ada Okonkwo cannot come: off sick."),
        ("Sam Tremaine", False, "Sam Tremaine is down for noon to 2pm on Tue 19 May already."),
    ]


def test_a_shift_on_a_timesheet_stays(rota):
    with rota._open_work() as work:  # a later link's key, as timesheets will hold one
        work.session.connection().exec_driver_sql(
            "CREATE TABLE later (id INTEGER PRIMARY KEY, shift_id INTEGER REFERENCES shift (id) ON DELETE RESTRICT)"
        )
        work.session.connection().exec_driver_sql("INSERT INTO later (shift_id) VALUES (1)")
    with pytest.raises(OnATimesheet):
        rota.run(remove_shift, shift_id=FIRST)
    assert rota.read(find_shift, FIRST)


def test_what_wants_doing_about_the_coming_fortnight(rota):
    assert [task.text for task in rota.read(things_to_do, today=TODAY)] == [
        "Lay out the rota for the week of 25 to 31 May 2026."
    ]
    plan(rota, date(2026, 5, 26), "9-1", ADA)
    plan(rota, date(2026, 5, 27), "9-1")
    plan(rota, date(2026, 10, 24), "10pm-7am", SAM)
    assert rota.read(things_to_do, today=TODAY) == ()
    rota.run(record_absence, away=Away(assistant_id=ADA, kind=AbsenceKind.HOLIDAY, days=NEXT_WEEK))
    (task,) = rota.read(things_to_do, today=TODAY)
    assert (task.text, task.place, task.due) == (
        "Ada Okonkwo is on holiday, 25 to 31 May 2026.",
        Place("rota", 4),
        date(2026, 5, 26),
    )


def test_an_empty_rota_wants_nothing_and_a_clock_change_is_no_task(runner):
    engage_two(runner)
    assert runner.read(things_to_do, today=TODAY) == ()
    plan(runner, date(2026, 10, 24), "10pm-7am", SAM)
    assert runner.read(things_to_do, today=date(2026, 10, 12)) == ()


def test_a_week_is_read_with_the_same_few_questions_however_many_shifts_it_has(rota):
    asked = []

    def count(_connection, _cursor, statement, *_more):
        asked.append(statement)

    def questions():
        asked.clear()
        rota.read(list_shifts, days=WEEK)
        return len(asked)

    with rota._open_work() as work:
        engine = work.session.get_bind()
    event.listen(engine, "before_cursor_execute", count)
    few = questions()
    for hour in range(9, 21):
        plan(rota, WEEK.last, f"{hour}:00-{hour}:30", ADA)
    assert questions() == few
    assert any("ix_shift_day" in row for row in _plan_of(rota, "SELECT * FROM shift WHERE day BETWEEN ? AND ?"))
    by_person = "SELECT * FROM shift WHERE assistant_id = 1 AND day BETWEEN ? AND ?"
    assert any("ix_shift_assistant_id_day" in row for row in _plan_of(rota, by_person))


def _plan_of(runner, query):
    explain = f"EXPLAIN QUERY PLAN {query}"
    return runner.read(
        lambda work: [
            row.detail for row in work.session.connection().exec_driver_sql(explain, ("2026-05-18", "2026-05-24"))
        ]
    )


def test_long_weeks_are_told_of_the_last_shift_shown(runner):
    engage_two(runner)
    for week in range(17):
        for day in range(5):
            plan(runner, MONDAY - timedelta(weeks=week) + timedelta(days=day), "8am-6pm", ADA)
    grid = runner.read(read_rota, days=WEEK)
    assert [any("average week is 50:00" in told for told in line.rests) for line in grid.lines] == [False] * 4 + [True]
    assert not any("average" in told for line in runner.read(read_rota, days=NEXT_WEEK).lines for told in line.rests)
