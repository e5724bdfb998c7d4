"""A grid of cells with chips: arrows go from cell to cell, Enter opens one, and typing a figure starts something.

What the mouse does by dragging, the acts of the menu do by their keys.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAction,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from pa_manager.shell import theme
from pa_manager.shell.pieces.grid_drag import Drag, end_at
from pa_manager.shell.pieces.grid_model import Chip, GridCell, GridColumn, GridModel, GridRow
from pa_manager.shell.pieces.grid_paint import CellPainter, DayHeadings, RowNames, heights
from pa_manager.shell.pieces.keys import plain
from pa_manager.shell.pieces.lines import Line
from pa_manager.shell.pieces.scrolling import scrolling_above
from pa_manager.shell.sheet import INSIDE
from pa_manager.shell.sizes import lay, px, set_type

Index = QModelIndex | QPersistentModelIndex
_BENEATH = 230
"""How much of the page is left to what stands above and beneath the grid, so that it is seen with it."""
__all__ = ["Chip", "ChipGrid", "GridCell", "GridColumn", "GridRow"]


class ChipGrid(QWidget):
    """A grid under a label whose key leads to it. Tab leaves it; the arrows move from cell to cell.

    The cell the user is in stays so when other things are shown, by the row's key and the number of the column.
    Where the columns have no room, the cells stand beneath one another.

    Signals:
        arrived: The row's key and the number of the column the user is in now.
        entered: The cell was opened, by Enter or a double click: the same two.
        typed: A figure was typed in a cell: the same two, and the figure.
        held: A chip of the cell was picked: its key, or nothing.
        dropped: A chip was taken to another cell: its key, that cell's row key and column, and whether it stays, too.
        pulled: An end of a chip was pulled: its key, which end, and by how many steps; to the right is later.
    """

    arrived = Signal(object, int)
    entered = Signal(object, int)
    typed = Signal(object, int, str)
    held = Signal(object)
    dropped = Signal(object, object, int, bool)
    pulled = Signal(object, str, int)

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
        self._view.held.connect(self.held)
        self._view.pulled.connect(self.pulled)
        self._view.dropped.connect(self._on_dropped)
        self.menu = QMenu(self._view)
        self._menus: dict[str, QMenu] = {}
        self._view.customContextMenuRequested.connect(self._open_menu)

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

    def pick_chip(self, key: Hashable) -> None:
        """Pick a chip of the cell the user is in, so that what is done next is done to it; or none."""
        self._model.picked = key
        self._view.viewport().update()

    def add_act(self, text: str, key: str, do: Callable[[], object], *, among: str = "") -> None:
        """Offer an act for the cell the user is in: in the menu of the cell, and by a key while the grid has focus.

        ``among`` names the menu within the menu in which it stands with others of its kind.
        """
        act = QAction(text, self._view)
        if key:
            act.setShortcut(QKeySequence(key))
        act.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        act.setShortcutVisibleInContextMenu(True)
        act.setWhatsThis(f"{among}: {text}" if among else "")
        act.triggered.connect(lambda _checked: do())
        self._view.addAction(act)
        if among and among not in self._menus:
            self._menus[among] = self.menu.addMenu(among)
        (self._menus[among] if among else self.menu).addAction(act)

    def next_chip(self) -> None:
        """Pick the next chip of the cell, if it has several, and have it read out."""
        self._view.next_chip()

    def say_pulls(self, say: Callable[..., str]) -> None:
        """Say in these words what comes of an end that is being pulled."""
        self._view.say_pull = say

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Lead into the grid."""
        self._view.setFocus(reason)

    def hasFocus(self) -> bool:
        """Return whether the user is in the grid."""
        return self._view.hasFocus()

    def _open_menu(self, at: QPoint) -> None:
        for menu in (self.menu, *self._menus.values()):
            menu.setFont(self._view.font())
        self.menu.popup(self._view.viewport().mapToGlobal(at))

    def _on_dropped(self, key: Hashable, row: int, column: int, stays: bool) -> None:
        self.dropped.emit(key, self._model.rows[row].key, column, stays)

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
    held = Signal(object)
    pulled = Signal(object, str, int)
    dropped = Signal(object, int, int, bool)

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
        self.viewport().setMouseTracking(True)
        self.say_pull: Callable[..., str] = lambda _key, _end, _steps: ""
        self._drag: Drag | None = None
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
        if current.isValid() and self._grid.picked not in [chip.key for chip in self._grid.cell(current).keyed]:
            self._grid.picked = None
        super().currentChanged(current, previous)
        if current.isValid() and not self._fitting:
            self.came.emit()

    def next_chip(self) -> None:
        """Pick the next chip of the cell, if it has several, and have it read out."""
        index = self.currentIndex()
        keys = [chip.key for chip in self._grid.cell(index).keyed] if index.isValid() else []
        if keys:
            at = keys.index(self._grid.picked) + 1 if self._grid.picked in keys else 0
            self._hold(keys[at % len(keys)])

    def _hold(self, key: Hashable) -> None:
        self._grid.picked = key
        self.held.emit(key)
        self.viewport().update()
        index = self.currentIndex()
        across = self._grid.columnCount() + 1  # the names of the rows count as a column, the headings as a row
        read = QAccessibleEvent(self, QAccessible.Event.Focus)
        read.setChild((index.row() + 1) * across + index.column() + 1)
        QAccessible.updateAccessibility(read)

    def _chip_at(self, at: QPoint) -> tuple[Chip, QRect] | None:
        index = self.indexAt(at)
        if not index.isValid():
            return None
        boxes = self._painter.boxes(index, self.visualRect(index))
        return next(((chip, box) for chip, box in boxes if chip.key is not None and box.contains(at)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Come to a cell, and take hold of the chip under the mouse."""
        super().mousePressEvent(event)
        at = event.position().toPoint()
        if (hit := self._chip_at(at)) is not None:
            chip, box = hit
            self._hold(chip.key)
            if event.button() is Qt.MouseButton.LeftButton:
                self._drag = Drag(chip, end_at(box, at), at, at)
        elif self.indexAt(at).isValid():
            self._hold(None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the chip that is held follow; show which ends can be pulled."""
        at = event.position().toPoint()
        if self._drag is not None:
            self._drag.go_to(at)
            if self._drag.end:
                self._drag.said = self.say_pull(self._drag.key, self._drag.end, self._drag.steps)
            bar, margin = self.verticalScrollBar(), px(24)
            if at.y() < margin or at.y() > self.viewport().height() - margin:
                bar.setValue(bar.value() + (-px(12) if at.y() < margin else px(12)))
            self.viewport().update()
            return
        hit = self._chip_at(at)
        shape = Qt.CursorShape.SizeHorCursor if hit and end_at(hit[1], at) else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the chip stands in another cell, or is longer or shorter."""
        super().mouseReleaseEvent(event)
        drag, self._drag = self._drag, None
        self.viewport().update()
        if drag is None or not drag.moving:
            return
        if drag.end:
            if drag.steps:
                self.pulled.emit(drag.key, drag.end, drag.steps)
        elif (target := self.indexAt(drag.at)).isValid() and target != self.currentIndex():
            stays = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.dropped.emit(drag.key, *self._grid.place_of(target), stays)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grid, and over it what the mouse holds."""
        super().paintEvent(event)
        if self._drag is not None and self._drag.moving:
            painter = QPainter(self.viewport())
            painter.setFont(self.font())
            self._drag.draw(painter, self.visualRect(self.indexAt(self._drag.at)), self.viewport().rect())
            painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu at the cell the user is in, or under the mouse."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        here = self.visualRect(self.currentIndex())
        self.customContextMenuRequested.emit(here.center() if by_key else event.pos())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the cell on Enter; start something in it with a figure; move on the arrows."""
        plain_key = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._drag = None
            self.viewport().update()
        elif event.key() == Qt.Key.Key_Space:
            self.next_chip()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit()
            event.accept()
        elif plain_key and event.text().isdecimal():
            self.figure.emit(event.text())
            event.accept()
        elif plain_key and event.text().isalpha():
            event.ignore()  # no act is done by a letter alone
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,  # noqa: N803 - Qt's name
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Return where an arrow leads. Left and Right are the column before and after, also where the cells are folded.

        There Page Up and Page Down lead to the row before and after.
        """
        moves, current = QAbstractItemView.CursorAction, self.currentIndex()
        across = len(self._grid.columns)
        steps = {moves.MoveLeft: -1, moves.MoveRight: 1, moves.MovePageUp: -across, moves.MovePageDown: across}
        if not self._grid.folded or not current.isValid() or cursorAction not in steps:
            return super().moveCursor(cursorAction, modifiers)
        aim = self._grid.index(current.row() + steps[cursorAction], 0)
        return aim if aim.isValid() else current

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
        room = self.width() - around
        high = self._share_out(room)
        sight = self._page.height() if self._page is not None else px(600)
        most = sight if self._grid.folded else max(sight - px(_BENEATH), px(240))
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
