"""Where shifts and absences are kept. They are only ever asked for by some days, or by number."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, Select, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import AssistantId, ShiftKind
from pa_manager.assistants.store import assistant_key
from pa_manager.file.journal import begun_at
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.funding.model import StreamId
from pa_manager.funding.store import stream_key
from pa_manager.plan.model import OutcomeId
from pa_manager.plan.store import outcome_key
from pa_manager.rota.model import (
    Absence,
    AbsenceId,
    AbsenceKind,
    AbsenceState,
    Away,
    OnATimesheet,
    Shift,
    ShiftId,
    ShiftPlan,
    SlotId,
    Stint,
    became,
)
from pa_manager.rota.store.log import log
from pa_manager.rota.store.patterns import slot_key
from pa_manager.values.clock import TimeSpan
from pa_manager.values.days import Period

_AT_ONCE: Final = 500
"""How many numbers one question names: the database takes only so many."""


class ShiftRow(Row):
    """One planned piece of work."""

    __tablename__ = "shift"
    __table_args__ = (
        one_of("kind", ShiftKind),
        CheckConstraint("assistant_id IS NULL OR covered_by = ''", name="one_person"),
        CheckConstraint("people >= 1", name="somebody"),
        Index("ix_shift_day", "day"),
        CheckConstraint("(slot_id IS NULL) = (slot_day IS NULL)", name="slot_has_day"),
        Index("ix_shift_assistant_id_day", "assistant_id", "day"),
        Index("ix_shift_slot_id_slot_day", "slot_id", "slot_day"),
        Index("ix_shift_slot_day", "slot_day"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date]
    start_time: Mapped[time]
    end_time: Mapped[time]
    assistant_id: Mapped[int | None] = mapped_column(assistant_key())
    kind: Mapped[str]
    covered_by: Mapped[str]
    outcome_id: Mapped[int | None] = mapped_column(outcome_key())
    stream_id: Mapped[int | None] = mapped_column(stream_key())
    note: Mapped[str]
    reason: Mapped[str]
    needs: Mapped[str]
    people: Mapped[int]
    meant_for_id: Mapped[int | None] = mapped_column(assistant_key())
    left_by_id: Mapped[int | None] = mapped_column(assistant_key())
    why: Mapped[str]
    slot_id: Mapped[int | None] = mapped_column(slot_key())
    slot_day: Mapped[date | None]
    by_hand: Mapped[bool]


class AbsenceRow(Row):
    """Some days on which an assistant is away."""

    __tablename__ = "absence"
    __table_args__ = (
        one_of("kind", AbsenceKind),
        one_of("state", AbsenceState),
        CheckConstraint("first <= last", name="ends_after_it_begins"),
        Index("ix_absence_last_first", "last", "first"),
        Index("ix_absence_assistant_id_last", "assistant_id", "last"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    kind: Mapped[str]
    first: Mapped[date]
    last: Mapped[date]
    note: Mapped[str]
    state: Mapped[str]
    answer: Mapped[str]


def shift_key() -> ForeignKey:
    """Return a key to a shift, for the tables of later links."""
    return ForeignKey(ShiftRow.id, ondelete="RESTRICT")


def get(work: Work, shift_id: ShiftId) -> Shift:
    """Return one shift.

    Raises:
        NotFound: There is no such shift.
    """
    return _to_shift(_row(work, shift_id))


def of_days(work: Work, days: Period) -> tuple[Shift, ...]:
    """Return the shifts of some days, in the order they begin."""
    return _shifts(work, select(ShiftRow).where(ShiftRow.day.between(days.first, days.last)))


def some(work: Work, shift_ids: Iterable[ShiftId]) -> tuple[Shift, ...]:
    """Return those of some shifts that are still on the rota, in the order they begin."""
    numbers = sorted(shift_ids)
    found = [
        shift
        for at in range(0, len(numbers), _AT_ONCE)
        for shift in _shifts(work, select(ShiftRow).where(ShiftRow.id.in_(numbers[at : at + _AT_ONCE])))
    ]
    return tuple(sorted(found, key=lambda each: (each.day, each.span, each.id)))


def of_assistant(work: Work, assistant_id: AssistantId, days: Period) -> tuple[Shift, ...]:
    """Return the shifts that one assistant is down for on some days, in the order they begin."""
    return _shifts(
        work,
        select(ShiftRow).where(ShiftRow.assistant_id == assistant_id, ShiftRow.day.between(days.first, days.last)),
    )


def stints(work: Work, days: Period) -> tuple[Stint, ...]:
    """Return how long each assistant is down for work on some days, not counting being on call."""
    query = select(ShiftRow.assistant_id, ShiftRow.day, ShiftRow.start_time, ShiftRow.end_time).where(
        ShiftRow.day.between(days.first, days.last),
        ShiftRow.assistant_id.is_not(None),
        ShiftRow.kind != ShiftKind.ON_CALL,
    )
    return tuple(
        Stint(AssistantId(assistant_id), day, TimeSpan(start, end).minutes_on(day))
        for assistant_id, day, start, end in work.session.execute(query)
        if assistant_id is not None
    )


def add(work: Work, plans: Iterable[ShiftPlan]) -> None:
    """Keep new shifts."""
    add_made(work, [(plan, None) for plan in plans])


def add_made(work: Work, plans: Iterable[tuple[ShiftPlan, SlotId | None]]) -> None:
    """Keep new shifts, each with the shift of a pattern that it was made from."""
    rows = []
    for plan, slot_id in plans:
        slot_day = None if slot_id is None else plan.day
        row = ShiftRow(meant_for_id=None, left_by_id=None, why="", slot_id=slot_id, slot_day=slot_day, by_hand=False)
        _write(row, plan)
        rows.append(row)
    work.session.add_all(rows)
    work.session.flush()
    at = begun_at(work)
    log(work, [each for row in rows for each in became(None, _to_shift(row), at)])


def made_from(work: Work, slot_id: SlotId, first: date) -> tuple[Shift, ...]:
    """Return the shifts that were made from a shift of a pattern, for a day and later."""
    return _shifts(work, select(ShiftRow).where(ShiftRow.slot_id == slot_id, ShiftRow.slot_day >= first))


def made_for(work: Work, days: Period) -> tuple[Shift, ...]:
    """Return the shifts that were made from any pattern for some days, wherever they were moved since."""
    return _shifts(work, select(ShiftRow).where(ShiftRow.slot_day.between(days.first, days.last)))


def put(work: Work, shift: Shift) -> None:
    """Write back a shift that has changed."""
    row = _row(work, shift.id)
    log(work, became(_to_shift(row), shift, begun_at(work)))
    _write(row, shift)
    row.meant_for_id = shift.meant_for
    row.left_by_id = shift.left_by
    row.why = shift.why
    row.slot_id = shift.slot_id
    row.slot_day = shift.slot_day
    row.by_hand = shift.by_hand


def remove(work: Work, shift_id: ShiftId) -> None:
    """Take a shift out.

    Raises:
        NotFound: There is no such shift.
        OnATimesheet: A later record was made from it.
    """
    row = _row(work, shift_id)
    log(work, became(_to_shift(row), None, begun_at(work)))
    work.session.delete(row)
    try:
        work.session.flush()
    except IntegrityError as error:
        raise OnATimesheet(
            "This shift is on a timesheet, so it stays on the rota. Put down on the timesheet that it was not worked."
        ) from error


def get_absence(work: Work, absence_id: AbsenceId) -> Absence:
    """Return one absence.

    Raises:
        NotFound: There is no such absence.
    """
    return _to_absence(_absence_row(work, absence_id))


def absences(work: Work, days: Period) -> tuple[Absence, ...]:
    """Return the absences that touch some days, by their first day."""
    return _absences(work, select(AbsenceRow).where(AbsenceRow.last >= days.first, AbsenceRow.first <= days.last))


def absences_of(work: Work, assistant_id: AssistantId, days: Period) -> tuple[Absence, ...]:
    """Return the absences of one assistant that touch some days, by their first day."""
    return _absences(
        work,
        select(AbsenceRow).where(
            AbsenceRow.assistant_id == assistant_id, AbsenceRow.last >= days.first, AbsenceRow.first <= days.last
        ),
    )


def asked(work: Work) -> tuple[Absence, ...]:
    """Return the holidays that wait for an answer, by their first day."""
    return _absences(work, select(AbsenceRow).where(AbsenceRow.state == AbsenceState.ASKED))


def add_absence(work: Work, away: Away, state: AbsenceState) -> AbsenceId:
    """Keep a new absence; return the number given."""
    row = AbsenceRow(
        assistant_id=away.assistant_id,
        kind=away.kind,
        first=away.days.first,
        last=away.days.last,
        note=away.note,
        state=state,
        answer="",
    )
    work.session.add(row)
    work.session.flush()
    return AbsenceId(row.id)


def put_absence(work: Work, absence: Absence) -> None:
    """Write back how far an absence has come."""
    row = _absence_row(work, absence.id)
    row.state = absence.state
    row.answer = absence.answer


def remove_absence(work: Work, absence_id: AbsenceId) -> None:
    """Take an absence out.

    Raises:
        NotFound: There is no such absence.
    """
    work.session.delete(_absence_row(work, absence_id))


def _row(work: Work, shift_id: ShiftId) -> ShiftRow:
    if row := work.session.get(ShiftRow, shift_id):
        return row
    raise NotFound("That shift is no longer on the rota.")


def _absence_row(work: Work, absence_id: AbsenceId) -> AbsenceRow:
    if row := work.session.get(AbsenceRow, absence_id):
        return row
    raise NotFound("That absence is no longer in the file.")


def _write(row: ShiftRow, plan: ShiftPlan) -> None:
    row.day = plan.day
    row.start_time = plan.span.start
    row.end_time = plan.span.end
    row.assistant_id = plan.assistant_id
    row.kind = plan.kind
    row.covered_by = plan.covered_by
    row.outcome_id = plan.outcome_id
    row.stream_id = plan.stream_id
    row.note = plan.note
    row.needs = plan.needs
    row.people = plan.people
    row.reason = plan.reason


def _shifts(work: Work, query: Select[ShiftRow]) -> tuple[Shift, ...]:
    ordered = query.order_by(ShiftRow.day, ShiftRow.start_time, ShiftRow.end_time, ShiftRow.id)
    return tuple(map(_to_shift, work.session.scalars(ordered)))


def _absences(work: Work, query: Select[AbsenceRow]) -> tuple[Absence, ...]:
    return tuple(map(_to_absence, work.session.scalars(query.order_by(AbsenceRow.first, AbsenceRow.id))))


def _to_shift(row: ShiftRow) -> Shift:
    return Shift(
        id=ShiftId(row.id),
        day=row.day,
        span=TimeSpan(row.start_time, row.end_time),
        assistant_id=_assistant(row.assistant_id),
        kind=ShiftKind(row.kind),
        covered_by=row.covered_by,
        outcome_id=None if row.outcome_id is None else OutcomeId(row.outcome_id),
        stream_id=None if row.stream_id is None else StreamId(row.stream_id),
        note=row.note,
        needs=row.needs,
        people=row.people,
        reason=row.reason,
        meant_for=_assistant(row.meant_for_id),
        left_by=_assistant(row.left_by_id),
        why=row.why,
        slot_id=None if row.slot_id is None else SlotId(row.slot_id),
        slot_day=row.slot_day,
        by_hand=row.by_hand,
    )


def _assistant(number: int | None) -> AssistantId | None:
    return None if number is None else AssistantId(number)


def _to_absence(row: AbsenceRow) -> Absence:
    return Absence(
        id=AbsenceId(row.id),
        assistant_id=AssistantId(row.assistant_id),
        kind=AbsenceKind(row.kind),
        days=Period(row.first, row.last),
        note=row.note,
        state=AbsenceState(row.state),
        answer=row.answer,
    )
