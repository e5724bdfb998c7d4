"""The screen of what was done."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from pa_manager.home.model import HistoryLine
from pa_manager.home.presenter.history import HistoryPresenter, HistoryView
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable


class HistoryScreen(Screen):
    """All that was done in this file, the newest first. What is not locked can be taken back, one by one."""

    def __init__(self, present: Callable[[HistoryView], HistoryPresenter], parent: QWidget | None = None) -> None:
        super().__init__("History", "All that was done in this file, the newest first.", parent)
        self._undo = MainButton("&Undo the newest", "undo newest")
        self._redo = PlainButton("Do it a&gain", "redo newest")
        self._table = RowTable[HistoryLine](
            "What was &done",
            [
                Column("When", lambda line: line.when, lambda line: line.at),
                Column("What", lambda line: line.what, lambda line: line.what),
                Column("Who", lambda line: line.by, lambda line: line.by),
                Column("State", lambda line: line.state, lambda line: line.state),
            ],
            key=lambda line: line.number,
            empty="Nothing has been done yet.",
        )
        self.add(ButtonRow(self._undo, self._redo), self._table)

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._undo.clicked.connect(self._presenter.undo)
        self._redo.clicked.connect(self._presenter.redo)

    def show_history(self, lines: Sequence[HistoryLine]) -> None:
        self._table.set_rows(lines)

    def allow_undo(self, allowed: bool) -> None:
        self._undo.setEnabled(allowed)

    def allow_redo(self, allowed: bool) -> None:
        self._redo.setEnabled(allowed)
