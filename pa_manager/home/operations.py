"""Gathering what needs doing from every link, and what the first screen says."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final, Protocol

from pa_manager.assistants import operations as assistants
from pa_manager.cover import operations as cover
from pa_manager.figures import operations as figures
from pa_manager.file.work import Work
from pa_manager.funding import operations as funding
from pa_manager.holder import operations as holder
from pa_manager.holder.model import NoHolderYet
from pa_manager.home.model import HomePage, MoneyLeft, NextReturn, in_order
from pa_manager.outlook import operations as outlook
from pa_manager.pay import operations as pay
from pa_manager.pay.model import Liability
from pa_manager.plan import operations as plan
from pa_manager.returns import operations as returns
from pa_manager.returns.model import ReturnState
from pa_manager.rota import operations as rota
from pa_manager.spending import operations as spending
from pa_manager.timesheets import operations as timesheets
from pa_manager.values.clock import LONDON
from pa_manager.values.days import Period
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, total
from pa_manager.values.tasks import Place, Task

_A_DAY: Final = timedelta(days=1)
_AHEAD: Final = timedelta(days=6)


class Source(Protocol):
    """What every link offers: the things to do that it knows of."""

    def __call__(self, work: Work, *, today: date) -> tuple[Task, ...]:
        """Return the things to do."""
        ...


SOURCES: Final[dict[str, Source]] = {
    "holder": holder.things_to_do,
    "figures": figures.things_to_do,
    "plan": plan.things_to_do,
    "funding": funding.things_to_do,
    "assistants": assistants.things_to_do,
    "rota": rota.things_to_do,
    "timesheets": timesheets.things_to_do,
    "pay": pay.things_to_do,
    "spending": spending.things_to_do,
    "outlook": outlook.things_to_do,
    "cover": cover.things_to_do,
    "returns": returns.things_to_do,
}


def list_things_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return all that needs doing, in the order it wants doing.

    A link that cannot tell says why, as one task of its own: the others are still shown.
    """
    return _tasks(work, today, SOURCES)


def home_page(work: Work, *, on: datetime) -> HomePage:
    """Return all that the first screen says at a moment."""
    today = on.astimezone(LONDON).date()
    owed = spending.still_owed(work, on=today)  # worked out once: it is asked of every payslip there is
    sources = {**SOURCES, "spending": partial(spending.things_to_do, owed=owed)}
    return HomePage(
        whose=_whose(work),
        on=on,
        tasks=_tasks(work, today, sources),
        shifts=rota.list_shifts(work, days=Period(today - _A_DAY, today + _AHEAD)),
        money=money_left(work, today=today, owed=owed),
        next_return=_next_return(work, today),
    )


def money_left(work: Work, *, today: date, owed: tuple[Liability, ...]) -> MoneyLeft | None:
    """Return what is in all accounts and what of it is spoken for; nothing, if there is no account yet.

    Args:
        work: The work it is part of.
        today: The day.
        owed: What is owed on that day.
    """
    if not spending.list_accounts(work):
        return None
    left = (came - spent for came, spent in spending.one_off_sums(work, to=today).values())
    return MoneyLeft(
        balance=spending.balance_on(work, day=today),
        owed=owed,
        one_offs=total(each for each in left if each > NIL),
        reserve=funding.agreed_reserve(work, on=today),
    )


def _tasks(work: Work, today: date, sources: Mapping[str, Source]) -> tuple[Task, ...]:
    return in_order(task for link, source in sources.items() for task in _asked(link, source, work, today))


def _whose(work: Work) -> str:
    try:
        found = holder.find_holder(work)
    except NoHolderYet:
        return ""
    return found.known_as or found.name


def _next_return(work: Work, today: date) -> NextReturn | None:
    open_ones = [line for line in returns.list_returns(work) if line.a_return.state is not ReturnState.SENT]
    if not open_ones:
        return None
    line = min(open_ones, key=lambda each: (each.due_on or each.a_return.period.last, each.a_return.id))
    found = line.a_return
    return NextReturn(
        place=Place("returns", found.id),
        last=found.period.last,
        due_on=line.due_on,
        to_put_right=len(returns.findings_of(work, return_id=found.id, today=today)),
    )


def _asked(link: str, source: Source, work: Work, today: date) -> tuple[Task, ...]:
    try:
        return source(work, today=today)
    except UserError as error:
        return (Task(text=str(error), place=Place(link), due=today),)
