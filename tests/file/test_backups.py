"""Copies of the holder's file."""

from datetime import timedelta

import pytest

from pa_manager.file import backups
from pa_manager.file.backups import KEPT, BackupNotMade, copies
from pa_manager.file.database import PAGE
from pa_manager.file.lock import lock_path
from pa_manager.file.opening import create_file, open_file
from pa_manager.file.running import Runner
from tests.conftest import NOW
from tests.file.scratch import add_note, list_notes, with_notes


@pytest.fixture
def path(tmp_path, quick, monkeypatch):
    with_notes(monkeypatch)
    path = tmp_path / "Jean.pam"
    create_file(path, password="blue kettle", now=NOW)[0].close(now=NOW)
    return path


def spend_a_day(path, number):
    opened = open_file(path, now=NOW, password="blue kettle")
    Runner(opened, lambda: NOW).run(add_note, words=str(number))
    return opened.close(now=NOW + timedelta(days=number))


def test_the_ten_newest_copies_are_kept_and_every_one_opens(path):
    for number in range(1, 13):
        spend_a_day(path, number)
    made = copies(path)
    assert len(made) == KEPT == 10
    for number, copy in enumerate(made, start=3):
        opened = open_file(copy, now=NOW, password="blue kettle")
        found = Runner(opened, lambda: NOW).read(list_notes)
        assert [note[1] for note in found] == [str(day) for day in range(1, number + 1)]
        opened.close(now=NOW)


def test_a_file_that_did_not_change_is_not_copied_again(path):
    (first,) = copies(path)
    opened = open_file(path, now=NOW, password="blue kettle")
    assert opened.close(now=NOW + timedelta(days=1)) == first
    assert copies(path) == [first]


def test_two_copies_of_one_second_are_both_kept_in_their_order(path):
    made = [*copies(path), *(spend_a_day(path, 0) for _ in range(10))]
    assert made[1].name == "Jean 2026-05-21 103000-2.pam"
    assert copies(path) == made[-KEPT:]


def test_copies_of_other_files_in_the_folder_are_let_be(path):
    other = path.parent / "backups" / "Jean Pellow 2020-01-01 000000.pam"
    other.write_bytes(b"of another holder")
    for number in range(12):
        spend_a_day(path, number)
    assert other.exists()
    assert other not in copies(path)


def test_a_full_disk_closes_the_file_and_says_so(path, monkeypatch):
    opened = open_file(path, now=NOW, password="blue kettle")
    Runner(opened, lambda: NOW).run(add_note, words="milk")

    def full(*_args):
        raise OSError(28, "No space left on device")

    before = copies(path)
    monkeypatch.setattr(backups.shutil, "copyfileobj", full)
    with pytest.raises(BackupNotMade, match="No space left on device"):
        opened.close(now=NOW)
    assert list((path.parent / "backups").iterdir()) == before
    assert not lock_path(path).exists()


@pytest.mark.parametrize("at", [2, 3, 20])
def test_a_damaged_file_pushes_no_sound_copy_out(path, at):
    for number in range(10):
        spend_a_day(path, number)
    before = copies(path)
    opened = open_file(path, now=NOW, password="blue kettle")
    Runner(opened, lambda: NOW).run(add_note, words="last")
    content = bytearray(path.read_bytes())
    for page in {at, 3} if at == 2 else {at}:
        content[page * PAGE + 40] ^= 1
    path.write_bytes(content)
    with pytest.raises(BackupNotMade, match="damaged on the disk"):
        opened.close(now=NOW)
    assert copies(path) == before
