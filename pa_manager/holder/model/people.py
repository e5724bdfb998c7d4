"""The holder of the direct payment, and the people who act for them or help them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NewType

from pa_manager.values.days import EndsBeforeItBegins, said
from pa_manager.values.errors import UserError

HolderId = NewType("HolderId", int)
SupporterId = NewType("SupporterId", int)

THE_HOLDER: Final = HolderId(1)
"""A file belongs to one holder, who always has this number."""
NEW_SUPPORTER: Final = SupporterId(0)
"""The number of a supporter who has not been kept yet."""


class NoHolderYet(UserError):
    """Nobody has said yet whose file this is."""


class NameMissing(UserError):
    """Whoever is kept here must have a name."""


class NotAnAddress(UserError):
    """The text cannot be an email address."""


class NotBornYet(UserError):
    """The day of birth has not come."""


class Nation(StrEnum):
    """Where the holder lives, since the law differs. The words are stored: never change one."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"

    @property
    def words(self) -> str:
        """The nation as people write it."""
        return self.replace("_", " ").title()


class SupporterRole(StrEnum):
    """In which role somebody helps. The words are stored: never change one."""

    SUITABLE_PERSON = "suitable_person"
    AUTHORISED = "authorised"
    NOMINATED = "nominated"
    FAMILY = "family"
    ULO_WORKER = "ulo_worker"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The role as people say it."""
        return _ROLES[self]

    @property
    def holds_the_money(self) -> bool:
        """Whether somebody in this role may hold the direct payment for the holder."""
        return self in {SupporterRole.SUITABLE_PERSON, SupporterRole.AUTHORISED, SupporterRole.NOMINATED}


_ROLES: Final = {
    SupporterRole.SUITABLE_PERSON: "Suitable person",
    SupporterRole.AUTHORISED: "Authorised person",
    SupporterRole.NOMINATED: "Nominated person",
    SupporterRole.FAMILY: "Family or friend",
    SupporterRole.ULO_WORKER: "Support worker",
    SupporterRole.OTHER: "Someone else",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The person whose support and money it is, and who is the employer.

    Attributes:
        photo: The number of their photo, if there is one.
    """

    id: HolderId
    name: str
    known_as: str
    nation: Nation
    born_on: date | None
    address: str
    reference: str
    phone: str
    email: str
    communication: str = ""
    photo: int | None = None

    @property
    def called(self) -> str:
        """The name they like to be called by; without one, their full name."""
        return self.known_as or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Supporter:
    """Somebody who acts for the holder or helps them, with what they may do."""

    id: SupporterId
    name: str
    role: SupporterRole
    phone: str
    email: str
    may_do: str
    first: date | None
    last: date | None

    def __post_init__(self) -> None:
        """Refuse somebody who stops helping before they begin."""
        if self.first and self.last and self.last < self.first:
            raise EndsBeforeItBegins(
                f"The last day, {said(self.last)}, comes before the first day, {said(self.first)}. Change one of them."
            )

    def helps_on(self, day: date) -> bool:
        """Return whether they help on a day. A day that was left empty does not stop them."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class SupporterLine:
    """A supporter as they stand in a list, with whether they help now."""

    supporter: Supporter
    helps_now: bool

    @property
    def time(self) -> str:
        """From when or until when they help, in words; nothing if no day is known."""
        first, last = self.supporter.first, self.supporter.last
        if last:
            return f"{'Until' if self.helps_now else 'Not now, last day'} {said(last)}"
        if first:
            return f"{'Since' if self.helps_now else 'From'} {said(first)}"
        return ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may be at the keyboard: their name, and as what they help."""

    name: str
    role: str

    @property
    def words(self) -> str:
        """The name and the role, as on a button."""
        return f"{self.name}, {self.role}" if self.role else self.name


SOMEBODY_ELSE: Final = Person("Somebody else", "")
"""Whoever is named nowhere in the file."""


def who_may_be_here(holder: Holder | None, supporters: Iterable[Supporter], *, today: date) -> tuple[Person, ...]:
    """Return who may be at the keyboard on a day: the holder, and those who help then."""
    here = [Person(each.name, each.role.words.casefold()) for each in supporters if each.helps_on(today)]
    return (*([Person(holder.name, "")] if holder else []), *here)


def tidy_name(text: str) -> str:
    """Return a name as it will be kept.

    Raises:
        NameMissing: There is nothing but blanks.
    """
    if not (name := " ".join(text.split())):
        raise NameMissing("The name is missing. Type the full name.")
    return name


def email_from_text(text: str) -> str:
    """Return an email address as it will be kept; it may be empty.

    Raises:
        NotAnAddress: The text has no @ sign between two parts, or has a blank in it.
    """
    typed = text.strip()
    name, at, house = typed.rpartition("@")
    if typed and (not (name and at and house) or len(typed.split()) > 1):
        raise NotAnAddress("This is not an email address. Type one like jean@example.org, or leave it empty.")
    return typed


def born(day: date, *, today: date) -> date:
    """Return a day of birth.

    Raises:
        NotBornYet: The day has not come.
    """
    if day > today:
        raise NotBornYet(f"{said(day)} has not come yet. Check the year of birth.")
    return day
