"""The rota as a grid: people down, days across, gaps on top."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from pa_manager.assistants.model import Assistant, AssistantId
from pa_manager.rota.model.absences import AbsenceLine
from pa_manager.rota.model.shifts import NOBODY, ShiftLine, WeekSum, sum_of
from pa_manager.values.clock import hours_said, time_said
from pa_manager.values.days import Period, said_with_weekday

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Who:
    """Whose row it is: an assistant's; somebody else's who covers shifts; or nobody's, for the gaps."""

    assistant_id: AssistantId | None = None
    covered_by: str = ""


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of one person.

    Attributes:
        lines: The shifts that begin on the day, in order.
        carried: Those that began the night before and end on the day.
        beyond: Whether the day lies after those that the grid shows. Nothing is known of it then.
    """

    day: date
    lines: tuple[ShiftLine, ...] = ()
    carried: tuple[ShiftLine, ...] = ()
    away: tuple[AbsenceLine, ...] = ()
    beyond: bool = False

    @property
    def at_hand(self) -> tuple[ShiftLine, ...]:
        """All shifts that are seen in the cell: those carried over come first."""
        return (*self.carried, *self.lines)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person's days, from Monday or whichever day the grid begins with, seven at a time."""

    who: Who
    name: str
    week: int
    total: WeekSum
    cells: tuple[DayCell, ...]

    @property
    def hours(self) -> str:
        """What the row comes to: ``12:00 hours, 2 sleep-ins``. For gaps it is how many."""
        if self.who == Who():
            return _counted(self.total.gaps, "gap")
        parts = [f"{hours_said(self.total.minutes)} hours"]
        if self.total.sleep_ins:
            parts.append(_counted(self.total.sleep_ins, "sleep-in"))
        if self.total.on_calls:
            parts.append(f"{self.total.on_calls} on call")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class RotaGrid:
    """Some weeks of the rota, seven days to a row; with all its shifts, and who is away."""

    days: Period
    rows: tuple[PersonRow, ...]
    lines: tuple[ShiftLine, ...] = ()
    away: tuple[AbsenceLine, ...] = ()

    def place_of(self, day: date) -> tuple[int, int]:
        """Return in which week of the grid a day stands, and where within it."""
        return divmod((day - self.days.first).days, _WEEK)

    def row(self, week: int, who: Who) -> PersonRow | None:
        """Return the row of a person in a week, if there is one."""
        return next((row for row in self.rows if (row.week, row.who) == (week, who)), None)


def grid_of(
    lines: Sequence[ShiftLine], absences: Iterable[AbsenceLine], *, days: Period, assistants: Iterable[Assistant]
) -> RotaGrid:
    """Return the grid of some days. The lines begin with those of the day before, for nights that end on the first.

    There is a row for gaps, one for each assistant who works on any of the days or is down for a shift, and one for
    whoever else covers something.
    """
    away = tuple(absences)
    down = {line.shift.assistant_id for line in lines}
    people = [(Who(), NOBODY)]
    people += [
        (Who(each.id), each.name)
        for each in assistants
        if each.id in down or (each.started_on <= days.last and (each.left_on is None or each.left_on >= days.first))
    ]
    people += [(Who(covered_by=name), name) for name in sorted({line.shift.covered_by for line in lines} - {""})]
    of_whom: dict[Who, list[ShiftLine]] = {who: [] for who, _ in people}
    for line in lines:
        of_whom[Who(line.shift.assistant_id, line.shift.covered_by)].append(line)
    rows = []
    for week in range(-(-days.length // _WEEK)):
        first = days.first + timedelta(days=week * _WEEK)
        span = [first + timedelta(days=number) for number in range(min(_WEEK, days.length))]
        for who, name in people:
            own = [line for line in of_whom[who] if first <= line.shift.day <= span[-1]]
            cells = tuple(
                _cell(day, who, of_whom[who], away) if day in days else DayCell(day, beyond=True) for day in span
            )
            rows.append(PersonRow(who, name, week, sum_of(line.shift for line in own), cells))
    return RotaGrid(days, tuple(rows), tuple(line for line in lines if line.shift.day in days), away)


def cell_said(row: PersonRow, cell: DayCell, today: date | None = None) -> str:
    """Return a cell as it is read out: who, which day, whether that is today, and all that stands in it.

    Example: ``Ada Okonkwo, Monday 18 May 2026, 9am to 1pm, Day, 4:00 hours``.
    """
    told = [f"until {time_said(line.shift.span.end)} from the night before" for line in cell.carried]
    told += [each.absence.words.removeprefix("is ") for each in cell.away]
    told += [shift_said(line) for line in cell.lines]
    when = [said_with_weekday(cell.day), *(["today"] if cell.day == today else [])]
    nothing = "not among the days shown" if cell.beyond else "nothing planned"
    return ", ".join((row.name, *when, *(told or [nothing])))


def shift_said(line: ShiftLine) -> str:
    """Return one shift as it is read out within its cell."""
    shift = line.shift
    parts = (str(shift.span), shift.kind.words, f"{hours_said(shift.minutes)} hours", line.standing_word.casefold())
    answered = f"you noted: {shift.reason}" if shift.reason else ""
    return ", ".join(
        part.rstrip(".") for part in (*parts, line.outcome, line.stream, shift.note, *line.known, answered) if part
    )


def _cell(day: date, who: Who, lines: Sequence[ShiftLine], away: Iterable[AbsenceLine]) -> DayCell:
    return DayCell(
        day,
        lines=tuple(line for line in lines if line.shift.day == day),
        carried=tuple(
            line
            for line in lines
            if line.shift.span.is_overnight
            and line.shift.day == day - timedelta(days=1)
            and line.shift.span.end > time(0)
        ),
        away=tuple(
            each
            for each in away
            if who.assistant_id is not None
            and each.absence.assistant_id == who.assistant_id
            and day in each.absence.days
        ),
    )


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
