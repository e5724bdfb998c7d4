"""Job description and advert of one vacancy."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from pa_manager.assistants.model import PUBLIC, Draft, Drawn, Paper, PaperKind
from pa_manager.assistants.presenter.adverts import AdvertsPresenter, AdvertsView, Keep
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.papers import Papers
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Card
from pa_manager.values.days import said

_TICKS = {
    Drawn.OUTCOMES: ("What I want to do or keep", "The outcomes of the plan."),
    Drawn.MATTERS: ("What matters to me", "A good day, and what is important to me."),
    Drawn.TASKS: ("What PAs do", "From the plan: the tasks, the days, what they must be able to do."),
    Drawn.HEALTH: ("What keeps me well and safe", "This tells strangers about your health. You need not."),
}


class AdvertsScreen(Screen):
    """What is drawn from the plan, the paper to draft, the versions that were made, and the one picked."""

    def __init__(self, present: Callable[[AdvertsView], AdvertsPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Advert and job description", parent=parent)
        self._vacancies = ChoiceField("For which job")
        self._kind = ChoiceField(
            "Which paper", [(kind.value, kind.words) for kind in (PaperKind.ADVERT, PaperKind.JOB_DESCRIPTION)]
        )
        self._ticks = {drawn: TickField(f"Draw in: {words}", hint) for drawn, (words, hint) in _TICKS.items()}
        for drawn, tick in self._ticks.items():
            tick.set_text("yes" if drawn in PUBLIC else "")
        self._draft = MainButton("Draft it", "draft")
        self._table = RowTable[Paper](
            "Papers made",
            [
                Column("Paper", lambda paper: paper.kind.words),
                Column("Made", lambda paper: said(paper.made_on), lambda paper: (paper.made_on, paper.id)),
            ],
            key=lambda paper: paper.id,
            empty="No advert is made yet. Draft one: the words are yours to change.",
        )
        self._again = PlainButton("Change its words", "again")
        self._large = TickField("Show and print in large letters")
        self._papers = Papers("The paper picked", print_paper=self._print, save_paper=self._save)
        self.add(
            self._vacancies,
            self._kind,
            Card(*self._ticks.values()),
            ButtonRow(self._draft),
            self._table,
            ButtonRow(self._again),
            self._large,
            self._papers,
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._vacancies.changed.connect(lambda: self._presenter.choose(self._vacancies.text()))
        self._draft.clicked.connect(lambda: self._presenter.draft(self._kind.text(), self._drawn()))
        self._again.clicked.connect(self._presenter.draft_next)
        self._large.changed.connect(lambda: self._presenter.show_large(bool(self._large.text())))
        self._table.picked.connect(self._presenter.pick)
        self._table.activated.connect(lambda _paper: self._presenter.draft_next())

    def show_vacancies(self, vacancies: Sequence[tuple[str, str]], chosen: str) -> None:
        self._vacancies.blockSignals(True)
        self._vacancies.set_choices(vacancies)
        self._vacancies.set_text(chosen)
        self._vacancies.blockSignals(False)
        self._vacancies.setVisible(bool(vacancies))

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
        form.kept.connect(partial(_hand_over, keep))
        self.open_form(form)

    def point_out(self, number: int) -> None:
        self._presenter.choose(str(number))

    def _drawn(self) -> frozenset[Drawn]:
        return frozenset(drawn for drawn, tick in self._ticks.items() if tick.text())

    def _print(self) -> None:
        self._presenter.print_paper()

    def _save(self) -> None:
        self._presenter.save_paper()


def _hand_over(keep: Keep, texts: Mapping[str, str]) -> None:
    keep(texts)
