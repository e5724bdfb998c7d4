"""A screen of budgets on a small household."""

import pytest

from pa_manager.assistants.model import Rate, ShiftKind
from pa_manager.outlook.presenter import OutlookPresenter
from pa_manager.outlook.screen import OutlookScreen
from pa_manager.values.money import Money
from tests.outlook.household import agree_money, engage
from tests.outlook.robot import OutlookRobot
from tests.windows import PaperDesk


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def robot(qtbot, runner, today, desk):
    agree_money(runner)
    engage(runner, "Asha Patel", Rate(kind=ShiftKind.DAY, per_hour=Money(13_20)), minutes=1200)
    return OutlookRobot(qtbot, OutlookScreen(lambda view: OutlookPresenter(view, runner, today=today, desk=desk)))


@pytest.fixture
def begun(robot):
    return robot.press("begin")


@pytest.fixture
def tried(begun):
    return begun.press("try").fill_form(what_to_call_it="A pound more", every_hour_dearer_by="1").press("keep")
