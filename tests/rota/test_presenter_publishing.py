"""Telling the PAs, and My week: what is allowed, and what is said when something goes wrong."""

from datetime import date

import pytest

from pa_manager.rota.model import ToldBy
from pa_manager.rota.operations import note_told, publish
from pa_manager.rota.presenter.my_week import MyWeekPresenter
from pa_manager.rota.presenter.publishing import PublishPresenter
from pa_manager.shell.desk import CannotUseFile
from pa_manager.values.days import Period
from tests.conftest import NOW
from tests.places import Journey
from tests.rota.household import ADA, SAM, engage_two, plan
from tests.windows import PaperDesk

FRIDAY = date(2026, 5, 22)
FULL = "There is no room there. Choose another folder."


class PaperView:
    """Keeps what it was last told, by the name of the method."""

    def __init__(self):
        self.shown = {}

    def __getattr__(self, name):
        def keep(*args, **kwargs):
            self.shown[name] = kwargs or (args[0] if args else True)

        return keep


class FullDesk(PaperDesk):
    def save_file(self, name, content):
        raise CannotUseFile(FULL)

    def print_pdf(self, name, pdf):
        raise CannotUseFile(FULL)


class Nowhere(PaperDesk):
    def save_file(self, name, content):
        return None


@pytest.fixture
def home(runner):
    engage_two(runner)
    plan(runner, FRIDAY, "9-1", ADA)
    return runner


@pytest.fixture
def view():
    return PaperView()


@pytest.fixture
def make(home, view, today):
    return lambda desk: PublishPresenter(view, home, today=today, now=lambda: NOW, desk=desk)


def test_with_nobody_picked_nothing_happens(make, view):
    desk = PaperDesk()
    presenter = make(desk)
    assert view.shown["allow_telling"] == {"picked": False, "news": False, "told": False}
    for act in ("copy_message", "save_calendar", "tell", "take_back", "print_paper", "save_paper"):
        getattr(presenter, act)()
    presenter.keep_told({"how": "message"})
    presenter.choose_reader("")
    presenter.choose_print("A4")
    assert not desk.copied
    assert not desk.saved
    assert not {"open_told", "show_result", "show_problem"} & set(view.shown)


def test_a_full_folder_is_said(make, view):
    presenter = make(FullDesk())
    presenter.publish()
    presenter.pick(view.shown["show_people"][0])
    presenter.make_paper()
    for act in (presenter.save_calendar, presenter.save_paper, presenter.print_paper):
        view.shown.pop("show_problem", None)
        act()
        assert view.shown["show_problem"] == FULL


def test_who_leaves_the_dialog_has_saved_nothing(make, view):
    presenter = make(Nowhere())
    presenter.publish()
    view.shown.pop("show_result")
    presenter.pick(view.shown["show_people"][0])
    presenter.save_calendar()
    assert "show_result" not in view.shown


def test_who_was_told_meanwhile_is_not_told_twice(make, view, home):
    presenter = make(PaperDesk())
    presenter.publish()
    person = view.shown["show_people"][0]
    home.run(note_told, assistant_id=ADA, how=ToldBy.PAPER, at=NOW)
    presenter.pick(person)
    presenter.keep_told({"how": "message"})
    assert view.shown["show_form_problem"].startswith("Nothing that is published is new to Ada")


def test_a_paper_for_who_is_not_down_any_more_goes_back_to_the_wall(make, view, home):
    plan(home, FRIDAY, "14-16", SAM)
    presenter = make(PaperDesk())
    presenter.publish()
    presenter.choose_print("A3 large")
    presenter.choose_reader(str(SAM))
    assert [key for key, _words in view.shown["show_prints"]] == ["A4", "A4 large"]
    for number in (ADA, SAM):
        home.run(note_told, assistant_id=number, how=ToldBy.PAPER, at=NOW)
    presenter.keep_days({"first": "1 6 2026", "last": "7 6 2026"})
    assert view.shown["show_readers"] == [("", "Everybody, on the wall")]
    assert len(view.shown["show_prints"]) == 4


def test_other_subjects_leave_it_alone(make, view, home):
    presenter = make(PaperDesk())
    presenter.close()
    view.shown.clear()
    home.run(publish, days=Period(FRIDAY, FRIDAY), at=NOW)
    assert not view.shown


def test_my_week_on_a_full_disk_or_left_is_said_or_nothing(home, view):
    for desk, said in ((FullDesk(), FULL), (Nowhere(), None)):
        view.shown.clear()
        presenter = MyWeekPresenter(view, home, now=lambda: NOW, go_to=Journey().go_to, desk=desk)
        presenter.save_page()
        assert view.shown.get("show_problem") == said
        assert "show_result" not in view.shown
        presenter.close()
