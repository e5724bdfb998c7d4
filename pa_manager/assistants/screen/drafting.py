"""What the screens share on which papers are drafted: the versions made, the one picked, and the form of a draft."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from pa_manager.assistants.model import Assistant, Draft, Paper, PaperKind, Vacancy
from pa_manager.assistants.presenter.drafting import DraftingPresenter, Keep
from pa_manager.shell.pieces.buttons import MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.papers import Papers
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.values.days import said


class DraftingScreen(Screen):
    """The widgets both screens have. Each adds them among its own, then follows its presenter."""

    _presenter: DraftingPresenter[Assistant] | DraftingPresenter[Vacancy]

    def __init__(  # noqa: PLR0913 -- what the two screens say differently
        self,
        title: str,
        whose: str,
        kinds: Sequence[PaperKind],
        *,
        hint: str = "",
        columns: Sequence[Column[Paper]] = (),
        empty: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent=parent)
        self._whose = ChoiceField(whose)
        self._kind = ChoiceField("Which paper", [(kind.value, kind.words) for kind in kinds], hint)
        self._draft = MainButton("Draft it", "draft")
        self._table = RowTable[Paper](
            "Papers made",
            [
                Column("Paper", lambda paper: paper.kind.words),
                Column("Made", lambda paper: said(paper.made_on), lambda paper: (paper.made_on, paper.id)),
                *columns,
            ],
            key=lambda paper: paper.id,
            empty=empty,
        )
        self._again = PlainButton("Change its words", "again")
        self._large = TickField("Show and print in large letters")
        self._papers = Papers("The paper picked", print_paper=self._print, save_paper=self._save)

    def show_papers(self, papers: Sequence[Paper]) -> None:
        self._table.set_rows(papers)

    def show_paper(self, pdf: bytes) -> None:
        self._papers.show_paper(pdf)

    def show_no_paper(self, sentence: str) -> None:
        self._papers.show_nothing(sentence)

    def pick_paper(self, number: int) -> None:
        self._table.pick(number)

    def allow(self, *, making: bool, changing: bool) -> None:
        self._draft.setEnabled(making)
        self._again.setEnabled(changing)

    def open_draft(self, title: str, lead: str, draft: Draft, keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            item.key: TextField(item.heading, lines=3 if len(item.text) > 60 or "\n" in item.text else 2)
            for item in draft.items
        }
        form = FormDialog(self, title, lead, fields, keep="Make the paper")
        form.fill({item.key: item.text for item in draft.items})
        form.kept.connect(keep)
        self.open_form(form)

    def point_out(self, number: int) -> None:
        self._presenter.choose(str(number))

    def _follow(self, presenter: DraftingPresenter[Assistant] | DraftingPresenter[Vacancy]) -> None:
        self._presenter = presenter
        self.destroyed.connect(presenter.close)
        self._whose.changed.connect(lambda: presenter.choose(self._whose.text()))
        self._again.clicked.connect(presenter.draft_next)
        self._large.changed.connect(lambda: presenter.show_large(bool(self._large.text())))
        self._table.picked.connect(presenter.pick)
        self._table.activated.connect(lambda _paper: presenter.draft_next())

    def _show_whose(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        self._whose.blockSignals(True)
        self._whose.set_choices(choices)
        self._whose.set_text(chosen)
        self._whose.blockSignals(False)
        self._whose.setVisible(bool(choices))

    def _print(self) -> None:
        self._presenter.print_paper()

    def _save(self) -> None:
        self._presenter.save_paper()
