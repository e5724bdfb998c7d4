"""What can be done with checklists."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.assistants.model import AssistantId, StepKind
from pa_manager.assistants.operations import (
    ASSISTANTS,
    add_check,
    engage_assistant,
    list_steps,
    mark_step,
    part_with_assistant,
    things_to_do,
)
from pa_manager.file.work import NotFound
from pa_manager.values.tasks import Place
from tests.assistants.test_operations import ADA, FIRST, INSURED, TERMS
from tests.conftest import TODAY

NEW = replace(ADA, started_on=date(2026, 6, 1), apprentice=False)


@pytest.fixture
def ada(runner):
    runner.run(engage_assistant, particulars=NEW, terms=replace(TERMS, from_day=NEW.started_on))
    return runner


def _done(runner):
    return {step.kind for step in runner.read(list_steps, assistant_id=FIRST, day=TODAY) if step.done}


def test_a_step_is_marked_and_unmarked(ada):
    assert ada.run(mark_step, assistant_id=FIRST, kind=StepKind.INDUCTION, done_on=TODAY) == ASSISTANTS
    ada.run(mark_step, assistant_id=FIRST, kind=StepKind.INDUCTION, done_on=date(2026, 5, 22))
    assert _done(ada) == {StepKind.INDUCTION}
    ada.run(mark_step, assistant_id=FIRST, kind=StepKind.INDUCTION, done_on=None)
    assert _done(ada) == set()
    ada.undo()
    assert _done(ada) == {StepKind.INDUCTION}
    with pytest.raises(NotFound):
        ada.run(mark_step, assistant_id=AssistantId(9), kind=StepKind.INDUCTION, done_on=TODAY)


def test_home_tells_of_steps_left_near_the_first_day_and_the_last(ada):
    (task,) = ada.read(things_to_do, today=TODAY)
    assert task.text == "10 steps are left on the checklist for Ada Okonkwo starting."
    assert (task.place, task.due) == (Place("assistants", 1, screen="checklist"), date(2026, 6, 1))
    (task,) = ada.read(things_to_do, today=date(2026, 7, 2))
    assert task.text.startswith("Note your employers' liability insurance")
    ada.run(add_check, assistant_id=FIRST, details=INSURED)
    assert ada.read(things_to_do, today=date(2026, 7, 2)) == ()
    ada.run(part_with_assistant, assistant_id=FIRST, left_on=date(2026, 7, 31))
    for step in ada.read(list_steps, assistant_id=FIRST, day=TODAY)[1:]:
        ada.run(mark_step, assistant_id=FIRST, kind=step.kind, done_on=TODAY)
    (task,) = ada.read(things_to_do, today=date(2026, 7, 2))
    assert task.text == "1 step is left on the checklist for Ada Okonkwo leaving."
    ada.run(mark_step, assistant_id=FIRST, kind=StepKind.NOTICE, done_on=TODAY)
    assert ada.read(things_to_do, today=date(2026, 7, 2)) == ()
    assert ada.read(things_to_do, today=date(2026, 8, 1)) == ()
