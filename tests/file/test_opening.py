"""Making and opening the holder's file."""

import os
from pathlib import Path

import pytest

from pa_manager.file import keys, migrations, opening
from pa_manager.file.database import MARK, PAGE, connect
from pa_manager.file.key_pages import read_ring, write_ring
from pa_manager.file.keys import NoPassword, WrongPassword
from pa_manager.file.lock import AlreadyOpen, lock_path
from pa_manager.file.migrations import FileTooNew
from pa_manager.file.opening import (
    CannotMake,
    FileDamaged,
    NotAFile,
    NotKept,
    NotOurs,
    create_file,
    look_at,
    open_file,
)
from pa_manager.file.running import Runner
from tests.conftest import NOW
from tests.file.scratch import add_note, list_notes, with_notes

PASSWORD = "blue kettle"


@pytest.fixture(autouse=True)
def _quickly(quick, monkeypatch):
    with_notes(monkeypatch)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Jean Pellow.pam"


@pytest.fixture
def code(path):
    """Make a file with one note in it; return its recovery code."""
    opened, code = create_file(path, password=PASSWORD, now=NOW)
    Runner(opened, lambda: NOW).run(add_note, words="milk for Asha", picture=os.urandom(3 * PAGE))
    opened.close(now=NOW)
    return code


def read_notes(path, **secret):
    opened = open_file(path, now=NOW, **secret)
    found = Runner(opened, lambda: NOW).read(list_notes)
    opened.close(now=NOW)
    return [note[1] for note in found]


def untouched(path):
    """Return all that must stay as it is when a file is refused."""
    return {
        found.name: found.read_bytes() if found.is_file() else None
        for found in path.parent.iterdir()
        if found != lock_path(path)
    }


# Making, opening, closing


def test_a_file_opens_by_its_password_and_by_its_code(path, code):
    assert read_notes(path, password=PASSWORD) == ["milk for Asha"]
    assert read_notes(path, recovery_code=code.lower().replace("-", " ")) == ["milk for Asha"]


def test_a_closed_file_is_one_file_and_its_backup(path, code):
    assert sorted(found.name for found in path.parent.rglob("*")) == [
        "Jean Pellow 2026-05-21 103000.pam",
        "Jean Pellow.pam",
        "backups",
    ]


def test_nothing_in_the_file_can_be_read_without_the_key(path, code):
    content = path.read_bytes()
    assert content.startswith(MARK)
    assert b"Asha" not in content
    assert b"CREATE TABLE" not in content
    assert b"SQLite format" not in content


def test_an_open_file_is_whole_at_rest_so_a_copy_of_it_opens(path, code, tmp_path):
    opened = open_file(path, now=NOW, password=PASSWORD)
    Runner(opened, lambda: NOW).run(add_note, words="bread")
    copy = tmp_path / "stick.pam"
    copy.write_bytes(path.read_bytes())
    assert {found.name for found in tmp_path.iterdir()} == {path.name, lock_path(path).name, copy.name, "backups"}
    assert read_notes(copy, password=PASSWORD) == ["milk for Asha", "bread"]
    opened.close(now=NOW)


def test_sqlite_finds_the_pages_of_the_keys_sound(path, code):
    key = read_ring(path).open_with_password(PASSWORD)
    database = connect(path, key)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA cipher_integrity_check").fetchall() == []
    assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert database.execute("PRAGMA auto_vacuum").fetchone() == (0,), "pages must stay where they are"
    database.close()


@pytest.mark.parametrize("typed", ["wrong", ""])
def test_a_wrong_password_changes_nothing(path, code, typed):
    before = untouched(path)
    with pytest.raises(WrongPassword):
        open_file(path, now=NOW, password=typed)
    assert untouched(path) == before
    assert not lock_path(path).exists()


def test_a_changed_password_opens_and_the_old_one_does_not(path, code):
    opened = open_file(path, now=NOW, password=PASSWORD)
    opened.change_password("green kettle")
    assert opened.opens_with("green kettle")
    assert not opened.opens_with(PASSWORD)
    Runner(opened, lambda: NOW).run(add_note, words="written after")
    opened.close(now=NOW)

    assert read_notes(path, password="green kettle") == ["milk for Asha", "written after"]
    assert read_notes(path, recovery_code=code) == ["milk for Asha", "written after"]
    with pytest.raises(WrongPassword):
        open_file(path, now=NOW, password=PASSWORD)


def test_an_empty_password_is_refused_and_the_old_one_stays(path, code):
    opened = open_file(path, now=NOW, password=PASSWORD)
    with pytest.raises(NoPassword):
        opened.change_password("")
    opened.close(now=NOW)
    assert read_notes(path, password=PASSWORD) == ["milk for Asha"]


