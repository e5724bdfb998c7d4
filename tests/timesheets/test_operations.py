"""What can be done with timesheets."""

from datetime import date
from pathlib import Path

import pytest

from pa_manager.assistants.model import Particulars, PayFrequency, Rate, ShiftKind, Terms
from pa_manager.assistants.operations import agree_terms, change_assistant, find_assistant, part_with_assistant
from pa_manager.file.journal import LockedForGood
from pa_manager.file.running import NOTHING
from pa_manager.file.work import NotFound
from pa_manager.holder.operations import keep_holder
from pa_manager.rota.model import AbsenceKind, Away, OnATimesheet, ShiftId
from pa_manager.rota.operations import record_absence, remove_shift
from pa_manager.timesheets.model import (
    Agreed,
    IsACorrection,
    MadeAlready,
    NotAtWork,
    NotSent,
    OutsideItsPeriod,
    Sent,
    Tally,
    TimesheetId,
    TimesheetState,
    Worked,
    WorkedLineId,
)
from pa_manager.timesheets.operations import (
    TIMESHEETS,
    add_line,
    agree_timesheet,
    change_line,
    correct_line,
    fill_again,
    find_timesheet,
    list_timesheets,
    make_timesheet,
    print_timesheet,
    remove_line,
    remove_timesheet,
    reopen_timesheet,
    said_of_corrections,
    send_timesheet,
    standing_of,
    things_to_do,
    timesheets_by_id,
    timesheets_in,
)
from pa_manager.values.days import Period
from pa_manager.values.money import Money
from pa_manager.values.tasks import Place
from tests.conftest import TODAY
from tests.paper.reading import reads_as_agreed, text_of
from tests.timesheets.people import ADA, NIGHT, PERIOD, SAM, plan

FIRST, NEXT = TimesheetId(1), TimesheetId(2)
LINE = WorkedLineId(1)
DAY = date(2026, 4, 7)


@pytest.fixture
def made(staffed):
    """A draft of Ada's with two mornings, and a shift of Sam's that does not belong on it."""
    plan(staffed, ADA, DAY)
    plan(staffed, ADA, date(2026, 4, 9))
    plan(staffed, ADA, date(2026, 5, 4))
    plan(staffed, SAM, DAY, NIGHT, kind=ShiftKind.SLEEP_IN)
    staffed.run(make_timesheet, assistant_id=ADA, day=date(2026, 4, 20))
    return staffed


@pytest.fixture
def sent(made):
    made.run(agree_timesheet, timesheet_id=FIRST, agreed_on=date(2026, 5, 4))
    made.run(send_timesheet, timesheet_id=FIRST, sent_on=date(2026, 5, 5))
    return made


def _lines(runner, number=FIRST):
    return runner.read(find_timesheet, number).lines


# Making one


def test_it_is_filled_from_the_rota_for_one_pay_period(made):
    timesheet = made.read(find_timesheet, FIRST)
    assert (timesheet.assistant_id, timesheet.period, timesheet.state) == (ADA, PERIOD, TimesheetState.DRAFT)
    assert [(line.day, line.worked_minutes) for line in timesheet.lines] == [(DAY, 240), (date(2026, 4, 9), 240)]
    assert all(line.is_as_planned for line in timesheet.lines)


def test_a_day_of_absence_is_on_it_as_not_worked(staffed):
    plan(staffed, ADA, DAY)
    staffed.run(record_absence, away=Away(assistant_id=ADA, kind=AbsenceKind.SICKNESS, days=Period(DAY, DAY)))
    staffed.run(make_timesheet, assistant_id=ADA, day=DAY)
    (line,) = _lines(staffed)
    assert (line.planned_minutes, line.worked_minutes, line.note) == (240, 0, "Off sick")


