"""The rota screen, on Qt."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from pa_manager.rota.presenter import RotaPresenter
from pa_manager.rota.screen import RotaScreen
from tests.rota.household import ADA, MONDAY, SAM, engage_two, plan
from tests.rota.robot import RotaRobot


@pytest.fixture
def screen(runner, today):
    engage_two(runner)
    plan(runner, MONDAY, "9-1", ADA)
    plan(runner, MONDAY, "10pm-7am", SAM, kind="sleep_in", note="Key safe")
    return RotaScreen(lambda view: RotaPresenter(view, runner, today=today))


@pytest.fixture
def robot(qtbot, screen):
    return RotaRobot(qtbot, screen)


def test_the_week_as_a_list(robot):
    assert robot.title() == "Rota, 18 to 24 May 2026"
    assert robot.shifts() == [
        ["Mon 18", "9am to 1pm", "Ada Okonkwo", "Day", "4:00", ""],
        ["Mon 18", "10pm to 7am", "Sam Tremaine", "Sleep-in", "9:00", "Key safe"],
    ]
    assert robot.absences() == []


def test_a_row_is_read_out_whole(robot, screen):
    index = screen.findChild(QTableView, "shifts").model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Sam Tremaine, Monday 18 May 2026, 10pm to 7am, Sleep-in, 9:00 hours, Key safe"
    )


def test_adding_a_shift_for_two(robot):
    robot.add_shift("20 5 2026", "0900 til 1700", "1", second_pa="2", note="Outing")
    assert [row[2] for row in robot.shifts()] == ["Ada Okonkwo", "Sam Tremaine", "Ada Okonkwo", "Sam Tremaine"]
    assert robot.result() == "Kept: Wed 20 May, 9am to 5pm."


def test_what_cannot_be_read_is_said_beside_its_field(robot):
    robot.add_shift("20 5 2026", "in the morning", "1", note="Outing")
    assert robot.error_of("times")
    assert robot.text_of("note") == "Outing"
    assert len(robot.shifts()) == 2


def test_entering_a_row_changes_the_shift(robot):
    robot.activate(0, "shifts")
    assert robot.text_of("times") == "9am to 1pm"
    robot.fill_form(times="9-2", pa="").press("keep")
    assert robot.shifts()[0][:5] == ["Mon 18", "9am to 2pm", "Nobody yet", "Day", "5:00"]


def test_taking_a_shift_off(robot):
    assert not robot.can_press("remove")
    robot.pick(0, "shifts").press("remove")
    assert len(robot.shifts()) == 1
    assert robot.result().endswith("Undo brings it back.")


def test_from_week_to_week(robot):
    robot.press("later").press("copy")
    assert (robot.title(), len(robot.shifts())) == ("Rota, 25 to 31 May 2026", 2)
    robot.press("copy")
    assert robot.problem().startswith("The week of 18 to 24 May 2026")
    robot.press("earlier").press("earlier")
    assert robot.title() == "Rota, 11 to 17 May 2026"
    robot.press("this week")
    assert robot.title() == "Rota, 18 to 24 May 2026"


def test_somebody_is_away_and_then_not(robot):
    robot.away("1", "18 5 2026")
    assert robot.shifts()[0][2:] == ["Nobody yet", "Day", "4:00", "Ada Okonkwo cannot come: on holiday."]
    assert robot.absences() == [["Ada Okonkwo", "Holiday", "18 May 2026", ""]]
    robot.pick(0, "who is away").press("take back")
    assert robot.absences() == []


def test_a_shift_is_pointed_out(robot, screen, runner):
    plan(runner, MONDAY.replace(month=6, day=1), "9-1")
    screen.point_out(3)
    assert (robot.title(), robot.picked("shifts")) == ("Rota, 1 to 7 June 2026", 0)
    assert robot.can_press("remove")
