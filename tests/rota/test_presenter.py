"""The rota screen, without Qt."""

from datetime import date

import pytest

from pa_manager.assistants.operations import part_with_assistant
from pa_manager.rota.model import AbsenceKind, Away, Who
from pa_manager.rota.operations import list_absences, list_shifts, make_gaps, record_absence
from pa_manager.rota.presenter import RotaPresenter
from pa_manager.values.days import Period
from tests.rota.household import ADA, MONDAY, NEXT_WEEK, SAM, WEEK, engage_two, plan

SHIFT = {
    "day": "20 5 2026",
    "times": "9-1",
    "assistant": "1",
    "with_another": "",
    "covered_by": "",
    "kind": "day",
    "outcome": "",
    "stream": "",
    "note": "",
    "reason": "",
    "needs": "",
    "people": "1",
}
AWAY = {"assistant": "1", "kind": "holiday", "first": "18 5 2026", "last": "", "note": "Wales", "leave_gaps": ""}


class PaperView:
    """A view on paper: it remembers what it was last asked to show."""

    problem = result = form_problem = ""
    opened = None
    closed = 0
    pointed_out = None

    def set_title(self, title):
        self.title = title

    def set_lead(self, lead):
        self.lead = lead

    cell = reading = which = day = None
    led_to = reach = ""

    def __init__(self):
        self.went = []

    def open_reach(self, title):
        self.reach = title

    def show_way(self, way, shown):
        self.way = (way, shown)

    def show_grid(self, grid, today, photos):
        self.grid, self.photos = grid, photos

    def show_here(self, where, told):
        self.here = (where, list(told))

    def show_done(self, message, *, more=False):
        self.done, self.more = message, more

    def pick_chip(self, number):
        self.chip = number

    def show_sums(self, sums):
        self.sums = sums

    def pick_cell(self, week, who, column):
        self.cell = (week, who, column)

    def lead_to_grid(self):
        self.led_to = "grid"

    def lead_to_times(self):
        self.led_to = "times"

    def show_reading(self, words):
        self.reading = words

    def show_ahead(self, sums, known):
        self.ahead = (sums, list(known))

    def open_which(self, title, keep, choices):
        self.which = (title, keep, list(choices))

    def open_day(self, day):
        self.day = day

    def show_shifts(self, lines):
        self.lines = list(lines)

    def show_absences(self, lines):
        self.absences = list(lines)

    def show_findings(self, sentence, findings):
        self.findings = (sentence, list(findings))

    def pick_shift(self, number):
        self.pointed_out = number

    def allow_removing(self, allowed):
        self.can_remove = allowed

    def allow_taking_back(self, allowed):
        self.can_take_back = allowed

    def open_new_shift(self, choices, texts):
        self.choices, self.opened = choices, ("new", dict(texts))

    def open_shift(self, title, known, choices, texts, *, repeats):
        self.repeats = repeats
        self.known = known
        self.choices, self.opened = choices, (title, dict(texts))

    def open_absence(self, choices, texts):
        self.choices, self.opened = choices, ("absence", dict(texts))

    def close_form(self):
        self.closed += 1

    def show_form_errors(self, errors):
        self.errors = dict(errors)

    def show_form_problem(self, message):
        self.form_problem = message

    def show_problem(self, message):
        self.problem = message

    def show_result(self, message):
        self.result = message


@pytest.fixture
def view():
    return PaperView()


@pytest.fixture
def presenter(view, runner, today):
    engage_two(runner)
    plan(runner, MONDAY, "9-1", ADA)
    plan(runner, MONDAY, "10pm-7am", SAM, kind="sleep_in")
    return RotaPresenter(view, runner, today=today, go_to=view.went.append)


def test_this_week_and_what_it_comes_to(presenter, view):
    assert view.title == "Rota, 18 to 24 May 2026"
    assert view.lead == "This week: 4:00 hours and 1 sleep-in. 2 are not published yet."
    assert len(view.lines) == 2
    assert view.findings == ("", [])
    assert not view.can_remove


