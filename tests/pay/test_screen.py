"""The screens of pay, on Qt."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from pa_manager.assistants.model import Rate, ShiftKind, Terms
from pa_manager.assistants.operations import agree_terms
from pa_manager.pay.operations import lock_payslip, record_payslip, remove_payslip
from pa_manager.pay.presenter.pay import PayPresenter
from pa_manager.pay.presenter.payslips import PayslipsPresenter
from pa_manager.pay.screen.pay import PayScreen
from pa_manager.pay.screen.payslips import PayslipsScreen
from pa_manager.timesheets.operations import make_timesheet
from pa_manager.values.money import Money
from pa_manager.values.tasks import Place
from tests.pay.desk import Desk
from tests.pay.payslips import figures
from tests.pay.robot import PayRobot, PayslipsRobot
from tests.places import Journey
from tests.timesheets.people import ADA, NIGHT, plan

TYPED = {
    "paid_on": "8 5 2026", "gross": "105.60", "tax": "5.60", "employee_ni": "2", "employer_ni": "3",
    "employee_pension": "4", "employer_pension": "2.40", "net": "94",
}  # fmt: skip


@pytest.fixture
def journey():
    return Journey()


@pytest.fixture
def pay_screen(worked, today, journey):
    return PayScreen(
        lambda view: PayPresenter(view, worked, today=today, go_to=journey.go_to, print_pdf=lambda _name, _pdf: None)
    )


@pytest.fixture
def pay(qtbot, pay_screen):
    return PayRobot(qtbot, pay_screen)


@pytest.fixture
def screen(worked, today, journey):
    return PayslipsScreen(lambda view: PayslipsPresenter(view, worked, today=today, go_to=journey.go_to, files=Desk()))


@pytest.fixture
def robot(qtbot, screen):
    return PayslipsRobot(qtbot, screen)


def test_what_a_timesheet_comes_to_and_whether_the_law_is_content(pay, pay_screen):
    assert pay.pay()[0] == ["Sam Tremaine", "6 April to 3 May 2026", "1 sleep-in", "£69.90", "Fine", "Not yet"]
    pay.pick(0, "what timesheets come to")
    assert pay.parts() == [
        ["Sleep-in", "1", "£60.00 a shift", "£60.00"],
        ["Awake in sleep-ins", "0:45", "£13.20 an hour", "£9.90"],
        ["What comes on top for you, about", "", "", "£8.44"],
    ]
    assert pay.findings("good").startswith("This pay is not below the minimum wage. 0:45 hours count")
    assert (pay.findings("bad"), pay.findings("warn")) == ("", "")
    pay_screen.point_out(1)
    assert pay.picked("what timesheets come to") == 1


def test_pay_below_the_minimum_wage_is_said_with_its_reason_and_authority(pay, worked):
    low = Terms(from_day=date(2026, 5, 4), rates=(Rate(kind=ShiftKind.DAY, per_hour=Money(1200)),))
    worked.run(agree_terms, assistant_id=ADA, terms=low)
    plan(worked, ADA, date(2026, 5, 5))
    worked.run(make_timesheet, assistant_id=ADA, day=date(2026, 5, 4))
    pay.pick(0, "what timesheets come to")
    assert pay.pay()[0][4] == "Below the minimum wage"
    assert pay.findings("bad") == (
        "Ada Okonkwo's pay for 4 to 31 May 2026 is £2.84 below the minimum wage. 4:00 hours count, and £48.00 of the"
        " pay counts for them. At £12.71 an hour, £50.84 is due. (National Minimum Wage Regulations 2015 (SI 2015/621),"
        " reg. 4 and 4A, as amended.)"
    )


def test_work_that_no_rate_was_agreed_for_is_named_line_by_line(pay, worked):
    for day in (5, 6):
        plan(worked, ADA, date(2026, 5, day), NIGHT, kind=ShiftKind.SLEEP_IN)
    worked.run(make_timesheet, assistant_id=ADA, day=date(2026, 5, 4))
    pay.pick(0, "what timesheets come to")
    assert pay.pay()[0][4] == "A rate is missing"
    assert pay.findings("bad").count("no rate was agreed.") == 2
    assert pay.findings("warn").startswith("Of 2 sleep-ins it is not said")


def test_the_pay_leads_to_its_timesheet_and_its_payslip(pay, worked, journey):
    pay.pick(1, "what timesheets come to")
    assert not pay.can_press("payslip")
    worked.run(record_payslip, figures=figures())
    worked.run(lock_payslip, payslip_id=1)
    assert pay.pay()[1][5] == "Matched"
    pay.press("timesheet").press("payslip").press("payslips").press("figures").activate(1, "what timesheets come to")
    assert journey.places == [
        Place("timesheets", 1), Place("pay", 1, screen="payslips"), Place("pay", screen="payslips"), Place("figures"),
        Place("timesheets", 1),
    ]  # fmt: skip


def test_a_payslip_typed_in_stands_in_the_list_with_its_figures(robot):
    robot.press("add").type_payslip(**TYPED)
    assert robot.result() == "Kept. It adds up."
    assert robot.payslips() == [
        ["Ada Okonkwo", "6 April to 3 May 2026", "8 May 2026", "£105.60", "£94.00", "Adds up"],
    ]  # fmt: skip
    assert robot.figures()[0] == ["Gross pay", "£105.60"]


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(robot):
    robot.press("add").type_payslip(**TYPED | {"net": ""})
    assert robot.error_of("net pay").startswith("The net pay is missing.")
    assert robot.text_of("tax") == "5.60"
    assert robot.payslips() == []


def test_a_payslip_that_does_not_add_up_is_kept_and_looked_at(robot):
    robot.press("add").type_payslip(**TYPED | {"net": "90"})
    assert robot.error_of("net pay").startswith("The other figures come to a net of £94.00, not £90.00.")
    assert robot.payslips() == []
    robot.press("keep")
    assert robot.findings("warn").startswith("The net is £4.00 less than the other figures come to.")
    robot.activate(0, "payslips").type_payslip(net="94")
    assert robot.payslips()[0][5] == "Adds up"
    assert robot.findings("warn") == ""


def test_only_what_can_be_done_is_offered(robot, screen, worked, journey):
    worked.run(record_payslip, figures=figures())
    screen.point_out(1)
    assert robot.can_press("change")
    robot.press("timesheet").press("pay")
    assert journey.places == [Place("timesheets", 1), Place("pay", 1)]
    worked.run(lock_payslip, payslip_id=1)
    assert not robot.can_press("change")
    assert not robot.can_press("remove")
    robot.activate(0, "payslips")
    assert robot.problem().startswith("This payslip is matched")


def test_a_payslip_is_changed_by_its_button_and_removed(robot, screen, worked):
    worked.run(record_payslip, figures=figures())
    screen.point_out(1)
    robot.press("change").type_payslip(number="7")
    robot.press("remove")
    assert robot.payslips() == []


def test_closed_screens_hear_nothing(qapp, screen, pay_screen, worked):
    for each in (screen, pay_screen):
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    worked.run(record_payslip, figures=figures())
    worked.run(remove_payslip, payslip_id=1)


def test_the_payslip_itself_is_filed_and_given_back(qtbot, worked, today, journey):
    desk = Desk(("may.pdf", b"%PDF-1.4 a payslip"), ("empty.pdf", b""), None)
    screen = PayslipsScreen(lambda view: PayslipsPresenter(view, worked, today=today, go_to=journey.go_to, files=desk))
    robot = PayslipsRobot(qtbot, screen)
    robot.press("add").type_payslip(**TYPED).press("add paper")
    assert robot.rows("papers of this payslip") == [["may.pdf", "5 April 2030"]]
    assert robot.result() == "Filed: may.pdf. It stands among the PA's documents too."
    assert not robot.can_press("save paper")
    robot.pick(0, "papers of this payslip").press("save paper")
    assert desk.saved == [("may.pdf", b"%PDF-1.4 a payslip")]
    assert robot.result() == "Saved: /papers/may.pdf."
    robot.press("add paper")
    assert robot.problem()
    robot.press("add paper")
    desk.full = True
    robot.pick(0, "papers of this payslip").press("save paper")
    assert robot.problem().startswith("It could not be saved there.")
