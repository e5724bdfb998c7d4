"""What some days of the rota come to: hours and cost by PA, by money and by outcome, beside what was agreed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import Final, TypeVar

from pa_manager.assistants.model import Assistant, AssistantId
from pa_manager.assistants.model.costs import Wages, Worked, cost_of, wages_of
from pa_manager.funding.model import Stream, StreamId
from pa_manager.law.dated import OwnFigure
from pa_manager.plan.model import Outcome, PlanLine
from pa_manager.rota.model.shifts import Shift, ShiftId, ShiftPlan, sum_of
from pa_manager.values.clock import hours_said, late_minutes
from pa_manager.values.days import Period, said_short
from pa_manager.values.money import NIL, Money, total

_WEEK: Final = 7
P = TypeVar("P", bound=ShiftPlan)
NOT_SAID: Final = "Not said"
NO_OUTCOME: Final = "None in particular"


class SumKind(Enum):
    """What a sum is of."""

    ASSISTANT = "PA"
    STREAM = "Money"
    OUTCOME = "Outcome"


@dataclass(frozen=True, slots=True, kw_only=True)
class SumLine:
    """What some shifts come to.

    Attributes:
        number: The number of the assistant, the money or the outcome; nothing for what has none.
        minutes: Time at work; sleep-ins and being on call are counted by the shift.
        agreed_minutes: What the terms, or the plan for an outcome, agree for these days; nothing, where no hours
            are named.
        wages: What is paid at the rates agreed; shifts without a rate are left out.
        cost: The same with what the employer pays on top.
        agreed: The money for these days; nothing, where no sum was agreed.
    """

    kind: SumKind
    name: str
    number: int | None = None
    minutes: int = 0
    sleep_ins: int = 0
    on_calls: int = 0
    agreed_minutes: int | None = None
    wages: Money = NIL
    cost: Money = NIL
    agreed: Money | None = None

    @property
    def hours(self) -> str:
        """How much work it is. Example: ``12:45 of 15:00, 2 sleep-ins``."""
        of = "" if self.agreed_minutes is None else f" of {hours_said(self.agreed_minutes)}"
        rests = self.sleep_ins or self.on_calls
        parts = [f"{hours_said(self.minutes)}{of}"] if self.minutes or of or not rests else []
        if self.sleep_ins:
            parts.append(f"{self.sleep_ins} sleep-in{'s' if self.sleep_ins > 1 else ''}")
        if self.on_calls:
            parts.append(f"{self.on_calls} on call")
        return ", ".join(parts)

    @property
    def left(self) -> Money | None:
        """The money left, below nil if it does not reach; nothing, where no sum was agreed."""
        return None if self.agreed is None else self.agreed - self.cost

    @property
    def is_over(self) -> bool:
        """Whether there is more than was agreed: of hours, or of money."""
        return self.more_minutes > 0 or (self.left is not None and self.left < NIL)

    @property
    def more_minutes(self) -> int:
        """How much longer it is than agreed; nil, if it is not."""
        return 0 if self.agreed_minutes is None else max(self.minutes - self.agreed_minutes, 0)

    @property
    def standing(self) -> str:
        """How it stands beside what was agreed. Example: ``£40.00 left``, ``2:30 hours more than agreed``."""
        told = []
        if self.more_minutes:
            told.append(f"{hours_said(self.more_minutes)} hours more than agreed")
        if self.left is not None:
            told.append(f"{-self.left} more than agreed" if self.left < NIL else f"{self.left} left")
        return ", ".join(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class RotaSums:
    """What some days come to.

    Attributes:
        lines: A line for each PA, each sum of money and each outcome.
        total: All of it, beside all the money agreed for these days.
        gaps: Shifts nobody has yet: their hours count, their cost is not known.
        by_others: Shifts that a relative, a friend or an agency does: no wages are paid for them.
        without_rate: Shifts of PAs whose terms name no rate for them.
        knows_on_top: Whether the cost holds what the employer pays on top of wages.
    """

    days: Period
    lines: tuple[SumLine, ...]
    total: SumLine
    gaps: int = 0
    by_others: int = 0
    without_rate: int = 0
    knows_on_top: bool = True

    @property
    def sentence(self) -> str:
        """What it comes to, in a sentence.

        Example: ``36:30 hours cost £590.12: £481.80 of wages, £108.32 on top. £9.88 left of £600.00 for these days.``
        """
        more = self.total.cost - self.total.wages
        parts = f": {self.total.wages} of wages, {more} on top" if more != NIL else ""
        told = [f"{hours_said(self.total.minutes)} hours cost {self.total.cost}{parts}."]
        if self.total.agreed is not None:
            told.append(f"{self.total.standing} of {self.total.agreed} for these days.")
        return " ".join(told)

    @property
    def not_counted(self) -> str:
        """Which shifts the cost leaves out, in a sentence; nothing, if it leaves none out."""
        parts = [
            f"{number} {words}"
            for number, words in (
                (self.gaps, "that nobody has yet"),
                (self.by_others, "done by somebody who is not a PA"),
                (self.without_rate, "without a rate in the terms"),
            )
            if number
        ]
        told = [f"The cost leaves out shifts: {', '.join(parts)}."] if parts else []
        if not self.knows_on_top:
            told.append("What comes on top of wages is not known for these days.")
        return " ".join(told)


def with_drafts(shifts: Iterable[Shift], drafts: Iterable[P], days: Period) -> tuple[Shift | P, ...]:
    """Return the shifts of some days as if what is being typed were kept.

    A draft that is a shift takes the place of the one it was made from; any other is one more.
    """
    typed = tuple(drafts)
    changed = {draft.id for draft in typed if isinstance(draft, Shift)}
    return (
        *(shift for shift in shifts if shift.id not in changed and shift.day in days),
        *(draft for draft in typed if draft.day in days),
    )


@dataclass(frozen=True, slots=True)
class Priced:
    """A shift with the wages for it; nothing, where nobody is paid for it or no rate is agreed."""

    shift: ShiftPlan
    wages: Money | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What was agreed: with whom, which money, and what for."""

    assistants: Mapping[AssistantId, Assistant]
    streams: Sequence[Stream] = ()
    outcomes: Sequence[Outcome] = ()
    plan_lines: Sequence[PlanLine] = ()


