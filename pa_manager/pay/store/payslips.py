"""Where payslips are kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.store import assistant_key
from pa_manager.file.rows import Row
from pa_manager.file.work import NotFound, Work
from pa_manager.pay.model import Payslip, PayslipFigures, PayslipId
from pa_manager.timesheets.model import TimesheetId
from pa_manager.timesheets.store import timesheet_key
from pa_manager.values.days import Period
from pa_manager.values.money import Money


class PayslipRow(Row):
    """A payslip as typed. The unique key is what stops a timesheet from having two."""

    __tablename__ = "payslip"
    __table_args__ = (
        UniqueConstraint("timesheet_id"),
        CheckConstraint("first <= last", name="ends_after_it_begins"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    timesheet_id: Mapped[int | None] = mapped_column(timesheet_key())
    first: Mapped[date]
    last: Mapped[date]
    paid_on: Mapped[date] = mapped_column(index=True)
    number: Mapped[str]
    gross: Mapped[Money]
    tax: Mapped[Money]
    employee_ni: Mapped[Money]
    employer_ni: Mapped[Money]
    employee_pension: Mapped[Money]
    employer_pension: Mapped[Money]
    student_loan: Mapped[Money]
    other_taken: Mapped[Money]
    expenses_paid: Mapped[Money]
    net: Mapped[Money]
    recovered: Mapped[Money]
    locked: Mapped[bool]


def payslip_key() -> ForeignKey:
    """Return a key to a payslip, for the tables of later links."""
    return ForeignKey(PayslipRow.id, ondelete="RESTRICT")


def get(work: Work, payslip_id: PayslipId) -> Payslip:
    """Return one payslip.

    Raises:
        NotFound: There is no such payslip.
    """
    return _to_payslip(_row(work, payslip_id))


def paid_in(work: Work, period: Period | None = None) -> tuple[Payslip, ...]:
    """Return the payslips paid in a period, or all: the newest first."""
    query = select(PayslipRow).order_by(PayslipRow.paid_on.desc(), PayslipRow.id.desc())
    if period is not None:
        query = query.where(PayslipRow.paid_on.between(period.first, period.last))
    return tuple(map(_to_payslip, work.session.scalars(query)))


def is_any_before(work: Work, day: date) -> bool:
    """Return whether any payslip was paid before a day."""
    return work.session.scalars(select(PayslipRow.id).where(PayslipRow.paid_on < day).limit(1)).first() is not None


def owed_by(work: Work, on: date, since: date | None) -> tuple[Payslip, ...]:
    """Return the payslips that were paid by a day, or whose work was done by then; since another day, if given."""
    query = select(PayslipRow).where((PayslipRow.paid_on <= on) | (PayslipRow.last <= on))
    if since is not None:
        query = query.where(PayslipRow.paid_on >= since)
    return tuple(map(_to_payslip, work.session.scalars(query.order_by(PayslipRow.paid_on, PayslipRow.id))))


def of_timesheet(work: Work, timesheet_id: TimesheetId) -> Payslip | None:
    """Return the payslip of a timesheet, if it has come."""
    row = work.session.scalars(select(PayslipRow).filter_by(timesheet_id=timesheet_id)).one_or_none()
    return _to_payslip(row) if row else None


def by_timesheet(work: Work, first: TimesheetId, last: TimesheetId) -> dict[TimesheetId, Payslip]:
    """Return the payslips of the timesheets numbered from one to another, by timesheet."""
    rows = work.session.scalars(select(PayslipRow).where(PayslipRow.timesheet_id.between(first, last)))
    payslips = map(_to_payslip, rows)
    return {payslip.timesheet_id: payslip for payslip in payslips if payslip.timesheet_id is not None}


def add(work: Work, figures: PayslipFigures) -> PayslipId:
    """Keep a new payslip; return the number given."""
    row = PayslipRow(locked=False)
    _write(row, figures)
    work.session.add(row)
    work.session.flush()
    return PayslipId(row.id)


def put(work: Work, payslip_id: PayslipId, figures: PayslipFigures) -> None:
    """Write back the figures of a payslip."""
    _write(_row(work, payslip_id), figures)


def lock(work: Work, payslip_id: PayslipId) -> None:
    """Note that a payslip was matched to its payment."""
    _row(work, payslip_id).locked = True


def remove(work: Work, payslip_id: PayslipId) -> None:
    """Remove a payslip."""
    work.session.delete(_row(work, payslip_id))


def _row(work: Work, payslip_id: PayslipId) -> PayslipRow:
    if row := work.session.get(PayslipRow, payslip_id):
        return row
    raise NotFound("That payslip is no longer in the file.")


def _write(row: PayslipRow, figures: PayslipFigures) -> None:
    row.assistant_id = figures.assistant_id
    row.timesheet_id = figures.timesheet_id
    row.first = figures.period.first
    row.last = figures.period.last
    row.paid_on = figures.paid_on
    row.number = figures.number
    row.gross = figures.gross
    row.tax = figures.tax
    row.employee_ni = figures.employee_ni
    row.employer_ni = figures.employer_ni
    row.employee_pension = figures.employee_pension
    row.employer_pension = figures.employer_pension
    row.student_loan = figures.student_loan
    row.other_taken = figures.other_taken
    row.expenses_paid = figures.expenses_paid
    row.net = figures.net
    row.recovered = figures.recovered


def _to_payslip(row: PayslipRow) -> Payslip:
    return Payslip(
        id=PayslipId(row.id),
        assistant_id=AssistantId(row.assistant_id),
        timesheet_id=None if row.timesheet_id is None else TimesheetId(row.timesheet_id),
        period=Period(row.first, row.last),
        paid_on=row.paid_on,
        number=row.number,
        gross=row.gross,
        tax=row.tax,
        employee_ni=row.employee_ni,
        employer_ni=row.employer_ni,
        employee_pension=row.employee_pension,
        employer_pension=row.employer_pension,
        student_loan=row.student_loan,
        other_taken=row.other_taken,
        expenses_paid=row.expenses_paid,
        net=row.net,
        recovered=row.recovered,
        locked=row.locked,
    )
