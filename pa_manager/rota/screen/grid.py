"""How the rota is drawn as a grid: which chip stands for which shift."""

from collections.abc import Mapping
from datetime import date, time
from typing import Final

from pa_manager.assistants.model import AssistantId, ShiftKind
from pa_manager.rota.model import DayCell, PersonRow, RotaGrid, ShiftLine, Standing, Who, cell_said, shift_said
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.grid_model import Shape
from pa_manager.shell.pieces.grids import Chip, GridCell, GridColumn, GridRow
from pa_manager.shell.pieces.photos import initials
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


MARKS: Final[dict[Standing | None, str]] = {Standing.NEW: "draft", Standing.CHANGED: "changed"}
"""The word in a cell for a shift that is not published as it stands; one that is has none."""


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


def rows_of(grid: RotaGrid, today: date, photos: Mapping[AssistantId, bytes]) -> tuple[GridRow, ...]:
    """Return a row for each person and week; in several weeks, with the date in every cell."""
    several = grid.days.length > 7
    return tuple(
        GridRow(
            key=(row.week, row.who),
            title=row.name,
            note=row.hours,
            initials="?" if row.who == Who() else initials(row.name),
            photo=None if row.who.assistant_id is None else photos.get(row.who.assistant_id),
            begins=several and row.who == Who(),
            cells=tuple(_cell(row, cell, today, dated=several) for cell in row.cells),
        )
        for row in grid.rows
    )


def _cell(row: PersonRow, cell: DayCell, today: date, *, dated: bool) -> GridCell:
    corner = f"{cell.day.day} {cell.day:%b}" if dated and row.who == Who() else ""
    return GridCell(
        said=cell_said(row, cell, today),
        chips=(
            *map(_tail, cell.carried),
            *(Chip(each.absence.label, "bar", "warn") for each in cell.away),
            *map(_chip, cell.lines),
        ),
        corner=f"{corner}, today" if corner and cell.day == today else corner,
        now=cell.day == today,
        alone=f"{said_short(cell.day)}{', today' if cell.day == today else ''}",
        beyond=cell.beyond,
    )


def _tail(line: ShiftLine) -> Chip:
    """Return what is seen of a night on the morning after."""
    tone = "bad" if line.shift.is_gap else SHAPES[line.shift.kind][1]
    return Chip(
        f"until {time_said(line.shift.span.end)}", "none", tone, key=line.shift.id, said=shift_said(line), runs="in"
    )


def _chip(line: ShiftLine) -> Chip:
    shift = line.shift
    words = str(shift.span) if shift.kind is ShiftKind.DAY else f"{shift.kind.words} {shift.span}"
    if mark := MARKS.get(line.standing):
        words = f"{words}, {mark}"
    shape, tone = ("dashed", "bad") if shift.is_gap else SHAPES[shift.kind]
    return Chip(
        words,
        shape,
        tone,
        warns=bool(line.unanswered) and not (shift.is_gap and shift.left_by),
        key=shift.id,
        said=shift_said(line),
        runs="on" if shift.span.is_overnight and shift.span.end > time(0) else "",
    )
