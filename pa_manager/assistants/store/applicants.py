"""Where those who apply are kept, with what they answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import (
    Answer,
    Applicant,
    ApplicantDetails,
    ApplicantId,
    AssistantId,
    Outcome,
    QuestionId,
    Stage,
    VacancyId,
)
from pa_manager.assistants.store.people import assistant_key
from pa_manager.assistants.store.vacancies import question_key, vacancy_key
from pa_manager.file import forgetting
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work


class ApplicantRow(Row):
    """Somebody who applies for a job."""

    __tablename__ = "applicant"
    __table_args__ = (one_of("stage", Stage), one_of("outcome", Outcome), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(vacancy_key())
    name: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    notes: Mapped[str]
    stage: Mapped[str]
    outcome: Mapped[str]
    applied_on: Mapped[date]
    keep_until: Mapped[date]
    back_up_agreed_on: Mapped[date | None]
    will_do: Mapped[str]
    assistant_id: Mapped[int | None] = mapped_column(assistant_key())


class ApplicantAnswerRow(Row):
    """What an applicant answered to a question."""

    __tablename__ = "applicant_answer"
    __table_args__ = (
        UniqueConstraint("applicant_id", "question_id"),
        CheckConstraint("stars BETWEEN 1 AND 5", name="one_to_five"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    applicant_id: Mapped[int] = mapped_column(ForeignKey(ApplicantRow.id, ondelete="RESTRICT"))
    question_id: Mapped[int] = mapped_column(question_key())
    words: Mapped[str]
    stars: Mapped[int | None]


def get(work: Work, applicant_id: ApplicantId) -> Applicant:
    """Return one applicant.

    Raises:
        NotFound: There is no such applicant.
    """
    return _to_applicant(_row(work, applicant_id))


def every(work: Work) -> tuple[Applicant, ...]:
    """Return every applicant, the first to apply first."""
    rows = work.session.scalars(select(ApplicantRow).order_by(ApplicantRow.applied_on, ApplicantRow.id))
    return tuple(map(_to_applicant, rows))


def add(work: Work, vacancy_id: VacancyId, details: ApplicantDetails) -> ApplicantId:
    """Keep a new applicant; return the number given."""
    row = ApplicantRow(vacancy_id=vacancy_id)
    _write(row, details)
    work.session.add(row)
    work.session.flush()
    return ApplicantId(row.id)


def put(
    work: Work, applicant_id: ApplicantId, details: ApplicantDetails, *, assistant_id: AssistantId | None = None
) -> None:
    """Write back what is known of an applicant; with a number, which PA they became."""
    row = _row(work, applicant_id)
    _write(row, details)
    if assistant_id is not None:
        row.assistant_id = assistant_id
    work.session.flush()


def answers_of(work: Work, applicant_id: ApplicantId) -> Mapping[QuestionId, Answer]:
    """Return what an applicant answered, by the question."""
    rows = work.session.scalars(select(ApplicantAnswerRow).filter_by(applicant_id=applicant_id))
    return {QuestionId(row.question_id): Answer(words=row.words, stars=row.stars) for row in rows}


def put_answers(work: Work, applicant_id: ApplicantId, answers: Mapping[QuestionId, Answer]) -> None:
    """Write down what an applicant answered, in place of what was there."""
    for row in work.session.scalars(select(ApplicantAnswerRow).filter_by(applicant_id=applicant_id)):
        work.session.delete(row)
    work.session.flush()
    for question_id, answer in answers.items():
        work.session.add(
            ApplicantAnswerRow(
                applicant_id=applicant_id, question_id=question_id, words=answer.words, stars=answer.stars
            )
        )
    work.session.flush()


def remove_answers_to(work: Work, question_id: QuestionId) -> None:
    """Take out what was answered to a question."""
    for row in work.session.scalars(select(ApplicantAnswerRow).filter_by(question_id=question_id)):
        work.session.delete(row)
    work.session.flush()


def forget(work: Work, applicant_id: ApplicantId) -> None:
    """Take an applicant out for good, with what they answered, here and in the history."""
    number = _row(work, applicant_id).id
    forgetting.forget_rows(work, ApplicantAnswerRow.__tablename__, column="applicant_id", value=number)
    forgetting.forget_rows(work, ApplicantRow.__tablename__, column="id", value=number)


def _row(work: Work, applicant_id: ApplicantId) -> ApplicantRow:
    if row := work.session.get(ApplicantRow, applicant_id):
        return row
    raise NotFound("That applicant is no longer in the file.")


def _write(row: ApplicantRow, details: ApplicantDetails) -> None:
    row.name = details.name
    row.phone = details.phone
    row.email = details.email
    row.notes = details.notes
    row.stage = details.stage
    row.outcome = details.outcome
    row.applied_on = details.applied_on
    row.keep_until = details.keep_until
    row.back_up_agreed_on = details.back_up_agreed_on
    row.will_do = details.will_do


def _to_applicant(row: ApplicantRow) -> Applicant:
    return Applicant(
        id=ApplicantId(row.id),
        vacancy_id=VacancyId(row.vacancy_id),
        name=row.name,
        phone=row.phone,
        email=row.email,
        notes=row.notes,
        stage=Stage(row.stage),
        outcome=Outcome(row.outcome),
        applied_on=row.applied_on,
        keep_until=row.keep_until,
        back_up_agreed_on=row.back_up_agreed_on,
        will_do=row.will_do,
        assistant_id=None if row.assistant_id is None else AssistantId(row.assistant_id),
    )
