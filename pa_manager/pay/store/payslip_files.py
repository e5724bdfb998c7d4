"""Where it is kept which column of the payroll's file holds what."""

from __future__ import annotations

import json
from itertools import groupby

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import Work
from pa_manager.pay.model import PayslipColumn, PayslipLayout


class PayslipColumnRow(Row):
    """One column of the files that have these headings."""

    __tablename__ = "payslip_column"
    __table_args__ = (
        UniqueConstraint("headings", "holds"),
        one_of("holds", PayslipColumn),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    headings: Mapped[str]
    holds: Mapped[str]
    heading: Mapped[str]


def every(work: Work) -> tuple[PayslipLayout, ...]:
    """Return the layout of every file that somebody has named the columns of."""
    rows = work.session.scalars(select(PayslipColumnRow).order_by(PayslipColumnRow.headings, PayslipColumnRow.id))
    return tuple(
        PayslipLayout(tuple(json.loads(headings)), {PayslipColumn(row.holds): row.heading for row in same})
        for headings, same in groupby(rows, key=lambda row: row.headings)
    )


def put(work: Work, layout: PayslipLayout) -> None:
    """Keep a layout, in place of what was said before of files with the same headings."""
    headings = json.dumps(layout.headings, ensure_ascii=False)
    for row in work.session.scalars(select(PayslipColumnRow).filter_by(headings=headings)):
        work.session.delete(row)
    work.session.flush()
    work.session.add_all(
        PayslipColumnRow(headings=headings, holds=column, heading=heading) for column, heading in layout.columns.items()
    )
    work.session.flush()
