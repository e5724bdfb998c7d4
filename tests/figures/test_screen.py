"""The screen of legal figures, on Qt."""

import pytest

from pa_manager.figures.presenter import FiguresPresenter
from pa_manager.figures.screen import FiguresScreen
from tests.figures.robot import ADDED, LAW, FiguresRobot

TYPED = {"what_it_is": "16: 8.40, 18: 11.50, 21: 13.20", "where_you_found_it": "gov.uk"}


@pytest.fixture
def robot(qtbot, runner, today):
    return FiguresRobot(qtbot, FiguresScreen(lambda view: FiguresPresenter(view, runner, today=today)))


def test_the_figures_of_a_day_stand_in_a_table(robot):
    what, first, known_to, whose = robot.figures()["National Living Wage"]
    assert what == "£8.00 from 16, £10.85 from 18, £12.71 from 21"
    assert (first, known_to, whose) == ("1 April 2026", "31 March 2027", "The law's")
    robot.show_day("1 6 2027")
    assert robot.figures()["National Living Wage"][3] == "Not known"
    assert robot.show_day("30 2 2027").error_of("as it is on").startswith("February 2027 has 28 days.")


def test_next_years_figure_is_added_from_the_row(robot):
    robot.activate(0, LAW).fill_form(**TYPED).press("keep")
    assert robot.result().startswith("Kept. The National Living Wage")
    assert robot.added() == [
        [
            "National Living Wage",
            "£8.40 from 16, £11.50 from 18, £13.20 from 21",
            "1 April 2027 to 31 March 2028",
            "gov.uk",
            "In order",
        ]
    ]
    robot.show_day("1 6 2027")
    assert robot.figures()["National Living Wage"][3] == "Yours"


def test_choosing_another_figure_in_the_form_brings_its_days(robot):
    robot.press("add").choose("which figure", "student loan rate")
    assert (robot.text_of("first day"), robot.text_of("what it is")) == ("6 4 2027", "9%")


def test_what_is_wrong_stands_beside_the_field_and_nothing_is_lost(robot):
    robot.add_figure(what_it_is="thirteen", where_you_found_it="gov.uk")
    assert robot.error_of("what it is").startswith("This is not a list of rates by age.")
    assert robot.text_of("where you found it") == "gov.uk"


def test_an_added_figure_is_pointed_out_changed_and_removed(robot):
    robot.add_figure(**TYPED)
    assert not robot.can_press("remove")
    robot._screen.point_out(1)
    assert robot.worth_knowing() == ""
    robot.activate(0, ADDED).fill_form(what_it_is="21: 132").press("keep")
    assert robot.worth_knowing().startswith("This has more or fewer parts")
    robot.press("change").press("leave").press("remove")
    assert robot.added() == []


def test_the_figure_picked_is_told_in_words(robot):
    robot.pick(0, LAW)
    told = [line.text() for line in robot._screen._sentences]
    assert told[0].startswith("The least an hour of work must pay, by age.")
