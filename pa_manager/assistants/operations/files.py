"""What can be done with the file of an assistant, and with the checks in it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.model import (
    Assistant,
    AssistantId,
    AssistantKind,
    Check,
    CheckDetails,
    CheckId,
    CheckKind,
    Fact,
    PersonFile,
    PrivateDetails,
    account_number_from_text,
    facts_of,
    insurance_number_from_text,
    sort_code_from_text,
    told_apart,
)
from pa_manager.assistants.operations.subject import ASSISTANTS
from pa_manager.assistants.store import files as store
from pa_manager.assistants.store import people
from pa_manager.file.running import NOTHING, Changes
from pa_manager.file.work import Work
from pa_manager.holder.operations import list_advice
from pa_manager.law.pension import next_re_enrolment
from pa_manager.paper.photos import photo_from
from pa_manager.values.days import said
from pa_manager.values.tasks import Place, Task

_RE_ENROLMENT: Final = timedelta(days=90)
_CHECKLIST: Final = timedelta(days=30)
"""For so long after the first day the checklist asks for what is missing."""


def keep_person_file(work: Work, *, assistant_id: AssistantId, person: PersonFile) -> Changes:
    """Keep what is known of an assistant besides name, contact and pay.

    Raises:
        NotFound: There is no such assistant.
    """
    people.get(work, assistant_id)
    store.put_file(work, assistant_id, _tidied(person))
    return ASSISTANTS


def find_person_file(work: Work, assistant_id: AssistantId) -> PersonFile:
    """Return what is known of an assistant; an empty file if nothing is yet."""
    return store.get_file(work, assistant_id)


def keep_private_details(work: Work, *, assistant_id: AssistantId, private: PrivateDetails) -> Changes:
    """Keep the National Insurance number and the bank account, where no history and no export finds them.

    Raises:
        NotFound: There is no such assistant.
        NotAnInsuranceNumber: The number cannot be one.
        NotASortCode: The sort code cannot be one.
        NotAnAccountNumber: The number of the account cannot be one.
    """
    people.get(work, assistant_id)
    read = PrivateDetails(
        insurance_number=insurance_number_from_text(private.insurance_number) if private.insurance_number else "",
        account_name=" ".join(private.account_name.split()),
        sort_code=sort_code_from_text(private.sort_code) if private.sort_code else "",
        account_number=account_number_from_text(private.account_number) if private.account_number else "",
    )
    if read == store.get_private(work, assistant_id):
        return NOTHING
    store.put_private(work, assistant_id, read)
    return ASSISTANTS


def find_private_details(work: Work, assistant_id: AssistantId) -> PrivateDetails:
    """Return the National Insurance number and the bank account, to be shown to whoever asked for them."""
    return store.get_private(work, assistant_id)


def keep_photo(work: Work, *, assistant_id: AssistantId, content: bytes | None) -> Changes:
    """Keep the photo of an assistant, upright and small; without one, take it away.

    Raises:
        NotFound: There is no such assistant.
        NotAPhoto: It cannot be read as a photo.
        PhotoTooBig: It has too many bytes or dots.
    """
    people.get(work, assistant_id)
    store.put_photo(work, assistant_id, None if content is None else photo_from(content))
    return ASSISTANTS


def photo_of(work: Work, *, assistant_id: AssistantId) -> bytes | None:
    """Return the photo of an assistant, a JPEG; nothing if there is none."""
    return store.photo(work, assistant_id)


def photos_by_id(work: Work) -> dict[AssistantId, bytes]:
    """Return the photos of all who have one, for whoever shows many."""
    return store.photos(work)


def list_facts(work: Work, *, assistant_id: AssistantId, show_private: bool = False) -> tuple[Fact, ...]:
    """Return the file of an assistant line by line; what is private only if that was asked for.

    Raises:
        NotFound: There is no such assistant.
    """
    private, person = store.get_private(work, assistant_id), store.get_file(work, assistant_id)
    consents = {each.id: f"{each.words} ({each.told})" for each in list_advice(work)} if person.consent_id else {}
    return facts_of(
        people.get(work, assistant_id),
        person,
        private if show_private else private.hidden(),
        consent=consents[person.consent_id] if person.consent_id else "",
    )


def add_check(work: Work, *, assistant_id: AssistantId, details: CheckDetails) -> Changes:
    """Add a check, a training or a skill. The employer's insurance stands in every file.

    Raises:
        NotFound: There is no such assistant.
    """
    people.get(work, assistant_id)
    store.add_check(work, None if details.kind.for_everybody else assistant_id, _tidied_check(details))
    return ASSISTANTS


def change_check(work: Work, *, assistant_id: AssistantId, check_id: CheckId, details: CheckDetails) -> Changes:
    """Change a check in the file of an assistant.

    Raises:
        NotFound: There is no such check.
    """
    whose = None if details.kind.for_everybody else assistant_id
    store.put_check(work, check_id, whose, _tidied_check(details))
    return ASSISTANTS


def remove_check(work: Work, *, check_id: CheckId) -> Changes:
    """Take a check away. Undo brings it back.

    Raises:
        NotFound: There is no such check.
    """
    store.remove_check(work, check_id)
    return ASSISTANTS


def list_checks(work: Work, assistant_id: AssistantId) -> tuple[Check, ...]:
    """Return the checks of an assistant and those of the employer: what ends first comes first."""
    return tuple(sorted(store.checks_of(work, assistant_id), key=lambda each: (each.ends_on or date.max, each.id)))


def checks_by_assistant(work: Work) -> dict[AssistantId, tuple[Check, ...]]:
    """Return the checks of every assistant who has any, for whoever has many records to hold against them."""
    found: dict[AssistantId, tuple[Check, ...]] = {}
    for check in store.every_check(work):
        if check.assistant_id is not None:
            found[check.assistant_id] = (*found.get(check.assistant_id, ()), check)
    return found


def checks_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return the checks of those who work now that end soon or have ended, unless a later one took their place."""
    working = {each.id: each for each in people.every(work) if each.left_on is None or each.left_on >= today}
    checks = [each for each in store.every_check(work) if each.assistant_id is None or each.assistant_id in working]
    if not working:
        return ()
    newest: dict[tuple[AssistantId | None, str], Check] = {}
    for check in checks:
        key = (check.assistant_id, check.called.casefold())
        if key not in newest or _last_day(check) >= _last_day(newest[key]):
            newest[key] = check
    anyone, names = next(iter(working)), told_apart(working.values())
    place = Place("assistants", anyone, screen="person")
    return (
        *_missing(work, working.values(), checks, place, today),
        *tuple(
            Task(
                text=_ending(check, names[check.assistant_id] if check.assistant_id else "", today),
                place=Place("assistants", check.assistant_id or anyone, screen="person"),
                due=check.ends_on,
            )
            for check in newest.values()
            if check.is_ending(today)
        ),
    )


