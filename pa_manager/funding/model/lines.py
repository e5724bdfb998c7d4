"""What stands in the lists of the funding screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pa_manager.funding.model.calendar import Payment
from pa_manager.funding.model.kinds import ContributionMode
from pa_manager.funding.model.streams import OneOff, Stream
from pa_manager.values.days import said, said_short
from pa_manager.values.money import Money


@dataclass(frozen=True, slots=True)
class StreamLine:
    """A stream as it stands in a list on a day, with the payment that comes next."""

    stream: Stream
    today: date
    next_payment: Payment | None

    @property
    def weekly(self) -> Money | None:
        """The sum agreed for a week: the one of today, or of its first or last day."""
        return self.stream.weekly_on(self._day)

    @property
    def contribution(self) -> Money | None:
        """What the holder pays of it."""
        found = self.stream.contribution_on(self._day)
        return found.weekly if found else None

    @property
    def time(self) -> str:
        """When the next payment comes, or that no more will, in words."""
        last = self.stream.last
        if self.next_payment:
            return said_short(self.next_payment.due_on)
        if last:
            return f"No more, ends {said(last)}" if last >= self.today else f"Ended {said(last)}"
        return "Nothing is due" if self.stream.amounts else "No sum yet"

    @property
    def _day(self) -> date:
        day = max(self.today, self.stream.first)
        return min(day, self.stream.last) if self.stream.last else day


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """A sum that holds from a day on: what was agreed for a week or, with a mode, what the holder pays of it."""

    from_day: date
    weekly: Money
    mode: ContributionMode | None = None

    @property
    def words(self) -> str:
        """What the sum is."""
        return "Your contribution" if self.mode else "Agreed sum"

    @property
    def way(self) -> str:
        """How a contribution is paid."""
        return self.mode.words if self.mode else ""


@dataclass(frozen=True, slots=True)
class OneOffLine:
    """A one-off payment as it stands in a list, with the stream it belongs to."""

    one_off: OneOff
    stream: Stream
