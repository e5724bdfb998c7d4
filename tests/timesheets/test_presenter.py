"""The timesheets screen, without Qt."""

from datetime import date

import pytest

from pa_manager.assistants.model import ShiftKind
from pa_manager.timesheets.model import Stage, TimesheetId, TimesheetState, Worked, WorkedLineId
from pa_manager.timesheets.operations import (
    agree_timesheet,
    change_line,
    find_timesheet,
    make_timesheet,
    remove_timesheet,
    send_timesheet,
)
from pa_manager.timesheets.presenter.beyond import Beyond
from pa_manager.timesheets.presenter.sheets import Acts, TimesheetsPresenter
from pa_manager.values.tasks import Place
from tests.conftest import TODAY
from tests.places import Journey
from tests.timesheets.people import ADA, NIGHT, SAM, plan

FIRST = TimesheetId(1)
DAY = date(2026, 4, 7)
NOTHING_TYPED = {
    "times": "",
    "break": "",
    "length": "",
    "journey": "",
    "awake": "",
    "miles": "",
    "expenses": "",
    "note": "",
}


class PaperView:
    """A view on paper: it remembers what it was last asked to show."""

    def __init__(self):
        self.errors, self.problem, self.result, self.form, self.picked = {}, "", "", None, None

    def set_lead(self, lead):
        self.lead = lead

    def show_timesheets(self, lines):
        self.timesheets = lines

    def offer_earlier(self, offered):
        self.earlier = offered

    def show_sheet(self, title, sentences, lines):
        self.sheet, self.sentences = title, sentences
        self.sentence = sentences[0] if sentences else ""
        self.lines, self.stages = tuple(line for line, _ in lines), [stage for _, stage in lines]

    def offer_several(self, **offered):
        self.offered = offered

    def open_several(self, form, keep):
        self.form, self.keep = form, keep

    def open_counting(self, lead, people, keep):
        self.form, self.keep = (lead, people), keep

    def show_remarks(self, sentence, remarks):
        self.remarks = (sentence, *remarks) if sentence else ()

    def allow(self, acts):
        self.acts = acts

    def pick_timesheet(self, number):
        self.picked = number

    def open_making(self, choices):
        self.form = choices

    def open_line(self, title, lead, texts, *, awake):
        self.form = (title, lead, texts, awake)

    def open_extra(self, title, texts):
        self.form = (title, texts)

    def open_sending(self, title, texts):
        self.form = (title, texts)

    def close_form(self):
        self.form = None

    def show_form_errors(self, errors):
        self.errors = dict(errors)

    def show_form_problem(self, message):
        self.problem = message

    def show_problem(self, message):
        self.problem = message

    def show_result(self, message):
        self.result = message


@pytest.fixture
def view():
    return PaperView()


@pytest.fixture
def journey():
    return Journey()


@pytest.fixture
def made(staffed):
    """Ada's draft of April with two mornings, and a night of Sam's that is on the rota only."""
    plan(staffed, ADA, DAY)
    plan(staffed, ADA, date(2026, 4, 9))
    plan(staffed, SAM, DAY, NIGHT, kind=ShiftKind.SLEEP_IN)
    staffed.run(make_timesheet, assistant_id=ADA, day=DAY)
    return staffed


@pytest.fixture
def presenter(view, made, today, journey):
    return TimesheetsPresenter(view, made, today=today, go_to=journey.go_to)


def _send(runner, number=FIRST):
    runner.run(agree_timesheet, timesheet_id=number, agreed_on=TODAY)
    runner.run(send_timesheet, timesheet_id=number, sent_on=TODAY)


# Lists


