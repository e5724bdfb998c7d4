"""The screens of the door, on Qt."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from pa_manager.door.presenter.first import DoorPresenter
from pa_manager.door.presenter.keys import KeysPresenter
from pa_manager.door.screen.choosing import QtChooser
from pa_manager.door.screen.first import DoorScreen
from pa_manager.door.screen.keys import KeysScreen
from tests.door.keeping import CODE, FOLDER, JEAN, TOM, PaperChooser, PaperKeeper
from tests.door.robot import DoorRobot
from tests.shell.checks import every_fault

LARGE_CODE = CODE.replace("-", "  ")


@pytest.fixture
def keeper():
    return PaperKeeper(files={JEAN.path: "blue kettle", TOM.path: "red kettle"}, listed=[JEAN, TOM])


@pytest.fixture
def chooser():
    return PaperChooser()


@pytest.fixture
def robot(qtbot, looks, keeper, chooser):
    return DoorRobot(qtbot, DoorScreen(lambda view: DoorPresenter(view, keeper, chooser), chooser))


@pytest.fixture
def new_robot(qtbot, looks, chooser):
    keeper = PaperKeeper()
    robot = DoorRobot(qtbot, DoorScreen(lambda view: DoorPresenter(view, keeper, chooser), chooser))
    robot.keeper = keeper
    return robot


def test_the_first_time_the_main_act_is_to_start(new_robot):
    assert not new_robot.can_press("open recent") or new_robot._screen._recent.isHidden()
    assert new_robot._button("start").property("look") == "main"
    assert every_fault(new_robot._screen) == []


def test_later_the_main_act_is_to_open_the_file_of_last_time(robot, keeper):
    assert robot.rows() == [
        ["Jean Pellow", "20 May 2026", str(FOLDER)],
        ["Tom Trevena", "2 April 2026", str(Path("/media/stick"))],
    ]
    assert robot._button("start").property("look") == "plain"
    assert every_fault(robot._screen) == []
    robot.open_with("blue kettle")
    assert keeper.inside == "Jean Pellow"


def test_the_focus_begins_where_enter_opens_the_last_file(robot, keeper, qtbot):
    robot._screen.take_focus()
    qtbot.keyClick(robot._table(), Qt.Key.Key_Return)
    assert robot.form.windowTitle() == "Open Jean Pellow"


def test_the_focus_begins_at_the_title_when_there_is_nothing_to_open(new_robot):
    new_robot._screen.take_focus()
    said = new_robot._screen._title.accessibleName()
    assert said.startswith("PA Manager")
    assert "Everything stays in one locked file" in said


def test_a_file_taken_off_the_list(robot):
    robot.pick(0).press("forget")
    assert [row[0] for row in robot.rows()] == ["Tom Trevena"]


def test_making_a_file_up_to_its_first_screen(new_robot):
    new_robot.press("start")
    assert new_robot.text_of("where the file is kept") == str(FOLDER)
    assert every_fault(new_robot.form) == []
    new_robot.fill_form(password="blue kettle on the stove", password_again="blue")
    assert new_robot.hint_of("password") == "This is strong."
    new_robot.press("keep")
    assert new_robot.error_of("who is it for?") == "The name is missing. Type who the file is for."
    assert new_robot.error_of("password again").startswith("This is not the same")
    new_robot.type_into("who is it for?", "Marek Nowak").fill_form(password_again="blue kettle on the stove")
    new_robot.press("keep")

    assert new_robot.title() == "The file for Marek Nowak is made"
    assert new_robot.code() == LARGE_CODE
    assert every_fault(new_robot._screen) == []
    new_robot.press("print code").press("go on")
    assert new_robot.error_of("the code is on paper").startswith("The code is shown only now.")
    assert new_robot.keeper.inside == ""
    new_robot.choose("the code is on paper", "yes").press("go on")
    assert new_robot.keeper.inside == "Marek Nowak"
    assert new_robot.keeper.printed == [CODE]


def test_the_code_is_read_letter_by_letter(new_robot):
    new_robot.press("start").type_into("who is it for?", "Marek").fill_form(password="x", password_again="x")
    new_robot.press("keep")
    line = new_robot._screen.findChild(object, "recovery code")
    assert line.accessibleName() == "Recovery code: Z T 8 D E, M Z Y V F, K 9 4 B 8, 2 A R Y V, F Z G 0 Y"


def test_another_folder_is_chosen_or_not(new_robot, chooser):
    new_robot.press("start").press("choose folder")
    assert new_robot.text_of("where the file is kept") == str(FOLDER)
    chooser.folder = Path("/media/stick")
    new_robot.press("choose folder")
    assert new_robot.text_of("where the file is kept") == str(chooser.folder)


def test_a_wrong_password_is_told_in_the_form_and_the_code_is_one_press_away(robot, keeper):
    robot.open_with("blue cattle")
    assert robot.problem() == "That password does not open this file."
    assert every_fault(robot.form) == []
    robot.press("use code")
    assert every_fault(robot.form) == []
    robot.press("use password").press("use code")
    robot.fill_form(recovery_code=CODE).press("keep")
    assert robot.form.windowTitle() == "Choose a new password"
    assert every_fault(robot.form) == []
    robot.fill_form(new_password="green kettle", new_password_again="green kettle")
    assert robot.hint_of("new password") == "This is fair. One more word makes it strong."
    robot.press("keep")
    assert (keeper.files[JEAN.path], keeper.inside) == ("green kettle", "Jean Pellow")


def test_whoever_wants_no_new_password_goes_on_without(robot, keeper):
    robot.press("open recent").press("use code").fill_form(recovery_code=CODE).press("keep")
    robot.press("leave")
    assert (keeper.files[JEAN.path], keeper.inside) == ("blue kettle", "Jean Pellow")


def test_a_file_open_elsewhere_offers_to_be_taken_over(robot, keeper):
    keeper.elsewhere = True
    robot.press("open recent")
    assert not robot.is_offered("open it all the same")
    robot.fill_form(password="blue kettle").press("keep")
    assert robot.problem() == "sam on OFFICE has this file open."
    assert robot.is_offered("open it all the same")
    robot.choose("open it all the same", "yes").press("keep")
    assert keeper.inside == "Jean Pellow"


def test_other_ways_in(robot, keeper, chooser):
    chooser.file = FOLDER / "holiday.jpg"
    robot.press("open file")
    assert robot.problem() == "holiday.jpg is no longer in that place."
    chooser.file = TOM.path
    robot.press("open file")
    assert robot.form.windowTitle() == "Open Tom Trevena"
    robot.press("leave").press("example")
    assert keeper.inside == "the example"


# The keys of the file that is open


@pytest.fixture
def keys(qtbot, looks, keeper):
    keeper.opened = JEAN.path
    return DoorRobot(qtbot, KeysScreen(lambda view: KeysPresenter(view, keeper)))


def test_changing_the_password(keys, keeper):
    assert every_fault(keys._screen) == []
    keys.press("change password")
    assert every_fault(keys.form) == []
    keys.fill_form(password_you_have_now="blue cattle", new_password="green", new_password_again="green")
    assert keys.hint_of("new password") == "This is easy to guess. More words make it stronger."
    keys.press("keep")
    assert keys.error_of("password you have now") == "This is not the password of this file. Try again."
    keys.fill_form(password_you_have_now="blue kettle").press("keep")
    assert keys.result().startswith("The password is changed.")
    assert keeper.files[JEAN.path] == "green"


def test_making_a_new_code_and_printing_it(keys, keeper):
    assert keys.code() == ""
    keys.press("new code").fill_form(password_you_have_now="blue kettle").press("keep")
    assert keys.code() == LARGE_CODE
    assert every_fault(keys._screen) == []
    keys.press("print code")
    assert keeper.printed == [CODE]
    keeper.printer = False
    keys.press("print code")
    assert keys.problem() == "There is no printer."


# Choosing on the disk


@pytest.mark.parametrize(("chosen", "path"), [("", None), ("/media/stick/Jean.pam", Path("/media/stick/Jean.pam"))])
def test_the_dialogs_of_the_desktop_give_a_path_or_nothing(monkeypatch, chosen, path):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen)
    chooser = QtChooser(None)
    assert chooser.choose_file() == path
    assert chooser.choose_folder("/home") == path
    assert chooser.usual_folder().is_absolute()
