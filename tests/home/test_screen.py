"""The screens of home, on Qt."""

import pytest

from pa_manager.home.presenter.first import HomePresenter
from pa_manager.home.presenter.history import HistoryPresenter
from pa_manager.home.screen.first import HomeScreen
from pa_manager.home.screen.history import HistoryScreen
from pa_manager.plan.operations import add_outcome
from tests.conftest import TODAY
from tests.home.robot import HomeRobot
from tests.places import Journey
from tests.windows import MORNING


@pytest.fixture
def journey():
    return Journey()


def home(runner, journey):
    return HomeScreen(lambda view: HomePresenter(view, runner, journey.go_to, now=lambda: MORNING))


def test_home_shows_the_money_and_leads_to_what_needs_doing(qtbot, household, journey):
    robot = HomeRobot(
        qtbot, HomeScreen(lambda view: HomePresenter(view, household, journey.go_to, now=lambda: MORNING))
    )
    (spare, why), (due, _what) = robot.cards()
    assert spare.startswith("£")
    assert why.startswith("£2,582.21 in the account, less £")
    assert due == "6 July"
    robot.pick(0).go_there()
    robot.press("cannot come").press("my week").press("money").press("returns")
    assert [place.link for place in journey.places][1:] == ["cover", "rota", "spending", "returns"]


def test_an_empty_home_says_what_will_be_here(qtbot, runner, journey):
    robot = HomeRobot(qtbot, home(runner, journey))
    assert [figure for figure, _note in robot.cards()] == ["Not known yet", "None begun"]
    assert not robot.can_press("open")


def test_history_says_when_what_and_whether_it_still_stands(qtbot, runner):
    runner.by = "Rowena Pellow"
    runner.run(add_outcome, words="I go out.", first=TODAY)
    robot = HomeRobot(qtbot, HistoryScreen(lambda view: HistoryPresenter(view, runner)))
    assert robot.rows() == [["21 May 2026, 10:30", "Add outcome", "Rowena Pellow", "Done"]]
    robot.press("undo newest")
    assert robot.rows() == [["21 May 2026, 10:30", "Add outcome", "Rowena Pellow", "Undone"]]
    robot.press("redo newest")
    assert robot.rows() == [["21 May 2026, 10:30", "Add outcome", "Rowena Pellow", "Done"]]
