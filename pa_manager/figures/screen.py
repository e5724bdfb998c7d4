"""The screen of legal figures."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from pa_manager.figures.model import ADVICE, AddedLine, name_said, standing, value_said
from pa_manager.figures.presenter import FiguresPresenter, FiguresView, Keep
from pa_manager.law.own_figures import FigureShown
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton, QuietButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, TextField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band, Card, heading, paragraph, soft
from pa_manager.values.days import said, said_period

_TONES: Final[dict[str, Tone]] = {"Yours": "calm", "Not known": "warn"}
_ADDED: Final[dict[str, Tone]] = {"In order": "good"}


class FiguresScreen(Screen):
    """A table of the figures of the law on a day, and one of those a person has added."""

    def __init__(self, present: Callable[[FiguresView], FiguresPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Legal figures", parent=parent)
        self._add = MainButton("Add a figure", "add")
        self._day = DateField("As it is on", "For example, 27 3 2026. Leave it empty for today.")
        self._show = PlainButton("Show that day", "show day")
        self._figures = RowTable[FigureShown](
            "Figures of the law",
            [
                Column("Figure", lambda figure: name_said(figure.name), lambda figure: figure.name.casefold()),
                Column("What it is", value_said),
                Column("From", lambda figure: said(figure.first), lambda figure: figure.first),
                Column("Known up to", lambda figure: said(figure.known_to), lambda figure: figure.known_to),
                Column("Whose", standing, tone=lambda figure: _TONES.get(standing(figure))),
            ],
            key=lambda figure: figure.name,
        )
        self._heading = heading("")
        self._sentences = [paragraph("") for _ in range(3)]
        self._card = Card(self._heading, *self._sentences)
        self._added = RowTable[AddedLine](
            "Figures you added",
            [
                Column("Figure", lambda line: name_said(line.figure.name), lambda line: line.figure.name.casefold()),
                Column("What it is", lambda line: line.words),
                Column("For", lambda line: said_period(line.days), lambda line: line.days),
                Column("Where you found it", lambda line: line.figure.note),
                Column(
                    "How it stands", lambda line: line.standing, tone=lambda line: _ADDED.get(line.standing, "warn")
                ),
            ],
            key=lambda line: line.id,
            empty="When a new figure is published before the program has it, add it. It is used wherever pay is"
            " checked, and each place says that it is yours.",
        )
        self._worth_knowing = Band("warn")
        self._worth_knowing.sentence.setObjectName("worth knowing")
        self._change = PlainButton("Change this figure", "change")
        self._remove = QuietButton("Remove this figure", "remove")
        self.add(ButtonRow(self._add), self._day, ButtonRow(self._show), self._figures, self._card, self._added)
        self.add(self._worth_knowing, ButtonRow(self._change, self._remove))
        self.add(Card(heading("Advice"), soft(ADVICE)))

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._add.clicked.connect(self._presenter.add)
        self._show.clicked.connect(lambda: self._presenter.show_day(self._day.text()))
        self._figures.picked.connect(self._presenter.pick)
        self._figures.activated.connect(lambda _figure: self._presenter.add())
        self._added.picked.connect(self._presenter.pick_added)
        self._added.activated.connect(lambda _line: self._presenter.change())
        self._change.clicked.connect(self._presenter.change)
        self._remove.clicked.connect(self._presenter.remove)

    def show_day(self, text: str) -> None:
        self._day.set_text(text)

    def show_day_error(self, message: str) -> None:
        self._day.show_error(message)
        if message:
            self._day.setFocus()

    def show_figures(self, figures: Sequence[FigureShown]) -> None:
        self._figures.set_rows(figures)

    def show_figure(self, title: str, sentences: Sequence[str]) -> None:
        self._heading.setText(title)
        for line, sentence in zip(self._sentences, sentences, strict=False):
            line.setText(sentence)
        self._card.setVisible(bool(title))

    def show_added(self, lines: Sequence[AddedLine]) -> None:
        self._added.set_rows(lines)

    def show_worth_knowing(self, sentence: str, way_out: str) -> None:
        if sentence:
            self._worth_knowing.show(sentence, way_out)
        else:
            self._worth_knowing.hide()

    def allow_changes(self, allowed: bool) -> None:
        self._change.setEnabled(allowed)
        self._remove.setEnabled(allowed)

    def open_figure(self, title: str, names: Sequence[str], texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "name": ChoiceField("Which figure", [(name, name_said(name)) for name in names]),
            "first": DateField("First day"),
            "last": DateField("Last day", "The last day for which it is known."),
            "text": TextField("What it is", lines=2),
            "note": TextField("Where you found it", "For example: gov.uk, or a letter from the payroll.", chars=40),
        }
        form = FormDialog(
            self, title, "Type it as it was published. It is used from its first day to its last.", fields
        )
        form.fill(texts)
        form.kept.connect(keep)
        fields["name"].changed.connect(lambda: self._presenter.choose(form.texts()))
        self.open_form(form)

    def fill_figure(self, texts: Mapping[str, str], hint: str) -> None:
        if self.form is not None:
            self.form.fields["text"].set_hint(hint)
            self.form.fill(texts)

    def point_out(self, number: int) -> None:
        self._added.pick(number)
