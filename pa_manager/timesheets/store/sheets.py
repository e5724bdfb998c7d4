"""Where timesheets and their lines are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, time

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, UniqueConstraint, case, func, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import AssistantId, Rate, ShiftKind
from pa_manager.assistants.store import assistant_key
from pa_manager.file.contents import content_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.funding.model import StreamId
from pa_manager.funding.store import stream_key
from pa_manager.plan.model import OutcomeId
from pa_manager.plan.store import outcome_key
from pa_manager.rota.model import ShiftId
from pa_manager.rota.store import shift_key
from pa_manager.timesheets.model.evidence import EvidenceKind
from pa_manager.timesheets.model.lines import Entry, Tally, TimesheetId, WorkedLine, WorkedLineId
from pa_manager.timesheets.model.sheets import Timesheet, TimesheetLine, TimesheetState
from pa_manager.values.clock import TimeSpan
from pa_manager.values.days import Period
from pa_manager.values.money import Money


class TimesheetRow(Row):
    """One assistant's pay period. The unique pair is what stops a period from being paid twice."""

    __tablename__ = "timesheet"
    __table_args__ = (
        UniqueConstraint("assistant_id", "first"),
        CheckConstraint("first <= last", name="ends_after_it_begins"),
        one_of("state", TimesheetState),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    first: Mapped[date]
    last: Mapped[date]
    state: Mapped[str]
    agreed_on: Mapped[date | None]
    sent_on: Mapped[date | None]


class WorkedLineRow(Row):
    """One line of a timesheet. The shift it was filled from stays on the rota as long as the line does."""

    __tablename__ = "worked_line"
    __table_args__ = (one_of("kind", ShiftKind), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    timesheet_id: Mapped[int] = mapped_column(ForeignKey(TimesheetRow.id, ondelete="RESTRICT"), index=True)
    shift_id: Mapped[int | None] = mapped_column(shift_key(), index=True)
    outcome_id: Mapped[int | None] = mapped_column(outcome_key())
    stream_id: Mapped[int | None] = mapped_column(stream_key())
    day: Mapped[date]
    kind: Mapped[str]
    planned_start: Mapped[time | None]
    planned_end: Mapped[time | None]
    planned_minutes: Mapped[int]
    worked_start: Mapped[time | None]
    worked_end: Mapped[time | None]
    worked_minutes: Mapped[int]
    late_minutes: Mapped[int]
    shifts: Mapped[int]
    break_minutes: Mapped[int]
    awake_minutes: Mapped[int | None]
    miles: Mapped[int]
    journey: Mapped[str]
    expenses: Mapped[Money]
    note: Mapped[str]
    estimated: Mapped[bool]
    trued_up: Mapped[bool]
    corrects: Mapped[int | None] = mapped_column(ForeignKey("worked_line.id", ondelete="RESTRICT"), index=True)
    per_hour: Mapped[Money | None]
    per_shift: Mapped[Money | None]
    late_per_hour: Mapped[Money | None]
    late_per_shift: Mapped[Money | None]


class TimesheetEvidenceRow(Row):
    """A paper kept with a timesheet, or with one line of it."""

    __tablename__ = "timesheet_evidence"
    __table_args__ = (one_of("kind", EvidenceKind), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    timesheet_id: Mapped[int] = mapped_column(ForeignKey(TimesheetRow.id, ondelete="RESTRICT"), index=True)
    line_id: Mapped[int | None] = mapped_column(ForeignKey(WorkedLineRow.id, ondelete="RESTRICT"), index=True)
    kind: Mapped[str]
    name: Mapped[str]
    content_id: Mapped[int] = mapped_column(content_key())


_BY_AGE = (TimesheetRow.first, TimesheetRow.id)


def timesheet_key() -> ForeignKey:
    """Return a key to a timesheet, for the tables of later links."""
    return ForeignKey(TimesheetRow.id, ondelete="RESTRICT")


def get(work: Work, timesheet_id: TimesheetId) -> Timesheet:
    """Return one timesheet with its lines.

    Raises:
        NotFound: There is no such timesheet.
    """
    (timesheet,) = _with_lines(work, [_row(work, timesheet_id)])
    return timesheet


def within(work: Work, period: Period) -> tuple[Timesheet, ...]:
    """Return the timesheets that have a day in a period, with their lines, the oldest first."""
    rows = work.session.scalars(select(TimesheetRow).where(_touches(period)).order_by(*_BY_AGE)).all()
    return _with_lines(work, rows)


def by_id(work: Work, numbers: Collection[TimesheetId]) -> tuple[Timesheet, ...]:
    """Return the timesheets with some numbers, with their lines, the oldest first."""
    rows = work.session.scalars(select(TimesheetRow).where(TimesheetRow.id.in_(numbers)).order_by(*_BY_AGE)).all()
    return _with_lines(work, rows)


def draft_after(work: Work, assistant_id: AssistantId, day: date) -> TimesheetId | None:
    """Return the first timesheet of an assistant after a day that is not agreed yet, if there is one."""
    number = work.session.scalars(
        select(TimesheetRow.id)
        .filter_by(assistant_id=assistant_id, state=TimesheetState.DRAFT)
        .where(TimesheetRow.first > day)
        .order_by(TimesheetRow.first)
        .limit(1)
    ).first()
    return None if number is None else TimesheetId(number)


def before(work: Work, assistant_id: AssistantId, day: date) -> Timesheet | None:
    """Return the last timesheet of an assistant that ends before a day, with its lines; nothing if there is none."""
    row = work.session.scalars(
        select(TimesheetRow)
        .filter_by(assistant_id=assistant_id)
        .where(TimesheetRow.last < day)
        .order_by(TimesheetRow.last.desc())
        .limit(1)
    ).first()
    return None if row is None else _with_lines(work, [row])[0]


def lines_of(work: Work, assistant_id: AssistantId, days: Period) -> tuple[WorkedLine, ...]:
    """Return the lines of some days of an assistant, on whichever timesheet they are."""
    rows = work.session.scalars(
        select(WorkedLineRow)
        .join(TimesheetRow)
        .where(TimesheetRow.assistant_id == assistant_id, WorkedLineRow.day.between(days.first, days.last))
        .order_by(WorkedLineRow.day, WorkedLineRow.id)
    )
    return tuple(map(_to_line, rows))


def with_estimates(work: Work) -> tuple[Timesheet, ...]:
    """Return the timesheets with lines that were sent as estimates and are not trued up, the oldest first."""
    open_ones = select(WorkedLineRow.timesheet_id).where(WorkedLineRow.estimated, ~WorkedLineRow.trued_up)
    rows = work.session.scalars(select(TimesheetRow).where(TimesheetRow.id.in_(open_ones)).order_by(*_BY_AGE)).all()
    return _with_lines(work, rows)


def last_day_of(work: Work, assistant_id: AssistantId) -> date | None:
    """Return the last day that any timesheet of an assistant reaches to."""
    return work.session.scalars(select(func.max(TimesheetRow.last)).filter_by(assistant_id=assistant_id)).one()


def is_any_before(work: Work, day: date) -> bool:
    """Return whether any timesheet ends before a day."""
    return work.session.scalars(select(TimesheetRow.id).where(TimesheetRow.last < day).limit(1)).first() is not None


def periods_touching(work: Work, period: Period) -> tuple[tuple[AssistantId, Period], ...]:
    """Return whose timesheets have a day in a period, and the whole period of each."""
    rows = work.session.scalars(select(TimesheetRow).where(_touches(period)).order_by(*_BY_AGE))
    return tuple((AssistantId(row.assistant_id), Period(row.first, row.last)) for row in rows)


def listed(work: Work, names: dict[AssistantId, str], period: Period | None = None) -> tuple[TimesheetLine, ...]:
    """Return the timesheets that have a day in a period, or all, as they stand in a list: the newest first."""
    wanted = [] if period is None else [_touches(period)]
    sums = work.session.execute(
        select(
            WorkedLineRow.timesheet_id,
            WorkedLineRow.kind,
            func.sum(WorkedLineRow.planned_minutes),
            func.sum(case((WorkedLineRow.planned_minutes > 0, 1), else_=0)),
            func.sum(WorkedLineRow.worked_minutes),
            func.sum(WorkedLineRow.shifts),
        )
        .join(TimesheetRow)
        .where(*wanted)
        .group_by(WorkedLineRow.timesheet_id, WorkedLineRow.kind)
    )
    planned: defaultdict[int, Tally] = defaultdict(Tally)
    worked: defaultdict[int, Tally] = defaultdict(Tally)
    for number, kind, planned_minutes, planned_shifts, worked_minutes, shifts in sums:
        planned[number] += Tally.of(ShiftKind(kind), minutes=planned_minutes, shifts=planned_shifts)
        worked[number] += Tally.of(ShiftKind(kind), minutes=worked_minutes, shifts=shifts)
    rows = work.session.scalars(
        select(TimesheetRow).where(*wanted).order_by(TimesheetRow.first.desc(), TimesheetRow.id.desc())
    )
    return tuple(
        TimesheetLine(
            id=TimesheetId(row.id),
            assistant_id=AssistantId(row.assistant_id),
            assistant=names[AssistantId(row.assistant_id)],
            period=Period(row.first, row.last),
            state=TimesheetState(row.state),
            planned=planned[row.id],
            worked=worked[row.id],
        )
        for row in rows
    )


def not_sent(work: Work) -> tuple[tuple[TimesheetId, AssistantId, Period, TimesheetState], ...]:
    """Return the timesheets that have still to be sent, the oldest first."""
    rows = work.session.scalars(
        select(TimesheetRow).where(TimesheetRow.state != TimesheetState.SENT).order_by(*_BY_AGE)
    )
    return tuple(
        (TimesheetId(row.id), AssistantId(row.assistant_id), Period(row.first, row.last), TimesheetState(row.state))
        for row in rows
    )


def add(work: Work, *, assistant_id: AssistantId, period: Period) -> TimesheetId:
    """Keep a new timesheet without lines; return the number given."""
    row = TimesheetRow(
        assistant_id=assistant_id,
        first=period.first,
        last=period.last,
        state=TimesheetState.DRAFT,
        agreed_on=None,
        sent_on=None,
    )
    work.session.add(row)
    work.session.flush()
    return TimesheetId(row.id)


def put(work: Work, timesheet: Timesheet) -> None:
    """Write back how far a timesheet has come. Its lines are written apart."""
    row = _row(work, timesheet.id)
    row.state = timesheet.state
    row.agreed_on = timesheet.agreed_on
    row.sent_on = timesheet.sent_on


def remove(work: Work, timesheet: Timesheet) -> None:
    """Remove a timesheet with all its lines and papers."""
    for paper in work.session.scalars(select(TimesheetEvidenceRow).filter_by(timesheet_id=timesheet.id)):
        work.session.delete(paper)
    work.session.flush()
    for line in timesheet.lines:
        remove_line(work, line.id)
    work.session.flush()
    work.session.delete(_row(work, timesheet.id))


def get_line(work: Work, line_id: WorkedLineId) -> WorkedLine:
    """Return one line.

    Raises:
        NotFound: There is no such line.
    """
    return _to_line(_line_row(work, line_id))


def corrections_of(work: Work, line_id: WorkedLineId) -> tuple[WorkedLine, ...]:
    """Return the lines that put one line right, the oldest first."""
    rows = work.session.scalars(select(WorkedLineRow).filter_by(corrects=line_id).order_by(WorkedLineRow.id))
    return tuple(map(_to_line, rows))


def corrections_for(work: Work, timesheet_id: TimesheetId) -> tuple[WorkedLine, ...]:
    """Return the lines that put lines of one timesheet right, the oldest first."""
    put_right = select(WorkedLineRow.id).filter_by(timesheet_id=timesheet_id)
    rows = work.session.scalars(
        select(WorkedLineRow).where(WorkedLineRow.corrects.in_(put_right)).order_by(WorkedLineRow.id)
    )
    return tuple(map(_to_line, rows))


def add_lines(work: Work, timesheet_id: TimesheetId, entries: Iterable[Entry]) -> None:
    """Keep new lines of a timesheet."""
    for entry in entries:
        row = WorkedLineRow(timesheet_id=timesheet_id)
        _write(row, entry)
        work.session.add(row)
    work.session.flush()


def put_line(work: Work, line: WorkedLine) -> None:
    """Write back a line that has changed."""
    _write(_line_row(work, line.id), line)


def remove_line(work: Work, line_id: WorkedLineId) -> None:
    """Remove one line. Its papers stay with the timesheet."""
    for paper in work.session.scalars(select(TimesheetEvidenceRow).filter_by(line_id=line_id)):
        paper.line_id = None
    work.session.flush()
    work.session.delete(_line_row(work, line_id))


def _touches(period: Period) -> ColumnElement[bool]:
    return (TimesheetRow.first <= period.last) & (TimesheetRow.last >= period.first)


def _row(work: Work, timesheet_id: TimesheetId) -> TimesheetRow:
    if row := work.session.get(TimesheetRow, timesheet_id):
        return row
    raise NotFound("That timesheet is no longer in the file.")


def _line_row(work: Work, line_id: WorkedLineId) -> WorkedLineRow:
    if row := work.session.get(WorkedLineRow, line_id):
        return row
    raise NotFound("That line is no longer in the file.")


def _with_lines(work: Work, rows: Collection[TimesheetRow]) -> tuple[Timesheet, ...]:
    lines: defaultdict[int, list[WorkedLine]] = defaultdict(list)
    for row in work.session.scalars(
        select(WorkedLineRow)
        .where(WorkedLineRow.timesheet_id.in_([row.id for row in rows]))
        .order_by(WorkedLineRow.day, WorkedLineRow.worked_start, WorkedLineRow.id)
    ):
        lines[row.timesheet_id].append(_to_line(row))
    return tuple(_to_timesheet(row, lines[row.id]) for row in rows)


def _write(row: WorkedLineRow, entry: Entry) -> None:
    row.shift_id = entry.shift_id
    row.outcome_id = entry.outcome_id
    row.stream_id = entry.stream_id
    row.day = entry.day
    row.kind = entry.kind
    row.planned_start, row.planned_end = _ends(entry.planned)
    row.planned_minutes = entry.planned_minutes
    row.worked_start, row.worked_end = _ends(entry.span)
    row.worked_minutes = entry.worked_minutes
    row.late_minutes = entry.late_minutes
    row.shifts = entry.shifts
    row.break_minutes = entry.break_minutes
    row.awake_minutes = entry.awake_minutes
    row.miles = entry.miles
    row.journey = entry.journey
    row.expenses = entry.expenses
    row.note = entry.note
    row.estimated = entry.estimated
    row.trued_up = entry.trued_up
    row.corrects = entry.corrects
    row.per_hour, row.per_shift = _amounts(entry.rate)
    row.late_per_hour, row.late_per_shift = _amounts(entry.late_rate)


def _ends(span: TimeSpan | None) -> tuple[time, time] | tuple[None, None]:
    return (span.start, span.end) if span else (None, None)


def _span(start: time | None, end: time | None) -> TimeSpan | None:
    return None if start is None or end is None else TimeSpan(start, end)


def _amounts(rate: Rate | None) -> tuple[Money | None, Money | None]:
    return (rate.per_hour, rate.per_shift) if rate else (None, None)


def _rate(kind: ShiftKind, per_hour: Money | None, per_shift: Money | None) -> Rate | None:
    agreed = per_hour is not None or per_shift is not None
    return Rate(kind=kind, per_hour=per_hour, per_shift=per_shift) if agreed else None


def _to_timesheet(row: TimesheetRow, lines: Iterable[WorkedLine]) -> Timesheet:
    return Timesheet(
        id=TimesheetId(row.id),
        assistant_id=AssistantId(row.assistant_id),
        period=Period(row.first, row.last),
        state=TimesheetState(row.state),
        agreed_on=row.agreed_on,
        sent_on=row.sent_on,
        lines=tuple(lines),
    )


def _to_line(row: WorkedLineRow) -> WorkedLine:
    kind = ShiftKind(row.kind)
    return WorkedLine(
        id=WorkedLineId(row.id),
        timesheet_id=TimesheetId(row.timesheet_id),
        shift_id=None if row.shift_id is None else ShiftId(row.shift_id),
        outcome_id=None if row.outcome_id is None else OutcomeId(row.outcome_id),
        stream_id=None if row.stream_id is None else StreamId(row.stream_id),
        day=row.day,
        kind=kind,
        planned=_span(row.planned_start, row.planned_end),
        planned_minutes=row.planned_minutes,
        span=_span(row.worked_start, row.worked_end),
        worked_minutes=row.worked_minutes,
        late_minutes=row.late_minutes,
        shifts=row.shifts,
        break_minutes=row.break_minutes,
        awake_minutes=row.awake_minutes,
        miles=row.miles,
        journey=row.journey,
        expenses=row.expenses,
        note=row.note,
        estimated=row.estimated,
        trued_up=row.trued_up,
        corrects=None if row.corrects is None else WorkedLineId(row.corrects),
        rate=_rate(kind, row.per_hour, row.per_shift),
        late_rate=_rate(kind, row.late_per_hour, row.late_per_shift),
    )
