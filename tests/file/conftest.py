"""Fixtures of the tests of the holder's file."""

import pytest

from pa_manager.file import keys
from pa_manager.file.keys import Effort
from pa_manager.file.opening import open_file
from pa_manager.file.running import Runner
from tests.conftest import NOW
from tests.file.scratch import with_notes


@pytest.fixture
def notes(monkeypatch) -> Runner:
    """Runs operations on a file in memory that holds two tables for tests."""
    with_notes(monkeypatch)
    return Runner(open_file(None, now=NOW), lambda: NOW)


@pytest.fixture
def quick(monkeypatch) -> None:
    """Have passwords stretched as little as Argon2id allows: the tests open many files."""
    monkeypatch.setattr(keys, "EFFORT", Effort(memory_kib=32, rounds=1, lanes=4))
