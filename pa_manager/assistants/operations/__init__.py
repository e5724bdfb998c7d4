"""What can be done with assistants."""

from datetime import date

from pa_manager.assistants.operations.availability import add_availability, change_availability, remove_availability
from pa_manager.assistants.operations.files import (
    add_check,
    change_check,
    checks_by_assistant,
    checks_to_do,
    find_person_file,
    find_private_details,
    keep_person_file,
    keep_private_details,
    list_checks,
    list_facts,
    remove_check,
)
from pa_manager.assistants.operations.papers import draft_paper, list_papers, make_paper, read_paper
from pa_manager.assistants.operations.people import (
    agree_terms,
    assistants_by_id,
    change_agreement,
    change_assistant,
    drop_rate,
    engage_assistant,
    find_assistant,
    list_assistants,
    part_with_assistant,
    people_to_do,
    set_rate,
    wages_below_least,
)
from pa_manager.assistants.operations.steps import list_steps, mark_step, steps_to_do
from pa_manager.assistants.operations.subject import ASSISTANTS
from pa_manager.file.work import Work
from pa_manager.values.tasks import Task

__all__ = [
    "ASSISTANTS",
    "add_availability",
    "add_check",
    "agree_terms",
    "assistants_by_id",
    "change_agreement",
    "change_assistant",
    "change_availability",
    "change_check",
    "checks_by_assistant",
    "draft_paper",
    "drop_rate",
    "engage_assistant",
    "find_assistant",
    "find_person_file",
    "find_private_details",
    "keep_person_file",
    "keep_private_details",
    "list_assistants",
    "list_checks",
    "list_facts",
    "list_papers",
    "list_steps",
    "make_paper",
    "mark_step",
    "part_with_assistant",
    "read_paper",
    "remove_availability",
    "remove_check",
    "set_rate",
    "things_to_do",
    "wages_below_least",
]


def things_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return what needs doing about assistants: terms, consents, checks that end, and steps that are left."""
    return (
        *people_to_do(work, today=today),
        *checks_to_do(work, today=today),
        *steps_to_do(work, today=today),
    )
