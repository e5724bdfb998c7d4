"""The window, furnished as the program furnishes it, with a desk on paper instead of dialogs and printers."""

from __future__ import annotations

from datetime import UTC, datetime, time

from pytestqt.qtbot import QtBot

from pa_manager import demo
from pa_manager.door.model import Keeper, RecentFile
from pa_manager.file.running import Runner
from pa_manager.furnish import furnish
from pa_manager.shell.desk import Desk
from pa_manager.shell.theme import Theme
from pa_manager.shell.voice import Voice
from pa_manager.shell.window import Window


class PaperDesk(Desk):
    """Remembers what was printed and saved, and hands out the files laid on it."""

    def __init__(self) -> None:
        self.to_open: list[tuple[str, bytes]] = []
        self.saved: dict[str, bytes] = {}
        self.printed: dict[str, bytes] = {}
        self.copied: list[str] = []
        self.reader: Voice | None = None

    def open_file(self, title: str, kinds: str) -> tuple[str, bytes] | None:
        return self.to_open.pop(0) if self.to_open else None

    def save_file(self, name: str, content: bytes) -> str | None:
        self.saved[name] = content
        return name

    def print_pdf(self, name: str, pdf: bytes) -> None:
        self.printed[name] = pdf

    def copy_text(self, text: str) -> None:
        self.copied.append(text)

    def voice(self) -> Voice | None:
        return self.reader


class PaperKeeper(Keeper):
    """Keeps a file that has a password, without there being one."""

    def __init__(self) -> None:
        self.password = "four good words"

    def recent(self) -> tuple[RecentFile, ...]:
        return ()

    def opens_with(self, password: str) -> bool:
        return password == self.password

    def change_password(self, password: str) -> None:
        self.password = password

    def new_recovery_code(self) -> str:
        return "AAAAA-BBBBB-CCCCC-DDDDD-EEEEF"


MORNING = datetime.combine(demo.TODAY, time(9, 30), UTC)


def furnished(
    qtbot: QtBot, runner: Runner, desk: Desk | None = None, now: datetime = MORNING, theme: Theme | None = None
) -> Window:
    """Return a window with every screen on offer, home first."""
    window = Window(theme=theme)
    qtbot.addWidget(window)
    window.furnish("Jean Pellow", undo=runner.undo, redo=runner.redo)
    furnish(window, runner, now=lambda: now, desk=desk or PaperDesk(), keeper=PaperKeeper())
    window.show()
    return window
