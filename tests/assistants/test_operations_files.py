"""What can be done with the file of an assistant: above all, that what is private stays so."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.assistants.model import (
    AssistantId,
    AssistantKind,
    CheckDetails,
    CheckKind,
    NotAnInsuranceNumber,
    PersonFile,
    PrivateDetails,
    Told,
)
from pa_manager.assistants.operations import (
    ASSISTANTS,
    add_check,
    change_assistant,
    change_check,
    engage_assistant,
    find_person_file,
    find_private_details,
    keep_person_file,
    keep_photo,
    keep_private_details,
    list_checks,
    list_facts,
    part_with_assistant,
    photo_of,
    photos_by_id,
    remove_check,
    things_to_do,
)
from pa_manager.file.exporting import export_to
from pa_manager.file.running import NOTHING
from pa_manager.file.work import NotFound
from pa_manager.holder.model import About, AdviceId, How
from pa_manager.holder.operations import add_advice
from pa_manager.paper.photos import NotAPhoto
from pa_manager.values.tasks import Place
from tests.assistants.test_model_files import SECRETS
from tests.assistants.test_operations import ADA, FIRST, INSURED, TERMS
from tests.conftest import TODAY
from tests.paper.test_photos import opened, picture

PERSON = PersonFile(address=" 3 Mill Lane ", emergency_name="Obi  Okonkwo", other_job=Told.YES, same_household=True)
DBS = CheckDetails(kind=CheckKind.DBS, done_on=date(2023, 6, 1), ends_on=date(2026, 6, 1))


@pytest.fixture
def ada(runner):
    runner.run(engage_assistant, particulars=ADA, terms=TERMS)
    return runner


def test_a_file_is_empty_until_something_is_told(ada):
    assert ada.read(find_person_file, FIRST) == PersonFile()
    assert ada.read(find_private_details, FIRST) == PrivateDetails()
    assert ada.run(keep_person_file, assistant_id=FIRST, person=PERSON) == ASSISTANTS
    kept = ada.read(find_person_file, FIRST)
    assert kept == replace(PERSON, address="3 Mill Lane", emergency_name="Obi Okonkwo")
    ada.undo()
    assert ada.read(find_person_file, FIRST) == PersonFile()
    with pytest.raises(NotFound):
        ada.run(keep_person_file, assistant_id=AssistantId(9), person=PERSON)


def test_private_details_are_tidied_and_can_be_undone(ada):
    typed = PrivateDetails(
        insurance_number="ab123456c", account_name=" A  Okonkwo", sort_code="204599", account_number="00419233"
    )
    assert ada.run(keep_private_details, assistant_id=FIRST, private=typed) == ASSISTANTS
    assert ada.read(find_private_details, FIRST) == SECRETS
    assert ada.run(keep_private_details, assistant_id=FIRST, private=typed) == NOTHING
    ada.run(keep_private_details, assistant_id=FIRST, private=PrivateDetails())
    ada.undo()
    assert ada.read(find_private_details, FIRST) == SECRETS
    ada.undo()
    assert ada.read(find_private_details, FIRST) == PrivateDetails()
    ada.undo()
    ada.redo()
    ada.redo()
    assert ada.read(find_private_details, FIRST) == SECRETS
    with pytest.raises(NotAnInsuranceNumber):
        ada.run(keep_private_details, assistant_id=FIRST, private=PrivateDetails(insurance_number="AB1"))


def test_what_is_private_is_in_no_history_and_no_export(ada, tmp_path):
    ada.run(keep_private_details, assistant_id=FIRST, private=SECRETS)
    ada.run(keep_private_details, assistant_id=FIRST, private=replace(SECRETS, account_number="00419234"))
    ada.undo()
    journal = ada.read(
        lambda work: (
            work.session.connection()
            .exec_driver_sql("SELECT coalesce(before, '') || coalesce(after, '') FROM journal_image")
            .scalars()
            .all()
        )
    )
    ada.read(export_to, folder=tmp_path / "all")
    exported = [path.read_text(encoding="utf-8") for path in (tmp_path / "all").rglob("*.csv")]
    assert any("Ada Okonkwo" in text for text in exported)
    assert any("Ada Okonkwo" in text for text in journal)
    for text in (*journal, *exported):
        for secret in ("AB 12 34 56 C", "A Okonkwo", "20-45-99", "0041923"):
            assert secret not in text.replace("Ada Okonkwo", "")


def test_the_facts_show_what_is_private_only_when_asked(ada):
    ada.run(keep_private_details, assistant_id=FIRST, private=SECRETS)
    hidden = ada.read(list_facts, assistant_id=FIRST)
    assert not any("419233" in fact.known for fact in hidden)
    shown = ada.read(list_facts, assistant_id=FIRST, show_private=True)
    assert any("00419233" in fact.known for fact in shown)


def test_checks_are_kept_changed_and_taken_away(ada):
    ada.run(add_check, assistant_id=FIRST, details=DBS)
    insurance = CheckDetails(kind=CheckKind.EMPLOYERS_LIABILITY, ends_on=date(2026, 12, 31))
    ada.run(add_check, assistant_id=FIRST, details=insurance)
    ada.run(engage_assistant, particulars=replace(ADA, name="Sam Tremaine"))
    assert [check.kind for check in ada.read(list_checks, AssistantId(2))] == [CheckKind.EMPLOYERS_LIABILITY]
    dbs, _ = ada.read(list_checks, FIRST)
    ada.run(change_check, assistant_id=FIRST, check_id=dbs.id, details=replace(DBS, ends_on=None, evidence=" Seen "))
    assert [(check.kind, check.evidence) for check in ada.read(list_checks, FIRST)] == [
        (CheckKind.EMPLOYERS_LIABILITY, ""),
        (CheckKind.DBS, "Seen"),
    ]
    ada.run(remove_check, check_id=dbs.id)
    with pytest.raises(NotFound, match="check is no longer"):
        ada.run(remove_check, check_id=dbs.id)
    ada.undo()
    assert len(ada.read(list_checks, FIRST)) == 2


def test_checks_that_end_are_told_in_good_time(ada):
    ada.run(add_check, assistant_id=FIRST, details=DBS)
    licence = CheckDetails(kind=CheckKind.DRIVING_LICENCE, ends_on=date(2026, 5, 1))
    ada.run(add_check, assistant_id=FIRST, details=licence)
    ada.run(
        add_check,
        assistant_id=FIRST,
        details=CheckDetails(kind=CheckKind.EMPLOYERS_LIABILITY, ends_on=date(2026, 6, 10)),
    )
    tasks = ada.read(things_to_do, today=TODAY)
    assert [(task.text.partition(":")[0], task.due, task.place) for task in tasks] == [
        ("DBS check of Ada Okonkwo ends soon", date(2026, 6, 1), Place("assistants", 1, screen="person")),
        ("Driving licence of Ada Okonkwo has ended", date(2026, 5, 1), Place("assistants", 1, screen="person")),
        ("Employers' liability insurance ends soon", date(2026, 6, 10), Place("assistants", 1, screen="person")),
    ]
    ada.run(add_check, assistant_id=FIRST, details=replace(licence, ends_on=date(2036, 5, 1)))
    assert len(ada.read(things_to_do, today=TODAY)) == 2
    ada.run(part_with_assistant, assistant_id=FIRST, left_on=date(2026, 5, 20))
    assert ada.read(things_to_do, today=TODAY) == ()


def test_a_photo_is_kept_small_and_can_be_undone(ada):
    assert ada.read(photo_of, assistant_id=FIRST) is None
    assert ada.run(keep_photo, assistant_id=FIRST, content=picture((1000, 500))) == ASSISTANTS
    kept = ada.read(photo_of, assistant_id=FIRST)
    assert opened(kept).size == (640, 320)
    assert ada.read(photos_by_id) == {FIRST: kept}
    ada.run(keep_photo, assistant_id=FIRST, content=None)
    assert ada.read(photos_by_id) == {}
    ada.undo()
    assert ada.read(photo_of, assistant_id=FIRST) == kept
    with pytest.raises(NotAPhoto):
        ada.run(keep_photo, assistant_id=FIRST, content=b"words")
    with pytest.raises(NotFound):
        ada.run(keep_photo, assistant_id=AssistantId(9), content=None)


def test_putting_people_back_into_the_pension_is_told_three_months_before_and_after(ada):
    """Ada came on 7 April 2025, so about 7 April 2028."""
    insured = replace(INSURED, ends_on=None)
    ada.run(add_check, assistant_id=FIRST, details=insured)

    def told(day):
        return [task.due for task in ada.read(things_to_do, today=day) if task.text.startswith("Pension:")]

    assert told(date(2028, 1, 7)) == []
    assert told(date(2028, 1, 8)) == [date(2028, 4, 7)]
    assert told(date(2028, 7, 5)) == [date(2028, 4, 7)]
    ada.run(add_check, assistant_id=FIRST, details=CheckDetails(kind=CheckKind.RE_ENROLMENT, done_on=date(2028, 3, 1)))
    assert told(date(2028, 7, 5)) == []
    assert told(date(2031, 1, 1)) == [date(2031, 3, 1)]


def test_a_relative_at_home_is_told_of_until_the_consent_is_named(ada):
    ada.run(add_check, assistant_id=FIRST, details=INSURED)
    ada.run(change_assistant, assistant_id=FIRST, particulars=replace(ADA, relative=True))
    ada.run(keep_person_file, assistant_id=FIRST, person=PersonFile(same_household=True))
    (task,) = ada.read(things_to_do, today=TODAY)
    assert "a relative who lives with you, is paid" in task.text
    ada.run(
        add_advice,
        said_by="Priya Nair",
        words="Yes.",
        on=TODAY,
        how=How.LETTER,
        about=About.ASSISTANT,
        about_name="Ada",
    )
    ada.run(keep_person_file, assistant_id=FIRST, person=PersonFile(same_household=True, consent_id=AdviceId(1)))
    assert ada.read(things_to_do, today=TODAY) == ()


def test_who_employs_nobody_is_asked_for_no_insurance(runner):
    runner.run(engage_assistant, particulars=replace(ADA, kind=AssistantKind.SELF_EMPLOYED))
    assert runner.read(things_to_do, today=TODAY) == ()
