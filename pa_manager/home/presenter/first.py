"""The first screen, without a toolkit."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Protocol

from pa_manager.file.running import Changes, Runner
from pa_manager.home.model import HomePage, MoneyLeft, NextReturn
from pa_manager.home.operations import home_page
from pa_manager.rota.model import ShiftLine
from pa_manager.values.clock import LONDON
from pa_manager.values.tasks import GoTo, Place, Task


class HomeView(Protocol):
    """What the presenter asks of the widget."""

    def set_title(self, title: str) -> None: ...
    def set_lead(self, lead: str) -> None: ...
    def show_money(self, money: MoneyLeft | None) -> None: ...
    def show_next_return(self, next_return: NextReturn | None) -> None: ...
    def show_tasks(self, tasks: Sequence[Task], today: date) -> None: ...
    def show_shifts(self, lines: Sequence[ShiftLine]) -> None: ...
    def allow_opening(self, allowed: bool) -> None: ...


class HomePresenter:
    """Says where things stand, lists what needs doing, and leads to where it is done."""

    def __init__(self, view: HomeView, runner: Runner, go_to: GoTo, *, now: Callable[[], datetime]) -> None:
        self._view = view
        self._runner = runner
        self._go_to = go_to
        self._now = now
        self._picked: Task | None = None
        self.close = runner.on_change(self._refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask every link again where things stand."""
        page: HomePage = self._runner.read(home_page, on=self._now())
        today = page.on.astimezone(LONDON).date()
        self.pick(None)
        self._view.set_title(page.title)
        self._view.set_lead(page.lead)
        self._view.show_money(page.money)
        self._view.show_next_return(page.next_return)
        self._view.show_tasks(page.tasks, today)
        self._view.show_shifts([line for line in page.shifts if line.shift.ends_at > page.on])

    def pick(self, task: Task | None) -> None:
        """Take note of the task picked."""
        self._picked = task
        self._view.allow_opening(task is not None)

    def open_place(self) -> None:
        """Bring the place of the task picked before the user."""
        if self._picked is not None:
            self._go_to(self._picked.place)

    def open_shift(self, line: ShiftLine) -> None:
        """Bring a shift before the user, on the rota."""
        self._go_to(Place("rota", line.shift.id))

    def someone_cannot_come(self) -> None:
        """Bring the screen before the user on which cover is found."""
        self._go_to(Place("cover"))

    def show_my_week(self) -> None:
        """Bring the page before the user that says in big words who comes."""
        self._go_to(Place("rota", screen="my_week"))

    def show_money(self) -> None:
        """Bring the accounts before the user: the lines behind the figure."""
        self._go_to(Place("spending"))

    def show_returns(self) -> None:
        """Bring the returns before the user."""
        self._go_to(Place("returns"))

    def _refresh(self, _changes: Changes) -> None:
        self.refresh()
