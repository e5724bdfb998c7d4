"""The first screen."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.home.model import MoneyLeft, NextReturn, when_said
from pa_manager.home.presenter.first import HomePresenter, HomeView
from pa_manager.rota.model import ShiftLine
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import CardRow, FigureCard
from pa_manager.values.days import said_short
from pa_manager.values.tasks import Task


class HomeScreen(Screen):
    """What is spare and what comes next, a list of things to do that leads to each, and the shifts of the week."""

    def __init__(self, present: Callable[[HomeView], HomePresenter], parent: QWidget | None = None) -> None:
        super().__init__("Home", parent=parent)
        self._today = date.min
        cannot_come = MainButton("Someone &cannot come", "cannot come")
        self._spare = FigureCard("Truly spare")
        self._return = FigureCard("Next return")
        self._cards = CardRow(self._spare, self._return)
        week = PlainButton("My &week", "my week")
        money, returns = PlainButton("Show the mone&y", "money"), PlainButton("Show the ret&urns", "returns")
        self._tasks = RowTable[Task](
            "What needs &doing",
            [
                Column("What", lambda task: task.text, lambda task: task.text),
                Column("When", self._when, lambda task: task.due or date.max, Qt.AlignmentFlag.AlignRight),
            ],
            key=lambda task: (task.place, task.text),
            empty="Nothing needs doing. Whatever comes up will be listed here.",
            said=lambda task: f"{task.text} {self._when(task)}".strip(),
        )
        self._open = PlainButton("Do &this", "open")
        self._shifts = RowTable[ShiftLine](
            "Who &is coming",
            [
                Column("Day", lambda line: said_short(line.shift.day), lambda line: line.shift.starts_at),
                Column("Times", lambda line: str(line.shift.span), lambda line: line.shift.span.start),
                Column("Who", lambda line: line.assistant, lambda line: line.assistant.casefold()),
                Column("Kind", lambda line: line.shift.kind.words, lambda line: line.shift.kind.words),
            ],
            key=lambda line: line.shift.id,
            empty="Nobody is down for the next 7 days. Plan the week on the rota.",
        )
        self.add(
            ButtonRow(cannot_come, week, money, returns),
            self._cards,
            self._tasks,
            ButtonRow(self._open),
            self._shifts,
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._tasks.picked.connect(self._presenter.pick)
        self._tasks.activated.connect(self._presenter.open_place)
        self._open.clicked.connect(self._presenter.open_place)
        self._shifts.activated.connect(self._presenter.open_shift)
        cannot_come.clicked.connect(self._presenter.someone_cannot_come)
        week.clicked.connect(self._presenter.show_my_week)
        money.clicked.connect(self._presenter.show_money)
        returns.clicked.connect(self._presenter.show_returns)

    def show_money(self, money: MoneyLeft | None) -> None:
        if money is None:
            self._spare.show("Not known yet", "Add the bank account, then what is spare stands here")
        else:
            self._spare.show(str(money.spare), money.sentence)

    def show_next_return(self, next_return: NextReturn | None) -> None:
        if next_return is None:
            self._return.show("None begun", "A return can be drafted for any dates, at any time")
        else:
            self._return.show(next_return.figure, next_return.sentence)

    def show_tasks(self, tasks: Sequence[Task], today: date) -> None:
        self._today = today
        self._tasks.set_rows(tasks)

    def show_shifts(self, lines: Sequence[ShiftLine]) -> None:
        self._shifts.set_rows(lines)

    def allow_opening(self, allowed: bool) -> None:
        self._open.setEnabled(allowed)

    def _when(self, task: Task) -> str:
        return when_said(task, self._today)
