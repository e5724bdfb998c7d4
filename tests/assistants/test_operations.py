"""What can be done with assistants."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.assistants.model import (
    AssistantId,
    AssistantKind,
    CheckDetails,
    CheckKind,
    LeftBeforeStarting,
    Particulars,
    PayFrequency,
    Rate,
    ShiftKind,
    Terms,
    TermsBackdated,
)
from pa_manager.assistants.operations import (
    ASSISTANTS,
    add_check,
    agree_terms,
    assistants_by_id,
    change_assistant,
    engage_assistant,
    find_assistant,
    list_assistants,
    part_with_assistant,
    things_to_do,
)
from pa_manager.file.work import NotFound
from pa_manager.values.money import Money
from pa_manager.values.tasks import Place
from tests.conftest import TODAY

ADA = Particulars(
    name=" Ada  Okonkwo ",
    known_as="Ada ",
    started_on=date(2025, 4, 7),
    periods_from=date(2026, 3, 30),
    frequency=PayFrequency.FOUR_WEEKLY,
    born_on=date(1990, 2, 3),
    apprentice=True,
    apprenticeship_began_on=date(2025, 4, 7),
    phone=" 01632 960001",
)
TERMS = Terms(
    from_day=date(2025, 4, 7),
    weekly_minutes=960,
    rates=(
        Rate(kind=ShiftKind.DAY, per_hour=Money(1320)),
        Rate(kind=ShiftKind.SLEEP_IN, per_hour=Money(1320), per_shift=Money(5200)),
    ),
)
FIRST = AssistantId(1)
INSURED = CheckDetails(kind=CheckKind.EMPLOYERS_LIABILITY, done_on=date(2026, 4, 1), ends_on=date(2027, 3, 31))


@pytest.fixture
def ada(runner):
    runner.run(engage_assistant, particulars=ADA, terms=TERMS)
    return runner.read(find_assistant, FIRST)


def test_engaging_keeps_all_that_was_said(ada):
    assert (ada.name, ada.known_as, ada.phone) == ("Ada Okonkwo", "Ada", "01632 960001")
    assert (ada.born_on, ada.frequency, ada.left_on) == (date(1990, 2, 3), PayFrequency.FOUR_WEEKLY, None)
    assert (ada.apprentice, ada.apprenticeship_began_on) == (True, date(2025, 4, 7))
    assert ada.terms == (TERMS,)


def test_somebody_can_be_engaged_before_anything_is_agreed(runner):
    assert runner.run(engage_assistant, particulars=ADA) == ASSISTANTS
    assert runner.read(find_assistant, FIRST).terms == ()


def test_changing_leaves_the_terms_alone(runner, ada):
    assert runner.run(change_assistant, assistant_id=ada.id, particulars=replace(ADA, phone="01632 960002"))
    changed = runner.read(find_assistant, ada.id)
    assert changed == replace(ada, phone="01632 960002")


def test_new_terms_join_the_old_ones(runner, ada):
    rise = replace(TERMS, from_day=date(2026, 4, 6), weekly_minutes=None)
    runner.run(agree_terms, assistant_id=ada.id, terms=rise)
    assert runner.read(find_assistant, ada.id).terms == (TERMS, rise)


def test_terms_are_backdated_only_when_somebody_says_so(runner, ada):
    again = replace(TERMS, rates=(Rate(kind=ShiftKind.DAY, per_hour=Money(1400)),))
    with pytest.raises(TermsBackdated):
        runner.run(agree_terms, assistant_id=ada.id, terms=again)
    runner.run(agree_terms, assistant_id=ada.id, terms=again, backdated=True)
    assert runner.read(find_assistant, ada.id).terms == (again,)

    runner.undo()
    assert runner.read(find_assistant, ada.id).terms == (TERMS,)


def test_parting_and_staying_after_all(runner, ada):
    runner.run(part_with_assistant, assistant_id=ada.id, left_on=TODAY)
    assert runner.read(find_assistant, ada.id).left_on == TODAY
    with pytest.raises(LeftBeforeStarting):
        runner.run(part_with_assistant, assistant_id=ada.id, left_on=date(2025, 4, 6))
    with pytest.raises(LeftBeforeStarting):
        runner.run(change_assistant, assistant_id=ada.id, particulars=replace(ADA, started_on=date(2027, 1, 1)))
    runner.run(part_with_assistant, assistant_id=ada.id, left_on=None)
    assert runner.read(find_assistant, ada.id).left_on is None


def test_all_are_listed_by_name(runner, ada):
    runner.run(engage_assistant, particulars=replace(ADA, name="Aaron Vale"))
    assert [each.name for each in runner.read(list_assistants)] == ["Aaron Vale", "Ada Okonkwo"]
    assert runner.read(assistants_by_id)[ada.id] == ada


def test_somebody_who_is_not_there_is_said_in_words(runner):
    with pytest.raises(NotFound, match="no longer in the file"):
        runner.read(find_assistant, AssistantId(7))


def test_what_wants_doing_about_those_who_work(runner):
    relative = replace(ADA, name="Tom Pellow", relative=True)
    runner.run(engage_assistant, particulars=relative, terms=TERMS)
    runner.run(engage_assistant, particulars=ADA)
    runner.run(engage_assistant, particulars=replace(relative, name="Una Pellow", kind=AssistantKind.UNPAID))
    runner.run(engage_assistant, particulars=replace(ADA, name="Left Long Ago"))
    runner.run(part_with_assistant, assistant_id=AssistantId(4), left_on=date(2026, 5, 20))
    runner.run(add_check, assistant_id=FIRST, details=INSURED)

    tasks = runner.read(things_to_do, today=TODAY)

    assert [(task.text, task.place) for task in tasks] == [
        ("Agree terms with Ada Okonkwo: without a rate no pay can be worked out.", Place("assistants", 2)),
        (
            (
                "Ask the council to agree in writing that Tom Pellow, a relative, is paid."
                " Then name the consent in their file."
            ),
            Place("assistants", 1, screen="person"),
        ),
    ]
    runner.run(change_assistant, assistant_id=FIRST, particulars=replace(relative, consent_note="R. Hale, 3 May 2025"))
    assert len(runner.read(things_to_do, today=TODAY)) == 1
