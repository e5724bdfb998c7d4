"""The holiday record of one PA and leave year, as a PDF, to be kept for six years."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

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
    table,
    title_line,
)
from pa_manager.pay.model import ADVICE, RECORD_DUTY, ROLLED_UP, HolidayRecord
from pa_manager.values.clock import hours_said
from pa_manager.values.days import said, said_period


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayPage:
    """All that the record says."""

    holder: str
    record: HolidayRecord
    printed_on: date

    @property
    def title(self) -> str:
        """What the paper is called."""
        return f"Holiday record of {self.record.assistant.name}"

    @property
    def foot(self) -> str:
        """What stands at the foot of each page."""
        return f"{self.title}. Printed on {said(self.printed_on)}"


def holiday_pdf(page: HolidayPage, *, large: bool = False) -> bytes:
    """Return the holiday record."""
    return pdf(page.title, page.foot, list(_story(page)), large=large)


def _story(page: HolidayPage) -> Iterator[Block]:
    record = page.record
    yield title_line(page.title)
    yield facts(
        [
            ("Leave year", said_period(record.year)),
            ("Employer", page.holder or "Not told"),
            ("Hours", record.method),
            ("Holiday pay", "With each wage (rolled up)" if record.agreed.rolled_up else "When it is taken"),
            ("Worked out for", said(record.on)),
            ("Keep until", f"{said(record.kept_until)} at least"),
        ]
    )
    if record.agreed.rolled_up:
        yield sentence(ROLLED_UP)
    for each in record.notes:
        yield sentence(each, bold=True)
    if record.figures:
        yield heading("The year in figures, in hours")
        yield table(
            ("What", "How much"),
            [(each.words, each.said) for each in record.figures],
            (110, 60),
            right=(1,),
            row_heads=True,
        )
    yield heading("Holiday asked for, agreed and taken")
    if record.holidays:
        yield table(
            ("When", "Hours", "How it stands", "Paid"),
            [
                (
                    Cell(said_period(each.absence.days), _beneath(each.absence.note, each.absence.answer)),
                    Cell(hours_said(each.minutes), each.source),
                    each.standing,
                    str(each.pay) if each.absence.state.counts else "",
                )
                for each in record.holidays
            ],
            (56, 58, 34, 22),
            right=(3,),
            row_heads=True,
        )
    else:
        yield sentence("None in this leave year.")
    if record.earned:
        yield heading("Earned, pay period by pay period")
        yield table(
            ("Pay period", "Worked", "Off sick counts for", "Whole hours", "Exactly"),
            [
                (
                    Cell(said_period(each.period), "" if each.settled else "The timesheet is not agreed yet"),
                    hours_said(each.minutes),
                    hours_said(round(each.away)),
                    str(each.accrued.hours),
                    hours_said(int(each.accrued.exact_minutes)),
                )
                for each in record.earned
            ],
            (60, 28, 32, 25, 25),
            right=(1, 2, 3, 4),
            row_heads=True,
        )
    if record.figures:
        yield heading("How each figure comes about")
        for figure in record.figures:
            yield keep_together(
                sentence(f"{figure.words}: {figure.said}", bold=True), bullets([str(each) for each in figure.why])
            )
    yield keep_together(heading("Keeping this record"), sentence(RECORD_DUTY), note(ADVICE))


def _beneath(note_typed: str, answer: str) -> str:
    return ". ".join(filter(None, (note_typed, answer)))
