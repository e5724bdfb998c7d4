"""Who is at the keyboard, without a toolkit: asked once a session, and named in the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from pa_manager.file.running import Changes, Runner
from pa_manager.holder.model import SOMEBODY_ELSE, Person
from pa_manager.holder.operations import HOLDER, list_people_here
from pa_manager.values.tasks import GoTo, Place

LEAD = "What is done from now on is noted under this name in the history."


class KeyboardView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_people(self, people: Sequence[Person]) -> None: ...


class KeyboardPresenter:
    """Shows who may be at the keyboard, and remembers for the session who it is."""

    def __init__(self, view: KeyboardView, runner: Runner, *, today: Callable[[], date], go_to: GoTo) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._go_to = go_to
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read again who may be here and show them."""
        self._view.set_lead(f"It is {self._runner.by} now. {LEAD}" if self._runner.by else LEAD)
        self._view.show_people((*self._runner.read(list_people_here, today=self._today()), SOMEBODY_ELSE))

    def choose(self, person: Person) -> None:
        """Remember who is here until the file is closed, and go on to Home."""
        self._runner.by = person.name
        self.refresh()
        self._go_to(Place("home"))

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(HOLDER):
            self.refresh()
