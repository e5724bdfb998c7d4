"""What is known of a file from outside it, and the rules for its name, its password and its recovery code."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

from pa_manager.values.errors import UserError

ENDING: Final = ".pam"
MOST_RECENT: Final = 8
_NOT_IN_FILE_NAMES: Final = str.maketrans(dict.fromkeys('<>:"/\\|?*', " "))
_KEPT_BY_WINDOWS: Final = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_OFTEN_USED: Final = (
    "password", "passwort", "letmein", "welcome", "qwertyuiop", "qwerty", "asdfgh", "iloveyou", "admin", "dragon",
    "monkey", "football", "liverpool", "arsenal", "chelsea", "sunshine", "princess", "secret", "summer", "winter",
)  # fmt: skip
_LEAST_FAIR: Final = 8
_LEAST_STRONG: Final = 14
_LEAST_DIFFERENT: Final = 5


class OpenElsewhere(UserError):
    """The file was open on another computer, which may have been switched off since: the user may take it over."""


class NotTheSame(UserError):
    """The password was typed in two ways."""


class Strength(StrEnum):
    """How hard a password is to guess. It is said, and never stops anybody."""

    NONE = "none"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"

    @property
    def words(self) -> str:
        """What is said of it, and what would be better."""
        return {
            Strength.NONE: "Four words that you can picture are strong, and easy to remember.",
            Strength.WEAK: "This is easy to guess. More words make it stronger.",
            Strength.FAIR: "This is fair. One more word makes it strong.",
            Strength.STRONG: "This is strong.",
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentFile:
    """A file that was open before."""

    path: Path
    opened_on: date

    @property
    def name(self) -> str:
        """Whose file it is, by its name."""
        return self.path.stem

    @property
    def folder(self) -> str:
        """Where it is."""
        return str(self.path.parent)


class Keeper(Protocol):
    """Whoever keeps the files: what the door may ask. It is the program's own, and imported late.

    What goes wrong comes as a ``UserError``. One file is open at most.
    """

    def recent(self) -> Sequence[RecentFile]:
        """Return the files opened before, the newest first."""
        ...

    def forget(self, path: Path) -> None:
        """Take a file off that list. The file itself is not touched."""
        ...

    def look_at(self, path: Path) -> None:
        """Raise what is wrong with a file, as far as can be told without a password."""
        ...

    def make(self, path: Path, *, for_whom: str, password: str) -> str:
        """Make a file and open it; return its recovery code."""
        ...

    def open(self, path: Path, *, password: str = "", recovery_code: str = "", take_over: bool = False) -> None:
        """Open a file. ``OpenElsewhere`` asks whether it may be taken over."""
        ...

    def enter(self) -> None:
        """Go into the file that is open: the door is shut behind the user."""
        ...

    def show_example(self) -> None:
        """Go into the example, which is kept nowhere."""
        ...

    def opens_with(self, password: str) -> bool:
        """Return whether this is the password of the file that is open."""
        ...

    def change_password(self, password: str) -> None:
        """Have the file that is open open with this password from now on."""
        ...

    def new_recovery_code(self) -> str:
        """Return a new recovery code for the file that is open; the one before opens it no more."""
        ...

    def print_code(self, code: str) -> None:
        """Let the user print a recovery code, on a page that says what it is for."""
        ...


def file_name(for_whom: str) -> str:
    """Return the name of the file of a person, which every system can keep.

    Example: "Jean Pellow" gives "Jean Pellow.pam".
    """
    letters = "".join(letter for letter in for_whom.translate(_NOT_IN_FILE_NAMES) if letter.isprintable())
    name = " ".join(letters.split()).strip(". ")[:80].strip()
    if not name or name.partition(".")[0].casefold() in _KEPT_BY_WINDOWS:
        name = f"File of {name}".strip()
    return name + ENDING


def strength_of(password: str, for_whom: str = "") -> Strength:
    """Return how hard a password is to guess: by its length, less what a guesser tries first.

    Words in everybody's mouth, the holder's own name, and letters that repeat or follow one another count as one.
    """
    if not password:
        return Strength.NONE
    letters = password.casefold()
    for word in (*_OFTEN_USED, *for_whom.casefold().split()):
        if len(word) > 2:
            letters = letters.replace(word, word[0])
    length = sum(1 for before, now in zip(" " + letters, letters, strict=False) if abs(ord(now) - ord(before)) > 1)
    if length < _LEAST_FAIR or len(set(letters)) < _LEAST_DIFFERENT:
        return Strength.WEAK
    return Strength.STRONG if length >= _LEAST_STRONG else Strength.FAIR


def same_again(password: str, again: str) -> str:
    """Return the password that was typed twice.

    Raises:
        NotTheSame: The two are different.
    """
    if password != again:
        raise NotTheSame("This is not the same as the password above. Type it again.")
    return password


def spelled_out(code: str) -> str:
    """Return a recovery code as it is read aloud, letter by letter, group by group.

    Example: "ZT8DE-MZYVF" gives "Z T 8 D E, M Z Y V F".
    """
    return ", ".join(" ".join(group) for group in code.split("-"))


def with_newest(files: Sequence[RecentFile], newest: RecentFile) -> tuple[RecentFile, ...]:
    """Return the list with a file at its head, each file once, the oldest left out when there are many."""
    return (newest, *(file for file in files if file.path != newest.path))[:MOST_RECENT]


def without(files: Sequence[RecentFile], path: Path) -> tuple[RecentFile, ...]:
    """Return the list without a file."""
    return tuple(file for file in files if file.path != path)


def recent_to_text(files: Sequence[RecentFile]) -> str:
    """Return the list as it is kept among the settings."""
    return json.dumps([{"path": str(file.path), "opened_on": file.opened_on.isoformat()} for file in files])


def recent_from_text(text: str) -> tuple[RecentFile, ...]:
    """Return the list that was kept; none if that cannot be read."""
    try:
        return tuple(
            RecentFile(path=Path(entry["path"]), opened_on=date.fromisoformat(entry["opened_on"]))
            for entry in json.loads(text)
        )
    except (ValueError, KeyError, TypeError):
        return ()
