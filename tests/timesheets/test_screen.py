"""The timesheets screen, on Qt."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from pa_manager.assistants.model import ShiftKind
from pa_manager.timesheets.operations import make_timesheet
from pa_manager.timesheets.presenter.sheets import TimesheetsPresenter
from pa_manager.timesheets.screen.sheets import TimesheetsScreen
from pa_manager.values.tasks import Place
from tests.places import Journey
from tests.timesheets.people import ADA, NIGHT, SAM, plan
from tests.timesheets.robot import TimesheetsRobot


@pytest.fixture
def journey():
    return Journey()


@pytest.fixture
def planned(staffed):
    plan(staffed, ADA, date(2026, 4, 7))
    plan(staffed, ADA, date(2026, 4, 9))
    plan(staffed, SAM, date(2026, 4, 7), NIGHT, kind=ShiftKind.SLEEP_IN)
    return staffed


@pytest.fixture
def screen(planned, today, journey):
    return TimesheetsScreen(lambda view: TimesheetsPresenter(view, planned, today=today, go_to=journey.go_to))


@pytest.fixture
def robot(qtbot, screen):
    return TimesheetsRobot(qtbot, screen)


def test_from_the_rota_to_sent(robot):
    assert robot.lead().endswith("it begins with a timesheet filled from the rota.")
    robot.make("1 2026-04-06")
    assert robot.timesheets() == [["Ada Okonkwo", "6 April to 3 May 2026", "8:00", "8:00", "To be agreed"]]
    assert robot.lines() == [
        ["Tue 7 Apr", "Day", "9am to 1pm", "As planned", "4:00", "", "Worked"],
        ["Thu 9 Apr", "Day", "9am to 1pm", "As planned", "4:00", "", "Worked"],
    ]

    robot.change(0, times_worked="9-12.30", miles_driven_for_you="12", spent_for_you="4.50", note="Bus was late")
    assert robot.lines()[0] == [
        "Tue 7 Apr", "Day", "9am to 1pm", "9am to 12.30pm", "3:30", "12 miles. £4.50. Bus was late", "Worked",
    ]  # fmt: skip
    robot.pick(1, "lines").press("not worked")
    assert robot.lines()[1][3:5] == ["Not worked", "0:00"]

    robot.press("agree").send()
    assert robot.timesheets()[0][3:] == ["3:30", "Sent"]
    assert robot.result().startswith("Sent, and kept as it is.")


def test_what_was_sent_is_corrected_on_the_next(robot):
    robot.make("1 2026-04-06").press("agree").send()
    robot.change(0, hours_worked="3:30")
    assert robot.remarks().startswith("Corrected since, on a later timesheet.")
    robot.pick(0, "timesheets")
    assert robot.lines() == [["Tue 7 Apr", "Day", "", "Correction", "-0:30", "Puts right Tue 7 Apr", "Worked"]]
    robot.pick(1, "timesheets").pick(0, "lines").press("correct")
    assert robot.text_of("hours worked") == "3:30"


def test_a_sleep_in_asks_how_long_was_spent_awake(robot):
    robot.make("2 2026-04-06")
    assert "sleep-ins were spent awake" in robot.remarks()
    robot.change(0, awake_and_working="45m")
    assert robot.remarks() == ""
    assert robot.lines() == [["Tue 7 Apr", "Sleep-in", "10pm to 7am", "As planned", "9:00", "Awake 0:45", "Worked"]]


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(robot):
    robot.make("1 2026-04-06").add("10 4 2026", "meeting", hours_worked="25:00", note="Review")
    assert robot.error_of("hours worked").startswith("A day has 24 hours")
    assert robot.text_of("note") == "Review"
    robot.fill_form(hours_worked="1").press("keep")
    assert robot.lines()[-1] == ["Fri 10 Apr", "Meeting", "Not planned", "1:00 hours", "1:00", "Review", "Worked"]


def test_only_what_can_be_done_is_offered(robot):
    assert not robot.can_press("agree")
    robot.make("1 2026-04-06")
    assert robot.can_press("agree")
    assert not robot.can_press("change")
    robot.pick(0, "lines")
    assert robot.can_press("change")
    robot.press("agree")
    assert not robot.can_press("change")
    assert not robot.can_press("agree")
    assert robot.can_press("reopen")
    robot.press("reopen").pick(0, "lines").press("remove line")
    assert len(robot.lines()) == 1
    robot.press("fill")
    assert len(robot.lines()) == 2
    robot.press("remove")
    assert robot.timesheets() == []
    assert not robot.can_press("papers")


def test_several_are_made_agreed_and_sent_at_once(robot, journey):
    robot.press("make all")
    assert [row[0] for row in robot.timesheets()] == ["Sam Tremaine", "Ada Okonkwo"]
    robot.pick(0, "timesheets").press("quiet").press("agree all")
    assert robot.form.texts() == {"1": "yes", "2": "yes"}
    robot.press("keep").press("send all").press("keep")
    assert [row[-1] for row in robot.timesheets()] == ["Sent", "Sent"]
    assert not robot.can_press("send all")
    robot.press("papers")
    assert journey.places == [Place("timesheets", 2, screen="papers")]


def test_hours_are_counted_from_another_day(robot):
    robot.press("count").fill_form(whose_hours="1", first_day_that_is_counted_so="20 5 2026").press("keep")
    assert robot.result() == "Kept. From 20 May 2026 on, hours are counted from that day."


def test_an_earlier_timesheet_is_pointed_out(robot, screen, planned):
    planned.run(make_timesheet, assistant_id=ADA, day=date(2026, 1, 20))
    planned.run(make_timesheet, assistant_id=ADA, day=date(2026, 4, 20))
    screen.point_out(1)
    assert robot.picked("timesheets") == 1
    assert not robot.can_press("earlier")


def test_a_closed_screen_hears_nothing(qapp, screen, planned):
    screen.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    planned.run(make_timesheet, assistant_id=ADA, day=date(2026, 4, 20))
