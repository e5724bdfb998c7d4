"""Asks the program without a window, as a person at a terminal would."""

import json
from pathlib import Path

from pa_manager import cli
from pa_manager.file.opening import create_file, open_file
from pa_manager.file.running import Runner
from tests.conftest import NOW
from tests.spending.household import SAMPLES

PASSWORD = "a quiet spring"
TODAY_NOW = NOW.replace(month=6, day=10)
SPRING = ("--first", "1 4 2026", "--last", "8 6 2026")


def tell_nothing(_runner):
    """Tell of nobody."""


class Clerk:
    """Types words, and holds what came of the last of them."""

    def __init__(self, folder, capsys, *, tell_example=tell_nothing):
        self.folder = folder
        self.file = folder / "jean.pam"
        self.password = PASSWORD
        self.asked = []
        self._capsys = capsys
        self._tell_example = tell_example

    def make(self, *tell):
        opened, _code = create_file(self.file, password=PASSWORD, now=TODAY_NOW)
        try:
            for act in tell:
                act(Runner(opened, lambda: TODAY_NOW))
        finally:
            opened.close(now=TODAY_NOW)
        return self

    def type(self, *words):
        """Type these words; return the exit code."""
        lines = []
        code = cli.obey(
            [str(word) for word in words],
            now=lambda: TODAY_NOW,
            tell_example=self._tell_example,
            say=lines.append,
            ask_password=self._answer,
        )
        self.said, self.problem = "\n".join(lines), self._capsys.readouterr().err.strip()
        return code

    def of(self, command, *words):
        """Type a command about the file, with words after it; return the exit code."""
        return self.type(command, "--in", self.file, *words)

    def figures(self, command, *words):
        """Return what a command about the file answers in JSON. It has to be done."""
        assert self.of(command, "--json", *words) == 0, self.problem
        return json.loads(self.said)

    def bring_in(self, name, *words):
        """Import a sample; return the exit code."""
        return self.of("import", SAMPLES / name, *words)

    def look(self, query, **more):
        """Return what a query finds in the file."""
        opened = open_file(self.file, password=PASSWORD, now=TODAY_NOW)
        found = Runner(opened, lambda: TODAY_NOW).read(query, **more)
        opened.close(now=TODAY_NOW)
        return found

    def is_free(self):
        """Return whether the lock of the file was given back."""
        return not Path(f"{self.file}.open").exists()

    def _answer(self, words):
        self.asked.append(words)
        return self.password
