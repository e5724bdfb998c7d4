"""The screen of patterns."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from pa_manager.rota.model import MOST_WEEKS, Laid, Pattern
from pa_manager.rota.presenter.patterns import PatternsPresenter, PatternsView
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import ChoiceField, DateField, TextField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.values.days import said_short

LAST_HINT: Final = "For example, 27 3 2026"
_TONES: Final[dict[str, Tone | None]] = {"Added": "good", "Changed": "warn", "Left": None}


class PatternsScreen(Screen):
    """Weeks that repeat: what there are, and laying them over the rota."""

    def __init__(self, present: Callable[[PatternsView], PatternsPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Weeks that repeat", parent=parent)
        self._lay = MainButton("Lay it over the rota", "lay")
        self._make = PlainButton("Make a pattern from the rota", "make")
        self._remove = PlainButton("Take it away", "remove")
        self._table = RowTable[Pattern](
            "Patterns",
            [
                Column("Name", lambda pattern: pattern.name),
                Column("Length", lambda pattern: _weeks(pattern.weeks), lambda pattern: pattern.weeks),
                Column("Shifts", lambda pattern: str(len(pattern.slots)), lambda pattern: len(pattern.slots)),
            ],
            key=lambda pattern: pattern.id,
            empty="No weeks repeat yet.",
        )
        self.add(ButtonRow(self._lay, self._make, self._remove), self._table)

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._make.clicked.connect(self._presenter.make)
        self._lay.clicked.connect(self._presenter.lay)
        self._remove.clicked.connect(self._presenter.remove)
        self._table.picked.connect(self._presenter.pick)
        self._table.activated.connect(lambda _pattern: self._presenter.lay())

    def show_patterns(self, patterns: Sequence[Pattern]) -> None:
        self._table.set_rows(patterns)

    def allow_acts(self, allowed: bool) -> None:
        self._lay.setEnabled(allowed)
        self._remove.setEnabled(allowed)

    def open_new(self, texts: Mapping[str, str]) -> None:
        weeks = [(str(number), _weeks(number)) for number in range(1, MOST_WEEKS + 1)]
        form = FormDialog(
            self,
            "Make a pattern from the rota",
            "The shifts of these weeks are taken as they stand. Absences and cover are not part of it.",
            {
                "name": TextField("Name", "For example: Week A and B, or School holidays."),
                "first": DateField("First day"),
                "weeks": ChoiceField("How long it is until it repeats", weeks),
            },
        )
        form.fill(texts)
        form.kept.connect(self._presenter.keep_new)
        self.open_form(form)

    def open_laying(self, name: str, texts: Mapping[str, str]) -> None:
        form = FormDialog(
            self,
            f"Lay {name} over the rota",
            "What stands already is not planned again. What was changed by hand stays as it is.",
            {"first": DateField("First day"), "last": DateField("Last day", LAST_HINT)},
        )
        self._preview = _preview()
        form.add(self._preview)
        form.fill(texts)
        for field in form.fields.values():
            field.changed.connect(lambda: self._presenter.preview(form.texts()))
        form.kept.connect(self._presenter.keep_laying)
        self.open_form(form)

    def show_preview(self, words: str, lines: Sequence[Laid]) -> None:
        if self.form is not None and "last" in self.form.fields:
            self.form.fields["last"].set_hint(words or LAST_HINT)
            self._preview.set_rows(lines)
            self.form.resize(self.form.size().expandedTo(self.form.sizeHint()))


def _preview() -> RowTable[Laid]:
    return RowTable[Laid](
        "What it would do",
        [
            Column("Shift", lambda line: line.what, tone=lambda line: _TONES[line.what]),
            Column(
                "When", lambda line: f"{said_short(line.plan.day)}, {line.plan.span}", lambda line: line.plan.starts_at
            ),
            Column("Who", lambda line: line.who),
            Column("To know", lambda line: line.why),
        ],
        key=lambda line: (line.plan.starts_at, line.plan.span, line.who, line.what),
        empty="Nothing of this pattern falls on these days.",
    )


def _weeks(number: int) -> str:
    return "1 week" if number == 1 else f"{number} weeks"
