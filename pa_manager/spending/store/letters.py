"""Where letters to whoever pays are kept, each as it was made."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.file import contents
from pa_manager.file.contents import ContentId, content_key
from pa_manager.file.rows import Row
from pa_manager.file.work import NotFound, Work
from pa_manager.spending.model.letters import KeptLetter, LetterId


class FunderLetterRow(Row):
    """One letter."""

    __tablename__ = "funder_letter"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    sent_to: Mapped[str]
    subject: Mapped[str]
    made_on: Mapped[date]
    content_id: Mapped[int] = mapped_column(content_key())


def every(work: Work) -> tuple[KeptLetter, ...]:
    """Return every letter, the newest first."""
    rows = work.session.scalars(select(FunderLetterRow).order_by(FunderLetterRow.id.desc()))
    return tuple(
        KeptLetter(id=LetterId(row.id), to=row.sent_to, subject=row.subject, made_on=row.made_on) for row in rows
    )


def add(work: Work, *, to: str, subject: str, made_on: date, content: bytes) -> LetterId:
    """Keep a letter; return the number given."""
    row = FunderLetterRow(sent_to=to, subject=subject, made_on=made_on, content_id=contents.keep(work, content))
    work.session.add(row)
    work.session.flush()
    return LetterId(row.id)


def read(work: Work, letter_id: LetterId) -> bytes:
    """Return a letter as it was made.

    Raises:
        NotFound: It is no longer there.
    """
    return contents.read(work, ContentId(_row(work, letter_id).content_id))


def remove(work: Work, letter_id: LetterId) -> None:
    """Throw a letter away.

    Raises:
        NotFound: It is no longer there.
    """
    work.session.delete(_row(work, letter_id))


def _row(work: Work, letter_id: LetterId) -> FunderLetterRow:
    if row := work.session.get(FunderLetterRow, letter_id):
        return row
    raise NotFound("That letter is no longer in the file.")
