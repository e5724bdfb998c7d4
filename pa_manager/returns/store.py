"""Where returns are kept, with their adjustments, and what they were when they were sent."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.file.contents import ContentId, content_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.funding.model import ReturnLine, StreamId
from pa_manager.funding.store import stream_key
from pa_manager.returns.model import Adjustment, AdjustmentId, Details, Return, ReturnId, ReturnState
from pa_manager.values.days import Period
from pa_manager.values.money import Money


class ReturnRow(Row):
    """One return. What it said when it was sent stands in ``figures``, and its paper among the contents."""

    __tablename__ = "council_return"
    __table_args__ = (
        one_of("state", ReturnState),
        CheckConstraint("first <= last", name="ends_after_it_begins"),
        CheckConstraint("reserve_weeks >= 0", name="reserve_not_below_nil"),
        CheckConstraint(
            "(state = 'sent') = (figures IS NOT NULL AND content_id IS NOT NULL AND sent_on IS NOT NULL)",
            name="frozen_when_sent",
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    stream_id: Mapped[int | None] = mapped_column(stream_key())
    first: Mapped[date]
    last: Mapped[date]
    state: Mapped[str]
    due_on: Mapped[date | None]
    completed_by: Mapped[str]
    completed_as: Mapped[str]
    helped_by: Mapped[str]
    notes: Mapped[str]
    ring_fenced: Mapped[Money]
    planned_saving: Mapped[Money]
    saving_for: Mapped[str]
    reserve_weeks: Mapped[int | None]
    offered_back: Mapped[Money]
    checked_on: Mapped[date | None]
    sent_on: Mapped[date | None]
    figures: Mapped[str | None]
    content_id: Mapped[int | None] = mapped_column(content_key())


class AdjustmentRow(Row):
    """What turned out to be different after a return was sent."""

    __tablename__ = "return_adjustment"
    __table_args__ = (one_of("line", ReturnLine), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    return_id: Mapped[int] = mapped_column(ForeignKey(ReturnRow.id, ondelete="RESTRICT"))
    line: Mapped[str]
    amount: Mapped[Money]
    why: Mapped[str]


def get(work: Work, return_id: ReturnId) -> Return:
    """Return one return.

    Raises:
        NotFound: There is no such return.
    """
    return _to_return(_row(work, return_id))


def every(work: Work) -> tuple[Return, ...]:
    """Return all returns, the newest period first."""
    rows = work.session.scalars(select(ReturnRow).order_by(ReturnRow.last.desc(), ReturnRow.id.desc()))
    return tuple(map(_to_return, rows))


def add(work: Work, a_return: Return) -> ReturnId:
    """Keep a new return, whatever its id says; return the id given."""
    row = ReturnRow()
    _write(row, a_return)
    work.session.add(row)
    work.session.flush()
    return ReturnId(row.id)


def put(work: Work, a_return: Return) -> None:
    """Write back a return that has changed. One that was sent is written by ``freeze``."""
    _write(_row(work, a_return.id), a_return)


def freeze(work: Work, a_return: Return, *, figures: str, content_id: ContentId) -> None:
    """Write a return that was sent, with what it said and its paper."""
    row = _row(work, a_return.id)
    row.figures = figures
    row.content_id = content_id
    _write(row, a_return)


def remove(work: Work, return_id: ReturnId) -> None:
    """Take a return out of the file."""
    work.session.execute(delete(ReturnRow).where(ReturnRow.id == return_id))


def frozen_figures(work: Work, return_id: ReturnId) -> str | None:
    """Return what a return said when it was sent; nothing, if it was not."""
    return _row(work, return_id).figures


def paper(work: Work, return_id: ReturnId) -> ContentId | None:
    """Return the number of the paper of a return that was sent; nothing, if it was not."""
    content_id = _row(work, return_id).content_id
    return None if content_id is None else ContentId(content_id)


def adjustments_of(work: Work, return_id: ReturnId) -> tuple[Adjustment, ...]:
    """Return what turned out to be different after a return was sent, in the order in which it was noted."""
    rows = work.session.scalars(
        select(AdjustmentRow).where(AdjustmentRow.return_id == return_id).order_by(AdjustmentRow.id)
    )
    return tuple(
        Adjustment(
            id=AdjustmentId(row.id),
            return_id=ReturnId(row.return_id),
            line=ReturnLine(row.line),
            amount=row.amount,
            why=row.why,
        )
        for row in rows
    )


def add_adjustment(work: Work, adjustment: Adjustment) -> AdjustmentId:
    """Keep a new adjustment, whatever its id says; return the id given."""
    row = AdjustmentRow(
        return_id=adjustment.return_id, line=adjustment.line, amount=adjustment.amount, why=adjustment.why
    )
    work.session.add(row)
    work.session.flush()
    return AdjustmentId(row.id)


def _row(work: Work, return_id: ReturnId) -> ReturnRow:
    if row := work.session.get(ReturnRow, return_id):
        return row
    raise NotFound("That return is no longer in the file.")


def _write(row: ReturnRow, a_return: Return) -> None:
    details = a_return.details
    row.stream_id = a_return.stream_id
    row.first = a_return.period.first
    row.last = a_return.period.last
    row.state = a_return.state
    row.due_on = details.due_on
    row.completed_by = details.completed_by
    row.completed_as = details.completed_as
    row.helped_by = details.helped_by
    row.notes = details.notes
    row.ring_fenced = details.ring_fenced
    row.planned_saving = details.planned_saving
    row.saving_for = details.saving_for
    row.reserve_weeks = details.reserve_weeks
    row.offered_back = details.offered_back
    row.checked_on = a_return.checked_on
    row.sent_on = a_return.sent_on


def _to_return(row: ReturnRow) -> Return:
    return Return(
        id=ReturnId(row.id),
        stream_id=None if row.stream_id is None else StreamId(row.stream_id),
        period=Period(row.first, row.last),
        state=ReturnState(row.state),
        details=Details(
            due_on=row.due_on,
            completed_by=row.completed_by,
            completed_as=row.completed_as,
            helped_by=row.helped_by,
            notes=row.notes,
            ring_fenced=row.ring_fenced,
            planned_saving=row.planned_saving,
            saving_for=row.saving_for,
            reserve_weeks=row.reserve_weeks,
            offered_back=row.offered_back,
        ),
        checked_on=row.checked_on,
        sent_on=row.sent_on,
    )
