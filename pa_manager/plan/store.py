"""Where outcomes and the plan's lines of money are kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pa_manager.file.contents import content_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.plan.model import (
    CareAct,
    Entry,
    EntryId,
    Outcome,
    OutcomeId,
    Part,
    PlanLine,
    PlanLineId,
    Rating,
    Version,
    VersionId,
    VersionState,
)
from pa_manager.values.money import Money


class OutcomeRow(Row):
    """What should get better or be kept."""

    __tablename__ = "outcome"
    __table_args__ = (
        UniqueConstraint("number"),
        CheckConstraint("last IS NULL OR first <= last", name="ends_after_it_begins"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    words: Mapped[str]
    measure: Mapped[str]
    first: Mapped[date]
    last: Mapped[date | None]
    review_on: Mapped[date | None]
    tags: Mapped[str]
    weekly_minutes: Mapped[int | None]


class RatingRow(Row):
    """How an outcome stood on a day."""

    __tablename__ = "outcome_rating"
    __table_args__ = (
        UniqueConstraint("outcome_id", "day"),
        CheckConstraint("stars BETWEEN 1 AND 5", name="from_1_to_5"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    outcome_id: Mapped[int] = mapped_column(ForeignKey(OutcomeRow.id, ondelete="RESTRICT"))
    day: Mapped[date]
    stars: Mapped[int]
    note: Mapped[str]


class VersionRow(Row):
    """One version of the plan."""

    __tablename__ = "plan_version"
    __table_args__ = (UniqueConstraint("number"), one_of("state", VersionState), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    state: Mapped[str]
    begun_on: Mapped[date]
    agreed_by: Mapped[str]
    agreed_on: Mapped[date | None]


class EntryRow(Row):
    """One filled form of a part of a version."""

    __tablename__ = "plan_entry"
    __table_args__ = (one_of("part", Part), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey(VersionRow.id, ondelete="RESTRICT"))
    part: Mapped[str]
    content_id: Mapped[int | None] = mapped_column(content_key())
    answers: Mapped[list[AnswerRow]] = relationship(order_by="AnswerRow.id", cascade="all, delete-orphan")


class AnswerRow(Row):
    """The answer to one question."""

    __tablename__ = "plan_answer"
    __table_args__ = (UniqueConstraint("entry_id", "question"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey(EntryRow.id, ondelete="RESTRICT"))
    question: Mapped[str]
    words: Mapped[str]


class PlanLineRow(Row):
    """What may be bought, and from which money."""

    __tablename__ = "plan_line"
    __table_args__ = (
        CheckConstraint("weekly >= 0", name="weekly_not_below_nil"),
        CheckConstraint("one_off >= 0", name="one_off_not_below_nil"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str]
    outcome_id: Mapped[int | None] = mapped_column(ForeignKey(OutcomeRow.id, ondelete="RESTRICT"))
    stream_name: Mapped[str]
    weekly: Mapped[Money | None]
    one_off: Mapped[Money | None]
    may_not: Mapped[str]
    agreed_by: Mapped[str]
    agreed_on: Mapped[date | None]


def outcome_key() -> ForeignKey:
    """Return a key to an outcome, for the tables of later links."""
    return ForeignKey(OutcomeRow.id, ondelete="RESTRICT")


def get_outcome(work: Work, outcome_id: OutcomeId) -> Outcome:
    """Return one outcome.

    Raises:
        NotFound: There is no such outcome.
    """
    return _to_outcome(_outcome_row(work, outcome_id))


def every_outcome(work: Work) -> tuple[Outcome, ...]:
    """Return every outcome, by its number."""
    return tuple(map(_to_outcome, work.session.scalars(select(OutcomeRow).order_by(OutcomeRow.number))))


def next_number(work: Work) -> int:
    """Return the number that the next outcome is called by."""
    highest = work.session.scalar(select(func.max(OutcomeRow.number)))
    return (highest or 0) + 1


def add_outcome(work: Work, outcome: Outcome) -> OutcomeId:
    """Keep a new outcome, whatever its id says; return the id given."""
    row = OutcomeRow()
    _write_outcome(row, outcome)
    work.session.add(row)
    work.session.flush()
    return OutcomeId(row.id)


def put_outcome(work: Work, outcome: Outcome) -> None:
    """Write back an outcome that has changed."""
    _write_outcome(_outcome_row(work, outcome.id), outcome)


def get_line(work: Work, plan_line_id: PlanLineId) -> PlanLine:
    """Return one line of the plan.

    Raises:
        NotFound: There is no such line.
    """
    return _to_line(_line_row(work, plan_line_id))


def every_line(work: Work) -> tuple[PlanLine, ...]:
    """Return every line of the plan, in the order they were written."""
    return tuple(map(_to_line, work.session.scalars(select(PlanLineRow).order_by(PlanLineRow.id))))


def add_line(work: Work, line: PlanLine) -> PlanLineId:
    """Keep a new line, whatever its id says; return the id given."""
    row = PlanLineRow()
    _write_line(row, line)
    work.session.add(row)
    work.session.flush()
    return PlanLineId(row.id)


def put_line(work: Work, line: PlanLine) -> None:
    """Write back a line that has changed."""
    _write_line(_line_row(work, line.id), line)


def remove_line(work: Work, plan_line_id: PlanLineId) -> None:
    """Take a line out of the plan.

    Raises:
        NotFound: There is no such line.
    """
    work.session.delete(_line_row(work, plan_line_id))


def ratings(work: Work) -> tuple[Rating, ...]:
    """Return how every outcome stood, the earliest day first."""
    rows = work.session.scalars(select(RatingRow).order_by(RatingRow.day, RatingRow.id))
    return tuple(
        Rating(outcome_id=OutcomeId(row.outcome_id), day=row.day, stars=row.stars, note=row.note) for row in rows
    )


def put_rating(work: Work, rating: Rating) -> None:
    """Keep how an outcome stood on a day, in place of what was said of that day before."""
    row = work.session.scalar(
        select(RatingRow).where(RatingRow.outcome_id == rating.outcome_id, RatingRow.day == rating.day)
    )
    if row is None:
        row = RatingRow(outcome_id=rating.outcome_id, day=rating.day)
        work.session.add(row)
    row.stars, row.note = rating.stars, rating.note


def every_version(work: Work) -> tuple[Version, ...]:
    """Return every version without what it says, the earliest first."""
    return tuple(_to_version(row) for row in work.session.scalars(select(VersionRow).order_by(VersionRow.number)))


def get_version(work: Work, version_id: VersionId) -> Version:
    """Return one version with all that was written in it.

    Raises:
        NotFound: There is no such version.
    """
    row = _version_row(work, version_id)
    rows = work.session.scalars(select(EntryRow).where(EntryRow.version_id == version_id).order_by(EntryRow.id))
    return _to_version(row, tuple(map(_to_entry, rows)))


def add_version(work: Work, version: Version) -> VersionId:
    """Keep a new version without what it says; return the id given."""
    row = VersionRow()
    _write_version(row, version)
    work.session.add(row)
    work.session.flush()
    return VersionId(row.id)


def put_version(work: Work, version: Version) -> None:
    """Write back a version, apart from what it says."""
    _write_version(_version_row(work, version.id), version)


def get_entry(work: Work, entry_id: EntryId) -> tuple[VersionId, Entry]:
    """Return one entry, and which version it is of.

    Raises:
        NotFound: There is no such entry.
    """
    row = _entry_row(work, entry_id)
    return VersionId(row.version_id), _to_entry(row)


def add_entry(work: Work, version_id: VersionId, entry: Entry) -> EntryId:
    """Keep a new entry of a version, whatever its id says; return the id given."""
    row = EntryRow(version_id=version_id, part=entry.part)
    _write_answers(row, entry)
    work.session.add(row)
    work.session.flush()
    return EntryId(row.id)


def put_entry(work: Work, entry: Entry) -> None:
    """Write back an entry that has changed."""
    _write_answers(_entry_row(work, entry.id), entry)


def remove_entry(work: Work, entry_id: EntryId) -> None:
    """Take an entry out.

    Raises:
        NotFound: There is no such entry.
    """
    work.session.delete(_entry_row(work, entry_id))


def _version_row(work: Work, version_id: VersionId) -> VersionRow:
    if row := work.session.get(VersionRow, version_id):
        return row
    raise NotFound("That version of the plan is no longer in the file.")


def _entry_row(work: Work, entry_id: EntryId) -> EntryRow:
    if row := work.session.get(EntryRow, entry_id):
        return row
    raise NotFound("That part of the plan is no longer in the file.")


def _write_version(row: VersionRow, version: Version) -> None:
    row.number = version.number
    row.state = version.state
    row.begun_on = version.begun_on
    row.agreed_by = version.agreed_by
    row.agreed_on = version.agreed_on


def _write_answers(row: EntryRow, entry: Entry) -> None:
    row.content_id = entry.photo
    kept = {answer.question: answer for answer in row.answers}
    row.answers = [_answer_row(kept.get(key), key, words) for key, words in entry.answers.items() if words]


def _answer_row(kept: AnswerRow | None, question: str, words: str) -> AnswerRow:
    row = kept or AnswerRow(question=question)
    row.words = words
    return row


def _to_version(row: VersionRow, entries: tuple[Entry, ...] = ()) -> Version:
    return Version(
        id=VersionId(row.id),
        number=row.number,
        state=VersionState(row.state),
        begun_on=row.begun_on,
        agreed_by=row.agreed_by,
        agreed_on=row.agreed_on,
        entries=entries,
    )


def _to_entry(row: EntryRow) -> Entry:
    return Entry(
        id=EntryId(row.id),
        part=Part(row.part),
        answers={answer.question: answer.words for answer in row.answers},
        photo=row.content_id,
    )


def _write_outcome(row: OutcomeRow, outcome: Outcome) -> None:
    row.number = outcome.number
    row.words = outcome.words
    row.measure = outcome.measure
    row.first = outcome.first
    row.last = outcome.last
    row.review_on = outcome.review_on
    row.tags = " ".join(sorted(outcome.tags))
    row.weekly_minutes = outcome.weekly_minutes


def _write_line(row: PlanLineRow, line: PlanLine) -> None:
    row.words = line.words
    row.outcome_id = line.outcome_id
    row.stream_name = line.stream_name
    row.weekly = line.weekly
    row.one_off = line.one_off
    row.may_not = line.may_not
    row.agreed_by = line.agreed_by
    row.agreed_on = line.agreed_on


def _outcome_row(work: Work, outcome_id: OutcomeId) -> OutcomeRow:
    if row := work.session.get(OutcomeRow, outcome_id):
        return row
    raise NotFound("That outcome is no longer in the file.")


def _line_row(work: Work, plan_line_id: PlanLineId) -> PlanLineRow:
    if row := work.session.get(PlanLineRow, plan_line_id):
        return row
    raise NotFound("That line of the plan is no longer in the file.")


def _to_outcome(row: OutcomeRow) -> Outcome:
    return Outcome(
        id=OutcomeId(row.id),
        number=row.number,
        words=row.words,
        measure=row.measure,
        first=row.first,
        last=row.last,
        review_on=row.review_on,
        tags=frozenset(CareAct(tag) for tag in row.tags.split()),
        weekly_minutes=row.weekly_minutes,
    )


def _to_line(row: PlanLineRow) -> PlanLine:
    return PlanLine(
        id=PlanLineId(row.id),
        words=row.words,
        outcome_id=None if row.outcome_id is None else OutcomeId(row.outcome_id),
        stream_name=row.stream_name,
        weekly=row.weekly,
        one_off=row.one_off,
        may_not=row.may_not,
        agreed_by=row.agreed_by,
        agreed_on=row.agreed_on,
    )
