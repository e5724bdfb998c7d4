"""The example household on the disk."""

import json

from pa_manager.cli.example import FIXED_PASSWORD
from pa_manager.cli.words import PASSWORD as VARIABLE
from pa_manager.file.opening import open_file
from pa_manager.returns.operations import list_returns
from tests.cli.clerk import TODAY_NOW, Clerk
from tests.paper.reading import text_of
from tests.returns.household import draft_the_return, tell_the_spring


def test_it_says_where_it_is_and_how_it_closes(tmp_path, capsys):
    clerk = Clerk(tmp_path, capsys, tell_example=tell_the_spring)
    assert clerk.type("example", "--to", tmp_path / "new" / "place") == 0
    file, pdf = (tmp_path / "new" / "place" / name for name in ("example.pam", "return.pdf"))
    assert str(file) in clerk.said
    assert f"Its password is: {FIXED_PASSWORD}" in clerk.said
    assert clerk.said.endswith("Closing balance £2,582.21, difference £0.00.")
    assert "£2,582.21" in text_of(pdf.read_bytes())
    clerk.file, clerk.password = file, FIXED_PASSWORD
    assert clerk.of("todo") == 0
    assert clerk.is_free()


def test_the_second_time_replaces_nothing(tmp_path, capsys):
    clerk = Clerk(tmp_path, capsys, tell_example=tell_the_spring)
    for _again in range(3):
        assert clerk.type("example", "--to", tmp_path, "--json") == 0
    said = json.loads(clerk.said)
    assert said["file"] == str(tmp_path / "example-3.pam")
    assert said["pdf"] == str(tmp_path / "return-3.pdf")
    assert (said["closing"], said["difference"]) == ("2582.21", "0.00")
    assert len(list(tmp_path.glob("*.pam"))) == len(list(tmp_path.glob("*.pdf"))) == 3


def test_a_password_of_ones_own_is_not_said(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv(VARIABLE, "tulips")
    clerk = Clerk(tmp_path, capsys, tell_example=tell_the_spring)
    assert clerk.type("example", "--to", tmp_path) == 0
    assert "tulips" not in clerk.said
    open_file(tmp_path / "example.pam", password="tulips", now=TODAY_NOW).close(now=TODAY_NOW)


def test_a_return_that_the_household_has_is_taken(tmp_path, capsys):
    def tell(runner):
        tell_the_spring(runner)
        draft_the_return(runner)

    clerk = Clerk(tmp_path, capsys, tell_example=tell)
    assert clerk.type("example", "--to", tmp_path) == 0
    clerk.file, clerk.password = tmp_path / "example.pam", FIXED_PASSWORD
    opened = open_file(clerk.file, password=FIXED_PASSWORD, now=TODAY_NOW)
    with opened() as work:
        assert len(list_returns(work)) == 1
    opened.close(now=TODAY_NOW)


def test_a_folder_that_cannot_be_made_is_told(tmp_path, capsys):
    (tmp_path / "notes").write_text("mine")
    clerk = Clerk(tmp_path, capsys)
    assert clerk.type("example", "--to", tmp_path / "notes") == 1
    assert clerk.problem.endswith("Choose another folder.")
