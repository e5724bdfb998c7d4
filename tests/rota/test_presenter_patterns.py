"""A shift of a pattern on the rota: only this one, or from now on."""

from datetime import timedelta

import pytest

from pa_manager.rota.model import Who
from pa_manager.rota.operations import lay_pattern, list_patterns, make_pattern
from pa_manager.rota.presenter import RotaPresenter
from pa_manager.values.days import Period
from pa_manager.values.tasks import Place
from tests.rota.household import ADA, MONDAY, engage_two, plan
from tests.rota.test_presenter import PaperView


@pytest.fixture
def view():
    return PaperView()


@pytest.fixture
def presenter(view, runner, today):
    engage_two(runner)
    plan(runner, MONDAY, "9-1", ADA)
    runner.run(make_pattern, name="Mondays", first=MONDAY, weeks=1)
    four = Period(MONDAY, MONDAY + timedelta(days=27))
    runner.run(lay_pattern, pattern_id=runner.read(list_patterns)[0].id, days=four)
    made = RotaPresenter(view, runner, today=today, go_to=view.went.append)
    made.show("four_weeks")
    made.arrive(1, Who(ADA), 0)
    return made


def times(view):
    return [str(line.shift.span) for line in view.lines]


def test_only_this_one(presenter, view):
    presenter.enter()
    assert view.repeats
    presenter.keep_shift({**view.opened[1], "times": "10-2", "reach": "one"})
    assert times(view) == ["9am to 1pm", "10am to 2pm", "9am to 1pm", "9am to 1pm"]


def test_from_now_on(presenter, view):
    presenter.enter()
    presenter.keep_shift({**view.opened[1], "times": "10-2", "reach": "on"})
    assert times(view) == ["9am to 1pm", "10am to 2pm", "10am to 2pm", "10am to 2pm"]


@pytest.mark.parametrize(("reach", "left"), [("one", 3), ("on", 1)])
def test_taken_off(presenter, view, reach, left):
    presenter.remove()
    assert view.reach == "Take Mon 25 May, 9am to 1pm off the rota"
    presenter.remove_reaching({"reach": reach})
    assert len(view.lines) == left


def test_the_way_to_the_patterns(presenter, view):
    presenter.patterns()
    assert view.went == [Place("rota", screen="patterns")]
    presenter.remove_reaching({"reach": "on"})
    assert len(view.lines) == 4
