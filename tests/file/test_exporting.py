"""The file as plain tables and documents."""

import csv
import os
from io import StringIO

import pytest

from pa_manager.file import contents
from pa_manager.file.exporting import CannotExport, export_to, guarded
from pa_manager.spending.operations import open_account
from pa_manager.values.money import Money
from tests.conftest import TODAY
from tests.file.scratch import NOTES, add_note, sql


def keep_all(work, *, documents):
    for document in documents:
        contents.keep(work, document)
    return NOTES


def table_names(work):
    rows = sql(work, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return set(rows.scalars())


def table(folder, name):
    text = (folder / "tables" / f"{name}.csv").read_text(encoding="utf-8-sig")
    return list(csv.reader(StringIO(text, newline="")))


def test_every_table_is_written_with_the_names_of_its_columns(runner, tmp_path):
    runner.run(open_account, name="Ŵ's money", opened_on=TODAY, opening=Money(-1205))
    done = runner.read(export_to, folder=tmp_path / "out")
    names = {path.stem for path in (done.folder / "tables").iterdir()}
    assert names == runner.read(table_names) - {"key_page", "content_to_forget", "assistant_private"}
    assert len(names) == done.tables
    heads, row = table(done.folder, "account")
    (said,) = [dict(zip(heads, row, strict=True))]
    assert (said["name"], said["opening"], said["opened_on"]) == ("Ŵ's money", "-12.05", "2026-05-21")


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-2+3", "@sum", "\tx", "\rx", "\nx"])
def test_text_that_a_spreadsheet_would_work_out_is_guarded(cell):
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "12", "a=b", -5, -0.5, None])
def test_all_else_stays_as_it_is(cell):
    assert guarded(cell) == cell


def test_cells_are_guarded_where_they_are_written(notes, tmp_path):
    notes.run(add_note, words="=HYPERLINK(1)", amount=-5, share=-0.5, picture=b"\x00\xff")
    done = notes.read(export_to, folder=tmp_path)
    assert table(done.folder, "note")[1] == ["1", "'=HYPERLINK(1)", "-5", "-0.5", "00ff", ""]


def test_documents_have_names_that_every_system_bears_and_are_listed(runner, tmp_path):
    documents = [b"%PDF-1", b"Date,Amount\r\n", b"\x89PNG", b"plain", b"\xff\xd8\xff", b"other"]
    runner.run(keep_all, documents=documents)
    names = {2: "../../lloyds.csv", 3: "a\n<receipt>", 4: "Statement of 12. May", 5: "x" * 300 + ".jpg", 6: " . "}
    done = runner.read(export_to, folder=tmp_path, names=names)
    wanted = [
        "1 document.pdf",
        "2 lloyds.csv",
        "3 a receipt.png",
        "4 Statement of 12. May.txt",
        f"5 {'x' * 100}.jpg",
        "6 document.txt",
    ]
    assert [row[2] for row in table(done.folder, "content")[1:]] == wanted
    assert [(tmp_path / "documents" / name).read_bytes() for name in wanted] == documents
    assert done.documents == 6


def test_nothing_is_written_where_something_is(runner, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(CannotExport, match="already"):
        runner.read(export_to, folder=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_place_that_cannot_be_written_is_told(runner, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotExport, match="Choose another folder"):
        runner.read(export_to, folder=tmp_path / "file" / "out")


@pytest.mark.skipif(os.name == "nt", reason="Windows has rights of another kind")
def test_what_is_written_is_for_the_owner_alone(runner, tmp_path):
    runner.read(export_to, folder=tmp_path / "out")
    assert (tmp_path / "out").stat().st_mode & 0o077 == 0
