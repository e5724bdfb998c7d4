"""What others have said is allowed."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from pa_manager.holder.model import About, AdviceLine, How
from pa_manager.holder.presenter.advice import AdvicePresenter, AdviceView, Keep
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import ChoiceField, DateField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable


class AdviceScreen(Screen):
    """A table of what was said, by whom and when, with the letter that proves it."""

    def __init__(self, present: Callable[[AdviceView], AdvicePresenter], parent: QWidget | None = None) -> None:
        super().__init__("Who said I could", parent=parent)
        self._add = MainButton("Note what somebody said", "add")
        self._change = PlainButton("Put this right", "change")
        self._letter = PlainButton("Add the letter", "letter")
        self._save = PlainButton("Save the letter as a file", "save letter")
        self._remove = PlainButton("Take this out", "remove")
        self._table = RowTable[AdviceLine](
            "What was said",
            [
                Column("Kind", lambda row: row.advice.kind),
                Column("About", lambda row: row.advice.subject),
                Column("What they said", lambda row: row.advice.words),
                Column("Who, how and when", lambda row: row.advice.told, lambda row: row.advice.on),
                Column("Kept with", lambda row: row.resting),
                Column("Proof", lambda row: row.advice.proof, tone=lambda row: None if row.advice.letter else "warn"),
            ],
            key=lambda row: row.advice.id,
            empty="A consent that nobody wrote down is hard to prove later. Each one stands here with its letter.",
        )
        self.add(
            ButtonRow(self._add),
            self._table,
            ButtonRow(self._letter, self._save, self._change, self._remove),
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._add.clicked.connect(self._presenter.add)
        self._change.clicked.connect(self._presenter.change)
        self._letter.clicked.connect(self._presenter.add_letter)
        self._save.clicked.connect(self._presenter.save_letter)
        self._remove.clicked.connect(self._presenter.remove)
        self._table.picked.connect(self._presenter.pick)
        self._table.activated.connect(lambda _row: self._presenter.change())

    def show_advice(self, found: Sequence[AdviceLine]) -> None:
        self._table.set_rows(found)

    def allow_changes(self, allowed: bool, has_letter: bool) -> None:
        for button in (self._change, self._letter, self._remove):
            button.setEnabled(allowed)
        self._save.setEnabled(has_letter)

    def open_advice(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        form = FormDialog(
            self,
            title,
            "Name and day matter most: they are what is asked for later.",
            {
                "words": TextField("What did they say?", "For example: you may pay your sister for nights.", lines=3),
                "said_by": TextField("Who said it?", "For example: Priya Nair, social worker.", chars=40),
                "on": DateField("When?"),
                "how": ChoiceField("How?", [(each.value, each.words) for each in How]),
                "is_consent": TickField("This is a consent: it allows something"),
                "about": ChoiceField("What is it about?", [(each.value, each.words) for each in About]),
                "about_name": TextField("Which one?", "For example: the name of the PA, or: taxis.", chars=40),
            },
        )
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)

    def point_out(self, number: int) -> None:
        self._table.pick(number)
