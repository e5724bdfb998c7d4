"""What can be done with the rules of funders, and bank holidays of the four nations."""

from datetime import date

import pytest

from pa_manager.file.work import NotFound
from pa_manager.funding.model import ClosedDays, NotAProfileFile, ProfileId, Rule, SameMoneyTwice, Schedule, StreamId
from pa_manager.funding.operations import (
    FUNDING,
    add_stream,
    change_stream,
    coming_payments,
    expected_money,
    find_stream,
    general_profile,
    keep_profile,
    list_profiles,
    list_streams,
    load_profile,
    remove_profile,
    rename_profile,
    rules_on,
    save_profile,
    set_rule,
    shipped_profiles,
    take_back_rule,
    use_profile,
)
from pa_manager.holder.model import Nation
from pa_manager.holder.operations import keep_holder
from pa_manager.values.days import Period
from pa_manager.values.money import Money
from tests.conftest import TODAY

COUNCIL = StreamId(1)


@pytest.fixture
def funded(runner):
    runner.run(
        add_stream,
        funder="Midshire",
        schedule=Schedule.FOUR_WEEKLY,
        first_payment_on=date(2026, 4, 6),
        first=date(2026, 4, 6),
        weekly=Money(15000),
        closed_days=ClosedDays.AFTER,
    )
    return runner


@pytest.fixture
def ruled(funded):
    quarterly = next(each for each in shipped_profiles() if each.name.startswith("Quarterly"))
    assert funded.run(keep_profile, profile=quarterly) == FUNDING
    return funded


def test_the_general_rules_answer_every_question_but_the_names_of_lines():
    assert shipped_profiles()[0] == general_profile()
    told = {each.rule for each in general_profile().rulings}
    assert set(Rule) - told == {Rule.LINE_NAMES}
    assert all(each.source for profile in shipped_profiles() for each in profile.rulings)
    assert len({profile.name for profile in shipped_profiles()}) == 7


def test_money_follows_a_set_of_rules_and_takes_its_weeks(ruled):
    (profile,) = ruled.read(list_profiles)
    ruled.run(set_rule, profile_id=profile.id, rule=Rule.RESERVE_WEEKS, value="6", source="Letter", from_day=TODAY)
    ruled.run(use_profile, stream_id=COUNCIL, profile_id=profile.id, today=TODAY)
    assert ruled.read(find_stream, COUNCIL).keep_weeks == 6
    found = ruled.read(rules_on, stream_id=COUNCIL, on=TODAY).own(Rule.RESERVE_WEEKS)
    assert (found.value, found.source, found.is_general) == ("6", "Letter", False)
    before = ruled.read(rules_on, stream_id=COUNCIL, on=date(2026, 4, 1)).own(Rule.RESERVE_WEEKS)
    assert before.value == "8"
    asked = ruled.read(rules_on, stream_id=COUNCIL, on=TODAY)
    assert (asked.number(Rule.DAYS_TO_SEND), asked.own(Rule.DAYS_TO_SEND)) == (28, None)
    assert not ruled.read(rules_on, stream_id=None, on=TODAY).line_names
    ruled.run(set_rule, profile_id=profile.id, rule=Rule.RESERVE_WEEKS, value="5")
    ruled.run(use_profile, stream_id=COUNCIL, profile_id=profile.id, today=TODAY)
    assert ruled.read(find_stream, COUNCIL).keep_weeks == 6, "what was there is not changed"


def test_weeks_stay_open_where_the_rules_say_nothing(ruled):
    (profile,) = ruled.read(list_profiles)
    ruled.run(take_back_rule, profile_id=profile.id, rule=Rule.RESERVE_WEEKS, from_day=None)
    ruled.run(use_profile, stream_id=COUNCIL, profile_id=profile.id, today=TODAY)
    assert ruled.read(find_stream, COUNCIL).keep_weeks is None
    ruled.run(use_profile, stream_id=COUNCIL, profile_id=None, today=TODAY)
    assert ruled.read(find_stream, COUNCIL).profile_id is None


def test_rules_are_saved_and_loaded(ruled):
    ruled.run(rename_profile, profile_id=ProfileId(1), name=" Midshire ", note=" The agreement. ")
    content = ruled.read(save_profile, profile_id=ProfileId(1))
    ruled.run(load_profile, name="midshire.json", content=content)
    first, second = ruled.read(list_profiles)
    assert (first.name, first.note, first.rulings) == ("Midshire", "The agreement.", second.rulings)
    with pytest.raises(NotAProfileFile):
        ruled.run(load_profile, name="photo.jpg", content=b"\xff\xd8")


def test_rules_that_go_leave_their_money_with_the_general_ones(ruled):
    ruled.run(use_profile, stream_id=COUNCIL, profile_id=ProfileId(1), today=TODAY)
    ruled.run(remove_profile, profile_id=ProfileId(1))
    assert ruled.read(list_profiles) == ()
    assert ruled.read(find_stream, COUNCIL).profile_id is None
    ruled.undo()
    assert ruled.read(find_stream, COUNCIL).profile_id == ProfileId(1)
    with pytest.raises(NotFound, match="Those rules"):
        ruled.run(set_rule, profile_id=ProfileId(7), rule=Rule.CASH, value="no")


def test_a_payment_on_a_bank_holiday_comes_on_the_next_working_day(funded):
    (payment,) = funded.read(coming_payments, stream_id=COUNCIL, on=date(2026, 5, 1), count=1)
    assert payment.due_on == date(2026, 5, 5)
    (money,) = funded.read(expected_money, period=Period(date(2026, 5, 1), date(2026, 5, 31)))
    assert money.due_on == date(2026, 5, 5)


@pytest.mark.parametrize(("nation", "due"), [(Nation.SCOTLAND, date(2026, 4, 6)), (Nation.WALES, date(2026, 4, 7))])
def test_bank_holidays_are_those_of_the_nation(funded, nation, due):
    funded.run(keep_holder, name="Jean Pellow", nation=nation)
    (payment,) = funded.read(coming_payments, stream_id=COUNCIL, on=date(2026, 4, 1), count=1)
    assert payment.due_on == due


def test_the_same_money_twice_is_refused(funded):
    agreed = {"schedule": Schedule.WEEKLY, "first_payment_on": TODAY, "first": TODAY}
    with pytest.raises(SameMoneyTwice):
        funded.run(add_stream, funder="MIDSHIRE", **agreed)
    funded.run(add_stream, funder="NHS", **agreed)
    nhs = funded.read(list_streams)[1]
    with pytest.raises(SameMoneyTwice):
        funded.run(change_stream, stream_id=nhs.id, funder="Midshire", kind=nhs.kind, in_advance=True, **agreed)
    assert funded.read(find_stream, nhs.id).funder == "NHS"
