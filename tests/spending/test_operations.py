"""What can be done with money in and money out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.file.journal import LockedForGood
from pa_manager.file.opening import open_file
from pa_manager.file.running import Runner
from pa_manager.file.work import NotFound
from pa_manager.funding.model import ReturnLine
from pa_manager.pay.model import LiabilityKind, PayslipId
from pa_manager.pay.operations import PAY, find_payslip
from pa_manager.plan.operations import add_outcome
from pa_manager.spending.model import (
    AccountId,
    AccountKind,
    AgreedBefore,
    Arrival,
    BatchId,
    DoesNotAgree,
    EvidenceId,
    EvidenceKind,
    Fate,
    FromTheBank,
    InUse,
    NeedsAnswer,
    NoDocument,
    NoSuchRow,
    NotABankFile,
    NotAReversal,
    NotAWage,
    NothingMoved,
    PaysAPayslip,
    PayslipPaid,
    Split,
    StatementOverlaps,
    StillAttached,
    TransactionId,
    TransactionState,
    WarningCode,
)
from pa_manager.spending.operations import (
    SPENDING,
    accept_suggestions,
    add_transaction,
    attach_evidence,
    balance_on,
    change_account,
    change_evidence,
    change_transaction,
    compare_statement,
    detach_evidence,
    evidence_rules,
    explain_transaction,
    find_account,
    find_evidence,
    find_transaction,
    import_file,
    keep_evidence,
    link_reversal,
    list_batches,
    list_evidence,
    list_spending,
    list_statements,
    list_transactions,
    match_payslip,
    match_wages,
    money_expected,
    open_account,
    paid_payslips,
    payments_without_payslip,
    payslip_matches,
    preview_import,
    purposes_for,
    purposes_on,
    read_evidence,
    reconcile_statement,
    remove_evidence,
    remove_transaction,
    reversed_transactions,
    set_evidence_rule,
    split_transaction,
    still_owed,
    suggest,
    things_to_do,
    totals_by_line,
    transactions_of_evidence,
    undo_import,
    unevidenced,
    unmatch_payslip,
)
from pa_manager.values.days import Period
from pa_manager.values.money import Money
from tests.conftest import NOW, TODAY
from tests.spending.household import (
    ACCOUNT,
    CLOSING,
    LAST_DAY,
    OPENED_ON,
    OPENING,
    SPRING,
    agree_the_money,
    engage_two,
    give_payslips,
    open_the_account,
    sample,
    tell_everything,
    tell_the_story,
)

ALL_OF_THE_STORY = [
    "layouts/lloyds.csv",
    "layouts/barclays.csv",
    "layouts/monzo.csv",
    "layouts/starling.csv",
    "layouts/nationwide.csv",
    "layouts/halifax.csv",
    "layouts/tsb.csv",
    "formats/ofx1_sgml.ofx",
]


def _preview(runner, name, **more):
    return runner.read(preview_import, account_id=ACCOUNT, name=name, content=sample(name), **more)


def _bring_in(runner, name, **more):
    return runner.run(import_file, account_id=ACCOUNT, name=name, content=sample(name), **more)


# Bringing in a file


@pytest.mark.parametrize("name", ALL_OF_THE_STORY)
def test_every_bank_tells_the_same_story(runner, name):
    tell_the_story(runner, name)
    assert len(runner.read(list_transactions)) == 26
    assert runner.read(balance_on, account_id=ACCOUNT, day=LAST_DAY) == CLOSING


@pytest.mark.parametrize("again", ALL_OF_THE_STORY)
@pytest.mark.parametrize("first", ALL_OF_THE_STORY)
def test_the_story_told_again_adds_nothing_without_asking(runner, first, again):
    tell_the_story(runner, first)
    assert _preview(runner, again).new == ()
    assert not _bring_in(runner, again)
    assert len(runner.read(list_transactions)) == 26


def test_two_equal_taxi_fares_on_one_day_both_stand(runner):
    tell_the_story(runner)
    day = date(2026, 5, 12)
    fares = runner.read(list_transactions, period=Period(day, day))
    assert [fare.amount for fare in fares] == [Money(-940), Money(-940)]


@pytest.mark.parametrize("which", ["n28{}_overlap_{}.csv", "n29{}_overlap_no_balance_{}.csv"])
def test_a_second_fare_is_new_when_the_first_is_known(runner, which):
    open_the_account(runner)
    _bring_in(runner, "nasty/" + which.format("a", "first"))
    preview = _preview(runner, "nasty/" + which.format("b", "second"))
    assert (len(preview.new), len(preview.known), len(preview.possible)) == (10, 7, 0)
    assert {finding.code for finding in preview.findings} == {WarningCode.OVERLAP}
    _bring_in(runner, "nasty/" + which.format("b", "second"))
    assert runner.read(balance_on, account_id=ACCOUNT, day=LAST_DAY) == CLOSING


def test_a_possible_double_is_taken_only_when_ticked(runner):
    tell_the_story(runner)
    preview = _preview(runner, "layouts/barclays.csv")
    (wage,) = [row for row in preview.possible if row.row.day == date(2026, 4, 10) and row.row.amount == Money(-61235)]
    assert wage.why == "The same amount is in the account on this day: A OKONKWO."
    assert _bring_in(runner, "layouts/barclays.csv", also=frozenset({wage.position})) == SPENDING
    assert runner.read(balance_on, account_id=ACCOUNT, day=LAST_DAY) == CLOSING - Money(61235)


def test_a_new_row_without_its_tick_stays_out(runner):
    open_the_account(runner)
    preview = _preview(runner, "layouts/starling.csv")
    _bring_in(runner, "layouts/starling.csv", without=frozenset({preview.new[0].position}))
    assert runner.read(balance_on, account_id=ACCOUNT, day=LAST_DAY) == CLOSING - Money(148640)


def test_a_row_that_cannot_be_ticked_is_refused(runner):
    tell_the_story(runner)
    with pytest.raises(NoSuchRow, match="Row 1 of the file cannot be ticked"):
        _bring_in(runner, "layouts/lloyds.csv", also=frozenset({1}))


def test_a_file_of_another_account_needs_a_yes(runner):
    open_the_account(runner, sort_code="30-00-00", number_last4="5678")
    name = "nasty/n34_other_account.csv"
    with pytest.raises(NeedsAnswer, match="of the account 30-00-00 ending 4321, and you chose"):
        _bring_in(runner, name)
    assert runner.read(list_transactions) == ()
    _bring_in(runner, name, yes=frozenset({WarningCode.ACCOUNT_MISMATCH}))
    assert len(runner.read(list_transactions)) == 5


def test_what_is_no_bank_file_is_refused_with_the_reason(runner):
    open_the_account(runner)
    with pytest.raises(NotABankFile, match="This is a PDF"):
        _bring_in(runner, "nasty/n21_pdf_renamed.csv")


def test_rows_from_before_the_account_begins_are_left_out(runner):
    open_the_account(runner, opened_on=date(2026, 4, 10), opening=Money(352607))
    preview = _preview(runner, "layouts/lloyds.csv")
    assert [row.fate for row in preview.rows[:3]] == [Fate.LEFT_OUT] * 3
    assert {finding.code for finding in preview.findings} == {WarningCode.BEFORE_OPENING}
    _bring_in(runner, "layouts/lloyds.csv")
    assert runner.read(balance_on, account_id=ACCOUNT, day=LAST_DAY) == CLOSING


def test_an_opening_balance_that_differs_is_said(runner):
    open_the_account(runner, opening=OPENING + Money(100))
    (finding,) = _preview(runner, "layouts/lloyds.csv").findings
    assert finding.sentence == (
        "The file begins with £1,842.17, but you opened the account with £1,843.17. Check the opening balance."
    )


def test_what_was_typed_is_marked_when_the_bank_tells_it(runner):
    open_the_account(runner)
    runner.run(add_transaction, account_id=ACCOUNT, day=date(2026, 4, 14), amount=Money(-1198), party="Porter Chemist")
    _bring_in(runner, "layouts/lloyds.csv")
    gloves = runner.read(list_transactions, search="porter")
    assert [each.state for each in gloves] == [TransactionState.ON_STATEMENT]
    assert runner.read(balance_on, account_id=ACCOUNT, day=LAST_DAY) == CLOSING


def test_an_import_is_taken_out_as_a_whole_and_can_be_brought_back(runner):
    tell_the_story(runner)
    (batch,) = runner.read(list_batches)
    assert (batch.name, batch.rows_read, batch.rows_new, batch.closing) == ("lloyds.csv", 26, 26, CLOSING)
    assert runner.run(undo_import, batch_id=batch.id) == SPENDING
    assert runner.read(list_transactions) == ()
    assert runner.undo() == "Undo import"
    assert len(runner.read(list_transactions)) == 26


def test_an_account_that_is_not_there_is_said(runner):
    with pytest.raises(NotFound, match="That account is no longer in the file"):
        runner.run(import_file, account_id=AccountId(9), name="x.csv", content=b"x")


# Taking out, and what stands in the way


def test_a_file_that_is_agreed_in_part_stays(runner):
    tell_the_story(runner)
    _agree_april(runner)
    with pytest.raises(InUse, match="agreed with a bank statement"):
        runner.run(undo_import, batch_id=BatchId(1))
    with pytest.raises(LockedForGood):
        runner.undo()


def test_a_file_with_a_matched_wage_stays(runner):
    tell_everything(runner)
    _match_ada(runner)
    with pytest.raises(InUse, match="matched to a payslip"):
        runner.run(undo_import, batch_id=BatchId(1))


def test_taking_a_file_out_takes_its_purposes_and_leaves_the_papers(runner):
    tell_everything(runner)
    taxi = _find(runner, "city")[0]
    runner.run(accept_suggestions, transaction_ids=[each.id for each in runner.read(list_transactions)])
    _keep_receipt(runner, taxi.id)
    runner.run(undo_import, batch_id=BatchId(1))
    assert (runner.read(list_transactions), len(runner.read(list_evidence))) == ((), 1)
    runner.undo()
    back = runner.read(find_transaction, taxi.id)
    assert (back.splits[0].line, back.evidence[0].number) == (ReturnLine.TRANSPORT, 1)


# Accounts


def test_an_account_is_changed_until_a_statement_rests_on_it(runner):
    tell_the_story(runner)
    facts = {"name": "Main", "kind": AccountKind.CARD, "sort_code": "200000", "number_last4": "12345678"}
    start = {"opened_on": OPENED_ON, "opening": OPENING}
    runner.run(change_account, account_id=ACCOUNT, **facts, **start)
    changed = runner.read(find_account, ACCOUNT)
    assert (changed.said, changed.sort_code, changed.kind) == ("Main (ends 5678)", "20-00-00", AccountKind.CARD)
    _agree_april(runner)
    runner.run(change_account, account_id=ACCOUNT, **{**facts, "name": "Other"}, **start)
    with pytest.raises(AgreedBefore):
        runner.run(change_account, account_id=ACCOUNT, **facts, **{**start, "opening": Money(1)})


def test_balances_of_one_account_and_of_all(runner):
    tell_the_story(runner)
    runner.run(open_account, name="Tin", kind=AccountKind.CASH, opened_on=OPENED_ON, opening=Money(500))
    tin = AccountId(2)
    runner.run(add_transaction, account_id=tin, day=LAST_DAY, amount=Money(-200), party="Market")
    assert runner.read(balance_on, account_id=tin, day=LAST_DAY) == Money(300)
    assert runner.read(balance_on, account_id=tin, day=LAST_DAY, settled_only=True) == Money(500)
    assert runner.read(balance_on, day=LAST_DAY) == CLOSING + Money(300)
    assert runner.read(balance_on, account_id=ACCOUNT, day=date(2026, 3, 31)) == OPENING
    with pytest.raises(NotFound):
        runner.read(balance_on, account_id=AccountId(9), day=LAST_DAY)


@given(
    st.lists(st.tuples(st.integers(-99_999, 99_999).filter(bool), st.integers(0, 60)), max_size=12), st.integers(0, 60)
)
def test_the_balance_of_any_day_is_the_opening_with_all_that_moved_by_then(moves, until):
    runner = Runner(open_file(None, now=NOW), lambda: NOW)
    open_the_account(runner)
    for pence, after in moves:
        runner.run(
            add_transaction,
            account_id=ACCOUNT,
            day=OPENED_ON + timedelta(days=after),
            amount=Money(pence),
            party="A",
        )
    day = OPENED_ON + timedelta(days=until)
    moved = Money(sum(pence for pence, after in moves if after <= until))
    assert runner.read(balance_on, account_id=ACCOUNT, day=day) == OPENING + moved
    listed = runner.read(list_spending, account_id=ACCOUNT)
    if listed:
        assert listed[0].balance == OPENING + Money(sum(pence for pence, _ in moves))


# Single transactions


def test_what_was_typed_is_changed_and_taken_out(runner):
    open_the_account(runner)
    split = Split(line=ReturnLine.TRANSPORT, amount=Money(-940))
    runner.run(add_transaction, account_id=ACCOUNT, day=LAST_DAY, amount=Money(-940), party="Taxi", splits=[split])
    (taxi,) = runner.read(list_transactions)
    assert (taxi.state, taxi.splits) == (TransactionState.WAITING, (split,))
    change = {"transaction_id": taxi.id, "day": LAST_DAY, "party": "City Cars"}
    runner.run(change_transaction, **change, amount=Money(-940), text="out")
    assert runner.read(find_transaction, taxi.id).splits == (split,)
    runner.run(change_transaction, **change, amount=Money(-950))
    changed = runner.read(find_transaction, taxi.id)
    assert (changed.amount, changed.text, changed.splits) == (Money(-950), "City Cars", ())
    runner.run(remove_transaction, transaction_id=taxi.id)
    with pytest.raises(NotFound):
        runner.read(find_transaction, taxi.id)


@pytest.mark.parametrize(("pence", "party"), [(0, "Taxi"), (-940, "  ")])
def test_nothing_and_nobody_are_not_kept(runner, pence, party):
    open_the_account(runner)
    with pytest.raises(NothingMoved):
        runner.run(add_transaction, account_id=ACCOUNT, day=LAST_DAY, amount=Money(pence), party=party)


def test_what_the_bank_told_is_not_changed(runner):
    tell_the_story(runner)
    first = runner.read(list_transactions)[0]
    with pytest.raises(FromTheBank):
        runner.run(remove_transaction, transaction_id=first.id)


def test_words_are_looked_for_as_they_are_typed(runner):
    tell_the_story(runner)
    assert [each.payee for each in _find(runner, "nest")] == ["NEST", "NEST"]
    assert len(_find(runner, "okonkwo wages")) == 4
    assert _find(runner, "100%_!") == ()


# Purposes


def test_all_suggestions_are_accepted_and_taken_back_at_once(runner):
    tell_everything(runner)
    numbers = [each.id for each in runner.read(list_transactions)]
    assert len(runner.read(suggest, account_id=ACCOUNT, period=SPRING)) == 26
    assert runner.run(accept_suggestions, transaction_ids=numbers) == SPENDING
    assert runner.read(suggest) == {}
    totals = runner.read(totals_by_line, period=SPRING)
    assert totals[ReturnLine.WAGES] == Money(-263785)
    assert sum(amount.pence for amount in totals.values()) == (CLOSING - OPENING).pence
    assert runner.read(reversed_transactions) == {19}
    assert not runner.run(accept_suggestions, transaction_ids=numbers)
    runner.undo()
    assert runner.read(totals_by_line, period=SPRING) == {}


def test_what_a_person_chose_is_suggested_next_time(runner):
    tell_everything(runner)
    first, second = _find(runner, "nest")
    split = Split(line=ReturnLine.OTHER_OUT, amount=first.amount, note="ours")
    runner.run(split_transaction, transaction_id=first.id, splits=[split])
    assert runner.read(suggest)[second.id].why == "You chose this for NEST on 24 April 2026."
    assert runner.read(suggest)[second.id].line is ReturnLine.OTHER_OUT


def test_a_payment_is_explained_together_with_what_it_brings_back(runner):
    tell_everything(runner)
    sent, back = [each for each in _find(runner, "okonkwo") if abs(each.amount) == Money(6120)]
    split = Split(line=ReturnLine.WAGES, amount=back.amount)
    runner.run(explain_transaction, transaction_id=back.id, splits=[split], reverses=sent.id)
    assert runner.read(find_transaction, back.id).reverses == sent.id
    lines = {line.transaction.id: line for line in runner.read(list_spending)}
    assert lines[sent.id].came_back
    runner.undo()
    assert runner.read(find_transaction, back.id).splits == ()


def test_only_one_sum_that_went_and_came_is_a_reversal(runner):
    tell_everything(runner)
    sent, back = [each for each in _find(runner, "okonkwo") if abs(each.amount) == Money(6120)]
    other = _find(runner, "nest")[0]
    with pytest.raises(NotAReversal):
        runner.run(link_reversal, transaction_id=back.id, reverses=other.id)
    runner.run(link_reversal, transaction_id=back.id, reverses=sent.id)
    runner.run(add_transaction, account_id=ACCOUNT, day=LAST_DAY, amount=back.amount, party="A OKONKWO")
    with pytest.raises(NotAReversal, match="come back with another line"):
        runner.run(link_reversal, transaction_id=TransactionId(27), reverses=sent.id)
    runner.run(link_reversal, transaction_id=back.id, reverses=None)
    assert runner.read(reversed_transactions) == frozenset()


def test_what_can_be_chosen_for_a_payment(runner):
    tell_everything(runner)
    runner.run(add_outcome, words="Swim", measure="", first=OPENED_ON)
    back = _find(runner, "returned")[0]
    purposes = runner.read(purposes_for, transaction_id=back.id)
    assert purposes.outcomes == (("1", "1. Swim"),)
    assert purposes.streams == (("1", "Midshire County Council"),)
    assert purposes.came_back == (("19", "18 May 2026, A OKONKWO"),)
    assert runner.read(purposes_for, transaction_id=TransactionId(19)).came_back == ()
    assert ("wages", ReturnLine.WAGES.words) in runner.read(purposes_on, day=LAST_DAY).lines


# Wages and payslips


def test_a_wage_is_matched_to_its_payslip_for_good(runner):
    tell_everything(runner)
    found = runner.read(payslip_matches, period=SPRING)
    assert [(match.transaction_id, match.payslip_id) for match in found] == [(4, 1), (5, 3), (13, 2), (14, 4)]
    assert runner.run(match_payslip, transaction_id=TransactionId(4), payslip_id=PayslipId(1)) == SPENDING | PAY
    wage = runner.read(find_transaction, TransactionId(4))
    assert [(part.line, part.payslip_id) for part in wage.splits] == [(ReturnLine.WAGES, 1)]
    assert runner.read(find_payslip, PayslipId(1)).locked
    assert runner.read(paid_payslips) == {1: Money(61235)}
    with pytest.raises(LockedForGood):
        runner.undo()
    with pytest.raises(PaysAPayslip):
        runner.run(split_transaction, transaction_id=wage.id, splits=[])


def test_a_wage_from_two_sorts_of_money_pays_its_payslip_whole(runner):
    tell_everything(runner)
    parts = [Split(line=ReturnLine.WAGES, amount=Money(pence)) for pence in (-367_41, -244_94)]
    runner.run(split_transaction, transaction_id=TransactionId(4), splits=parts)
    runner.run(match_payslip, transaction_id=TransactionId(4), payslip_id=PayslipId(1))
    assert [part.payslip_id for part in runner.read(find_transaction, TransactionId(4)).splits] == [1, 1]
    assert runner.read(paid_payslips) == {1: Money(612_35)}


def test_of_wages_for_two_payslips_only_one_part_pays_each(runner):
    tell_everything(runner)
    parts = [Split(line=ReturnLine.WAGES, amount=Money(pence)) for pence in (-612_34, -1)]
    runner.run(split_transaction, transaction_id=TransactionId(4), splits=parts)
    runner.run(match_payslip, transaction_id=TransactionId(4), payslip_id=PayslipId(3))
    assert [part.payslip_id for part in runner.read(find_transaction, TransactionId(4)).splits] == [3, None]


def test_wages_are_matched_all_or_none(runner):
    tell_everything(runner)
    with pytest.raises(PayslipPaid):
        runner.run(match_wages, matches=[(TransactionId(4), PayslipId(1)), (TransactionId(13), PayslipId(1))])
    assert runner.read(paid_payslips) == {}
    runner.run(match_wages, matches=[(TransactionId(4), PayslipId(1)), (TransactionId(13), PayslipId(2))])
    assert runner.read(payslip_matches)[0].transaction_id == 5


def test_a_match_can_be_taken_back_though_the_payslip_stays(runner):
    tell_everything(runner)
    _match_ada(runner)
    runner.run(unmatch_payslip, transaction_id=TransactionId(4))
    assert runner.read(paid_payslips) == {}
    assert not runner.run(unmatch_payslip, transaction_id=TransactionId(4))


def test_only_wages_are_matched(runner):
    tell_everything(runner)
    nest = _find(runner, "nest")[0]
    runner.run(accept_suggestions, transaction_ids=[nest.id])
    with pytest.raises(NotAWage):
        runner.run(match_payslip, transaction_id=nest.id, payslip_id=PayslipId(1))


def test_wages_without_a_payslip_are_listed(runner):
    tell_everything(runner)
    runner.run(accept_suggestions, transaction_ids=[each.id for each in runner.read(list_transactions)])
    _match_ada(runner)
    assert [each.id for each in runner.read(payments_without_payslip, period=SPRING)] == [5, 13, 14, 25]


# Statements


def test_a_statement_is_agreed_for_good_and_the_next_begins_there(runner):
    tell_the_story(runner)
    assert _agree_april(runner) == SPENDING
    states = [each.state for each in runner.read(list_transactions)]
    assert states.count(TransactionState.AGREED) == 11
    (statement,) = runner.read(list_statements)
    assert (statement.period, statement.closing) == (APRIL, APRIL_CLOSING)
    rest = Period(date(2026, 5, 1), LAST_DAY)
    compared = runner.read(compare_statement, account_id=ACCOUNT, period=rest, opening=APRIL_CLOSING, closing=CLOSING)
    assert (compared.agrees, compared.sentences, len(compared.listed)) == (True, (), 15)
    with pytest.raises(StatementOverlaps, match="1 to 30 April 2026"):
        _agree_april(runner)


def test_a_statement_that_differs_is_not_agreed(runner):
    tell_the_story(runner)
    with pytest.raises(DoesNotAgree, match=r"ends with £1.00 more than these rows come to. Find the difference"):
        runner.run(
            reconcile_statement,
            account_id=ACCOUNT,
            period=APRIL,
            opening=OPENING,
            closing=APRIL_CLOSING + Money(100),
        )


def test_what_was_typed_earlier_can_be_on_a_later_statement(runner):
    open_the_account(runner)
    cheque = {"account_id": ACCOUNT, "party": "Cheque", "day": OPENED_ON}
    runner.run(add_transaction, **cheque, amount=Money(-500))
    runner.run(add_transaction, **{**cheque, "day": LAST_DAY}, amount=Money(-700))
    may = Period(date(2026, 5, 1), date(2026, 5, 31))
    facts = {"account_id": ACCOUNT, "period": may, "opening": OPENING, "closing": OPENING - Money(500)}
    assert len(runner.read(compare_statement, **facts).waiting) == 1
    runner.run(reconcile_statement, **facts, ticked=frozenset({TransactionId(1)}))
    assert runner.read(balance_on, account_id=ACCOUNT, day=LAST_DAY, settled_only=True) == OPENING - Money(500)


# Papers


def test_a_paper_is_numbered_and_belongs_to_several_payments(runner):
    tell_everything(runner)
    runner.run(accept_suggestions, transaction_ids=[each.id for each in runner.read(list_transactions)])
    one, two = _find(runner, "city")
    assert len(runner.read(unevidenced, period=SPRING)) == 8
    _keep_receipt(runner, one.id)
    runner.run(attach_evidence, evidence_id=EvidenceId(1), transaction_ids=[one.id, two.id])
    assert runner.read(transactions_of_evidence, EvidenceId(1)) == (one.id, two.id)
    assert len(runner.read(unevidenced, period=SPRING)) == 6
    assert runner.read(read_evidence, EvidenceId(1)) == b"receipt"
    runner.run(change_evidence, evidence_id=EvidenceId(1), kind=EvidenceKind.INVOICE, name="Taxi, 12 May")
    assert runner.read(find_evidence, EvidenceId(1)).name == "Taxi, 12 May"
    with pytest.raises(StillAttached):
        runner.run(remove_evidence, evidence_id=EvidenceId(1))
    runner.run(detach_evidence, evidence_id=EvidenceId(1), transaction_ids=[one.id, two.id])
    runner.run(remove_evidence, evidence_id=EvidenceId(1))
    assert runner.read(list_evidence) == ()


def test_papers_that_cannot_be_kept(runner, monkeypatch):
    monkeypatch.setattr("pa_manager.spending.operations.evidence.LARGEST", 5)
    for content in (b"", b"123456"):
        with pytest.raises(NoDocument):
            runner.run(keep_evidence, kind=EvidenceKind.RECEIPT, name="x", content=content)
    with pytest.raises(NotFound):
        runner.run(
            keep_evidence,
            kind=EvidenceKind.RECEIPT,
            name="x",
            content=b"1",
            transaction_ids=[TransactionId(9)],
        )


def test_which_lines_need_a_paper_is_for_people_to_say(runner):
    tell_everything(runner)
    runner.run(accept_suggestions, transaction_ids=[each.id for each in runner.read(list_transactions)])
    assert runner.read(evidence_rules)[ReturnLine.TRANSPORT]
    runner.run(set_evidence_rule, line=ReturnLine.TRANSPORT, needed=False)
    runner.run(set_evidence_rule, line=ReturnLine.WAGES, needed=True)
    runner.run(set_evidence_rule, line=ReturnLine.WAGES, needed=False)
    assert not runner.read(evidence_rules)[ReturnLine.TRANSPORT]
    assert len(runner.read(unevidenced, period=SPRING)) == 6


# What was expected, what is owed, and what needs doing


def test_money_expected_beside_what_came(runner):
    tell_everything(runner)
    lines = runner.read(money_expected, period=Period(OPENED_ON, date(2026, 7, 1)), today=date(2026, 7, 1))
    assert [line.arrival for line in lines] == [Arrival.CAME] * 6 + [Arrival.UNKNOWN] * 2
    assert lines[0].sentence == "The payment of £1,486.40 from Midshire County Council came on 1 April 2026."
    assert lines[-1].sentence == (
        "Your contribution of £212.00 was due on 24 June 2026. Bring in the next bank file to see whether it came."
    )


def test_what_is_owed_less_what_the_bank_shows_as_paid(runner):
    tell_everything(runner)
    runner.run(accept_suggestions, transaction_ids=[each.id for each in runner.read(list_transactions)])
    _match_ada(runner)
    owed = runner.read(still_owed, on=LAST_DAY)
    assert [(each.what, each.amount) for each in owed] == [
        (LiabilityKind.WAGES, Money(38820)),
        (LiabilityKind.WAGES, Money(61235)),
        (LiabilityKind.WAGES, Money(41260)),
        (LiabilityKind.HMRC, Money(10000)),
        (LiabilityKind.PENSION, Money(4800)),
    ]


def test_what_needs_doing(runner):
    said = lambda today: [task.text for task in runner.read(things_to_do, today=today)]  # noqa: E731
    assert said(TODAY) == ["Open the account that your money comes into."]
    open_the_account(runner)
    assert said(TODAY) == ["Bring in the first bank file of Direct payment account."]
    runner.run(open_account, name="Tin", kind=AccountKind.CASH, opened_on=OPENED_ON)
    agree_the_money(runner)
    engage_two(runner)
    give_payslips(runner)
    assert "The payment of £1,486.40 from Midshire County Council was due on 1 April 2026 and has not come." in said(
        TODAY
    )
    _bring_in(runner, "layouts/lloyds.csv")
    assert said(date(2026, 7, 21)) == [
        "Pay HMRC £100.00 by 22 May 2026. The bank does not show it yet.",
        "Pay the pension £48.00 by 22 May 2026. The bank does not show it yet.",
        "Pay HMRC £100.00 by 22 June 2026. The bank does not show it yet.",
        "Pay the pension £48.00 by 22 June 2026. The bank does not show it yet.",
        "Bring in the next bank file of Direct payment account. The last line is of 8 June 2026.",
        "Say what 26 payments were for.",
        "Match 4 wages to the payslips.",
    ]
    runner.run(accept_suggestions, transaction_ids=[each.id for each in runner.read(list_transactions)])
    assert said(TODAY)[-1] == "Add a receipt or invoice for 7 payments."
    assert said(date(2026, 5, 15))[0] == "Pay HMRC £100.00 by 22 May 2026."


def test_undone_and_done_again_is_as_before(runner):
    tell_everything(runner)
    runner.run(accept_suggestions, transaction_ids=[each.id for each in runner.read(list_transactions)])
    before = runner.read(list_transactions)
    runner.undo()
    runner.undo()
    runner.redo()
    runner.redo()
    assert runner.read(list_transactions) == before


APRIL = Period(date(2026, 4, 1), date(2026, 4, 30))
APRIL_CLOSING = Money(386969)


def _agree_april(runner):
    return runner.run(reconcile_statement, account_id=ACCOUNT, period=APRIL, opening=OPENING, closing=APRIL_CLOSING)


def _match_ada(runner):
    runner.run(match_payslip, transaction_id=TransactionId(4), payslip_id=PayslipId(1))


def _find(runner, words):
    return runner.read(list_transactions, search=words)


def _keep_receipt(runner, transaction_id):
    runner.run(
        keep_evidence,
        kind=EvidenceKind.RECEIPT,
        name="Taxi",
        content=b"receipt",
        transaction_ids=[transaction_id],
    )
