"""Who is employed, what is known of them, and who has applied."""

from datetime import date

from pa_manager.assistants.model import (
    Agreement,
    Answer,
    ApplicantDetails,
    Assistant,
    AssistantId,
    AvailabilityDetails,
    CheckDetails,
    CheckKind,
    HoursKind,
    Particulars,
    PayFrequency,
    Rate,
    ShiftKind,
    Stage,
    Terms,
    VacancyDetails,
    Willing,
    keep_until_for,
    weekdays_from_text,
)
from pa_manager.assistants.operations import (
    add_applicant,
    add_availability,
    add_check,
    ask_question,
    engage_assistant,
    list_applicants,
    list_assistants,
    list_questions,
    list_vacancies,
    note_answers,
    open_vacancy,
    propose_questions,
)
from pa_manager.demo.days import PERIODS, TODAY
from pa_manager.file.running import Runner
from pa_manager.values.clock import span_from_text
from pa_manager.values.money import Money


def tell_assistants(runner: Runner) -> tuple[Assistant, Assistant]:
    """Take Ada and Sam on; return them."""
    for particulars, from_day, weekly_minutes, rates in (
        (
            Particulars(
                name="Ada Okonkwo",
                known_as="Ada",
                started_on=date(2025, 9, 8),
                periods_from=PERIODS[0],
                frequency=PayFrequency.FOUR_WEEKLY,
                born_on=date(1988, 11, 30),
                phone="07700 900 317",
                email="ada.okonkwo@example.org",
            ),
            date(2025, 9, 8),
            765,
            (Rate(kind=ShiftKind.DAY, per_hour=Money(14_00)),),
        ),
        (
            Particulars(
                name="Sam Tremaine",
                known_as="Sam",
                started_on=date(2025, 10, 6),
                periods_from=PERIODS[0],
                frequency=PayFrequency.FOUR_WEEKLY,
                born_on=date(1997, 5, 19),
                phone="07700 900 655",
                email="sam.tremaine@example.org",
            ),
            date(2025, 10, 6),
            None,
            (
                Rate(kind=ShiftKind.DAY, per_hour=Money(13_20)),
                Rate(kind=ShiftKind.SLEEP_IN, per_shift=Money(60_00), per_hour=Money(13_20)),
            ),
        ),
    ):
        agreed = Agreement(hours=HoursKind.IRREGULAR if weekly_minutes is None else HoursKind.REGULAR)
        terms = Terms(from_day=from_day, weekly_minutes=weekly_minutes, rates=rates, agreement=agreed)
        runner.run(engage_assistant, particulars=particulars, terms=terms)
    ada, sam = runner.read(list_assistants)
    _files_of(runner, ada.id, sam.id)
    return ada, sam


def _files_of(runner: Runner, ada: AssistantId, sam: AssistantId) -> None:
    """Note what was checked and learned, and when each can work."""
    insured = CheckDetails(
        kind=CheckKind.EMPLOYERS_LIABILITY,
        done_on=date(2025, 9, 8),
        ends_on=date(2026, 9, 7),
        evidence="Policy PA 55120; the certificate is in the blue folder.",
    )
    seen = CheckDetails(kind=CheckKind.RIGHT_TO_WORK, done_on=date(2025, 9, 3), evidence="Passport; copy kept.")
    hoist = CheckDetails(
        kind=CheckKind.TRAINING, words="Moving and handling", done_on=date(2025, 10, 2), ends_on=date(2026, 10, 1)
    )
    for assistant_id, details in (
        (ada, insured),
        (ada, seen),
        (sam, seen),
        (ada, hoist),
        (ada, CheckDetails(kind=CheckKind.SKILL, words="Using the hoist", done_on=date(2025, 10, 6))),
        (sam, CheckDetails(kind=CheckKind.SKILL, words="Giving medicines", done_on=date(2025, 10, 20))),
    ):
        runner.run(add_check, assistant_id=assistant_id, details=details)
    for assistant_id, willing, days, hours, note in (
        (ada, Willing.CANNOT, "Tue and Thu", "9am-5pm", "college"),
        (ada, Willing.RATHER_NOT, "Sunday", "", ""),
        (sam, Willing.WOULD_LIKE, "Fri to Sun", "10pm-7am", ""),
    ):
        runner.run(
            add_availability,
            assistant_id=assistant_id,
            details=AvailabilityDetails(
                willing=willing,
                weekdays=weekdays_from_text(days),
                span=span_from_text(hours) if hours else None,
                first=date(2026, 1, 5),
                note=note,
            ),
        )


def tell_applicants(runner: Runner) -> None:
    """Look for somebody who comes to the choir: two have applied, one of them was met."""
    details = VacancyDetails(
        title="PA for evenings out",
        opened_on=date(2026, 5, 11),
        work="Come with me to the choir, and to see my sister.",
        days_and_times="Thursday evenings, and a Sunday now and then",
        weekly_minutes=240,
        per_hour=Money(14_00),
    )
    runner.run(open_vacancy, details=details)
    (vacancy,) = runner.read(list_vacancies)
    for words in runner.read(propose_questions, vacancy_id=vacancy.id, day=TODAY)[:3]:
        runner.run(ask_question, vacancy_id=vacancy.id, words=words)
    for name, phone, applied_on, stage, notes in (
        ("Morwenna Hale", "07700 900 741", date(2026, 5, 14), Stage.MET, "Sings alto. Can drive."),
        ("Idris Bell", "07700 900 286", date(2026, 6, 2), Stage.APPLIED, "Works at the day centre until 4."),
    ):
        applicant = ApplicantDetails(
            name=name,
            phone=phone,
            applied_on=applied_on,
            keep_until=keep_until_for(applied_on),
            stage=stage,
            notes=notes,
        )
        runner.run(add_applicant, vacancy_id=vacancy.id, details=applicant)
    met = runner.read(list_applicants, vacancy.id)[0]
    said = (("Asks first, and waits.", 5), ("Would ring me, then Rowena.", 4), ("Thursdays, always.", 5))
    answers = {
        question.id: Answer(words=words, stars=stars)
        for question, (words, stars) in zip(runner.read(list_questions, vacancy.id), said, strict=True)
    }
    runner.run(note_answers, applicant_id=met.id, answers=answers)
