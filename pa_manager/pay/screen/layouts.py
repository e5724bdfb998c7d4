"""The screen of layouts: the columns of the file for the payroll."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from pa_manager.pay.model import Layout, LayoutColumn, Source, Written
from pa_manager.pay.presenter.layouts import Keep, LayoutsPresenter, LayoutsView
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton, QuietButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import heading


class LayoutsScreen(Screen):
    """A table of layouts; of the one picked, a table of its columns."""

    def __init__(self, present: Callable[[LayoutsView], LayoutsPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Layouts of the file", parent=parent)
        self._start = MainButton("Start a layout", "start")
        self._load = PlainButton("Load from a file", "load")
        self._save = PlainButton("Save to a file", "save")
        self._remove = QuietButton("Take this layout out", "remove")
        self._table = RowTable[Layout](
            "Layouts",
            [
                Column("Layout", lambda layout: layout.name),
                Column("Columns", lambda layout: str(len(layout.columns)), lambda layout: len(layout.columns)),
                Column("Rows", lambda layout: "Hours, shifts and other sums" if layout.whole else "Hours and shifts"),
            ],
            key=lambda layout: layout.id,
            empty="Your own layouts will stand here. Start from one that is common, or load one from a file.",
        )
        self._heading = heading("")
        self._columns = RowTable[tuple[int, LayoutColumn]](
            "Columns, from left to right",
            [
                Column("Heading", lambda each: each[1].heading, lambda each: each[0]),
                Column("Filled from", lambda each: each[1].source.words),
                Column("Written", lambda each: each[1].text or each[1].written.words),
            ],
            key=lambda each: each[0],
        )
        self._add = PlainButton("Add a column", "add")
        self._change = PlainButton("Change this column", "change")
        self._left = PlainButton("Move to the left", "left")
        self._right = PlainButton("Move to the right", "right")
        self._remove_column = QuietButton("Take this column out", "remove column")
        self._acts = ButtonRow(self._add, self._change, self._left, self._right, self._remove_column)
        self.add(ButtonRow(self._start, self._load, self._save, self._remove), self._table, self._heading)
        self.add(self._columns, self._acts)

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._start.clicked.connect(self._presenter.start)
        self._load.clicked.connect(self._presenter.load)
        self._save.clicked.connect(self._presenter.save)
        self._remove.clicked.connect(self._presenter.remove)
        self._add.clicked.connect(self._presenter.add_column)
        self._change.clicked.connect(self._presenter.change_column)
        self._left.clicked.connect(lambda: self._presenter.move_column(-1))
        self._right.clicked.connect(lambda: self._presenter.move_column(1))
        self._remove_column.clicked.connect(self._presenter.remove_column)
        self._table.picked.connect(self._presenter.pick)
        self._columns.picked.connect(self._presenter.pick_column)
        self._columns.activated.connect(lambda _column: self._presenter.change_column())

    def show_layouts(self, layouts: Sequence[Layout]) -> None:
        self._table.set_rows(layouts)

    def pick_layout(self, number: int) -> None:
        self._table.pick(number)

    def show_columns(self, title: str, columns: Sequence[tuple[int, LayoutColumn]]) -> None:
        self._heading.setText(title)
        self._columns.set_rows(columns)
        for widget in (self._heading, self._columns, self._acts):
            widget.setVisible(bool(title))

    def pick_column(self, number: int) -> None:
        self._columns.pick(number)

    def allow(self, layout: bool, column: bool) -> None:
        for button in (self._save, self._remove):
            button.setEnabled(layout)
        for button in (self._change, self._left, self._right, self._remove_column):
            button.setEnabled(column)

    def open_start(self, choices: Sequence[tuple[str, str]], texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "pattern": ChoiceField("Start from", choices),
            "name": TextField("Name", "Empty for the same name."),
            "whole": TickField("Other sums are rows too", "Holiday and sick pay, bonuses, miles and expenses."),
        }
        self._open("Start a layout", "Change its columns afterwards as your payroll wants them.", fields, texts, keep)

    def open_column(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "heading": TextField("Heading"),
            "source": ChoiceField("Filled from", [(each.value, each.words) for each in Source]),
            "written": ChoiceField("Written", [(each.value, each.words) for each in Written]),
            "text": TextField("Words", "For a column that always says the same."),
        }
        self._open(title, "", fields, texts, keep)

    def _open(self, title: str, lead: str, fields: dict[str, AnyField], texts: Mapping[str, str], keep: Keep) -> None:
        form = FormDialog(self, title, lead, fields)
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)
