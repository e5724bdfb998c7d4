"""Where assistants are kept, with the terms agreed with each."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, time

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pa_manager.assistants.model import (
    Agreement,
    Assistant,
    AssistantId,
    AssistantKind,
    Availability,
    AvailabilityDetails,
    AvailabilityId,
    HolidayCalendar,
    HoursKind,
    Particulars,
    PayFrequency,
    Rate,
    RateDay,
    ShiftKind,
    Terms,
    Weekday,
    Willing,
)
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.funding.model import StreamId
from pa_manager.funding.store import stream_key
from pa_manager.values.clock import TimeSpan
from pa_manager.values.money import Money


class AssistantRow(Row):
    """A personal assistant."""

    __tablename__ = "assistant"
    __table_args__ = (
        one_of("kind", AssistantKind),
        one_of("frequency", PayFrequency),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    known_as: Mapped[str]
    kind: Mapped[str]
    born_on: Mapped[date | None]
    apprentice: Mapped[bool]
    apprenticeship_began_on: Mapped[date | None]
    started_on: Mapped[date]
    left_on: Mapped[date | None]
    phone: Mapped[str]
    email: Mapped[str]
    relative: Mapped[bool]
    consent_note: Mapped[str]
    frequency: Mapped[str]
    periods_from: Mapped[date]
    terms: Mapped[list[AssistantTermsRow]] = relationship(
        order_by="AssistantTermsRow.from_day", lazy="selectin", cascade="all, delete-orphan"
    )
    availability: Mapped[list[AssistantAvailabilityRow]] = relationship(
        order_by="AssistantAvailabilityRow.id", lazy="selectin", cascade="all, delete-orphan"
    )


class AssistantTermsRow(Row):
    """What was agreed with an assistant from a day on."""

    __tablename__ = "assistant_terms"
    __table_args__ = (
        UniqueConstraint("assistant_id", "from_day"),
        one_of("calendar", HolidayCalendar),
        one_of("hours", HoursKind),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(ForeignKey(AssistantRow.id, ondelete="RESTRICT"))
    from_day: Mapped[date]
    weekly_minutes: Mapped[int | None]
    calendar: Mapped[str]
    hours: Mapped[str]
    job_title: Mapped[str]
    workplace: Mapped[str]
    days_and_times: Mapped[str]
    holiday_year_from: Mapped[date | None]
    holiday: Mapped[str]
    sick_pay: Mapped[str]
    other_leave: Mapped[str]
    benefits: Mapped[str]
    your_notice_weeks: Mapped[int | None]
    their_notice_weeks: Mapped[int | None]
    probation_ends_on: Mapped[date | None]
    probation: Mapped[str]
    ends_on: Mapped[date | None]
    training: Mapped[str]
    pension: Mapped[str]
    disciplinary: Mapped[str]
    stream_id: Mapped[int | None] = mapped_column(stream_key())
    rates: Mapped[list[AssistantRateRow]] = relationship(
        order_by="AssistantRateRow.id", lazy="selectin", cascade="all, delete-orphan"
    )


class AssistantRateRow(Row):
    """What one kind of shift is paid under some terms."""

    __tablename__ = "assistant_rate"
    __table_args__ = (
        UniqueConstraint("terms_id", "kind", "on_day"),
        one_of("kind", ShiftKind),
        one_of("on_day", RateDay),
        CheckConstraint("per_hour > 0 OR per_shift > 0", name="pays_something"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    terms_id: Mapped[int] = mapped_column(ForeignKey(AssistantTermsRow.id, ondelete="RESTRICT"))
    kind: Mapped[str]
    on_day: Mapped[str]
    per_hour: Mapped[Money | None]
    per_shift: Mapped[Money | None]
    stream_id: Mapped[int | None] = mapped_column(stream_key())


class AssistantAvailabilityRow(Row):
    """What an assistant said about some hours of some days of the week."""

    __tablename__ = "assistant_availability"
    __table_args__ = (
        one_of("willing", Willing),
        CheckConstraint("(start_time IS NULL) = (end_time IS NULL)", name="both_times"),
        CheckConstraint("every_weeks IN (1, 2, 4)", name="known_loop"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(ForeignKey(AssistantRow.id, ondelete="RESTRICT"))
    willing: Mapped[str]
    weekdays: Mapped[str]
    start_time: Mapped[time | None]
    end_time: Mapped[time | None]
    every_weeks: Mapped[int]
    first: Mapped[date]
    last: Mapped[date | None]
    note: Mapped[str]


def assistant_key() -> ForeignKey:
    """Return a key to an assistant, for the tables of later links."""
    return ForeignKey(AssistantRow.id, ondelete="RESTRICT")


def get(work: Work, assistant_id: AssistantId) -> Assistant:
    """Return one assistant.

    Raises:
        NotFound: There is no such assistant.
    """
    return _to_assistant(_row(work, assistant_id))


def every(work: Work) -> tuple[Assistant, ...]:
    """Return every assistant, by name."""
    rows = work.session.scalars(select(AssistantRow).order_by(AssistantRow.name, AssistantRow.id))
    return tuple(map(_to_assistant, rows))


def add(work: Work, particulars: Particulars) -> AssistantId:
    """Keep a new assistant; return the number given."""
    row = AssistantRow()
    _write(row, particulars)
    work.session.add(row)
    work.session.flush()
    return AssistantId(row.id)


def put(work: Work, assistant_id: AssistantId, particulars: Particulars) -> None:
    """Write back who an assistant is, and how they are paid."""
    _write(_row(work, assistant_id), particulars)


def put_last_day(work: Work, assistant_id: AssistantId, left_on: date | None) -> None:
    """Write back the last day of an assistant."""
    _row(work, assistant_id).left_on = left_on


def put_terms(work: Work, assistant_id: AssistantId, terms: Terms) -> None:
    """Keep terms; those that begin on the same day are replaced."""
    row = _row(work, assistant_id)
    for old in [each for each in row.terms if each.from_day == terms.from_day]:
        row.terms.remove(old)
    work.session.flush()
    row.terms.append(
        AssistantTermsRow(
            from_day=terms.from_day,
            weekly_minutes=terms.weekly_minutes,
            calendar=terms.calendar,
            stream_id=terms.stream_id,
            **asdict(terms.agreement),
            rates=[
                AssistantRateRow(
                    kind=rate.kind,
                    on_day=rate.on,
                    per_hour=rate.per_hour,
                    per_shift=rate.per_shift,
                    stream_id=rate.stream_id,
                )
                for rate in terms.rates
            ],
        )
    )
    work.session.flush()


def add_availability(work: Work, assistant_id: AssistantId, details: AvailabilityDetails) -> None:
    """Keep something new that an assistant said."""
    whose, row = _row(work, assistant_id), AssistantAvailabilityRow()
    _write_availability(row, details)
    whose.availability.append(row)
    work.session.flush()


def put_availability(work: Work, availability_id: AvailabilityId, details: AvailabilityDetails) -> None:
    """Write back what an assistant said."""
    _write_availability(_availability(work, availability_id), details)
    work.session.flush()


def remove_availability(work: Work, availability_id: AvailabilityId) -> None:
    """Take away what an assistant said."""
    row = _availability(work, availability_id)
    whose = _row(work, AssistantId(row.assistant_id))
    whose.availability.remove(row)
    work.session.flush()


def _availability(work: Work, availability_id: AvailabilityId) -> AssistantAvailabilityRow:
    if row := work.session.get(AssistantAvailabilityRow, availability_id):
        return row
    raise NotFound("Those hours are no longer in the file.")


def _write_availability(row: AssistantAvailabilityRow, details: AvailabilityDetails) -> None:
    row.willing = details.willing
    row.weekdays = " ".join(details.weekdays)
    row.start_time = details.span.start if details.span else None
    row.end_time = details.span.end if details.span else None
    row.every_weeks = details.every_weeks
    row.first = details.first
    row.last = details.last
    row.note = details.note


def _to_availability(row: AssistantAvailabilityRow) -> Availability:
    return Availability(
        id=AvailabilityId(row.id),
        willing=Willing(row.willing),
        weekdays=tuple(map(Weekday, row.weekdays.split())),
        span=None if row.start_time is None or row.end_time is None else TimeSpan(row.start_time, row.end_time),
        every_weeks=row.every_weeks,
        first=row.first,
        last=row.last,
        note=row.note,
    )


def _row(work: Work, assistant_id: AssistantId) -> AssistantRow:
    if row := work.session.get(AssistantRow, assistant_id):
        return row
    raise NotFound("That PA is no longer in the file.")


def _write(row: AssistantRow, particulars: Particulars) -> None:
    row.name = particulars.name
    row.known_as = particulars.known_as
    row.kind = particulars.kind
    row.born_on = particulars.born_on
    row.apprentice = particulars.apprentice
    row.apprenticeship_began_on = particulars.apprenticeship_began_on
    row.started_on = particulars.started_on
    row.phone = particulars.phone
    row.email = particulars.email
    row.relative = particulars.relative
    row.consent_note = particulars.consent_note
    row.frequency = particulars.frequency
    row.periods_from = particulars.periods_from


def _to_assistant(row: AssistantRow) -> Assistant:
    return Assistant(
        id=AssistantId(row.id),
        name=row.name,
        known_as=row.known_as,
        kind=AssistantKind(row.kind),
        born_on=row.born_on,
        apprentice=row.apprentice,
        apprenticeship_began_on=row.apprenticeship_began_on,
        started_on=row.started_on,
        left_on=row.left_on,
        phone=row.phone,
        email=row.email,
        relative=row.relative,
        consent_note=row.consent_note,
        frequency=PayFrequency(row.frequency),
        periods_from=row.periods_from,
        terms=tuple(sorted(map(_to_terms, row.terms), key=lambda terms: terms.from_day)),
        availability=tuple(map(_to_availability, row.availability)),
    )


def _to_terms(row: AssistantTermsRow) -> Terms:
    return Terms(
        from_day=row.from_day,
        weekly_minutes=row.weekly_minutes,
        calendar=HolidayCalendar(row.calendar),
        stream_id=_to_stream(row.stream_id),
        agreement=Agreement(
            hours=HoursKind(row.hours),
            job_title=row.job_title,
            workplace=row.workplace,
            days_and_times=row.days_and_times,
            holiday_year_from=row.holiday_year_from,
            holiday=row.holiday,
            sick_pay=row.sick_pay,
            other_leave=row.other_leave,
            benefits=row.benefits,
            your_notice_weeks=row.your_notice_weeks,
            their_notice_weeks=row.their_notice_weeks,
            probation_ends_on=row.probation_ends_on,
            probation=row.probation,
            ends_on=row.ends_on,
            training=row.training,
            pension=row.pension,
            disciplinary=row.disciplinary,
        ),
        rates=tuple(
            Rate(
                kind=ShiftKind(rate.kind),
                on=RateDay(rate.on_day),
                per_hour=rate.per_hour,
                per_shift=rate.per_shift,
                stream_id=_to_stream(rate.stream_id),
            )
            for rate in row.rates
        ),
    )


def _to_stream(number: int | None) -> StreamId | None:
    return None if number is None else StreamId(number)
