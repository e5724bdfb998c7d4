"""The hours for the payroll, as a paper to key from."""

from __future__ import annotations

from datetime import date
from typing import Final

from pa_manager.paper.pages import pdf
from pa_manager.paper.style import (
    Block,
    Cell,
    bullets,
    facts,
    heading,
    keep_together,
    note,
    sentence,
    subheading,
    table,
    title_line,
)
from pa_manager.pay.model.bureau import Pack, PackKind, PackSheet, rows_of
from pa_manager.values.clock import hours_said
from pa_manager.values.days import said, said_period, said_short, said_with_weekday
from pa_manager.values.money import NIL

_TITLES: Final = {
    PackKind.HOURS: "Hours for the payroll",
    PackKind.CORRECTIONS: "Corrections for the payroll",
    PackKind.NIL: "Nobody worked",
}


def pack_pdf(pack: Pack, *, made_on: date, large: bool = False) -> bytes:
    """Return the pack as a PDF: a list of all, starters, leavers and changes, then each PA day by day."""
    story: list[Block] = [title_line(_TITLES[pack.kind]), facts(_head(pack, made_on))]
    if pack.kind is PackKind.NIL:
        story.append(sentence(f"Nobody worked in {pack.period}. There is nothing to pay.", bold=True))
    else:
        if pack.kind is PackKind.CORRECTIONS:
            story.append(note("Each line is the difference to what was sent before. A minus sign takes away."))
        story += [heading("To be paid"), _to_pay(pack), *_people(pack)]
        for sheet in pack.sheets:
            story += _days(sheet)
    foot = f"{_TITLES[pack.kind]}, {pack.period}"
    return pdf(f"{foot}, {pack.employer}".rstrip(", "), foot, story, large=large)


def _head(pack: Pack, made_on: date) -> list[tuple[str, str]]:
    rows = [
        ("Employer", pack.employer),
        ("Reference", pack.bureau.reference),
        ("For", pack.bureau.name),
        ("Days worked", pack.period),
        ("To be paid on", said_with_weekday(pack.paid_on) if pack.paid_on else ""),
        ("Made on", said(made_on)),
    ]
    return [(name, words) for name, words in rows if words]


def _to_pay(pack: Pack) -> Block:
    rows = [
        (
            Cell(row.name, under=row.number),
            row.description,
            str(row.count) if row.minutes is None else hours_said(row.minutes),
            str(row.rate),
            str(row.amount),
        )
        for row in rows_of(pack)
    ]
    headings = ("PA", "For", "How much", "Rate", "Comes to")
    return table(headings, rows, (46, 56, 22, 22, 24), right=(2, 3, 4), row_heads=True)


def _people(pack: Pack) -> list[Block]:
    story: list[Block] = []
    for sheet in pack.sheets:
        if sheet.is_new:
            rows = [(name, words or "Not filled in") for name, words in sheet.starting]
            story.append(keep_together(heading(f"New: {sheet.assistant.name}"), facts(rows)))
    leaving = [
        f"{sheet.assistant.name}: last day {said(sheet.assistant.left_on)}. Send a P45."
        for sheet in pack.sheets
        if sheet.leaves and sheet.assistant.left_on
    ]
    changes = [change for sheet in pack.sheets for change in sheet.changes]
    for title, lines in (("Leaving", leaving), ("Changes", changes)):
        if lines:
            story.append(keep_together(heading(title), bullets(lines)))
    return story


def _days(sheet: PackSheet) -> list[Block]:
    rows = [
        (
            Cell(said_short(line.day), under="Correction" if line.corrects is not None else ""),
            line.kind.words,
            "" if line.corrects is not None else line.worked_said,
            hours_said(line.worked_minutes),
            "" if line.awake_minutes is None else hours_said(line.awake_minutes),
            str(line.miles or ""),
            "" if line.expenses == NIL else str(line.expenses),
        )
        for line in sheet.lines
    ]
    title = f"{sheet.assistant.name}, {said_period(sheet.timesheet.period)}"
    if not rows:
        story: list[Block] = [heading(title), sentence("Did not work.")]
    else:
        headings = ("Day", "Kind", "Worked", "Hours", "Awake", "Miles", "Spent")
        widths = (30, 30, 40, 18, 17, 16, 19)
        story = [heading(title), table(headings, rows, widths, right=(3, 4, 5, 6), row_heads=True)]
    facts_ = [
        f"On bank holidays: {hours_said(minutes)} hours." if (minutes := sheet.bank_holiday_minutes) else "",
        *(f"{away}." for away in sheet.away),
    ]
    if any(facts_):
        story.append(keep_together(subheading("Besides"), bullets([fact for fact in facts_ if fact])))
    return story
