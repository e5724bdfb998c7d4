"""What the presenter of budgets shows, keeps and refuses, seen on its screen."""

from pa_manager.funding.operations import list_streams, set_weekly_amount
from pa_manager.outlook.presenter import EMPTY
from pa_manager.shell.desk import CannotUseFile
from pa_manager.shell.pieces.lines import Line
from pa_manager.values.money import Money
from tests.outlook.household import FIRST
from tests.outlook.robot import BUDGETS, SPENDING
from tests.paper.reading import text_of


def _lead(robot):
    return robot._screen.findChild(Line, "lead").text()


def test_before_there_is_a_budget_one_button_sets_it_up(robot):
    assert _lead(robot) == EMPTY
    robot.press("begin")
    assert robot.result().startswith("Kept. Hours and rates are as agreed")
    assert robot.budgets() == [["The budget", "21 May 2026", "£38.85", "22:32"]]
    assert _lead(robot) == "The money reaches: £38.85 a week is left. At these rates it pays 22:32 hours a week."


def test_what_is_bought_besides_wages_is_typed_and_taken_out(begun):
    assert not begun.can_press("change spending")
    begun.activate(0, SPENDING).fill_form(how_much="lots").press("keep")
    assert begun.error_of("how much").startswith("This is not an amount of money.")
    begun.fill_form(how_much="-91.25").press("keep")
    assert begun.error_of("how much") == "This amount is below nil. Type it without the minus sign."
    begun.fill_form(how_much="91.25").press("keep")
    assert begun.spending()["Insurance"] == ["£91.25 a year", "£1.75"]
    assert begun.result().startswith("Kept. The money reaches: £37.10 a week is left.")
    begun.pick(0, SPENDING).press("change spending")
    assert begun.text_of("how much") == "91.25"
    begun.fill_form(how_much="").press("keep")
    assert begun.spending()["Insurance"] == ["Nothing yet", ""]


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
