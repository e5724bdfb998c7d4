"""Fixtures for reading the program as a screen reader does.

Where the display or the reader is missing the tests are skipped, and say what to install. With
``PA_MANAGER_MUST_READ=1`` in the environment they fail instead: so the build cannot skip them unseen.
"""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from tests.atspi.program import Display, Program, what_is_missing

Start = Callable[..., Program]


def a_display() -> Iterator[Display]:
    """Yield a display that nobody sees, with a bus of its own."""
    if missing := what_is_missing():
        if os.environ.get("PA_MANAGER_MUST_READ"):
            pytest.fail(missing)
        pytest.skip(missing)
    display = Display()
    yield display
    display.close()


@pytest.fixture(scope="session")
def display() -> Iterator[Display]:
    """The display that the tests of the pieces share."""
    yield from a_display()


@pytest.fixture
def start(display: Display) -> Iterator[Start]:
    """Starts a program with Python, and ends it with the test."""
    running: list[Program] = []

    def start(arguments: Sequence[str], name: str, environment: Mapping[str, str] | None = None) -> Program:
        together = {"PYTHONPATH": str(Path.cwd()), **(environment or {})}
        running.append(Program(display, [sys.executable, *arguments], name, together))
        return running[-1]

    yield start
    for program in running:
        program.close()


@pytest.fixture(scope="session")
def sample(display: Display) -> Iterator[Program]:
    """The sample program, read by many tests."""
    program = Program(
        display, [sys.executable, "-m", "tests.atspi.sample_app"], "PA Manager", {"PYTHONPATH": str(Path.cwd())}
    )
    yield program
    program.close()
