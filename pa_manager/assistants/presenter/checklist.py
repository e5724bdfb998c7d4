"""The checklist of one PA, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from pa_manager.assistants.model import Assistant, Step, told_apart
from pa_manager.assistants.operations import ASSISTANTS, list_assistants, list_steps, mark_step
from pa_manager.figures.operations import FIGURES
from pa_manager.file.running import Changes, Runner
from pa_manager.values.errors import UserError

NOBODY = "Nobody is down as your PA yet. Add one under My PAs."


class ChecklistView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_people(self, people: Sequence[tuple[str, str]], chosen: str) -> None: ...
    def show_steps(self, steps: Sequence[Step]) -> None: ...
    def allow(self, *, done: bool, not_done: bool) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class ChecklistPresenter:
    """Shows what a PA who starts or leaves asks for, and marks steps as done."""

    def __init__(self, view: ChecklistView, runner: Runner, *, today: Callable[[], date]) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._whose: Assistant | None = None
        self._step: Step | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the checklist again and show it."""
        everyone = self._runner.read(list_assistants)
        was = self._whose.id if self._whose else None
        self._whose = next((each for each in everyone if each.id == was), next(iter(everyone), None))
        names = told_apart(everyone)
        self._view.show_people(
            [(str(each.id), names[each.id]) for each in everyone], str(self._whose.id) if self._whose else ""
        )
        steps: Sequence[Step] = ()
        if self._whose:
            steps = self._runner.read(list_steps, assistant_id=self._whose.id, day=self._today())
        self._view.set_lead(self._lead(steps))
        picked = self._step.kind if self._step else None
        self._view.show_steps(steps)
        self.pick(next((step for step in steps if step.kind is picked), None))

    def choose(self, number: str) -> None:
        """Show the checklist of another PA."""
        wanted = next((each for each in self._runner.read(list_assistants) if str(each.id) == number), None)
        if wanted and (self._whose is None or wanted.id != self._whose.id):
            self._whose = wanted
            self._step = None
            self.refresh()

    def pick(self, step: Step | None) -> None:
        """Take note of the step picked. What the record itself shows cannot be marked."""
        self._step = step
        free = step is not None and not step.by_record
        self._view.allow(
            done=free and step is not None and not step.done, not_done=free and step is not None and step.done
        )

    def mark_done(self) -> None:
        """Mark the step picked as done today."""
        self._mark(self._today(), "Done")

    def mark_not_done(self) -> None:
        """Mark the step picked as not done after all."""
        self._mark(None, "Not done")

    def _mark(self, done_on: date | None, words: str) -> None:
        if (whose := self._whose) and (step := self._step):
            try:
                self._runner.run(mark_step, assistant_id=whose.id, kind=step.kind, done_on=done_on)
            except UserError as error:
                self._view.show_problem(str(error))
            else:
                self._view.show_result(f"{words}: {step.words}.")

    def _lead(self, steps: Sequence[Step]) -> str:
        if self._whose is None:
            return NOBODY
        left = sum(not step.done for step in steps)
        what = "leaving" if self._whose.left_on else "a new PA"
        return f"The list for {what}: {left or 'no'} step{' is' if left == 1 else 's are'} left."

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ASSISTANTS | FIGURES):
            self.refresh()
