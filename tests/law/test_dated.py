"""Dated figures, and the figures that a person adds to them."""

from datetime import date

import pytest

from pa_manager.law.dated import Dated, FigureNotKnown, OwnFigure
from pa_manager.law.explained import Because, because
from pa_manager.law.kinds import MONEY
from pa_manager.values.money import Money

FARE = Dated(
    name="fare",
    authority="Fares Act 2024, s. 1",
    steps=((date(2024, 4, 6), Money(100)), (date(2025, 4, 6), Money(200))),
    known_to=date(2026, 4, 5),
    kind=MONEY,
)
UNTYPED = Dated(name="fare", authority="Fares Act 2024", steps=FARE.steps, known_to=FARE.known_to)


def own(text: str, first: date = date(2026, 4, 6), note: str = "") -> OwnFigure:
    return OwnFigure(name="fare", first=first, last=date(2027, 4, 5), text=text, note=note)


@pytest.mark.parametrize(
    ("day", "pence"),
    [(date(2024, 4, 6), 100), (date(2025, 4, 5), 100), (date(2025, 4, 6), 200), (date(2026, 4, 5), 200)],
)
def test_the_last_step_begun_holds(day: date, pence: int) -> None:
    assert FARE.on(day) == Money(pence)
    assert FARE.knows(day)


@pytest.mark.parametrize("day", [date(2024, 4, 5), date(2026, 4, 6)], ids=["before", "after"])
def test_an_unknown_day_is_refused_with_the_name_of_the_figure(day: date) -> None:
    assert not FARE.knows(day)
    with pytest.raises(FigureNotKnown, match=rf"does not know the fare for {day.day} April .* Add the figure yourself"):
        FARE.on(day)


def test_what_is_found_says_on_whose_authority() -> None:
    found = FARE.found(date(2025, 6, 1))
    assert (found.value, found.authority, found.first, found.own) == (
        Money(200),
        "Fares Act 2024, s. 1",
        date(2025, 4, 6),
        False,
    )


def test_an_own_figure_holds_on_its_days_and_says_that_it_is_own() -> None:
    found = FARE.found(date(2026, 5, 1), [own("3.50", note="the council's letter")])
    assert (found.value, found.own, found.authority) == (Money(350), True, "your own figure: the council's letter")
    assert FARE.found(date(2026, 5, 1), [own("3.50")]).authority == "your own figure"
    with pytest.raises(FigureNotKnown):
        FARE.on(date(2027, 4, 6), [own("3.50")])


def test_an_own_figure_goes_before_the_shipped_one_and_a_later_before_an_earlier() -> None:
    mine = [own("3.50", date(2025, 4, 6)), own("4.00", date(2025, 4, 6))]
    assert FARE.on(date(2025, 6, 1), mine) == Money(400)


def test_own_figures_of_another_name_or_without_a_way_to_type_them_are_not_used() -> None:
    other = OwnFigure(name="toll", first=date(2025, 4, 6), last=date(2027, 4, 5), text="9.99")
    assert FARE.on(date(2025, 6, 1), [other]) == Money(200)
    assert UNTYPED.on(date(2025, 6, 1), [own("9.99", date(2025, 4, 6))]) == Money(200)


def test_a_reason_reads_as_a_line() -> None:
    assert str(Because("Two tickets", Money(400))) == "Two tickets: £4.00."
    assert str(Because("No ticket")) == "No ticket."
    cited = because(FARE.found(date(2025, 6, 1)), "One ticket", Money(200))
    assert str(cited) == "One ticket: £2.00 (Fares Act 2024, s. 1)."
    assert not cited.own
