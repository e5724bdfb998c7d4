"""Where it is kept who runs the payroll, when it wants the hours, in which layout, and what was sent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.file.contents import ContentId, content_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.pay.model import (
    NO_BUREAU,
    Bureau,
    How,
    KeptPayDay,
    Layout,
    LayoutId,
    PackId,
    PackKind,
    PayDay,
    PayDayId,
    SentPack,
    layout_file,
    layout_from_file,
)
from pa_manager.timesheets.model import TimesheetId, WorkedLineId
from pa_manager.timesheets.store import timesheet_key


class LayoutRow(Row):
    """A layout of the file for the payroll, in the words of a layout file."""

    __tablename__ = "pay_layout"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[str]


class BureauRow(Row):
    """Whoever runs the payroll. There is one."""

    __tablename__ = "pay_bureau"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    mailbox: Mapped[str]
    subject: Mapped[str]
    reference: Mapped[str]
    layout_id: Mapped[int | None] = mapped_column(ForeignKey(LayoutRow.id, ondelete="RESTRICT"))
    tells_nil: Mapped[bool]


class PayDayRow(Row):
    """A day of payment, and by when the hours are wanted for it."""

    __tablename__ = "pay_day"
    __table_args__ = (
        UniqueConstraint("paid_on"),
        CheckConstraint("send_by <= paid_on", name="sent_before_paid"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    send_by: Mapped[date]
    paid_on: Mapped[date]


class PackRow(Row):
    """A pack that was sent, as it was."""

    __tablename__ = "pay_pack"
    __table_args__ = (one_of("kind", PackKind), one_of("how", How), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    sent_on: Mapped[date]
    how: Mapped[str]
    sent_to: Mapped[str]
    period: Mapped[str]
    paid_on: Mapped[date | None]
    mail: Mapped[str]
    pdf_id: Mapped[int] = mapped_column(content_key())
    csv_id: Mapped[int] = mapped_column(content_key())


class PackSheetRow(Row):
    """A timesheet that went with a pack."""

    __tablename__ = "pay_pack_sheet"
    __table_args__ = (UniqueConstraint("timesheet_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    pack_id: Mapped[int] = mapped_column(ForeignKey(PackRow.id, ondelete="RESTRICT"), index=True)
    timesheet_id: Mapped[int] = mapped_column(timesheet_key())


class PackLineRow(Row):
    """A correction that went in a pack of its own before its timesheet. No key holds the line of a draft."""

    __tablename__ = "pay_pack_line"
    __table_args__ = (UniqueConstraint("line_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    pack_id: Mapped[int] = mapped_column(ForeignKey(PackRow.id, ondelete="RESTRICT"), index=True)
    line_id: Mapped[int]


def get(work: Work) -> Bureau:
    """Return who runs the payroll; where nobody has said, what is usual."""
    row = work.session.get(BureauRow, 1)
    if row is None:
        return NO_BUREAU
    return Bureau(
        name=row.name,
        mailbox=row.mailbox,
        subject=row.subject,
        reference=row.reference,
        layout_id=None if row.layout_id is None else LayoutId(row.layout_id),
        tells_nil=row.tells_nil,
    )


def put(work: Work, bureau: Bureau) -> None:
    """Keep who runs the payroll."""
    row = work.session.get(BureauRow, 1) or BureauRow(id=1)
    row.name, row.mailbox, row.subject = bureau.name, bureau.mailbox, bureau.subject
    row.reference, row.layout_id, row.tells_nil = bureau.reference, bureau.layout_id, bureau.tells_nil
    work.session.add(row)


def pay_days(work: Work) -> tuple[KeptPayDay, ...]:
    """Return the days of payment, the earliest first."""
    rows = work.session.scalars(select(PayDayRow).order_by(PayDayRow.paid_on))
    return tuple(KeptPayDay(PayDayId(row.id), PayDay(row.send_by, row.paid_on)) for row in rows)


def put_pay_day(work: Work, day: PayDay, pay_day_id: PayDayId | None = None) -> None:
    """Keep a day of payment, in place of the one with a number or the one that is paid on the same day."""
    row = work.session.scalars(select(PayDayRow).filter_by(paid_on=day.paid_on)).one_or_none()
    if pay_day_id is not None:
        if row is not None and row.id != pay_day_id:
            work.session.delete(row)
            work.session.flush()
        row = _pay_day(work, pay_day_id)
    row = row or PayDayRow()
    row.send_by, row.paid_on = day.send_by, day.paid_on
    work.session.add(row)


def remove_pay_day(work: Work, pay_day_id: PayDayId) -> None:
    """Remove a day of payment."""
    work.session.delete(_pay_day(work, pay_day_id))


def remove_pay_days_from(work: Work, day: date) -> None:
    """Remove the days of payment from a day on."""
    work.session.execute(delete(PayDayRow).where(PayDayRow.paid_on >= day))


def layouts(work: Work) -> tuple[Layout, ...]:
    """Return the layouts, in the order in which they were made."""
    return tuple(map(_to_layout, work.session.scalars(select(LayoutRow).order_by(LayoutRow.id))))


def get_layout(work: Work, layout_id: LayoutId) -> Layout:
    """Return one layout.

    Raises:
        NotFound: There is no such layout.
    """
    return _to_layout(_layout(work, layout_id))


def add_layout(work: Work, layout: Layout) -> LayoutId:
    """Keep a new layout; return the number given."""
    row = LayoutRow(content=layout_file(layout).decode())
    work.session.add(row)
    work.session.flush()
    return LayoutId(row.id)


def put_layout(work: Work, layout: Layout) -> None:
    """Write back a layout."""
    _layout(work, layout.id).content = layout_file(layout).decode()


def remove_layout(work: Work, layout_id: LayoutId) -> None:
    """Remove a layout; where it was the one in use, the usual one is used."""
    bureau = work.session.get(BureauRow, 1)
    if bureau is not None and bureau.layout_id == layout_id:
        bureau.layout_id = None
        work.session.flush()
    work.session.delete(_layout(work, layout_id))


def packs(work: Work) -> tuple[SentPack, ...]:
    """Return the packs that were sent, the newest first."""
    return tuple(map(_to_pack, work.session.scalars(select(PackRow).order_by(PackRow.id.desc()))))


def get_pack(work: Work, pack_id: PackId) -> SentPack:
    """Return one pack that was sent.

    Raises:
        NotFound: There is no such pack.
    """
    if row := work.session.get(PackRow, pack_id):
        return _to_pack(row)
    raise NotFound("That pack is no longer in the file.")


def add_pack(work: Work, pack: SentPack, sheets: Iterable[TimesheetId], lines: Iterable[WorkedLineId]) -> None:
    """Keep a pack that was sent, with the timesheets or the corrections that went with it."""
    row = PackRow(
        kind=pack.kind,
        sent_on=pack.sent_on,
        how=pack.how,
        sent_to=pack.to,
        period=pack.period,
        paid_on=pack.paid_on,
        mail=pack.mail,
        pdf_id=pack.pdf_id,
        csv_id=pack.csv_id,
    )
    work.session.add(row)
    work.session.flush()
    work.session.add_all(PackSheetRow(pack_id=row.id, timesheet_id=each) for each in sheets)
    work.session.add_all(PackLineRow(pack_id=row.id, line_id=each) for each in lines)


def timesheets_gone(work: Work) -> frozenset[TimesheetId]:
    """Return the timesheets that went with a pack."""
    return frozenset(TimesheetId(number) for number in work.session.scalars(select(PackSheetRow.timesheet_id)))


def lines_told(work: Work) -> frozenset[WorkedLineId]:
    """Return the corrections that went in a pack of their own."""
    return frozenset(WorkedLineId(number) for number in work.session.scalars(select(PackLineRow.line_id)))


def _pay_day(work: Work, pay_day_id: PayDayId) -> PayDayRow:
    if row := work.session.get(PayDayRow, pay_day_id):
        return row
    raise NotFound("That day of payment is no longer in the file.")


def _layout(work: Work, layout_id: LayoutId) -> LayoutRow:
    if row := work.session.get(LayoutRow, layout_id):
        return row
    raise NotFound("That layout is no longer in the file.")


def _to_layout(row: LayoutRow) -> Layout:
    layout = layout_from_file("The layout", row.content.encode())
    return Layout(id=LayoutId(row.id), name=layout.name, columns=layout.columns, whole=layout.whole, note=layout.note)


def _to_pack(row: PackRow) -> SentPack:
    return SentPack(
        id=PackId(row.id),
        kind=PackKind(row.kind),
        sent_on=row.sent_on,
        how=How(row.how),
        to=row.sent_to,
        period=row.period,
        paid_on=row.paid_on,
        mail=row.mail,
        pdf_id=ContentId(row.pdf_id),
        csv_id=ContentId(row.csv_id),
    )
