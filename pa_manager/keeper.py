"""Keeps the file that is open: makes it, opens it, furnishes the window with it, closes it with a backup."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Final

from pa_manager import demo
from pa_manager.door.model import Keeper, OpenElsewhere
from pa_manager.door.report import RecoveryPage, recovery_pdf
from pa_manager.file.backups import BackupNotMade
from pa_manager.file.lock import AlreadyOpen
from pa_manager.file.opening import OpenFile, create_file, look_at, open_file
from pa_manager.file.running import Runner
from pa_manager.furnish import furnish
from pa_manager.holder.model import NoHolderYet
from pa_manager.holder.operations import find_holder, keep_holder, list_people_here
from pa_manager.shell.desk import Desk, QtDesk
from pa_manager.shell.window import Window
from pa_manager.values.clock import LONDON
from pa_manager.values.days import said
from pa_manager.values.tasks import Place

EXAMPLE_NOW: Final = datetime.combine(demo.TODAY, time(9, 30), LONDON).astimezone(UTC)
"""The moment in which the example lives."""


class FileKeeper:
    """Holds at most one open file, and the window that shows it."""

    def __init__(
        self,
        window: Window,
        door: Keeper,
        *,
        now: Callable[[], datetime],
        desk: Desk | None = None,
    ) -> None:
        self._window = window
        self._door = door
        self._now = now
        self._desk = desk or QtDesk(window)
        self._open: OpenFile | None = None

    @property
    def path(self) -> Path | None:
        """Where the open file is; nothing if none is, or it is kept nowhere."""
        return self._open.path if self._open else None

    def look_at(self, path: Path) -> None:
        """Raise what is wrong with a file, as far as can be told without a password."""
        look_at(path)

    def make(self, path: Path, *, for_whom: str, password: str) -> str:
        """Make a file for somebody and open it; return its recovery code."""
        self.shut()
        self._open, code = create_file(path, password=password, now=self._now())
        Runner(self._open, self._now).run(keep_holder, name=for_whom)
        return code

    def open(self, path: Path, *, password: str, recovery_code: str, take_over: bool) -> None:
        """Open a file by its password or its recovery code.

        Raises:
            OpenElsewhere: It is open on another computer, but may be taken over.
            UserError: It does not open, and why.
        """
        self.shut()
        try:
            self._open = open_file(
                path, now=self._now(), password=password, recovery_code=recovery_code, take_over=take_over
            )
        except AlreadyOpen as error:
            if error.may_be_left_behind:
                raise OpenElsewhere(str(error)) from error
            raise

    def enter(self) -> None:
        """Furnish the window with the file that is open. Where there may be several, it asks who is here."""
        if self._open is not None:
            runner = self._furnish(self._open, self._now)
            if len(runner.read(list_people_here, today=self._now().astimezone(LONDON).date())) > 1:
                self._window.go_to(Place("holder", screen="keyboard"))

    def show_example(self) -> None:
        """Tell the example household in memory, and furnish the window with it."""
        self.shut()
        self._open = open_file(None, now=EXAMPLE_NOW)
        demo.tell(Runner(self._open, lambda: EXAMPLE_NOW))
        self._furnish(self._open, lambda: EXAMPLE_NOW)
        self._window.say(f"This is the example. It lives on {said(demo.TODAY)}, and is kept nowhere.")

    def opens_with(self, password: str) -> bool:
        """Return whether this is the password of the file that is open."""
        return self._open is not None and self._open.opens_with(password)

    def change_password(self, password: str) -> None:
        """Have the file that is open open with this password from now on."""
        if self._open is not None:
            self._open.change_password(password)

    def new_recovery_code(self) -> str:
        """Return a new recovery code for the file that is open."""
        return self._open.new_recovery_code() if self._open is not None else ""

    def print_code(self, code: str) -> None:
        """Let the user print a recovery code, on a page that says what it is for."""
        if self._open is None or self._open.path is None:
            return
        page = RecoveryPage(
            for_whom=self._whose(Runner(self._open, self._now)),
            file_name=self._open.path.name,
            code=code,
            made_on=self._now().astimezone(LONDON).date(),
        )
        self._desk.print_pdf("Recovery code", recovery_pdf(page))

    def shut(self) -> str:
        """Close the file that is open, with a backup; return what is to be said if that could not be made."""
        opened, self._open = self._open, None
        if opened is None:
            return ""
        try:
            opened.close(now=self._now())
        except BackupNotMade as error:
            return str(error)
        return ""

    def _furnish(self, opened: OpenFile, now: Callable[[], datetime]) -> Runner:
        runner, window = Runner(opened, now), self._window
        window.furnish(self._whose(runner), undo=runner.undo, redo=runner.redo)
        furnish(
            window,
            runner,
            now=now,
            desk=self._desk,
            keeper=self._door,
        )
        return runner

    def _whose(self, runner: Runner) -> str:
        try:
            return runner.read(find_holder).name
        except NoHolderYet:
            return self._open.path.stem if self._open and self._open.path else ""