def priced(shifts: Iterable[ShiftPlan], assistants: Mapping[AssistantId, Assistant]) -> tuple[Priced, ...]:
    """Return shifts with the wages for each at the rates agreed, a sleep-in as if nobody woke up.

    Example: 4 hours 15 minutes at £13.20 an hour are £56.10; a sleep-in at £60.00 a shift is £60.00. A waking night
    from Saturday to Sunday is paid at the rate of Saturday up to midnight and at that of Sunday after it.
    """
    found = []
    for shift in shifts:
        wages = None
        if shift.assistant_id is not None:
            work = wages_of(assistants[shift.assistant_id], [_work(shift)])
            wages = None if work.minutes_without_rate else work.pay
        found.append(Priced(shift, wages))
    return tuple(found)


def _work(shift: ShiftPlan) -> Worked:
    late = late_minutes(shift.span, shift.day, shift.minutes)
    return Worked(shift.day, shift.kind, shift.minutes, late_minutes=late)


def on_top(
    shifts: Sequence[ShiftPlan],
    *,
    days: Period,
    assistants: Mapping[AssistantId, Assistant],
    own: Iterable[OwnFigure] = (),
) -> dict[AssistantId, Fraction]:
    """Return what the employer pays on top of each pound of everybody's wages: holiday, insurance and pension.

    The Employment Allowance is one for all, so what is left of National Insurance is shared as it was due.

    Example: £264.00 of irregular hours in a week: £37.14 on top, 3714 parts of 26400.

    Raises:
        FigureNotKnown: The days are before those this version knows.
    """
    worked: defaultdict[AssistantId, list[Worked]] = defaultdict(list)
    for shift in shifts:
        if shift.assistant_id is not None:
            worked[shift.assistant_id].append(_work(shift))
    figures = tuple(own)
    mine = {assistant_id: wages_of(assistants[assistant_id], work) for assistant_id, work in worked.items()}
    parts = {who: _parts_on_top(wages, days, figures) for who, wages in mine.items() if wages.pay != NIL}
    due = sum(insurance.pence for _others, insurance in parts.values())
    left = cost_of(list(mine.values()), span=days, own=figures).insurance.amount.pence if due else 0
    return {
        who: (others.pence + (Fraction(insurance.pence * left, due) if due else 0)) / Fraction(mine[who].pay.pence)
        for who, (others, insurance) in parts.items()
    }


