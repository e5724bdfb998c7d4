"""The support plan screen, without Qt."""

import pytest

from pa_manager.plan.operations import list_outcomes, list_plan_lines
from pa_manager.plan.presenter.plan import EMPTY, PlanPresenter
from tests.places import Journey

SWIM = {"words": "Swim each week.", "measure": "", "first": "6 4 2026", "last": "", "review_on": "30 9 2026",
        "hours": "4:30"}  # fmt: skip
PA = {
    "words": "PA for swimming",
    "outcome": "",
    "stream_name": "Midshire",
    "weekly": "94.10",
    "one_off": "",
    "may_not": "",
    "agreed_by": "Asha Verma",
    "agreed_on": "12 9 2025",
}


class PaperView:
    """A view on paper: it remembers what it was last asked to show."""

    def __init__(self):
        self.texts, self.errors, self.problem, self.result, self.closed = None, {}, "", "", 0

    def set_lead(self, lead):
        self.lead = lead

    def show_outcomes(self, lines):
        self.outcomes = lines

    def show_ratings(self, bars, finding, ratings):
        self.ratings = (bars, finding, ratings)

    def show_lines(self, lines):
        self.lines = lines

    def allow_outcome_changes(self, allowed):
        self.can_change_outcome = allowed

    def allow_line_changes(self, allowed):
        self.can_change_line = allowed

    def open_outcome(self, title, texts, keep):
        self.title, self.texts, self.keep = title, texts, keep

    def open_rating(self, title, texts, keep):
        self.title, self.texts, self.keep = title, texts, keep

    def open_ending(self, title, texts, keep):
        self.title, self.texts, self.keep = title, texts, keep

    def open_line(self, title, outcomes, texts, keep):
        self.title, self.choices, self.texts, self.keep = title, outcomes, texts, keep

    def close_form(self):
        self.closed += 1

    def show_form_errors(self, errors):
        self.errors = dict(errors)

    def show_form_problem(self, message):
        self.problem = message

    def show_result(self, message):
        self.result = message


@pytest.fixture
def view():
    return PaperView()


@pytest.fixture
def presenter(view, runner, today):
    return PlanPresenter(view, runner, today=today, go_to=Journey().go_to)


@pytest.fixture
def planned(presenter, view):
    """A plan with an outcome and a line of money."""
    presenter.add_outcome()
    view.keep(SWIM)
    presenter.add_line()
    view.keep({**PA, "outcome": "1"})
    return presenter


def test_an_empty_plan_says_where_to_start(presenter, view):
    assert view.lead == EMPTY
    presenter.add_outcome()
    assert view.texts == {"first": "2026-05-21"}


def test_the_lead_says_how_much_is_set_aside(planned, view):
    assert view.lead == "1 outcome, and £94.10 a week set aside."
    view.keep({**PA, "weekly": "", "one_off": "1250"})
    assert view.lead == "1 outcome, and £94.10 a week set aside, with £1,250.00 once."
    planned.pick_outcome(view.outcomes[0])
    planned.end_outcome()
    view.keep({"last": "1 5 2026"})
    assert view.lead.startswith("No outcomes, and £94.10")


def test_a_line_stands_with_the_number_of_its_outcome(planned, view):
    (line,) = view.lines
    assert (line.number, line.price, line.agreed) == (1, "£94.10 a week", "Asha Verma, 12 September 2025")
    assert view.choices == [("", "None of them"), ("1", "1. Swim each week.")]


def test_forms_are_filled_with_what_can_be_kept_again(planned, view, runner):
    before = runner.read(list_outcomes), runner.read(list_plan_lines)
    planned.pick_outcome(view.outcomes[0])
    planned.change_outcome()
    assert view.title == "Change outcome 1"
    view.keep(view.texts)
    planned.pick_line(view.lines[0])
    planned.change_line()
    view.keep(view.texts)
    assert (runner.read(list_outcomes), runner.read(list_plan_lines)) == before


def test_a_new_line_is_for_the_outcome_picked(planned, view):
    planned.pick_outcome(view.outcomes[0])
    planned.add_line()
    assert view.texts == {"outcome": "1"}


def test_a_line_with_a_single_sum_is_filled_so(planned, view):
    view.keep({**PA, "weekly": "", "one_off": "1250"})
    planned.pick_line(view.lines[1])
    planned.change_line()
    assert (view.texts["weekly"], view.texts["one_off"], view.texts["outcome"]) == ("", "£1,250.00", "")


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"words": " "}, "words", "The words are missing."),
        ({"first": ""}, "first", "The first day is missing."),
        ({"first": "soon"}, "first", "This is not a day."),
        ({"last": "5 4 2026"}, "last", "The last day, 5 April 2026, comes before the first day, 6 April 2026."),
        ({"review_on": "31 9 2026"}, "review_on", "September 2026 has 30 days."),
    ],
)
def test_what_is_wrong_with_an_outcome_stands_beside_the_field(presenter, view, wrong, field, said):
    presenter.add_outcome()
    view.keep({**SWIM, **wrong})
    assert view.errors.keys() == {field}
    assert view.errors[field].startswith(said)
    assert (view.outcomes, view.closed) == ([], 0)


def test_an_outcome_does_not_end_before_it_begins(planned, view):
    planned.pick_outcome(view.outcomes[0])
    planned.end_outcome()
    assert view.texts == {"last": "2026-05-21"}
    view.keep({"last": "5 4 2026"})
    assert view.errors.keys() == {"last"}


def test_all_that_is_wrong_with_a_line_is_said_at_once(presenter, view):
    presenter.add_line()
    view.keep({**PA, "words": "", "weekly": "-1", "one_off": "lots", "agreed_on": "soon"})
    assert view.errors.keys() == {"words", "weekly", "one_off", "agreed_on"}
    assert view.lines == []


def test_a_line_is_taken_out_and_can_be_brought_back(planned, view, runner):
    planned.pick_line(view.lines[0])
    planned.remove_line()
    assert view.result == "Taken out of the plan: PA for swimming. Undo brings it back."
    assert (view.lines, view.can_change_line) == ([], False)
    runner.undo()
    assert len(view.lines) == 1


def test_a_refusal_is_said_in_the_form(planned, view, runner):
    planned.pick_line(view.lines[0])
    planned.change_line()
    runner.undo()
    view.keep(view.texts)
    assert view.problem == "That line of the plan is no longer in the file."


def test_nothing_picked_nothing_done(planned, view, runner):
    view.texts = None
    planned.change_outcome()
    planned.end_outcome()
    planned.change_line()
    planned.remove_line()
    planned.close()
    runner.undo()
    assert (view.texts, len(view.lines)) == (None, 1)
