"""What leaving asks for: notice, holiday that is owed, redundancy, the last papers."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from pa_manager.assistants.model.agreement import HoursKind
from pa_manager.assistants.model.people import Assistant, AssistantKind
from pa_manager.assistants.model.steps import Known, NoticeBy, Step, StepKind
from pa_manager.assistants.model.terms import Terms
from pa_manager.law.dated import FigureNotKnown
from pa_manager.law.holiday_pay import InLieu, WeekPaid, average_pay, in_lieu
from pa_manager.law.holiday_regular import Stay, hours_of_holiday, leave_year
from pa_manager.law.redundancy import notice_from_employer, notice_from_worker, redundancy
from pa_manager.values.clock import hours_said
from pa_manager.values.money import NIL

_FULL_WEEK = Fraction(5)


def leaving_steps(known: Known) -> list[Step]:
    """Return what leaving asks for."""
    assistant = known.assistant
    last = assistant.left_on or assistant.started_on
    if assistant.kind is not AssistantKind.EMPLOYED:
        return [_last_timesheet(last), _keys(last)]
    return [
        _notice(known, last),
        _holiday(known, last),
        *_redundancy(known, last),
        _last_timesheet(last),
        Step(
            kind=StepKind.P45,
            words="Have the payroll give them a P45",
            why="They need it for the next job.",
            law="Income Tax (PAYE) Regulations 2003, reg. 36",
            due=last,
        ),
        _keys(last),
    ]


def _redundancy(known: Known, last: date) -> list[Step]:
    """Return the step of redundancy, with what it comes to where that can be told; none under two years."""
    assistant = known.assistant
    weekly = known.weekly_pay(last)
    law = "Employment Rights Act 1996, s. 135 and 162"
    why = "Only if the job itself ends. A close relative who works in the home has no right to it."
    words = "If the job ends, work out redundancy pay"
    if assistant.born_on is not None:
        try:
            found = redundancy(
                born_on=assistant.born_on,
                started_on=assistant.started_on,
                ends_on=last,
                weekly_pay=weekly or NIL,
                own=known.own,
            )
        except FigureNotKnown as error:
            why = f"{why} {error}"
        else:
            if not found.weeks:
                return []
            words = f"If the job ends, pay redundancy: about {found.amount}" if weekly else words
    return [Step(kind=StepKind.REDUNDANCY, words=words, why=why, law=law, due=last)]


def _notice(known: Known, last: date) -> Step:
    """Return the step of notice: what is owed, and where it is known what was given and what is short."""
    assistant, leaving = known.assistant, known.leaving
    asked_on = leaving.notice_on or last
    yours = notice_from_employer(started_on=assistant.started_on, on=asked_on).weeks
    theirs = notice_from_worker(started_on=assistant.started_on, on=asked_on).weeks
    if terms := _terms_on(assistant, asked_on):
        yours = max(yours, terms.agreement.your_notice_weeks or 0)
        theirs = max(theirs, terms.agreement.their_notice_weeks or 0)
    words = f"See that notice is right: {_weeks(yours)} from you, {_weeks(theirs)} from them"
    why = "It is what the law asks, or the contract where that is more."
    if leaving.notice_on is not None and leaving.notice_by is not NoticeBy.NOT_TOLD:
        yourself = leaving.notice_by is NoticeBy.EMPLOYER
        owed = yours if yourself else theirs
        given = (last - leaving.notice_on).days
        words = f"Notice from {'you' if yourself else 'them'}: {_weeks(owed)} owed, {_days(given)} given"
        short = owed * 7 - given
        if short > 0:
            words += f", {_days(short)} short"
            why = f"{why} {_what_is_short(known, last, short) if yourself else 'Agree with them on the rest.'}"
    law = "Employment Rights Act 1996, s. 86"
    return Step(kind=StepKind.NOTICE, words=words, why=why, law=law, due=last)


def _what_is_short(known: Known, last: date, days: int) -> str:
    weekly = known.weekly_pay(last)
    worth = f", about {weekly.times(Fraction(days, 7))}" if weekly else ""
    return f"Move the last day, or pay for the days that are short{worth}."


def holiday_earned(known: Known) -> Fraction | None:
    """Return the minutes of holiday earned in the leave year by the last day; nothing where that cannot be told.

    It can be told where hours are regular: 5.6 weeks a year, by the days employed, each part of the year by the terms
    that held, up to the whole minute. Else it is what somebody has noted.
    (Working Time Regulations 1998, reg. 13, 13A and 14.)

    Example: 16 hours a week, leave year from 1 April, last day 30 June 2026: 91 of 365 days, 22 hours 21 minutes.
    """
    if known.leaving.holiday_earned_minutes is not None:
        return Fraction(known.leaving.holiday_earned_minutes)
    assistant, last = known.assistant, known.assistant.left_on
    terms = None if last is None else _terms_on(assistant, last)
    if last is None or terms is None:
        return None
    year = leave_year(terms.agreement.holiday_year_from or assistant.started_on, holding=last)
    earned = Fraction(0)
    for number, each in enumerate(assistant.terms):
        first = max(each.from_day, year.first, assistant.started_on)
        later = assistant.terms[number + 1].from_day - timedelta(days=1) if number + 1 < len(assistant.terms) else last
        until = min(later, last)
        if first > until:
            continue
        if each.agreement.hours is not HoursKind.REGULAR or each.weekly_minutes is None:
            return None
        stay = Stay(year=year, started_on=first, left_on=until)
        earned += hours_of_holiday(Fraction(each.weekly_minutes, 60), _FULL_WEEK, stay).exact * 60
    return Fraction(ceil(earned))


def holiday_owed(known: Known) -> InLieu | None:
    """Return what a leaver is owed for holiday; nothing where it cannot be told yet.

    An hour is worth what the basic rate pays: the average of the last 52 paid weeks is what the last pay must use.
    (Working Time Regulations 1998, reg. 14 and 16.)

    Example: 22 hours 21 minutes earned, 10 hours taken, at £13.20: 12 hours 21 minutes, £163.02.
    """
    earned, taken, last = holiday_earned(known), known.leaving.holiday_taken_minutes, known.assistant.left_on
    basic = known.assistant.basic_rate_on(last) if last else None
    if earned is None or taken is None or basic is None or basic.per_hour is None:
        return None
    pay = average_pay([WeekPaid(pay=basic.per_hour, minutes=60)], regular_hours=True)
    return in_lieu(earned=earned, taken=Fraction(taken), pay=pay)


def _holiday(known: Known, last: date) -> Step:
    """Return the step of holiday that is owed, with its hours and sum where they can be told."""
    words = "Pay for holiday that was earned and not taken"
    why = "It is due with the last pay."
    earned, owed, taken = holiday_earned(known), holiday_owed(known), known.leaving.holiday_taken_minutes
    if earned is not None:
        why += f" {hours_said(int(earned))} hours were earned in the leave year"
        why += "." if taken is None else f", {hours_said(taken)} taken."
    if owed is not None and owed.minutes:
        words = f"Pay about {owed.pay} for {hours_said(int(owed.minutes))} hours of holiday not taken"
        why += " The payroll works with the average of the last 52 paid weeks."
    elif owed is not None:
        words = "No holiday is owed: see that the last payslip agrees"
        if earned is not None and taken is not None and taken > earned:
            why += " For what was taken beyond that you may take back pay only if the contract says so."
    elif earned is None:
        why += " Note the hours earned and taken under Part with them, and the sum is worked out."
    else:
        why += " Note the hours taken under Part with them, and the sum is worked out."
    law = "Working Time Regulations 1998, reg. 14"
    return Step(kind=StepKind.HOLIDAY_OWED, words=words, why=why, law=law, due=last)


def _terms_on(assistant: Assistant, day: date) -> Terms | None:
    return next((each for each in reversed(assistant.terms) if each.from_day <= day), None)


def _last_timesheet(last: date) -> Step:
    words = "Agree the last timesheet, and send it"
    return Step(kind=StepKind.LAST_TIMESHEET, words=words, why="The last pay is made from it.", due=last)


def _keys(last: date) -> Step:
    words = "Get keys, cards and papers back, and change codes"
    return Step(kind=StepKind.KEYS, words=words, why="Your home stays yours.", due=last)


def _weeks(weeks: int) -> str:
    return f"{weeks or 'no'} week{'' if weeks == 1 else 's'}"


def _days(days: int) -> str:
    return f"{days or 'no'} day{'' if days == 1 else 's'}"
