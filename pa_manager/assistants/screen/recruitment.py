"""Finding somebody: vacancies, and those who apply."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from pa_manager.assistants.model import (
    Applicant,
    AssistantKind,
    Outcome,
    PayFrequency,
    Question,
    Stage,
    Vacancy,
)
from pa_manager.assistants.presenter.recruitment import Keep, RecruitmentPresenter, RecruitmentView
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, MoneyField, TextField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable


class RecruitmentScreen(Screen):
    """A table of vacancies, and one of those who apply for the one picked."""

    def __init__(
        self, present: Callable[[RecruitmentView], RecruitmentPresenter], parent: QWidget | None = None
    ) -> None:
        super().__init__("Find somebody", parent=parent)
        self._today = date.min
        self._add = MainButton("Look for somebody", "add")
        self._vacancies = RowTable[Vacancy](
            "Jobs",
            [
                Column("Job", lambda row: row.title),
                Column("When", lambda row: row.hours or "Not settled"),
                Column("Pay", lambda row: row.pay or "Not settled"),
                Column("State", lambda row: row.standing),
            ],
            key=lambda row: row.id,
            empty="Each job that you look for somebody for stands here, with those who apply.",
        )
        self._change = PlainButton("Change the job", "change")
        self._adverts = PlainButton("Advert and job description", "adverts")
        self._questions = PlainButton("Questions and comparison", "questions")
        self._applies = PlainButton("Somebody applies", "applies")
        self._applicants = RowTable[Applicant](
            "Those who apply",
            [
                Column("Name", lambda row: row.name),
                Column("Contact", lambda row: "\n".join(filter(None, (row.phone, row.email)))),
                Column("How far", lambda row: row.standing),
                Column("Notes", lambda row: row.notes),
                Column(
                    "Kept",
                    lambda row: row.kept(self._today),
                    lambda row: row.keep_until,
                    tone=lambda row: "warn" if row.is_due(self._today) else None,
                ),
            ],
            key=lambda row: row.id,
            empty="Nobody has applied yet for the job picked above.",
        )
        self._answers = PlainButton("Note their answers", "answers")
        self._change_applicant = PlainButton("Change their line", "change applicant")
        self._take_on = PlainButton("Take them on as a PA", "take on")
        self._back_up = PlainButton("A back-up for cover", "back-up")
        self._delete = PlainButton("Delete them for good", "delete")
        self.add(
            ButtonRow(self._add),
            self._vacancies,
            ButtonRow(self._change, self._adverts, self._questions, self._applies),
            self._applicants,
            ButtonRow(self._answers, self._change_applicant, self._take_on, self._back_up, self._delete),
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._add.clicked.connect(self._presenter.add_vacancy)
        self._change.clicked.connect(self._presenter.change_vacancy)
        self._adverts.clicked.connect(self._presenter.open_adverts)
        self._questions.clicked.connect(self._presenter.open_questions)
        self._applies.clicked.connect(self._presenter.add_applicant)
        self._answers.clicked.connect(self._presenter.note_answers)
        self._change_applicant.clicked.connect(self._presenter.change_applicant)
        self._take_on.clicked.connect(self._presenter.take_on)
        self._back_up.clicked.connect(self._presenter.agree_back_up)
        self._delete.clicked.connect(self._presenter.delete)
        self._vacancies.picked.connect(self._presenter.pick)
        self._vacancies.activated.connect(lambda _row: self._presenter.change_vacancy())
        self._applicants.picked.connect(self._presenter.pick_applicant)
        self._applicants.activated.connect(lambda _row: self._presenter.change_applicant())

    def show_vacancies(self, vacancies: Sequence[Vacancy]) -> None:
        self._vacancies.set_rows(vacancies)

    def show_applicants(self, applicants: Sequence[Applicant], today: date) -> None:
        self._today = today
        self._applicants.set_rows(applicants)

    def allow(self, *, vacancy: bool, applicant: bool, free: bool) -> None:
        for button in (self._change, self._adverts, self._questions, self._applies):
            button.setEnabled(vacancy)
        for button in (self._answers, self._change_applicant, self._delete):
            button.setEnabled(applicant)
        for button in (self._take_on, self._back_up):
            button.setEnabled(free)

    def pick_vacancy(self, number: int) -> None:
        self._vacancies.pick(number)

    def pick_applicant(self, number: int) -> None:
        self._applicants.pick(number)

    def open_vacancy(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "title": TextField("What the job is called", "For example, Weekend PA."),
            "work": TextField("What the work is", "In a sentence or two. The tasks come from your plan.", lines=3),
            "days_and_times": TextField("Days and times", "For example, Saturday and Sunday, 9 to 1.", lines=2),
            "hours": TextField("Hours a week", "Leave it empty if they differ.", chars=8),
            "per_hour": MoneyField("Pay for an hour"),
            "opened_on": DateField("Looked for since"),
            "closed_on": DateField("Closed on", "Leave it empty while you are looking."),
        }
        self._open(title, "", fields, texts, keep)

    def open_applicant(self, title: str, lead: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "name": TextField("Name"),
            "phone": TextField("Phone", chars=20),
            "email": TextField("Email"),
            "applied_on": DateField("Day they applied"),
            "stage": ChoiceField("How far they have come", [(each.value, each.words) for each in Stage]),
            "outcome": ChoiceField("What came of it", [(each.value, each.words) for each in Outcome]),
            "notes": TextField("Notes", "They may ask to read what you write here (UK GDPR, art. 15).", lines=3),
            "keep_until": DateField("Last day to keep all this", "You decide. Home tells you when it is over."),
        }
        self._open(title, lead, fields, texts, keep)

    def open_answers(self, title: str, questions: Sequence[Question], texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {}
        for number, question in enumerate(questions, start=1):
            fields[f"words {question.id}"] = TextField(f"{number}. {question.words}", lines=2)
            fields[f"stars {question.id}"] = TextField(f"Score for question {number}", "From 1 to 5.", chars=3)
        self._open(title, "What is empty counts as not asked.", fields, texts, keep)

    def open_taking_on(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "started_on": DateField("First day of work"),
            "kind": ChoiceField("How they work for you", [(kind.value, kind.words) for kind in AssistantKind]),
            "frequency": ChoiceField("How often they are paid", [(each.value, each.words) for each in PayFrequency]),
        }
        lead = "Name, contact, hours and pay are carried over. Their checklist opens next."
        self._open(title, lead, fields, texts, keep)

    def open_back_up(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "agreed_on": DateField("Day they agreed to it"),
            "will_do": TextField("What they will and will not do", lines=2),
        }
        lead = "Ask them first: you may only keep and ring them for this if they agree."
        self._open(title, lead, fields, texts, keep)

    def open_deleting(self, title: str, lead: str, keep: Keep) -> None:
        self._open(title, lead, {}, {}, keep, button="Delete for good")

    def point_out(self, number: int) -> None:
        self._presenter.point_out(number)

    def _open(  # noqa: PLR0913 -- a form is what it is
        self,
        title: str,
        lead: str,
        fields: Mapping[str, AnyField],
        texts: Mapping[str, str],
        keep: Keep,
        *,
        button: str = "Keep",
    ) -> None:
        form = FormDialog(self, title, lead, dict(fields), keep=button)
        form.fill(texts)
        form.kept.connect(partial(_hand_over, keep))
        self.open_form(form)


def _hand_over(keep: Keep, texts: Mapping[str, str]) -> None:
    keep(texts)
