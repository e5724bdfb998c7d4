"""Holiday of each PA: what is agreed, carried over and typed; the record of a leave year; and what is to be said."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from math import floor
from typing import Final

from pa_manager.assistants.model import Assistant, AssistantId, AssistantKind
from pa_manager.assistants.operations import find_assistant, find_leaving, list_assistants, part_with_assistant
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.holder.model import NoHolderYet
from pa_manager.holder.operations import find_holder
from pa_manager.pay.model import (
    REMINDED_FOR,
    CarriedIn,
    Holiday,
    HolidayAgreed,
    HolidayRecord,
    PastWork,
    RecordAsked,
    holiday_record,
    leave_year_of,
    minutes_of,
    money_of,
    pay_terms_on,
    terms_on,
    worth_of_an_hour,
)
from pa_manager.pay.operations.subject import PAY
from pa_manager.pay.report.holidays import HolidayPage, holiday_pdf
from pa_manager.pay.store import besides, payslips
from pa_manager.pay.store import holidays as store
from pa_manager.rota.model import Absence, AbsenceId, AbsenceKind, Shift
from pa_manager.rota.operations import absences_of, find_absence, list_holidays, list_shifts
from pa_manager.timesheets.operations import timesheets_in
from pa_manager.values.days import Period
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money
from pa_manager.values.tasks import Place, Task

ALWAYS: Final = Period(date(1900, 1, 1), date(2199, 12, 31))
_A_DAY: Final = timedelta(days=1)


class NothingToFill(UserError):
    """The record does not know what a leaver has earned, or nobody leaves."""


def agree_weekdays(work: Work, *, assistant_id: AssistantId, weekdays: frozenset[int]) -> Changes:
    """Keep on which days of the week a PA works, Monday being 0: sick pay is for these days.

    Raises:
        NotFound: There is no such assistant.
    """
    find_assistant(work, assistant_id)
    store.put_weekdays(work, assistant_id, weekdays)
    return PAY


def carry_holiday_over(work: Work, *, carried: CarriedIn) -> Changes:
    """Keep how much holiday was carried into a leave year, and why.

    Raises:
        NotFound: There is no such assistant.
    """
    find_assistant(work, carried.assistant_id)
    store.put_carried(work, replace(carried, note=carried.note.strip()))
    return PAY


def type_holiday_hours(work: Work, *, absence_id: AbsenceId, minutes: int | None) -> Changes:
    """Keep how many minutes a holiday is; without any, its shifts say so again.

    Raises:
        NotFound: There is no such absence.
    """
    find_absence(work, absence_id)
    store.put_hours(work, absence_id, minutes)
    return PAY


def fill_leaving(work: Work, *, assistant_id: AssistantId) -> Changes:
    """Note with a leaver what holiday was earned and taken in the leave year, as the record knows it.

    Raises:
        NothingToFill: No last day is noted, or too little is known.
        NotFound: There is no such assistant.
    """
    assistant = find_assistant(work, assistant_id)
    if assistant.left_on is None:
        raise NothingToFill(f"No last day of {assistant.name} is noted. Note it first, under My PAs.")
    year = leave_year_of(assistant, assistant.left_on)
    record = read_holiday(work, assistant_id=assistant_id, year=year, today=assistant.left_on)
    if record.ledger is None:
        raise NothingToFill(f"The holiday of {assistant.name} is not known. {' '.join(record.missing)} Then try again.")
    found = record.ledger
    return part_with_assistant(
        work,
        assistant_id=assistant_id,
        left_on=assistant.left_on,
        leaving=replace(
            find_leaving(work, assistant_id),
            holiday_earned_minutes=floor(found.accrued + found.carried_in),
            holiday_taken_minutes=floor(found.taken),
        ),
    )


def read_holiday(work: Work, *, assistant_id: AssistantId, year: Period, today: date) -> HolidayRecord:
    """Return the holiday record of a PA and leave year, as it is on a day.

    Raises:
        NotFound: There is no such assistant.
    """
    assistant = find_assistant(work, assistant_id)
    past = past_work(work, assistant)
    lines = [each.absence for each in list_holidays(work, days=year)]
    theirs = [each for each in lines if each.assistant_id == assistant_id and each.days.overlap(year)]
    return holiday_record(
        RecordAsked(
            assistant=assistant,
            year=year,
            on=today,
            agreed=holiday_agreed(work, assistant_id=assistant_id, day=min(max(today, year.first), year.last)),
            work=past,
            holidays=_holidays(work, assistant, theirs, past, today),
            carried=store.carried_into(work, assistant_id, year.first),
        )
    )


def holiday_in_period(work: Work, assistant: Assistant, period: Period) -> tuple[int, Money, tuple[str, ...]]:
    """Return the minutes of holiday a PA has in a pay period, what is paid for them, nil where rolled up, and why."""
    absences = [
        each for each in absences_of(work, assistant_id=assistant.id, days=period) if each.kind is AbsenceKind.HOLIDAY
    ]
    if not absences:
        return 0, NIL, ()
    holidays = _holidays(work, assistant, absences, past_work(work, assistant), period.last)
    minutes, pay = money_of(holidays, period)
    return minutes, pay, tuple(str(line) for each in holidays for line in each.why)


def holiday_agreed(work: Work, *, assistant_id: AssistantId, day: date) -> HolidayAgreed:
    """Return what is agreed with a PA for holiday and sickness besides the contract, as it holds on a day."""
    terms = pay_terms_on((each for each in besides.every_terms(work) if each.assistant_id == assistant_id), day)
    return HolidayAgreed(
        rolled_up=terms is not None and terms.rolled_up, weekdays=store.weekdays_agreed(work, assistant_id)
    )


def employed(work: Work) -> tuple[Assistant, ...]:
    """Return the PAs who are employed, by name: holiday and sick pay by law are theirs. Who has left is last."""
    everyone = [each for each in list_assistants(work) if each.kind is AssistantKind.EMPLOYED]
    return tuple(sorted(everyone, key=lambda each: each.left_on is not None))


def print_holiday(work: Work, *, assistant_id: AssistantId, year: Period, today: date, large: bool = False) -> bytes:
    """Return the holiday record of a PA and leave year as a PDF, in large print if wished.

    Raises:
        NotFound: There is no such assistant.
    """
    try:
        holder = find_holder(work).name
    except NoHolderYet:
        holder = ""
    record = read_holiday(work, assistant_id=assistant_id, year=year, today=today)
    return holiday_pdf(HolidayPage(holder=holder, record=record, printed_on=today), large=large)


def holidays_to_take(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return who must be told of holiday to take before the leave year ends."""
    here = [(each, leave_year_of(each, today)) for each in employed(work) if each.works_on(today) and not each.left_on]
    records = [
        read_holiday(work, assistant_id=each.id, year=year, today=today)
        for each, year in here
        if year.last - today < REMINDED_FOR
    ]
    return tuple(
        Task(text=each.reminder, place=Place("pay", each.assistant.id, screen="holidays"), due=each.year.last)
        for each in records
        if each.reminder
    )


