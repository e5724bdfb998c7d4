"""The checklist of one PA, on Qt and without."""

from dataclasses import replace

import pytest

from pa_manager.assistants.operations import engage_assistant, part_with_assistant
from pa_manager.assistants.presenter.checklist import NOBODY, ChecklistPresenter
from pa_manager.assistants.screen.checklist import ChecklistScreen
from tests.assistants.robot import ChecklistRobot
from tests.assistants.test_operations import ADA, FIRST, TERMS
from tests.conftest import TODAY


@pytest.fixture
def screen(runner, today):
    return ChecklistScreen(lambda view: ChecklistPresenter(view, runner, today=today))


@pytest.fixture
def robot(qtbot, screen, runner):
    runner.run(engage_assistant, particulars=ADA, terms=TERMS)
    runner.run(engage_assistant, particulars=replace(ADA, name="Sam Tremaine"))
    return ChecklistRobot(qtbot, screen)


def test_nobody_yet(qtbot, screen):
    robot = ChecklistRobot(qtbot, screen)
    assert (robot.lead(), robot.steps()) == (NOBODY, [])
    assert not robot.can_press("done")


def test_a_step_is_marked_and_unmarked(robot):
    last = len(robot.steps()) - 1
    robot.pick(last).press("done")
    assert robot.steps()[last][1] == "Done"
    assert robot.result() == "Done: Show them the home, the routines and what is dangerous."
    assert not robot.can_press("done")
    robot.press("not done")
    assert robot.steps()[last][1] == "To do"


def test_leaving_and_another_pa(robot, screen, runner):
    robot.choose("for whom", "2")
    runner.run(part_with_assistant, assistant_id=FIRST, left_on=TODAY)
    assert robot.lead().startswith("The list for a new PA:")
    screen.point_out(1)
    assert robot.lead() == "The list for leaving: 5 steps are left."
