"""The holder screen, on Qt."""

from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from pa_manager.holder.model import SupporterRole
from pa_manager.holder.operations import add_supporter, keep_holder
from pa_manager.holder.presenter.keyboard import KeyboardPresenter
from pa_manager.holder.presenter.people import HolderPresenter
from pa_manager.holder.screen.keyboard import KeyboardScreen
from pa_manager.holder.screen.people import HolderScreen
from pa_manager.values.tasks import Place
from tests.holder.robot import HolderRobot, KeyboardRobot
from tests.places import Journey
from tests.windows import PaperDesk


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def robot(qtbot, runner, today, desk):
    return HolderRobot(
        qtbot,
        HolderScreen(lambda view: HolderPresenter(view, runner, today=today, go_to=Journey().go_to, files=desk)),
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


def jpeg():
    out = BytesIO()
    Image.new("RGB", (60, 60), "teal").save(out, "JPEG")
    return out.getvalue()


def test_a_photo_is_chosen_shown_and_taken_away(robot, desk, runner):
    assert not robot.can_press("choose photo")
    robot.write_down(full_name="Jean Pellow")
    assert robot.photo() == "No photo of Jean Pellow"
    assert not robot.can_press("take photo away")
    desk.to_open.append(("jean.jpg", jpeg()))
    robot.press("choose photo")
    assert robot.result() == "Kept. jean.jpg stands here and on what is printed."
    assert robot.photo() == "Photo of Jean Pellow"
    robot.write_down(full_name="Jean Anne Pellow")
    assert robot.photo() == "Photo of Jean Anne Pellow"
    robot.press("take photo away")
    assert robot.photo() == "No photo of Jean Anne Pellow"
    runner.undo()
    assert robot.photo() == "Photo of Jean Anne Pellow"


def test_what_is_no_photo_is_said_and_the_old_one_stays(robot, desk):
    robot.write_down(full_name="Jean Pellow")
    desk.to_open += [("jean.jpg", jpeg()), ("letter.pdf", b"%PDF-1.7")]
    robot.press("choose photo").press("choose photo")
    assert robot.problem() == "That is a PDF, not a photo. Choose a picture that ends in .jpg or .png."
    assert robot.photo() == "Photo of Jean Pellow"
    robot.press("choose photo")


@pytest.fixture
def keyboard(qtbot, runner, today):
    runner.run(keep_holder, name="Jean Pellow")
    runner.run(add_supporter, name="Rowena Pellow", role=SupporterRole.SUITABLE_PERSON)
    runner.run(add_supporter, name="Bea Lang", role=SupporterRole.ULO_WORKER, last=date(2026, 5, 1))
    journey = Journey()
    screen = KeyboardScreen(lambda view: KeyboardPresenter(view, runner, today=today, go_to=journey.go_to))
    return KeyboardRobot(qtbot, screen), journey


def test_whoever_may_be_here_today_is_asked_for_by_name(keyboard, runner):
    robot, journey = keyboard
    assert robot.people() == ["Jean Pellow", "Rowena Pellow, suitable person", "Somebody else"]
    robot.press("rowena pellow")
    assert journey.places == [Place("home")]
    assert robot.lead().startswith("It is Rowena Pellow now.")
    runner.run(keep_holder, name="Jean Anne Pellow")
    assert [done.by for done in runner.history()] == ["Rowena Pellow", "", "", ""]
    assert robot.people()[0] == "Jean Anne Pellow"
