"""Contents: bank files, receipts and papers that were sent, kept byte for byte inside the holder's file.

They are only ever added, and are no part of the journal: undoing an import leaves its bank file here, unused.
The same bytes kept twice are kept once. They go only when a person is forgotten (``forget``).
"""

from hashlib import sha256
from typing import NewType

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    delete,
    insert,
    select,
    text,
)
from sqlalchemy.engine import RowMapping

from pa_manager.file.rows import Row
from pa_manager.file.work import NotFound, Work
from pa_manager.values.errors import UserError

ContentId = NewType("ContentId", int)

_CONTENT = Table(
    "content",
    Row.metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    UniqueConstraint("sha256"),
    sqlite_autoincrement=True,
)


_TO_FORGET = Table(
    "content_to_forget",
    Row.metadata,
    Column("id", Integer, primary_key=True),
    Column("content_id", Integer, nullable=False),
    sqlite_autoincrement=True,
)


class ContentDamaged(UserError):
    """What is kept is no longer what was put in."""


def content_key() -> ForeignKey:
    """Return a key to contents, for the tables of the links."""
    return ForeignKey(_CONTENT.c.id, ondelete="RESTRICT")


def keep(work: Work, content: bytes) -> ContentId:
    """Keep these bytes; return their number."""
    digest = sha256(content).hexdigest()
    known = work.session.execute(select(_CONTENT.c.id).where(_CONTENT.c.sha256 == digest)).scalar_one_or_none()
    if known is not None:
        return ContentId(known)
    added = work.session.execute(
        insert(_CONTENT).values(sha256=digest, bytes=content).returning(_CONTENT.c.id)
    ).scalar_one()
    return ContentId(added)


def every(work: Work) -> tuple[tuple[ContentId, str], ...]:
    """Return the number and the SHA-256 of everything kept, in the order in which it was."""
    rows = work.session.execute(select(_CONTENT.c.id, _CONTENT.c.sha256).order_by(_CONTENT.c.id))
    return tuple((ContentId(number), digest) for number, digest in rows)


def read(work: Work, content_id: ContentId) -> bytes:
    """Return bytes that were kept.

    Raises:
        NotFound: There are none of that number.
        ContentDamaged: They are not what was kept.
    """
    row: RowMapping | None = (
        work.session.execute(select(_CONTENT.c.sha256, _CONTENT.c.bytes).where(_CONTENT.c.id == content_id))
        .mappings()
        .one_or_none()
    )
    if row is None:
        raise NotFound("That document is no longer in the file.")
    content = bytes(row["bytes"])
    if sha256(content).hexdigest() != row["sha256"]:
        raise ContentDamaged("That document has been damaged inside the file. Look for it in a backup.")
    return content


def forget(work: Work, content_id: ContentId) -> bool:
    """Take bytes out for good, unless a record still has them; return whether they are gone.

    A trigger refuses it for all but what is named first, so that no slip takes contents out.
    """
    if _is_used(work, content_id):
        return False
    work.session.execute(insert(_TO_FORGET).values(content_id=content_id))
    work.session.execute(delete(_CONTENT).where(_CONTENT.c.id == content_id))
    work.session.execute(delete(_TO_FORGET))
    return True


def _is_used(work: Work, content_id: ContentId) -> bool:
    """Return whether any row of any table has these bytes."""
    database = work.session.connection()
    keys = database.execute(
        text(
            'SELECT t.name, k."from" FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) k'
            " WHERE t.type = 'table' AND k.\"table\" = 'content'"
        )
    ).all()
    return any(
        database.exec_driver_sql(f"SELECT 1 FROM {table} WHERE {column} = ? LIMIT 1", (content_id,)).first()
        for table, column in keys
    )
