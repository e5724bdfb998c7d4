"""The PAs screen, on Qt."""

import pytest

from pa_manager.assistants.presenter.assistants import AssistantsPresenter
from pa_manager.assistants.screen.assistants import AssistantsScreen
from tests.assistants.robot import AssistantsRobot
from tests.places import Journey


@pytest.fixture
def screen(runner, today):
    return AssistantsScreen(lambda view: AssistantsPresenter(view, runner, today=today, go_to=Journey().go_to))


@pytest.fixture
def robot(qtbot, screen):
    return AssistantsRobot(qtbot, screen)


@pytest.fixture
def ada(robot):
    robot.engage("Ada Okonkwo", "7 4 2025", pay_for_an_hour="13.20", hours_a_week="16")
    return robot.pick(0, "pas")


def test_engaging_from_the_form(robot):
    robot.engage("Ada Okonkwo", "7 4 2025", pay_for_an_hour="13.20", hours_a_week="16")
    assert robot.assistants() == [["Ada Okonkwo", "Employed", "£13.20 an hour", "Since 7 April 2025"]]
    assert robot.result() == "Kept. Ada Okonkwo is one of your PAs from 7 April 2025."
    assert robot.form is None


def test_each_error_stands_beside_its_field_and_nothing_typed_is_lost(robot):
    robot.engage("", "7 13 2025", phone="01632 960001")
    assert robot.error_of("full name").startswith("The name is missing.")
    assert robot.error_of("first day of work").startswith("There is no month 13.")
    assert robot.text_of("phone") == "01632 960001"
    assert robot.assistants() == []


@pytest.mark.usefixtures("ada")
def test_new_terms_stand_beneath_the_pa(robot):
    robot.press("agree terms").fill_form(first_day="1 10 2026", **{"sleep-in, a shift": "65"}).press("keep")
    assert robot.terms() == [
        ["1 October 2026", "16:00", "Day: £13.20 an hour\nSleep-in: £65.00 a shift", "As each shift says"],
        ["7 April 2025", "16:00", "Day: £13.20 an hour", "As each shift says"],
    ]


@pytest.mark.usefixtures("ada")
def test_terms_put_right_by_entering_their_row(robot):
    robot.activate(0, "terms agreed").fill_form(**{"day, an hour": "13.50"}).press("keep")
    assert robot.terms() == [["7 April 2025", "16:00", "Day: £13.50 an hour", "As each shift says"]]


@pytest.mark.usefixtures("ada")
def test_backdated_terms_are_kept_only_when_said_so(robot):
    robot.agree_terms("1 4 2025")
    assert robot.problem().startswith("Terms that begin on 7 April 2025")
    robot.fill_form(these_terms_are_backdated="yes").press("keep")
    assert len(robot.terms()) == 2


@pytest.mark.usefixtures("ada")
def test_entering_the_row_changes_the_details(robot):
    robot.activate(0, "pas").fill_form(name_they_like_to_be_called="Ada").press("keep")
    assert robot.result() == "Kept. The details of Ada are changed."


@pytest.mark.usefixtures("ada")
def test_parting(robot):
    robot.press("part").fill_form(last_day="31 5 2026").press("keep")
    assert robot.assistants()[0][-1] == "Until 31 May 2026"


def test_with_nobody_picked_nothing_can_be_changed(robot, screen):
    assert not any(robot.can_press(name) for name in ("change", "agree terms", "part"))
    robot.engage("Ada Okonkwo", "7 4 2025")
    screen.point_out(1)
    assert robot.picked("pas") == 0
    assert robot.can_press("part")
    assert robot.terms() == []


@pytest.mark.usefixtures("ada")
def test_a_rate_for_sundays_and_the_contract(robot):
    robot.press("rate").fill_form(pay_for_an_hour="16").press("keep")
    assert robot.terms()[0][2] == "Day: £13.20 an hour\nDay, Sunday: £16.00 an hour"
    robot.press("contract").fill_form(job="Personal assistant", weeks_of_notice_from_you="4").press("keep")
    assert robot.result() == "Kept. The contract details of Ada Okonkwo are changed."
    robot.press("contract")
    assert (robot.text_of("job"), robot.text_of("weeks of notice from you")) == ("Personal assistant", "4")
