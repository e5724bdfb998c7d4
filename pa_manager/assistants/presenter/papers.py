"""The papers of one PA, without a toolkit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pa_manager.assistants.model import Assistant, Paper, PaperKind, told_apart
from pa_manager.assistants.operations import agree_paper, draft_paper, list_assistants, list_papers, make_paper
from pa_manager.assistants.presenter.drafting import DraftingPresenter, DraftingView
from pa_manager.values.days import said
from pa_manager.values.errors import UserError

NOBODY = "Nobody is down as your PA yet. Add one under My PAs."


class PapersView(DraftingView, Protocol):
    """What the presenter asks of the widget."""

    def show_people(self, people: Sequence[tuple[str, str]], chosen: str) -> None: ...
    def allow_agreeing(self, allowed: bool) -> None: ...


class PapersPresenter(DraftingPresenter[Assistant]):
    """Drafts papers from the record, keeps each version, and notes which both agreed."""

    _view: PapersView
    _lead = "Each is filled in from the record, and you can change every word before it is made."
    _lead_of_none = NOBODY
    _lead_again = "Change what you like. The version of {day} stays as it is."

    def pick(self, paper: Paper | None) -> None:
        """Take note of the paper picked, and show it."""
        super().pick(paper)
        self._view.allow_agreeing(paper is not None and paper.kind.signed_by_both)

    def draft(self, kind: str) -> None:
        """Open the draft of a paper, filled in from the record, each item to be changed."""
        if whose := self._whose:
            paper = PaperKind(kind)
            draft = self._runner.read(draft_paper, assistant_id=whose.id, kind=paper, day=self._today())
            blanks = len(draft.blanks)
            lead = "Change what you like. What is empty becomes a blank to fill in by hand."
            if blanks:
                lead += f" {blanks} item{' is' if blanks == 1 else 's are'} empty now."
            self._open(
                whose,
                draft,
                lead,
                lambda texts: self._runner.run(
                    make_paper, assistant_id=whose.id, kind=paper, texts=texts, made_on=self._today()
                ),
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

    def _list(self) -> Sequence[Assistant]:
        return self._runner.read(list_assistants)

    def _show_list(self, found: Sequence[Assistant], chosen: str) -> None:
        names = told_apart(found)
        self._view.show_people([(str(each.id), names[each.id]) for each in found], chosen)

    def _papers_of(self, whose: Assistant) -> Sequence[Paper]:
        return self._runner.read(list_papers, whose.id)

    def _called(self, whose: Assistant) -> str:
        return whose.name
