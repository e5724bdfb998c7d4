"""The holder screen, on Qt."""

import pytest

from pa_manager.holder.model import SupporterRole
from pa_manager.holder.operations import add_supporter
from pa_manager.holder.presenter.people import HolderPresenter
from pa_manager.holder.screen.people import HolderScreen
from tests.holder.robot import HolderRobot
from tests.places import Journey


@pytest.fixture
def robot(qtbot, runner, today):
    return HolderRobot(
        qtbot, HolderScreen(lambda view: HolderPresenter(view, runner, today=today, go_to=Journey().go_to))
    )


def test_writing_down_the_holder(robot):
    robot.write_down(full_name="Jean Pellow", where_they_live="wales", address="4 Mill Lane\nMidtown")
    assert robot.form is None
    assert robot.result() == "Kept. Jean Pellow holds the direct payment."
    robot.press("change holder")
    assert robot.text_of("where they live") == "wales"
    assert robot.text_of("address") == "4 Mill Lane\nMidtown"


def test_how_people_understand_one_another_is_kept(robot):
    robot.write_down(full_name="Jean Pellow", how_you_and_others_understand_one_another="Give me time.")
    robot.press("change holder")
    assert robot.text_of("how you and others understand one another") == "Give me time."


def test_each_error_stands_beside_its_field(robot):
    robot.write_down(full_name="", date_of_birth="31 4 1953", email="jean")
    assert robot.error_of("full name") == "The name is missing. Type the full name."
    assert robot.error_of("date of birth").startswith("April 1953 has 30 days.")
    assert robot.error_of("email").startswith("This is not an email address.")
    assert robot.error_of("phone") == ""


def test_those_who_help_stand_in_a_table_and_open_on_enter(robot):
    assert not robot.can_press("change")
    robot.add_supporter(full_name="Rowena Pellow", phone="01632 960 115", first_day="1 3 2024")
    assert robot.rows() == [["Rowena Pellow", "Suitable person", "", "01632 960 115", "Since 1 March 2024"]]
    robot.activate(0)
    assert robot.text_of("full name") == "Rowena Pellow"
    robot.press("leave").press("change")
    robot.fill_form(last_day="1 5 2026").press("keep")
    assert robot.rows()[0][-1] == "Not now, last day 1 May 2026"


def test_somebody_can_be_pointed_out(robot, runner):
    for name in ("Bea Lang", "Rowena Pellow"):
        runner.run(add_supporter, name=name, role=SupporterRole.OTHER)
    robot._screen.point_out(2)
    assert robot.picked() == 1
    assert robot.can_press("change")