def _missing(
    work: Work, working: Iterable[Assistant], checks: Iterable[Check], place: Place, today: date
) -> list[Task]:
    """Return that no insurance is noted, and that the third anniversary of the pension duties is near."""
    employed = [each for each in working if each.kind is AssistantKind.EMPLOYED]
    tasks = []
    insured = any(each.kind is CheckKind.EMPLOYERS_LIABILITY for each in checks)
    if not insured and any(not each.relative and each.started_on + _CHECKLIST < today for each in employed):
        text = "Note your employers' liability insurance and its last day: the law asks for it while you employ anyone."
        tasks.append(Task(text=text, place=place))
    if employed:
        began = min(each.started_on for each in people.every(work) if each.kind is AssistantKind.EMPLOYED)
        done = [each.done_on for each in checks if each.kind is CheckKind.RE_ENROLMENT and each.done_on]
        due = next_re_enrolment(max(done, default=began), after=today - _RE_ENROLMENT)
        if due - _RE_ENROLMENT <= today:
            text = (
                f"Pension: {said(due)} is three years since your duties began or you last did this. Put those back in"
                " who left the scheme and must be enrolled, tell The Pensions Regulator, and note it as done."
            )
            tasks.append(Task(text=text, place=place, due=due))
    return tasks


def _ending(check: Check, whose: str, today: date) -> str:
    ended = check.ends_on is not None and check.ends_on < today
    of = f" of {whose}" if whose else ""
    return f"{check.called}{of} {'has ended' if ended else 'ends soon'}: see the new one and note its dates."


def _last_day(check: Check) -> date:
    return check.ends_on or date.max


def _tidied(person: PersonFile) -> PersonFile:
    return replace(
        person,
        address=person.address.strip(),
        emergency_name=" ".join(person.emergency_name.split()),
        emergency_relation=person.emergency_relation.strip(),
        emergency_phone=person.emergency_phone.strip(),
        relation=person.relation.strip(),
        payroll_number=person.payroll_number.strip(),
        language=person.language.strip(),
        communication=person.communication.strip(),
    )


def _tidied_check(details: CheckDetails) -> CheckDetails:
    return replace(details, words=" ".join(details.words.split()), evidence=details.evidence.strip())
