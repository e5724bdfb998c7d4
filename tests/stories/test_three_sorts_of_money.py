"""Council money net of a contribution, an NHS stream gross, and a one-off payment for a ramp, up to the return.

Each balances by itself, and all come to the total: in the figures, on the screen and on the printed statement.
"""

from datetime import date

import pytest

from pa_manager.funding.model import ContributionMode, FunderKind, OneOffId, ReturnLine, Schedule, StreamId
from pa_manager.funding.operations import add_one_off, add_stream
from pa_manager.holder.operations import keep_holder
from pa_manager.returns.model import ReturnId
from pa_manager.returns.operations import draft_return, print_return, return_figures
from pa_manager.returns.presenter.statement import StatementPresenter
from pa_manager.returns.screen.statement import StatementScreen
from pa_manager.spending.model import AccountId, Split
from pa_manager.spending.operations import add_transaction, open_account
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money, total
from tests.paper.reading import text_of
from tests.places import Journey
from tests.returns.robot import BEHIND, FIGURES, StatementRobot
from tests.windows import PaperDesk

FIRST = date(2026, 5, 1)
MAY = Period(FIRST, date(2026, 5, 31))
COUNCIL, NHS, RAMP = StreamId(1), StreamId(2), OneOffId(1)
L = ReturnLine
MOVES = (
    # day, who, pounds, line, stream, one-off
    (1, "Midshire CC", "575.72", L.PAYMENT, COUNCIL, None),
    (1, "Jean Pellow", "88.57", L.CONTRIBUTION, COUNCIL, None),
    (1, "Midshire ICB", "885.71", L.PAYMENT, NHS, None),
    (4, "Midshire CC", "2500.00", L.ONE_OFF, COUNCIL, RAMP),
    (8, "Ada Okonkwo", "-412.60", L.WAGES, COUNCIL, None),
    (8, "Nightingale Care", "-640.00", L.AGENCY, NHS, None),
    (20, "Porter Ramps", "-1800.00", L.EQUIPMENT, COUNCIL, RAMP),
    (21, "Porter Ramps", "100.00", L.EQUIPMENT, COUNCIL, RAMP),
)


@pytest.fixture
def told(runner):
    """A household of three sorts of money, told by operations up to the draft of its return."""
    runner.run(keep_holder, name="Jean Pellow", reference="DP 7")
    for funder, kind, weekly, contribution, mode in (
        ("Midshire County Council", FunderKind.COUNCIL, "150", "20", ContributionMode.NET),
        ("Midshire ICB", FunderKind.NHS, "200", "10", ContributionMode.GROSS),
    ):
        runner.run(
            add_stream,
            funder=funder,
            kind=kind,
            schedule=Schedule.MONTHLY_BY_DAYS,
            first_payment_on=FIRST,
            first=FIRST,
            weekly=Money.from_text(weekly),
            contribution=Money.from_text(contribution),
            mode=mode,
        )
    runner.run(
        add_one_off, stream_id=COUNCIL, purpose="A wheelchair ramp", amount=Money(250000), expected_on=date(2026, 5, 4)
    )
    runner.run(open_account, name="Bank", opened_on=FIRST, opening=Money(10000))
    for day, who, pounds, line, stream_id, one_off_id in MOVES:
        amount = Money.signed_from_text(pounds)
        split = Split(line=line, amount=amount, stream_id=None if one_off_id else stream_id, one_off_id=one_off_id)
        runner.run(
            add_transaction,
            account_id=AccountId(1),
            day=date(2026, 5, day),
            amount=amount,
            party=who,
            splits=[split],
        )
    runner.run(draft_return, period=MAY)
    return runner


def test_each_money_balances_by_itself_and_to_the_total(told):
    figures = told.read(return_figures, return_id=ReturnId(1))
    council, ramp, nhs = figures.streams
    assert (council.opening, council.money_in, council.money_out) == (Money(10000), Money(66429), Money(41260))
    assert (ramp.opening, ramp.money_in, ramp.money_out, ramp.closing) == (
        NIL,
        Money(250000),
        Money(170000),
        Money(80000),
    )
    assert (nhs.opening, nhs.money_in, nhs.money_out) == (NIL, Money(88571), Money(64000))
    assert council.closing + ramp.closing + nhs.closing == figures.closing
    assert total(each.money_in for each in figures.streams) == figures.total_in
    assert total(each.money_out for each in figures.streams) == figures.total_out
    assert figures.surplus == figures.closing - ramp.closing, "the ramp's money is for the ramp"
    assert all(line.short == NIL for line in figures.money_in), "all came as agreed, to the penny"
    for each in figures.streams:
        assert each.closing == each.opening + total(line.amount for line in figures.behind(each.figure))


def test_the_screen_says_the_same(told, qtbot):
    screen = StatementScreen(
        lambda view: StatementPresenter(
            view, told, today=lambda: date(2026, 6, 2), go_to=Journey().go_to, desk=PaperDesk()
        )
    )
    robot = StatementRobot(qtbot, screen).open(1)
    rows = {cells[1].split("\n")[0]: cells for cells in robot.rows(FIGURES)}
    assert rows["Balance at the end, 31 May 2026"][2] == "£1,397.40"
    assert rows["Less what is left of the one-off payment: A wheelchair ramp"][2] == "-£800.00"
    assert rows["Left over (surplus)"][2] == "£597.40"
    payment = rows["Direct payment"]
    assert payment[2] == "£1,461.43"
    assert "Expected £1,461.43, as agreed" in payment[1]
    assert "Contribution of £44.29 not taken off: it is invoiced" in payment[1]
    assert "Expected £88.57, as agreed" in rows["Contribution paid in"][1]
    robot.look_behind("Less what is left of the one-off payment: A wheelchair ramp")
    assert [cells[3] for cells in robot.rows(BEHIND)] == ["£2,500.00", "-£1,800.00", "£100.00"]


def test_the_printed_statement_says_the_same(told):
    pdf = told.read(print_return, return_id=ReturnId(1))
    words = " ".join(text_of(pdf).split())
    assert "One-off payment of £2,500.00, by itself" in words
    for row in (
        "100.00 664.29 412.60 351.69",
        "0.00 2,500.00 1,700.00 800.00",
        "0.00 885.71 640.00 245.71",
        "100.00 4,050.00 2,752.60 1,397.40",
    ):
        assert row in words
