"""What the payroll knows of each PA."""

from collections.abc import Sequence
from datetime import date

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.operations import find_assistant
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.pay.model import (
    PayDetails,
)
from pa_manager.pay.operations.subject import PAY
from pa_manager.pay.store import details as store


def keep_pay_details(work: Work, *, details: PayDetails) -> Changes:
    """Keep what the payroll knows of a PA from a day of payment on. What holds before that day stays as it is.

    Raises:
        NotFound: There is no such assistant.
        UserError: The tax code, the letter or a share cannot be read.
    """
    find_assistant(work, details.assistant_id)
    details.check()
    store.put(work, details)
    return PAY


def find_pay_details(work: Work, *, assistant_id: AssistantId, day: date) -> PayDetails | None:
    """Return what the payroll knows of a PA for a day of payment; nothing if nothing was typed."""
    return in_force(details_of(store.every(work), assistant_id), day)


def details_of(details: Sequence[PayDetails], assistant_id: AssistantId) -> list[PayDetails]:
    """Return those details that are about one PA, the oldest first."""
    return [each for each in details if each.assistant_id == assistant_id]


def in_force(details: Sequence[PayDetails], day: date) -> PayDetails | None:
    """Return which of some details, the oldest first, hold on a day of payment."""
    return next((each for each in reversed(details) if each.from_day <= day), None)
