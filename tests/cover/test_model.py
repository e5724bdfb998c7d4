"""The call list, and what each way of covering a shift costs."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.assistants.model import Assistant, AssistantId, AssistantKind, Rate, ShiftKind, Terms
from pa_manager.cover.model import (
    Answer,
    Contact,
    ContactDetails,
    ContactId,
    ContactNameMissing,
    CoverEvent,
    CoverEventId,
    EventLine,
    Option,
    Tier,
    cost_of_assistant,
    cost_of_contact,
    options_for,
)
from pa_manager.rota.model import Free, Shift, ShiftId
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money
from tests.conftest import TODAY
from tests.cover.household import AT, FRIDAY

SHIFT = Shift(id=ShiftId(1), day=TODAY, span=span_from_text("9-1"))
ADA = Assistant(
    id=AssistantId(1),
    name="Ada Okonkwo",
    phone="01632 960001",
    started_on=date(2025, 4, 7),
    periods_from=date(2026, 3, 30),
    terms=(
        Terms(
            from_day=date(2025, 4, 7),
            rates=(
                Rate(kind=ShiftKind.DAY, per_hour=Money(1320)),
                Rate(kind=ShiftKind.SLEEP_IN, per_hour=Money(1320), per_shift=Money(6000)),
            ),
        ),
    ),
)
AGENCY = Contact(id=ContactId(1), tier=Tier.AGENCY, name="Brightway Homecare", per_hour=Money(2450))
FAMILY = Contact(id=ContactId(2), tier=Tier.FAMILY, name="Rowena Pellow", will_do="Not lifting")


def test_somebody_on_the_list_has_a_name():
    assert ContactDetails(tier=Tier.OWN_PA, assistant_id=AssistantId(1)).name == ""
    with pytest.raises(ContactNameMissing):
        ContactDetails(tier=Tier.FAMILY, name=" ")


@pytest.mark.parametrize(
    ("checked_on", "today", "old"),
    [
        (None, date(2026, 5, 21), True),
        (date(2025, 11, 22), date(2026, 5, 21), False),
        (date(2025, 11, 21), date(2026, 5, 21), True),
        (date(2025, 8, 31), date(2026, 2, 28), True),
    ],
)
def test_the_list_wants_checking_every_six_months(checked_on, today, old):
    assert replace(FAMILY, checked_on=checked_on).wants_check(today) is old


def test_what_a_shift_costs_with_an_assistant():
    assert cost_of_assistant(ADA, SHIFT) == (Money(5280), "£52.80")
    assert cost_of_assistant(ADA, replace(SHIFT, kind=ShiftKind.SLEEP_IN)) == (Money(6000), "£60.00")
    assert cost_of_assistant(ADA, replace(SHIFT, kind=ShiftKind.ON_CALL)) == (None, "No rate agreed")
    assert cost_of_assistant(replace(ADA, terms=()), SHIFT) == (None, "No rate agreed")
    assert cost_of_assistant(replace(ADA, kind=AssistantKind.UNPAID), SHIFT) == (None, "Nothing to pay")


def test_what_a_shift_costs_with_somebody_else():
    assert cost_of_contact(AGENCY, SHIFT) == (Money(9800), "£98.00")
    assert cost_of_contact(FAMILY, SHIFT) == (None, "Nothing to pay")
    assert cost_of_contact(replace(FAMILY, per_hour=Money(1000)), SHIFT) == (Money(4000), "£40.00")
    assert cost_of_contact(replace(AGENCY, per_hour=None), SHIFT) == (None, "Not known")


def test_people_are_asked_tier_by_tier_the_free_and_the_cheaper_first():
    dear = replace(ADA, id=AssistantId(2), name="Zed Dear", terms=())
    busy = replace(ADA, id=AssistantId(3), name="Bea Busy")
    bank = replace(ADA, id=AssistantId(4), name="Bo Bank")
    listed = Contact(
        id=ContactId(3), tier=Tier.BANK_PA, name="Bo Bank", assistant_id=bank.id, phone="01632 960004", will_do="Nights"
    )
    everyone = {each.id: each for each in (ADA, dear, busy, bank)}
    free = tuple(
        Free(each.id, each.name, each is not busy, "Away." if each is busy else "") for each in everyone.values()
    )

    options = options_for(SHIFT, (AGENCY, FAMILY, listed), free, everyone)

    assert [(option.tier.words, option.name, option.standing, option.cost_said) for option in options] == [
        ("Own PA", "Ada Okonkwo", "Free", "£52.80"),
        ("Own PA", "Zed Dear", "Free", "No rate agreed"),
        ("Own PA", "Bea Busy", "Away.", "£52.80"),
        ("Bank PA", "Bo Bank", "Free", "£52.80"),
        ("Family or friend", "Rowena Pellow", "Ask them", "Nothing to pay"),
        ("Agency", "Brightway Homecare", "Ask them", "£98.00"),
    ]
    assert [option.phone for option in options][:4] == ["01632 960001", "01632 960001", "01632 960001", "01632 960004"]
    assert options[3].will_do == "Nights"


def test_a_pa_on_the_list_without_a_number_there_has_the_one_of_their_file():
    listed = Contact(id=ContactId(3), tier=Tier.OWN_PA, name="", assistant_id=ADA.id)
    (option,) = options_for(SHIFT, (listed,), (Free(ADA.id, ADA.name, free=True),), {ADA.id: ADA})
    assert (option.phone, option.contact_id) == ("01632 960001", 3)


def test_an_event_is_about_what_somebody_left_on_its_days():
    event = CoverEvent(
        id=CoverEventId(1), assistant_id=ADA.id, days=Period(TODAY, FRIDAY), why="off sick", opened_at=AT
    )
    left = replace(SHIFT, left_by=ADA.id)
    assert event.is_about(left)
    assert not event.is_about(SHIFT)
    assert not event.is_about(replace(left, day=date(2026, 5, 23)))
    assert replace(event, assistant_id=None).is_about(SHIFT)


def test_how_far_cover_has_come():
    event = CoverEvent(
        id=CoverEventId(1), assistant_id=ADA.id, days=Period(TODAY, FRIDAY), why="off sick", opened_at=AT
    )
    line = EventLine(event, "Ada Okonkwo", gaps=2, calls=0, cost=NIL)
    assert line.standing == "2 shifts to cover"
    assert replace(line, gaps=1).standing == "1 shift to cover"
    assert replace(line, gaps=0).standing == "Covered"
    assert replace(line, event=replace(event, closed=True)).standing == "Closed"


def test_tiers_and_answers_are_said_in_words():
    assert [tier.rank for tier in Tier] == [1, 2, 3, 4, 5]
    assert all(each.words for each in (*Tier, *Answer))
    assert Option(tier=Tier.COUNCIL, name="Duty line").standing == "Ask them"
