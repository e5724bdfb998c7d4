"""Figures that run out, and how figures stand."""

from datetime import date

import pytest

from pa_manager.figures.model import AddedLine, Ending, FigureId, endings, standing, value_said
from pa_manager.law.dated import OwnFigure
from pa_manager.law.own_figures import figures_on

WAGE = OwnFigure(
    name="National Living Wage",
    first=date(2027, 4, 1),
    last=date(2028, 3, 31),
    text="16: 8.40, 18: 11.50, 21: 13.20",
    note="gov.uk",
)


def _named(name, day, *own):
    return next(figure for figure in figures_on(day, own) if figure.name == name)


def _ending(day, *own):
    return {each.last: each.names for each in endings(figures_on(day, own), day)}


def test_figures_are_pointed_out_eight_weeks_before_they_end_and_after():
    assert _ending(date(2027, 2, 2)) == {}
    assert _ending(date(2027, 2, 3)).keys() == {date(2027, 3, 31)}
    assert _ending(date(2027, 6, 1)).keys() == {date(2027, 3, 31), date(2027, 4, 5)}


def test_what_was_added_is_not_asked_for_again():
    assert _ending(date(2027, 2, 4))[date(2027, 3, 31)][0] == "National Living Wage"
    assert "National Living Wage" not in _ending(date(2027, 2, 4), WAGE)[date(2027, 3, 31)]


def test_what_is_rare_or_gone_from_the_law_is_asked_of_nobody():
    told = {name for names in _ending(date(2027, 6, 1)).values() for name in names}
    assert not told & {
        "tax-free mileage, bicycle",
        "least weekly earnings for Statutory Sick Pay",
        "married woman's reduced rate of National Insurance",
    }


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (
            ["National Living Wage"],
            "The National Living Wage is known up to 31 March 2027. Add the new rate when it is published.",
        ),
        (
            ["income tax bands for Wales"],
            "The income tax bands for Wales are known up to 31 March 2027. Add the new rate when it is published.",
        ),
        (
            ["National Living Wage", "primary threshold"],
            (
                "The National Living Wage and 1 other legal figure are known up to 31 March 2027."
                " Add the new ones when they are published."
            ),
        ),
        (
            ["National Living Wage", "primary threshold", "Employment Allowance"],
            (
                "The National Living Wage and 2 other legal figures are known up to 31 March 2027."
                " Add the new ones when they are published."
            ),
        ),
    ],
)
def test_an_ending_says_what_is_to_be_done(names, sentence):
    assert Ending(date(2027, 3, 31), tuple(names)).sentence == sentence


@pytest.mark.parametrize(
    ("name", "words", "value"),
    [
        ("Employment Allowance", "The law's", "£10,500.00"),
        ("tax-free mileage, bicycle", "Not known", "Not known. Nearest known: £0.20"),
        (
            "least weekly earnings for Statutory Sick Pay",
            "Gone from the law",
            "There is none any more. Nearest known: £125.00",
        ),
    ],
)
def test_a_figure_says_whose_it_is_and_what(name, words, value):
    figure = _named(name, date(2026, 6, 1))
    assert (standing(figure), value_said(figure)) == (words, value)


def test_an_own_figure_is_yours():
    figure = _named("National Living Wage", date(2027, 6, 1), WAGE)
    assert (standing(figure), value_said(figure)) == ("Yours", "£8.40 from 16, £11.50 from 18, £13.20 from 21")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "In order"),
        ({"notes": ("Odd.",)}, "Look at it again"),
        ({"overtaken": "Remove it."}, "The program now knows better"),
    ],
)
def test_an_added_figure_says_how_it_stands(changed, said):
    line = AddedLine(id=FigureId(1), figure=WAGE, words="", **changed)
    assert line.standing == said
    assert line.days.last == WAGE.last
