"""From words to an exit code. The file is closed, and backed up, whatever happens."""

import subprocess
import sys
from errno import ENOSPC

import pytest

from pa_manager import cli
from pa_manager.cli import doing
from pa_manager.cli.words import PASSWORD as VARIABLE
from pa_manager.file import opening
from pa_manager.file.backups import BackupNotMade, copies
from pa_manager.file.opening import open_file
from tests.cli.clerk import PASSWORD, SPRING, TODAY_NOW
from tests.spending.household import SAMPLES


def raising(error):
    def act(*_words, **_more):
        raise error

    return act


def test_the_password_is_asked_for_by_the_name_of_the_file(jean):
    assert jean.of("todo") == 0
    assert jean.asked == ["Password of jean.pam: "]


def test_the_password_may_be_in_the_environment(jean, monkeypatch):
    monkeypatch.setenv(VARIABLE, PASSWORD)
    assert jean.of("todo") == 0
    assert not jean.asked


def test_a_wrong_password_is_told_in_one_sentence(jean):
    jean.password = "guess"
    assert jean.of("todo") == 1
    assert "password" in jean.problem.casefold()
    assert "\n" not in jean.problem
    assert not jean.said
    assert jean.is_free()


def test_where_nobody_can_be_asked_that_is_told(jean, monkeypatch):
    monkeypatch.setattr(jean, "_answer", raising(EOFError()))
    assert jean.of("todo") == 1
    assert VARIABLE in jean.problem


@pytest.mark.parametrize(
    ("name", "says"), [("nowhere.pam", "no longer in that place"), (".", "is a folder"), ("notes.pam", "not a PA")]
)
def test_what_is_no_file_of_ours_is_told_before_the_password_is_asked_for(clerk, name, says):
    (clerk.folder / "notes.pam").write_text("My notes, not a file of the program. " * 1000)
    assert clerk.type("todo", "--in", clerk.folder / name) == 1
    assert says in clerk.problem
    assert not clerk.asked


def test_a_file_that_somebody_has_open_is_left_alone(jean):
    opened = open_file(jean.file, password=PASSWORD, now=TODAY_NOW)
    assert jean.of("todo") == 1
    assert "has this file open" in jean.problem
    opened.close(now=TODAY_NOW)
    assert jean.of("todo") == 0


def test_the_file_is_closed_with_a_backup(jean):
    before = copies(jean.file)
    assert jean.bring_in("layouts/lloyds.csv") == 0
    assert len(copies(jean.file)) == len(before) + 1
    assert jean.is_free()


@pytest.mark.parametrize("words", [("reconcile", *SPRING, "--opening", "1", "--closing", "2"), ("check",)])
def test_the_file_is_closed_after_a_refusal(jean, words):
    assert jean.of(*words) == 1
    assert jean.problem.endswith(".")
    assert jean.is_free()


def test_a_backup_that_cannot_be_made_is_told_after_the_answer(jean, monkeypatch):
    monkeypatch.setattr(opening, "back_up", raising(BackupNotMade("No backup could be made.")))
    assert jean.of("todo") == 1
    assert jean.said
    assert jean.problem == "No backup could be made."
    assert jean.is_free()


def test_of_two_things_gone_wrong_the_first_is_told(jean, monkeypatch):
    monkeypatch.setattr(opening, "back_up", raising(BackupNotMade("No backup could be made.")))
    assert jean.of("check") == 1
    assert jean.problem.startswith("There is no return to check")
    assert jean.is_free()


@pytest.mark.parametrize(
    ("error", "says"),
    [(KeyboardInterrupt(), "Stopped."), (OSError(ENOSPC, "No space left on device"), "No space left on device")],
)
def test_being_stopped_leaves_no_traceback_and_no_lock(jean, monkeypatch, error, says):
    monkeypatch.setattr(doing, "todo", raising(error))
    assert jean.of("todo") == 1
    assert says in jean.problem
    assert jean.is_free()


def test_nobody_listening_is_no_error(jean):
    words = ["todo", "--in", str(jean.file)]
    way = {"now": lambda: TODAY_NOW, "tell_example": raising(AssertionError), "ask_password": lambda _words: PASSWORD}
    assert cli.obey(words, say=raising(BrokenPipeError()), **way) == 0
    assert jean.is_free()


def test_an_answer_that_nobody_reads_to_its_end_is_no_error(jean, monkeypatch):
    """As in ``pa_manager todo | head -1``."""
    bank_file = SAMPLES / "nasty/n29a_overlap_no_balance_first.csv"
    script = (
        "import sys; from datetime import datetime, UTC; from pa_manager import cli\n"
        f"words = ['import', {str(bank_file)!r}, '--in', {str(jean.file)!r}]\n"
        "sys.exit(cli.obey(words, now=lambda: datetime(2026, 6, 10, 9, tzinfo=UTC), tell_example=print,\n"
        "    say=lambda line: sys.stdout.write(line * 9999), ask_password=input))"
    )
    monkeypatch.setenv(VARIABLE, PASSWORD)
    words = [sys.executable, "-c", script]
    running = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603 -- our own script
    running.stdout.read(1)
    running.stdout.close()
    with running.stderr as errors:
        assert errors.read() == b""
    assert running.wait() == 0
