"""Where it is kept how HM Revenue and Customs is paid."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.file.rows import Row
from pa_manager.file.work import Work
from pa_manager.pay.model import Scheme


class SchemeRow(Row):
    """How HM Revenue and Customs is paid from a day of payment on."""

    __tablename__ = "pay_scheme"
    __table_args__ = (UniqueConstraint("from_day"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    from_day: Mapped[date]
    quarterly: Mapped[bool]
    allowance: Mapped[bool]


def every(work: Work) -> tuple[Scheme, ...]:
    """Return all that was ever said, the oldest first."""
    rows = work.session.scalars(select(SchemeRow).order_by(SchemeRow.from_day))
    return tuple(Scheme(from_day=row.from_day, quarterly=row.quarterly, allowance=row.allowance) for row in rows)


def put(work: Work, scheme: Scheme) -> None:
    """Keep how it is paid from a day on, in place of what was said for the same day."""
    row = work.session.scalars(select(SchemeRow).filter_by(from_day=scheme.from_day)).one_or_none()
    if row is None:
        row = SchemeRow(from_day=scheme.from_day)
        work.session.add(row)
    row.quarterly, row.allowance = scheme.quarterly, scheme.allowance
    work.session.flush()
