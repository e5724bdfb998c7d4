"""What the money pays for, without Qt and on Qt: the presenter through its screen."""

import pytest

from pa_manager.assistants.model import Rate, ShiftKind
from pa_manager.funding.operations import list_streams, set_weekly_amount
from pa_manager.outlook.operations import look_ahead
from pa_manager.outlook.presenter import EMPTY, OutlookPresenter
from pa_manager.outlook.screen import OutlookScreen
from pa_manager.shell.desk import CannotUseFile
from pa_manager.shell.pieces.lines import Line
from pa_manager.values.money import Money
from tests.conftest import TODAY
from tests.outlook.household import FIRST, agree_money, engage
from tests.outlook.robot import BUDGETS, HOURS, SPENDING, OutlookRobot
from tests.paper.reading import text_of
from tests.windows import PaperDesk


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def robot(qtbot, runner, today, desk):
    agree_money(runner)
    engage(runner, "Asha Patel", Rate(kind=ShiftKind.DAY, per_hour=Money(13_20)), minutes=1200)
    return OutlookRobot(qtbot, OutlookScreen(lambda view: OutlookPresenter(view, runner, today=today, desk=desk)))


@pytest.fixture
def begun(robot):
    return robot.press("begin")


@pytest.fixture
def tried(begun):
    return begun.press("try").fill_form(what_to_call_it="A pound more", every_hour_dearer_by="1").press("keep")


def _lead(robot):
    return robot._screen.findChild(Line, "lead").text()


def test_before_there_is_a_budget_one_button_sets_it_up(robot):
    assert _lead(robot) == EMPTY
    robot.press("begin")
    assert robot.result().startswith("Kept. Hours and rates are as agreed")
    assert robot.budgets() == [["The budget", "21 May 2026", "£38.85", "22:32"]]
    assert _lead(robot) == "The money reaches: £38.85 a week is left. At these rates it pays 22:32 hours a week."


def test_the_week_stands_line_by_line_and_each_figure_explains_itself(begun):
    assert begun.week() == {
        "Money for a week": "£340.00",
        "Wages, 20:00 hours": "-£264.00",
        "Holiday": "-£31.86",
        "National Insurance": "£0.00",
        "Pension": "-£5.29",
        "Left over": "£38.85",
    }
    assert begun.why("Holiday") == [
        [
            "Asha Patel: 12.07% of pay for work, as with irregular hours",
            "£31.86",
            "Working Time Regulations 1998 (SI 1998/1833), reg. 15B",
        ]
    ]
    assert begun.cards() == {
        "Money for wages": "£297.69",
        "Hours it pays": "22:32",
        "Left over, or missing": "£38.85",
    }
    assert begun.chart().startswith("The money reaches: £38.85 a week is left.")
    assert begun.beside()["Agreed in the contracts"] == "20:00 hours"
    assert begun.band() == ""
    assert not begun.sees_compared()


def test_what_is_bought_besides_wages_is_typed_and_taken_out(begun):
    assert not begun.can_press("change spending")
    begun.activate(0, SPENDING).fill_form(how_much="lots").press("keep")
    assert begun.error_of("how much").startswith("This is not an amount of money.")
    begun.fill_form(how_much="91.25").press("keep")
    assert begun.spending()["Insurance"] == ["£91.25 a year", "£1.75"]
    assert begun.result().startswith("Kept. The money reaches: £37.10 a week is left.")
    begun.pick(0, SPENDING).press("change spending")
    assert begun.text_of("how much") == "91.25"
    begun.fill_form(how_much="").press("keep")
    assert begun.spending()["Insurance"] == ["Nothing yet", ""]


