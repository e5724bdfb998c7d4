"""What can be done with the budget: set it up, change it, try something out beside it, and print it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.model import RESTING, Assistant, AssistantId, AssistantKind, ShiftKind, Wages, cost_of
from pa_manager.assistants.operations import assistants_by_id, list_assistants
from pa_manager.figures.operations import own_figures
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.funding.operations import list_streams
from pa_manager.holder.model import NoHolderYet
from pa_manager.holder.operations import find_holder
from pa_manager.law.pay_periods import Frequency
from pa_manager.outlook import store
from pa_manager.outlook.model import (
    Budget,
    BudgetId,
    BudgetThere,
    Expense,
    Hours,
    HoursLine,
    HoursRow,
    LineId,
    Pension,
    Per,
    Reckoning,
    Spent,
    hours_of_contracts,
    reckon,
    tidy_name,
)
from pa_manager.outlook.report import BudgetPage, budget_pdf
from pa_manager.pay.model import PensionKind
from pa_manager.pay.operations import find_pay_details
from pa_manager.plan.operations import list_outcomes
from pa_manager.rota.model import Shift
from pa_manager.rota.operations import list_shifts
from pa_manager.values.days import Period, week_of
from pa_manager.values.money import NIL, Money
from pa_manager.values.tasks import Place, Task

OUTLOOK: Final = Changes.of("outlook")
_NEW: Final = BudgetId(0)
_WEEKS: Final = 4


@dataclass(frozen=True, slots=True)
class Looked:
    """A budget worked out, with its hours beside those agreed and planned."""

    reckoning: Reckoning
    beside: tuple[HoursRow, ...]


def begin_budget(work: Work, *, today: date) -> Changes:
    """Set up the budget of now, with a line for every PA who is paid: hours and rates follow what was agreed.

    Where no hours a week are agreed, and for sleep-ins and being on call, those of the next four weeks on the rota
    are taken.

    Raises:
        BudgetThere: There is one already.
    """
    if store.every(work):
        raise BudgetThere("There is a budget already. Change it, or try something out beside it.")
    shifts = _shifts_ahead(work, today)
    lines = [
        hours
        for assistant in list_assistants(work)
        if assistant.works_on(today) and assistant.kind is not AssistantKind.UNPAID
        for hours in _begun(assistant, [each for each in shifts if each.assistant_id == assistant.id], today)
    ]
    numbered = tuple(HoursLine(LineId(0), each) for each in lines)
    store.add(work, Budget(id=_NEW, name="The budget", is_what_if=False, lines=numbered))
    return OUTLOOK


def try_what_if(  # noqa: PLR0913 - one argument for each thing that may change
    work: Work,
    *,
    name: str,
    day: date | None = None,
    weekly: Money | None = None,
    dearer: Money = NIL,
    claims_allowance: bool = True,
) -> Changes:
    """Try something out beside the budget of now: a copy of it, in which something is otherwise.

    Raises:
        NameMissing: It is called nothing.
        FigureNotKnown: The day is before those this version knows.
        NotFound: There is no budget to begin with.
    """
    _must_be_known(work, day)
    begun = store.get(work, store.every(work)[0].id if store.every(work) else _NEW)
    tried = replace(
        begun,
        name=tidy_name(name),
        is_what_if=True,
        day=day,
        weekly=weekly,
        dearer=dearer,
        claims_allowance=claims_allowance,
    )
    store.add(work, tried)
    return OUTLOOK


def change_budget(  # noqa: PLR0913 - one argument for each thing that may change
    work: Work,
    *,
    budget_id: BudgetId,
    name: str,
    day: date | None = None,
    weekly: Money | None = None,
    dearer: Money = NIL,
    claims_allowance: bool = True,
) -> Changes:
    """Change what a budget is called and what it rests on. Its expenses and hours stay.

    Raises:
        NameMissing: It is called nothing.
        FigureNotKnown: The day is before those this version knows.
        NotFound: There is no such budget.
    """
    _must_be_known(work, day)
    budget = store.get(work, budget_id)
    changed = replace(
        budget, name=tidy_name(name), day=day, weekly=weekly, dearer=dearer, claims_allowance=claims_allowance
    )
    store.put(work, changed)
    return OUTLOOK


def remove_budget(work: Work, *, budget_id: BudgetId) -> Changes:
    """Remove a what-if, or the budget of now with every what-if beside it.

    Raises:
        NotFound: There is no such budget.
    """
    budget = store.get(work, budget_id)
    for each in store.every(work):
        if each.id == budget_id or not budget.is_what_if:
            store.remove(work, each.id)
    return OUTLOOK


def set_expense(work: Work, *, budget_id: BudgetId, spent: Spent, amount: Money | None, per: Per) -> Changes:
    """Set down what something besides wages costs; nothing takes it out.

    Raises:
        NotFound: There is no such budget.
    """
    store.get(work, budget_id)
    if amount is None:
        store.remove_expense(work, budget_id, spent)
    else:
        store.put_expense(work, budget_id, Expense(spent, amount, per))
    return OUTLOOK


def add_hours(work: Work, *, budget_id: BudgetId, hours: Hours) -> Changes:
    """Add work of one kind to a budget.

    Raises:
        NotFound: There is no such budget.
    """
    store.get(work, budget_id)
    store.add_hours(work, budget_id, hours)
    return OUTLOOK


def change_hours(work: Work, *, line_id: LineId, hours: Hours) -> Changes:
    """Change work of a budget.

    Raises:
        NotFound: There is no such line.
    """
    store.put_hours(work, line_id, hours)
    return OUTLOOK


def remove_hours(work: Work, *, line_id: LineId) -> Changes:
    """Take work out of a budget.

    Raises:
        NotFound: There is no such line.
    """
    store.remove_hours(work, line_id)
    return OUTLOOK


def look_ahead(work: Work, *, today: date) -> tuple[Looked, ...]:
    """Return every budget worked out for a week, that of now first, each with hours to hold it against.

    Raises:
        FigureNotKnown: A budget is for days before those this version knows.
    """
    return tuple(
        Looked(found, _beside(work, found, list_assistants(work)))
        for found in (_reckoned(work, budget, today) for budget in store.every(work))
    )


def print_budget(work: Work, *, budget_id: BudgetId, today: date, large: bool = False) -> bytes:
    """Return a budget on paper.

    Raises:
        NotFound: There is no such budget.
    """
    budget = store.get(work, budget_id)
    every = look_ahead(work, today=today)
    looked = next(each for each in every if each.reckoning.budget.id == budget.id)
    try:
        holder = find_holder(work).name
    except NoHolderYet:
        holder = ""
    page = BudgetPage(
        holder=holder,
        reckoning=looked.reckoning,
        beside=looked.beside,
        now=every[0].reckoning if budget.is_what_if else None,
        printed_on=today,
    )
    return budget_pdf(page, large=large)


def things_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return that the money does not reach, if the budget of now says so."""
    budgets = store.every(work)
    if not budgets:
        return ()
    now = _reckoned(work, budgets[0], today)
    if now.reaches or not now.lines:
        return ()
    text = f"The budget does not reach: {-now.left} a week is missing. See what it pays for, and speak to whoever pays."
    return (Task(text=text, place=Place("outlook", now.budget.id)),)


