"""What can be done with the money agreed."""

from datetime import date

import pytest

from pa_manager.file.work import NotFound
from pa_manager.funding.model import (
    Contribution,
    ContributionMode,
    FunderKind,
    FunderMissing,
    MoneyInKind,
    OneOffId,
    OutsideTheStream,
    PurposeMissing,
    Schedule,
    StreamId,
    SumBelowNil,
    WeeklyAmount,
)
from pa_manager.funding.operations import (
    FUNDING,
    add_one_off,
    add_stream,
    change_one_off,
    change_stream,
    expected_money,
    find_one_off,
    find_stream,
    list_one_offs,
    list_streams,
    remove_contribution,
    remove_one_off,
    remove_weekly_amount,
    set_contribution,
    set_weekly_amount,
    things_to_do,
)
from pa_manager.values.days import EndsBeforeItBegins, Period
from pa_manager.values.money import NIL, Money
from pa_manager.values.tasks import Place
from tests.conftest import TODAY

FIRST = date(2026, 4, 1)
APRIL = Period(FIRST, date(2026, 4, 30))


def _agree(runner, **changed):
    agreed = {
        "funder": "Midshire County Council",
        "schedule": Schedule.FOUR_WEEKLY,
        "first_payment_on": FIRST,
        "first": FIRST,
        "weekly": Money(42460),
        "contribution": Money(5300),
    }
    return runner.run(add_stream, **{**agreed, **changed})


@pytest.fixture
def stream(runner):
    _agree(runner)
    return runner.read(list_streams)[0]


def test_what_was_agreed_is_kept(runner):
    assert _agree(runner, name=" Direct  payment ", kind=FunderKind.NHS, keep_weeks=8, reference="DP 1") == FUNDING
    (kept,) = runner.read(list_streams)
    assert kept.called == "Midshire County Council: Direct payment"
    assert (kept.kind, kept.keep_weeks, kept.reference, kept.in_advance) == (FunderKind.NHS, 8, "DP 1", True)
    assert kept.amounts == (WeeklyAmount(FIRST, Money(42460)),)
    assert kept.contributions == (Contribution(FIRST, Money(5300), ContributionMode.NET),)
    assert runner.read(find_stream, kept.id) == kept


def test_a_sum_can_be_agreed_later(runner):
    _agree(runner, weekly=None, contribution=NIL)
    (kept,) = runner.read(list_streams)
    assert (kept.amounts, kept.contributions) == ((), ())


@pytest.mark.parametrize(
    ("changed", "refused"),
    [
        ({"funder": " "}, FunderMissing),
        ({"last": date(2026, 3, 31)}, EndsBeforeItBegins),
        ({"weekly": Money(-1)}, SumBelowNil),
    ],
)
def test_what_makes_no_sense_is_refused(runner, changed, refused):
    with pytest.raises(refused):
        _agree(runner, **changed)
    assert runner.read(list_streams) == ()


def test_the_details_change_and_the_sums_stay(runner, stream):
    earlier = date(2026, 3, 1)
    changed = runner.run(
        change_stream,
        stream_id=stream.id,
        funder="Midshire Council",
        kind=FunderKind.OTHER,
        schedule=Schedule.WEEKLY,
        in_advance=False,
        first_payment_on=date(2026, 3, 8),
        first=earlier,
        last=date(2026, 12, 31),
    )
    assert changed == FUNDING
    kept = runner.read(find_stream, stream.id)
    assert (kept.funder, kept.schedule, kept.last) == ("Midshire Council", Schedule.WEEKLY, date(2026, 12, 31))
    assert kept.weekly_on(earlier) == Money(42460)


