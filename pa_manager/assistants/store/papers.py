"""Where the papers of assistants are kept: each version as it was made."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import AssistantId, Paper, PaperId, PaperKind
from pa_manager.assistants.store.people import assistant_key
from pa_manager.file import contents
from pa_manager.file.contents import ContentId, content_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work


class AssistantPaperRow(Row):
    """One version of a paper."""

    __tablename__ = "assistant_paper"
    __table_args__ = (one_of("kind", PaperKind), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    kind: Mapped[str]
    made_on: Mapped[date]
    content_id: Mapped[int] = mapped_column(content_key())


def every(work: Work, assistant_id: AssistantId) -> tuple[Paper, ...]:
    """Return the papers of an assistant, the newest first."""
    rows = work.session.scalars(
        select(AssistantPaperRow)
        .where(AssistantPaperRow.assistant_id == assistant_id)
        .order_by(AssistantPaperRow.id.desc())
    )
    return tuple(
        Paper(id=PaperId(row.id), assistant_id=assistant_id, kind=PaperKind(row.kind), made_on=row.made_on)
        for row in rows
    )


def add(work: Work, assistant_id: AssistantId, kind: PaperKind, made_on: date, content: bytes) -> None:
    """Keep a version of a paper."""
    kept = contents.keep(work, content)
    work.session.add(AssistantPaperRow(assistant_id=assistant_id, kind=kind, made_on=made_on, content_id=kept))
    work.session.flush()


def read(work: Work, paper_id: PaperId) -> bytes:
    """Return a version as it was made.

    Raises:
        NotFound: There is no such paper.
    """
    if row := work.session.get(AssistantPaperRow, paper_id):
        return contents.read(work, ContentId(row.content_id))
    raise NotFound("That paper is no longer in the file.")
