"""Versions of the plan: what each says, which one holds, and what differs between two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final, NewType

from pa_manager.plan.model.parts import Answer, Part, Question
from pa_manager.values.days import said
from pa_manager.values.errors import UserError
from pa_manager.values.money import Money

VersionId = NewType("VersionId", int)
EntryId = NewType("EntryId", int)

NEW_VERSION: Final = VersionId(0)
"""The id of a version that has not been kept yet."""
NEW_ENTRY: Final = EntryId(0)
"""The id of an entry that has not been kept yet."""


class PlanIsAgreed(UserError):
    """An agreed version stays as it was agreed."""


class DraftIsThere(UserError):
    """There is a draft already: one at a time."""


class NothingWritten(UserError):
    """There is nothing in the form, or nothing in the plan."""


class AgreedByNobody(UserError):
    """It was not said who agreed."""


class VersionState(StrEnum):
    """How far a version has got. The words are stored: never change one."""

    DRAFT = "draft"
    AGREED = "agreed"
    SUPERSEDED = "superseded"

    @property
    def words(self) -> str:
        """The state as people say it."""
        return {"draft": "Draft", "agreed": "Agreed", "superseded": "Replaced by a later one"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One filled form of a part: the answers, by the keys of the questions.

    Attributes:
        photo: The number of the photo on a one-page profile, if there is one.
    """

    id: EntryId
    part: Part
    answers: Mapping[str, str]
    photo: int | None = None

    def says(self, key: str) -> str:
        """Return one answer; nothing if there is none."""
        return self.answers.get(key, "")

    def day(self, key: str) -> date | None:
        """Return the day that is one answer; nothing if there is none."""
        text = self.says(key)
        return date.fromisoformat(text) if text else None

    @property
    def answered(self) -> tuple[tuple[Question, str], ...]:
        """The questions that have an answer, each with the answer as it is read."""
        return tuple(
            (question, _read_out(self.says(question.key), question.answer))
            for question in self.part.questions
            if self.says(question.key)
        )

    @property
    def called(self) -> str:
        """The first thing it says, to know it by."""
        return next((line for _question, line in self.told), "Nothing yet").splitlines()[0]

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """What it says: each question that has an answer, with the answer as it is read."""
        return tuple((question.words, words) for question, words in self.answered)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of the plan: its state, and all that it says."""

    id: VersionId
    number: int
    state: VersionState
    begun_on: date
    agreed_by: str
    agreed_on: date | None
    entries: tuple[Entry, ...] = ()

    @property
    def called(self) -> str:
        """What it is called in sentences."""
        return f"version {self.number}"

    @property
    def standing(self) -> str:
        """How it stands, in words."""
        if self.agreed_on:
            return f"{self.state.words}. Agreed by {self.agreed_by} on {said(self.agreed_on)}"
        return f"{self.state.words}, begun on {said(self.begun_on)}"

    def of(self, part: Part) -> tuple[Entry, ...]:
        """Return what it says in one part."""
        return tuple(entry for entry in self.entries if entry.part is part)

    def only(self, part: Part) -> Entry:
        """Return the one entry of a part that is not repeated; an empty one if nothing is written yet."""
        return next(iter(self.of(part)), Entry(id=NEW_ENTRY, part=part, answers={}))

    def must_take(self, part: Part) -> None:
        """Refuse to change a part of a version that was agreed. What is to do and reviews go on.

        Raises:
            PlanIsAgreed: It was.
        """
        if self.state is not VersionState.DRAFT and not part.is_living:
            raise PlanIsAgreed(f"{self.called.capitalize()} was agreed and stays as it is. Start the next version.")

    def agreed(self, by: str, on: date) -> Version:
        """Return it agreed.

        Raises:
            PlanIsAgreed: It was agreed before.
            AgreedByNobody: It is not said by whom.
        """
        self.must_take(Part.HEADER)
        if not (name := " ".join(by.split())):
            raise AgreedByNobody("The name is missing. Type who agreed it, for example: Asha Verma, social worker.")
        return replace(self, state=VersionState.AGREED, agreed_by=name, agreed_on=on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What one version says otherwise than another."""

    part: Part
    question: str
    before: str
    after: str


def compare(first: Version, second: Version) -> tuple[Difference, ...]:
    """Return all that differs between two versions, in the order of the plan.

    What is repeated is laid side by side by what it is called by; what has no match was added or taken out.
    """
    found: list[Difference] = []
    for part in Part:
        if not part.is_living:
            found.extend(_differences(part, first, second))
    return tuple(found)


def _differences(part: Part, first: Version, second: Version) -> Iterable[Difference]:
    old, new = _by_name(part, first), _by_name(part, second)
    for name in dict.fromkeys([*old, *new]):
        before, after = dict(old.get(name, ())), dict(new.get(name, ()))
        for question in dict.fromkeys([*before, *after]):
            was, now = before.get(question, ""), after.get(question, "")
            if was != now:
                asked = f"{name}: {question}" if part.is_repeated else question
                yield Difference(part=part, question=asked, before=was, after=now)


def _by_name(part: Part, version: Version) -> dict[str, tuple[tuple[str, str], ...]]:
    return {(entry.called if part.is_repeated else ""): entry.told for entry in version.of(part)}


def _read_out(text: str, answer: Answer) -> str:
    if answer is Answer.DAY:
        return said(date.fromisoformat(text))
    return str(Money.from_text(text)) if answer is Answer.MONEY else text
