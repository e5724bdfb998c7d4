"""Where patterns are kept, and the shifts of each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from sqlalchemy import CheckConstraint, ForeignKey, Index, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import AssistantId, ShiftKind
from pa_manager.assistants.store import assistant_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.funding.model import StreamId
from pa_manager.funding.store import stream_key
from pa_manager.plan.model import OutcomeId
from pa_manager.plan.store import outcome_key
from pa_manager.rota.model import Pattern, PatternId, Slot, SlotId, SlotPlan
from pa_manager.values.clock import TimeSpan


class PatternRow(Row):
    """Weeks that repeat."""

    __tablename__ = "pattern"
    __table_args__ = (
        CheckConstraint("weeks BETWEEN 1 AND 8", name="weeks"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    weeks: Mapped[int]
    first: Mapped[date]


class PatternSlotRow(Row):
    """One shift of a pattern."""

    __tablename__ = "pattern_slot"
    __table_args__ = (
        one_of("kind", ShiftKind),
        CheckConstraint("people >= 1", name="somebody"),
        Index("ix_pattern_slot_pattern_id", "pattern_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    pattern_id: Mapped[int] = mapped_column(ForeignKey(PatternRow.id, ondelete="RESTRICT"))
    day_number: Mapped[int]
    start_time: Mapped[time]
    end_time: Mapped[time]
    assistant_id: Mapped[int | None] = mapped_column(assistant_key())
    kind: Mapped[str]
    covered_by: Mapped[str]
    outcome_id: Mapped[int | None] = mapped_column(outcome_key())
    stream_id: Mapped[int | None] = mapped_column(stream_key())
    note: Mapped[str]
    needs: Mapped[str]
    people: Mapped[int]


def slot_key() -> ForeignKey:
    """Return a key to a shift of a pattern."""
    return ForeignKey(PatternSlotRow.id, ondelete="RESTRICT")


def every_pattern(work: Work) -> tuple[Pattern, ...]:
    """Return all patterns by name, each with its shifts in order."""
    rows = work.session.scalars(select(PatternRow).order_by(PatternRow.name, PatternRow.id))
    return tuple(_to_pattern(work, row) for row in rows)


def get_pattern(work: Work, pattern_id: PatternId) -> Pattern:
    """Return one pattern.

    Raises:
        NotFound: There is no such pattern.
    """
    if row := work.session.get(PatternRow, pattern_id):
        return _to_pattern(work, row)
    raise NotFound("That pattern is no longer in the file.")


def add_pattern(work: Work, *, name: str, weeks: int, first: date, slots: Iterable[SlotPlan]) -> list[SlotId]:
    """Keep a new pattern; return the numbers given to its shifts."""
    pattern = PatternRow(name=name, weeks=weeks, first=first)
    work.session.add(pattern)
    work.session.flush()
    rows = []
    for slot in slots:
        row = PatternSlotRow(pattern_id=pattern.id)
        _write(row, slot)
        work.session.add(row)
        rows.append(row)
    work.session.flush()
    return [SlotId(row.id) for row in rows]


def slot_of(work: Work, slot_id: SlotId) -> tuple[Pattern, Slot]:
    """Return a shift of a pattern, and the pattern."""
    row = work.session.get_one(PatternSlotRow, slot_id)
    return _to_pattern(work, work.session.get_one(PatternRow, row.pattern_id)), _to_slot(row)


def put_slot(work: Work, slot: Slot) -> None:
    """Write back a shift of a pattern that has changed."""
    _write(work.session.get_one(PatternSlotRow, slot.id), slot)


def remove_slot(work: Work, slot_id: SlotId) -> None:
    """Take a shift out of its pattern. No shift of the rota may point to it any more."""
    work.session.flush()
    work.session.delete(work.session.get_one(PatternSlotRow, slot_id))
    work.session.flush()


def remove_pattern(work: Work, pattern: Pattern) -> None:
    """Take a pattern out, with its shifts. No shift of the rota may point to them any more."""
    for slot in pattern.slots:
        remove_slot(work, slot.id)
    work.session.delete(work.session.get_one(PatternRow, pattern.id))


def _write(row: PatternSlotRow, slot: SlotPlan) -> None:
    row.day_number = slot.day_number
    row.start_time = slot.span.start
    row.end_time = slot.span.end
    row.assistant_id = slot.assistant_id
    row.kind = slot.kind
    row.covered_by = slot.covered_by
    row.outcome_id = slot.outcome_id
    row.stream_id = slot.stream_id
    row.note = slot.note
    row.needs = slot.needs
    row.people = slot.people


def _to_pattern(work: Work, row: PatternRow) -> Pattern:
    slots = work.session.scalars(
        select(PatternSlotRow)
        .where(PatternSlotRow.pattern_id == row.id)
        .order_by(PatternSlotRow.day_number, PatternSlotRow.start_time, PatternSlotRow.id)
    )
    return Pattern(
        id=PatternId(row.id), name=row.name, weeks=row.weeks, first=row.first, slots=tuple(map(_to_slot, slots))
    )


def _to_slot(row: PatternSlotRow) -> Slot:
    return Slot(
        id=SlotId(row.id),
        day_number=row.day_number,
        span=TimeSpan(row.start_time, row.end_time),
        assistant_id=None if row.assistant_id is None else AssistantId(row.assistant_id),
        kind=ShiftKind(row.kind),
        covered_by=row.covered_by,
        outcome_id=None if row.outcome_id is None else OutcomeId(row.outcome_id),
        stream_id=None if row.stream_id is None else StreamId(row.stream_id),
        note=row.note,
        needs=row.needs,
        people=row.people,
    )
