"""The lines of a timesheet: one piece of work each, as planned and as it was really worked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, NewType

from pa_manager.assistants.model import RESTING, Assistant, NoRateForKind, NoTermsYet, Rate, ShiftKind, Stretch, by_rate
from pa_manager.funding.model import StreamId
from pa_manager.plan.model import OutcomeId
from pa_manager.rota.model import AbsenceKind, ShiftId
from pa_manager.values.clock import TimeSpan, hours_said, late_minutes
from pa_manager.values.days import said_short
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money

TimesheetId = NewType("TimesheetId", int)
WorkedLineId = NewType("WorkedLineId", int)

_LONGEST: Final = 24 * 60
_FURTHEST: Final = 999


class LongerThanADay(UserError):
    """One line cannot hold more than a day of work."""


class LongerThanItsTimes(UserError):
    """The hours typed do not fit between the times typed."""


class BreakWithoutTimes(UserError):
    """A break is taken off times, and there are none."""


class BreakTooLong(UserError):
    """A break lasts as long as the work, or longer."""


class AwakeTooLong(UserError):
    """Nobody is awake for longer than the shift lasts."""


class BelowNil(UserError):
    """Hours, miles and expenses are nil or more."""


class NotMiles(UserError):
    """The text cannot be read as a number of miles."""


class NothingToCorrect(UserError):
    """What was typed is what the timesheet says already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """What was really worked in one piece of work, as somebody has told it.

    Attributes:
        minutes: How long it took, without unpaid breaks; nil, if it was not worked at all.
        span: From when to when; nothing, where only the length is known.
        break_minutes: Unpaid breaks between the times, already off ``minutes``.
        awake_minutes: How much of a sleep-in was spent awake and working; nothing, where nobody has said.
        miles: Miles driven for the holder, never those from home to work.
        journey: Where they were driven, and what for.
        expenses: What was laid out for the holder, such as fares.
    """

    minutes: int
    span: TimeSpan | None = None
    break_minutes: int = 0
    awake_minutes: int | None = None
    miles: int = 0
    journey: str = ""
    expenses: Money = NIL
    note: str = ""

    def check_on(self, day: date) -> None:
        """Refuse what cannot have been worked on a day.

        Raises:
            LongerThanADay: It takes more than 24 hours.
            LongerThanItsTimes: It takes longer than the times and the break allow.
            AwakeTooLong: The time awake is longer than the shift.
            BelowNil: There are less than no hours, miles or expenses.
        """
        told = (self.minutes, self.break_minutes, self.awake_minutes or 0, self.miles, self.expenses.pence)
        if min(told) < 0:
            raise BelowNil("Hours, miles and expenses cannot be less than nil. Type them without the minus sign.")
        if self.span is None and self.minutes > _LONGEST:
            raise LongerThanADay(
                f"A day has 24 hours, and this says {hours_said(self.minutes)}. Check the hours, or use two lines."
            )
        if self.span is not None and self.minutes > (longest := self.span.minutes_on(day) - self.break_minutes):
            without = f" without the break of {hours_said(self.break_minutes)}" if self.break_minutes else ""
            raise LongerThanItsTimes(
                f"{self.span} is {hours_said(longest)} hours{without}, and you typed {hours_said(self.minutes)}."
                " Change the times or the hours."
            )
        if self.awake_minutes is not None and self.awake_minutes > self.minutes:
            raise AwakeTooLong(
                f"The time awake, {hours_said(self.awake_minutes)}, is longer than the {hours_said(self.minutes)}"
                " of the shift. Change one of them."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line before it has a number.

    Attributes:
        shift_id: The shift of the rota it was filled from.
        planned: From when to when it was planned; nothing, if it never was.
        span: From when to when it was worked; nothing, where only the length is known.
        late_minutes: How much of the time worked lies after midnight, which may be paid at another rate.
        shifts: How many shifts it counts for where pay is by the shift: one, or none if it was not
            worked. In a correction it is the difference, as every other figure is.
        estimated: Whether it was sent before it was worked: what was really worked is still to be told.
        trued_up: Whether it has been told since.
        corrects: The line of an earlier timesheet that this one puts right.
        rate: What was agreed for it when the timesheet was sent. Until then the terms are looked up.
        late_rate: The same for the time after midnight, where it was another.
    """

    day: date
    kind: ShiftKind
    worked_minutes: int
    shifts: int
    late_minutes: int = 0
    shift_id: ShiftId | None = None
    outcome_id: OutcomeId | None = None
    stream_id: StreamId | None = None
    planned: TimeSpan | None = None
    planned_minutes: int = 0
    span: TimeSpan | None = None
    break_minutes: int = 0
    awake_minutes: int | None = None
    miles: int = 0
    journey: str = ""
    expenses: Money = NIL
    note: str = ""
    estimated: bool = False
    trued_up: bool = False
    corrects: WorkedLineId | None = None
    rate: Rate | None = None
    late_rate: Rate | None = None

    @property
    def rests(self) -> bool:
        """Whether this is a kind of shift in which an assistant may sleep or be elsewhere."""
        return self.kind in RESTING

    @property
    def keeps_to_plan(self) -> bool:
        """Whether it was worked from when to when it was planned."""
        return self.shift_id is not None and (self.span, self.worked_minutes) == (self.planned, self.planned_minutes)

    @property
    def is_as_planned(self) -> bool:
        """Whether it was filled from the rota and nobody has changed or added anything."""
        return self.keeps_to_plan and self.has_nothing_besides and (self.awake_minutes, self.note) == (None, "")

    @property
    def is_as_filled(self) -> bool:
        """Whether nobody has touched it since it was filled, as worked or as a day of absence."""
        away = self.worked_minutes == 0 and self.note in {kind.words.capitalize() for kind in AbsenceKind}
        return self.is_as_planned or (away and self.has_nothing_besides)

    @property
    def has_nothing_besides(self) -> bool:
        """Whether no break, no miles and no expenses were told."""
        return (self.break_minutes, self.miles, self.journey, self.expenses) == (0, 0, "", NIL)

    @property
    def awake_is_untold(self) -> bool:
        """Whether nobody has said yet how long of a night that was worked was spent awake."""
        return self.kind is ShiftKind.SLEEP_IN and self.worked_minutes > 0 and self.awake_minutes is None

    @property
    def worked_said(self) -> str:
        """From when to when it was worked, in words; where that is not known, how long."""
        if self.corrects is not None:
            return "Correction"
        if not self.worked_minutes:
            return "Not worked"
        return str(self.span or f"{hours_said(self.worked_minutes)} hours")

    @property
    def besides(self) -> str:
        """What else was told of it: breaks, time awake, miles, expenses and the note."""
        miles = f"{self.miles} miles" if self.miles else ""
        parts = (
            self.estimate_said,
            f"Break {hours_said(self.break_minutes)}" if self.break_minutes else "",
            "" if self.awake_minutes is None else f"Awake {hours_said(self.awake_minutes)}",
            ", ".join(filter(None, (miles, self.journey))),
            "" if self.expenses == NIL else str(self.expenses),
            self.note,
        )
        return ". ".join(filter(None, parts))

    @property
    def estimate_said(self) -> str:
        """That it was sent as an estimate, in words, and whether it has been trued up; nothing for any other."""
        if not self.estimated:
            return ""
        return "Estimate, trued up" if self.trued_up else "Estimate"

    @property
    def worked(self) -> Worked:
        """What was worked, as it was told."""
        return Worked(
            minutes=self.worked_minutes,
            span=self.span,
            break_minutes=self.break_minutes,
            awake_minutes=self.awake_minutes,
            miles=self.miles,
            journey=self.journey,
            expenses=self.expenses,
            note=self.note,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedLine(Entry):
    """One line of a timesheet."""

    id: WorkedLineId
    timesheet_id: TimesheetId

    def changed_to(self, worked: Worked) -> WorkedLine:
        """Return this line with what was really worked.

        Raises:
            UserError: It cannot have been worked so; see ``Worked.check_on``.
        """
        worked.check_on(self.day)
        return replace(
            self,
            worked_minutes=worked.minutes,
            late_minutes=late_minutes(worked.span, self.day, worked.minutes),
            shifts=int(worked.minutes > 0),
            span=worked.span,
            break_minutes=worked.break_minutes,
            awake_minutes=worked.awake_minutes,
            miles=worked.miles,
            journey=worked.journey,
            expenses=worked.expenses,
            note=worked.note,
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """Hours of work, and the shifts that are counted instead: sleep-ins and being on call."""

    minutes: int = 0
    sleep_ins: int = 0
    on_calls: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Return the two together."""
        return Tally(self.minutes + other.minutes, self.sleep_ins + other.sleep_ins, self.on_calls + other.on_calls)

    def __str__(self) -> str:
        """Return the tally in words, for example ``62:00 and 4 sleep-ins``."""
        parts = [hours_said(self.minutes)] if self.minutes or not (self.sleep_ins or self.on_calls) else []
        if self.sleep_ins:
            parts.append(f"{self.sleep_ins} sleep-in{'' if self.sleep_ins == 1 else 's'}")
        if self.on_calls:
            parts.append(f"{self.on_calls} on call")
        return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))

    @classmethod
    def of(cls, kind: ShiftKind, *, minutes: int, shifts: int) -> Tally:
        """Return the tally of time and shifts of one kind."""
        if kind is ShiftKind.SLEEP_IN:
            return cls(sleep_ins=shifts)
        if kind is ShiftKind.ON_CALL:
            return cls(on_calls=shifts)
        return cls(minutes=minutes)


