"""Gathering what needs doing from every link."""

from datetime import date, timedelta

import pytest

from pa_manager import demo
from pa_manager.holder.operations import keep_holder
from pa_manager.home import operations
from pa_manager.home.operations import home_page, list_things_to_do
from pa_manager.law.dated import FigureNotKnown
from pa_manager.values.money import NIL, Money
from pa_manager.values.tasks import Place
from tests.conftest import NOW, TODAY
from tests.windows import MORNING


def test_an_empty_file_asks_for_a_holder_first(runner):
    page = runner.read(home_page, on=NOW)
    assert (page.whose, page.money, page.next_return, page.shifts) == ("", None, None, ())
    assert any(task.place == Place("holder") for task in page.tasks)


def test_the_holder_is_greeted_by_the_name_they_like(runner):
    runner.run(keep_holder, name="Jean Pellow", known_as="Jean")
    assert runner.read(home_page, on=NOW).whose == "Jean"
    runner.run(keep_holder, name="Jean Pellow")
    assert runner.read(home_page, on=NOW).whose == "Jean Pellow"


def test_the_example_knows_what_is_left_and_what_is_owed(household):
    money = household.read(home_page, on=MORNING).money
    assert money.balance == Money(2582_21)
    assert money.already_owed > NIL
    assert money.spare == max(money.balance - money.already_owed - money.reserve, NIL)
    assert f"{money.kept} of the {money.reserve} agreed to be kept" in money.sentence
    page = household.read(home_page, on=MORNING)
    assert page.lead.startswith("Wednesday 10 June 2026. Ada Okonkwo is here until 1.15pm.")
    assert page.next_return.last == date(2026, 6, 8)


def test_a_link_that_cannot_tell_says_why_and_the_others_are_still_heard(household, monkeypatch):
    def cannot_tell(_work, *, today):
        raise FigureNotKnown(f"The rate for {today} is not known.")

    before = household.read(list_things_to_do, today=TODAY)
    monkeypatch.setitem(operations.SOURCES, "funding", cannot_tell)
    after = household.read(list_things_to_do, today=TODAY)
    assert {task.text for task in before if task.place.link != "funding"} < {task.text for task in after}
    (said,) = [task for task in after if "is not known" in task.text]
    assert (said.place, said.due) == (Place("funding"), TODAY)


@pytest.mark.parametrize("later", [0, 400])
def test_tasks_are_sentences_and_lead_somewhere(household, later):
    tasks = household.read(list_things_to_do, today=demo.TODAY + timedelta(days=later))
    assert tasks
    for task in tasks:
        assert task.text.endswith("."), task.text
        assert task.place.link in operations.SOURCES
