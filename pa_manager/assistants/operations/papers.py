"""What can be done with the papers of an assistant."""

from collections.abc import Mapping
from datetime import date

from pa_manager.assistants.model import AssistantId, Draft, Employer, Paper, PaperId, PaperKind, draft_of
from pa_manager.assistants.operations.subject import ASSISTANTS
from pa_manager.assistants.store import papers as store
from pa_manager.assistants.store import people
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.holder.model import NoHolderYet
from pa_manager.holder.operations import find_holder


def draft_paper(work: Work, *, assistant_id: AssistantId, kind: PaperKind, day: date) -> Draft:
    """Return a paper as the record fills it in on a day. It names nothing that is private.

    Raises:
        NotFound: There is no such assistant.
    """
    return draft_of(kind, people.get(work, assistant_id), _employer(work), day)


def make_paper(
    work: Work, *, assistant_id: AssistantId, kind: PaperKind, texts: Mapping[str, str], made_on: date
) -> Changes:
    """Make a paper of a draft with the texts as they were edited, and keep it as a version.

    Raises:
        NotFound: There is no such assistant.
    """
    from pa_manager.assistants.report import paper_pdf  # noqa: PLC0415 -- ReportLab is imported when a paper is made

    draft = draft_paper(work, assistant_id=assistant_id, kind=kind, day=made_on).edited(texts)
    store.add(work, assistant_id, kind, made_on, paper_pdf(draft, made_on=made_on))
    return ASSISTANTS


def list_papers(work: Work, assistant_id: AssistantId) -> tuple[Paper, ...]:
    """Return every version of every paper of an assistant, the newest first."""
    return store.every(work, assistant_id)


def read_paper(work: Work, paper_id: PaperId) -> bytes:
    """Return a version of a paper as it was made.

    Raises:
        NotFound: There is no such paper.
    """
    return store.read(work, paper_id)


def _employer(work: Work) -> Employer:
    try:
        holder = find_holder(work)
    except NoHolderYet:
        return Employer()
    return Employer(name=holder.name, address=holder.address)
