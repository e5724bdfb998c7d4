"""Payments to make: to whom, how much, with which reference, by when, and whether the bank shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from pa_manager.assistants.model import AssistantId
from pa_manager.pay.model import P32, Liability, LiabilityKind
from pa_manager.values.days import said
from pa_manager.values.money import NIL, Money


class Standing(Enum):
    """How a payment stands."""

    PAID = "Paid"
    PART_PAID = "Part paid"
    TO_PAY = "To pay"
    NOT_SEEN = "Not seen yet"
    OVERDUE = "Late"
    GIVEN_BACK = "Comes to you"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentToMake:
    """One payment that payslips ask for.

    Attributes:
        owed: What is owed in full, and to whom.
        left: What the bank does not show as paid.
        who: Whom it goes to.
        reference: What to write on it.
        assistant_id: Whose wages they are.
        today: The day on which it is asked.
        known_to: The last day that the bank has told of; nothing, if no bank file was brought in yet.
        p32: What the payroll says is due to HM Revenue and Customs, once somebody has typed it.
    """

    owed: Liability
    left: Money
    who: str
    reference: str
    today: date
    assistant_id: AssistantId | None = None
    known_to: date | None = None
    p32: P32 | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from every other payment."""
        return (self.owed.what, self.who, self.owed.due_on, self.owed.payslip_id)

    @property
    def is_hmrc(self) -> bool:
        """Whether it goes to HM Revenue and Customs."""
        return self.owed.what is LiabilityKind.HMRC

    @property
    def differs(self) -> str:
        """How what the payroll says is due differs from what the payslips make; empty where it does not."""
        return self.p32.held_against(self.owed.amount) if self.p32 else ""

    @property
    def standing(self) -> Standing:
        """How it stands. What was due after the last day the bank has told of may have been paid since."""
        if self.owed.amount < NIL:
            return Standing.GIVEN_BACK
        if self.left <= NIL:
            return Standing.PAID
        if self.owed.due_on >= self.today:
            return Standing.PART_PAID if self.left < self.owed.amount else Standing.TO_PAY
        if self.known_to is None or self.known_to < self.owed.due_on:
            return Standing.NOT_SEEN
        return Standing.OVERDUE

    @property
    def is_open(self) -> bool:
        """Whether there is something to pay."""
        return self.owed.amount > NIL and self.left > NIL

    @property
    def sentence(self) -> str:
        """How it stands, in a sentence."""
        what = f"{self.owed.amount} to {self.who}, due on {said(self.owed.due_on)}"
        return {
            Standing.PAID: f"{what}: the bank shows it as paid.",
            Standing.PART_PAID: f"{what}: {self.left} is still to be paid.",
            Standing.TO_PAY: f"{what}.",
            Standing.NOT_SEEN: f"{what}. Bring in the next bank file to see whether it was paid.",
            Standing.OVERDUE: f"{what}: {self.left} does not show on the bank statement.",
            Standing.GIVEN_BACK: f"{self.who} gives {-self.owed.amount} back: it is set against what is owed next.",
        }[self.standing]

    @property
    def to_type(self) -> str:
        """What to type at the bank, line by line."""
        lines = (("Pay to", self.who), ("Amount", self.left.plain()), ("Reference", self.reference))
        return "\n".join(f"{what}: {words}" for what, words in lines if words)


def wages_reference(paid_on: date) -> str:
    """Return what to write on a wage: at most the 18 characters that banks take.

    Example: paid on 8 May 2026: ``WAGES 08MAY2026``.
    """
    return f"WAGES {paid_on:%d}{_MONTHS[paid_on.month - 1]}{paid_on.year}"


_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
