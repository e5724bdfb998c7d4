"""The screen of a timesheet on paper, on Qt."""

from datetime import date

import pytest

from pa_manager.timesheets.operations import make_timesheet
from pa_manager.timesheets.presenter.papers import PapersPresenter
from pa_manager.timesheets.screen.papers import TimesheetPapersScreen
from tests.timesheets.people import ADA, SAM, plan
from tests.timesheets.robot import TimesheetsRobot
from tests.windows import PaperDesk


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def screen(staffed, today, desk):
    plan(staffed, ADA, date(2026, 4, 7))
    staffed.run(make_timesheet, assistant_id=ADA, day=date(2026, 4, 7))
    staffed.run(make_timesheet, assistant_id=SAM, day=date(2026, 4, 7))
    return TimesheetPapersScreen(lambda view: PapersPresenter(view, staffed, today=today, files=desk))


@pytest.fixture
def robot(qtbot, screen):
    return TimesheetsRobot(qtbot, screen)


def test_a_paper_is_kept_and_saved_again(robot, screen, desk):
    screen.point_out(1)
    desk.to_open.append(("fare.eml", b"fare"))
    robot.press("add").choose("what it is", "receipt").choose("what it belongs to", "1").press("keep")
    assert robot.rows("papers kept") == [["fare.eml", "Receipt, or proof of a journey", "Tue 7 Apr"]]
    robot.pick(0, "papers kept").press("save kept")
    assert desk.saved == {"fare.eml": b"fare"}
    robot.press("remove")
    assert robot.rows("papers kept") == []
    assert not robot.can_press("remove")


def test_it_is_printed_filled_and_empty_in_two_sizes(robot, desk):
    printed = []
    for name in ("filled", "empty", "large", "empty large"):
        robot.press(name).press("print paper").press("save paper")
        printed.append(desk.printed["Timesheet, Sam Tremaine, 6 April to 3 May 2026"])
    assert len(set(printed)) == 4


def test_another_timesheet_is_chosen(robot):
    robot.choose("which timesheet", "1").press("print paper")
    assert robot.text_of("which timesheet") == "1"
