"""Every sample is read into just what is said to be in it."""

from datetime import date

import pytest

from pa_manager.spending.model.bankfiles.reading import read_bank_file
from pa_manager.spending.model.ledger import Account, AccountId, AccountKind
from pa_manager.spending.model.preview import AccountSoFar, preview_of
from pa_manager.values.money import Money
from tests.spending.household import SAMPLES, expected, sample

TODAY = date(2026, 11, 1)
WHOLE = sorted(
    path.relative_to(SAMPLES).with_suffix(".json").as_posix()
    for folder in ("layouts", "formats", "nasty")
    for path in (SAMPLES / folder).glob("*.json")
    if path.name != "_index.json"
)
ACCOUNT = Account(
    id=AccountId(1),
    name="Direct payment account",
    kind=AccountKind.BANK,
    sort_code="",
    number_last4="5678",
    opened_on=date(2026, 1, 1),
    opening=Money(0),
)


def _read(name):
    said = expected(name)
    return said, read_bank_file(sample(f"{name.partition('/')[0]}/{said['file']}"), today=TODAY)


@pytest.mark.parametrize("name", WHOLE)
def test_the_rows_are_those_of_the_file(name):
    said, file = _read(name)
    wanted = [
        (row["date"], row["amount_pence"], row["description"], row["balance_pence"])
        for row in said.get("transactions", [])
    ]
    if name.startswith("nasty/n38"):
        assert len(file.rows) == said["readable_count"]
        return
    found = [
        (str(row.day), row.amount.pence, row.text, row.balance and row.balance.pence)
        for row in sorted(file.rows, key=lambda row: row.position)
        if row.doubt is None
    ]
    assert found == wanted
    ids = {row.bank_id for row in file.rows} - {""}
    assert ids >= {row["external_id"] for row in said.get("transactions", []) if "external_id" in row}


@pytest.mark.parametrize("name", [name for name in WHOLE if not name.startswith("nasty")])
def test_the_balances_and_the_account_are_those_of_the_file(name):
    said, file = _read(name)
    if said["opening_balance_pence"]:
        assert (file.opening, file.gap) == (Money(said["opening_balance_pence"]), None)
    if said["closing_balance_pence"]:
        assert file.closing == Money(said["closing_balance_pence"])
    account = said["account"] or {}
    if number := account.get("account_number") or account.get("masked"):
        (mark,) = file.accounts
        assert mark.sort_code == account.get("sort_code", "")
        assert number.endswith(mark.last4)


@pytest.mark.parametrize("name", [name for name in WHOLE if name.startswith("nasty")])
def test_what_is_nasty_comes_out_as_it_should(name):
    said, file = _read(name)
    account_findings = {"OVERLAP", "ACCOUNT_MISMATCH"}
    wanted = set(said["warnings"]) - account_findings
    assert {finding.label for finding in file.findings} == wanted
    if not account_findings & set(said["warnings"]):
        assert file.outcome == said["outcome"]
    for finding in file.findings:
        assert finding.sentence[-1] in ".?"


@pytest.mark.parametrize("name", [name for name in WHOLE if "rejected_rows" in expected(name)])
def test_rows_that_cannot_be_taken_are_named_with_the_reason(name):
    said, file = _read(name)
    wanted = [(row.get("line", row.get("position")), row["reason"]) for row in said["rejected_rows"]]
    left = [*file.out, *(row for row in file.rows if row.doubt)]
    found = [(row.line or row.position, str(getattr(row, "reason", None) or row.doubt)) for row in left]
    assert sorted(found) == sorted(wanted)


def test_the_gap_is_named_by_line_and_amount():
    said, file = _read("nasty/n30_missing_row_balance_gap.json")
    assert file.gap.after_line == said["gap"]["after_line"]
    assert file.gap.difference == Money(said["gap"]["difference_pence"])
    (finding,) = file.findings
    assert finding.sentence == "The running balance jumps by -£47.81 after line 9. A row may be missing there."


def test_a_file_of_another_account_is_asked_about():
    _, file = _read("nasty/n34_other_account.json")
    nothing = AccountSoFar(
        account=ACCOUNT, rows=(), balance_before=Money(0), told_before=None, has_rows=False, had_this_file=False
    )
    preview = preview_of("n34.csv", "", file, nothing)
    assert preview.outcome == "ask_user"
    assert "ACCOUNT_MISMATCH" in {finding.label for finding in preview.questions}