def miles_from_text(text: str) -> int:
    """Return the miles a person has typed: whole ones.

    Raises:
        NotMiles: The text is no whole number, or more than anybody drives in a day.
    """
    typed = text.strip().casefold().removesuffix("miles").removesuffix("mile").strip()
    if not (typed.isascii() and typed.isdigit()) or int(typed) > _FURTHEST:
        raise NotMiles(f"This is not a number of miles up to {_FURTHEST}. Type whole miles, for example 12.")
    return int(typed)


def stretches(assistant: Assistant, line: Entry) -> tuple[Stretch, ...]:
    """Return the time of a line by what it is paid: as agreed when it was sent, else by the terms of each day.

    What was worked over midnight is divided as ``by_rate`` says.
    """
    return by_rate(
        line.kind,
        line.worked_minutes,
        late=line.late_minutes,
        rate=line.rate or rate_agreed(assistant, line),
        next_rate=lambda: (
            line.late_rate or line.rate or rate_agreed(assistant, replace(line, day=line.day + timedelta(days=1)))
        ),
    )


def as_sent(assistant: Assistant, line: WorkedLine, sent_on: date) -> WorkedLine:
    """Return a line with what is agreed for it now, kept for good. A correction keeps the rates it puts right.

    What ends only after the day it is sent is an estimate.
    """
    if line.rate is not None:
        return line
    rate, *later = (stretch.rate for stretch in stretches(assistant, line))
    ends_on = line.span.ends_at(line.day).date() if line.span else line.day
    return replace(
        with_payer(assistant, line),
        rate=rate,
        late_rate=later[0] if later else None,
        estimated=line.corrects is None and ends_on > sent_on,
    )