def test_a_new_recovery_code_takes_the_place_of_the_old(path, code):
    opened = open_file(path, now=NOW, password=PASSWORD)
    newer = opened.new_recovery_code()
    opened.close(now=NOW)
    assert read_notes(path, recovery_code=newer) == ["milk for Asha"]
    with pytest.raises(keys.WrongCode):
        open_file(path, now=NOW, recovery_code=code)


def test_a_password_change_cut_off_between_its_two_pages_is_finished(path, code):
    ring = read_ring(path)
    key = ring.open_with_password(PASSWORD)
    first_page = slice(2 * PAGE, 3 * PAGE)
    old = path.read_bytes()[first_page]
    write_ring(path, key, ring.with_password(key, "green kettle"))
    content = bytearray(path.read_bytes())
    content[first_page] = old
    path.write_bytes(content)

    assert read_notes(path, password="green kettle") == ["milk for Asha"]
    assert path.read_bytes()[first_page] != old


def test_a_file_in_memory_has_no_password_and_no_backups():
    opened = open_file(None, now=NOW)
    with pytest.raises(NotKept):
        opened.change_password("blue kettle")
    with pytest.raises(NotKept):
        opened.new_recovery_code()
    assert opened.close(now=NOW) is None


# Two at a time


def test_a_file_is_not_opened_twice_and_says_who_has_it(path, code):
    first = open_file(path, now=NOW, password=PASSWORD)
    with pytest.raises(AlreadyOpen, match="has this file open"):
        open_file(path, now=NOW, password=PASSWORD)
    first.close(now=NOW)
    assert read_notes(path, password=PASSWORD) == ["milk for Asha"]


def test_a_file_left_open_when_the_program_died_opens(path, code):
    lock_path(path).write_bytes(opening.Lock.__name__.encode())
    assert read_notes(path, password=PASSWORD) == ["milk for Asha"]


# Where no file can be made


def test_a_file_is_never_made_over_another(path, code):
    before = untouched(path)
    with pytest.raises(CannotMake, match="already"):
        create_file(path, password=PASSWORD, now=NOW)
    assert untouched(path) == before


def test_a_file_needs_a_password(path):
    with pytest.raises(NoPassword):
        create_file(path, password="", now=NOW)
    assert not list(path.parent.iterdir())


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CannotMake, match="No such file"):
        create_file(tmp_path / "nowhere" / "Jean.pam", password=PASSWORD, now=NOW)


