"""Papers for an assistant, drafted from the record: what each says, item by item, to be edited before it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Final, NewType

from pa_manager.assistants.model.agreement import NOTHING_SAID, Agreement, HoursKind
from pa_manager.assistants.model.people import Assistant, AssistantId
from pa_manager.assistants.model.terms import Terms
from pa_manager.assistants.model.vacancies import VacancyId
from pa_manager.values.clock import hours_said
from pa_manager.values.days import said

PaperId = NewType("PaperId", int)

NOT_ADVICE: Final = "This text is a draft by PA Manager. It is not legal advice."


class PaperKind(StrEnum):
    """Which paper it is. The words are stored: never change one."""

    STATEMENT = "statement"
    RATE_LETTER = "rate_letter"
    REFERENCE_REQUEST = "reference_request"
    PRIVACY_NOTICE = "privacy_notice"
    INDUCTION = "induction"
    SUPERVISION = "supervision"
    JOB_DESCRIPTION = "job_description"
    ADVERT = "advert"

    @property
    def words(self) -> str:
        """The paper as screens and its own title say it."""
        return _WORDS[self]

    @property
    def for_vacancy(self) -> bool:
        """Whether it is about a job that nobody has yet, and so about no PA."""
        return self in {PaperKind.JOB_DESCRIPTION, PaperKind.ADVERT}

    @property
    def signed_by_both(self) -> bool:
        """Whether the PA and the employer agree it and sign it."""
        return self in _FOR_TWO


_WORDS: Final = {
    PaperKind.STATEMENT: "Written statement of employment particulars",
    PaperKind.RATE_LETTER: "Letter about a change of pay",
    PaperKind.REFERENCE_REQUEST: "Request for a reference",
    PaperKind.PRIVACY_NOTICE: "Privacy notice",
    PaperKind.INDUCTION: "Induction notes",
    PaperKind.SUPERVISION: "Supervision notes",
    PaperKind.JOB_DESCRIPTION: "Job description",
    PaperKind.ADVERT: "Advert",
}
_FOR_TWO: Final = {PaperKind.STATEMENT, PaperKind.RATE_LETTER, PaperKind.INDUCTION, PaperKind.SUPERVISION}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that a paper says. Without a text it is a blank to be filled in by hand."""

    key: str
    heading: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A paper before it is kept: what it says, and whom or what it is about."""

    kind: PaperKind
    about: str
    items: tuple[Item, ...]

    @property
    def blanks(self) -> tuple[str, ...]:
        """The headings that nothing is known for."""
        return tuple(item.heading for item in self.items if not item.text.strip())

    def edited(self, texts: Mapping[str, str]) -> Draft:
        """Return the draft with other texts, by the keys of its items. An item without one stays as it is."""
        items = (replace(item, text=texts.get(item.key, item.text).strip()) for item in self.items)
        return replace(self, items=tuple(items))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper that was made: one of its versions, as it was printed.

    Attributes:
        agreed_on: The day on which the PA and the employer both agreed it; nothing if they have not.
    """

    id: PaperId
    kind: PaperKind
    made_on: date
    assistant_id: AssistantId | None = None
    vacancy_id: VacancyId | None = None
    agreed_on: date | None = None

    @property
    def standing(self) -> str:
        """Whether both have agreed it, in words; nothing where nobody has to."""
        if not self.kind.signed_by_both:
            return ""
        return f"Agreed {said(self.agreed_on)}" if self.agreed_on else "Not agreed yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer:
    """Whose paper it is. What is not known is empty."""

    name: str = ""
    address: str = ""


