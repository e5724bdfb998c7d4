"""What can be done about cover."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from pa_manager.assistants.model import ApplicantId, BackUp
from pa_manager.assistants.operations import assistants_by_id, find_assistant, list_back_ups
from pa_manager.cover import store
from pa_manager.cover.model import (
    AlreadyClosed,
    AlreadyOnTheList,
    AlreadyOpen,
    Answer,
    Call,
    CallNote,
    Contact,
    ContactDetails,
    ContactId,
    CoverEvent,
    CoverEventId,
    EventLine,
    NotAgreed,
    Option,
    Tier,
    options_for,
)
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.rota.model import Away, NotAGap, Shift, ShiftId, ShiftLine
from pa_manager.rota.operations import (
    absences_of,
    fill_gap,
    fill_gap_otherwise,
    find_shift,
    list_shifts,
    make_gaps,
    record_absence,
    shifts_of,
    who_is_free,
)
from pa_manager.values.days import Period, said_period, said_short
from pa_manager.values.money import NIL
from pa_manager.values.tasks import Place, Task

COVER: Final = Changes.of("cover")
LOOK_AHEAD: Final = timedelta(days=14)
"""How far ahead a shift that nobody has is asked about."""
NOBODY_WAS_DOWN: Final = "Nobody was down for it"


def add_contact(work: Work, *, details: ContactDetails) -> Changes:
    """Put somebody on the call list.

    Raises:
        AlreadyOnTheList: The assistant stands there already.
        NotFound: There is no such assistant.
    """
    _check_listed(work, details)
    store.add_contact(work, _tidied(details))
    return COVER


def take_back_up(work: Work, *, applicant_id: ApplicantId) -> Changes:
    """Put an applicant on the call list who agreed to be asked: a bank PA, from the day they agreed.

    Raises:
        NotAgreed: They have not agreed, or no longer, or stand there already.
    """
    back_up = next((each for each in list_free_back_ups(work) if each.applicant_id == applicant_id), None)
    if back_up is None:
        raise NotAgreed("They have not agreed to it, or are on the call list already. Ask them, and note it first.")
    details = ContactDetails(
        tier=Tier.BANK_PA,
        name=back_up.name,
        phone=back_up.phone,
        will_do=back_up.will_do,
        agreed_on=back_up.agreed_on,
        checked_on=back_up.agreed_on,
    )
    store.add_contact(work, _tidied(details))
    return COVER


def list_free_back_ups(work: Work) -> tuple[BackUp, ...]:
    """Return the applicants who agreed to be asked, and do not stand on the call list yet."""
    listed = {(each.name.casefold(), each.phone) for each in store.contacts(work)}
    return tuple(each for each in list_back_ups(work) if (each.name.casefold(), each.phone) not in listed)


def change_contact(work: Work, *, contact_id: ContactId, details: ContactDetails) -> Changes:
    """Change what was agreed with somebody on the call list.

    Raises:
        AlreadyOnTheList: The assistant stands there already.
        NotFound: They are not on it, or there is no such assistant.
    """
    store.get_contact(work, contact_id)
    _check_listed(work, details, contact_id)
    store.put_contact(work, contact_id, _tidied(details))
    return COVER


def check_contact(work: Work, *, contact_id: ContactId, on: date) -> Changes:
    """Note that somebody was asked whether all still holds that was agreed.

    Raises:
        NotFound: They are not on the call list.
    """
    store.put_contact(work, contact_id, replace(store.get_contact(work, contact_id), checked_on=on))
    return COVER


def remove_contact(work: Work, *, contact_id: ContactId) -> Changes:
    """Take somebody off the call list. The calls made to them stay in the log.

    Raises:
        NotFound: They are not on it.
    """
    store.remove_contact(work, contact_id)
    return COVER


def open_event(work: Work, *, away: Away, at: datetime) -> Changes:
    """Note that an assistant cannot come on some days: they are away, and their shifts become gaps to be covered.

    Raises:
        AlreadyOpen: Cover for them is being looked for on some of these days already.
        NoShiftsThen: They have no shifts on these days.
        NotFound: There is no such assistant.
    """
    assistant = find_assistant(work, away.assistant_id)
    for event in store.open_events(work):
        if event.assistant_id == assistant.id and event.days.overlap(away.days):
            raise AlreadyOpen(
                f"Cover for {assistant.name}, {said_period(event.days)}, is being looked for already."
                " Close that first, or choose other days."
            )
    why = away.note.strip() or away.kind.words
    event_id = store.add_event(work, assistant_id=assistant.id, days=away.days, why=why, at=at)
    event = store.get_event(work, event_id)
    changes = COVER
    if shifts_of(work, assistant_id=assistant.id, days=away.days) or not _gaps_of(work, event):
        changes |= make_gaps(work, assistant_id=assistant.id, days=away.days, why=why)
    known = absences_of(work, assistant_id=assistant.id, days=away.days)
    if not any(absence.kind is away.kind for absence in known):
        changes |= record_absence(work, away=away)
    return changes


def note_call(work: Work, *, shift_id: ShiftId, call: Call, at: datetime) -> Changes:
    """Note what somebody said who was asked to take a gap. If it is yes, the gap is theirs.

    A gap that no cover event is about gets one. An event whose last gap is filled closes.

    Raises:
        NotAGap: Somebody is down for it already.
        NobodyNamed: It is not said who was asked.
        NotFound: There is no such shift, or no such assistant.
    """
    shift = find_shift(work, shift_id)
    if not shift.is_gap:
        raise NotAGap("Somebody is down for this shift already. Pick another shift that nobody has.")
    event = _event_about(work, shift, at)
    changes = COVER
    if call.answer is Answer.YES:
        if call.assistant_id is not None:
            changes |= fill_gap(work, shift_id=shift_id, assistant_id=call.assistant_id)
        else:
            changes |= fill_gap_otherwise(work, shift_id=shift_id, covered_by=call.contact)
    about = f"{said_short(shift.day)}, {shift.span}"
    tidied = replace(call, contact=call.contact.strip(), note=call.note.strip())
    store.add_call(work, event_id=event.id, at=at, about=about, call=tidied)
    if call.answer is Answer.YES and not _gaps_of(work, event):
        store.close_event(work, event.id, event.lesson)
    return changes


def close_event(work: Work, *, event_id: CoverEventId, lesson: str = "") -> Changes:
    """Close a cover event, with what to do otherwise next time. Shifts that nobody took stay gaps.

    A lesson can be added to one that closed by itself.

    Raises:
        AlreadyClosed: It was closed before, and there is no lesson to add.
        NotFound: There is no such event.
    """
    event = store.get_event(work, event_id)
    if event.closed and not lesson.strip():
        raise AlreadyClosed("This is closed already. Type a lesson to add to it, or leave it as it is.")
    store.close_event(work, event_id, lesson.strip())
    return COVER


def list_contacts(work: Work) -> tuple[Contact, ...]:
    """Return everybody on the call list, tier by tier. PAs have the name and phone of their own file."""
    assistants = assistants_by_id(work)
    found = [
        contact
        if contact.assistant_id is None
        else replace(
            contact,
            name=assistants[contact.assistant_id].name,
            phone=contact.phone or assistants[contact.assistant_id].phone,
        )
        for contact in store.contacts(work)
    ]
    return tuple(sorted(found, key=lambda contact: (contact.tier.rank, contact.name.casefold(), contact.id)))


def list_gaps(work: Work, *, today: date) -> tuple[ShiftLine, ...]:
    """Return the shifts that nobody has: those of the next 14 days, and those that open cover events are about."""
    events = store.open_events(work)
    days = Period(
        min([today, *(event.days.first for event in events)]),
        max([today + LOOK_AHEAD - timedelta(days=1), *(event.days.last for event in events)]),
    )
    ahead = Period(today, today + LOOK_AHEAD - timedelta(days=1))
    return tuple(
        line
        for line in list_shifts(work, days=days)
        if line.shift.is_gap and (line.shift.day in ahead or any(event.is_about(line.shift) for event in events))
    )


def list_options(work: Work, *, shift_id: ShiftId) -> tuple[Option, ...]:
    """Return every way to cover a shift, in the order to ask, with who is free, why not, and what it costs.

    Raises:
        NotFound: There is no such shift.
    """
    return options_for(
        find_shift(work, shift_id), list_contacts(work), who_is_free(work, shift_id=shift_id), assistants_by_id(work)
    )


def list_events(work: Work) -> tuple[EventLine, ...]:
    """Return every time that cover was needed, the newest first."""
    assistants = assistants_by_id(work)
    sums = store.call_sums(work)
    gaps = _gaps_by_event(work, store.open_events(work))
    return tuple(
        EventLine(
            event,
            assistant=NOBODY_WAS_DOWN if event.assistant_id is None else assistants[event.assistant_id].name,
            gaps=len(gaps.get(event.id, ())),
            calls=sums.get(event.id, (0, NIL))[0],
            cost=sums.get(event.id, (0, NIL))[1],
        )
        for event in store.events(work)
    )


def list_calls(work: Work, *, event_id: CoverEventId) -> tuple[CallNote, ...]:
    """Return who was asked about one event and what they said, the first asked first."""
    return store.calls_of(work, event_id)


def things_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return which shifts want covering within 14 days, which cover can be closed, and whether the call list is old."""
    lines = list_gaps(work, today=today)
    return (
        *(
            Task(
                text=f"Find somebody for {said_short(line.shift.day)}, {line.shift.span}: nobody is down for it.",
                place=Place("cover", line.shift.id),
                due=line.shift.day,
            )
            for line in lines
            if line.shift.day >= today
        ),
        *(
            Task(text=f"Close the cover for {line.assistant}, {said_period(line.event.days)}.", place=Place("cover"))
            for line in list_events(work)
            if not line.event.closed and not any(line.event.is_about(gap.shift) for gap in lines)
        ),
        *_check_the_list(list_contacts(work), today),
    )