def test_somebody_elses_absence_takes_nothing_away(staffed):
    plan(staffed, ADA, DAY)
    staffed.run(record_absence, away=Away(assistant_id=SAM, kind=AbsenceKind.HOLIDAY, days=Period(DAY, DAY)))
    staffed.run(make_timesheet, assistant_id=ADA, day=DAY)
    assert _lines(staffed)[0].worked_minutes == 240


def test_a_period_has_one(made):
    with pytest.raises(MadeAlready, match="Ada Okonkwo has a timesheet for 6 April to 3 May 2026 already"):
        made.run(make_timesheet, assistant_id=ADA, day=date(2026, 5, 3))


def test_after_a_change_to_months_the_first_month_is_short(made):
    ada = made.read(find_assistant, ADA)
    monthly = Particulars(
        name=ada.name,
        started_on=ada.started_on,
        frequency=PayFrequency.MONTHLY,
        periods_from=date(2026, 5, 1),
        born_on=ada.born_on,
    )
    made.run(change_assistant, assistant_id=ADA, particulars=monthly)
    made.run(make_timesheet, assistant_id=ADA, day=date(2026, 5, 20))
    assert made.read(find_timesheet, NEXT).period == Period(date(2026, 5, 4), date(2026, 5, 31))


def test_nobody_has_one_for_days_before_they_start_or_after_they_left(staffed):
    with pytest.raises(NotAtWork, match="starts on 5 January 2026"):
        staffed.run(make_timesheet, assistant_id=ADA, day=date(2025, 11, 1))
    staffed.run(part_with_assistant, assistant_id=ADA, left_on=date(2026, 4, 5))
    with pytest.raises(NotAtWork, match="left on 5 April 2026"):
        staffed.run(make_timesheet, assistant_id=ADA, day=DAY)


def test_what_changed_on_the_rota_is_brought_in(made):
    made.run(change_line, line_id=WorkedLineId(2), worked=Worked(minutes=300))
    plan(made, ADA, date(2026, 4, 10))
    assert made.run(fill_again, timesheet_id=FIRST) == TIMESHEETS
    assert [line.worked_minutes for line in _lines(made)] == [240, 300, 240]
    assert made.run(fill_again, timesheet_id=FIRST) == NOTHING


def test_an_absence_noted_later_and_a_shift_given_to_another_are_brought_in(made):
    away = Away(assistant_id=ADA, kind=AbsenceKind.HOLIDAY, days=Period(DAY, date(2026, 4, 9)))
    made.run(record_absence, away=away, leave_gaps=True)
    made.run(fill_again, timesheet_id=FIRST)
    assert _lines(made) == ()


def test_a_shift_on_a_timesheet_stays_on_the_rota(made):
    with pytest.raises(OnATimesheet):
        made.run(remove_shift, shift_id=ShiftId(1))


def test_a_draft_can_be_removed_with_all_its_lines(made):
    made.run(remove_timesheet, timesheet_id=FIRST)
    assert made.read(list_timesheets) == ()
    made.undo()
    assert len(_lines(made)) == 2


# Saying what was worked


def test_only_what_differed_is_changed(made):
    worked = Worked(minutes=210, span=None, miles=6, expenses=Money(350), note="Bus was late")
    made.run(change_line, line_id=LINE, worked=worked)
    first, second = _lines(made)
    assert (first.worked, first.planned_minutes) == (worked, 240)
    assert second.is_as_planned


def test_extra_work_belongs_to_the_period(made):
    made.run(add_line, timesheet_id=FIRST, day=date(2026, 5, 3), kind=ShiftKind.MEETING, worked=Worked(minutes=60))
    assert _lines(made)[-1].kind is ShiftKind.MEETING
    with pytest.raises(OutsideItsPeriod):
        made.run(add_line, timesheet_id=FIRST, day=date(2026, 5, 4), kind=ShiftKind.DAY, worked=Worked(minutes=60))


def test_a_line_can_be_removed(made):
    made.run(remove_line, line_id=LINE)
    assert len(_lines(made)) == 1
    with pytest.raises(NotFound):
        made.run(remove_line, line_id=LINE)


