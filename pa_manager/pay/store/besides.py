"""Where it is kept what is agreed with each PA besides rates, and sums that are paid once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.store import assistant_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.pay.model import Driven, OneOff, OneOffId, OneOffKind, PayTerms
from pa_manager.timesheets.model import TimesheetId
from pa_manager.values.money import Money


class PayTermsRow(Row):
    """What is agreed with an assistant besides rates, from a day on."""

    __tablename__ = "pay_terms"
    __table_args__ = (
        UniqueConstraint("assistant_id", "from_day"),
        one_of("driven", Driven),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    from_day: Mapped[date]
    per_mile: Mapped[Money | None]
    driven: Mapped[str]
    rolled_up: Mapped[bool]


class PayOneOffRow(Row):
    """A sum that is paid once, with the pay of one timesheet. No key holds a draft that somebody takes out."""

    __tablename__ = "pay_one_off"
    __table_args__ = (one_of("kind", OneOffKind), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    timesheet_id: Mapped[int] = mapped_column(index=True)
    kind: Mapped[str]
    amount: Mapped[Money]
    words: Mapped[str]


def every_terms(work: Work) -> tuple[PayTerms, ...]:
    """Return all that is agreed besides rates, by the day from which it holds."""
    rows = work.session.scalars(select(PayTermsRow).order_by(PayTermsRow.from_day))
    return tuple(
        PayTerms(
            assistant_id=AssistantId(row.assistant_id),
            from_day=row.from_day,
            per_mile=row.per_mile,
            driven=Driven(row.driven),
            rolled_up=row.rolled_up,
        )
        for row in rows
    )


def put_terms(work: Work, terms: PayTerms) -> None:
    """Keep what is agreed from a day on, in place of what was kept for that day."""
    chosen = {"assistant_id": terms.assistant_id, "from_day": terms.from_day}
    row = work.session.scalars(select(PayTermsRow).filter_by(**chosen)).one_or_none() or PayTermsRow(**chosen)
    row.per_mile, row.driven, row.rolled_up = terms.per_mile, terms.driven, terms.rolled_up
    work.session.add(row)


def one_offs_of(work: Work, timesheets: Collection[TimesheetId]) -> tuple[OneOff, ...]:
    """Return the sums paid once with some timesheets, in the order in which they were typed."""
    rows = work.session.scalars(
        select(PayOneOffRow).where(PayOneOffRow.timesheet_id.in_(timesheets)).order_by(PayOneOffRow.id)
    )
    return tuple(map(_to_one_off, rows))


def get_one_off(work: Work, one_off_id: OneOffId) -> OneOff:
    """Return one sum.

    Raises:
        NotFound: There is no such sum.
    """
    return _to_one_off(_row(work, one_off_id))


def add_one_off(work: Work, *, timesheet_id: TimesheetId, kind: OneOffKind, amount: Money, words: str) -> None:
    """Keep a sum that is paid once."""
    work.session.add(PayOneOffRow(timesheet_id=timesheet_id, kind=kind, amount=amount, words=words))


def remove_one_off(work: Work, one_off_id: OneOffId) -> None:
    """Remove a sum."""
    work.session.delete(_row(work, one_off_id))


def _row(work: Work, one_off_id: OneOffId) -> PayOneOffRow:
    if row := work.session.get(PayOneOffRow, one_off_id):
        return row
    raise NotFound("That sum is no longer in the file.")


def _to_one_off(row: PayOneOffRow) -> OneOff:
    return OneOff(
        id=OneOffId(row.id),
        timesheet_id=TimesheetId(row.timesheet_id),
        kind=OneOffKind(row.kind),
        amount=row.amount,
        words=row.words,
    )
