"""A household with a budget, told by running operations."""

from datetime import date

from pa_manager.assistants.model import AssistantKind, Particulars, Rate, ShiftKind, Terms
from pa_manager.assistants.operations import engage_assistant, list_assistants
from pa_manager.funding.model import Schedule
from pa_manager.funding.operations import add_stream
from pa_manager.outlook.operations import begin_budget, look_ahead
from pa_manager.rota.model import ShiftPlan
from pa_manager.rota.operations import plan_shift
from pa_manager.values.clock import span_from_text
from pa_manager.values.money import Money
from tests.conftest import TODAY

FIRST = date(2026, 1, 1)


def agree_money(runner, weekly=340_00):
    runner.run(
        add_stream,
        funder="Midshire",
        schedule=Schedule.FOUR_WEEKLY,
        first_payment_on=FIRST,
        first=FIRST,
        weekly=Money(weekly),
    )


def engage(runner, name, *rates, minutes=None, kind=AssistantKind.EMPLOYED):
    runner.run(
        engage_assistant,
        particulars=Particulars(name=name, started_on=FIRST, periods_from=FIRST, kind=kind),
        terms=Terms(from_day=FIRST, weekly_minutes=minutes, rates=rates),
    )
    return next(each for each in runner.read(list_assistants) if each.name == name)


def told(runner, *, weekly=340_00):
    """Money, Asha with 20 hours in her contract, Sam with two nights on the rota, and the budget begun."""
    agree_money(runner, weekly)
    engage(runner, "Asha Patel", Rate(kind=ShiftKind.DAY, per_hour=Money(13_20)), minutes=1200)
    sam = engage(runner, "Sam Tremaine", Rate(kind=ShiftKind.SLEEP_IN, per_shift=Money(60_00)))
    for day in (TODAY, date(2026, 5, 28)):
        plan = ShiftPlan(day=day, span=span_from_text("10pm-7am"), kind=ShiftKind.SLEEP_IN, assistant_id=sam.id)
        runner.run(plan_shift, plan=plan)
    runner.run(begin_budget, today=TODAY)
    return runner


def now(runner):
    return runner.read(look_ahead, today=TODAY)[0].reckoning
