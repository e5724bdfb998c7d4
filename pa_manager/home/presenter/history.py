"""The history of what was done, without a toolkit."""

from collections.abc import Sequence
from typing import Protocol

from pa_manager.file.running import Changes, Runner
from pa_manager.home.model import HistoryLine
from pa_manager.values.errors import UserError

SHOWN = 500


class HistoryView(Protocol):
    """What the presenter asks of the widget."""

    def show_history(self, lines: Sequence[HistoryLine]) -> None: ...
    def allow_undo(self, allowed: bool) -> None: ...
    def allow_redo(self, allowed: bool) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class HistoryPresenter:
    """Lists what was done, the newest first, and takes it back one by one."""

    def __init__(self, view: HistoryView, runner: Runner) -> None:
        self._view = view
        self._runner = runner
        self.close = runner.on_change(self._refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read again what was done."""
        lines = [
            HistoryLine(
                number=done.number,
                what=done.label,
                at=done.at,
                undone=done.undone,
                locked=done.for_good,
                by=done.by,
            )
            for done in self._runner.history(SHOWN)
        ]
        self._view.show_history(lines)
        self._view.allow_undo(any(not line.undone for line in lines))
        self._view.allow_redo(any(line.undone for line in lines))

    def undo(self) -> None:
        """Take back the newest thing done, unless it is locked."""
        try:
            undone = self._runner.undo()
        except UserError as error:
            self._view.show_problem(str(error))
            return
        self._view.show_result(f"Undone: {undone}." if undone else "There is nothing to undo.")

    def redo(self) -> None:
        """Do again what was taken back last."""
        done = self._runner.redo()
        self._view.show_result(f"Done again: {done}." if done else "There is nothing to do again.")

    def _refresh(self, _changes: Changes) -> None:
        self.refresh()