def test_it_says_what_waits(presenter, view, made):
    assert view.lead == "Timesheets that wait: 1 to be agreed."
    made.run(make_timesheet, assistant_id=SAM, day=DAY)
    made.run(agree_timesheet, timesheet_id=FIRST, agreed_on=TODAY)
    assert view.lead == "Timesheets that wait: 1 to be agreed and 1 to be sent."
    made.run(send_timesheet, timesheet_id=FIRST, sent_on=TODAY)
    made.run(remove_timesheet, timesheet_id=TimesheetId(2))
    assert view.lead == "Every timesheet has been sent to the payroll."


def test_an_empty_file_says_what_will_be_here(view, runner, today, journey):
    TimesheetsPresenter(view, runner, today=today, go_to=journey.go_to).make()
    assert view.lead.endswith("it begins with a timesheet filled from the rota.")
    assert view.form == []
    assert view.acts == Acts()


def test_earlier_ones_are_offered_a_year_at_a_time(presenter, view, made):
    assert not view.earlier
    made.run(make_timesheet, assistant_id=ADA, day=date(2026, 1, 10))
    late = date(2028, 6, 1)
    later = TimesheetsPresenter(view, made, today=lambda: late, go_to=print)
    presenter.close()
    assert (view.earlier, len(view.timesheets)) == (True, 0)
    later.show_earlier()
    assert (view.earlier, len(view.timesheets)) == (True, 0)
    later.point_out(1)
    assert (view.earlier, len(view.timesheets), view.picked) == (True, 1, 1)
    later.show_earlier()
    assert (view.earlier, len(view.timesheets)) == (False, 2)


def test_one_that_has_gone_is_said_to_have_gone(presenter, view):
    presenter.point_out(99)
    assert (view.picked, view.problem) == (None, "That timesheet is no longer in the file.")


def test_a_timesheet_picked_is_shown_line_by_line(presenter, view):
    presenter.pick(view.timesheets[0])
    assert view.sheet == "Ada Okonkwo, 6 April to 3 May 2026"
    assert view.sentence == "Planned 8:00, worked 8:00. To be agreed."
    assert len(view.lines) == 2
    presenter.pick(None)
    assert (view.sheet, view.lines) == ("", ())


# What may be done


def test_what_may_be_done_depends_on_how_far_it_has_come(presenter, view, made):
    presenter.pick(view.timesheets[0])
    assert view.acts == Acts(agree=True, fill=True, add=True, remove=True, papers=True, copy=True)
    presenter.pick_line(view.lines[0])
    assert view.acts.change
    presenter.agree()
    assert view.acts == Acts(reopen=True, send=True, papers=True)
    presenter.reopen()
    assert view.acts.agree
    _send(made)
    assert view.acts == Acts(papers=True, correct=True)


# Making one


def test_the_pay_periods_that_want_one_come_first(presenter, view, made):
    presenter.make()
    assert view.form == [
        ("2 2026-04-06", "Sam Tremaine, 6 April to 3 May 2026"),
        ("1 2026-05-04", "Ada Okonkwo, 4 to 31 May 2026"),
        ("2 2026-05-04", "Sam Tremaine, 4 to 31 May 2026"),
        ("1", "Ada Okonkwo, another pay period"),
        ("2", "Sam Tremaine, another pay period"),
    ]
    presenter.keep_made({"chosen": "2 2026-04-06", "day": ""})
    assert view.picked == 2
    assert view.result.startswith("Made and filled from the rota.")
    assert made.read(find_timesheet, TimesheetId(2)).lines[0].kind is ShiftKind.SLEEP_IN


def test_another_pay_period_is_made_by_a_day_of_it(presenter, view):
    presenter.keep_made({"chosen": "1", "day": ""})
    assert "day" in view.errors
    presenter.keep_made({"chosen": "1", "day": "10 1 2026"})
    assert view.errors == {}
    assert [line.period.first for line in view.timesheets] == [date(2026, 4, 6), date(2025, 12, 15)]


