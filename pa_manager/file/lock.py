"""Who has a holder's file open. A small file beside it names the person and the computer.

While the file is open, the system itself holds that small file for us, and lets go if the program dies:
so one that was left behind on this computer is known for what it is.
"""

from __future__ import annotations

import errno
import getpass
import json
import os
import platform
import sys
from dataclasses import dataclass
from datetime import datetime
from io import BufferedRandom
from pathlib import Path

from pa_manager.values.clock import LONDON
from pa_manager.values.days import said
from pa_manager.values.errors import UserError

if sys.platform == "win32":  # pragma: no cover -- each system has its own way
    import msvcrt
else:
    import fcntl

_FAR_OUT = 1 << 20
"""Windows locks bytes: one behind the words, so that others can still read them."""

_HELD_BY_ANOTHER = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class AlreadyOpen(UserError):
    """Somebody has the file open.

    Attributes:
        may_be_left_behind: It was opened on another computer, which may have been switched off since: the user
            may know, and may take the file over.
    """

    def __init__(self, message: str, *, may_be_left_behind: bool) -> None:
        super().__init__(message)
        self.may_be_left_behind = may_be_left_behind


@dataclass(frozen=True, slots=True)
class Opener:
    """Who has a file open, where, and since when."""

    who: str
    computer: str
    since: str

    @classmethod
    def here(cls, now: datetime) -> Opener:
        """Return the person at this computer."""
        try:
            who = getpass.getuser()
        except (OSError, KeyError):
            who = "somebody"
        return cls(who, platform.node() or "this computer", now.astimezone(LONDON).isoformat())

    @classmethod
    def from_bytes(cls, text: bytes) -> Opener | None:
        """Return who wrote a lock, or nothing if that cannot be read."""
        try:
            found = json.loads(text)
            return cls(str(found["who"]), str(found["computer"]), str(found["since"]))
        except (ValueError, KeyError, TypeError):
            return None

    def to_bytes(self) -> bytes:
        """Return what is written into a lock."""
        return json.dumps({"who": self.who, "computer": self.computer, "since": self.since}).encode()

    def __str__(self) -> str:
        """Return them in words: "rowena on KITCHEN since 9:30 on 21 May 2026"."""
        try:
            moment = datetime.fromisoformat(self.since)
        except ValueError:
            return f"{self.who} on {self.computer}"
        return f"{self.who} on {self.computer} since {moment:%H:%M} on {said(moment.date())}"


class Lock:
    """Held for as long as a file is open.

    Attributes:
        left_behind: Whether the program died, or the power went, when the file was open before.
    """

    def __init__(self, path: Path, file: BufferedRandom, *, left_behind: bool) -> None:
        self._path = path
        self._file = file
        self.left_behind = left_behind

    @classmethod
    def take(cls, path: Path, *, now: datetime, take_over: bool = False) -> Lock:
        """Take the lock of a holder's file.

        Raises:
            AlreadyOpen: Somebody else has it, or may have it.
            OSError: Nothing may be written beside the file.
        """
        beside = lock_path(path)
        while True:
            file = os.fdopen(os.open(beside, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600), "r+b")
            free = _hold(file)
            other = Opener.from_bytes(file.read())
            here = Opener.here(now)
            if not free:
                file.close()
                raise AlreadyOpen(
                    f"{other or 'Somebody'} has this file open. Close it there first.", may_be_left_behind=False
                )
            if other and other.computer != here.computer and not take_over:
                file.close()
                raise AlreadyOpen(
                    f"{other} has this file open, or that computer was switched off before it was closed."
                    " Close it there first.",
                    may_be_left_behind=True,
                )
            if _still_there(file, beside):
                break
            file.close()
        file.seek(0)
        file.truncate()
        file.write(here.to_bytes())
        file.flush()
        return cls(beside, file, left_behind=other is not None)

    def give_back(self) -> None:
        """Let others open the file."""
        if sys.platform == "win32":  # pragma: no cover -- Windows removes no file that is open
            self._file.close()
            self._path.unlink(missing_ok=True)
        else:
            self._path.unlink(missing_ok=True)
            self._file.close()

    def give_up(self) -> None:
        """Let others open the file, which we did not: if it was left behind, the next must still see that."""
        if self.left_behind:
            self._file.close()
        else:
            self.give_back()


def lock_path(path: Path) -> Path:
    """Return where the lock of a file is."""
    return path.with_name(f"{path.name}.open")


def _hold(file: BufferedRandom) -> bool:
    """Have the system hold the file for us; return whether nobody else has it so."""
    try:
        if sys.platform == "win32":  # pragma: no cover
            file.seek(_FAR_OUT)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _HELD_BY_ANOTHER  # some network drives cannot hold files: then the words must do
    finally:
        file.seek(0)
    return True


def _still_there(file: BufferedRandom, path: Path) -> bool:
    """Return whether the file we hold is still the one beside: its owner may have taken it away meanwhile."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
