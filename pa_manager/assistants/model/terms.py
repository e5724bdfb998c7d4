"""What was agreed with an assistant: hours, and what each kind of work is paid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from pa_manager.assistants.model.agreement import NOTHING_SAID, Agreement
from pa_manager.funding.model import StreamId
from pa_manager.law.bank_holidays import Calendar, is_bank_holiday
from pa_manager.values.clock import minutes_from_text
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money


class ShiftKind(StrEnum):
    """What kind of work a shift is: each may be paid at a rate of its own. The words are stored: never change one."""

    DAY = "day"
    WAKING_NIGHT = "waking_night"
    SLEEP_IN = "sleep_in"
    ON_CALL = "on_call"
    TRAINING = "training"
    MEETING = "meeting"

    @property
    def words(self) -> str:
        """The kind as screens say it."""
        return _SHIFT_WORDS[self]


class RateDay(StrEnum):
    """On which days a rate holds. The words are stored: never change one."""

    ANY = "any"
    WEEKDAY = "weekday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    BANK_HOLIDAY = "bank_holiday"

    @property
    def words(self) -> str:
        """The days as screens say them."""
        return _DAY_WORDS[self]


class HolidayCalendar(StrEnum):
    """Whose bank holidays count. The words are stored: never change one."""

    ENGLAND_AND_WALES = "england_and_wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"

    @property
    def words(self) -> str:
        """The calendar as screens say it."""
        return self.replace("_", " ").title().replace(" And ", " and ")


_DAY_WORDS: Final = {
    RateDay.ANY: "Any day",
    RateDay.WEEKDAY: "Monday to Friday",
    RateDay.SATURDAY: "Saturday",
    RateDay.SUNDAY: "Sunday",
    RateDay.BANK_HOLIDAY: "Bank holiday",
}
_SATURDAY: Final = 5
_SHIFT_WORDS: Final = {
    ShiftKind.DAY: "Day",
    ShiftKind.WAKING_NIGHT: "Waking night",
    ShiftKind.SLEEP_IN: "Sleep-in",
    ShiftKind.ON_CALL: "On call",
    ShiftKind.TRAINING: "Training",
    ShiftKind.MEETING: "Meeting",
}
_PAID_AS_DAYS: Final = frozenset({ShiftKind.WAKING_NIGHT, ShiftKind.TRAINING, ShiftKind.MEETING})
WHO_PAYS: Final = "A shift that names its money is paid from that; else its rate says, and else these terms."
"""How wages are divided among those who pay, as screens say it."""
MOST_WEEKLY_MINUTES: Final = 7 * 24 * 60


class RateMissing(UserError):
    """A rate must say what an hour or a shift is paid."""


class RateNotAboveNil(UserError):
    """A rate must be above nil."""


class RateTwice(UserError):
    """There can be one rate for each kind of shift."""


class TooManyHours(UserError):
    """A week has no more than 168 hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What one kind of shift is paid: by the hour, by the shift, or both.

    Both together are for a sleep-in or for being on call: so much for the shift,
    and so much for each hour of it that was worked. ``stream_id`` is the money that pays it, where it is not the
    money that pays under these terms altogether.
    """

    kind: ShiftKind
    per_hour: Money | None = None
    per_shift: Money | None = None
    on: RateDay = RateDay.ANY
    stream_id: StreamId | None = None

    def __post_init__(self) -> None:
        """Refuse a rate that says nothing, or pays nothing."""
        agreed = [amount for amount in (self.per_hour, self.per_shift) if amount is not None]
        if not agreed:
            raise RateMissing(
                f"The rate for {self.kind.words.lower()} is missing. Type what an hour or a shift is paid."
            )
        if min(agreed) <= NIL:
            raise RateNotAboveNil(
                f"The rate for {self.kind.words.lower()} is nil. Type what is paid, for example 13.20."
            )

    @property
    def called(self) -> str:
        """What it is for: the kind of shift, and the days where it is not for all."""
        return self.kind.words if self.on is RateDay.ANY else f"{self.kind.words}, {self.on.words}"

    def __str__(self) -> str:
        """Return the rate in words, for example ``£13.20 an hour``."""
        parts = [
            f"{amount} {unit}"
            for amount, unit in ((self.per_shift, "a shift"), (self.per_hour, "an hour"))
            if amount is not None
        ]
        return " and ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What was agreed with an assistant from a day on, until other terms begin.

    Attributes:
        from_day: The first day these terms hold.
        weekly_minutes: The hours agreed for a week; nothing, if they differ from week to week.
        rates: One for each kind of shift that is paid, and for some days another.
        calendar: Whose bank holidays count.
        agreement: All else that was agreed.
        stream_id: The money that pays, where a shift and a rate name no other.
    """

    from_day: date
    weekly_minutes: int | None = None
    rates: tuple[Rate, ...] = ()
    calendar: HolidayCalendar = HolidayCalendar.ENGLAND_AND_WALES
    agreement: Agreement = NOTHING_SAID
    stream_id: StreamId | None = None

    def __post_init__(self) -> None:
        """Refuse two rates for one kind of shift, and more hours than a week has."""
        kinds = [(rate.kind, rate.on) for rate in self.rates]
        if len(set(kinds)) < len(kinds):
            raise RateTwice("Two rates are given for one kind of shift. Keep one of them.")
        if self.weekly_minutes is not None and not 0 <= self.weekly_minutes <= MOST_WEEKLY_MINUTES:
            raise TooManyHours("A week has 168 hours. Type how many of them are worked, for example 16.")

    def rate_for(self, kind: ShiftKind, day: date | None = None) -> Rate | None:
        """Return what a kind of shift is paid on a day under these terms, or nothing if they do not say.

        A bank holiday is paid as such, else as the day of the week it is, else as any day. Without a day, the rate
        for any day is meant, else for weekdays. A waking night, training and a meeting are hours of work like any
        other: without a rate of their own they are paid as days. A sleep-in and being on call are not.
        """
        own = self._best(kind, day)
        return own or (self._best(ShiftKind.DAY, day) if kind in _PAID_AS_DAYS else None)

    def paid_from(self, kind: ShiftKind, day: date) -> StreamId | None:
        """Return the money that pays a kind of shift on a day: its rate's, else that of these terms, if any."""
        rate = self.rate_for(kind, day)
        return (rate.stream_id if rate else None) or self.stream_id

    def basic_rate(self) -> Rate | None:
        """Return the lowest rate by the hour for days: what is paid above it is a premium."""
        hourly = [rate for rate in self.rates if rate.kind is ShiftKind.DAY and rate.per_hour is not None]
        return min(hourly, key=lambda rate: rate.per_hour or NIL, default=None)

    def with_rate(self, rate: Rate) -> Terms:
        """Return the same terms with another rate in place of the one for its kind and days."""
        others = self.without_rate(rate.kind, rate.on).rates
        order = list(ShiftKind)
        days = list(RateDay)
        rates = sorted((*others, rate), key=lambda each: (order.index(each.kind), days.index(each.on)))
        return replace(self, rates=tuple(rates))

    def without_rate(self, kind: ShiftKind, on: RateDay) -> Terms:
        """Return the same terms without the rate for a kind and days."""
        return replace(self, rates=tuple(rate for rate in self.rates if (rate.kind, rate.on) != (kind, on)))

    def _best(self, kind: ShiftKind, day: date | None) -> Rate | None:
        rates = {rate.on: rate for rate in self.rates if rate.kind is kind}
        return next((rates[on] for on in self._days_of(day) if on in rates), None)

    def _days_of(self, day: date | None) -> tuple[RateDay, ...]:
        """Return what a day counts as, the most particular first."""
        if day is None:
            return (RateDay.ANY, RateDay.WEEKDAY)
        weekdays = {_SATURDAY: RateDay.SATURDAY, _SATURDAY + 1: RateDay.SUNDAY}
        counts = (weekdays.get(day.weekday(), RateDay.WEEKDAY), RateDay.ANY)
        if is_bank_holiday(day, Calendar(self.calendar.value)):
            return (RateDay.BANK_HOLIDAY, *counts)
        return counts


def rate_from_text(text: str) -> Money:
    """Return the rate a person has typed.

    Raises:
        RateNotAboveNil: It is nil.
        NotMoney: The text is not an amount of money.
    """
    if (amount := Money.from_text(text)) <= NIL:
        raise RateNotAboveNil("This rate is nil. Type what is paid, for example 13.20, or leave it empty.")
    return amount


def weekly_minutes_from_text(text: str) -> int:
    """Return the hours of a week that a person has typed, in minutes.

    Raises:
        TooManyHours: A week has fewer.
        NotALength: The text is no number of hours.
    """
    return Terms(from_day=date.min, weekly_minutes=minutes_from_text(text)).weekly_minutes or 0
