"""The papers of one PA."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from pa_manager.assistants.model import NOT_ADVICE, Draft, Paper, PaperKind
from pa_manager.assistants.presenter.papers import Keep, PapersPresenter, PapersView
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.papers import Papers
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.values.days import said


class PapersScreen(Screen):
    """A paper to choose and draft, the versions that were made, and the one picked."""

    def __init__(self, present: Callable[[PapersView], PapersPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Papers for a PA", parent=parent)
        self._people = ChoiceField("For whom")
        self._kind = ChoiceField(
            "Which paper", [(kind.value, kind.words) for kind in PaperKind if not kind.for_vacancy], NOT_ADVICE
        )
        self._draft = MainButton("Draft it", "draft")
        self._table = RowTable[Paper](
            "Papers made",
            [
                Column("Paper", lambda paper: paper.kind.words),
                Column("Made", lambda paper: said(paper.made_on), lambda paper: (paper.made_on, paper.id)),
                Column("By both", lambda paper: paper.standing),
            ],
            key=lambda paper: paper.id,
            empty="No paper is made yet. The written statement is due by the first day of work.",
        )
        self._again = PlainButton("Change its words", "again")
        self._agree = PlainButton("Both have agreed it", "agree")
        self._large = TickField("Show and print in large letters")
        self._papers = Papers(
            "The paper picked",
            print_paper=self._print,
            save_paper=self._save,
        )
        self.add(
            self._people,
            self._kind,
            ButtonRow(self._draft),
            self._table,
            ButtonRow(self._again, self._agree),
            self._large,
            self._papers,
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._people.changed.connect(lambda: self._presenter.choose(self._people.text()))
        self._draft.clicked.connect(lambda: self._presenter.draft(self._kind.text()))
        self._table.picked.connect(self._presenter.pick)
        self._table.activated.connect(lambda _paper: self._presenter.draft_next())
        self._again.clicked.connect(self._presenter.draft_next)
        self._agree.clicked.connect(self._presenter.agree)
        self._large.changed.connect(lambda: self._presenter.show_large(bool(self._large.text())))

    def show_people(self, people: Sequence[tuple[str, str]], chosen: str) -> None:
        self._people.blockSignals(True)
        self._people.set_choices(people)
        self._people.set_text(chosen)
        self._people.blockSignals(False)
        self._people.setVisible(bool(people))

    def show_papers(self, papers: Sequence[Paper]) -> None:
        self._table.set_rows(papers)

    def show_paper(self, pdf: bytes) -> None:
        self._papers.show_paper(pdf)

    def show_no_paper(self, sentence: str) -> None:
        self._papers.show_nothing(sentence)

    def pick_paper(self, number: int) -> None:
        self._table.pick(number)

    def allow_making(self, allowed: bool) -> None:
        self._draft.setEnabled(allowed)

    def allow_changes(self, *, picked: bool, agree: bool) -> None:
        self._again.setEnabled(picked)
        self._agree.setEnabled(agree)

    def open_draft(self, title: str, lead: str, draft: Draft, keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            item.key: TextField(item.heading, lines=3 if len(item.text) > 60 or "\n" in item.text else 2)
            for item in draft.items
        }
        form = FormDialog(self, title, lead, fields, keep="Make the paper")
        form.fill({item.key: item.text for item in draft.items})
        form.kept.connect(partial(_hand_over, keep))
        self.open_form(form)

    def _print(self) -> None:
        self._presenter.print_paper()

    def _save(self) -> None:
        self._presenter.save_paper()

    def point_out(self, number: int) -> None:
        self._presenter.choose(str(number))


def _hand_over(keep: Keep, texts: Mapping[str, str]) -> None:
    keep(texts)
