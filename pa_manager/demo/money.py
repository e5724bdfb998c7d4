"""The money agreed, the rules it follows, and what it pays for."""

from datetime import date
from typing import Final

from pa_manager.demo.days import TODAY
from pa_manager.file.running import Runner
from pa_manager.funding.model import FunderKind, Schedule, StreamId
from pa_manager.funding.operations import (
    add_one_off,
    add_stream,
    keep_profile,
    list_profiles,
    list_streams,
    shipped_profiles,
    use_profile,
)
from pa_manager.outlook.model import Per, Spent
from pa_manager.outlook.operations import begin_budget, look_ahead, set_expense, try_what_if
from pa_manager.values.money import Money

RULES: Final = "Quarterly, 8 weeks' reserve"


def tell_money_agreed(runner: Runner) -> StreamId:
    """Tell of two sums of money, the council's rules, and a ramp that is to come; return the council's."""
    runner.run(
        add_stream,
        funder="Midshire County Council",
        kind=FunderKind.COUNCIL,
        name="Direct payment",
        reference="DP 0048213",
        schedule=Schedule.FOUR_WEEKLY,
        in_advance=True,
        first_payment_on=date(2026, 4, 1),
        first=date(2026, 4, 1),
        keep_weeks=8,
        weekly=Money(424_60),
        contribution=Money(53_00),
    )
    runner.run(
        add_stream,
        funder="NHS Midshire",
        kind=FunderKind.NHS,
        name="Personal health budget",
        reference="PHB 771",
        schedule=Schedule.FOUR_WEEKLY,
        in_advance=True,
        first_payment_on=date(2026, 6, 3),
        first=date(2026, 6, 3),
        weekly=Money(60_00),
    )
    council = runner.read(list_streams)[0].id
    rules = next(each for each in shipped_profiles() if each.name == RULES)
    runner.run(keep_profile, profile=rules)
    (profile,) = runner.read(list_profiles)
    runner.run(use_profile, stream_id=council, profile_id=profile.id, today=TODAY)
    runner.run(
        add_one_off,
        stream_id=council,
        purpose="Ramp for the wheelchair",
        amount=Money(3200_00),
        expected_on=date(2026, 7, 1),
    )
    return council


def tell_budget(runner: Runner) -> None:
    """Set up what the money pays for, and try out a dearer hour from next April."""
    runner.run(begin_budget, today=TODAY)
    budget_id = runner.read(look_ahead, today=TODAY)[0].reckoning.budget.id
    for spent, amount, per in (
        (Spent.INSURANCE, Money(91_25), Per.YEAR),
        (Spent.PAYROLL, Money(26_00), Per.MONTH),
        (Spent.CONTINGENCY, Money(50_00), Per.WEEK),
        (Spent.OTHER, Money(27_00), Per.WEEK),
    ):
        runner.run(set_expense, budget_id=budget_id, spent=spent, amount=amount, per=per)
    runner.run(try_what_if, name="£1 more an hour from next April", day=date(2027, 4, 6), dearer=Money(1_00))
