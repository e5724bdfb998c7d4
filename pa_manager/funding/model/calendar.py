"""The days on which money comes: which days each payment is for, and how its sum is made up.

The days a stream pays for are cut into periods: of 7 or 28 days from its first day on, or calendar months.
The first payment is for the first period. If it comes so late that in its rhythm more periods should have been
paid by then, it is for those too. After that, each payment is for one period.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby, islice
from typing import Final, TypeVar

from pa_manager.funding.model.kinds import ContributionMode, MoneyInKind, Schedule
from pa_manager.funding.model.streams import OneOff, OneOffId, Stream, StreamId
from pa_manager.values.days import Period, later_by_months, month_of, said_period, said_with_weekday
from pa_manager.values.money import NIL, Money, total

V = TypeVar("V")
Closed = Callable[[date], bool]
"""Says of a day whether banks are closed on it."""

APRIL: Final = 4
MARCH: Final = 3
_AROUND: Final = timedelta(days=14)
"""More days than banks are ever closed one after another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The part of a payment that one weekly sum makes up.

    Attributes:
        mode: How a contribution is paid; nothing, if the share is one of the agreed sum.
        equal: Whether it is an equal part of a year's sum, rather than one by the days.
    """

    days: Period
    weekly: Money
    amount: Money
    mode: ContributionMode | None = None
    equal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """One payment of a stream: the day it is due, the days it is for, and how its sum is made up.

    Attributes:
        moved_from: The day it falls on by its rhythm, if banks are closed then and it comes on another.
    """

    stream_id: StreamId
    due_on: date
    period: Period
    agreed: tuple[Share, ...]
    contributions: tuple[Share, ...]
    moved_from: date | None = None

    @property
    def whole(self) -> Money:
        """The agreed sum, the contribution included."""
        return total(share.amount for share in self.agreed)

    @property
    def held_back(self) -> Money:
        """The contribution that the funder does not pay."""
        return total(share.amount for share in self.contributions if share.mode and share.mode.is_held_back)

    @property
    def from_funder(self) -> Money:
        """What the funder pays. Each part is rounded to the penny, then one is taken from the other."""
        return max(self.whole - self.held_back, NIL)

    @property
    def from_holder(self) -> Money:
        """What the holder pays into the account."""
        return total(share.amount for share in self.contributions if share.mode and share.mode.enters_the_account)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedMoney:
    """Money that is expected to come into the account on a day.

    Attributes:
        period: The days that it is for; of a one-off payment, the day on which it is expected.
        one_off_id: Which one-off payment it is, if it is one.
    """

    stream_id: StreamId
    what: MoneyInKind
    due_on: date
    period: Period
    amount: Money
    one_off_id: OneOffId | None = None


def open_always(_day: date) -> bool:
    """Return that banks are not closed: for streams whose payments come as they fall."""
    return False


def payments_due(stream: Stream, period: Period, *, closed: Closed = open_always) -> tuple[Payment, ...]:
    """Return the payments of a stream that are due within a period, the earliest first.

    Example: £150.00 a week with a contribution of £20.00, by the days in the month: for 31 days
    £664.29 less £88.57 is £575.72; for 28 days £600.00 less £80.00 is £520.00.
    """
    found = []
    for payment in _payments(stream, from_number=_number_before(stream, period.first - _AROUND), closed=closed):
        if payment.due_on > period.last:
            break
        if payment.due_on >= period.first:
            found.append(payment)
    return tuple(found)


def next_payments(stream: Stream, *, on: date, count: int = 13, closed: Closed = open_always) -> tuple[Payment, ...]:
    """Return the payments of a stream due on a day and after, as many as asked for if there are so many."""
    from_number = _number_before(stream, on - _AROUND)
    coming = (p for p in _payments(stream, from_number=from_number, closed=closed) if p.due_on >= on)
    return tuple(islice(coming, count))


def expected_of(
    streams: Iterable[Stream], one_offs: Iterable[OneOff], period: Period, *, closed: Closed = open_always
) -> tuple[ExpectedMoney, ...]:
    """Return all the money that is due to come into the account within a period, the earliest first.

    A contribution that never enters the account is not expected there. Nor is a payment of nothing.
    """
    expected = [
        money
        for stream in streams
        for payment in payments_due(stream, period, closed=closed)
        for money in _money(payment)
    ]
    expected.extend(
        ExpectedMoney(
            stream_id=one_off.stream_id,
            what=MoneyInKind.ONE_OFF,
            due_on=one_off.expected_on,
            period=Period(one_off.expected_on, one_off.expected_on),
            amount=one_off.amount,
            one_off_id=one_off.id,
        )
        for one_off in one_offs
        if one_off.expected_on in period
    )
    order = list(MoneyInKind)
    return tuple(sorted(expected, key=lambda money: (money.due_on, money.stream_id, order.index(money.what))))


def workings(payment: Payment) -> tuple[str, ...]:
    """Return how the sum of a payment is made up, a sentence for each share.

    Example: ``31 days at £150.00 a week: £664.29.`` ``Less your contribution, 31 days at £20.00 a week: £88.57.``
    """
    several = len(payment.agreed) > 1
    lines = [_in_words(share, "", several=several) for share in payment.agreed]
    for share in payment.contributions:
        several = len(payment.contributions) > 1
        lines.append(_in_words(share, _CONTRIBUTION[share.mode], several=several))
    if payment.moved_from:
        lines.append(f"It falls on {said_with_weekday(payment.moved_from)}, when banks are closed.")
    return tuple(lines)


_CONTRIBUTION: Final[dict[ContributionMode | None, str]] = {
    ContributionMode.NET: "Less your contribution, which you pay into the account, ",
    ContributionMode.NET_DIRECT: "Less your contribution, which you pay straight to the provider, ",
    ContributionMode.GROSS: "Not taken off: your contribution, for which you get an invoice, ",
}


def in_short(payment: Payment) -> str:
    """Return how the sum from the funder is made up, in as few words as will do.

    Example: ``4 weeks at £424.60, less 4 weeks at £53.00``.
    """
    agreed = [f"{_length(share)} at {share.weekly}" for share in payment.agreed]
    less = [
        f"less {_length(share)} at {share.weekly}"
        for share in payment.contributions
        if share.mode and share.mode.is_held_back
    ]
    return ", ".join([*agreed, *less])


def contribution_said(payment: Payment) -> str:
    """Return what the holder contributes to a payment, and how; nothing if there is none.

    Example: ``£212.00``, into the account unless it says otherwise, or ``£80.00 by invoice``.
    """
    return ", ".join(
        f"{amount}{_WAYS[mode]}"
        for mode in ContributionMode
        if (amount := total(share.amount for share in payment.contributions if share.mode is mode)) > NIL
    )


def spoken(payment: Payment, funder: str) -> str:
    """Return a payment in a sentence: when it is due, from whom, for which days, and how it is made up."""
    lead = f"{payment.from_funder} from {funder} on {said_with_weekday(payment.due_on)}"
    return f"{lead}, for {said_period(payment.period)}. {' '.join(workings(payment))}".strip()


_WAYS: Final = {
    ContributionMode.NET: "",
    ContributionMode.NET_DIRECT: " to the provider",
    ContributionMode.GROSS: " by invoice",
}


def _in_words(share: Share, lead: str, *, several: bool) -> str:
    when = f" ({said_period(share.days)})" if several else ""
    line = f"{lead}{_length(share)} at {share.weekly} a week{when}: {share.amount}."
    return line[0].upper() + line[1:]


def _length(share: Share) -> str:
    weeks, rest = divmod(share.days.length, 7)
    if share.equal and share.days == month_of(share.days.first):
        return "a twelfth of a year"
    days = f"{share.days.length} {'day' if share.days.length == 1 else 'days'}"
    if share.equal:
        return f"{days} of a twelfth of a year"
    return days if rest else f"{weeks} {'week' if weeks == 1 else 'weeks'}"


def _money(payment: Payment) -> Iterator[ExpectedMoney]:
    for what, amount in (
        (MoneyInKind.PAYMENT, payment.from_funder),
        (MoneyInKind.CONTRIBUTION, payment.from_holder),
    ):
        if amount > NIL:
            yield ExpectedMoney(
                stream_id=payment.stream_id,
                what=what,
                due_on=payment.due_on,
                period=payment.period,
                amount=amount,
            )


def _payments(stream: Stream, *, from_number: int, closed: Closed) -> Iterator[Payment]:
    number, caught_up = from_number, _caught_up(stream)
    while periods := _periods_of(stream, number, caught_up):
        falls_on = _due_on(stream, number)
        due_on = _open_day(stream, falls_on, closed)
        yield Payment(
            stream_id=stream.id,
            due_on=due_on,
            period=Period(periods[0].first, periods[-1].last),
            agreed=tuple(share for period in periods for share in _agreed_shares(stream, period)),
            contributions=tuple(share for period in periods for share in _contribution_shares(stream, period)),
            moved_from=falls_on if due_on != falls_on else None,
        )
        number += 1


def _open_day(stream: Stream, day: date, closed: Closed) -> date:
    """Return the day on which a payment comes that falls on a day."""
    if step := stream.closed_days.step_days:
        while closed(day):
            day += timedelta(days=step)
    return day


def _periods_of(stream: Stream, number: int, caught_up: int) -> tuple[Period, ...]:
    """Return the periods that a payment is for: none, once the stream has ended."""
    numbers = range(0 if number == 0 else caught_up + number, caught_up + number + 1)
    return tuple(period for period in (_paid_period(stream, each) for each in numbers) if period)


def _number_before(stream: Stream, day: date) -> int:
    """Return the number of a payment that is due on a day or shortly before it."""
    if step := stream.schedule.step_days:
        return max(0, (day - stream.first_payment_on).days // step)
    months = (day.year - stream.first_payment_on.year) * 12 + day.month - stream.first_payment_on.month
    return max(0, months - 1)


def _due_on(stream: Stream, number: int) -> date:
    if step := stream.schedule.step_days:
        return stream.first_payment_on + timedelta(days=step * number)
    return later_by_months(stream.first_payment_on, number)


def _period(stream: Stream, number: int) -> Period:
    """Return a period of the stream's rhythm, as if it never ended."""
    if step := stream.schedule.step_days:
        first = stream.first + timedelta(days=step * number)
        return Period(first, first + timedelta(days=step - 1))
    month = month_of(later_by_months(stream.first.replace(day=1), number))
    return Period(max(month.first, stream.first), month.last)


