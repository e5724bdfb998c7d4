"""Where vacancies are kept, with the questions to ask."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import Question, QuestionId, Vacancy, VacancyDetails, VacancyId
from pa_manager.file.rows import Row
from pa_manager.file.work import NotFound, Work
from pa_manager.values.money import Money


class VacancyRow(Row):
    """A job that somebody is looked for."""

    __tablename__ = "vacancy"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    opened_on: Mapped[date]
    work: Mapped[str]
    days_and_times: Mapped[str]
    weekly_minutes: Mapped[int | None]
    per_hour: Mapped[Money | None]
    closed_on: Mapped[date | None]


class VacancyQuestionRow(Row):
    """A question to everybody who applies."""

    __tablename__ = "vacancy_question"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey(VacancyRow.id, ondelete="RESTRICT"))
    words: Mapped[str]


def vacancy_key() -> ForeignKey:
    """Return a key to a vacancy."""
    return ForeignKey(VacancyRow.id, ondelete="RESTRICT")


def question_key() -> ForeignKey:
    """Return a key to a question."""
    return ForeignKey(VacancyQuestionRow.id, ondelete="RESTRICT")


def get(work: Work, vacancy_id: VacancyId) -> Vacancy:
    """Return one vacancy.

    Raises:
        NotFound: There is no such vacancy.
    """
    return _to_vacancy(_row(work, vacancy_id))


def every(work: Work) -> tuple[Vacancy, ...]:
    """Return every vacancy, the newest first."""
    return tuple(map(_to_vacancy, work.session.scalars(select(VacancyRow).order_by(VacancyRow.id.desc()))))


def add(work: Work, details: VacancyDetails) -> VacancyId:
    """Keep a new vacancy; return the number given."""
    row = VacancyRow()
    _write(row, details)
    work.session.add(row)
    work.session.flush()
    return VacancyId(row.id)


def put(work: Work, vacancy_id: VacancyId, details: VacancyDetails) -> None:
    """Write back what a vacancy says."""
    _write(_row(work, vacancy_id), details)
    work.session.flush()


def questions_of(work: Work, vacancy_id: VacancyId) -> tuple[Question, ...]:
    """Return the questions of a vacancy, in the order in which they were added."""
    rows = work.session.scalars(
        select(VacancyQuestionRow).filter_by(vacancy_id=vacancy_id).order_by(VacancyQuestionRow.id)
    )
    return tuple(map(_to_question, rows))


def get_question(work: Work, question_id: QuestionId) -> Question:
    """Return one question.

    Raises:
        NotFound: There is no such question.
    """
    return _to_question(_question_row(work, question_id))


def add_question(work: Work, vacancy_id: VacancyId, words: str) -> None:
    """Add a question to a vacancy."""
    work.session.add(VacancyQuestionRow(vacancy_id=vacancy_id, words=words))
    work.session.flush()


def remove_question(work: Work, question_id: QuestionId) -> None:
    """Take a question out."""
    work.session.delete(_question_row(work, question_id))
    work.session.flush()


def _row(work: Work, vacancy_id: VacancyId) -> VacancyRow:
    if row := work.session.get(VacancyRow, vacancy_id):
        return row
    raise NotFound("That vacancy is no longer in the file.")


def _question_row(work: Work, question_id: QuestionId) -> VacancyQuestionRow:
    if row := work.session.get(VacancyQuestionRow, question_id):
        return row
    raise NotFound("That question is no longer in the file.")


def _write(row: VacancyRow, details: VacancyDetails) -> None:
    row.title = details.title
    row.opened_on = details.opened_on
    row.work = details.work
    row.days_and_times = details.days_and_times
    row.weekly_minutes = details.weekly_minutes
    row.per_hour = details.per_hour
    row.closed_on = details.closed_on


def _to_vacancy(row: VacancyRow) -> Vacancy:
    return Vacancy(
        id=VacancyId(row.id),
        title=row.title,
        opened_on=row.opened_on,
        work=row.work,
        days_and_times=row.days_and_times,
        weekly_minutes=row.weekly_minutes,
        per_hour=row.per_hour,
        closed_on=row.closed_on,
    )


def _to_question(row: VacancyQuestionRow) -> Question:
    return Question(id=QuestionId(row.id), vacancy_id=VacancyId(row.vacancy_id), words=row.words)
