"""Papers drafted, kept version by version, and the one picked shown, without a toolkit: of a PA or about a job."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import ClassVar, Generic, Protocol, TypeVar

from pa_manager.assistants.model import Assistant, Draft, Paper, Vacancy
from pa_manager.assistants.operations import ASSISTANTS, draft_again, make_paper_again, read_paper
from pa_manager.file.running import Changes, Runner
from pa_manager.values.days import said
from pa_manager.values.errors import UserError

Keep = Callable[[Mapping[str, str]], None]
W = TypeVar("W", Assistant, Vacancy)


class DraftingView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
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


class DraftingPresenter(Generic[W]):
    """Keeps each version of a paper as its words were changed, and shows, prints and saves the one picked."""

    _view: DraftingView
    _lead: ClassVar[str]
    _lead_of_none: ClassVar[str]
    _lead_again: ClassVar[str]
    """What is said over a version whose words are changed; ``{day}`` is the day on which it was made."""

    def __init__(
        self,
        view: DraftingView,
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
        self._whose: W | None = None
        self._picked: Paper | None = None
        self._large = False
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the papers again and show them."""
        found = self._list()
        was = self._whose.id if self._whose else None
        whose = self._whose = next((each for each in found if each.id == was), next(iter(found), None))
        self._show_list(found, str(whose.id) if whose else "")
        self._view.set_lead(self._lead if found else self._lead_of_none)
        papers = self._papers_of(whose) if whose else ()
        picked = self._picked
        self._view.show_papers(papers)
        self.pick(next((each for each in papers if picked and each.id == picked.id), None))

    def choose(self, number: str) -> None:
        """Show the papers of another PA, or about another job."""
        wanted = next((each for each in self._list() if str(each.id) == number), None)
        if wanted and (self._whose is None or wanted.id != self._whose.id):
            self._whose, self._picked = wanted, None
            self.refresh()

    def pick(self, paper: Paper | None) -> None:
        """Take note of the paper picked, and show it."""
        self._picked = paper
        self._view.allow(making=self._whose is not None, changing=paper is not None)
        if paper is None:
            self._view.show_no_paper("Pick a paper above to see it.")
            return
        try:
            self._view.show_paper(self._runner.read(read_paper, paper.id, large=self._large))
        except UserError as error:
            self._view.show_no_paper(str(error))

    def draft_next(self) -> None:
        """Open the paper picked as a draft, with its own words: what is kept becomes the next version."""
        if (paper := self._picked) and (whose := self._whose):
            try:
                draft = self._runner.read(draft_again, paper_id=paper.id)
            except UserError as error:
                self._view.show_problem(str(error))
                return
            self._open(
                whose,
                draft,
                self._lead_again.format(day=said(paper.made_on)),
                lambda texts: self._runner.run(make_paper_again, paper_id=paper.id, texts=texts, made_on=self._today()),
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

    def _list(self) -> Sequence[W]:
        """Return whose papers there can be."""
        raise NotImplementedError

    def _show_list(self, found: Sequence[W], chosen: str) -> None:
        """Offer them by their names, one of them chosen."""
        raise NotImplementedError

    def _papers_of(self, whose: W) -> Sequence[Paper]:
        """Return the papers of one, the newest first."""
        raise NotImplementedError

    def _called(self, whose: W) -> str:
        """Return what one is called on paper."""
        raise NotImplementedError

    def _open(self, whose: W, draft: Draft, lead: str, make: Callable[[Mapping[str, str]], object]) -> None:
        def keep(texts: Mapping[str, str]) -> None:
            try:
                make(texts)
            except UserError as error:
                self._view.show_form_problem(str(error))
                return
            self._view.close_form()
            self._view.pick_paper(self._papers_of(whose)[0].id)
            self._view.show_result(f"Made and kept: {draft.kind.words}.")

        self._view.open_draft(f"{draft.kind.words}, {draft.about}", lead, draft, keep)

    def _save(self, name: str, pdf: bytes) -> None:
        if place := self._save_file(f"{name}.pdf", pdf):
            self._view.show_result(f"Saved: {place}.")

    def _hand_out(self, hand_out: Callable[[str, bytes], None]) -> None:
        if (paper := self._picked) and (whose := self._whose):
            try:
                pdf = self._runner.read(read_paper, paper.id, large=self._large)
                size = ", large print" if self._large else ""
                hand_out(f"{paper.kind.words}, {self._called(whose)}, {said(paper.made_on)}{size}", pdf)
            except UserError as error:
                self._view.show_problem(str(error))

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ASSISTANTS):
            self.refresh()
