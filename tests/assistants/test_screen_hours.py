"""When one PA can work, on Qt."""

from dataclasses import replace

import pytest

from pa_manager.assistants.operations import engage_assistant
from pa_manager.assistants.presenter.hours import HoursPresenter
from pa_manager.assistants.screen.hours import HoursScreen
from tests.assistants.robot import HoursRobot
from tests.assistants.test_operations import ADA
from tests.shell.checks import every_fault


@pytest.fixture
def screen(runner, today):
    runner.run(engage_assistant, particulars=ADA)
    runner.run(engage_assistant, particulars=replace(ADA, name="Sam Tremaine", known_as="Sam"))
    return HoursScreen(lambda view: HoursPresenter(view, runner, today=today))


@pytest.fixture
def robot(qtbot, screen):
    return HoursRobot(qtbot, screen)


def test_hours_from_the_form(robot, screen):
    robot.press("add").choose("what they said", "rather_not").choose("how often", "2")
    robot.fill_form(which_days="Tue & sat", first_day_it_holds="1 4 2026", last_day_it_holds="30 4 2026").press("keep")
    assert robot.hours() == [
        [
            "Would rather not work",
            "Tuesday, Saturday",
            "All day",
            "Every 2 weeks",
            "1 April 2026",
            "Ended 30 April 2026",
            "",
        ]
    ]
    robot.activate(0, "hours").fill_form(between_which_times="6pm-8pm", last_day_it_holds="").press("keep")
    assert robot.hours()[0][2:6] == ["6pm to 8pm", "Every 2 weeks", "1 April 2026", "It goes on"]
    robot.pick(0, "hours").press("remove")
    assert robot.hours() == []
    assert not robot.can_press("remove")
    screen.point_out(2)
    assert robot.text_of("for whom") == "2"


def test_everybody_can_use_the_form(robot, screen, looks):
    looks.set_size(200)
    robot.press("add")
    assert every_fault(screen.window()) == []
