"""Where it is kept how HM Revenue and Customs is paid."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.file.rows import Row
from pa_manager.file.work import Work
from pa_manager.pay.model import P32, Scheme
from pa_manager.values.money import Money


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
    fee: Mapped[Money]


class P32Row(Row):
    """What the payroll says is due to HM Revenue and Customs for a tax month or quarter."""

    __tablename__ = "p32"
    __table_args__ = (UniqueConstraint("month"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[date]
    amount: Mapped[Money]


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
    row.fee = scheme.fee
    work.session.flush()


def every_p32(work: Work) -> dict[date, P32]:
    """Return what the payroll said, by the first day of the tax month or quarter."""
    return {row.month: P32(month=row.month, amount=row.amount) for row in work.session.scalars(select(P32Row))}


def put_p32(work: Work, p32: P32) -> None:
    """Keep what the payroll says, in place of what it said before."""
    row = work.session.scalars(select(P32Row).filter_by(month=p32.month)).one_or_none()
    if row is None:
        row = P32Row(month=p32.month)
        work.session.add(row)
    row.amount = p32.amount
    work.session.flush()


def _to_scheme(row: SchemeRow) -> Scheme:
    return Scheme(
        from_day=row.from_day,
        quarterly=row.quarterly,
        allowance=row.allowance,
        hmrc_reference=row.hmrc_reference,
        pension=row.pension,
        pension_reference=row.pension_reference,
        fee=row.fee,
    )
