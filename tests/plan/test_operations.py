"""What can be done with the support plan."""

from datetime import date

import pytest

from pa_manager.file.work import NotFound
from pa_manager.plan.model import OutcomeId, PlanLineId, SumBelowNil, WordsMissing
from pa_manager.plan.operations import (
    PLAN,
    add_outcome,
    add_plan_line,
    change_outcome,
    change_plan_line,
    end_outcome,
    find_outcome,
    find_plan_line,
    list_outcomes,
    list_plan_lines,
    remove_plan_line,
    things_to_do,
)
from pa_manager.values.days import EndsBeforeItBegins
from pa_manager.values.money import Money
from pa_manager.values.tasks import Place
from tests.conftest import TODAY

APRIL = date(2026, 4, 6)


def test_outcomes_are_numbered_as_they_come(runner):
    assert runner.run(add_outcome, words=" Swim each week. ", first=APRIL) == PLAN
    runner.run(add_outcome, words="See my sister.", first=APRIL, measure="Twice a month.")
    swim, sister = runner.read(list_outcomes)
    assert (swim.number, swim.words) == (1, "Swim each week.")
    assert (sister.number, sister.measure) == (2, "Twice a month.")


def test_an_outcome_keeps_its_number_when_it_changes_and_ends(runner):
    runner.run(add_outcome, words="Swim.", first=APRIL)
    (swim,) = runner.read(list_outcomes)
    runner.run(change_outcome, outcome_id=swim.id, words="Swim twice a week.", first=APRIL, review_on=TODAY)
    assert runner.run(end_outcome, outcome_id=swim.id, last=TODAY) == PLAN
    swim = runner.read(find_outcome, swim.id)
    assert (swim.number, swim.words, swim.review_on, swim.last) == (1, "Swim twice a week.", TODAY, TODAY)


@pytest.mark.parametrize(
    ("texts", "refused"),
    [
        ({"words": " ", "first": APRIL}, WordsMissing),
        ({"words": "Swim.", "first": APRIL, "last": date(2026, 4, 5)}, EndsBeforeItBegins),
    ],
)
def test_an_outcome_that_makes_no_sense_is_refused(runner, texts, refused):
    with pytest.raises(refused):
        runner.run(add_outcome, **texts)
    assert runner.read(list_outcomes) == ()


def test_lines_of_money_are_kept_changed_and_removed(runner):
    runner.run(add_outcome, words="Swim.", first=APRIL)
    (swim,) = runner.read(list_outcomes)
    runner.run(add_plan_line, words="PA for swimming", outcome_id=swim.id, weekly=Money(4000), stream_name=" Midshire ")
    (line,) = runner.read(list_plan_lines)
    assert (line.words, line.outcome_id, line.weekly, line.stream_name) == (
        "PA for swimming",
        swim.id,
        Money(4000),
        "Midshire",
    )

    runner.run(change_plan_line, plan_line_id=line.id, words="Ramp", one_off=Money(25000), agreed_on=TODAY)
    line = runner.read(find_plan_line, line.id)
    assert (line.words, line.outcome_id, line.weekly, line.one_off) == ("Ramp", None, None, Money(25000))

    assert runner.run(remove_plan_line, plan_line_id=line.id) == PLAN
    assert runner.read(list_plan_lines) == ()
    runner.undo()
    assert runner.read(list_plan_lines) == (line,)


def test_a_line_that_makes_no_sense_is_refused(runner):
    with pytest.raises(SumBelowNil):
        runner.run(add_plan_line, words="Ramp", weekly=Money(-1))
    with pytest.raises(NotFound, match="That outcome"):
        runner.run(add_plan_line, words="Ramp", outcome_id=OutcomeId(7))
    assert runner.read(list_plan_lines) == ()


def test_a_line_is_not_led_to_an_outcome_that_is_not_there(runner):
    runner.run(add_plan_line, words="Ramp")
    (line,) = runner.read(list_plan_lines)
    with pytest.raises(NotFound, match="That outcome"):
        runner.run(change_plan_line, plan_line_id=line.id, words="Ramp", outcome_id=OutcomeId(7))
    with pytest.raises(NotFound, match="That line"):
        runner.run(remove_plan_line, plan_line_id=PlanLineId(7))


def test_an_empty_plan_wants_its_first_outcome(runner):
    (task,) = runner.read(things_to_do, today=TODAY)
    assert task.place == Place("plan")


def test_an_outcome_wants_looking_at_again_until_it_has_ended(runner):
    runner.run(add_outcome, words="Swim.", first=APRIL, review_on=date(2026, 6, 1))
    runner.run(add_outcome, words="Draw.", first=APRIL, review_on=date(2026, 6, 1), last=date(2026, 5, 1))
    runner.run(add_outcome, words="Sing.", first=APRIL)
    (task,) = runner.read(things_to_do, today=TODAY)
    assert task.text == "Look again at outcome 1: Swim."
    assert task.due == date(2026, 6, 1)
    assert task.place == Place("plan", runner.read(list_outcomes)[0].id)
