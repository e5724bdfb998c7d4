"""The holiday record of one PA and leave year: each figure with how it comes about, and what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from typing import Final

from pa_manager.assistants.model import Assistant, HoursKind
from pa_manager.law.explained import Because
from pa_manager.law.holiday_irregular import holds_in
from pa_manager.law.holiday_ledger import Carried, HolidayLedger, HolidayYear, ledger
from pa_manager.law.holiday_pay import AveragePay
from pa_manager.law.paye import Record, keep_until
from pa_manager.pay.model.holidays import (
    REGULATIONS,
    CarriedIn,
    EarnedPeriod,
    Given,
    Holiday,
    HolidayAgreed,
    PastWork,
    carried_by_law,
    earned_by_then,
    earned_periods,
    irregular_holiday,
    regular_holiday,
    terms_on,
    worth_of_an_hour,
)
from pa_manager.values.clock import hours_said
from pa_manager.values.days import Period, said, said_period
from pa_manager.values.money import NIL, Money

RECORD_DUTY: Final = (
    "You keep a record of each PA's holiday: what was given, taken, carried over and paid, also on leaving. It is kept"
    " for 6 years from the day it was made (Working Time Regulations 1998, reg. 16B, from 6 April 2026). Not keeping it"
    " is an offence."
)
ADVICE: Final = (
    "We are not lawyers: Acas gives free advice about holiday and sick pay (acas.org.uk), and so may your payroll."
)
ROLLED_UP: Final = (
    "Holiday is paid with each wage (rolled up), so nothing is paid when it is taken. The time must still be taken, and"
    " the payslip shows that pay by itself (Working Time Regulations 1998, reg. 16A)."
)
REMINDED_FOR: Final = timedelta(days=92)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of the record, in words, with how it comes about."""

    words: str
    said: str
    why: tuple[Because, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayRecord:
    """What is known of a PA's holiday in a leave year, on a day.

    Attributes:
        on: The day it is worked out for.
        figures: Each figure, explained; none where too little is known.
        earned: What each pay period earned, where hours are irregular.
        ledger: The figures as minutes; nothing where too little is known.
        missing: What is not known, and what to do, in sentences.
    """

    assistant: Assistant
    year: Period
    on: date
    agreed: HolidayAgreed
    holidays: tuple[Holiday, ...]
    earned: tuple[EarnedPeriod, ...] = ()
    carried: CarriedIn | None = None
    ledger: HolidayLedger | None = None
    figures: tuple[Figure, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def method(self) -> str:
        """How holiday is reckoned, in words."""
        terms = terms_on(self.assistant, min(self.on, self.year.last))
        return terms.agreement.hours.words if terms else "Nothing agreed yet"

    @property
    def notes(self) -> tuple[str, ...]:
        """What is not known, and where more was taken or booked than there is, in sentences."""
        if self.ledger is None or self.ledger.left >= 0:
            return self.missing
        over = f"{hours_said(-floor(self.ledger.left))} hours more are taken or booked than there are."
        later = " More is earned with each pay period." if self.earned else ""
        return (*self.missing, f"{over}{later}")

    @property
    def reminder(self) -> str:
        """What to tell the PA when the leave year ends soon and holiday is left; nothing if there is none to tell."""
        if (
            self.ledger is None
            or self.ledger.left <= 0
            or not self.year.last - REMINDED_FOR < self.on <= self.year.last
        ):
            return ""
        return (
            f"{self.assistant.name} has {hours_said(floor(self.ledger.left))} hours of holiday to take by"
            f" {said(self.year.last)}. Say so, and that it may be lost: otherwise it carries over"
            " (Working Time Regulations 1998, reg. 13(16))."
        )

    @property
    def kept_until(self) -> date:
        """The day until which the record is kept: 6 years from when its last part can have been made."""
        return keep_until(Record.HOLIDAY, max(self.year.last, self.on))


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAsked:
    """What a record is made from."""

    assistant: Assistant
    year: Period
    on: date
    agreed: HolidayAgreed
    work: PastWork
    holidays: Sequence[Holiday]
    carried: CarriedIn | None = None


def holiday_record(asked: RecordAsked) -> HolidayRecord:
    """Return the holiday record of a leave year on a day.

    Example: 16 hours a week, regular, 20 hours taken, 4 booked: 89:36 in the year, 65:36 left.
    """
    assistant, year = asked.assistant, asked.year
    on = min(asked.on, year.last)
    terms = terms_on(assistant, on)
    hours = terms.agreement.hours if terms else HoursKind.NOT_TOLD
    irregular = hours in {HoursKind.IRREGULAR, HoursKind.PART_YEAR}
    pay = worth_of_an_hour(assistant, asked.work, before=on + timedelta(days=1))
    earned = earned_periods(assistant, year, asked.work, on=on) if irregular and holds_in(year.first) else ()
    missing = list(_missing(asked, hours))
    given: Given | None = None
    so_far: Given | None = None
    if irregular and holds_in(year.first):
        given = so_far = irregular_holiday(earned, asked.work)
    elif hours is HoursKind.REGULAR:
        given = regular_holiday(assistant, year, asked.agreed.weekdays)
        so_far = earned_by_then(assistant, year, given, on) if given else None
    if given is None or so_far is None:
        return HolidayRecord(
            assistant=assistant,
            year=year,
            on=on,
            agreed=asked.agreed,
            holidays=tuple(asked.holidays),
            earned=earned,
            carried=asked.carried,
            missing=tuple(missing),
        )
    week = Fraction(terms.weekly_minutes) if terms and terms.weekly_minutes else pay.week_minutes
    carried = carried_by_law(asked.carried, year, week, irregular=irregular) if asked.carried else None
    found = ledger(
        HolidayYear(
            year=year,
            entitlement=given.minutes,
            accrued=so_far.minutes,
            taken=Fraction(sum(each.within(year) for each in asked.holidays if each.is_taken)),
            booked=Fraction(sum(each.within(year) for each in asked.holidays if each.is_booked)),
            carried_in=Fraction(asked.carried.minutes) if asked.carried else Fraction(0),
            carried_in_use_by=carried.use_by if carried else None,
        ),
        on=on,
        pay=pay,
    )
    return HolidayRecord(
        assistant=assistant,
        year=year,
        on=on,
        agreed=asked.agreed,
        holidays=tuple(asked.holidays),
        earned=earned,
        carried=asked.carried,
        ledger=found,
        figures=tuple(
            _figures(
                asked,
                _Reckoned(ledger=found, given=given, so_far=so_far, carried=carried, pay=pay, irregular=irregular),
            )
        ),
        missing=tuple(missing),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reckoned:
    """What the figures are made from."""

    ledger: HolidayLedger
    given: Given
    so_far: Given
    carried: Carried | None
    pay: AveragePay
    irregular: bool


def _figures(asked: RecordAsked, reckoned: _Reckoned) -> list[Figure]:
    found, given, so_far = reckoned.ledger, reckoned.given, reckoned.so_far
    carried, pay, irregular = reckoned.carried, reckoned.pay, reckoned.irregular
    figures = [
        Figure(words="Earned so far" if irregular else "In the leave year", said=_said(given.minutes), why=given.why)
    ]
    if not irregular and so_far.minutes != given.minutes:
        figures.append(Figure(words="Earned so far", said=_said(so_far.minutes), why=so_far.why))
    if carried is not None and asked.carried is not None:
        until = f", to be used by {said(carried.use_by)}" if carried.use_by else ""
        why = [carried.why, Because(f"{_said(Fraction(asked.carried.minutes))} hours were typed{until}")]
        if asked.carried.minutes > carried.minutes:
            why.append(Because("More than the law asks for: that part is by agreement"))
        figures.append(Figure(words="Carried in", said=_said(found.carried_in), why=tuple(why)))
    taken = [each for each in asked.holidays if each.is_taken and each.within(asked.year)]
    booked = [each for each in asked.holidays if each.is_booked and each.within(asked.year)]
    figures += [
        Figure(words="Taken", said=_said(found.taken), why=_lines(taken, asked.year, "None has been taken yet")),
        Figure(words="Booked", said=_said(found.booked), why=_lines(booked, asked.year, "None is agreed and to come")),
        Figure(
            words="Left to take",
            said=_said(found.left),
            why=(
                Because(
                    f"{_said(found.entitlement)} and {_said(found.carried_in)} carried in, less"
                    f" {_said(found.taken)} taken and {_said(found.booked)} booked",
                    None,
                    f"{REGULATIONS}, reg. 13 to 15D",
                ),
            ),
        ),
    ]
    if asked.agreed.rolled_up:
        return [*figures, Figure(words="Worth of an hour", said=str(NIL), why=(Because(ROLLED_UP.removesuffix(".")),))]
    owed = f"{_said(found.owed)}, {found.worth}"
    return [
        *figures,
        Figure(words="Earned and not taken", said=owed, why=found.why),
        Figure(words="Worth of an hour", said=str(pay.per_hour), why=pay.why),
    ]


def _missing(asked: RecordAsked, hours: HoursKind) -> list[str]:
    sentences = list[str]()
    if asked.agreed.rolled_up and not (
        hours in {HoursKind.IRREGULAR, HoursKind.PART_YEAR} and holds_in(asked.year.first)
    ):
        sentences.append(
            "Holiday is paid with each wage, and the law allows that only for irregular hours or part of the year, in"
            " leave years from 1 April 2024 (Working Time Regulations 1998, reg. 16A). Change one of them."
        )
    if hours is HoursKind.NOT_TOLD:
        sentences.append(
            "The contract does not say whether hours are regular, and holiday is worked out by that. Choose it with the"
            " rest of the contract, under My PAs."
        )
    elif hours is HoursKind.REGULAR:
        if regular_holiday(asked.assistant, asked.year, asked.agreed.weekdays) is None:
            sentences.append(
                "No hours a week are agreed. Add them to the terms under My PAs, or say that hours differ."
            )
    elif not holds_in(asked.year.first):
        sentences.append(
            "Holiday is earned by the hour in leave years from 1 April 2024 only. Ask Acas about this one."
        )
    for each in asked.holidays:
        if each.absence.state.counts and not each.minutes and each.absence.days.overlap(asked.year):
            sentences.append(
                f"No shifts are known for the holiday of {said_period(each.absence.days)}: type how many hours it is."
            )
    return sentences


def _lines(holidays: Sequence[Holiday], year: Period, none: str) -> tuple[Because, ...]:
    lines = list[Because]()
    for each in holidays:
        source = f"{each.source[0].lower()}{each.source[1:]}"
        lines.append(Because(f"{said_period(each.absence.days)}: {hours_said(each.within(year))} hours, {source}"))
    return tuple(lines) or (Because(none),)


def _said(minutes: Fraction) -> str:
    return hours_said(floor(minutes))


def money_of(holidays: Sequence[Holiday], days: Period) -> tuple[int, Money]:
    """Return the minutes of holiday taken within some days, and what they are paid.

    A holiday that runs over the end of a pay period is paid in each by its minutes there, rounded by itself.

    Example: 10 hours at £13.20, of which 6 fall within: 360 minutes, £79.20.
    """
    minutes, pay = 0, NIL
    for each in holidays:
        if (each.is_taken or each.is_booked) and (part := each.within(days)):
            minutes += part
            pay += each.pay.times(Fraction(part, each.minutes))
    return minutes, pay
