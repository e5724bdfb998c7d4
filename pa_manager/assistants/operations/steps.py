"""What can be done with the checklists of an assistant."""

from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.model import Assistant, AssistantId, Known, Step, StepKind, steps_for
from pa_manager.assistants.operations.subject import ASSISTANTS
from pa_manager.assistants.store import files, leaving, papers, people
from pa_manager.assistants.store import steps as store
from pa_manager.figures.operations import own_figures
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.values.tasks import Place, Task

_NEAR: Final = timedelta(days=30)


def mark_step(work: Work, *, assistant_id: AssistantId, kind: StepKind, done_on: date | None) -> Changes:
    """Mark a step of a checklist as done on a day; without a day, as not done after all.

    Raises:
        NotFound: There is no such assistant.
    """
    people.get(work, assistant_id)
    store.put(work, assistant_id, kind, done_on)
    return ASSISTANTS


def list_steps(work: Work, *, assistant_id: AssistantId, day: date) -> tuple[Step, ...]:
    """Return the checklist of an assistant: of one who leaves, or of a new one.

    Raises:
        NotFound: There is no such assistant.
    """
    return _steps(work, people.get(work, assistant_id), day)


def steps_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return whose checklist has steps left, near the first day or the last."""
    tasks = []
    for assistant in people.every(work):
        if assistant.left_on is not None and assistant.left_on < today:
            continue
        day = assistant.left_on or assistant.started_on
        if not today - _NEAR <= day <= today + _NEAR:
            continue
        left = sum(not step.done for step in _steps(work, assistant, today))
        if left:
            what = "leaving" if assistant.left_on else "starting"
            text = f"{left} step{' is' if left == 1 else 's are'} left on the checklist for {assistant.name} {what}."
            tasks.append(Task(text=text, place=Place("assistants", assistant.id, screen="checklist"), due=day))
    return tuple(tasks)


def _steps(work: Work, assistant: Assistant, day: date) -> tuple[Step, ...]:
    known = Known(
        assistant=assistant,
        person=files.get_file(work, assistant.id),
        checks=files.checks_of(work, assistant.id),
        papers=frozenset(paper.kind for paper in papers.every(work, assistant.id)),
        ticked=store.ticked(work, assistant.id),
        own=own_figures(work),
        leaving=leaving.get(work, assistant.id),
    )
    return steps_for(known, day)
