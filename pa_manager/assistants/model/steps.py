"""Checklists: what a new PA asks for, and what a leaving one does. Only what is needed, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from pa_manager.assistants.model.checks import Check, CheckKind
from pa_manager.assistants.model.papers import PaperKind
from pa_manager.assistants.model.people import Assistant, AssistantKind, PayFrequency
from pa_manager.assistants.model.person import PersonFile, Told
from pa_manager.law.dated import FigureNotKnown, OwnFigure
from pa_manager.law.pay_periods import Frequency
from pa_manager.law.paye import must_register
from pa_manager.law.pension import assess, postponed_to_at_latest
from pa_manager.law.redundancy import notice_from_employer, notice_from_worker, redundancy
from pa_manager.values.days import said
from pa_manager.values.money import NIL, Money

_WEEKS: Final = {
    PayFrequency.WEEKLY: Fraction(1),
    PayFrequency.FORTNIGHTLY: Fraction(2),
    PayFrequency.FOUR_WEEKLY: Fraction(4),
    PayFrequency.MONTHLY: Fraction(52, 12),
}


class StepKind(StrEnum):
    """One step of a checklist. The words are stored: never change one."""

    RIGHT_TO_WORK = "right_to_work"
    DBS = "dbs"
    REFERENCES = "references"
    INSURANCE = "insurance"
    STATEMENT = "statement"
    REGISTER = "register"
    PENSION = "pension"
    EMERGENCY = "emergency"
    PRIVACY = "privacy"
    INDUCTION = "induction"
    NOTICE = "notice"
    HOLIDAY_OWED = "holiday_owed"
    REDUNDANCY = "redundancy"
    LAST_TIMESHEET = "last_timesheet"
    P45 = "p45"
    KEYS = "keys"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: what to do, why, by which law and day, and whether it is done.

    Attributes:
        by_record: Whether the record itself shows that it is done: then there is nothing to tick.
    """

    kind: StepKind
    words: str
    why: str
    law: str = ""
    due: date | None = None
    done: bool = False
    by_record: bool = False

    @property
    def reason(self) -> str:
        """The reason and its law, in one line."""
        return f"{self.why} ({self.law}.)" if self.law else self.why


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the checklists are made from."""

    assistant: Assistant
    person: PersonFile
    checks: tuple[Check, ...] = ()
    papers: frozenset[PaperKind] = frozenset()
    ticked: frozenset[StepKind] = frozenset()
    own: tuple[OwnFigure, ...] = ()

    def has_check(self, kind: CheckKind, day: date) -> bool:
        """Return whether a check of a kind was done and still holds on a day."""
        return any(
            each.kind is kind and each.done_on and (each.ends_on is None or each.ends_on >= day) for each in self.checks
        )

    def pay_in_period(self, day: date) -> Money | None:
        """Return the pay of one pay period by the hours agreed; nothing where they differ or no rate is agreed."""
        weekly = self.weekly_pay(day)
        return None if weekly is None else weekly.times(_WEEKS[self.assistant.frequency])

    def weekly_pay(self, day: date) -> Money | None:
        """Return a week's pay by the hours agreed; nothing where they differ or no rate is agreed."""
        terms = next((each for each in reversed(self.assistant.terms) if each.from_day <= day), None)
        basic = terms.basic_rate() if terms else None
        if terms is None or terms.weekly_minutes is None or basic is None or basic.per_hour is None:
            return None
        return basic.per_hour.times(Fraction(terms.weekly_minutes, 60))


def steps_for(known: Known, day: date) -> tuple[Step, ...]:
    """Return the checklist of a PA: the one for leaving once a last day is noted, else the one for a new PA."""
    if known.assistant.left_on is not None:
        return tuple(_ticked(leaving_steps(known), known))
    return tuple(_ticked(starting_steps(known, day), known))


def starting_steps(known: Known, day: date) -> list[Step]:
    """Return what a new PA asks for, and nothing that is not needed for this one."""
    assistant = known.assistant
    first = assistant.started_on
    employed = assistant.kind is AssistantKind.EMPLOYED
    steps = []
    if employed:
        steps.append(
            _step(
                StepKind.RIGHT_TO_WORK,
                "See their right to work, and keep a copy",
                "It must be seen before the first day; the fine for not looking is up to £45,000.",
                "Immigration, Asylum and Nationality Act 2006, s. 15",
                first,
                known.has_check(CheckKind.RIGHT_TO_WORK, day),
            )
        )
    if assistant.kind in {AssistantKind.EMPLOYED, AssistantKind.SELF_EMPLOYED}:
        steps.append(
            _step(
                StepKind.DBS,
                "Ask to see a DBS check",
                "Since 21 January 2026 the PA applies for it through an umbrella body; you may ask to see it.",
                "GOV.UK, DBS checks for self-employed people and personal employees",
                first,
                known.has_check(CheckKind.DBS, day),
            )
        )
        steps.append(
            _step(
                StepKind.REFERENCES,
                "Ask for references",
                "No law asks for it, but it tells you whom you let into your home.",
                "",
                first,
                known.has_check(CheckKind.REFERENCE, day),
            )
        )
    if employed and not assistant.relative:
        steps.append(
            _step(
                StepKind.INSURANCE,
                "Have employers' liability insurance, and show the certificate",
                "At least £5 million of cover is needed from the first day; the fine is up to £2,500 a day.",
                "Employers' Liability (Compulsory Insurance) Act 1969",
                first,
                known.has_check(CheckKind.EMPLOYERS_LIABILITY, day),
            )
        )
    if employed:
        steps.append(
            _step(
                StepKind.STATEMENT,
                "Give them the written statement",
                "Everybody employed must have it on the first day.",
                "Employment Rights Act 1996, s. 1",
                first,
                PaperKind.STATEMENT in known.papers,
            )
        )
        steps += [*_registering(known), *_pension(known)]
    steps.append(
        _step(
            StepKind.EMERGENCY,
            "Ask whom to ring in an emergency",
            "Somebody must be told if they fall ill at work.",
            "",
            first,
            bool(known.person.emergency_phone),
        )
    )
    steps.append(
        _step(
            StepKind.PRIVACY,
            "Give them the privacy notice",
            "People must be told what is kept about them, and why.",
            "UK GDPR, art. 13",
            first,
            PaperKind.PRIVACY_NOTICE in known.papers,
        )
    )
    steps.append(
        Step(
            kind=StepKind.INDUCTION,
            words="Show them the home, the routines and what is dangerous",
            why="An employer must see to the safety of those who work in the home.",
            law="Health and Safety at Work etc. Act 1974, s. 2" if employed else "",
            due=first,
        )
    )
    return steps


