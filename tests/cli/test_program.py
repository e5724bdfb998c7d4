"""The real program, started as people start it, on the example household."""

import os
import subprocess
import sys

import pytest

from pa_manager.cli.words import PASSWORD as VARIABLE
from tests.cli.clerk import SPRING


def start(*words, **environment):
    """Start the program with these words; return what came of it."""
    return subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-m", "pa_manager", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """The folder of the example, and what was said when it was made."""
    folder = tmp_path_factory.mktemp("example")
    made = start("example", "--to", folder, **{VARIABLE: "tulips"})
    assert made.returncode == 0, made.stderr
    return folder, made


def test_the_example_closes_at_2582_21(example):
    folder, made = example
    assert made.stdout.splitlines()[-1] == "Closing balance £2,582.21, difference £0.00."
    assert not made.stderr
    assert (folder / "example.pam").exists()
    assert (folder / "return.pdf").read_bytes().startswith(b"%PDF")


def test_a_word_about_the_file_is_obeyed(example):
    shown = start("return", "--in", example[0] / "example.pam", *SPRING, "--json", **{VARIABLE: "tulips"})
    assert (shown.returncode, shown.stderr) == (0, "")
    assert '"closing": "2582.21"' in shown.stdout


def test_what_is_wrong_is_one_sentence_and_no_traceback(example):
    refused = start("todo", "--in", example[0] / "example.pam", **{VARIABLE: "roses"})
    assert (refused.returncode, refused.stdout) == (1, "")
    assert len(refused.stderr.splitlines()) == 1
    assert "password" in refused.stderr


def test_wrong_usage_is_2():
    assert start("return").returncode == 2