def test_sums_change_from_a_day_on_and_can_be_taken_back(runner, stream):
    day = date(2026, 4, 15)
    assert runner.run(set_weekly_amount, stream_id=stream.id, from_day=day, weekly=Money(50000)) == FUNDING
    runner.run(set_weekly_amount, stream_id=stream.id, from_day=day, weekly=Money(51000))
    runner.run(set_contribution, stream_id=stream.id, from_day=day, weekly=Money(100), mode=ContributionMode.GROSS)
    kept = runner.read(find_stream, stream.id)
    assert [amount.weekly for amount in kept.amounts] == [Money(42460), Money(51000)]
    assert [each.mode for each in kept.contributions] == [ContributionMode.NET, ContributionMode.GROSS]

    assert runner.run(remove_weekly_amount, stream_id=stream.id, from_day=day) == FUNDING
    assert runner.run(remove_contribution, stream_id=stream.id, from_day=day) == FUNDING
    assert runner.read(find_stream, stream.id) == stream
    runner.undo()
    assert len(runner.read(find_stream, stream.id).contributions) == 2


def test_a_sum_outside_the_stream_is_refused(runner, stream):
    with pytest.raises(OutsideTheStream):
        runner.run(set_weekly_amount, stream_id=stream.id, from_day=date(2026, 3, 31), weekly=NIL)
    assert runner.read(find_stream, stream.id) == stream


def test_one_off_payments_are_kept_changed_and_removed(runner, stream):
    runner.run(add_one_off, stream_id=stream.id, purpose=" A ramp", amount=Money(250000), expected_on=TODAY)
    (ramp,) = runner.read(list_one_offs)
    assert (ramp.purpose, ramp.amount) == ("A ramp", Money(250000))
    runner.run(
        change_one_off,
        one_off_id=ramp.id,
        purpose="A ramp and a rail",
        amount=Money(260000),
        expected_on=FIRST,
    )
    assert runner.read(find_one_off, ramp.id).purpose == "A ramp and a rail"
    assert runner.run(remove_one_off, one_off_id=ramp.id) == FUNDING
    assert runner.read(list_one_offs) == ()


def test_a_one_off_payment_that_makes_no_sense_is_refused(runner, stream):
    with pytest.raises(PurposeMissing):
        runner.run(add_one_off, stream_id=stream.id, purpose=" ", amount=Money(1), expected_on=TODAY)
    with pytest.raises(NotFound, match="That money"):
        runner.run(add_one_off, stream_id=StreamId(7), purpose="A ramp", amount=Money(1), expected_on=TODAY)
    with pytest.raises(NotFound, match="That one-off payment"):
        runner.run(remove_one_off, one_off_id=OneOffId(7))


def test_expected_money_is_drawn_from_every_stream_and_every_one_off(runner, stream):
    _agree(runner, funder="Midshire NHS", schedule=Schedule.WEEKLY, weekly=Money(10000), contribution=None)
    runner.run(add_one_off, stream_id=stream.id, purpose="A ramp", amount=Money(250000), expected_on=date(2026, 4, 9))
    found = runner.read(expected_money, period=Period(FIRST, date(2026, 4, 14)))
    assert [(each.stream_id, each.what, str(each.amount)) for each in found] == [
        (stream.id, MoneyInKind.PAYMENT, "£1,486.40"),
        (stream.id, MoneyInKind.CONTRIBUTION, "£212.00"),
        (2, MoneyInKind.PAYMENT, "£100.00"),
        (2, MoneyInKind.PAYMENT, "£100.00"),
        (stream.id, MoneyInKind.ONE_OFF, "£2,500.00"),
    ]


def test_without_any_money_somebody_must_say_who_pays(runner):
    (task,) = runner.read(things_to_do, today=TODAY)
    assert task.place == Place("funding")


def test_money_without_a_sum_and_money_that_ends_are_said(runner):
    _agree(runner)
    _agree(runner, funder="Midshire NHS", weekly=None)
    _agree(runner, funder="Lottery", last=date(2026, 6, 30))
    _agree(runner, funder="Trust", last=date(2026, 4, 30), weekly=None)
    _agree(runner, funder="Charity", last=date(2027, 4, 30))
    assert [(task.text, task.place.number, task.due) for task in runner.read(things_to_do, today=TODAY)] == [
        ("Say how much Midshire NHS comes to a week.", 2, None),
        ("Lottery ends on 30 June 2026. Ask what comes after it.", 3, date(2026, 6, 30)),
    ]
