"""Outcomes, and lines of money."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.plan.model import (
    NEW_LINE,
    NEW_OUTCOME,
    Outcome,
    OutcomeLine,
    PlanLine,
    PricedLine,
    SumBelowNil,
    WordsMissing,
    one_off_total,
    tidy_words,
    weekly_total,
)
from pa_manager.values.days import EndsBeforeItBegins
from pa_manager.values.money import NIL, Money

SWIM = Outcome(
    id=NEW_OUTCOME,
    number=1,
    words="Swim each week.",
    measure="I have been to the pool.",
    first=date(2026, 4, 6),
    last=None,
    review_on=None,
)


def _line(weekly=None, one_off=None):
    return PlanLine(
        id=NEW_LINE,
        words="PA for swimming",
        outcome_id=None,
        stream_name="",
        weekly=weekly,
        one_off=one_off,
        may_not="",
        agreed_by="",
        agreed_on=None,
    )


def test_an_outcome_stands_until_its_last_day():
    ended = SWIM.ended(date(2026, 5, 31))
    assert not SWIM.stands_on(date(2026, 4, 5))
    assert SWIM.stands_on(date(2036, 4, 6))
    assert ended.stands_on(date(2026, 5, 31))
    assert not ended.stands_on(date(2026, 6, 1))


def test_an_outcome_cannot_end_before_it_begins():
    with pytest.raises(EndsBeforeItBegins, match="5 April 2026"):
        SWIM.ended(date(2026, 4, 5))


def test_the_sums_of_the_plan_leave_out_what_is_empty():
    lines = [_line(weekly=Money(10000)), _line(one_off=Money(25000)), _line(weekly=Money(550), one_off=NIL)]
    assert weekly_total(lines) == Money(10550)
    assert one_off_total(lines) == Money(25000)
    assert weekly_total([]) == NIL


def test_a_sum_below_nil_is_refused():
    with pytest.raises(SumBelowNil):
        _line(weekly=Money(-1))
    with pytest.raises(SumBelowNil):
        _line(one_off=Money(-1))


def test_words_are_tidied_and_must_not_be_blank():
    assert tidy_words(" Swim. ") == "Swim."
    with pytest.raises(WordsMissing):
        tidy_words(" \n")


@pytest.mark.parametrize(
    ("changed", "words", "late"),
    [
        ({}, "", False),
        ({"review_on": date(2026, 5, 21)}, "21 May 2026", False),
        ({"review_on": date(2026, 5, 20)}, "20 May 2026, late", True),
        ({"last": date(2026, 5, 20), "review_on": date(2026, 5, 20)}, "Ended 20 May 2026", False),
        ({"first": date(2026, 6, 1)}, "From 1 June 2026", False),
    ],
)
def test_when_to_look_again_is_said(changed, words, late):
    line = OutcomeLine(replace(SWIM, **changed), date(2026, 5, 21))
    assert (line.time, line.is_late) == (words, late)


def test_a_line_says_its_price_and_who_agreed_it():
    assert PricedLine(_line(weekly=Money(10000), one_off=Money(550)), 1).price == "£100.00 a week, £5.50 once"
    assert PricedLine(_line(), None).price == ""
    assert PricedLine(_line(), None).agreed == ""
