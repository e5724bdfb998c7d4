"""The rules of a funder, their files, and days on which banks are closed."""

import json
from dataclasses import replace
from datetime import date

import pytest

from pa_manager.funding.model import (
    NEW_PROFILE,
    ClosedDays,
    NoSuchRuling,
    NotAProfileFile,
    NotARule,
    Profile,
    ProfileLine,
    ProfileNameMissing,
    ReturnLine,
    Rule,
    Ruling,
    SameMoneyTwice,
    StreamId,
    line_names,
    next_payments,
    payments_due,
    profile_file,
    profile_from_file,
    spoken,
    tidy_profile_name,
)
from pa_manager.values.days import Period
from tests.funding.streams import stream

EIGHT = Ruling(rule=Rule.RESERVE_WEEKS, value="8", source="Agreement, page 4")
SIX = replace(EIGHT, value="6", from_day=date(2026, 4, 1))
MIDSHIRE = Profile(id=NEW_PROFILE, name="Midshire", note="", rulings=(EIGHT, SIX))


def test_a_rule_holds_from_its_day_on():
    assert MIDSHIRE.ruling_on(Rule.RESERVE_WEEKS, date(2026, 3, 31)) == EIGHT
    assert MIDSHIRE.ruling_on(Rule.RESERVE_WEEKS, date(2026, 4, 1)) == SIX
    assert MIDSHIRE.ruling_on(Rule.CASH, date(2026, 4, 1)) is None


def test_a_rule_takes_the_place_of_one_from_the_same_day_and_can_be_taken_back():
    five = replace(SIX, value="5")
    assert MIDSHIRE.with_ruling(five).rulings == (EIGHT, five)
    assert MIDSHIRE.without_ruling(Rule.RESERVE_WEEKS, SIX.from_day).rulings == (EIGHT,)
    with pytest.raises(NoSuchRuling, match="general default"):
        MIDSHIRE.without_ruling(Rule.CASH, None)


def test_what_a_funder_does_not_say_is_a_general_default():
    cash = Ruling(rule=Rule.CASH, value="receipts", source="Most councils")
    general = Profile(id=NEW_PROFILE, name="General", note="", rulings=(replace(EIGHT, value="4"), cash))
    assert MIDSHIRE.whole(general) == (EIGHT, SIX, replace(cash, is_general=True))


@pytest.mark.parametrize(
    ("rule", "typed", "kept", "said"),
    [
        (Rule.RESERVE_WEEKS, " 08 ", "8", "8 weeks"),
        (Rule.RESERVE_WEEKS, "1", "1", "1 week"),
        (Rule.RETURN_EVERY, "quarterly", "quarterly", "Every 3 months"),
        (Rule.FORBIDDEN, " Gambling ", "Gambling", "Gambling"),
    ],
)
def test_an_answer_is_kept_and_said(rule, typed, kept, said):
    assert rule.read(typed) == kept
    assert rule.said(kept) == said


@pytest.mark.parametrize(
    ("rule", "typed", "why"),
    [
        (Rule.CASH, " ", "The rule is missing."),
        (Rule.CASH, "perhaps", "“perhaps” is not one of the answers."),
        (Rule.RESERVE_WEEKS, "-1", "from 0 to 104"),
        (Rule.DAYS_TO_SEND, "366", "from 0 to 365"),
        (Rule.FORBIDDEN, "x" * 4001, "4001 letters"),
        (Rule.LINE_NAMES, "Pension", "no equals sign"),
        (Rule.LINE_NAMES, "Sweets = Treats", "no line called “Sweets”"),
    ],
)
def test_what_is_no_answer_is_refused(rule, typed, why):
    with pytest.raises(NotARule, match=why):
        rule.read(typed)


def test_the_lines_of_a_return_have_the_names_the_funder_gives_them():
    names = line_names("pension = Employer pension costs\n\nTraining=Staff training")
    assert names == {ReturnLine.PENSION: "Employer pension costs", ReturnLine.TRAINING: "Staff training"}


def test_every_rule_has_a_question_and_a_hint():
    assert all((rule.words.endswith("?") and rule.hint.endswith(".")) or rule is Rule.LINE_NAMES for rule in Rule)


def test_a_set_of_rules_goes_through_a_file_unchanged():
    assert profile_from_file("midshire.json", profile_file(MIDSHIRE)) == MIDSHIRE


