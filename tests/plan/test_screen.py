"""The support plan screen, on Qt."""

import pytest

from pa_manager.plan.presenter.plan import PlanPresenter
from pa_manager.plan.screen.plan import PlanScreen
from pa_manager.values.tasks import Place
from tests.places import Journey
from tests.plan.robot import MONEY, PlanRobot

WHAT = "what should get better, or be kept?"


@pytest.fixture
def robot(qtbot, runner, today):
    return PlanRobot(qtbot, PlanScreen(lambda view: PlanPresenter(view, runner, today=today, go_to=Journey().go_to)))


@pytest.fixture
def planned(robot):
    robot.add_outcome(**{WHAT: "Swim each week.", "first_day": "6 4 2026", "when_to_look_at_it_again": "30 4 2026"})
    return robot.add_line(
        **{"what is the money for?": "PA for swimming", "for_which_outcome": "1", "for_a_week": "94.1"}
    )


def test_outcomes_and_lines_stand_in_tables(planned):
    assert planned.outcomes() == [["1", "Swim each week.", "", "£94.10", "", "30 April 2026, late"]]
    assert planned.lines() == [["PA for swimming", "1", "", "£94.10 a week", ""]]
    assert planned.result() == "Kept. PA for swimming is part of the plan."


def test_a_row_is_entered_to_change_it(planned):
    planned.activate(0, "outcomes")
    assert planned.text_of(WHAT) == "Swim each week."
    planned.press("leave").press("end outcome").fill_form(last_day="20 5 2026").press("keep")
    assert planned.outcomes()[0][-1] == "Ended 20 May 2026"
    planned.activate(0, MONEY)
    assert (planned.text_of("for a week"), planned.text_of("for which outcome")) == ("£94.10", "1")


def test_a_line_is_taken_out(planned):
    assert not planned.can_press("remove line")
    planned.pick_line(0).press("remove line")
    assert planned.lines() == []
    assert not planned.can_press("remove line")


def test_each_error_stands_beside_its_field(robot):
    robot.add_outcome(first_day="31 4 2026")
    assert robot.error_of(WHAT).startswith("The words are missing.")
    assert robot.error_of("first day").startswith("April 2026 has 30 days.")
    assert robot.error_of("last day") == ""


def test_an_outcome_can_be_pointed_out(planned):
    planned.add_outcome(**{WHAT: "See my sister."})
    planned._screen.point_out(2)
    assert planned.picked("outcomes") == 1
    assert planned.can_press("end outcome")


def test_an_outcome_is_rated_over_time(planned):
    planned.pick(0, "outcomes").press("rate outcome")
    planned.fill_form(**{"how_is_it,_from_1_to_5?": "2", "on_which_day?": "soon"}).press("keep")
    assert planned.error_of("on which day?").startswith("This is not a day.")
    planned.fill_form(**{"on_which_day?": "1 5 2026"}).press("keep")
    planned.press("rate outcome").fill_form(**{"how_is_it,_from_1_to_5?": "4"}).press("keep")
    assert planned.outcomes()[0][4] == "2, now 4 of 5"
    said = "Outcome 1. It rose from 2 to 4 of 5 between 1 May 2026 and 21 May 2026."
    assert planned.drawn() == f"{said} 1 May 2026: 2 of 5; 21 May 2026: 4 of 5."
    assert planned.rows("what was said of it") == [["1 May 2026", "2 of 5", ""], ["21 May 2026", "4 of 5", ""]][::-1]
    planned.add_outcome(**{WHAT: "See my sister.", "first_day": "6 4 2026"}).pick(1, "outcomes")
    assert planned.drawn() == ""


def test_the_hours_of_an_outcome_are_kept(planned):
    planned.activate(0, "outcomes").fill_form(hours_a_week="lots").press("keep")
    assert planned.error_of("hours a week").startswith("This is not a number of hours.")
    planned.fill_form(hours_a_week="4.5").press("keep")
    assert planned.outcomes()[0][3] == "4:30 hours, £94.10"
    planned.activate(0, "outcomes")
    assert planned.text_of("hours a week") == "4:30"


def test_an_outcome_keeps_the_tags_that_were_ticked(planned):
    planned.activate(0, "outcomes").fill_form(**{"it_serves:_keeping_clean": "yes"}).press("keep")
    planned.activate(0, "outcomes")
    assert planned.text_of("it serves: keeping clean") == "yes"
    assert planned.text_of("it serves: using the toilet") == ""


def test_the_plan_in_words_is_one_step_away(qtbot, runner, today):
    journey = Journey()
    screen = PlanScreen(lambda view: PlanPresenter(view, runner, today=today, go_to=journey.go_to))
    PlanRobot(qtbot, screen).press("words")
    assert journey.places == [Place("plan", screen="words")]
