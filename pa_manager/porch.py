"""The way in: the door, the menu of whole files, and what is known before the database is imported."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings

from pa_manager.door.model import Keeper, RecentFile, recent_from_text, recent_to_text, with_newest, without
from pa_manager.door.presenter.first import DoorPresenter
from pa_manager.door.screen.choosing import QtChooser
from pa_manager.door.screen.first import DoorScreen
from pa_manager.shell.window import Window
from pa_manager.values.clock import LONDON
from pa_manager.values.tasks import Place

if TYPE_CHECKING:
    from pa_manager.keeper import FileKeeper


def enter(window: Window, settings: QSettings, *, now: Callable[[], datetime]) -> LateKeeper:
    """Build the window and show the way in; return the keeper of the files."""
    window.build()
    keeper = LateKeeper(window, settings, now=now)
    window.installEventFilter(_CloseWatch(window, keeper))
    _lay_menu(window, keeper)
    keeper.show_door()
    return keeper


def _lay_menu(window: Window, keeper: LateKeeper) -> None:
    """Put what is done with a whole file into the File menu."""
    window.only_with_file(
        window.add_act(
            window.file_menu,
            "&Password and recovery code",
            lambda: window.go_to(Place("door", screen="keys")),
            name="keys of the file",
        ),
        window.add_act(
            window.file_menu,
            "&Who is at the keyboard",
            lambda: window.go_to(Place("holder", screen="keyboard")),
            name="keyboard",
        ),
        window.add_act(window.file_menu, "&Close this file", keeper.leave_file, "Ctrl+W", name="close file"),
    )


class LateKeeper(Keeper):
    """Knows at once which files were open before; whatever needs the database it passes on, importing it then."""

    def __init__(self, window: Window, settings: QSettings, *, now: Callable[[], datetime]) -> None:
        self._window = window
        self._settings = settings
        self._now = now
        self._keeper: FileKeeper | None = None

    def wake(self) -> None:
        """Import what will be needed, while the user reads the first screen."""
        threading.Thread(target=_import_the_rest, daemon=True).start()

    def show_door(self) -> DoorScreen:
        """Show the way in, and return it."""
        chooser = QtChooser(self._window)
        door = DoorScreen(lambda view: DoorPresenter(view, self, chooser), chooser)
        self._window.show_door(door)
        return door

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
            self._remember(
                with_newest(self.recent(), RecentFile(path=path, opened_on=self._now().astimezone(LONDON).date()))
            )
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

    def leave_file(self) -> None:
        """Close the file that is open, with a backup, and show the way in, with what is to be said of it."""
        problem = self.shut()
        self.show_door().show_problem(problem)

    def shut(self) -> str:
        """Close the file that is open, if there is one; return what is to be said if no backup could be made."""
        return self._keeper.shut() if self._keeper is not None else ""

    @property
    def _real(self) -> FileKeeper:
        if self._keeper is None:
            from pa_manager.keeper import FileKeeper

            self._keeper = FileKeeper(self._window, self, now=self._now)
        return self._keeper

    def _remember(self, files: Sequence[RecentFile]) -> None:
        self._settings.setValue("recent", recent_to_text(files))


class _CloseWatch(QObject):
    """Closes the file before the window closes. If that did not go well the window stays, and says so."""

    def __init__(self, window: Window, keeper: LateKeeper) -> None:
        super().__init__(window)
        self._keeper = keeper

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Close and (problem := self._keeper.shut()):
            self._keeper.show_door().show_problem(problem)
            event.ignore()
            return True
        return False


def _import_the_rest() -> None:
    import pa_manager.keeper  # noqa: F401