def _file(**changed):
    rule = {"rule": "cash", "from": "", "value": "no", "source": ""}
    whole = {"kind": "PA Manager rules of a funder", "version": 1, "name": "Midshire", "note": "", "rules": [rule]}
    return json.dumps({**whole, **changed}).encode()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"%PDF-1.7", "is not a file of rules"),
        (b"\xff\xfe", "is not a file of rules"),
        (b"[" * 100_000, "is not a file of rules"),
        (b"[]", "is not a file of rules"),
        (b" " * 1_000_001, "is too large"),
        (_file(kind="something else"), "is not a file of rules"),
        (_file(version=2), "another version"),
        (_file(rules={}), "holds no rules"),
        (_file(rules=["cash"]), "has no parts"),
        (_file(name=" "), "The name is missing"),
        (_file(name=7), "“name” is not text"),
        (_file(rules=[{"rule": "colour"}]), "“colour” is not known"),
        (_file(rules=[{"rule": "cash", "value": "no", "from": "soon"}]), "“soon” is not a day"),
        (_file(rules=[{"rule": "cash", "value": "maybe"}]), "“maybe” is not one of the answers"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content, why):
    with pytest.raises(NotAProfileFile, match=why) as refused:
        profile_from_file("rules.json", content)
    assert str(refused.value).startswith("rules.json ")


def test_a_set_of_rules_has_a_name_and_says_who_follows_it():
    assert tidy_profile_name(" Mid  shire ") == "Mid shire"
    with pytest.raises(ProfileNameMissing):
        tidy_profile_name(" ")
    assert ProfileLine(MIDSHIRE, ()).users == "Not used yet"
    assert ProfileLine(MIDSHIRE, ("Council", "NHS")).users == "Council, NHS"
    assert (EIGHT.said, EIGHT.since, SIX.since) == ("8 weeks", "", "1 April 2026")


MAY_DAY = {date(2026, 5, 4)}


def _closed(day):
    return day.weekday() >= 5 or day in MAY_DAY


@pytest.mark.parametrize(
    ("way", "due"),
    [
        (ClosedDays.AS_IT_FALLS, date(2026, 5, 4)),
        (ClosedDays.BEFORE, date(2026, 5, 1)),
        (ClosedDays.AFTER, date(2026, 5, 5)),
    ],
)
def test_a_payment_moves_to_when_banks_are_open(way, due):
    moving = replace(stream(first=date(2026, 4, 6)), closed_days=way)
    first, second = next_payments(moving, on=date(2026, 4, 7), count=2, closed=_closed)
    assert (first.due_on, second.due_on) == (due, date(2026, 6, 1))
    assert first.period == Period(date(2026, 5, 4), date(2026, 5, 31))
    assert first.moved_from == (None if way is ClosedDays.AS_IT_FALLS else date(2026, 5, 4))
    assert ("when banks are closed" in spoken(first, "Midshire")) == (first.moved_from is not None)
    assert payments_due(moving, Period(due, due), closed=_closed) == (first,)


@pytest.mark.parametrize(
    ("changed", "refused"),
    [
        ({}, True),
        ({"name": "Night care"}, False),
        ({"first": date(2026, 7, 1)}, False),
        ({"first": date(2026, 6, 30)}, True),
        ({"first": date(2025, 1, 1), "last": date(2026, 3, 31)}, False),
        ({"id": StreamId(1)}, False),
    ],
)
def test_the_same_money_stands_once_for_any_day(changed, refused):
    there = replace(stream(last=date(2026, 6, 30)), id=StreamId(1))
    wanted = replace(stream(), funder="midshire county council", **changed)
    if refused:
        with pytest.raises(SameMoneyTwice, match="1 April 2026 to 30 June 2026"):
            wanted.must_not_repeat([there])
    else:
        wanted.must_not_repeat([there])


def test_money_without_an_end_is_there_for_good():
    there = replace(stream(), id=StreamId(1))
    with pytest.raises(SameMoneyTwice, match="from 1 April 2026 on"):
        stream(first=date(2027, 1, 1)).must_not_repeat([there])


def test_without_knowing_the_bank_holidays_a_payment_comes_as_it_falls():
    (first,) = next_payments(replace(stream(), closed_days=ClosedDays.BEFORE), on=date(2026, 4, 1), count=1)
    assert (first.due_on, first.moved_from) == (date(2026, 4, 1), None)
