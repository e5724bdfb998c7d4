"""Running what a form asks for, and saying what came of it."""

from collections.abc import Callable, Mapping
from typing import Protocol

from pa_manager.values.errors import UserError


class FormView(Protocol):
    """What is asked of every widget that has forms."""

    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...


def keep(view: FormView, run: Callable[[], object], result: str) -> bool:
    """Run what a form asks for and close it; if it cannot be, say why in the form. Return whether it was."""
    try:
        run()
    except UserError as error:
        view.show_form_problem(str(error))
        return False
    view.close_form()
    view.show_result(result)
    return True


def do(view: FormView, run: Callable[[], object], result: str) -> bool:
    """Run what a button asks for, and say what came of it. Return whether it could be."""
    try:
        run()
    except UserError as error:
        view.show_problem(str(error))
        return False
    view.show_result(result)
    return True
