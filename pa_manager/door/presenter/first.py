"""The first screen, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from pa_manager.door.model import Keeper, OpenElsewhere, RecentFile, file_name, same_again, strength_of
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading

WELCOME = "Everything stays in one locked file on this computer. Nothing is sent anywhere."
WELCOME_BACK = "Pick a file you had open before, or choose another way in."


class DoorView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_recent(self, files: Sequence[RecentFile]) -> None: ...
    def allow_recent(self, allowed: bool) -> None: ...
    def open_making(self, texts: Mapping[str, str]) -> None: ...
    def say_strength(self, words: str) -> None: ...
    def show_code(self, for_whom: str, code: str) -> None: ...
    def show_code_error(self, message: str) -> None: ...
    def open_with_password(self, name: str) -> None: ...
    def open_with_code(self, name: str) -> None: ...
    def offer_take_over(self) -> None: ...
    def open_new_password(self, name: str) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...


class Chooser(Protocol):
    """Lets the user choose on the disk."""

    def usual_folder(self) -> Path: ...
    def choose_file(self) -> Path | None: ...


class DoorPresenter:
    """Leads the user into a file: a new one, one from before, or the example."""

    def __init__(self, view: DoorView, keeper: Keeper, chooser: Chooser) -> None:
        self._view = view
        self._keeper = keeper
        self._chooser = chooser
        self._picked: RecentFile | None = None
        self._path = Path()
        self._code = ""
        self.refresh()

    def refresh(self) -> None:
        """Show the files that were open before."""
        files = tuple(self._keeper.recent())
        self._view.set_lead(WELCOME_BACK if files else WELCOME)
        self.pick(None)
        self._view.show_recent(files)

    def pick(self, file: RecentFile | None) -> None:
        """Take note of the file picked: it can be opened."""
        self._picked = file
        self._view.allow_recent(file is not None)

    # A new file

    def start(self) -> None:
        """Open the form for a new file."""
        self._view.open_making({"folder": str(self._chooser.usual_folder())})

    def weigh(self, texts: Mapping[str, str]) -> None:
        """Say how strong the password is, as far as it is typed."""
        self._view.say_strength(strength_of(texts["password"], texts["for_whom"]).words)

    def make(self, texts: Mapping[str, str]) -> None:
        """Make a file and show its recovery code, or say beside each field what is wrong with it."""
        form = Reading()
        for_whom = form.required("for_whom", texts["for_whom"], "The name is missing. Type who the file is for.")
        folder = form.required("folder", texts["folder"], "The folder is missing. Choose where the file is kept.")
        password = self._new_password(form, texts)
        self._view.show_form_errors(form.errors)
        if form.errors:
            return

        def make() -> None:
            path = Path(folder).expanduser() / file_name(for_whom)
            self._code = self._keeper.make(path, for_whom=for_whom, password=password)

        if self._done(make):
            self._view.close_form()
            self._view.show_code(for_whom, self._code)

    def print_code(self) -> None:
        """Print the recovery code."""
        try:
            self._keeper.print_code(self._code)
        except UserError as error:
            self._view.show_problem(str(error))

    def go_on(self, written_down: str) -> None:
        """Go into the new file, once the recovery code is on paper."""
        if written_down:
            self._keeper.enter()
        else:
            self._view.show_code_error("The code is shown only now. Print it or write it down, then tick this box.")

    # A file that there is

    def open_other(self) -> None:
        """Let the user choose a file, and ask for its password."""
        if path := self._chooser.choose_file():
            self._ask_for_password(path)

    def open_path(self, path: Path) -> None:
        """Ask for the password of a file named when the program was started."""
        self._ask_for_password(path)

    def open_picked(self) -> None:
        """Ask for the password of the file picked."""
        if self._picked:
            self._ask_for_password(self._picked.path)

    def forget_picked(self) -> None:
        """Take the file picked off the list."""
        if self._picked:
            self._keeper.forget(self._picked.path)
            self.refresh()

    def use_code(self) -> None:
        """Ask for the recovery code instead of the password."""
        self._view.close_form()
        self._view.open_with_code(self._path.stem)

    def use_password(self) -> None:
        """Ask for the password instead of the recovery code."""
        self._view.close_form()
        self._view.open_with_password(self._path.stem)

    def open_by_password(self, texts: Mapping[str, str]) -> None:
        """Open the file by the password typed, and go in."""
        self._open(texts, "password", "The password is missing. Type it.", self._keeper.enter)

    def open_by_code(self, texts: Mapping[str, str]) -> None:
        """Open the file by the recovery code typed, and ask for a new password."""
        self._open(
            texts,
            "recovery_code",
            "The recovery code is missing. Type it from the printed page.",
            lambda: self._view.open_new_password(self._path.stem),
        )

    def keep_new_password(self, texts: Mapping[str, str]) -> None:
        """Keep the password that takes the place of the lost one. Leaving the form then leads into the file."""
        form = Reading()
        password = self._new_password(form, texts)
        self._view.show_form_errors(form.errors)
        if not form.errors and self._done(lambda: self._keeper.change_password(password)):
            self._view.close_form()

    def enter(self) -> None:
        """Go into the file, with a new password or without."""
        self._keeper.enter()

    # The example

    def show_example(self) -> None:
        """Go into the example household."""
        try:
            self._keeper.show_example()
        except UserError as error:
            self._view.show_problem(str(error))

    def _ask_for_password(self, path: Path) -> None:
        try:
            self._keeper.look_at(path)
        except UserError as error:
            self._view.show_problem(str(error))
            return
        self._path = path
        self._view.open_with_password(path.stem)

    def _open(self, texts: Mapping[str, str], secret: str, missing: str, then: Callable[[], None]) -> None:
        form = Reading()
        if not texts[secret]:
            form.errors[secret] = missing
        self._view.show_form_errors(form.errors)
        if form.errors:
            return
        try:
            self._keeper.open(
                self._path,
                password=texts.get("password", ""),
                recovery_code=texts.get("recovery_code", ""),
                take_over=bool(texts["take_over"]),
            )
        except OpenElsewhere as error:
            self._view.show_form_problem(str(error))
            self._view.offer_take_over()
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            then()

    def _new_password(self, form: Reading, texts: Mapping[str, str]) -> str:
        if not texts["password"]:
            form.errors["password"] = "The password is missing. Type one."  # noqa: S105 -- what is said of it
            return ""
        return form.field("again", lambda again: same_again(texts["password"], again), texts["again"]) or ""

    def _done(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except UserError as error:
            self._view.show_form_problem(str(error))
            return False
        return True
