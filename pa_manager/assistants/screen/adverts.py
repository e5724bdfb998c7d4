"""Job description and advert of one vacancy."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from pa_manager.assistants.model import PUBLIC, Drawn, PaperKind
from pa_manager.assistants.presenter.adverts import AdvertsPresenter, AdvertsView
from pa_manager.assistants.screen.drafting import DraftingScreen
from pa_manager.shell.pieces.buttons import ButtonRow
from pa_manager.shell.pieces.fields import TickField
from pa_manager.shell.pieces.words import Card

_TICKS = {
    Drawn.OUTCOMES: ("What I want to do or keep", "The outcomes of the plan."),
    Drawn.MATTERS: ("What matters to me", "A good day, and what is important to me."),
    Drawn.TASKS: ("What PAs do", "From the plan: the tasks, the days, what they must be able to do."),
    Drawn.HEALTH: ("What keeps me well and safe", "This tells strangers about your health. You need not."),
}


class AdvertsScreen(DraftingScreen):
    """What is drawn from the plan, the paper to draft, the versions that were made, and the one picked."""

    def __init__(self, present: Callable[[AdvertsView], AdvertsPresenter], parent: QWidget | None = None) -> None:
        super().__init__(
            "Advert and job description",
            "For which job",
            (PaperKind.ADVERT, PaperKind.JOB_DESCRIPTION),
            empty="No advert is made yet. Draft one: the words are yours to change.",
            parent=parent,
        )
        self._ticks = {drawn: TickField(f"Draw in: {words}", hint) for drawn, (words, hint) in _TICKS.items()}
        for drawn, tick in self._ticks.items():
            tick.set_text("yes" if drawn in PUBLIC else "")
        self.add(
            self._whose,
            self._kind,
            Card(*self._ticks.values()),
            ButtonRow(self._draft),
            self._table,
            ButtonRow(self._again),
            self._large,
            self._papers,
        )

        presenter = present(self)
        self._follow(presenter)
        self._draft.clicked.connect(lambda: presenter.draft(self._kind.text(), self._drawn()))

    def show_vacancies(self, vacancies: Sequence[tuple[str, str]], chosen: str) -> None:
        self._show_whose(vacancies, chosen)

    def _drawn(self) -> frozenset[Drawn]:
        return frozenset(drawn for drawn, tick in self._ticks.items() if tick.text())
