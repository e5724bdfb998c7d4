"""Assistants, their terms, and the pay periods they are paid by."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import (
    Assistant,
    AssistantId,
    AssistantKind,
    LeftBeforeStarting,
    NameMissing,
    NoRateForKind,
    NoTermsYet,
    PayFrequency,
    Rate,
    RateMissing,
    RateNotAboveNil,
    RateTwice,
    ShiftKind,
    Terms,
    TermsBackdated,
    TooManyHours,
    line_of,
    rate_from_text,
    tidy_name,
    weekly_minutes_from_text,
)
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money

OLD = Terms(
    from_day=date(2025, 4, 7),
    weekly_minutes=16 * 60,
    rates=(
        Rate(kind=ShiftKind.DAY, per_hour=Money(1250)),
        Rate(kind=ShiftKind.SLEEP_IN, per_shift=Money(5200)),
    ),
)
NEW = Terms(from_day=date(2026, 4, 6), rates=(Rate(kind=ShiftKind.DAY, per_hour=Money(1320)),))
ADA = Assistant(
    id=AssistantId(1),
    name="Ada Okonkwo",
    started_on=date(2025, 4, 7),
    periods_from=date(2026, 3, 30),
    terms=(OLD, NEW),
)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def test_terms_hold_until_the_next_begin():
    assert ADA.rate_on(date(2026, 4, 5), ShiftKind.DAY).per_hour == Money(1250)
    assert ADA.rate_on(date(2026, 4, 6), ShiftKind.DAY).per_hour == Money(1320)


def test_before_the_first_terms_nothing_is_agreed():
    with pytest.raises(NoTermsYet, match="with Ada Okonkwo by 6 April 2025"):
        ADA.terms_on(date(2025, 4, 6))


def test_nights_awake_training_and_meetings_are_paid_as_days_unless_agreed_otherwise():
    for kind in (ShiftKind.WAKING_NIGHT, ShiftKind.TRAINING, ShiftKind.MEETING):
        assert ADA.rate_on(date(2026, 5, 1), kind).per_hour == Money(1320)
    night = Rate(kind=ShiftKind.WAKING_NIGHT, per_hour=Money(1400))
    assert replace(NEW, rates=(*NEW.rates, night)).rate_for(ShiftKind.WAKING_NIGHT) == night


@pytest.mark.parametrize("kind", [ShiftKind.SLEEP_IN, ShiftKind.ON_CALL])
def test_a_sleep_in_has_a_rate_of_its_own_or_none(kind):
    with pytest.raises(NoRateForKind, match=f"have no rate for {kind.words.lower()}"):
        ADA.rate_on(date(2026, 4, 6), kind)


def test_a_rate_says_what_an_hour_or_a_shift_is_paid():
    assert str(Rate(kind=ShiftKind.DAY, per_hour=Money(1320))) == "£13.20 an hour"
    both = Rate(kind=ShiftKind.SLEEP_IN, per_hour=Money(1320), per_shift=Money(5200))
    assert str(both) == "£52.00 a shift and £13.20 an hour"
    with pytest.raises(RateMissing, match="rate for on call is missing"):
        Rate(kind=ShiftKind.ON_CALL)
    with pytest.raises(RateNotAboveNil, match="rate for sleep-in is nil"):
        Rate(kind=ShiftKind.SLEEP_IN, per_hour=Money(1320), per_shift=NIL)


def test_terms_have_one_rate_for_each_kind_and_hours_that_fit_a_week():
    with pytest.raises(RateTwice):
        replace(NEW, rates=NEW.rates * 2)
    assert replace(NEW, weekly_minutes=168 * 60).weekly_minutes == 10080
    for minutes in (-1, 168 * 60 + 1):
        with pytest.raises(TooManyHours):
            replace(NEW, weekly_minutes=minutes)


def test_new_terms_come_after_those_before():
    third = replace(NEW, from_day=date(2026, 10, 1))
    assert ADA.with_terms(third) == (OLD, NEW, third)
    assert replace(ADA, terms=()).with_terms(OLD) == (OLD,)


def test_backdated_terms_must_be_said_to_be():
    between = replace(NEW, from_day=date(2025, 10, 1))
    same_day = replace(NEW, weekly_minutes=600)
    for terms in (between, same_day):
        with pytest.raises(TermsBackdated, match="begin on 6 April 2026 are agreed with Ada Okonkwo already"):
            ADA.with_terms(terms)
    assert ADA.with_terms(between, backdated=True) == (OLD, between, NEW)
    assert ADA.with_terms(same_day, backdated=True) == (OLD, same_day)


def test_somebody_works_from_the_first_day_to_the_last():
    leaving = replace(ADA, left_on=date(2026, 5, 31))
    assert not ADA.works_on(date(2025, 4, 6))
    assert ADA.works_on(date(2025, 4, 7))
    assert ADA.works_on(date(2099, 1, 1))
    assert leaving.works_on(date(2026, 5, 31))
    assert not leaving.works_on(date(2026, 6, 1))


def test_nobody_leaves_before_they_start():
    ADA.check_last_day(date(2025, 4, 7))
    with pytest.raises(LeftBeforeStarting, match="started on 7 April 2025"):
        ADA.check_last_day(date(2025, 4, 6))


@pytest.mark.parametrize(
    ("frequency", "periods_from", "day", "first", "last"),
    [
        ("weekly", date(2026, 3, 30), date(2026, 4, 12), date(2026, 4, 6), date(2026, 4, 12)),
        ("fortnightly", date(2026, 3, 30), date(2026, 3, 29), date(2026, 3, 16), date(2026, 3, 29)),
        ("four_weekly", date(2026, 3, 30), date(2026, 5, 1), date(2026, 4, 27), date(2026, 5, 24)),
        ("monthly", date(2026, 1, 26), date(2026, 5, 3), date(2026, 4, 26), date(2026, 5, 25)),
        ("monthly", date(2026, 4, 1), date(2026, 12, 31), date(2026, 12, 1), date(2026, 12, 31)),
        ("monthly", date(2026, 1, 31), date(2026, 3, 5), date(2026, 2, 28), date(2026, 3, 30)),
        ("monthly", date(2026, 1, 26), date(2026, 1, 2), date(2025, 12, 26), date(2026, 1, 25)),
    ],
)
def test_the_pay_period_of_a_day(frequency, periods_from, day, first, last):
    paid = replace(ADA, frequency=PayFrequency(frequency), periods_from=periods_from)
    assert paid.pay_period_of(day) == Period(first, last)


@given(frequency=st.sampled_from(PayFrequency), periods_from=DAYS, day=DAYS)
def test_every_day_lies_in_one_pay_period_and_none_between_two(frequency, periods_from, day):
    paid = replace(ADA, frequency=frequency, periods_from=periods_from)
    period = paid.pay_period_of(day)
    assert day in period
    assert {paid.pay_period_of(each) for each in period.days()} == {period}
    assert paid.pay_period_of(period.last + timedelta(days=1)).first == period.last + timedelta(days=1)


def test_a_name_is_tidied_and_must_not_be_blank():
    assert tidy_name("  Sam   Tremaine ") == "Sam Tremaine"
    with pytest.raises(NameMissing):
        replace(ADA, name=" ")


def test_they_are_called_what_they_like():
    assert ADA.called == "Ada Okonkwo"
    assert replace(ADA, known_as="Ada").called == "Ada"


@pytest.mark.parametrize("words", [AssistantKind, ShiftKind, PayFrequency])
def test_every_kind_is_said_in_words(words):
    said = [word.words for word in words]
    assert all(said)
    assert len(set(said)) == len(said)


def test_an_assistant_as_they_stand_in_a_list():
    today = date(2026, 5, 21)
    line = line_of(ADA, today)
    assert (line.paid, line.standing) == ("£13.20 an hour", "Since 7 April 2025")
    earlier = line_of(ADA, date(2026, 4, 5))
    assert earlier.paid == "£12.50 an hour, and 1 other rate"
    assert line_of(ADA, date(2025, 1, 1)).terms == OLD
    assert line_of(ADA, date(2025, 1, 1)).standing == "Starts 7 April 2025"
    third = replace(OLD, rates=(*OLD.rates, Rate(kind=ShiftKind.ON_CALL, per_shift=Money(2000))))
    assert line_of(replace(ADA, terms=(third,)), today).paid == "£12.50 an hour, and 2 other rates"
    none = line_of(replace(ADA, terms=()), today)
    assert none.paid == "Not agreed yet"
    assert line_of(replace(ADA, terms=(), kind=AssistantKind.UNPAID), today).paid == ""
    assert line_of(replace(ADA, left_on=date(2026, 5, 20)), today).standing == "Left 20 May 2026"
    assert line_of(replace(ADA, left_on=today), today).standing == "Until 21 May 2026"


def test_typed_rates_and_hours():
    assert rate_from_text("13.20") == Money(1320)
    with pytest.raises(RateNotAboveNil, match="or leave it empty"):
        rate_from_text("0")
    assert weekly_minutes_from_text("16:30") == 990
    with pytest.raises(TooManyHours):
        weekly_minutes_from_text("200")
