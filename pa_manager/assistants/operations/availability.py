"""What can be done with the hours an assistant can work, would rather not, or would like to."""

from dataclasses import replace

from pa_manager.assistants.model import AssistantId, AvailabilityDetails, AvailabilityId
from pa_manager.assistants.operations.subject import ASSISTANTS
from pa_manager.assistants.store import people as store
from pa_manager.file.running import Changes
from pa_manager.file.work import Work


def add_availability(work: Work, *, assistant_id: AssistantId, details: AvailabilityDetails) -> Changes:
    """Add what an assistant said about some hours. The assistant has it as ``availability`` from then on.

    Raises:
        NotFound: There is no such assistant.
    """
    store.add_availability(work, assistant_id, _tidied(details))
    return ASSISTANTS


def change_availability(work: Work, *, availability_id: AvailabilityId, details: AvailabilityDetails) -> Changes:
    """Change what an assistant said about some hours.

    Raises:
        NotFound: It is no longer there.
    """
    store.put_availability(work, availability_id, _tidied(details))
    return ASSISTANTS


def remove_availability(work: Work, *, availability_id: AvailabilityId) -> Changes:
    """Take away what an assistant said about some hours. Undo brings it back.

    Raises:
        NotFound: It is no longer there.
    """
    store.remove_availability(work, availability_id)
    return ASSISTANTS


def _tidied(details: AvailabilityDetails) -> AvailabilityDetails:
    return replace(details, note=" ".join(details.note.split()))
