"""When money comes."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final

from pa_manager.file.work import Work
from pa_manager.funding import store
from pa_manager.funding.model import (
    Closed,
    ExpectedMoney,
    Payment,
    Stream,
    StreamId,
    expected_of,
    next_payments,
    open_always,
    payments_due,
)
from pa_manager.holder.model import Nation, NoHolderYet
from pa_manager.holder.operations import find_holder
from pa_manager.values.days import Period

SATURDAY: Final = 5


def expected_money(work: Work, *, period: Period) -> tuple[ExpectedMoney, ...]:
    """Return all the money that is due to come into the account within a period, the earliest first."""
    streams = store.every(work)
    return expected_of(streams, store.every_one_off(work), period, closed=_bank_days(work, streams))


def coming_payments(work: Work, *, stream_id: StreamId, on: date, count: int = 13) -> tuple[Payment, ...]:
    """Return the payments of a stream due on a day and after, as many as asked for if there are so many.

    Raises:
        NotFound: There is no such stream.
    """
    stream = store.get(work, stream_id)
    return next_payments(stream, on=on, count=count, closed=_bank_days(work, [stream]))


def payments_within(work: Work, *, period: Period) -> tuple[Payment, ...]:
    """Return every payment that is due within a period, stream by stream, each with how its sum is made up."""
    streams = store.every(work)
    closed = _bank_days(work, streams)
    return tuple(payment for stream in streams for payment in payments_due(stream, period, closed=closed))


def _bank_days(work: Work, streams: Iterable[Stream]) -> Closed:
    """Return what says whether banks are closed on a day where the holder lives, if any stream asks."""
    if not any(stream.closed_days.step_days for stream in streams):
        return open_always
    try:
        nation = find_holder(work).nation
    except NoHolderYet:
        nation = Nation.ENGLAND
    return _closed_in(nation)


@cache
def _closed_in(nation: Nation) -> Closed:
    from holidays import country_holidays  # noqa: PLC0415 -- it takes long, and few streams ask

    free = country_holidays("GB", subdiv=_SUBDIVISIONS[nation])

    def closed(day: date) -> bool:
        return day.weekday() >= SATURDAY or day in free

    return closed


_SUBDIVISIONS: Final = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}
