"""Outcomes, and the lines of the plan that say what the money is for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final, NewType

from pa_manager.values.charts import Bar
from pa_manager.values.clock import hours_said
from pa_manager.values.days import EndsBeforeItBegins, said
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money, total

OutcomeId = NewType("OutcomeId", int)
PlanLineId = NewType("PlanLineId", int)

NEW_OUTCOME: Final = OutcomeId(0)
"""The id of an outcome that has not been kept yet."""
NEW_LINE: Final = PlanLineId(0)
"""The id of a line that has not been kept yet."""


class CareAct(StrEnum):
    """The ten outcomes of the Care Act, as tags of one's own. The words are stored: never change one."""

    EATING = "eating"
    CLEAN = "clean"
    TOILET = "toilet"
    DRESSED = "dressed"
    MOVING = "moving"
    HOME = "home"
    FAMILY = "family"
    WORK = "work"
    LOCAL = "local"
    CHILD = "child"

    @property
    def words(self) -> str:
        """The outcome in plain words."""
        return _CARE_ACT[self]


_CARE_ACT: Final = {
    CareAct.EATING: "Eating and drinking well",
    CareAct.CLEAN: "Keeping clean",
    CareAct.TOILET: "Using the toilet",
    CareAct.DRESSED: "Being dressed suitably",
    CareAct.MOVING: "Moving safely at home",
    CareAct.HOME: "A home that is fit to live in",
    CareAct.FAMILY: "Family and friends",
    CareAct.WORK: "Work, training, learning, volunteering",
    CareAct.LOCAL: "Getting about, and what the area offers",
    CareAct.CHILD: "Caring for a child",
}
BEST: Final = 5
"""The best rating that an outcome can have."""


class NotARating(UserError):
    """A rating is a whole number from 1 to 5."""


class WordsMissing(UserError):
    """An outcome or a line says nothing."""


