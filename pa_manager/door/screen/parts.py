"""Parts that the screens of the door share: the recovery code, large, and the choice of a folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pa_manager.door.model import spelled_out
from pa_manager.shell.pieces.buttons import ButtonRow, PlainButton
from pa_manager.shell.pieces.fields import SecretField, TextField
from pa_manager.shell.pieces.lines import FocusLine, Line, LitFrame
from pa_manager.shell.sizes import lay


class CodeCard(LitFrame):
    """The recovery code in large letters. It can take the focus, and is then read letter by letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("calm", parent)
        self._code = FocusLine("", "figure")
        self._code.setObjectName("recovery code")
        column = QVBoxLayout(self)
        lay(column, gap=6, margins=(24, 18, 24, 20))
        column.addWidget(Line("Recovery code", "label"))
        column.addWidget(self._code)

    @property
    def code(self) -> str:
        """The code it shows."""
        return self._code.text()

    def show_code(self, code: str) -> None:
        """Show a code."""
        self._code.setText(code.replace("-", "  "))
        self._code.setAccessibleName(f"Recovery code: {spelled_out(code)}")


class FolderField(TextField):
    """A folder, typed or chosen."""

    def __init__(self, label: str, hint: str, choose: Callable[[str], Path | None]) -> None:
        super().__init__(label, hint, chars=50)
        self._choose = choose
        button = PlainButton("Choose another folder", "choose folder")
        button.clicked.connect(self._choose_another)
        self._column.addWidget(ButtonRow(button))

    def _choose_another(self) -> None:
        if folder := self._choose(self.text()):
            self.set_text(str(folder))


def new_password_fields(label: str = "Password") -> dict[str, SecretField]:
    """Return the two fields in which a password is chosen."""
    return {"password": SecretField(label), "again": SecretField(f"{label} again")}
