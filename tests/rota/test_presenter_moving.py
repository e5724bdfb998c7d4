"""What is done to a shift where it stands, without Qt."""

from datetime import date, timedelta

import pytest

from pa_manager.assistants.operations import keep_photo
from pa_manager.rota.model import Who
from pa_manager.rota.operations import lay_pattern, list_patterns, list_shifts, make_pattern
from pa_manager.rota.presenter import RotaPresenter
from pa_manager.values.days import Period
from tests.paper.test_photos import picture
from tests.rota.household import ADA, MONDAY, NEXT_WEEK, SAM, WEEK, engage_two, plan
from tests.rota.test_presenter import PaperView

TUESDAY = MONDAY + timedelta(days=1)


class WalkingView(PaperView):
    """A view whose user comes to the cell that is picked, as in the grid."""

    presenter = None

    def pick_cell(self, week, who, column):
        super().pick_cell(week, who, column)
        if self.presenter is not None:
            self.presenter.arrive(week, who, column)


@pytest.fixture
def view():
    return WalkingView()


@pytest.fixture
def presenter(view, runner, today):
    engage_two(runner)
    plan(runner, MONDAY, "9-1", ADA, note="Key")
    plan(runner, MONDAY, "10pm-7am", SAM, kind="sleep_in")
    view.presenter = RotaPresenter(view, runner, today=today, go_to=view.went.append)
    view.presenter.arrive(0, Who(ADA), 0)
    return view.presenter


def shifts(view):
    return [(line.assistant, f"{line.shift.day:%a}", str(line.shift.span)) for line in view.lines]


NIGHT = ("Sam Tremaine", "Mon", "10pm to 7am")


def test_moved_to_the_week_before_and_handed_over(presenter, view, runner):
    presenter.move(-1)
    assert (view.title, view.cell) == ("Rota, 11 to 17 May 2026", (0, Who(ADA), 6))
    assert view.done == "Moved: Sun 17 May, 9am to 1pm, Ada Okonkwo."
    presenter.hand_over(-1)
    assert view.done == "Moved: Sun 17 May, 9am to 1pm, Nobody yet."
    presenter.hand_over(-1)
    assert view.done == "Nobody stands there to hand it to."
    runner.undo()
    runner.undo()
    presenter.this_week()
    assert shifts(view) == [("Ada Okonkwo", "Mon", "9am to 1pm"), NIGHT]


@pytest.mark.parametrize(
    ("act", "span"),
    [
        (lambda presenter: presenter.nudge(-1), "8.45am to 12.45pm"),
        (lambda presenter: presenter.stretch("end", 2), "9am to 1.30pm"),
        (lambda presenter: presenter.stretch("start", 1), "9.15am to 1pm"),
    ],
)
def test_by_quarters_of_an_hour(presenter, view, runner, act, span):
    act(presenter)
    assert shifts(view)[0] == ("Ada Okonkwo", "Mon", span)
    assert view.chip == view.lines[0].shift.id
    runner.undo()
    assert shifts(view)[0][2] == "9am to 1pm"


def test_what_cannot_be_is_said_and_changes_nothing(presenter, view, runner):
    presenter.stretch("end", -16)
    assert view.done.startswith("A shift is 15 minutes or longer.")
    presenter.pull(view.lines[1].shift.id, "end", 60)
    assert view.done.startswith("A shift is shorter than a day and a night.")
    presenter.arrive(0, Who(ADA), 3)
    presenter.move(1)
    assert view.done == "There is no shift in this cell. To start one, type its times."
    plan(runner, date(2026, 3, 28), "1am-2am", ADA)
    presenter.go_to_day({"day": "23 3 2026"})
    presenter.arrive(0, Who(ADA), 5)
    presenter.move(1)
    assert view.done.startswith("No time passes from 1am to 2am")
    assert view.problem == ""


def test_what_would_come_of_pulling_is_said_before(presenter, view):
    number = view.lines[0].shift.id
    assert presenter.say_pull(number, "end", 2) == "Mon 18 May, 9am to 1.30pm: 4:30 hours"
    assert presenter.say_pull(number, "start", 20).startswith("A shift is 15 minutes or longer.")


