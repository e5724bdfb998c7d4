"""The rules on money in and money out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import Assistant, AssistantId, AssistantKind, PayFrequency
from pa_manager.funding.model import ExpectedMoney, FunderKind, MoneyInKind, ReturnLine, Schedule, Stream, StreamId
from pa_manager.pay.model import Liability, LiabilityKind, Payslip, PayslipId, PayslipLine
from pa_manager.plan.model import OutcomeId
from pa_manager.spending.model import (
    Account,
    AccountId,
    AccountKind,
    AgreedBefore,
    AlreadyAgreed,
    Arrival,
    BatchId,
    Evidence,
    EvidenceId,
    EvidenceKind,
    Fate,
    FromTheBank,
    NameMissing,
    NotASortCode,
    NotLastFour,
    PaysAPayslip,
    PreviewRow,
    SpendingLine,
    Split,
    SplitsDoNotAddUp,
    Suggestion,
    TakenRow,
    Transaction,
    TransactionId,
    TransactionState,
    WrongWay,
    last_four_from_text,
    needs_paper,
    sort_code_from_text,
)
from pa_manager.spending.model.bankfiles.files import AccountMark, BankFile, BankRow, FileKind
from pa_manager.spending.model.doubles import LedgerRow
from pa_manager.spending.model.expecting import Came, beside, came_in, left_of, still_owed_of
from pa_manager.spending.model.ledger import tidy_name
from pa_manager.spending.model.lines import lines_on_offer
from pa_manager.spending.model.names import line_by_name, may_be_funder, may_be_person
from pa_manager.spending.model.paying import PaymentToMake, Standing
from pa_manager.spending.model.preview import AccountSoFar, is_mark_of, preview_of
from pa_manager.spending.model.proving import file_name, without_paper
from pa_manager.spending.model.statements import reconciled
from pa_manager.spending.model.suggesting import Known, PastChoice, match_payslips, suggestions_for
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money, total
from tests.funding.streams import stream as agreed_stream

DAY = date(2026, 5, 12)
MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
MIDSHIRE = StreamId(1)


def account(**more):
    facts = {
        "id": AccountId(1),
        "name": "Main",
        "kind": AccountKind.BANK,
        "sort_code": "20-00-00",
        "number_last4": "5678",
        "opened_on": date(2026, 4, 1),
        "opening": Money(1000),
    }
    return Account(**{**facts, **more})


def moved(pence, *splits, number=1, party="CITY CARS", day=DAY, **more):
    facts = {"account_id": AccountId(1), "text": more.pop("text", party), "splits": splits}
    return Transaction(id=TransactionId(number), day=day, amount=Money(pence), party=party, **{**facts, **more})


def part(line, pence, **more):
    return Split(line=ReturnLine(line), amount=Money(pence), **more)


# Accounts


def test_an_account_is_called_by_its_name_and_last_figures():
    assert account().said == "Main (ends 5678)"
    assert account(number_last4="").said == "Main"
    assert [kind.words for kind in AccountKind] == ["Bank account", "Prepaid card", "Cash"]


def test_sort_codes_and_last_figures_as_they_are_typed():
    assert [sort_code_from_text(text) for text in ("", "200000", "20 00 00")] == ["", "20-00-00", "20-00-00"]
    assert [last_four_from_text(text) for text in ("", "5678", "1234 5678")] == ["", "5678", "5678"]
    with pytest.raises(NotASortCode, match="six figures"):
        sort_code_from_text("2000")
    for text in ("567", "abcd", "١٢٣٤"):
        with pytest.raises(NotLastFour):
            last_four_from_text(text)
    assert tidy_name("  Direct   payment ") == "Direct payment"
    with pytest.raises(NameMissing, match="The document needs a name"):
        tidy_name(" ", of_what="document")


def test_what_a_statement_rests_on_stays():
    account().check_same_start(account(name="Other"))
    with pytest.raises(AgreedBefore):
        account().check_same_start(account(opening=Money(1)))


# Parts


@given(st.lists(st.integers(1, 100_000), min_size=1, max_size=6), st.booleans())
def test_parts_that_add_up_are_taken_and_no_others(parts, money_in):
    sign = 1 if money_in else -1
    whole = moved(sign * sum(parts))
    splits = tuple(part("wages", sign * pence) for pence in parts)
    assert total(each.amount for each in whole.split(splits).splits) == whole.amount
    with pytest.raises(SplitsDoNotAddUp, match="Change one until they add up"):
        moved(sign * (sum(parts) + 1)).split(splits)


def test_it_is_said_whether_parts_are_too_little_or_too_much():
    with pytest.raises(SplitsDoNotAddUp, match=r"The parts come to £1.00 less than £10.00"):
        moved(-1000).split([part("wages", -900)])
    with pytest.raises(SplitsDoNotAddUp, match=r"The parts come to £1.00 more than £10.00"):
        moved(1000).split([part("payment", 1100)])
    assert moved(-1000, part("wages", -1000)).split([]).splits == ()


def test_money_out_is_never_on_a_line_of_money_in():
    with pytest.raises(WrongWay, match="“Direct payment” is for money that comes in"):
        moved(-1000).split([part("payment", -1000)])
    with pytest.raises(WrongWay, match="more than nil"):
        moved(-1000).split([part("wages", -1100), part("wages", 100)])
    assert moved(1000).split([part("wages", 1000)]).is_explained


def test_what_was_agreed_or_told_by_the_bank_or_pays_a_payslip_stays():
    assert moved(-100).changeable().typed() == moved(-100)
    with pytest.raises(AlreadyAgreed):
        moved(-100, state=TransactionState.AGREED).changeable()
    with pytest.raises(FromTheBank):
        moved(-100, batch_id=BatchId(1)).typed()
    paid = moved(-100, part("wages", -60, payslip_id=PayslipId(1)), part("expenses", -40))
    paid.check_payslips_kept([part("wages", -60, payslip_id=PayslipId(1)), part("other_out", -40)])
    with pytest.raises(PaysAPayslip):
        paid.check_payslips_kept([part("wages", -100)])


# Statements


def test_a_statement_beside_the_record():
    told = moved(-940, part("transport", -940), number=1, state=TransactionState.ON_STATEMENT)
    plain = moved(5000, number=2, state=TransactionState.ON_STATEMENT)
    later = moved(-100, number=3, day=date(2026, 6, 2), state=TransactionState.ON_STATEMENT)
    typed = moved(-2000, number=4, party="Tin")
    compared = reconciled(
        [told, plain, later, typed],
        period=MAY,
        opening=Money(1000),
        closing=Money(5060),
        book_opening=Money(1000),
        ticked=frozenset(),
    )
    assert (compared.money_in, compared.money_out, compared.agrees) == (Money(5000), Money(940), True)
    assert (compared.sentences, compared.unexplained, compared.waiting) == ((), (plain,), (typed,))
    with_typed = reconciled(
        [told, plain, typed],
        period=MAY,
        opening=Money(1000),
        closing=Money(5060),
        book_opening=Money(900),
        ticked=frozenset({typed.id}),
    )
    assert with_typed.sentences == (
        "The statement begins with £10.00, and your record with £9.00. Check that no statement is left out in between.",
        "The statement ends with £20.00 more than these rows come to.",
        "Tin of £20.00 is listed. Without it the sums would agree.",
    )


def test_a_waiting_row_that_would_explain_a_difference_is_named():
    typed = moved(-2000, number=4, party="Tin")
    compared = reconciled(
        [typed], period=MAY, opening=Money(5000), closing=Money(3000), book_opening=Money(5000), ticked=frozenset()
    )
    assert compared.sentences == (
        "The statement ends with £20.00 less than these rows come to.",
        "Tin of £20.00 is waiting, and would explain it.",
    )


@given(st.lists(st.integers(-9999, 9999).filter(bool), max_size=8), st.integers(-9999, 9999), st.integers(-9, 9))
def test_opening_with_in_less_out_is_closing_or_it_is_said_by_how_much(amounts, opening, slip):
    rows = [moved(p, number=n, state=TransactionState.ON_STATEMENT) for n, p in enumerate(amounts, 1)]
    compared = reconciled(
        rows,
        period=MAY,
        opening=Money(opening),
        closing=Money(opening + sum(amounts) + slip),
        book_opening=Money(opening),
        ticked=frozenset(),
    )
    assert (compared.difference, compared.agrees) == (Money(slip), slip == 0)


# Previews


def bank_row(position, pence=-940, *, day=DAY, balance=None, mark=None, doubt=None):
    return BankRow(
        position=position,
        line=position + 1,
        day=day,
        amount=Money(pence),
        text="TAXI",
        party="TAXI",
        balance=None if balance is None else Money(balance),
        account=mark,
        doubt=doubt,
    )


def so_far(**more):
    facts = {
        "account": account(),
        "rows": (),
        "balance_before": Money(1000),
        "told_before": None,
        "has_rows": False,
        "had_this_file": False,
    }
    return AccountSoFar(**{**facts, **more})


def file_of(*rows, accounts=()):
    return BankFile(kind=FileKind.TABLE, rows=rows, accounts=accounts, opening=None, closing=None)


@pytest.mark.parametrize(
    ("mark", "is_ours"),
    [
        (AccountMark("20-00-00", "12345678"), True),
        (AccountMark("", "45678"), True),
        (AccountMark("", "78"), True),
        (AccountMark("20-00-00", ""), True),
        (AccountMark("30-00-00", "12345678"), False),
        (AccountMark("", "1234"), False),
    ],
)
def test_a_file_says_whose_it_is_as_far_as_it_can(mark, is_ours):
    assert is_mark_of(mark, account()) is is_ours


def test_only_rows_of_the_account_chosen_are_taken_from_a_file_of_several():
    ours, other = AccountMark("20-00-00", "12345678"), AccountMark("20-00-00", "87654321")
    file = file_of(bank_row(1, mark=ours), bank_row(2, mark=other), accounts=(ours, other))
    preview = preview_of("x.csv", "", file, so_far())
    assert [(row.fate, row.why) for row in preview.rows] == [(Fate.NEW, ""), (Fate.LEFT_OUT, "Of another account.")]
    assert preview.summary == "1 new, 1 left out."
    unclear = preview_of("x.csv", "", file, so_far(account=account(number_last4="")))
    assert [found.code for found in unclear.questions] == ["SEVERAL_ACCOUNTS"]


def test_a_mismatch_names_what_the_file_says():
    file = file_of(bank_row(1), accounts=(AccountMark("30-00-00", ""),))
    (found,) = preview_of("x.csv", "", file, so_far()).questions
    assert found.sentence.startswith("This file is of the account 30-00-00, and you chose Main (ends 5678).")


def test_rows_in_doubt_are_never_ticked_by_themselves():
    rows = (bank_row(1, doubt="DATE_FUTURE"), bank_row(2, doubt="DUPLICATE_ID"))
    preview = preview_of("x.csv", "", file_of(*rows), so_far())
    assert [(row.fate, row.is_ticked, row.can_tick) for row in preview.rows] == [
        (Fate.LEFT_OUT, False, True),
        (Fate.POSSIBLE, False, True),
    ]
    assert preview.summary == "1 possible double, 1 left out."
    assert preview_of("x.csv", "", file_of(), so_far()).summary == "There are no payments in this file."


def test_a_jump_from_the_balance_on_record_is_said():
    file = file_of(bank_row(1, balance=60))
    said = {found.code for found in preview_of("x", "", file, so_far()).findings}
    assert said == set()
    (found,) = preview_of("x", "", file, so_far(balance_before=Money(5), has_rows=True)).findings
    assert found.sentence == (
        "On 12 May 2026 the file begins with £10.00, but your record stands at £0.05. Rows in between may be missing."
    )
    assert preview_of("x", "", file, so_far(balance_before=Money(5), told_before=Money(1000))).findings == ()
    same_day = LedgerRow(TransactionId(9), DAY, -100, "A", "", 1000, "")
    assert preview_of("x", "", file, so_far(balance_before=Money(5), rows=(same_day,))).findings == ()


def test_a_row_of_a_preview_is_read_out_whole():
    row = PreviewRow(position=1, line=2, fate=Fate.POSSIBLE, text="TAXI", why="Seen before.", row=bank_row(1))
    assert TakenRow(row=row, is_taken=True).said == "Taken, 12 May 2026, -£9.40, TAXI, Possible double. Seen before."
    out = PreviewRow(position=1, line=2, fate=Fate.LEFT_OUT, text="TAXI", why="Pending.")
    assert TakenRow(row=out, is_taken=False).said == "Left, line 2, TAXI, Pending."


# Names


@pytest.mark.parametrize(
    ("payee", "is_her"),
    [
        ("A OKONKWO", True),
        ("OKONKWO ADA", True),
        ("MS A OKONKWO", True),
        ("Okonkwo", True),
        ("S OKONKWO", False),
        ("ADA SMITH", False),
    ],
)
def test_names_as_banks_shorten_them(payee, is_her):
    assert may_be_person(payee, "Ada Okonkwo") is is_her
    assert not may_be_person(payee, "")


def test_funders_as_banks_shorten_them():
    assert may_be_funder("MIDSHIRE CC ADULT SC", "Midshire County Council")
    assert not may_be_funder("NORTHSHIRE CC", "Midshire County Council")
    assert not may_be_funder("COUNTY COUNCIL", "County Council")


def test_names_that_speak_for_a_line():
    assert line_by_name("HMRC PAYE 475PX")[0] is ReturnLine.HMRC
    assert line_by_name("BRIGHTWAY HOMECARE")[0] is ReturnLine.AGENCY
    assert line_by_name("SOMETHING ELSE") is None


# Suggestions


def stream(number=1, funder="Midshire County Council"):
    return Stream(
        id=StreamId(number),
        funder=funder,
        kind=FunderKind.COUNCIL,
        name="",
        reference="",
        schedule=Schedule.FOUR_WEEKLY,
        in_advance=True,
        first_payment_on=date(2026, 4, 1),
        first=date(2026, 4, 1),
        last=None,
        keep_weeks=None,
        amounts=(),
        contributions=(),
    )


def assistant(name, number=1, kind=AssistantKind.EMPLOYED):
    return Assistant(
        id=AssistantId(number),
        name=name,
        kind=kind,
        started_on=date(2025, 1, 1),
        frequency=PayFrequency.MONTHLY,
        periods_from=date(2025, 1, 1),
    )


def expected(pence, due_on, what=MoneyInKind.PAYMENT, stream_id=MIDSHIRE):
    return ExpectedMoney(
        stream_id=stream_id, what=what, due_on=due_on, period=Period(due_on, due_on), amount=Money(pence)
    )


def suggested(transaction, **known):
    return suggestions_for([transaction], Known(**known)).get(transaction.id)


def test_what_was_chosen_before_is_suggested_again_with_the_reason():
    choice = PastChoice(
        payee="City Cars 1182",
        money_in=False,
        line=ReturnLine.TRANSPORT,
        outcome_id=OutcomeId(2),
        stream_id=MIDSHIRE,
        day=date(2026, 4, 3),
    )
    older = replace(choice, line=ReturnLine.EXPENSES, day=date(2026, 3, 3))
    found = suggested(moved(-940, party="CITY CARS 4421"), choices=[choice, older])
    assert (found.line, found.outcome_id, found.stream_id) == (ReturnLine.TRANSPORT, 2, MIDSHIRE)
    assert found.why == "You chose this for City Cars 1182 on 3 April 2026."
    assert found.split_of(moved(-940)) == part("transport", -940, outcome_id=2, stream_id=MIDSHIRE)


def test_money_that_was_expected_is_suggested_one_to_one():
    due = [expected(21200, date(2026, 5, 11), MoneyInKind.CONTRIBUTION), expected(21200, DAY)]
    rows = [moved(21200, number=n, party="J PELLOW") for n in (1, 2, 3)]
    found = suggestions_for(rows, Known(expected=due))
    assert [found[n].line for n in (1, 2)] == [ReturnLine.PAYMENT, ReturnLine.CONTRIBUTION]
    assert found[1].why == "£212.00 was expected on 12 May 2026."
    assert 3 not in found


def test_a_payment_that_came_back_is_linked_to_its_original():
    sent = moved(-6120, party="A OKONKWO", number=1, day=date(2026, 5, 10))
    back = moved(6120, party="A OKONKWO", number=2, text="A OKONKWO RETURNED PAYMENT")
    people = [assistant("Ada Okonkwo")]
    found = suggestions_for([back], Known(earlier=[sent, back], assistants=people))[2]
    assert (found.reverses, found.line) == (1, ReturnLine.WAGES)
    assert found.why == "The payment of 10 May 2026 to A OKONKWO came back."
    explained = replace(sent, splits=(part("expenses", -6120, outcome_id=OutcomeId(1), stream_id=MIDSHIRE),))
    found = suggestions_for([back], Known(earlier=[explained]))[2]
    assert (found.line, found.outcome_id, found.stream_id) == (ReturnLine.EXPENSES, 1, MIDSHIRE)
    known = suggestions_for([back], Known(earlier=[sent], reversed=frozenset({TransactionId(1)})))[2]
    assert (known.line, known.reverses) == (ReturnLine.REFUND, None)
    nameless = suggestions_for([back], Known(earlier=[replace(sent, party="A OKONKWO")]))[2]
    assert nameless.line is ReturnLine.REFUND


def test_money_in_that_was_chosen_before_is_no_return_unless_the_bank_says_so():
    sent = moved(-6120, party="A OKONKWO", number=1)
    choice = PastChoice(
        payee="A OKONKWO", money_in=True, line=ReturnLine.OTHER_IN, outcome_id=None, stream_id=None, day=DAY
    )
    known = Known(earlier=[sent], choices=[choice])
    assert suggestions_for([moved(6120, party="A OKONKWO", number=2)], known)[2].line is ReturnLine.OTHER_IN


def test_names_and_words_speak_for_lines_of_money_in():
    streams = [stream(), stream(2, "Northshire NHS")]
    found = suggested(moved(99, party="MIDSHIRE CC"), streams=streams)
    assert (found.line, found.stream_id) == (ReturnLine.PAYMENT, MIDSHIRE)
    both = suggested(moved(99, party="MIDSHIRE CC"), streams=[stream(), stream(2)])
    assert (both.line, both.stream_id) == (ReturnLine.PAYMENT, None)
    assert suggested(moved(99, party="X", text="CLIENT CONTRIB")).line is ReturnLine.CONTRIBUTION
    assert suggested(moved(99, party="X", text="INTEREST")).line is ReturnLine.INTEREST
    assert suggested(moved(99, party="X")) is None


def test_a_refund_comes_from_whom_was_paid():
    choice = PastChoice(
        payee="BRIGHTWAY", money_in=False, line=ReturnLine.AGENCY, outcome_id=None, stream_id=None, day=DAY
    )
    assert suggested(moved(99, party="BRIGHTWAY"), choices=[choice]).line is ReturnLine.REFUND
    assert suggested(moved(99, party="BRIGHTWAY"), earlier=[moved(-5, party="BRIGHTWAY")]).line is ReturnLine.REFUND


def test_names_of_assistants_speak_for_their_line():
    people = [
        assistant("Una Paid", 1, AssistantKind.UNPAID),
        assistant("Ada Okonkwo", 2),
        assistant("Sol Trader", 3, AssistantKind.SELF_EMPLOYED),
    ]
    assert suggested(moved(-9, party="A OKONKWO"), assistants=people).line is ReturnLine.WAGES
    assert suggested(moved(-9, party="S TRADER"), assistants=people).line is ReturnLine.SELF_EMPLOYED
    assert suggested(moved(-9, party="U PAID"), assistants=people) is None
    assert suggested(moved(-9, party="HMRC")).line is ReturnLine.HMRC
    assert suggested(moved(-9, party="HMRC"), streams=[stream()]).stream_id == MIDSHIRE


def payslip(number, name, net, paid_on):
    figures = Payslip(
        id=PayslipId(number),
        assistant_id=AssistantId(number),
        period=Period(paid_on, paid_on),
        paid_on=paid_on,
        gross=Money(net),
        net=Money(net),
    )
    return PayslipLine(figures, name)


def test_equal_wages_go_to_payslips_one_to_one_by_name_and_day():
    wages = [(moved(-500, number=n, party=p), Money(500)) for n, p in ((1, "S TREMAINE"), (2, "A OKONKWO"), (3, "X Y"))]
    slips = [payslip(1, "Ada Okonkwo", 500, DAY), payslip(2, "Sam Tremaine", 500, DAY)]
    found = {match.transaction_id: match for match in match_payslips(wages, slips)}
    assert {n: match.payslip_id for n, match in found.items()} == {1: 2, 2: 1}
    assert found[2].why == "Ada Okonkwo's payslip of 12 May 2026 comes to £5.00. The name is that of Ada Okonkwo."
    (other,) = match_payslips(wages[2:], slips)
    assert other.why == "Ada Okonkwo's payslip of 12 May 2026 comes to £5.00."
    assert match_payslips([(moved(-500), Money(500))], [payslip(1, "A", 500, DAY + timedelta(days=9))]) == ()


# Money expected, and money owed


def came(pence, day, number=1, line=ReturnLine.PAYMENT, stream_id=MIDSHIRE):
    return Came(transaction_id=TransactionId(number), day=day, amount=Money(pence), line=line, stream_id=stream_id)


def arrivals(due, money, *, today=date(2026, 7, 1), known_to=None):
    lines = beside(
        due, money, [replace(agreed_stream(), id=MIDSHIRE, funder="Midshire")], today=today, known_to=known_to
    )
    return [line.arrival for line in lines], [line.sentence for line in lines]


@pytest.mark.parametrize(
    ("money", "today", "known_to", "arrival", "sentence"),
    [
        ([], date(2026, 5, 2), None, Arrival.DUE, "is due on 1 May 2026."),
        ([], date(2026, 7, 1), None, Arrival.MISSING, "was due on 1 May 2026 and has not come."),
        ([], date(2026, 7, 1), date(2026, 6, 1), Arrival.MISSING, "was due on 1 May 2026 and has not come."),
        (
            [],
            date(2026, 7, 1),
            date(2026, 5, 2),
            Arrival.UNKNOWN,
            "was due on 1 May 2026. Bring in the next bank file to see whether it came.",
        ),
        ([came(100, date(2026, 5, 4))], date(2026, 7, 1), None, Arrival.CAME, "came on 4 May 2026."),
        (
            [came(100, date(2026, 5, 9))],
            date(2026, 7, 1),
            None,
            Arrival.LATE,
            "was due on 1 May 2026 and came 8 days late.",
        ),
        (
            [came(60, date(2026, 5, 1))],
            date(2026, 7, 1),
            None,
            Arrival.SHORT,
            "was due on 1 May 2026. £0.60 came, which is £0.40 too little.",
        ),
        (
            [came(110, date(2026, 5, 1))],
            date(2026, 7, 1),
            None,
            Arrival.MORE,
            "was due on 1 May 2026. £1.10 came, which is £0.10 too much.",
        ),
    ],
)
def test_money_that_was_expected_beside_what_came(money, today, known_to, arrival, sentence):
    found, said = arrivals([expected(100, date(2026, 5, 1))], money, today=today, known_to=known_to)
    assert found == [arrival]
    assert said == [f"The payment of £1.00 from Midshire {sentence}"]


def test_money_goes_to_what_was_due_nearest_and_wants_that_sum():
    first, second = date(2026, 4, 1), date(2026, 4, 29)
    due = [expected(100, first), expected(100, second), expected(30, second, MoneyInKind.CONTRIBUTION)]
    money = [came(100, date(2026, 4, 20)), came(60, date(2026, 4, 30), 2), came(40, date(2026, 5, 2), 3)]
    assert arrivals(due, money)[0] == [Arrival.LATE, Arrival.CAME, Arrival.MISSING]
    far = [
        came(100, date(2026, 6, 29)),
        came(100, first, 2, stream_id=None),
        came(30, second, 3, stream_id=StreamId(9)),
    ]
    assert arrivals(due, far)[0] == [Arrival.CAME, Arrival.MISSING, Arrival.MISSING]


def test_parts_that_are_expected_money_are_gathered():
    rows = [moved(100, part("payment", 60), part("refund", 40)), moved(-5, part("wages", -5))]
    assert [(each.line, each.amount) for each in came_in(rows)] == [(ReturnLine.PAYMENT, Money(60))]


def owed(what, pence, last, due_on, payslip_id=None):
    return Liability(
        what=what,
        who="",
        amount=Money(pence),
        due_on=due_on,
        period=Period(last - timedelta(days=27), last),
        payslip_id=payslip_id,
    )


def test_what_was_paid_is_taken_off_what_is_owed():
    april, may = date(2026, 5, 5), date(2026, 6, 5)
    debts = [
        owed(LiabilityKind.HMRC, 100, april, date(2026, 5, 22)),
        owed(LiabilityKind.HMRC, 50, may, date(2026, 6, 22)),
        owed(LiabilityKind.PENSION, 30, april, date(2026, 5, 22)),
        owed(LiabilityKind.WAGES, 500, april, april, PayslipId(1)),
        owed(LiabilityKind.WAGES, 400, april, april, PayslipId(2)),
    ]
    paid = [
        (date(2026, 4, 22), ReturnLine.HMRC, Money(80)),
        (date(2026, 6, 22), ReturnLine.HMRC, Money(120)),
        (date(2026, 5, 22), ReturnLine.PENSION, Money(30)),
    ]
    left = still_owed_of(left_of(debts, paid, {PayslipId(1): Money(500)}))
    assert [(each.what, each.amount) for each in left] == [
        (LiabilityKind.HMRC, Money(30)),
        (LiabilityKind.WAGES, Money(400)),
    ]


@pytest.mark.parametrize(
    ("sum_owed", "left", "today", "known_to", "standing"),
    [
        (-100, -100, date(2026, 5, 1), None, Standing.GIVEN_BACK),
        (100, 0, date(2026, 5, 1), None, Standing.PAID),
        (100, 40, date(2026, 5, 1), None, Standing.PART_PAID),
        (100, 100, date(2026, 5, 22), None, Standing.TO_PAY),
        (100, 100, date(2026, 5, 23), date(2026, 5, 21), Standing.NOT_SEEN),
        (100, 100, date(2026, 5, 23), date(2026, 5, 22), Standing.OVERDUE),
    ],
)
def test_how_a_payment_stands(sum_owed, left, today, known_to, standing):
    debt = owed(LiabilityKind.HMRC, sum_owed, date(2026, 5, 5), date(2026, 5, 22))
    payment = PaymentToMake(owed=debt, left=Money(left), who="HMRC", reference="", today=today, known_to=known_to)
    assert payment.standing is standing
    assert payment.sentence
    assert payment.is_open == (standing not in {Standing.GIVEN_BACK, Standing.PAID})


# Papers and lists


def test_which_spending_wants_a_paper():
    paper = Evidence(id=EvidenceId(1), number=3, kind=EvidenceKind.RECEIPT, name="x", content_id=1)
    taxi, wage = part("transport", -940), part("wages", -940)
    rows = [
        moved(-940, taxi, number=1),
        moved(-940, taxi, number=2, evidence=(paper,)),
        moved(-940, wage, number=3),
        moved(-940, taxi, number=4),
        moved(940, part("refund", 940), number=5),
        moved(-940, part("other_out", -940, payslip_id=PayslipId(1)), number=6),
    ]
    assert [each.id for each in without_paper(rows, {}, frozenset({4}))] == [1]
    assert [each.id for each in without_paper(rows, {ReturnLine.WAGES: True}, frozenset())] == [1, 3, 4]
    assert not needs_paper(ReturnLine.TRANSPORT, {ReturnLine.TRANSPORT: False})


def test_a_line_of_the_list_says_what_it_is():
    paper = Evidence(id=EvidenceId(1), number=3, kind=EvidenceKind.RECEIPT, name="x", content_id=1)
    whole = moved(-940, part("transport", -940), evidence=(paper,), text="CITY CARS CD 1417")
    line = SpendingLine(transaction=whole, account="Main", balance=Money(60))
    assert line.said == (
        f"Tuesday 12 May 2026, CITY CARS, £9.40 out, {ReturnLine.TRANSPORT.words}, balance £0.60, evidence no. 3,"
        " waiting"
    )
    assert line.has_words(("cd", "9.40"))
    assert not line.has_words(("cd", "no such"))
    shared = moved(-940, part("transport", -900), part("expenses", -40))
    assert "; " in SpendingLine(transaction=shared, account="", balance=NIL).what_for
    back = moved(940, part("wages", 940), reverses=TransactionId(9))
    assert SpendingLine(transaction=back, account="", balance=NIL).what_for.endswith("(back again)")
    gone = SpendingLine(transaction=whole, account="", balance=NIL, came_back=True, lacks_paper=True)
    assert gone.what_for.endswith("(came back)")
    bare = SpendingLine(transaction=moved(5), account="", balance=NIL, lacks_paper=True)
    assert (bare.what_for, bare.evidence) == ("Not said yet", "Missing")
    thought = Suggestion(transaction_id=TransactionId(1), line=ReturnLine.REFUND, why="")
    assert replace(bare, suggestion=thought, lacks_paper=False).said == (
        "Tuesday 12 May 2026, CITY CARS, £0.05 in, Suggested: Refund, balance £0.00, waiting"
    )
    assert moved(5, party="", text="BANK WORDS").payee == "BANK WORDS"


def test_money_in_may_come_back_to_a_line_of_money_out():
    assert ("wages", f"Back: {ReturnLine.WAGES.words}") in lines_on_offer(money_in=True)
    assert not any(ReturnLine(key).money_in for key, _ in lines_on_offer(money_in=False))


def test_a_paper_saved_again_has_the_ending_of_its_kind():
    assert file_name("Taxi", b"%PDF-1.7") == "Taxi.pdf"
    assert file_name("receipt.jpg", b"%PDF-1.7") == "receipt.jpg"
