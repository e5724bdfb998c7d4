"""Those who apply for a job: how far each has come, what they answered, and how long that is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NewType

from pa_manager.assistants.model.people import AssistantId
from pa_manager.assistants.model.questions import Question, QuestionId
from pa_manager.assistants.model.vacancies import VacancyId
from pa_manager.values.days import later_by_months, said
from pa_manager.values.errors import UserError

ApplicantId = NewType("ApplicantId", int)

KEPT_MONTHS: Final = 6
WHY_SIX_MONTHS: Final = (
    "6 months is usual: a claim of discrimination must be brought within 3 months, and time may be added"
    " (Equality Act 2010, s. 123). Longer than needed is against the UK GDPR, art. 5."
)
BEST: Final = 5


class Stage(StrEnum):
    """How far an applicant has come. The words are stored: never change one."""

    APPLIED = "applied"
    INVITED = "invited"
    MET = "met"
    REFERENCES = "references"
    DECIDED = "decided"

    @property
    def words(self) -> str:
        """The stage as screens say it."""
        return _STAGES[self]


class Outcome(StrEnum):
    """What came of it. The words are stored: never change one."""

    OPEN = "open"
    TAKEN_ON = "taken_on"
    BACK_UP = "back_up"
    NOT_CHOSEN = "not_chosen"
    WITHDREW = "withdrew"

    @property
    def words(self) -> str:
        """The outcome as screens say it."""
        return _OUTCOMES[self]


_STAGES: Final = {
    Stage.APPLIED: "Has applied",
    Stage.INVITED: "Asked to meet",
    Stage.MET: "We have met",
    Stage.REFERENCES: "References asked for",
    Stage.DECIDED: "Decided",
}
_OUTCOMES: Final = {
    Outcome.OPEN: "Open",
    Outcome.TAKEN_ON: "Taken on",
    Outcome.BACK_UP: "Back-up for cover",
    Outcome.NOT_CHOSEN: "Not chosen",
    Outcome.WITHDREW: "Withdrew",
}


class ApplicantNameMissing(UserError):
    """An applicant must have a name."""


class TakenOnAlready(UserError):
    """The applicant is a PA by now."""


class NotStars(UserError):
    """A score is a whole number from 1 to 5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicantDetails:
    """Somebody who applies.

    Attributes:
        keep_until: The last day on which all this is kept, as the person has set it.
        back_up_agreed_on: When they agreed to be asked if somebody cannot come; nothing if they did not.
        will_do: What they said they would do then.
    """

    name: str
    applied_on: date
    keep_until: date
    phone: str = ""
    email: str = ""
    notes: str = ""
    stage: Stage = Stage.APPLIED
    outcome: Outcome = Outcome.OPEN
    back_up_agreed_on: date | None = None
    will_do: str = ""

    def __post_init__(self) -> None:
        """Refuse somebody without a name."""
        if not self.name.strip():
            raise ApplicantNameMissing("The name is missing. Type who has applied.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant(ApplicantDetails):
    """An applicant who is kept.

    Attributes:
        assistant_id: The PA they became, if they did.
    """

    id: ApplicantId
    vacancy_id: VacancyId
    assistant_id: AssistantId | None = None

    @property
    def standing(self) -> str:
        """How far they have come: the outcome once there is one."""
        return self.stage.words if self.outcome is Outcome.OPEN else self.outcome.words

    def is_due(self, today: date) -> bool:
        """Return whether the time for which they are kept is over."""
        return self.keep_until < today

    def kept(self, today: date) -> str:
        """Return how long they are kept, in words."""
        return f"{'Over since' if self.is_due(today) else 'Until'} {said(self.keep_until)}"

    def must_be_free(self) -> None:
        """Refuse somebody who is a PA by now.

        Raises:
            TakenOnAlready: They are.
        """
        if self.assistant_id is not None:
            raise TakenOnAlready(f"{self.name} is one of your PAs already. Open their file under My PAs.")


@dataclass(frozen=True, slots=True, kw_only=True)
class BackUp:
    """An applicant who has agreed to be asked when somebody cannot come."""

    applicant_id: ApplicantId
    name: str
    phone: str
    will_do: str
    agreed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an applicant answered to a question, and how good that was, from 1 to 5."""

    words: str = ""
    stars: int | None = None

    @property
    def said(self) -> str:
        """The answer in one piece, as it stands in a comparison."""
        score = "" if self.stars is None else f"{self.stars} of {BEST}"
        return ". ".join(filter(None, (score, self.words))) or "Not asked"


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of a comparison: what was asked, and what each applicant answered, in one order."""

    question: str
    answers: tuple[str, ...]


def keep_until_for(applied_on: date) -> date:
    """Return the day to which an application is kept unless somebody says otherwise: 6 months on.

    Example: of 21 May 2026, until 21 November 2026.
    """
    return later_by_months(applied_on, KEPT_MONTHS)


def stars_from_text(text: str) -> int:
    """Return a score as it was typed.

    Raises:
        NotStars: It is no whole number from 1 to 5.
    """
    typed = text.strip()
    if typed not in {str(number) for number in range(1, BEST + 1)}:
        raise NotStars(f"A score is a whole number from 1 to {BEST}. Type one of them, or leave it empty.")
    return int(typed)


def compared(
    applicants: Iterable[Applicant],
    questions: Iterable[Question],
    answers: Mapping[ApplicantId, Mapping[QuestionId, Answer]],
) -> tuple[Compared, ...]:
    """Return applicants side by side: question by question, then the sum of the scores, the notes and how each stands.

    The sum says of how many it is, since not everybody is asked everything.
    """
    people = tuple(applicants)
    none: Mapping[QuestionId, Answer] = {}
    lines = [
        Compared(each.words, tuple(answers.get(who.id, none).get(each.id, Answer()).said for who in people))
        for each in questions
    ]
    lines.append(Compared("All scores together", tuple(_sum(answers.get(who.id, none).values()) for who in people)))
    lines.append(Compared("Notes", tuple(who.notes or "None" for who in people)))
    lines.append(Compared("How far", tuple(who.standing for who in people)))
    return tuple(lines)


def _sum(answers: Iterable[Answer]) -> str:
    stars = [each.stars for each in answers if each.stars is not None]
    return f"{sum(stars)} of {BEST * len(stars)}" if stars else "None yet"
