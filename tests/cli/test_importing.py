"""Bringing in a bank file."""

import json

import pytest

from pa_manager.spending.model import AccountKind
from pa_manager.spending.operations import list_transactions
from tests.spending.household import SAMPLES, open_the_account

FIRST = "nasty/n29a_overlap_no_balance_first.csv"


def open_two(runner):
    open_the_account(runner, number_last4="5678")
    open_the_account(runner, name="Tin", kind=AccountKind.CASH)


def test_what_came_in_and_went_out_is_told(jean):
    assert jean.bring_in("layouts/starling.csv") == 0
    assert "26 payments brought into Direct payment account: £5,205.90 in, £4,465.86 out." in jean.said
    assert jean.said.endswith("Balance of Direct payment account on 8 June 2026: £2,582.21.")
    assert not jean.problem


def test_the_same_in_json(jean):
    jean.bring_in("layouts/starling.csv", "--json")
    brought = json.loads(jean.said)
    assert (brought["brought_in"], brought["money_in"], brought["balance"]) == (26, "5205.90", "2582.21")
    assert brought["balance_on"] == "2026-06-08"


def test_rows_that_may_be_doubles_are_listed_and_asked_about(jean):
    jean.bring_in("layouts/lloyds.csv")
    assert jean.bring_in(FIRST) == 1
    assert "  Line 10: 14 April 2026, -£11.98, PORTER CHEMIST 1182 GLOVES" in jean.said
    assert jean.problem.startswith("16 rows may be doubles and were left out. Add --also 1,2,3,4,")
    assert len(jean.look(list_transactions)) == 26


def test_what_a_person_says_is_no_double_is_taken(jean):
    jean.bring_in("layouts/lloyds.csv")
    assert jean.bring_in(FIRST, "--also", "10, 1") == 0
    assert "2 payments brought in" in jean.said
    assert [each.payee for each in jean.look(list_transactions, search="chemist")] == [
        "PORTER CHEMIST 1182",
        "PORTER CHEMIST 1182 GLOVES",
    ]


def test_none_says_that_all_are_doubles(jean):
    jean.bring_in("layouts/lloyds.csv")
    assert jean.bring_in(FIRST, "--also", "none") == 0
    assert "Nothing new" in jean.said


def test_one_row_is_asked_about_as_one(jean):
    jean.bring_in("layouts/lloyds.csv")
    one = jean.folder / "one.csv"
    one.write_bytes((SAMPLES / FIRST).read_bytes().splitlines()[0])
    assert jean.of("import", one) == 1
    assert jean.problem.startswith("1 row may be a double and was left out. Add --also 1 to take it")


def test_a_line_that_cannot_be_taken_is_told(jean):
    assert jean.bring_in("layouts/lloyds.csv", "--also", "99") == 1
    assert jean.problem == "Line 99 of lloyds.csv is not one that can be taken. Look at the list again."
    assert not jean.look(list_transactions)


def test_a_question_about_the_file_is_answered_by_its_name(jean):
    assert jean.bring_in("nasty/n06_us_dates.csv") == 1
    assert jean.problem.endswith("add --yes DATE_ORDER_MONTH_FIRST.")
    assert not jean.look(list_transactions)
    assert jean.bring_in("nasty/n06_us_dates.csv", "--yes", "date_order_month_first") == 0
    assert len(jean.look(list_transactions)) == 26


@pytest.mark.parametrize(
    ("name", "says"), [("nasty/n22_html_login_page.csv", "web page"), ("nasty/n19_empty.csv", "empty")]
)
def test_what_is_no_bank_file_is_refused(jean, name, says):
    assert jean.bring_in(name) == 1
    assert says in jean.problem.casefold()


def test_rows_that_are_left_out_are_listed_with_the_reason(jean):
    assert jean.bring_in("nasty/n32_pending_rows.csv") == 0
    assert "Left out:" in jean.said
    assert "Not settled yet." in jean.said


def test_a_file_without_payments_has_no_balance_to_tell(jean):
    jean.bring_in("nasty/n20_header_only.csv")
    assert "Balance of" not in jean.said


@pytest.mark.parametrize("name", ["nowhere.csv", "."])
def test_a_file_that_cannot_be_read_is_told(jean, name):
    assert jean.of("import", jean.folder / name) == 1
    assert jean.problem.endswith((".", "Choose another file."))


def test_an_account_is_found_by_its_name_or_its_last_figures(clerk):
    clerk.make(open_two)
    assert clerk.bring_in("layouts/lloyds.csv") == 1
    assert "Name one of them with --account: Direct payment account (ends 5678); Tin." in clerk.problem
    assert clerk.bring_in("layouts/lloyds.csv", "--account", "Bank") == 1
    assert "No account is called Bank." in clerk.problem
    assert clerk.bring_in("layouts/lloyds.csv", "--account", " direct PAYMENT account") == 0
    assert clerk.bring_in("layouts/lloyds.csv", "--account", "5678") == 0


def test_two_accounts_of_one_name_are_told_apart_by_their_figures(clerk):
    def open_twins(runner):
        open_the_account(runner, number_last4="5678")
        open_the_account(runner, number_last4="1234")

    clerk.make(open_twins)
    assert clerk.bring_in("layouts/lloyds.csv", "--account", "Direct payment account") == 1
    assert "No account alone is called" in clerk.problem
    assert clerk.bring_in("layouts/lloyds.csv", "--account", "5678") == 0


def test_without_an_account_the_way_to_one_is_told(clerk):
    clerk.make()
    assert clerk.bring_in("layouts/lloyds.csv") == 1
    assert clerk.problem.startswith("There is no account in this file yet.")
