"""Filling as published, several at once, estimates and their true-up, windows of hours, papers kept."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from PIL import Image

from pa_manager.assistants.model import NotADocument, ShiftKind
from pa_manager.file.work import NotFound
from pa_manager.rota.model import ShiftId, ShiftPlan
from pa_manager.rota.operations import change_shift, publish
from pa_manager.timesheets.model import (
    EvidenceId,
    EvidenceKind,
    LongerThanADay,
    NothingEstimated,
    NothingToCopy,
    NothingToCorrect,
    NothingUntold,
    OverlapsAnother,
    Sent,
    TimesheetId,
    TimesheetState,
    Worked,
    WorkedLineId,
)
from pa_manager.timesheets.operations import (
    add_line,
    agree_timesheet,
    agree_timesheets,
    change_line,
    confirm_estimates,
    copy_last,
    correct_line,
    count_hours_from,
    find_timesheet,
    keep_timesheet_paper,
    list_hours_windows,
    list_timesheet_papers,
    list_timesheets,
    make_missing_timesheets,
    make_timesheet,
    print_timesheet,
    read_sight,
    read_timesheet_paper,
    remove_line,
    remove_timesheet,
    remove_timesheet_paper,
    send_timesheet,
    send_timesheets,
    show_timesheet_paper,
    tell_quiet_nights,
    things_to_do,
    waiting_timesheets,
)
from pa_manager.values.clock import TimeSpan, span_from_text
from pa_manager.values.days import Period
from tests.paper.reading import text_of
from tests.timesheets.people import ADA, MORNING, NIGHT, PERIOD, SAM, plan

FIRST, NEXT = TimesheetId(1), TimesheetId(2)
LINE = WorkedLineId(1)
DAY = date(2026, 4, 7)
NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)


def _lines(runner, number=FIRST):
    return runner.read(find_timesheet, number).lines


# Filled as published


def test_it_is_filled_as_published_until_that_is_published_too(staffed):
    plan(staffed, ADA, DAY)
    plan(staffed, ADA, date(2026, 4, 9))
    staffed.run(publish, days=Period(DAY, DAY), at=NOON)
    later = ShiftPlan(day=DAY, span=TimeSpan(MORNING.start, span_from_text("9-3").end), assistant_id=ADA)
    staffed.run(change_shift, shift_id=ShiftId(1), plan=later)
    staffed.run(make_timesheet, assistant_id=ADA, day=DAY)
    assert [line.planned_minutes for line in _lines(staffed)] == [240, 240]
    assert staffed.read(read_sight, timesheet_id=FIRST).sentences[1:] == (
        "Never published, so filled from the rota as it stands: Thu 9 Apr.",
        "Changed on the rota since published, filled as published: Tue 7 Apr.",
    )


def test_a_night_over_the_end_of_summer_time_pays_ten_hours(staffed):
    plan(staffed, SAM, date(2026, 10, 24), NIGHT, kind=ShiftKind.WAKING_NIGHT)
    staffed.run(make_timesheet, assistant_id=SAM, day=date(2026, 10, 24))
    (line,) = _lines(staffed)
    assert (line.planned_minutes, line.worked_minutes, line.late_minutes) == (600, 600, 480)


# Several at once


def test_all_that_are_due_are_made_in_one_act_and_undone_in_one(staffed):
    plan(staffed, ADA, DAY)
    staffed.run(make_missing_timesheets, today=date(2026, 5, 4))
    made = staffed.read(list_timesheets)
    assert {(each.assistant_id, each.period) for each in made} == {(ADA, PERIOD), (SAM, PERIOD)}
    staffed.undo()
    assert staffed.read(list_timesheets) == ()
    staffed.run(make_missing_timesheets, today=date(2026, 5, 4))
    staffed.run(make_missing_timesheets, today=date(2026, 5, 4))
    assert len(staffed.read(list_timesheets)) == 4
    assert not staffed.run(make_missing_timesheets, today=date(2026, 5, 4))


def test_several_are_agreed_and_sent_or_none(staffed):
    staffed.run(make_missing_timesheets, today=date(2026, 5, 4))
    numbers = [sheet.id for _, sheet in staffed.read(waiting_timesheets, state=TimesheetState.DRAFT)]
    staffed.run(agree_timesheets, timesheet_ids=numbers, agreed_on=date(2026, 5, 4))
    staffed.run(send_timesheet, timesheet_id=numbers[1], sent_on=date(2026, 5, 5))
    with pytest.raises(Sent):
        staffed.run(send_timesheets, timesheet_ids=numbers, sent_on=date(2026, 5, 5))
    assert staffed.read(find_timesheet, numbers[0]).state is TimesheetState.AGREED
    staffed.run(send_timesheets, timesheet_ids=numbers[:1], sent_on=date(2026, 5, 5))
    assert staffed.read(find_timesheet, numbers[0]).state is TimesheetState.SENT
    assert not staffed.run(send_timesheets, timesheet_ids=[], sent_on=date(2026, 5, 5))
    assert not staffed.run(agree_timesheets, timesheet_ids=[], agreed_on=date(2026, 5, 5))


def test_quiet_nights_are_told_in_one_act(staffed):
    plan(staffed, SAM, DAY, NIGHT, kind=ShiftKind.SLEEP_IN)
    staffed.run(make_timesheet, assistant_id=SAM, day=DAY)
    staffed.run(tell_quiet_nights, timesheet_id=FIRST)
    assert _lines(staffed)[0].awake_minutes == 0
    with pytest.raises(NothingUntold):
        staffed.run(tell_quiet_nights, timesheet_id=FIRST)


# Lines beside each other


@pytest.fixture
def made(staffed):
    plan(staffed, ADA, DAY)
    plan(staffed, ADA, date(2026, 4, 9))
    staffed.run(make_timesheet, assistant_id=ADA, day=DAY)
    return staffed


def test_an_overlap_is_refused_also_with_another_timesheet(made):
    with pytest.raises(OverlapsAnother):
        made.run(add_line, timesheet_id=FIRST, day=DAY, kind=ShiftKind.DAY, worked=Worked(minutes=60, span=MORNING_END))
    made.run(add_line, timesheet_id=FIRST, day=PERIOD.last, kind=ShiftKind.DAY, worked=Worked(minutes=540, span=NIGHT))
    made.run(make_timesheet, assistant_id=ADA, day=date(2026, 5, 4))
    early = Worked(minutes=120, span=span_from_text("6am-8am"))
    with pytest.raises(OverlapsAnother, match="on another timesheet"):
        made.run(add_line, timesheet_id=NEXT, day=date(2026, 5, 4), kind=ShiftKind.DAY, worked=early)
    with pytest.raises(LongerThanADay):
        made.run(change_line, line_id=LINE, worked=Worked(minutes=25 * 60))
    made.run(change_line, line_id=LINE, worked=Worked(minutes=240, span=MORNING, note="Bus"))


MORNING_END = span_from_text("12-1pm")


def test_the_timesheet_before_is_copied(made):
    with pytest.raises(NothingToCopy):
        made.run(copy_last, timesheet_id=FIRST)
    made.run(make_timesheet, assistant_id=ADA, day=date(2026, 5, 4))
    made.run(copy_last, timesheet_id=NEXT)
    assert [line.day for line in _lines(made, NEXT)] == [date(2026, 5, 5), date(2026, 5, 7)]


# Estimates


@pytest.fixture
def early(made):
    """Sent on the first of two days, so that the second is an estimate."""
    made.run(agree_timesheet, timesheet_id=FIRST, agreed_on=DAY)
    made.run(send_timesheet, timesheet_id=FIRST, sent_on=DAY)
    return made


def test_an_estimate_is_trued_up_on_the_next_and_both_are_kept(early):
    assert [line.estimated for line in _lines(early)] == [False, True]
    assert not [task for task in things_to_do_on(early, date(2026, 4, 9)) if "estimate" in task.text]
    (task,) = [task for task in things_to_do_on(early, date(2026, 4, 10)) if "estimate" in task.text]
    assert task.text.endswith("was sent with 1 estimate: say what was really worked.")
    early.run(correct_line, line_id=WorkedLineId(2), worked=Worked(minutes=210))
    assert [(line.worked_minutes, line.trued_up) for line in _lines(early)] == [(240, False), (240, True)]
    (true_up,) = _lines(early, NEXT)
    assert (true_up.worked_minutes, true_up.note) == (-30, "True-up of Thu 9 Apr")
    assert not [task for task in things_to_do_on(early, date(2026, 4, 10)) if "estimate" in task.text]


def test_an_estimate_that_came_true_is_noted_one_by_one_or_all_at_once(early):
    early.run(correct_line, line_id=WorkedLineId(2), worked=Worked(minutes=240))
    assert (_lines(early)[1].trued_up, len(early.read(list_timesheets))) == (True, 1)
    with pytest.raises(NothingToCorrect):
        early.run(correct_line, line_id=WorkedLineId(2), worked=Worked(minutes=240))
    early.undo()
    early.run(confirm_estimates, timesheet_id=FIRST, today=date(2026, 4, 10))
    assert _lines(early)[1].trued_up
    with pytest.raises(NothingEstimated):
        early.run(confirm_estimates, timesheet_id=FIRST, today=date(2026, 4, 10))


def things_to_do_on(runner, day):
    return runner.read(things_to_do, today=day)


# Windows of hours


def test_hours_are_counted_from_another_day(staffed):
    staffed.run(count_hours_from, assistant_id=ADA, from_day=date(2026, 4, 13), own=True)
    staffed.run(make_timesheet, assistant_id=ADA, day=date(2026, 4, 20))
    assert staffed.read(find_timesheet, FIRST).period == Period(date(2026, 4, 13), date(2026, 5, 10))
    paid = Period(date(2026, 5, 4), date(2026, 5, 31))
    assert staffed.read(read_sight, timesheet_id=FIRST).paid_with == paid
    staffed.run(count_hours_from, assistant_id=ADA, from_day=date(2026, 4, 13), own=False)
    assert [(name, each.own) for name, each in staffed.read(list_hours_windows)] == [("Ada Okonkwo", False)]


# Papers


def _keep(runner, name, content, **more):
    runner.run(keep_timesheet_paper, timesheet_id=FIRST, kind=EvidenceKind.RECEIPT, name=name, content=content, **more)


def test_papers_are_kept_shown_and_taken_away(made):
    picture = BytesIO()
    Image.new("RGB", (30, 40), "white").save(picture, "PNG")
    scan = made.read(print_timesheet, timesheet_id=FIRST)
    _keep(made, "scan.pdf", scan)
    _keep(made, "receipt.png", picture.getvalue(), line_id=LINE)
    _keep(made, "mail.eml", b"words")
    papers = made.read(list_timesheet_papers, timesheet_id=FIRST)
    assert [(each.name, day) for each, day in papers] == [
        ("scan.pdf", ""), ("receipt.png", "Tue 7 Apr"), ("mail.eml", ""),
    ]  # fmt: skip
    assert made.read(show_timesheet_paper, EvidenceId(1)) == scan
    assert text_of(made.read(show_timesheet_paper, EvidenceId(2))).startswith("receipt.png")
    assert made.read(show_timesheet_paper, EvidenceId(3)) is None
    assert made.read(read_timesheet_paper, EvidenceId(3)) == b"words"
    with pytest.raises(NotADocument):
        _keep(made, "nothing.pdf", b"")
    made.run(remove_timesheet_paper, evidence_id=EvidenceId(3))
    made.run(remove_line, line_id=LINE)
    assert [day for _, day in made.read(list_timesheet_papers, timesheet_id=FIRST)] == ["", ""]
    made.run(remove_timesheet, timesheet_id=FIRST)
    made.undo()
    assert len(made.read(list_timesheet_papers, timesheet_id=FIRST)) == 2


def test_a_scan_may_come_after_it_was_sent_and_stays(early):
    _keep(early, "scan.pdf", b"%PDF")
    with pytest.raises(Sent):
        early.run(remove_timesheet_paper, evidence_id=EvidenceId(1))


def test_an_empty_sheet_has_a_row_for_each_day(made):
    text = text_of(made.read(print_timesheet, timesheet_id=FIRST, empty=True))
    assert "Tue 7 Apr" in text
    assert "Sun 3 May" in text
    assert text.count("9am to 1pm") == 2
    assert "3:30" not in text
    assert "We both agree" in text


def test_estimates_and_nil_are_said_on_paper(early):
    assert "Estimates were sent before they were worked." in text_of(early.read(print_timesheet, timesheet_id=FIRST))
    early.run(make_timesheet, assistant_id=SAM, day=DAY)
    early.run(agree_timesheet, timesheet_id=NEXT, agreed_on=DAY)
    assert "Nil: nothing was worked in this pay period." in text_of(early.read(print_timesheet, timesheet_id=NEXT))


def test_a_paper_that_is_gone_is_said(made):
    with pytest.raises(NotFound, match="That paper is no longer in the file"):
        made.read(read_timesheet_paper, EvidenceId(9))
