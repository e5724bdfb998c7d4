"""The record of advice and consents: who said what was allowed, when, how, and the letter that proves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NewType

from pa_manager.values.days import said
from pa_manager.values.errors import UserError

AdviceId = NewType("AdviceId", int)
NEW_ADVICE: Final = AdviceId(0)
"""The id of advice that has not been kept yet."""
_SHORT: Final = 50
LARGEST: Final = 20_000_000
"""How many bytes a letter may have: a scan of many pages has fewer."""


class NothingSaid(UserError):
    """It is missing who said it, or what they said."""


class NotYetSaid(UserError):
    """The day on which it was said has not come."""


class AdviceInUse(UserError):
    """What was said is kept with something else, and stays as long as it is."""


class NoLetter(UserError):
    """The file cannot be kept as a letter, or there is none."""


class How(StrEnum):
    """How something was said. The words are stored: never change one."""

    LETTER = "letter"
    EMAIL = "email"
    PHONE = "phone"
    VISIT = "visit"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The way as people say it."""
        return _WAYS[self]


_WAYS: Final = {
    How.LETTER: "In a letter",
    How.EMAIL: "By email",
    How.PHONE: "On the phone",
    How.VISIT: "When we met",
    How.OTHER: "In another way",
}


class About(StrEnum):
    """What sort of thing it is about. The words are stored: never change one."""

    MONEY = "money"
    ASSISTANT = "assistant"
    SPENDING = "spending"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The sort as people say it."""
        return _ABOUT[self]


_ABOUT: Final = {
    About.MONEY: "Money agreed",
    About.ASSISTANT: "A PA",
    About.SPENDING: "A kind of spending",
    About.OTHER: "Something else",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One thing that somebody said: a consent, a refusal, or advice.

    Attributes:
        about_name: Which money, PA or spending, in words.
        letter: The name of the file that proves it; nothing, if there is none.
        is_consent: Whether it allows something, and so may be asked for at an audit.
    """

    id: AdviceId
    said_by: str
    words: str
    on: date
    how: How
    about: About
    about_name: str
    letter: str = ""
    is_consent: bool = False

    @property
    def kind(self) -> str:
        """Whether it is a consent or advice, in a word."""
        return "Consent" if self.is_consent else "Advice"

    @property
    def called(self) -> str:
        """What it is called in a list to choose from.

        Example: ``Consent by Priya Nair, 3 March 2026: you may pay your sister``.
        """
        words = self.words.splitlines()[0]
        short = words if len(words) <= _SHORT else f"{words[:_SHORT].rsplit(' ', 1)[0]} …"
        return f"{self.kind} by {self.said_by}, {said(self.on)}: {short}"

    @property
    def subject(self) -> str:
        """What it is about, in words."""
        return f"{self.about.words}: {self.about_name}" if self.about_name else self.about.words

    @property
    def told(self) -> str:
        """Who said it, how and when."""
        return f"{self.said_by}. {self.how.words}, {said(self.on)}"

    @property
    def proof(self) -> str:
        """The letter, or that there is none."""
        return self.letter or "Nothing in writing yet"


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """What somebody said as it stands in a list, with what it is kept with: money, PAs, kinds of spending."""

    advice: Advice
    kept_with: tuple[str, ...] = ()

    @property
    def resting(self) -> str:
        """What it is kept with, in words."""
        return "; ".join(self.kept_with)


def tidy_said(text: str) -> str:
    """Return what was said, or by whom, as it is kept.

    Raises:
        NothingSaid: There is nothing but blanks.
    """
    if not (words := text.strip()):
        raise NothingSaid("The words are missing. Type them as they were said.")
    return words


def said_by_now(day: date, *, today: date) -> date:
    """Return the day on which something was said.

    Raises:
        NotYetSaid: The day has not come.
    """
    if day > today:
        raise NotYetSaid(f"{said(day)} has not come yet. Check the year.")
    return day


def must_be_letter(name: str, content: bytes) -> None:
    """Refuse what cannot be kept as a letter.

    Raises:
        NoLetter: It is empty, too large, or neither a PDF nor a picture.
    """
    if not content:
        raise NoLetter(f"{name} is empty. Choose another file.")
    if len(content) > LARGEST:
        raise NoLetter(f"{name} is larger than 20 MB. Scan it again with fewer dots, or in parts.")
    if not content.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff")):
        raise NoLetter(f"{name} is neither a PDF nor a picture. Save it as a PDF, or take a photo of it.")
