"""What can be done with the budget."""

from datetime import date

import pytest

from pa_manager.assistants.model import AssistantKind, Rate, ShiftKind
from pa_manager.file.work import NotFound
from pa_manager.holder.operations import keep_holder
from pa_manager.law.dated import FigureNotKnown
from pa_manager.outlook.model import BudgetId, BudgetThere, Hours, LineId, NameMissing, Per, Spent
from pa_manager.outlook.operations import (
    OUTLOOK,
    add_hours,
    begin_budget,
    change_budget,
    change_hours,
    look_ahead,
    print_budget,
    remove_budget,
    remove_hours,
    set_expense,
    things_to_do,
    try_what_if,
)
from pa_manager.pay.model import PayDetails, PensionKind
from pa_manager.pay.operations import keep_pay_details
from pa_manager.plan.operations import add_outcome
from pa_manager.rota.model import ShiftPlan
from pa_manager.rota.operations import plan_shift
from pa_manager.values.clock import span_from_text
from pa_manager.values.money import NIL, Money
from pa_manager.values.tasks import Place
from tests.conftest import TODAY
from tests.outlook.household import agree_money, engage, now, told
from tests.paper.reading import text_of


@pytest.fixture
def begun(runner):
    return told(runner)


def _lines(runner):
    return [(each.hours.name, each.hours.amount_said, each.hours.rate_said()) for each in now(runner).lines]


def test_a_budget_begins_with_what_was_agreed_and_planned(begun):
    assert _lines(begun) == [
        ("Asha Patel", "20:00 hours a week", "£13.20 an hour"),
        ("Sam Tremaine", "2 in 4 weeks", "£60.00 a shift"),
    ]
    assert now(begun).cost.wages.amount == Money(294_00)
    with pytest.raises(BudgetThere):
        begun.run(begin_budget, today=TODAY)


def test_hours_are_taken_from_the_rota_where_no_contract_has_any(runner):
    ben = engage(runner, "Ben Okri", Rate(kind=ShiftKind.DAY, per_hour=Money(13_20)))
    engage(runner, "Dan Friend", kind=AssistantKind.UNPAID)
    runner.run(plan_shift, plan=ShiftPlan(day=TODAY, span=span_from_text("9-5"), assistant_id=ben.id))
    runner.run(begin_budget, today=TODAY)
    assert _lines(runner) == [("Ben Okri", "2:00 hours a week", "£13.20 an hour")]


def test_hours_follow_the_contract_until_they_are_typed(begun):
    line = now(begun).lines[0]
    begun.run(change_hours, line_id=line.id, hours=Hours(assistant_id=line.hours.assistant_id, minutes=600))
    assert _lines(begun)[0][1] == "10:00 hours a week"
    begun.run(add_hours, budget_id=now(begun).budget.id, hours=Hours(name="Somebody new", minutes=60))
    assert len(_lines(begun)) == 3
    begun.run(remove_hours, line_id=now(begun).lines[2].id)
    assert len(_lines(begun)) == 2
    with pytest.raises(NotFound):
        begun.run(remove_hours, line_id=LineId(99))


def test_costs_are_set_down_put_right_and_taken_out(begun):
    budget_id = now(begun).budget.id
    for amount in (9_125, 7_300, None, None):
        begun.run(
            set_expense,
            budget_id=budget_id,
            spent=Spent.INSURANCE,
            amount=None if amount is None else Money(amount),
            per=Per.YEAR,
        )
        expected = NIL if amount is None else Per.YEAR.weekly(Money(amount))
        assert now(begun).expenses.amount == expected
    with pytest.raises(NotFound):
        begun.run(set_expense, budget_id=BudgetId(9), spent=Spent.OTHER, amount=NIL, per=Per.WEEK)


def test_a_what_if_is_a_copy_that_stands_by_itself(begun):
    begun.run(set_expense, budget_id=now(begun).budget.id, spent=Spent.PAYROLL, amount=Money(5_00), per=Per.WEEK)
    assert begun.run(try_what_if, name="50p more", dearer=Money(50), day=date(2026, 9, 1)) == OUTLOOK
    first, second = (each.reckoning for each in begun.read(look_ahead, today=TODAY))
    assert (first.budget.is_what_if, second.budget.is_what_if) == (False, True)
    assert second.cost.wages.amount == Money(304_00)
    assert second.expenses.amount == Money(5_00)
    assert second.day == date(2026, 9, 1)
    begun.run(change_budget, budget_id=second.budget.id, name="A pound more", dearer=Money(1_00), weekly=Money(1))
    _first, second = (each.reckoning for each in begun.read(look_ahead, today=TODAY))
    assert (second.budget.name, second.money.amount) == ("A pound more", Money(1))
    assert now(begun).cost.wages.amount == Money(294_00)
    with pytest.raises(NameMissing):
        begun.run(try_what_if, name=" ")


