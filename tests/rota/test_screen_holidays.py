"""The screens of holidays asked for and of notice given, each on Qt and on paper at once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pa_manager.rota.model import ShiftId
from pa_manager.rota.operations import ask_holiday, change_shift, find_shift, list_shifts, remove_shift
from pa_manager.rota.presenter.holidays import HolidaysPresenter
from pa_manager.rota.presenter.log import LogPresenter
from pa_manager.rota.screen.holidays import HolidaysScreen
from pa_manager.rota.screen.log import LogScreen
from pa_manager.shell.pieces.lines import Line
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period
from tests.conftest import TODAY
from tests.rota.household import ADA, NEXT_WEEK, SAM, engage_two, plan
from tests.shell.checks import every_fault
from tests.shell.robot import Robot


class LeadRobot(Robot):
    """Reads the lead of the screen, and the words of a form."""

    def lead(self):
        return self._screen.findChild(Line, "lead").text()

    def form_words(self):
        return " ".join(line.text() for line in self.form.findChildren(Line))


@pytest.fixture
def robot(qtbot, runner, today):
    engage_two(runner)
    plan(runner, NEXT_WEEK.first, "9-1", ADA)
    return LeadRobot(qtbot, HolidaysScreen(lambda view: HolidaysPresenter(view, runner, today=today)))


def asked(robot, who="1", first="25 5 2026", last="27 5 2026", note="By message"):
    return robot.press("ask").fill_form(who=who, first_day=first, last_day=last, note=note).press("keep")


def test_asked_and_agreed_with_gaps(robot, runner):
    assert robot.lead().startswith("Nobody has asked for holiday")
    assert not any(robot.can_press(name) for name in ("agree", "refuse", "take", "remove"))
    asked(robot)
    assert robot.lead().startswith("1 holiday waits for your answer. The law asks you")
    assert robot.rows() == [["Ada Okonkwo", "25 to 27 May 2026", "Asked for", "By message", ""]]
    robot.pick(0).press("agree")
    hint = robot.form.fields["leave_gaps"].first_input.accessibleDescription()
    assert hint == "Ada Okonkwo is down for 1 shift on these days. They become gaps."
    robot.press("keep")
    assert robot.result() == "Agreed. Ada Okonkwo is on holiday then. The shifts are gaps to be covered."
    assert robot.rows()[0][2] == "Agreed"
    assert [line.assistant for line in runner.read(list_shifts, days=NEXT_WEEK)] == ["Nobody yet"]
    assert robot.lead() == "Every holiday asked for is answered."
    robot.pick(0)
    assert not robot.can_press("agree")
    assert not robot.can_press("take")
    assert every_fault(robot._screen) == []


def test_refused_with_its_reason(robot):
    asked(robot, first="1 6 2026", last="")
    robot.pick(0).press("refuse")
    assert "By law" not in robot.form_words()
    robot.press("keep")
    assert robot.problem().startswith("The reason is missing")
    robot.fill_form(why_these_days_cannot_be="Sam is away then").press("keep")
    assert robot.rows()[0][2:] == ["Refused", "By message", "Sam is away then"]
    robot.pick(0).press("remove")
    assert robot.rows() == []


def test_a_late_refusal_says_so(robot, runner):
    runner.run(ask_holiday, assistant_id=SAM, days=Period(TODAY, TODAY + timedelta(days=4)))
    robot.pick(0).press("refuse")
    assert "By law that was to be said by" in robot.form_words()


def test_taken_once_it_is_over(robot):
    asked(robot, first="11 5 2026", last="12 5 2026")
    robot.pick(0).press("agree").press("keep").pick(0).press("take")
    assert (robot.result(), robot.rows()[0][2]) == ("Kept. The holiday is noted as taken.", "Taken")


def test_what_is_amiss_is_said_beside_the_field(robot):
    robot.press("ask").press("keep")
    assert robot.error_of("who")
    assert robot.error_of("first day")
    robot.form.close_form()
    asked(robot)
    asked(robot)
    assert "has asked for holiday, 25 to 27 May 2026. Change the days" in robot.problem()


def test_with_nothing_picked_nothing_is_done(robot, runner, today):
    asked(robot)
    presenter = robot._screen._presenter
    presenter.pick(None)
    for act in (presenter.agree, presenter.refuse, presenter.take, presenter.remove):
        act()
    presenter.keep_agreed({"leave_gaps": ""})
    presenter.keep_refused({"why": "No"})
    assert (robot.form, robot.rows()[0][2]) == (None, "Asked for")
    robot.pick(0)
    presenter.take()
    assert robot.problem() == "This holiday was not agreed. Agree it first."


def test_pointed_out_from_home(robot):
    asked(robot)
    asked(robot, first="1 6 2026", last="")
    robot._screen.point_out(2)
    assert robot.picked() == 1


def test_notice_given(qtbot, runner, today):
    engage_two(runner)
    plan(runner, NEXT_WEEK.first, "9-1", ADA)
    robot = LeadRobot(qtbot, LogScreen(lambda view: LogPresenter(view, runner, today=today)))
    days = (NEXT_WEEK.first - TODAY).days
    assert robot.rows()[0][:3] == ["Mon 25 May, 9am to 1pm", "Ada Okonkwo", "Offered"]
    shift = runner.read(find_shift, ShiftId(1))
    runner.run(change_shift, shift_id=shift.id, plan=replace(shift, span=span_from_text("10-2")))
    assert robot.rows()[0][1:3] == ["Ada Okonkwo", "Changed"]
    assert robot.rows()[0][4] == f"{days} days before"
    runner.run(remove_shift, shift_id=shift.id)
    assert robot.lead().startswith("18 May to 14 June 2026: no changes or cancellations less than a week before.")
    assert every_fault(robot._screen) == []
    robot.press("other days").fill_form(last_day="1 5 2026").press("keep")
    assert "comes before" in robot.error_of("last day")
    robot.fill_form(first_day="1 4 2026").press("keep")
    assert robot.rows() == []
