"""Gross pay: what a timesheet comes to before tax, by kind of work and by rate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import partial
from typing import Final, NamedTuple

from pa_manager.assistants.model import Assistant, ShiftKind, Stretch
from pa_manager.timesheets.model import Entry, stretches
from pa_manager.values.clock import hours_said
from pa_manager.values.days import said_short
from pa_manager.values.money import NIL, Money, total

PaidAs = Callable[[Entry], tuple[Stretch, ...]]
"""Divides a line into its stretches, each with what was agreed for it."""


class Piece(NamedTuple):
    """Time or shifts of one line that are paid at one rate: an hour or a shift, never both."""

    day: date
    minutes: int
    shifts: int
    per_hour: Money | None
    per_shift: Money | None
    awake: bool

    @property
    def exact(self) -> Fraction:
        """What it comes to in pence, before it is rounded."""
        if self.per_shift is not None:
            return Fraction(self.per_shift.pence * self.shifts)
        return Fraction(self.per_hour.pence * self.minutes, 60) if self.per_hour is not None else Fraction(0)


_AWAKE_WORDS: Final = {ShiftKind.SLEEP_IN: "Awake in sleep-ins", ShiftKind.ON_CALL: "Called out"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PayPart:
    """What is paid for all work of one kind at one rate: by the hour, or by the shift.

    Attributes:
        minutes: The time paid by the hour; below nil in a correction that takes time away.
        shifts: The shifts paid by the shift.
        awake: Whether the minutes are those awake and working in shifts that are also paid by the shift.
        is_correction: Whether it puts an earlier timesheet right.
        days: How much of it falls on which day: minutes, or shifts.
    """

    kind: ShiftKind
    minutes: int = 0
    shifts: int = 0
    per_hour: Money | None = None
    per_shift: Money | None = None
    awake: bool = False
    is_correction: bool = False
    days: tuple[tuple[date, int], ...] = field(default=(), compare=False)

    @property
    def amount(self) -> Money:
        """What it comes to, rounded once to the nearest penny."""
        by_the_hour = self.per_hour.times(Fraction(self.minutes, 60)) if self.per_hour else NIL
        by_the_shift = self.per_shift.times(self.shifts) if self.per_shift else NIL
        return by_the_hour + by_the_shift

    @property
    def name(self) -> str:
        """What kind of work it is for, in words."""
        words = _AWAKE_WORDS[self.kind] if self.awake else self.kind.words
        return f"{words}, putting an earlier timesheet right" if self.is_correction else words

    @property
    def quantity(self) -> str:
        """How much of it there is: hours and minutes, or a number of shifts."""
        return str(self.shifts) if self.per_shift else hours_said(self.minutes)

    @property
    def rate_said(self) -> str:
        """What one hour or one shift is paid."""
        return f"{self.per_shift} a shift" if self.per_shift else f"{self.per_hour} an hour"

    @property
    def why(self) -> tuple[str, ...]:
        """Why it is what it is, line by line: the days, and the sum.

        Example: ``Tue 7 Apr: 4:00.`` and ``4:00 at £13.20 an hour comes to £52.80.``
        """
        days = (f"{said_short(day)}: {count if self.per_shift else hours_said(count)}." for day, count in self.days)
        return (*days, f"{self.quantity} at {self.rate_said} comes to {self.amount}, to the nearest penny.")


def paid_as(assistant: Assistant) -> PaidAs:
    """Return what divides a line by what is paid for it."""
    return partial(stretches, assistant)


def parts_of(lines: Iterable[Entry], divide: PaidAs) -> tuple[PayPart, ...]:
    """Return what lines are paid, one part for each kind of work and rate, corrections apart and last.

    Hours are paid to the minute, as they really passed. A sleep-in or being on call is paid by the shift where the
    rate says so, however long it was, and the minutes awake and working by the hour besides. Where the rate names
    an hour alone, the whole shift is paid by the hour. A line without a rate is left out: see ``lines_without_rate``.

    Example: a sleep-in at £60.00 a shift and £13.20 an hour, with 45 minutes awake, comes to £60.00 and £9.90.
    """
    sums: dict[tuple[bool, ShiftKind, bool, Money | None, Money | None], list[Piece]] = {}
    for line in lines:
        for piece in pieces_of(line, divide):
            key = (line.corrects is not None, line.kind, piece.awake, piece.per_hour, piece.per_shift)
            sums.setdefault(key, []).append(piece)
    kinds = list(ShiftKind)
    parts = (
        PayPart(
            kind=kind,
            minutes=sum(piece.minutes for piece in pieces),
            shifts=sum(piece.shifts for piece in pieces),
            per_hour=per_hour,
            per_shift=per_shift,
            awake=awake,
            is_correction=corrects,
            days=tuple((piece.day, piece.shifts or piece.minutes) for piece in pieces if piece.shifts or piece.minutes),
        )
        for (corrects, kind, awake, per_hour, per_shift), pieces in sorted(
            sums.items(), key=lambda item: (item[0][0], kinds.index(item[0][1]), item[0][2])
        )
    )
    return tuple(part for part in parts if part.minutes or part.shifts)


def gross_pay(parts: Iterable[PayPart]) -> Money:
    """Return the sum of all parts: the pay before tax, without expenses."""
    return total(part.amount for part in parts)


def lines_without_rate(lines: Iterable[Entry], divide: PaidAs) -> tuple[Entry, ...]:
    """Return the lines that nothing was agreed for, and that are therefore not or not wholly paid yet."""
    return tuple(
        line
        for line in lines
        if (line.worked_minutes or line.shifts) and any(stretch.rate is None for stretch in divide(line))
    )


def pieces_of(line: Entry, divide: PaidAs) -> Iterator[Piece]:
    """Yield what is paid for one line, rate by rate; the time after midnight is of the next day."""
    for number, part in enumerate(divide(line)):
        if part.rate is None:
            continue
        day = line.day + timedelta(days=number)
        if part.rate.per_shift is not None and number == 0:
            yield Piece(day, 0, line.shifts, None, part.rate.per_shift, False)
        if part.rate.per_hour is not None:
            awake = line.rests and part.rate.per_shift is not None
            yield Piece(day, (line.awake_minutes or 0) if awake else part.minutes, 0, part.rate.per_hour, None, awake)