def test_taking_a_what_if_out_leaves_the_budget_and_taking_that_out_leaves_nothing(begun):
    begun.run(try_what_if, name="50p more", dearer=Money(50))
    begun.run(remove_budget, budget_id=begun.read(look_ahead, today=TODAY)[1].reckoning.budget.id)
    assert len(begun.read(look_ahead, today=TODAY)) == 1
    begun.run(try_what_if, name="50p more", dearer=Money(50))
    begun.run(remove_budget, budget_id=now(begun).budget.id)
    assert begun.read(look_ahead, today=TODAY) == ()
    begun.undo()
    assert len(begun.read(look_ahead, today=TODAY)) == 2
    with pytest.raises(NotFound):
        begun.run(remove_budget, budget_id=BudgetId(99))
    with pytest.raises(NotFound):
        begun.run(change_budget, budget_id=BudgetId(99), name="Gone")


def test_nothing_can_be_tried_before_there_is_a_budget(runner):
    with pytest.raises(NotFound):
        runner.run(try_what_if, name="More")
    assert runner.read(things_to_do, today=TODAY) == ()


def test_the_payrolls_word_on_the_pension_is_used(begun):
    asha = now(begun).lines[0].hours.assistant_id
    before = now(begun).cost.pension.amount
    begun.run(
        keep_pay_details,
        details=PayDetails(
            assistant_id=asha, from_day=date(2026, 1, 1), pension=PensionKind.AT_SOURCE, your_share="6%"
        ),
    )
    assert abs(now(begun).cost.pension.amount - before - before) <= Money(1)
    begun.run(
        keep_pay_details,
        details=PayDetails(assistant_id=asha, from_day=date(2026, 2, 1), pension=PensionKind.NONE),
    )
    assert now(begun).cost.pension.amount == NIL


def test_hours_stand_beside_those_agreed_and_planned(begun):
    beside = {row.words: row.said for row in begun.read(look_ahead, today=TODAY)[0].beside}
    assert beside["Chosen in this budget"] == "20:00 hours"
    assert beside["Agreed in the contracts"] == "20:00 hours"
    assert beside["Agreed in the plan"] == "Not known"
    assert beside["On the rota"] == "0:00 hours"


def test_hours_of_the_plan_stand_beside_them(begun):
    begun.run(add_outcome, words="Swim", first=TODAY, weekly_minutes=180)
    begun.run(add_outcome, words="Cook", first=TODAY, weekly_minutes=120)
    beside = {row.words: row.said for row in begun.read(look_ahead, today=TODAY)[0].beside}
    assert beside["Agreed in the plan"] == "5:00 hours"


def test_home_is_told_when_the_money_does_not_reach(runner):
    told(runner, weekly=100_00)
    (task,) = runner.read(things_to_do, today=TODAY)
    assert task.text.startswith("The budget does not reach: £2")
    assert task.place == Place("outlook", now(runner).budget.id)


def test_home_is_not_told_while_it_reaches(runner):
    told(runner, weekly=500_00)
    assert runner.read(things_to_do, today=TODAY) == ()


def test_a_day_whose_law_is_not_known_is_refused(begun):
    with pytest.raises(FigureNotKnown):
        begun.run(try_what_if, name="Long ago", day=date(2020, 1, 1))
    with pytest.raises(FigureNotKnown):
        begun.run(change_budget, budget_id=now(begun).budget.id, name="Long ago", day=date(2020, 1, 1))


def test_the_sheet_is_printed_in_both_sizes(begun):
    begun.run(try_what_if, name="50p more", dearer=Money(50))
    budget, tried = (each.reckoning.budget for each in begun.read(look_ahead, today=TODAY))
    words = text_of(begun.read(print_budget, budget_id=budget.id, today=TODAY))
    assert "20:00 hours a week" in words
    assert "Beside" not in words
    begun.run(keep_holder, name="Jean Pellow")
    large = text_of(begun.read(print_budget, budget_id=tried.id, today=TODAY, large=True))
    assert "What if: 50p more" in large
    assert "Beside the budget of now" in large
    assert "Budget of Jean Pellow: 50p more. Printed on 21 May 2026" in large


def test_no_money_agreed_is_all_missing(runner):
    engage(runner, "Asha Patel", Rate(kind=ShiftKind.DAY, per_hour=Money(13_20)), minutes=600)
    runner.run(begin_budget, today=TODAY)
    assert now(runner).left == -now(runner).cost.total
    agree_money(runner)
    assert now(runner).reaches
