"""The screen of holidays asked for."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from pa_manager.rota.model import AbsenceLine, AbsenceState, Choice
from pa_manager.rota.presenter.holidays import HolidaysPresenter, HolidaysView
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import ChoiceField, DateField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.values.days import said_period

_TONES: Final[dict[AbsenceState, Tone]] = {
    AbsenceState.ASKED: "warn",
    AbsenceState.AGREED: "good",
    AbsenceState.REFUSED: "calm",
    AbsenceState.TAKEN: "calm",
}


class HolidaysScreen(Screen):
    """Who has asked for holiday, and what was answered."""

    def __init__(self, present: Callable[[HolidaysView], HolidaysPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Holidays asked for", parent=parent)
        self._ask = MainButton("Somebody asks for holiday", "ask")
        self._agree = PlainButton("Agree", "agree")
        self._refuse = PlainButton("Refuse", "refuse")
        self._take = PlainButton("It was taken", "take")
        self._remove = PlainButton("Take it off the list", "remove")
        self._table = RowTable[AbsenceLine](
            "Holidays",
            [
                Column("Who", lambda line: line.assistant),
                Column("When", lambda line: said_period(line.absence.days), lambda line: line.absence.days),
                Column("How it stands", lambda line: line.absence.state.words, tone=_tone),
                Column("Note", lambda line: line.absence.note),
                Column("What you answered", lambda line: line.absence.answer),
            ],
            key=lambda line: line.absence.id,
            empty="No holiday is noted yet.",
        )
        self.add(ButtonRow(self._ask, self._agree, self._refuse, self._take, self._remove), self._table)

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._ask.clicked.connect(self._presenter.ask)
        self._agree.clicked.connect(self._presenter.agree)
        self._refuse.clicked.connect(self._presenter.refuse)
        self._take.clicked.connect(self._presenter.take)
        self._remove.clicked.connect(self._presenter.remove)
        self._table.picked.connect(self._presenter.pick)

    def show_holidays(self, lines: Sequence[AbsenceLine]) -> None:
        self._table.set_rows(lines)

    def pick(self, number: int) -> None:
        self._table.pick(number)

    def point_out(self, number: int) -> None:
        self._presenter.point_out(number)

    def allow(self, *, answering: bool, taking: bool, removing: bool) -> None:
        self._agree.setEnabled(answering)
        self._refuse.setEnabled(answering)
        self._take.setEnabled(taking)
        self._remove.setEnabled(removing)

    def open_asking(self, assistants: Sequence[Choice], texts: Mapping[str, str]) -> None:
        form = FormDialog(
            self,
            "Somebody asks for holiday",
            "Their shifts stay as they are until you agree.",
            {
                "assistant": ChoiceField("Who", (("", "Choose a PA"), *assistants)),
                "first": DateField("First day"),
                "last": DateField("Last day", "Leave it empty if it is one day."),
                "note": TextField("Note", "For example: asked by message on Monday."),
            },
        )
        form.fill(texts)
        form.kept.connect(self._presenter.keep_asked)
        self.open_form(form)

    def open_agreeing(self, lead: str, shifts: str, texts: Mapping[str, str]) -> None:
        form = FormDialog(
            self,
            "Agree to the holiday",
            lead,
            {"leave_gaps": TickField("Take them off their shifts on these days", f"{shifts} They become gaps.")},
            "Agree",
        )
        form.fill(texts)
        form.kept.connect(self._presenter.keep_agreed)
        self.open_form(form)

    def open_refusing(self, lead: str) -> None:
        why = TextField("Why these days cannot be", "For example: Sam is away then, and nobody else can do nights.")
        form = FormDialog(self, "Refuse the holiday", lead, {"why": why}, "Refuse")
        form.kept.connect(self._presenter.keep_refused)
        self.open_form(form)


def _tone(line: AbsenceLine) -> Tone | None:
    return _TONES[line.absence.state]
