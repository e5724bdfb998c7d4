"""Job description and advert of one vacancy, without a toolkit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pa_manager.assistants.model import Drawn, Paper, PaperKind, Vacancy
from pa_manager.assistants.operations import draft_job_paper, list_job_papers, list_vacancies, make_job_paper
from pa_manager.assistants.presenter.drafting import DraftingPresenter, DraftingView

NOTHING = "There is no vacancy yet. Say under Find somebody what the job is."
LEAD = "Each is drawn from the vacancy and your plan, and you can change every word before it is made."
READ_IT = (
    "Strangers read this. It gives no name, address or phone: type what you want to be known."
    " What is empty is left out; where and how to apply become blanks to fill in by hand."
)


class AdvertsView(DraftingView, Protocol):
    """What the presenter asks of the widget."""

    def show_vacancies(self, vacancies: Sequence[tuple[str, str]], chosen: str) -> None: ...


class AdvertsPresenter(DraftingPresenter[Vacancy]):
    """Drafts job descriptions and adverts, and keeps each version."""

    _view: AdvertsView
    _lead = LEAD
    _lead_of_none = NOTHING
    _lead_again = f"The version of {{day}} stays as it is. {READ_IT}"

    def draft(self, kind: str, drawn: frozenset[Drawn]) -> None:
        """Open the draft of a paper, with what was ticked drawn from the plan."""
        if vacancy := self._whose:
            paper = PaperKind(kind)
            draft = self._runner.read(
                draft_job_paper, vacancy_id=vacancy.id, kind=paper, drawn=drawn, day=self._today()
            )
            self._open(
                vacancy,
                draft,
                READ_IT,
                lambda texts: self._runner.run(
                    make_job_paper, vacancy_id=vacancy.id, kind=paper, drawn=drawn, texts=texts, made_on=self._today()
                ),
            )

    def _list(self) -> Sequence[Vacancy]:
        return self._runner.read(list_vacancies)

    def _show_list(self, found: Sequence[Vacancy], chosen: str) -> None:
        self._view.show_vacancies([(str(each.id), each.title) for each in found], chosen)

    def _papers_of(self, whose: Vacancy) -> Sequence[Paper]:
        return self._runner.read(list_job_papers, whose.id)

    def _called(self, whose: Vacancy) -> str:
        return whose.title
