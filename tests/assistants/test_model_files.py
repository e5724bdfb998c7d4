"""The file of an assistant, and the checks in it."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import (
    CheckDetails,
    CheckKind,
    NotAnAccountNumber,
    NotAnInsuranceNumber,
    NotASortCode,
    PersonFile,
    PrivateDetails,
    Told,
    WordsMissing,
    account_number_from_text,
    facts_of,
    insurance_number_from_text,
    sort_code_from_text,
    told_apart,
)
from pa_manager.values.days import EndsBeforeItBegins
from tests.assistants.test_model import ADA
from tests.conftest import TODAY

SECRETS = PrivateDetails(
    insurance_number="AB 12 34 56 C", account_name="A Okonkwo", sort_code="20-45-99", account_number="00419233"
)


@pytest.mark.parametrize("typed", ["ab123456c", "AB 12 34 56 C", " ab-12-34-56-c "])
def test_an_insurance_number_is_read_however_it_is_written(typed):
    assert insurance_number_from_text(typed) == "AB 12 34 56 C"


@pytest.mark.parametrize(
    "typed", ["", "QQ123456C", "AO123456C", "GB123456C", "AB123456E", "AB12345C", "ZZ123456A", "AB１２３４５６C"]
)
def test_what_is_no_insurance_number_is_refused(typed):
    with pytest.raises(NotAnInsuranceNumber, match="2 letters, 6 figures"):
        insurance_number_from_text(typed)


@given(st.text(max_size=12))
def test_no_text_whatever_breaks_the_readers(text):
    for read in (insurance_number_from_text, sort_code_from_text, account_number_from_text):
        with suppress(NotAnInsuranceNumber, NotASortCode, NotAnAccountNumber):
            assert read(read(text)) == read(text)


def test_a_bank_account_has_six_and_eight_figures():
    assert sort_code_from_text("204599") == sort_code_from_text("20 45 99") == "20-45-99"
    assert account_number_from_text("0041 9233") == "00419233"
    with pytest.raises(NotASortCode):
        sort_code_from_text("20-45-9")
    with pytest.raises(NotAnAccountNumber, match="noughts before it"):
        account_number_from_text("4192331")


def test_what_is_private_is_not_shown_unless_asked_and_never_in_a_log():
    person = PersonFile(emergency_name="Obi", emergency_relation="brother", emergency_phone="01632 960010")
    hidden = {fact.what: fact.known for fact in facts_of(ADA, person, SECRETS.hidden())}
    assert hidden["Account number"] == hidden["National Insurance number"] == "Kept, not shown"
    assert hidden["In an emergency, ring"] == "Obi (brother), 01632 960010"
    assert hidden["Address"] == "Not filled in"
    shown = {fact.what: fact.known for fact in facts_of(ADA, person, SECRETS)}
    assert shown["Account number"] == "00419233"
    assert PrivateDetails().hidden() == PrivateDetails()
    assert "419233" not in repr(SECRETS)
    assert "AB 12" not in f"{SECRETS}"


def test_what_they_are_to_the_holder():
    def said(assistant, person):
        return {fact.what: fact.known for fact in facts_of(assistant, person, PrivateDetails())}[
            "Relation to the holder"
        ]

    relative = replace(ADA, relative=True)
    assert said(ADA, PersonFile()) == "Not filled in"
    assert said(relative, PersonFile(same_household=True)) == "Close relative, lives with the holder"
    assert said(relative, PersonFile(relation="Daughter")) == "Daughter"
    assert PersonFile(emergency_name="Obi").emergency == "Obi"


def test_two_of_one_name_are_told_apart():
    twin = replace(ADA, id=2, started_on=date(2026, 1, 5))
    other = replace(ADA, id=3, name="Sam Tremaine")
    same_day = replace(ADA, id=4)
    assert told_apart((ADA, twin, other)) == {
        1: "Ada Okonkwo, from 7 April 2025",
        2: "Ada Okonkwo, from 5 January 2026",
        3: "Sam Tremaine",
    }
    assert told_apart((ADA, same_day))[4] == "Ada Okonkwo, from 7 April 2025, number 4"


def test_a_check_says_what_it_is_and_does_not_end_before_it_was_done():
    assert CheckDetails(kind=CheckKind.DBS).called == "DBS check"
    hoist = CheckDetails(kind=CheckKind.TRAINING, words="Hoist", done_on=TODAY, ends_on=TODAY)
    assert hoist.called == "Training: Hoist"
    with pytest.raises(WordsMissing):
        replace(hoist, words=" ")
    with pytest.raises(EndsBeforeItBegins):
        replace(hoist, ends_on=date(2026, 5, 20))


@pytest.mark.parametrize(
    ("kind", "ends_on", "standing"),
    [
        (CheckKind.DBS, None, "Done"),
        (CheckKind.DBS, date(2026, 5, 20), "Ended"),
        (CheckKind.DBS, date(2026, 5, 21), "Ends soon"),
        (CheckKind.DBS, date(2026, 7, 20), "Ends soon"),
        (CheckKind.DBS, date(2026, 7, 21), "In order"),
        (CheckKind.CAR_INSURANCE, date(2026, 6, 20), "Ends soon"),
        (CheckKind.CAR_INSURANCE, date(2026, 6, 21), "In order"),
    ],
)
def test_how_a_check_stands(kind, ends_on, standing):
    check = CheckDetails(kind=kind, done_on=date(2025, 1, 1), ends_on=ends_on)
    assert check.standing(TODAY) == standing
    assert check.is_ending(TODAY) == (standing in {"Ended", "Ends soon"})


def test_a_check_without_a_day_is_not_done_yet():
    assert CheckDetails(kind=CheckKind.REFERENCE).standing(TODAY) == "Not done yet"


@pytest.mark.parametrize("words", [CheckKind, Told])
def test_every_kind_is_said_in_words(words):
    said = [word.words for word in words]
    assert all(said)
    assert len(set(said)) == len(said)
