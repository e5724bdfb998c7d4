"""The screens that send hours to the payroll and lay out its file, on Qt."""

from datetime import date

import pypdfium2
import pytest

from pa_manager.pay.operations import find_bureau, layout_in_use, list_layouts
from pa_manager.pay.presenter.bureau import BureauPresenter
from pa_manager.pay.presenter.layouts import LayoutsPresenter
from pa_manager.pay.presenter.pay import PayPresenter
from pa_manager.pay.screen.bureau import BureauScreen
from pa_manager.pay.screen.layouts import LayoutsScreen
from pa_manager.pay.screen.pay import PayScreen
from pa_manager.timesheets.model import Worked, WorkedLineId
from pa_manager.timesheets.operations import correct_line
from pa_manager.values.tasks import Place
from tests.pay.robot import PayRobot
from tests.places import Journey
from tests.shell.robot import Robot
from tests.timesheets.people import ADA, SAM, plan
from tests.windows import PaperDesk

DAY = date(2026, 6, 1)


def _pages(pdf):
    return len(pypdfium2.PdfDocument(pdf))


@pytest.fixture
def journey():
    return Journey()


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def due(worked):
    for assistant_id in (ADA, SAM):
        plan(worked, assistant_id, date(2026, 5, 5))
    return worked


@pytest.fixture
def robot(qtbot, due, journey, desk):
    def present(view):
        return BureauPresenter(view, due, today=lambda: DAY, go_to=journey.go_to, desk=desk)

    return Robot(qtbot, BureauScreen(present))


@pytest.fixture
def layouts(qtbot, worked, desk):
    return Robot(qtbot, LayoutsScreen(lambda view: LayoutsPresenter(view, worked, files=desk)))


def test_from_nothing_made_to_sent_in_a_few_presses(robot, desk):
    assert not any(map(robot.can_press, ("send", "save sent", "change day")))
    robot.press("make")
    assert [row[4] for row in robot.rows("what is in it")] == ["To be agreed", "To be agreed"]
    robot.press("agree").press("send").press("keep")
    assert robot.result() == "Noted as sent, and locked. The text of the mail is copied: paste it into a mail."
    assert list(desk.saved) == ["Hours, 4 to 31 May 2026.pdf", "Hours, 4 to 31 May 2026.csv"]
    assert "Ada Okonkwo: Day 4:00." in desk.copied[-1]
    assert robot.rows("what is in it") == []
    assert robot.rows("what was sent") == [
        ["1 June 2026", "Hours", "4 to 31 May 2026", "the payroll", "By email"],
    ]  # fmt: skip
    robot.pick(0, "what was sent").press("save sent").press("copy sent")
    assert len(desk.copied) == 2


def test_what_goes_by_post_is_printed_and_a_missing_day_is_said(robot, desk):
    robot.press("make").press("agree").press("send").fill_form(how="post").type_into("day it is sent", "").press("keep")
    assert robot.error_of("day it is sent") == "The day is missing. Type the day on which it goes."
    robot.type_into("day it is sent", "1 6 2026").press("keep")
    assert list(desk.printed) == ["Hours, 4 to 31 May 2026"]


def test_the_pack_can_be_seen_before_it_goes(robot, desk, journey):
    robot.press("make").press("agree").press("print").press("save paper").press("save file").press("copy")
    assert (len(desk.printed), len(desk.saved), len(desk.copied)) == (1, 2, 1)
    usual = desk.printed["Hours for the payroll"]
    robot.press("print large")
    assert _pages(desk.printed["Hours for the payroll"]) > _pages(usual)
    robot.activate(0, "what is in it").press("layouts")
    assert journey.places == [Place("timesheets", 3), Place("pay", screen="layouts")]


def test_corrections_go_by_themselves(robot, due):
    assert not robot.can_press("correct")
    due.run(correct_line, line_id=WorkedLineId(1), worked=Worked(minutes=300))
    robot.press("correct").press("keep")
    assert robot.rows("what was sent")[0][1] == "Corrections only"
    assert not robot.can_press("correct")


