"""When the money comes, and how each payment is made up."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.funding.model import (
    NEW_STREAM,
    Contribution,
    ContributionMode,
    MoneyInKind,
    OneOff,
    OneOffId,
    Schedule,
    WeeklyAmount,
    expected_of,
    next_payments,
    payments_due,
    workings,
)
from pa_manager.values.days import Period, later_by_months
from pa_manager.values.money import NIL, Money, total
from tests.funding.streams import days, money, stream, streams

APRIL = Period(date(2026, 4, 1), date(2026, 4, 30))
YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))
DAY = timedelta(days=1)


def _figures(payments):
    return [(str(p.whole), str(p.held_back), str(p.from_funder)) for p in payments]


# The worked figures of councils


def test_monthly_by_the_days_each_part_is_rounded_then_taken_off():
    """Hampshire: 31 days of 150 and 20 are 664.29 - 88.57 = 575.72; 28 days are 600.00 - 80.00 = 520.00."""
    by_days = stream(Schedule.MONTHLY_BY_DAYS, weekly="150", contribution="20")
    april, may, *_, february, _march = payments_due(by_days, YEAR)
    assert _figures([april, may, february]) == [
        ("£642.86", "£85.71", "£557.15"),
        ("£664.29", "£88.57", "£575.72"),
        ("£600.00", "£80.00", "£520.00"),
    ]


def test_four_weekly_net_of_the_contribution():
    """South Tyneside: 150 a week is 110 from the council and 40 from the holder."""
    (payment, *_) = payments_due(stream(weekly="150", contribution="40"), YEAR)
    assert (payment.from_funder, payment.from_holder) == (Money(44000), Money(16000))


def test_the_example_household_is_paid_every_four_weeks():
    payments = next_payments(stream(weekly="424.60", contribution="53"), on=date(2026, 4, 1))
    assert len(payments) == 13
    assert [p.due_on for p in payments[:3]] == [date(2026, 4, 1), date(2026, 4, 29), date(2026, 5, 27)]
    assert {(str(p.from_funder), str(p.from_holder)) for p in payments} == {("£1,486.40", "£212.00")}


# The contribution in its three modes


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (ContributionMode.NET, {MoneyInKind.PAYMENT: "£520.00", MoneyInKind.CONTRIBUTION: "£80.00"}),
        (ContributionMode.NET_DIRECT, {MoneyInKind.PAYMENT: "£520.00"}),
        (ContributionMode.GROSS, {MoneyInKind.PAYMENT: "£600.00"}),
    ],
)
def test_what_is_expected_in_the_account(mode, expected):
    agreed = stream(weekly="150", contribution="20", mode=mode)
    found = expected_of([agreed], [], Period(date(2026, 4, 1), date(2026, 4, 28)))
    assert {each.what: str(each.amount) for each in found} == expected
    assert {each.period for each in found} == {Period(date(2026, 4, 1), date(2026, 4, 28))}


def test_a_contribution_as_large_as_the_payment_leaves_no_payment():
    """Hampshire pays nothing then: the holder's own money is all there is."""
    agreed = stream(weekly="150", contribution="150.01")
    (only,) = expected_of([agreed], [], APRIL)[:1]
    assert (only.what, only.amount) == (MoneyInKind.CONTRIBUTION, Money(60000))


def test_a_mode_that_changes_within_a_payment_is_split_by_days():
    agreed = stream(weekly="150", contribution="20")
    agreed = agreed.with_contribution(Contribution(date(2026, 4, 15), Money(2000), ContributionMode.NET_DIRECT))
    (payment, *_) = payments_due(agreed, APRIL)
    assert (payment.from_funder, payment.from_holder) == (Money(52000), Money(4000))
    agreed = agreed.with_contribution(Contribution(date(2026, 4, 15), NIL, ContributionMode.NET))
    (payment, *_) = payments_due(agreed, APRIL)
    assert (payment.from_funder, payment.from_holder) == (Money(56000), Money(4000))


def test_parts_rounded_up_never_make_a_payment_below_nil():
    agreed = stream(weekly="0.01", contribution="0.01")
    for day, mode in ((5, ContributionMode.NET_DIRECT), (10, ContributionMode.NET)):
        agreed = agreed.with_contribution(Contribution(date(2026, 4, day), Money(1), mode))
    (payment, *_) = payments_due(agreed, APRIL)
    assert (payment.whole, payment.held_back, payment.from_funder) == (Money(4), Money(5), NIL)


# Sums that change, streams that begin and end


def test_a_sum_that_changes_within_a_payment_is_split_by_days_and_said():
    agreed = stream(weekly="150", contribution="20").with_amount(WeeklyAmount(date(2026, 4, 11), Money(16000)))
    (payment, *_) = payments_due(agreed, APRIL)
    assert workings(payment) == (
        "10 days at £150.00 a week (1 to 10 April 2026): £214.29.",
        "18 days at £160.00 a week (11 to 28 April 2026): £411.43.",
        "Less your contribution, which you pay into the account, 4 weeks at £20.00 a week: £80.00.",
    )
    assert payment.whole == Money(62572)