# How far it has come


def test_an_agreed_one_is_reopened_before_it_is_changed(made):
    made.run(agree_timesheet, timesheet_id=FIRST, agreed_on=TODAY)
    for act in (
        lambda: made.run(change_line, line_id=LINE, worked=Worked(minutes=0)),
        lambda: made.run(remove_line, line_id=LINE),
        lambda: made.run(fill_again, timesheet_id=FIRST),
        lambda: made.run(remove_timesheet, timesheet_id=FIRST),
        lambda: made.run(add_line, timesheet_id=FIRST, day=DAY, kind=ShiftKind.DAY, worked=Worked(minutes=1)),
    ):
        with pytest.raises(Agreed):
            act()
    made.run(reopen_timesheet, timesheet_id=FIRST)
    made.run(change_line, line_id=LINE, worked=Worked(minutes=0))


def test_sent_is_for_good(sent):
    assert sent.read(find_timesheet, FIRST).state is TimesheetState.SENT
    with pytest.raises(LockedForGood):
        sent.undo()
    for act in (
        lambda: sent.run(reopen_timesheet, timesheet_id=FIRST),
        lambda: sent.run(change_line, line_id=LINE, worked=Worked(minutes=0)),
        lambda: sent.run(send_timesheet, timesheet_id=FIRST, sent_on=TODAY),
    ):
        with pytest.raises(Sent):
            act()


def test_the_rate_is_kept_as_it_was_when_it_was_sent(sent):
    rise = Terms(from_day=date(2026, 4, 1), rates=(Rate(kind=ShiftKind.DAY, per_hour=Money(1500)),))
    sent.run(agree_terms, assistant_id=ADA, terms=rise, backdated=True)
    assert {line.rate for line in _lines(sent)} == {Rate(kind=ShiftKind.DAY, per_hour=Money(1320))}


def test_work_without_a_rate_is_sent_without_one(made):
    made.run(add_line, timesheet_id=FIRST, day=DAY, kind=ShiftKind.SLEEP_IN, worked=Worked(minutes=540))
    made.run(agree_timesheet, timesheet_id=FIRST, agreed_on=TODAY)
    made.run(send_timesheet, timesheet_id=FIRST, sent_on=TODAY)
    assert [line.rate for line in _lines(made) if line.kind is ShiftKind.SLEEP_IN] == [None]


# Correcting what was sent


def test_a_correction_goes_on_the_next_timesheet_which_is_made_and_filled(sent):
    sent.run(correct_line, line_id=LINE, worked=Worked(minutes=210))
    following = sent.read(find_timesheet, NEXT)
    assert following.period == Period(date(2026, 5, 4), date(2026, 5, 31))
    correcting, planned = following.lines
    assert (correcting.corrects, correcting.day, correcting.worked_minutes) == (LINE, DAY, -30)
    assert planned.day == date(2026, 5, 4)
    assert _lines(sent)[0].worked_minutes == 240
    assert sent.read(standing_of, LINE).minutes == 210
    assert sent.read(said_of_corrections, timesheet_id=FIRST) == (
        "Tue 7 Apr now stands at 3:30 hours, instead of 4:00.",
    )


def test_a_correction_goes_on_a_draft_that_is_there_and_past_one_that_is_agreed(sent):
    sent.run(make_timesheet, assistant_id=ADA, day=date(2026, 5, 4))
    sent.run(correct_line, line_id=LINE, worked=Worked(minutes=210))
    assert len(_lines(sent, NEXT)) == 2
    sent.run(agree_timesheet, timesheet_id=NEXT, agreed_on=TODAY)
    sent.run(correct_line, line_id=LINE, worked=Worked(minutes=200))
    (line,) = _lines(sent, TimesheetId(3))
    assert line.worked_minutes == -10


