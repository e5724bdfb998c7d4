"""Where what the payroll knows of each PA is kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.store import assistant_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import Work
from pa_manager.pay.model import LoanKind, PayDetails, PensionKind
from pa_manager.values.money import Money


class PayDetailsRow(Row):
    """What the payroll knows of an assistant from a day of payment on."""

    __tablename__ = "pay_details"
    __table_args__ = (
        UniqueConstraint("assistant_id", "from_day"),
        one_of("loan", LoanKind),
        one_of("pension", PensionKind),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    from_day: Mapped[date]
    tax_code: Mapped[str]
    ni_letter: Mapped[str]
    loan: Mapped[str | None]
    postgraduate: Mapped[bool]
    pension: Mapped[str | None]
    their_share: Mapped[str]
    your_share: Mapped[str]
    on_all_pay: Mapped[bool]
    earned_before: Mapped[Money | None]
    taxed_before: Mapped[Money | None]


def every(work: Work) -> tuple[PayDetails, ...]:
    """Return all that the payroll knows of assistants, by the day from which it holds."""
    return tuple(map(_to_details, work.session.scalars(select(PayDetailsRow).order_by(PayDetailsRow.from_day))))


def put(work: Work, details: PayDetails) -> None:
    """Keep what the payroll knows of an assistant from a day on, in place of what was kept for that day."""
    chosen = {"assistant_id": details.assistant_id, "from_day": details.from_day}
    row = work.session.scalars(select(PayDetailsRow).filter_by(**chosen)).one_or_none() or PayDetailsRow(**chosen)
    row.tax_code = details.tax_code
    row.ni_letter = details.ni_letter
    row.loan = details.loan
    row.postgraduate = details.postgraduate
    row.pension = details.pension
    row.their_share = details.their_share
    row.your_share = details.your_share
    row.on_all_pay = details.on_all_pay
    row.earned_before = details.earned_before
    row.taxed_before = details.taxed_before
    work.session.add(row)


def _to_details(row: PayDetailsRow) -> PayDetails:
    return PayDetails(
        assistant_id=AssistantId(row.assistant_id),
        from_day=row.from_day,
        tax_code=row.tax_code,
        ni_letter=row.ni_letter,
        loan=None if row.loan is None else LoanKind(row.loan),
        postgraduate=row.postgraduate,
        pension=None if row.pension is None else PensionKind(row.pension),
        their_share=row.their_share,
        your_share=row.your_share,
        on_all_pay=row.on_all_pay,
        earned_before=row.earned_before,
        taxed_before=row.taxed_before,
    )
