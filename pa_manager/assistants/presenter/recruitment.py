"""Finding somebody, without a toolkit: vacancies, and those who apply for the one picked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final, Protocol

from pa_manager.assistants.model import (
    WHY_SIX_MONTHS,
    Answer,
    Applicant,
    ApplicantDetails,
    AssistantKind,
    Outcome,
    PayFrequency,
    Question,
    QuestionId,
    Stage,
    Vacancy,
    VacancyDetails,
    keep_until_for,
    rate_from_text,
    stars_from_text,
    weekly_minutes_from_text,
)
from pa_manager.assistants.operations import (
    ASSISTANTS,
    add_applicant,
    agree_back_up,
    change_applicant,
    change_vacancy,
    delete_applicant,
    find_applicant,
    list_answers,
    list_applicants,
    list_assistants,
    list_questions,
    list_vacancies,
    note_answers,
    open_vacancy,
    take_on_applicant,
)
from pa_manager.file.running import Changes, Runner
from pa_manager.values.clock import hours_said
from pa_manager.values.days import day_from_text, said
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.tasks import GoTo, Place

NOTHING: Final = "Nobody is looked for now. Say what the job is, and all else follows from it."
CANNOT_UNDO: Final = (
    "All that is kept about them goes, with their answers. It cannot be undone, and nothing done before it can."
    " Copies of this file that were made before still have it."
)
Keep = Callable[[Mapping[str, str]], None]


class RecruitmentView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_vacancies(self, vacancies: Sequence[Vacancy]) -> None: ...
    def show_applicants(self, applicants: Sequence[Applicant], today: date) -> None: ...
    def allow(self, *, vacancy: bool, applicant: bool, free: bool) -> None: ...
    def pick_vacancy(self, number: int) -> None: ...
    def pick_applicant(self, number: int) -> None: ...
    def open_vacancy(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_applicant(self, title: str, lead: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_answers(self, title: str, questions: Sequence[Question], texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_taking_on(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_back_up(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_deleting(self, title: str, lead: str, keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class RecruitmentPresenter:
    """Lists vacancies and those who apply; notes answers, takes people on or as a back-up, deletes them."""

    def __init__(self, view: RecruitmentView, runner: Runner, *, today: Callable[[], date], go_to: GoTo) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._go_to = go_to
        self._vacancy: Vacancy | None = None
        self._applicant: Applicant | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the vacancies again and show them."""
        found = self._runner.read(list_vacancies)
        was = self._vacancy.id if self._vacancy else None
        self._vacancy = next((each for each in found if each.id == was), next(iter(found), None))
        self._view.set_lead(_lead(found))
        self._view.show_vacancies(found)
        if self._vacancy:
            self._view.pick_vacancy(self._vacancy.id)
        self._show_applicants()

    def pick(self, vacancy: Vacancy | None) -> None:
        """Take note of the vacancy picked, and show who applied for it."""
        if vacancy is not None and (self._vacancy is None or vacancy.id != self._vacancy.id):
            self._vacancy, self._applicant = vacancy, None
            self._show_applicants()

    def pick_applicant(self, applicant: Applicant | None) -> None:
        """Take note of the applicant picked."""
        self._applicant = applicant
        self._view.allow(
            vacancy=self._vacancy is not None,
            applicant=applicant is not None,
            free=applicant is not None and applicant.assistant_id is None,
        )

    def point_out(self, number: int) -> None:
        """Pick an applicant, and the vacancy they applied for."""
        for vacancy in self._runner.read(list_vacancies):
            if any(each.id == number for each in self._runner.read(list_applicants, vacancy.id)):
                self._view.pick_vacancy(vacancy.id)
                self._view.pick_applicant(number)

    def add_vacancy(self) -> None:
        """Open an empty form for a job."""
        self._view.open_vacancy(
            "Look for somebody", {"opened_on": f"{self._today()}"}, partial(self._vacancy_typed, None)
        )

    def change_vacancy(self) -> None:
        """Open the form of the vacancy picked, filled."""
        if vacancy := self._vacancy:
            texts = {
                "title": vacancy.title,
                "work": vacancy.work,
                "days_and_times": vacancy.days_and_times,
                "hours": "" if vacancy.weekly_minutes is None else hours_said(vacancy.weekly_minutes),
                "per_hour": "" if vacancy.per_hour is None else str(vacancy.per_hour),
                "opened_on": f"{vacancy.opened_on}",
                "closed_on": f"{vacancy.closed_on or ''}",
            }
            self._view.open_vacancy(f"Change {vacancy.title}", texts, partial(self._vacancy_typed, vacancy))

    def open_questions(self) -> None:
        """Lead to the questions of the vacancy picked, and the answers side by side."""
        if self._vacancy:
            self._go_to(Place("assistants", self._vacancy.id, screen="questions"))

    def open_adverts(self) -> None:
        """Lead to the advert and the job description of the vacancy picked."""
        if self._vacancy:
            self._go_to(Place("assistants", self._vacancy.id, screen="adverts"))

    def add_applicant(self) -> None:
        """Open an empty form for somebody who applies."""
        if vacancy := self._vacancy:
            today = self._today()
            texts = {
                "stage": Stage.APPLIED.value,
                "outcome": Outcome.OPEN.value,
                "applied_on": f"{today}",
                "keep_until": f"{keep_until_for(today)}",
            }
            self._view.open_applicant(
                f"Somebody applies for {vacancy.title}", WHY_SIX_MONTHS, texts, partial(self._new_typed, vacancy)
            )

    def change_applicant(self) -> None:
        """Open the form of the applicant picked, filled."""
        if who := self._applicant:
            texts = {
                "name": who.name,
                "phone": who.phone,
                "email": who.email,
                "notes": who.notes,
                "stage": who.stage.value,
                "outcome": who.outcome.value,
                "applied_on": f"{who.applied_on}",
                "keep_until": f"{who.keep_until}",
            }
            self._view.open_applicant(f"Change {who.name}", WHY_SIX_MONTHS, texts, partial(self._changed_typed, who))

    def note_answers(self) -> None:
        """Open the questions, to note what the applicant picked answers."""
        if (who := self._applicant) and (vacancy := self._vacancy):
            questions = self._runner.read(list_questions, vacancy.id)
            if not questions:
                self._view.show_problem("There are no questions yet. Choose some under Questions and comparison.")
                return
            given = self._runner.read(list_answers, who.id)
            texts: dict[str, str] = {}
            for question in questions:
                answer = given.get(question.id, Answer())
                texts[f"words {question.id}"] = answer.words
                texts[f"stars {question.id}"] = "" if answer.stars is None else str(answer.stars)
            self._view.open_answers(
                f"What {who.name} answers", questions, texts, partial(self._answers_typed, who, questions)
            )

    def take_on(self) -> None:
        """Open the form that makes a PA of the applicant picked."""
        if who := self._applicant:
            texts = {"kind": AssistantKind.EMPLOYED.value, "frequency": PayFrequency.FOUR_WEEKLY.value}
            self._view.open_taking_on(f"Take {who.name} on", texts, partial(self._taking_on_typed, who))

    def agree_back_up(self) -> None:
        """Open the form that notes that the applicant picked agreed to be a back-up."""
        if who := self._applicant:
            texts = {"agreed_on": f"{self._today()}", "will_do": who.will_do}
            self._view.open_back_up(f"{who.name} as a back-up", texts, partial(self._back_up_typed, who))

    def delete(self) -> None:
        """Ask whether the applicant picked is to go for good."""
        if who := self._applicant:
            lead = f"They are kept until {said(who.keep_until)}, as you set it. {CANNOT_UNDO}"
            self._view.open_deleting(f"Delete {who.name} for good?", lead, partial(self._delete, who))

    def _vacancy_typed(self, before: Vacancy | None, texts: Mapping[str, str]) -> None:
        form = Reading()
        title = form.required("title", texts["title"], "The title is missing. Type what the job is called.")
        minutes = form.optional("hours", weekly_minutes_from_text, texts["hours"])
        per_hour = form.optional("per_hour", rate_from_text, texts["per_hour"])
        opened_on = form.field("opened_on", day_from_text, texts["opened_on"])
        closed_on = form.optional("closed_on", day_from_text, texts["closed_on"])
        self._view.show_form_errors(form.errors)
        if form.errors or opened_on is None:
            return
        details = VacancyDetails(
            title=title,
            work=texts["work"],
            days_and_times=texts["days_and_times"],
            weekly_minutes=minutes,
            per_hour=per_hour,
            opened_on=opened_on,
            closed_on=closed_on,
        )
        if before is None:
            kept = self._keep(lambda: self._runner.run(open_vacancy, details=details), f"Kept: {details.title}.")
            if kept:
                self._view.pick_vacancy(self._runner.read(list_vacancies)[0].id)
        else:
            self._keep(
                lambda: self._runner.run(change_vacancy, vacancy_id=before.id, details=details),
                f"Kept: {details.title}.",
            )

    def _new_typed(self, vacancy: Vacancy, texts: Mapping[str, str]) -> None:
        if details := self._details(texts, None):
            self._keep(
                lambda: self._runner.run(add_applicant, vacancy_id=vacancy.id, details=details),
                f"Kept: {details.name}, until {said(details.keep_until)}.",
            )

    def _changed_typed(self, who: Applicant, texts: Mapping[str, str]) -> None:
        if details := self._details(texts, who):
            self._keep(
                lambda: self._runner.run(change_applicant, applicant_id=who.id, details=details),
                f"Kept: {details.name}, until {said(details.keep_until)}.",
            )

    def _details(self, texts: Mapping[str, str], before: Applicant | None) -> ApplicantDetails | None:
        form = Reading()
        name = form.required("name", texts["name"], "The name is missing. Type who has applied.")
        applied_on = form.field("applied_on", day_from_text, texts["applied_on"])
        keep_until = form.field("keep_until", day_from_text, texts["keep_until"])
        self._view.show_form_errors(form.errors)
        if form.errors or applied_on is None or keep_until is None:
            return None
        return ApplicantDetails(
            name=name,
            phone=texts["phone"],
            email=texts["email"],
            notes=texts["notes"],
            stage=Stage(texts["stage"]),
            outcome=Outcome(texts["outcome"]),
            applied_on=applied_on,
            keep_until=keep_until,
            back_up_agreed_on=before.back_up_agreed_on if before else None,
            will_do=before.will_do if before else "",
        )

    def _answers_typed(self, who: Applicant, questions: Sequence[Question], texts: Mapping[str, str]) -> None:
        form = Reading()
        answers: dict[QuestionId, Answer] = {}
        for question in questions:
            name = f"stars {question.id}"
            stars = form.optional(name, stars_from_text, texts[name])
            answers[question.id] = Answer(words=texts[f"words {question.id}"].strip(), stars=stars)
        self._view.show_form_errors(form.errors)
        if not form.errors:
            self._keep(
                lambda: self._runner.run(note_answers, applicant_id=who.id, answers=answers),
                f"Kept: what {who.name} answered.",
            )

    def _taking_on_typed(self, who: Applicant, texts: Mapping[str, str]) -> None:
        form = Reading()
        started_on = form.field("started_on", day_from_text, texts["started_on"])
        self._view.show_form_errors(form.errors)
        if started_on is None:
            return
        kind, frequency = AssistantKind(texts["kind"]), PayFrequency(texts["frequency"])
        if self._keep(
            lambda: self._runner.run(
                take_on_applicant, applicant_id=who.id, started_on=started_on, kind=kind, frequency=frequency
            ),
            f"{who.name} is one of your PAs from {said(started_on)}.",
        ):
            newest = max(each.id for each in self._runner.read(list_assistants))
            self._go_to(Place("assistants", newest, screen="checklist"))

    def _back_up_typed(self, who: Applicant, texts: Mapping[str, str]) -> None:
        form = Reading()
        agreed_on = form.field("agreed_on", day_from_text, texts["agreed_on"])
        self._view.show_form_errors(form.errors)
        if agreed_on is not None:
            self._keep(
                lambda: self._runner.run(
                    agree_back_up, applicant_id=who.id, agreed_on=agreed_on, will_do=texts["will_do"]
                ),
                f"Kept. {who.name} can be taken onto the call list now, under Cover.",
            )

    def _delete(self, who: Applicant, _texts: Mapping[str, str]) -> None:
        self._keep(
            lambda: self._runner.run(delete_applicant, applicant_id=who.id),
            f"Deleted for good: the application of {who.name}.",
        )

    def _keep(self, run: Callable[[], object], result: str) -> bool:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
            return False
        self._view.close_form()
        self._view.show_result(result)
        return True

    def _show_applicants(self) -> None:
        found = self._runner.read(list_applicants, self._vacancy.id) if self._vacancy else ()
        picked = self._applicant
        self._view.show_applicants(found, self._today())
        still = next((each for each in found if picked and each.id == picked.id), None)
        self.pick_applicant(self._runner.read(find_applicant, still.id) if still else None)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ASSISTANTS):
            self.refresh()


def _lead(found: Sequence[Vacancy]) -> str:
    open_ones = [each for each in found if each.closed_on is None]
    if not open_ones:
        return NOTHING
    if len(open_ones) == 1:
        return f"You are looking for somebody: {open_ones[0].title}."
    return f"You are looking for somebody for {len(open_ones)} jobs."
