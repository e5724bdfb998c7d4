"""What stands in a grid: rows and columns with a cell for each pair, and in each cell some chips."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pa_manager.shell.colours import Tone

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Shape = Literal["bar", "double", "hollow", "dots", "slant", "ring", "dashed", "none"]
"""How the edge of a chip is drawn, so that kinds differ without their colours."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing in a cell: its words, the shape of its edge, its colour, and whether it wants a look.

    Attributes:
        key: What it is known by. One without a key cannot be picked or dragged.
        said: How it is read out by itself, when it is picked among several.
        runs: Whether it goes on into the next cell, or comes from the one before.
    """

    text: str
    shape: Shape = "bar"
    tone: Tone | None = "calm"
    warns: bool = False
    key: Hashable = None
    said: str = ""
    runs: Literal["", "on", "in"] = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: how it is read out whole, its chips, a word for its corner, and whether it is marked as now.

    ``alone`` is what it is called where it stands beneath others, without the heading of its column. ``beyond`` says
    that it lies beyond what the grid shows.
    """

    said: str
    chips: tuple[Chip, ...] = ()
    corner: str = ""
    now: bool = False
    alone: str = ""
    beyond: bool = False

    @property
    def keyed(self) -> tuple[Chip, ...]:
        """The chips that can be picked."""
        return tuple(chip for chip in self.chips if chip.key is not None)


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: who or what it is for, with their photo if there is one. ``begins``: a part of the grid begins with it."""

    key: Hashable
    title: str
    note: str
    cells: tuple[GridCell, ...]
    initials: str = ""
    begins: bool = False
    photo: bytes | None = None


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: its heading, how that is read out, and whether it is marked as now."""

    heading: str
    said: str
    now: bool = False


_FOLDED: Final = "Each row in one column"
"""What a reader says above cells that stand in one column, each with its day in it."""


class GridModel(QAbstractTableModel):
    """Shows rows, columns and cells. Folded, all cells stand beneath one another in one column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[GridColumn, ...] = ()
        self.rows: tuple[GridRow, ...] = ()
        self.folded = False
        self.picked: Hashable = None

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
            return self._said(self.cell(index))
        return None

    def _said(self, cell: GridCell) -> str:
        keys = [chip.key for chip in cell.keyed]
        if self.picked not in keys or len(keys) < 2:
            return cell.said
        at = keys.index(self.picked)
        return f"{cell.keyed[at].said}, {at + 1} of {len(keys)} here. {cell.said}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the heading of a column, or whose row it is."""
        if role not in {Role.DisplayRole, Role.AccessibleTextRole}:
            return None
        spoken = role == Role.AccessibleTextRole
        if self.folded:
            return _FOLDED if orientation is Qt.Orientation.Horizontal else None
        if orientation is Qt.Orientation.Horizontal:
            if section >= len(self.columns):
                return None
            return self.columns[section].said if spoken else self.columns[section].heading
        if section >= len(self.rows):
            return None
        row = self.rows[section]
        return ", ".join(filter(None, (row.title, row.note))) if spoken else row.title
