"""The published rota on paper: for the wall, and for one PA. It says who comes when; no pay, no notes, no outcomes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from pa_manager.paper.pages import A3_WIDE, A4_WIDE, pdf
from pa_manager.paper.style import Block, Cell, facts, heading, new_page, sentence, table, title_line
from pa_manager.rota.model import Notice, day_said
from pa_manager.values.days import Period, said, said_period

_NAME_MM: Final = 32


@dataclass(frozen=True, slots=True)
class WallRow:
    """One person in a week: the name, the photo if one is kept, and for each day the times."""

    name: str
    photo: bytes | None
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WallPage:
    """All that the print for the wall says.

    Attributes:
        on: The day on which it was printed.
        weeks: The rows of each week.
    """

    holder: str
    days: Period
    on: date
    weeks: Sequence[tuple[Period, Sequence[WallRow]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """All that the print for one PA says."""

    assistant: str
    holder: str
    days: Period
    on: date
    shifts: Sequence[Notice]


def wall_pdf(page: WallPage, *, wide: bool = False, large: bool = False) -> bytes:
    """Return the print for the wall, a week to a page, on A4 or on A3, in large print if wished."""
    sheet = A3_WIDE if wide else A4_WIDE
    across = sheet.width_mm(large=large)
    story: list[Block] = []
    for number, (week, rows) in enumerate(page.weeks):
        if number:
            story.append(new_page())
        story.append((heading if number else title_line)(f"Who comes, {said_period(week)}"))
        if rows:
            first = min(_NAME_MM, across / 5)
            each = (across - first) / week.length
            story.append(
                table(
                    ("Who", *(f"{day:%a}\n{day.day} {day:%b}" for day in week.days())),
                    [
                        (Cell(row.name, bold=True, photo=row.photo), *("\n".join(cell) for cell in row.cells))
                        for row in rows
                    ],
                    (first, *[each] * week.length),
                    row_heads=True,
                )
            )
        else:
            story.append(sentence("Nobody comes in this week."))
    title = f"Rota, {said_period(page.days)}"
    whose = f"Rota of {page.holder}" if page.holder else "Rota"
    return pdf(title, f"{whose}, as published. Printed {said(page.on)}.", story, large=large, sheet=sheet)


def own_pdf(page: OwnPage, *, large: bool = False) -> bytes:
    """Return the print for one PA, in large print if wished."""
    days = said_period(page.days)
    story: list[Block] = [
        title_line("Your shifts"),
        facts([("For", page.assistant), ("With", page.holder or "\u00a0"), ("Days", days)]),
        table(
            ("Day", "Times"),
            [(Cell(day_said(each.day)), each.times) for each in page.shifts],
            (70, 100),
            row_heads=True,
        ),
        sentence("If a time is wrong, or you cannot come, say so as soon as you know."),
    ]
    foot = f"Shifts of {page.assistant}, {days}, as published. Printed {said(page.on)}."
    return pdf(f"Shifts of {page.assistant}, {days}", foot, story, large=large)
