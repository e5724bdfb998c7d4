"""What a week's money pays for."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import AssistantId, AssistantKind, Rate, ShiftKind
from pa_manager.funding.model import ContributionMode
from pa_manager.law.dated import OwnFigure
from pa_manager.law.pension import Relief, Scheme
from pa_manager.outlook.model import (
    Expense,
    Hours,
    HoursRow,
    NameMissing,
    Pension,
    Per,
    Spent,
    TooManyHours,
    TooManyShifts,
    compare,
    hours_of_contracts,
    money_on,
    shifts_from_text,
    tidy_name,
    weekly_pay,
)
from pa_manager.values.money import NIL, Money
from tests.conftest import TODAY
from tests.outlook.people import assistant, budget, reckoned, stream

ASHA = assistant()
NIGHTS = (Rate(kind=ShiftKind.SLEEP_IN, per_shift=Money(60_00)),)
HER_HOURS = Hours(assistant_id=ASHA.id, minutes=20 * 60)
COSTS = (Expense(Spent.INSURANCE, Money(91_25), Per.YEAR), Expense(Spent.PAYROLL, Money(10_75), Per.WEEK))


def amounts(found):
    return {row.key: row.amount for row in found.rows}


# The money of a week


@pytest.mark.parametrize(
    ("mode", "amount", "words"),
    [
        (ContributionMode.NET, 150_00, "of which you pay in as your contribution: £40.00"),
        (ContributionMode.NET_DIRECT, 110_00, "goes straight to the provider: -£40.00"),
        (ContributionMode.GROSS, 150_00, "by invoice, from your own money: £40.00"),
    ],
)
def test_south_tynesides_150_is_110_and_40(mode, amount, words):
    """The worked figure of the returns: 150 = 110 from the council + 40 from the holder."""
    agreed = stream(150_00, 40_00, mode)
    found = money_on(budget(), [agreed], TODAY)
    assert found.amount == Money(amount)
    assert words in " ".join(map(str, found.why))
    if mode.is_held_back:
        assert agreed.paid_weekly_on(TODAY) == Money(110_00)


def test_every_stream_of_the_day_counts_and_others_do_not():
    both = [stream(150_00), stream(60_00, number=2, funder="NHS")]
    assert money_on(budget(), both, TODAY).amount == Money(210_00)
    assert money_on(budget(), both, date(2025, 12, 31)).amount == NIL
    assert "No money is agreed for 31 December 2025" in str(money_on(budget(), both, date(2025, 12, 31)).why[0])


def test_another_sum_may_be_tried_out():
    assert money_on(budget(weekly=Money(99_00)), [stream(150_00)], TODAY).amount == Money(99_00)


@pytest.mark.parametrize(
    ("per", "amount", "weekly"),
    [(Per.WEEK, 500, 500), (Per.FOUR_WEEKS, 500, 125), (Per.MONTH, 26_00, 5_98), (Per.YEAR, 91_25, 1_75)],
)
def test_every_sum_has_its_weekly_share(per, amount, weekly):
    assert per.weekly(Money(amount)) == Money(weekly)


# The whole


def test_money_less_costs_less_on_costs_is_money_for_wages():
    found = reckoned(budget(HER_HOURS, expenses=COSTS), stream(340_00), people=[ASHA])
    assert amounts(found) == {
        "money": Money(340_00),
        "expense insurance": Money(1_75),
        "expense payroll": Money(10_75),
        "wages": Money(264_00),
        "holiday": Money(31_86),
        "insurance": NIL,
        "pension": Money(5_29),
        "left": Money(26_35),
    }
    assert found.reaches
    assert found.finding == ("The money reaches: £26.35 a week is left. At these rates it pays 21:43 hours a week.")
    assert found.for_wages == found.after_expenses - found.affordable.on_costs
    assert all(row.why for row in found.rows)


def test_what_is_missing_is_said_with_the_hours_it_pays():
    found = reckoned(budget(HER_HOURS, expenses=COSTS), stream(300_00), people=[ASHA])
    assert found.left == Money(-13_65)
    assert found.finding == (
        "The money does not reach: £13.65 a week is missing. At these rates it pays 19:06 hours a week of the 20:00."
    )
    assert found.rows[-1].words == "Missing"
    assert found.bars[-1].marked
    assert found.bars[-1].said == "£13.65 missing"
    assert found.rows[-1].said == "-£13.65"
    assert found.rows[3].said == "-£264.00"


@given(money=st.integers(0, 150_000), minutes=st.integers(1, 6_000), rate=st.integers(500, 4_000))
def test_the_hours_it_pays_are_paid_and_a_minute_more_is_not(money, minutes, rate):
    found = reckoned(budget(Hours(name="Ben", minutes=minutes, per_hour=Money(rate))), stream(money))
    assert found.affordable.total <= found.after_expenses
    more = Hours(name="Ben", minutes=found.minutes + 1, per_hour=Money(rate))
    assert reckoned(budget(more), stream(money)).left < NIL
    assert found.for_wages >= found.affordable.wages.amount
    assert found.reaches == (found.minutes >= minutes)


def test_lines_of_one_pa_are_held_against_the_thresholds_together():
    """£264 and £60 a week come to £1,407 a month and more with holiday: the pension is on all of it."""
    asha = assistant(rates=(*ASHA.terms[0].rates, *NIGHTS))
    nights = Hours(assistant_id=asha.id, work=ShiftKind.SLEEP_IN, shifts=4)
    together = reckoned(budget(HER_HOURS, nights), stream(340_00), people=[asha])
    apart = reckoned(budget(HER_HOURS), stream(340_00), people=[asha]).cost.pension.amount
    assert together.cost.wages.amount == Money(324_00)
    assert together.cost.pension.amount > apart + Money(60_00).times(Fraction(3, 100))


def test_what_the_payroll_knows_of_the_pension_is_used():
    out = {ASHA.id: Pension(enrolled=False)}
    more = {ASHA.id: Pension(True, Scheme(relief=Relief.AT_SOURCE, employer=Fraction(5, 100)))}
    without, at_five = (
        reckoned(budget(HER_HOURS), stream(340_00), people=[ASHA], pensions=each).cost.pension.amount
        for each in (out, more)
    )
    assert (without, at_five) == (NIL, Money(8_81))


def test_the_self_employed_and_agencies_have_no_on_costs():
    lines = (
        Hours(name="Brightway", engaged=AssistantKind.AGENCY, minutes=120, per_hour=Money(25_00)),
        Hours(assistant_id=AssistantId(2), minutes=60),
    )
    ben = assistant(2, name="Ben Okri", kind=AssistantKind.SELF_EMPLOYED)
    found = reckoned(budget(*lines), stream(340_00), people=[ben])
    assert found.cost.on_costs == NIL
    assert found.minutes == 16 * 60 + 8  # 340.00 at 63.20 for 3 hours


def test_hours_of_different_rows_are_said():
    assert (HoursRow("On the rota", None).said, HoursRow("Chosen", 90).said) == ("Not known", "1:30 hours")


def test_shifts_alone_are_paid_by_the_shift():
    asha = assistant(rates=NIGHTS)
    found = reckoned(
        budget(Hours(assistant_id=asha.id, work=ShiftKind.SLEEP_IN, shifts=8)), stream(130_00), people=[asha]
    )
    assert found.cost.wages.amount == Money(120_00)
    assert found.finding == "The money does not reach: £4.48 a week is missing."
    assert Fraction(95, 100) < found.share < 1


def test_without_hours_nothing_is_promised():
    found = reckoned(budget(), stream(130_00))
    assert (found.share, found.minutes, found.for_wages) == (None, None, Money(130_00))
    assert found.finding.startswith("No hours are chosen yet.")
    assert reckoned(budget(HER_HOURS, expenses=COSTS), people=[ASHA]).minutes == 0


# Where hours and rates come from


def test_what_is_empty_is_taken_from_the_contract():
    asha = assistant(minutes=765)
    found = reckoned(budget(Hours(assistant_id=asha.id)), stream(340_00), people=[asha])
    line = found.lines[0].hours
    assert (line.name, line.minutes, line.per_hour) == ("Asha", 765, Money(13_20))
    assert (line.amount_said, line.rate_said()) == ("12:45 hours a week", "£13.20 an hour")
    assert line.rate_said(Money(50)) == "£13.70 an hour"


def test_without_terms_there_is_neither_hour_nor_rate():
    asha = assistant()
    bare = type(asha)(id=asha.id, name=asha.name, started_on=asha.started_on, periods_from=asha.periods_from)
    found = reckoned(budget(Hours(assistant_id=asha.id)), stream(340_00), people=[bare])
    line = found.lines[0].hours
    assert (line.amount_said, line.rate_said()) == ("None yet", "Not agreed yet")
    assert found.findings == ("Asha Patel has no hours yet: type how many there are in a week.",)
    assert hours_of_contracts((bare,), TODAY) == 0


def test_contracts_come_to_their_hours():
    assert hours_of_contracts((assistant(minutes=765), assistant(2)), TODAY) == 765
    assert hours_of_contracts((assistant(minutes=765),), date(2025, 12, 31)) == 0


def test_work_without_a_rate_and_pay_below_the_least_are_told():
    lines = (
        Hours(assistant_id=ASHA.id, work=ShiftKind.SLEEP_IN, shifts=4),
        Hours(name="Ben", minutes=600, per_hour=Money(12_00)),
        Hours(name="Cora", engaged=AssistantKind.AGENCY, minutes=600, per_hour=Money(5_00)),
    )
    found = reckoned(budget(*lines), stream(340_00), people=[ASHA]).findings
    assert found[0] == "Asha has no rate for sleep-in: type one, or agree one."
    assert found[1].startswith("Ben: £12.00 an hour is below the minimum wage of £12.71 (")
    assert len(found) == 2
    assert reckoned(budget(lines[1], dearer=Money(71)), stream(340_00)).findings == ()


def test_next_april_is_reckoned_with_the_figures_added():
    april = date(2027, 5, 4)
    tried = budget(HER_HOURS, day=april, what_if=True)
    assert reckoned(tried, stream(340_00), people=[ASHA]).findings == (
        "The minimum wage of 4 May 2027 is not known yet. Once it is, add it under Legal figures.",
    )
    trigger = OwnFigure(
        name="earnings trigger for automatic enrolment",
        first=date(2027, 4, 6),
        last=date(2028, 4, 5),
        text="week 500; fortnight 1000; four weeks 2000; month 2167; year 26000",
    )
    assert reckoned(tried, stream(340_00), people=[ASHA], own=[trigger]).cost.pension.amount == Money(5_29)


# Side by side


def test_a_what_if_is_held_against_now_line_by_line():
    now = reckoned(budget(HER_HOURS, expenses=COSTS[:1]), stream(340_00), people=[ASHA])
    dearer = budget(HER_HOURS, expenses=COSTS[1:], dearer=Money(1_00), what_if=True)
    lines = {each.words: (each.now, each.tried, each.change) for each in compare(now, reckoned(
        dearer, stream(340_00), people=[ASHA]))}  # fmt: skip
    assert lines["Money for a week"] == ("£340.00", "£340.00", "The same")
    assert lines["Insurance"] == ("£1.75", "£0.00", "-£1.75")
    assert lines["Payroll"] == ("£0.00", "£10.75", "+£10.75")
    assert lines["Wages"] == ("£264.00", "£284.00", "+£20.00")
    assert lines["Hours chosen"] == ("20:00", "20:00", "The same")
    assert lines["Hours the money pays"] == ("22:26", "20:18", "-2:08")
    assert lines["Left over, or missing"][2].startswith("-£")
    empty = reckoned(budget(), stream(340_00))
    assert compare(empty, now)[-1].now == "Not known"
    assert compare(now, empty)[-2].change == "-20:00"
    assert compare(empty, now)[-2].change == "+20:00"


# What is typed


def test_bad_hours_shifts_and_names_are_refused():
    with pytest.raises(TooManyHours):
        Hours(minutes=40_000)
    with pytest.raises(TooManyShifts):
        Hours(shifts=57)
    with pytest.raises(TooManyShifts):
        shifts_from_text("some")
    with pytest.raises(NameMissing):
        tidy_name("  ")
    assert (shifts_from_text(" 8 "), tidy_name(" 50p  more ")) == (8, "50p more")


@pytest.mark.parametrize("spent", Spent)
def test_every_cost_is_said_in_words(spent):
    assert spent.words
    assert spent.hint.endswith(".")
    assert budget(expenses=(Expense(spent, Money(1), Per.WEEK),)).expense_for(spent)
    assert budget().expense_for(spent) is None


def test_pay_by_hour_and_shift():
    both = Hours(minutes=90, per_hour=Money(10_00), shifts=2, per_shift=Money(30_00))
    assert weekly_pay(both) == Money(30_00)
    assert both.amount_said == "1:30 hours a week, 2 in 4 weeks"
    assert both.rate_said() == "£30.00 a shift and £10.00 an hour"
    assert weekly_pay(both, Money(-20_00)) == Money(15_00)
