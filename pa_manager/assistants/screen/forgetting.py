"""Forgetting somebody who has left."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from pa_manager.assistants.model import FIGURES, Keeping
from pa_manager.assistants.presenter.forgetting import NOBODY, ForgettingPresenter, ForgettingView, Keep
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import soft


class ForgettingScreen(Screen):
    """What is kept about somebody who has left, until when and why, and the way to let it go."""

    def __init__(self, present: Callable[[ForgettingView], ForgettingPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Forget somebody who has left", parent=parent)
        self._today = date.min
        self._people = ChoiceField("Whom")
        self._some = MainButton("Forget what may go now", "forget some")
        self._all = PlainButton("Forget all of it", "forget all")
        self._table = RowTable[Keeping](
            "What is kept",
            [
                Column("What", lambda row: row.sort.value),
                Column("How many", lambda row: "" if row.count is None else str(row.count)),
                Column("What holds", lambda row: row.standing(self._today), tone=self._tone),
                Column("Why", lambda row: row.why),
            ],
            key=lambda row: row.sort,
            empty=NOBODY,
        )
        self._rest = soft("")
        self.add(self._people, ButtonRow(self._some, self._all), self._table, self._rest)

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._people.changed.connect(lambda: self._presenter.choose(self._people.text()))
        self._some.clicked.connect(self._presenter.forget_some)
        self._all.clicked.connect(self._presenter.forget_all)

    def show_people(self, people: Sequence[tuple[str, str]], chosen: str) -> None:
        self._people.blockSignals(True)
        self._people.set_choices(people)
        self._people.set_text(chosen)
        self._people.blockSignals(False)
        self._people.setVisible(bool(people))

    def show_keepings(self, keepings: Sequence[Keeping], today: date) -> None:
        self._today = today
        self._table.set_rows(keepings)

    def show_rest(self, sentence: str) -> None:
        self._rest.setText(sentence)
        self._rest.setVisible(bool(sentence))

    def allow(self, allowed: bool) -> None:
        self._some.setEnabled(allowed)
        self._all.setEnabled(allowed)

    def open_forgetting(self, title: str, lead: str, *, tick: bool, keep: Keep) -> None:
        fields: dict[str, AnyField] = {}
        if tick:
            fields["knows"] = TickField(
                "I know what must be kept, and let it go all the same", "A fine may follow. Get advice first."
            )
        form = FormDialog(self, title, lead, fields, keep="Forget for good")
        form.kept.connect(partial(_hand_over, keep))
        self.open_form(form)

    def point_out(self, number: int) -> None:
        self._presenter.choose(str(number))

    def _tone(self, row: Keeping) -> Tone | None:
        if row.count == 0 or row.sort in FIGURES:
            return None
        return "good" if row.may_go(self._today) else "warn"


def _hand_over(keep: Keep, texts: Mapping[str, str]) -> None:
    keep(texts)
