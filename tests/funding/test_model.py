"""The streams of money and what was agreed from which day."""

from datetime import date, timedelta

import pytest

from pa_manager.funding.model import (
    NEW_ONE_OFF,
    NEW_STREAM,
    Contribution,
    ContributionMode,
    FunderKind,
    FunderMissing,
    MoneyInKind,
    NoSuchAmount,
    OneOff,
    OutsideTheStream,
    PurposeMissing,
    ReturnLine,
    Schedule,
    StreamLine,
    SumBelowNil,
    TooManyWeeks,
    WeeklyAmount,
    next_payments,
    tidy_funder,
    tidy_purpose,
    weeks_from_text,
)
from pa_manager.values.days import EndsBeforeItBegins, Period
from pa_manager.values.money import NIL, Money
from tests.funding.streams import stream

FIRST = date(2026, 4, 1)


def test_of_a_hundred_and_fifty_the_council_pays_a_hundred_and_ten():
    """South Tyneside: 150 a week is 110 from the council and 40 from the holder."""
    agreed = stream(weekly="150", contribution="40")
    assert agreed.weekly_on(FIRST) == Money(15000)
    assert agreed.paid_weekly_on(FIRST) == Money(11000)
    assert stream(contribution="40", mode=ContributionMode.NET_DIRECT).paid_weekly_on(FIRST) == Money(11000)
    assert stream(contribution="40", mode=ContributionMode.GROSS).paid_weekly_on(FIRST) == Money(15000)
    assert stream().paid_weekly_on(FIRST) == Money(15000)


def test_a_contribution_is_never_more_than_what_was_agreed():
    agreed = stream(weekly="150", contribution="170")
    assert agreed.contribution_on(FIRST) == Contribution(FIRST, Money(15000), ContributionMode.NET)
    assert agreed.paid_weekly_on(FIRST) == NIL
    assert stream(weekly="", contribution="170").contribution_on(FIRST).weekly == NIL


def test_a_sum_holds_from_its_day_until_the_next():
    agreed = stream(last=date(2026, 6, 30)).with_amount(WeeklyAmount(date(2026, 5, 11), Money(16000)))
    assert agreed.weekly_on(FIRST - timedelta(days=1)) is None
    assert agreed.weekly_on(date(2026, 5, 10)) == Money(15000)
    assert agreed.weekly_on(date(2026, 6, 30)) == Money(16000)
    assert agreed.weekly_on(date(2026, 7, 1)) is None
    assert agreed.contribution_on(FIRST) is None


def test_a_sum_from_the_same_day_takes_the_place_of_the_old():
    agreed = stream(contribution="10")
    agreed = agreed.with_amount(WeeklyAmount(FIRST, Money(17000)))
    agreed = agreed.with_contribution(Contribution(FIRST, Money(2000), ContributionMode.GROSS))
    assert agreed.amounts == (WeeklyAmount(FIRST, Money(17000)),)
    assert agreed.contributions == (Contribution(FIRST, Money(2000), ContributionMode.GROSS),)


def test_a_sum_can_be_taken_back():
    agreed = stream(contribution="10")
    assert agreed.without_amount(FIRST).amounts == ()
    assert agreed.without_contribution(FIRST).contributions == ()
    with pytest.raises(NoSuchAmount, match="Nothing begins on 2 April 2026"):
        agreed.without_amount(date(2026, 4, 2))


@pytest.mark.parametrize(
    ("last", "message"), [(None, "runs from 1 April 2026 on"), (date(2026, 4, 30), "from 1 April 2026 to 30 April")]
)
def test_a_sum_begins_on_a_day_of_the_stream(last, message):
    with pytest.raises(OutsideTheStream, match=message):
        stream(last=last).with_amount(WeeklyAmount(date(2026, 3, 31), Money(1)))
    with pytest.raises(OutsideTheStream):
        stream(last=last).with_contribution(Contribution(date(2026, 3, 31), Money(1), ContributionMode.NET))


def test_what_was_agreed_from_the_start_moves_to_an_earlier_start():
    earlier, later = date(2026, 3, 1), date(2026, 5, 1)
    agreed = stream(contribution="10")
    assert agreed.running(earlier, None).weekly_on(earlier) == Money(15000)
    assert agreed.running(earlier, None).contribution_on(earlier) is not None
    assert agreed.running(later, None).weekly_on(later) == Money(15000)
    assert agreed.running(later, None).running(FIRST, None) == agreed
    assert stream(weekly="").running(earlier, later).amounts == ()


