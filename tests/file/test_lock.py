"""Who has the file open."""

import getpass
import json
import os
import platform

import pytest

from pa_manager.file import lock
from pa_manager.file.lock import AlreadyOpen, Lock, Opener, lock_path
from pa_manager.values.clock import LONDON
from tests.conftest import NOW


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setattr(getpass, "getuser", lambda: "rowena")
    monkeypatch.setattr(platform, "node", lambda: "KITCHEN")
    return tmp_path / "Jean.pam"


@pytest.fixture
def take(path):
    """Take the lock, and let the system have it back when the test is over."""
    taken = []

    def take(**how):
        taken.append(Lock.take(path, now=NOW, **how))
        return taken[-1]

    yield take
    for lock_ in taken:
        lock_._file.close()


def left_by(path, **who):
    lock_path(path).write_text(
        json.dumps({"who": "sam", "computer": "OFFICE", "since": NOW.astimezone(LONDON).isoformat()} | who)
    )


def test_the_second_to_open_is_told_who_was_first(take, path):
    take()
    with pytest.raises(AlreadyOpen) as told:
        take(take_over=True)
    assert str(told.value) == "rowena on KITCHEN since 10:30 on 21 May 2026 has this file open. Close it there first."
    assert not told.value.may_be_left_behind


def test_what_was_given_back_can_be_taken_and_leaves_nothing_behind(take, path):
    take().give_back()
    assert not lock_path(path).exists()
    assert not take().left_behind


def test_a_lock_left_behind_on_this_computer_is_taken_over(take, path):
    left_by(path, computer="KITCHEN")
    taken = take()
    assert taken.left_behind
    taken.give_up()
    again = take()
    assert again.left_behind, "whoever could not open it must not hide that it was left behind"
    again.give_back()


def test_giving_up_on_a_file_that_nobody_had_leaves_nothing(take, path):
    take().give_up()
    assert not lock_path(path).exists()


def test_a_lock_of_another_computer_is_taken_over_only_when_told(take, path):
    left_by(path)
    with pytest.raises(AlreadyOpen, match="sam on OFFICE since 10:30 on 21 May 2026") as told:
        take()
    assert told.value.may_be_left_behind
    assert take(take_over=True).left_behind


def test_a_lock_nobody_can_read_is_taken_over(take, path):
    lock_path(path).write_text("%!")
    assert not take().left_behind


def test_a_lock_without_a_moment_still_names_who_has_it(take, path):
    left_by(path, since="lately")
    with pytest.raises(AlreadyOpen, match=r"^sam on OFFICE has this file open"):
        take()


def test_somebody_without_a_name_may_open_a_file_too(take, path, monkeypatch):
    def nobody():
        raise OSError("no name")

    monkeypatch.setattr(getpass, "getuser", nobody)
    monkeypatch.setattr(platform, "node", lambda: "")
    assert str(Opener.here(NOW)) == "somebody on this computer since 10:30 on 21 May 2026"


def test_a_lock_taken_away_while_we_reached_for_it_is_made_anew(take, path, monkeypatch):
    answers = iter([False, True])
    real = lock._still_there
    monkeypatch.setattr(lock, "_still_there", lambda file, beside: next(answers) and real(file, beside))
    take()
    assert Opener.from_bytes(lock_path(path).read_bytes()) == Opener.here(NOW)


def test_a_lock_that_is_gone_is_not_the_one_we_hold(take, path):
    held = take()
    assert lock._still_there(held._file, lock_path(path))
    lock_path(path).unlink()
    assert not lock._still_there(held._file, lock_path(path))


def test_a_drive_that_cannot_hold_files_does_without(take, path, monkeypatch):
    fcntl = pytest.importorskip("fcntl", reason="Windows holds files in another way")

    def cannot(*_args):
        raise OSError(os.strerror(95))

    monkeypatch.setattr(fcntl, "flock", cannot)
    take()
