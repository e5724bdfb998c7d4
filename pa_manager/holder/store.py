"""Where the holder and the supporters are kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.holder.model import Holder, HolderId, Nation, Supporter, SupporterId, SupporterRole


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
