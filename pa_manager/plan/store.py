"""Where outcomes and the plan's lines of money are kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.file.rows import Row
from pa_manager.file.work import NotFound, Work
from pa_manager.plan.model import Outcome, OutcomeId, PlanLine, PlanLineId
from pa_manager.values.money import Money


class OutcomeRow(Row):
    """What should get better or be kept."""

    __tablename__ = "outcome"
    __table_args__ = (
        UniqueConstraint("number"),
        CheckConstraint("last IS NULL OR first <= last", name="ends_after_it_begins"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    words: Mapped[str]
    measure: Mapped[str]
    first: Mapped[date]
    last: Mapped[date | None]
    review_on: Mapped[date | None]


class PlanLineRow(Row):
    """What may be bought, and from which money."""

    __tablename__ = "plan_line"
    __table_args__ = (
        CheckConstraint("weekly >= 0", name="weekly_not_below_nil"),
        CheckConstraint("one_off >= 0", name="one_off_not_below_nil"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str]
    outcome_id: Mapped[int | None] = mapped_column(ForeignKey(OutcomeRow.id, ondelete="RESTRICT"))
    stream_name: Mapped[str]
    weekly: Mapped[Money | None]
    one_off: Mapped[Money | None]
    may_not: Mapped[str]
    agreed_by: Mapped[str]
    agreed_on: Mapped[date | None]


def outcome_key() -> ForeignKey:
    """Return a key to an outcome, for the tables of later links."""
    return ForeignKey(OutcomeRow.id, ondelete="RESTRICT")


def get_outcome(work: Work, outcome_id: OutcomeId) -> Outcome:
    """Return one outcome.

    Raises:
        NotFound: There is no such outcome.
    """
    return _to_outcome(_outcome_row(work, outcome_id))


def every_outcome(work: Work) -> tuple[Outcome, ...]:
    """Return every outcome, by its number."""
    return tuple(map(_to_outcome, work.session.scalars(select(OutcomeRow).order_by(OutcomeRow.number))))


def next_number(work: Work) -> int:
    """Return the number that the next outcome is called by."""
    highest = work.session.scalar(select(func.max(OutcomeRow.number)))
    return (highest or 0) + 1


def add_outcome(work: Work, outcome: Outcome) -> OutcomeId:
    """Keep a new outcome, whatever its id says; return the id given."""
    row = OutcomeRow()
    _write_outcome(row, outcome)
    work.session.add(row)
    work.session.flush()
    return OutcomeId(row.id)


def put_outcome(work: Work, outcome: Outcome) -> None:
    """Write back an outcome that has changed."""
    _write_outcome(_outcome_row(work, outcome.id), outcome)


def get_line(work: Work, plan_line_id: PlanLineId) -> PlanLine:
    """Return one line of the plan.

    Raises:
        NotFound: There is no such line.
    """
    return _to_line(_line_row(work, plan_line_id))


def every_line(work: Work) -> tuple[PlanLine, ...]:
    """Return every line of the plan, in the order they were written."""
    return tuple(map(_to_line, work.session.scalars(select(PlanLineRow).order_by(PlanLineRow.id))))


def add_line(work: Work, line: PlanLine) -> PlanLineId:
    """Keep a new line, whatever its id says; return the id given."""
    row = PlanLineRow()
    _write_line(row, line)
    work.session.add(row)
    work.session.flush()
    return PlanLineId(row.id)


def put_line(work: Work, line: PlanLine) -> None:
    """Write back a line that has changed."""
    _write_line(_line_row(work, line.id), line)


def remove_line(work: Work, plan_line_id: PlanLineId) -> None:
    """Take a line out of the plan.

    Raises:
        NotFound: There is no such line.
    """
    work.session.delete(_line_row(work, plan_line_id))


def _write_outcome(row: OutcomeRow, outcome: Outcome) -> None:
    row.number = outcome.number
    row.words = outcome.words
    row.measure = outcome.measure
    row.first = outcome.first
    row.last = outcome.last
    row.review_on = outcome.review_on


def _write_line(row: PlanLineRow, line: PlanLine) -> None:
    row.words = line.words
    row.outcome_id = line.outcome_id
    row.stream_name = line.stream_name
    row.weekly = line.weekly
    row.one_off = line.one_off
    row.may_not = line.may_not
    row.agreed_by = line.agreed_by
    row.agreed_on = line.agreed_on


def _outcome_row(work: Work, outcome_id: OutcomeId) -> OutcomeRow:
    if row := work.session.get(OutcomeRow, outcome_id):
        return row
    raise NotFound("That outcome is no longer in the file.")


def _line_row(work: Work, plan_line_id: PlanLineId) -> PlanLineRow:
    if row := work.session.get(PlanLineRow, plan_line_id):
        return row
    raise NotFound("That line of the plan is no longer in the file.")


def _to_outcome(row: OutcomeRow) -> Outcome:
    return Outcome(
        id=OutcomeId(row.id),
        number=row.number,
        words=row.words,
        measure=row.measure,
        first=row.first,
        last=row.last,
        review_on=row.review_on,
    )


def _to_line(row: PlanLineRow) -> PlanLine:
    return PlanLine(
        id=PlanLineId(row.id),
        words=row.words,
        outcome_id=None if row.outcome_id is None else OutcomeId(row.outcome_id),
        stream_name=row.stream_name,
        weekly=row.weekly,
        one_off=row.one_off,
        may_not=row.may_not,
        agreed_by=row.agreed_by,
        agreed_on=row.agreed_on,
    )