def past_work(work: Work, assistant: Assistant) -> PastWork:
    """Return what the file knows of a PA's work: timesheets, payslips and sickness."""
    sick = absences_of(work, assistant_id=assistant.id, days=ALWAYS)
    return PastWork(
        timesheets=tuple(each for each in timesheets_in(work, period=ALWAYS) if each.assistant_id == assistant.id),
        payslips=tuple(each for each in payslips.paid_in(work) if each.assistant_id == assistant.id),
        sick=tuple(each.days for each in sick if each.kind is AbsenceKind.SICKNESS),
    )


def _holidays(
    work: Work, assistant: Assistant, absences: Iterable[Absence], past: PastWork, today: date
) -> tuple[Holiday, ...]:
    typed = store.typed_hours(work)
    found = list[Holiday]()
    for absence in absences:
        shifts = dict[date, int]()
        for line in list_shifts(work, days=absence.days):
            if _is_theirs(line.shift, assistant.id):
                shifts[line.shift.day] = shifts.get(line.shift.day, 0) + line.shift.minutes
        terms = terms_on(assistant, absence.days.first)
        agreed = holiday_agreed(work, assistant_id=assistant.id, day=absence.days.first)
        by_day, source = minutes_of(absence, shifts, typed.get(absence.id), terms, agreed.weekdays)
        pay = worth_of_an_hour(assistant, past, before=absence.days.first)
        minutes = sum(each for _, each in by_day)
        found.append(
            Holiday(
                absence=absence,
                by_day=by_day,
                source=source,
                over=absence.days.last < today,
                pay=NIL if agreed.rolled_up else pay.for_minutes(minutes),
                why=pay.why,
            )
        )
    return tuple(found)


def _is_theirs(shift: Shift, assistant_id: AssistantId) -> bool:
    """Return whether a shift is one of an assistant's, also if it was left open because they are away."""
    return assistant_id in {shift.assistant_id, shift.left_by}
