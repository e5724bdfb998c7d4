"""Forms and screens: what is wrong is said at the top and beside the field, and nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from pa_manager.shell.pieces.fields import TextField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.words import paragraph
from tests.shell.gallery import SpendingPage, payment_form
from tests.shell.robot import Robot


@pytest.fixture
def screen(qtbot, looks):
    return SpendingPage()


@pytest.fixture
def robot(qtbot, screen):
    robot = Robot(qtbot, screen)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    return robot


def test_a_form_is_filled_in_and_kept(robot, screen):
    robot.press("add")
    assert robot.form.isVisible()
    assert robot.form.focusWidget() is robot.form.fields["party"].first_input
    robot.fill_form(who_was_paid="Harbour Taxis", amount="14", receipt="yes", day_it_was_paid="12 5 2026")
    robot.fill_form(what_it_was_for="transport", a_note="There and back")
    texts = robot.form.texts()
    assert texts == {
        "party": "Harbour Taxis", "day": "12 5 2026", "amount": "£14.00", "line": "transport",
        "note": "There and back", "receipt": "yes",
    }  # fmt: skip
    robot.press("keep")
    assert robot.form is None
    assert robot.result() == "Kept. Harbour Taxis is in the list."
    assert screen.focusWidget().text() == "Kept. Harbour Taxis is in the list."


def test_what_is_wrong_is_said_twice_and_leads_to_the_field(qtbot, robot):
    robot.press("add").fill_form(day_it_was_paid="31 feb 2026").press("keep")
    form = robot.form
    assert robot.error_of("who was paid") == "Enter who was paid."
    assert robot.error_of("day it was paid").startswith("February 2026 has 28 days.")
    head = form.focusWidget()
    assert head.text() == "There is a problem"
    assert head.accessibleName() == (
        "There is a problem. Enter who was paid. February 2026 has 28 days. Check the day or the month."
    )
    qtbot.keyClick(form.findChild(QPushButton, "to day it was paid"), Qt.Key.Key_Space)
    assert form.focusWidget().objectName() == "day it was paid day"
    assert robot.text_of("day it was paid") == "31 feb 2026"

    robot.fill_form(who_was_paid="Ada", day_it_was_paid="1 5 2026").press("keep")
    assert robot.form is None


def test_a_problem_of_the_whole_form_stands_at_its_top(robot, screen):
    robot.press("add")
    screen.show_form_problem("The pay of April is sent. Change it by an adjustment.")
    assert robot.problem() == "The pay of April is sent. Change it by an adjustment."
    screen.show_form_errors({"party": "Enter who was paid.", "elsewhere": "The file is full."})
    assert robot.problem() == "The file is full."
    screen.close_form()
    screen.show_form_errors({"party": "Nobody hears this."})
    screen.show_form_problem("This is said on the screen.")
    assert robot.problem() == "This is said on the screen."


def test_escape_warns_before_what_was_typed_is_lost(qtbot, robot):
    robot.press("add").fill_form(who_was_paid="Harbour Taxis")
    qtbot.keyClick(robot.form, Qt.Key.Key_Escape)
    assert robot.problem().startswith("What you typed is not kept yet.")
    assert robot.text_of("who was paid") == "Harbour Taxis"
    qtbot.keyClick(robot.form, Qt.Key.Key_Escape)
    assert robot.form is None


def test_escape_leaves_at_once_when_nothing_was_typed(qtbot, robot):
    robot.press("add")
    qtbot.keyClick(robot.form, Qt.Key.Key_Escape)
    assert robot.form is None


def test_leaving_without_keeping_needs_no_warning(robot):
    robot.press("add").fill_form(who_was_paid="Harbour Taxis").press("leave")
    assert robot.form is None


def test_enter_on_a_row_opens_its_form(robot):
    robot.activate(1)
    assert robot.picked() == 1
    assert robot.form.windowTitle() == "Add a payment"


def test_a_form_is_filled_before_it_is_opened_and_may_hold_more_than_fields(qtbot, looks):
    form = FormDialog(None, "Change a name", "", {"name": TextField("&Name")})
    qtbot.addWidget(form)
    form.add(paragraph("It will stand on payslips."))
    form.fill({"name": "Ada"})
    form.open()
    assert form.texts() == {"name": "Ada"}
    assert {"It will stand on payslips.", "Change a name"} <= {line.text() for line in form.findChildren(QLabel)}
    form.close_form()


def test_a_second_form_takes_the_place_of_the_first(robot, screen):
    robot.press("add")
    second = payment_form(screen)
    screen.open_form(second)
    assert robot.form is second


def test_a_problem_and_a_result_are_never_shown_together(robot, screen):
    screen.show_result("Kept.")
    screen.show_problem("The bank file could not be read. Save it again from your bank.")
    assert (robot.result(), robot.problem()) == ("", "The bank file could not be read. Save it again from your bank.")
    assert screen.focusWidget().objectName() == "problem"
    screen.show_problem("")
    assert robot.problem() == ""


def test_a_screen_says_what_it_is_and_where_things_stand(qtbot, looks):
    screen = Screen("Cover", "Nobody is away.")
    robot = Robot(qtbot, screen)
    screen.set_title("Cover for Ada")
    screen.set_lead("Ada is away from 1 to 5 June.")
    screen.point_out(3)
    screen.take_focus()
    assert robot.title() == screen.accessibleName() == "Cover for Ada"
    assert screen.focusWidget().accessibleName() == "Cover for Ada. Ada is away from 1 to 5 June."


def test_what_has_the_focus_is_brought_into_sight(qtbot, robot, screen):
    screen.resize(700, 220)
    button = screen.findChild(QPushButton, "change")
    screen.table.pick(1)
    screen.table.findChild(type(screen.table._view)).setFocus()
    button.setFocus()
    assert not button.visibleRegion().isEmpty()
    assert not robot.can_press("change") or button.isEnabled()
