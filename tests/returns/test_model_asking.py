"""What a funder's rules mean for a return: the papers it asks for, and the spending it would ask about."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.funding.model import ContributionMode, OneOffId, ReturnLine, StreamId
from pa_manager.returns.model import (
    AskedPaper,
    CheckFacts,
    ContributionDue,
    Details,
    Expected,
    Move,
    OneOffFacts,
    Permission,
    Records,
    StreamFacts,
    Who,
    check,
    papers_asked_for,
    summary,
    work_out,
)
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money, total

SPRING = Period(date(2026, 4, 1), date(2026, 6, 8))
COUNCIL, NHS, RAMP = StreamId(1), StreamId(2), OneOffId(1)
STREAMS = (StreamFacts(id=COUNCIL, name="Midshire"), StreamFacts(id=NHS, name="Midshire NHS"))
L = ReturnLine


def paid(who, line=L.EQUIPMENT, pence=-2000, **more):
    return Move(transaction_id=1, day=date(2026, 5, 3), who=who, amount=Money(pence), line=line, **more)


def figures(*moves, **more):
    named = Who(holder="Jean Pellow", completed_by="Rowena Pellow")
    return work_out(
        Records(
            **{"who": named, "period": SPRING, "streams": STREAMS, "openings": {None: Money(100000)}, "moves": moves}
            | {"details": Details(notes="Kept for the hoist.")}
            | more
        )
    )


def asked(*moves, **rules):
    found = check(figures(*moves), CheckFacts(today=date(2026, 6, 10), return_number=1, **rules))
    return [each.text for each in found]


@pytest.mark.parametrize(
    ("rule", "who", "line"),
    [
        ("Gambling", "BETFRED 1187", L.TRANSPORT),
        ("Food and drink", "TESCO STORES 2113", L.EQUIPMENT),
        ("Rent and household bills", "BRITISH GAS", L.EQUIPMENT),
        ("The council's own services", "MIDSHIRE CC", L.TRANSPORT),
        ("Bank charges", "Account fee", L.BANK_CHARGES),
        ("An agency without asking", "Brightway Homecare", L.AGENCY),
    ],
)
def test_spending_that_a_rule_may_mean_is_asked_about(rule, who, line):
    moves = paid(who, line), paid(who, line)
    said = f"The funder's rules say that the money is not for “{rule}”: {who}, £20.00 on 3 May 2026 and 1 more."
    assert asked(*moves, forbidden=(rule,), forbids="The funder's rules say") == [said]
    assert asked(moves[0], ask_first=(rule,)) == [
        f"Funders often say to ask first about “{rule}”: {who}, £20.00 on 3 May 2026."
    ]


def test_a_word_of_the_rule_itself_tells_too():
    assert asked(paid("Porter Trampolines"), forbidden=("Trampolines or slides",))[0].startswith("Funders often say")
    assert asked(paid("Porter Hot Tubs"), forbidden=("Hot tubs",)) == [], "words count from five letters on"


@pytest.mark.parametrize(
    "move",
    [
        paid("BETFRED", note="The raffle of the day centre"),
        paid("BETFRED", L.TRANSPORT, 2000),
        paid("BETFRED", L.WAGES),
        paid("Porter Chemist"),
        paid("Alphabet Taxis"),
    ],
)
def test_what_a_note_explains_what_came_in_and_other_names_are_not_asked(move):
    assert asked(move, forbidden=("Gambling",)) == []


def test_what_was_agreed_beforehand_is_not_asked():
    moves = paid("BETFRED", L.TRANSPORT, stream_id=NHS), paid("BETFRED", L.TRANSPORT, stream_id=COUNCIL)
    gambling = {"forbidden": ("Gambling",)}
    assert len(asked(*moves, **gambling)[0].split(" and 1 more")) == 2
    assert asked(*moves, **gambling, permissions=(Permission(L.TRANSPORT),)) == []
    assert "1 more" not in asked(*moves, **gambling, permissions=(Permission(L.TRANSPORT, NHS),))[0]
    assert "1 more" in asked(*moves, **gambling, permissions=(Permission(L.EQUIPMENT),))[0]


@pytest.mark.parametrize(
    ("cash", "text"),
    [
        ("no", "Funders often say that the money is not for “Cash”: Window cleaner, £20.00 on 3 May 2026."),
        ("ask", "Funders often say to ask first about “Cash”: Window cleaner, £20.00 on 3 May 2026."),
        ("receipts", None),
    ],
)
def test_cash_goes_by_its_own_rule(cash, text):
    found = asked(paid("Window cleaner", L.CASH), ask_first=("Cash",), cash=cash)
    assert found == ([text] if text else [])


def test_spending_for_no_outcome_is_asked_about_once_the_plan_has_some():
    rule = {"ask_first": ("Anything that is not in the plan",)}
    moves = paid("Porter Chemist"), paid("Swift Taxis", L.TRANSPORT, outcome="1. Out and about")
    text = "No outcome of the plan is named: Porter Chemist, £20.00 on 3 May 2026."
    assert asked(*moves, **rule, has_outcomes=True) == [text]
    assert asked(*moves, **rule) == asked(*moves, has_outcomes=True) == []
    assert asked(*moves, **rule, has_outcomes=True, permissions=(Permission(L.EQUIPMENT),)) == []


def test_a_relative_who_may_never_be_paid_is_said_so():
    (text,) = asked(relatives_without_consent=((1, "Bryn Pellow"),), relatives="no")
    assert text.endswith("Its rules say that no relative may be paid.")


def test_what_was_said_about_the_money_stands_with_what_is_left_over():
    facts = CheckFacts(today=date(2026, 6, 10), return_number=1, told=("“Keep it”, Priya Nair. In a letter",))
    (found,) = check(figures(details=Details()), facts)
    assert found.way_out.endswith("About this money you noted: “Keep it”, Priya Nair. In a letter.")


def test_papers_that_are_asked_for_are_counted_or_named():
    counted, others = papers_asked_for(["Bank statements", "Invoices and receipts", "Pay slips", "Your diary"])
    assert counted == {AskedPaper.STATEMENTS, AskedPaper.RECEIPTS, AskedPaper.PAYSLIPS}
    assert others == ("Your diary",)


# The small account of a one-off payment

RAMP_FACTS = OneOffFacts(id=RAMP, stream_id=COUNCIL, purpose="a ramp", agreed=Money(250000))


def test_a_one_off_payment_balances_by_itself_and_is_no_surplus():
    moves = (
        paid("Midshire CC", L.ONE_OFF, 250000, stream_id=COUNCIL, one_off_id=RAMP),
        paid("Porter Ramps", L.EQUIPMENT, -210000, stream_id=COUNCIL, one_off_id=RAMP),
        paid("Porter Chemist", L.EQUIPMENT, -2000),
    )
    found = figures(*moves, one_offs=(RAMP_FACTS,))
    council, ramp, nhs = found.streams
    assert (council.opening, council.money_in, council.money_out) == (Money(100000), NIL, Money(2000))
    assert (ramp.name, ramp.money_in, ramp.money_out, ramp.closing) == (
        "a ramp", Money(250000), Money(210000), Money(40000),
    )  # fmt: skip
    assert total(each.closing for each in found.streams) == found.closing == Money(138000)
    assert found.surplus == Money(98000), "what is left of the ramp is for the ramp"
    assert [line.amount for line in found.behind(ramp.figure)] == [Money(250000), Money(-210000)]
    assert [line.amount for line in found.behind(council.figure)] == [Money(-2000)]
    assert ("Less what is left of the one-off payment: a ramp", Money(-40000)) in [
        (row.words, row.amount) for row in summary(found)
    ]
    assert nhs.closing == NIL
    assert found.listing[0].one_off == "a ramp"


def test_what_was_left_of_a_one_off_payment_is_carried_on():
    ramp = replace(RAMP_FACTS, opening=Money(40000))
    council, left, _nhs = figures(one_offs=(ramp,)).streams
    assert (council.opening, left.opening, left.closing) == (Money(60000), Money(40000), Money(40000))
    assert len(figures(one_offs=(RAMP_FACTS,)).streams) == 2, "one that has not come yet is left out"


def test_more_spent_on_a_one_off_payment_than_came_is_said():
    found = figures(paid("Porter Ramps", stream_id=COUNCIL, one_off_id=RAMP), one_offs=(RAMP_FACTS,))
    texts = [each.text for each in check(found, CheckFacts(today=date(2026, 6, 10), return_number=1))]
    assert texts == ["£20.00 more was spent on the one-off payment for a ramp than came for it."]


# Contributions that never enter the account, and the funder's own names


def test_a_contribution_that_never_enters_the_account_is_said_and_not_missed():
    due = (
        ContributionDue(COUNCIL, ContributionMode.NET_DIRECT, Money(8000)),
        ContributionDue(COUNCIL, ContributionMode.NET, Money(500)),
        ContributionDue(NHS, ContributionMode.GROSS, Money(4000)),
        ContributionDue(NHS, ContributionMode.GROSS, Money(4000)),
    )
    expected = (Expected(COUNCIL, L.PAYMENT, Money(2000)),)
    came = paid("Midshire", L.PAYMENT, 2000)
    (line,) = figures(came, contributions=due, expected=expected).money_in
    direct = "Contribution of £80.00 taken off and paid straight to the provider: not in this account"
    assert line.notes == (
        direct,
        "Contribution of £80.00 not taken off: it is invoiced, and not paid into this account",
    )
    (alone,) = figures(came, contributions=due, expected=expected, stream_id=COUNCIL).money_in
    assert alone.notes == (direct,)
    assert direct in next(row.under for row in summary(figures(came, contributions=due)) if row.words == line.words)


def test_lines_bear_the_names_that_the_funder_gives_them():
    found = figures(paid("Nest", L.PENSION), line_names={L.PENSION: "Employer pension costs"})
    assert found.money_out[0].words == found.listing[0].category == "Employer pension costs"


@pytest.mark.parametrize(("counted", "reserve"), [(Money(11000), Money(88000)), (None, Money(120000))])
def test_a_reserve_is_weeks_of_the_sum_that_counts(counted, reserve):
    stream = StreamFacts(id=COUNCIL, name="Midshire", weekly=Money(15000), keep_weeks=8, counted=counted)
    found = figures(streams=(stream,))
    assert found.reserve == reserve
    assert found.reserve_words == f"8 weeks at {counted or Money(15000)}"
