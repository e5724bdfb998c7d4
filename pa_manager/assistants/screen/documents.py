"""The documents filed with one PA."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from pa_manager.assistants.model import Document, DocumentKind
from pa_manager.assistants.presenter.documents import NOBODY, DocumentsPresenter, DocumentsView, Keep
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, TextField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.papers import Papers
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.values.days import said


class DocumentsScreen(Screen):
    """A table of documents, how long each is kept, and the one picked."""

    def __init__(self, present: Callable[[DocumentsView], DocumentsPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Documents of a PA", parent=parent)
        self._today = date.min
        self._people = ChoiceField("Whose documents")
        self._add = MainButton("File a document", "add")
        self._table = RowTable[Document](
            "Documents",
            [
                Column("Document", lambda row: row.name),
                Column("Kind", lambda row: row.kind.words),
                Column("Of", lambda row: said(row.dated), lambda row: row.dated),
                Column(
                    "Kept",
                    lambda row: row.kept(self._today),
                    lambda row: row.keep_until or date.max,
                    tone=lambda row: "warn" if row.is_due(self._today) else None,
                ),
                Column("Note", lambda row: row.note),
            ],
            key=lambda row: row.id,
            empty="Contracts, certificates, letters: whatever belongs to this PA can be filed here.",
        )
        self._change = PlainButton("Change what is known", "change")
        self._save = PlainButton("Save it as a file", "save document")
        self._delete = PlainButton("Delete it for good", "delete")
        self._papers = Papers("The document picked", print_paper=self._print, save_paper=self._keep)
        self.add(
            self._people,
            ButtonRow(self._add),
            self._table,
            ButtonRow(self._change, self._save, self._delete),
            self._papers,
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._people.changed.connect(lambda: self._presenter.choose(self._people.text()))
        self._add.clicked.connect(self._presenter.add)
        self._change.clicked.connect(self._presenter.change)
        self._save.clicked.connect(self._presenter.save)
        self._delete.clicked.connect(self._presenter.delete)
        self._table.picked.connect(self._presenter.pick)
        self._table.activated.connect(lambda _row: self._presenter.change())

    def show_people(self, people: Sequence[tuple[str, str]], chosen: str) -> None:
        self._people.blockSignals(True)
        self._people.set_choices(people)
        self._people.set_text(chosen)
        self._people.blockSignals(False)
        self._people.setVisible(bool(people))
        self._table.set_empty(
            "Contracts, certificates, letters: whatever belongs to this PA can be filed here." if people else NOBODY
        )

    def show_documents(self, documents: Sequence[Document], today: date) -> None:
        self._today = today
        self._table.set_rows(documents)

    def show_paper(self, pdf: bytes) -> None:
        self._save.hide()
        self._papers.show_paper(pdf)

    def show_no_paper(self, sentence: str) -> None:
        self._save.show()
        self._papers.show_nothing(sentence)

    def allow(self, *, filing: bool, picked: bool) -> None:
        self._add.setEnabled(filing)
        for button in (self._change, self._save, self._delete):
            button.setEnabled(picked)

    def open_document(self, title: str, lead: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "kind": ChoiceField("What it is", [(kind.value, kind.words) for kind in DocumentKind]),
            "name": TextField("What to call it"),
            "dated": DateField("Day it is about", "The day it was made, or the end of the time it is about."),
            "keep_until": DateField("Last day to keep it", "Leave it empty to take the usual one for the kind."),
            "note": TextField("Note", lines=2),
        }
        form = FormDialog(self, title, lead, fields)
        form.fill(texts)
        form.kept.connect(partial(_hand_over, keep))
        self.open_form(form)

    def open_deleting(self, title: str, lead: str, keep: Keep) -> None:
        form = FormDialog(self, title, lead, {}, keep="Delete it for good")
        form.kept.connect(partial(_hand_over, keep))
        self.open_form(form)

    def point_out(self, number: int) -> None:
        self._presenter.choose(str(number))

    def _print(self) -> None:
        self._presenter.print_paper()

    def _keep(self) -> None:
        self._presenter.save()


def _hand_over(keep: Keep, texts: Mapping[str, str]) -> None:
    keep(texts)
