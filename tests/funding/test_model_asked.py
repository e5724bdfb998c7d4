"""What a funder asks on a day: its own rules, else the general defaults."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.funding.model import (
    NEW_CONSENT,
    Asked,
    Consent,
    ConsentLine,
    ForNothing,
    ReturnLine,
    Rule,
    Ruling,
    StreamId,
)
from pa_manager.holder.model import About, Advice, AdviceId, How
from pa_manager.values.days import Period
from pa_manager.values.money import Money
from tests.funding.streams import stream

FIRST = date(2026, 4, 1)


def asked(*, is_general=False, **answers):
    rulings = [Ruling(rule=Rule(rule), value=value, source="Letter") for rule, value in answers.items()]
    return Asked({each.rule: replace(each, is_general=is_general) for each in rulings})


@pytest.mark.parametrize(
    ("rhythm", "last"),
    [
        ("four_weekly", date(2026, 4, 28)),
        ("monthly", date(2026, 4, 30)),
        ("quarterly", date(2026, 6, 30)),
        ("half_yearly", date(2026, 9, 30)),
        ("yearly", date(2027, 3, 31)),
    ],
)
def test_the_rhythm_gives_the_days_of_the_next_return(rhythm, last):
    assert asked(return_every=rhythm).next_return(FIRST) == Period(FIRST, last)


def test_a_letter_names_the_days_itself():
    assert asked(return_every="by_letter").next_return(FIRST) is None


def test_the_first_check_is_so_many_weeks_after_the_start():
    assert asked(first_check="12").first_check(FIRST) == Period(FIRST, date(2026, 6, 23))
    assert asked().first_check(FIRST) is None


def test_a_return_is_due_so_many_days_after_its_last():
    assert asked(days_to_send="28").due_on(date(2026, 6, 30)) == date(2026, 7, 28)
    assert asked().due_on(FIRST) is None


@pytest.mark.parametrize(("basis", "weekly"), [("gross", "150"), ("net", "110"), ("", "110")])
def test_the_reserve_counts_the_whole_sum_or_what_the_funder_pays(basis, weekly):
    """South Tyneside: £150.00 is £110.00 from the council and £40.00 from the holder."""
    money = stream(weekly="150", contribution="40")
    assert asked(reserve_basis=basis).counted_weekly(money, FIRST) == Money.from_text(weekly)


def test_weeks_typed_for_the_money_come_before_the_funders_and_a_default_is_no_promise():
    money = stream()
    assert asked(reserve_weeks="8").weeks_kept(money) == 8
    assert asked(reserve_weeks="8").weeks_kept(replace(money, keep_weeks=0)) == 0
    assert asked(reserve_weeks="8", is_general=True).weeks_kept(money) is None


def test_answers_of_several_lines_are_read_line_by_line():
    found = asked(evidence="Bank statements\n\n Receipts ", line_names="Pension = Employer pension costs")
    assert found.lines(Rule.EVIDENCE) == ("Bank statements", "Receipts")
    assert found.line_names == {ReturnLine.PENSION: "Employer pension costs"}
    assert found.lines(Rule.FORBIDDEN) == ()


# What was agreed beforehand


def test_a_consent_is_for_money_or_for_a_kind_of_spending():
    advice = Advice(
        id=AdviceId(1),
        said_by="Priya Nair",
        words="Keep it for the holiday",
        on=FIRST,
        how=How.LETTER,
        about=About.MONEY,
        about_name="",
    )
    with pytest.raises(ForNothing):
        Consent(id=NEW_CONSENT, advice=advice)
    kept = Consent(id=NEW_CONSENT, advice=advice, stream_id=StreamId(1))
    assert kept.told == "“Keep it for the holiday”, Priya Nair. In a letter, 1 April 2026"
    assert ConsentLine(kept, "Midshire").what == "The money itself"
    assert ConsentLine(replace(kept, line=ReturnLine.CASH), "Midshire").what == "Cash, with receipts"
