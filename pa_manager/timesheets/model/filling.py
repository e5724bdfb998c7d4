"""How the rota fills a timesheet, and what to do when the rota has changed since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pa_manager.rota.model import Absence, Shift, ShiftId
from pa_manager.timesheets.model.lines import Entry, WorkedLine
from pa_manager.values.clock import late_minutes


@dataclass(frozen=True, slots=True)
class Refill:
    """What filling a timesheet again would add, change and take away."""

    added: tuple[Entry, ...]
    changed: tuple[WorkedLine, ...]
    removed: tuple[WorkedLine, ...]

    def __bool__(self) -> bool:
        """Return whether it would do anything."""
        return bool(self.added or self.changed or self.removed)


def planned_entry(shift: Shift, absences: Sequence[Absence] = ()) -> Entry:
    """Return the line for a shift of the rota: worked as planned, or not at all on a day of absence.

    Minutes are those that really pass: a night in which the clocks change is longer or shorter than it looks.
    """
    away = next((absence for absence in absences if shift.day in absence.days), None)
    return Entry(
        shift_id=shift.id,
        outcome_id=shift.outcome_id,
        stream_id=shift.stream_id,
        day=shift.day,
        kind=shift.kind,
        planned=shift.span,
        planned_minutes=shift.minutes,
        span=None if away else shift.span,
        worked_minutes=0 if away else shift.minutes,
        late_minutes=0 if away else late_minutes(shift.span, shift.day, shift.minutes),
        shifts=0 if away else 1,
        note=away.kind.words.capitalize() if away else "",
    )


def refill(lines: Sequence[WorkedLine], shifts: Sequence[Shift], absences: Sequence[Absence] = ()) -> Refill:
    """Return how lines filled earlier differ from the rota as it is now.

    What somebody has typed is kept: of a line that was changed, only what was planned follows the rota,
    and it stays even if its shift has gone. Lines that were added by hand are left alone.
    """
    now: Mapping[ShiftId, Entry] = {shift.id: planned_entry(shift, absences) for shift in shifts}
    filled = {line.shift_id: line for line in lines if line.shift_id is not None}
    changed, removed = [], []
    for shift_id, line in filled.items():
        if (entry := now.get(shift_id)) is None:
            if line.is_as_filled:
                removed.append(line)
        elif (follows := _following(line, entry)) != line:
            changed.append(follows)
    added = tuple(entry for shift_id, entry in now.items() if shift_id not in filled)
    return Refill(added, tuple(changed), tuple(removed))


def _following(line: WorkedLine, entry: Entry) -> WorkedLine:
    follows = replace(
        line,
        day=entry.day,
        kind=entry.kind,
        outcome_id=entry.outcome_id,
        stream_id=entry.stream_id,
        planned=entry.planned,
        planned_minutes=entry.planned_minutes,
    )
    if not line.is_as_filled:
        return follows
    return replace(
        follows,
        span=entry.span,
        worked_minutes=entry.worked_minutes,
        late_minutes=entry.late_minutes,
        shifts=entry.shifts,
        note=entry.note,
    )
