"""Where streams of money, their sums by date and the one-off payments are kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pa_manager.file.rows import Row, one_of
from pa_manager.file.work import NotFound, Work
from pa_manager.funding.model import (
    ClosedDays,
    Consent,
    ConsentId,
    Contribution,
    ContributionMode,
    FunderKind,
    OneOff,
    OneOffId,
    OneOffInUse,
    Profile,
    ProfileId,
    ReturnLine,
    Rule,
    Ruling,
    Schedule,
    Stream,
    StreamId,
    WeeklyAmount,
    in_order,
)
from pa_manager.holder.model import Advice, AdviceId
from pa_manager.holder.store import advice_key
from pa_manager.values.money import Money


class ProfileRow(Row):
    """The rules of one funder, under a name."""

    __tablename__ = "profile"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    note: Mapped[str]
    rulings: Mapped[list[RulingRow]] = relationship(order_by="RulingRow.id", cascade="all, delete-orphan")


class RulingRow(Row):
    """What one funder says to one question, from a day on."""

    __tablename__ = "ruling"
    __table_args__ = (
        UniqueConstraint("profile_id", "rule", "from_day"),
        one_of("rule", Rule),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey(ProfileRow.id, ondelete="RESTRICT"))
    rule: Mapped[str]
    from_day: Mapped[date | None]
    value: Mapped[str]
    source: Mapped[str]


class StreamRow(Row):
    """One agreed sum of money with its own rules and dates."""

    __tablename__ = "stream"
    __table_args__ = (
        one_of("kind", FunderKind),
        one_of("schedule", Schedule),
        one_of("closed_days", ClosedDays),
        CheckConstraint("last IS NULL OR first <= last", name="ends_after_it_begins"),
        CheckConstraint("keep_weeks >= 0", name="keep_weeks_not_below_nil"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    funder: Mapped[str]
    kind: Mapped[str]
    name: Mapped[str]
    reference: Mapped[str]
    schedule: Mapped[str]
    in_advance: Mapped[bool]
    first_payment_on: Mapped[date]
    first: Mapped[date]
    last: Mapped[date | None]
    keep_weeks: Mapped[int | None]
    closed_days: Mapped[str]
    profile_id: Mapped[int | None] = mapped_column(ForeignKey(ProfileRow.id, ondelete="RESTRICT"))
    amounts: Mapped[list[WeeklyAmountRow]] = relationship(
        order_by="WeeklyAmountRow.from_day", cascade="all, delete-orphan"
    )
    contributions: Mapped[list[ContributionRow]] = relationship(
        order_by="ContributionRow.from_day", cascade="all, delete-orphan"
    )


class WeeklyAmountRow(Row):
    """The sum agreed for a week, from a day on."""

    __tablename__ = "weekly_amount"
    __table_args__ = (
        UniqueConstraint("stream_id", "from_day"),
        CheckConstraint("weekly >= 0", name="weekly_not_below_nil"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    stream_id: Mapped[int] = mapped_column(ForeignKey(StreamRow.id, ondelete="RESTRICT"))
    from_day: Mapped[date]
    weekly: Mapped[Money]


class ContributionRow(Row):
    """What the holder pays for a week, from a day on."""

    __tablename__ = "contribution"
    __table_args__ = (
        UniqueConstraint("stream_id", "from_day"),
        CheckConstraint("weekly >= 0", name="weekly_not_below_nil"),
        one_of("mode", ContributionMode),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    stream_id: Mapped[int] = mapped_column(ForeignKey(StreamRow.id, ondelete="RESTRICT"))
    from_day: Mapped[date]
    weekly: Mapped[Money]
    mode: Mapped[str]


class OneOffRow(Row):
    """A payment that comes once, for a purpose of its own."""

    __tablename__ = "one_off"
    __table_args__ = (CheckConstraint("amount >= 0", name="amount_not_below_nil"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    stream_id: Mapped[int] = mapped_column(ForeignKey(StreamRow.id, ondelete="RESTRICT"))
    purpose: Mapped[str]
    amount: Mapped[Money]
    expected_on: Mapped[date]


class ConsentRow(Row):
    """Advice that is kept with money, a kind of spending, or both."""

    __tablename__ = "consent"
    __table_args__ = (
        one_of("line", ReturnLine),
        CheckConstraint("stream_id IS NOT NULL OR line IS NOT NULL", name="for_something"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    advice_id: Mapped[int] = mapped_column(advice_key())
    stream_id: Mapped[int | None] = mapped_column(ForeignKey(StreamRow.id, ondelete="RESTRICT"))
    line: Mapped[str | None]


def one_off_key() -> ForeignKey:
    """Return a key to a one-off payment, for the tables of later links."""
    return ForeignKey(OneOffRow.id, ondelete="RESTRICT")


def stream_key() -> ForeignKey:
    """Return a key to a stream, for the tables of later links."""
    return ForeignKey(StreamRow.id, ondelete="RESTRICT")


def get(work: Work, stream_id: StreamId) -> Stream:
    """Return one stream.

    Raises:
        NotFound: There is no such stream.
    """
    return _to_stream(_row(work, stream_id))


def every(work: Work) -> tuple[Stream, ...]:
    """Return every stream, in the order they were agreed."""
    return tuple(map(_to_stream, work.session.scalars(select(StreamRow).order_by(StreamRow.id))))


def add(work: Work, stream: Stream) -> StreamId:
    """Keep a new stream, whatever its id says; return the id given."""
    row = StreamRow()
    _write(row, stream)
    work.session.add(row)
    work.session.flush()
    return StreamId(row.id)


def put(work: Work, stream: Stream) -> None:
    """Write back a stream that has changed."""
    _write(_row(work, stream.id), stream)


def get_one_off(work: Work, one_off_id: OneOffId) -> OneOff:
    """Return one one-off payment.

    Raises:
        NotFound: There is no such payment.
    """
    return _to_one_off(_one_off_row(work, one_off_id))


def every_one_off(work: Work) -> tuple[OneOff, ...]:
    """Return every one-off payment, the earliest first."""
    rows = work.session.scalars(select(OneOffRow).order_by(OneOffRow.expected_on, OneOffRow.id))
    return tuple(map(_to_one_off, rows))


def add_one_off(work: Work, one_off: OneOff) -> OneOffId:
    """Keep a new one-off payment, whatever its id says; return the id given."""
    row = OneOffRow()
    _write_one_off(row, one_off)
    work.session.add(row)
    work.session.flush()
    return OneOffId(row.id)


def put_one_off(work: Work, one_off: OneOff) -> None:
    """Write back a one-off payment that has changed."""
    _write_one_off(_one_off_row(work, one_off.id), one_off)


def remove_one_off(work: Work, one_off_id: OneOffId) -> None:
    """Take a one-off payment out of the file.

    Raises:
        OneOffInUse: Payments were put down as part of it.
        NotFound: There is no such payment.
    """
    work.session.delete(_one_off_row(work, one_off_id))
    try:
        work.session.flush()
    except IntegrityError as error:
        raise OneOffInUse(
            "Payments are put down as part of this one. Give them to other money under Spending first."
        ) from error


def every_consent(work: Work, advice: Iterable[Advice]) -> tuple[Consent, ...]:
    """Return what was agreed beforehand, in the order it was kept.

    Args:
        work: The work it is part of.
        advice: All that was said.
    """
    said = {each.id: each for each in advice}
    rows = work.session.scalars(select(ConsentRow).order_by(ConsentRow.id))
    return tuple(
        Consent(
            id=ConsentId(row.id),
            advice=said[AdviceId(row.advice_id)],
            stream_id=None if row.stream_id is None else StreamId(row.stream_id),
            line=None if row.line is None else ReturnLine(row.line),
        )
        for row in rows
    )


def add_consent(work: Work, consent: Consent) -> ConsentId:
    """Keep advice with what it is about, whatever its id says; return the id given."""
    row = ConsentRow(advice_id=consent.advice.id, stream_id=consent.stream_id, line=consent.line)
    work.session.add(row)
    work.session.flush()
    return ConsentId(row.id)


def remove_consent(work: Work, consent_id: ConsentId) -> None:
    """Take advice off what it was kept with.

    Raises:
        NotFound: It is not kept with it.
    """
    row = work.session.get(ConsentRow, consent_id)
    if row is None:
        raise NotFound("That is no longer kept with it.")
    work.session.delete(row)


def get_profile(work: Work, profile_id: ProfileId) -> Profile:
    """Return one set of rules.

    Raises:
        NotFound: There is no such set.
    """
    return _to_profile(_profile_row(work, profile_id))


def every_profile(work: Work) -> tuple[Profile, ...]:
    """Return every set of rules, in the order they were made."""
    return tuple(map(_to_profile, work.session.scalars(select(ProfileRow).order_by(ProfileRow.id))))


def add_profile(work: Work, profile: Profile) -> ProfileId:
    """Keep a new set of rules, whatever its id says; return the id given."""
    row = ProfileRow()
    _write_profile(row, profile)
    work.session.add(row)
    work.session.flush()
    return ProfileId(row.id)


def put_profile(work: Work, profile: Profile) -> None:
    """Write back a set of rules that has changed."""
    _write_profile(_profile_row(work, profile.id), profile)


def remove_profile(work: Work, profile_id: ProfileId) -> None:
    """Take a set of rules out of the file.

    Raises:
        NotFound: There is no such set.
    """
    work.session.delete(_profile_row(work, profile_id))


def _profile_row(work: Work, profile_id: ProfileId) -> ProfileRow:
    if row := work.session.get(ProfileRow, profile_id):
        return row
    raise NotFound("Those rules are no longer in the file.")


def _write_profile(row: ProfileRow, profile: Profile) -> None:
    row.name = profile.name
    row.note = profile.note
    kept = {(each.rule, each.from_day): each for each in row.rulings}
    row.rulings = [_ruling_row(kept.get((each.rule, each.from_day)), each) for each in profile.rulings]


def _ruling_row(kept: RulingRow | None, ruling: Ruling) -> RulingRow:
    row = kept or RulingRow(rule=ruling.rule, from_day=ruling.from_day)
    row.value = ruling.value
    row.source = ruling.source
    return row


def _to_profile(row: ProfileRow) -> Profile:
    return Profile(
        id=ProfileId(row.id),
        name=row.name,
        note=row.note,
        rulings=in_order(
            Ruling(rule=Rule(each.rule), value=each.value, source=each.source, from_day=each.from_day)
            for each in row.rulings
        ),
    )


def _row(work: Work, stream_id: StreamId) -> StreamRow:
    if row := work.session.get(StreamRow, stream_id):
        return row
    raise NotFound("That money is no longer in the file.")


def _one_off_row(work: Work, one_off_id: OneOffId) -> OneOffRow:
    if row := work.session.get(OneOffRow, one_off_id):
        return row
    raise NotFound("That one-off payment is no longer in the file.")


def _write(row: StreamRow, stream: Stream) -> None:
    row.funder = stream.funder
    row.kind = stream.kind
    row.name = stream.name
    row.reference = stream.reference
    row.schedule = stream.schedule
    row.in_advance = stream.in_advance
    row.first_payment_on = stream.first_payment_on
    row.first = stream.first
    row.last = stream.last
    row.keep_weeks = stream.keep_weeks
    row.closed_days = stream.closed_days
    row.profile_id = stream.profile_id
    amounts = {kept.from_day: kept for kept in row.amounts}
    row.amounts = [_amount_row(amounts.get(amount.from_day), amount) for amount in stream.amounts]
    asked = {kept.from_day: kept for kept in row.contributions}
    row.contributions = [_contribution_row(asked.get(each.from_day), each) for each in stream.contributions]


def _amount_row(kept: WeeklyAmountRow | None, amount: WeeklyAmount) -> WeeklyAmountRow:
    row = kept or WeeklyAmountRow(from_day=amount.from_day)
    row.weekly = amount.weekly
    return row


def _contribution_row(kept: ContributionRow | None, contribution: Contribution) -> ContributionRow:
    row = kept or ContributionRow(from_day=contribution.from_day)
    row.weekly = contribution.weekly
    row.mode = contribution.mode
    return row


def _write_one_off(row: OneOffRow, one_off: OneOff) -> None:
    row.stream_id = one_off.stream_id
    row.purpose = one_off.purpose
    row.amount = one_off.amount
    row.expected_on = one_off.expected_on


def _to_stream(row: StreamRow) -> Stream:
    return Stream(
        id=StreamId(row.id),
        funder=row.funder,
        kind=FunderKind(row.kind),
        name=row.name,
        reference=row.reference,
        schedule=Schedule(row.schedule),
        in_advance=row.in_advance,
        first_payment_on=row.first_payment_on,
        first=row.first,
        last=row.last,
        keep_weeks=row.keep_weeks,
        closed_days=ClosedDays(row.closed_days),
        profile_id=None if row.profile_id is None else ProfileId(row.profile_id),
        amounts=tuple(WeeklyAmount(amount.from_day, amount.weekly) for amount in row.amounts),
        contributions=tuple(
            Contribution(each.from_day, each.weekly, ContributionMode(each.mode)) for each in row.contributions
        ),
    )


def _to_one_off(row: OneOffRow) -> OneOff:
    return OneOff(
        id=OneOffId(row.id),
        stream_id=StreamId(row.stream_id),
        purpose=row.purpose,
        amount=row.amount,
        expected_on=row.expected_on,
    )
