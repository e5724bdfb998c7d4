"""The statement as the council gets it: the summary first, then every payment, the papers, notes and declaration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from pa_manager.paper.pages import pdf
from pa_manager.paper.style import (
    PAGE_WIDTH_MM,
    Block,
    Cell,
    Content,
    band,
    bullets,
    facts,
    gap,
    heading,
    keep_together,
    new_page,
    note,
    sentence,
    signature_line,
    subheading,
    table,
    tick_box_line,
    title_line,
)
from pa_manager.returns.model import Adjustment, ListingLine, ReturnFigures, Section, StreamFigures, SummaryRow, summary
from pa_manager.values.days import said, said_period
from pa_manager.values.money import NIL, Money

_AMOUNT_MM: Final = 38
_DAY_MM: Final = 28
_PAPER_MM: Final = 16
_FEW: Final = 14
"""A section of so many lines is kept on one page; a longer one may run over to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """All that the printed statement says. Everything is decided before it gets here.

    Attributes:
        is_draft: Whether the figures may still change.
        adjustments: What turned out to be different after it was sent.
    """

    figures: ReturnFigures
    is_draft: bool = False
    adjustments: tuple[Adjustment, ...] = ()


def statement_pdf(statement: Statement, *, large: bool = False) -> bytes:
    """Return the statement as a PDF; in large print, with letters of 18 points."""
    figures = statement.figures
    title = f"Return of the direct payment, {figures.who.holder}, {said_period(figures.period)}"
    foot = f"{figures.who.holder}{_reference(figures)}, {said_period(figures.period)}"
    return pdf(title, f"Draft. {foot}" if statement.is_draft else foot, list(_story(statement)), large=large)


def _story(statement: Statement) -> Iterator[Block]:
    figures = statement.figures
    yield from _head(statement)
    yield from _sums(figures)
    yield from _notes(statement)
    yield from _declaration(figures)
    yield from _listing(figures)
    yield from _evidence(figures)


def _reference(figures: ReturnFigures) -> str:
    return f" ({figures.who.reference})" if figures.who.reference else ""


def _head(statement: Statement) -> Iterator[Block]:
    figures = statement.figures
    who = figures.who
    yield title_line("Return of the direct payment")
    if statement.is_draft:
        yield band("This is a draft.", "The figures may still change until the return is checked.")
    completed = f"{who.completed_by}, {who.completed_as}" if who.completed_as else who.completed_by
    accounts = ", ".join(f"{account.name} ({account.kind.lower()})" for account in figures.accounts)
    known: list[tuple[str, Content]] = [
        ("Holder", Cell(who.holder, bold=True)),
        ("Reference", who.reference),
        ("Date of birth", said(who.born_on) if who.born_on else ""),
        ("Address", who.address),
        ("Period", Cell(said_period(figures.period), bold=True)),
        ("For", figures.scope if figures.stream_id is not None else _funders(figures)),
        ("Account", accounts),
        ("Filled in by", completed),
        ("With help from", who.helped_by),
        ("Due on", said(figures.due_on) if figures.due_on else ""),
    ]
    yield gap(2)
    yield facts([(name, value) for name, value in known if value], first_mm=36)


def _funders(figures: ReturnFigures) -> str:
    return ", ".join(
        f"{stream.name} ({stream.reference})" if stream.reference else stream.name
        for stream in figures.streams
        if stream.one_off_id is None
    )


def _sums(figures: ReturnFigures) -> Iterator[Block]:
    yield keep_together(heading("At a glance"), _glance(figures))
    if len(figures.streams) > 1:
        yield keep_together(heading("Each funder's money"), _streams(figures))
    for section, rows in groupby(summary(figures), key=lambda row: row.section):
        if section is Section.START and not figures.changes:
            continue
        listed = list(rows)
        parts = [heading(section.value), _section(listed)]
        yield from [keep_together(parts)] if len(listed) <= _FEW else parts