def test_other_weeks(presenter, view):
    presenter.later()
    assert (view.title, view.lead, view.lines) == ("Rota, 25 to 31 May 2026", "", [])
    presenter.earlier()
    presenter.earlier()
    assert view.title == "Rota, 11 to 17 May 2026"
    presenter.this_week()
    assert view.title == "Rota, 18 to 24 May 2026"


@pytest.mark.parametrize(("steps", "name"), [(-1, "Last week"), (1, "Next week"), (2, "The week")])
def test_the_lead_says_which_week_it_is(presenter, view, runner, steps, name):
    plan(runner, date(2026, 5, 18 + 7 * steps) if steps < 2 else date(2026, 6, 1), "9-1")
    for _ in range(abs(steps)):
        (presenter.later if steps > 0 else presenter.earlier)()
    assert view.lead == f"{name}: 4:00 hours, with 1 shift that nobody has yet."


def test_adding_a_shift_shows_its_week(presenter, view, runner):
    presenter.add()
    assert view.opened == ("new", {"day": "2026-05-21", "kind": "day"})
    assert view.choices.assistants == (("1", "Ada Okonkwo"), ("2", "Sam Tremaine"))
    presenter.keep_shift({**SHIFT, "day": "24 10 2026", "times": "10pm-7am", "with_another": "2", "note": " Key "})
    assert view.done == "Kept: Sat 24 Oct, 10pm to 7am. The clocks go back: it is 10:00 hours, not 9:00."
    assert view.closed == 1
    assert view.title == "Rota, 19 to 25 October 2026"
    assert [(line.assistant, line.shift.note) for line in view.lines] == [
        ("Ada Okonkwo", "Key"),
        ("Sam Tremaine", "Key"),
    ]
    presenter.add()
    assert view.opened[1]["day"] == "2026-10-19"


def test_all_that_is_wrong_with_a_shift_is_said_at_once(presenter, view):
    presenter.keep_shift({**SHIFT, "day": "32 5 2026", "times": "morning"})
    assert view.errors.keys() == {"day", "times"}
    presenter.keep_shift({**SHIFT, "day": "8 6 2026", "covered_by": "Rowena"})
    assert view.form_problem.startswith("A PA and somebody else are both named.")
    assert view.closed == 0
    presenter.refresh()
    assert view.title == "Rota, 18 to 24 May 2026"


def test_changing_the_shift_picked(presenter, view):
    presenter.show_as("list")
    presenter.change()
    assert view.opened is None
    presenter.pick(view.lines[0])
    presenter.change()
    title, texts = view.opened
    assert title == "Change Mon 18 May, 9am to 1pm"
    assert (texts["times"], texts["assistant"], texts["covered_by"]) == ("9am to 1pm", "1", "")
    presenter.keep_shift({**texts, "assistant": "", "covered_by": "Rowena"})
    assert [line.assistant for line in view.lines] == ["Rowena", "Sam Tremaine"]
    presenter.pick(view.lines[1])
    presenter.add()
    assert view.opened[1]["day"] == "2026-05-18"


def test_whoever_has_left_stays_on_offer_for_their_own_shifts(presenter, view, runner):
    presenter.show_as("list")
    runner.run(part_with_assistant, assistant_id=ADA, left_on=date(2026, 5, 1))
    presenter.add()
    assert dict(view.choices.assistants) == {"2": "Sam Tremaine"}
    presenter.pick(view.lines[0])
    presenter.change()
    assert dict(view.choices.assistants) == {"2": "Sam Tremaine", "1": "Ada Okonkwo"}
    assert view.findings == ("1 thing to know about this week.", ["Ada Okonkwo left on 1 May 2026."])


def test_removing_the_shift_picked(presenter, view, runner):
    presenter.show_as("list")
    presenter.remove()
    presenter.pick(view.lines[0])
    assert view.can_remove
    presenter.remove()
    assert view.result == "Mon 18 May, 9am to 1pm, Ada Okonkwo, is off the rota. Undo brings it back."
    assert len(view.lines) == 1
    runner.undo()
    assert len(view.lines) == 2


