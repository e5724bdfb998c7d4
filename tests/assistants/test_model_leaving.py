"""Leaving: notice owed and given, holiday owed, and who was engaged twice."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import (
    Agreement,
    AssistantId,
    HoursKind,
    Known,
    Leaving,
    NoticeBy,
    PersonFile,
    Rate,
    ShiftKind,
    StepKind,
    Terms,
    holiday_owed,
    steps_for,
)
from pa_manager.assistants.model.leaving import holiday_earned
from pa_manager.values.money import NIL, Money
from tests.assistants.test_model import ADA
from tests.conftest import TODAY

REGULAR = Agreement(hours=HoursKind.REGULAR, holiday_year_from=date(2025, 4, 1), your_notice_weeks=1)
TERMS = Terms(
    from_day=date(2021, 6, 1),
    weekly_minutes=16 * 60,
    rates=(Rate(kind=ShiftKind.DAY, per_hour=Money(1320)),),
    agreement=REGULAR,
)
LEFT = date(2026, 6, 30)
LEAVING = replace(ADA, started_on=TERMS.from_day, left_on=LEFT, born_on=date(1990, 2, 3), terms=(TERMS,))


def known(leaving=None, **changed):
    return Known(assistant=replace(LEAVING, **changed), person=PersonFile(), leaving=leaving or Leaving())


def step(kind, found):
    return next(each for each in steps_for(found, TODAY) if each.kind is kind)


@pytest.mark.parametrize(
    ("by", "given_on", "words", "why"),
    [
        (
            NoticeBy.EMPLOYER,
            date(2026, 6, 10),
            "Notice from you: 5 weeks owed, 20 days given, 15 days short",
            "£452.57",
        ),
        (NoticeBy.EMPLOYER, date(2026, 5, 26), "Notice from you: 4 weeks owed, 35 days given", "law asks"),
        (
            NoticeBy.ASSISTANT,
            date(2026, 6, 29),
            "Notice from them: 1 week owed, 1 day given, 6 days short",
            "Agree with",
        ),
        (NoticeBy.ASSISTANT, date(2026, 6, 30), "Notice from them: 1 week owed, no days given, 7 days short", "Agr"),
    ],
)
def test_notice_given_is_held_against_what_is_owed(by, given_on, words, why):
    """Five years were whole on 1 June 2026, so five weeks from then on; 15 days of £211.20 a week are £452.57."""
    found = step(StepKind.NOTICE, known(Leaving(notice_by=by, notice_on=given_on)))
    assert found.words == words
    assert why in found.why


def test_a_short_notice_without_a_weekly_wage_has_no_sum():
    leaving = Leaving(notice_by=NoticeBy.EMPLOYER, notice_on=date(2026, 6, 10))
    found = step(StepKind.NOTICE, known(leaving, terms=(replace(TERMS, weekly_minutes=None),)))
    assert found.why.endswith("Move the last day, or pay for the days that are short.")


def test_holiday_earned_with_regular_hours():
    """16 hours a week are 89.6 a year; 1 April to 30 June is 91 of 365 days: 22.338 hours, at £13.20."""
    assert holiday_earned(known()) == ceil(Fraction(896, 10) * 60 * 91 / 365) == 1341
    owed = holiday_owed(known(Leaving(holiday_taken_minutes=600)))
    assert (int(owed.minutes), owed.pay) == (741, Money(163_02))
    found = step(StepKind.HOLIDAY_OWED, known(Leaving(holiday_taken_minutes=600)))
    assert found.words == "Pay about £163.02 for 12:21 hours of holiday not taken"
    assert "22:21 hours were earned in the leave year, 10:00 taken." in found.why


def test_a_contract_changed_in_mid_week_counts_each_part_by_its_own_hours():
    """From Wednesday 20 May 2026 ten hours a week: 49 days by sixteen, 42 by ten."""
    later = replace(TERMS, from_day=date(2026, 5, 20), weekly_minutes=600)
    earned = holiday_earned(known(terms=(TERMS, later)))
    assert earned == ceil((Fraction(896, 10) * 49 + 56 * 42) * 60 / 365)


@pytest.mark.parametrize(
    ("taken", "words", "why"),
    [
        (None, "Pay for holiday that was earned and not taken", "Note the hours taken"),
        (1341, "No holiday is owed: see that the last payslip agrees", "22:21 taken"),
        (1500, "No holiday is owed: see that the last payslip agrees", "only if the contract says so"),
    ],
)
def test_what_is_owed_by_what_was_taken(taken, words, why):
    found = step(StepKind.HOLIDAY_OWED, known(Leaving(holiday_taken_minutes=taken)))
    assert found.words == words
    assert why in found.why


def test_with_irregular_hours_it_is_what_somebody_noted():
    irregular = replace(TERMS, agreement=replace(REGULAR, hours=HoursKind.IRREGULAR))
    assert holiday_earned(known(terms=(irregular,))) is None
    assert "Note the hours earned and taken" in step(StepKind.HOLIDAY_OWED, known(terms=(irregular,))).why
    noted = Leaving(holiday_earned_minutes=900, holiday_taken_minutes=900)
    owed = holiday_owed(known(noted, terms=(irregular,)))
    assert (owed.minutes, owed.pay) == (0, NIL)
    assert step(StepKind.HOLIDAY_OWED, known(noted, terms=(irregular,))).words.startswith("No holiday is owed")
    assert holiday_owed(known(noted, terms=(replace(irregular, rates=()),))) is None


def test_nothing_is_owed_that_cannot_be_told():
    assert holiday_earned(known(left_on=None)) is None
    assert holiday_owed(known(left_on=None)) is None
    assert holiday_earned(known(terms=())) is None
    assert holiday_earned(known(terms=(replace(TERMS, weekly_minutes=None),))) is None


def test_terms_before_the_leave_year_and_after_the_last_day_do_not_count():
    before = replace(TERMS, from_day=date(2021, 6, 1), weekly_minutes=2400)
    now = replace(TERMS, from_day=date(2024, 1, 1))
    after = replace(TERMS, from_day=date(2026, 7, 15), weekly_minutes=60)
    assert holiday_earned(known(terms=(before, now, after))) == holiday_earned(known())


def test_somebody_engaged_twice_has_service_of_each_engagement_alone():
    """Five years, a gap of four months, and back: the second time begins from nothing."""
    leaving = Leaving(notice_by=NoticeBy.EMPLOYER, notice_on=LEFT, holiday_taken_minutes=0)
    first = known(leaving, left_on=date(2026, 6, 30))
    again = {"id": AssistantId(2), "started_on": date(2026, 11, 1), "left_on": date(2026, 12, 12)}
    fresh = replace(TERMS, from_day=date(2026, 11, 1), agreement=Agreement(hours=HoursKind.REGULAR))
    second = known(replace(leaving, notice_on=date(2026, 12, 12)), terms=(fresh,), **again)
    assert step(StepKind.NOTICE, first).words.startswith("Notice from you: 5 weeks owed")
    assert step(StepKind.NOTICE, second).words.startswith("Notice from you: 1 week owed")
    assert StepKind.REDUNDANCY in {each.kind for each in steps_for(first, TODAY)}
    assert StepKind.REDUNDANCY not in {each.kind for each in steps_for(second, TODAY)}
    assert holiday_earned(second) == ceil(Fraction(896, 10) * 60 * 42 / 365)


@given(st.integers(0, 364), st.integers(60, 3000))
def test_what_is_earned_grows_by_the_day_and_never_passes_the_year(days, weekly):
    terms = replace(TERMS, weekly_minutes=weekly)
    day = date(2025, 4, 1) + timedelta(days=days)
    earned = holiday_earned(known(terms=(terms,), left_on=day))
    assert earned == ceil(Fraction(28, 5) * weekly * (days + 1) / 365)
