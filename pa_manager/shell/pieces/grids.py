"""A grid of cells with chips: arrows go from cell to cell, Enter opens one, and typing a figure starts something."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from pa_manager.shell import theme
from pa_manager.shell.pieces.grid_model import Chip, GridCell, GridColumn, GridModel, GridRow
from pa_manager.shell.pieces.grid_paint import CellPainter, DayHeadings, RowNames, heights
from pa_manager.shell.pieces.keys import plain
from pa_manager.shell.pieces.lines import Line
from pa_manager.shell.pieces.scrolling import scrolling_above
from pa_manager.shell.sheet import INSIDE
from pa_manager.shell.sizes import lay, px, set_type

Index = QModelIndex | QPersistentModelIndex
__all__ = ["Chip", "ChipGrid", "GridCell", "GridColumn", "GridRow"]


class ChipGrid(QWidget):
    """A grid under a label whose key leads to it. Tab leaves it; the arrows move from cell to cell.

    The cell the user is in stays so when other things are shown, by the row's key and the number of the column.
    Where the columns have no room, the cells stand beneath one another.

    Signals:
        arrived: The row's key and the number of the column the user is in now.
        entered: The cell was opened, by Enter or a double click: the same two.
        typed: A figure was typed in a cell: the same two, and the figure.
    """

    arrived = Signal(object, int)
    entered = Signal(object, int)
    typed = Signal(object, int, str)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = GridModel(self)
        self._caption = Line(label, "heading", parent=self)
        self._view = _View(self._model, self)
        self._view.setObjectName(plain(label).casefold())
        self._view.setAccessibleName(plain(label))
        self._caption.setBuddy(self._view)
        layout = QVBoxLayout(self)
        lay(layout, gap=8)
        layout.addWidget(self._caption)
        layout.addWidget(self._view)
        self._view.doubleClicked.connect(self._view.opened)
        self._view.opened.connect(self._on_opened)
        self._view.figure.connect(self._on_figure)
        self._view.came.connect(self._on_came)

    @property
    def current(self) -> tuple[Hashable, int] | None:
        """The row's key and the number of the column the user is in."""
        index = self._view.currentIndex()
        if not index.isValid():
            return None
        row, column = self._model.place_of(index)
        return self._model.rows[row].key, column

    def show_grid(self, columns: Sequence[GridColumn], rows: Sequence[GridRow]) -> None:
        """Replace everything; the user stays in the cell they were in, or comes to the first of today."""
        was = self.current
        self._model.show_grid(columns, rows)
        self._view.fit()
        now = next((number for number, column in enumerate(columns) if column.now), 0)
        if was is None or not self.pick(*was):
            self._view.go_to(0, was[1] if was else now)

    def pick(self, key: Hashable, column: int) -> bool:
        """Bring the user to a cell, if the row is there; return whether it is."""
        row = next((number for number, row in enumerate(self._model.rows) if row.key == key), None)
        if row is None or not 0 <= column < len(self._model.columns):
            return False
        self._view.go_to(row, column)
        return True

    def add_act(self, text: str, key: str, do: Callable[[], object]) -> None:
        """Offer an act for the cell the user is in: in the menu of the cell, and by a key while the grid has focus."""
        act = QAction(text, self._view)
        if key:
            act.setShortcut(QKeySequence(key))
        act.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        act.triggered.connect(lambda _checked: do())
        self._view.addAction(act)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Lead into the grid."""
        self._view.setFocus(reason)

    def _on_figure(self, text: str) -> None:
        if (here := self.current) is not None:
            self.typed.emit(*here, text)

    def _on_opened(self) -> None:
        if (here := self.current) is not None:
            self.entered.emit(*here)

    def _on_came(self) -> None:
        if (here := self.current) is not None:
            self.arrived.emit(*here)


class _View(QTableView):
    """The table itself: columns all as wide, rows as high as their chips, up to the height of the page."""

    opened = Signal()
    figure = Signal(str)
    came = Signal()

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        set_type(self, "figures")
        self._grid = model
        self._fitting = False
        self._page: QWidget | None = None
        self._painter = CellPainter(self, model)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self._headings, self._names = DayHeadings(self, model), RowNames(self, model)
        self.setHorizontalHeader(self._headings)
        self.setVerticalHeader(self._names)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self.fit)

    def go_to(self, row: int, column: int) -> None:
        """Bring the user to a cell of the grid, in sight."""
        index = self._grid.index_of(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say that the user has come to another cell."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._fitting:
            self.came.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the cell on Enter; start something in it with a figure; move on the arrows."""
        plain_key = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit()
            event.accept()
        elif plain_key and event.text().isdecimal():
            self.figure.emit(event.text())
            event.accept()
        elif plain_key and event.text().isalpha():
            event.ignore()  # no act is done by a letter alone
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Find the page the grid stands on: it is never much higher than what is seen of that."""
        super().showEvent(event)
        above = scrolling_above(self)
        if self._page is None and above is not None:
            self._page = above.sight()
        self._again.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the columns."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._again.start()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_again"):
            self._again.start()

    def fit(self) -> None:
        """Give every column its width and every row its height; fold if a column has no room for a word."""
        if self._fitting or not self._grid.columns:
            return
        self._fitting = True
        around = 2 * (px(INSIDE) + 1) if theme.dressed() else 2 * self.frameWidth()
        most = max(self._page.height() - px(100), px(240)) if self._page is not None else px(600)
        room = self.width() - around
        high = self._share_out(room)
        if high > most - around:
            high = self._share_out(room - self.verticalScrollBar().sizeHint().width())
        self.setFixedHeight(min(high + around, most))
        self.updateGeometries()
        self._fitting = False
        self.viewport().update()

    def _share_out(self, room: int) -> int:
        """Give columns and rows their sizes where there is so much room; return how high all is."""
        count = len(self._grid.columns)
        least = max(self._painter.least_width(), self._headings.least_width())
        head = max(self._names.least(), min(self._names.wish(), room - count * least))
        self._fold(folded=head + count * least > room)
        self._names.setFixedWidth(head)
        share, rest = divmod(room - head, count)
        widths = [room] if self._grid.folded else [share + (number < rest) for number in range(count)]
        for number, width in enumerate(widths):
            self._headings.resizeSection(number, width)
        tall = heights(self._painter, self._names, self._grid, widths, head)
        for number, height in enumerate(tall):
            self._names.resizeSection(number, height)
        return sum(tall) + (0 if self._grid.folded else self._headings.sizeHint().height())

    def _fold(self, *, folded: bool) -> None:
        """Let the cells stand beneath one another, or side by side; the user stays in the same one."""
        if folded != self._grid.folded:
            current = self.currentIndex()
            place = self._grid.place_of(current) if current.isValid() else None
            self._grid.fold(folded=folded)
            if place is not None:
                self.setCurrentIndex(self._grid.index_of(*place))
        self._headings.setVisible(not folded)
        self._names.setVisible(not folded)
