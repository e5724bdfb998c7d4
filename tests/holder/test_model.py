"""The holder and the supporters."""

from datetime import date

import pytest

from pa_manager.holder.model import (
    NEW_SUPPORTER,
    THE_HOLDER,
    Holder,
    NameMissing,
    Nation,
    NotAnAddress,
    NotBornYet,
    Supporter,
    SupporterLine,
    SupporterRole,
    born,
    email_from_text,
    tidy_name,
)
from pa_manager.values.days import EndsBeforeItBegins


def _holder(known_as):
    return Holder(
        id=THE_HOLDER,
        name="Jean Pellow",
        known_as=known_as,
        nation=Nation.ENGLAND,
        born_on=None,
        address="",
        reference="",
        phone="",
        email="",
    )


def _supporter(first, last):
    return Supporter(
        id=NEW_SUPPORTER,
        name="Rowena Pellow",
        role=SupporterRole.SUITABLE_PERSON,
        phone="",
        email="",
        may_do="",
        first=first,
        last=last,
    )


def test_a_holder_is_called_by_the_name_they_like():
    assert _holder("Jeannie").called == "Jeannie"
    assert _holder("").called == "Jean Pellow"


@pytest.mark.parametrize(
    ("first", "last", "helps"),
    [
        (None, None, True),
        (date(2026, 5, 21), date(2026, 5, 21), True),
        (date(2026, 5, 22), None, False),
        (None, date(2026, 5, 20), False),
    ],
)
def test_days_left_empty_do_not_stop_a_supporter(first, last, helps):
    assert _supporter(first, last).helps_on(date(2026, 5, 21)) is helps


def test_nobody_stops_helping_before_they_begin():
    with pytest.raises(EndsBeforeItBegins, match="1 May 2026, comes before the first day, 2 May 2026"):
        _supporter(date(2026, 5, 2), date(2026, 5, 1))


def test_every_word_that_is_stored_is_also_said():
    assert Nation.NORTHERN_IRELAND.words == "Northern Ireland"
    assert len({role.words for role in SupporterRole}) == len(SupporterRole)


def test_only_some_may_hold_the_money():
    assert [role for role in SupporterRole if role.holds_the_money] == [
        SupporterRole.SUITABLE_PERSON,
        SupporterRole.AUTHORISED,
        SupporterRole.NOMINATED,
    ]


def test_a_name_is_tidied_and_must_not_be_blank():
    assert tidy_name("  Jean   Pellow ") == "Jean Pellow"
    with pytest.raises(NameMissing):
        tidy_name("  ")


@pytest.mark.parametrize("typed", ["", " jean@example.org ", "j.p+dp@example.co.uk"])
def test_an_email_address_may_be_empty(typed):
    assert email_from_text(typed) == typed.strip()


@pytest.mark.parametrize("typed", ["jean", "@example.org", "jean@", "jean @example.org"])
def test_what_cannot_be_an_email_address_is_said(typed):
    with pytest.raises(NotAnAddress):
        email_from_text(typed)


def test_nobody_is_born_tomorrow():
    today = date(2026, 5, 21)
    assert born(today, today=today) == today
    with pytest.raises(NotBornYet, match="22 May 2026 has not come yet"):
        born(date(2026, 5, 22), today=today)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, ""),
        (date(2026, 5, 1), None, "Since 1 May 2026"),
        (date(2026, 6, 1), None, "From 1 June 2026"),
        (date(2026, 5, 1), date(2026, 6, 1), "Until 1 June 2026"),
        (None, date(2026, 5, 1), "Not now, last day 1 May 2026"),
    ],
)
def test_when_somebody_helps_is_said(first, last, words):
    supporter = _supporter(first, last)
    assert SupporterLine(supporter, supporter.helps_on(date(2026, 5, 21))).time == words