def draft_of(kind: PaperKind, assistant: Assistant, employer: Employer, day: date) -> Draft:
    """Return a paper as the record fills it in on a day: by the terms that hold then, or else the first to come."""
    begun = [terms for terms in assistant.terms if terms.from_day <= day]
    terms = begun[-1] if begun else next(iter(assistant.terms), None)
    drafts: Mapping[PaperKind, Callable[[Assistant, Employer, Terms | None], tuple[Item, ...]]] = {
        PaperKind.STATEMENT: _statement,
        PaperKind.RATE_LETTER: _rate_letter,
        PaperKind.REFERENCE_REQUEST: _reference_request,
        PaperKind.PRIVACY_NOTICE: _privacy_notice,
        PaperKind.INDUCTION: partial(_induction, day),
        PaperKind.SUPERVISION: partial(_supervision, day),
    }
    return Draft(kind=kind, about=assistant.name, items=drafts[kind](assistant, employer, terms))


def _statement(assistant: Assistant, employer: Employer, terms: Terms | None) -> tuple[Item, ...]:
    """Return what the law lists, item by item: see the Employment Rights Act 1996, s. 1 to 3."""
    agreement = terms.agreement if terms else NOTHING_SAID
    return paper_items(
        ("employer", "Employer", employer.name),
        ("employer_address", "Address of the employer", employer.address),
        ("worker", "Employee", assistant.name),
        ("began", "The employment began on", said(assistant.started_on)),
        (
            "continuous",
            "Continuous employment began on",
            f"{said(assistant.started_on)}. No employment before that day counts.",
        ),
        ("job", "Job", agreement.job_title),
        ("workplace", "Place or places of work", agreement.workplace),
        ("abroad", "Work outside the United Kingdom", "None for longer than a month."),
        ("pay", "Pay", _pay(terms)),
        ("paid_when", "When pay is paid", f"{assistant.frequency.words}, for the pay period that has ended."),
        ("hours", "Hours of work", _hours(terms)),
        ("days", "Days and times of work, and how they may vary", agreement.days_and_times),
        ("holiday", "Holiday and holiday pay, also on leaving", _holiday(agreement)),
        ("sickness", "Sick leave and sick pay", agreement.sick_pay),
        ("other_leave", "Other paid leave", agreement.other_leave),
        ("benefits", "Other benefits", agreement.benefits),
        ("notice", "Notice", _notice(agreement)),
        ("length", "How long the job is for", _length(agreement)),
        ("probation", "Probation", _probation(agreement)),
        ("training", "Training that must be done, and who pays for it", agreement.training),
        ("pension", "Pension", agreement.pension),
        ("collective", "Collective agreements", "None apply."),
        ("disciplinary", "Disciplinary rules and complaints", agreement.disciplinary),
    )


def _rate_letter(assistant: Assistant, employer: Employer, terms: Terms | None) -> tuple[Item, ...]:
    return paper_items(
        ("greeting", "To", assistant.name),
        ("sender", "From", employer.name),
        ("from_day", "Your pay changes from", said(terms.from_day) if terms else ""),
        ("pay", "From that day you are paid", _pay(terms)),
        (
            "rest",
            "All else",
            "All else that we agreed stays as it is. Tell me soon if you see it otherwise.",
        ),
    )


def _reference_request(assistant: Assistant, employer: Employer, _terms: Terms | None) -> tuple[Item, ...]:
    return paper_items(
        ("referee", "To", ""),
        ("sender", "From", employer.name),
        (
            "about",
            "About",
            f"{assistant.name} has named you. I would like to employ them as my personal assistant at home.",
        ),
        (
            "questions",
            "What I would like to know",
            (
                "How long, and as what, have you known them? Are they honest, patient and on time?"
                " Would you have them in your own home? Is there anything I should know?"
            ),
        ),
        ("answer", "Your answer", ""),
    )


