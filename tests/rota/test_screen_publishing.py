"""The screens "Tell my PAs" and "My week", on Qt and on paper at once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel

from pa_manager.rota.operations import change_shift, find_shift
from pa_manager.rota.presenter.my_week import MyWeekPresenter
from pa_manager.rota.presenter.publishing import PublishPresenter
from pa_manager.rota.screen.my_week import MyWeekScreen
from pa_manager.rota.screen.publishing import PublishScreen
from pa_manager.shell.pieces.papers import Papers
from pa_manager.values.clock import span_from_text
from pa_manager.values.tasks import Place
from tests.conftest import NOW, TODAY
from tests.places import Journey
from tests.rota.household import ADA, SAM, engage_two, plan
from tests.shell.checks import every_fault
from tests.shell.robot import Robot
from tests.windows import PaperDesk

FRIDAY = date(2026, 5, 22)


class Reader:
    def __init__(self):
        self.heard = []

    def read_aloud(self, text):
        self.heard.append(text)

    def be_quiet(self):
        self.heard.append("")


@pytest.fixture
def desk():
    made = PaperDesk()
    made.reader = Reader()
    return made


@pytest.fixture
def home(runner):
    engage_two(runner)
    plan(runner, FRIDAY, "9-1", ADA)
    plan(runner, FRIDAY, "14-16", SAM)
    return runner


@pytest.fixture
def robot(qtbot, home, today, desk):
    return Robot(
        qtbot,
        PublishScreen(lambda view: PublishPresenter(view, home, today=today, now=lambda: NOW, desk=desk)),
    )


def lead(robot):
    return robot._screen.findChild(QLabel, "lead").text()


def test_published_told_changed_and_told_again(robot, home, desk):
    assert robot.title() == "Tell my PAs, 18 May to 14 June 2026"
    assert lead(robot).startswith("2 shifts are not published yet")
    assert robot.rows("not published yet")[0] == ["Ada Okonkwo", "New", "", "Friday 22 May, 9am to 1pm"]
    robot.press("publish")
    assert robot.result().startswith("Published")
    assert not robot.can_press("publish")
    assert robot.rows("who knows what")[0] == ["Ada Okonkwo", "1", "1 thing to tell", ""]
    robot.pick(0, "who knows what").press("copy message")
    assert desk.copied == ["Hello Ada. These are your shifts:\n\nFriday 22 May: 9am to 1pm"]
    robot.activate(0, "who knows what").fill_form(how="message").press("keep")
    assert robot.result() == "Kept. Ada Okonkwo has been told by message."
    assert robot.rows("who knows what")[0][2:] == ["Knows all of it", "by message, 21 May 2026"]
    assert robot.rows("what was published")[0][1:] == [
        "18 May to 14 June 2026",
        "2",
        "Told: Ada Okonkwo by message, 21 May 2026. Not yet: Sam Tremaine.",
    ]
    home.run(change_shift, shift_id=1, plan=replace(home.read(find_shift, 1), span=span_from_text("10-2")))
    robot.press("publish").pick(0, "who knows what").press("copy message")
    assert "Changed: Friday 22 May, 9am to 1pm, is now 10am to 2pm." in desk.copied[-1]
    robot.pick(0, "who knows what").press("not told")
    assert robot.result().startswith("Taken back")
    assert lead(robot) == "All is published. Not told yet: Ada Okonkwo, Sam Tremaine."


def test_a_file_for_the_phone_is_saved(robot, desk):
    robot.press("publish").pick(0, "who knows what").press("save calendar")
    ((name, content),) = desk.saved.items()
    assert name == "Shifts of Ada Okonkwo, 18 May to 14 June 2026.ics"
    assert content.startswith(b"BEGIN:VCALENDAR")
    assert "Some phones leave a shift in" in robot.result()


def test_papers_are_made_shown_printed_and_saved(robot, desk, home):
    robot.press("make paper")
    assert robot.problem().startswith("No shift is published")
    robot.press("publish").choose("size of the paper", "A3 large").press("make paper")
    papers = robot._screen.findChild(Papers)
    assert "Who comes" in papers.words
    robot.press("print paper").choose("whom the paper is for", "1").press("make paper").press("save paper")
    assert list(desk.printed) == ["Rota, 18 May to 14 June 2026"]
    assert list(desk.saved) == ["Shifts of Ada Okonkwo, 18 May to 14 June 2026.pdf"]
    assert robot.text_of("size of the paper") == "A4"
    plan(home, FRIDAY, "17-18", ADA)
    assert papers.place == ""
    robot.choose("whom the paper is for", "").press("make paper")
    assert robot.result() == (
        "The paper shows what is published. 1 shift is not published yet. Publish, then tell your PAs."
    )


def test_other_days(robot):
    robot.press("choose days").fill_form(first_day="soon").press("keep")
    assert robot.error_of("first day")
    robot.fill_form(first_day="22 5 2026", last_day="21 5 2026").press("keep")
    assert "comes before" in robot.error_of("last day")
    robot.fill_form(last_day="22 5 2026").press("keep")
    assert robot.title() == "Tell my PAs, 22 May 2026"
    robot.press("choose days").fill_form(first_day="1 6 2026", last_day="7 6 2026").press("keep")
    assert lead(robot) == "No PA is down for these days. Lay out the rota first."


@pytest.fixture
def week(qtbot, home, desk):
    journey = Journey()
    clock = [NOW]
    presenters = []

    def present(view):
        presenters.append(MyWeekPresenter(view, home, now=lambda: clock[0], go_to=journey.go_to, desk=desk))
        return presenters[0]

    robot = Robot(qtbot, MyWeekScreen(present))
    robot.clock, robot.places, robot.presenter = clock, journey.places, presenters[0]
    return robot


def words(robot):
    return [label.text() for label in robot._screen.findChildren(QLabel) if label.isVisible()]


def test_my_week_says_who_comes_in_words(week, home):
    assert "Tomorrow, Friday 22 May" in words(week)
    assert "Ada Okonkwo comes from 9 in the morning until 1 in the afternoon." in words(week)
    assert any(each.startswith("Nobody comes today. If you need somebody") for each in words(week))
    plan(home, TODAY, "14-16")
    assert "Nobody is down from 2 in the afternoon until 4 in the afternoon." in words(week)
    week.press("find somebody")
    assert week.places == [Place("cover", 3)]


def test_another_day_begins_by_the_clock_of_the_program(week):
    week.presenter.look_at_the_clock()
    assert "Today, Thursday 21 May" in words(week)
    week.clock[0] = NOW + timedelta(days=1, hours=-8)
    assert "Today, Thursday 21 May" in words(week)
    week._screen._clock.timeout.emit()
    assert "Today, Friday 22 May" in words(week)
    assert "Today, Thursday 21 May" not in words(week)


def test_it_is_read_aloud_until_it_is_left(week, desk):
    week.press("read aloud").press("stop reading")
    assert desk.reader.heard[0].startswith("Today, Thursday 21 May. Nobody comes today.")
    assert desk.reader.heard[1] == ""
    week._screen.hide()
    assert len(desk.reader.heard) == 3


def test_without_a_voice_it_says_why_nothing_is_read(qtbot, home):
    screen = MyWeekScreen(
        lambda view: MyWeekPresenter(view, home, now=lambda: NOW, go_to=Journey().go_to, desk=PaperDesk())
    )
    robot = Robot(qtbot, screen)
    assert not robot.can_press("read aloud")
    assert any("no voice" in each for each in words(robot))
    screen._presenter.read_aloud()


def test_it_is_printed_and_saved(week, desk):
    week.press("print page").press("save page")
    assert list(desk.printed) == ["My week, 21 May 2026"]
    assert week.result() == "Saved: My week, 21 May 2026.pdf."


@pytest.mark.parametrize("size", [100, 200])
def test_everyone_can_tell_their_pas(robot, looks, size):
    looks.set_size(size)
    assert every_fault(robot._screen) == []
    robot.press("publish").pick(0, "who knows what").press("make paper")
    assert every_fault(robot._screen) == []


@pytest.mark.parametrize("size", [100, 200])
def test_everyone_can_see_their_week(week, looks, size):
    looks.set_size(size)
    assert every_fault(week._screen) == []