def test_correcting_a_correction_corrects_what_was_wrong_first(sent):
    sent.run(correct_line, line_id=LINE, worked=Worked(minutes=210))
    sent.run(agree_timesheet, timesheet_id=NEXT, agreed_on=TODAY)
    sent.run(send_timesheet, timesheet_id=NEXT, sent_on=TODAY)
    sent.run(correct_line, line_id=WorkedLineId(_lines(sent, NEXT)[0].id), worked=Worked(minutes=240))
    (line,) = _lines(sent, TimesheetId(3))
    assert (line.corrects, line.worked_minutes) == (LINE, 30)


def test_a_correction_is_not_changed_but_made_again(sent):
    sent.run(correct_line, line_id=LINE, worked=Worked(minutes=210))
    correcting = _lines(sent, NEXT)[0]
    with pytest.raises(IsACorrection):
        sent.run(change_line, line_id=correcting.id, worked=Worked(minutes=0))
    sent.run(remove_line, line_id=correcting.id)
    assert sent.read(standing_of, LINE).minutes == 240


def test_what_was_not_sent_is_changed_not_corrected(made):
    with pytest.raises(NotSent):
        made.run(correct_line, line_id=LINE, worked=Worked(minutes=0))


def test_somebody_who_left_can_still_be_corrected(sent):
    sent.run(part_with_assistant, assistant_id=ADA, left_on=date(2026, 5, 3))
    sent.run(correct_line, line_id=LINE, worked=Worked(minutes=0))
    assert _lines(sent, NEXT)[0].shifts == -1


def test_a_night_over_a_rise_keeps_both_rates_once_it_is_sent(staffed):
    waking = {"kind": ShiftKind.WAKING_NIGHT}
    old, new = (Rate(**waking, per_hour=Money(pence)) for pence in (1300, 1350))
    staffed.run(agree_terms, assistant_id=ADA, terms=Terms(from_day=date(2026, 4, 1), rates=(old,)))
    staffed.run(agree_terms, assistant_id=ADA, terms=Terms(from_day=date(2026, 4, 8), rates=(new,)))
    plan(staffed, ADA, DAY, NIGHT, **waking)
    staffed.run(make_timesheet, assistant_id=ADA, day=DAY)
    staffed.run(agree_timesheet, timesheet_id=FIRST, agreed_on=TODAY)
    staffed.run(send_timesheet, timesheet_id=FIRST, sent_on=TODAY)
    (line,) = _lines(staffed)
    assert (line.late_minutes, line.rate, line.late_rate) == (420, old, new)


# Lists


def test_the_list_has_the_newest_first_with_what_each_adds_up_to(made):
    made.run(change_line, line_id=LINE, worked=Worked(minutes=60))
    plan(made, SAM, date(2026, 4, 10), NIGHT, kind=ShiftKind.SLEEP_IN)
    made.run(make_timesheet, assistant_id=SAM, day=DAY)
    made.run(make_timesheet, assistant_id=ADA, day=date(2026, 5, 4))
    may, sam, ada = made.read(list_timesheets)
    assert may.period.first == date(2026, 5, 4)
    assert (ada.assistant, ada.planned, ada.worked) == ("Ada Okonkwo", Tally(480), Tally(300))
    assert (sam.planned, sam.worked) == (Tally(sleep_ins=2), Tally(sleep_ins=2))
    april = Period(date(2026, 4, 1), date(2026, 4, 30))
    assert made.read(list_timesheets, period=april) == (sam, ada)
    assert [each.id for each in made.read(timesheets_in, period=april)] == [ada.id, sam.id]
    assert [each.id for each in made.read(timesheets_by_id, numbers=[may.id, ada.id])] == [ada.id, may.id]
    third, fourth = date(2026, 5, 3), date(2026, 5, 4)
    assert made.read(list_timesheets, period=Period(third, third)) == (sam, ada)
    assert made.read(list_timesheets, period=Period(fourth, fourth)) == (may,)


