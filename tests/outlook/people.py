"""People and money that the tests of budgets reckon with."""

from datetime import date

from pa_manager.assistants.model import (
    Agreement,
    Assistant,
    AssistantId,
    AssistantKind,
    HoursKind,
    Rate,
    ShiftKind,
    Terms,
)
from pa_manager.funding.model import (
    Contribution,
    ContributionMode,
    FunderKind,
    Schedule,
    Stream,
    StreamId,
    WeeklyAmount,
)
from pa_manager.outlook.model import Budget, BudgetId, HoursLine, LineId, reckon
from pa_manager.values.money import Money
from tests.conftest import TODAY

FIRST = date(2026, 1, 1)


def assistant(number=1, *, name="Asha Patel", kind=AssistantKind.EMPLOYED, rates=None, minutes=None, **more):
    terms = Terms(
        from_day=FIRST,
        weekly_minutes=minutes,
        rates=(Rate(kind=ShiftKind.DAY, per_hour=Money(13_20)),) if rates is None else rates,
        agreement=Agreement(hours=HoursKind.IRREGULAR),
    )
    return Assistant(
        id=AssistantId(number),
        name=name,
        known_as=name.split()[0],
        started_on=FIRST,
        periods_from=FIRST,
        kind=kind,
        terms=(terms,),
        **more,
    )


def stream(weekly, contribution=0, mode=ContributionMode.NET, *, number=1, funder="Midshire"):
    return Stream(
        id=StreamId(number),
        funder=funder,
        kind=FunderKind.COUNCIL,
        name="",
        reference="",
        schedule=Schedule.FOUR_WEEKLY,
        in_advance=True,
        first_payment_on=FIRST,
        first=FIRST,
        last=None,
        keep_weeks=None,
        amounts=(WeeklyAmount(FIRST, Money(weekly)),),
        contributions=(Contribution(FIRST, Money(contribution), mode),) if contribution else (),
    )


def budget(*hours, what_if=False, name="The budget", **more):
    lines = tuple(HoursLine(LineId(number), each) for number, each in enumerate(hours, start=1))
    return Budget(id=BudgetId(1), name=name, is_what_if=what_if, lines=lines, **more)


def reckoned(budget, *streams, people=(), pensions=None, own=(), today=TODAY):
    return reckon(
        budget,
        today=today,
        streams=streams,
        people={each.id: each for each in people},
        pensions=pensions or {},
        own=own,
    )
