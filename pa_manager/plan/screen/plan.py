"""Outcomes, and what the money is for."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.plan.model import BEST, CareAct, OutcomeLine, PricedLine, Rating
from pa_manager.plan.presenter.plan import Keep, PlanPresenter, PlanView
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.charts import Chart
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, MoneyField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.values.charts import Bar
from pa_manager.values.days import said
from pa_manager.values.money import NIL

_RIGHT: Final = Qt.AlignmentFlag.AlignRight


class PlanScreen(Screen):
    """A table of outcomes, and one of what the money is for."""

    def __init__(self, present: Callable[[PlanView], PlanPresenter], parent: QWidget | None = None) -> None:
        super().__init__("My plan", parent=parent)
        self._add_outcome = MainButton("Add an outcome", "add outcome")
        self._change_outcome = PlainButton("Change this outcome", "change outcome")
        self._end_outcome = PlainButton("End this outcome", "end outcome")
        self._rate = PlainButton("How is it going?", "rate outcome")
        self._in_words = PlainButton("The plan in words", "words")
        self._outcomes = RowTable[OutcomeLine](
            "Outcomes",
            [
                Column("No.", lambda row: str(row.outcome.number), lambda row: row.outcome.number),
                Column("What should get better, or be kept", lambda row: row.outcome.words),
                Column("How we will know", lambda row: row.outcome.measure),
                Column("A week", lambda row: row.set_aside),
                Column("How it goes", lambda row: row.rating),
                Column(
                    "Next look",
                    lambda row: row.time,
                    lambda row: row.outcome.review_on or date.max,
                    tone=lambda row: "warn" if row.is_late else None,
                ),
            ],
            key=lambda row: row.outcome.id,
            empty="An outcome says in your own words what should get better, or be kept: go swimming each week.",
        )
        self._chart = Chart("How it goes", drawn="line", table="", most=BEST)
        self._ratings = RowTable[Rating](
            "What was said of it",
            [
                Column("Day", lambda row: said(row.day), lambda row: row.day),
                Column("How it stood", lambda row: f"{row.stars} of {BEST}", lambda row: row.stars),
                Column("Why", lambda row: row.note),
            ],
            key=lambda row: row.day,
        )
        self._add_line = PlainButton("Add a line of money", "add line")
        self._change_line = PlainButton("Change this line", "change line")
        self._remove_line = PlainButton("Take this line out", "remove line")
        self._lines = RowTable[PricedLine](
            "What the money is for",
            [
                Column("What", lambda row: row.line.words),
                Column("Outcome", lambda row: str(row.number or ""), lambda row: row.number or 0),
                Column("From which money", lambda row: row.line.stream_name),
                Column(
                    "How much", lambda row: row.price, lambda row: row.line.weekly or row.line.one_off or NIL, _RIGHT
                ),
                Column("Agreed by", lambda row: row.agreed),
            ],
            key=lambda row: row.line.id,
            empty="Each line says what may be bought, from which money, and who agreed it.",
        )
        self.add(
            ButtonRow(self._add_outcome, self._in_words),
            ButtonRow(self._change_outcome, self._rate, self._end_outcome),
            self._outcomes,
            self._chart,
            self._ratings,
            self._lines,
            ButtonRow(self._add_line, self._change_line, self._remove_line),
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._add_outcome.clicked.connect(self._presenter.add_outcome)
        self._change_outcome.clicked.connect(self._presenter.change_outcome)
        self._end_outcome.clicked.connect(self._presenter.end_outcome)
        self._rate.clicked.connect(self._presenter.rate_outcome)
        self._in_words.clicked.connect(self._presenter.show_words)
        self._outcomes.picked.connect(self._presenter.pick_outcome)
        self._outcomes.activated.connect(lambda _row: self._presenter.change_outcome())
        self._add_line.clicked.connect(self._presenter.add_line)
        self._change_line.clicked.connect(self._presenter.change_line)
        self._remove_line.clicked.connect(self._presenter.remove_line)
        self._lines.picked.connect(self._presenter.pick_line)
        self._lines.activated.connect(lambda _row: self._presenter.change_line())

    def show_outcomes(self, lines: Sequence[OutcomeLine]) -> None:
        self._outcomes.set_rows(lines)

    def show_ratings(self, bars: Sequence[Bar], finding: str, ratings: Sequence[Rating]) -> None:
        self._chart.show_bars(bars, finding)
        self._ratings.set_rows(ratings)
        self._chart.setVisible(bool(bars))
        self._ratings.setVisible(bool(bars))

    def show_lines(self, lines: Sequence[PricedLine]) -> None:
        self._lines.set_rows(lines)

    def allow_outcome_changes(self, allowed: bool) -> None:
        self._change_outcome.setEnabled(allowed)
        self._end_outcome.setEnabled(allowed)
        self._rate.setEnabled(allowed)

    def allow_line_changes(self, allowed: bool) -> None:
        self._change_line.setEnabled(allowed)
        self._remove_line.setEnabled(allowed)

    def open_rating(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        stars = [("1", "1: badly"), ("2", "2"), ("3", "3: so-so"), ("4", "4"), ("5", "5: very well")]
        fields: dict[str, AnyField] = {
            "stars": ChoiceField("How is it, from 1 to 5?", stars),
            "day": DateField("On which day?"),
            "note": TextField("Why?", "For example: the lift was broken for 3 weeks.", lines=2),
        }
        form = FormDialog(self, title, "What was said on other days stays, so that it shows how it goes.", fields)
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)

    def open_outcome(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        form = FormDialog(
            self,
            title,
            "Your own words. Only what it is, and its first day, are needed.",
            {
                "words": TextField(
                    "What should get better, or be kept?", "For example: go swimming each week.", lines=2
                ),
                "measure": TextField("How will we know?", "For example: I was at the pool 3 times a month.", lines=2),
                "hours": TextField("Hours a week", "How much help is agreed for it, for example: 4:30.", chars=10),
                "first": DateField("First day"),
                "review_on": DateField("When to look at it again", "You are reminded on that day."),
                "last": DateField("Last day", "Leave it empty while it stands."),
                **{tag.value: TickField(f"It serves: {tag.words.casefold()}") for tag in CareAct},
            },
        )
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)

    def open_ending(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        form = FormDialog(
            self, title, "What was done for it before stays as it is.", {"last": DateField("Last day")}, keep="End it"
        )
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)

    def open_line(self, title: str, outcomes: Sequence[tuple[str, str]], texts: Mapping[str, str], keep: Keep) -> None:
        form = FormDialog(
            self,
            title,
            "Only what it is for is needed.",
            {
                "words": TextField("What is the money for?", "For example: a PA for swimming, and the fare.", chars=40),
                "outcome": ChoiceField("For which outcome", outcomes),
                "stream_name": TextField("From which money", "As it is called under Money agreed."),
                "weekly": MoneyField("For a week", "Leave it empty if it is paid once."),
                "one_off": MoneyField("Once", "Leave it empty if it is paid by the week."),
                "may_not": TextField("What it may not be used for", lines=2),
                "agreed_by": TextField("Who agreed it", "For example: Asha Verma, social worker."),
                "agreed_on": DateField("When it was agreed"),
            },
        )
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)

    def point_out(self, number: int) -> None:
        self._outcomes.pick(number)
