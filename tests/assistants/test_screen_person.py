"""The file of one PA, on Qt."""

from dataclasses import replace

import pytest

from pa_manager.assistants.operations import engage_assistant
from pa_manager.assistants.presenter.person import PersonPresenter
from pa_manager.assistants.screen.person import PersonScreen
from tests.assistants.robot import PersonRobot
from tests.assistants.test_operations import ADA, TERMS
from tests.paper.test_photos import picture
from tests.shell.checks import every_fault
from tests.windows import PaperDesk


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def screen(runner, today, desk):
    runner.run(engage_assistant, particulars=ADA, terms=TERMS)
    runner.run(engage_assistant, particulars=replace(ADA, name="Sam Tremaine", known_as="Sam"))
    return PersonScreen(lambda view: PersonPresenter(view, runner, today=today, files=desk))


@pytest.fixture
def robot(qtbot, screen):
    return PersonRobot(qtbot, screen)


def test_contacts_from_the_form(robot):
    robot.press("change").fill_form(whom_to_ring_in_an_emergency="Obi", their_phone="01632 960010").press("keep")
    assert robot.facts()["In an emergency, ring"] == "Obi, 01632 960010"
    assert robot.result() == "Kept."


def test_private_details_are_hidden_until_they_are_asked_for(robot):
    robot.press("private").fill_form(national_insurance_number="x").press("keep")
    assert robot.error_of("national insurance number").startswith("This is not a National Insurance number.")
    robot.fill_form(national_insurance_number="ab123456c").press("keep")
    assert robot.facts()["National Insurance number"] == "Kept, not shown"
    robot.press("show")
    assert robot.facts()["National Insurance number"] == "AB 12 34 56 C"
    robot.press("show")
    assert robot.facts()["National Insurance number"] == "Kept, not shown"


def test_checks(robot):
    robot.add_check("dbs", day_it_was_done_or_seen="1 6 2023", last_day_it_holds="1 6 2026")
    assert robot.checks() == [["DBS check", "1 June 2023", "1 June 2026", "Ends soon", ""]]
    robot.activate(0, "checks, training and skills").fill_form(last_day_it_holds="1 6 2029").press("keep")
    assert robot.checks()[0][3] == "In order"
    robot.pick(0, "checks, training and skills").press("remove check")
    assert robot.checks() == []
    assert not robot.can_press("remove check")


def test_choosing_another_pa(robot, screen):
    robot.choose("whose file", "2").press("change").fill_form(their_phone="01632 960011").press("keep")
    assert robot.facts()["In an emergency, ring"] == "01632 960011"
    screen.point_out(1)
    assert robot.text_of("whose file") == "1"
    assert robot.facts()["In an emergency, ring"] == "Not filled in"


def test_a_photo(robot, screen, desk):
    assert not robot.can_press("take photo away")
    desk.to_open.append(("ada.png", picture(kind="PNG")))
    robot.press("choose photo")
    assert screen._photo.accessibleName() == "Photo of Ada Okonkwo"
    robot.press("take photo away")
    assert screen._photo.accessibleName() == "No photo of Ada Okonkwo"


@pytest.mark.parametrize("form", ["change", "private", "add check"])
def test_everybody_can_use_the_forms(robot, screen, looks, form):
    looks.set_size(200)
    robot.press(form)
    assert every_fault(screen.window()) == []
