"""What the steps of checklists are, and what they are made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from pa_manager.assistants.model.checks import Check, CheckKind
from pa_manager.assistants.model.papers import PaperKind
from pa_manager.assistants.model.people import Assistant, PayFrequency
from pa_manager.assistants.model.person import PersonFile
from pa_manager.law.dated import OwnFigure
from pa_manager.values.money import Money

_WEEKS: Final = {
    PayFrequency.WEEKLY: Fraction(1),
    PayFrequency.FORTNIGHTLY: Fraction(2),
    PayFrequency.FOUR_WEEKLY: Fraction(4),
    PayFrequency.MONTHLY: Fraction(52, 12),
}


class StepKind(StrEnum):
    """One step of a checklist. The words are stored: never change one."""

    RIGHT_TO_WORK = "right_to_work"
    DBS = "dbs"
    REFERENCES = "references"
    INSURANCE = "insurance"
    STATEMENT = "statement"
    REGISTER = "register"
    PENSION = "pension"
    EMERGENCY = "emergency"
    PRIVACY = "privacy"
    INDUCTION = "induction"
    CONSENT = "consent"
    DRIVING = "driving"
    CAR_INSURANCE = "car_insurance"
    NOTICE = "notice"
    HOLIDAY_OWED = "holiday_owed"
    REDUNDANCY = "redundancy"
    LAST_TIMESHEET = "last_timesheet"
    P45 = "p45"
    KEYS = "keys"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: what to do, why, by which law and day, and whether it is done.

    Attributes:
        by_record: Whether the record itself shows that it is done: then there is nothing to tick.
    """

    kind: StepKind
    words: str
    why: str
    law: str = ""
    due: date | None = None
    done: bool = False
    by_record: bool = False

    @property
    def reason(self) -> str:
        """The reason and its law, in one line."""
        return f"{self.why} ({self.law}.)" if self.law else self.why


class NoticeBy(StrEnum):
    """Who gave notice. The words are stored: never change one."""

    NOT_TOLD = "not_told"
    EMPLOYER = "employer"
    ASSISTANT = "assistant"

    @property
    def words(self) -> str:
        """Who it was, as screens say it."""
        return {NoticeBy.NOT_TOLD: "Nobody yet", NoticeBy.EMPLOYER: "You", NoticeBy.ASSISTANT: "The PA"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What is known of how an engagement ends. All of it may stay empty.

    Attributes:
        notice_by: Who gave notice.
        notice_on: The day it was given.
        holiday_earned_minutes: Holiday earned in the leave year by the last day. With regular hours it is worked out.
        holiday_taken_minutes: Holiday taken in the leave year.
    """

    notice_by: NoticeBy = NoticeBy.NOT_TOLD
    notice_on: date | None = None
    holiday_earned_minutes: int | None = None
    holiday_taken_minutes: int | None = None


NOTHING_OF_LEAVING: Final = Leaving()
"""Nothing is known of how it ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the checklists are made from."""

    assistant: Assistant
    person: PersonFile
    checks: tuple[Check, ...] = ()
    papers: frozenset[PaperKind] = frozenset()
    ticked: frozenset[StepKind] = frozenset()
    own: tuple[OwnFigure, ...] = ()
    leaving: Leaving = NOTHING_OF_LEAVING

    @property
    def has_consent(self) -> bool:
        """Whether it is noted who agreed to a relative being paid."""
        return bool(self.person.consent_id or self.assistant.consent_note)

    def has_check(self, kind: CheckKind, day: date) -> bool:
        """Return whether a check of a kind was done and still holds on a day."""
        return any(
            each.kind is kind and each.done_on and (each.ends_on is None or each.ends_on >= day) for each in self.checks
        )

    def pay_in_period(self, day: date) -> Money | None:
        """Return the pay of one pay period by the hours agreed; nothing where they differ or no rate is agreed."""
        weekly = self.weekly_pay(day)
        return None if weekly is None else weekly.times(_WEEKS[self.assistant.frequency])

    def weekly_pay(self, day: date) -> Money | None:
        """Return a week's pay by the hours agreed; nothing where they differ or no rate is agreed."""
        terms = next((each for each in reversed(self.assistant.terms) if each.from_day <= day), None)
        basic = terms.basic_rate() if terms else None
        if terms is None or terms.weekly_minutes is None or basic is None or basic.per_hour is None:
            return None
        return basic.per_hour.times(Fraction(terms.weekly_minutes, 60))
