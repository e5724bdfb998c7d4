"""What can be done with money in and money out."""

from datetime import date

import pytest

from pa_manager.file.work import NotFound
from pa_manager.spending.model import (
    AccountId,
    Fate,
    NeedsAnswer,
    NoSuchRow,
    NotABankFile,
    TransactionState,
    WarningCode,
)
from pa_manager.spending.operations import (
    SPENDING,
    add_transaction,
    balance_on,
    import_file,
    list_batches,
    list_transactions,
    preview_import,
    undo_import,
)
from pa_manager.values.days import Period
from pa_manager.values.money import Money
from tests.spending.household import ACCOUNT, CLOSING, LAST_DAY, OPENING, open_the_account, sample, tell_the_story

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
    assert wage.why == (
        "The same amount is in the account on this day as “A OKONKWO 300000000000000004 WAGES 208215 10 10APR26 09:04”."
    )
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
