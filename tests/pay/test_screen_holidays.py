"""The screen of holiday and sickness, on Qt."""

from datetime import date

import pytest

from pa_manager.assistants.operations import list_documents, part_with_assistant
from pa_manager.pay.model import CarryFor
from pa_manager.pay.operations import agree_weekdays, read_holiday
from pa_manager.pay.presenter.holidays import NOBODY, TimeOffPresenter
from pa_manager.pay.screen.holidays import TimeOffScreen
from pa_manager.shell.pieces.lines import Line
from pa_manager.shell.pieces.words import Band
from pa_manager.values.money import Money
from pa_manager.values.tasks import Place
from tests.paper.reading import text_of
from tests.pay.robot import TimeOffRobot
from tests.pay.time_off import IRREGULAR, REGULAR, YEAR, engage_both, holiday, paid, sick, work
from tests.places import Journey
from tests.windows import PaperDesk

TODAY = date(2026, 6, 10)


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def journey():
    return Journey()


@pytest.fixture
def open_screen(qtbot, runner, desk, journey):
    def opened():
        screen = TimeOffScreen(
            lambda view: TimeOffPresenter(view, runner, today=lambda: TODAY, go_to=journey.go_to, desk=desk)
        )
        return TimeOffRobot(qtbot, screen), screen

    return opened


@pytest.fixture
def robot(open_screen, runner):
    engage_both(runner)
    return open_screen()[0]


def test_without_a_pa_it_says_what_to_do(open_screen):
    robot, screen = open_screen()
    assert screen.findChild(Line, "lead").text() == NOBODY
    assert not robot.can_press("sick")
    screen.point_out(7)
    for name in ("print", "save", "agreed", "carried"):
        assert not robot.can_press(name)


def test_the_figures_and_why(robot, runner):
    work(runner, REGULAR, date(2026, 5, 5))
    holiday(runner, REGULAR, date(2026, 5, 5), date(2026, 5, 5), taken_on=TODAY)
    assert robot.figures()["Left to take"] == "85:36"
    robot.pick(0, "holiday in figures")
    assert robot.why()[0][0] == "5.6 weeks, at most 28 days: 89.6 hours in a whole year"
    assert robot.holidays() == [["5 May 2026", "4:00", "By the shifts of these days", "Taken", "£52.80"]]
    robot.choose("whose", str(IRREGULAR))
    assert robot.figures()["Earned so far"] == "0:00"
    robot.choose("whose", str(REGULAR)).choose("leave_year", "2025-04-01")
    assert robot.figures()["Left to take"] == "89:36"
    assert robot.holidays() == []


def test_asking_and_answering_lead_to_the_rota(robot, runner, journey):
    number = holiday(runner, REGULAR, date(2026, 8, 3), date(2026, 8, 9))
    robot.press("holidays")
    robot.activate(0, "holidays of the leave year")
    assert journey.places == [Place("rota", screen="holidays"), Place("rota", number, screen="holidays")]


def test_hours_days_of_work_and_what_was_carried_over_are_typed(robot, runner):
    holiday(runner, REGULAR, date(2026, 8, 3), date(2026, 8, 9))
    assert not robot.can_press("hours")
    robot.pick(0, "holidays of the leave year").press("hours").fill_form(hours_in_all="lots").press("keep")
    assert robot.error_of("hours_in_all")
    robot.fill_form(hours_in_all="12:30").press("keep")
    assert robot.holidays()[0][1:4] == ["12:30", "As typed", "Booked"]
    robot.pick(0, "holidays of the leave year").press("hours").press("keep")
    assert robot.result() == "Kept. The shifts say how long it is."
    robot.press("agreed").fill_form(days_of_work="someday").press("keep")
    assert "no day of the week" in robot.error_of("days_of_work")
    robot.fill_form(days_of_work="mon, tue, thu, fri").press("keep")
    assert robot.holidays()[0][1:3] == ["16:00", "By the hours and days agreed"]
    robot.press("carried").fill_form(hours_carried_over="10 tons").press("keep")
    assert robot.error_of("hours_carried_over")
    robot.fill_form(hours_carried_over="10").choose("why", CarryFor.SICKNESS.value).press("keep")
    assert robot.figures()["Carried in"] == "10:00"


def test_sickness_is_noted_proved_and_paid(robot, runner, desk):
    runner.run(agree_weekdays, assistant_id=REGULAR, weekdays=frozenset(range(5)))
    paid(runner, REGULAR, date(2026, 5, 22), Money(540_00))
    robot.press("sick").fill_form(first_day="10 6 2026", last_day="1 6 2026").press("keep")
    assert robot.error_of("last_day")
    robot.fill_form(first_day="1 6 2026", last_day="12 6 2026").press("keep")
    robot.pick(0, "times off sick")
    assert robot.spells()[0][1:4] == ["Nothing yet", "10", "0"]
    assert robot.days()[0][:2] == ["Monday 1 June 2026", "£21.6000"]
    robot.press("paper").fill_form(file_a_scan_or_photo_of_it="yes").press("keep")
    assert "No file was chosen" in robot.problem()
    desk.to_open.append(("empty.pdf", b""))
    robot.press("keep")
    assert "is empty" in robot.problem()
    desk.to_open.append(("note.pdf", b"%PDF"))
    robot.press("keep")
    assert robot.result() == "Kept: fit note for 8 to 12 June 2026. The file is among their documents."
    assert [each.name for each in runner.read(list_documents, REGULAR)] == ["note.pdf"]
    robot.pick(0, "times off sick")
    robot.press("paper").fill_form(first_day_it_is_for="").press("keep")
    assert robot.error_of("first_day_it_is_for")
    robot.press("leave")
    robot.press("earnings").fill_form(pay_of_a_week="pots").press("keep")
    assert robot.error_of("pay_of_a_week")
    robot.fill_form(pay_of_a_week="100").press("keep")
    assert robot.days()[0][:2] == ["Monday 1 June 2026", "£16.0000"]
    robot.press("paper off")
    assert robot.text_of("which").startswith("1")
    robot.press("keep")
    assert robot.result() == "Taken off the list."
    assert robot.spells()[0][1] == "Nothing yet"
    assert not robot.can_press("paper off")


def test_the_record_is_printed_and_saved(robot, desk):
    robot.press("print").choose("holiday_record", "large").press("save")
    assert list(desk.printed) == ["Holiday record of Ada Okonkwo, 2026.pdf"]
    (saved,) = desk.saved.values()
    assert "Holiday record of Ada Okonkwo" in " ".join(text_of(saved).split())


def test_leaving_is_filled_and_rolled_up_or_missing_is_said(open_screen, runner):
    engage_both(runner)
    holiday(runner, REGULAR, date(2026, 6, 15), date(2026, 6, 16))
    runner.run(part_with_assistant, assistant_id=REGULAR, left_on=date(2026, 6, 30))
    robot, screen = open_screen()
    screen.point_out(REGULAR)
    assert any("type how many hours it is" in band.said for band in screen.findChildren(Band))
    robot.press("leaving")
    assert robot.result() == "Kept with how Ada Okonkwo leaves: the checklist says what is owed."
    assert runner.read(read_holiday, assistant_id=REGULAR, year=YEAR, today=TODAY).ledger.entitlement == 1344


def test_sickness_of_earlier_years_stays_in_the_list(robot, runner):
    sick(runner, REGULAR, date(2025, 5, 5), date(2025, 5, 6))
    robot.pick(0, "times off sick")
    assert robot.rows("how the sick pay comes about")[0][0].startswith("Less than four days in a row")