@lru_cache(maxsize=512)
def _parts_on_top(wages: Wages, days: Period, own: tuple[OwnFigure, ...]) -> tuple[Money, Money]:
    """Return what comes on top of somebody's wages: holiday and pension, and the National Insurance due.

    It is kept: while a shift is typed, only the wages of whoever does it change.
    """
    cost = cost_of([wages], span=days, own=own, claims_allowance=False)
    return cost.holiday.amount + cost.pension.amount, cost.insurance.amount


def sums_of(
    shifts: Sequence[ShiftPlan],
    *,
    days: Period,
    agreed: Agreed,
    loading: Mapping[AssistantId, Fraction] | None,
) -> RotaSums:
    """Return what the shifts of some days come to, beside what was agreed for these days.

    Money by the week is spread evenly over its seven days. What the employer pays on top of somebody's wages is shared
    among the shifts as their wages are.

    Args:
        shifts: All shifts of the days.
        days: The days.
        agreed: What was agreed.
        loading: What comes on top of each pound of wages; nothing, where the figures of these days are not known.
    """
    found = _Sums(priced(shifts, agreed.assistants), days, loading or {})
    lines = (*found.by_assistant(agreed), *found.by_stream(agreed), *found.by_outcome(agreed))
    money = [line.agreed for line in lines if line.kind is SumKind.STREAM and line.agreed is not None]
    return RotaSums(
        days=days,
        lines=lines,
        total=found.filled(
            SumLine(kind=SumKind.STREAM, name="All", agreed=total(money) if money else None), found.shifts
        ),
        gaps=sum(shift.is_gap for shift in shifts),
        by_others=sum(bool(shift.covered_by) for shift in shifts),
        without_rate=sum(each.wages is None and each.shift.assistant_id is not None for each in found.shifts),
        knows_on_top=loading is not None,
    )


def beyond_plan(sums: RotaSums, shifts: Iterable[Shift]) -> dict[ShiftId, tuple[str, ...]]:
    """Return for the last shift of each outcome that comes to more in a week than the plan agrees that it does.

    Example: ``Outcome 2 comes to £134.48 in the week from Mon 18 May, £14.48 more than the plan sets aside.``, and
    ``Outcome 2 comes to 10:30 hours in the week from Mon 18 May, 0:30 more than the plan agrees.``
    """
    ordered = sorted(shifts, key=lambda each: (each.starts_at, each.id))
    found: dict[ShiftId, tuple[str, ...]] = {}
    for line in sums.lines:
        own = [shift for shift in ordered if shift.outcome_id == line.number] if line.number is not None else []
        if line.kind is not SumKind.OUTCOME or not own:
            continue
        week = f"in the week from {said_short(sums.days.first)}"
        comes_to = f"Outcome {line.name.partition('.')[0]} comes to"
        told = []
        if line.more_minutes:
            hours = hours_said(line.minutes)
            told.append(f"{comes_to} {hours} hours {week}, {hours_said(line.more_minutes)} more than the plan agrees.")
        if line.left is not None and line.left < NIL:
            told.append(f"{comes_to} {line.cost} {week}, {-line.left} more than the plan sets aside.")
        if told:
            found[own[-1].id] = tuple(told)
    return found


