"""Where the papers kept with timesheets are."""

from __future__ import annotations

from sqlalchemy import select

from pa_manager.file import contents
from pa_manager.file.contents import ContentId
from pa_manager.file.work import NotFound, Work
from pa_manager.timesheets.model.evidence import Evidence, EvidenceId, EvidenceKind
from pa_manager.timesheets.model.lines import TimesheetId, WorkedLineId
from pa_manager.timesheets.store.sheets import TimesheetEvidenceRow


def get_evidence(work: Work, evidence_id: EvidenceId) -> Evidence:
    """Return one paper.

    Raises:
        NotFound: There is no such paper.
    """
    return _to_evidence(_row(work, evidence_id))


def evidence_of(work: Work, timesheet_id: TimesheetId) -> tuple[Evidence, ...]:
    """Return the papers kept with a timesheet, the oldest first."""
    rows = work.session.scalars(
        select(TimesheetEvidenceRow).filter_by(timesheet_id=timesheet_id).order_by(TimesheetEvidenceRow.id)
    )
    return tuple(map(_to_evidence, rows))


def add_evidence(
    work: Work,
    *,
    timesheet_id: TimesheetId,
    line_id: WorkedLineId | None,
    kind: EvidenceKind,
    name: str,
    content: bytes,
) -> EvidenceId:
    """Keep a paper; return the number given."""
    row = TimesheetEvidenceRow(
        timesheet_id=timesheet_id, line_id=line_id, kind=kind, name=name, content_id=contents.keep(work, content)
    )
    work.session.add(row)
    work.session.flush()
    return EvidenceId(row.id)


def remove_evidence(work: Work, evidence_id: EvidenceId) -> None:
    """Take a paper away. Its bytes stay among the contents."""
    work.session.delete(_row(work, evidence_id))


def read_evidence(work: Work, evidence_id: EvidenceId) -> bytes:
    """Return a paper as it was kept.

    Raises:
        NotFound: There is no such paper.
    """
    return contents.read(work, ContentId(_row(work, evidence_id).content_id))


def _row(work: Work, evidence_id: EvidenceId) -> TimesheetEvidenceRow:
    if row := work.session.get(TimesheetEvidenceRow, evidence_id):
        return row
    raise NotFound("That paper is no longer in the file.")


def _to_evidence(row: TimesheetEvidenceRow) -> Evidence:
    return Evidence(
        id=EvidenceId(row.id),
        timesheet_id=TimesheetId(row.timesheet_id),
        line_id=None if row.line_id is None else WorkedLineId(row.line_id),
        kind=EvidenceKind(row.kind),
        name=row.name,
    )
