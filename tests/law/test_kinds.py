"""The sorts of figure as they are typed."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.law.income_tax import BANDS, Band
from pa_manager.law.kinds import MONEY, PERCENT, NotAFigure, percent_from_text, percent_said
from pa_manager.law.pay_periods import PER_PERIOD, per_period
from pa_manager.values.errors import UserError
from pa_manager.values.money import Money

YEAR_2026 = (Band(37_700, Fraction(20, 100)), Band(125_140, Fraction(40, 100)), Band(None, Fraction(45, 100)))


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (MONEY, Money(123456), "£1,234.56"),
        (PERCENT, Fraction(138, 1000), "13.8%"),
        (
            PER_PERIOD,
            per_period(129, 258, 516, 559, 6708),
            "week 129.00; fortnight 258.00; four weeks 516.00; month 559.00; year 6708.00",
        ),
        (BANDS, YEAR_2026, "20% to 37700; 40% to 125140; 45% above"),
    ],
    ids=["money", "percent", "per period", "bands"],
)
def test_what_is_said_can_be_typed(kind: Any, value: object, said: str) -> None:
    assert kind.said(value) == said
    assert kind.read(said) == value
    assert all(isinstance(size, int) for size in kind.sizes(value))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (MONEY, "twelve"),
        (PERCENT, "a tenth"),
        (PERCENT, "1234%"),
        (PER_PERIOD, "week 129"),
        (PER_PERIOD, "week 1; week 2; week 3; week 4; week 5"),
        (PER_PERIOD, "week 1; fortnight 2; four weeks 3; month 4; day 5"),
        (BANDS, ""),
        (BANDS, "20% to 37700"),
        (BANDS, "20% to 37700; 40% to 30000; 45% above"),
        (BANDS, "20% above; 45% above"),
        (BANDS, "20% to 37700; nonsense; 45% above"),
    ],
)
def test_what_is_no_figure_is_refused_with_an_example(kind: Any, text: str) -> None:
    with pytest.raises(UserError, match="for example"):
        kind.read(text)


@given(st.integers(0, 999_999))
def test_a_share_is_read_as_it_is_said(ten_thousandths_of_a_percent: int) -> None:
    share = Fraction(ten_thousandths_of_a_percent, 1_000_000)
    assert percent_from_text(percent_said(share)) == share


def test_a_share_that_never_ends_is_cut() -> None:
    assert percent_said(Fraction(1, 3)) == "33.333333%"


def test_a_percentage_without_its_sign_is_understood() -> None:
    assert percent_from_text(" 12.07 ") == Fraction(1207, 10_000)
    with pytest.raises(NotAFigure):
        percent_from_text("12,07")
