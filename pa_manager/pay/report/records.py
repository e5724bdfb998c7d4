"""A pay record, as a paper: what one timesheet comes to and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pa_manager.paper.pages import pdf
from pa_manager.paper.style import Block, band, bullets, facts, heading, note, sentence, sums, table, title_line
from pa_manager.pay.model.records import PayRecord
from pa_manager.pay.model.shares import SHARE_RULE, SharedLine
from pa_manager.values.days import said_period
from pa_manager.values.money import NIL

_NOT_A_PAYSLIP: Final = "This is what the timesheet comes to before tax. It is no payslip: that comes from the payroll."


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPage:
    """All that the printed page says."""

    record: PayRecord
    employer: str
    shared: Sequence[SharedLine]


def pay_record_pdf(page: RecordPage, *, large: bool = False) -> bytes:
    """Return a pay record as a PDF: what is paid, why, out of which money, and what it costs."""
    record = page.record
    period = said_period(record.period)
    rows = [(part.name, part.quantity, part.rate_said, str(part.amount)) for part in record.parts]
    rows += [(extra.words, "", "", str(extra.amount)) for extra in record.extras]
    story: list[Block] = [
        title_line("Pay record"),
        facts([("PA", record.assistant), ("Employer", page.employer or "\u00a0"), ("Pay period", period)]),
        note(_NOT_A_PAYSLIP),
        heading("What is paid"),
        table(
            ("For", "How much", "At", "Pay"),
            [*rows, ("Gross pay", "", "", str(record.gross))],
            (74, 28, 40, 28),
            right=(1, 2, 3),
            row_heads=True,
            total_row=True,
        ),
    ]
    if record.paid_back != NIL:
        back = [("Expenses", record.expenses)] if record.expenses != NIL else []
        back += [(f"{record.miles} miles", record.mileage.amount)] if record.mileage else []
        story += [heading("Paid back besides"), sums(back)]
    for finding in record.amiss:
        story.append(band(finding.sentence, finding.way_out))
    story += [heading("Why")]
    for part in record.parts:
        story += [sentence(f"{part.name}, {part.rate_said}", bold=True), bullets(part.why)]
    for extra in record.extras:
        story += [sentence(extra.words, bold=True), bullets(extra.why)]
    if record.mileage:
        story += [sentence("Miles", bold=True), bullets(record.mileage.why)]
    shared = [(line.stream, line.outcome, str(line.worked), str(line.gross), str(line.besides)) for line in page.shared]
    story += [
        heading("Who pays it"),
        table(
            ("Money", "Outcome", "Worked", "Gross", "Paid back"),
            shared,
            (46, 46, 28, 26, 24),
            right=(2, 3, 4),
            row_heads=True,
        ),
        note(SHARE_RULE),
    ]
    if record.cost and record.cost.on_costs != NIL:
        cost = record.cost
        story += [
            heading("What this work costs you"),
            sums(
                [
                    ("Pay for work", cost.wages.amount),
                    ("Holiday earned by it", cost.holiday.amount),
                    ("National Insurance, your part", cost.insurance.amount),
                    ("Pension, your part", cost.pension.amount),
                ],
                ("Together", cost.total),
            ),
            note("An estimate, as if the whole year were like this. The payroll works out what is really due."),
        ]
    title = f"Pay record of {record.assistant}, {period}"
    return pdf(title, title, story, large=large)
