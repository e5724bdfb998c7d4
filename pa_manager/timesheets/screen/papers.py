"""The screen of a timesheet on paper."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton, QuietButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, TextField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.papers import Papers
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.timesheets.model import Evidence, EvidenceKind
from pa_manager.timesheets.presenter.papers import Keep, PapersPresenter, PapersView


class TimesheetPapersScreen(Screen):
    """A timesheet as it is printed, and a table of the papers kept with it."""

    def __init__(self, present: Callable[[PapersView], PapersPresenter], parent: QWidget | None = None) -> None:
        super().__init__("A timesheet on paper", parent=parent)
        self._sheets = ChoiceField("Which timesheet")
        self._add = MainButton("Keep a paper", "add")
        self._filled = PlainButton("Show it filled", "filled")
        self._empty = PlainButton("Show it empty, to write on", "empty")
        self._large = QuietButton("Filled, in large letters", "large")
        self._empty_large = QuietButton("Empty, in large letters", "empty large")
        self._save = PlainButton("Save it as a file", "save kept")
        self._remove = PlainButton("Take this paper away", "remove")
        self._table = RowTable[tuple[Evidence, str]](
            "Papers kept",
            [
                Column("Paper", lambda row: row[0].name),
                Column("What it is", lambda row: row[0].kind.words),
                Column("Of", lambda row: row[1] or "The whole timesheet"),
            ],
            key=lambda row: row[0].id,
            empty="The signed timesheet, receipts, proof of journeys: any file can be kept here.",
        )
        self._papers = Papers("What is shown", print_paper=self._print, save_paper=self._keep)
        self.add(
            self._sheets,
            ButtonRow(self._add, self._filled, self._empty, self._large, self._empty_large),
            self._table,
            ButtonRow(self._save, self._remove),
            self._papers,
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._sheets.changed.connect(lambda: self._presenter.choose(self._sheets.text()))
        self._add.clicked.connect(self._presenter.add)
        self._filled.clicked.connect(lambda: self._presenter.show_sheet(empty=False, large=False))
        self._empty.clicked.connect(lambda: self._presenter.show_sheet(empty=True, large=False))
        self._large.clicked.connect(lambda: self._presenter.show_sheet(empty=False, large=True))
        self._empty_large.clicked.connect(lambda: self._presenter.show_sheet(empty=True, large=True))
        self._save.clicked.connect(self._presenter.save)
        self._remove.clicked.connect(self._presenter.remove)
        self._table.picked.connect(self._presenter.pick)

    def show_choices(self, sheets: Sequence[tuple[str, str]], chosen: str) -> None:
        self._sheets.blockSignals(True)
        self._sheets.set_choices(sheets)
        self._sheets.set_text(chosen)
        self._sheets.blockSignals(False)
        self._sheets.setVisible(bool(sheets))

    def show_papers(self, papers: Sequence[tuple[Evidence, str]]) -> None:
        self._table.set_rows(papers)

    def show_paper(self, pdf: bytes) -> None:
        self._papers.show_paper(pdf)

    def show_no_paper(self, sentence: str) -> None:
        self._papers.show_nothing(sentence)

    def allow(self, *, sheet: bool, picked: bool) -> None:
        for button in (self._add, self._filled, self._empty, self._large, self._empty_large):
            button.setEnabled(sheet)
        for button in (self._save, self._remove):
            button.setEnabled(picked)
            button.setVisible(picked)

    def open_keeping(self, title: str, lines: Sequence[tuple[str, str]], name: str, keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "kind": ChoiceField("What it is", [(kind.value, kind.words) for kind in EvidenceKind]),
            "line": ChoiceField("What it belongs to", lines),
            "name": TextField("What to call it"),
        }
        form = FormDialog(self, title, "It is kept in your file as it is.", fields)
        form.fill({"name": name})
        form.kept.connect(keep)
        self.open_form(form)

    def point_out(self, number: int) -> None:
        self._presenter.choose(str(number))

    def _print(self) -> None:
        self._presenter.print()

    def _keep(self) -> None:
        self._presenter.save()
