"""A keeper of files on paper: it makes and opens files that exist only in its memory."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pa_manager.door.model import OpenElsewhere, RecentFile
from pa_manager.values.errors import UserError

CODE = "ZT8DE-MZYVF-K94B8-2ARYV-FZG0Y"
FOLDER = Path("/home/rowena/Documents")
JEAN = RecentFile(path=FOLDER / "Jean Pellow.pam", opened_on=date(2026, 5, 20))
TOM = RecentFile(path=Path("/media/stick") / "Tom Trevena.pam", opened_on=date(2026, 4, 2))


class Refused(UserError):
    """What the real keeper would say no to."""


@dataclass
class PaperKeeper:
    """Remembers what it was asked to do."""

    files: dict[Path, str] = field(default_factory=dict)
    listed: list[RecentFile] = field(default_factory=list)
    elsewhere: bool = False
    broken: str = ""
    printer: bool = True
    opened: Path | None = None
    inside: str = ""
    printed: list[str] = field(default_factory=list)

    def recent(self):
        return tuple(self.listed)

    def forget(self, path):
        self.listed = [file for file in self.listed if file.path != path]

    def look_at(self, path):
        if path not in self.files:
            raise Refused(f"{path.name} is no longer in that place.")

    def make(self, path, *, for_whom, password):
        self._work()
        if path in self.files:
            raise Refused(f"There is something called {path.name} in that place already.")
        self.files[path] = password
        self.opened = path
        return CODE

    def open(self, path, *, password="", recovery_code="", take_over=False):
        if self.elsewhere and not take_over:
            raise OpenElsewhere("sam on OFFICE has this file open.")
        if self.files[path] != password and recovery_code != CODE:
            raise Refused("That password does not open this file.")
        self.opened = path

    def enter(self):
        self.inside = self.opened.stem

    def show_example(self):
        self._work()
        self.inside = "the example"

    def opens_with(self, password):
        return self.files[self.opened] == password

    def change_password(self, password):
        self._work()
        self.files[self.opened] = password

    def new_recovery_code(self):
        self._work()
        return CODE

    def print_code(self, code):
        if not self.printer:
            raise Refused("There is no printer.")
        self.printed.append(code)

    def _work(self):
        if self.broken:
            raise Refused(self.broken)


class PaperChooser:
    """Chooses what it was told to."""

    def __init__(self, file: Path | None = None, folder: Path | None = None) -> None:
        self.file, self.folder = file, folder

    def usual_folder(self):
        return FOLDER

    def choose_file(self):
        return self.file

    def choose_folder(self, start):
        return self.folder