def _reckoned(work: Work, budget: Budget, today: date) -> Reckoning:
    people = assistants_by_id(work)
    day = budget.day or today
    return reckon(
        budget,
        today=today,
        streams=list_streams(work),
        people=people,
        pensions={each: _pension(work, each, day) for each in people},
        own=own_figures(work),
    )


def _must_be_known(work: Work, day: date | None) -> None:
    """Refuse a day of which the law is not known, so that a budget can always be worked out."""
    if day is not None:
        cost_of([Wages(name="", pay=NIL, minutes=0)], span=week_of(day), own=own_figures(work))


def _begun(assistant: Assistant, shifts: list[Shift], today: date) -> list[Hours]:
    """Return the lines to begin with for a PA: hours, and shifts of each kind that is paid by the shift."""
    begun = [terms for terms in assistant.terms if terms.from_day <= today]
    agreed = begun[-1].weekly_minutes if begun else None
    planned = sum(each.minutes for each in shifts if each.kind not in RESTING) // _WEEKS
    lines = []
    nights = [
        Hours(assistant_id=assistant.id, work=kind, shifts=count, minutes=0)
        for kind in (ShiftKind.SLEEP_IN, ShiftKind.ON_CALL)
        if (count := sum(each.kind is kind for each in shifts))
    ]
    if agreed is not None or planned or not nights:
        lines.append(Hours(assistant_id=assistant.id, minutes=None if agreed is not None else planned or None))
    return [*lines, *nights]


def _shifts_ahead(work: Work, day: date) -> list[Shift]:
    first = week_of(day).first
    days = Period(first, first + timedelta(weeks=_WEEKS, days=-1))
    return [line.shift for line in list_shifts(work, days=days)]


def _pension(work: Work, assistant_id: AssistantId, day: date) -> Pension:
    details = find_pay_details(work, assistant_id=assistant_id, day=day)
    if details is None or details.pension is None:
        return Pension()
    joined = details.pension is not PensionKind.NONE
    return Pension(joined, details.employee(Frequency.MONTHLY).scheme if joined else None)


def _minutes_of_plan(work: Work, day: date) -> int | None:
    """Return the hours a week that the plan agrees for outcomes of a day, in minutes; nothing, where it names none."""
    return sum(each.weekly_minutes or 0 for each in list_outcomes(work) if each.stands_on(day)) or None


def _beside(work: Work, reckoning: Reckoning, people: tuple[Assistant, ...]) -> tuple[HoursRow, ...]:
    shifts = _shifts_ahead(work, reckoning.day)
    planned = sum(each.minutes for each in shifts if each.kind not in RESTING) // _WEEKS if shifts else None
    return (
        HoursRow("Chosen in this budget", reckoning.cost.minutes, "Sleep-ins and being on call are counted apart."),
        HoursRow(
            "What the money pays",
            reckoning.minutes,
            "With all that comes on top. Sleep-ins and being on call grow or shrink with the hours.",
        ),
        HoursRow("Agreed in the plan", _minutes_of_plan(work, reckoning.day), "For its outcomes of that day."),
        HoursRow("Agreed in the contracts", hours_of_contracts(people, reckoning.day) or None),
        HoursRow("On the rota", planned, "A week of the four from that day on, without sleep-ins."),
    )
