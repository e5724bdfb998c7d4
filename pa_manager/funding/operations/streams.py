"""Streams of money, what was agreed for them, and the payments that come once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.funding import store
from pa_manager.funding.model import (
    NEW_ONE_OFF,
    NEW_STREAM,
    ClosedDays,
    Contribution,
    ContributionMode,
    FunderKind,
    OneOff,
    OneOffId,
    Schedule,
    Stream,
    StreamId,
    WeeklyAmount,
    tidy_funder,
    tidy_purpose,
)
from pa_manager.funding.operations.subject import FUNDING
from pa_manager.values.days import said
from pa_manager.values.money import NIL, Money
from pa_manager.values.tasks import Place, Task

WARN_BEFORE_END: Final = timedelta(weeks=8)
"""How long before money ends it is said that it does: time to ask what comes after, and to give notice."""


def add_stream(  # noqa: PLR0913 -- one argument for each thing that was agreed
    work: Work,
    *,
    funder: str,
    kind: FunderKind = FunderKind.COUNCIL,
    name: str = "",
    reference: str = "",
    schedule: Schedule,
    in_advance: bool = True,
    first_payment_on: date,
    first: date,
    last: date | None = None,
    keep_weeks: int | None = None,
    weekly: Money | None = None,
    contribution: Money | None = None,
    mode: ContributionMode = ContributionMode.NET,
    closed_days: ClosedDays = ClosedDays.AS_IT_FALLS,
) -> Changes:
    """Note a sum of money that was agreed, with what is paid for a week from its first day on.

    Raises:
        FunderMissing: The name of the funder is blank.
        EndsBeforeItBegins: The last day comes before the first.
        SumBelowNil: A sum is below nil.
        SameMoneyTwice: The same money is there already for some of these days.
    """
    stream = Stream(
        id=NEW_STREAM,
        funder=tidy_funder(funder),
        kind=kind,
        name=" ".join(name.split()),
        reference=" ".join(reference.split()),
        schedule=schedule,
        in_advance=in_advance,
        first_payment_on=first_payment_on,
        first=first,
        last=last,
        keep_weeks=keep_weeks,
        amounts=() if weekly is None else (WeeklyAmount(first, weekly),),
        contributions=(Contribution(first, contribution, mode),) if contribution and contribution > NIL else (),
        closed_days=closed_days,
    )
    stream.must_not_repeat(store.every(work))
    store.add(work, stream)
    return FUNDING


def change_stream(  # noqa: PLR0913 -- one argument for each thing that was agreed
    work: Work,
    *,
    stream_id: StreamId,
    funder: str,
    kind: FunderKind,
    name: str = "",
    reference: str = "",
    schedule: Schedule,
    in_advance: bool,
    first_payment_on: date,
    first: date,
    last: date | None = None,
    keep_weeks: int | None = None,
    closed_days: ClosedDays = ClosedDays.AS_IT_FALLS,
) -> Changes:
    """Change what was agreed, apart from the sums.

    If the money begins earlier, the sums agreed from its first day on are taken to hold from the new one.

    Raises:
        FunderMissing: The name of the funder is blank.
        EndsBeforeItBegins: The last day comes before the first.
        SameMoneyTwice: The same money is there already for some of these days.
        NotFound: There is no such stream.
    """
    stream = replace(
        store.get(work, stream_id).running(first, last),
        funder=tidy_funder(funder),
        kind=kind,
        name=" ".join(name.split()),
        reference=" ".join(reference.split()),
        schedule=schedule,
        in_advance=in_advance,
        first_payment_on=first_payment_on,
        keep_weeks=keep_weeks,
        closed_days=closed_days,
    )
    stream.must_not_repeat(store.every(work))
    store.put(work, stream)
    return FUNDING


def set_weekly_amount(
    work: Work, *, stream_id: StreamId, from_day: date, weekly: Money, instead_of: date | None = None
) -> Changes:
    """Say what was agreed for a week from a day on, the contribution included.

    To put right a sum that was put down wrongly, ``instead_of`` names the day it began on.

    Raises:
        OutsideTheStream: The money is not paid on that day.
        NoSuchAmount: No sum begins on the day named.
        SumBelowNil: The sum is below nil.
        NotFound: There is no such stream.
    """
    stream = store.get(work, stream_id)
    if instead_of:
        stream = stream.without_amount(instead_of)
    store.put(work, stream.with_amount(WeeklyAmount(from_day, weekly)))
    return FUNDING


def remove_weekly_amount(work: Work, *, stream_id: StreamId, from_day: date) -> Changes:
    """Take back a sum as if it had not been agreed.

    Raises:
        NoSuchAmount: No sum begins on that day.
        NotFound: There is no such stream.
    """
    store.put(work, store.get(work, stream_id).without_amount(from_day))
    return FUNDING


def set_contribution(  # noqa: PLR0913 -- one argument for each part of it
    work: Work,
    *,
    stream_id: StreamId,
    from_day: date,
    weekly: Money,
    mode: ContributionMode,
    instead_of: date | None = None,
) -> Changes:
    """Say what the holder pays for a week from a day on, and how. Nil ends it.

    To put right a contribution that was put down wrongly, ``instead_of`` names the day it began on.

    Raises:
        OutsideTheStream: The money is not paid on that day.
        NoSuchAmount: No contribution begins on the day named.
        SumBelowNil: The sum is below nil.
        NotFound: There is no such stream.
    """
    stream = store.get(work, stream_id)
    if instead_of:
        stream = stream.without_contribution(instead_of)
    store.put(work, stream.with_contribution(Contribution(from_day, weekly, mode)))
    return FUNDING


def remove_contribution(work: Work, *, stream_id: StreamId, from_day: date) -> Changes:
    """Take back a contribution as if it had not been asked for.

    Raises:
        NoSuchAmount: No contribution begins on that day.
        NotFound: There is no such stream.
    """
    store.put(work, store.get(work, stream_id).without_contribution(from_day))
    return FUNDING


def add_one_off(work: Work, *, stream_id: StreamId, purpose: str, amount: Money, expected_on: date) -> Changes:
    """Note a payment that comes once, for a purpose of its own.

    Raises:
        PurposeMissing: The purpose is blank.
        SumBelowNil: The sum is below nil.
        NotFound: There is no such stream.
    """
    store.get(work, stream_id)
    one_off = OneOff(
        id=NEW_ONE_OFF, stream_id=stream_id, purpose=tidy_purpose(purpose), amount=amount, expected_on=expected_on
    )
    store.add_one_off(work, one_off)
    return FUNDING


def change_one_off(work: Work, *, one_off_id: OneOffId, purpose: str, amount: Money, expected_on: date) -> Changes:
    """Change a payment that comes once. Whose money it is stays, as payments may have been put down as part of it.

    Raises:
        PurposeMissing: The purpose is blank.
        SumBelowNil: The sum is below nil.
        NotFound: There is no such payment.
    """
    before = store.get_one_off(work, one_off_id)
    store.put_one_off(work, replace(before, purpose=tidy_purpose(purpose), amount=amount, expected_on=expected_on))
    return FUNDING


def remove_one_off(work: Work, *, one_off_id: OneOffId) -> Changes:
    """Take a payment that comes once out of the file.

    Raises:
        OneOffInUse: Payments were put down as part of it.
        NotFound: There is no such payment.
    """
    store.remove_one_off(work, one_off_id)
    return FUNDING


def list_streams(work: Work) -> tuple[Stream, ...]:
    """Return every stream of money, also those that have ended, in the order they were agreed."""
    return store.every(work)


def find_stream(work: Work, stream_id: StreamId) -> Stream:
    """Return one stream of money.

    Raises:
        NotFound: There is no such stream.
    """
    return store.get(work, stream_id)


def list_one_offs(work: Work) -> tuple[OneOff, ...]:
    """Return every payment that comes once, the earliest first."""
    return store.every_one_off(work)


def find_one_off(work: Work, one_off_id: OneOffId) -> OneOff:
    """Return one payment that comes once.

    Raises:
        NotFound: There is no such payment.
    """
    return store.get_one_off(work, one_off_id)


def things_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return that there is no money yet, or which of it has no sum, or ends soon."""
    streams = store.every(work)
    if not streams:
        return (Task(text="Say who pays, how much, and when.", place=Place("funding")),)
    return tuple(task for stream in streams for task in _wanted(stream, today))


def _wanted(stream: Stream, today: date) -> Iterator[Task]:
    place = Place("funding", stream.id)
    if stream.last and stream.last < today:
        return
    if stream.weekly_on(max(today, stream.first)) is None:
        yield Task(text=f"Say how much {stream.called} comes to a week.", place=place)
    if stream.last and stream.last - today <= WARN_BEFORE_END:
        yield Task(
            text=f"{stream.called} ends on {said(stream.last)}. Ask what comes after it.", place=place, due=stream.last
        )
