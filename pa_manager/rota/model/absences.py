"""Absences: who is away and why; and holidays, from asking to taking."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NewType

from pa_manager.assistants.model import AssistantId
from pa_manager.values.days import Period, said, said_period
from pa_manager.values.errors import UserError

AbsenceId = NewType("AbsenceId", int)


class AbsenceKind(StrEnum):
    """Why somebody is away. The words are stored: never change one."""

    HOLIDAY = "holiday"
    SICKNESS = "sickness"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The kind as a sentence says it of somebody: "is on holiday"."""
        return _AWAY_WORDS[self]

    @property
    def label(self) -> str:
        """The kind as it is chosen from a list."""
        return _AWAY_LABELS[self]


_AWAY_WORDS: Final = {
    AbsenceKind.HOLIDAY: "on holiday",
    AbsenceKind.SICKNESS: "off sick",
    AbsenceKind.OTHER: "away",
}


_AWAY_LABELS: Final = {
    AbsenceKind.HOLIDAY: "Holiday",
    AbsenceKind.SICKNESS: "Sickness",
    AbsenceKind.OTHER: "Something else",
}


class AbsenceState(StrEnum):
    """How far a holiday has come; any other absence is agreed as soon as it is noted. Never change a stored word."""

    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    TAKEN = "taken"

    @property
    def words(self) -> str:
        """How far it has come, as screens say it."""
        return _STATE_WORDS[self]

    @property
    def counts(self) -> bool:
        """Whether somebody is away because of it."""
        return self in {AbsenceState.AGREED, AbsenceState.TAKEN}


_STATE_WORDS: Final = {
    AbsenceState.ASKED: "Asked for",
    AbsenceState.AGREED: "Agreed",
    AbsenceState.REFUSED: "Refused",
    AbsenceState.TAKEN: "Taken",
}


class AlreadyAway(UserError):
    """The same absence is noted for some of the days already."""


class NotAsked(UserError):
    """A holiday was answered already."""


class NotAgreed(UserError):
    """A holiday that was not agreed cannot have been taken."""


class ReasonMissing(UserError):
    """A holiday is refused without saying why."""


class NotYetOver(UserError):
    """A holiday has not ended yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Some days on which an assistant is away, and why."""

    assistant_id: AssistantId
    kind: AbsenceKind
    days: Period
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence(Away):
    """An absence that has been noted.

    Attributes:
        state: How far it has come.
        answer: What was answered, above all why a holiday was refused.
    """

    id: AbsenceId
    state: AbsenceState = AbsenceState.AGREED
    answer: str = ""

    @property
    def words(self) -> str:
        """What it is, as a sentence says it of somebody: "is on holiday", "has asked for holiday"."""
        asked = {
            AbsenceState.ASKED: "has asked for holiday",
            AbsenceState.REFUSED: "was refused holiday",
        }
        return asked.get(self.state, f"is {self.kind.words}")

    @property
    def label(self) -> str:
        """What it is, in a cell of the rota: "Holiday", "Holiday asked for"."""
        return self.kind.label if self.state.counts else f"{self.kind.label} {self.state.words.casefold()}"

    @property
    def shown(self) -> bool:
        """Whether the rota shows it: a holiday that was refused is gone from there."""
        return self.state is not AbsenceState.REFUSED

    def agreed(self) -> Absence:
        """Return this holiday, agreed.

        Raises:
            NotAsked: It was answered already.
        """
        self._must_be_asked()
        return replace(self, state=AbsenceState.AGREED)

    def refused(self, why: str) -> Absence:
        """Return this holiday, refused.

        Raises:
            NotAsked: It was answered already.
            ReasonMissing: It is not said why.
        """
        self._must_be_asked()
        if not why.strip():
            raise ReasonMissing("The reason is missing. Type why these days cannot be, so that it can be looked up.")
        return replace(self, state=AbsenceState.REFUSED, answer=why.strip())

    def taken(self, today: date) -> Absence:
        """Return this holiday as one that was had.

        Raises:
            NotAgreed: It was not agreed, or is noted as taken already.
            NotYetOver: Its last day is still to come.
        """
        if self.state is not AbsenceState.AGREED:
            raise NotAgreed(
                "This holiday is noted as taken already."
                if self.state is AbsenceState.TAKEN
                else "This holiday was not agreed. Agree it first."
            )
        if self.days.last > today:
            raise NotYetOver(f"This holiday lasts until {said(self.days.last)}. Note it as taken once it is over.")
        return replace(self, state=AbsenceState.TAKEN)

    def _must_be_asked(self) -> None:
        if self.state is not AbsenceState.ASKED:
            raise NotAsked(f"This holiday is answered already: {self.state.words.casefold()}. Undo the answer first.")


@dataclass(frozen=True, slots=True)
class AbsenceLine:
    """An absence as it stands in a list, with the name of who is away."""

    absence: Absence
    assistant: str

    @property
    def sentence(self) -> str:
        """Who is away, why and when."""
        why = f" ({self.absence.answer})" if self.absence.answer else ""
        return f"{self.assistant} {self.absence.words}, {said_period(self.absence.days)}{why}."


def answer_by(days: Period) -> date:
    """Return the last day on which a holiday can be refused: as long before it begins as it lasts.

    (Working Time Regulations 1998, reg. 15(3) and (4), unless something else was agreed in writing.)

    Example: 5 days from 15 June 2026 are refused by 9 June 2026: there are 5 days between.
    """
    return days.first - timedelta(days=days.length + 1)
