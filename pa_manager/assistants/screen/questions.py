"""Questions to those who apply, and their answers side by side."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from pa_manager.assistants.model import ADVICE, NOT_ASKED, Compared, NotAsked, Question
from pa_manager.assistants.presenter.questions import Keep, QuestionsPresenter, QuestionsView
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import soft


class QuestionsScreen(Screen):
    """The questions of a vacancy, the answers side by side, and what one may not ask."""

    def __init__(self, present: Callable[[QuestionsView], QuestionsPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Questions and comparison", parent=parent)
        self._vacancies = ChoiceField("For which job")
        self._propose = MainButton("Choose from good questions", "propose")
        self._own = PlainButton("Type one of your own", "own")
        self._drop = PlainButton("Take this one out", "drop")
        self._questions = RowTable[Question](
            "Questions",
            [Column("Question", lambda row: row.words)],
            key=lambda row: row.id,
            empty="No questions yet. Good ones are drawn from your plan and from what others ask.",
        )
        self._comparison = RowTable[Compared](
            "Side by side",
            [Column("Question", lambda row: row.question)],
            key=lambda row: row.question,
            empty="Once somebody has applied, all answers and scores stand here side by side.",
        )
        self._not_asked = RowTable[NotAsked](
            "What you may not ask",
            [
                Column("Not about", lambda row: row.what),
                Column("Why", lambda row: row.why),
                Column("Ask this instead", lambda row: row.instead),
            ],
            key=lambda row: row.what,
        )
        self._not_asked.set_rows(NOT_ASKED)
        self.add(
            self._vacancies,
            ButtonRow(self._propose, self._own),
            self._questions,
            ButtonRow(self._drop),
            self._comparison,
            self._not_asked,
            soft(ADVICE),
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._vacancies.changed.connect(lambda: self._presenter.choose(self._vacancies.text()))
        self._propose.clicked.connect(self._presenter.propose)
        self._own.clicked.connect(self._presenter.add_own)
        self._drop.clicked.connect(self._presenter.drop)
        self._questions.picked.connect(self._presenter.pick)

    def show_vacancies(self, vacancies: Sequence[tuple[str, str]], chosen: str) -> None:
        self._vacancies.blockSignals(True)
        self._vacancies.set_choices(vacancies)
        self._vacancies.set_text(chosen)
        self._vacancies.blockSignals(False)
        self._vacancies.setVisible(bool(vacancies))

    def show_questions(self, questions: Sequence[Question]) -> None:
        self._questions.set_rows(questions)

    def show_comparison(self, names: Sequence[str], lines: Sequence[Compared]) -> None:
        self._comparison.set_columns(
            [
                Column("Question", lambda row: row.question),
                *(Column(name, partial(_answer, number)) for number, name in enumerate(names)),
            ]
        )
        self._comparison.set_rows(lines)

    def allow(self, *, asking: bool, dropping: bool) -> None:
        self._propose.setEnabled(asking)
        self._own.setEnabled(asking)
        self._drop.setEnabled(dropping)

    def open_question(self, keep: Keep) -> None:
        fields: dict[str, AnyField] = {"words": TextField("What do you want to ask?", lines=2)}
        self._open(
            "A question of your own", "Not about health, family, age or faith: see the list beneath.", fields, keep
        )

    def open_proposals(self, proposals: Sequence[str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {f"{number}": TickField(words) for number, words in enumerate(proposals)}
        self._open("Good questions", "Tick what you want to ask everybody.", fields, keep)

    def point_out(self, number: int) -> None:
        self._presenter.choose(str(number))

    def _open(self, title: str, lead: str, fields: Mapping[str, AnyField], keep: Keep) -> None:
        form = FormDialog(self, title, lead, dict(fields))
        form.kept.connect(partial(_hand_over, keep))
        self.open_form(form)


def _answer(number: int, row: Compared) -> str:
    return row.answers[number]


def _hand_over(keep: Keep, texts: Mapping[str, str]) -> None:
    keep(texts)