def test_a_file_that_could_not_be_finished_leaves_nothing(path, monkeypatch):
    def fails(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(opening, "write_ring", fails)
    with pytest.raises(CannotMake, match="No space left"):
        create_file(path, password=PASSWORD, now=NOW)
    assert not list(path.parent.iterdir())


# What is not a whole file of ours is told, and never written to


def refused(path, kind, **secret):
    before = untouched(path)
    with pytest.raises(kind) as told:
        open_file(path, now=NOW, **(secret or {"password": PASSWORD}))
    assert untouched(path) == before
    return str(told.value)


def test_nothing_there(path):
    assert refused(path, NotAFile) == "Jean Pellow.pam is no longer in that place. It may have been moved or renamed."


def test_a_look_without_the_password_tells_what_cannot_be_opened(path, code):
    before = untouched(path)
    look_at(path)
    assert untouched(path) == before
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(NotOurs):
        look_at(path)


def test_a_folder(path):
    path.mkdir()
    assert refused(path, NotAFile) == "Jean Pellow.pam is a folder. Choose the file inside it."


@pytest.mark.parametrize("content", [b"%PDF-1.7 of somebody", b"P", MARK[:-1], b"SQLite format 3\0" + bytes(9000)])
def test_another_file(path, content):
    path.write_bytes(content)
    assert refused(path, NotOurs).startswith("Jean Pellow.pam is not a PA Manager file.")


@pytest.mark.parametrize("content", [b"", bytes(40960)])
def test_an_empty_file(path, content):
    path.write_bytes(content)
    assert "nothing is left in it" in refused(path, FileDamaged)


@pytest.mark.parametrize("length", [16, 100, PAGE, 2 * PAGE, 3 * PAGE - 1000, 4 * PAGE, 5 * PAGE, -PAGE, -1])
def test_a_file_cut_short(path, code, length):
    content = path.read_bytes()
    path.write_bytes(content[:length])
    assert refused(path, FileDamaged).endswith(
        "Open the newest backup (Jean Pellow 2026-05-21 103000.pam in the folder backups) instead."
    )


@pytest.mark.parametrize("start", [16, 2 * PAGE, 5 * PAGE, 9 * PAGE + 512])
def test_a_file_zeroed_from_somewhere_on(path, code, start):
    content = path.read_bytes()
    path.write_bytes(content[:start] + bytes(len(content) - start))
    refused(path, FileDamaged)


@pytest.mark.parametrize("at", [20, PAGE, 5 * PAGE, 20 * PAGE])
def test_a_file_with_one_spoilt_byte(path, code, at):
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
    refused(path, FileDamaged)


@pytest.mark.parametrize("length", [512, PAGE])
def test_a_file_with_a_blank_stretch(path, code, length):
    content = bytearray(path.read_bytes())
    content[-PAGE : -PAGE + length] = bytes(length)
    path.write_bytes(content)
    refused(path, FileDamaged)


def test_a_spoilt_page_of_keys_is_damage_like_any_other(path, code):
    content = bytearray(path.read_bytes())
    content[2 * PAGE + 200] ^= 1
    path.write_bytes(content)
    refused(path, FileDamaged)


def test_keys_on_the_second_page_serve_when_the_first_is_gone(path, code):
    content = bytearray(path.read_bytes())
    content[2 * PAGE : 3 * PAGE] = os.urandom(PAGE)
    path.write_bytes(content)
    assert read_ring(path).open_with_password(PASSWORD)


def test_without_a_backup_another_copy_is_suggested(path, code):
    for copy in (path.parent / "backups").iterdir():
        copy.unlink()
    path.write_bytes(path.read_bytes()[:PAGE])
    assert refused(path, FileDamaged).endswith("Open a copy of it, for example one on a memory stick, instead.")


def test_large_files_are_looked_through_for_blank_sectors_alone(path, code, monkeypatch):
    monkeypatch.setattr(opening, "READ_WHOLE", 0)
    assert read_notes(path, password=PASSWORD) == ["milk for Asha"]
    content = bytearray(path.read_bytes())
    content[9 * PAGE : 9 * PAGE + 600] = bytes(600)
    path.write_bytes(content)
    refused(path, FileDamaged)


def test_large_files_are_read_through_when_the_program_died(path, code, monkeypatch):
    monkeypatch.setattr(opening, "READ_WHOLE", 0)
    content = bytearray(path.read_bytes())
    content[20 * PAGE] ^= 1
    path.write_bytes(content)
    Path(f"{path}-journal").touch()
    with pytest.raises(FileDamaged):
        open_file(path, now=NOW, password=PASSWORD)


def test_a_file_that_may_only_be_read(path, code, monkeypatch):
    def forbidden(self, *_args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(NotAFile, match="Copy it to a folder of your own"):
        open_file(path, now=NOW, password=PASSWORD)


def test_a_disk_that_cannot_be_read(path, code, monkeypatch):
    def fails(self, *_args):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fails)
    with pytest.raises(NotAFile, match="Input/output error"):
        open_file(path, now=NOW, password=PASSWORD)


def test_a_folder_where_nothing_may_be_written(path, code, monkeypatch):
    def forbidden(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(opening.Lock, "take", forbidden)
    with pytest.raises(NotAFile, match="Nothing may be written in the folder"):
        open_file(path, now=NOW, password=PASSWORD)


# Versions


def test_a_file_of_a_newer_version_is_refused_and_left_alone(path, code, monkeypatch):
    monkeypatch.setattr(migrations, "STEPS", migrations.STEPS[:-1])
    assert refused(path, FileTooNew).startswith("This file was saved by a newer version of PA Manager.")
    assert not lock_path(path).exists()


def test_a_file_whose_keys_are_of_a_newer_version_is_refused(path, code):
    path.write_bytes(path.read_bytes().replace(b"PA Manager keys 1\n", b"PA Manager keys 2\n"))
    refused(path, FileTooNew)


def test_an_older_file_is_copied_before_it_is_upgraded(path, monkeypatch):
    with monkeypatch.context() as older:
        older.setattr(migrations, "STEPS", migrations.STEPS[:-1])
        create_file(path, password=PASSWORD, now=NOW)[0].leave()
    old = path.read_bytes()

    assert read_notes(path, password=PASSWORD) == []

    copy = path.parent / "backups" / "Jean Pellow 2026-05-21 103000.pam"
    assert copy.read_bytes() == old
    monkeypatch.setattr(migrations, "STEPS", migrations.STEPS[:-1])
    opened = open_file(copy, now=NOW, password=PASSWORD)
    opened.close(now=NOW)


def test_an_upgraded_table_is_journalled(path, monkeypatch):
    with monkeypatch.context() as older:
        older.setattr(migrations, "STEPS", migrations.STEPS[:-1])
        create_file(path, password=PASSWORD, now=NOW)[0].close(now=NOW)
    opened = open_file(path, now=NOW, password=PASSWORD)
    runner = Runner(opened, lambda: NOW)
    runner.run(add_note, words="milk")
    assert runner.undo() == "Add note"
    assert runner.read(list_notes) == ()
    opened.close(now=NOW)