def _glance(figures: ReturnFigures) -> Block:
    difference = figures.difference
    rows: list[tuple[Content, Content]] = [
        (f"Balance at the start, {said(figures.period.first)}", figures.start),
        ("Money in", figures.total_in),
        ("Money out", figures.total_out),
        (Cell(f"Balance at the end, {said(figures.period.last)}", bold=True), Cell(str(figures.closing), bold=True)),
        ("Difference from the bank statement", "Not known" if difference is None else difference),
        (_left_over_words(figures), figures.surplus),
    ]
    return table((), rows, (PAGE_WIDTH_MM - _AMOUNT_MM, _AMOUNT_MM), right=(1,), row_heads=True)


def _left_over_words(figures: ReturnFigures) -> Cell:
    weeks = f"The balance at the end is {figures.weeks_in_hand} weeks' money." if figures.weeks_in_hand else ""
    return Cell("Left over, when what is owed and reserved is taken off", weeks)


def _streams(figures: ReturnFigures) -> Block:
    rows: list[tuple[Content, ...]] = [
        (
            Cell(stream.name, _under(stream)),
            stream.weekly.plain() if stream.weekly else "",
            _pounds(stream.opening),
            _pounds(stream.money_in),
            _pounds(stream.money_out),
            _pounds(stream.closing),
        )
        for stream in figures.streams
    ]
    sums = (figures.start, figures.total_in, figures.total_out, figures.closing)
    weekly = _pounds(figures.weekly) if figures.weekly else ""
    rows.append(("Together", weekly, *map(_pounds, sums)))
    amounts = [
        max(_amount_mm(str(cell) for cell in column), _HEADING_MM) for column in list(zip(*rows, strict=True))[1:]
    ]
    headings = ("Money from", "A week £", "Start £", "In £", "Out £", "End £")
    widths = (PAGE_WIDTH_MM - sum(amounts), *amounts)
    return table(headings, rows, widths, right=(1, 2, 3, 4, 5), row_heads=True, total_row=True)


_HEADING_MM: Final = 22


def _under(stream: StreamFigures) -> str:
    if stream.one_off_id is not None:
        return f"One-off payment of {stream.one_off_agreed}, by itself"
    return f"{_yearly(stream.weekly)} a year" if stream.weekly else ""


def _yearly(weekly: Money) -> str:
    return str(weekly.times(52))


def _section(rows: list[SummaryRow]) -> Block:
    cells: list[tuple[Content, Content]] = [
        (Cell(row.words, row.under, bold=row.is_total), Cell(row.said, bold=row.is_total)) for row in rows
    ]
    widths = (PAGE_WIDTH_MM - _AMOUNT_MM, _AMOUNT_MM)
    return table((), cells, widths, right=(1,), row_heads=True, total_row=rows[-1].is_total)


def _notes(statement: Statement) -> Iterator[Block]:
    figures = statement.figures
    if figures.notes.strip():
        yield heading("Notes")
        yield sentence(figures.notes.strip())
    if figures.consents:
        yield heading("What was agreed beforehand")
        yield bullets(figures.consents)
    if statement.adjustments:
        yield heading("Adjusted since this return was sent")
        yield table(
            ("What", "Why", "Amount"),
            [(each.line.words, each.why, each.amount) for each in statement.adjustments],
            (56, 84, 30),
            right=(2,),
        )


def _declaration(figures: ReturnFigures) -> Iterator[Block]:
    who = figures.who
    role = f", {who.completed_as}" if who.completed_as else ""
    lines: list[Block] = [
        heading("Declaration"),
        sentence("Tick what is so. Leave the box empty where it is not, and say why in the notes."),
        *map(tick_box_line, figures.declaration),
    ]
    lines.append(gap(5))
    if who.completed_by:
        lines.append(sentence(f"{who.completed_by}{role}", bold=True))
    else:
        lines.append(signature_line("Name", "In what role"))
    lines.append(signature_line("Signature", "Date"))
    lines.append(gap(5))
    lines.append(note("Second signature, where two people act together:"))
    lines.append(signature_line("Name and signature", "Date"))
    yield keep_together(lines)


