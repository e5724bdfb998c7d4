"""What wages cost altogether: holiday, National Insurance and pension."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import (
    Agreement,
    AssistantKind,
    HoursKind,
    PayFrequency,
    Rate,
    ShiftKind,
    Terms,
    Wages,
    Worked,
    cost_of,
    wages_of,
)
from pa_manager.law.dated import FigureNotKnown, OwnFigure
from pa_manager.law.pay_periods import Frequency
from pa_manager.law.pension import Relief, Scheme
from pa_manager.values.days import Period, month_of, week_of
from pa_manager.values.money import NIL, Money
from tests.assistants.test_model import ADA

JUNE = date(2026, 6, 10)
WEEK = week_of(JUNE)
ASHA = Wages(name="Asha", pay=Money(264_00), minutes=20 * 60, hours=HoursKind.IRREGULAR)


def said(part):
    return " ".join(map(str, part.why))


def test_a_week_of_irregular_hours():
    cost = cost_of([ASHA], span=WEEK)
    assert cost.holiday.amount == Money(31_86)  # 12.07% of 264.00
    assert cost.insurance.amount == NIL
    assert "15% of pay above £417.00 a month: £29.98" in said(cost.insurance)
    assert "Employment Allowance, £10,500.00 a year, of £1,563.24 in a year: -£29.98" in said(cost.insurance)
    assert cost.pension.amount == Money(5_29)  # 3% of what is above 520 in a month of 1,285.55
    assert "3% of qualifying earnings" in said(cost.pension)
    assert (cost.total, cost.on_costs, cost.minutes) == (Money(301_15), Money(37_15), 1200)


def test_regular_hours_earn_five_point_six_weeks():
    cost = cost_of([replace(ASHA, hours=HoursKind.REGULAR, pay=Money(464_00))], span=WEEK)
    assert cost.holiday.amount == Money(56_00)
    assert "5.6 weeks of holiday for 46.4 weeks of work" in said(cost.holiday)


def test_four_weeks_paid_four_weekly_are_the_pay_period_itself():
    """Published thresholds of 2026-27: 385 and 480 in four weeks; 3% and 15%."""
    paid = replace(ASHA, pay=Money(1_000_00), frequency=Frequency.FOUR_WEEKLY, hours=HoursKind.IRREGULAR)
    cost = cost_of([paid], span=Period(date(2026, 6, 1), date(2026, 6, 28)), claims_allowance=False)
    assert cost.holiday.amount == Money(120_70)
    assert cost.insurance.amount == Money(110_35)  # 15% of 1,120.70 - 385, half a penny dropped
    assert cost.pension.amount == Money(19_22)  # 3% of 1,120.70 - 480


def test_a_calendar_month_is_one_monthly_pay_period():
    cost = cost_of([replace(ASHA, pay=Money(1_000_00))], span=month_of(JUNE), claims_allowance=False)
    assert cost.insurance.amount == Money(105_55)  # 15% of 1,120.70 - 417, half a penny dropped


def test_one_allowance_for_all_together():
    """Twelve owe £359.76 a week; £10,500 a year is £201.37 a week."""
    cost = cost_of([ASHA] * 12, span=WEEK)
    assert cost.insurance.amount == Money(158_39)
    assert cost_of([ASHA] * 12, span=WEEK, claims_allowance=False).insurance.amount == Money(359_76)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (AssistantKind.SELF_EMPLOYED, "Asha is self-employed and sees to holiday"),
        (AssistantKind.AGENCY, "comes from an agency"),
        (AssistantKind.UNPAID, "is not paid"),
    ],
)
def test_others_have_no_on_costs(kind, words):
    cost = cost_of([replace(ASHA, kind=kind)], span=WEEK)
    assert cost.on_costs == NIL
    assert words in said(cost.holiday)


@pytest.mark.parametrize(
    ("changes", "amount", "words"),
    [
        ({"pay": Money(150_00)}, NIL, "not more than £833.00 a month"),
        ({"born_on": date(2006, 1, 1)}, NIL, "but not from 22 to State Pension age"),
        ({"born_on": date(1980, 1, 1)}, Money(5_29), "more than £833.00 a month: 3%"),
        ({"enrolled": False}, NIL, "not in the pension"),
        ({"enrolled": True, "pay": Money(150_00)}, Money(1_45), "in the pension: 3%"),
        (
            {"enrolled": True, "scheme": Scheme(relief=Relief.NET_PAY, employer=Fraction(5, 100), on_all_pay=True)},
            Money(14_79),
            "5% of all pay",
        ),
    ],
)
def test_who_is_in_the_pension(changes, amount, words):
    cost = cost_of([replace(ASHA, **changes)], span=WEEK)
    assert cost.pension.amount == amount
    assert words in said(cost.pension)


def test_those_under_21_and_apprentices_cost_no_insurance():
    young = replace(ASHA, born_on=date(2006, 1, 1))
    apprentice = replace(ASHA, born_on=date(2003, 1, 1), apprentice=True)
    cost = cost_of([young, apprentice], span=WEEK, claims_allowance=False)
    assert cost.insurance.amount == NIL
    assert "category M" in said(cost.insurance)
    assert "category H" in said(cost.insurance)


def test_figures_not_known_yet_are_stood_in_for_and_that_is_said():
    later = week_of(date(2027, 6, 10))
    cost = cost_of([ASHA], span=later)
    assert cost.total == cost_of([ASHA], span=WEEK).total
    assert "those of 5 April 2027 stand in" in said(cost.insurance)
    assert "those of 5 April 2027 stand in" in said(cost.pension)
    with pytest.raises(FigureNotKnown):
        cost_of([ASHA], span=week_of(date(2022, 6, 10)))


def test_a_figure_of_ones_own_is_used():
    own = OwnFigure(
        name="employer's rate of National Insurance", first=date(2026, 4, 6), last=date(2027, 4, 5), text="20%"
    )
    cost = cost_of([ASHA], span=WEEK, own=[own], claims_allowance=False)
    assert cost.insurance.amount == Money(39_98)
    assert any(line.own for line in cost.insurance.why)


@given(st.lists(st.integers(min_value=0, max_value=200_000), max_size=6))
def test_parts_come_to_the_whole_and_no_part_is_below_nil(pays):
    cost = cost_of([replace(ASHA, pay=Money(pence)) for pence in pays], span=WEEK)
    assert cost.total == cost.wages.amount + cost.holiday.amount + cost.insurance.amount + cost.pension.amount
    assert min(cost.holiday.amount, cost.insurance.amount, cost.pension.amount) >= NIL
    without = cost_of([replace(ASHA, pay=Money(pence)) for pence in pays], span=WEEK, claims_allowance=False)
    assert without.insurance.amount >= cost.insurance.amount


# What work comes to

TERMS = Terms(
    from_day=date(2026, 1, 1),
    rates=(
        Rate(kind=ShiftKind.DAY, per_hour=Money(13_20)),
        Rate(kind=ShiftKind.SLEEP_IN, per_shift=Money(60_00), per_hour=Money(12_80)),
    ),
    agreement=Agreement(hours=HoursKind.REGULAR),
)
BEN = replace(ADA, terms=(TERMS,), frequency=PayFrequency.WEEKLY)


def test_work_is_paid_at_the_rates_agreed():
    wages = wages_of(
        BEN,
        [
            Worked(JUNE, ShiftKind.DAY, 480),
            Worked(JUNE, ShiftKind.TRAINING, 60),
            Worked(JUNE, ShiftKind.SLEEP_IN, 540, awake_minutes=45),
            Worked(JUNE, ShiftKind.ON_CALL, 120),
            Worked(date(2025, 12, 31), ShiftKind.DAY, 60),
        ],
    )
    assert wages.pay == Money(105_60 + 13_20 + 60_00 + 9_60)
    assert (wages.minutes, wages.minutes_without_rate) == (1260, 180)
    assert (wages.hours, wages.frequency) == (HoursKind.REGULAR, Frequency.WEEKLY)
    assert "3:00 hours of" in said(cost_of([wages], span=WEEK).wages)


def test_a_rate_by_the_shift_alone_asks_for_no_hours():
    flat = replace(TERMS, rates=(Rate(kind=ShiftKind.ON_CALL, per_shift=Money(30_00)),))
    wages = wages_of(replace(BEN, terms=(flat,)), [Worked(JUNE, ShiftKind.ON_CALL, 600, shifts=2)])
    assert wages.pay == Money(60_00)