def with_payer(assistant: Assistant, line: WorkedLine) -> WorkedLine:
    """Return a line with the money that pays it: its own, else that of its rate, else that of the terms."""
    return replace(line, stream_id=assistant.paid_from(line.kind, line.day, line.stream_id))


def rate_agreed(assistant: Assistant, line: Entry) -> Rate | None:
    """Return what was agreed for a line by the terms of its day; nothing, if nothing was.

    A sleep-in or being on call that is paid by the shift is paid besides for each hour awake and working: at the
    hourly rate agreed for that, else as for days. Where there is no rate for days either, the sum for the shift is
    all.
    """
    try:
        rate = assistant.rate_on(line.day, line.kind)
    except (NoTermsYet, NoRateForKind):
        return None
    if line.rests and rate.per_hour is None:
        day = assistant.terms_on(line.day).rate_for(ShiftKind.DAY, line.day)
        return replace(rate, per_hour=day.per_hour) if day else rate
    return rate


def extra_entry(*, day: date, kind: ShiftKind, worked: Worked) -> Entry:
    """Return a line for work that was never on the rota.

    Raises:
        UserError: It cannot have been worked so; see ``Worked.check_on``.
    """
    worked.check_on(day)
    return Entry(
        day=day,
        kind=kind,
        worked_minutes=worked.minutes,
        late_minutes=late_minutes(worked.span, day, worked.minutes),
        shifts=int(worked.minutes > 0),
        span=worked.span,
        break_minutes=worked.break_minutes,
        awake_minutes=worked.awake_minutes,
        miles=worked.miles,
        journey=worked.journey,
        expenses=worked.expenses,
        note=worked.note,
    )


