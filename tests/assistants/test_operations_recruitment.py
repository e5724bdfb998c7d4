"""What can be done to find somebody."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.assistants.model import (
    Answer,
    ApplicantDetails,
    ApplicantId,
    AssistantKind,
    Outcome,
    PayFrequency,
    QuestionId,
    QuestionMissing,
    Stage,
    TakenOnAlready,
    TitleMissing,
    VacancyDetails,
    VacancyId,
)
from pa_manager.assistants.operations import (
    ASSISTANTS,
    add_applicant,
    agree_back_up,
    ask_question,
    change_applicant,
    change_vacancy,
    compare_applicants,
    delete_applicant,
    drop_question,
    find_applicant,
    list_answers,
    list_applicants,
    list_assistants,
    list_back_ups,
    list_questions,
    list_vacancies,
    note_answers,
    open_vacancy,
    propose_questions,
    take_on_applicant,
    things_to_do,
)
from pa_manager.file.journal import LockedForGood
from pa_manager.file.work import NotFound
from pa_manager.plan.operations import add_outcome
from pa_manager.values.money import Money
from pa_manager.values.tasks import Place
from tests.conftest import TODAY

VACANCY = VacancyId(1)
WEEKENDS = VacancyDetails(
    title=" Weekend  PA ",
    opened_on=TODAY,
    work="Getting up, and out",
    days_and_times="Saturday and Sunday, 9 to 1",
    weekly_minutes=480,
    per_hour=Money(14_00),
)
TESS = ApplicantDetails(
    name="Tess Varga",
    phone="07700 900 111",
    email="tess@example.org",
    notes="Warm, asked good questions",
    applied_on=TODAY,
    keep_until=date(2026, 11, 21),
)
FIRST = ApplicantId(1)


@pytest.fixture
def looking(runner):
    runner.run(open_vacancy, details=WEEKENDS)
    runner.run(add_applicant, vacancy_id=VACANCY, details=TESS)
    runner.run(add_applicant, vacancy_id=VACANCY, details=replace(TESS, name="Omar Reyes", notes=""))
    return runner


def test_a_vacancy_is_kept_changed_and_closed(looking):
    (vacancy,) = looking.read(list_vacancies)
    assert (vacancy.title, vacancy.hours, vacancy.pay) == (
        "Weekend PA",
        "8 hours a week. Saturday and Sunday, 9 to 1",
        "£14.00 an hour",
    )
    assert vacancy.standing == "Open"
    looking.run(change_vacancy, vacancy_id=VACANCY, details=replace(WEEKENDS, closed_on=TODAY))
    assert looking.read(list_vacancies)[0].standing == "Closed"
    with pytest.raises(TitleMissing):
        replace(WEEKENDS, title=" ")
    with pytest.raises(NotFound, match="vacancy is no longer"):
        looking.run(change_vacancy, vacancy_id=VacancyId(9), details=WEEKENDS)


def test_questions_come_from_the_plan_and_from_good_practice_and_each_once(looking):
    looking.run(add_outcome, words="Sing in the choir", first=TODAY)
    proposed = looking.read(propose_questions, vacancy_id=VACANCY, day=TODAY)
    assert proposed[0] == "One thing I want is: Sing in the choir. How would you help me with it?"
    looking.run(ask_question, vacancy_id=VACANCY, words=proposed[0])
    assert proposed[0] not in looking.read(propose_questions, vacancy_id=VACANCY, day=TODAY)
    with pytest.raises(QuestionMissing):
        looking.run(ask_question, vacancy_id=VACANCY, words="  ")
    with pytest.raises(NotFound):
        looking.run(ask_question, vacancy_id=VacancyId(9), words="Why?")


def test_answers_stand_side_by_side(looking):
    looking.run(ask_question, vacancy_id=VACANCY, words="Why this job?")
    looking.run(ask_question, vacancy_id=VACANCY, words="Which hours?")
    why, hours = (each.id for each in looking.read(list_questions, VACANCY))
    looking.run(
        note_answers, applicant_id=FIRST, answers={why: Answer(words="People", stars=5), hours: Answer(stars=3)}
    )
    looking.run(note_answers, applicant_id=ApplicantId(2), answers={why: Answer(words="Money"), hours: Answer()})
    told = {line.question: line.answers for line in looking.read(compare_applicants, VACANCY)}
    assert told == {
        "Why this job?": ("5 of 5. People", "Money"),
        "Which hours?": ("3 of 5", "Not asked"),
        "All scores together": ("8 of 10", "None yet"),
        "Notes": ("Warm, asked good questions", "None"),
        "How far": ("Has applied", "Has applied"),
    }
    looking.run(drop_question, question_id=why)
    assert len(looking.read(list_answers, FIRST)) == 1
    looking.undo()
    assert len(looking.read(list_answers, FIRST)) == 2
    with pytest.raises(NotFound, match="question is no longer"):
        looking.run(note_answers, applicant_id=FIRST, answers={QuestionId(9): Answer(stars=1)})


def test_an_applicant_becomes_a_pa_with_what_is_known(looking):
    started = date(2026, 6, 6)
    changes = looking.run(
        take_on_applicant,
        applicant_id=FIRST,
        started_on=started,
        kind=AssistantKind.EMPLOYED,
        frequency=PayFrequency.MONTHLY,
    )
    assert changes == ASSISTANTS
    (tess,) = looking.read(list_assistants)
    assert (tess.name, tess.phone, tess.email, tess.started_on) == (TESS.name, TESS.phone, TESS.email, started)
    assert (tess.terms[0].weekly_minutes, str(tess.terms[0].rates[0])) == (480, "£14.00 an hour")
    applicant = looking.read(find_applicant, FIRST)
    assert (applicant.stage, applicant.outcome, applicant.assistant_id) == (Stage.DECIDED, Outcome.TAKEN_ON, tess.id)
    with pytest.raises(TakenOnAlready, match="Tess Varga is one of your PAs already"):
        looking.run(agree_back_up, applicant_id=FIRST, agreed_on=TODAY)
    looking.undo()
    assert looking.read(list_assistants) == ()


def test_a_vacancy_without_pay_gives_no_terms(looking):
    looking.run(change_vacancy, vacancy_id=VACANCY, details=replace(WEEKENDS, per_hour=None))
    looking.run(
        take_on_applicant,
        applicant_id=FIRST,
        started_on=TODAY,
        kind=AssistantKind.UNPAID,
        frequency=PayFrequency.WEEKLY,
    )
    assert looking.read(list_assistants)[0].terms == ()


def test_who_agreed_is_a_back_up_until_they_are_something_else(looking):
    assert looking.read(list_back_ups) == ()
    looking.run(agree_back_up, applicant_id=FIRST, agreed_on=TODAY, will_do="Nights ")
    (back_up,) = looking.read(list_back_ups)
    assert (back_up.name, back_up.phone, back_up.will_do, back_up.agreed_on) == (
        "Tess Varga",
        "07700 900 111",
        "Nights",
        TODAY,
    )
    who = looking.read(find_applicant, FIRST)
    looking.run(change_applicant, applicant_id=FIRST, details=replace(who, outcome=Outcome.WITHDREW))
    assert looking.read(list_back_ups) == ()


def test_nobody_is_deleted_by_itself_and_home_says_when_the_time_is_over(looking):
    late = date(2026, 11, 22)
    assert not [task for task in looking.read(things_to_do, today=TODAY) if "application" in task.text]
    tasks = [task for task in looking.read(things_to_do, today=late) if "application" in task.text]
    assert tasks[0].place == Place("assistants", FIRST, screen="recruitment")
    assert len(looking.read(list_applicants, VACANCY)) == 2


def test_who_is_deleted_is_gone_from_every_table_and_cannot_be_brought_back(looking):
    looking.run(ask_question, vacancy_id=VACANCY, words="Why?")
    (why,) = looking.read(list_questions, VACANCY)
    looking.run(note_answers, applicant_id=FIRST, answers={why.id: Answer(words="Bees and honey")})
    looking.run(note_answers, applicant_id=FIRST, answers={why.id: Answer(words="Only bees", stars=1)})
    looking.run(delete_applicant, applicant_id=FIRST)
    assert [each.name for each in looking.read(list_applicants, VACANCY)] == ["Omar Reyes"]
    found = "\n".join(looking.read(everything))
    for gone in ("Tess Varga", "Warm, asked", "Bees and honey", "Only bees"):
        assert gone not in found
    with pytest.raises(LockedForGood, match="Delete applicant"):
        looking.undo()
    with pytest.raises(NotFound, match="applicant is no longer"):
        looking.run(delete_applicant, applicant_id=FIRST)


def everything(work):
    """Return all that stands in any table, the journal too."""
    database = work.session.connection()
    tables = database.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
    return [str(cell) for table in tables for row in database.exec_driver_sql(f"SELECT * FROM {table}") for cell in row]
