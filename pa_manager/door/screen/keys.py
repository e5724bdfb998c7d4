"""The screen of the password and the recovery code of the file that is open."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from pa_manager.door.presenter.keys import KeysPresenter, KeysView
from pa_manager.door.screen.parts import CodeCard, new_password_fields
from pa_manager.shell.pieces.buttons import ButtonRow, PlainButton
from pa_manager.shell.pieces.fields import SecretField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.words import Card, heading, paragraph

TITLE = "Password and recovery code"
PRESENT = "Password you have now"


class KeysScreen(Screen):
    """One card for the password, one for the recovery code."""

    def __init__(self, present: Callable[[KeysView], KeysPresenter], parent: QWidget | None = None) -> None:
        super().__init__(TITLE, "Either of them opens this file. Nobody else has a copy of them.", parent)
        self._change = PlainButton("Change the password", "change password")
        self._new_code = PlainButton("Make a new recovery code", "new code")
        self._code = CodeCard()
        self._print = PlainButton("Print the code", "print code")
        self._code.hide()
        self._print.hide()
        self.add(
            self._code,
            ButtonRow(self._print),
            Card(
                heading("Password"),
                paragraph("You type it each time you open the file. Change it if somebody else knows it."),
                ButtonRow(self._change),
            ),
            Card(
                heading("Recovery code"),
                paragraph("It opens the file if the password is lost. Make a new one if the printed page is lost too."),
                ButtonRow(self._new_code),
            ),
        )
        self._presenter = present(self)
        self._change.clicked.connect(self._presenter.change_password)
        self._new_code.clicked.connect(self._presenter.new_code)
        self._print.clicked.connect(self._presenter.print_code)

    def open_change(self) -> None:
        form = FormDialog(
            self,
            "Change the password",
            "The recovery code stays as it is.",
            {"present": SecretField(PRESENT), **new_password_fields("New password")},
            keep="Change the password",
        )
        form.fields["password"].changed.connect(lambda: self._presenter.weigh(form.texts()))
        form.kept.connect(self._presenter.keep_password)
        self.open_form(form)
        self._presenter.weigh(form.texts())

    def say_strength(self, words: str) -> None:
        if self.form is not None:
            self.form.fields["password"].set_hint(words)

    def open_new_code(self) -> None:
        form = FormDialog(
            self,
            "Make a new recovery code",
            "The code on the page you printed before will open this file no more.",
            {"present": SecretField(PRESENT)},
            keep="Make the code",
        )
        form.kept.connect(self._presenter.make_code)
        self.open_form(form)

    def show_code(self, code: str) -> None:
        self._code.show_code(code)
        self._code.show()
        self._print.show()
