"""Money that should come: how it came, letters about it, and the small accounts of one-off payments."""

from contextlib import closing
from datetime import date

import pytest
from pypdfium2 import PdfDocument

from pa_manager.funding.model import OneOffId, OneOffInUse, ReturnLine
from pa_manager.funding.operations import add_one_off, remove_one_off
from pa_manager.holder.operations import keep_holder
from pa_manager.shell.desk import CannotUseFile
from pa_manager.spending.model import Split
from pa_manager.spending.operations import (
    accept_suggestions,
    add_transaction,
    list_transactions,
    one_off_accounts,
    purposes_on,
    split_transaction,
    things_to_do,
)
from pa_manager.spending.presenter.expected import EMPTY, ExpectedPresenter
from pa_manager.spending.screen.expected import ExpectedScreen
from pa_manager.values.money import Money
from tests.paper.reading import text_of
from tests.places import Journey
from tests.spending.household import ACCOUNT, MIDSHIRE, agree_the_money, open_the_account
from tests.spending.robot import ExpectedRobot
from tests.windows import PaperDesk

TODAY = date(2026, 6, 10)
RAMP = OneOffId(1)


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def journey():
    return Journey()


@pytest.fixture
def robot(qtbot, runner, desk, journey):
    return ExpectedRobot(
        qtbot,
        ExpectedScreen(lambda view: ExpectedPresenter(view, runner, journey.go_to, today=lambda: TODAY, desk=desk)),
    )


def come(runner, day, pounds, line=ReturnLine.PAYMENT, **more):
    amount = Money(pounds * 100)
    runner.run(
        add_transaction,
        account_id=ACCOUNT,
        day=day,
        amount=amount,
        party="Midshire CC" if pounds > 0 else "Porter Ramps",
        splits=[Split(line=line, amount=amount, **more)],
    )


@pytest.fixture
def agreed(runner):
    """Money that came short in April, late in May and not in June; and a ramp, part of which is paid."""
    runner.run(keep_holder, name="Jean Pellow", address="14 Larch Close", reference="DP 7")
    agree_the_money(runner)
    open_the_account(runner)
    runner.run(add_one_off, stream_id=MIDSHIRE, purpose="A ramp", amount=Money(250000), expected_on=date(2026, 5, 1))
    come(runner, date(2026, 4, 1), 1000, stream_id=MIDSHIRE)
    come(runner, date(2026, 5, 1), 2500, ReturnLine.ONE_OFF, one_off_id=RAMP)
    come(runner, date(2026, 5, 20), -1800, ReturnLine.EQUIPMENT, one_off_id=RAMP)
    return runner


def row(robot, start):
    return next(number for number, cells in enumerate(robot.expected()) if cells[:2] == start)


APRIL = ["1 April 2026", "Direct payment, Midshire County Council"]


def test_without_money_agreed_nothing_is_expected(robot):
    assert robot.lead() == EMPTY
    assert not any(map(robot.can_press, ("write", "payment", "remove letter")))


def test_the_calendar_says_how_each_sum_came(agreed, robot):
    assert robot.expected()[row(robot, APRIL)][2:] == ["£1,486.40", "£1,000.00", "Too little"]
    assert robot.expected()[row(robot, ["1 May 2026", "One-off payment, Midshire County Council"])][4] == "Came"
    assert robot.lead().startswith("6 sums did not come as agreed. Next: £1,486.40 from Midshire County Council")
    assert any(cells[4] == "Due" for cells in robot.expected())


def test_a_letter_is_drafted_changed_made_printed_and_saved(agreed, robot, desk):
    robot.activate(row(robot, APRIL), "money expected").fill_form(about="Short in April").press("keep")
    assert robot.result() == "Made and kept. Print it or save it below."
    assert robot.letters() == [["Midshire County Council", "Short in April", "10 June 2026"]]
    robot.press("print paper").press("save paper")
    (pdf,) = desk.printed.values()
    assert desk.saved == {"Letter to Midshire County Council, 10 June 2026.pdf": pdf}
    words = " ".join(text_of(pdf).split())
    assert "14 Larch Close" in words
    assert "The payment of £1,486.40 for 1 to 28 April 2026 was due on 1 April 2026." in words
    assert "made up of 4 weeks at £424.60, less 4 weeks at £53.00." in words
    assert "£1,000.00 on 1 April 2026: £486.40 less than was due." in words
    robot.press("remove letter")
    assert robot.letters() == []
    agreed.undo()
    assert len(robot.letters()) == 1


