"""What can be done with the documents filed with an assistant."""

from dataclasses import replace
from datetime import date

from pa_manager.assistants.model import (
    AssistantId,
    Document,
    DocumentDetails,
    DocumentId,
    DocumentKind,
    KeepUntil,
    must_be_document,
    suggested,
)
from pa_manager.assistants.operations.subject import ASSISTANTS
from pa_manager.assistants.store import documents as store
from pa_manager.assistants.store import people
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.values.days import said
from pa_manager.values.tasks import Place, Task


def file_document(work: Work, *, assistant_id: AssistantId, details: DocumentDetails, content: bytes) -> Changes:
    """File a document with an assistant. Any kind of file will do.

    Raises:
        NotADocument: It is empty or too large.
        NotFound: There is no such assistant.
    """
    must_be_document(details.name, content)
    people.get(work, assistant_id)
    store.add(work, assistant_id, _tidied(details), content)
    return ASSISTANTS


def change_document(work: Work, *, document_id: DocumentId, details: DocumentDetails) -> Changes:
    """Change what is known of a document. What is in it stays.

    Raises:
        NotFound: There is no such document.
    """
    store.put(work, document_id, _tidied(details))
    return ASSISTANTS


def delete_document(work: Work, *, document_id: DocumentId) -> Changes:
    """Delete a document for good, here and in the history. Undo stops there.

    Raises:
        NotFound: There is no such document.
    """
    store.forget(work, document_id)
    return ASSISTANTS.for_good()


def list_documents(work: Work, assistant_id: AssistantId) -> tuple[Document, ...]:
    """Return the documents filed with an assistant, the newest first."""
    return tuple(each for each in store.every(work) if each.assistant_id == assistant_id)


def read_document(work: Work, document_id: DocumentId) -> bytes:
    """Return a document as it was filed.

    Raises:
        NotFound: There is no such document.
    """
    return store.read(work, document_id)


def suggest_keeping(work: Work, *, assistant_id: AssistantId, kind: DocumentKind, dated: date) -> KeepUntil:
    """Return how long a document of an assistant should be kept, and why.

    Raises:
        NotFound: There is no such assistant.
    """
    return suggested(kind, dated, people.get(work, assistant_id).left_on)


def documents_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return the documents whose time is over: they stay until somebody deletes them."""
    names = {each.id: each.name for each in people.every(work)}
    return tuple(
        Task(
            text=f"{each.name}, filed with {names[each.assistant_id]}, was to be kept until {said(each.keep_until)}:"
            " delete it, or set a later day.",
            place=Place("assistants", each.assistant_id, screen="documents"),
            due=each.keep_until,
        )
        for each in store.every(work)
        if each.keep_until is not None and each.is_due(today)
    )


def _tidied(details: DocumentDetails) -> DocumentDetails:
    return replace(details, name=" ".join(details.name.split()), note=details.note.strip())
