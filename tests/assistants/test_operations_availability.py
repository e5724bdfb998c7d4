"""What can be done with the hours an assistant can work."""

from dataclasses import replace

import pytest

from pa_manager.assistants.model import AssistantId, AvailabilityDetails, AvailabilityId, Weekday, Willing
from pa_manager.assistants.operations import (
    ASSISTANTS,
    add_availability,
    change_availability,
    engage_assistant,
    find_assistant,
    remove_availability,
)
from pa_manager.file.work import NotFound
from pa_manager.values.clock import span_from_text
from tests.assistants.test_operations import ADA, FIRST, TERMS
from tests.conftest import TODAY

SAID = AvailabilityDetails(
    willing=Willing.CANNOT,
    weekdays=(Weekday.MONDAY, Weekday.THURSDAY),
    span=span_from_text("9-3"),
    first=TODAY,
    every_weeks=2,
    note=" college  day",
)


def test_hours_are_kept_changed_and_taken_away(runner):
    runner.run(engage_assistant, particulars=ADA, terms=TERMS)
    assert runner.run(add_availability, assistant_id=FIRST, details=SAID) == ASSISTANTS
    (kept,) = runner.read(find_assistant, FIRST).availability
    assert kept.sentence == "Cannot work on Monday, Thursday, 9am to 3pm, every 2 weeks (college day)"
    assert (kept.first, kept.last) == (TODAY, None)
    likes = replace(SAID, willing=Willing.WOULD_LIKE, span=None, last=TODAY)
    assert runner.run(change_availability, availability_id=kept.id, details=likes) == ASSISTANTS
    (changed,) = runner.read(find_assistant, FIRST).availability
    assert (changed.id, changed.willing, changed.span, changed.last) == (kept.id, Willing.WOULD_LIKE, None, TODAY)
    assert runner.run(remove_availability, availability_id=kept.id) == ASSISTANTS
    assert runner.read(find_assistant, FIRST).availability == ()
    runner.undo()
    runner.undo()
    assert runner.read(find_assistant, FIRST).availability == (kept,)


def test_what_is_not_there_is_refused(runner):
    with pytest.raises(NotFound, match="PA is no longer"):
        runner.run(add_availability, assistant_id=AssistantId(9), details=SAID)
    with pytest.raises(NotFound, match="hours are no longer"):
        runner.run(change_availability, availability_id=AvailabilityId(9), details=SAID)
    with pytest.raises(NotFound):
        runner.run(remove_availability, availability_id=AvailabilityId(9))
