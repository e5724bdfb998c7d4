"""Timesheets on paper: printed to be signed, and the papers that come back."""

from pa_manager.assistants.model import must_be_document
from pa_manager.assistants.operations import find_assistant
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.holder.model import NoHolderYet
from pa_manager.holder.operations import find_holder
from pa_manager.paper.photos import NotAPhoto, PhotoTooBig, photo_from
from pa_manager.timesheets import store
from pa_manager.timesheets.model import Evidence, EvidenceId, EvidenceKind, TimesheetId, WorkedLineId
from pa_manager.timesheets.operations.reading import find_timesheet
from pa_manager.timesheets.operations.subject import TIMESHEETS
from pa_manager.timesheets.report import TimesheetPage, picture_pdf, timesheet_pdf
from pa_manager.values.clock import hours_said
from pa_manager.values.days import said_short


def print_timesheet(work: Work, *, timesheet_id: TimesheetId, large: bool = False, empty: bool = False) -> bytes:
    """Return a timesheet as a PDF to be signed by both, filled or empty to be written on, in large print if wished.

    Raises:
        NotFound: There is no such timesheet.
    """
    timesheet = find_timesheet(work, timesheet_id)
    page = TimesheetPage(
        assistant=find_assistant(work, timesheet.assistant_id).name,
        holder=_employer(work),
        timesheet=timesheet,
        empty=empty,
        corrected=[
            f"{said_short(line.day)}: {hours_said(line.worked_minutes)} hours. {line.note}."
            for line in timesheet.lines
            if line.corrects is not None
        ],
    )
    return timesheet_pdf(page, large=large)


def keep_timesheet_paper(  # noqa: PLR0913 - one argument for each part of it
    work: Work,
    *,
    timesheet_id: TimesheetId,
    kind: EvidenceKind,
    name: str,
    content: bytes,
    line_id: WorkedLineId | None = None,
) -> Changes:
    """Keep a paper with a timesheet, or with one line of it: any kind of file will do, also after it was sent.

    Raises:
        NotADocument: It is empty or too large.
        NotFound: There is no such timesheet or line.
    """
    must_be_document(name, content)
    store.get(work, timesheet_id)
    if line_id is not None:
        store.get_line(work, line_id)
    store.add_evidence(
        work, timesheet_id=timesheet_id, line_id=line_id, kind=kind, name=" ".join(name.split()), content=content
    )
    return TIMESHEETS


def remove_timesheet_paper(work: Work, *, evidence_id: EvidenceId) -> Changes:
    """Take a paper away from a timesheet that is not sent.

    Raises:
        Sent: The timesheet was sent.
        NotFound: There is no such paper.
    """
    store.get(work, store.get_evidence(work, evidence_id).timesheet_id).check_not_sent()
    store.remove_evidence(work, evidence_id)
    return TIMESHEETS


def list_timesheet_papers(work: Work, *, timesheet_id: TimesheetId) -> tuple[tuple[Evidence, str], ...]:
    """Return the papers kept with a timesheet, each with the day of the line it belongs to; the oldest first."""
    days = {line.id: said_short(line.day) for line in store.get(work, timesheet_id).lines}
    return tuple(
        (each, "" if each.line_id is None else days.get(each.line_id, ""))
        for each in store.evidence_of(work, timesheet_id)
    )


def read_timesheet_paper(work: Work, evidence_id: EvidenceId) -> bytes:
    """Return a paper as it was kept.

    Raises:
        NotFound: There is no such paper.
    """
    return store.read_evidence(work, evidence_id)


def show_timesheet_paper(work: Work, evidence_id: EvidenceId) -> bytes | None:
    """Return a paper as a PDF to be looked at: as it is, or around a picture; nothing if it is neither.

    Raises:
        NotFound: There is no such paper.
    """
    content = store.read_evidence(work, evidence_id)
    if content.startswith(b"%PDF"):
        return content
    try:
        picture = photo_from(content)
    except (NotAPhoto, PhotoTooBig):
        return None
    return picture_pdf(store.get_evidence(work, evidence_id).name, picture)


def _employer(work: Work) -> str:
    try:
        return find_holder(work).name
    except NoHolderYet:
        return ""
