"""The screen of the password and the recovery code, without a toolkit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from pa_manager.door.model import Keeper, same_again, strength_of
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading


class KeysView(Protocol):
    """What the presenter asks of the widget."""

    def open_change(self) -> None: ...
    def say_strength(self, words: str) -> None: ...
    def open_new_code(self) -> None: ...
    def show_code(self, code: str) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class KeysPresenter:
    """Changes the password of the file that is open, and makes it a new recovery code."""

    def __init__(self, view: KeysView, keeper: Keeper) -> None:
        self._view = view
        self._keeper = keeper
        self._code = ""

    def change_password(self) -> None:
        """Ask for the password there is and the one there shall be."""
        self._view.open_change()

    def weigh(self, texts: Mapping[str, str]) -> None:
        """Say how strong the password is, as far as it is typed."""
        self._view.say_strength(strength_of(texts["password"]).words)

    def keep_password(self, texts: Mapping[str, str]) -> None:
        """Keep the new password, or say beside each field what is wrong with it."""
        form = Reading()
        self._check_present(form, texts["present"])
        if texts["password"]:
            form.field("again", lambda again: same_again(texts["password"], again), texts["again"])
        else:
            form.errors["password"] = "The new password is missing. Type one."  # noqa: S105 -- what is said of it
        self._view.show_form_errors(form.errors)
        if form.errors:
            return
        try:
            self._keeper.change_password(texts["password"])
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        self._view.close_form()
        self._view.show_result(
            "The password is changed. Backups made before today still open with the one you had before."
        )

    def new_code(self) -> None:
        """Ask for the password before a new recovery code is made."""
        self._view.open_new_code()

    def make_code(self, texts: Mapping[str, str]) -> None:
        """Make a new recovery code and show it."""
        form = Reading()
        self._check_present(form, texts["present"])
        self._view.show_form_errors(form.errors)
        if form.errors:
            return
        try:
            self._code = self._keeper.new_recovery_code()
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        self._view.close_form()
        self._view.show_code(self._code)
        self._view.show_result("This is the new recovery code. The one before opens this file no more.")

    def print_code(self) -> None:
        """Print the new recovery code."""
        try:
            self._keeper.print_code(self._code)
        except UserError as error:
            self._view.show_problem(str(error))

    def _check_present(self, form: Reading, password: str) -> None:
        if not password:
            form.errors["present"] = "The password you have now is missing. Type it."
        elif not self._keeper.opens_with(password):
            form.errors["present"] = "This is not the password of this file. Try again."
