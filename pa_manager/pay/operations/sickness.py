"""Sickness of each PA: what proves it, the earnings before it, sick pay by law, and what is missing."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.model import Assistant, AssistantId, DocumentDetails, DocumentKind
from pa_manager.assistants.operations import file_document, find_assistant, suggest_keeping
from pa_manager.figures.operations import own_figures
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.law.sick_pay import SickDay
from pa_manager.pay.model import (
    EvidenceDetails,
    EvidenceId,
    SickAsked,
    SickRecord,
    missing_evidence,
    sick_record,
    spells_of,
)
from pa_manager.pay.operations.holidays import ALWAYS, employed
from pa_manager.pay.operations.subject import PAY
from pa_manager.pay.store import holidays, payslips
from pa_manager.pay.store import sickness as store
from pa_manager.rota.model import AbsenceKind
from pa_manager.rota.operations import absences_of
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money
from pa_manager.values.tasks import Place, Task

_ASKED_FOR: Final = timedelta(days=90)
_LOOKED_BACK: Final = timedelta(days=366)
_FIT_NOTE_FROM: Final = timedelta(days=7)


def note_evidence(work: Work, *, details: EvidenceDetails, content: bytes | None = None) -> Changes:
    """Note a self-certificate or a fit note, and file the paper itself with the PA where there is one.

    Raises:
        NotADocument: The file is empty or too large.
        NotFound: There is no such assistant.
    """
    find_assistant(work, details.assistant_id)
    store.add_evidence(work, replace(details, note=details.note.strip()))
    if content is None:
        return PAY
    keep = suggest_keeping(work, assistant_id=details.assistant_id, kind=DocumentKind.SICKNESS, dated=details.days.last)
    document = DocumentDetails(
        kind=DocumentKind.SICKNESS, name=details.document, dated=details.days.first, keep_until=keep.until
    )
    return PAY | file_document(work, assistant_id=details.assistant_id, details=document, content=content)


def remove_evidence(work: Work, *, evidence_id: EvidenceId) -> Changes:
    """Take a self-certificate or fit note off the list. A paper that is filed with the PA stays there.

    Raises:
        NotFound: There is no such evidence.
    """
    store.remove_evidence(work, evidence_id)
    return PAY


def type_earnings(work: Work, *, assistant_id: AssistantId, first: date, weekly: Money | None) -> Changes:
    """Keep the weekly earnings before a spell of sickness; without any, payslips say them again.

    Raises:
        NotFound: There is no such assistant.
    """
    find_assistant(work, assistant_id)
    store.put_earnings(work, assistant_id, first, weekly)
    return PAY


def read_sickness(work: Work, *, assistant_id: AssistantId, today: date) -> SickRecord:
    """Return all sickness of a PA with its sick pay day by day.

    Raises:
        NotFound: There is no such assistant.
    """
    return _record(work, find_assistant(work, assistant_id), today)


def sick_pay_in_period(work: Work, assistant: Assistant, period: Period) -> tuple[tuple[SickDay, ...], Money]:
    """Return the days of a pay period for which sick pay is due to a PA, and what it comes to."""
    if not _absences(work, assistant.id, period):
        return (), NIL
    record = _record(work, assistant, period.last)
    return record.paid_in(period), record.amount_in(period)


def fit_notes_to_ask_for(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return whose fit note is missing from the eighth day of sickness on, of the last three months."""
    tasks = list[Task]()
    for assistant in employed(work):
        for spell in spells_of(_absences(work, assistant.id, Period(today - _LOOKED_BACK, today))):
            missing = missing_evidence(spell, store.evidence_of(work, assistant.id), today=today)
            if missing and spell.last >= today - _ASKED_FOR:
                text = f"{assistant.name} {'is' if today in spell else 'was'} off sick. {missing}"
                due = spell.first + _FIT_NOTE_FROM
                tasks.append(Task(text=text, place=Place("pay", assistant.id, screen="holidays"), due=due))
    return tuple(tasks)


def _record(work: Work, assistant: Assistant, today: date) -> SickRecord:
    return sick_record(
        SickAsked(
            assistant=assistant,
            absences=_absences(work, assistant.id, ALWAYS),
            agreed=holidays.weekdays_agreed(work, assistant.id),
            payslips=tuple(each for each in payslips.paid_in(work) if each.assistant_id == assistant.id),
            evidence=store.evidence_of(work, assistant.id),
            typed=store.typed_earnings(work, assistant.id),
            own=own_figures(work),
        ),
        today=today,
    )


def _absences(work: Work, assistant_id: AssistantId, days: Period) -> tuple[Period, ...]:
    found = absences_of(work, assistant_id=assistant_id, days=days)
    return tuple(each.days for each in found if each.kind is AbsenceKind.SICKNESS)
