"""A file with two assistants, for every test of timesheets."""

import pytest

from pa_manager.file.running import Runner
from tests.timesheets.people import engage_all


@pytest.fixture
def staffed(runner: Runner) -> Runner:
    """Runs operations on a file with Ada and Sam, and nothing planned."""
    engage_all(runner)
    return runner