def test_what_cannot_be_made_is_said_in_the_form(presenter, view):
    presenter.make()
    presenter.keep_made({"chosen": "1", "day": "7 4 2026"})
    assert view.problem.startswith("Ada Okonkwo has a timesheet for 6 April to 3 May 2026 already.")
    assert view.form
    presenter.keep_made({"chosen": "", "day": "x"})
    assert view.errors.keys() == {"chosen", "day"}


def test_the_rota_is_brought_in_again(presenter, view, made):
    presenter.pick(view.timesheets[0])
    presenter.fill()
    assert view.result == "Nothing has changed on the rota."
    plan(made, ADA, date(2026, 4, 10))
    presenter.fill()
    assert view.result == "Brought in from the rota."
    assert len(view.lines) == 3


def test_a_draft_is_removed(presenter, view):
    presenter.pick(view.timesheets[0])
    presenter.remove()
    assert (view.timesheets, view.sheet, view.result) == ((), "", "Removed. Undo brings it back.")


# Lines


def _picked(presenter, view, row=0):
    presenter.pick(view.timesheets[-1])
    presenter.pick_line(view.lines[row])


def test_a_line_opens_filled_with_what_is_known(presenter, view):
    _picked(presenter, view)
    presenter.change()
    title, lead, texts, awake = view.form
    assert (title, lead) == ("Day, Tuesday 7 April 2026", "Planned 9am to 1pm, 4:00 hours.")
    assert texts == NOTHING_TYPED | {"times": "9am to 1pm"}
    assert not awake
    presenter.keep_line(texts)
    assert view.lines[0].is_as_planned


def test_what_differed_is_typed_loosely(presenter, view):
    _picked(presenter, view)
    presenter.change()
    presenter.keep_line(NOTHING_TYPED | {"times": "0900 til 1230", "miles": "12", "expenses": "4.5", "note": " Bus "})
    line = view.lines[0]
    assert (line.worked_minutes, line.miles, line.expenses.pence, line.note) == (210, 12, 450, "Bus")
    assert (view.form, view.result) == (None, "Kept. Tue 7 Apr is changed.")
    presenter.change()
    assert view.form[2] == {
        **NOTHING_TYPED, "times": "9am to 12.30pm", "miles": "12", "expenses": "£4.50", "note": "Bus",
    }  # fmt: skip


def test_hours_with_a_break_come_back_as_typed(presenter, view):
    _picked(presenter, view)
    presenter.keep_line(NOTHING_TYPED | {"times": "9-1", "length": "3:30"})
    presenter.change()
    assert (view.form[2]["times"], view.form[2]["length"]) == ("9am to 1pm", "3:30")
    presenter.keep_line(NOTHING_TYPED | {"length": "2.5"})
    assert (view.lines[0].span, view.lines[0].worked_minutes) == (None, 150)
    presenter.keep_line(NOTHING_TYPED | {"times": "9-1", "length": "0"})
    assert (view.lines[0].span, view.lines[0].worked_minutes) == (None, 0)


