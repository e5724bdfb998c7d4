"""Killed at any moment, the file opens and holds whole operations only."""

import os
import subprocess
import sys

import pytest

TIMES = 200


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the writing program is forked, which Windows cannot")
def test_a_file_survives_every_kill(tmp_path):
    done = subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-W", "error", "-m", "tests.file.killing", str(tmp_path), str(TIMES), "2026"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > TIMES, "it was nearly always killed before it had done anything"
