"""The call list, one time when cover was needed, and what each way of covering a shift costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Final, NewType

from pa_manager.assistants.model import Assistant, AssistantId, AssistantKind, NoRateForKind, NoTermsYet
from pa_manager.rota.model import Free, Shift
from pa_manager.values.days import Period, later_by_months
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money

ContactId = NewType("ContactId", int)
CoverEventId = NewType("CoverEventId", int)
CallNoteId = NewType("CallNoteId", int)

CHECK_EVERY_MONTHS: Final = 6
NOTHING_TO_PAY: Final = "Nothing to pay"
COST_NOT_KNOWN: Final = "Not known"


class Tier(StrEnum):
    """In which order people are asked. The words are stored: never change one."""

    OWN_PA = "own_pa"
    BANK_PA = "bank_pa"
    FAMILY = "family"
    AGENCY = "agency"
    COUNCIL = "council"

    @property
    def words(self) -> str:
        """The tier as screens say it."""
        return _TIER_WORDS[self]

    @property
    def rank(self) -> int:
        """The place in the order, from 1 on."""
        return list(Tier).index(self) + 1


class Answer(StrEnum):
    """What somebody said who was asked. The words are stored: never change one."""

    YES = "yes"
    NO = "no"
    NO_ANSWER = "no_answer"
    LATER = "later"

    @property
    def words(self) -> str:
        """The answer as screens say it."""
        return _ANSWER_WORDS[self]


_TIER_WORDS: Final = {
    Tier.OWN_PA: "Own PA",
    Tier.BANK_PA: "Bank PA",
    Tier.FAMILY: "Family or friend",
    Tier.AGENCY: "Agency",
    Tier.COUNCIL: "Council",
}
_ANSWER_WORDS: Final = {
    Answer.YES: "Yes, they will come",
    Answer.NO: "No",
    Answer.NO_ANSWER: "Did not answer",
    Answer.LATER: "Will say later",
}


class ContactNameMissing(UserError):
    """Somebody on the call list must have a name."""


class AlreadyOnTheList(UserError):
    """The assistant stands on the call list already."""


class NotAgreed(UserError):
    """Somebody stands on the call list only if they agreed to it."""


class AlreadyOpen(UserError):
    """Cover for the same days is being looked for already."""


class AlreadyClosed(UserError):
    """The cover was closed before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDetails:
    """Somebody who has said that they will come when they can.

    Attributes:
        assistant_id: Which of the holder's PAs it is, if it is one.
        will_do: What they said they will and will not do.
        per_hour: What an hour costs. For a PA it comes from the terms.
        agreed_on: When they agreed to be on the list.
        checked_on: When they were last asked whether all this still holds.
    """

    tier: Tier
    name: str = ""
    phone: str = ""
    assistant_id: AssistantId | None = None
    will_do: str = ""
    per_hour: Money | None = None
    agreed_on: date | None = None
    checked_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse somebody without a name."""
        if self.assistant_id is None and not self.name.strip():
            raise ContactNameMissing("The name is missing. Choose a PA, or type who it is.")

    def wants_check(self, today: date) -> bool:
        """Return whether it is six months or more since all this was checked.

        Example: checked on 31 August 2025, it wants checking from 28 February 2026.
        """
        return self.checked_on is None or later_by_months(self.checked_on, CHECK_EVERY_MONTHS) <= today


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(ContactDetails):
    """Somebody on the call list."""

    id: ContactId


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverEvent:
    """One time when cover was needed.

    Attributes:
        assistant_id: Who could not come; nothing, where nobody had been down for the shift.
        closed: Whether nothing is left to be done about it.
        lesson: What to do otherwise next time.
    """

    id: CoverEventId
    assistant_id: AssistantId | None
    days: Period
    why: str
    opened_at: datetime
    closed: bool = False
    lesson: str = ""

    def is_about(self, shift: Shift) -> bool:
        """Return whether a shift is one of those that are to be covered: filled since, or still a gap."""
        return shift.left_by == self.assistant_id and shift.day in self.days


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What somebody said who was asked to come.

    Attributes:
        contact: Who was asked, as it is kept for ever.
        assistant_id: Which PA it is, if it is one.
        cost: What the shift costs if they come.
    """

    contact: str
    answer: Answer
    assistant_id: AssistantId | None = None
    note: str = ""
    cost: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNote:
    """A call as it is kept: what was asked, whom, when, and what they said. It is never changed."""

    id: CallNoteId
    event_id: CoverEventId
    at: datetime
    about: str
    contact: str
    answer: Answer
    note: str
    cost: Money | None


