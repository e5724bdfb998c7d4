"""Tables: sorted, picked, read out, and quick with twenty thousand rows."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.values.money import Money

AMOUNTS = [Money(900), Money(1000), Money(250)]
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


def columns():
    return [
        Column("Amount", str, lambda amount: amount.pence, Qt.AlignmentFlag.AlignRight),
        Column("In words", lambda amount: f"{amount.pence} pence", tone=lambda amount: "good"),
    ]


@pytest.fixture
def table(qtbot, looks):
    table = RowTable("&Amounts", columns(), key=lambda amount: amount.pence, empty="Nothing was paid yet.")
    holder = QWidget()
    QVBoxLayout(holder).addWidget(table)
    qtbot.addWidget(holder)
    holder.resize(600, 400)
    table.holder = holder
    holder.show()
    table.set_rows(AMOUNTS)
    return table


@pytest.fixture
def view(table):
    return table.findChild(QTableView)


def shown(view):
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount())]


def test_a_table_keeps_the_promises_of_qt(table, view):
    QAbstractItemModelTester(view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.set_rows(AMOUNTS[:1])
    view.sortByColumn(0, Qt.SortOrder.DescendingOrder)


def test_money_is_sorted_as_money_and_words_as_words(view):
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert shown(view) == ["£2.50", "£9.00", "£10.00"]
    view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert shown(view) == ["£9.00", "£2.50", "£10.00"]
    view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert shown(view) == ["£9.00", "£10.00", "£2.50"]


def test_the_order_and_the_place_outlast_a_refresh(table, view):
    picked = []
    table.pick(1000)
    table.picked.connect(picked.append)
    table.sort_by_current()
    table.set_rows(AMOUNTS[::-1])
    assert shown(view) == ["£2.50", "£9.00", "£10.00"]
    assert table.current == Money(1000)


def test_the_place_moves_to_the_neighbour_of_a_row_that_is_gone(table):
    picked = []
    table.pick(250)
    table.picked.connect(picked.append)
    table.set_rows(AMOUNTS[:2])
    assert picked[-1] == table.current == Money(1000)
    table.set_rows([])
    assert picked[-1] is None
    assert table.current is None


def test_sorting_by_the_column_one_is_in_is_said(table, view):
    table.pick(900)
    assert table.sort_by_current() == "Sorted by Amount, smallest or first at the top."
    assert table.sort_by_current() == "Sorted by Amount, largest or last at the top."
    assert shown(view) == ["£10.00", "£9.00", "£2.50"]


def test_an_empty_table_says_so(table, view):
    assert view.isVisible()
    table.set_rows([])
    assert not view.isVisible()
    line = table.findChild(QWidget, "amounts empty")
    assert (line.isVisible(), line.text()) == (True, "Nothing was paid yet.")
    table.set_empty("Nothing in May.")
    assert line.text() == "Nothing in May."


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_enters_the_row_once(qtbot, table, view, key):
    entered = []
    table.activated.connect(entered.append)
    view.setCurrentIndex(QModelIndex())
    qtbot.keyClick(view, key)
    assert entered == []
    table.pick(1000)
    qtbot.keyClick(view, key)
    assert entered == [Money(1000)]


def test_tab_leaves_and_arrows_move(qtbot, table, view):
    table.pick(900)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert table.current == Money(1000)
    assert not view.tabKeyNavigation()


def test_a_row_is_read_whole_and_a_cell_with_its_heading(table, view):
    model = view.model()
    assert model.index(0, 0).data(ACCESSIBLE) == "£9.00, In words 900 pence"
    assert model.index(0, 1).data(ACCESSIBLE) == "In words: 900 pence"


def test_a_row_is_read_by_its_own_sentence(qtbot, looks):
    table = RowTable("A", columns(), key=lambda a: a.pence, said=lambda a: f"{a} in all")
    qtbot.addWidget(table)
    table.set_rows(AMOUNTS)
    assert table.findChild(QTableView).model().index(0, 0).data(ACCESSIBLE) == "£9.00 in all"


def test_only_rows_in_sight_are_measured(qtbot, looks):
    asked = []
    slow = [Column("Number", lambda n: asked.append(n) or f"{n} and some more words to measure")]
    table = RowTable("Numbers", slow, key=lambda n: n)
    qtbot.addWidget(table)
    table.resize(400, 400)
    table.show()
    table.set_rows(range(20_000))
    qtbot.waitExposed(table)
    assert table.findChild(QTableView).model().rowCount() == 20_000
    assert len(set(asked)) <= 250
    table.pick(19_999)
    assert len(set(asked)) <= 300


def test_a_row_grows_so_that_its_words_are_not_cut(qtbot, table, view):
    wordy = Column("What for", lambda _amount: "To the swimming pool and back again, with a friend, twice a week")
    other = RowTable("Wordy", [*columns(), wordy], key=lambda amount: amount.pence)
    table.holder.layout().addWidget(other)
    other.setFixedWidth(300)
    other.set_rows(AMOUNTS)
    wide = other.findChild(QTableView)
    qtbot.waitUntil(lambda: wide.rowHeight(0) > 2 * view.rowHeight(0))


def test_where_columns_have_no_room_they_stand_beneath_one_another(qtbot, table, view):
    tall = view.height()
    table.holder.resize(150, 400)
    qtbot.waitUntil(lambda: view.isColumnHidden(1))
    assert not view.horizontalHeader().isVisible()
    assert view.rowHeight(0) > 2 * view.fontMetrics().height()
    assert view.model().index(0, 1).data(ACCESSIBLE) == "In words: 900 pence"
    view.grab()
    table.holder.resize(600, 400)
    qtbot.waitUntil(lambda: not view.isColumnHidden(1))
    assert view.height() == tall


def test_a_stack_leaves_out_what_is_empty_and_lets_long_words_stand_alone(qtbot, looks):
    columns = [Column("A", str), Column("Nothing", lambda _: ""), Column("Heading", lambda _: "W" * 12)]
    table = RowTable("T", columns, key=str)
    qtbot.addWidget(table)
    table.resize(170, 300)
    table.show()
    table.set_rows(["a"])
    view = table.findChild(QTableView)
    qtbot.waitUntil(lambda: view.isColumnHidden(1))
    view.grab()
    assert view.rowHeight(0) >= 3 * view.fontMetrics().height()


def test_rows_that_come_into_sight_as_those_above_shrink_are_measured_too(qtbot, looks):
    """Text was large, and is small again: no row stays as high as it was."""
    table = RowTable("&Notes", [Column("Note", str)], key=lambda note: note)
    page = QWidget()
    QVBoxLayout(page).addWidget(table)
    qtbot.addWidget(page)
    page.resize(500, 400)
    page.show()
    table.set_rows([f"{number} " + "We went to the market and to the library. " * 3 for number in range(20)])
    view = table.findChild(QTableView)
    usual = view.rowHeight(0)
    for row in range(20):
        view.setRowHeight(row, 3 * usual)
    view.fit()
    in_sight = range(view.rowAt(view.viewport().height() - 1) + 1)
    assert {view.rowHeight(row) for row in in_sight} == {usual}
