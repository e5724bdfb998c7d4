"""What a new PA asks for: only what is needed for this one, each step with its reason and its law."""

from __future__ import annotations

from datetime import date

from pa_manager.assistants.model.checks import CheckKind
from pa_manager.assistants.model.papers import PaperKind
from pa_manager.assistants.model.people import AssistantKind
from pa_manager.assistants.model.person import Told
from pa_manager.assistants.model.steps import Known, Step, StepKind
from pa_manager.law.dated import FigureNotKnown
from pa_manager.law.pay_periods import Frequency
from pa_manager.law.paye import must_register
from pa_manager.law.pension import assess, postponed_to_at_latest
from pa_manager.values.days import said
from pa_manager.values.money import NIL


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
    steps += [*_consent(known), *_driving(known, day)]
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


def _consent(known: Known) -> list[Step]:
    """Return that the council must agree to a close relative at home being paid."""
    if not known.assistant.is_paid_relative:
        return []
    at_home = known.person.same_household
    return [
        _step(
            StepKind.CONSENT,
            "Have the council's consent in writing, and name it in their file",
            "The money may pay a close relative who lives with you only where the council says it must."
            if at_home
            else "Councils ask to be told before a relative is paid.",
            "Care and Support (Direct Payments) Regulations 2014, reg. 3, in England" if at_home else "",
            known.assistant.started_on,
            known.has_consent,
        )
    ]


def _driving(known: Known, day: date) -> list[Step]:
    """Return what somebody must show who drives for the holder."""
    if known.person.drives is not Told.YES:
        return []
    first = known.assistant.started_on
    return [
        _step(
            StepKind.DRIVING,
            "See their driving licence",
            "You may not let somebody drive for you who has none.",
            "Road Traffic Act 1988, s. 87",
            first,
            known.has_check(CheckKind.DRIVING_LICENCE, day),
        ),
        _step(
            StepKind.CAR_INSURANCE,
            "See that the car is insured for driving at work",
            "Insurance for private journeys does not cover driving for an employer.",
            "Road Traffic Act 1988, s. 143",
            first,
            known.has_check(CheckKind.CAR_INSURANCE, day),
        ),
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


def _step(kind: StepKind, words: str, why: str, law: str, due: date, done: bool) -> Step:  # noqa: PLR0913, PLR0917 -- a row
    return Step(kind=kind, words=words, why=why, law=law, due=due, done=done, by_record=done)
