"""Summaries of pay: a PA's tax year, and hours and pay by the money that pays them."""

from datetime import date

import pypdfium2
import pytest

from pa_manager.pay.model import StreamSummary, by_stream
from pa_manager.pay.operations import print_streams, print_year, record_payslip, sum_up_streams, sum_up_year
from pa_manager.pay.presenter.summaries import SummariesPresenter
from pa_manager.pay.screen.summaries import SummariesScreen
from pa_manager.shell.pieces.papers import Papers
from pa_manager.timesheets.operations import make_timesheet
from pa_manager.values.days import Period
from pa_manager.values.money import Money
from tests.pay.desk import Desk
from tests.pay.payslips import figures
from tests.pay.robot import PayRobot
from tests.timesheets.people import ADA, plan

TODAY = date(2026, 5, 20)


def words(pdf):
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(pdf))


@pytest.fixture
def paid(worked):
    worked.run(record_payslip, figures=figures())
    before = figures(timesheet_id=None, period=Period(date(2026, 3, 9), date(2026, 4, 5)), paid_on=date(2026, 4, 10))
    worked.run(record_payslip, figures=before)
    worked.run(record_payslip, figures=figures(timesheet_id=None, paid_on=date(2026, 4, 5)))
    return worked


def test_a_year_adds_up_what_was_paid_from_6_april_to_5_april(paid):
    year = paid.read(sum_up_year, assistant_id=ADA, year=2026)
    assert [each.payslip.paid_on for each in year.lines] == [date(2026, 4, 10), date(2026, 5, 8)]
    assert (year.said, year.sum_of("gross"), year.sum_of("net")) == ("2026-27", Money(21120), Money(18800))
    assert (str(year.worked), year.holiday_minutes) == ("8:00", 0)


@pytest.mark.parametrize("large", [False, True])
def test_the_year_is_printed_payslip_by_payslip(paid, large):
    text = words(paid.read(print_year, assistant_id=ADA, year=2026, today=TODAY, large=large))
    assert "6 April to 3 May 2026" in text
    assert "Worked 8:00. Paid on 8 May 2026." in text
    assert "Together £211.20 £11.20 £4.00 £8.00 £0.00 £188.00" in text
    assert "National Insurance, the employer's part £6.00" in text
    assert "without a timesheet here have no hours" in text


def test_a_year_without_payslips_says_so(worked):
    assert "No payslip of this tax year" in words(worked.read(print_year, assistant_id=ADA, year=2020, today=TODAY))


def test_hours_and_pay_add_up_to_the_pay_of_the_timesheets_sent(paid):
    plan(paid, ADA, date(2026, 5, 5))
    paid.run(make_timesheet, assistant_id=ADA, day=date(2026, 5, 5))
    found = paid.read(sum_up_streams, period=Period(date(2026, 4, 6), date(2026, 5, 31)))
    assert (str(found.worked), found.gross, found.not_sent) == ("8:00 and 1 sleep-in", Money(10560 + 6990), 1)
    assert found.people == ("Ada Okonkwo", "Sam Tremaine")
    text = words(paid.read(print_streams, period=found.period, today=TODAY))
    assert "Money not said No outcome said 8:00 and 1 sleep-in £175.50 £0.00" in text
    assert "1 timesheet is not sent to the payroll yet, and left out." in text


def test_nothing_sent_is_said(worked):
    period = Period(date(2025, 4, 6), date(2025, 5, 3))
    found = worked.read(sum_up_streams, period=period)
    assert found == StreamSummary(period=period, lines=())
    assert by_stream((), {}, {}) == ()
    assert "No timesheet that was sent ends in this time." in words(
        worked.read(print_streams, period=period, today=TODAY)
    )


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def screen(paid, desk):
    return SummariesScreen(
        lambda view: SummariesPresenter(
            view, paid, today=lambda: TODAY, print_pdf=desk.print_pdf, save_file=desk.save_file
        )
    )


@pytest.fixture
def robot(qtbot, screen):
    return PayRobot(qtbot, screen)


def test_a_summary_is_chosen_shown_printed_and_saved(robot, screen, desk):
    papers = screen.findChild(Papers)
    assert "6 April to 20 May 2026" in papers.words
    robot.press("print paper")
    screen.point_out(ADA)
    assert "Pay in a tax year" in papers.words
    robot.choose("tax year", "2025").press("save paper")
    assert desk.printed == ["Hours and pay, 6 April to 20 May 2026"]
    assert [name for name, _content in desk.saved] == ["Pay of Ada Okonkwo, 2025-26.pdf"]
    assert robot.result() == "Saved: /papers/Pay of Ada Okonkwo, 2025-26.pdf."
    desk.full = True
    robot.press("save paper")
    assert robot.problem().startswith("It could not be saved there.")


def test_days_that_are_none_are_said_beside_them(robot, screen):
    robot.type_into("last day", "1 2 2026").press("show days")
    assert robot.error_of("last day")
    robot.type_into("last day", "3 5 2026").press("show days")
    assert robot.error_of("last day") == ""
    assert "6 April to 3 May 2026" in screen.findChild(Papers).words


def test_without_anybody_there_is_the_councils_summary(qtbot, runner, desk):
    screen = SummariesScreen(
        lambda view: SummariesPresenter(
            view, runner, today=lambda: TODAY, print_pdf=desk.print_pdf, save_file=desk.save_file
        )
    )
    screen.point_out(7)
    robot = PayRobot(qtbot, screen)
    assert "No timesheet that was sent ends in this time." in screen.findChild(Papers).words
    robot.type_into("first day", "never").press("show days")
    assert robot.error_of("first day")
