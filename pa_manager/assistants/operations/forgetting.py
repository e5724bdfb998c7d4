"""What can be done to forget somebody who has left."""

from contextlib import suppress
from datetime import date

from pa_manager.assistants.model import (
    AssistantId,
    ForgottenAlready,
    Keeping,
    NotSaidFor,
    Sort,
    come_due,
    going,
    keepings,
    must_have_left,
)
from pa_manager.assistants.operations.subject import ASSISTANTS
from pa_manager.assistants.store import documents, people
from pa_manager.assistants.store import forgetting as store
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.holder.model import Holder, NoHolderYet, Supporter
from pa_manager.holder.operations import find_holder, list_supporters
from pa_manager.values.tasks import Place, Task


def list_keepings(work: Work, *, assistant_id: AssistantId, today: date) -> tuple[Keeping, ...]:
    """Return what the law says of each sort of record of somebody who has left.

    Raises:
        StillHere: They have not left yet.
        NotFound: There is no such assistant.
    """
    theirs = [each for each in documents.every(work) if each.assistant_id == assistant_id]
    counts = store.counts(work, assistant_id)
    return keepings(people.get(work, assistant_id), counts, theirs, today=today)


def count_mentions(work: Work, assistant_id: AssistantId) -> int:
    """Return in how many other records an assistant is named: calls, notes, the plan. Bank lines stay as they are.

    Raises:
        NotFound: There is no such assistant.
    """
    return store.mentions(work, assistant_id, _taken(work))


def forget_person(
    work: Work, *, assistant_id: AssistantId, today: date, wholly: bool = False, although_kept: bool = False
) -> Changes:
    """Take out for good what is kept about somebody who has left, here and in the history. Undo stops there.

    Without ``wholly`` what the law asks to be kept stays until its day. Figures stay in any case; once the name goes,
    they stand under a neutral one.

    Raises:
        StillHere: They have not left yet.
        ForgottenAlready: They were forgotten wholly before.
        NotSaidFor: Something must be kept still, and nobody has said that it may go all the same.
        NotFound: There is no such assistant.
    """
    assistant = people.get(work, assistant_id)
    must_have_left(assistant, today)
    if assistant_id in store.wholly_forgotten(work):
        raise ForgottenAlready("They were forgotten before. Only figures are left, without a name.")
    found = list_keepings(work, assistant_id=assistant_id, today=today)
    if wholly and not although_kept and not all(each.may_go(today) for each in found):
        raise NotSaidFor("Some of it must be kept still. Tick that you know it, or forget only what may go now.")
    sorts = going(found, today, wholly=wholly)
    due = [
        each.id
        for each in documents.every(work)
        if each.assistant_id == assistant_id and (each.keep_until is None or each.is_due(today))
    ]
    store.forget(work, assistant_id, sorts, due=None if wholly else due, taken=_taken(work))
    store.note(work, assistant_id, today, wholly=Sort.IDENTITY in sorts)
    return ASSISTANTS.for_good()


def _taken(work: Work) -> tuple[str, ...]:
    """Return what the holder and the supporters are known by: it is not taken from them."""
    people_here: list[Holder | Supporter] = [*list_supporters(work)]
    with suppress(NoHolderYet):
        people_here.append(find_holder(work))
    return tuple(word for each in people_here for word in (each.name, each.phone, each.email))


def forgetting_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return about whom there is something that no law asks to be kept any more."""
    done = store.wholly_forgotten(work)
    tasks = []
    for assistant in people.every(work):
        if assistant.left_on is None or assistant.left_on >= today or assistant.id in done:
            continue
        if due := come_due(list_keepings(work, assistant_id=assistant.id, today=today), today):
            what = f"{due.sort.value[:1].lower()}{due.sort.value[1:]}"
            text = f"No law asks any more that you keep this about {assistant.name}: {what}. Look whether it may go."
            tasks.append(Task(text=text, place=Place("assistants", assistant.id, screen="forgetting"), due=due.until))
    return tuple(tasks)