def test_copying_the_week_before(presenter, view):
    presenter.later()
    presenter.copy()
    assert view.result.startswith("Kept.")
    assert len(view.lines) == 2
    presenter.copy()
    assert view.problem.startswith("The week of 18 to 24 May 2026 has no shift")
    presenter.later()
    assert view.problem == ""


def test_noting_who_is_away(presenter, view, runner):
    presenter.add_absence()
    assert view.opened == ("absence", {"kind": AbsenceKind.HOLIDAY, "first": "2026-05-21", "leave_gaps": "yes"})
    presenter.keep_absence(AWAY)
    assert view.result == "Kept. The absence is noted for 18 May 2026."
    assert [line.sentence for line in view.absences] == ["Ada Okonkwo is on holiday, 18 May 2026."]
    assert view.findings == ("1 thing to know about this week.", ["Ada Okonkwo is on holiday, 18 May 2026."])
    presenter.keep_absence(AWAY)
    assert "on holiday, 18 May 2026" in view.form_problem


def test_an_absence_can_leave_gaps_and_be_taken_back(presenter, view, runner):
    presenter.keep_absence({**AWAY, "last": "20 5 2026", "leave_gaps": "yes"})
    assert [line.assistant for line in view.lines] == ["Nobody yet", "Sam Tremaine"]
    assert (
        view.lead == "This week: 4:00 hours and 1 sleep-in, with 1 shift that nobody has yet. 1 is not published yet."
    )
    presenter.take_back_absence()
    presenter.pick_absence(view.absences[0])
    assert view.can_take_back
    presenter.take_back_absence()
    assert runner.read(list_absences, days=WEEK) == ()
    assert view.result.startswith("The absence is taken back.")


def test_all_that_is_wrong_with_an_absence_is_said_at_once(presenter, view):
    presenter.keep_absence({**AWAY, "assistant": "", "first": ""})
    assert view.errors.keys() == {"assistant", "first"}
    presenter.keep_absence({**AWAY, "last": "17 5 2026"})
    assert view.errors["last"].startswith("The last day, 17 May 2026, comes before the first")
    presenter.keep_absence({**AWAY, "last": "soon"})
    assert view.errors["last"].startswith("This is not a day")
    assert view.closed == 0


def test_a_shift_is_pointed_out_in_its_week(presenter, view, runner):
    plan(runner, date(2026, 6, 3), "9-1")
    presenter.point_out(3)
    assert (view.title, view.pointed_out) == ("Rota, 1 to 7 June 2026", 3)
    presenter.point_out(99)
    assert view.problem == "That shift is no longer on the rota."


def test_each_thing_to_know_is_said_once(presenter, view, runner):
    plan(runner, MONDAY, "noon-2pm", ADA)
    plan(runner, date(2026, 5, 19), "9-1", ADA)
    runner.run(record_absence, away=Away(assistant_id=ADA, kind=AbsenceKind.OTHER, days=WEEK))
    sentence, known = view.findings
    assert sentence == "2 things to know about this week."
    assert known == [
        "Ada Okonkwo is down twice: 9am to 1pm and noon to 2pm on Mon 18 May.",
        "Ada Okonkwo is away, 18 to 24 May 2026.",
    ]


def test_more_than_a_few_things_to_know_are_left_to_the_table(presenter, view, runner):
    for day in range(18, 25):
        plan(runner, date(2026, 5, day), "3pm-5pm", ADA)
        plan(runner, date(2026, 5, day), "4pm-6pm", ADA)
    sentence, known = view.findings
    assert sentence == "8 things to know about this week."
    assert (len(known), known[-1]) == (6, "The others stand beside their shifts.")


def test_the_rota_follows_what_happens_elsewhere(presenter, view, runner):
    runner.run(make_gaps, assistant_id=ADA, days=Period(MONDAY, MONDAY), why="off sick")
    assert view.lines[0].findings == ("Ada Okonkwo cannot come: off sick.",)
    assert runner.read(list_shifts, days=NEXT_WEEK) == ()


