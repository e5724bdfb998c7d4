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
    hmrc_reference: Mapped[str]
    pension: Mapped[str]
    pension_reference: Mapped[str]


def every(work: Work) -> tuple[Scheme, ...]:
    """Return all that was ever said, the oldest first."""
    return tuple(map(_to_scheme, work.session.scalars(select(SchemeRow).order_by(SchemeRow.from_day))))


def put(work: Work, scheme: Scheme) -> None:
    """Keep how it is paid from a day on, in place of what was said for the same day."""
    row = work.session.scalars(select(SchemeRow).filter_by(from_day=scheme.from_day)).one_or_none()
    if row is None:
        row = SchemeRow(from_day=scheme.from_day)
        work.session.add(row)
    row.quarterly, row.allowance = scheme.quarterly, scheme.allowance
    row.hmrc_reference = scheme.hmrc_reference
    row.pension, row.pension_reference = scheme.pension, scheme.pension_reference
    work.session.flush()


def _to_scheme(row: SchemeRow) -> Scheme:
    return Scheme(
        from_day=row.from_day,
        quarterly=row.quarterly,
        allowance=row.allowance,
        hmrc_reference=row.hmrc_reference,
        pension=row.pension,
        pension_reference=row.pension_reference,
    )
