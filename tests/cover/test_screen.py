"""Cover and the call list, on Qt."""

import pytest

from pa_manager.assistants.model import ApplicantId
from pa_manager.assistants.operations import add_applicant, agree_back_up, open_vacancy
from pa_manager.cover.presenter.call_list import CallListPresenter
from pa_manager.cover.presenter.gaps import CoverPresenter
from pa_manager.cover.screen.call_list import CallListScreen
from pa_manager.cover.screen.gaps import CoverScreen
from pa_manager.values.tasks import Place
from tests.assistants.test_operations_recruitment import TESS, VACANCY, WEEKENDS
from tests.cover.household import AT, tell
from tests.cover.robot import CallListRobot, CoverRobot
from tests.places import Journey


@pytest.fixture
def journey():
    return Journey()


@pytest.fixture
def screen(runner, today, journey):
    tell(runner)
    return CoverScreen(lambda view: CoverPresenter(view, runner, journey.go_to, today=today, now=lambda: AT))


@pytest.fixture
def robot(qtbot, screen):
    return CoverRobot(qtbot, screen)


@pytest.fixture
def call_list(qtbot, runner, today):
    tell(runner)
    screen = CallListScreen(lambda view: CallListPresenter(view, runner, today=today))
    return CallListRobot(qtbot, screen), screen


def test_from_a_message_in_the_morning_to_two_shifts_covered(robot):
    robot.cannot_come("1", "21 5 2026", last_day="22 5 2026", in_a_few_words="Flu")
    assert robot.gaps() == [
        ["Thu 21 May", "9am to 1pm", "Day", "4:00", "Ada Okonkwo cannot come: Flu."],
        ["Fri 22 May", "9am to 1pm", "Day", "4:00", "Ada Okonkwo cannot come: Flu."],
    ]
    robot.pick_gap(0)
    assert robot.options()[1:] == [
        ["Sam Tremaine", "Bank PA", "Free", "£52.80", "", ""],
        ["Rowena Pellow", "Family or friend", "Ask them", "Nothing to pay", "", "Not lifting"],
        ["Brightway Homecare", "Agency", "Ask them", "£98.00", "01632 960700", ""],
    ]
    robot.note(1, "no", note="College")
    robot.pick_gap(0).activate(2, "who could come").press("keep")
    assert robot.result() == "Kept. Rowena Pellow has Thu 21 May, 9am to 1pm."
    robot.pick_gap(0).press("ask other").fill_form(who_was_asked="Mrs Hale").press("keep")
    assert robot.gaps() == []
    assert robot.events() == [["Ada Okonkwo", "21 to 22 May 2026", "Flu", "Closed", "3", "", ""]]
    robot.pick(0, "times of cover")
    assert [row[1:] for row in robot.calls()] == [
        ["Sam Tremaine", "Thu 21 May, 9am to 1pm", "No", "College"],
        ["Rowena Pellow", "Thu 21 May, 9am to 1pm", "Yes, they will come", ""],
        ["Mrs Hale", "Fri 22 May, 9am to 1pm", "Yes, they will come", ""],
    ]
    assert robot.calls()[0][0] == "Thu 21 May, 8.40am"


def test_nobody_picked_nothing_to_press(robot):
    assert not any(robot.can_press(name) for name in ("ask", "ask other", "close"))
    robot.cannot_come("", "21 5 2026")
    assert robot.error_of("who") == "Nobody is chosen. Choose who cannot come."


def test_closing_with_a_lesson(robot):
    robot.cannot_come("1", "21 5 2026").pick(0, "times of cover").press("close")
    robot.fill_form(what_to_do_otherwise_next_time="Ask the agency sooner").press("keep")
    assert robot.events()[0][3:] == ["Closed", "0", "", "Ask the agency sooner"]


def test_a_gap_is_pointed_out_and_the_call_list_reached(robot, screen, journey):
    robot.cannot_come("1", "21 5 2026", last_day="22 5 2026")
    screen.point_out(2)
    assert robot.picked("shifts that nobody has") == 1
    assert robot.options()[1][2] == "Sam Tremaine is down for noon to 4pm on Fri 22 May already."
    robot.press("call list")
    assert journey.places == [Place("cover", screen="call_list")]


def test_keeping_the_call_list(call_list):
    robot, screen = call_list
    robot.add("council", name="Duty line", phone="01632 960999", agreed_on="", last_checked_on="")
    assert [row[:2] + row[4:] for row in robot.people()] == [
        ["Bank PA", "Sam Tremaine", "As agreed", "", "21 May 2026"],
        ["Family or friend", "Rowena Pellow", "", "", "21 May 2026"],
        ["Agency", "Brightway Homecare", "£24.50", "", "Never"],
        ["Council", "Duty line", "", "", "Never"],
    ]
    screen.point_out(1)
    robot.press("check")
    assert robot.people()[2][-1] == "21 May 2026"
    robot.activate(2, "who would come").fill_form(cost_of_an_hour="26", agreed_on="1 5 2026").press("keep")
    assert robot.people()[2][4:6] == ["£26.00", "1 May 2026"]
    robot.pick(3, "who would come").press("remove")
    assert len(robot.people()) == 3


def test_an_applicant_who_agreed_is_taken_onto_the_list(call_list, runner):
    robot, _screen = call_list
    before = len(robot.rows("who would come"))
    robot.press("take")
    assert robot.problem().startswith("No other applicant has agreed to be a back-up.")
    runner.run(open_vacancy, details=WEEKENDS)
    runner.run(add_applicant, vacancy_id=VACANCY, details=TESS)
    runner.run(agree_back_up, applicant_id=ApplicantId(1), agreed_on=TESS.applied_on)
    robot.press("take").press("keep")
    assert robot.result() == "Kept. The call list is up to date."
    assert len(robot.rows("who would come")) == before + 1