class _Sums:
    """Shifts with their wages, summed up in three ways."""

    def __init__(self, shifts: Sequence[Priced], days: Period, loading: Mapping[AssistantId, Fraction]) -> None:
        self.shifts = shifts
        self._days = days
        self._loading = loading

    def by_assistant(self, agreed: Agreed) -> Iterator[SumLine]:
        """Yield a line for everybody who has shifts or agreed hours."""
        for assistant in agreed.assistants.values():
            own = [each for each in self.shifts if each.shift.assistant_id == assistant.id]
            minutes = _agreed_minutes(assistant, self._days)
            if own or minutes:
                line = SumLine(kind=SumKind.ASSISTANT, name=assistant.name, number=assistant.id, agreed_minutes=minutes)
                yield self.filled(line, own)

    def by_stream(self, agreed: Agreed) -> Iterator[SumLine]:
        """Yield a line for each sum of money that runs or pays for a shift."""
        payers = [(_paid_from(each.shift, agreed.assistants), each) for each in self.shifts]
        for stream in agreed.streams:
            own = [each for payer, each in payers if payer == stream.id]
            weekly = [amount for day in self._days.days() if (amount := stream.weekly_on(day)) is not None]
            if own or weekly:
                money = for_days(total(weekly), 1) if weekly else None
                line = SumLine(kind=SumKind.STREAM, name=stream.called, number=stream.id, agreed=money)
                yield self.filled(line, own)
        if rest := [each for payer, each in payers if payer is None]:
            yield self.filled(SumLine(kind=SumKind.STREAM, name=NOT_SAID), rest)

    def by_outcome(self, agreed: Agreed) -> Iterator[SumLine]:
        """Yield a line for each outcome that the plan has hours or money for or a shift serves."""
        for outcome in agreed.outcomes:
            own = [each for each in self.shifts if each.shift.outcome_id == outcome.id]
            weekly = [line.weekly for line in agreed.plan_lines if line.outcome_id == outcome.id and line.weekly]
            stands = sum(outcome.stands_on(day) for day in self._days.days())
            agreed_minutes = outcome.weekly_minutes
            if own or ((weekly or agreed_minutes) and stands):
                money = for_days(total(weekly), stands) if weekly else None
                hours = None if agreed_minutes is None else round(Fraction(agreed_minutes * stands, _WEEK))
                name = f"{outcome.number}. {outcome.words}"
                line = SumLine(kind=SumKind.OUTCOME, name=name, number=outcome.id, agreed_minutes=hours, agreed=money)
                yield self.filled(line, own)
        if rest := [each for each in self.shifts if each.shift.outcome_id is None]:
            yield self.filled(SumLine(kind=SumKind.OUTCOME, name=NO_OUTCOME), rest)

    def filled(self, line: SumLine, shifts: Sequence[Priced]) -> SumLine:
        """Return a line with what some of the shifts come to."""
        comes_to = sum_of(each.shift for each in shifts)
        return replace(
            line,
            minutes=comes_to.minutes,
            sleep_ins=comes_to.sleep_ins,
            on_calls=comes_to.on_calls,
            wages=total(each.wages for each in shifts if each.wages is not None),
            cost=Money(1).times(sum(map(self._cost, shifts), Fraction(0))),
        )

    def _cost(self, each: Priced) -> Fraction:
        if each.wages is None or each.shift.assistant_id is None:
            return Fraction(0)
        return each.wages.pence * (1 + self._loading.get(each.shift.assistant_id, Fraction(0)))


def for_days(weekly: Money, days: int) -> Money:
    """Return what a weekly sum is for some days. Example: £70.00 a week is £30.00 for 3 days."""
    return weekly.times(Fraction(days, _WEEK))


def _agreed_minutes(assistant: Assistant, days: Period) -> int | None:
    weekly = [
        begun[-1].weekly_minutes
        for day in days.days()
        if assistant.works_on(day) and (begun := [terms for terms in assistant.terms if terms.from_day <= day])
    ]
    told = [minutes for minutes in weekly if minutes is not None]
    return round(Fraction(sum(told), _WEEK)) if told else None


def _paid_from(shift: ShiftPlan, assistants: Mapping[AssistantId, Assistant]) -> StreamId | None:
    """Return the money that pays for a shift: the one it names, else what was agreed with whoever is down for it."""
    if shift.assistant_id is None:
        return shift.stream_id
    return assistants[shift.assistant_id].paid_from(shift.kind, shift.day, shift.stream_id)
