"""What a week's money pays for: how much is left for wages, how many hours that is, and by how much it falls short."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Final

from pa_manager.assistants.model import (
    Assistant,
    AssistantId,
    AssistantKind,
    Cost,
    HoursKind,
    Reckoned,
    Wages,
    cost_of,
)
from pa_manager.funding.model import ContributionMode, Stream
from pa_manager.law.dated import FigureNotKnown, OwnFigure
from pa_manager.law.explained import Because
from pa_manager.law.minimum_wage import hourly_rate_found
from pa_manager.law.pay_periods import Frequency
from pa_manager.law.pension import Scheme
from pa_manager.outlook.model.budgets import Budget, Hours, HoursLine, exact_pay, settled, weekly_pay
from pa_manager.values.charts import Bar
from pa_manager.values.clock import hours_said
from pa_manager.values.days import said, week_of
from pa_manager.values.money import NIL, Money, total

_PARTS: Final = 10_000
"""Into how many parts work paid by the shift alone is cut, to find how much of it the money pays."""


@dataclass(frozen=True, slots=True)
class Pension:
    """What the payroll knows of a PA's pension: whether they are in it, and what the scheme asks for."""

    enrolled: bool | None = None
    scheme: Scheme | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the week: what it is, how much, and the lines that say how it came about.

    ``sign`` is -1 for what is taken off the money, 0 for what the lines before come to.
    """

    key: str
    words: str
    amount: Money
    why: tuple[Because, ...] = ()
    sign: int = -1
    wrong: bool = False

    @property
    def said(self) -> str:
        """The amount as it stands in the list: with a minus where it is taken off."""
        return str(-self.amount if self.sign < 0 and self.amount != NIL else self.amount)


@dataclass(frozen=True, slots=True)
class HoursRow:
    """Hours of a week beside one another: chosen, paid for by the money, agreed, planned."""

    words: str
    minutes: int | None
    note: str = ""

    @property
    def said(self) -> str:
        """The hours, or that they are not known."""
        return "Not known" if self.minutes is None else f"{hours_said(self.minutes)} hours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """A budget worked out for the week of a day.

    Attributes:
        lines: Its hours as they were reckoned, with what was agreed put where nothing was typed.
        affordable: What all of the money would pay at these rates; nothing where no hours are chosen.
        share: How much of the chosen hours the money pays.
    """

    budget: Budget
    day: date
    money: Reckoned
    expenses: Reckoned
    lines: tuple[HoursLine, ...]
    cost: Cost
    affordable: Cost | None
    share: Fraction | None
    findings: tuple[str, ...] = ()

    @property
    def after_expenses(self) -> Money:
        """What is left for wages and all that comes with them."""
        return self.money.amount - self.expenses.amount

    @property
    def left(self) -> Money:
        """What is left over in a week; below nil, what is missing."""
        return self.after_expenses - self.cost.total

    @property
    def reaches(self) -> bool:
        """Whether the money pays the hours that were chosen."""
        return self.left >= NIL

    @property
    def for_wages(self) -> Money:
        """The money for wages: what is left once the wages it can pay have had what comes on top of them."""
        on_costs = self.affordable.on_costs if self.affordable else NIL
        return max(self.after_expenses - on_costs, NIL)

    @property
    def minutes(self) -> int | None:
        """The minutes a week that the money pays at these rates; nothing where no hours are chosen."""
        return None if self.share is None else int(self.share * self.cost.minutes)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The week, line by line."""
        spent = tuple(
            Row(f"expense {each.spent}", each.spent.words, each.weekly, each.why)
            for each in self.budget.expenses
            if each.amount > NIL
        )
        cost = self.cost
        left = Row(
            "left",
            "Left over" if self.reaches else "Missing",
            self.left,
            (
                Because("Money for a week", self.money.amount),
                Because("less what is bought besides wages", self.expenses.amount),
                Because("less wages and what comes with them", cost.total),
            ),
            sign=0,
            wrong=not self.reaches,
        )
        wages = f"Wages, {hours_said(cost.minutes)} hours" if cost.minutes else "Wages"
        return (
            Row("money", "Money for a week", self.money.amount, self.money.why, sign=1),
            *spent,
            Row("wages", wages, cost.wages.amount, self._paid),
            Row("holiday", "Holiday", cost.holiday.amount, cost.holiday.why),
            Row("insurance", "National Insurance", cost.insurance.amount, cost.insurance.why),
            Row("pension", "Pension", cost.pension.amount, cost.pension.why),
            left,
        )

    @property
    def _paid(self) -> tuple[Because, ...]:
        dearer = self.budget.dearer
        return tuple(
            Because(
                f"{hours.name}, {hours.work.words.lower()}: {hours.amount_said} at {hours.rate_said(dearer)}",
                weekly_pay(hours, dearer),
            )
            for hours in (line.hours for line in self.lines)
        )

    @property
    def finding(self) -> str:
        """How it stands, in a sentence or two."""
        if not self.lines:
            return "No hours are chosen yet. Add hours, or take those of the contracts."
        pays = ""
        if self.minutes is not None and self.cost.minutes:
            pays = f" At these rates it pays {hours_said(self.minutes)} hours a week"
            pays += "." if self.reaches else f" of the {hours_said(self.cost.minutes)}."
        if self.reaches:
            return f"The money reaches: {self.left} a week is left.{pays}"
        return f"The money does not reach: {-self.left} a week is missing.{pays}"

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The week as a chart: every line that is not nil."""
        return tuple(
            Bar(row.words, row.amount.pence, str(abs(row.amount)) + (" missing" if row.wrong else ""), row.wrong)
            for row in self.rows
            if row.amount != NIL
        )


@dataclass(frozen=True, slots=True)
class Compared:
    """A line of two budgets side by side."""

    words: str
    now: str
    tried: str
    change: str


def reckon(  # noqa: PLR0913 -- all that a budget rests on
    budget: Budget,
    *,
    today: date,
    streams: Iterable[Stream],
    people: Mapping[AssistantId, Assistant],
    pensions: Mapping[AssistantId, Pension],
    own: Sequence[OwnFigure] = (),
) -> Reckoning:
    """Return what the money pays for in the week of the budget's day.

    Money less what is bought besides wages, less what comes on top of wages, is the money for wages; at the rates
    chosen that is so many hours. What comes on top of wages grows with them, so it is looked for which share of the
    chosen hours the money pays, to the minute.

    Example: £340.00 a week, £12.50 for insurance and payroll, at £13.20 an hour with irregular hours.
    With £1.59 of holiday an hour, and 3% pension above £520.00 a month, £327.50 pays 21:43 hours.

    Raises:
        FigureNotKnown: The day is before those this version knows.
    """
    day = budget.day or today
    money = money_on(budget, streams, day)
    expenses = Reckoned(
        total(each.weekly for each in budget.expenses), tuple(line for each in budget.expenses for line in each.why)
    )
    lines = tuple(
        replace(each, hours=settled(each.hours, people.get(each.hours.assistant_id or AssistantId(0)), day))
        for each in budget.lines
    )
    wages = _wages(lines, budget, people, pensions, day)

    def cost(share: Fraction) -> Cost:
        scaled = [
            replace(each, pay=Money(1).times(pence * share), minutes=int(each.minutes * share)) for each, pence in wages
        ]
        return cost_of(scaled, span=week_of(day), own=own, claims_allowance=budget.claims_allowance)

    chosen = cost(Fraction(1))
    share = _affordable_share(chosen, money.amount - expenses.amount, cost)
    return Reckoning(
        budget=budget,
        day=day,
        money=money,
        expenses=expenses,
        lines=lines,
        cost=chosen,
        affordable=None if share is None else cost(share),
        share=share,
        findings=_findings(lines, budget, people, day, own),
    )


def money_on(budget: Budget, streams: Iterable[Stream], day: date) -> Reckoned:
    """Return the money for a week on a day, the contribution counted in where it pays for the same things.

    What is paid straight to the provider never comes into the account, and cannot pay wages.

    Example: of £150.00 a week the council pays £110.00 and you £40.00 into the account: £150.00. Paid straight
    to the provider, £110.00 is left.
    """
    if budget.weekly is not None:
        return Reckoned(budget.weekly, (Because("The sum that is tried out", budget.weekly),))
    lines, amount = list[Because](), NIL
    for stream in streams:
        weekly, contribution = stream.weekly_on(day), stream.contribution_on(day)
        if weekly is None:
            continue
        amount += weekly
        lines.append(Because(f"{stream.called}, agreed for a week", weekly))
        if contribution is None or contribution.weekly == NIL:
            continue
        yours = contribution.weekly
        if contribution.mode is ContributionMode.NET_DIRECT:
            amount -= yours
            lines.append(Because("less your contribution, which goes straight to the provider", -yours))
        elif contribution.mode is ContributionMode.NET:
            lines.append(Because("of which you pay in as your contribution", yours))
        else:
            lines.append(Because("of which the council asks back from you by invoice, from your own money", yours))
    return Reckoned(amount, tuple(lines) or (Because(f"No money is agreed for {said(day)}"),))


def compare(now: Reckoning, tried: Reckoning) -> tuple[Compared, ...]:
    """Return the budget of now and a what-if side by side, line by line: what differs and what does not."""
    first, second = ({row.key: row for row in each.rows} for each in (now, tried))
    lines = []
    for key in dict.fromkeys((*[key for key in first if key != "left"], *second, *first)):
        one, other = first.get(key), second.get(key)
        before, after = (each.amount if each else NIL for each in (one, other))
        row = other or one
        words = "Left over, or missing" if key == "left" else "Wages" if key == "wages" else row.words if row else key
        lines.append(Compared(words, str(before), str(after), _change(after - before)))
    lines.append(
        Compared("Money for wages", str(now.for_wages), str(tried.for_wages), _change(tried.for_wages - now.for_wages))
    )
    lines.append(_hours_compared("Hours chosen", now.cost.minutes, tried.cost.minutes))
    lines.append(_hours_compared("Hours the money pays", now.minutes, tried.minutes))
    return tuple(lines)


def _hours_compared(words: str, now: int | None, tried: int | None) -> Compared:
    before, after = ("Not known" if each is None else hours_said(each) for each in (now, tried))
    if now is None or tried is None:
        return Compared(words, before, after, "")
    more = tried - now
    return Compared(words, before, after, f"{'+' if more > 0 else ''}{hours_said(more)}" if more else "The same")


def _change(amount: Money) -> str:
    if amount == NIL:
        return "The same"
    return f"+{amount}" if amount > NIL else str(amount)


def _wages(
    lines: Iterable[HoursLine],
    budget: Budget,
    people: Mapping[AssistantId, Assistant],
    pensions: Mapping[AssistantId, Pension],
    day: date,
) -> list[tuple[Wages, Fraction]]:
    """Return what each person is paid for a week, and the exact pence; lines of one PA go together."""
    whole: dict[AssistantId | int, tuple[Wages, Fraction]] = {}
    for line in lines:
        hours = line.hours
        assistant = people.get(hours.assistant_id) if hours.assistant_id else None
        key: AssistantId | int = assistant.id if assistant else -line.id
        wages, pence = whole.get(key) or (_nobody_paid(hours, assistant, pensions, day), Fraction(0))
        more = replace(wages, minutes=wages.minutes + (hours.minutes or 0))
        whole[key] = more, pence + exact_pay(hours, budget.dearer)
    return list(whole.values())


def _nobody_paid(
    hours: Hours, assistant: Assistant | None, pensions: Mapping[AssistantId, Pension], day: date
) -> Wages:
    if assistant is None:
        return Wages(name=hours.name, pay=NIL, minutes=0, kind=hours.engaged)
    begun = [terms for terms in assistant.terms if terms.from_day <= day]
    pension = pensions.get(assistant.id, Pension())
    return Wages(
        name=hours.name,
        pay=NIL,
        minutes=0,
        kind=assistant.kind,
        hours=begun[-1].agreement.hours if begun else HoursKind.NOT_TOLD,
        frequency=Frequency(assistant.frequency.value),
        born_on=assistant.born_on,
        apprentice=assistant.apprentice,
        enrolled=pension.enrolled,
        scheme=pension.scheme,
    )


def _findings(
    lines: Iterable[HoursLine],
    budget: Budget,
    people: Mapping[AssistantId, Assistant],
    day: date,
    own: Sequence[OwnFigure],
) -> tuple[str, ...]:
    """Return what is odd about the lines: no rate, no hours, or an hour below the minimum wage."""
    found = []
    for line in lines:
        hours = line.hours
        if (hours.minutes and hours.per_hour is None) or (hours.shifts and hours.per_shift is None):
            found.append(f"{hours.name} has no rate for {hours.work.words.lower()}: type one, or agree one.")
        elif not hours.minutes and not hours.shifts:
            found.append(f"{hours.name} has no hours yet: type how many there are in a week.")
        elif hours.per_hour is not None and hours.engaged is AssistantKind.EMPLOYED:
            assistant = people.get(hours.assistant_id) if hours.assistant_id else None
            found += _below_least(hours, hours.per_hour + budget.dearer, assistant, day, own)
    return tuple(dict.fromkeys(found))


def _below_least(
    hours: Hours, per_hour: Money, assistant: Assistant | None, day: date, own: Sequence[OwnFigure]
) -> list[str]:
    try:
        least = hourly_rate_found(
            born_on=assistant.born_on if assistant else None,
            reference_day=day,
            apprentice=assistant.apprentice if assistant else False,
            apprenticeship_began_on=assistant.apprenticeship_began_on if assistant else None,
            own=own,
        )
    except FigureNotKnown:
        return [f"The minimum wage of {said(day)} is not known yet. Once it is, add it under Legal figures."]
    if per_hour >= least.value:
        return []
    return [f"{hours.name}: {per_hour} an hour is below the minimum wage of {least.value} ({least.authority})."]


def _affordable_share(chosen: Cost, money: Money, cost: Callable[[Fraction], Cost]) -> Fraction | None:
    """Return the largest share of the chosen work that the money pays, to the minute; nothing for no paid work.

    The cost grows almost evenly with the work, so it is looked for where a straight line would have it, and halfway
    in turn.
    """
    if chosen.wages.amount <= NIL:
        return None
    steps, spare = chosen.minutes or _PARTS, max(money.pence, 0)
    fits, fits_at = (steps, chosen.total.pence) if chosen.total <= money else (0, 0)
    over = spare * steps // chosen.wages.amount.pence + 2 if fits else steps
    over_at = cost(Fraction(over, steps)).total.pence if fits else chosen.total.pence
    even = True
    while over - fits > 1:
        straight = fits + (spare - fits_at) * (over - fits) // max(over_at - fits_at, 1)
        guess = min(max(straight if even else (fits + over) // 2, fits + 1), over - 1)
        even = not even
        for tried in (guess, guess + 1):
            if fits < tried < over:
                total_at = cost(Fraction(tried, steps)).total.pence
                fits, fits_at = (tried, total_at) if total_at <= spare else (fits, fits_at)
                over, over_at = (over, over_at) if total_at <= spare else (tried, total_at)
    return Fraction(fits, steps)
