"""Job description and advert of one vacancy, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from pa_manager.assistants.model import Draft, Drawn, Paper, PaperKind, Vacancy
from pa_manager.assistants.operations import (
    ASSISTANTS,
    draft_again,
    draft_job_paper,
    list_job_papers,
    list_vacancies,
    make_job_paper,
    make_paper_again,
    read_paper,
)
from pa_manager.file.running import Changes, Runner
from pa_manager.values.days import said
from pa_manager.values.errors import UserError

NOTHING = "There is no vacancy yet. Say under Find somebody what the job is."
LEAD = "Each is drawn from the vacancy and your plan, and you can change every word before it is made."
READ_IT = (
    "Strangers read this. It gives no name, address or phone: type what you want to be known."
    " What is empty is left out; where and how to apply become blanks to fill in by hand."
)
Keep = Callable[[Mapping[str, str]], None]


class AdvertsView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_vacancies(self, vacancies: Sequence[tuple[str, str]], chosen: str) -> None: ...
    def show_papers(self, papers: Sequence[Paper]) -> None: ...
    def show_paper(self, pdf: bytes) -> None: ...
    def show_no_paper(self, sentence: str) -> None: ...
    def pick_paper(self, number: int) -> None: ...
    def allow(self, *, making: bool, changing: bool) -> None: ...
    def open_draft(self, title: str, lead: str, draft: Draft, keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class AdvertsPresenter:
    """Drafts job descriptions and adverts, keeps each version, and shows, prints and saves the one picked."""

    def __init__(
        self,
        view: AdvertsView,
        runner: Runner,
        *,
        today: Callable[[], date],
        print_pdf: Callable[[str, bytes], None],
        save_file: Callable[[str, bytes], str | None],
    ) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._print_pdf = print_pdf
        self._save_file = save_file
        self._vacancy: Vacancy | None = None
        self._picked: Paper | None = None
        self._large = False
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the papers again and show them."""
        found = self._runner.read(list_vacancies)
        was = self._vacancy.id if self._vacancy else None
        self._vacancy = next((each for each in found if each.id == was), next(iter(found), None))
        self._view.show_vacancies(
            [(str(each.id), each.title) for each in found], str(self._vacancy.id) if self._vacancy else ""
        )
        self._view.set_lead(LEAD if found else NOTHING)
        papers = self._runner.read(list_job_papers, self._vacancy.id) if self._vacancy else ()
        picked = self._picked
        self._view.show_papers(papers)
        self.pick(next((each for each in papers if picked and each.id == picked.id), None))

    def choose(self, number: str) -> None:
        """Show the papers of another vacancy."""
        wanted = next((each for each in self._runner.read(list_vacancies) if str(each.id) == number), None)
        if wanted and (self._vacancy is None or wanted.id != self._vacancy.id):
            self._vacancy, self._picked = wanted, None
            self.refresh()

    def pick(self, paper: Paper | None) -> None:
        """Take note of the paper picked, and show it."""
        self._picked = paper
        self._view.allow(making=self._vacancy is not None, changing=paper is not None)
        if paper is None:
            self._view.show_no_paper("Pick a paper above to see it.")
            return
        try:
            self._view.show_paper(self._runner.read(read_paper, paper.id, large=self._large))
        except UserError as error:
            self._view.show_no_paper(str(error))

    def draft(self, kind: str, drawn: frozenset[Drawn]) -> None:
        """Open the draft of a paper, with what was ticked drawn from the plan."""
        if vacancy := self._vacancy:
            paper, today = PaperKind(kind), self._today()
            draft = self._runner.read(draft_job_paper, vacancy_id=vacancy.id, kind=paper, drawn=drawn, day=today)
            self._view.open_draft(
                f"{paper.words}, {vacancy.title}",
                READ_IT,
                draft,
                lambda texts: self._keep(
                    vacancy,
                    paper,
                    lambda: self._runner.run(
                        make_job_paper, vacancy_id=vacancy.id, kind=paper, drawn=drawn, texts=texts, made_on=today
                    ),
                ),
            )

    def draft_next(self) -> None:
        """Open the paper picked as a draft, with its own words: what is kept becomes the next version."""
        if (paper := self._picked) and (vacancy := self._vacancy):
            draft = self._runner.read(draft_again, paper_id=paper.id)
            today = self._today()
            self._view.open_draft(
                f"{paper.kind.words}, {vacancy.title}",
                f"The version of {said(paper.made_on)} stays as it is. {READ_IT}",
                draft,
                lambda texts: self._keep(
                    vacancy,
                    paper.kind,
                    lambda: self._runner.run(make_paper_again, paper_id=paper.id, texts=texts, made_on=today),
                ),
            )

    def show_large(self, large: bool) -> None:
        """Show, print and save papers in large print, or in ordinary letters again."""
        self._large = large
        self.pick(self._picked)

    def print_paper(self) -> None:
        """Print the paper picked."""
        self._hand_out(self._print_pdf)

    def save_paper(self) -> None:
        """Save the paper picked as a file."""
        self._hand_out(self._save)

    def _save(self, name: str, pdf: bytes) -> None:
        if place := self._save_file(f"{name}.pdf", pdf):
            self._view.show_result(f"Saved: {place}.")

    def _hand_out(self, hand_out: Callable[[str, bytes], None]) -> None:
        if (paper := self._picked) and (vacancy := self._vacancy):
            try:
                pdf = self._runner.read(read_paper, paper.id, large=self._large)
                size = ", large print" if self._large else ""
                hand_out(f"{paper.kind.words}, {vacancy.title}, {said(paper.made_on)}{size}", pdf)
            except UserError as error:
                self._view.show_problem(str(error))

    def _keep(self, vacancy: Vacancy, kind: PaperKind, run: Callable[[], object]) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        self._view.close_form()
        self._view.pick_paper(self._runner.read(list_job_papers, vacancy.id)[0].id)
        self._view.show_result(f"Made and kept: {kind.words}.")

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ASSISTANTS):
            self.refresh()
