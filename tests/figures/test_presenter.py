"""The screen of legal figures, without Qt."""

import pytest

from pa_manager.figures.operations import add_figure, own_figures, remove_figure
from pa_manager.figures.presenter import FiguresPresenter
from tests.figures.test_model import WAGE

TYPED = {
    "name": "National Living Wage",
    "first": "1 4 2027",
    "last": "31 3 2028",
    "text": "16: 8.40, 18: 11.50, 21: 13.20",
    "note": " gov.uk ",
}


class PaperView:
    """A view on paper: it remembers what it was last asked to show."""

    def __init__(self):
        self.form, self.errors, self.problem, self.result, self.filled, self.hint = None, {}, "", "", {}, ""

    def set_lead(self, lead):
        self.lead = lead

    def show_day(self, text):
        self.day = text

    def show_day_error(self, message):
        self.day_error = message

    def show_figures(self, figures):
        self.figures = {figure.name: figure for figure in figures}

    def show_figure(self, title, sentences):
        self.title, self.sentences = title, sentences

    def show_added(self, lines):
        self.added = lines

    def show_worth_knowing(self, sentence, way_out):
        self.worth_knowing = (sentence, way_out)

    def allow_changes(self, allowed):
        self.can_change = allowed

    def open_figure(self, title, names, texts, keep):
        self.form, self.names, self.texts, self.keep = title, names, dict(texts), keep

    def fill_figure(self, texts, hint):
        self.filled, self.hint = dict(texts), hint

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
def presenter(view, runner, today):
    return FiguresPresenter(view, runner, today=today)


@pytest.fixture
def added(presenter, view):
    """A file with next year's living wage added."""
    presenter.add()
    view.keep(TYPED)
    return presenter


def test_the_figures_are_those_of_today_until_another_day_is_typed(presenter, view):
    assert view.lead == (
        "What the law says that pay rests on, as it is on 21 May 2026. Of 39 figures, 3 are not known for that day."
    )
    presenter.show_day("1 6 2025")
    assert view.figures["National Living Wage"].text.endswith("21: 12.21")
    assert view.day == "2025-06-01"
    presenter.show_day("")
    assert (view.day, view.figures["National Living Wage"].text[-5:]) == ("2026-05-21", "12.71")


def test_a_day_that_is_none_is_said_and_changes_nothing(presenter, view):
    presenter.show_day("31 4 2026")
    assert view.day_error.startswith("April 2026 has 30 days.")
    assert "21 May 2026" in view.lead


def test_a_day_on_which_all_is_known_says_no_more(presenter, view):
    presenter.show_day("1 6 2025")
    assert view.lead.endswith("Of 39 figures, 2 are not known for that day.")  # plan 5, and the share of sick pay


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Employment Allowance", "It is £10,500.00 from 6 April 2025. The figure is known up to 5 April 2027."),
        ("tax-free mileage, bicycle", "It is not known for this day. From 6 April 2023 it was £0.20."),
        (
            "least weekly earnings for Statutory Sick Pay",
            "It was £125.00, up to 5 April 2026. The law has no such figure any more.",
        ),
    ],
)
def test_the_figure_picked_says_what_the_rule_is_and_where_it_is_from(presenter, view, name, said):
    presenter.pick(view.figures[name])
    assert view.title.lower() == name.lower()
    rule, when, whose = view.sentences
    assert rule == view.figures[name].rule
    assert when == said
    assert whose == f"Where it is from: {view.figures[name].authority}."
    presenter.pick(None)
    assert view.title == ""


def test_a_new_figure_is_offered_for_the_year_after_it_is_known(presenter, view):
    presenter.add()
    assert view.texts == {
        "name": "National Living Wage",
        "first": "2027-04-01",
        "last": "2028-03-31",
        "text": "16: 8.00, 18: 10.85, 21: 12.71",
        "note": "",
    }
    assert view.hint == "Type it in this way: 16: 8.00, 18: 10.85, 21: 12.71. So it has been from 1 April 2026."
    assert view.names == sorted(view.names, key=str.casefold)
    presenter.pick(view.figures["student loan rate"])
    presenter.add()
    assert (view.texts["name"], view.texts["text"]) == ("student loan rate", "9%")


