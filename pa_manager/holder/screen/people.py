"""The holder screen."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from pa_manager.holder.model import Nation, SupporterLine, SupporterRole
from pa_manager.holder.presenter.people import HolderPresenter, HolderView
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton, QuietButton
from pa_manager.shell.pieces.fields import ChoiceField, DateField, TextField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.photos import Photo
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Card, paragraph, soft
from pa_manager.shell.sizes import lay, px


class HolderScreen(Screen):
    """The details of the holder on a card, and a table of those who help."""

    def __init__(self, present: Callable[[HolderView], HolderPresenter], parent: QWidget | None = None) -> None:
        super().__init__("About me", parent=parent)
        self._change_holder = MainButton("Write down the details", "change holder")
        self._advice = PlainButton("Who said I could", "advice")
        self._keyboard = QuietButton("Who is at the keyboard", "keyboard")
        self._choose_photo = PlainButton("Choose a photo", "choose photo")
        self._take_photo_away = PlainButton("Take the photo away", "take photo away")
        self._add = PlainButton("Add someone who helps", "add")
        self._change = PlainButton("Change this person", "change")
        self._details = _Details(self._choose_photo, self._take_photo_away)
        self._table = RowTable[SupporterLine](
            "Those who help",
            [
                Column("Name", lambda line: line.supporter.name),
                Column("As what", lambda line: line.supporter.role.words),
                Column("What they may do", lambda line: line.supporter.may_do),
                Column("Phone", lambda line: line.supporter.phone),
                Column("When", lambda line: line.time),
            ],
            key=lambda line: line.supporter.id,
            empty="Whoever acts for you or helps you will stand here: a suitable person, family, a support worker.",
        )
        self.add(
            ButtonRow(self._change_holder, self._advice, self._keyboard),
            self._details,
            self._table,
            ButtonRow(self._add, self._change),
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._change_holder.clicked.connect(self._presenter.change_holder)
        self._advice.clicked.connect(self._presenter.show_advice)
        self._keyboard.clicked.connect(self._presenter.show_keyboard)
        self._choose_photo.clicked.connect(self._presenter.choose_photo)
        self._take_photo_away.clicked.connect(self._presenter.take_photo_away)
        self._add.clicked.connect(self._presenter.add)
        self._change.clicked.connect(self._presenter.change)
        self._table.picked.connect(self._presenter.pick)
        self._table.activated.connect(lambda _line: self._presenter.change())

    def show_holder(self, details: Sequence[tuple[str, str]]) -> None:
        self._details.show_details(details)

    def show_photo(self, content: bytes | None, name: str) -> None:
        self._details.photo.show_photo(content, name)

    def allow_photo(self, choose: bool, take_away: bool) -> None:
        self._choose_photo.setEnabled(choose)
        self._take_photo_away.setEnabled(take_away)

    def show_supporters(self, lines: Sequence[SupporterLine]) -> None:
        self._table.set_rows(lines)

    def allow_change(self, allowed: bool) -> None:
        self._change.setEnabled(allowed)

    def open_holder(self, texts: Mapping[str, str]) -> None:
        form = FormDialog(
            self,
            "Who the money is for",
            "The person whose support and money it is. Only the name is needed.",
            {
                "name": TextField("Full name"),
                "known_as": TextField("Name they like to be called", chars=20),
                "nation": ChoiceField(
                    "Where they live", [(nation.value, nation.words) for nation in Nation], "The law differs."
                ),
                "born_on": DateField("Date of birth", "For example, 27 3 1953"),
                "address": TextField("Address", lines=3),
                "reference": TextField("Reference with the council", "As it stands on their letters.", chars=20),
                "phone": TextField("Phone", chars=20),
                "email": TextField("Email"),
                "communication": TextField(
                    "How you and others understand one another",
                    "For example: large print, an interpreter, time to answer.",
                    lines=2,
                ),
            },
        )
        form.fill(texts)
        form.kept.connect(self._presenter.keep)
        self.open_form(form)

    def open_supporter(self, title: str, texts: Mapping[str, str], keep: Callable[[dict[str, str]], None]) -> None:
        form = FormDialog(
            self,
            title,
            "Only the name is needed.",
            {
                "name": TextField("Full name"),
                "role": ChoiceField(
                    "As what they help",
                    [(role.value, role.words) for role in SupporterRole],
                    "A suitable, authorised or nominated person holds the money for the holder.",
                ),
                "may_do": TextField("What they may do", "For example: pay wages, sign the return.", lines=2),
                "phone": TextField("Phone", chars=20),
                "email": TextField("Email"),
                "first": DateField("First day"),
                "last": DateField("Last day", "Leave it empty while they help."),
            },
        )
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)

    def point_out(self, number: int) -> None:
        self._table.pick(number)


class _Details(Card):
    """What is known of somebody: the photo, and a label with the words beside it, line by line.

    It is out of sight while there is nothing.
    """

    def __init__(self, *buttons: PlainButton) -> None:
        super().__init__()
        self.photo = Photo(size=96)
        self._lines: list[QWidget] = []
        top = QWidget()
        row = QHBoxLayout(top)
        lay(row, gap=18, margins=(0, 0, 0, 8))
        row.addWidget(self.photo)
        row.addWidget(ButtonRow(*buttons), 1, Qt.AlignmentFlag.AlignVCenter)
        self.add(top)

    def show_details(self, details: Sequence[tuple[str, str]]) -> None:
        """Show other details."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        sheet = QWidget()
        grid = QGridLayout(sheet)
        lay(grid, gap=10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 2)
        grid.setColumnMinimumWidth(1, px(8))
        for row, (label, words) in enumerate(details):
            name = soft(label)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(paragraph(words), row, 2, Qt.AlignmentFlag.AlignTop)
        self._lines = [sheet]
        self.add(sheet)
        self.setAccessibleName(", ".join(f"{label}: {words}" for label, words in details))
        self.setVisible(bool(details))
