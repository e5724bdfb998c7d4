"""Letters about money that did not come as agreed."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.funding.model import ExpectedMoney, MoneyInKind, OneOffId, ReturnLine
from pa_manager.spending.model import (
    ExpectedLine,
    LetterEmpty,
    NothingToWrite,
    OneOffAccount,
    TransactionId,
)
from pa_manager.spending.model.expecting import Came
from pa_manager.spending.model.letters import letter_about
from pa_manager.values.days import Period
from pa_manager.values.money import Money
from tests.spending.household import MIDSHIRE

DUE = date(2026, 4, 1)
AGREED = ExpectedMoney(
    stream_id=MIDSHIRE,
    what=MoneyInKind.PAYMENT,
    due_on=DUE,
    period=Period(DUE, date(2026, 4, 28)),
    amount=Money(148640),
)


def expected(*came, money=AGREED, known_to=date(2026, 6, 8)):
    parts = tuple(
        Came(
            transaction_id=TransactionId(1),
            day=day,
            amount=Money(pence),
            line=ReturnLine.PAYMENT,
            stream_id=MIDSHIRE,
        )
        for pence, day in came
    )
    return ExpectedLine(
        expected=money,
        who="Midshire: nights",
        funder="Midshire",
        came=parts,
        today=date(2026, 6, 10),
        known_to=known_to,
    )


def letter(line, **more):
    known = {"made_up": "4 weeks at £371.60", "reference": "DP 7", "name": "Jean Pellow", "address": "14 Larch Close"}
    return letter_about(line, **{**known, **more})


@pytest.mark.parametrize(
    ("came", "says", "asks"),
    [
        (
            [],
            "It has not come into the direct payment account by 8 June 2026, the last day that the bank has told of.",
            "When will it be paid?",
        ),
        ([(148640, date(2026, 4, 9))], "is £1,486.40 on 9 April 2026: 8 days late.", "Has the day of payment changed?"),
        ([(100000, DUE)], "is £1,000.00 on 1 April 2026: £486.40 less than was due.", "when will the rest be paid?"),
        (
            [(100000, DUE), (60000, date(2026, 4, 2))],
            "is £1,000.00 on 1 April 2026 and £600.00 on 2 April 2026: £113.60 more than was due.",
            "shall I pay it back?",
        ),
    ],
)
def test_a_letter_says_what_was_due_when_what_came_and_what_is_asked(came, says, asks):
    found = letter(expected(*came))
    assert found.to == "Midshire"
    assert found.sender == "Jean Pellow\n14 Larch Close"
    assert found.subject == "Direct payment, reference DP 7: payment due on 1 April 2026"
    facts, told, asked = found.words.split("\n\n")
    assert facts == (
        "The payment of £1,486.40 for 1 to 28 April 2026 was due on 1 April 2026."
        " By the agreement it is made up of 4 weeks at £371.60."
    )
    assert says in told
    assert asks in asked


def test_what_is_not_known_is_left_out_of_a_letter():
    ramp = replace(AGREED, what=MoneyInKind.ONE_OFF, one_off_id=OneOffId(1))
    found = letter(expected(money=ramp, known_to=None), made_up="", reference="", address="")
    assert found.subject == "Direct payment: one-off payment due on 1 April 2026"
    assert found.words.startswith(
        "The one-off payment of £1,486.40 was due on 1 April 2026.\n\nIt has not come into the direct payment account."
    )


def test_what_came_as_agreed_and_ones_own_money_need_no_letter():
    for line in (expected((148640, DUE)), expected(money=replace(AGREED, what=MoneyInKind.CONTRIBUTION))):
        with pytest.raises(NothingToWrite):
            letter(line)


def test_a_letter_can_be_changed_but_not_emptied():
    found = letter(expected())
    changed = found.edited({"to": " Direct Payments Team\nMidshire ", "signed": "Rowena Pellow"})
    assert (changed.to, changed.signed, changed.words) == (
        "Direct Payments Team\nMidshire",
        "Rowena Pellow",
        found.words,
    )
    for name in ("to", "words"):
        with pytest.raises(LetterEmpty):
            found.edited({name: "  "})


def test_a_small_account_says_what_is_left():
    account = OneOffAccount(
        id=OneOffId(1), purpose="A ramp", who="Midshire", agreed=Money(5), came=Money(500), spent=Money(200)
    )
    assert account.said == "A ramp, from Midshire: £5.00 came, £2.00 spent, £3.00 left"