def _paid_period(stream: Stream, number: int) -> Period | None:
    """Return what there is of a period before the stream ends."""
    period = _period(stream, number)
    last = min(period.last, stream.last or period.last)
    return Period(period.first, last) if period.first <= last else None


def _caught_up(stream: Stream) -> int:
    """Return how many periods the first payment is for beyond the first one."""
    number = 0
    while _should_be_paid(stream, number + 1):
        number += 1
    return number


def _should_be_paid(stream: Stream, number: int) -> bool:
    """Return whether a period should have been paid for by the day of the first payment."""
    period = _period(stream, number)
    begun = period.first if stream.in_advance else period.last
    return begun <= stream.first_payment_on


def _agreed_shares(stream: Stream, period: Period) -> Iterator[Share]:
    for days, weekly in _steady(stream, period, lambda day: stream.weekly_on(day) or NIL):
        if weekly > NIL:
            yield _share(stream, days, weekly)


def _contribution_shares(stream: Stream, period: Period) -> Iterator[Share]:
    def asked(day: date) -> tuple[Money, ContributionMode | None]:
        found = stream.contribution_on(day)
        return (found.weekly, found.mode) if found else (NIL, None)

    for days, (weekly, mode) in _steady(stream, period, asked):
        if weekly > NIL:
            yield _share(stream, days, weekly, mode)


