"""What each word does."""

import csv
import json
from datetime import date

import pytest

from pa_manager.cli import doing
from pa_manager.file.rows import Row
from pa_manager.funding.model import Schedule
from pa_manager.funding.operations import add_stream
from pa_manager.returns.model import ReturnState
from pa_manager.returns.operations import list_returns
from pa_manager.spending.model import EvidenceKind
from pa_manager.spending.operations import add_transaction, keep_evidence, list_statements
from pa_manager.values.money import Money
from tests.cli.clerk import SPRING
from tests.paper.reading import text_of
from tests.returns.household import agree_the_nhs_money, draft_the_return, send_the_return, tell_the_spring
from tests.spending.household import ACCOUNT, open_the_account

STATEMENT = ("--opening", "1842.17", "--closing", "2582.21")


@pytest.fixture
def spring(clerk):
    """A file that holds Jean's whole spring, each payment explained."""
    return clerk.make(tell_the_spring)


# Reconciling


def test_a_statement_that_agrees_is_agreed_for_good(spring):
    assert spring.of("reconcile", *SPRING, *STATEMENT) == 0
    assert "26 payments are agreed with the statement, for good." in spring.said
    assert len(spring.look(list_statements)) == 1


def test_the_same_statement_again_is_done_already(spring):
    spring.of("reconcile", *SPRING, *STATEMENT)
    assert spring.figures("reconcile", *SPRING, *STATEMENT)["agreed_before"]
    assert len(spring.look(list_statements)) == 1


def test_other_days_that_are_agreed_are_refused(spring):
    spring.of("reconcile", *SPRING, *STATEMENT)
    assert spring.of("reconcile", "--first", "1 6 2026", "--last", "8 6 2026", *STATEMENT) == 1
    assert "agreed with another statement" in spring.problem


def test_a_statement_that_differs_is_shown_and_not_agreed(spring):
    words = ("reconcile", *SPRING, "--opening", "1842.17", "--closing", "-12.50")
    assert spring.of(*words) == 1
    assert "Difference" in spring.said
    assert spring.problem.endswith("Nothing was agreed.")
    assert spring.of(*words, "--json") == 1
    assert json.loads(spring.said)["difference"] == "-2594.71"
    assert not spring.look(list_statements)


def test_what_is_waiting_and_would_explain_it_is_told(clerk):
    def pay_the_choir(runner):
        tell_the_spring(runner)
        runner.run(
            add_transaction, account_id=ACCOUNT, day=date(2026, 6, 7), amount=Money(-30_00), party="Midshire Choir"
        )

    clerk.make(pay_the_choir)
    words = ("reconcile", *SPRING, "--opening", "1842.17", "--closing", "2552.21")
    assert clerk.of(*words) == 1
    assert "Midshire Choir of £30.00 is waiting, and would explain it." in clerk.problem
    clerk.of(*words, "--json")
    assert json.loads(clerk.said)["waiting"] == [{"day": "2026-06-07", "who": "Midshire Choir", "amount": "-30.00"}]


def test_one_payment_is_told_as_one(spring):
    words = ("--first", "7 4 2026", "--last", "7 4 2026", "--opening", "3540.57", "--closing", "3526.07")
    assert spring.of("reconcile", *words) == 0
    assert "1 payment is agreed" in spring.said


# The return


def test_the_return_over_any_days_leaves_the_file_as_it_is(spring):
    assert spring.of("return", "--first", "1 may 2026", "--last", "2026-05-31") == 0
    assert spring.said.startswith("Return for 1 to 31 May 2026: the whole account (not kept in the file)")
    assert spring.said.endswith("Closing balance £4,322.56, difference £0.00.")
    assert not spring.look(list_returns)


def test_every_figure_is_told_in_line(spring):
    spring.of("return", *SPRING)
    sums = [line for line in spring.said.splitlines() if line.startswith("  ")]
    assert len({len(line) for line in sums}) == 1
    assert "  Total money in                              £5,144.70" in sums


def test_a_return_may_be_kept_as_a_draft(spring):
    assert spring.figures("return", *SPRING, "--keep")["state"] == "draft"
    assert spring.figures("return", *SPRING, "--keep")["state"] == "draft"
    assert [line.a_return.state for line in spring.look(list_returns)] == [ReturnState.DRAFT]


def test_days_that_another_return_covers_cannot_be_kept(spring):
    spring.of("return", *SPRING, "--keep")
    assert spring.of("return", "--first", "1 6 2026", "--last", "30 6 2026", "--keep") == 1
    assert spring.problem.startswith("There is a return for 1 April to 8 June 2026 already.")


def test_a_return_that_was_sent_is_shown_as_it_was_sent(clerk):
    clerk.make(tell_the_spring, draft_the_return, send_the_return)
    figures = clerk.figures("return", *SPRING, "--pdf", clerk.folder / "r.pdf")
    assert figures["state"] == "sent"
    assert "This is a draft" not in text_of((clerk.folder / "r.pdf").read_bytes())


def test_the_statement_is_written_as_a_pdf(spring):
    paper, large = spring.folder / "r.pdf", spring.folder / "large.pdf"
    assert spring.of("return", *SPRING, "--pdf", paper) == 0
    assert spring.said.endswith(f"The statement is in {paper}.")
    assert "£2,582.21" in text_of(paper.read_bytes())
    assert spring.of("return", *SPRING, "--pdf", large, "--large") == 0
    assert large.read_bytes() != paper.read_bytes()
    assert spring.of("return", *SPRING, "--pdf", paper) == 0


