"""Agreeing the record with a statement of the bank."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import ChoiceField, DateField, MoneyField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band, CardRow, FigureCard
from pa_manager.spending.model import NOT_SAID, Reconciliation, Statement, Transaction
from pa_manager.spending.presenter import StatementPresenter, StatementView
from pa_manager.values.days import said_period, said_short

_RIGHT = Qt.AlignmentFlag.AlignRight


class StatementScreen(Screen):
    """A statement beside the record of the same days, and a button that agrees the two for good."""

    def __init__(self, present: Callable[[StatementView], StatementPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Agree a statement", parent=parent)
        self._buttons = {
            "begin": MainButton("Type in a statement", "begin"),
            "again": PlainButton("Type it in again", "again"),
            "agree": MainButton("Agree it for good", "agree"),
            "turn": PlainButton("It is on this statement, or not", "turn"),
            "show": PlainButton("Show it in the list", "show"),
        }
        self._outcome = Band("good")
        self._figures = {
            "opening": FigureCard("It begins with"),
            "money_in": FigureCard("Money in"),
            "money_out": FigureCard("Money out"),
            "closing": FigureCard("It ends with"),
        }
        self._cards = CardRow(*self._figures.values())
        self._listed = RowTable[Transaction](
            "Lines on this statement",
            _columns(),
            key=lambda each: each.id,
            empty="Nothing is compared yet.",
            said=_said,
        )
        self._waiting = RowTable[tuple[Transaction, bool]](
            "Typed by hand and waiting",
            [
                Column("On it", lambda row: "Yes" if row[1] else "No", tone=lambda row: "good" if row[1] else None),
                Column("Day", lambda row: said_short(row[0].day), lambda row: (row[0].day, row[0].id)),
                Column("Who", lambda row: row[0].payee),
                Column("Amount", lambda row: str(row[0].amount), lambda row: row[0].amount, _RIGHT),
            ],
            key=lambda row: row[0].id,
            empty="Nothing is waiting.",
            said=lambda row: f"{_said(row[0])}, {'on this statement' if row[1] else 'not on this statement'}",
        )
        self._statements = RowTable[tuple[Statement, str]](
            "Statements agreed",
            [
                Column("Days", lambda row: said_period(row[0].period), lambda row: row[0].period),
                Column("Account", lambda row: row[1]),
                Column("Began with", lambda row: str(row[0].opening), lambda row: row[0].opening, _RIGHT),
                Column("Ended with", lambda row: str(row[0].closing), lambda row: row[0].closing, _RIGHT),
            ],
            key=lambda row: row[0].id,
            empty="No statement has been agreed yet.",
        )
        button = self._buttons
        self._turn_row = ButtonRow(button["turn"])
        self._show_row = ButtonRow(button["show"])
        self.add(
            ButtonRow(button["begin"], button["again"]),
            self._cards,
            self._outcome,
            ButtonRow(button["agree"]),
            self._listed,
            self._show_row,
            self._waiting,
            self._turn_row,
            self._statements,
        )

        self._presenter = presenter = present(self)
        self.destroyed.connect(presenter.close)
        for name, act in {
            "begin": presenter.begin,
            "again": presenter.begin,
            "agree": presenter.agree,
            "turn": presenter.turn,
            "show": presenter.show_in_list,
        }.items():
            button[name].clicked.connect(act)
        self._listed.picked.connect(presenter.pick_listed)
        self._listed.activated.connect(lambda _each: presenter.show_in_list())
        self._waiting.picked.connect(lambda row: presenter.pick_waiting(row and row[0]))
        self._waiting.activated.connect(lambda _row: presenter.turn())

    def show_figures(self, compared: Reconciliation | None) -> None:
        for widget in (self._cards, self._listed, self._waiting, self._turn_row, self._show_row):
            widget.setVisible(compared is not None)
        self._buttons["agree"].setVisible(compared is not None)
        self._buttons["begin"].setVisible(compared is None)
        self._buttons["again"].setVisible(compared is not None)
        if compared is None:
            return
        is_same = compared.opening == compared.book_opening
        own = "As your record says" if is_same else f"Your record says {compared.book_opening}"
        self._figures["opening"].show(str(compared.opening), own)
        self._figures["money_in"].show(str(compared.money_in))
        self._figures["money_out"].show(str(compared.money_out))
        rest = "No difference" if compared.agrees else f"Difference {compared.difference}"
        self._figures["closing"].show(str(compared.closing), rest)

    def show_outcome(self, sentence: str, details: str, agrees: bool) -> None:
        if sentence:
            self._outcome.set_tone("good" if agrees else "warn")
            self._outcome.show(sentence, details)
        else:
            self._outcome.hide()

    def show_listed(self, listed: Sequence[Transaction]) -> None:
        self._listed.set_rows(listed)

    def show_waiting(self, waiting: Sequence[tuple[Transaction, bool]]) -> None:
        self._waiting.set_rows(waiting)

    def show_statements(self, statements: Sequence[tuple[Statement, str]]) -> None:
        self._statements.set_rows(statements)

    def allow(self, names: frozenset[str]) -> None:
        for name, button in self._buttons.items():
            button.setEnabled(name in names)

    def open_statement_form(self, accounts: Sequence[tuple[str, str]], texts: Mapping[str, str]) -> None:
        form = FormDialog(
            self,
            "Type in a statement",
            "Its days and its two balances stand at the top or the foot of the statement.",
            {
                "account": ChoiceField("Account", accounts),
                "first": DateField("First day"),
                "last": DateField("Last day"),
                "opening": MoneyField("It begins with", "The balance before the first line. Below nil with a minus."),
                "closing": MoneyField("It ends with", "The balance after the last line."),
            },
            "Compare",
        )
        form.fill(texts)
        form.kept.connect(self._presenter.compare)
        self.open_form(form)

    def point_out(self, number: int) -> None:
        self._presenter.point_out(number)


def _columns() -> list[Column[Transaction]]:
    return [
        Column("Day", lambda each: said_short(each.day), lambda each: (each.day, each.id)),
        Column("Who", lambda each: each.payee, lambda each: each.payee.casefold()),
        Column("What for", _what_for, tone=lambda each: None if each.is_explained else "warn"),
        Column("Amount", lambda each: str(each.amount), lambda each: each.amount, _RIGHT),
    ]


def _what_for(each: Transaction) -> str:
    return "; ".join(part.line.words for part in each.splits) or NOT_SAID


def _said(each: Transaction) -> str:
    way = "in" if each.is_money_in else "out"
    return f"{said_short(each.day)}, {each.payee}, {abs(each.amount)} {way}, {_what_for(each)}"
