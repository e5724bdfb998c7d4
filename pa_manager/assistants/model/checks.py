"""Checks of an assistant, what they have learned, and the days by which each must be looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NewType

from pa_manager.assistants.model.people import AssistantId
from pa_manager.values.days import EndsBeforeItBegins, said
from pa_manager.values.errors import UserError

CheckId = NewType("CheckId", int)


class CheckKind(StrEnum):
    """What was checked or learned. The words are stored: never change one."""

    RIGHT_TO_WORK = "right_to_work"
    DBS = "dbs"
    REFERENCE = "reference"
    DRIVING_LICENCE = "driving_licence"
    CAR_INSURANCE = "car_insurance"
    EMPLOYERS_LIABILITY = "employers_liability"
    TRAINING = "training"
    SKILL = "skill"
    LONG_WEEKS = "long_weeks"
    RE_ENROLMENT = "re_enrolment"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The kind as screens say it."""
        return _WORDS[self]

    @property
    def for_everybody(self) -> bool:
        """Whether it is the employer's and so stands in every PA's file: the insurance, and pension re-enrolment."""
        return self in {CheckKind.EMPLOYERS_LIABILITY, CheckKind.RE_ENROLMENT}

    @property
    def notice(self) -> timedelta:
        """How long before the last day it is time to see to it."""
        return timedelta(days=_NOTICE.get(self, 30))


_WORDS: Final = {
    CheckKind.RIGHT_TO_WORK: "Right to work",
    CheckKind.DBS: "DBS check",
    CheckKind.REFERENCE: "Reference",
    CheckKind.DRIVING_LICENCE: "Driving licence",
    CheckKind.CAR_INSURANCE: "Car insurance for work",
    CheckKind.EMPLOYERS_LIABILITY: "Employers' liability insurance",
    CheckKind.TRAINING: "Training",
    CheckKind.SKILL: "May do on their own",
    CheckKind.LONG_WEEKS: "Agreed in writing to more than 48 hours a week",
    CheckKind.RE_ENROLMENT: "Pension re-enrolment",
    CheckKind.OTHER: "Something else",
}
_NOTICE: Final = {CheckKind.RIGHT_TO_WORK: 60, CheckKind.DBS: 60, CheckKind.TRAINING: 60}


class WordsMissing(UserError):
    """A skill, a training or something else must say which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckDetails:
    """One check, training or skill.

    Attributes:
        words: Which, where the kind does not say it: "Moving and handling".
        done_on: The day it was done or seen.
        ends_on: The last day it holds; nothing if it does not end.
        evidence: What was seen, and where it is.
    """

    kind: CheckKind
    words: str = ""
    done_on: date | None = None
    ends_on: date | None = None
    evidence: str = ""

    def __post_init__(self) -> None:
        """Refuse one that does not say what it is, or ends before it was done."""
        if self.kind in {CheckKind.TRAINING, CheckKind.SKILL, CheckKind.OTHER} and not self.words.strip():
            raise WordsMissing("It does not say what this is. Type it, for example Moving and handling.")
        if self.done_on and self.ends_on and self.ends_on < self.done_on:
            raise EndsBeforeItBegins(
                f"The last day, {said(self.ends_on)}, comes before the day it was done. Change one of them."
            )

    @property
    def called(self) -> str:
        """What it is, in words: ``Training: Moving and handling``."""
        return f"{self.kind.words}: {self.words}" if self.words else self.kind.words

    def is_ending(self, today: date) -> bool:
        """Return whether it is time to see to it."""
        return self.ends_on is not None and self.ends_on - self.kind.notice <= today

    def standing(self, today: date) -> str:
        """Return how it stands on a day, in words."""
        if self.ends_on is None:
            return "Done" if self.done_on else "Not done yet"
        if self.ends_on < today:
            return "Ended"
        return "Ends soon" if self.is_ending(today) else "In order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(CheckDetails):
    """A check that is kept; without an assistant it is the employer's, for all of them."""

    id: CheckId
    assistant_id: AssistantId | None