class SumBelowNil(UserError):
    """The plan does not set aside less than nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What should get better or be kept, in the holder's own words.

    Attributes:
        number: What people call it by, from 1 on.
        measure: How we will know.
        review_on: When to look at it again.
        weekly_minutes: How much help is agreed for it in a week.
        tags: Which outcomes of the Care Act it serves.
    """

    id: OutcomeId
    number: int
    words: str
    measure: str
    first: date
    last: date | None
    review_on: date | None
    tags: frozenset[CareAct] = frozenset()
    weekly_minutes: int | None = None

    def __post_init__(self) -> None:
        """Refuse an outcome that ends before it begins."""
        if self.last and self.last < self.first:
            raise EndsBeforeItBegins(
                f"The last day, {said(self.last)}, comes before the first day, {said(self.first)}. Change one of them."
            )

    def stands_on(self, day: date) -> bool:
        """Return whether the outcome is one of the plan on a day."""
        return self.first <= day and (self.last is None or day <= self.last)

    @property
    def tags_said(self) -> str:
        """Which outcomes of the Care Act it serves, in words."""
        return "; ".join(tag.words for tag in CareAct if tag in self.tags)

    def ended(self, last: date) -> Outcome:
        """Return this outcome with its last day.

        Raises:
            EndsBeforeItBegins: The last day comes before the first.
        """
        return replace(self, last=last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """How an outcome stood on a day, from 1 to 5, and why."""

    outcome_id: OutcomeId
    day: date
    stars: int
    note: str

    def __post_init__(self) -> None:
        """Refuse what is not from 1 to 5."""
        if not 1 <= self.stars <= BEST:
            raise NotARating(f"A rating is a whole number from 1 to {BEST}. Choose one of them.")


def rating_bars(ratings: Iterable[Rating]) -> tuple[Bar, ...]:
    """Return ratings as they are drawn, the earliest first.

    Example: 4 of 5 on 1 May 2026 is drawn 4 high under ``1 May 2026``.
    """
    ordered = sorted(ratings, key=lambda each: each.day)
    return tuple(Bar(said(each.day), each.stars, f"{each.stars} of {BEST}") for each in ordered)


def ratings_finding(ratings: Iterable[Rating]) -> str:
    """Return what is to be seen in ratings; nothing, if there is none.

    Example: ``It rose from 2 to 4 of 5 between 1 January 2026 and 1 May 2026.``
    """
    ordered = sorted(ratings, key=lambda each: each.day)
    if len(ordered) < 2:
        return f"It stood at {ordered[0].stars} of {BEST} on {said(ordered[0].day)}." if ordered else ""
    first, last = ordered[0], ordered[-1]
    days = f"{said(first.day)} and {said(last.day)}"
    if first.stars == last.stars:
        return f"It stood at {last.stars} of {BEST} both on {days}."
    way = "rose" if last.stars > first.stars else "fell"
    return f"It {way} from {first.stars} to {last.stars} of {BEST} between {days}."


def ratings_said(ratings: Iterable[Rating]) -> str:
    """Return how an outcome has gone, the newest rating last.

    Example: ``2, 3, now 4 of 5``.
    """
    stars = [each.stars for each in sorted(ratings, key=lambda each: each.day)]
    if not stars:
        return ""
    return ", ".join([*(str(each) for each in stars[-4:-1]), f"now {stars[-1]} of {BEST}"])


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One line of money in the plan: what may be bought, from which money, and who agreed it.

    Attributes:
        stream_name: Which money pays, in the words the plan uses.
        may_not: What it may not be used for.
    """

    id: PlanLineId
    words: str
    outcome_id: OutcomeId | None
    stream_name: str
    weekly: Money | None
    one_off: Money | None
    may_not: str
    agreed_by: str
    agreed_on: date | None

    def __post_init__(self) -> None:
        """Refuse a sum below nil."""
        if any(amount is not None and amount < NIL for amount in (self.weekly, self.one_off)):
            raise SumBelowNil("A sum in the plan cannot be below nil. Type it without the minus sign.")


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """An outcome as it stands in a list on a day."""

    outcome: Outcome
    today: date
    rating: str = ""
    weekly: Money | None = None

    @property
    def set_aside(self) -> str:
        """What is set aside for it in a week, in words; nothing if nothing is.

        Example: ``12:45 hours, £203.00``.
        """
        hours = f"{hours_said(self.outcome.weekly_minutes)} hours" if self.outcome.weekly_minutes else ""
        return ", ".join(filter(None, (hours, f"{self.weekly}" if self.weekly else "")))

    @property
    def time(self) -> str:
        """When to look at it again, or that it has ended or not begun, in words; nothing if no day is known."""
        outcome, today = self.outcome, self.today
        if outcome.last and outcome.last < today:
            return f"Ended {said(outcome.last)}"
        if outcome.first > today:
            return f"From {said(outcome.first)}"
        if outcome.review_on:
            return f"{said(outcome.review_on)}, late" if self.is_late else said(outcome.review_on)
        return ""

    @property
    def is_late(self) -> bool:
        """Whether it should have been looked at again by now."""
        review_on = self.outcome.review_on
        return review_on is not None and review_on < self.today and self.outcome.stands_on(self.today)


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line of money as it stands in a list, with the number of its outcome."""

    line: PlanLine
    number: int | None

    @property
    def price(self) -> str:
        """How much it is, in words; nothing if that is not known."""
        weekly = f"{self.line.weekly} a week" if self.line.weekly is not None else ""
        once = f"{self.line.one_off} once" if self.line.one_off is not None else ""
        return ", ".join(filter(None, (weekly, once)))

    @property
    def agreed(self) -> str:
        """Who agreed it and when, in words; nothing if that is not known."""
        day = said(self.line.agreed_on) if self.line.agreed_on else ""
        return ", ".join(filter(None, (self.line.agreed_by, day)))


def weekly_total(lines: Iterable[PlanLine]) -> Money:
    """Return what the lines set aside for a week."""
    return total(line.weekly for line in lines if line.weekly is not None)


def one_off_total(lines: Iterable[PlanLine]) -> Money:
    """Return what the lines set aside once."""
    return total(line.one_off for line in lines if line.one_off is not None)


def tidy_words(text: str) -> str:
    """Return the words of an outcome or a line as they will be kept.

    Raises:
        WordsMissing: There is nothing but blanks.
    """
    if not (words := text.strip()):
        raise WordsMissing("The words are missing. Type what it is, for example: go swimming each week.")
    return words
