"""The papers of one PA, on Qt and without."""

from dataclasses import replace

import pytest

from pa_manager.assistants.operations import engage_assistant
from pa_manager.assistants.presenter.papers import NOBODY, PapersPresenter
from pa_manager.assistants.screen.papers import PapersScreen
from pa_manager.shell.desk import CannotUseFile
from tests.assistants.robot import PapersRobot
from tests.assistants.test_operations import ADA, TERMS
from tests.windows import PaperDesk


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def screen(runner, today, desk):
    return PapersScreen(
        lambda view: PapersPresenter(
            view,
            runner,
            today=today,
            print_pdf=desk.print_pdf,
            save_file=lambda *paper: desk.save_file(*paper),  # noqa: PLW0108 -- it may be another by then
        )
    )


@pytest.fixture
def robot(qtbot, screen, runner):
    runner.run(engage_assistant, particulars=ADA, terms=TERMS)
    runner.run(engage_assistant, particulars=replace(ADA, name="Sam Tremaine"))
    return PapersRobot(qtbot, screen)


def test_nobody_yet(qtbot, screen):
    robot = PapersRobot(qtbot, screen)
    assert not robot.can_press("draft")
    assert robot.lead() == NOBODY


def test_a_statement_is_drafted_changed_made_printed_and_saved(robot, desk):
    robot.choose("which paper", "statement").press("draft").fill_form(job="Personal assistant").press("keep")
    assert robot.result() == "Made and kept: Written statement of employment particulars."
    assert robot.papers() == [["Written statement of employment particulars", "21 May 2026", "Not agreed yet"]]
    robot.press("print paper").press("save paper")
    name = "Written statement of employment particulars, Ada Okonkwo, 21 May 2026"
    assert desk.printed[name] == desk.saved[f"{name}.pdf"]
    assert robot.result() == f"Saved: {name}.pdf."


def test_a_file_that_cannot_be_written_is_said(robot, desk):
    robot.press("draft").press("keep")

    def fail(*_paper):
        raise CannotUseFile("That could not be saved there. Choose another folder.")

    desk.save_file = fail
    robot.press("save paper")
    assert robot.problem() == "That could not be saved there. Choose another folder."
    desk.save_file = lambda *_paper: None
    robot.press("save paper")


def test_the_papers_of_another_pa(robot, screen):
    robot.press("draft").press("keep")
    robot.choose("for whom", "2")
    assert robot.papers() == []
    screen.point_out(1)
    assert len(robot.papers()) == 1


def test_a_paper_is_changed_agreed_and_printed_large(robot, desk):
    robot.choose("which paper", "supervision").press("draft").fill_form(what_goes_well="Mornings").press("keep")
    robot.press("again")
    assert robot.text_of("what_goes_well") == "Mornings"
    robot.fill_form(what_goes_well="Evenings").press("keep")
    assert len(robot.papers()) == 2
    robot.press("agree")
    assert robot.papers()[0][2] == "Agreed 21 May 2026"
    robot.press("agree")
    assert robot.papers()[0][2] == "Not agreed yet"
    robot.choose("show and print in large letters", "yes").press("print paper")
    assert list(desk.printed) == ["Supervision notes, Ada Okonkwo, 21 May 2026, large print"]
