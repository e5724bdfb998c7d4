"""A small household with a rota, told by operations."""

from datetime import date

from pa_manager.assistants.model import AssistantId, Particulars, PayFrequency, Rate, ShiftKind, Terms
from pa_manager.assistants.operations import engage_assistant
from pa_manager.rota.model import ShiftPlan
from pa_manager.rota.operations import plan_shift
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period
from pa_manager.values.money import Money

ADA, SAM = AssistantId(1), AssistantId(2)
MONDAY = date(2026, 5, 18)
WEEK = Period(MONDAY, date(2026, 5, 24))
NEXT_WEEK = Period(date(2026, 5, 25), date(2026, 5, 31))


def particulars(name, **more):
    return Particulars(
        name=name,
        started_on=date(2025, 4, 7),
        periods_from=date(2026, 3, 30),
        frequency=PayFrequency.FOUR_WEEKLY,
        **more,
    )


def engage_two(runner):
    """Engage Ada for days and Sam for sleep-ins."""
    day = Rate(kind=ShiftKind.DAY, per_hour=Money(1320))
    sleep_in = Rate(kind=ShiftKind.SLEEP_IN, per_shift=Money(6000))
    for name, rates in (("Ada Okonkwo", (day,)), ("Sam Tremaine", (day, sleep_in))):
        terms = Terms(from_day=date(2025, 4, 7), rates=rates)
        runner.run(engage_assistant, particulars=particulars(name), terms=terms)


def plan(runner, day, span, assistant_id=None, **more):
    """Plan one shift."""
    runner.run(plan_shift, plan=ShiftPlan(day=day, span=span_from_text(span), assistant_id=assistant_id, **more))