def _share(stream: Stream, days: Period, weekly: Money, mode: ContributionMode | None = None) -> Share:
    equal = stream.schedule is Schedule.MONTHLY_EQUAL
    return Share(
        days=days,
        weekly=weekly,
        amount=_of_a_year(weekly, days) if equal else weekly.times(Fraction(days.length, 7)),
        mode=mode,
        equal=equal,
    )


def _of_a_year(weekly: Money, days: Period) -> Money:
    """Return what is paid for days of one month, when each month's payment is a twelfth of the year's.

    The year runs from April to March, and its sum is by its days: 365 of them, or 366. Every month is paid
    the same, to the penny; March is paid what is left, so that the year's total is exact. Of a month that
    is paid in part, each day is worth the same.
    """
    month = month_of(days.first)
    year_first = date(month.first.year - (month.first.month < APRIL), APRIL, 1)
    year = Period(year_first, later_by_months(year_first, 12) - timedelta(days=1))
    yearly = weekly.times(Fraction(year.length, 7))
    if days != month:
        return yearly.times(Fraction(days.length, 12 * month.length))
    twelfth = yearly.times(Fraction(1, 12))
    return yearly - twelfth.times(11) if month.first.month == MARCH else twelfth


def _steady(stream: Stream, period: Period, value: Callable[[date], V]) -> Iterator[tuple[Period, V]]:
    """Yield the days of a period in as few parts as there are changes of a value, with the value."""
    for found, parts in groupby(stream.steady_parts(period), key=lambda part: value(part.first)):
        joined = list(parts)
        yield Period(joined[0].first, joined[-1].last), found