def test_an_empty_timesheet_is_listed_with_nothing_on_it(staffed):
    staffed.run(make_timesheet, assistant_id=ADA, day=DAY)
    (line,) = staffed.read(list_timesheets)
    assert (line.planned, line.worked) == (Tally(), Tally())


def test_what_is_not_there_is_said(staffed):
    with pytest.raises(NotFound, match="timesheet is no longer"):
        staffed.read(find_timesheet, FIRST)


# On paper


def test_a_timesheet_on_paper_reads_as_agreed(made, request):
    made.run(keep_holder, name="Jean Pellow")
    made.run(change_line, line_id=LINE, worked=Worked(minutes=210, miles=12, expenses=Money(450), note="Bus was late"))
    made.run(make_timesheet, assistant_id=SAM, day=DAY)
    made.run(change_line, line_id=WorkedLineId(3), worked=Worked(minutes=540, span=NIGHT, awake_minutes=45))
    update = request.config.getoption("--update-golden")
    for name, number in (("timesheet", FIRST), ("timesheet_nights", NEXT)):
        paper = made.read(print_timesheet, timesheet_id=number)
        reads_as_agreed(paper, Path(__file__).parent / "golden" / f"{name}.txt", update=update)


def test_a_correction_is_named_on_paper_and_a_sheet_that_was_sent_has_no_empty_rows(sent):
    sent.run(correct_line, line_id=LINE, worked=Worked(minutes=0, note="Snow"))
    paper = text_of(sent.read(print_timesheet, timesheet_id=NEXT, large=True))
    assert "Tue 7 Apr: -4:00 hours. Snow." in paper
    assert "The empty rows" in paper
    assert "The empty rows" not in text_of(sent.read(print_timesheet, timesheet_id=FIRST))


def test_a_shift_that_was_not_worked_is_said_to_be_so_on_paper(made):
    made.run(change_line, line_id=LINE, worked=Worked(minutes=0))
    assert "Not worked" in text_of(made.read(print_timesheet, timesheet_id=FIRST))


# Things to do


def test_a_period_that_ended_wants_a_timesheet_made_agreed_and_sent(staffed):
    texts = [task.text for task in staffed.read(things_to_do, today=TODAY)]
    assert texts == [
        "Make Ada Okonkwo's timesheet for 6 April to 3 May 2026.",
        "Make Sam Tremaine's timesheet for 6 April to 3 May 2026.",
    ]
    staffed.run(make_timesheet, assistant_id=ADA, day=DAY)
    agree, _make_sam = staffed.read(things_to_do, today=TODAY)
    assert agree.text == "Agree Ada Okonkwo's timesheet for 6 April to 3 May 2026."
    assert (agree.place, agree.due) == (Place("timesheets", FIRST), date(2026, 5, 3))
    staffed.run(agree_timesheet, timesheet_id=FIRST, agreed_on=TODAY)
    assert staffed.read(things_to_do, today=TODAY)[0].text.startswith("Send Ada Okonkwo's")
    staffed.run(send_timesheet, timesheet_id=FIRST, sent_on=TODAY)
    assert len(staffed.read(things_to_do, today=TODAY)) == 1


def test_a_period_that_still_runs_wants_nothing(staffed):
    for assistant_id in (ADA, SAM):
        staffed.run(make_timesheet, assistant_id=assistant_id, day=date(2026, 5, 4))
        staffed.run(part_with_assistant, assistant_id=assistant_id, left_on=date(2026, 5, 10))
    assert {task.text.split()[0] for task in staffed.read(things_to_do, today=TODAY)} == {"Make"}
    assert staffed.read(things_to_do, today=date(2026, 7, 20))[0].text.startswith("Agree")
    assert len(staffed.read(things_to_do, today=date(2026, 7, 20))) == 2


def test_undo_then_redo_changes_nothing(made):
    made.run(change_line, line_id=LINE, worked=Worked(minutes=60))
    before = _lines(made)
    made.undo()
    assert _lines(made) != before
    made.redo()
    assert _lines(made) == before
