"""Bringing in a bank file: chosen, looked through, and only then taken."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import ChoiceField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band
from pa_manager.spending.model import Batch, Fate, TakenRow, Weight
from pa_manager.spending.presenter import ImportPresenter, ImportView
from pa_manager.spending.screen import forms
from pa_manager.values.days import said_period, said_short
from pa_manager.values.money import NIL

_RIGHT = Qt.AlignmentFlag.AlignRight
_TONES: Mapping[Weight, Tone] = {
    Weight.NOTE: "calm",
    Weight.WARNING: "warn",
    Weight.QUESTION: "warn",
    Weight.REFUSAL: "bad",
}


class ImportScreen(Screen):
    """What a bank file would bring, row by row, with a button that takes what is ticked."""

    def __init__(self, present: Callable[[ImportView], ImportPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Bring in a bank file", parent=parent)
        self._account = ChoiceField("Account the file is of", ())
        self._buttons = {
            "choose": MainButton("Choose a file", "choose"),
            "another": PlainButton("Choose another file", "another"),
            "bring in": MainButton("Bring in", "bring in"),
            "turn": PlainButton("Take or leave this row", "turn"),
            "list": PlainButton("Go to the list of payments", "list"),
            "take out": PlainButton("Take this file out again", "take out"),
        }
        self._findings = Band("calm")
        self._rows = RowTable[TakenRow](
            "Rows of the file",
            [
                Column("Take", lambda row: row.taken, tone=_taken_tone),
                Column("Day", lambda row: said_short(row.row.row.day) if row.row.row else "", _when),
                Column("The bank's words", lambda row: row.row.text),
                Column("Amount", lambda row: str(row.row.row.amount) if row.row.row else "", _amount, _RIGHT),
                Column("Balance", _balance, align=_RIGHT),
                Column("What it is", lambda row: row.what, tone=_fate_tone),
            ],
            key=lambda row: row.row.position,
            empty="No file is chosen yet. Its rows are shown here before anything is taken.",
            said=lambda row: row.said,
        )
        self._batches = RowTable[tuple[Batch, str]](
            "Files brought in",
            [
                Column("File", lambda each: each[0].name),
                Column("Account", lambda each: each[1]),
                Column("Days", lambda each: said_period(each[0].period), lambda each: each[0].first),
                Column("Lines", lambda each: str(each[0].rows_new), lambda each: each[0].rows_new, _RIGHT),
                Column("Ends with", lambda each: str(each[0].closing or ""), align=_RIGHT),
            ],
            key=lambda each: each[0].id,
            empty="No bank file has been brought in yet.",
        )
        button = self._buttons
        self.add(
            self._account,
            ButtonRow(button["choose"], button["another"], button["list"]),
            self._findings,
            ButtonRow(button["bring in"]),
            self._rows,
            ButtonRow(button["turn"]),
            self._batches,
            ButtonRow(button["take out"]),
        )

        self._presenter = presenter = present(self)
        self.destroyed.connect(presenter.close)
        self._account.changed.connect(lambda: presenter.choose_account(self._account.text()))
        for name, act in {
            "choose": presenter.choose_file,
            "another": presenter.choose_file,
            "bring in": presenter.keep,
            "turn": presenter.turn,
            "list": presenter.go_to_list,
            "take out": presenter.take_out,
        }.items():
            button[name].clicked.connect(act)
        self._rows.picked.connect(presenter.pick)
        self._rows.activated.connect(lambda _row: presenter.turn())
        self._batches.picked.connect(lambda each: presenter.pick_batch(each and each[0]))

    def show_accounts(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        self._account.blockSignals(True)
        self._account.set_choices(choices)
        self._account.set_text(chosen)
        self._account.setVisible(len(choices) > 1)
        self._account.blockSignals(False)

    def show_file(self, name: str) -> None:
        self.set_title(f"Bring in {name}" if name else "Bring in a bank file")
        self._buttons["choose"].setVisible(not name)
        self._buttons["another"].setVisible(bool(name))
        self._buttons["bring in"].setVisible(bool(name))
        self._buttons["turn"].setVisible(bool(name))

    def show_findings(self, tone: Weight, sentence: str, details: Sequence[str]) -> None:
        if sentence:
            self._findings.set_tone(_TONES[tone])
            self._findings.show(sentence, "\n".join(details))
        else:
            self._findings.hide()

    def read_out(self) -> None:
        self._findings.take_focus()

    def show_rows(self, rows: Sequence[TakenRow]) -> None:
        self._rows.set_rows(rows)

    def show_batches(self, batches: Sequence[tuple[Batch, str]]) -> None:
        self._batches.set_rows(batches)

    def show_taking(self, words: str) -> None:
        self._buttons["bring in"].setText(words)

    def allow(self, names: frozenset[str]) -> None:
        for name, button in self._buttons.items():
            button.setEnabled(name in names)

    def open_questions(self, questions: Sequence[tuple[str, str]]) -> None:
        lead = "The file leaves something open. Tick what is right, and it is brought in."
        fields = forms.ticks([(key, f"Yes: {sentence}", "") for key, sentence in questions])
        form = FormDialog(self, "Before this file is taken", lead, fields, "Bring it in")
        form.kept.connect(self._presenter.keep_answers)
        self.open_form(form)

    def point_out(self, number: int) -> None:
        self._presenter.point_out(number)


def _taken_tone(row: TakenRow) -> Tone | None:
    return "good" if row.is_taken else None


def _fate_tone(row: TakenRow) -> Tone | None:
    return "warn" if row.row.fate is Fate.POSSIBLE else None


def _when(row: TakenRow) -> tuple[int, int]:
    return (row.row.row.day.toordinal() if row.row.row else 0, row.row.position)


def _amount(row: TakenRow) -> object:
    return row.row.row.amount if row.row.row else NIL


def _balance(row: TakenRow) -> str:
    return str(row.row.row.balance or "") if row.row.row else ""
