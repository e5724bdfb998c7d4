"""Questions to those who apply, and their answers side by side, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Protocol

from pa_manager.assistants.model import ADVICE, Compared, NotAsked, Question, Vacancy, worry_about
from pa_manager.assistants.operations import (
    ASSISTANTS,
    ask_question,
    compare_applicants,
    drop_question,
    list_applicants,
    list_questions,
    list_vacancies,
    propose_questions,
)
from pa_manager.file.running import Changes, Runner
from pa_manager.values.errors import UserError

NOTHING = "There is no vacancy yet. Say under Find somebody what the job is."
LEAD = "Ask everybody the same, so that their answers can be laid side by side."
Keep = Callable[[Mapping[str, str]], None]


class QuestionsView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_vacancies(self, vacancies: Sequence[tuple[str, str]], chosen: str) -> None: ...
    def show_questions(self, questions: Sequence[Question]) -> None: ...
    def show_comparison(self, names: Sequence[str], lines: Sequence[Compared]) -> None: ...
    def allow(self, *, asking: bool, dropping: bool) -> None: ...
    def open_question(self, keep: Keep) -> None: ...
    def open_proposals(self, proposals: Sequence[str], keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class QuestionsPresenter:
    """Lists the questions of a vacancy, proposes others, warns of those one may not ask, compares the answers."""

    def __init__(self, view: QuestionsView, runner: Runner, *, today: Callable[[], date]) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._vacancy: Vacancy | None = None
        self._picked: Question | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read questions and answers again and show them."""
        found = self._runner.read(list_vacancies)
        was = self._vacancy.id if self._vacancy else None
        self._vacancy = next((each for each in found if each.id == was), next(iter(found), None))
        self._view.show_vacancies(
            [(str(each.id), each.title) for each in found], str(self._vacancy.id) if self._vacancy else ""
        )
        self._view.set_lead(LEAD if found else NOTHING)
        questions = self._runner.read(list_questions, self._vacancy.id) if self._vacancy else ()
        self.pick(None)
        self._view.show_questions(questions)
        if self._vacancy:
            people = self._runner.read(list_applicants, self._vacancy.id)
            lines = self._runner.read(compare_applicants, self._vacancy.id) if people else ()
            self._view.show_comparison([each.name for each in people], lines)
        else:
            self._view.show_comparison((), ())

    def choose(self, number: str) -> None:
        """Show the questions of another vacancy."""
        wanted = next((each for each in self._runner.read(list_vacancies) if str(each.id) == number), None)
        if wanted and (self._vacancy is None or wanted.id != self._vacancy.id):
            self._vacancy = wanted
            self.refresh()

    def pick(self, question: Question | None) -> None:
        """Take note of the question picked."""
        self._picked = question
        self._view.allow(asking=self._vacancy is not None, dropping=question is not None)

    def propose(self) -> None:
        """Open a list of questions that could be asked, to tick."""
        if vacancy := self._vacancy:
            proposals = self._runner.read(propose_questions, vacancy_id=vacancy.id, day=self._today())
            if not proposals:
                self._view.show_result("All that can be proposed is asked already. Type a question of your own.")
                return
            self._view.open_proposals(proposals, partial(self._proposals_ticked, vacancy, proposals))

    def add_own(self) -> None:
        """Open an empty form for a question of one's own."""
        if vacancy := self._vacancy:
            self._view.open_question(partial(self._own_typed, vacancy))

    def drop(self) -> None:
        """Take the question picked out."""
        if question := self._picked:
            try:
                self._runner.run(drop_question, question_id=question.id)
            except UserError as error:
                self._view.show_problem(str(error))
            else:
                self._view.show_result("Taken out, with what was answered to it. Undo brings both back.")

    def _proposals_ticked(self, vacancy: Vacancy, proposals: Sequence[str], texts: Mapping[str, str]) -> None:
        wanted = [words for number, words in enumerate(proposals) if texts[f"{number}"]]
        if not wanted:
            self._view.show_form_problem("Nothing is ticked. Tick what you want to ask, or leave without keeping.")
            return
        try:
            for words in wanted:
                self._runner.run(ask_question, vacancy_id=vacancy.id, words=words)
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        self._view.close_form()
        self._view.show_result(f"Kept: {len(wanted)} question{'' if len(wanted) == 1 else 's'} more.")

    def _own_typed(self, vacancy: Vacancy, texts: Mapping[str, str]) -> None:
        words = texts["words"]
        try:
            self._runner.run(ask_question, vacancy_id=vacancy.id, words=words)
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        self._view.close_form()
        if worry := worry_about(words):
            self._view.show_problem(_warning(worry))
        else:
            self._view.show_result("Kept. Everybody who applies is asked this.")

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ASSISTANTS):
            self.refresh()


def _warning(worry: NotAsked) -> str:
    return (
        f"Kept, but look at it again: it may be about {worry.what[:1].lower()}{worry.what[1:]}. {worry.why}"
        f" What you may ask: {worry.instead[:1].lower()}{worry.instead[1:]} {ADVICE}"
    )
