"""The list of returns."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from pa_manager.returns.model import ListedReturn
from pa_manager.returns.presenter.returns import EMPTY, Keep, ReturnsPresenter, ReturnsView
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import ChoiceField, DateField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.values.days import said, said_period


class ReturnsScreen(Screen):
    """A table of returns, with a button that starts another."""

    def __init__(self, present: Callable[[ReturnsView], ReturnsPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Returns to the council", parent=parent)
        self._start = MainButton("Start a return", "start")
        self._open = PlainButton("Open this return", "open")
        self._remove = PlainButton("Throw this draft away", "remove")
        self._table = RowTable[ListedReturn](
            "Returns",
            [
                Column("Days", lambda row: said_period(row.a_return.period), lambda row: row.a_return.period.first),
                Column("For", lambda row: row.scope),
                Column("State", lambda row: row.state),
                Column("Due", _due, lambda row: row.a_return.details.due_on or row.a_return.period.last),
            ],
            key=lambda row: row.a_return.id,
            empty=EMPTY,
            said=_said,
        )
        self.add(ButtonRow(self._start, self._open, self._remove), self._table)

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._start.clicked.connect(self._presenter.start)
        self._open.clicked.connect(self._presenter.open)
        self._remove.clicked.connect(self._presenter.remove)
        self._table.picked.connect(self._presenter.pick)
        self._table.activated.connect(lambda _row: self._presenter.open())

    def show_returns(self, returns: Sequence[ListedReturn]) -> None:
        self._table.set_rows(returns)

    def allow_opening(self, allowed: bool) -> None:
        self._open.setEnabled(allowed)

    def allow_removing(self, allowed: bool) -> None:
        self._remove.setEnabled(allowed)

    def open_start(self, texts: Mapping[str, str], streams: Sequence[tuple[str, str]], keep: Keep) -> None:
        form = FormDialog(
            self,
            "Start a return",
            "It is filled in from your records, and you can change the days later.",
            {
                "first": DateField("First day"),
                "last": DateField("Last day"),
                "stream": ChoiceField("For which money", streams),
            },
            keep="Start the return",
        )
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)

    def point_out(self, number: int) -> None:
        self._table.pick(number)


def _due(row: ListedReturn) -> str:
    return said(row.a_return.details.due_on) if row.a_return.details.due_on else ""


def _said(row: ListedReturn) -> str:
    return f"{said_period(row.a_return.period)}, {row.scope}, {row.state}"
