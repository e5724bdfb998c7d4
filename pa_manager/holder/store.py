"""Where the holder and the supporters are kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.file.contents import ContentId, content_key
from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.holder.model import (
    About,
    Advice,
    AdviceId,
    AdviceInUse,
    Holder,
    HolderId,
    How,
    Nation,
    Supporter,
    SupporterId,
    SupporterRole,
)


class HolderRow(Row):
    """The holder. A file has one."""

    __tablename__ = "holder"
    __table_args__ = (
        CheckConstraint("id = 1", name="only_one"),
        one_of("nation", Nation),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    known_as: Mapped[str]
    nation: Mapped[str]
    born_on: Mapped[date | None]
    address: Mapped[str]
    reference: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    communication: Mapped[str]
    photo_id: Mapped[int | None] = mapped_column(content_key())


class SupporterRow(Row):
    """Somebody who acts for the holder or helps them."""

    __tablename__ = "supporter"
    __table_args__ = (one_of("role", SupporterRole), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    may_do: Mapped[str]
    first: Mapped[date | None]
    last: Mapped[date | None]


class AdviceRow(Row):
    """One thing that somebody said."""

    __tablename__ = "advice"
    __table_args__ = (one_of("how", How), one_of("about", About), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    said_by: Mapped[str]
    words: Mapped[str]
    said_on: Mapped[date]
    is_consent: Mapped[bool]
    how: Mapped[str]
    about: Mapped[str]
    about_name: Mapped[str]
    letter: Mapped[str]
    content_id: Mapped[int | None] = mapped_column(content_key())


def the_holder(work: Work) -> Holder | None:
    """Return the holder, if it has been said who that is."""
    row = work.session.scalars(select(HolderRow)).one_or_none()
    return _to_holder(row) if row else None


def put_holder(work: Work, holder: Holder) -> None:
    """Write the holder, whether for the first time or again."""
    work.session.merge(
        HolderRow(
            id=holder.id,
            name=holder.name,
            known_as=holder.known_as,
            nation=holder.nation,
            born_on=holder.born_on,
            address=holder.address,
            reference=holder.reference,
            phone=holder.phone,
            email=holder.email,
            communication=holder.communication,
            photo_id=holder.photo,
        )
    )


def get_supporter(work: Work, supporter_id: SupporterId) -> Supporter:
    """Return one supporter.

    Raises:
        NotFound: There is no such supporter.
    """
    return _to_supporter(_row(work, supporter_id))


def every_supporter(work: Work) -> tuple[Supporter, ...]:
    """Return every supporter, by name."""
    rows = work.session.scalars(select(SupporterRow).order_by(SupporterRow.name, SupporterRow.id))
    return tuple(map(_to_supporter, rows))


def add_supporter(work: Work, supporter: Supporter) -> SupporterId:
    """Keep a new supporter, whatever their number says; return the number given."""
    row = SupporterRow()
    _write(row, supporter)
    work.session.add(row)
    work.session.flush()
    return SupporterId(row.id)


def put_supporter(work: Work, supporter: Supporter) -> None:
    """Write back a supporter who has changed."""
    _write(_row(work, supporter.id), supporter)


def _write(row: SupporterRow, supporter: Supporter) -> None:
    row.name = supporter.name
    row.role = supporter.role
    row.phone = supporter.phone
    row.email = supporter.email
    row.may_do = supporter.may_do
    row.first = supporter.first
    row.last = supporter.last


def _row(work: Work, supporter_id: SupporterId) -> SupporterRow:
    if row := work.session.get(SupporterRow, supporter_id):
        return row
    raise NotFound("That person is no longer in the file.")


def _to_holder(row: HolderRow) -> Holder:
    return Holder(
        id=HolderId(row.id),
        name=row.name,
        known_as=row.known_as,
        nation=Nation(row.nation),
        born_on=row.born_on,
        address=row.address,
        reference=row.reference,
        phone=row.phone,
        email=row.email,
        communication=row.communication,
        photo=row.photo_id,
    )


def _to_supporter(row: SupporterRow) -> Supporter:
    return Supporter(
        id=SupporterId(row.id),
        name=row.name,
        role=SupporterRole(row.role),
        phone=row.phone,
        email=row.email,
        may_do=row.may_do,
        first=row.first,
        last=row.last,
    )


def every_advice(work: Work) -> tuple[Advice, ...]:
    """Return all that was said, the newest first."""
    rows = work.session.scalars(select(AdviceRow).order_by(AdviceRow.said_on.desc(), AdviceRow.id.desc()))
    return tuple(
        Advice(
            id=AdviceId(row.id),
            said_by=row.said_by,
            words=row.words,
            on=row.said_on,
            how=How(row.how),
            about=About(row.about),
            about_name=row.about_name,
            letter=row.letter,
            is_consent=row.is_consent,
        )
        for row in rows
    )


def add_advice(work: Work, advice: Advice) -> AdviceId:
    """Keep what was said, whatever its id says; return the id given."""
    row = AdviceRow(letter="", content_id=None)
    _write_advice(row, advice)
    work.session.add(row)
    work.session.flush()
    return AdviceId(row.id)


def put_advice(work: Work, advice: Advice) -> None:
    """Write back what was said; its letter stays."""
    _write_advice(_advice_row(work, advice.id), advice)


def put_letter(work: Work, advice_id: AdviceId, name: str, content_id: ContentId) -> None:
    """Keep the letter that proves what was said."""
    row = _advice_row(work, advice_id)
    row.letter, row.content_id = name, content_id


def letter_of(work: Work, advice_id: AdviceId) -> tuple[str, ContentId] | None:
    """Return the name and the content of the letter; nothing, if there is none."""
    row = _advice_row(work, advice_id)
    return None if row.content_id is None else (row.letter, ContentId(row.content_id))


def remove_advice(work: Work, advice_id: AdviceId) -> None:
    """Take what was said out of the file.

    Raises:
        AdviceInUse: It is kept with money, a PA or a kind of spending.
        NotFound: It is not there.
    """
    work.session.delete(_advice_row(work, advice_id))
    try:
        work.session.flush()
    except IntegrityError as error:
        raise AdviceInUse(
            "This is kept with some money, a PA or a kind of spending. Take it off there first."
        ) from error


def advice_key() -> ForeignKey:
    """Return a key to advice, for the tables of later links."""
    return ForeignKey(AdviceRow.id, ondelete="RESTRICT")


def _advice_row(work: Work, advice_id: AdviceId) -> AdviceRow:
    if row := work.session.get(AdviceRow, advice_id):
        return row
    raise NotFound("That advice is no longer in the file.")


def _write_advice(row: AdviceRow, advice: Advice) -> None:
    row.said_by = advice.said_by
    row.words = advice.words
    row.said_on = advice.on
    row.is_consent = advice.is_consent
    row.how = advice.how
    row.about = advice.about
    row.about_name = advice.about_name