def _privacy_notice(assistant: Assistant, employer: Employer, _terms: Terms | None) -> tuple[Item, ...]:
    return paper_items(
        ("who", "Who keeps your details", ", ".join(filter(None, (employer.name, employer.address)))),
        ("whose", "Whose details", assistant.name),
        (
            "what",
            "What is kept",
            (
                "Your name and contacts, whom to ring in an emergency, your right to work, checks and training, hours,"
                " pay, holiday and sickness, your National Insurance number and bank account."
            ),
        ),
        ("why", "Why", "To employ and pay you, and because tax and employment law ask for it."),
        (
            "shared",
            "Who else sees it",
            "The payroll, HMRC and the pension scheme; the council sees hours and pay that it gives money for.",
        ),
        (
            "how_long",
            "How long it is kept",
            (
                "Pay records 3 years from the end of the tax year; records of hours, pay and holiday 6 years."
                " The council may ask for longer."
            ),
        ),
        (
            "rights",
            "What you may ask",
            (
                "To see what is kept, to have it put right, and to have removed what the law does not ask to be kept."
                " You may complain to the Information Commissioner."
            ),
        ),
    )


def _induction(day: date, assistant: Assistant, employer: Employer, _terms: Terms | None) -> tuple[Item, ...]:
    return paper_items(
        ("held", "Day", said(day)),
        ("present", "Who was there", _both(assistant, employer)),
        ("home", "The home: keys, alarms, water, gas, electricity, the way out in a fire", ""),
        ("people", "Who to ring, and for what", ""),
        ("routines", "Routines, and how things are liked", ""),
        ("tasks", "Tasks that were shown and tried", ""),
        ("safety", "Lifting, medicines, gloves, and what is dangerous", ""),
        ("private", "What stays private", "What you see and hear in this home stays in it, also after you have left."),
        ("agreed", "What we agreed, and what is still to be learned", ""),
    )


def _supervision(day: date, assistant: Assistant, employer: Employer, _terms: Terms | None) -> tuple[Item, ...]:
    return paper_items(
        ("held", "Day", said(day)),
        ("present", "Who was there", _both(assistant, employer)),
        ("before", "What we agreed last time, and what came of it", ""),
        ("well", "What goes well", ""),
        ("hard", "What is hard, for either of us", ""),
        ("training", "Training and help that is wanted", ""),
        ("time", "Hours, holiday and pay: anything to put right", ""),
        ("agreed", "What we agreed, who does it, and by when", ""),
        ("next", "When we talk again", ""),
    )


def _both(assistant: Assistant, employer: Employer) -> str:
    return " and ".join(filter(None, (employer.name, assistant.name)))


def paper_items(*rows: tuple[str, str, str]) -> tuple[Item, ...]:
    """Return what a paper says, from keys, headings and texts."""
    return tuple(Item(key=key, heading=heading, text=text) for key, heading, text in rows)


def _pay(terms: Terms | None) -> str:
    return "\n".join(f"{rate.called}: {rate}" for rate in terms.rates) if terms else ""


def _hours(terms: Terms | None) -> str:
    if terms is None:
        return ""
    weekly = "" if terms.weekly_minutes is None else f"{hours_said(terms.weekly_minutes)} hours a week."
    kind = "" if terms.agreement.hours is HoursKind.NOT_TOLD else f"{terms.agreement.hours.words}."
    return " ".join(filter(None, (weekly, kind)))


def _holiday(agreement: Agreement) -> str:
    begins = agreement.holiday_year_from
    year = f"The holiday year begins on {begins.day} {begins:%B}." if begins else ""
    return " ".join(filter(None, (agreement.holiday, year))) if agreement.holiday else ""


def _notice(agreement: Agreement) -> str:
    yours, theirs = agreement.your_notice_weeks, agreement.their_notice_weeks
    if yours is None or theirs is None:
        return ""
    return (
        f"From the employer {_weeks(yours)}, or what the law asks for if that is more."
        f" From the employee {_weeks(theirs)}."
    )


def _weeks(weeks: int) -> str:
    return f"{weeks} week{'' if weeks == 1 else 's'}"


def _length(agreement: Agreement) -> str:
    return f"For a fixed time, until {said(agreement.ends_on)}." if agreement.ends_on else "It has no fixed end."


def _probation(agreement: Agreement) -> str:
    if agreement.probation_ends_on is None:
        return agreement.probation or "There is none."
    return " ".join(filter(None, (f"Until {said(agreement.probation_ends_on)}.", agreement.probation)))
