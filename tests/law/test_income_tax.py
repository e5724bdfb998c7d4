"""Tax codes and the tax they take."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.law.dated import FigureNotKnown, OwnFigure
from pa_manager.law.income_tax import (
    REST_OF_UK_BANDS,
    SoFar,
    bands_found,
    tax_in_bands,
    tax_on,
    yearly_tax,
)
from pa_manager.law.pay_periods import Frequency, TaxPeriod, tax_period
from pa_manager.law.tax_codes import Bands, NotATaxCode, tax_code_from_text
from pa_manager.values.money import NIL, Money

L1257 = tax_code_from_text("1257L")


def month(number: int, year: int = 2026) -> TaxPeriod:
    return TaxPeriod(paid_on=date(year, 6, 1), number=number, length=1, a_year=12)


@pytest.mark.parametrize(
    ("typed", "text", "alone"),
    [
        ("1257l", "1257L", False),
        (" s1257L m1 ", "S1257L", True),
        ("1257L X", "1257L", True),
        ("1257LW1/M1", "1257L", True),
        ("C1257T", "C1257T", False),
        ("1257M WK1", "1257M", True),
        ("K45", "K45", False),
        ("sk585 w1", "SK585", True),
        ("0t", "0T", False),
        ("CBR", "CBR", False),
        ("SD3", "SD3", False),
        ("NT", "NT", False),
    ],
)
def test_codes_are_read_as_payslips_show_them(typed: str, text: str, alone: bool) -> None:
    code = tax_code_from_text(typed)
    assert (code.text, code.alone) == (text, alone)


@pytest.mark.parametrize("typed", ["", "L", "1257", "1257Q", "D4", "CD2", "K", "T1257L", "1257L W2"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(NotATaxCode, match=r"for example 1257L, BR or K45\."):
        tax_code_from_text(typed)


@pytest.mark.parametrize(
    ("typed", "number", "a_year", "free"),
    [
        ("1257L", 1, 12, 1048_26),
        ("1257L", 1, 52, 241_92),
        ("1257L", 12, 12, 12_579_12),
        ("500L", 1, 12, 417_42),
        ("501L", 1, 12, 418_26),
        ("K45", 2, 12, -76_50),
        ("0T", 1, 12, 0),
        ("BR", 1, 12, 0),
    ],
)
def test_free_pay_of_a_code(typed: str, number: int, a_year: int, free: int) -> None:
    assert tax_code_from_text(typed).adjustment(number=number, a_year=a_year) == Money(free)


def test_the_months_of_a_year_add_up_whatever_the_pay() -> None:
    before = SoFar()
    taken = []
    for number, pay in enumerate([1_500_00, 0, 2_500_00, 900_00], start=1):
        tax = tax_on(Money(pay), code=L1257, period=month(number), before=before)
        before = SoFar(pay=before.pay + Money(pay), tax=tax.to_date)
        taken.append(str(tax.in_period))
    assert taken == ["£90.20", "-£90.20", "£171.00", "-£29.80"]


def test_w1_m1_and_a_53rd_week_look_at_the_payment_alone() -> None:
    before = SoFar(pay=Money(9_000_00), tax=Money(1_500_00))
    week = tax_period(Frequency.WEEKLY, date(2027, 4, 5))
    alone = tax_on(Money(342_00), code=L1257.by_itself(), period=tax_period(Frequency.WEEKLY, date(2026, 7, 1)))
    assert week.is_extra
    assert tax_on(Money(342_00), code=L1257, period=week, before=before).in_period == alone.in_period == Money(20_00)


def test_pay_for_two_and_four_weeks_has_the_free_pay_of_its_weeks() -> None:
    for frequency, pay in ((Frequency.FORTNIGHTLY, 584_00), (Frequency.FOUR_WEEKLY, 1_068_00)):
        period = tax_period(frequency, date(2026, 4, 10))
        assert tax_on(Money(pay), code=L1257, period=period).in_period == Money(20_00)
        assert tax_on(Money(pay), code=L1257.by_itself(), period=period).in_period == Money(20_00)


def test_never_is_more_than_half_the_pay_taken() -> None:
    tax = tax_on(Money(500_01), code=tax_code_from_text("K1500"), period=month(1))
    assert (tax.in_period, tax.capped) == (Money(250_00), True)
    assert "No more than half" in str(tax.why[-1])
    back = tax_on(NIL, code=L1257, period=month(2), before=SoFar(pay=Money(1_500_00), tax=Money(90_20)))
    assert back.in_period == Money(-90_20)


def test_scottish_tax_is_cut_as_the_official_figures_are() -> None:
    bands = bands_found(Bands.SCOTLAND, date(2025, 6, 1)).value
    assert tax_in_bands(2600, bands, share=Fraction(1, 12)) == Money(533_09)


def test_single_rates_go_by_the_nation_and_the_year() -> None:
    assert tax_on(Money(100_00), code=tax_code_from_text("SD2"), period=month(1, 2023)).in_period == Money(47_00)
    assert tax_on(Money(100_00), code=tax_code_from_text("SD2"), period=month(1, 2024)).in_period == Money(45_00)
    with pytest.raises(NotATaxCode, match="SD3 in this tax year"):
        tax_on(Money(100_00), code=tax_code_from_text("SD3"), period=month(1, 2023))


def test_the_reckoning_is_told() -> None:
    before = SoFar(pay=Money(1_156_25), tax=Money(21_40))
    tax = tax_on(Money(1_156_26), code=L1257, period=month(2), before=before)
    assert [str(line) for line in tax.why] == [
        "Free pay under 1257L up to month 2: £2,096.52.",
        "Tax on £215 in the bands so far: £43.00 (Income Tax Act 2007, s. 6 and 10, with the Finance Act of the year).",
        "Less tax taken earlier in the year: £21.40.",
    ]
    week = TaxPeriod(paid_on=date(2026, 6, 1), number=1, length=1, a_year=52)
    added = tax_on(Money(100_00), code=tax_code_from_text("K45"), period=week)
    assert str(added.why[0]) == "Added to the pay under K45 up to week 1: £8.83."
    flat = tax_on(Money(99_99), code=tax_code_from_text("BR"), period=month(1))
    assert str(flat.why[0]).startswith("20% of all pay, £99: £19.80 (Income Tax Act")
    assert str(tax_on(Money(1), code=tax_code_from_text("NT"), period=month(1)).why[0]).startswith("No tax is taken")


def test_next_year_s_bands_may_be_a_person_s_own() -> None:
    own = OwnFigure(
        name=REST_OF_UK_BANDS.name,
        first=date(2027, 4, 6),
        last=date(2028, 4, 5),
        text="19% to 40000; 40% to 125140; 45% above",
    )
    with pytest.raises(FigureNotKnown, match="income tax bands for England and Northern Ireland for 1 June 2027"):
        tax_on(Money(2_000_00), code=L1257, period=month(1, 2027))
    tax = tax_on(Money(2_000_00), code=L1257, period=month(1, 2027), own=[own])
    assert tax.in_period == Money(180_69)
    assert tax.why[-1].own


def test_a_year_s_tax_and_the_allowance_that_shrinks() -> None:
    day = date(2025, 6, 1)
    assert yearly_tax(Money(22_222_20), nation=Bands.REST, day=day) == Money(1_930_40)
    assert yearly_tax(Money(12_000_00), nation=Bands.WALES, day=day) == NIL
    assert yearly_tax(Money(110_000_00), nation=Bands.REST, day=day) == Money(33_432_00)
    assert yearly_tax(Money(130_000_00), nation=Bands.REST, day=day) == Money(44_703_00)


@given(st.integers(0, 2_000_000), st.integers(0, 100_000), st.sampled_from(["1257L", "S1257L", "BR", "K45", "SD0"]))
def test_more_pay_never_means_less_tax_nor_less_to_take_home(pence: int, more: int, typed: str) -> None:
    code = tax_code_from_text(typed)
    less, rest = (tax_on(Money(pay), code=code, period=month(3)) for pay in (pence, pence + more))
    assert less.in_period <= rest.in_period
    # tax goes by whole pounds, so at a pound's edge a penny of pay may cost a pound's tax
    assert Money(pence) - less.in_period <= Money(pence + more) - rest.in_period + Money(48)


@given(st.lists(st.integers(0, 400_000), min_size=12, max_size=12), st.sampled_from(["1257L", "S1257L", "C900T"]))
def test_however_pay_is_spread_the_year_s_tax_is_that_of_its_sum(pays: list[int], typed: str) -> None:
    code, before = tax_code_from_text(typed), SoFar()
    for number, pay in enumerate(pays, start=1):
        tax = tax_on(Money(pay), code=code, period=month(number), before=before)
        before = SoFar(pay=before.pay + Money(pay), tax=tax.to_date)
        if tax.capped:
            return
    whole = tax_on(Money(sum(pays)), code=code, period=month(12))
    assert whole.capped or before.tax == whole.to_date
