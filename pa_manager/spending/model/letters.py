"""Letters to whoever pays, about money that did not come as agreed. They say facts, and ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NewType

from pa_manager.funding.model import MoneyInKind, OneOffId
from pa_manager.spending.model.expecting import Arrival, ExpectedLine
from pa_manager.values.days import said, said_period
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money

LetterId = NewType("LetterId", int)
_NAMES: Final = {MoneyInKind.PAYMENT: "payment", MoneyInKind.ONE_OFF: "one-off payment"}


class NothingToWrite(UserError):
    """The money came as agreed, or is the holder's own."""


class LetterEmpty(UserError):
    """A letter has nobody to go to, or says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a letter says, part by part: each can be changed before it is made.

    Attributes:
        sender: Who writes, with the address, line by line.
        to: Who it goes to.
        signed: The name beneath it.
    """

    sender: str
    to: str
    subject: str
    words: str
    signed: str

    def edited(self, texts: Mapping[str, str]) -> Letter:
        """Return it as a person has changed it.

        Raises:
            LetterEmpty: It goes to nobody, or says nothing.
        """
        changed = replace(self, **{name: text.strip() for name, text in texts.items()})
        if not changed.to or not changed.words:
            raise LetterEmpty("The letter needs somebody to go to and words. Type both.")
        return changed


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLetter:
    """A letter that was made, as it stands in a list."""

    id: LetterId
    to: str
    subject: str
    made_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOffAccount:
    """The small account of a one-off payment: what was agreed, what came, what was spent of it, and what is left.

    Attributes:
        came_long_ago: What of it came a year ago or longer.
    """

    id: OneOffId
    purpose: str
    who: str
    agreed: Money
    came: Money
    spent: Money
    came_long_ago: Money = NIL

    @property
    def lies_idle(self) -> Money:
        """What has been there for a year and more and is not spent: some councils give 12 months (Essex, 2026).

        Example: of £3,200.00 that came in May 2025, £2,900.00 are spent by June 2026: £300.00.
        """
        return max(self.came_long_ago - self.spent, NIL)

    @property
    def left(self) -> Money:
        """What is left of it; below nil, if more was spent than came."""
        return self.came - self.spent

    @property
    def said(self) -> str:
        """The whole line, as it is read out."""
        return f"{self.purpose}, from {self.who}: {self.came} came, {self.spent} spent, {self.left} left"


def letter_about(line: ExpectedLine, *, made_up: str, reference: str, name: str, address: str) -> Letter:
    """Return the letter about money that did not come as agreed: what was due, when, what came, and what is asked.

    Args:
        line: The money that was expected, with what came of it.
        made_up: How its sum is made up, in a few words; empty, if that is not known.
        reference: The funder's reference.
        name: The name of the holder.
        address: The address of the holder.

    Raises:
        NothingToWrite: It came as agreed or is not late yet, or is the holder's own contribution.
    """
    expected, arrival = line.expected, line.arrival
    if arrival not in _ASKED or expected.what is MoneyInKind.CONTRIBUTION:
        raise NothingToWrite("There is nothing to write about this one. Pick money that came late, short, over or not.")
    what = _NAMES[expected.what]
    days = "" if expected.one_off_id else f" for {said_period(expected.period)}"
    ref = f", reference {reference}" if reference else ""
    sums = f" By the agreement it is made up of {made_up}." if made_up else ""
    facts = f"The {what} of {expected.amount}{days} was due on {said(expected.due_on)}.{sums}"
    return Letter(
        sender=f"{name}\n{address}".strip(),
        to=line.funder,
        subject=f"Direct payment{ref}: {what} due on {said(expected.due_on)}",
        words=f"{facts}\n\n{_came(line)}\n\n{_ASKED[arrival]}",
        signed=name,
    )


def _came(line: ExpectedLine) -> str:
    gap = abs(line.expected.amount - line.amount)
    came = " and ".join(f"{each.amount} on {said(each.day)}" for each in line.came)
    if line.arrival is Arrival.MISSING:
        known = f" by {said(line.known_to)}, the last day that the bank has told of" if line.known_to else ""
        return f"It has not come into the direct payment account{known}."
    if line.arrival is Arrival.LATE:
        days = (line.came_on - line.expected.due_on).days if line.came_on else 0
        return f"What came into the direct payment account is {came}: {days} days late."
    more = "less" if line.arrival is Arrival.SHORT else "more"
    return f"What came into the direct payment account is {came}: {gap} {more} than was due."


_ASKED: Final = {
    Arrival.MISSING: "When will it be paid? If the sum or the day has changed, tell me the new one and from when.",
    Arrival.LATE: "Has the day of payment changed? If so, tell me the new one and from when.",
    Arrival.SHORT: (
        "Why is it less, and when will the rest be paid? If the sum has changed, tell me the new one and from when."
    ),
    Arrival.MORE: "Is the rest meant for something, or shall I pay it back? If the sum has changed, tell me from when.",
}
