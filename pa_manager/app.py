"""Starts the program: with a window, painted before the database is imported, or without one. It asks the clock."""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication

from pa_manager.door.model import (
    ENDING,
    Keeper,
    RecentFile,
    recent_from_text,
    recent_to_text,
    with_newest,
    without,
)
from pa_manager.door.presenter.first import DoorPresenter
from pa_manager.door.screen.choosing import QtChooser
from pa_manager.door.screen.first import DoorScreen
from pa_manager.shell import theme
from pa_manager.shell.window import PROGRAM, Window
from pa_manager.values.clock import LONDON
from pa_manager.values.tasks import Place

if TYPE_CHECKING:
    from pa_manager.keeper import FileKeeper

PAINTED: Final = "PA_MANAGER_PAINTED"
"""Set in the environment by those who measure: say when the first window is painted, and leave."""


def start(arguments: Sequence[str]) -> int:
    """Do what the words ask; without words, show the window until it is closed. Return the exit code."""
    if arguments and not arguments[0].startswith("-") and Path(arguments[0]).suffix != ENDING:
        return _obey(arguments)
    asked = _parser().parse_args(arguments)
    application = QApplication(sys.argv[:1])
    application.setOrganizationName(PROGRAM)
    application.setApplicationName(PROGRAM)
    settings = QSettings()
    window = Window(theme=theme.put_on(application, settings))
    keeper = LateKeeper(window, settings)
    door = show_door(window, keeper)
    if PAINTED in os.environ:
        window.installEventFilter(_PaintWatch(window))
    window.installEventFilter(_CloseWatch(window, keeper))
    _lay_menu(window, keeper)
    window.show()
    window.activateWindow()  # where no window manager does it, keys would go nowhere
    if asked.example:
        keeper.show_example()
    elif asked.file:
        door.ask_for(asked.file)
    else:
        threading.Thread(target=keeper.wake, daemon=True).start()
    application.aboutToQuit.connect(keeper.shut)
    return application.exec()


def show_door(window: Window, keeper: Keeper) -> DoorScreen:
    """Show the way in, and return it."""
    chooser = QtChooser(window)
    door = DoorScreen(lambda view: DoorPresenter(view, keeper, chooser), chooser)
    window.show_door(door)
    return door


def _lay_menu(window: Window, keeper: LateKeeper) -> None:
    """Put what is done with a whole file into the File menu."""
    window.only_with_file(
        window.add_act(
            window.file_menu,
            "&Password and recovery code",
            lambda: window.go_to(Place("door", screen="keys")),
            name="keys of the file",
        ),
        window.add_act(window.file_menu, "&Close this file", keeper.leave_file, "Ctrl+W", name="close file"),
    )


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def today() -> date:
    """Return the day it is in the United Kingdom. Asked anew each time: the window may be open over midnight."""
    return now().astimezone(LONDON).date()


class LateKeeper(Keeper):
    """Knows at once which files were open before; whatever needs the database it passes on, importing it then."""

    def __init__(self, window: Window, settings: QSettings) -> None:
        self._window = window
        self._settings = settings
        self._keeper: FileKeeper | None = None

    def wake(self) -> None:
        """Import what will be needed, while the user reads the first screen."""
        import pa_manager.keeper  # noqa: F401

    def recent(self) -> Sequence[RecentFile]:
        """Return the files opened before, the newest first."""
        return recent_from_text(str(self._settings.value("recent", "")))

    def forget(self, path: Path) -> None:
        """Take a file off that list. The file itself is not touched."""
        self._remember(without(self.recent(), path))

    def look_at(self, path: Path) -> None:
        """Raise what is wrong with a file, as far as can be told without a password."""
        self._real.look_at(path)

    def make(self, path: Path, *, for_whom: str, password: str) -> str:
        """Make a file and open it; return its recovery code."""
        return self._real.make(path, for_whom=for_whom, password=password)

    def open(self, path: Path, *, password: str = "", recovery_code: str = "", take_over: bool = False) -> None:
        """Open a file. ``OpenElsewhere`` asks whether it may be taken over."""
        self._real.open(path, password=password, recovery_code=recovery_code, take_over=take_over)

    def enter(self) -> None:
        """Go into the file that is open: the door is shut behind the user."""
        if path := self._real.path:
            self._remember(with_newest(self.recent(), RecentFile(path=path, opened_on=today())))
        self._real.enter()

    def show_example(self) -> None:
        """Go into the example, which is kept nowhere."""
        self._real.show_example()

    def opens_with(self, password: str) -> bool:
        """Return whether this is the password of the file that is open."""
        return self._real.opens_with(password)

    def change_password(self, password: str) -> None:
        """Have the file that is open open with this password from now on."""
        self._real.change_password(password)

    def new_recovery_code(self) -> str:
        """Return a new recovery code for the file that is open; the one before opens it no more."""
        return self._real.new_recovery_code()

    def print_code(self, code: str) -> None:
        """Let the user print a recovery code, on a page that says what it is for."""
        self._real.print_code(code)

    def leave_file(self) -> bool:
        """Close the file that is open, with a backup, and show the way in; return whether all went well."""
        problem = self._keeper.shut() if self._keeper is not None else ""
        door = show_door(self._window, self)
        door.show_problem(problem)
        return not problem

    def shut(self) -> None:
        """Close the file that is open, if there is one. Nobody is there any more to be told how it went."""
        if self._keeper is not None:
            self._keeper.shut()

    @property
    def _real(self) -> FileKeeper:
        if self._keeper is None:
            from pa_manager.keeper import FileKeeper

            self._keeper = FileKeeper(self._window, self, now=now)
        return self._keeper

    def _remember(self, files: Sequence[RecentFile]) -> None:
        self._settings.setValue("recent", recent_to_text(files))


class _CloseWatch(QObject):
    """Closes the file before the window closes. If that did not go well the window stays, and says so."""

    def __init__(self, window: Window, keeper: LateKeeper) -> None:
        super().__init__(window)
        self._keeper = keeper

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Close and not self._keeper.leave_file():
            event.ignore()
            return True
        return False


class _PaintWatch(QObject):
    """Says on standard output when a window was painted for the first time, then ends the program."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            sys.stdout.write("painted\n")
            sys.stdout.flush()
            watched.removeEventFilter(self)
            QApplication.exit(0)
            os._exit(0)
        return False


def _obey(words: Sequence[str]) -> int:
    import getpass

    from pa_manager import cli, demo

    return cli.obey(
        words,
        now=now,
        tell_example=demo.tell,
        say=lambda line: sys.stdout.write(f"{line}\n"),
        ask_password=getpass.getpass,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pa_manager",
        description="Opens the window. What it does without one: pa_manager todo --help.",
    )
    parser.add_argument("file", nargs="?", type=Path, help="the holder's file")
    parser.add_argument("--example", action="store_true", help="show the example household, which is kept nowhere")
    return parser
