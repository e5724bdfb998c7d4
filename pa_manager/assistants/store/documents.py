"""Where the documents filed with assistants are kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import AssistantId, Document, DocumentDetails, DocumentId, DocumentKind
from pa_manager.assistants.store.people import assistant_key
from pa_manager.file import contents, forgetting
from pa_manager.file.contents import ContentId, content_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work


class AssistantDocumentRow(Row):
    """A document filed with an assistant."""

    __tablename__ = "assistant_document"
    __table_args__ = (one_of("kind", DocumentKind), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    kind: Mapped[str]
    name: Mapped[str]
    dated: Mapped[date]
    keep_until: Mapped[date | None]
    note: Mapped[str]
    content_id: Mapped[int] = mapped_column(content_key())


def get(work: Work, document_id: DocumentId) -> Document:
    """Return one document.

    Raises:
        NotFound: There is no such document.
    """
    return _to_document(_row(work, document_id))


def every(work: Work) -> tuple[Document, ...]:
    """Return every document of everybody, the newest first."""
    rows = work.session.scalars(
        select(AssistantDocumentRow).order_by(AssistantDocumentRow.dated.desc(), AssistantDocumentRow.id.desc())
    )
    return tuple(map(_to_document, rows))


def add(work: Work, assistant_id: AssistantId, details: DocumentDetails, content: bytes) -> DocumentId:
    """File a document; return the number given."""
    row = AssistantDocumentRow(assistant_id=assistant_id, content_id=contents.keep(work, content))
    _write(row, details)
    work.session.add(row)
    work.session.flush()
    return DocumentId(row.id)


def put(work: Work, document_id: DocumentId, details: DocumentDetails) -> None:
    """Write back what is known of a document."""
    _write(_row(work, document_id), details)
    work.session.flush()


def read(work: Work, document_id: DocumentId) -> bytes:
    """Return a document as it was filed.

    Raises:
        NotFound: There is no such document.
    """
    return contents.read(work, ContentId(_row(work, document_id).content_id))


def forget(work: Work, document_id: DocumentId) -> None:
    """Take a document out for good, here and in the history.

    Raises:
        NotFound: There is no such document.
    """
    forgetting.forget_rows(work, AssistantDocumentRow.__tablename__, column="id", value=_row(work, document_id).id)


def _row(work: Work, document_id: DocumentId) -> AssistantDocumentRow:
    if row := work.session.get(AssistantDocumentRow, document_id):
        return row
    raise NotFound("That document is no longer in the file.")


def _write(row: AssistantDocumentRow, details: DocumentDetails) -> None:
    row.kind = details.kind
    row.name = details.name
    row.dated = details.dated
    row.keep_until = details.keep_until
    row.note = details.note


def _to_document(row: AssistantDocumentRow) -> Document:
    return Document(
        id=DocumentId(row.id),
        assistant_id=AssistantId(row.assistant_id),
        kind=DocumentKind(row.kind),
        name=row.name,
        dated=row.dated,
        keep_until=row.keep_until,
        note=row.note,
    )
