"""What the money pays for."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.assistants.model import ShiftKind
from pa_manager.law.explained import Because
from pa_manager.outlook.model import Compared, HoursLine, HoursRow, Per, Reckoning, Row, Spent
from pa_manager.outlook.presenter import LARGE, STANDARD, Keep, OutlookPresenter, OutlookView, Spending
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.charts import Chart
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, MoneyField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band, CardRow, FigureCard, soft
from pa_manager.values.charts import Bar
from pa_manager.values.clock import hours_said
from pa_manager.values.days import said
from pa_manager.values.money import NIL, Money

ADVICE: Final = (
    "A forecast, as if every week of the year were like this one. We are not lawyers: Acas gives free advice about pay"
    " and holiday (acas.org.uk), HMRC and The Pensions Regulator answer employers, and so does your payroll."
)
_RIGHT: Final = Qt.AlignmentFlag.AlignRight


class OutlookScreen(Screen):
    """The budget and its what-ifs; of the one picked, a week line by line, as a picture, and what it rests on."""

    def __init__(self, present: Callable[[OutlookView], OutlookPresenter], parent: QWidget | None = None) -> None:
        super().__init__("What it pays for", parent=parent)
        self._dearer = NIL
        self._begin = MainButton("Set up the budget", "begin")
        self._try = MainButton("Try something out", "try")
        self._change = PlainButton("Change what it rests on", "change")
        self._remove = PlainButton("Take this budget out", "remove")
        self._short = Band("bad")
        self._notes = Band("warn")
        self._cards = {name: FigureCard(name) for name in ("Money for wages", "Hours it pays", "Left over, or missing")}
        self._budgets = _budgets_table()
        self._week = _week_table()
        self._why = _why_table()
        self._compared = _compared_table()
        self._chart = Chart("Where the money of a week goes", table="")
        self._hours = RowTable[HoursLine](
            "Hours and rates",
            [
                Column("Who", lambda row: row.hours.name),
                Column("Work", lambda row: row.hours.work.words),
                Column("How much", lambda row: row.hours.amount_said),
                Column("Paid", lambda row: row.hours.rate_said(self._dearer)),
            ],
            key=lambda row: row.id,
            empty="No hours are chosen yet. Add those of each PA.",
        )
        self._add_hours = PlainButton("Add hours", "add hours")
        self._change_hours = PlainButton("Change these hours", "change hours")
        self._remove_hours = PlainButton("Take these hours out", "remove hours")
        self._spending = _spending_table()
        self._change_spending = PlainButton("Type this sum", "change spending")
        self._beside = _beside_table()
        self._size = ChoiceField("Budget sheet", [(STANDARD, "Standard print"), (LARGE, "Large print")])
        self._print = PlainButton("Print it", "print")
        self._save = PlainButton("Save it as a PDF", "save")
        self._rest: tuple[QWidget, ...] = (
            self._try,
            self._change,
            self._remove,
            CardRow(*self._cards.values()),
            self._budgets,
            self._week,
            self._why,
            self._chart,
            self._hours,
            ButtonRow(self._add_hours, self._change_hours, self._remove_hours),
            self._spending,
            ButtonRow(self._change_spending),
            self._beside,
            self._size,
            ButtonRow(self._print, self._save),
            soft(ADVICE),
        )
        self.add(
            ButtonRow(self._begin, *self._rest[:3]),
            self._short,
            self._notes,
            *self._rest[3:7],
            self._compared,
            *self._rest[7:],
        )
        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._connect()

    def _connect(self) -> None:
        act = self._presenter
        self._begin.clicked.connect(act.begin)
        self._try.clicked.connect(act.try_out)
        self._change.clicked.connect(act.change)
        self._remove.clicked.connect(act.remove)
        self._budgets.picked.connect(act.pick)
        self._budgets.activated.connect(lambda _row: act.change())
        self._week.picked.connect(act.pick_row)
        self._hours.picked.connect(act.pick_line)
        self._hours.activated.connect(lambda _row: act.change_hours())
        self._add_hours.clicked.connect(act.add_hours)
        self._change_hours.clicked.connect(act.change_hours)
        self._remove_hours.clicked.connect(act.remove_hours)
        self._spending.picked.connect(act.pick_spending)
        self._spending.activated.connect(lambda _row: act.change_spending())
        self._change_spending.clicked.connect(act.change_spending)
        self._print.clicked.connect(lambda: act.print(self._size.text()))
        self._save.clicked.connect(lambda: act.save(self._size.text()))

    def show_begun(self, begun: bool) -> None:
        self._begin.setVisible(not begun)
        for part in self._rest:
            part.setVisible(begun)
        if not begun:
            for part in (self._short, self._notes, self._compared):
                part.setVisible(False)

    def show_budgets(self, every: Sequence[Reckoning]) -> None:
        self._budgets.set_rows(every)

    def pick_budget(self, number: int) -> None:
        self._budgets.pick(number)

    def show_week(self, reckoning: Reckoning, finding: str, way_out: str) -> None:
        notes = {
            "Money for wages": (
                str(reckoning.for_wages),
                f"A week, of {reckoning.money.amount}, once all else is paid",
            ),
            "Hours it pays": (
                "Not known" if not reckoning.minutes else hours_said(reckoning.minutes),
                "A week, at the rates chosen",
            ),
            "Left over, or missing": (
                str(reckoning.left),
                "A week" if reckoning.reaches else "A week: this much is missing",
            ),
        }
        for name, (figure, note) in notes.items():
            self._cards[name].show(figure, note)
        self._week.set_rows(reckoning.rows)
        self._short.setVisible(bool(finding))
        if finding:
            self._short.show(finding, way_out)
        self.show_why(self._week.current)

    def show_notes(self, notes: str) -> None:
        self._notes.setVisible(bool(notes))
        if notes:
            self._notes.show(notes)

    def show_why(self, row: Row | None) -> None:
        self._why.set_rows(row.why if row else ())

    def show_compared(self, lines: Sequence[Compared]) -> None:
        self._compared.set_rows(lines)
        self._compared.setVisible(bool(lines))

    def show_chart(self, bars: Sequence[Bar], finding: str) -> None:
        self._chart.show_bars(bars, finding)

    def show_hours(self, lines: Sequence[HoursLine], dearer: Money) -> None:
        self._dearer = dearer
        self._hours.set_rows(lines)

    def show_spending(self, lines: Sequence[Spending]) -> None:
        self._spending.set_rows(lines)

    def show_beside(self, rows: Sequence[HoursRow]) -> None:
        self._beside.set_rows(rows)

    def allow_hours_changes(self, allowed: bool) -> None:
        self._change_hours.setEnabled(allowed)
        self._remove_hours.setEnabled(allowed)

    def allow_spending_changes(self, allowed: bool) -> None:
        self._change_spending.setEnabled(allowed)

    def open_budget(self, title: str, what_if: bool, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {"name": TextField("What to call it", "For example: 50p more from April.")}
        lead = "The hours and costs stay as they are. Change them in the tables."
        if what_if:
            lead = "A copy of the budget of now, in which something is otherwise. Leave empty what stays as it is."
            fields |= {
                "dearer": TextField(
                    "Every hour dearer by", "For example 0.50; with a minus, cheaper: -0.50.", chars=10
                ),
                "weekly": MoneyField("Another sum of money for a week", "All of it, with your contribution."),
                "day": DateField("With the money and the law of another day", "For example 6 4 2027, for next April."),
            }
        claims = "Nearly every PA employer may. Ask your payroll whether it does."
        fields["claims"] = TickField("The Employment Allowance is claimed", claims)
        self._open(title, lead, fields, texts, keep)

    def open_hours(self, who: Sequence[tuple[str, str]], texts: Mapping[str, str], keep: Keep) -> None:
        self._open(
            "Hours and rates",
            "For a PA, what you leave empty follows the contract.",
            {
                "who": ChoiceField("Who", who),
                "name": TextField("Who it is if new", "For example: a new PA, or Brightway."),
                "work": ChoiceField("What kind of work", [(each.value, each.words) for each in ShiftKind]),
                "minutes": TextField("Hours a week paid by the hour", "For example 12:45.", chars=10),
                "per_hour": MoneyField("What an hour is paid", "For example 13.20."),
                "shifts": TextField("Shifts in 4 weeks paid by the shift", "For sleep-ins, for example 8.", chars=10),
                "per_shift": MoneyField("What a shift is paid", "For example 60."),
            },
            texts,
            keep,
        )

    def open_spending(self, spent: Spent, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "amount": MoneyField("How much", "Leave it empty to take it out."),
            "per": ChoiceField("How often", [(each.value, each.words.capitalize()) for each in Per]),
        }
        self._open(spent.words, spent.hint, fields, texts, keep)

    def point_out(self, number: int) -> None:
        self._presenter.point_out(number)

    def _open(
        self, title: str, lead: str, fields: Mapping[str, AnyField], texts: Mapping[str, str], keep: Keep
    ) -> None:
        form = FormDialog(self, title, lead, dict(fields))
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)


def _budgets_table() -> RowTable[Reckoning]:
    return RowTable[Reckoning](
        "The budget and what is tried out",
        [
            Column("Name", lambda row: row.budget.name),
            Column("Law and money of", lambda row: said(row.day), lambda row: row.day),
            Column(
                "Left over, or missing",
                lambda row: f"{row.left}" if row.reaches else f"{-row.left} missing",
                lambda row: row.left,
                _RIGHT,
                tone=lambda row: "good" if row.reaches else "bad",
            ),
            Column(
                "Hours it pays",
                lambda row: "Not known" if row.minutes is None else hours_said(row.minutes),
                lambda row: row.minutes or 0,
                _RIGHT,
            ),
        ],
        key=lambda row: row.budget.id,
    )


def _week_table() -> RowTable[Row]:
    return RowTable[Row](
        "A week, line by line",
        [
            Column("What", lambda row: row.words),
            Column("How much", lambda row: row.said, lambda row: row.amount, _RIGHT),
        ],
        key=lambda row: row.key,
    )


def _why_table() -> RowTable[Because]:
    return RowTable[Because](
        "How the line that is picked comes about",
        [
            Column("What was reckoned", lambda row: row.words),
            Column("How much", lambda row: "" if row.amount is None else str(row.amount), align=_RIGHT),
            Column("Where it says so", lambda row: row.authority),
        ],
        key=lambda row: row.words,
        empty="Pick a line above: here it says how its figure comes about.",
    )


def _compared_table() -> RowTable[Compared]:
    return RowTable[Compared](
        "Beside the budget of now",
        [
            Column("For a week", lambda row: row.words),
            Column("Now", lambda row: row.now, align=_RIGHT),
            Column("What if", lambda row: row.tried, align=_RIGHT),
            Column("Change", lambda row: row.change, align=_RIGHT),
        ],
        key=lambda row: row.words,
    )


def _spending_table() -> RowTable[Spending]:
    return RowTable[Spending](
        "What is bought besides wages",
        [
            Column("What", lambda row: row.spent.words, lambda row: list(Spent).index(row.spent)),
            Column("How much", lambda row: row.said),
            Column("A week", lambda row: row.weekly, align=_RIGHT),
        ],
        key=lambda row: row.spent,
    )


def _beside_table() -> RowTable[HoursRow]:
    return RowTable[HoursRow](
        "Hours of a week, side by side",
        [
            Column("Which", lambda row: row.words),
            Column("Hours", lambda row: row.said, lambda row: row.minutes or 0, _RIGHT),
            Column("What to know", lambda row: row.note),
        ],
        key=lambda row: row.words,
    )