def leaving_steps(known: Known) -> list[Step]:
    """Return what leaving asks for."""
    assistant = known.assistant
    last = assistant.left_on or assistant.started_on
    if assistant.kind is not AssistantKind.EMPLOYED:
        return [_last_timesheet(last), _keys(last)]
    theirs = notice_from_worker(started_on=assistant.started_on, on=last).weeks
    yours = notice_from_employer(started_on=assistant.started_on, on=last).weeks
    agreed = next((each.agreement for each in reversed(assistant.terms) if each.from_day <= last), None)
    if agreed:
        yours = max(yours, agreed.your_notice_weeks or 0)
        theirs = max(theirs, agreed.their_notice_weeks or 0)
    return [
        Step(
            kind=StepKind.NOTICE,
            words=f"See that notice is right: {_weeks(yours)} from you, {_weeks(theirs)} from them",
            why="It is what the law asks, or the contract where that is more.",
            law="Employment Rights Act 1996, s. 86",
            due=last,
        ),
        Step(
            kind=StepKind.HOLIDAY_OWED,
            words="Pay for holiday that was earned and not taken",
            why="It is due with the last pay.",
            law="Working Time Regulations 1998, reg. 14",
            due=last,
        ),
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


def _registering(known: Known) -> list[Step]:
    assistant, person = known.assistant, known.person
    reasons = [
        *(["They have another job"] if person.other_job is Told.YES else []),
        *(["They draw a pension"] if person.has_pension is Told.YES else []),
    ]
    day = assistant.started_on
    pay = known.pay_in_period(day)
    asked = Told.NOT_TOLD not in {person.other_job, person.has_pension}
    try:
        found = must_register(
            [pay or NIL],
            frequency=Frequency(assistant.frequency.value),
            paid_on=day,
            other_reasons=reasons,
            own=known.own,
        )
    except FigureNotKnown as error:
        return [_register("Find out whether you must register with HMRC", str(error), day)]
    if found.must:
        why = reasons or [found.why[0].words]
        return [_register("Register with HMRC as an employer before the first payday", f"{'. '.join(why)}.", day)]
    if pay is None or not asked:
        why_not = "It depends on pay at the lower earnings limit, another job, or a pension: not all is known yet."
        return [_register("Find out whether you must register with HMRC", why_not, day)]
    return []


def _register(words: str, why: str, day: date) -> Step:
    law = "Income Tax (PAYE) Regulations 2003, reg. 67B and Sch. A1"
    return Step(kind=StepKind.REGISTER, words=words, why=why, law=law, due=day)


def _pension(known: Known) -> list[Step]:
    assistant = known.assistant
    day = assistant.started_on
    pay = known.pay_in_period(day)
    later = said(postponed_to_at_latest(day))
    why = f"Your duties begin on the first day. It may be put off to {later} at most, if you tell them so in writing."
    words = "Look whether they must be put into a pension"
    if pay is not None and assistant.born_on is not None:
        try:
            found = assess(
                pay,
                born_on=assistant.born_on,
                frequency=Frequency(assistant.frequency.value),
                paid_on=day,
                own=known.own,
            )
        except FigureNotKnown as error:
            why = f"{why} {error}"
        else:
            words = f"Pension: {found.standing.value}"
            why = f"{found.standing.duty} {why}"
    return [Step(kind=StepKind.PENSION, words=words, why=why, law="Pensions Act 2008, s. 3 to 9", due=day)]


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


def _last_timesheet(last: date) -> Step:
    words = "Agree the last timesheet, and send it"
    return Step(kind=StepKind.LAST_TIMESHEET, words=words, why="The last pay is made from it.", due=last)


def _keys(last: date) -> Step:
    words = "Get keys, cards and papers back, and change codes"
    return Step(kind=StepKind.KEYS, words=words, why="Your home stays yours.", due=last)


def _step(kind: StepKind, words: str, why: str, law: str, due: date, done: bool) -> Step:  # noqa: PLR0913, PLR0917 -- a row
    return Step(kind=kind, words=words, why=why, law=law, due=due, done=done, by_record=done)


def _ticked(steps: Iterable[Step], known: Known) -> list[Step]:
    return [
        Step(
            kind=step.kind,
            words=step.words,
            why=step.why,
            law=step.law,
            due=step.due,
            done=step.done or step.kind in known.ticked,
            by_record=step.by_record,
        )
        for step in steps
    ]


def _weeks(weeks: int) -> str:
    return f"{weeks or 'no'} week{'' if weeks == 1 else 's'}"
