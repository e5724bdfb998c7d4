"""When one PA can work."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from pa_manager.assistants.model import LOOPS, Availability, Willing
from pa_manager.assistants.presenter.hours import NOBODY, HoursPresenter, HoursView, Keep
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, TextField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.values.days import said

_TONES: dict[Willing, Tone] = {Willing.CANNOT: "bad", Willing.RATHER_NOT: "warn", Willing.WOULD_LIKE: "good"}
_OFTEN = {1: "Every week", 2: "Every 2 weeks", 4: "Every 4 weeks"}


class HoursScreen(Screen):
    """A table of the hours that a PA cannot work, would rather not, or would like to."""

    def __init__(self, present: Callable[[HoursView], HoursPresenter], parent: QWidget | None = None) -> None:
        super().__init__("When a PA can work", parent=parent)
        self._today = date.min
        self._people = ChoiceField("For whom")
        self._add = MainButton("Add hours", "add")
        self._change = PlainButton("Change these", "change")
        self._remove = PlainButton("Take these away", "remove")
        self._table = RowTable[Availability](
            "Hours",
            [
                Column("What they said", lambda each: each.willing.words, tone=lambda each: _TONES[each.willing]),
                Column("Days", lambda each: each.days_said[:1].upper() + each.days_said[1:]),
                Column("Times", lambda each: each.hours_said[:1].upper() + each.hours_said[1:]),
                Column("How often", lambda each: _OFTEN[each.every_weeks]),
                Column("From", lambda each: said(each.first), lambda each: each.first),
                Column("Until", self._until, lambda each: each.last or date.max),
                Column("Note", lambda each: each.note),
            ],
            key=lambda each: each.id,
            empty="Nothing is said yet, so the rota takes it that they can work at any time.",
        )
        self.add(self._people, ButtonRow(self._add, self._change, self._remove), self._table)

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._people.changed.connect(lambda: self._presenter.choose(self._people.text()))
        self._add.clicked.connect(self._presenter.add)
        self._change.clicked.connect(self._presenter.change)
        self._remove.clicked.connect(self._presenter.remove)
        self._table.picked.connect(self._presenter.pick)
        self._table.activated.connect(lambda _entry: self._presenter.change())

    def show_people(self, people: Sequence[tuple[str, str]], chosen: str) -> None:
        self._people.blockSignals(True)
        self._people.set_choices(people)
        self._people.set_text(chosen)
        self._people.blockSignals(False)
        self._people.setVisible(bool(people))
        self._table.set_empty(
            "Nothing is said yet, so the rota takes it that they can work at any time." if people else NOBODY
        )

    def show_hours(self, entries: Sequence[Availability], today: date) -> None:
        self._today = today
        self._table.set_rows(entries)

    def allow(self, *, adding: bool, changing: bool) -> None:
        self._add.setEnabled(adding)
        for button in (self._change, self._remove):
            button.setEnabled(changing)

    def open_hours(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "willing": ChoiceField("What they said", [(each.value, each.words) for each in Willing]),
            "days": TextField("Which days", "For example, Mon to Fri, or Tue and Sat, or every day.", chars=30),
            "hours": TextField("Between which times", "For example, 9am to 3pm. Leave it empty for all day.", chars=20),
            "every": ChoiceField(
                "How often", [(str(weeks), _OFTEN[weeks]) for weeks in LOOPS], "Counted from the week of the first day."
            ),
            "first": DateField("First day it holds"),
            "last": DateField("Last day it holds", "Leave it empty if it goes on."),
            "note": TextField("Why, in a word or two", "For example, college. It may stay empty.", chars=30),
        }
        form = FormDialog(self, title, "", fields)
        form.fill(texts)
        form.kept.connect(partial(_hand_over, keep))
        self.open_form(form)

    def point_out(self, number: int) -> None:
        self._presenter.point_out(number)

    def _until(self, entry: Availability) -> str:
        if entry.last is None:
            return "It goes on"
        return f"{'Ended' if entry.last < self._today else 'Until'} {said(entry.last)}"


def _hand_over(keep: Keep, texts: Mapping[str, str]) -> None:
    keep(texts)
