"""The funding screen, on Qt."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from pa_manager.funding.presenter.money import FundingPresenter
from pa_manager.funding.screen.money import FundingScreen
from pa_manager.values.tasks import Place
from tests.funding.robot import AGREED, ONE_OFFS, PAYMENTS, FundingRobot
from tests.places import Journey

COUNCIL = {
    "who_pays": "Midshire County Council",
    "agreed_sum_for_a_week": "424.60",
    "your_contribution_for_a_week": "53",
    "first_day_the_money_is_for": "1 4 2026",
}


@pytest.fixture
def robot(qtbot, runner, today):
    return FundingRobot(
        qtbot, FundingScreen(lambda view: FundingPresenter(view, runner, today=today, go_to=Journey().go_to))
    )


@pytest.fixture
def funded(robot):
    return robot.add_stream(**COUNCIL)


def test_the_next_thirteen_payments_stand_there_each_with_words(funded):
    assert funded.streams() == [["Midshire County Council", "Every 4 weeks", "£424.60", "£53.00", "Wed 27 May"]]
    assert len(funded.payments()) == 13
    assert funded.payments()[0] == [
        "Wed 27 May",
        "£1,486.40",
        "£212.00",
        "27 May to 23 June 2026: 4 weeks at £424.60, less 4 weeks at £53.00",
    ]


def test_a_payment_is_read_out_as_a_sentence(funded):
    model = funded._screen.findChild(QTableView, PAYMENTS).model()
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "£1,486.40 from Midshire County Council on Wednesday 27 May 2026, for 27 May to 23 June 2026."
        " 4 weeks at £424.60 a week: £1,698.40."
        " Less your contribution, which you pay into the account, 4 weeks at £53.00 a week: £212.00."
    )


def test_the_contribution_says_where_it_goes(funded):
    funded.press("new contribution").fill_form(
        your_contribution_for_a_week="53", how_the_contribution_is_paid="gross", from_which_day="27 5 2026"
    ).press("keep")
    assert funded.payments()[0][1:3] == ["£1,698.40", "£212.00 by invoice"]
    assert funded.agreed()[0] == [
        "27 May 2026",
        "Your contribution",
        "£53.00",
        "By the council's invoice",
    ]


def test_each_error_stands_beside_its_field(robot):
    robot.add_stream(agreed_sum_for_a_week="lots", last_day_the_money_is_for="31 4 2026")
    assert robot.error_of("who pays").startswith("The name of who pays is missing.")
    assert robot.error_of("agreed sum for a week").startswith("This is not an amount of money.")
    assert robot.error_of("first day the money is for").startswith("The first day is missing.")
    assert robot.error_of("last day the money is for").startswith("April 2026 has 30 days.")
    assert robot.error_of("their reference") == ""
    assert robot.text_of("agreed sum for a week") == "lots"


def test_rows_are_entered_to_change_them(funded):
    funded.activate(0, "who pays")
    assert funded.text_of("who pays") == "Midshire County Council"
    funded.press("leave").activate(0, AGREED)
    funded.fill_form(agreed_sum_for_a_week="430").press("keep")
    assert funded.streams()[0][2] == "£430.00"
    funded.add_one_off(what_it_is_for="A ramp", how_much="1250", when_it_is_expected="12 6 2026")
    assert funded.one_offs() == [["A ramp", "£1,250.00", "12 June 2026", "Midshire County Council"]]
    funded.activate(0, ONE_OFFS).fill_form(how_much="1300").press("keep")
    assert funded.one_offs()[0][1] == "£1,300.00"


def test_what_was_agreed_is_that_of_the_stream_picked(funded):
    funded.add_stream(who_pays="Midshire NHS", first_day_the_money_is_for="1 5 2026")
    assert funded.streams()[1] == ["Midshire NHS", "Every 4 weeks", "", "", "No sum yet"]
    funded.pick(1, "who pays")
    assert (funded.payments(), funded.agreed()) == ([], [])
    funded._screen.point_out(1)
    assert len(funded.agreed()) == 2


def test_what_cannot_be_done_yet_cannot_be_pressed(robot):
    for button in ("change", "new amount", "new contribution", "correct", "take back", "add one-off"):
        assert not robot.can_press(button)
    robot.add_stream(**COUNCIL)
    assert robot.can_press("new amount")
    assert not robot.can_press("take back")
    robot.pick(1, AGREED)
    robot.press("take back")
    assert len(robot.agreed()) == 1


def test_a_stream_of_words_alone_is_paid_nothing(robot):
    robot.add_stream(who_pays="Midshire NHS", first_day_the_money_is_for="1 5 2026", your_contribution_for_a_week="5")
    assert robot.agreed() == [["1 May 2026", "Your contribution", "£5.00", "Into the account"]]
    assert robot.payments() == []


def test_what_the_money_pays_for_is_one_press_away(qtbot, runner, today):
    journey = Journey()
    screen = FundingScreen(lambda view: FundingPresenter(view, runner, today=today, go_to=journey.go_to))
    FundingRobot(qtbot, screen).press("outlook")
    assert journey.places == [Place("outlook")]