def test_what_is_typed_is_read_back(presenter, view):
    presenter.read_back({**SHIFT, "times": "10pm-7"})
    assert view.reading == "Read as 10pm to 7am on Wed 20 May, into Thursday: 9:00 hours."
    assert view.sums.total.minutes == 13 * 60
    presenter.left_form()
    assert view.sums.total.minutes == 4 * 60
    presenter.read_back({**SHIFT, "times": "10pm-"})
    assert (view.reading, view.ahead) == ("", ("", []))


def test_what_the_days_would_come_to_and_what_is_to_be_known_is_told_while_typing(presenter, view):
    presenter.read_back({**SHIFT, "day": f"{MONDAY}", "times": "noon-7pm", "assistant": "1"})
    sums, known = view.ahead
    assert sums.startswith("11:00 hours cost £229.97")
    assert known[0] == "Ada Okonkwo is down twice: 9am to 1pm and noon to 7pm on Mon 18 May."
    presenter.read_back({**SHIFT, "day": f"{MONDAY}", "times": "2-4", "assistant": "1", "with_another": "2"})
    assert view.ahead[0].startswith("8:00 hours cost")
    presenter.read_back({**SHIFT, "assistant": "1", "covered_by": "Rowena"})
    assert view.ahead == ("", [])
    presenter.arrive(0, Who(ADA), 0)
    presenter.enter()
    presenter.read_back({**view.opened[1], "times": "9-2"})
    assert view.ahead[0].startswith("5:00 hours cost")


def test_the_way_to_holidays_and_to_the_notice_given(presenter, view):
    presenter.holidays()
    presenter.log()
    presenter.tell_all()
    assert [place.screen for place in view.went] == ["holidays", "log", "publish"]


def test_an_empty_cell_begins_a_shift_for_its_person_and_day(presenter, view):
    presenter.arrive(0, Who(SAM), 3)
    assert not view.can_remove
    presenter.enter()
    assert view.opened == (
        "new",
        {"day": "2026-05-21", "kind": "day", "assistant": "2", "covered_by": "", "times": ""},
    )
    presenter.start("7")
    assert (view.opened[1]["times"], view.led_to) == ("7", "times")


def test_a_cell_with_several_asks_which(presenter, view, runner):
    plan(runner, MONDAY, "5pm-8pm", ADA)
    presenter.arrive(0, Who(ADA), 0)
    presenter.enter()
    assert view.which == (
        "Which shift?",
        "Open",
        [("1", "9am to 1pm, Day"), ("3", "5pm to 8pm, Day"), ("", "Add another shift")],
    )
    presenter.choose_shift({"shift": "3"})
    assert view.opened[0] == "Change Mon 18 May, 5pm to 8pm"
    presenter.choose_shift({"shift": ""})
    assert view.opened[0] == "new"


def test_four_weeks_from_any_day(presenter, view):
    presenter.show("four_weeks")
    presenter.choose_day()
    assert view.day == "2026-05-18"
    presenter.go_to_day({"day": ""})
    assert view.errors.keys() == {"day"}
    presenter.go_to_day({"day": "15 4 2026"})
    assert view.title == "Rota, 15 April to 12 May 2026"
    presenter.later()
    assert view.title == "Rota, 13 May to 9 June 2026"
    assert view.lead.startswith("These days: 4:00 hours")
    presenter.later()
    presenter.copy()
    assert view.result == "Kept. The shifts of the days before stand in these days too."
    presenter.copy()
    assert view.problem.startswith("The days 13 May to 9 June 2026 have no shift that these days lack.")


def test_a_reason_of_the_holder_ends_the_warning(presenter, view):
    presenter.arrive(0, Who(SAM), 2)
    presenter.keep_shift({**SHIFT, "day": "19 5 2026", "times": "10-6", "assistant": "2"})
    assert view.findings == (
        "2 things to know about this week.",
        [
            "Sam Tremaine: There are 3:00 hours of rest before this work. The law asks for 11:00.",
            "Sam Tremaine: This work of 8:00 hours needs a break of at least 20 minutes.",
        ],
    )
    presenter.arrive(0, Who(SAM), 1)
    presenter.enter()
    assert view.known == " ".join(view.findings[1])
    presenter.keep_shift({**view.opened[1], "reason": "Sam asked for it"})
    assert view.findings == ("", [])
    assert view.lines[-1].known
