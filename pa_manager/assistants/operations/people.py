"""What can be done with assistants, and with the terms agreed with each."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.model import (
    NOTHING_SAID,
    Agreement,
    Assistant,
    AssistantId,
    AssistantKind,
    HolidayCalendar,
    Leaving,
    Particulars,
    Rate,
    RateDay,
    ShiftKind,
    Terms,
    WageGap,
    tidy_name,
    wage_gaps,
)
from pa_manager.assistants.operations.subject import ASSISTANTS
from pa_manager.assistants.store import files
from pa_manager.assistants.store import leaving as leavings
from pa_manager.assistants.store import people as store
from pa_manager.figures.operations import own_figures
from pa_manager.file.running import Changes
from pa_manager.file.work import NotFound, Work
from pa_manager.values.days import said
from pa_manager.values.tasks import Place, Task

_WAGES_AHEAD: Final = timedelta(days=90)
_DAYS_AHEAD: Final = timedelta(days=30)


def engage_assistant(work: Work, *, particulars: Particulars, terms: Terms | None = None) -> Changes:
    """Take somebody on, with the first terms agreed if there are any yet."""
    assistant_id = store.add(work, _tidied(particulars))
    if terms:
        store.put_terms(work, assistant_id, terms)
    return ASSISTANTS


def change_assistant(work: Work, *, assistant_id: AssistantId, particulars: Particulars) -> Changes:
    """Change who an assistant is, and how they are paid. Terms stay as they are.

    Raises:
        NotFound: There is no such assistant.
        LeftBeforeStarting: The first day would come after the last.
    """
    assistant = store.get(work, assistant_id)
    if assistant.left_on:
        replace(assistant, started_on=particulars.started_on).check_last_day(assistant.left_on)
    store.put(work, assistant_id, _tidied(particulars))
    return ASSISTANTS


def agree_terms(work: Work, *, assistant_id: AssistantId, terms: Terms, backdated: bool = False) -> Changes:
    """Agree new terms from a day on. Those before stay as they are, for the days before.

    Raises:
        TermsBackdated: They begin on or before a day that others begin on, and nobody has said they may.
        NotFound: There is no such assistant.
    """
    store.get(work, assistant_id).with_terms(terms, backdated=backdated)
    store.put_terms(work, assistant_id, terms)
    return ASSISTANTS


def set_rate(work: Work, *, assistant_id: AssistantId, from_day: date, rate: Rate) -> Changes:
    """Set what the terms of a day pay for a kind of shift on some days.

    Raises:
        NotFound: There is no such assistant, or no terms that begin on that day.
    """
    store.put_terms(work, assistant_id, _terms_from(work, assistant_id, from_day).with_rate(rate))
    return ASSISTANTS


def drop_rate(work: Work, *, assistant_id: AssistantId, from_day: date, kind: ShiftKind, on: RateDay) -> Changes:
    """Take what the terms of a day pay for a kind of shift on some days out of them.

    Raises:
        NotFound: There is no such assistant, or no terms that begin on that day.
    """
    store.put_terms(work, assistant_id, _terms_from(work, assistant_id, from_day).without_rate(kind, on))
    return ASSISTANTS


def change_agreement(
    work: Work, *, assistant_id: AssistantId, from_day: date, agreement: Agreement, calendar: HolidayCalendar
) -> Changes:
    """Change what the terms that begin on a day say besides hours and rates.

    Raises:
        NotFound: There is no such assistant, or no terms that begin on that day.
    """
    terms = _terms_from(work, assistant_id, from_day)
    store.put_terms(work, assistant_id, replace(terms, agreement=agreement, calendar=calendar))
    return ASSISTANTS


def wages_below_least(work: Work, *, assistant_id: AssistantId, first: date, last: date) -> tuple[WageGap, ...]:
    """Return where the pay agreed with an assistant falls below the minimum wage between two days.

    Raises:
        NotFound: There is no such assistant.
    """
    return wage_gaps(store.get(work, assistant_id), first=first, last=last, own=own_figures(work))


def part_with_assistant(
    work: Work, *, assistant_id: AssistantId, left_on: date | None, leaving: Leaving | None = None
) -> Changes:
    """Note the last day of an assistant, and how they leave; without a day, that they stay after all.

    Raises:
        LeftBeforeStarting: The last day would come before the first.
        NotFound: There is no such assistant.
    """
    assistant = store.get(work, assistant_id)
    if left_on:
        assistant.check_last_day(left_on)
    store.put_last_day(work, assistant_id, left_on)
    if leaving is not None:
        leavings.put(work, assistant_id, leaving)
    return ASSISTANTS


def find_leaving(work: Work, assistant_id: AssistantId) -> Leaving:
    """Return how an engagement ends, as far as it is known."""
    return leavings.get(work, assistant_id)


def find_assistant(work: Work, assistant_id: AssistantId) -> Assistant:
    """Return one assistant.

    Raises:
        NotFound: There is no such assistant.
    """
    return store.get(work, assistant_id)


def list_assistants(work: Work) -> tuple[Assistant, ...]:
    """Return every assistant, by name: those who have left too."""
    return store.every(work)


def assistants_by_id(work: Work) -> dict[AssistantId, Assistant]:
    """Return every assistant by number, for whoever has many records to put names to."""
    return {assistant.id: assistant for assistant in store.every(work)}


def people_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return with whom no terms are agreed, and which relative is paid without the council's word for it."""
    here = [each for each in store.every(work) if each.left_on is None or each.left_on >= today]
    unterms = [
        Task(
            text=f"Agree terms with {each.name}: without a rate no pay can be worked out.",
            place=Place("assistants", each.id),
        )
        for each in here
        if each.kind is AssistantKind.EMPLOYED and not each.terms
    ]
    return (*unterms, *_consents_to_do(work, here), *_days_to_do(work, today))