def test_the_same_sum_agreed_again_is_no_split():
    agreed = stream(weekly="150").with_amount(WeeklyAmount(date(2026, 4, 11), Money(15000)))
    (payment, *_) = payments_due(agreed, APRIL)
    assert workings(payment) == ("4 weeks at £150.00 a week: £600.00.",)


def test_workings_say_one_day_and_one_week_as_such():
    (day,) = payments_due(stream(last=date(2026, 4, 1)), APRIL)
    (week,) = payments_due(stream(last=date(2026, 4, 7)), APRIL)
    assert workings(day) == ("1 day at £150.00 a week: £21.43.",)
    assert workings(week) == ("1 week at £150.00 a week: £150.00.",)


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        (ContributionMode.NET_DIRECT, "Less your contribution, which you pay straight to the provider, 4 weeks"),
        (ContributionMode.GROSS, "Not taken off: your contribution, for which you get an invoice, 4 weeks"),
    ],
)
def test_workings_say_how_the_contribution_is_paid(mode, words):
    (payment, *_) = payments_due(stream(contribution="20", mode=mode), APRIL)
    assert workings(payment)[1].startswith(words)


def test_a_month_begun_late_is_paid_by_its_days():
    by_days = stream(Schedule.MONTHLY_BY_DAYS, first=date(2026, 4, 17))
    april, may, *_ = payments_due(by_days, YEAR)
    assert (april.period, april.whole) == (Period(date(2026, 4, 17), date(2026, 4, 30)), Money(30000))
    assert (may.due_on, may.period) == (date(2026, 5, 17), Period(date(2026, 5, 1), date(2026, 5, 31)))


def test_a_stream_that_ends_is_paid_to_its_last_day():
    agreed = stream(last=date(2026, 5, 5))
    assert [(p.due_on, str(p.whole)) for p in payments_due(agreed, YEAR)] == [
        (date(2026, 4, 1), "£600.00"),
        (date(2026, 4, 29), "£150.00"),
    ]
    assert payments_due(agreed, Period(date(2030, 1, 1), date(2030, 12, 31))) == ()


def test_in_arrears_the_last_payment_comes_after_the_last_day():
    agreed = stream(in_advance=False, first_payment_on=date(2026, 4, 29), last=date(2026, 5, 26))
    assert [(p.due_on, p.period.first) for p in payments_due(agreed, YEAR)] == [
        (date(2026, 4, 29), date(2026, 4, 1)),
        (date(2026, 5, 27), date(2026, 4, 29)),
    ]


def test_before_a_sum_is_agreed_nothing_is_expected():
    agreed = stream(weekly="", contribution="20")
    assert expected_of([agreed], [], YEAR) == ()
    assert payments_due(agreed, YEAR)[0].agreed == ()


# In advance and in arrears


@pytest.mark.parametrize(
    ("in_advance", "first_payment_on", "paid_for"),
    [
        (True, date(2026, 3, 20), date(2026, 4, 28)),
        (True, date(2026, 4, 28), date(2026, 4, 28)),
        (True, date(2026, 4, 29), date(2026, 5, 26)),
        (True, date(2026, 6, 1), date(2026, 6, 23)),
        (False, date(2026, 4, 1), date(2026, 4, 28)),
        (False, date(2026, 5, 8), date(2026, 4, 28)),
        (False, date(2026, 5, 26), date(2026, 5, 26)),
    ],
    ids=["early", "within", "a period late", "two late", "not yet over", "ten days after", "two over"],
)
def test_a_first_payment_that_comes_late_makes_up_for_what_was_not_paid(in_advance, first_payment_on, paid_for):
    agreed = stream(in_advance=in_advance, first_payment_on=first_payment_on)
    first, second, *_ = next_payments(agreed, on=date(2026, 1, 1))
    assert first.period == Period(date(2026, 4, 1), paid_for)
    assert second.period == Period(paid_for + DAY, paid_for + timedelta(days=28))
    assert second.due_on == first_payment_on + timedelta(days=28)


def test_late_months_are_made_up_for_as_well():
    arrears = stream(Schedule.MONTHLY_BY_DAYS, in_advance=False, first_payment_on=date(2026, 5, 31))
    (first, *_) = next_payments(arrears, on=date(2026, 1, 1))
    assert first.period == Period(date(2026, 4, 1), date(2026, 5, 31))
    assert str(first.whole) == "£1,307.15"
    assert workings(first) == (
        "30 days at £150.00 a week (1 to 30 April 2026): £642.86.",
        "31 days at £150.00 a week (1 to 31 May 2026): £664.29.",
    )


def test_a_month_without_the_day_is_paid_on_its_last():
    monthly = stream(Schedule.MONTHLY_BY_DAYS, first=date(2026, 2, 1), first_payment_on=date(2026, 1, 31))
    assert [p.due_on for p in next_payments(monthly, on=date(2026, 1, 1), count=4)] == [
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
    ]
    assert [p.period.first for p in next_payments(monthly, on=date(2026, 3, 1), count=1)] == [date(2026, 4, 1)]