def test_dragged_to_another_cell_or_copied_there(presenter, view):
    presenter.drop(view.lines[0].shift.id, 0, Who(SAM), 2, stays=False)
    assert shifts(view) == [NIGHT, ("Sam Tremaine", "Wed", "9am to 1pm")]
    presenter.drop(view.lines[1].shift.id, 0, Who(), 3, stays=True)
    assert shifts(view)[1:] == [("Sam Tremaine", "Wed", "9am to 1pm"), ("Nobody yet", "Thu", "9am to 1pm")]
    assert (view.lines[2].shift.note, view.cell) == ("Key", (0, Who(), 3))


def test_cut_and_copied_by_keys(presenter, view):
    presenter.paste()
    assert view.done.startswith("No shift is copied yet.")
    presenter.copy_shift()
    assert view.done == "Noted: Mon 18 May, 9am to 1pm. One like it is planned in the cell where you press Ctrl+V."
    presenter.arrive(0, Who(SAM), 4)
    presenter.paste()
    presenter.copy_shift(cut=True)
    presenter.arrive(0, Who(ADA), 5)
    presenter.paste()
    assert shifts(view) == [("Ada Okonkwo", "Mon", "9am to 1pm"), NIGHT, ("Ada Okonkwo", "Sat", "9am to 1pm")]


def test_a_night_is_in_hand_on_the_morning_after(presenter, view):
    night = view.lines[1].shift.id
    presenter.arrive(0, Who(SAM), 1)
    assert view.here == (
        "Sam Tremaine, Tue 19 May",
        ["From the night before: 10pm to 7am, Sleep-in, 9:00 hours. Not published yet."],
    )
    presenter.hold(night)
    presenter.stretch("end", 1)
    assert shifts(view)[1] == ("Sam Tremaine", "Mon", "10pm to 7.15am")
    assert view.cell == (0, Who(SAM), 0)


def test_only_this_one_and_then_all_later_ones(presenter, view, runner):
    runner.run(make_pattern, name="Weeks", first=MONDAY, weeks=1)
    runner.run(lay_pattern, pattern_id=runner.read(list_patterns)[0].id, days=Period(WEEK.first, NEXT_WEEK.last))
    presenter.change_later_too()
    assert view.done.startswith("Change a shift of weeks that repeat first.")
    presenter.move(1)
    assert view.more
    assert view.done.endswith("Only this one of its pattern is other now.")
    presenter.change_later_too()
    assert view.done == "All later ones of its pattern follow: Tue 19 May, 9am to 1pm, Ada Okonkwo."
    assert not view.more
    later = runner.read(list_shifts, days=NEXT_WEEK)
    assert [(f"{line.shift.day:%a}", str(line.shift.span)) for line in later if line.shift.assistant_id == ADA] == [
        ("Tue", "9am to 1pm")
    ]
    runner.undo()
    assert runner.read(list_shifts, days=NEXT_WEEK)[0].shift.day == NEXT_WEEK.first


@pytest.mark.parametrize(
    ("way", "title"),
    [
        ("day", "Rota, 21 May 2026"),
        ("two_weeks", "Rota, 18 to 31 May 2026"),
        ("month", "Rota, 1 to 31 May 2026"),
    ],
)
def test_from_a_day_to_a_month(presenter, view, way, title):
    presenter.show(way)
    presenter.this_week()
    assert view.title == title
    presenter.later()
    presenter.earlier()
    assert view.title == title


def test_days_beyond_the_month_are_not_shown(presenter, view):
    presenter.show("month")
    presenter.go_to_day({"day": "1 6 2026"})
    assert view.title == "Rota, 1 to 30 June 2026"
    last = view.grid.row(4, Who(ADA))
    assert [cell.beyond for cell in last.cells] == [False, False, *[True] * 5]
    presenter.earlier()
    assert view.title == "Rota, 1 to 31 May 2026"


def test_photos_are_shown_once_they_are_kept(presenter, view, runner):
    assert view.photos == {}
    runner.run(keep_photo, assistant_id=SAM, content=picture((60, 40)))
    assert list(view.photos) == [SAM]
    runner.undo()
    assert view.photos == {}
