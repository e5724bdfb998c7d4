"""Fixtures of the tests of the program without a window."""

import pytest

from pa_manager.cli.words import PASSWORD
from pa_manager.file import keys
from pa_manager.file.keys import Effort
from tests.cli.clerk import Clerk
from tests.spending.household import open_the_account


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Have passwords stretched as little as Argon2id allows, and none taken from the environment."""
    monkeypatch.setattr(keys, "EFFORT", Effort(memory_kib=32, rounds=1, lanes=4))
    monkeypatch.delenv(PASSWORD, raising=False)


@pytest.fixture
def clerk(tmp_path, capsys):
    return Clerk(tmp_path, capsys)


@pytest.fixture
def jean(clerk):
    """A file that holds nothing but an account of Jean's, opened with £1,842.17."""
    return clerk.make(open_the_account)
