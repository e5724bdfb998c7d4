"""The budget sheet, as a PDF: what comes in for a week, what it pays for, and how each figure comes about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pa_manager.outlook.model import HoursRow, Reckoning, compare
from pa_manager.paper.pages import pdf
from pa_manager.paper.style import (
    Block,
    Cell,
    band,
    bars,
    bullets,
    heading,
    keep_together,
    note,
    sentence,
    table,
    title_line,
)
from pa_manager.values.days import said

NOT_ADVICE = (
    "This is a forecast, as if every week of the year were like this one. We are not lawyers. Acas gives free advice"
    " about pay and holiday (acas.org.uk), HMRC and The Pensions Regulator answer employers."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetPage:
    """All that the sheet says. With ``now`` it is a what-if, held against the budget of now."""

    holder: str
    reckoning: Reckoning
    beside: tuple[HoursRow, ...]
    printed_on: date
    now: Reckoning | None = None

    @property
    def title(self) -> str:
        """What the paper is called."""
        return f"{'What if: ' if self.now else ''}{self.reckoning.budget.name}"

    @property
    def foot(self) -> str:
        """What stands at the foot of each page."""
        whose = f" of {self.holder}" if self.holder else ""
        return f"Budget{whose}: {self.reckoning.budget.name}. Printed on {said(self.printed_on)}"


def budget_pdf(page: BudgetPage, *, large: bool = False) -> bytes:
    """Return the budget sheet."""
    return pdf(page.title, page.foot, list(_story(page)), large=large)


def _story(page: BudgetPage) -> Iterator[Block]:
    found = page.reckoning
    yield title_line(page.title)
    yield sentence(f"One week, with the money and the legal figures of {said(found.day)}.")
    yield note(NOT_ADVICE)
    yield sentence(found.finding, bold=True) if found.reaches else band(found.finding, bad=True)
    if found.findings:
        yield bullets(found.findings)
    yield heading("What the money pays for")
    rows = [(row.words, row.said) for row in found.rows]
    yield table(("For a week", "Amount"), rows, (130, 40), right=(1,), row_heads=True, total_row=True)
    yield sentence(f"Money for wages, once all that comes on top of them is paid: {found.for_wages} a week.")
    if found.lines:
        yield heading("Hours and rates")
        lines = [line.hours for line in found.lines]
        yield table(
            ("Who", "Work", "How much", "Paid"),
            [
                (hours.name, hours.work.words, hours.amount_said, hours.rate_said(found.budget.dearer))
                for hours in lines
            ],
            (45, 35, 45, 45),
            row_heads=True,
        )
    yield keep_together(heading("The same as a picture"), bars(found.bars, finding=found.finding))
    if page.now:
        yield heading(f"Beside {page.now.budget.name[:1].lower()}{page.now.budget.name[1:]} of now")
        compared = [(each.words, each.now, each.tried, each.change) for each in compare(page.now, found)]
        heads = ("For a week", "Now", "What if", "Change")
        yield table(heads, compared, (68, 34, 34, 34), right=(1, 2, 3), row_heads=True)
    yield keep_together(
        heading("Hours of a week"),
        table(
            ("Which hours", "Hours"),
            [(Cell(row.words, row.note), row.said) for row in page.beside],
            (120, 50),
            right=(1,),
            row_heads=True,
        ),
    )
    yield heading("How each figure comes about")
    for row in found.rows:
        if row.why:
            yield keep_together(
                sentence(f"{row.words}: {row.said}", bold=True), bullets([str(each) for each in row.why])
            )
