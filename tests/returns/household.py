"""Jean Pellow's spring, told by operations up to the day before her return."""

from datetime import date

from pa_manager.funding.model import FunderKind, Schedule, StreamId
from pa_manager.funding.operations import add_stream
from pa_manager.holder.model import Nation, SupporterRole
from pa_manager.holder.operations import add_supporter, keep_holder
from pa_manager.returns.model import ReturnId
from pa_manager.returns.operations import check_return, draft_return, send_return
from pa_manager.spending.operations import accept_suggestions, list_transactions
from pa_manager.values.days import Period
from pa_manager.values.money import Money
from tests.spending.household import SPRING, agree_the_money, engage_two, tell_the_story

TODAY = date(2026, 6, 10)
THE_RETURN = ReturnId(1)
NEXT_RETURN = ReturnId(2)
SUMMER = Period(date(2026, 6, 9), date(2026, 7, 31))
NHS = StreamId(2)


def tell_of_jean(runner):
    """Tell who Jean is, and that her daughter holds the money."""
    runner.run(
        keep_holder,
        name="Jean Pellow",
        known_as="Jean",
        nation=Nation.ENGLAND,
        born_on=date(1954, 2, 3),
        address="14 Larch Close\nMidshire",
        reference="DP 0048213",
        phone="",
        email="",
    )
    runner.run(
        add_supporter,
        name="Rowena Pellow",
        role=SupporterRole.SUITABLE_PERSON,
        phone="",
        email="",
        may_do="Holds the money.",
        first=None,
        last=None,
    )


def tell_the_spring(runner, *, explained=True):
    """Tell of the money agreed, the two PAs, and what the bank shows from 1 April to 8 June."""
    tell_of_jean(runner)
    agree_the_money(runner)
    engage_two(runner)
    tell_the_story(runner)
    if explained:
        runner.run(accept_suggestions, transaction_ids=[each.id for each in runner.read(list_transactions)])


def agree_the_nhs_money(runner):
    """Agree a second stream of money."""
    runner.run(
        add_stream,
        funder="Midshire NHS",
        kind=FunderKind.NHS,
        schedule=Schedule.MONTHLY_BY_DAYS,
        first_payment_on=date(2026, 6, 20),
        first=date(2026, 6, 15),
        weekly=Money(10000),
    )


def draft_the_return(runner, period=SPRING, **more):
    """Begin the return for the spring."""
    runner.run(draft_return, period=period, **more)


def send_the_return(runner, return_id=THE_RETURN):
    """Check a return and mark it as sent."""
    runner.run(check_return, return_id=return_id, on=TODAY)
    runner.run(send_return, return_id=return_id, on=TODAY)
