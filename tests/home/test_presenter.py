"""The screens of home, without Qt."""

import pytest

from pa_manager.file.running import Runner
from pa_manager.holder.operations import keep_holder
from pa_manager.home.presenter.first import HomePresenter
from pa_manager.home.presenter.history import HistoryPresenter
from pa_manager.plan.operations import add_outcome
from pa_manager.timesheets.operations import TIMESHEETS
from pa_manager.values.tasks import Place
from tests.conftest import TODAY
from tests.places import Journey
from tests.windows import MORNING


class PaperView:
    """Remembers what it was last asked to show."""

    def __init__(self):
        self.shown = {}

    def __getattr__(self, name):
        if name.startswith(("show_", "set_", "allow_")):
            return lambda *args: self.shown.__setitem__(name, args[0] if len(args) == 1 else args)
        raise AttributeError(name)


@pytest.fixture
def view():
    return PaperView()


@pytest.fixture
def journey():
    return Journey()


def test_home_shows_where_things_stand_and_leads_to_them(view, household, journey):
    presenter = HomePresenter(view, household, journey.go_to, now=lambda: MORNING)
    assert view.shown["set_title"] == "Good morning, Jean"
    tasks, _today = view.shown["show_tasks"]
    assert not view.shown["allow_opening"]
    presenter.open_place()
    assert journey.places == []

    presenter.pick(tasks[0])
    assert view.shown["allow_opening"]
    presenter.open_place()
    presenter.open_shift(view.shown["show_shifts"][0])
    presenter.someone_cannot_come()
    presenter.show_money()
    presenter.show_returns()
    shift = view.shown["show_shifts"][0].shift
    assert journey.places == [
        tasks[0].place,
        Place("rota", shift.id),
        Place("cover"),
        Place("spending"),
        Place("returns"),
    ]


def test_shifts_that_are_over_are_not_shown(view, household, journey):
    HomePresenter(view, household, journey.go_to, now=lambda: MORNING)
    assert all(line.shift.ends_at > MORNING for line in view.shown["show_shifts"])


def test_home_hears_of_every_change(view, runner, journey):
    presenter = HomePresenter(view, runner, journey.go_to, now=lambda: MORNING)
    runner.run(keep_holder, name="Jean Pellow", known_as="Jean")
    assert view.shown["set_title"] == "Good morning, Jean"
    presenter.close()
    runner.run(keep_holder, name="Jean Pellow", known_as="J")
    assert view.shown["set_title"] == "Good morning, Jean"


def test_history_takes_back_and_does_again(view, runner: Runner):
    presenter = HistoryPresenter(view, runner)
    assert (view.shown["allow_undo"], view.shown["allow_redo"]) == (False, False)
    presenter.undo()
    assert view.shown["show_result"] == "There is nothing to undo."
    presenter.redo()
    assert view.shown["show_result"] == "There is nothing to do again."

    runner.run(add_outcome, words="I go out.", first=TODAY)
    assert [line.what for line in view.shown["show_history"]] == ["Add outcome"]
    presenter.undo()
    assert view.shown["show_result"] == "Undone: Add outcome."
    assert (view.shown["allow_undo"], view.shown["allow_redo"]) == (False, True)
    presenter.redo()
    assert view.shown["show_result"] == "Done again: Add outcome."


def test_what_is_locked_is_not_taken_back_but_said(view, runner):
    def lock_something(work):
        add_outcome(work, words="I go out.", first=TODAY)
        return TIMESHEETS.for_good()

    presenter = HistoryPresenter(view, runner)
    runner.run(lock_something)
    presenter.undo()
    assert "undo stops there" in view.shown["show_problem"]