def minutes_between_times(span: TimeSpan | None, day: date, break_minutes: int) -> int:
    """Return how long somebody worked between two times without the breaks that are not paid, in minutes.

    Example: 9am to 5pm with a break of half an hour is 450.

    Raises:
        BreakWithoutTimes: There are no times to take a break off.
        BreakTooLong: The break lasts as long as the work.
    """
    if span is None:
        if break_minutes:
            raise BreakWithoutTimes("A break is taken off the times. Type the times too, or only the hours worked.")
        return 0
    if break_minutes >= (longest := span.minutes_on(day)):
        raise BreakTooLong(
            f"{span} is {hours_said(longest)} hours, and the break is {hours_said(break_minutes)}. Type a shorter one."
        )
    return longest - break_minutes


def as_it_stands(line: Entry, corrections: Iterable[Entry]) -> Worked:
    """Return what a line says once its corrections are counted in.

    Example: 4:00 hours, corrected by -0:30, stand at 3:30.
    """
    parts = (line, *corrections)
    told = [part.awake_minutes for part in parts if part.awake_minutes is not None]
    return Worked(
        minutes=sum(part.worked_minutes for part in parts),
        awake_minutes=sum(told) if told else None,
        miles=sum(part.miles for part in parts),
        expenses=Money(sum(part.expenses.pence for part in parts)),
    )


def correction(line: WorkedLine, corrections: Sequence[Entry], worked: Worked) -> Entry:
    """Return the line that puts right one that was sent: every figure is the difference to what stands.

    It keeps the day, the kind, the money and the rate of the line it names, so that it is paid as that one was.
    Of a line that was sent as an estimate it is the true-up.

    Example: 4:00 hours were sent and 3:30 were worked: the correction is -0:30.

    Raises:
        NothingToCorrect: What was worked is what stands already.
        UserError: It cannot have been worked so; see ``Worked.check_on``.
    """
    worked.check_on(line.day)
    stands = as_it_stands(line, corrections)
    shifts = int(worked.minutes > 0) - line.shifts - sum(part.shifts for part in corrections)
    awake = None if worked.awake_minutes is None else worked.awake_minutes - (stands.awake_minutes or 0)
    late = late_minutes(worked.span or line.span, line.day, worked.minutes)
    entry = Entry(
        day=line.day,
        kind=line.kind,
        outcome_id=line.outcome_id,
        stream_id=line.stream_id,
        worked_minutes=worked.minutes - stands.minutes,
        late_minutes=late - line.late_minutes - sum(part.late_minutes for part in corrections),
        shifts=shifts,
        awake_minutes=awake,
        miles=worked.miles - stands.miles,
        journey=worked.journey,
        expenses=worked.expenses - stands.expenses,
        note=worked.note or f"{'True-up of' if line.estimated else 'Puts right'} {said_short(line.day)}",
        corrects=line.id,
        rate=line.rate,
        late_rate=line.late_rate,
    )
    if not (entry.worked_minutes or entry.late_minutes or shifts or awake or entry.miles or entry.expenses.pence):
        raise NothingToCorrect("This is what the timesheet says already. Change a figure, or leave it as it is.")
    return entry
