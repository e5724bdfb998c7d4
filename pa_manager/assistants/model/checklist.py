"""The checklist of a PA: for starting, or for leaving."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pa_manager.assistants.model.leaving import leaving_steps
from pa_manager.assistants.model.starting import starting_steps
from pa_manager.assistants.model.steps import Known, Step


def steps_for(known: Known, day: date) -> tuple[Step, ...]:
    """Return the checklist of a PA: the one for leaving once a last day is noted, else the one for a new PA."""
    if known.assistant.left_on is not None:
        return tuple(_ticked(leaving_steps(known), known))
    return tuple(_ticked(starting_steps(known, day), known))


def _ticked(steps: Iterable[Step], known: Known) -> list[Step]:
    return [replace(step, done=step.done or step.kind in known.ticked) for step in steps]