def test_days_are_filled_changed_and_taken_out(robot):
    robot.press("fill").type_into("working days earlier in december", "x").press("keep")
    assert robot.error_of("working days earlier in december").startswith("This is not a number of days.")
    robot.type_into("working days earlier in december", "5").type_into("first day of payment", "30 6 2026").press(
        "keep"
    )
    assert robot.rows("when they want the hours")[0] == ["Monday 22 June 2026", "Tuesday 30 June 2026"]
    robot.pick(0, "when they want the hours").press("change day").type_into("hours wanted by", "1 7 2026").press("keep")
    assert robot.error_of("hours wanted by").startswith("The hours would be due on Wednesday 1 July 2026, after")
    robot.type_into("hours wanted by", "19 6 2026").press("keep")
    assert robot.rows("when they want the hours")[0][0] == "Friday 19 June 2026"
    robot.press("remove day").press("add day").fill_form(hours_wanted_by="5 6 2026", paid_on="12 6 2026").press("keep")
    assert robot.rows("when they want the hours")[0] == ["Friday 5 June 2026", "Friday 12 June 2026"]


def test_who_runs_the_payroll_is_kept_or_said_beside_its_field(robot, due):
    robot.press("bureau").fill_form(their_name="Penfold Payroll", their_mailbox_for_hours="nowhere")
    robot.type_into("subject of the mail", "{surname}").press("keep")
    assert robot.error_of("their mailbox for hours").startswith("This is not an email address.")
    assert robot.error_of("subject of the mail").startswith("{surname} is not known here.")
    robot.fill_form(their_mailbox_for_hours="pay@example.org", subject_of_the_mail="{period}")
    robot.choose("layout of the file", "general").press("keep")
    assert due.read(find_bureau).name == "Penfold Payroll"
    assert due.read(layout_in_use).name == "One line for each PA and rate"


def test_a_layout_is_made_one_s_own_and_handed_on(layouts, worked, desk):
    layouts.press("start").fill_form(name="Ours").press("keep")
    assert layouts.rows("layouts") == [["Ours", "7", "Hours and shifts"]]
    layouts.press("add").fill_form(heading="Works number").press("keep")
    assert layouts.error_of("heading") == "Another column has this heading. Type a heading of its own."
    layouts.type_into("heading", "Cost centre").choose("filled from", "fixed").type_into("words", "DP").press("keep")
    columns = "columns, from left to right"
    assert layouts.rows(columns)[-1] == ["Cost centre", "Always the same words", "DP"]
    layouts.pick(7, columns).press("left")
    assert layouts.picked(columns) == 6
    layouts.press("right").press("change").type_into("heading", "Cost").press("keep")
    layouts.press("save")
    desk.to_open = [("Ours.json", desk.saved["Ours.json"]), ("hours.csv", b"Name,Hours\n")]
    layouts.press("load").press("load")
    assert layouts.problem().startswith("hours.csv is not a layout that was saved here.")
    assert len(worked.read(list_layouts)) == 2
    layouts.pick(0, columns).press("remove column").press("remove")
    assert len(worked.read(list_layouts)) == 1


def test_each_figure_of_a_pay_record_says_why(qtbot, worked, journey, desk):
    def present(view):
        return PayPresenter(view, worked, today=lambda: DAY, go_to=journey.go_to, print_pdf=desk.print_pdf)

    pay = PayRobot(qtbot, PayScreen(present))
    pay.pick(1, "what timesheets come to").pick(0, "what it is made of").press("why")
    assert pay.band("why").startswith("Why £105.60 for Day? Tue 7 Apr: 4:00.")
    pay.press("besides").fill_form(for_a_mile="0.45").press("keep")
    pay.press("once").type_into("how much, before tax", "20").press("keep")
    assert pay.problem().startswith("This timesheet was sent, and its pay stays as it is.")
    pay.press("leave").press("print")
    assert list(desk.printed) == ["Pay record of Ada Okonkwo, 6 April to 3 May 2026"]
    usual = desk.printed.popitem()[1]
    pay.press("print large")
    assert _pages(desk.printed.popitem()[1]) > _pages(usual)
    pay.press("bureau").press("holidays")
    assert journey.places == [Place("pay", screen="bureau"), Place("pay", ADA, screen="holidays")]
