"""When one PA can work, without Qt."""

import pytest

from pa_manager.assistants.model import Willing
from pa_manager.assistants.operations import engage_assistant, find_assistant, remove_availability
from pa_manager.assistants.presenter.hours import NOBODY, HoursPresenter
from tests.assistants.test_operations import ADA, FIRST
from tests.conftest import TODAY

TYPED = {
    "willing": "cannot",
    "days": "mon-wed",
    "hours": "9-3",
    "every": "2",
    "first": "18 5 2026",
    "last": "",
    "note": "",
}


class PaperView:
    """Stands in for the widget, and remembers what it was asked to show."""

    def __init__(self):
        self.opened, self.closed, self.errors, self.problem, self.result = None, 0, {}, "", ""

    def set_lead(self, lead):
        self.lead = lead

    def show_people(self, people, chosen):
        self.people, self.chosen = list(people), chosen

    def show_hours(self, entries, today):
        self.entries, self.today = list(entries), today

    def allow(self, *, adding, changing):
        self.allowed = (adding, changing)

    def open_hours(self, title, texts, keep):
        self.opened = (title, dict(texts), keep)

    def close_form(self):
        self.closed += 1

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
    runner.run(engage_assistant, particulars=ADA)
    return HoursPresenter(view, runner, today=today)


def test_nobody_yet(view, runner, today):
    presenter = HoursPresenter(view, runner, today=today)
    assert (view.lead, view.people, view.entries, view.allowed) == (NOBODY, [], [], (False, False))
    for act in (presenter.add, presenter.change, presenter.remove):
        act()
    assert (view.opened, view.result) == (None, "")


def test_hours_are_added_changed_and_taken_away(presenter, view, runner):
    presenter.add()
    title, texts, keep = view.opened
    assert (title, texts) == ("When Ada can work", {"willing": "cannot", "every": "1", "first": f"{TODAY}"})
    keep(TYPED)
    assert view.result == "Kept. Cannot work on Monday to Wednesday, 9am to 3pm, every 2 weeks."
    presenter.pick(view.entries[0])
    assert view.allowed == (True, True)
    presenter.change()
    title, texts, keep = view.opened
    assert texts == {**TYPED, "days": "Monday to Wednesday", "hours": "9am to 3pm", "first": "2026-05-18"}
    keep({**texts, "willing": "would_like", "hours": ""})
    (kept,) = runner.read(find_assistant, FIRST).availability
    assert (kept.willing, kept.span) == (Willing.WOULD_LIKE, None)
    presenter.pick(kept)
    presenter.remove()
    assert view.entries == []
    assert view.result.endswith("Undo brings it back.")
    assert view.allowed == (True, False)


def test_what_is_wrong_is_said_beside_each_field(presenter, view):
    presenter.add()
    keep = view.opened[2]
    keep({**TYPED, "days": "", "hours": "all day", "first": "", "last": "x"})
    assert view.errors.keys() == {"days", "hours", "first", "last"}
    keep({**TYPED, "last": "1 5 2026"})
    assert view.errors == {"last": "The last day comes before the first. Change one of them."}
    assert view.closed == 0


def test_hours_that_are_gone_meanwhile(presenter, view, runner):
    presenter.add()
    view.opened[2](TYPED)
    entry = view.entries[0]
    presenter.pick(entry)
    presenter.change()
    runner.run(remove_availability, availability_id=entry.id)
    view.opened[2](TYPED)
    assert view.problem.startswith("Those hours are no longer")
    view.problem = ""
    presenter.pick(entry)
    presenter.remove()
    assert view.problem.startswith("Those hours are no longer")


def test_another_pa_is_chosen(presenter, view, runner):
    presenter.add()
    view.opened[2](TYPED)
    runner.run(engage_assistant, particulars=ADA)
    assert len({name for _, name in view.people}) == 2
    presenter.point_out(2)
    assert (view.chosen, view.entries) == ("2", [])
    presenter.choose("7")
    assert view.chosen == "2"