def _listing(figures: ReturnFigures) -> Iterator[Block]:
    yield new_page()
    yield heading("Every payment")
    if not figures.listing:
        yield sentence("Nothing came in or went out in this period.")
        return
    main = figures.streams[0] if len(figures.streams) > 1 else None
    whose = f" Where no funder is named, the money is of {main.name}." if main else ""
    yield note(f"The number of a paper is written on the paper itself.{whose}")
    rows: list[tuple[Content, ...]] = [
        (_day(figures.period.first), "Balance at the start", "", "", "", _pounds(figures.start)),
        *(_listed(line, figures) for line in figures.listing),
        ("", "Together", "", _pounds(figures.came), _pounds(figures.went), _pounds(figures.closing)),
    ]
    amounts = [_amount_mm(str(row[column]) for row in rows) for column in (3, 4, 5)]
    widths = (_DAY_MM, PAGE_WIDTH_MM - _DAY_MM - _PAPER_MM - sum(amounts), _PAPER_MM, *amounts)
    headings = ("Date", "Who and what for", "Paper", "In £", "Out £", "Balance £")
    yield table(headings, rows, widths, right=(3, 4, 5), total_row=True)
    if (sent_back := figures.came - figures.total_in) > NIL:
        yield note(f"{sent_back} of what came in was money sent back. In the summary it is taken off the money out.")
    named = {line.outcome for line in figures.listing if line.outcome}
    outcomes = sorted(named, key=lambda words: (len(words.partition(".")[0]), words))
    if outcomes:
        yield subheading("The outcomes named above")
        yield bullets(outcomes)


def _listed(line: ListingLine, figures: ReturnFigures) -> tuple[Content, ...]:
    is_main = not figures.streams or line.stream_id == figures.streams[0].stream_id
    told = [
        line.category,
        f"outcome {line.outcome.partition('.')[0]}" if line.outcome else "",
        "" if is_main else line.stream,
        f"one-off: {line.one_off}" if line.one_off else "",
        line.account if len(figures.accounts) > 1 else "",
        line.method,
        line.note,
        "not on the statement yet" if line.waiting else "",
    ]
    return (
        _day(line.day),
        Cell(line.who, ", ".join(filter(None, told))),
        ", ".join(line.evidence),
        _pounds(line.amount) if line.amount > NIL else "",
        "" if line.amount > NIL else _pounds(-line.amount),
        _pounds(line.balance),
    )


def _evidence(figures: ReturnFigures) -> Iterator[Block]:
    if not figures.evidence and not figures.other_papers:
        return
    head: list[Block] = [heading("Papers")]
    if figures.keep_years is not None:
        years = "1 year" if figures.keep_years == 1 else f"{figures.keep_years} years"
        head.append(note(f"The papers are kept for {years} beside the year that is running."))
    if figures.evidence:
        head.append(_counted_papers(figures))
    yield keep_together(head)
    for each in figures.evidence:
        if each.missing:
            yield subheading(f"Missing: {each.what.lower()}")
            yield bullets(each.missing)
    if figures.other_papers:
        yield keep_together(subheading("Asked for as well"), *map(tick_box_line, figures.other_papers))


def _counted_papers(figures: ReturnFigures) -> Block:
    rows = [(each.what, str(each.wanted), str(each.there), str(len(each.missing))) for each in figures.evidence]
    widths = (PAGE_WIDTH_MM - 3 * 26, 26, 26, 26)
    return table(("What", "Wanted", "There", "Missing"), rows, widths, right=(1, 2, 3), row_heads=True)


def _day(day: date) -> str:
    return f"{day.day}\u00a0{day:%b}\u00a0{day.year}"


def _pounds(amount: Money) -> str:
    """Return an amount without the sign of the pound, which its column bears."""
    return str(amount).replace("£", "")


def _amount_mm(texts: Iterable[str]) -> float:
    """Return how wide a column must be so that none of its amounts is parted."""
    longest = max((len(text) for text in texts), default=0)
    return max(22, 2.45 * longest + 3)
