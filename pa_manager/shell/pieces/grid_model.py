"""What stands in a grid: rows and columns with a cell for each pair, and in each cell some chips."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pa_manager.shell.colours import Tone

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Shape = Literal["bar", "double", "hollow", "dots", "slant", "ring", "dashed", "none"]
"""How the edge of a chip is drawn, so that kinds differ without their colours."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing in a cell: its words, the shape of its edge, its colour, and whether it wants a look."""

    text: str
    shape: Shape = "bar"
    tone: Tone | None = "calm"
    warns: bool = False


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: how it is read out whole, its chips, a word for its corner, and whether it is marked as now.

    ``alone`` is what it is called where it stands beneath others, without the heading of its column.
    """

    said: str
    chips: tuple[Chip, ...] = ()
    corner: str = ""
    now: bool = False
    alone: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: who or what it is for. ``begins`` says that a part of the grid begins with it."""

    key: Hashable
    title: str
    note: str
    cells: tuple[GridCell, ...]
    initials: str = ""
    begins: bool = False


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: its heading, how that is read out, and whether it is marked as now."""

    heading: str
    said: str
    now: bool = False


class GridModel(QAbstractTableModel):
    """Shows rows, columns and cells. Folded, all cells stand beneath one another in one column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[GridColumn, ...] = ()
        self.rows: tuple[GridRow, ...] = ()
        self.folded = False

    def show_grid(self, columns: Sequence[GridColumn], rows: Sequence[GridRow]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.columns, self.rows = tuple(columns), tuple(rows)
        self.endResetModel()

    def fold(self, *, folded: bool) -> None:
        """Let the cells stand beneath one another, or side by side again."""
        self.beginResetModel()
        self.folded = folded
        self.endResetModel()

    def place_of(self, index: Index) -> tuple[int, int]:
        """Return the row and the column of the grid that a cell of the table stands for."""
        return divmod(index.row(), len(self.columns)) if self.folded else (index.row(), index.column())

    def index_of(self, row: int, column: int) -> QModelIndex:
        """Return where a cell of the grid stands in the table."""
        return self.index(row * len(self.columns) + column, 0) if self.folded else self.index(row, column)

    def cell(self, index: Index) -> GridCell:
        """Return the cell that stands at a place of the table."""
        row, column = self.place_of(index)
        return self.rows[row].cells[column]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows the table has."""
        if parent.isValid():
            return 0
        return len(self.rows) * len(self.columns) if self.folded else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns the table has."""
        if parent.isValid():
            return 0
        return 1 if self.folded else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return the words of a cell, or how it is read out."""
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role == Role.DisplayRole:
            return "\n".join(chip.text for chip in self.cell(index).chips)
        if role == Role.AccessibleTextRole:
            return self.cell(index).said
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the heading of a column, or whose row it is."""
        if role not in {Role.DisplayRole, Role.AccessibleTextRole} or self.folded:
            return None
        spoken = role == Role.AccessibleTextRole
        if orientation is Qt.Orientation.Horizontal:
            if section >= len(self.columns):
                return None
            return self.columns[section].said if spoken else self.columns[section].heading
        if section >= len(self.rows):
            return None
        row = self.rows[section]
        return ", ".join(filter(None, (row.title, row.note))) if spoken else row.title
