"""The first screen: three ways in, and the files that were open before."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pa_manager.door.model import RecentFile
from pa_manager.door.presenter.first import Chooser, DoorPresenter, DoorView
from pa_manager.door.screen.parts import CodeCard, FolderField, new_password_fields
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton, QuietButton
from pa_manager.shell.pieces.fields import SecretField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.lines import set_look
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band, Card, CardRow, heading, paragraph
from pa_manager.shell.sizes import lay, set_least
from pa_manager.values.days import said

TITLE = "PA Manager"
LOST = "If the password and the recovery code are both lost, nobody can open the file again."


class FolderChooser(Chooser, Protocol):
    """Lets the user choose on the disk, also a folder."""

    def choose_folder(self, start: str) -> Path | None:
        """Return the folder chosen, or nothing."""
        ...


class DoorScreen(Screen):
    """Three cards for the three ways in; above them, once there are some, the files opened before."""

    def __init__(
        self,
        present: Callable[[DoorView], DoorPresenter],
        chooser: FolderChooser,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(TITLE, parent=parent)
        self._chooser = chooser
        self._recent = _Recent()
        self._ways = _Ways()
        self._code = _Code()
        self._code.hide()
        self.add(self._recent, self._ways, self._code)

        self._presenter = present(self)
        self._recent.table.picked.connect(self._presenter.pick)
        self._recent.table.activated.connect(lambda _file: self._presenter.open_picked())
        self._recent.open_it.clicked.connect(self._presenter.open_picked)
        self._recent.forget.clicked.connect(self._presenter.forget_picked)
        self._ways.start.clicked.connect(self._presenter.start)
        self._ways.open_file.clicked.connect(self._presenter.open_other)
        self._ways.example.clicked.connect(self._presenter.show_example)
        self._code.print_it.clicked.connect(self._presenter.print_code)
        self._code.go_on.clicked.connect(lambda: self._presenter.go_on(self._code.written_down.text()))
        if self._recent.table.rows:
            self._recent.table.pick(self._recent.table.rows[0].path)

    def take_focus(self) -> None:
        """Bring the focus to the files opened before, so that Enter opens the last of them; else to the title."""
        if self._recent.isHidden():
            super().take_focus()
        else:
            self._recent.table.setFocus()

    def ask_for(self, path: Path) -> None:
        """Ask for the password of a file named when the program was started."""
        self._presenter.open_path(path)

    def show_recent(self, files: Sequence[RecentFile]) -> None:
        self._recent.table.set_rows(files)
        self._recent.setVisible(bool(files))
        self._ways.stand_back(bool(files))

    def allow_recent(self, allowed: bool) -> None:
        self._recent.open_it.setEnabled(allowed)
        self._recent.forget.setEnabled(allowed)

    def open_making(self, texts: Mapping[str, str]) -> None:
        form = FormDialog(
            self,
            "Start for someone",
            f"This makes one locked file for one person. {LOST}",
            {
                "for_whom": TextField("Who is it for?", "The person whose direct payment it is."),
                "folder": FolderField(
                    "Where the file is kept", "On this computer or on a memory stick.", self._chooser.choose_folder
                ),
                **new_password_fields(),
            },
            keep="Make the file",
        )
        form.fill(texts)
        for name in ("for_whom", "password"):
            form.fields[name].changed.connect(lambda: self._presenter.weigh(form.texts()))
        form.kept.connect(self._presenter.make)
        self.open_form(form)
        self._presenter.weigh(form.texts())

    def say_strength(self, words: str) -> None:
        _say_strength(self.form, words)

    def show_code(self, for_whom: str, code: str) -> None:
        self._recent.hide()
        self._ways.hide()
        self._code.show_code(code)
        self._code.show()
        self.set_title(f"The file for {for_whom} is made")
        self.set_lead("One thing is left: put its recovery code on paper. It opens the file if you lose the password.")
        self.take_focus()

    def show_code_error(self, message: str) -> None:
        self._code.written_down.show_error(message)
        self._code.written_down.setFocus()

    def open_with_password(self, name: str) -> None:
        form = self._opening(name, {"password": SecretField("Password")})
        instead = QuietButton("Use the recovery code instead", "use code")
        instead.clicked.connect(self._presenter.use_code)
        form.add(instead)
        form.kept.connect(self._presenter.open_by_password)
        self.open_form(form)

    def open_with_code(self, name: str) -> None:
        hint = "The 25 letters and figures on the page you printed. Spaces and small letters do no harm."
        form = self._opening(name, {"recovery_code": TextField("Recovery code", hint, chars=36)})
        instead = QuietButton("Use the password instead", "use password")
        instead.clicked.connect(self._presenter.use_password)
        form.add(instead)
        form.kept.connect(self._presenter.open_by_code)
        self.open_form(form)

    def offer_take_over(self) -> None:
        if self.form is not None:
            self.form.fields["take_over"].show()
            self.form.resize(self.form.sizeHint())

    def open_new_password(self, name: str) -> None:
        form = FormDialog(
            self,
            "Choose a new password",
            f"The recovery code has opened the file of {name}. From now on this password opens it too.",
            dict(new_password_fields("New password")),
            keep="Keep the password and go on",
        )
        form.leave_button.setText("Go on without a new password")
        form.fields["password"].changed.connect(lambda: self._presenter.weigh({**form.texts(), "for_whom": name}))
        form.kept.connect(self._presenter.keep_new_password)
        form.finished.connect(lambda _how: self._presenter.enter())
        self.open_form(form)
        self._presenter.weigh({**form.texts(), "for_whom": name})

    def _opening(self, name: str, secret: dict[str, SecretField | TextField]) -> FormDialog:
        take_over = TickField(
            "Open it all the same", "Only if nobody is working in it there: what two people write is not put together."
        )
        take_over.hide()
        form = FormDialog(self, f"Open {name}", "", {**secret, "take_over": take_over}, keep="Open the file")
        form.leave_button.setText("Do not open it")
        return form


class _Recent(QWidget):
    """The files opened before, and what can be done with the one picked."""

    def __init__(self) -> None:
        super().__init__()
        self.table = RowTable[RecentFile](
            "Files you had open",
            [
                Column("Whose file", lambda file: file.name),
                Column("Last opened", lambda file: said(file.opened_on), lambda file: file.opened_on),
                Column("Folder", lambda file: file.folder),
            ],
            key=lambda file: file.path,
        )
        self.open_it = MainButton("Open this file", "open recent")
        self.forget = PlainButton("Take it off this list", "forget")
        column = QVBoxLayout(self)
        lay(column, gap=14)
        column.addWidget(self.table)
        column.addWidget(ButtonRow(self.open_it, self.forget))


class _Ways(QWidget):
    """The three ways in, side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.start = MainButton("Start for someone", "start")
        self.open_file = PlainButton("Open a file", "open file")
        self.example = PlainButton("Try the example", "example")
        self._heading = heading("Other ways in")
        column = QVBoxLayout(self)
        lay(column, gap=10)
        column.addWidget(self._heading)
        column.addWidget(
            CardRow(
                _way("Somebody new", "Make a file for yourself, or for a person you help.", self.start),
                _way("A file that you have", "From this computer, a memory stick or a backup.", self.open_file),
                _way("Only looking", "A made-up household, to try everything. Nothing is kept.", self.example),
            )
        )

    def stand_back(self, back: bool) -> None:
        """Leave the first place to the files above, if there are any."""
        self._heading.setVisible(back)
        set_look(self.start, "look", "plain" if back else "main")


class _Code(QWidget):
    """The recovery code of a new file, and the box to tick once it is on paper."""

    def __init__(self) -> None:
        super().__init__()
        self._card = CodeCard()
        self.print_it = PlainButton("Print the code", "print code")
        self.written_down = TickField(
            "The code is on paper", "Printed or written down, and put where only the right people find it."
        )
        self.go_on = MainButton("Go on to the file", "go on")
        column = QVBoxLayout(self)
        lay(column, gap=18)
        for widget in (
            self._card,
            ButtonRow(self.print_it),
            Band("warn", LOST, "Nobody else has a copy, not even those who made this program."),
            self.written_down,
            ButtonRow(self.go_on),
        ):
            column.addWidget(widget)

    def show_code(self, code: str) -> None:
        self._card.show_code(code)


def _way(title: str, words: str, button: PlainButton) -> Card:
    card = Card(heading(title), paragraph(words), ButtonRow(button))
    set_least(card, width=290)
    column = card.layout()
    if isinstance(column, QVBoxLayout):
        column.insertStretch(2, 100)  # so that the buttons of all three stand level
    return card


def _say_strength(form: FormDialog | None, words: str) -> None:
    if form is not None:
        form.fields["password"].set_hint(words)
