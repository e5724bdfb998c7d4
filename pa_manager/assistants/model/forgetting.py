"""Forgetting somebody who has left: what the law asks to be kept, until when, and what may go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

from pa_manager.assistants.model.documents import Document
from pa_manager.assistants.model.people import Assistant
from pa_manager.law.pay_periods import add_months, add_years
from pa_manager.law.paye import Record, keep_until
from pa_manager.values.days import said
from pa_manager.values.errors import UserError

NEUTRAL: Final = "A former PA"
"""What somebody is called who was forgotten."""


class StillHere(UserError):
    """Somebody who works for the holder cannot be forgotten."""


class ForgottenAlready(UserError):
    """Nothing is left to be forgotten."""


class NotSaidFor(UserError):
    """What the law asks to be kept may go only if somebody says so on purpose."""


class Sort(Enum):
    """A sort of record about somebody who has left."""

    DETAILS = "Contacts, emergency contact, photo, notes and ways"
    CHECKS = "DBS, references, training and other checks"
    PAPERS = "Statements, letters, induction and supervision notes"
    APPLICATION = "Their application for the job"
    DOCUMENTS = "Documents filed with them"
    RIGHT_TO_WORK = "Right to work, and agreeing to long weeks"
    PAY = "Pay and tax"
    FAMILY_PAY = "Sick pay, maternity pay and the like"
    PENSION = "Pension"
    HOURS = "Hours and the minimum wage"
    HOLIDAY = "Holiday and holiday pay"
    IDENTITY = "Name, National Insurance number and bank account"


FIGURES: Final = frozenset({Sort.PAY, Sort.FAMILY_PAY, Sort.PENSION, Sort.HOURS, Sort.HOLIDAY})
"""What stays whatever is forgotten: figures, under a neutral name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """One sort of record: how many there are, until when they must be kept, and why.

    Attributes:
        count: How many there are; nothing where that is not counted.
        until: The last day the law asks for it; nothing if no law does.
    """

    sort: Sort
    count: int | None
    until: date | None
    why: str

    def may_go(self, today: date) -> bool:
        """Return whether nothing asks any more that it be kept."""
        return self.until is None or self.until < today

    def standing(self, today: date) -> str:
        """Return what holds for it, in words."""
        if self.count == 0:
            return "Nothing there"
        if self.sort in FIGURES:
            return f"Figures stay. Must be kept until {said(self.until)}" if self.until else "Figures stay"
        if self.may_go(today):
            return "May go now"
        return f"Must be kept until {said(self.until)}" if self.until else "May go now"


def keepings(
    assistant: Assistant, counts: Mapping[Sort, int], documents: Iterable[Document] = (), *, today: date
) -> tuple[Keeping, ...]:
    """Return what the law says about each sort of record of somebody who has left.

    The days are counted from the end of the pay period of the last day, and a month more: their last pay.

    Example: left on 30 April 2026, paid monthly from the 1st: pay until 5 April 2030, hours until 30 June 2032.

    Raises:
        StillHere: They have not left yet.
    """
    left_on = must_have_left(assistant, today)
    last_pay = add_months(assistant.pay_period_of(left_on).last, 1)
    paye, hours = keep_until(Record.PAYE, last_pay), keep_until(Record.MINIMUM_WAGE, last_pay)
    pension, holiday = add_years(last_pay, 6), keep_until(Record.HOLIDAY, last_pay)
    own_days = [each.keep_until for each in documents if each.keep_until is not None and each.keep_until >= today]
    rows: tuple[tuple[Sort, date | None, str], ...] = (
        (Sort.DETAILS, None, "No law asks that they be kept."),
        (Sort.CHECKS, None, "No law asks that they be kept."),
        (
            Sort.PAPERS,
            None,
            "No law asks for it. A claim about the contract may come for 6 years: Limitation Act 1980, s. 5.",
        ),
        (Sort.APPLICATION, None, "No law asks that it be kept."),
        (Sort.DOCUMENTS, max(own_days, default=None), "Each until the day that you set for it. Others may go."),
        (
            Sort.RIGHT_TO_WORK,
            add_years(left_on, 2),
            (
                "2 years after leaving: Immigration (Restrictions on Employment) Order 2007, art. 6;"
                " Working Time Regulations 1998, reg. 9."
            ),
        ),
        (Sort.PAY, paye, "3 years from the end of the tax year: Income Tax (PAYE) Regulations 2003, reg. 97."),
        (
            Sort.FAMILY_PAY,
            paye,
            "3 years from the end of the tax year: Statutory Maternity Pay (General) Regulations 1986, reg. 26.",
        ),
        (
            Sort.PENSION,
            pension,
            "6 years: Employers' Duties (Registration and Compliance) Regulations 2010, reg. 8.",
        ),
        (Sort.HOURS, hours, "6 years after the next pay period: National Minimum Wage Regulations 2015, reg. 59."),
        (Sort.HOLIDAY, holiday, "6 years: Working Time Regulations 1998, reg. 16B."),
        (
            Sort.IDENTITY,
            max(paye, hours, pension, holiday),
            "As long as the records above: they prove nothing if nobody knows whose they are.",
        ),
    )
    return tuple(Keeping(sort=sort, count=counts.get(sort), until=until, why=why) for sort, until, why in rows)


def must_have_left(assistant: Assistant, today: date) -> date:
    """Return the last day of somebody who has left.

    Raises:
        StillHere: They have not.
    """
    if assistant.left_on is None or assistant.left_on >= today:
        raise StillHere(
            f"{assistant.name} still works for you. Note the last day under Part with them; after it they can be"
            " forgotten."
        )
    return assistant.left_on


def going(found: Iterable[Keeping], today: date, *, wholly: bool) -> frozenset[Sort]:
    """Return which sorts go: those that nothing asks to be kept, or all but the figures."""
    return frozenset(
        each.sort
        for each in found
        if each.sort not in FIGURES and (wholly or each.may_go(today) or each.sort is Sort.DOCUMENTS)
    )


def come_due(found: Iterable[Keeping], today: date) -> Keeping | None:
    """Return what the law no longer asks for and that is still there; nothing if there is nothing of it.

    What no law ever asked for does not come due: it may go whenever somebody likes.
    """
    watched = {Sort.RIGHT_TO_WORK, Sort.IDENTITY}
    due = [each for each in found if each.sort in watched and each.count and each.may_go(today)]
    return due[-1] if due else None


def next_day(found: Iterable[Keeping], today: date) -> date | None:
    """Return the next day on which more may go; nothing if nothing is left to wait for."""
    days = [
        each.until + timedelta(days=1)
        for each in found
        if each.until is not None and each.until >= today and each.sort not in FIGURES and each.count != 0
    ]
    return min(days, default=None)
