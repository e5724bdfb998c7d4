"""Money that should come."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.papers import Papers
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band
from pa_manager.spending.model import AMISS, Arrival, ExpectedLine, KeptLetter, Letter, OneOffAccount
from pa_manager.spending.presenter.expected import ExpectedPresenter, ExpectedView, Keep
from pa_manager.values.days import said
from pa_manager.values.money import NIL

_RIGHT = Qt.AlignmentFlag.AlignRight


class ExpectedScreen(Screen):
    """What was due beside what came, a letter about what did not, and what is left of one-off payments."""

    def __init__(self, present: Callable[[ExpectedView], ExpectedPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Money that should come", parent=parent)
        self._write = MainButton("&Write a letter about it", "write")
        self._payment = PlainButton("Show the pay&ment", "payment")
        self._remove = PlainButton("Throw the letter awa&y", "remove letter")
        self._sentence = Band("calm")
        self._table = RowTable[ExpectedLine](
            "Mone&y expected",
            [
                Column("Due", lambda line: said(line.expected.due_on), lambda line: line.expected.due_on),
                Column("What", _what),
                Column("Expected", lambda line: str(line.expected.amount), lambda line: line.expected.amount, _RIGHT),
                Column("Came", lambda line: str(line.amount) if line.came else "", lambda line: line.amount, _RIGHT),
                Column("How it stands", lambda line: line.arrival.words, tone=_tone),
            ],
            key=lambda line: (
                line.expected.stream_id,
                line.expected.due_on,
                line.expected.what,
                line.expected.one_off_id,
            ),
            empty="Each sum that is due stands here with the day, and with what came of it.",
            said=_said,
        )
        self._one_offs = RowTable[OneOffAccount](
            "&One-off payments by themselves",
            [
                Column("What for", lambda each: each.purpose),
                Column("From", lambda each: each.who),
                Column("Agreed", lambda each: str(each.agreed), lambda each: each.agreed, _RIGHT),
                Column("Came", lambda each: str(each.came), lambda each: each.came, _RIGHT),
                Column("Spent", lambda each: str(each.spent), lambda each: each.spent, _RIGHT),
                Column("Left", lambda each: str(each.left), lambda each: each.left, _RIGHT, tone=_left_tone),
            ],
            key=lambda each: each.id,
            said=lambda each: each.said,
        )
        self._letters = RowTable[KeptLetter](
            "&Letters made",
            [
                Column("To", lambda letter: letter.to),
                Column("About", lambda letter: letter.subject),
                Column("Made", lambda letter: said(letter.made_on), lambda letter: (letter.made_on, letter.id)),
            ],
            key=lambda letter: letter.id,
            empty="No letter is made yet. Pick money that came late, short, over or not, and write about it.",
        )
        self._papers = Papers("The letter picked", print_paper=self._print, save_paper=self._save)
        self.add(
            ButtonRow(self._write, self._payment),
            self._sentence,
            self._table,
            self._one_offs,
            self._letters,
            ButtonRow(self._remove),
            self._papers,
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._write.clicked.connect(self._presenter.write)
        self._payment.clicked.connect(self._presenter.show_payment)
        self._remove.clicked.connect(self._presenter.remove)
        self._table.picked.connect(self._presenter.pick)
        self._table.activated.connect(lambda _line: self._presenter.write())
        self._letters.picked.connect(self._presenter.pick_letter)

    def show_expected(self, lines: Sequence[ExpectedLine]) -> None:
        self._table.set_rows(lines)

    def show_sentence(self, sentence: str, way_out: str, *, amiss: bool) -> None:
        if sentence:
            self._sentence.set_tone("warn" if amiss else "calm")
            self._sentence.show(sentence, way_out)
        else:
            self._sentence.hide()

    def show_one_offs(self, accounts: Sequence[OneOffAccount]) -> None:
        self._one_offs.set_rows(accounts)
        self._one_offs.setVisible(bool(accounts))

    def show_letters(self, letters: Sequence[KeptLetter]) -> None:
        self._letters.set_rows(letters)

    def pick_letter(self, number: int) -> None:
        self._letters.pick(number)

    def show_paper(self, pdf: bytes) -> None:
        self._papers.show_paper(pdf)

    def show_no_paper(self, sentence: str) -> None:
        self._papers.show_nothing(sentence)

    def allow(self, *, write: bool, payment: bool, remove: bool) -> None:
        self._write.setEnabled(write)
        self._payment.setEnabled(payment)
        self._remove.setEnabled(remove)

    def open_letter(self, letter: Letter, keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "sender": TextField("From", "Your name and address.", lines=3),
            "to": TextField("To", "With the address, if it goes by post.", lines=3),
            "subject": TextField("About", chars=60),
            "words": TextField("What it says", "Only facts, and what you ask.", lines=12),
            "signed": TextField("Name beneath it"),
            "large": TickField("Large print", "18 point letters, on paper that lies on its side."),
        }
        lead = "It is filled in from the record. Change every word you like."
        form = FormDialog(self, "A letter about this money", lead, fields, keep="Make the letter")
        form.fill({name: getattr(letter, name) for name in fields if name != "large"})
        form.kept.connect(partial(_hand_over, keep))
        self.open_form(form)

    def point_out(self, number: int) -> None:
        self._letters.pick(number)

    def _print(self) -> None:
        self._presenter.print_paper()

    def _save(self) -> None:
        self._presenter.save_paper()


def _hand_over(keep: Keep, texts: Mapping[str, str]) -> None:
    keep(texts)


def _key(line: ExpectedLine) -> tuple[object, ...]:
    expected = line.expected
    return (expected.stream_id, expected.due_on, expected.what, expected.one_off_id)


def _said(line: ExpectedLine) -> str:
    came = f", {line.amount} came" if line.came else ""
    expected = line.expected
    return f"{said(expected.due_on)}, {_what(line)}, {expected.amount}{came}, {line.arrival.words}. {line.sentence}"


def _what(line: ExpectedLine) -> str:
    return "Your contribution" if line.is_own else f"{line.expected.what.words}, {line.who}"


def _tone(line: ExpectedLine) -> Tone | None:
    if line.arrival in AMISS:
        return "warn"
    return "good" if line.arrival is Arrival.CAME else None


def _left_tone(each: OneOffAccount) -> Tone | None:
    return "bad" if each.left < NIL else None
