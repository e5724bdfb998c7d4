"""Summaries of pay, as PDFs: a PA's tax year, and hours and pay by the money that pays them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from pa_manager.paper.pages import pdf
from pa_manager.paper.style import Block, Cell, band, facts, heading, note, sentence, table, title_line
from pa_manager.pay.model import SHARE_RULE, StreamSummary, YearSummary
from pa_manager.values.clock import hours_said
from pa_manager.values.days import said, said_period
from pa_manager.values.money import NIL

_FIGURES: Final = ("gross", "tax", "employee_ni", "employee_pension", "student_loan", "net")
_YEAR_HEADS: Final = ("Pay period", "Gross", "Tax", "NI", "Pension", "Loan", "Net")
_YEAR_WIDTHS: Final = (44, 23, 21, 21, 21, 18, 22)
_BESIDES: Final = (
    ("employer_ni", "National Insurance, the employer's part"),
    ("employer_pension", "Pension, the employer's part"),
    ("other_taken", "Other things taken off"),
    ("expenses_paid", "Expenses paid back"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPage:
    """All that the summary of a PA's tax year says."""

    holder: str
    summary: YearSummary
    printed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamPage:
    """All that the summary for the council says."""

    holder: str
    summary: StreamSummary
    printed_on: date


def year_pdf(page: YearPage, *, large: bool = False) -> bytes:
    """Return the summary of a PA's tax year as a PDF, in large print if wished."""
    title = f"Pay of {page.summary.assistant}, tax year {page.summary.said}"
    return pdf(title, f"{title}. Printed on {said(page.printed_on)}", list(_year(page)), large=large)


def stream_pdf(page: StreamPage, *, large: bool = False) -> bytes:
    """Return the hours and pay by the money that pays them as a PDF, in large print if wished."""
    title = f"Hours and pay, {said_period(page.summary.period)}"
    whose = f" of {page.holder}" if page.holder else ""
    return pdf(title, f"Hours and pay{whose}. Printed on {said(page.printed_on)}", list(_streams(page)), large=large)


def _year(page: YearPage) -> Iterator[Block]:
    summary = page.summary
    yield title_line("Pay in a tax year")
    yield facts([("PA", summary.assistant), ("Employer", page.holder or "\u00a0"), ("Tax year", summary.said)])
    yield note(
        "It adds up the payslips paid from 6 April to 5 April, as they were recorded. It is not a P60: that comes from"
        " the payroll by 31 May."
    )
    if not summary.lines:
        yield sentence("No payslip of this tax year is here yet.")
        return
    yield heading("Payslip by payslip")
    rows: list[tuple[Cell | str, ...]] = []
    for line in summary.lines:
        held = f", holiday {hours_said(line.holiday_minutes)}" if line.holiday_minutes else ""
        worked = f"Worked {line.worked}{held}. " if line.worked else ""
        under = f"{worked}Paid on {said(line.payslip.paid_on)}."
        rows.append((Cell(said_period(line.payslip.period), under=under), *_amounts(line.payslip)))
    rows.append(("Together", *(str(summary.sum_of(name)) for name in _FIGURES)))
    yield table(_YEAR_HEADS, rows, _YEAR_WIDTHS, right=range(1, 7), row_heads=True, total_row=True)
    yield heading("The year in all")
    besides = [(words, str(summary.sum_of(name))) for name, words in _BESIDES if summary.sum_of(name) != NIL]
    yield facts(
        [("Worked", str(summary.worked)), ("Holiday", f"{hours_said(summary.holiday_minutes)} hours"), *besides],
        first_mm=85,
    )
    if any(line.worked is None for line in summary.lines):
        yield note("Payslips without a timesheet here have no hours in this sum.")


def _amounts(payslip: object) -> tuple[str, ...]:
    amounts = (getattr(payslip, name) for name in _FIGURES)
    return tuple("" if amount == NIL else str(amount) for amount in amounts)


def _streams(page: StreamPage) -> Iterator[Block]:
    summary = page.summary
    yield title_line("Hours and pay by the money that pays them")
    yield facts(
        [
            ("Direct payment of", page.holder or "\u00a0"),
            ("Timesheets that end", said_period(summary.period)),
            ("PAs", ", ".join(summary.people) or "Nobody"),
        ]
    )
    if summary.not_sent:
        is_ = "1 timesheet is" if summary.not_sent == 1 else f"{summary.not_sent} timesheets are"
        yield band(f"{is_} not sent to the payroll yet, and left out.")
    if not summary.lines:
        yield sentence("No timesheet that was sent ends in this time.")
        return
    rows: list[tuple[Cell | str, ...]] = [
        (Cell(each.stream, under=each.outcome), str(each.worked), str(each.gross), str(each.besides))
        for each in summary.lines
    ]
    rows.append(("Together", str(summary.worked), str(summary.gross), str(summary.besides)))
    heads = ("Money, and what for", "Worked", "Gross pay", "Miles, expenses")
    yield table(heads, rows, (76, 38, 28, 28), right=(2, 3), row_heads=True, total_row=True)
    yield note(SHARE_RULE)
    yield note("Gross pay is before tax. The employer's National Insurance and pension come on top.")
