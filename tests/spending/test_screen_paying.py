"""Payments to make: whom, how much, with what written on them, and whether the bank shows them."""

from datetime import date

import pytest

from pa_manager.assistants.model import PrivateDetails
from pa_manager.assistants.operations import keep_private_details
from pa_manager.pay.model import LiabilityKind, PayslipId, Scheme
from pa_manager.pay.operations import find_scheme, keep_scheme
from pa_manager.spending.model import Standing
from pa_manager.spending.operations import (
    accept_suggestions,
    list_transactions,
    match_wages,
    payments_to_make,
    payslip_matches,
    things_to_do,
)
from pa_manager.spending.presenter.paying import EMPTY, PayingPresenter
from pa_manager.spending.screen.paying import PayingScreen
from pa_manager.values.tasks import Place
from tests.places import Journey
from tests.spending.household import ADA, agree_the_money, engage_two, give_payslips, open_the_account, tell_everything
from tests.spending.robot import PayingRobot
from tests.windows import PaperDesk

TODAY = date(2026, 5, 7)
LATER = date(2026, 6, 10)


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def journey():
    return Journey()


def _robot(qtbot, runner, journey, desk, today=TODAY):
    screen = PayingScreen(lambda view: PayingPresenter(view, runner, journey.go_to, today=lambda: today, desk=desk))
    return PayingRobot(qtbot, screen)


@pytest.fixture
def paid(runner):
    """The story with its payslips; no bank file was brought in yet."""
    agree_the_money(runner)
    engage_two(runner)
    give_payslips(runner)
    return runner


@pytest.fixture
def robot(qtbot, paid, journey, desk):
    return _robot(qtbot, paid, journey, desk)


def test_where_no_payslip_is_nothing_is_to_be_paid(qtbot, runner, journey, desk):
    robot = _robot(qtbot, runner, journey, desk)
    assert (robot.lead(), robot.payments()) == (EMPTY, [])
    robot.press("scheme").press("keep")
    assert robot.lead() == EMPTY


def test_each_payment_has_its_day_its_sum_and_what_is_written_on_it(robot):
    assert robot.payments()[2] == [
        "8 May 2026", "Ada Okonkwo", "Wages, 9 April to 5 May 2026", "£612.35", "£612.35", "WAGES 08MAY2026", "To pay",
    ]  # fmt: skip
    assert [row[6] for row in robot.payments()][:2] == ["Not seen yet", "Not seen yet"]
    assert robot.lead().startswith("8 payments are to be made, ")


def test_what_to_type_is_copied_without_the_number_of_an_account(robot, paid, desk):
    paid.run(
        keep_private_details,
        assistant_id=ADA,
        private=PrivateDetails(account_name="A Okonkwo", sort_code="10-20-30", account_number="12345678"),
    )
    robot.pick(2, "payments").press("copy")
    assert desk.copied == ["Pay to: Ada Okonkwo\nAmount: 612.35\nReference: WAGES 08MAY2026"]
    assert "12345678" not in robot.sentence()
    robot.pick(2, "payments").press("account")
    assert robot.sentence() == "Ada Okonkwo's bank account Name: A Okonkwo\nSort code: 10-20-30\nAccount: 12345678"


def test_whose_account_is_not_kept_is_said(robot):
    robot.pick(2, "payments").press("account")
    assert robot.problem() == "No bank account is kept for Ada Okonkwo. Type it in their file, under My PAs."


def test_a_wage_leads_to_its_payslip(robot, journey):
    robot.pick(2, "payments").press("payslip")
    assert journey.places == [Place("pay", PayslipId(2), screen="payslips")]


def test_what_the_bank_shows_is_ticked_off(qtbot, runner, journey, desk):
    tell_everything(runner)
    runner.run(accept_suggestions, transaction_ids=[each.id for each in runner.read(list_transactions)])
    runner.run(match_wages, matches=[(each.transaction_id, each.payslip_id) for each in runner.read(payslip_matches)])
    payments = runner.read(payments_to_make, today=LATER)
    wages = [each.standing for each in payments if each.owed.what is LiabilityKind.WAGES]
    assert set(wages) == {Standing.PAID}
    robot = _robot(qtbot, runner, journey, desk, LATER)
    assert [row[6] for row in robot.payments()][-1] == "Paid"
    assert not robot.pick(len(robot.payments()) - 1, "payments").can_press("copy")
    assert robot.sentence().endswith("the bank shows it as paid.")


def test_how_hmrc_is_paid_is_kept_and_followed(robot, paid):
    assert robot.advice().endswith("Below £1,500 you may pay each quarter instead.")
    robot.press("scheme").choose("hmrc is paid", "quarterly")
    robot.fill_form(accounts_office_reference="123PA0001234").press("keep")
    assert robot.error_of("accounts office reference").startswith("This is not an Accounts Office reference.")
    robot.fill_form(accounts_office_reference="123 pa 00012345").press("keep")
    assert paid.read(find_scheme, paid_on=TODAY).hmrc_reference == "123PA00012345"
    hmrc = next(row for row in robot.payments() if row[1] == "HMRC" and row[0] == "22 July 2026")
    assert hmrc[5] == "123PA00012345"


def test_the_pension_has_its_own_name_and_reference(paid):
    told = Scheme(from_day=date(2026, 4, 6), pension="Sunrise Pension", pension_reference="EMP 7")
    paid.run(keep_scheme, scheme=told)
    pension = next(each for each in paid.read(payments_to_make, today=TODAY) if each.owed.what is LiabilityKind.PENSION)
    assert (pension.who, pension.reference) == ("Sunrise Pension", "EMP 7")


def test_the_p32_is_held_against_the_payslips(robot):
    hmrc = next(number for number, row in enumerate(robot.payments()) if row[1] == "HMRC")
    assert not robot.pick(2, "payments").can_press("p32")
    robot.pick(hmrc, "payments").press("p32").press("keep")
    assert robot.error_of("what the p32 says is due").startswith("The sum is missing.")
    robot.fill_form(what_the_p32_says_is_due="100").press("keep")
    assert robot.result() == "Kept. It agrees with the payslips."
    robot.pick(hmrc, "payments").press("p32").fill_form(what_the_p32_says_is_due="101.50").press("keep")
    assert robot.result().startswith("The payroll's P32 says £101.50: £1.50 more than the payslips kept here come to.")
    assert "£1.50 more" in robot.pick(hmrc, "payments").sentence()


def test_what_the_payroll_takes_is_to_be_paid_too(robot, paid):
    robot.press("scheme").fill_form(
        first_day_of_payment_it_holds_for="6 4 2026", what_the_payroll_takes_for_each_payslip="4.50"
    ).press("keep")
    fees = [row for row in robot.payments() if row[1] == "The payroll"]
    assert fees == [
        ["31 May 2026", "The payroll", "The payroll's fee, 1 to 30 April 2026", "£9.00", "£9.00", "", "To pay"],
        ["30 June 2026", "The payroll", "The payroll's fee, 1 to 31 May 2026", "£9.00", "£9.00", "", "To pay"],
    ]
    open_the_account(paid)
    owed = [each.text for each in paid.read(things_to_do, today=date(2026, 5, 28))]
    assert "Pay the payroll £9.00 by 31 May 2026." in owed
