"""What a funder asks on a day: each answer its own, or the general default where it says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pa_manager.funding.model.kinds import ReturnLine
from pa_manager.funding.model.profiles import Rule, Ruling, line_names
from pa_manager.funding.model.streams import Stream
from pa_manager.values.days import Period, later_by_months
from pa_manager.values.money import Money

_MONTHS: Final = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}


@dataclass(frozen=True, slots=True)
class Asked:
    """The answers of one funder on a day, by what was asked."""

    rulings: Mapping[Rule, Ruling]

    def own(self, rule: Rule) -> Ruling | None:
        """Return what the funder itself says; nothing, if only the general default does."""
        found = self.rulings.get(rule)
        return None if found is None or found.is_general else found

    def said(self, rule: Rule) -> str:
        """Return the answer as it is kept; empty, if there is none."""
        found = self.rulings.get(rule)
        return found.value if found else ""

    def lines(self, rule: Rule) -> tuple[str, ...]:
        """Return an answer of several lines, line by line."""
        return tuple(filter(None, (line.strip() for line in self.said(rule).splitlines())))

    def number(self, rule: Rule) -> int | None:
        """Return an answer that is a number; nothing, if there is none."""
        return int(self.said(rule)) if self.said(rule) else None

    @property
    def line_names(self) -> Mapping[ReturnLine, str]:
        """What the funder calls the lines of the return."""
        return line_names(self.said(Rule.LINE_NAMES))

    def weeks_kept(self, stream: Stream) -> int | None:
        """Return how many weeks' money may be kept: as typed for the money, else as the funder itself says.

        A general default is nobody's promise, and does not count.
        """
        own = self.own(Rule.RESERVE_WEEKS)
        return stream.keep_weeks if stream.keep_weeks is not None else int(own.value) if own else None

    def counted_weekly(self, stream: Stream, day: date) -> Money | None:
        """Return the weekly sum that counts for what may be kept: as the funder says, or by the general default.

        Example: of £150.00 a week with a contribution of £40.00, £150.00 counts gross, £110.00 net.
        """
        gross = self.said(Rule.RESERVE_BASIS) == "gross"
        return stream.weekly_on(day) if gross else stream.paid_weekly_on(day)

    def due_on(self, last: date) -> date | None:
        """Return by when a return up to a day is to be sent; nothing, if nobody says.

        Example: with 28 days, a return up to 30 June 2026 is due on 28 July 2026.
        """
        days = self.number(Rule.DAYS_TO_SEND)
        return None if days is None else last + timedelta(days=days)

    def first_check(self, first: date) -> Period | None:
        """Return the days of the first check of money that begins on a day; nothing, if nobody says.

        Example: 12 weeks from 1 April 2026 are 1 April to 23 June 2026.
        """
        weeks = self.number(Rule.FIRST_CHECK)
        return Period(first, first + timedelta(days=7 * weeks - 1)) if weeks else None

    def next_return(self, first: date) -> Period | None:
        """Return the days of a return from a day on; nothing, if the funder names them in a letter.

        Example: quarterly from 1 April 2026 is 1 April to 30 June 2026.
        """
        rhythm = self.said(Rule.RETURN_EVERY)
        if rhythm == "four_weekly":
            return Period(first, first + timedelta(days=27))
        if months := _MONTHS.get(rhythm):
            return Period(first, later_by_months(first, months) - timedelta(days=1))
        return None
