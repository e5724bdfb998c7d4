"""How the rota is drawn as a grid: which chip stands for which shift."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from pa_manager.assistants.model import ShiftKind
from pa_manager.rota.model import DayCell, PersonRow, RotaGrid, ShiftLine, Who, cell_said
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.grid_model import Shape
from pa_manager.shell.pieces.grids import Chip, GridCell, GridColumn, GridRow
from pa_manager.values.clock import time_said
from pa_manager.values.days import said_short, said_with_weekday

SHAPES: Final[dict[ShiftKind, tuple[Shape, Tone | None]]] = {
    ShiftKind.DAY: ("bar", "calm"),
    ShiftKind.WAKING_NIGHT: ("double", "calm"),
    ShiftKind.SLEEP_IN: ("hollow", None),
    ShiftKind.ON_CALL: ("dots", None),
    ShiftKind.TRAINING: ("slant", "good"),
    ShiftKind.MEETING: ("ring", "good"),
}


def columns_of(grid: RotaGrid, today: date) -> tuple[GridColumn, ...]:
    """Return the headings: the days of a week, or the weekdays where there are several weeks."""
    several = grid.days.length > 7
    return tuple(
        GridColumn(
            f"{day:%a}" if several else f"{day:%a}\n{day.day} {day:%b}" + ("\nToday" if day == today else ""),
            f"{day:%A}" if several else said_with_weekday(day),
            now=day == today and not several,
        )
        for day in list(grid.days.days())[:7]
    )


def rows_of(grid: RotaGrid, today: date) -> tuple[GridRow, ...]:
    """Return a row for each person and week; in several weeks, with the date in every cell."""
    several = grid.days.length > 7
    return tuple(
        GridRow(
            key=(row.week, row.who),
            title=row.name,
            note=row.hours,
            initials=_initials(row),
            begins=several and row.who == Who(),
            cells=tuple(_cell(row, cell, today, dated=several) for cell in row.cells),
        )
        for row in grid.rows
    )


def _cell(row: PersonRow, cell: DayCell, today: date, *, dated: bool) -> GridCell:
    corner = f"{cell.day.day} {cell.day:%b}" if dated and row.who == Who() else ""
    return GridCell(
        said=cell_said(row, cell),
        chips=(
            *(Chip(f"until {time_said(line.shift.span.end)}", "none", None) for line in cell.carried),
            *(Chip(each.absence.label, "bar", "warn") for each in cell.away),
            *map(_chip, cell.lines),
        ),
        corner=corner,
        now=cell.day == today,
        alone=said_short(cell.day),
    )


def _chip(line: ShiftLine) -> Chip:
    shift = line.shift
    words = str(shift.span) if shift.kind is ShiftKind.DAY else f"{shift.kind.words} {shift.span}"
    if shift.is_gap:
        return Chip(words, "dashed", "bad", warns=bool(line.unanswered) and not shift.left_by)
    return Chip(words, *SHAPES[shift.kind], warns=bool(line.unanswered))


def _initials(row: PersonRow) -> str:
    if row.who == Who():
        return "?"
    words: Sequence[str] = row.name.split()
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()
