"""Rates by the day, what else a contract says, and whether pay reaches the minimum wage."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import (
    AssistantKind,
    HolidayCalendar,
    HoursKind,
    NotWeeks,
    PayFrequency,
    Rate,
    RateDay,
    RateTwice,
    ShiftKind,
    Terms,
    wage_gap,
    wage_gaps,
    weeks_from_text,
)
from pa_manager.funding.model import StreamId
from pa_manager.law.dated import OwnFigure
from pa_manager.law.minimum_wage import RATES_BY_AGE
from pa_manager.values.money import Money
from tests.assistants.test_model import ADA

PLAIN = Rate(kind=ShiftKind.DAY, per_hour=Money(1320))
SUNDAY = Rate(kind=ShiftKind.DAY, on=RateDay.SUNDAY, per_hour=Money(1500))
HOLIDAY = Rate(kind=ShiftKind.DAY, on=RateDay.BANK_HOLIDAY, per_hour=Money(2000))
NIGHT = Rate(kind=ShiftKind.WAKING_NIGHT, on=RateDay.SATURDAY, per_hour=Money(1700))
TERMS = Terms(from_day=date(2026, 1, 1), rates=(PLAIN, SUNDAY, HOLIDAY, NIGHT))


@pytest.mark.parametrize(
    ("kind", "day", "rate"),
    [
        (ShiftKind.DAY, date(2026, 5, 21), PLAIN),
        (ShiftKind.DAY, date(2026, 5, 23), PLAIN),
        (ShiftKind.DAY, date(2026, 5, 24), SUNDAY),
        (ShiftKind.DAY, date(2026, 5, 25), HOLIDAY),
        (ShiftKind.WAKING_NIGHT, date(2026, 5, 23), NIGHT),
        (ShiftKind.WAKING_NIGHT, date(2026, 5, 24), SUNDAY),
        (ShiftKind.DAY, None, PLAIN),
    ],
)
def test_a_day_is_paid_as_what_it_is(kind, day, rate):
    assert TERMS.rate_for(kind, day) == rate


def test_whose_bank_holidays_count_is_agreed():
    easter_monday = date(2026, 4, 6)
    assert TERMS.rate_for(ShiftKind.DAY, easter_monday) == HOLIDAY
    assert replace(TERMS, calendar=HolidayCalendar.SCOTLAND).rate_for(ShiftKind.DAY, easter_monday) == PLAIN


def test_a_rate_for_weekdays_alone_leaves_weekends_unpaid():
    weekday = replace(PLAIN, on=RateDay.WEEKDAY)
    terms = replace(TERMS, rates=(weekday,))
    assert terms.rate_for(ShiftKind.DAY, date(2026, 5, 21)) == terms.rate_for(ShiftKind.DAY) == weekday
    assert terms.rate_for(ShiftKind.DAY, date(2026, 5, 23)) is None
    assert weekday.called == "Day, Monday to Friday"


def test_a_rate_takes_the_place_of_the_one_for_the_same_days():
    dearer = replace(SUNDAY, per_hour=Money(1600))
    assert TERMS.with_rate(dearer).rates == (PLAIN, dearer, HOLIDAY, NIGHT)
    assert TERMS.without_rate(ShiftKind.DAY, RateDay.SUNDAY).rates == (PLAIN, HOLIDAY, NIGHT)
    assert SUNDAY.called == "Day, Sunday"
    with pytest.raises(RateTwice):
        replace(TERMS, rates=(SUNDAY, SUNDAY))


def test_the_basic_rate_is_the_lowest_hour_by_day():
    assert TERMS.basic_rate() == PLAIN
    assert replace(TERMS, rates=(NIGHT,)).basic_rate() is None
    ada = replace(ADA, terms=(TERMS,))
    assert ada.basic_rate_on(date(2026, 5, 24)) == PLAIN
    assert ada.basic_rate_on(date(2025, 12, 31)) is None


@given(st.dates(date(2023, 1, 1), date(2040, 12, 31)), st.sampled_from(ShiftKind))
def test_a_day_never_pays_less_than_any_day(day, kind):
    """Whatever is agreed for some days is used for them alone, so every day has a rate where any day has."""
    assert (TERMS.rate_for(kind, day) is None) == (kind in {ShiftKind.SLEEP_IN, ShiftKind.ON_CALL})


# the minimum wage

YOUNG = replace(
    ADA,
    born_on=date(2005, 5, 12),
    frequency=PayFrequency.FOUR_WEEKLY,
    periods_from=date(2026, 3, 30),
    terms=(Terms(from_day=date(2025, 4, 7), rates=(replace(PLAIN, per_hour=Money(1100)),)),),
)


def test_somebody_who_turns_21_within_a_pay_period_is_due_more_from_the_next():
    """Born 12 May 2005: 21 on 12 May 2026, in the period from 27 April to 24 May."""
    assert YOUNG.pay_period_of(date(2026, 5, 12)).first == date(2026, 4, 27)
    assert wage_gap(YOUNG, date(2026, 5, 20)) is None
    (gap,) = wage_gaps(YOUNG, first=date(2026, 5, 1), last=date(2026, 8, 1))
    assert (gap.from_day, gap.agreed, gap.least) == (date(2026, 5, 25), Money(1100), Money(1271))
    assert gap.sentence.startswith("£11.00 an hour is below the least for pay periods from 25 May 2026: £12.71 (")


def test_each_april_is_looked_at_from_the_first_pay_period_in_it():
    adult = replace(YOUNG, born_on=None, terms=(replace(TERMS, rates=(replace(PLAIN, per_hour=Money(1250)),)),))
    gaps = wage_gaps(adult, first=date(2026, 2, 1), last=date(2026, 5, 1))
    assert [(gap.from_day, gap.least) for gap in gaps] == [(date(2026, 4, 27), Money(1271))]
    own = OwnFigure(
        name=RATES_BY_AGE.name, text="16: 9; 18: 11; 21: 13.40", first=date(2027, 4, 1), last=date(2028, 3, 31)
    )
    later = replace(adult, terms=(replace(TERMS, rates=(PLAIN,)),))
    assert wage_gaps(later, first=date(2027, 3, 1), last=date(2027, 6, 1)) == ()
    (gap,) = wage_gaps(later, first=date(2027, 3, 1), last=date(2027, 6, 1), own=(own,))
    assert gap.least == Money(1340)


def test_an_apprentice_is_due_more_after_the_first_year():
    apprentice = replace(
        YOUNG,
        born_on=date(2000, 1, 1),
        apprentice=True,
        apprenticeship_began_on=date(2025, 6, 1),
        terms=(replace(TERMS, rates=(replace(PLAIN, per_hour=Money(900)),)),),
    )
    (gap,) = wage_gaps(apprentice, first=date(2026, 5, 1), last=date(2026, 8, 1))
    assert (gap.from_day, gap.least) == (date(2026, 6, 22), Money(1271))


def test_only_the_employed_and_only_while_they_work():
    poor = replace(YOUNG, terms=(replace(TERMS, rates=(replace(PLAIN, per_hour=Money(500)),)),))
    day = date(2026, 5, 21)
    assert wage_gap(poor, day)
    assert wage_gap(replace(poor, kind=AssistantKind.SELF_EMPLOYED), day) is None
    assert wage_gap(replace(poor, terms=()), day) is None
    assert wage_gaps(replace(poor, left_on=date(2026, 5, 20)), first=day, last=day) == ()


@pytest.mark.parametrize(("typed", "weeks"), [("4", 4), ("1 week", 1), (" 12 Weeks ", 12), ("0", 0)])
def test_weeks_of_notice(typed, weeks):
    assert weeks_from_text(typed) == weeks


@pytest.mark.parametrize("typed", ["", "a month", "53", "-1", "²"])
def test_what_is_no_number_of_weeks(typed):
    with pytest.raises(NotWeeks, match="up to 52"):
        weeks_from_text(typed)


@pytest.mark.parametrize("words", [RateDay, HolidayCalendar, HoursKind])
def test_every_kind_is_said_in_words(words):
    said = [word.words for word in words]
    assert all(said)
    assert len(set(said)) == len(said)


def test_who_pays_is_said_by_the_shift_else_the_rate_else_the_terms():
    council, nhs, friends = StreamId(1), StreamId(2), StreamId(3)
    night = Rate(kind=ShiftKind.WAKING_NIGHT, per_hour=Money(1500), stream_id=nhs)
    terms = Terms(from_day=date(2026, 1, 5), rates=(PLAIN, night), stream_id=council)
    ada = replace(ADA, terms=(terms,))
    day = date(2026, 5, 20)
    assert ada.paid_from(ShiftKind.DAY, day, None) == council
    assert ada.paid_from(ShiftKind.WAKING_NIGHT, day, None) == nhs
    assert ada.paid_from(ShiftKind.WAKING_NIGHT, day, friends) == friends
    assert ada.paid_from(ShiftKind.SLEEP_IN, day, None) == council
    assert ada.paid_from(ShiftKind.DAY, date(2026, 1, 4), None) is None
    assert replace(ada, terms=(replace(terms, stream_id=None),)).paid_from(ShiftKind.DAY, day, None) is None