# Twelve equal payments


def test_twelve_equal_payments_come_to_the_year():
    equal = stream(Schedule.MONTHLY_EQUAL, weekly="150", contribution="20")
    payments = payments_due(equal, YEAR)
    assert _figures([payments[0], payments[10], payments[11]]) == [
        ("£651.79", "£86.91", "£564.88"),
        ("£651.79", "£86.91", "£564.88"),
        ("£651.74", "£86.85", "£564.89"),
    ]
    assert str(total(p.whole for p in payments)) == "£7,821.43"
    assert workings(payments[0])[0] == "A twelfth of a year at £150.00 a week: £651.79."


def test_of_an_equal_month_each_day_is_worth_the_same():
    equal = stream(Schedule.MONTHLY_EQUAL, weekly="150", first=date(2026, 4, 16))
    (payment, *_) = payments_due(equal, APRIL)
    assert str(payment.whole) == "£325.89"
    assert workings(payment) == ("15 days of a twelfth of a year at £150.00 a week: £325.89.",)


@given(weekly=money, year=st.integers(min_value=2020, max_value=2040), contribution=money)
def test_a_year_of_equal_payments_is_exact(weekly, year, contribution):
    first = date(year, 4, 1)
    whole_year = Period(first, later_by_months(first, 12) - DAY)
    equal = stream(Schedule.MONTHLY_EQUAL, weekly=weekly.plain(), contribution=contribution.plain(), first=first)
    payments = payments_due(equal, whole_year)
    share = Fraction(whole_year.length, 7)
    assert len(payments) == 12
    assert total(p.whole for p in payments) == weekly.times(share)
    assert total(p.held_back for p in payments) == min(contribution, weekly).times(share)
    assert {p.whole for p in payments[:11]} == {payments[0].whole}


# Whatever was agreed


@given(first=days, weekly=money, starts=days, late=st.integers(min_value=-40, max_value=27))
def test_thirteen_payments_over_a_year_from_any_first_day(first, weekly, starts, late):
    agreed = stream(weekly=weekly.plain(), first=first, first_payment_on=first + timedelta(days=late))
    after = max(starts, first + timedelta(days=28))
    payments = payments_due(agreed, Period(after, after + timedelta(days=363)))
    assert len(payments) == 13
    assert total(p.whole for p in payments) == weekly.times(52)


@given(agreed=streams(), first=days, length=st.integers(min_value=1, max_value=1500), cut=st.integers(min_value=1))
def test_splitting_a_period_loses_no_payment_and_doubles_none(agreed, first, length, cut):
    whole = Period(first, first + timedelta(days=length))
    last = first + timedelta(days=cut % length)
    parts = expected_of([agreed], [], Period(first, last)) + expected_of([agreed], [], Period(last + DAY, whole.last))
    assert parts == expected_of([agreed], [], whole)


@given(agreed=streams())
def test_payments_follow_one_another_without_a_gap_from_the_first_day_to_the_last(agreed):
    payments = next_payments(agreed, on=date(2000, 1, 1), count=40)
    assert payments[0].due_on == agreed.first_payment_on
    assert payments[0].period.first == agreed.first
    for one, next_one in pairwise(payments):
        assert one.due_on < next_one.due_on
        assert one.period.last + DAY == next_one.period.first
    if agreed.last and len(payments) < 40:
        assert payments[-1].period.last == agreed.last


@given(agreed=streams(), on=days)
def test_every_payment_foots(agreed, on):
    for payment in next_payments(agreed, on=on, count=5):
        assert payment.from_funder >= NIL
        assert payment.from_holder <= payment.held_back
        assert abs((payment.from_funder + payment.held_back - payment.whole).pence) <= len(payment.contributions)
        assert len(workings(payment)) == len(payment.agreed) + len(payment.contributions)
        for share in (*payment.agreed, *payment.contributions):
            assert payment.period.overlap(share.days) == share.days


# Payments that come once


def test_one_off_payments_stand_in_the_calendar_by_their_day():
    ramp = OneOff(
        id=OneOffId(4), stream_id=NEW_STREAM, purpose="A ramp", amount=Money(250000), expected_on=date(2026, 4, 1)
    )
    later = OneOff(
        id=OneOffId(5), stream_id=NEW_STREAM, purpose="A hoist", amount=Money(1), expected_on=date(2026, 5, 1)
    )
    found = expected_of([stream(contribution="20")], [later, ramp], APRIL)
    assert [(each.what, each.due_on, each.one_off_id) for each in found] == [
        (MoneyInKind.PAYMENT, date(2026, 4, 1), None),
        (MoneyInKind.CONTRIBUTION, date(2026, 4, 1), None),
        (MoneyInKind.ONE_OFF, date(2026, 4, 1), OneOffId(4)),
        (MoneyInKind.PAYMENT, date(2026, 4, 29), None),
        (MoneyInKind.CONTRIBUTION, date(2026, 4, 29), None),
    ]
