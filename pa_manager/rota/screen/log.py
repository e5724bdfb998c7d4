"""The screen of the notice given of shifts."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from pa_manager.rota.model import LogLine
from pa_manager.rota.presenter.log import LogPresenter, LogView
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton
from pa_manager.shell.pieces.fields import DateField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.values.days import said


class LogScreen(Screen):
    """When each shift was offered, changed and cancelled."""

    def __init__(self, present: Callable[[LogView], LogPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Notice given", parent=parent)
        self._choose = MainButton("Show other days", "other days")
        self._table = RowTable[LogLine](
            "What became of each shift",
            [
                Column("Shift", lambda line: line.when, lambda line: (line.logged.day, line.logged.span)),
                Column("Who", lambda line: line.assistant),
                Column("What", lambda line: line.logged.kind.words),
                Column("On", lambda line: said(line.logged.done_on), lambda line: line.logged.at),
                Column(
                    "How long before", lambda line: line.logged.notice, lambda line: line.logged.notice_days, tone=_tone
                ),
            ],
            key=lambda line: (line.logged.shift_id, line.logged.at, line.logged.kind, line.logged.assistant_id),
            empty="No shift of these days has been offered to anybody.",
        )
        self.add(ButtonRow(self._choose), self._table)

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._choose.clicked.connect(self._presenter.choose_days)

    def show_log(self, lines: Sequence[LogLine]) -> None:
        self._table.set_rows(lines)

    def open_days(self, texts: Mapping[str, str]) -> None:
        form = FormDialog(
            self,
            "Show other days",
            "The shifts of these days are shown, also those taken off since.",
            {"first": DateField("First day"), "last": DateField("Last day")},
            "Show",
        )
        form.fill(texts)
        form.kept.connect(self._presenter.keep_days)
        self.open_form(form)


def _notice_days(line: LogLine) -> int:
    return line.logged.notice_days


def _tone(line: LogLine) -> Tone | None:
    return "warn" if line.short else None
