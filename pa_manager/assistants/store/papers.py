"""Where papers are kept: each version as it was made, with its words, so that the next begins where it ended."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pa_manager.assistants.model import AssistantId, Draft, Item, Paper, PaperId, PaperKind, VacancyId
from pa_manager.assistants.store.people import assistant_key
from pa_manager.assistants.store.vacancies import vacancy_key
from pa_manager.file import contents
from pa_manager.file.contents import ContentId, content_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work


class AssistantPaperRow(Row):
    """One version of a paper: about a PA, or about a vacancy."""

    __tablename__ = "assistant_paper"
    __table_args__ = (
        one_of("kind", PaperKind),
        CheckConstraint("(assistant_id IS NULL) <> (vacancy_id IS NULL)", name="about_one"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int | None] = mapped_column(assistant_key())
    vacancy_id: Mapped[int | None] = mapped_column(vacancy_key())
    kind: Mapped[str]
    made_on: Mapped[date]
    agreed_on: Mapped[date | None]
    content_id: Mapped[int] = mapped_column(content_key())
    items: Mapped[list[AssistantPaperItemRow]] = relationship(
        order_by="AssistantPaperItemRow.id", cascade="all, delete-orphan"
    )


class AssistantPaperItemRow(Row):
    """One thing that a version of a paper says."""

    __tablename__ = "assistant_paper_item"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    paper_id: Mapped[int] = mapped_column(ForeignKey(AssistantPaperRow.id, ondelete="RESTRICT"))
    item: Mapped[str]
    heading: Mapped[str]
    words: Mapped[str]


def get(work: Work, paper_id: PaperId) -> Paper:
    """Return one version.

    Raises:
        NotFound: There is no such paper.
    """
    return _to_paper(_row(work, paper_id))


def every(work: Work, assistant_id: AssistantId) -> tuple[Paper, ...]:
    """Return the papers of an assistant, the newest first."""
    newest_first = select(AssistantPaperRow).order_by(AssistantPaperRow.id.desc())
    return tuple(map(_to_paper, work.session.scalars(newest_first.filter_by(assistant_id=assistant_id))))


def every_about(work: Work, vacancy_id: VacancyId) -> tuple[Paper, ...]:
    """Return the papers about a vacancy, the newest first."""
    newest_first = select(AssistantPaperRow).order_by(AssistantPaperRow.id.desc())
    return tuple(map(_to_paper, work.session.scalars(newest_first.filter_by(vacancy_id=vacancy_id))))


def add(
    work: Work,
    draft: Draft,
    made_on: date,
    content: bytes,
    *,
    assistant_id: AssistantId | None = None,
    vacancy_id: VacancyId | None = None,
) -> None:
    """Keep a version of a paper, with its words."""
    row = AssistantPaperRow(
        assistant_id=assistant_id,
        vacancy_id=vacancy_id,
        kind=draft.kind,
        made_on=made_on,
        content_id=contents.keep(work, content),
        items=[AssistantPaperItemRow(item=each.key, heading=each.heading, words=each.text) for each in draft.items],
    )
    work.session.add(row)
    work.session.flush()


def put_agreed(work: Work, paper_id: PaperId, agreed_on: date | None) -> None:
    """Write down when both agreed a version."""
    _row(work, paper_id).agreed_on = agreed_on
    work.session.flush()


def items_of(work: Work, paper_id: PaperId) -> tuple[Item, ...]:
    """Return what a version says.

    Raises:
        NotFound: There is no such paper.
    """
    return tuple(Item(key=row.item, heading=row.heading, text=row.words) for row in _row(work, paper_id).items)


def read(work: Work, paper_id: PaperId) -> bytes:
    """Return a version as it was made.

    Raises:
        NotFound: There is no such paper.
    """
    return contents.read(work, ContentId(_row(work, paper_id).content_id))


def _row(work: Work, paper_id: PaperId) -> AssistantPaperRow:
    if row := work.session.get(AssistantPaperRow, paper_id):
        return row
    raise NotFound("That paper is no longer in the file.")


def _to_paper(row: AssistantPaperRow) -> Paper:
    return Paper(
        id=PaperId(row.id),
        kind=PaperKind(row.kind),
        made_on=row.made_on,
        assistant_id=None if row.assistant_id is None else AssistantId(row.assistant_id),
        vacancy_id=None if row.vacancy_id is None else VacancyId(row.vacancy_id),
        agreed_on=row.agreed_on,
    )
