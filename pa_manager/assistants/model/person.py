"""The file of one assistant: whom to ring, what the payroll asks, and what is nobody else's business."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pa_manager.assistants.model.people import Assistant, AssistantId
from pa_manager.holder.model import AdviceId
from pa_manager.values.days import said
from pa_manager.values.errors import UserError

_INSURANCE_NUMBER: Final = re.compile(
    r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]", re.ASCII
)
_HIDDEN: Final = "Kept, not shown"


class NotAnInsuranceNumber(UserError):
    """The text cannot be a National Insurance number."""


class NotASortCode(UserError):
    """The text cannot be a sort code."""


class NotAnAccountNumber(UserError):
    """The text cannot be the number of an account."""


class Told(StrEnum):
    """What somebody said when asked. The words are stored: never change one."""

    NOT_TOLD = "not_told"
    YES = "yes"
    NO = "no"

    @property
    def words(self) -> str:
        """The answer as screens say it."""
        return {Told.NOT_TOLD: "Not asked yet", Told.YES: "Yes", Told.NO: "No"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """What is known of an assistant besides name, contact and pay. All of it may stay empty.

    Attributes:
        other_job: Whether they have another job: then the employer registers for PAYE whatever the pay.
        has_pension: Whether they draw a pension: the same.
        relation: What they are to the holder, for example a daughter; empty if nothing.
        same_household: Whether they live with the holder.
        communication: How they like to be told things.
        drives: Whether they drive for the holder: then licence and insurance must be seen.
        consent_id: What the council said about paying this relative, in the record of advice.
    """

    address: str = ""
    emergency_name: str = ""
    emergency_relation: str = ""
    emergency_phone: str = ""
    other_job: Told = Told.NOT_TOLD
    has_pension: Told = Told.NOT_TOLD
    relation: str = ""
    same_household: bool = False
    payroll_number: str = ""
    language: str = ""
    communication: str = ""
    drives: Told = Told.NOT_TOLD
    consent_id: AdviceId | None = None

    @property
    def emergency(self) -> str:
        """Whom to ring in an emergency, in one line."""
        who = f"{self.emergency_name} ({self.emergency_relation})" if self.emergency_relation else self.emergency_name
        return ", ".join(filter(None, (who, self.emergency_phone)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateDetails:
    """What stands in no print, no export and no history: the National Insurance number and the bank account."""

    insurance_number: str = ""
    account_name: str = ""
    sort_code: str = ""
    account_number: str = ""

    def hidden(self) -> PrivateDetails:
        """Return the same with nothing to be read but that it is kept."""
        return PrivateDetails(
            insurance_number=_HIDDEN if self.insurance_number else "",
            account_name=_HIDDEN if self.account_name else "",
            sort_code=_HIDDEN if self.sort_code else "",
            account_number=_HIDDEN if self.account_number else "",
        )

    def __repr__(self) -> str:
        """Return no detail: this may stand in a log or in the message of an error."""
        return "PrivateDetails(...)"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a file: what it is, and what is known."""

    what: str
    known: str


def facts_of(
    assistant: Assistant, person: PersonFile, private: PrivateDetails, *, consent: str = ""
) -> tuple[Fact, ...]:
    """Return the file of an assistant line by line; the private lines, and what was consented to, as handed in."""
    agreed = "; ".join(filter(None, (consent, assistant.consent_note)))
    return tuple(
        Fact(what, known or "Not filled in")
        for what, known in (
            ("Phone", assistant.phone),
            ("Email", assistant.email),
            ("Address", person.address),
            ("In an emergency, ring", person.emergency),
            ("Language", person.language),
            ("How to tell them things", person.communication),
            ("Another job", person.other_job.words),
            ("Draws a pension", person.has_pension.words),
            ("Drives for the holder", person.drives.words),
            ("Relation to the holder", _relation(assistant, person)),
            *((("The council's consent to paying a relative", agreed),) if assistant.relative else ()),
            ("Payroll number", person.payroll_number),
            ("National Insurance number", private.insurance_number),
            ("Name on the account", private.account_name),
            ("Sort code", private.sort_code),
            ("Account number", private.account_number),
        )
    )


def _relation(assistant: Assistant, person: PersonFile) -> str:
    told = (
        person.relation or ("Close relative" if assistant.relative else ""),
        "lives with the holder" if person.same_household else "",
    )
    return ", ".join(filter(None, told))


def insurance_number_from_text(text: str) -> str:
    """Return a National Insurance number as it is written: two letters, six figures, a letter.

    Example: ``qq 12 34 56 c`` is refused, since no number begins with Q; ``ab123456c`` is AB 12 34 56 C.

    Raises:
        NotAnInsuranceNumber: It cannot be one.
    """
    typed = re.sub(r"[\s.-]+", "", text).upper()
    if not _INSURANCE_NUMBER.fullmatch(typed):
        raise NotAnInsuranceNumber(
            "This is not a National Insurance number. It has 2 letters, 6 figures and a letter from A to D."
            " It stands on a payslip, a P45 or a letter from HMRC."
        )
    return " ".join((typed[:2], typed[2:4], typed[4:6], typed[6:8], typed[8:]))


def sort_code_from_text(text: str) -> str:
    """Return a sort code as it is written, for example ``20-45-99``.

    Raises:
        NotASortCode: It has not six figures.
    """
    figures = _figures(text)
    if len(figures) != 6:
        raise NotASortCode("A sort code has 6 figures. Type them, for example 20-45-99.")
    return "-".join((figures[:2], figures[2:4], figures[4:]))


def account_number_from_text(text: str) -> str:
    """Return the number of a bank account.

    Raises:
        NotAnAccountNumber: It has not eight figures.
    """
    figures = _figures(text)
    if len(figures) != 8:
        raise NotAnAccountNumber("An account number has 8 figures. If it is shorter, type noughts before it.")
    return figures


def told_apart(assistants: Iterable[Assistant]) -> dict[AssistantId, str]:
    """Return a name for each assistant that no other has: where two share one, with the first day of work.

    Example: ``Ada Okonkwo, from 8 September 2025``.
    """
    everyone = tuple(assistants)
    names = [each.name.casefold() for each in everyone]
    days = [(each.name.casefold(), each.started_on) for each in everyone]
    apart = {}
    for each in everyone:
        name = each.name
        if names.count(name.casefold()) > 1:
            name = f"{name}, from {said(each.started_on)}"
            if days.count((each.name.casefold(), each.started_on)) > 1:
                name = f"{name}, number {each.id}"
        apart[each.id] = name
    return apart


def _figures(text: str) -> str:
    bare = re.sub(r"[\s.-]+", "", text)
    return bare if bare.isascii() and bare.isdigit() else ""
