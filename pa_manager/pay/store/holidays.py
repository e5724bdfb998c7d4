"""Where it is kept what is agreed about holiday, what was carried over, and hours that were typed."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.store import assistant_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import Work
from pa_manager.pay.model import CarriedIn, CarryFor
from pa_manager.rota.model import AbsenceId


class HolidayAgreedRow(Row):
    """What is agreed with an assistant for holiday and sickness besides the contract."""

    __tablename__ = "holiday_agreed"
    __table_args__ = (UniqueConstraint("assistant_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    weekdays: Mapped[str]


class HolidayHoursRow(Row):
    """The hours of a holiday as typed. The number of the absence is no key: the rota may remove it."""

    __tablename__ = "holiday_hours"
    __table_args__ = (
        UniqueConstraint("absence_id"),
        CheckConstraint("minutes >= 0", name="not_below_nil"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    absence_id: Mapped[int]
    minutes: Mapped[int]


class HolidayCarriedRow(Row):
    """Holiday that was carried into a leave year."""

    __tablename__ = "holiday_carried"
    __table_args__ = (
        UniqueConstraint("assistant_id", "year_first"),
        one_of("reason", CarryFor),
        CheckConstraint("minutes >= 0", name="not_below_nil"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    year_first: Mapped[date]
    minutes: Mapped[int]
    reason: Mapped[str]
    note: Mapped[str]


def weekdays_agreed(work: Work, assistant_id: AssistantId) -> frozenset[int]:
    """Return the days of the week agreed with an assistant, Monday being 0; empty if none are."""
    row = _agreed(work, assistant_id)
    return frozenset(map(int, row.weekdays)) if row else frozenset()


def put_weekdays(work: Work, assistant_id: AssistantId, weekdays: frozenset[int]) -> None:
    """Write back the days of the week agreed with an assistant."""
    row = _agreed(work, assistant_id) or HolidayAgreedRow(assistant_id=assistant_id)
    row.weekdays = "".join(map(str, sorted(weekdays)))
    work.session.add(row)


def typed_hours(work: Work) -> dict[AbsenceId, int]:
    """Return the minutes that were typed for holidays, by the number of the absence."""
    return {AbsenceId(row.absence_id): row.minutes for row in work.session.scalars(select(HolidayHoursRow))}


def put_hours(work: Work, absence_id: AbsenceId, minutes: int | None) -> None:
    """Write back the minutes of a holiday; without any, those that were typed are gone."""
    row = work.session.scalars(select(HolidayHoursRow).filter_by(absence_id=absence_id)).one_or_none()
    if minutes is None:
        if row is not None:
            work.session.delete(row)
        return
    row = row or HolidayHoursRow(absence_id=absence_id)
    row.minutes = minutes
    work.session.add(row)


def carried_into(work: Work, assistant_id: AssistantId, year_first: date) -> CarriedIn | None:
    """Return what was carried into a leave year; nothing if nothing was."""
    row = _carried(work, assistant_id, year_first)
    if row is None:
        return None
    return CarriedIn(
        assistant_id=assistant_id,
        year_first=row.year_first,
        minutes=row.minutes,
        reason=CarryFor(row.reason),
        note=row.note,
    )


def put_carried(work: Work, carried: CarriedIn) -> None:
    """Write back what was carried into a leave year."""
    row = _carried(work, carried.assistant_id, carried.year_first) or HolidayCarriedRow(
        assistant_id=carried.assistant_id, year_first=carried.year_first
    )
    row.minutes = carried.minutes
    row.reason = carried.reason
    row.note = carried.note
    work.session.add(row)


def _agreed(work: Work, assistant_id: AssistantId) -> HolidayAgreedRow | None:
    return work.session.scalars(select(HolidayAgreedRow).filter_by(assistant_id=assistant_id)).one_or_none()


def _carried(work: Work, assistant_id: AssistantId, year_first: date) -> HolidayCarriedRow | None:
    query = select(HolidayCarriedRow).filter_by(assistant_id=assistant_id, year_first=year_first)
    return work.session.scalars(query).one_or_none()
