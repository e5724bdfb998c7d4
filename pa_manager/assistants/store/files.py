"""Where the file of each assistant is kept, with the checks. What is private has a table that nothing copies."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.assistants.model import (
    AssistantId,
    Check,
    CheckDetails,
    CheckId,
    CheckKind,
    PersonFile,
    PrivateDetails,
    Told,
)
from pa_manager.assistants.store.people import assistant_key
from pa_manager.file import contents
from pa_manager.file.contents import ContentId, content_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.holder.model import AdviceId
from pa_manager.holder.store import advice_key


class AssistantPrivateRow(Row):
    """Private details as they were on one keeping. Rows are only added: the journal and exports leave them out.

    The assistant is a plain number: undo may take the assistant away while this stays.
    """

    __tablename__ = "assistant_private"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int]
    insurance_number: Mapped[str]
    account_name: Mapped[str]
    sort_code: Mapped[str]
    account_number: Mapped[str]


class AssistantFileRow(Row):
    """What is known of an assistant besides name, contact and pay."""

    __tablename__ = "assistant_file"
    __table_args__ = (
        UniqueConstraint("assistant_id"),
        one_of("other_job", Told),
        one_of("has_pension", Told),
        one_of("drives", Told),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int] = mapped_column(assistant_key())
    private_id: Mapped[int | None] = mapped_column(ForeignKey(AssistantPrivateRow.id, ondelete="RESTRICT"))
    address: Mapped[str] = mapped_column(default="")
    emergency_name: Mapped[str] = mapped_column(default="")
    emergency_relation: Mapped[str] = mapped_column(default="")
    emergency_phone: Mapped[str] = mapped_column(default="")
    other_job: Mapped[str] = mapped_column(default=Told.NOT_TOLD)
    has_pension: Mapped[str] = mapped_column(default=Told.NOT_TOLD)
    relation: Mapped[str] = mapped_column(default="")
    same_household: Mapped[bool] = mapped_column(default=False)
    payroll_number: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    communication: Mapped[str] = mapped_column(default="")
    drives: Mapped[str] = mapped_column(default=Told.NOT_TOLD)
    consent_id: Mapped[int | None] = mapped_column(advice_key())
    photo_id: Mapped[int | None] = mapped_column(content_key())


class AssistantCheckRow(Row):
    """A check, training or skill; without an assistant it is the employer's."""

    __tablename__ = "assistant_check"
    __table_args__ = (one_of("kind", CheckKind), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    assistant_id: Mapped[int | None] = mapped_column(assistant_key())
    kind: Mapped[str]
    words: Mapped[str]
    done_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    evidence: Mapped[str]


def get_file(work: Work, assistant_id: AssistantId) -> PersonFile:
    """Return the file of an assistant; an empty one if nothing was told yet."""
    row = _file(work, assistant_id)
    return PersonFile() if row is None else _to_file(row)


def put_file(work: Work, assistant_id: AssistantId, person: PersonFile) -> None:
    """Write back the file of an assistant."""
    row = _file_to_write(work, assistant_id)
    row.address = person.address
    row.emergency_name = person.emergency_name
    row.emergency_relation = person.emergency_relation
    row.emergency_phone = person.emergency_phone
    row.other_job = person.other_job
    row.has_pension = person.has_pension
    row.relation = person.relation
    row.same_household = person.same_household
    row.payroll_number = person.payroll_number
    row.language = person.language
    row.communication = person.communication
    row.drives = person.drives
    row.consent_id = person.consent_id
    work.session.flush()


def get_private(work: Work, assistant_id: AssistantId) -> PrivateDetails:
    """Return the private details of an assistant; empty ones if nothing was told yet."""
    row = _file(work, assistant_id)
    if row is None or row.private_id is None:
        return PrivateDetails()
    private = work.session.get_one(AssistantPrivateRow, row.private_id)
    return PrivateDetails(
        insurance_number=private.insurance_number,
        account_name=private.account_name,
        sort_code=private.sort_code,
        account_number=private.account_number,
    )


def put_private(work: Work, assistant_id: AssistantId, private: PrivateDetails) -> None:
    """Keep private details. The file points at the newest, so that undo finds the ones before."""
    row = _file_to_write(work, assistant_id)
    kept = AssistantPrivateRow(
        assistant_id=assistant_id,
        insurance_number=private.insurance_number,
        account_name=private.account_name,
        sort_code=private.sort_code,
        account_number=private.account_number,
    )
    work.session.add(kept)
    work.session.flush()
    row.private_id = kept.id
    work.session.flush()


def photo(work: Work, assistant_id: AssistantId) -> bytes | None:
    """Return the photo of an assistant; nothing if there is none."""
    row = _file(work, assistant_id)
    return None if row is None or row.photo_id is None else contents.read(work, ContentId(row.photo_id))


def photos(work: Work) -> dict[AssistantId, bytes]:
    """Return every photo, by the assistant's number."""
    rows = work.session.execute(
        select(AssistantFileRow.assistant_id, AssistantFileRow.photo_id).where(AssistantFileRow.photo_id.is_not(None))
    )
    return {AssistantId(whose): contents.read(work, ContentId(photo_id)) for whose, photo_id in rows if photo_id}


def put_photo(work: Work, assistant_id: AssistantId, content: bytes | None) -> None:
    """Keep the photo of an assistant, or note that there is none any more."""
    row = _file_to_write(work, assistant_id)
    row.photo_id = None if content is None else contents.keep(work, content)
    work.session.flush()


def consents(work: Work) -> dict[AssistantId, AdviceId]:
    """Return which of what was said each paid relative's file names, by the assistant's number."""
    rows = work.session.execute(
        select(AssistantFileRow.assistant_id, AssistantFileRow.consent_id).where(
            AssistantFileRow.consent_id.is_not(None)
        )
    )
    return {AssistantId(whose): AdviceId(advice) for whose, advice in rows if advice}


def at_home(work: Work) -> frozenset[AssistantId]:
    """Return who lives with the holder."""
    rows = work.session.scalars(select(AssistantFileRow.assistant_id).where(AssistantFileRow.same_household))
    return frozenset(map(AssistantId, rows))


def checks_of(work: Work, assistant_id: AssistantId) -> tuple[Check, ...]:
    """Return the checks of an assistant and those of the employer."""
    mine = or_(AssistantCheckRow.assistant_id == assistant_id, AssistantCheckRow.assistant_id.is_(None))
    rows = work.session.scalars(select(AssistantCheckRow).where(mine).order_by(AssistantCheckRow.id))
    return tuple(map(_to_check, rows))


def every_check(work: Work) -> tuple[Check, ...]:
    """Return every check."""
    return tuple(map(_to_check, work.session.scalars(select(AssistantCheckRow).order_by(AssistantCheckRow.id))))


def add_check(work: Work, assistant_id: AssistantId | None, details: CheckDetails) -> None:
    """Keep a new check."""
    row = AssistantCheckRow(assistant_id=assistant_id)
    _write_check(row, details)
    work.session.add(row)
    work.session.flush()


def put_check(work: Work, check_id: CheckId, assistant_id: AssistantId | None, details: CheckDetails) -> None:
    """Write back a check."""
    row = _check(work, check_id)
    row.assistant_id = assistant_id
    _write_check(row, details)
    work.session.flush()


def remove_check(work: Work, check_id: CheckId) -> None:
    """Take a check away."""
    work.session.delete(_check(work, check_id))
    work.session.flush()


def _file(work: Work, assistant_id: AssistantId) -> AssistantFileRow | None:
    return work.session.scalars(
        select(AssistantFileRow).where(AssistantFileRow.assistant_id == assistant_id)
    ).one_or_none()


def _file_to_write(work: Work, assistant_id: AssistantId) -> AssistantFileRow:
    row = _file(work, assistant_id)
    if row is None:
        row = AssistantFileRow(assistant_id=assistant_id)
        work.session.add(row)
    return row


def _to_file(row: AssistantFileRow) -> PersonFile:
    return PersonFile(
        address=row.address,
        emergency_name=row.emergency_name,
        emergency_relation=row.emergency_relation,
        emergency_phone=row.emergency_phone,
        other_job=Told(row.other_job),
        has_pension=Told(row.has_pension),
        relation=row.relation,
        same_household=row.same_household,
        payroll_number=row.payroll_number,
        language=row.language,
        communication=row.communication,
        drives=Told(row.drives),
        consent_id=None if row.consent_id is None else AdviceId(row.consent_id),
    )


def _check(work: Work, check_id: CheckId) -> AssistantCheckRow:
    if row := work.session.get(AssistantCheckRow, check_id):
        return row
    raise NotFound("That check is no longer in the file.")


def _write_check(row: AssistantCheckRow, details: CheckDetails) -> None:
    row.kind = details.kind
    row.words = details.words
    row.done_on = details.done_on
    row.ends_on = details.ends_on
    row.evidence = details.evidence


def _to_check(row: AssistantCheckRow) -> Check:
    return Check(
        id=CheckId(row.id),
        assistant_id=None if row.assistant_id is None else AssistantId(row.assistant_id),
        kind=CheckKind(row.kind),
        words=row.words,
        done_on=row.done_on,
        ends_on=row.ends_on,
        evidence=row.evidence,
    )
