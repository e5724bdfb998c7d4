"""The papers of one PA, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from pa_manager.assistants.model import Assistant, Draft, Paper, PaperKind, told_apart
from pa_manager.assistants.operations import (
    ASSISTANTS,
    agree_paper,
    draft_again,
    draft_paper,
    list_assistants,
    list_papers,
    make_paper,
    make_paper_again,
    read_paper,
)
from pa_manager.file.running import Changes, Runner
from pa_manager.values.days import said
from pa_manager.values.errors import UserError

NOBODY = "Nobody is down as your PA yet. Add one under My PAs."
Keep = Callable[[Mapping[str, str]], None]


class PapersView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_people(self, people: Sequence[tuple[str, str]], chosen: str) -> None: ...
    def show_papers(self, papers: Sequence[Paper]) -> None: ...
    def show_paper(self, pdf: bytes) -> None: ...
    def show_no_paper(self, sentence: str) -> None: ...
    def pick_paper(self, number: int) -> None: ...
    def allow_making(self, allowed: bool) -> None: ...
    def allow_changes(self, *, picked: bool, agree: bool) -> None: ...
    def open_draft(self, title: str, lead: str, draft: Draft, keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class PapersPresenter:
    """Drafts papers from the record, keeps each version, and shows, prints and saves the one picked."""

    def __init__(
        self,
        view: PapersView,
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
        self._whose: Assistant | None = None
        self._picked: Paper | None = None
        self._large = False
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the papers again and show them."""
        everyone = self._runner.read(list_assistants)
        was = self._whose.id if self._whose else None
        self._whose = next((each for each in everyone if each.id == was), next(iter(everyone), None))
        names = told_apart(everyone)
        self._view.show_people(
            [(str(each.id), names[each.id]) for each in everyone], str(self._whose.id) if self._whose else ""
        )
        self._view.allow_making(self._whose is not None)
        papers = self._runner.read(list_papers, self._whose.id) if self._whose else ()
        self._view.set_lead(
            "Each is filled in from the record, and you can change every word before it is made."
            if everyone
            else NOBODY
        )
        self._view.show_papers(papers)
        picked = self._picked
        self.pick(next((each for each in papers if picked and each.id == picked.id), None))

    def choose(self, number: str) -> None:
        """Show the papers of another PA."""
        wanted = next((each for each in self._runner.read(list_assistants) if str(each.id) == number), None)
        if wanted and (self._whose is None or wanted.id != self._whose.id):
            self._whose = wanted
            self._picked = None
            self.refresh()

    def pick(self, paper: Paper | None) -> None:
        """Take note of the paper picked, and show it."""
        self._picked = paper
        self._view.allow_changes(picked=paper is not None, agree=paper is not None and paper.kind.signed_by_both)
        if paper is None:
            self._view.show_no_paper("Pick a paper above to see it.")
            return
        try:
            self._view.show_paper(self._runner.read(read_paper, paper.id, large=self._large))
        except UserError as error:
            self._view.show_no_paper(str(error))

    def draft(self, kind: str) -> None:
        """Open the draft of a paper, filled in from the record, each item to be changed."""
        if whose := self._whose:
            paper = PaperKind(kind)
            draft = self._runner.read(draft_paper, assistant_id=whose.id, kind=paper, day=self._today())
            blanks = len(draft.blanks)
            lead = "Change what you like. What is empty becomes a blank to fill in by hand."
            if blanks:
                lead += f" {blanks} item{' is' if blanks == 1 else 's are'} empty now."
            self._view.open_draft(
                f"{paper.words}, {whose.name}", lead, draft, lambda texts: self._make(whose, paper, texts)
            )

    def draft_next(self) -> None:
        """Open the paper picked as a draft, with its own words: what is kept becomes the next version."""
        if paper := self._picked:
            try:
                draft = self._runner.read(draft_again, paper_id=paper.id)
            except UserError as error:
                self._view.show_problem(str(error))
                return
            self._view.open_draft(
                f"{paper.kind.words}, {draft.about}",
                f"Change what you like. The version of {said(paper.made_on)} stays as it is.",
                draft,
                lambda texts: self._make_again(paper, texts),
            )

    def agree(self) -> None:
        """Note that both agreed the paper picked today; if they had, that they have not after all."""
        if paper := self._picked:
            agreed_on = None if paper.agreed_on else self._today()
            try:
                self._runner.run(agree_paper, paper_id=paper.id, agreed_on=agreed_on)
            except UserError as error:
                self._view.show_problem(str(error))
                return
            words = f"Both agreed it on {said(agreed_on)}" if agreed_on else "Not agreed after all"
            self._view.show_result(f"{words}: {paper.kind.words}.")

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
        if (paper := self._picked) and (whose := self._whose):
            try:
                pdf = self._runner.read(read_paper, paper.id, large=self._large)
                size = ", large print" if self._large else ""
                hand_out(f"{paper.kind.words}, {whose.name}, {said(paper.made_on)}{size}", pdf)
            except UserError as error:
                self._view.show_problem(str(error))

    def _make(self, whose: Assistant, kind: PaperKind, texts: Mapping[str, str]) -> None:
        today = self._today()
        self._keep(
            whose,
            kind,
            lambda: self._runner.run(make_paper, assistant_id=whose.id, kind=kind, texts=texts, made_on=today),
        )

    def _make_again(self, paper: Paper, texts: Mapping[str, str]) -> None:
        if whose := self._whose:
            today = self._today()
            self._keep(
                whose,
                paper.kind,
                lambda: self._runner.run(make_paper_again, paper_id=paper.id, texts=texts, made_on=today),
            )

    def _keep(self, whose: Assistant, kind: PaperKind, run: Callable[[], object]) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        self._view.close_form()
        self._view.pick_paper(self._runner.read(list_papers, whose.id)[0].id)
        self._view.show_result(f"Made and kept: {kind.words}.")

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ASSISTANTS):
            self.refresh()