@pytest.mark.parametrize(
    ("typed", "field", "says"),
    [
        ({}, "times", "Nothing is typed."),
        ({"times": "9am-9am"}, "times", "the same"),
        ({"length": "25:00"}, "length", "A day has 24 hours"),
        ({"times": "9-1", "length": "5"}, "length", "9am to 1pm is 4:00 hours, and you typed 5:00."),
        ({"times": "9-1", "awake": "45"}, "awake", "longer than the 4:00 of the shift"),
        ({"times": "9-1", "miles": "a lot"}, "miles", "Type whole miles"),
        ({"times": "9-1", "miles": "1000"}, "miles", "up to 999"),
        ({"times": "9-1", "expenses": "-3"}, "expenses", "below nil"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(presenter, view, typed, field, says):
    _picked(presenter, view)
    presenter.change()
    presenter.keep_line(NOTHING_TYPED | typed)
    assert view.errors.keys() == {field}
    assert says in view.errors[field]
    assert view.form
    assert view.lines[0].is_as_planned


def test_a_line_was_not_worked_at_a_touch(presenter, view):
    _picked(presenter, view)
    presenter.not_worked()
    assert (view.lines[0].worked_minutes, view.result) == (0, "Kept. Tue 7 Apr was not worked.")
    presenter.change()
    assert view.form[2]["length"] == "0:00"


def test_other_work_is_added(presenter, view):
    presenter.pick(view.timesheets[0])
    presenter.add()
    assert view.form == ("Add work of Ada Okonkwo", {"kind": "day"})
    typed = NOTHING_TYPED | {"day": "10 4 2026", "kind": "sleep_in", "times": "10pm-7am", "awake": "0"}
    presenter.keep_extra(typed | {"day": "1 6 2026"})
    assert "not in this timesheet" in view.errors["day"]
    presenter.keep_extra(typed | {"day": "", "times": ""})
    assert view.errors.keys() == {"day", "times"}
    presenter.keep_extra(typed)
    assert view.lines[-1].kind is ShiftKind.SLEEP_IN
    assert view.result == "Kept. Fri 10 Apr is added."


def test_a_line_is_removed(presenter, view):
    _picked(presenter, view)
    presenter.remove_line()
    assert len(view.lines) == 1
    assert view.acts.change is False


def test_nights_nobody_has_told_of_are_pointed_at(presenter, view, made):
    presenter.keep_made({"chosen": "2 2026-04-06", "day": ""})
    presenter.pick(view.timesheets[0])
    assert view.remarks[0] == "Look at this before you both agree."
    presenter.pick_line(view.lines[0])
    presenter.change()
    assert view.form[3]
    presenter.keep_line(view.form[2] | {"awake": "0:45"})
    assert view.remarks == ()


# How far it has come


def test_an_agreed_line_is_not_changed(presenter, view):
    _picked(presenter, view)
    presenter.agree()
    assert view.result.startswith("Agreed.")
    presenter.change()
    assert view.form is None
    assert view.problem.startswith("Both of you have agreed this timesheet.")


def test_sending_asks_for_the_day_and_locks(presenter, view, made):
    presenter.pick(view.timesheets[0])
    presenter.agree()
    presenter.send()
    assert view.form == ("Ada Okonkwo, 6 April to 3 May 2026", {"sent_on": "2026-05-21"})
    presenter.keep_sent({"sent_on": "soon"})
    assert view.errors.keys() == {"sent_on"}
    presenter.keep_sent({"sent_on": "20 5 2026"})
    assert made.read(find_timesheet, FIRST).sent_on == date(2026, 5, 20)
    assert view.timesheets[0].state is TimesheetState.SENT


def test_a_sent_line_is_corrected_on_the_next_timesheet(presenter, view, made):
    _send(made)
    _picked(presenter, view)
    presenter.change()
    title, _lead, texts, _awake = view.form
    assert title == "Correct day, Tuesday 7 April 2026"
    assert texts == NOTHING_TYPED | {"length": "4:00"}
    presenter.keep_line(texts)
    assert view.problem.startswith("This is what the timesheet says already.")
    presenter.keep_line(NOTHING_TYPED | {"length": "3:30"})
    assert view.result == "Kept. The correction is on the next timesheet."
    assert view.remarks == (
        "Corrected since, on a later timesheet.", "Tue 7 Apr now stands at 3:30 hours, instead of 4:00.",
    )  # fmt: skip
    presenter.pick(view.timesheets[0])
    assert view.lines[0].corrects == WorkedLineId(1)


# On paper


def test_it_leads_to_its_papers(presenter, view, journey):
    _picked(presenter, view)
    presenter.papers()
    assert journey.places == [Place("timesheets", FIRST, screen="papers")]


# Several at once


def test_those_that_are_due_are_made_agreed_and_sent(view, staffed, today):
    plan(staffed, ADA, DAY)
    presenter = TimesheetsPresenter(view, staffed, today=today, go_to=print)
    assert view.offered == {"make": True, "agree": False, "send": False}
    presenter.make_all()
    assert [line.assistant for line in view.timesheets] == ["Sam Tremaine", "Ada Okonkwo"]
    assert view.result.startswith("Made 2 timesheets")
    presenter.agree_all()
    assert [(each.words, each.hint, each.ticked) for each in view.form.sheets] == [
        ("Ada Okonkwo, 6 April to 3 May 2026", "Planned 4:00, worked 4:00.", True),
        ("Sam Tremaine, 6 April to 3 May 2026", "Nil: nothing was worked.", True),
    ]
    view.keep({"1": "", "2": ""})
    assert view.problem == "None is ticked. Tick one, or leave the form."
    view.keep({"1": "yes", "2": "yes"})
    assert (view.form, view.offered["send"]) == (None, True)
    presenter.send_all()
    view.keep({"1": "yes", "2": "", "sent_on": "soon"})
    assert "sent_on" in view.errors
    view.keep({"1": "yes", "2": "", "sent_on": "5 5 2026"})
    assert [line.state for line in view.timesheets] == [TimesheetState.AGREED, TimesheetState.SENT]


def test_those_that_run_are_ticked_where_no_other_waits(view, staffed):
    presenter = TimesheetsPresenter(view, staffed, today=lambda: date(2026, 4, 20), go_to=print)
    staffed.run(make_timesheet, assistant_id=ADA, day=DAY)
    presenter.agree_all()
    assert [(each.ticked, "goes as an estimate" in each.hint) for each in view.form.sheets] == [(True, True)]


def test_a_sheet_that_differs_is_not_on_offer(presenter, view, made):
    made.run(change_line, line_id=WorkedLineId(1), worked=Worked(minutes=0))
    made.run(make_timesheet, assistant_id=SAM, day=DAY)
    assert view.offered["agree"] is False
    presenter.pick(next(line for line in view.timesheets if line.assistant_id == SAM))
    presenter.quiet()
    assert (view.offered["agree"], view.remarks, view.acts.quiet) == (True, (), False)
    presenter.agree_all()
    assert view.form.lead.endswith("1 more is not as planned, or a question is open there.")
    made.run(remove_timesheet, timesheet_id=TimesheetId(2))
    view.keep({"2": "yes"})
    assert "no longer in the file" in view.problem


def test_hours_are_counted_from_another_day(presenter, view):
    presenter.count()
    view.keep({"whose": "1", "from_day": "", "with_pay": ""})
    assert "from_day" in view.errors
    view.keep({"whose": "1", "from_day": "20 5 2026", "with_pay": ""})
    presenter.count()
    assert view.form[0].endswith("Ada Okonkwo: since 20 May 2026 from that day.")
    view.keep({"whose": "1", "from_day": "20 5 2026", "with_pay": "yes"})
    assert view.result.endswith("hours are counted with the pay periods.")


def test_what_is_known_beyond_is_in_sight(view, made):
    beyond = Beyond(
        come_to=lambda work, *, timesheet_id: Stage.MATCHED,
        deadline=lambda work, *, assistant_id, days: date(2026, 5, 6),
    )
    for day, said in ((4, "2 days left"), (5, "1 day left"), (6, "today"), (8, "2 days late")):
        presenter = TimesheetsPresenter(view, made, today=lambda on=day: date(2026, 5, on), go_to=print, beyond=beyond)
        presenter.pick(view.timesheets[0])
        assert f"To the payroll by 6 May 2026: {said}." in view.sentences
        presenter.close()
    assert view.stages == [Stage.WORKED, Stage.WORKED]
    assert "Never published, so filled from the rota as it stands: all of it." in view.sentences
    _send(made)
    presenter.refresh()
    assert (view.stages, len(view.sentences)) == ([Stage.MATCHED, Stage.MATCHED], 2)


def test_estimates_are_trued_up(view, made):
    made.run(agree_timesheet, timesheet_id=FIRST, agreed_on=DAY)
    made.run(send_timesheet, timesheet_id=FIRST, sent_on=DAY)
    presenter = TimesheetsPresenter(view, made, today=lambda: TODAY, go_to=print)
    presenter.pick(view.timesheets[0])
    assert view.remarks[1:] == ("Thu 9 Apr, 9am to 1pm",)
    assert (view.acts.confirm, view.lines[1].besides) == (True, "Estimate")
    presenter.confirm()
    assert (view.acts.confirm, view.lines[1].besides) == (False, "Estimate, trued up")


def test_the_timesheet_before_is_copied(presenter, view, made):
    made.run(make_timesheet, assistant_id=ADA, day=date(2026, 5, 10))
    presenter.pick(view.timesheets[0])
    presenter.copy()
    assert [line.day for line in view.lines] == [date(2026, 5, 5), date(2026, 5, 7)]
    presenter.copy()
    assert view.problem.startswith("The timesheet before this one has no work that is lacking here.")


@pytest.mark.parametrize(
    ("texts", "field", "says"),
    [
        ({"times": "9-5", "break": "8h"}, "break", "8:00 hours, and the break is 8:00"),
        ({"break": "30m", "length": ""}, "times", "Nothing is typed"),
        ({"break": "30m", "length": "7"}, "break", "A break is taken off the times."),
        ({"times": "9-5", "break": "30m", "length": "8"}, "length", "7:30 hours without the break of 0:30"),
        ({"times": "10-2"}, "times", "10am to 2pm overlaps 9am to 1pm on Thu 9 Apr, which is on this timesheet"),
        ({"length": "22"}, "length", "Thu 9 Apr would have 26:00 hours of work. The day has 24"),
    ],
)
def test_what_cannot_be_stands_beside_its_field(presenter, view, texts, field, says):
    _picked(presenter, view)
    presenter.keep_extra(NOTHING_TYPED | {"day": "9 4 2026", "kind": "day"} | texts)
    assert says in view.errors[field]
    assert len(view.lines) == 2


def test_a_break_comes_off_the_times(presenter, view):
    _picked(presenter, view)
    presenter.keep_line(NOTHING_TYPED | {"times": "9-5", "break": "30m", "miles": "4", "journey": "To the hospital"})
    assert (view.lines[0].worked_minutes, view.lines[0].besides) == (450, "Break 0:30. 4 miles, To the hospital")
    presenter.change()
    assert view.form[2] == NOTHING_TYPED | {
        "times": "9am to 5pm", "break": "0:30", "miles": "4", "journey": "To the hospital"
    }  # fmt: skip


def test_a_refusal_is_shown_in_words(presenter, view, made):
    _picked(presenter, view)
    made.on_change(lambda _changes: None)
    made.run(change_line, line_id=WorkedLineId(1), worked=Worked(minutes=60))
    presenter.close()
    _send(made)
    for act in (presenter.agree, presenter.fill, presenter.remove, presenter.not_worked, presenter.remove_line):
        view.problem = ""
        act()
        assert "stays as it is" in view.problem
    presenter.keep_line(NOTHING_TYPED | {"length": "1"})
    assert "stays as it is" in view.problem


def test_nothing_picked_nothing_done(presenter, view):
    for act in (
        presenter.change, presenter.add, presenter.agree, presenter.reopen, presenter.send, presenter.fill,
        presenter.remove, presenter.remove_line, presenter.not_worked, presenter.papers, presenter.copy,
        presenter.quiet, presenter.confirm,
    ):  # fmt: skip
        act()
    presenter.keep_line(NOTHING_TYPED | {"length": "1"})
    presenter.keep_extra(NOTHING_TYPED | {"length": "1", "day": "7 4 2026", "kind": "day"})
    presenter.keep_sent({"sent_on": "7 4 2026"})
    assert (view.form, view.result, view.problem) == (None, "", "")
