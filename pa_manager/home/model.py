"""The order in which things want doing, and what the first screen says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from pa_manager.pay.model import Liability
from pa_manager.rota.model import ShiftLine
from pa_manager.values.clock import LONDON, time_said
from pa_manager.values.days import said, said_with_weekday
from pa_manager.values.money import NIL, Money, total
from pa_manager.values.tasks import Place, Task

_NEAR: Final = {-1: "1 day late", 0: "today", 1: "tomorrow"}
_SOON: Final = 21


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyLeft:
    """What is in the accounts, and how much of it is spoken for.

    Attributes:
        one_offs: What is left of one-off payments, which is for their purposes alone.
        reserve: How much the funders let the holder keep in hand.
    """

    balance: Money
    owed: tuple[Liability, ...]
    one_offs: Money = NIL
    reserve: Money = NIL

    @property
    def already_owed(self) -> Money:
        """The sum of what is owed."""
        return total(liability.amount for liability in self.owed)

    @property
    def kept(self) -> Money:
        """How much of the agreed reserve there is: all of it, or what is left when the rest is taken off."""
        return min(self.reserve, max(self._free, NIL))

    @property
    def spare(self) -> Money:
        """What is truly spare: the balance less what is owed, what has one purpose, and the agreed reserve.

        It is below nil, and is shown so, if the balance does not cover what is owed. A reserve alone makes it nil.

        Example: £2,582.21 in the account with £412.60 of wages owed leaves £2,169.61; of that, with a reserve
        of 4 weeks at £371.60, £683.21 is spare.
        """
        return self._free - self.kept

    @property
    def sentence(self) -> str:
        """How the spare sum comes about.

        Example: ``£2,582.21 in the account, less £412.60 already owed and £1,486.40 agreed to be kept``.
        """
        part = "" if self.kept == self.reserve else f"of the {self.reserve} "
        less = [
            f"{amount} {what}"
            for amount, what in (
                (self.already_owed, "already owed"),
                (self.one_offs, "left of one-off payments"),
                (self.kept, f"{part}agreed to be kept"),
            )
            if amount != NIL
        ]
        if not less:
            return f"{self.balance} in the account, and nothing owed"
        *first, last = less
        listed = f"{', '.join(first)} and {last}" if first else last
        return f"{self.balance} in the account, less {listed}"

    @property
    def _free(self) -> Money:
        return self.balance - self.already_owed - self.one_offs


@dataclass(frozen=True, slots=True, kw_only=True)
class NextReturn:
    """The return that is next to send: for which money, up to which day, and how much is still to put right."""

    place: Place
    last: date
    due_on: date | None
    to_put_right: int

    @property
    def figure(self) -> str:
        """The day that matters: when it is due, or else the last day it is for."""
        day = self.due_on or self.last
        return f"{day.day} {day:%B}"

    @property
    def sentence(self) -> str:
        """What is to be done about it.

        Example: ``3 things to put right first``.
        """
        match self.to_put_right:
            case 0:
                return f"Up to {said(self.last)}. Nothing to put right"
            case 1:
                return f"Up to {said(self.last)}. 1 thing to put right first"
            case number:
                return f"Up to {said(self.last)}. {number} things to put right first"


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """All that the first screen says. There is no money until there is an account, no return until one is begun."""

    whose: str
    on: datetime
    tasks: tuple[Task, ...]
    shifts: tuple[ShiftLine, ...]
    money: MoneyLeft | None
    next_return: NextReturn | None

    @property
    def title(self) -> str:
        """The greeting."""
        hour = self.on.astimezone(LONDON).hour
        part = "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
        return f"Good {part}, {self.whose}" if self.whose else f"Good {part}"

    @property
    def lead(self) -> str:
        """Which day it is, who is here and who comes next."""
        return f"{said_with_weekday(self.on.astimezone(LONDON).date())}. {who_is_here(self.shifts, self.on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One thing that was done, as the history lists it."""

    number: int
    what: str
    at: datetime
    undone: bool
    locked: bool
    by: str = ""

    @property
    def when(self) -> str:
        """The moment, by the clock in London."""
        at = self.at.astimezone(LONDON)
        return f"{said(at.date())}, {at:%H:%M}"

    @property
    def state(self) -> str:
        """Whether it still stands, and whether it can be taken back."""
        if self.undone:
            return "Undone"
        return "Locked" if self.locked else "Done"


def in_order(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Return tasks by the day they are due, the earliest first; those without a day come last."""
    return tuple(sorted(tasks, key=lambda task: (task.due or date.max, task.text)))


def when_said(task: Task, today: date) -> str:
    """Return by when a task is to be done, as one says it.

    Example: seen on 10 June 2026, 11 June is ``tomorrow``, 22 June is ``in 12 days``, 9 June is ``1 day late``.
    """
    if task.due is None:
        return ""
    days = (task.due - today).days
    if days in _NEAR:
        return _NEAR[days]
    if days < 0:
        return f"{-days} days late"
    return f"in {days} days" if days <= _SOON else f"by {said(task.due)}"


def who_is_here(lines: Sequence[ShiftLine], on: datetime) -> str:
    """Return who is here now, until when, and who comes next.

    Example: ``Ada Okonkwo is here until 2pm. Sam Tremaine comes at 9pm.``
    """
    manned = [line for line in lines if not line.shift.is_gap]
    here = [line for line in manned if line.shift.starts_at <= on < line.shift.ends_at]
    later = sorted((line for line in manned if line.shift.starts_at > on), key=lambda line: line.shift.starts_at)
    sentences = [f"{line.assistant} is here until {time_said(line.shift.span.end)}." for line in here]
    if later:
        coming = later[0]
        sentences.append(f"{coming.assistant} comes {_when(coming.shift.starts_at, on.astimezone(LONDON))}.")
    return " ".join(sentences) or "Nobody is down for the coming week."


def _when(moment: datetime, on: datetime) -> str:
    at = f"at {time_said(moment.time())}"
    match (moment.date() - on.date()).days:
        case 0:
            return at
        case 1:
            return f"tomorrow {at}"
        case _:
            return f"on {moment:%A} {at}"
