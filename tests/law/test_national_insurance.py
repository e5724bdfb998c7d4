"""Class 1 National Insurance beyond the official rows."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.law.dated import FigureNotKnown, OwnFigure
from pa_manager.law.national_insurance import (
    CATEGORIES,
    EMPLOYEE_RATE,
    NotACategory,
    category_named,
    class_1,
    usual_category,
)
from pa_manager.law.pay_periods import Frequency
from pa_manager.law.state_pension import has_reached_pension_age, pension_age_reached_on
from pa_manager.values.money import NIL, Money

MAY = date(2026, 5, 29)


@pytest.mark.parametrize(
    ("paid_on", "category", "employee", "employer"),
    [
        (date(2023, 12, 29), "A", 54_24, 102_40),
        (date(2024, 1, 26), "A", 45_20, 102_40),
        (date(2024, 4, 26), "A", 36_16, 102_40),
        (date(2025, 4, 25), "A", 36_16, 162_45),
        (date(2023, 12, 29), "B", 26_44, 102_40),
        (date(2024, 1, 26), "B", 17_40, 102_40),
        (date(2026, 5, 29), "B", 8_36, 162_45),
        (date(2026, 5, 29), "M", 36_16, 0),
    ],
)
def test_fifteen_hundred_a_month_through_the_years(paid_on: date, category: str, employee: int, employer: int) -> None:
    found = class_1(gross=Money(1_500_00), category=category, frequency=Frequency.MONTHLY, paid_on=paid_on)
    assert (found.employee, found.employer) == (Money(employee), Money(employer))


def test_letters_for_freeports_and_zones_free_the_employer_up_to_their_threshold() -> None:
    for letter in "FILSNEDK":
        free = class_1(gross=Money(2_083_00), category=letter, frequency=Frequency.MONTHLY, paid_on=MAY)
        above = class_1(gross=Money(2_084_00), category=letter, frequency=Frequency.MONTHLY, paid_on=MAY)
        assert (free.employer, above.employer) == (NIL, Money(15))


def test_under_16_nothing_is_due() -> None:
    found = class_1(gross=Money(6_000_00), category="x", frequency=Frequency.MONTHLY, paid_on=MAY)
    assert (found.employee, found.employer) == (NIL, NIL)
    assert "nothing is due in category X" in str(found.why[-1])


def test_a_letter_that_is_no_category_is_refused() -> None:
    with pytest.raises(NotACategory, match="for example A"):
        category_named("Q")


def test_a_year_beyond_the_figures_is_refused() -> None:
    with pytest.raises(FigureNotKnown, match="lower earnings limit for 6 April 2027"):
        class_1(gross=Money(100), category="A", frequency=Frequency.WEEKLY, paid_on=date(2027, 4, 6))


def test_the_reckoning_is_told_with_its_authority() -> None:
    found = class_1(gross=Money(5_000_00), category="A", frequency=Frequency.MONTHLY, paid_on=MAY)
    said = [str(line) for line in found.why]
    assert said[0].startswith("Employee: 8% of £3,141.00 between £1,048.00 and £4,189.00: £251.28 (Social")
    assert said[1].startswith("Employee: 2% of £811.00 above £4,189.00: £16.22")
    assert said[2].startswith("Employer: 15% of £4,583.00 above the secondary threshold: £687.45")
    assert found.above_upper == Money(811_00)


@pytest.mark.parametrize(("letter", "words"), [("A", "nothing is due up to"), ("C", "over State Pension age")])
def test_where_nothing_is_due_it_says_why(letter: str, words: str) -> None:
    found = class_1(gross=Money(10_00), category=letter, frequency=Frequency.WEEKLY, paid_on=MAY)
    assert words in str(found.why[0])


def test_an_own_rate_marks_the_line_that_uses_it() -> None:
    own = OwnFigure(name=EMPLOYEE_RATE.name, first=date(2026, 4, 6), last=date(2027, 4, 5), text="9%")
    found = class_1(gross=Money(1_148_00), category="A", frequency=Frequency.MONTHLY, paid_on=MAY, own=[own])
    assert found.employee == Money(9_00)
    assert [line.own for line in found.why] == [True, False]


@given(
    st.integers(0, 600_000),
    st.integers(0, 50_000),
    st.sampled_from(sorted(CATEGORIES)),
    st.sampled_from(list(Frequency)),
)
def test_more_pay_never_means_less_insurance_nor_less_to_take_home(
    pence: int, more: int, letter: str, frequency: Frequency
) -> None:
    less = class_1(gross=Money(pence), category=letter, frequency=frequency, paid_on=MAY)
    rest = class_1(gross=Money(pence + more), category=letter, frequency=frequency, paid_on=MAY)
    assert less.employee <= rest.employee
    assert less.employer <= rest.employer
    assert less.gross - less.employee <= rest.gross - rest.employee
    whole = rest.at_lower_limit + rest.lower_limit_to_primary + rest.primary_to_upper + rest.above_upper
    assert whole in {rest.gross, NIL}


@pytest.mark.parametrize(
    ("born_on", "apprentice", "letter"),
    [
        (date(2011, 1, 1), False, "X"),
        (date(2006, 1, 1), False, "M"),
        (date(2006, 1, 1), True, "M"),
        (date(2002, 1, 1), True, "H"),
        (date(2002, 1, 1), False, "A"),
        (date(1959, 1, 1), False, "C"),
    ],
)
def test_the_letter_that_is_usual_for_an_age(born_on: date, apprentice: bool, letter: str) -> None:
    assert usual_category(born_on=born_on, day=MAY, apprentice=apprentice) == letter


@pytest.mark.parametrize(
    ("born_on", "reached_on"),
    [
        (date(1960, 4, 5), date(2026, 4, 5)),
        (date(1960, 4, 6), date(2026, 5, 6)),
        (date(1960, 5, 5), date(2026, 6, 5)),
        (date(1960, 7, 31), date(2026, 11, 30)),
        (date(1961, 3, 5), date(2028, 2, 5)),
        (date(1961, 3, 6), date(2028, 3, 6)),
        (date(1980, 3, 6), date(2048, 3, 6)),
    ],
)
def test_state_pension_age_rises_by_months(born_on: date, reached_on: date) -> None:
    assert pension_age_reached_on(born_on) == reached_on
    assert has_reached_pension_age(born_on, reached_on)