def _terms_from(work: Work, assistant_id: AssistantId, from_day: date) -> Terms:
    terms = [each for each in store.get(work, assistant_id).terms if each.from_day == from_day]
    if not terms:
        raise NotFound("Those terms are no longer in the file.")
    return terms[0]


def _days_to_do(work: Work, today: date) -> tuple[Task, ...]:
    own = own_figures(work)
    tasks: list[Task] = []
    for assistant in store.every(work):
        if assistant.left_on is not None and assistant.left_on < today:
            continue
        place = Place("assistants", assistant.id)
        tasks += [
            Task(text=f"Raise the pay of {assistant.name}. {gap.sentence}", place=place, due=gap.from_day)
            for gap in wage_gaps(assistant, first=today, last=today + _WAGES_AHEAD, own=own)
        ]
        begun = [terms for terms in assistant.terms if terms.from_day <= today]
        agreement = begun[-1].agreement if begun else NOTHING_SAID
        for what, day in (
            ("The probation", agreement.probation_ends_on),
            ("The job for a fixed time", agreement.ends_on),
        ):
            if day is not None and today <= day <= today + _DAYS_AHEAD:
                text = f"{what} of {assistant.name} ends on {said(day)}: talk about it, and write down what you agree."
                tasks.append(Task(text=text, place=place, due=day))
    return tuple(tasks)


def _consents_to_do(work: Work, here: Iterable[Assistant]) -> list[Task]:
    named, at_home = files.consents(work), files.at_home(work)
    return [
        Task(
            text=f"Ask the council to agree in writing that {each.name}, a relative"
            f"{' who lives with you' if each.id in at_home else ''}, is paid. Then name the consent in their file.",
            place=Place("assistants", each.id, screen="person"),
        )
        for each in here
        if each.is_paid_relative and not each.consent_note and each.id not in named
    ]


def _tidied(particulars: Particulars) -> Particulars:
    return replace(
        particulars,
        name=tidy_name(particulars.name),
        known_as=" ".join(particulars.known_as.split()),
        phone=particulars.phone.strip(),
        email=particulars.email.strip(),
        consent_note=particulars.consent_note.strip(),
    )