@dataclass(frozen=True, slots=True)
class EventLine:
    """A cover event as it stands in a list.

    Attributes:
        assistant: Who could not come.
        gaps: How many shifts still have nobody.
        calls: How many people were asked.
        cost: What those cost who said yes.
    """

    event: CoverEvent
    assistant: str
    gaps: int
    calls: int
    cost: Money

    @property
    def standing(self) -> str:
        """How far it has come, in words."""
        if self.event.closed:
            return "Closed"
        if not self.gaps:
            return "Covered"
        return f"{self.gaps} shift{'s' if self.gaps > 1 else ''} to cover"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One way to cover a shift.

    Attributes:
        free: Whether they could come; nothing, where only they know.
        cost: What the shift would cost; nothing, where that is not known or there is nothing to pay.
        cost_said: The same in words.
    """

    tier: Tier
    name: str
    phone: str = ""
    will_do: str = ""
    contact_id: ContactId | None = None
    assistant_id: AssistantId | None = None
    free: bool | None = None
    why_not: str = ""
    cost: Money | None = None
    cost_said: str = COST_NOT_KNOWN

    @property
    def standing(self) -> str:
        """Whether they could come, in words."""
        return "Ask them" if self.free is None else "Free" if self.free else self.why_not

    @property
    def order(self) -> tuple[int, bool, bool, Money, str]:
        """What options are put in order by: the tier, then who is free, then what it costs."""
        return self.tier.rank, self.free is False, self.cost is None, self.cost or NIL, self.name.casefold()


def cost_of_assistant(assistant: Assistant, shift: Shift) -> tuple[Money | None, str]:
    """Return what a shift costs if an assistant does it, and the same in words. On-costs are not in it.

    Example: 4 hours at £13.20 are £52.80; a sleep-in is the flat sum agreed for it.
    """
    if assistant.kind is AssistantKind.UNPAID:
        return None, NOTHING_TO_PAY
    try:
        rate = assistant.rate_on(shift.day, shift.kind)
    except (NoTermsYet, NoRateForKind):
        return None, "No rate agreed"
    if rate.per_shift is not None:
        return rate.per_shift, str(rate.per_shift)
    return _by_the_hour(rate.per_hour, shift)


def cost_of_contact(contact: ContactDetails, shift: Shift) -> tuple[Money | None, str]:
    """Return what a shift costs if somebody who is no assistant does it, and the same in words."""
    if contact.per_hour is None and contact.tier is Tier.FAMILY:
        return None, NOTHING_TO_PAY
    return _by_the_hour(contact.per_hour, shift)


def options_for(
    shift: Shift, contacts: tuple[Contact, ...], free: tuple[Free, ...], assistants: dict[AssistantId, Assistant]
) -> tuple[Option, ...]:
    """Return every way to cover a shift, in the order to ask: tier by tier, the free and the cheaper first.

    PAs who are not on the call list are own PAs.
    """
    listed = {contact.assistant_id: contact for contact in contacts if contact.assistant_id is not None}
    found = [_of_assistant(shift, assistants[each.assistant_id], each, listed.get(each.assistant_id)) for each in free]
    for contact in contacts:
        if contact.assistant_id is None:
            cost, said = cost_of_contact(contact, shift)
            found.append(
                Option(
                    tier=contact.tier,
                    name=contact.name,
                    phone=contact.phone,
                    will_do=contact.will_do,
                    contact_id=contact.id,
                    cost=cost,
                    cost_said=said,
                )
            )
    return tuple(sorted(found, key=lambda option: option.order))


def _of_assistant(shift: Shift, assistant: Assistant, free: Free, contact: Contact | None) -> Option:
    cost, said = cost_of_assistant(assistant, shift)
    return Option(
        tier=contact.tier if contact else Tier.OWN_PA,
        name=assistant.name,
        phone=contact.phone if contact and contact.phone else assistant.phone,
        will_do=contact.will_do if contact else "",
        contact_id=contact.id if contact else None,
        assistant_id=assistant.id,
        free=free.free,
        why_not=free.why_not,
        cost=cost,
        cost_said=said,
    )


def _by_the_hour(per_hour: Money | None, shift: Shift) -> tuple[Money | None, str]:
    if per_hour is None:
        return None, COST_NOT_KNOWN
    cost = per_hour.times(Fraction(shift.minutes, 60))
    return cost, str(cost)
