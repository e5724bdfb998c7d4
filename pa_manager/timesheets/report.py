"""The timesheet, as a PDF for two signatures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pa_manager.assistants.model import ShiftKind
from pa_manager.paper.pages import pdf
from pa_manager.paper.style import (
    Block,
    Cell,
    bullets,
    facts,
    gap,
    heading,
    keep_together,
    note,
    picture,
    sentence,
    signature_line,
    table,
    title_line,
)
from pa_manager.timesheets.model import Tally, Timesheet, TimesheetState, WorkedLine
from pa_manager.values.clock import hours_said
from pa_manager.values.days import said_period, said_short
from pa_manager.values.money import NIL, Money

_WIDTHS: Final = (36, 30, 30, 15, 15, 15, 13, 16)
_HEADINGS: Final = ("Day", "Planned", "Worked", "Break", "Hours", "Awake", "Miles", "Spent")
_FIGURES: Final = (3, 4, 5, 6, 7)
_BY_HAND: Final = 3
_SPACE: Final = "\u00a0"
_BLANK: Final = Cell(_SPACE, under=_SPACE)
_REST: Final = ("",) * (len(_HEADINGS) - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesheetPage:
    """All that the printed page says; ``empty``, to be written on by hand."""

    assistant: str
    holder: str
    timesheet: Timesheet
    corrected: Sequence[str] = ()
    empty: bool = False


def timesheet_pdf(page: TimesheetPage, *, large: bool = False) -> bytes:
    """Return the page as a PDF, in large print if wished."""
    timesheet = page.timesheet
    period = said_period(timesheet.period)
    story: list[Block] = [
        title_line("Timesheet"),
        facts(
            [
                ("PA", page.assistant),
                ("Employer", page.holder or "\u00a0"),
                ("Pay period", period),
                *([] if page.empty else [("State", timesheet.state.words)]),
            ]
        ),
        heading("Work"),
        *(_to_write_on(timesheet) if page.empty else _table(timesheet)),
    ]
    if page.corrected and not page.empty:
        story += [heading("Corrections of earlier timesheets"), bullets(page.corrected)]
    story.append(
        keep_together(
            heading("We both agree that this is what was worked"),
            signature_line(f"{page.assistant} (PA)", "Date"),
            gap(4),
            signature_line("For the employer", "Date"),
        )
    )
    return pdf(f"Timesheet, {page.assistant}, {period}", f"Timesheet of {page.assistant}, {period}", story, large=large)


def picture_pdf(name: str, content: bytes) -> bytes:
    """Return a picture of a paper as a PDF of one page, to be looked at."""
    return pdf(name, name, [title_line(name), picture(content, width_mm=150, said=f"Picture of {name}")])


def _table(timesheet: Timesheet) -> list[Block]:
    rows: list[tuple[Cell | str, ...]] = [_row(line) for line in timesheet.lines]
    blank = timesheet.state is TimesheetState.DRAFT
    if blank:
        rows += [(_BLANK, *_REST)] * _BY_HAND
    total = (
        "Together",
        str(timesheet.planned),
        str(timesheet.worked) if timesheet.lines else "",
        _length(sum(line.break_minutes for line in timesheet.lines)),
        "",
        _awake(timesheet.lines),
        str(timesheet.miles or ""),
        _spent(timesheet.expenses),
    )
    parts: list[Block] = [
        table(_HEADINGS, [*rows, total], _WIDTHS, right=_FIGURES, row_heads=True, total_row=True),
    ]
    if blank:
        parts.append(
            note("Strike out what was not so, and write what was. The empty rows are for what was not planned.")
        )
    if timesheet.is_nil and timesheet.state is not TimesheetState.DRAFT:
        parts.append(sentence("Nil: nothing was worked in this pay period."))
    if any(line.estimated for line in timesheet.lines):
        parts.append(sentence("Estimates were sent before they were worked. The difference is trued up in the next."))
    if timesheet.worked != Tally(minutes=timesheet.worked_minutes):
        parts.append(sentence("Sleep-ins and being on call are counted by the shift, not in the hours."))
    return parts


def _to_write_on(timesheet: Timesheet) -> list[Block]:
    """Return a row for each day of the period, with what is planned, and the rest to be written by hand."""
    planned = [line for line in timesheet.lines if line.planned]
    rows: list[tuple[Cell | str, ...]] = []
    for day in timesheet.period.days():
        kinds = [line for line in planned if line.day == day]
        rows += [(Cell(said_short(day), under=_kind(line)), str(line.planned), *_REST[1:]) for line in kinds]
        if not kinds:
            rows.append((said_short(day), *_REST))
    return [
        note("Write from when to when you worked, and unpaid breaks. Where all was as planned, a tick will do."),
        table(_HEADINGS, [*rows, ("Together", *_REST)], _WIDTHS, right=_FIGURES, row_heads=True, total_row=True),
    ]


def _row(line: WorkedLine) -> tuple[Cell, str, str, str, str, str, str, str]:
    return (
        Cell(said_short(line.day), under=_under(line)),
        str(line.planned or ""),
        line.worked_said,
        _length(line.break_minutes),
        hours_said(line.worked_minutes),
        "" if line.awake_minutes is None else hours_said(line.awake_minutes),
        str(line.miles or ""),
        _spent(line.expenses),
    )


def _under(line: WorkedLine) -> str:
    return ". ".join(filter(None, (_kind(line), line.estimate_said, line.journey, line.note)))


def _kind(line: WorkedLine) -> str:
    return "" if line.kind is ShiftKind.DAY else line.kind.words


def _length(minutes: int) -> str:
    return hours_said(minutes) if minutes else ""


def _awake(lines: Sequence[WorkedLine]) -> str:
    told = [line.awake_minutes for line in lines if line.awake_minutes is not None]
    return hours_said(sum(told)) if told else ""


def _spent(amount: Money) -> str:
    return "" if amount == NIL else str(amount)
