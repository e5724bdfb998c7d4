"""Fixtures of the tests of the door."""

from tests.shell.conftest import looks  # noqa: F401 -- the looks of the program
