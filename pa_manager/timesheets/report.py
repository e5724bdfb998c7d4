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
    sentence,
    signature_line,
    table,
    title_line,
)
from pa_manager.timesheets.model import Tally, Timesheet, TimesheetState, WorkedLine
from pa_manager.values.clock import hours_said
from pa_manager.values.days import said_period, said_short
from pa_manager.values.money import NIL, Money

_WIDTHS: Final = (42, 33, 33, 17, 15, 13, 17)
_HEADINGS: Final = ("Day", "Planned", "Worked", "Hours", "Awake", "Miles", "Spent")
_BY_HAND: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesheetPage:
    """All that the printed page says."""

    assistant: str
    holder: str
    timesheet: Timesheet
    corrected: Sequence[str] = ()


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
                ("State", timesheet.state.words),
            ]
        ),
        heading("Work"),
        *_table(timesheet),
    ]
    if page.corrected:
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


def _table(timesheet: Timesheet) -> list[Block]:
    rows = [_row(line) for line in timesheet.lines]
    blank = timesheet.state is TimesheetState.DRAFT
    if blank:
        rows += [(Cell("\u00a0", under="\u00a0"), "", "", "", "", "", "")] * _BY_HAND
    total = (
        "Together",
        str(timesheet.planned),
        str(timesheet.worked) if timesheet.lines else "",
        "",
        _awake(timesheet.lines),
        str(timesheet.miles or ""),
        _spent(timesheet.expenses),
    )
    parts: list[Block] = [
        table(_HEADINGS, [*rows, total], _WIDTHS, right=(3, 4, 5, 6), row_heads=True, total_row=True),
    ]
    if blank:
        parts.append(
            note("Strike out what was not so, and write what was. The empty rows are for what was not planned.")
        )
    if timesheet.worked != Tally(minutes=timesheet.worked_minutes):
        parts.append(sentence("Sleep-ins and being on call are counted by the shift, not in the hours."))
    return parts


def _row(line: WorkedLine) -> tuple[Cell, str, str, str, str, str, str]:
    return (
        Cell(said_short(line.day), under=_under(line)),
        str(line.planned or ""),
        line.worked_said,
        hours_said(line.worked_minutes),
        "" if line.awake_minutes is None else hours_said(line.awake_minutes),
        str(line.miles or ""),
        _spent(line.expenses),
    )


def _under(line: WorkedLine) -> str:
    kind = "" if line.kind is ShiftKind.DAY else line.kind.words
    return ". ".join(filter(None, (kind, line.note)))


def _awake(lines: Sequence[WorkedLine]) -> str:
    told = [line.awake_minutes for line in lines if line.awake_minutes is not None]
    return hours_said(sum(told)) if told else ""


def _spent(amount: Money) -> str:
    return "" if amount == NIL else str(amount)