def test_what_was_agreed_from_a_later_day_stays_there():
    later = stream(weekly="").with_amount(WeeklyAmount(date(2026, 4, 10), Money(15000)))
    assert later.running(date(2026, 3, 1), None).amounts == later.amounts


def test_a_stream_does_not_end_before_it_begins():
    with pytest.raises(EndsBeforeItBegins):
        stream(last=date(2026, 3, 31))
    with pytest.raises(EndsBeforeItBegins):
        stream().running(FIRST, date(2026, 3, 31))


def test_the_parts_of_a_period_are_cut_where_a_sum_changes():
    agreed = stream(contribution="10").with_amount(WeeklyAmount(date(2026, 4, 10), Money(1)))
    agreed = agreed.with_contribution(Contribution(date(2026, 4, 20), Money(1), ContributionMode.NET))
    assert agreed.steady_parts(Period(date(2026, 4, 5), date(2026, 4, 20))) == (
        Period(date(2026, 4, 5), date(2026, 4, 9)),
        Period(date(2026, 4, 10), date(2026, 4, 19)),
        Period(date(2026, 4, 20), date(2026, 4, 20)),
    )


def test_nobody_agrees_to_less_than_nothing():
    with pytest.raises(SumBelowNil):
        WeeklyAmount(FIRST, Money(-1))
    with pytest.raises(SumBelowNil):
        Contribution(FIRST, Money(-1), ContributionMode.NET)
    with pytest.raises(SumBelowNil):
        OneOff(id=NEW_ONE_OFF, stream_id=NEW_STREAM, purpose="A ramp", amount=Money(-1), expected_on=FIRST)


def test_names_and_purposes_are_tidied_and_must_not_be_blank():
    assert tidy_funder(" Midshire  County Council") == "Midshire County Council"
    assert tidy_purpose(" A  ramp ") == "A ramp"
    with pytest.raises(FunderMissing):
        tidy_funder(" ")
    with pytest.raises(PurposeMissing):
        tidy_purpose("")


def test_a_stream_is_called_by_its_funder_and_its_name():
    assert stream().called == "Midshire County Council"


@pytest.mark.parametrize(("typed", "weeks"), [("0", 0), (" 8 ", 8), ("104", 104)])
def test_weeks_are_a_whole_number(typed, weeks):
    assert weeks_from_text(typed) == weeks


@pytest.mark.parametrize("typed", ["", "8.5", "-1", "105", "eight", "9999999", "²"])
def test_what_is_no_number_of_weeks_is_said(typed):
    with pytest.raises(TooManyWeeks):
        weeks_from_text(typed)


@pytest.mark.parametrize("words", [FunderKind, Schedule, ContributionMode, ReturnLine, MoneyInKind])
def test_every_word_that_is_stored_is_said_in_words_of_its_own(words):
    assert len({word.words for word in words}) == len(words)


def test_money_in_stands_before_money_out():
    assert [line.money_in for line in ReturnLine] == [True] * 7 + [False] * 19
    assert MoneyInKind.ONE_OFF.line is ReturnLine.ONE_OFF


@pytest.mark.parametrize(
    ("agreed", "words"),
    [
        (stream(), "Wed 27 May"),
        (stream(last=date(2026, 5, 26)), "No more, ends 26 May 2026"),
        (stream(last=date(2026, 5, 20)), "Ended 20 May 2026"),
        (stream(weekly=""), "No sum yet"),
        (stream(weekly="0"), "Nothing is due"),
    ],
    ids=["running", "ends", "ended", "no sum", "nil"],
)
def test_when_the_next_payment_comes_is_said(agreed, words):
    today = date(2026, 5, 21)
    coming = [payment for payment in next_payments(agreed, on=today) if payment.whole > NIL]
    assert StreamLine(agreed, today, coming[0] if coming else None).time == words


@pytest.mark.parametrize("today", [date(2026, 3, 1), date(2026, 5, 21), date(2026, 12, 1)], ids=str)
def test_a_stream_shows_a_sum_before_and_after_its_time(today):
    line = StreamLine(stream(contribution="20", last=date(2026, 9, 30)), today, None)
    assert (line.weekly, line.contribution) == (Money(15000), Money(2000))
    assert StreamLine(stream(), today, None).contribution is None
