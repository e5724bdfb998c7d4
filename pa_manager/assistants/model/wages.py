"""Whether what was agreed reaches the minimum wage, now and when the law or a birthday next changes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.model.people import Assistant, AssistantKind
from pa_manager.law.dated import FigureNotKnown, OwnFigure
from pa_manager.law.minimum_wage import RATES_BY_AGE, hourly_rate_found
from pa_manager.law.pay_periods import add_years
from pa_manager.values.days import said
from pa_manager.values.money import Money

_APRIL: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class WageGap:
    """An agreed rate that falls short of the least the law asks, from the first day of a pay period on."""

    from_day: date
    agreed: Money
    least: Money
    authority: str

    @property
    def sentence(self) -> str:
        """What falls short, by how much and on whose authority."""
        return (
            f"{self.agreed} an hour is below the least for pay periods from {said(self.from_day)}:"
            f" {self.least} ({self.authority})."
        )


def wage_gap(assistant: Assistant, day: date, own: Iterable[OwnFigure] = ()) -> WageGap | None:
    """Return how far the basic rate falls short in the pay period that holds a day; nothing if it does not.

    Nobody but the employed has a minimum wage here, and where the law of that day is not known nothing is said.

    Example: at £12.50 an hour, somebody of 30 falls short from the first pay period in April 2026: £12.71.
    """
    basic = assistant.basic_rate_on(day)
    if assistant.kind is not AssistantKind.EMPLOYED or basic is None or basic.per_hour is None:
        return None
    first = assistant.pay_period_of(day).first
    try:
        least = hourly_rate_found(
            born_on=assistant.born_on,
            reference_day=first,
            apprentice=assistant.apprentice,
            apprenticeship_began_on=assistant.apprenticeship_began_on,
            own=own,
        )
    except FigureNotKnown:
        return None
    if basic.per_hour >= least.value:
        return None
    return WageGap(from_day=max(first, day), agreed=basic.per_hour, least=least.value, authority=least.authority)


def wage_gaps(assistant: Assistant, *, first: date, last: date, own: Iterable[OwnFigure] = ()) -> tuple[WageGap, ...]:
    """Return where the basic rate falls short between two days: on the first, at new terms, each April and birthday.

    What has not been put right is told once, at its first day.
    """
    own = tuple(own)
    gaps: list[WageGap] = []
    for day in sorted({first, *_changes(assistant, first, last)}):
        gap = wage_gap(assistant, day, own) if assistant.works_on(day) else None
        if gap and (not gaps or (gaps[-1].agreed, gaps[-1].least) != (gap.agreed, gap.least)):
            gaps.append(gap)
    return tuple(gaps)


def _changes(assistant: Assistant, first: date, last: date) -> set[date]:
    """Return the first days of the pay periods in which another rate may hold, and of new terms."""
    days = {date(year, _APRIL, 1) for year in range(first.year, last.year + 1)}
    if assistant.born_on:
        ages = {each.from_age for _, rates in RATES_BY_AGE.steps for each in rates}
        days |= {add_years(assistant.born_on, age) for age in ages}
        if assistant.apprentice:
            days.add(add_years(assistant.born_on, 19))
    if assistant.apprenticeship_began_on:
        days.add(add_years(assistant.apprenticeship_began_on, 1))
    begun = {_first_period_from(assistant, day) for day in days}
    begun |= {terms.from_day for terms in assistant.terms}
    return {day for day in begun if first <= day <= last}


def _first_period_from(assistant: Assistant, day: date) -> date:
    period = assistant.pay_period_of(day)
    return day if period.first == day else period.last + timedelta(days=1)