def test_hours_are_changed_added_and_taken_out(begun):
    assert not begun.can_press("change hours")
    begun.activate(0, HOURS)
    assert begun.text_of("hours a week paid by the hour") == ""
    begun.fill_form(hours_a_week_paid_by_the_hour="400", what_an_hour_is_paid="0").press("keep")
    assert begun.error_of("hours a week paid by the hour").startswith("That is more than two people")
    assert begun.error_of("what an hour is paid").startswith("This rate is nil.")
    begun.fill_form(hours_a_week_paid_by_the_hour="30", what_an_hour_is_paid="13").press("keep")
    assert begun.hours() == [["Asha Patel", "Day", "30:00 hours a week", "£13.00 an hour"]]
    assert begun.band().endswith("a week is missing. Ask whoever pays, in writing, for a review; choose fewer hours;"
                                 " or look at what is bought besides wages.")  # fmt: skip
    begun.press("add hours").fill_form(who="new agency", shifts_in_4_weeks_paid_by_the_shift="x").press("keep")
    assert begun.error_of("who it is if new").startswith("The name is missing.")
    begun.fill_form(
        who_it_is_if_new="Brightway",
        what_kind_of_work="sleep_in",
        shifts_in_4_weeks_paid_by_the_shift="2",
        what_a_shift_is_paid="150",
    ).press("keep")
    assert begun.hours()[1] == ["Brightway", "Sleep-in", "2 in 4 weeks", "£150.00 a shift"]
    begun.pick(1, HOURS).press("change hours")
    assert begun.text_of("who") == "new agency"
    assert begun.text_of("who it is if new") == "Brightway"
    begun.form.reject()
    begun.pick(1, HOURS).press("remove hours")
    assert begun.result() == "Taken out: the hours of Brightway. Undo brings them back."
    assert len(begun.hours()) == 1


def test_something_is_tried_out_and_held_against_now_line_by_line(tried):
    assert tried.result().startswith("Kept. The money reaches: £15.76 a week is left.")
    assert [row[0] for row in tried.budgets()] == ["The budget", "A pound more"]
    assert tried.picked(BUDGETS) == 1
    assert tried.compared()["Wages"] == ["£264.00", "£284.00", "+£20.00"]
    assert tried.sees_compared()
    assert _lead(tried).startswith("What if: A pound more. ")
    assert tried.hours()[0][3] == "£14.20 an hour"
    tried.pick(0, BUDGETS)
    assert not tried.sees_compared()


def test_bad_input_is_told_beside_the_field_and_nothing_is_lost(begun):
    begun.press("try").fill_form(
        every_hour_dearer_by="much", with_the_money_and_the_law_of_another_day="31 4 2027"
    ).press("keep")
    assert begun.error_of("what to call it").startswith("The name is missing.")
    assert begun.error_of("every hour dearer by").startswith("This is not an amount")
    assert begun.error_of("with the money and the law of another day").startswith("April 2027 has 30 days.")
    begun.fill_form(
        what_to_call_it="Long ago", every_hour_dearer_by="", with_the_money_and_the_law_of_another_day="1 4 2010"
    ).press("keep")
    assert "does not know" in begun.form.summary.problem
    assert begun.text_of("what to call it") == "Long ago"


def test_what_a_budget_rests_on_is_changed_and_it_is_taken_out(tried):
    tried.activate(1, BUDGETS)
    assert tried.text_of("every hour dearer by") == "1.00"
    tried.fill_form(what_to_call_it="Next April", with_the_money_and_the_law_of_another_day="6 4 2027").press("keep")
    assert tried.budgets()[1][:2] == ["Next April", "6 April 2027"]
    assert "minimum wage of 6 April 2027 is not known yet" in tried._screen._notes.said
    tried.press("change").press("leave")
    tried.press("remove")
    assert tried.result() == "Taken out: Next April. Undo brings it back."
    assert tried.picked(BUDGETS) == 0
    tried.activate(0, BUDGETS).press("keep")
    tried.press("remove")
    assert tried.result().startswith("Taken out: The budget, and every what-if with it.")
    assert _lead(tried) == EMPTY
    assert tried.can_press("begin")


def test_it_follows_the_money_agreed(begun, runner):
    stream = runner.read(list_streams)[0]
    runner.run(set_weekly_amount, stream_id=stream.id, from_day=FIRST, weekly=Money(200_00))
    assert begun.week()["Missing"] == "-£101.15"
    assert begun.chart().endswith("Missing: £101.15 missing.")


def test_the_sheet_is_printed_and_saved_in_the_size_chosen(begun, desk):
    begun.press("print")
    assert "The budget" in text_of(desk.printed["The budget.pdf"])
    begun.choose("budget sheet", "large").press("save")
    assert begun.result() == "Saved as The budget.pdf."

    def fails(_name, _content):
        raise CannotUseFile("It could not be saved there. Choose another folder.")

    desk.save_file = fails
    begun.press("save")
    assert begun.problem() == "It could not be saved there. Choose another folder."


def test_a_budget_can_be_pointed_out(tried, runner):
    tried._screen.point_out(runner.read(look_ahead, today=TODAY)[0].reckoning.budget.id)
    assert tried.picked(BUDGETS) == 0
