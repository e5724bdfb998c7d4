"""Figures that a person adds."""

from datetime import date
from pathlib import Path

import pytest

from pa_manager.law.dated import OwnFigure
from pa_manager.law.own_figures import (
    DaysTurnedRound,
    NoSuchFigure,
    check_own_figure,
    figure_names,
    figures_on,
    in_words,
    overtaken,
)
from pa_manager.values.errors import UserError


def wage(text: str, first: date = date(2027, 4, 1), last: date = date(2028, 3, 31)) -> OwnFigure:
    return OwnFigure(name="National Living Wage", first=first, last=last, text=text, note="gov.uk")


def test_every_figure_has_a_name_of_its_own_and_can_be_typed_again() -> None:
    names = figure_names()
    assert len(names) == len(set(names)) == len(figures_on(date(2026, 6, 1)))
    for figure in figures_on(date(2026, 6, 1)):
        typed = OwnFigure(name=figure.name, first=date(2099, 1, 1), last=date(2099, 12, 31), text=figure.text)
        (gap,) = check_own_figure(typed)
        assert "is not known between" in gap


def test_the_list_says_what_is_known_and_offers_the_last_figure() -> None:
    shown = {figure.name: figure for figure in figures_on(date(2027, 6, 1), [wage("16: 8.40, 18: 11.50, 21: 13.20")])}
    assert (shown["National Living Wage"].own, shown["National Living Wage"].known) == (True, True)
    assert shown["National Living Wage"].authority == "your own figure: gov.uk"
    allowance = shown["Employment Allowance"]
    assert (allowance.own, allowance.known, allowance.text) == (False, False, "£10,500.00")
    assert allowance.known_to == date(2027, 4, 5)


def test_a_day_before_all_figures_offers_the_first() -> None:
    shown = {figure.name: figure for figure in figures_on(date(2020, 1, 1))}
    assert (shown["Employment Allowance"].known, shown["Employment Allowance"].text) == (False, "£5,000.00")


def test_a_figure_that_follows_and_is_near_is_not_odd() -> None:
    assert check_own_figure(wage("16: 8.40, 18: 11.50, 21: 13.20")) == ()


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (wage("16: 8.40, 18: 11.50, 21: 131.20"), "far from the last figure known"),
        (wage("16: 8.40, 21: 13.20"), "more or fewer parts"),
        (wage("16: 8.40, 18: 11.50, 21: 13.20", first=date(2027, 5, 1)), "is not known between 31 March 2027"),
        (wage("16: 8.40, 18: 11.50, 21: 13.20", first=date(2027, 3, 1)), "already knows the National Living Wage"),
    ],
)
def test_what_looks_odd_is_said_and_may_be_kept(figure: OwnFigure, said: str) -> None:
    (sentence,) = check_own_figure(figure)
    assert said in sentence
    assert sentence.endswith(".")


def test_what_cannot_be_used_is_refused() -> None:
    with pytest.raises(NoSuchFigure, match="no figure named fare"):
        check_own_figure(OwnFigure(name="fare", first=date(2027, 1, 1), last=date(2027, 2, 1), text="1"))
    with pytest.raises(DaysTurnedRound):
        check_own_figure(wage("16: 8.40", last=date(2027, 3, 31)))
    with pytest.raises(UserError, match="rates by age"):
        check_own_figure(wage("thirteen pounds"))


def test_an_update_that_knows_better_is_pointed_out() -> None:
    differs = wage("16: 8.00, 18: 10.85, 21: 12.80", first=date(2026, 4, 1))
    same = wage("16: 8.00, 18: 10.85, 21: 12.71", first=date(2026, 4, 1))
    gone = OwnFigure(name="fare", first=date(2026, 4, 1), last=date(2027, 3, 31), text="1")
    (sentence,) = overtaken([differs, same, gone, wage("21: 13.20")])
    assert sentence == (
        "You added 16: 8.00, 18: 10.85, 21: 12.80 as the National Living Wage from 1 April 2026; "
        "the program now has 16: 8.00, 18: 10.85, 21: 12.71. Remove yours to use it."
    )


def test_the_list_says_what_a_figure_decides_in_words_and_from_when() -> None:
    shown = {figure.name: figure for figure in figures_on(date(2026, 6, 1))}
    assert all(figure.rule.endswith(".") for figure in shown.values())
    wages = shown["National Living Wage"]
    assert (wages.words, wages.first) == ("£8.00 from 16, £10.85 from 18, £12.71 from 21", date(2026, 4, 1))
    assert shown["lower earnings limit"].words == (
        "£129 a week, £258 a fortnight, £516 for four weeks, £559 a month, £6,708 a year"
    )
    assert shown["income tax bands for Wales"].words == "20% up to £37,700, 40% up to £125,140, 45% above"
    assert (shown["student loan rate"].words, shown["Employment Allowance"].words) == ("9%", "£10,500.00")
    assert {name for name, figure in shown.items() if figure.ended} == {"least weekly earnings for Statutory Sick Pay"}


def test_a_figure_is_known_as_far_as_own_ones_follow_without_a_gap() -> None:
    later = wage("16: 9.00, 18: 12.00, 21: 13.60", date(2028, 4, 1), date(2029, 3, 31))
    next_year = wage("16: 8.40, 18: 11.50, 21: 13.20")

    def known_to(*own: OwnFigure) -> date:
        return next(each for each in figures_on(date(2026, 6, 1), own) if each.name == later.name).known_to

    assert known_to(later) == date(2027, 3, 31)
    assert known_to(later, next_year) == date(2029, 3, 31)


def test_an_own_figure_may_follow_upon_another() -> None:
    next_year = wage("16: 10.40, 18: 14.50, 21: 16.20")
    later = wage("16: 11.00, 18: 15.00, 21: 17.00", date(2028, 4, 1), date(2029, 3, 31))
    assert check_own_figure(later, [next_year]) == ()
    assert len(check_own_figure(later)) == 2
    (twice,) = check_own_figure(next_year, [next_year])
    assert "The one added last is used." in twice


def test_the_name_of_a_figure_is_kept_in_files_and_never_changes() -> None:
    agreed = (Path(__file__).parent / "golden" / "figure_names.txt").read_text(encoding="utf-8").splitlines()
    assert list(figure_names()) == agreed, "a new name goes to the end of its rules; an old one stays"


def test_an_own_figure_is_said_in_words() -> None:
    assert in_words(wage("21: 13.20")) == "£13.20 from 21"
    assert in_words(OwnFigure(name="fare", first=date(2026, 4, 1), last=date(2027, 3, 31), text="1")) == "1"