def _check_the_list(contacts: Iterable[Contact], today: date) -> list[Task]:
    old = [contact.name for contact in contacts if contact.wants_check(today)]
    if not old:
        return []
    others = f" and {len(old) - 1} other{'s' if len(old) > 2 else ''}" if len(old) > 1 else ""
    return [
        Task(
            text=f"Check the call list: ask {old[0]}{others} whether they would still come.",
            place=Place("cover", screen="call_list"),
        )
    ]


def _tidied(details: ContactDetails) -> ContactDetails:
    return replace(
        details,
        name="" if details.assistant_id is not None else " ".join(details.name.split()),
        phone=details.phone.strip(),
        will_do=details.will_do.strip(),
    )


def _check_listed(work: Work, details: ContactDetails, own: ContactId | None = None) -> None:
    if details.assistant_id is None:
        return
    assistant = find_assistant(work, details.assistant_id)
    for contact in store.contacts(work):
        if contact.assistant_id == assistant.id and contact.id != own:
            raise AlreadyOnTheList(f"{assistant.name} is on the call list already. Change that line instead.")


def _event_about(work: Work, shift: Shift, at: datetime) -> CoverEvent:
    for event in store.open_events(work):
        if event.is_about(shift):
            return event
    event_id = store.add_event(
        work,
        assistant_id=shift.left_by,
        days=Period(shift.day, shift.day),
        why=shift.why or NOBODY_WAS_DOWN,
        at=at,
    )
    return store.get_event(work, event_id)


def _gaps_of(work: Work, event: CoverEvent) -> tuple[ShiftLine, ...]:
    return _gaps_by_event(work, (event,)).get(event.id, ())


def _gaps_by_event(work: Work, events: tuple[CoverEvent, ...]) -> dict[CoverEventId, tuple[ShiftLine, ...]]:
    if not events:
        return {}
    days = Period(min(event.days.first for event in events), max(event.days.last for event in events))
    gaps = [line for line in list_shifts(work, days=days) if line.shift.is_gap]
    return {event.id: tuple(line for line in gaps if event.is_about(line.shift)) for event in events}
