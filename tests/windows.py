"""The window, furnished as the program furnishes it, with a desk on paper instead of dialogs and printers."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from pa_manager.file.running import Runner
from pa_manager.furnish import Desk, furnish
from pa_manager.shell.window import Window
from tests.conftest import TODAY


class PaperDesk(Desk):
    """Remembers what was printed and saved, and hands out the files laid on it."""

    def __init__(self) -> None:
        self.to_open: list[tuple[str, bytes]] = []
        self.saved: dict[str, bytes] = {}
        self.printed: dict[str, bytes] = {}

    def open_file(self, title: str, kinds: str) -> tuple[str, bytes] | None:
        return self.to_open.pop(0) if self.to_open else None

    def save_file(self, name: str, content: bytes) -> str | None:
        self.saved[name] = content
        return name

    def print_pdf(self, name: str, pdf: bytes) -> None:
        self.printed[name] = pdf


def furnished(qtbot: QtBot, runner: Runner, desk: Desk | None = None, today: date = TODAY) -> Window:
    """Return a window with every screen on offer, home first."""
    window = Window(undo=runner.undo, redo=runner.redo)
    qtbot.addWidget(window)
    furnish(window, runner, today=lambda: today, desk=desk or PaperDesk())
    window.show()
    return window