def test_the_statement_replaces_nothing_but_a_pdf(spring):
    before = spring.file.read_bytes()
    assert spring.of("return", *SPRING, "--pdf", spring.file) == 1
    assert spring.problem.endswith("is there already and is not a PDF. Choose another name.")
    assert spring.file.read_bytes() == before


@pytest.mark.parametrize("name", [".", "nowhere/r.pdf"])
def test_a_place_where_no_pdf_can_go_is_told(spring, name):
    assert spring.of("return", *SPRING, "--pdf", spring.folder / name) == 1
    assert spring.problem.endswith("Choose another place.")


def test_the_return_of_one_stream(clerk):
    clerk.make(tell_the_spring, agree_the_nhs_money)
    figures = clerk.figures("return", *SPRING, "--stream", "midshire county council")
    assert (figures["scope"], figures["closing"]) == ("Midshire County Council", "2582.21")
    assert clerk.of("return", *SPRING, "--stream", "NHS") == 1
    assert clerk.problem == ("No money that comes in is called NHS. There are: Midshire County Council; Midshire NHS.")


def test_streams_of_one_name_are_not_mixed_up(clerk):
    def agree_twice(runner):
        for name in ("Health budget", "Equipment"):
            day = date(2026, 4, 1)
            way = {"schedule": Schedule.FOUR_WEEKLY, "first_payment_on": day, "first": day}
            runner.run(add_stream, funder="Midshire NHS", name=name, **way)

    clerk.make(tell_the_spring, agree_twice)
    assert clerk.of("return", *SPRING, "--stream", "Midshire NHS") == 1
    assert "Name one of these: Midshire NHS: Health budget; Midshire NHS: Equipment." in clerk.problem
    assert clerk.figures("return", *SPRING, "--stream", "equipment")["scope"] == "Midshire NHS: Equipment"


def test_a_difference_that_is_not_known_is_not_guessed(jean):
    jean.bring_in("layouts/barclays.csv")
    jean.of("return", *SPRING)
    assert jean.said.endswith("difference not known.")
    assert jean.figures("return", *SPRING)["difference"] is None


# Checking


def test_what_a_council_would_ask_is_listed_and_that_is_done(spring):
    assert spring.of("check", *SPRING) == 0
    assert spring.said.startswith("The whole account, 1 April to 8 June 2026\n  ")
    assert "8 payments have no receipt or invoice yet" in spring.said


def test_without_days_every_return_that_was_not_sent_is_checked(clerk):
    clerk.make(tell_the_spring, draft_the_return)
    (found,) = clerk.figures("check")["returns"]
    assert found["period"] == {"first": "2026-04-01", "last": "2026-06-08"}
    assert {"text", "way_out", "place"} == set(found["findings"][0])


def test_with_nothing_to_check_that_is_told(clerk):
    clerk.make(tell_the_spring, draft_the_return, send_the_return)
    assert clerk.of("check") == 1
    assert clerk.problem.startswith("There is no return to check in this file.")


def test_nothing_to_ask_about_is_said(clerk, monkeypatch):
    monkeypatch.setattr("pa_manager.returns.operations.findings_over", lambda *_a, **_k: ())
    clerk.make(open_the_account)
    assert clerk.of("check", *SPRING) == 0
    assert "There is nothing that a council would ask about." in clerk.said


# What needs doing


def test_what_needs_doing_is_listed_with_its_day(clerk):
    clerk.make(tell_the_spring, draft_the_return)
    assert clerk.of("todo") == 0
    assert "Check the return for 1 April to 8 June 2026. (by 6 July 2026)" in clerk.said
    tasks = clerk.figures("todo")["tasks"]
    assert {"text", "due", "late", "place"} == set(tasks[0])


def test_nothing_to_do_is_said(clerk, monkeypatch):
    monkeypatch.setattr(doing, "list_things_to_do", lambda _work, today: ())
    clerk.make()
    clerk.of("todo")
    assert clerk.said == "There is nothing to do."


# Everything as plain files


def test_everything_is_written_as_tables_and_documents(clerk):
    def keep_a_receipt(runner):
        runner.run(keep_evidence, kind=EvidenceKind.RECEIPT, name="Gloves", content=b"%PDF-1.7 gloves")

    clerk.make(tell_the_spring, keep_a_receipt)
    out = clerk.folder / "out"
    assert clerk.of("export", "--to", out) == 0
    assert "2 documents are in" in clerk.said
    assert {path.name for path in (out / "documents").iterdir()} == {"1 lloyds.csv", "2 paper 1 Gloves.pdf"}
    with (out / "tables" / "account.csv").open(encoding="utf-8-sig", newline="") as file:
        (account,) = csv.DictReader(file)
    assert account["opening"] == "1842.17"
    not_declared = {path.stem for path in (out / "tables").iterdir()} - set(Row.metadata.tables)
    assert not_declared == {"journal_entry", "journal_image"}, "sums in these would be written in pence"


def test_nothing_is_written_over(clerk):
    clerk.make(tell_the_spring)
    assert clerk.of("export", "--to", clerk.folder) == 1
    assert clerk.problem.endswith("Choose a new folder.")
    assert clerk.of("export", "--to", clerk.folder / "new") == 0
    assert "and 1 document are in" in clerk.said
    assert clerk.figures("export", "--to", clerk.folder / "newer")["documents"] == 1
