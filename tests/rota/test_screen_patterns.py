"""The screen of patterns, on Qt and on paper at once."""

import pytest

from pa_manager.rota.presenter import PatternsPresenter
from pa_manager.rota.screen import PatternsScreen
from tests.rota.household import ADA, MONDAY, engage_two, plan
from tests.shell.checks import every_fault
from tests.shell.robot import Robot


@pytest.fixture
def robot(qtbot, runner, today):
    engage_two(runner)
    plan(runner, MONDAY, "9-1", ADA)
    return Robot(qtbot, PatternsScreen(lambda view: PatternsPresenter(view, runner, today=today)))


def test_made_laid_and_taken_away(robot, runner):
    assert not robot.can_press("lay")
    robot.press("make").fill_form(name="Mondays").press("keep")
    assert robot.rows() == [["Mondays", "1 week", "1"]]
    robot.activate(0)
    assert robot.form.fields["last"].first_input.accessibleDescription() == (
        "4 shifts are added, 0 are changed, 0 are left as they are."
    )
    assert robot.rows("what it would do")[0] == ["Added", "Mon 25 May, 9am to 1pm", "Ada Okonkwo", ""]
    assert len(robot.rows("what it would do")) == 4
    robot.fill_form(last_day="soon")
    assert robot.rows("what it would do") == []
    assert robot.form.fields["last"].first_input.accessibleDescription() == "For example, 27 3 2026"
    robot.press("keep")
    assert robot.error_of("last day")
    robot.fill_form(last_day="24 5 2026").press("keep")
    assert "comes before" in robot.error_of("last day")
    robot.fill_form(last_day="31 5 2026").press("keep")
    assert robot.result() == ("Kept for 25 to 31 May 2026: 1 shift is added, 0 are changed, 0 are left as they are.")
    robot.pick(0).press("lay").fill_form(last_day="31 5 2026").press("keep")
    assert robot.problem().startswith("All shifts of this pattern stand already")
    robot.form.close_form()
    robot.press("remove")
    assert robot.rows() == []


def test_what_cannot_be_made_is_said(robot):
    robot.press("make").press("keep")
    assert robot.error_of("name")
    robot.fill_form(name="Empty", first_day="1 6 2026").press("keep")
    assert robot.problem().startswith("There are no shifts")


@pytest.mark.parametrize("size", [100, 200])
def test_everyone_can_use_it(robot, looks, size):
    looks.set_size(size)
    robot.press("make").fill_form(name="Mondays").press("keep")
    assert every_fault(robot._screen) == []
