"""What can be done with absences: note one, answer who asks for holiday, and leave gaps where somebody is away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pa_manager.assistants.model import Assistant, AssistantId
from pa_manager.assistants.operations import assistants_by_id, find_assistant
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.rota import store
from pa_manager.rota.model import (
    Absence,
    AbsenceId,
    AbsenceKind,
    AbsenceLine,
    AbsenceState,
    AlreadyAway,
    Away,
    NoShiftsThen,
    answer_by,
)
from pa_manager.rota.operations.subject import ROTA
from pa_manager.values.days import Period, said_period
from pa_manager.values.tasks import Place, Task


def make_gaps(work: Work, *, assistant_id: AssistantId, days: Period, why: str) -> Changes:
    """Take an assistant off all shifts of some days: each becomes a gap that remembers who could not come.

    Raises:
        NoShiftsThen: The assistant has no shifts on these days.
        NotFound: There is no such assistant.
    """
    assistant = find_assistant(work, assistant_id)
    if not _leave_gaps(work, assistant_id, days, why):
        raise NoShiftsThen(f"{assistant.name} has no shifts {_on(days)}. Choose other days.")
    return ROTA


def record_absence(work: Work, *, away: Away, leave_gaps: bool = False) -> Changes:
    """Note that an assistant is away, and if wished take them off their shifts on these days.

    Raises:
        AlreadyAway: The same absence is noted for some of these days.
        NotFound: There is no such assistant.
    """
    assistant = find_assistant(work, away.assistant_id)
    _must_be_new(work, assistant, away)
    store.add_absence(work, replace(away, note=away.note.strip()), AbsenceState.AGREED)
    if leave_gaps:
        _leave_gaps(work, away.assistant_id, away.days, away.note.strip() or away.kind.words)
    return ROTA


def ask_holiday(work: Work, *, assistant_id: AssistantId, days: Period, note: str = "") -> Changes:
    """Note that an assistant has asked for holiday. The shifts stay as they are until it is agreed.

    Raises:
        AlreadyAway: A holiday is noted for some of these days.
        NotFound: There is no such assistant.
    """
    away = Away(assistant_id=assistant_id, kind=AbsenceKind.HOLIDAY, days=days, note=note.strip())
    _must_be_new(work, find_assistant(work, assistant_id), away)
    store.add_absence(work, away, AbsenceState.ASKED)
    return ROTA


def agree_holiday(work: Work, *, absence_id: AbsenceId, leave_gaps: bool = False) -> Changes:
    """Agree to a holiday, and if wished take the assistant off their shifts on these days.

    Raises:
        NotAsked: It was answered already.
        NotFound: There is no such absence.
    """
    holiday = store.get_absence(work, absence_id).agreed()
    store.put_absence(work, holiday)
    if leave_gaps:
        _leave_gaps(work, holiday.assistant_id, holiday.days, holiday.kind.words)
    return ROTA


def refuse_holiday(work: Work, *, absence_id: AbsenceId, why: str) -> Changes:
    """Refuse a holiday, and say why.

    Raises:
        NotAsked: It was answered already.
        ReasonMissing: It is not said why.
        NotFound: There is no such absence.
    """
    store.put_absence(work, store.get_absence(work, absence_id).refused(why))
    return ROTA


def take_holiday(work: Work, *, absence_id: AbsenceId, today: date) -> Changes:
    """Note that a holiday was had as agreed.

    Raises:
        NotAgreed: It was not agreed, or is noted as taken already.
        NotYetOver: Its last day is still to come.
        NotFound: There is no such absence.
    """
    store.put_absence(work, store.get_absence(work, absence_id).taken(today))
    return ROTA


def remove_absence(work: Work, *, absence_id: AbsenceId) -> Changes:
    """Take an absence back. Shifts that became gaps stay gaps.

    Raises:
        NotFound: There is no such absence.
    """
    store.remove_absence(work, absence_id)
    return ROTA


def list_absences(work: Work, *, days: Period) -> tuple[AbsenceLine, ...]:
    """Return who is away on some days, by the first day of each absence."""
    return tuple(line for line in _lines(work, store.absences(work, days)) if line.absence.state.counts)


def absences_of(work: Work, *, assistant_id: AssistantId, days: Period) -> tuple[Absence, ...]:
    """Return the absences of one assistant that touch some days, by the first day of each."""
    return tuple(each for each in store.absences_of(work, assistant_id, days) if each.state.counts)


def list_holidays(work: Work, *, days: Period) -> tuple[AbsenceLine, ...]:
    """Return the holidays that touch some days, and those that wait for an answer whenever they are."""
    found = [each for each in store.absences(work, days) if each.kind is AbsenceKind.HOLIDAY]
    found += [each for each in store.asked(work) if each not in found]
    return _lines(work, sorted(found, key=lambda each: (each.days, each.id)))


def find_absence(work: Work, absence_id: AbsenceId) -> Absence:
    """Return one absence.

    Raises:
        NotFound: There is no such absence.
    """
    return store.get_absence(work, absence_id)


def holidays_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return which holidays wait for an answer; by law a refusal comes as long before as the holiday is."""
    return tuple(
        Task(
            text=f"{line.sentence} Say yes or no.",
            place=Place("rota", line.absence.id, screen="holidays"),
            due=max(today, answer_by(line.absence.days)),
        )
        for line in _lines(work, store.asked(work))
    )


def _must_be_new(work: Work, assistant: Assistant, away: Away) -> None:
    for other in store.absences_of(work, away.assistant_id, away.days):
        if other.kind is away.kind and other.state is not AbsenceState.REFUSED:
            raise AlreadyAway(
                f"{AbsenceLine(other, assistant.name).sentence} Change the days, or remove that absence first."
            )


def _leave_gaps(work: Work, assistant_id: AssistantId, days: Period, why: str) -> int:
    shifts = store.of_assistant(work, assistant_id, days)
    for shift in shifts:
        store.put(work, shift.left_open(why.strip()))
    return len(shifts)


def _lines(work: Work, absences: Iterable[Absence]) -> tuple[AbsenceLine, ...]:
    assistants = assistants_by_id(work)
    return tuple(AbsenceLine(each, assistants[each.assistant_id].name) for each in absences)


def _on(days: Period) -> str:
    return f"on {said_period(days)}" if days.length == 1 else f"from {said_period(days)}"