def test_another_figure_chosen_brings_its_own_days_unless_some_were_typed(presenter, view):
    presenter.add()
    offered = {**TYPED, "text": "16: 8.00, 18: 10.85, 21: 12.71", "name": "student loan rate"}
    presenter.choose(offered)
    assert view.filled == {"first": "2027-04-06", "last": "2028-04-05", "text": "9%"}
    presenter.choose({**offered, "first": "6 4 2027", "last": "5 4 2028", "text": "10%", "name": "personal allowance"})
    assert view.filled == {}
    assert "£12,570.00" in view.hint
    presenter.choose({**offered, "first": "soon", "name": "personal allowance"})
    assert view.filled == {}
    view.hint = ""
    presenter.choose({**offered, "name": "bus fare"})
    assert view.hint == ""


def test_a_figure_is_kept_as_typed(added, view, runner):
    assert runner.read(own_figures) == (WAGE,)
    assert view.result == (
        "Kept. The National Living Wage for 1 April 2027 to 31 March 2028:"
        " £8.40 from 16, £11.50 from 18, £13.20 from 21."
    )
    added.show_day("1 6 2027")
    assert "1 is yours and " in view.lead
    added.pick(view.figures["National Living Wage"])
    assert view.sentences[-1] == "You added it yourself: your own figure: gov.uk."


def test_what_is_odd_is_said_and_kept(presenter, view, runner):
    presenter.add()
    view.keep({**TYPED, "text": "21: 132"})
    assert "This has more or fewer parts than the last figure known" in view.result
    assert len(runner.read(own_figures)) == 1
    presenter.pick_added(view.added[0])
    assert view.worth_knowing[0].startswith("This has more or fewer parts")


def test_the_same_as_before_is_said(presenter, view):
    presenter.add()
    view.keep(view.texts)
    assert view.result.endswith("It is the same as before.")


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"first": ""}, "first", "The first day is missing."),
        ({"first": "soon"}, "first", "This is not a day."),
        ({"last": ""}, "last", "The last day is missing."),
        ({"last": "31 3 2027"}, "last", "The last day lies before the first."),
        ({"text": " "}, "text", "The figure is missing."),
        ({"text": "thirteen pounds"}, "text", "This is not a list of rates by age."),
        ({"name": "bus fare"}, "name", "There is no figure named bus fare."),
    ],
)
def test_what_is_wrong_stands_beside_its_field(presenter, view, wrong, field, said):
    presenter.add()
    view.keep({**TYPED, **wrong})
    assert view.errors.keys() == {field}
    assert view.errors[field].startswith(said)
    assert view.added == ()
    assert view.form == "Add a figure"


def test_all_that_is_wrong_is_said_at_once(presenter, view):
    presenter.add()
    view.keep({**TYPED, "first": "", "last": "soon", "text": "lots"})
    assert view.errors.keys() == {"first", "last", "text"}


def test_an_added_figure_is_changed(added, view, runner):
    added.pick_added(view.added[0])
    assert (view.can_change, view.worth_knowing) == (True, ("", ""))
    added.change()
    assert (view.form, view.texts["note"], view.filled) == ("Change this figure", "gov.uk", {})
    assert view.hint.startswith("Type it in this way:")
    view.keep({**TYPED, "text": "thirteen"})
    assert view.errors.keys() == {"text"}
    view.keep({**TYPED, "text": "16: 8.50, 18: 11.60, 21: 13.40"})
    assert view.result.startswith("Kept. ")
    assert runner.read(own_figures)[0].text.endswith("13.40")


def test_an_added_figure_is_removed_and_can_be_brought_back(added, view, runner):
    added.pick_added(view.added[0])
    added.remove()
    assert view.result == "Removed: your figure for the National Living Wage. Undo brings it back."
    assert (view.added, view.can_change) == ((), False)
    runner.undo()
    assert len(view.added) == 1


def test_what_the_program_now_knows_better_is_said_first(presenter, view):
    presenter.add()
    view.keep({**TYPED, "first": "1 4 2026", "last": "31 3 2027"})
    presenter.pick_added(view.added[0])
    sentence, way_out = view.worth_knowing
    assert sentence.endswith("Remove yours to use it.")
    assert way_out.startswith("The program already knows")


def test_a_figure_that_is_gone_meanwhile_is_said(added, view, runner):
    added.pick_added(view.added[0])
    added.change()
    line, keep = view.added[0], view.keep
    runner.run(remove_figure, figure_id=line.id)
    keep(TYPED)
    assert view.problem == "That figure is no longer in the file."
    added.close()
    runner.run(add_figure, figure=WAGE)
    assert view.added == ()
    added.pick_added(line)
    view.problem = ""
    added.remove()
    assert view.problem == "That figure is no longer in the file."


def test_nothing_picked_nothing_done(presenter, view, runner):
    presenter.change()
    presenter.remove()
    assert (view.form, view.result, runner.read(own_figures)) == (None, "", ())
