"""What can be done about returns."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pa_manager.assistants.model import Particulars, PersonFile
from pa_manager.assistants.operations import change_assistant, keep_person_file, list_assistants
from pa_manager.file.journal import LockedForGood
from pa_manager.file.opening import open_file
from pa_manager.file.running import Runner
from pa_manager.file.work import NotFound
from pa_manager.funding.model import ReturnLine, StreamId
from pa_manager.holder.model import About, AdviceId, How
from pa_manager.holder.operations import add_advice, change_supporter, list_supporters
from pa_manager.pay.operations import list_payslips
from pa_manager.plan.model import OutcomeId
from pa_manager.plan.operations import add_outcome
from pa_manager.returns.model import (
    CLOSING,
    OPENING,
    AlreadySent,
    DaysReturnedBefore,
    Details,
    NotCheckedYet,
    NothingToAdjust,
    NotSentYet,
    OpeningChange,
    ReasonMissing,
    ReturnId,
    ReturnState,
    Share,
    frozen,
)
from pa_manager.returns.operations import (
    RETURNS,
    adjust_return,
    change_return,
    check_return,
    draft_return,
    find_return,
    findings_of,
    lines_behind,
    list_adjustments,
    list_returns,
    next_period,
    print_return,
    remove_return,
    return_figures,
    send_return,
    things_to_do,
)
from pa_manager.spending.model import AccountKind, EvidenceKind, Split, TransactionId
from pa_manager.spending.operations import (
    add_transaction,
    keep_evidence,
    list_accounts,
    list_transactions,
    match_payslip,
    open_account,
    reconcile_statement,
    split_transaction,
)
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money, total
from pa_manager.values.tasks import Place
from tests.conftest import NOW
from tests.paper.reading import read_aloud, reads_as_agreed, text_of
from tests.returns.household import (
    NEXT_RETURN,
    NHS,
    SUMMER,
    THE_RETURN,
    TODAY,
    agree_the_nhs_money,
    draft_the_return,
    send_the_return,
    tell_of_jean,
    tell_the_spring,
)
from tests.spending.household import (
    ACCOUNT,
    MIDSHIRE,
    OPENED_ON,
    SPRING,
    agree_the_money,
    give_payslips,
    tell_the_story,
)
from tests.spending.household import CLOSING as CLOSES_AT


@pytest.fixture
def jean(runner):
    """Jean's file, with the bank's file brought in and a draft of the return."""
    tell_the_spring(runner)
    draft_the_return(runner)
    return runner


def figures(runner, return_id=THE_RETURN):
    return runner.read(return_figures, return_id=return_id)


def spend(runner, day, pence, line, party="Porter Chemist", **more):
    splits = [Split(line=line, amount=Money(pence), **more)] if line else []
    runner.run(add_transaction, account_id=ACCOUNT, day=day, amount=Money(pence), party=party, splits=splits)


# The figures


@pytest.mark.parametrize(
    ("file", "difference"),
    [
        ("layouts/lloyds.csv", NIL),
        ("layouts/starling.csv", NIL),
        ("layouts/nationwide.csv", NIL),
        ("formats/ofx1_sgml.ofx", NIL),
        ("layouts/barclays.csv", None),
        ("layouts/monzo.csv", None),
    ],
)
def test_the_spring_closes_at_2582_21_whatever_bank_tells_it(runner, file, difference):
    """Barclays and Monzo tell no balance, so nothing can be said of a difference until a statement is agreed."""
    agree_the_money(runner)
    tell_the_story(runner, file)
    draft_the_return(runner)
    found = figures(runner)
    assert (found.opening, found.closing, found.difference) == (Money(184217), CLOSES_AT, difference)
    assert found.closing == found.opening + found.total_in - found.total_out


def test_the_figures_are_in_the_councils_lines_with_what_was_expected(jean):
    found = figures(jean)
    assert {line.line: line.amount.pence for line in (*found.money_in, *found.money_out)} == {
        ReturnLine.PAYMENT: 445920,
        ReturnLine.CONTRIBUTION: 63600,
        ReturnLine.REFUND: 4950,
        ReturnLine.WAGES: 263785,
        ReturnLine.HMRC: 19756,
        ReturnLine.PENSION: 9697,
        ReturnLine.AGENCY: 132600,
        ReturnLine.INSURANCE: 8650,
        ReturnLine.PAYROLL_FEE: 2900,
        ReturnLine.EQUIPMENT: 1198,
        ReturnLine.TRANSPORT: 1880,
    }
    assert [line.expected for line in found.money_in] == [Money(445920), Money(63600), None]
    assert found.who.holder == "Jean Pellow"
    assert (found.who.completed_by, found.who.completed_as) == ("Rowena Pellow", "suitable person")


def test_who_has_stopped_helping_does_not_fill_it_in(runner):
    tell_of_jean(runner)
    supporter = runner.read(list_supporters)[0]
    runner.run(
        change_supporter,
        supporter_id=supporter.id,
        name=supporter.name,
        role=supporter.role,
        phone="",
        email="",
        may_do="",
        first=None,
        last=date(2026, 5, 1),
    )
    draft_the_return(runner)
    assert runner.read(find_return, return_id=THE_RETURN).details.completed_by == "Jean Pellow"


def test_without_anybody_or_anything_a_return_is_all_nil(runner):
    draft_the_return(runner)
    found = figures(runner)
    assert (found.opening, found.closing, found.total_in, found.difference) == (NIL, NIL, NIL, NIL)
    assert found.who.completed_by == found.who.holder == ""
    assert runner.read(lines_behind, return_id=THE_RETURN, figure=OPENING) == ()
    assert "Nothing came in or went out" in text_of(runner.read(print_return, return_id=THE_RETURN))


def test_the_holder_fills_it_in_if_nobody_else_holds_the_money(runner):
    tell_of_jean(runner)
    runner.undo()
    draft_the_return(runner)
    assert runner.read(find_return, return_id=THE_RETURN).details.completed_by == "Jean Pellow"


def test_every_figure_leads_to_its_transactions(jean):
    there = {each.id: each.amount for each in jean.read(list_transactions)}
    for line in (*figures(jean).money_in, *figures(jean).money_out):
        behind = jean.read(lines_behind, return_id=THE_RETURN, figure=line.figure)
        assert total(there[TransactionId(part.transaction_id)] for part in behind) in {line.amount, -line.amount}
    assert len(jean.read(lines_behind, return_id=THE_RETURN, figure=CLOSING)) == len(there)


def test_behind_the_opening_balance_stands_what_came_before(jean):
    assert jean.read(lines_behind, return_id=THE_RETURN, figure=OPENING) == ()
    draft_the_return(jean, SUMMER)
    assert len(jean.read(lines_behind, return_id=NEXT_RETURN, figure=OPENING)) == 26
    send_the_return(jean)
    assert jean.read(lines_behind, return_id=NEXT_RETURN, figure=OPENING) == figures(jean).listing


def test_wages_bear_the_names_on_the_payslips_once_they_are_matched(jean):
    give_payslips(jean)
    (slip,) = [
        s.payslip for s in jean.read(list_payslips) if s.assistant == "Ada Okonkwo" and s.payslip.paid_on.month == 4
    ]
    jean.run(match_payslip, transaction_id=TransactionId(4), payslip_id=slip.id)
    (wages,) = [line for line in figures(jean).money_out if line.line is ReturnLine.WAGES]
    assert Share("Ada Okonkwo", Money(61235), 1) in wages.shares
    (line,) = [line for line in figures(jean).listing if line.transaction_id == 4]
    assert line.evidence == ("payslip",)


def test_a_relative_who_is_paid_without_the_councils_word_is_told(jean):
    particulars = jean.read(list_assistants)[0]
    jean.run(
        change_assistant,
        assistant_id=particulars.id,
        particulars=Particulars(
            name="Ada Okonkwo",
            started_on=particulars.started_on,
            periods_from=particulars.periods_from,
            frequency=particulars.frequency,
            relative=True,
        ),
    )
    give_payslips(jean)
    texts = [finding.text for finding in jean.read(findings_of, return_id=THE_RETURN, today=TODAY)]
    said = "Ada Okonkwo is a relative and was paid, and no consent of the council is noted."
    assert said in texts
    jean.run(add_advice, said_by="Priya Nair", words="Yes.", on=TODAY, how=How.LETTER, about=About.ASSISTANT)
    jean.run(keep_person_file, assistant_id=particulars.id, person=PersonFile(consent_id=AdviceId(1)))
    assert said not in [each.text for each in jean.read(findings_of, return_id=THE_RETURN, today=TODAY)]


def test_a_paper_that_was_attached_is_counted_and_numbered(jean):
    jean.run(keep_evidence, kind=EvidenceKind.INVOICE, name="Invoice 20417", content=b"%PDF", transaction_ids=[6])
    found = figures(jean)
    (line,) = [line for line in found.listing if line.transaction_id == 6]
    (papers,) = [line for line in found.evidence if line.what == "Receipts and invoices"]
    assert line.evidence == ("1",)
    assert (papers.wanted, papers.there, len(papers.missing)) == (8, 1, 7)


def test_what_is_owed_at_the_end_is_taken_off_what_is_left(jean):
    give_payslips(jean)
    found = figures(jean)
    assert [owed.words for owed in found.owed] == [
        "wages of Ada Okonkwo, 9 March to 5 April 2026",
        "wages of Sam Tremaine, 9 March to 5 April 2026",
        "wages of Ada Okonkwo, 9 April to 5 May 2026",
        "wages of Sam Tremaine, 9 April to 5 May 2026",
        "HMRC, tax month to 5 June 2026",
        "pension, May 2026",
    ]
    assert found.surplus == found.closing - found.owed_in_all


def test_what_the_bank_has_not_shown_is_taken_off_the_statement(jean):
    spend(jean, date(2026, 6, 7), -2000, ReturnLine.EQUIPMENT)
    spend(jean, date(2026, 6, 7), 500, ReturnLine.REFUND)
    found = figures(jean)
    assert (found.waiting_out, found.waiting_in) == (Money(2000), Money(500))
    assert (found.closing, found.statement, found.difference) == (CLOSES_AT - Money(1500), CLOSES_AT, NIL)


def test_a_statement_that_was_agreed_is_taken_at_its_word(runner):
    tell_the_story(runner, "layouts/monzo.csv")
    draft_the_return(runner)
    assert figures(runner).statement is None
    runner.run(
        reconcile_statement,
        account_id=ACCOUNT,
        period=SPRING,
        opening=Money(184217),
        closing=CLOSES_AT,
    )
    assert (figures(runner).statement, figures(runner).difference) == (CLOSES_AT, NIL)


def test_what_waits_from_before_the_period_is_still_taken_off(jean):
    spend(jean, date(2026, 6, 7), -2000, ReturnLine.EQUIPMENT)
    draft_the_return(jean, SUMMER)
    found = figures(jean, NEXT_RETURN)
    assert (found.opening, found.statement, found.waiting_out) == (CLOSES_AT - Money(2000), CLOSES_AT, Money(2000))
    assert found.difference == NIL


def test_without_a_row_for_long_no_statement_is_known(jean):
    draft_the_return(jean, Period(date(2027, 1, 1), date(2027, 3, 31)))
    assert figures(jean, NEXT_RETURN).statement is None


def test_cash_has_no_statement(jean):
    jean.run(open_account, name="Tin", kind=AccountKind.CASH, opened_on=OPENED_ON, opening=Money(5000))
    found = figures(jean)
    assert (found.cash, found.closing, found.difference) == (Money(5000), CLOSES_AT + Money(5000), NIL)
    assert {line.account for line in found.listing} == {account.name for account in jean.read(list_accounts)} - {"Tin"}


# Streams


def test_each_stream_balances_by_itself_and_together_they_are_the_total(jean):
    agree_the_nhs_money(jean)
    spend(jean, date(2026, 6, 20), 22857, ReturnLine.PAYMENT, "Midshire NHS", stream_id=NHS)
    spend(jean, date(2026, 6, 25), -5000, ReturnLine.TRAINING, stream_id=NHS)
    spend(jean, date(2026, 7, 25), -700, ReturnLine.EQUIPMENT, stream_id=NHS)
    draft_the_return(jean, Period(SUMMER.first, date(2026, 6, 30)))
    council, nhs = figures(jean, NEXT_RETURN).streams
    assert (council.opening, council.closing) == (CLOSES_AT, CLOSES_AT)
    assert (nhs.opening, nhs.money_in, nhs.money_out, nhs.closing) == (NIL, Money(22857), Money(5000), Money(17857))

    july = Period(date(2026, 7, 1), date(2026, 7, 31))
    draft_the_return(jean, july, stream_id=NHS)
    found = figures(jean, ReturnId(3))
    assert (found.scope, found.opening, found.closing) == ("Midshire NHS", Money(17857), Money(17157))
    assert found.others == CLOSES_AT


def test_a_stream_that_is_not_there_cannot_be_returned(jean):
    with pytest.raises(NotFound):
        jean.run(draft_return, stream_id=StreamId(9), period=SUMMER)
    with pytest.raises(NotFound):
        jean.run(change_return, return_id=THE_RETURN, stream_id=StreamId(9), period=SPRING, details=Details())


# From draft to sent


def test_a_return_is_begun_for_any_days(runner):
    tell_the_spring(runner)
    assert runner.read(next_period, today=TODAY) == (OPENED_ON, date(2026, 6, 23)), "12 weeks to the first check"
    assert runner.run(draft_return, period=SPRING) == RETURNS
    assert runner.read(next_period, today=TODAY) == (date(2026, 6, 9), date(2027, 6, 8))
    (listed,) = runner.read(list_returns)
    assert (listed.a_return.state, listed.scope) == (ReturnState.DRAFT, "The whole account")
    runner.run(draft_return, stream_id=MIDSHIRE, period=SPRING)
    assert {listed.scope for listed in runner.read(list_returns)} == {"The whole account", "Midshire County Council"}


def test_no_two_returns_cover_a_day(jean):
    with pytest.raises(DaysReturnedBefore):
        jean.run(draft_return, period=Period(SPRING.last, SUMMER.last))


def test_a_draft_can_be_changed_and_thrown_away(jean):
    jean.run(check_return, return_id=THE_RETURN, on=TODAY)
    details = Details(notes="Kept for the hoist.", reserve_weeks=2, due_on=date(2026, 7, 6))
    whole_may = Period(date(2026, 5, 1), date(2026, 5, 31))
    jean.run(change_return, return_id=THE_RETURN, stream_id=MIDSHIRE, period=whole_may, details=details)
    found = jean.read(find_return, return_id=THE_RETURN)
    assert (found.period, found.stream_id, found.details, found.state) == (
        whole_may,
        MIDSHIRE,
        details,
        ReturnState.DRAFT,
    )
    assert figures(jean).reserve == Money(2 * 37160), "what Midshire itself pays: £424.60 less £53.00"
    jean.run(remove_return, return_id=THE_RETURN)
    assert jean.read(list_returns) == ()
    jean.undo()
    assert jean.read(find_return, return_id=THE_RETURN) == found


def test_a_return_is_checked_before_it_is_sent(jean):
    with pytest.raises(NotCheckedYet):
        jean.run(send_return, return_id=THE_RETURN, on=TODAY)
    send_the_return(jean)
    found = jean.read(find_return, return_id=THE_RETURN)
    assert (found.state, found.checked_on, found.sent_on) == (ReturnState.SENT, TODAY, TODAY)


def test_sending_is_for_good(jean):
    send_the_return(jean)
    with pytest.raises(LockedForGood):
        jean.undo()
    for act, more in (
        (send_return, {"on": TODAY}),
        (check_return, {"on": TODAY}),
        (remove_return, {}),
        (change_return, {"stream_id": None, "period": SPRING, "details": Details()}),
    ):
        with pytest.raises(AlreadySent):
            jean.run(act, return_id=THE_RETURN, **more)


def test_what_was_sent_is_read_as_it_was_sent(jean):
    before = figures(jean)
    send_the_return(jean)
    paper = jean.read(print_return, return_id=THE_RETURN)
    spend(jean, date(2026, 5, 30), -9999, ReturnLine.EQUIPMENT)
    jean.run(split_transaction, transaction_id=TransactionId(4), splits=[])
    assert figures(jean) == before
    assert jean.read(print_return, return_id=THE_RETURN) == paper
    assert jean.read(findings_of, return_id=THE_RETURN, today=TODAY) == ()


@settings(max_examples=15)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 120),
            st.integers(-50_000, 50_000).filter(bool),
            st.sampled_from([None, *(line for line in ReturnLine if not line.money_in)]),
            st.sampled_from([None, MIDSHIRE, NHS]),
        ),
        max_size=8,
    )
)
def test_a_sent_return_never_changes_and_the_next_begins_where_it_ended(moves):
    runner = Runner(open_file(None, now=NOW), lambda: NOW)
    tell_the_spring(runner)
    agree_the_nhs_money(runner)
    draft_the_return(runner)
    send_the_return(runner)
    sent, paper = frozen(figures(runner)), runner.read(print_return, return_id=THE_RETURN)
    for offset, pence, line, stream_id in moves:
        spend(runner, SPRING.first + timedelta(days=offset), pence, line if pence < 0 else None, stream_id=stream_id)
    assert frozen(figures(runner)) == sent
    assert runner.read(print_return, return_id=THE_RETURN) == paper

    draft_the_return(runner, SUMMER)
    found = figures(runner, NEXT_RETURN)
    late = total(Money(pence) for offset, pence, *_ in moves if SPRING.first + timedelta(days=offset) <= SPRING.last)
    assert found.opening == CLOSES_AT
    assert found.start == CLOSES_AT + late
    assert found.closing == found.start + found.total_in - found.total_out
    assert total(stream.closing for stream in found.streams) == found.closing
    assert found.closing == total(
        [
            CLOSES_AT,
            *(Money(pence) for offset, pence, *_ in moves if SPRING.first + timedelta(days=offset) <= SUMMER.last),
        ]
    )


# Adjustments


def test_an_adjustment_says_why_the_next_return_begins_elsewhere(jean):
    send_the_return(jean)
    spend(jean, date(2026, 5, 30), -2000, ReturnLine.EQUIPMENT)
    draft_the_return(jean, SUMMER)
    assert figures(jean, NEXT_RETURN).changes == (
        OpeningChange("Changed since the last return was sent, not yet explained", Money(-2000)),
    )
    jean.run(
        adjust_return, return_id=THE_RETURN, line=ReturnLine.EQUIPMENT, amount=Money(2000), why="A receipt came late."
    )
    (adjustment,) = jean.read(list_adjustments, return_id=THE_RETURN)
    assert (adjustment.effect, adjustment.why) == (Money(-2000), "A receipt came late.")
    found = figures(jean, NEXT_RETURN)
    assert found.changes == (OpeningChange("Adjusted: Equipment and supplies. A receipt came late.", Money(-2000)),)
    assert found.start == CLOSES_AT - Money(2000)
    large = jean.read(print_return, return_id=THE_RETURN, large=True)
    assert "A receipt came late." in text_of(large)


def test_only_what_was_sent_can_be_adjusted_by_something_and_for_a_reason(jean):
    more = {"return_id": THE_RETURN, "line": ReturnLine.AGENCY, "amount": Money(5), "why": "Late."}
    with pytest.raises(NotSentYet):
        jean.run(adjust_return, **more)
    send_the_return(jean)
    with pytest.raises(NothingToAdjust):
        jean.run(adjust_return, **{**more, "amount": NIL})
    with pytest.raises(ReasonMissing):
        jean.run(adjust_return, **{**more, "why": " "})


# The self-check


def test_what_a_council_would_ask_is_told_from_the_records(jean):
    give_payslips(jean)
    texts = [finding.text for finding in jean.read(findings_of, return_id=THE_RETURN, today=TODAY)]
    assert texts == [
        "No timesheet stands behind 4 payslips.",
        "No payslip is matched to 5 wages: £2,637.85 in all.",
        "The bank does not show that 4 payslips were paid: £2,025.50 in all.",
        "8 payments have no receipt or invoice yet: £1,472.28 in all.",
        "£408.71 is left over, and nothing says what it is for.",
    ]


def test_a_gap_between_returns_and_missing_insurance_are_told(jean):
    draft_the_return(jean, Period(date(2027, 7, 1), date(2027, 7, 31)))
    texts = [f.text for f in jean.read(findings_of, return_id=NEXT_RETURN, today=date(2027, 8, 1))]
    assert "No return covers 9 June 2026 to 30 June 2027." in texts
    assert "No payment for employers' liability insurance is there for the last 12 months." in texts
    assert "No statement of Direct payment account is known for 31 July 2027." in texts


def test_the_papers_that_are_missing_are_named(jean):
    lines = {line.what: line for line in figures(jean).evidence}
    assert (lines["Bank statements"].wanted, lines["Bank statements"].there) == (1, 1)
    assert lines["Receipts and invoices"].missing.count("12 May 2026, CITY CARS 4421, £9.40") == 2
    assert "Timesheets for the payslips" not in lines


# Things to do


def test_a_return_wants_checking_when_its_days_are_over_and_then_sending(jean):
    assert jean.read(things_to_do, today=SPRING.last) == ()
    (task,) = jean.read(things_to_do, today=TODAY)
    assert (task.text, task.due) == ("Check the return for 1 April to 8 June 2026.", date(2026, 7, 6))
    assert task.place == Place("returns", THE_RETURN, screen="statement")
    jean.run(check_return, return_id=THE_RETURN, on=TODAY)
    (task,) = jean.read(things_to_do, today=TODAY)
    assert task.text == "Send the return for 1 April to 8 June 2026."
    jean.run(send_return, return_id=THE_RETURN, on=TODAY)
    assert jean.read(things_to_do, today=TODAY) == ()


def test_a_return_is_due_when_it_was_said_to_be(jean):
    found = jean.read(find_return, return_id=THE_RETURN)
    details = replace(found.details, due_on=date(2026, 6, 30))
    jean.run(change_return, return_id=THE_RETURN, stream_id=None, period=SPRING, details=details)
    (task,) = jean.read(things_to_do, today=TODAY)
    assert task.due == date(2026, 6, 30)


# The paper


def test_the_statement_reads_as_agreed(jean, request):
    found = jean.read(find_return, return_id=THE_RETURN)
    details = replace(found.details, due_on=date(2026, 7, 6), notes="The credit note is for 13 April.", reserve_weeks=4)
    jean.run(change_return, return_id=THE_RETURN, stream_id=None, period=SPRING, details=details)
    jean.run(check_return, return_id=THE_RETURN, on=TODAY)
    reads_as_agreed(
        jean.read(print_return, return_id=THE_RETURN),
        Path(__file__).parent / "golden" / "statement.txt",
        update=request.config.getoption("--update-golden"),
    )


def test_a_wage_that_came_back_is_no_share_of_the_wages(household):
    (listed,) = household.read(list_returns)
    figures = household.read(return_figures, return_id=listed.a_return.id)
    (wages,) = (line for line in figures.money_out if line.line is ReturnLine.WAGES)
    assert [share.words for share in wages.shares] == ["Ada Okonkwo", "Sam Tremaine"]
    assert total(share.amount for share in wages.shares) == wages.amount


def test_a_draft_says_that_it_is_one(jean):
    draft = jean.read(print_return, return_id=THE_RETURN)
    assert "This is a draft." in read_aloud(draft, "P")
    jean.run(check_return, return_id=THE_RETURN, on=TODAY)
    assert "This is a draft." not in read_aloud(jean.read(print_return, return_id=THE_RETURN), "P")


def test_the_statement_has_a_heading_for_each_section_and_every_figure_of_the_screen(jean):
    paper = jean.read(print_return, return_id=THE_RETURN)
    assert read_aloud(paper, "H2") == [
        "At a glance",
        "Money in",
        "Money out",
        "What is left, and the bank",
        "What the balance is for",
        "Declaration",
        "Every payment",
        "Papers",
    ]
    cells = read_aloud(paper, "TD")
    found = figures(jean)
    for amount in (found.closing, found.total_in, found.total_out, found.surplus):
        assert str(amount) in cells


def test_the_statement_of_several_funders_and_accounts_shows_each(jean):
    agree_the_nhs_money(jean)
    jean.run(open_account, name="Tin", kind=AccountKind.CASH, opened_on=OPENED_ON, opening=Money(5000))
    spend(jean, date(2026, 6, 20), 22857, ReturnLine.PAYMENT, "Midshire NHS", stream_id=NHS)
    send_the_return(jean)
    spend(jean, date(2026, 5, 20), -100, ReturnLine.EQUIPMENT)
    draft_the_return(jean, SUMMER)
    paper = jean.read(print_return, return_id=NEXT_RETURN)
    assert {"Each funder's money", "Balance at the start"} <= set(read_aloud(paper, "H2"))
    heads, cells = read_aloud(paper, "TH"), read_aloud(paper, "TD")
    assert "Midshire NHS £5,200.00 a year" in heads
    assert "228.57" in cells
    assert any("Direct payment, Midshire NHS, Direct payment account, not on the statement yet" in c for c in cells)
    assert "Changed since the last return was sent, not yet explained" in heads


def test_an_outcome_is_named_by_its_number_and_told_once(jean):
    jean.run(add_outcome, words="Swim each week.", measure="", first=date(2026, 4, 1), review_on=None)
    taxi = [Split(line=ReturnLine.TRANSPORT, amount=Money(-940), outcome_id=OutcomeId(1))]
    jean.run(split_transaction, transaction_id=TransactionId(16), splits=taxi)
    paper = jean.read(print_return, return_id=THE_RETURN)
    assert "CITY CARS 4421 Taxis, outings and activities, outcome 1" in read_aloud(paper, "TD")
    assert "1. Swim each week." in read_aloud(paper, "LBody")


def test_without_a_name_there_is_a_line_to_write_it_on(runner):
    draft_the_return(runner)
    assert "In what role" in read_aloud(runner.read(print_return, return_id=THE_RETURN), "P")


def test_large_print_of_a_sent_return_is_made_from_what_was_sent(jean):
    send_the_return(jean)
    spend(jean, date(2026, 5, 30), -9999, ReturnLine.EQUIPMENT)
    large = jean.read(print_return, return_id=THE_RETURN, large=True)
    assert str(CLOSES_AT) in read_aloud(large, "TD")
