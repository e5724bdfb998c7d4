"""The budget sheet."""

import pytest

from pa_manager.outlook.model import Expense, Hours, HoursRow, Per, Spent
from pa_manager.outlook.report import BudgetPage, budget_pdf
from pa_manager.values.money import Money
from tests.conftest import TODAY
from tests.outlook.people import assistant, budget, reckoned, stream
from tests.paper.reading import elements, text_of, unmarked

ASHA = assistant(minutes=1200)
COSTS = (Expense(Spent.INSURANCE, Money(91_25), Per.YEAR),)


def page(weekly, *, now=None, name="The budget", people=(ASHA,)):
    lines = [Hours(assistant_id=each.id) for each in people]
    found = reckoned(budget(*lines, expenses=COSTS, name=name), stream(weekly), people=people)
    beside = (HoursRow("Chosen in this budget", 1200, "Without nights."), HoursRow("On the rota", None))
    return BudgetPage(holder="Jean Pellow", reckoning=found, beside=beside, printed_on=TODAY, now=now)


def test_every_figure_stands_there_with_its_reason():
    words = " ".join(text_of(budget_pdf(page(340_00))).split())
    for expected in (
        "The money reaches: £37.10 a week is left. At these rates it pays 22:26 hours a week.",
        "Insurance -£1.75",
        "Wages, 20:00 hours -£264.00",
        "Asha, day: 20:00 hours a week at £13.20 an hour: £264.00.",
        "Employment Allowance, £10,500.00 a year",
        "On the rota Not known",
        "We are not lawyers.",
    ):
        assert expected in words


def test_what_is_missing_is_framed_and_the_chart_has_words():
    made = budget_pdf(page(200_00))
    assert "The money does not reach: £102.90 a week is missing." in " ".join(text_of(made).split())
    (said,) = [element.said for element in elements(made) if element.name == "Figure"]
    assert said.endswith("Missing: £102.90 missing.")
    assert unmarked(made) == []


@pytest.mark.parametrize("large", [False, True])
def test_twelve_pas_with_long_names_fit(large):
    people = tuple(
        assistant(number, name=f"Wilhelmina-{number} Featherstonehaugh-Cholmondeley", minutes=600)
        for number in range(1, 13)
    )
    made = budget_pdf(page(340_00, people=people), large=large)
    assert text_of(made).count("Wilhelmina-12") >= 2


def test_what_is_odd_is_listed():
    people = (assistant(minutes=600, rates=()),)
    assert "has no rate for day" in text_of(budget_pdf(page(340_00, people=people)))


def test_an_empty_budget_says_so():
    assert "No hours are chosen yet." in text_of(budget_pdf(page(340_00, people=())))
