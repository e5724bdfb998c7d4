"""By when the payroll wants the hours, and when it pays: days that a person types, or fills by a rhythm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NewType

from pa_manager.law.bank_holidays import Calendar, is_bank_holiday
from pa_manager.values.days import Period, later_by_months, month_of, said_with_weekday
from pa_manager.values.errors import UserError

PayDayId = NewType("PayDayId", int)

_DECEMBER: Final = 12
_SATURDAY: Final = 5
_MOST_EARLIER: Final = 15


class PaidBeforeSent(UserError):
    """The hours would be wanted after the day of payment."""


class NotDaysEarlier(UserError):
    """The text is no number of working days."""


@dataclass(frozen=True, slots=True)
class PayDay:
    """One day of payment, and the day by which the payroll must have the hours for it."""

    send_by: date
    paid_on: date

    def __post_init__(self) -> None:
        """Refuse hours that would come too late."""
        if self.send_by > self.paid_on:
            raise PaidBeforeSent(
                f"The hours would be due on {said_with_weekday(self.send_by)}, after the day of payment."
                " Change one of the two days."
            )

    @property
    def words(self) -> str:
        """Both days in words."""
        return f"by {said_with_weekday(self.send_by)}, for payment on {said_with_weekday(self.paid_on)}"


@dataclass(frozen=True, slots=True)
class KeptPayDay:
    """A day of payment with the number it is kept by."""

    id: PayDayId
    day: PayDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How days of payment follow one another, as an example to begin with.

    Attributes:
        weeks: From one to the next; nil for months.
        pay_day: The day of the month on which is paid; 31 for the last.
        send_day: The day of the month by which the hours are wanted.
        days_before: For weeks: how many days before the day of payment that is.
    """

    words: str
    weeks: int = 0
    pay_day: int = 0
    send_day: int = 0
    days_before: int = 0


RHYTHMS: Final = (
    Rhythm(words="Paid at the end of the month, hours by the 22nd", pay_day=31, send_day=22),
    Rhythm(words="Paid on the 15th, hours by the 7th", pay_day=15, send_day=7),
    Rhythm(words="Paid on the 20th, hours by the 7th", pay_day=20, send_day=7),
    Rhythm(words="Paid on the 22nd, hours by the 13th", pay_day=22, send_day=13),
    Rhythm(words="Every 4 weeks, hours 5 days before", weeks=4, days_before=5),
    Rhythm(words="Every 2 weeks, hours 3 days before", weeks=2, days_before=3),
    Rhythm(words="Every week, hours 3 days before", weeks=1, days_before=3),
)
"""Rhythms that payrolls for direct payments have. Each may be changed day by day."""


def pay_days(
    rhythm: Rhythm, first: date, *, calendar: Calendar = Calendar.ENGLAND_AND_WALES, earlier_in_december: int = 0
) -> tuple[PayDay, ...]:
    """Return the days of a year from a first day of payment on.

    What falls on a weekend or a bank holiday is moved to the working day before. In December the hours are wanted
    some working days earlier, where the payroll says so.

    Example: paid at the end of the month, hours by the 22nd, from 1 May 2026: by Friday 22 May for Friday 29 May.
    """
    days = []
    for paid_on, send_by in _as_they_fall(rhythm, first):
        paid, send = working_day(paid_on, calendar), working_day(send_by, calendar)
        for _ in range(earlier_in_december if paid_on.month == _DECEMBER else 0):
            send = working_day(send - timedelta(days=1), calendar)
        days.append(PayDay(min(send, paid), paid))
    return tuple(days)


def working_day(day: date, calendar: Calendar = Calendar.ENGLAND_AND_WALES) -> date:
    """Return a day, or the last working day before it if it is a weekend or a bank holiday.

    Example: Friday 25 December 2026 becomes Thursday 24 December.
    """
    while day.weekday() >= _SATURDAY or is_bank_holiday(day, calendar):
        day -= timedelta(days=1)
    return day


def next_pay_day(days: tuple[KeptPayDay, ...], today: date, sent: frozenset[date]) -> PayDay | None:
    """Return the day of payment whose hours are to be sent next: the first not sent whose payment is still to come."""
    return next((each.day for each in days if each.day.paid_on >= today and each.day.paid_on not in sent), None)


def earlier_from_text(text: str) -> int:
    """Return how many working days earlier the hours are wanted in December; nil if nothing was typed.

    Raises:
        NotDaysEarlier: It is no whole number up to 15.
    """
    typed = text.strip() or "0"
    if not (typed.isascii() and typed.isdigit()) or int(typed) > _MOST_EARLIER:
        raise NotDaysEarlier(f"This is not a number of days. Type a whole number up to {_MOST_EARLIER}, for example 5.")
    return int(typed)


def _as_they_fall(rhythm: Rhythm, first: date) -> Iterator[tuple[date, date]]:
    if rhythm.weeks:
        for number in range(52 // rhythm.weeks):
            paid_on = first + timedelta(weeks=number * rhythm.weeks)
            yield paid_on, paid_on - timedelta(days=rhythm.days_before)
        return
    start = first.replace(day=1)
    for number in range(13):
        month = month_of(later_by_months(start, number))
        paid_on = _in_month(month, rhythm.pay_day)
        if paid_on < first or (number == 12 and paid_on >= later_by_months(first, 12)):
            continue
        before = month if rhythm.send_day <= rhythm.pay_day else month_of(month.first - timedelta(days=1))
        yield paid_on, _in_month(before, rhythm.send_day)


def _in_month(month: Period, day: int) -> date:
    return month.first.replace(day=min(day, month.last.day))
