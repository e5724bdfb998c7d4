"""The papers of one PA."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from pa_manager.assistants.model import NOT_ADVICE, PaperKind
from pa_manager.assistants.presenter.papers import PapersPresenter, PapersView
from pa_manager.assistants.screen.drafting import DraftingScreen
from pa_manager.shell.pieces.buttons import ButtonRow, PlainButton
from pa_manager.shell.pieces.tables import Column


class PapersScreen(DraftingScreen):
    """A paper to choose and draft, the versions that were made, and the one picked."""

    def __init__(self, present: Callable[[PapersView], PapersPresenter], parent: QWidget | None = None) -> None:
        super().__init__(
            "Papers for a PA",
            "For whom",
            [kind for kind in PaperKind if not kind.for_vacancy],
            hint=NOT_ADVICE,
            columns=[Column("By both", lambda paper: paper.standing)],
            empty="No paper is made yet. The written statement is due by the first day of work.",
            parent=parent,
        )
        self._agree = PlainButton("Both have agreed it", "agree")
        self.add(
            self._whose,
            self._kind,
            ButtonRow(self._draft),
            self._table,
            ButtonRow(self._again, self._agree),
            self._large,
            self._papers,
        )

        presenter = present(self)
        self._follow(presenter)
        self._draft.clicked.connect(lambda: presenter.draft(self._kind.text()))
        self._agree.clicked.connect(presenter.agree)

    def show_people(self, people: Sequence[tuple[str, str]], chosen: str) -> None:
        self._show_whose(people, chosen)

    def allow_agreeing(self, allowed: bool) -> None:
        self._agree.setEnabled(allowed)
