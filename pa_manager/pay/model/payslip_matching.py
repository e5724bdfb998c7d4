"""The rows of the payroll's file beside what is here: whose each is, for which timesheet, and whether it is new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Final

from pa_manager.assistants.model import Assistant
from pa_manager.pay.model.findings import Finding, FindingKind
from pa_manager.pay.model.payslip_files import PayslipFileRow, PayslipLayout
from pa_manager.pay.model.payslips import Payslip, PayslipFigures
from pa_manager.pay.model.records import PayRecord
from pa_manager.timesheets.model import TimesheetState
from pa_manager.values.days import Period, said_period

_NO_WHO: Final = "It is not clear whose this is. Say whose, and for which timesheet."
_NO_PAID_ON: Final = "The file does not say on which day it is paid. Say it once for all rows."


class Fate(Enum):
    """What would become of a row. The words are shown."""

    NEW = "New"
    ASK = "Whose, for what?"
    NO_DAY = "No day of payment"
    THERE = "Kept already"
    CLASHES = "Another is there"
    UNREADABLE = "Cannot be read"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """One row of the payroll's file, and what would be kept of it.

    Attributes:
        assistant: The name of whose it is; where that is not clear, as the file says it.
        sentence: Why it is not kept; empty for a new one.
        findings: What differs from what was expected.
    """

    row: PayslipFileRow
    fate: Fate
    assistant: str
    figures: PayslipFigures | None = None
    sentence: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def standing(self) -> str:
        """In a few words, how it stands."""
        if self.fate is not Fate.NEW:
            return str(self.fate.value)
        if any(found.kind is FindingKind.DIFFERS for found in self.findings):
            return "New, look at it"
        return "New, not all known" if self.findings else "New, agrees"


@dataclass(frozen=True, slots=True)
class ReadPayslips:
    """What a file would bring, by the layout it was read by; no rows, while the layout lacks something."""

    layout: PayslipLayout
    lines: tuple[ReadLine, ...] = ()


def matched(  # noqa: PLR0913 - what is here has as many parts
    rows: Iterable[PayslipFileRow],
    *,
    people: Sequence[tuple[Assistant, str]],
    waiting: Sequence[PayRecord],
    kept: Sequence[Payslip],
    paid_on: date | None = None,
    answers: Mapping[int, str],
) -> tuple[ReadLine, ...]:
    """Return each row with whose it is, which timesheet it pays, and whether it would be kept.

    A row is known by the payroll number, else by the name. The timesheet is the one of the row's pay period; where
    the file does not say it, the only one sent that waits for a payslip, or the only one of that gross pay. What
    stays open is asked. A payslip that is here already, with the same day of payment, gross and net, is left alone.

    Args:
        rows: What the rows of the file say.
        people: Everybody, each with their payroll number.
        waiting: What the timesheets come to that have no payslip.
        kept: The payslips here.
        paid_on: The day of payment of rows that do not say it.
        answers: What a person said of rows, by their line: ``timesheet 12`` or ``assistant 3``.
    """
    found: list[ReadLine] = []
    free = list(waiting)
    for row in rows:
        line = _matched(replace(row, paid_on=row.paid_on or paid_on), people, free, kept, answers.get(row.line, ""))
        if line.fate is Fate.NEW and line.figures:
            free = [each for each in free if line.figures.timesheet_id != each.timesheet_id]
            if any(each.row.said == line.row.said for each in found if each.fate is Fate.NEW):
                line = replace(line, fate=Fate.THERE, sentence="The file has this row twice. It is kept once.")
        found.append(line)
    return tuple(found)


def _matched(
    row: PayslipFileRow,
    people: Sequence[tuple[Assistant, str]],
    waiting: Sequence[PayRecord],
    kept: Sequence[Payslip],
    answer: str,
) -> ReadLine:
    if row.problems:
        return ReadLine(row=row, fate=Fate.UNREADABLE, assistant=row.who, sentence=" ".join(row.problems))
    what, _, number = answer.partition(" ")
    record = next((each for each in waiting if what == "timesheet" and str(each.timesheet_id) == number), None)
    told = str(record.assistant_id) if record else number if what == "assistant" else ""
    person = next((each for each, _number in people if str(each.id) == told), None) or _whose(row, people)
    if person is None:
        return ReadLine(row=row, fate=Fate.ASK, assistant=row.who, sentence=_NO_WHO)
    if row.paid_on is None:
        return ReadLine(row=row, fate=Fate.NO_DAY, assistant=person.name, sentence=_NO_PAID_ON)
    there = _there(row, person, kept, more=what == "assistant")
    if there:
        return there
    if record is None and what != "assistant":
        record = _timesheet(row, [each for each in waiting if each.assistant_id == person.id])
    period = record.period if record else _period(row)
    if period is None:
        return ReadLine(row=row, fate=Fate.ASK, assistant=person.name, sentence=_ask(what))
    figures = PayslipFigures(
        assistant_id=person.id,
        timesheet_id=record.timesheet_id if record else None,
        period=period,
        paid_on=row.paid_on,
        number="",
        **row.amounts,
    )
    return ReadLine(row=row, fate=Fate.NEW, assistant=person.name, figures=figures)


def _ask(what: str) -> str:
    if what == "assistant":
        return "The file does not say the pay period, and there is no timesheet. Type this payslip in by hand."
    return "It is not clear which timesheet this is for. Say which."


def _whose(row: PayslipFileRow, people: Sequence[tuple[Assistant, str]]) -> Assistant | None:
    number = row.person_number.casefold().lstrip("0")
    if number:
        by_number = [each for each, theirs in people if theirs.casefold().lstrip("0") == number]
        if len(by_number) == 1:
            return by_number[0]
    said = _letters(row.name)
    last, comma, first = row.name.partition(",")
    turned = _letters(f"{first} {last}") if comma else said
    by_name = [each for each, _number in people if said and _letters(each.name) in {said, turned}]
    return by_name[0] if len(by_name) == 1 else None


def _timesheet(row: PayslipFileRow, theirs: Sequence[PayRecord]) -> PayRecord | None:
    if row.first is not None or row.last is not None:
        same = [
            each for each in theirs if row.first in {None, each.period.first} and row.last in {None, each.period.last}
        ]
        return same[0] if len(same) == 1 else None
    sent = [each for each in theirs if each.state is TimesheetState.SENT]
    if len(sent) > 1:
        sent = [each for each in sent if each.gross == row.amounts["gross"]]
    return sent[0] if len(sent) == 1 else None


def _period(row: PayslipFileRow) -> Period | None:
    if row.first is None or row.last is None or row.last < row.first:
        return None
    return Period(row.first, row.last)


def _there(row: PayslipFileRow, person: Assistant, kept: Sequence[Payslip], *, more: bool) -> ReadLine | None:
    """Return that the same payslip is here, or another for the same pay period; nothing if neither is."""
    theirs = [each for each in kept if each.assistant_id == person.id]
    said = (row.paid_on, row.amounts["gross"], row.amounts["net"])
    for each in theirs:
        if (each.paid_on, each.gross, each.net) == said:
            sentence = "This payslip is here already."
            return ReadLine(row=row, fate=Fate.THERE, assistant=person.name, figures=each, sentence=sentence)
    for each in theirs:
        if each.period == _period(row) and not more:
            sentence = (
                f"There is a payslip for {said_period(each.period)} with a net of {each.net}."
                " If this one is right, change that one."
            )
            return ReadLine(row=row, fate=Fate.CLASHES, assistant=person.name, sentence=sentence)
    return None


def _letters(name: str) -> str:
    return " ".join(name.casefold().replace(".", " ").split())
