"""What can be done to find somebody: vacancies, questions, those who apply, and what becomes of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from pa_manager.assistants.model import (
    Answer,
    Applicant,
    ApplicantDetails,
    ApplicantId,
    AssistantId,
    AssistantKind,
    BackUp,
    Compared,
    Outcome,
    Particulars,
    PayFrequency,
    Question,
    QuestionId,
    Rate,
    ShiftKind,
    Stage,
    Terms,
    Vacancy,
    VacancyDetails,
    VacancyId,
    compared,
    proposed,
    tidy_name,
    tidy_question,
    tidy_title,
)
from pa_manager.assistants.operations.papers import from_plan
from pa_manager.assistants.operations.people import engage_assistant
from pa_manager.assistants.operations.subject import ASSISTANTS
from pa_manager.assistants.store import applicants, people, vacancies
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.values.days import said
from pa_manager.values.tasks import Place, Task


def open_vacancy(work: Work, *, details: VacancyDetails) -> Changes:
    """Begin to look for somebody.

    Raises:
        TitleMissing: It is called nothing.
    """
    vacancies.add(work, _tidied(details))
    return ASSISTANTS


def change_vacancy(work: Work, *, vacancy_id: VacancyId, details: VacancyDetails) -> Changes:
    """Change what a vacancy says; with a last day, nobody is looked for any more.

    Raises:
        TitleMissing: It is called nothing.
        NotFound: There is no such vacancy.
    """
    vacancies.put(work, vacancy_id, _tidied(details))
    return ASSISTANTS


def list_vacancies(work: Work) -> tuple[Vacancy, ...]:
    """Return every vacancy, the newest first."""
    return vacancies.every(work)


def ask_question(work: Work, *, vacancy_id: VacancyId, words: str) -> Changes:
    """Add a question that everybody who applies is asked.

    Raises:
        QuestionMissing: It asks nothing.
        NotFound: There is no such vacancy.
    """
    vacancies.get(work, vacancy_id)
    vacancies.add_question(work, vacancy_id, tidy_question(words))
    return ASSISTANTS


def drop_question(work: Work, *, question_id: QuestionId) -> Changes:
    """Take a question out, with what was answered to it. Undo brings both back.

    Raises:
        NotFound: There is no such question.
    """
    vacancies.get_question(work, question_id)
    applicants.remove_answers_to(work, question_id)
    vacancies.remove_question(work, question_id)
    return ASSISTANTS


def list_questions(work: Work, vacancy_id: VacancyId) -> tuple[Question, ...]:
    """Return the questions of a vacancy, in the order in which they are asked."""
    return vacancies.questions_of(work, vacancy_id)


def propose_questions(work: Work, *, vacancy_id: VacancyId, day: date) -> tuple[str, ...]:
    """Return questions that could be asked besides: drawn from the support plan, and from good practice."""
    plan = from_plan(work, day=day)
    asked = (each.words for each in vacancies.questions_of(work, vacancy_id))
    return proposed(plan.outcomes, plan.skills, asked=asked)


def add_applicant(work: Work, *, vacancy_id: VacancyId, details: ApplicantDetails) -> Changes:
    """Note somebody who applies.

    Raises:
        ApplicantNameMissing: There is no name.
        NotFound: There is no such vacancy.
    """
    vacancies.get(work, vacancy_id)
    applicants.add(work, vacancy_id, _tidied_applicant(details))
    return ASSISTANTS


def change_applicant(work: Work, *, applicant_id: ApplicantId, details: ApplicantDetails) -> Changes:
    """Change what is known of somebody who applies: how far they have come, and how long it is kept.

    Raises:
        ApplicantNameMissing: There is no name.
        NotFound: There is no such applicant.
    """
    applicants.put(work, applicant_id, _tidied_applicant(details))
    return ASSISTANTS


def note_answers(work: Work, *, applicant_id: ApplicantId, answers: Mapping[QuestionId, Answer]) -> Changes:
    """Note what somebody answered, and how good that was, in place of what was noted before.

    Raises:
        NotFound: There is no such applicant, or no such question.
    """
    applicants.get(work, applicant_id)
    for question_id in answers:
        vacancies.get_question(work, question_id)
    given = {key: each for key, each in answers.items() if each.words.strip() or each.stars is not None}
    applicants.put_answers(work, applicant_id, given)
    return ASSISTANTS


def list_applicants(work: Work, vacancy_id: VacancyId) -> tuple[Applicant, ...]:
    """Return those who applied for a vacancy, the first to apply first."""
    return tuple(each for each in applicants.every(work) if each.vacancy_id == vacancy_id)


def find_applicant(work: Work, applicant_id: ApplicantId) -> Applicant:
    """Return one applicant.

    Raises:
        NotFound: There is no such applicant.
    """
    return applicants.get(work, applicant_id)


def list_answers(work: Work, applicant_id: ApplicantId) -> Mapping[QuestionId, Answer]:
    """Return what somebody answered, by the question."""
    return applicants.answers_of(work, applicant_id)


def compare_applicants(work: Work, vacancy_id: VacancyId) -> tuple[Compared, ...]:
    """Return all who applied for a vacancy side by side, question by question."""
    people_of = list_applicants(work, vacancy_id)
    answers = {each.id: applicants.answers_of(work, each.id) for each in people_of}
    return compared(people_of, vacancies.questions_of(work, vacancy_id), answers)


def take_on_applicant(
    work: Work, *, applicant_id: ApplicantId, started_on: date, kind: AssistantKind, frequency: PayFrequency
) -> Changes:
    """Make a PA of an applicant: name, contact, and the hours and pay of the vacancy are carried over.

    Raises:
        TakenOnAlready: They are a PA already.
        NotFound: There is no such applicant.
    """
    applicant = applicants.get(work, applicant_id)
    applicant.must_be_free()
    vacancy = vacancies.get(work, applicant.vacancy_id)
    particulars = Particulars(
        name=applicant.name,
        phone=applicant.phone,
        email=applicant.email,
        kind=kind,
        started_on=started_on,
        periods_from=started_on,
        frequency=frequency,
    )
    terms = None
    if vacancy.per_hour is not None:
        rate = Rate(kind=ShiftKind.DAY, per_hour=vacancy.per_hour)
        terms = Terms(from_day=started_on, weekly_minutes=vacancy.weekly_minutes, rates=(rate,))
    changes = engage_assistant(work, particulars=particulars, terms=terms)
    newest = AssistantId(max(each.id for each in people.every(work)))
    decided = replace(applicant, stage=Stage.DECIDED, outcome=Outcome.TAKEN_ON)
    applicants.put(work, applicant_id, decided, assistant_id=newest)
    return changes


def agree_back_up(work: Work, *, applicant_id: ApplicantId, agreed_on: date, will_do: str = "") -> Changes:
    """Note that an applicant agreed to be asked if somebody cannot come.

    Raises:
        TakenOnAlready: They are a PA already.
        NotFound: There is no such applicant.
    """
    applicant = applicants.get(work, applicant_id)
    applicant.must_be_free()
    decided = replace(
        applicant,
        stage=Stage.DECIDED,
        outcome=Outcome.BACK_UP,
        back_up_agreed_on=agreed_on,
        will_do=will_do.strip(),
    )
    applicants.put(work, applicant_id, decided)
    return ASSISTANTS


def list_back_ups(work: Work) -> tuple[BackUp, ...]:
    """Return the applicants who agreed to be asked if somebody cannot come, by name."""
    found = (
        BackUp(
            applicant_id=each.id,
            name=each.name,
            phone=each.phone,
            will_do=each.will_do,
            agreed_on=each.back_up_agreed_on,
        )
        for each in applicants.every(work)
        if each.back_up_agreed_on is not None and each.outcome is Outcome.BACK_UP
    )
    return tuple(sorted(found, key=lambda each: each.name.casefold()))


def delete_applicant(work: Work, *, applicant_id: ApplicantId) -> Changes:
    """Delete an applicant for good, with all they answered, here and in the history. Undo stops there.

    Raises:
        NotFound: There is no such applicant.
    """
    applicants.forget(work, applicant_id)
    return ASSISTANTS.for_good()


def applicants_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return the applicants whose time is over: they stay until somebody deletes them."""
    return tuple(
        Task(
            text=f"The application of {each.name} was to be kept until {said(each.keep_until)}:"
            " delete it, or set a later day.",
            place=Place("assistants", each.id, screen="recruitment"),
            due=each.keep_until,
        )
        for each in applicants.every(work)
        if each.is_due(today)
    )


def _tidied(details: VacancyDetails) -> VacancyDetails:
    return replace(
        details,
        title=tidy_title(details.title),
        work=details.work.strip(),
        days_and_times=details.days_and_times.strip(),
    )


def _tidied_applicant(details: ApplicantDetails) -> ApplicantDetails:
    return replace(
        details,
        name=tidy_name(details.name),
        phone=details.phone.strip(),
        email=details.email.strip(),
        notes=details.notes.strip(),
        will_do=details.will_do.strip(),
    )