def test_a_letter_is_made_in_large_print(agreed, robot, desk):
    robot.activate(row(robot, APRIL), "money expected").choose("large print", "yes").press("keep").press("save paper")
    (pdf,) = desk.saved.values()
    with closing(PdfDocument(pdf)) as document:
        wide, high = document[0].get_size()
    assert wide > high
    assert "£486.40 less than was due." in " ".join(text_of(pdf).split())


def test_one_off_money_that_lies_idle_for_a_year_is_told(agreed):
    def told(day):
        return [task.text for task in agreed.read(things_to_do, today=day) if "12 months" in task.text]

    assert told(date(2027, 4, 30)) == []
    (said,) = told(date(2027, 5, 1))
    assert said.startswith("Ask Midshire County Council about £700.00 left for A ramp: it came more than 12 months ago")


def test_a_letter_to_nobody_stays_open_and_a_disk_that_fails_is_said(agreed, robot, desk):
    robot.pick(row(robot, APRIL), "money expected").press("write").fill_form(to="").press("keep")
    assert robot.letters() == []
    robot.fill_form(to="Midshire").press("keep")

    def fail(*_paper):
        raise CannotUseFile("That could not be saved there. Choose another folder.")

    desk.save_file = fail
    robot.press("save paper")
    assert robot.problem() == "That could not be saved there. Choose another folder."
    desk.save_file = lambda *_paper: None
    robot.press("save paper")


def test_ones_own_contribution_is_said_but_needs_no_letter(agreed, robot):
    robot.pick(row(robot, ["1 April 2026", "Your contribution"]), "money expected")
    assert robot.sentence().startswith("Your contribution of £212.00 was due on 1 April 2026 and has not come.")
    assert not robot.can_press("write")


def test_it_leads_to_the_payment_that_came(agreed, robot, journey):
    robot.pick(row(robot, APRIL), "money expected").press("payment")
    assert (journey.places[-1].link, journey.places[-1].number) == ("spending", 1)


def test_a_one_off_payment_has_a_small_account_of_its_own(agreed, robot):
    assert robot.one_offs() == [["A ramp", "Midshire County Council", "£2,500.00", "£2,500.00", "£1,800.00", "£700.00"]]
    (before,) = agreed.read(one_off_accounts, today=date(2026, 5, 1))
    assert (before.came, before.spent) == (Money(250000), Money(0))


def test_what_belongs_to_a_one_off_payment_is_of_its_stream_and_keeps_it(agreed):
    spent = agreed.read(list_transactions)[-1]
    assert spent.splits[0].stream_id == MIDSHIRE
    assert ("1/1", "Midshire County Council, one-off: A ramp") in agreed.read(purposes_on, day=TODAY).streams
    with pytest.raises(OneOffInUse):
        agreed.run(remove_one_off, one_off_id=RAMP)
    for each in agreed.read(list_transactions)[1:]:
        agreed.run(split_transaction, transaction_id=each.id, splits=[])
    agreed.run(remove_one_off, one_off_id=RAMP)


def test_a_one_off_payment_that_comes_is_suggested_as_what_it_is(agreed):
    agreed.run(add_one_off, stream_id=MIDSHIRE, purpose="A bed", amount=Money(90000), expected_on=TODAY)
    agreed.run(add_transaction, account_id=ACCOUNT, day=TODAY, amount=Money(90000), party="Midshire CC")
    agreed.run(accept_suggestions, transaction_ids=[agreed.read(list_transactions)[-1].id])
    (part,) = agreed.read(list_transactions)[-1].splits
    assert (part.line, part.one_off_id, part.stream_id) == (ReturnLine.ONE_OFF, OneOffId(2), MIDSHIRE)
