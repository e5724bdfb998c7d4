"""The holder screen, without Qt."""

from datetime import date

import pytest

from pa_manager.file.running import Changes
from pa_manager.holder.model import SupporterRole
from pa_manager.holder.operations import add_supporter, find_holder, keep_holder, list_supporters
from pa_manager.holder.presenter.people import NOBODY, HolderPresenter, References
from tests.places import Journey
from tests.windows import PaperDesk

JEAN = {
    "name": "Jean Pellow",
    "known_as": "",
    "nation": "england",
    "born_on": "2 9 1953",
    "address": "4 Mill Lane",
    "reference": "",
    "phone": "",
    "email": "",
    "communication": "Large print",
}
ROWENA = {
    "name": "Rowena Pellow",
    "role": "suitable_person",
    "may_do": "Pays wages.",
    "phone": "",
    "email": "",
    "first": "1 3 2024",
    "last": "",
}


class PaperView:
    """A view on paper: it remembers what it was last asked to show."""

    def __init__(self):
        self.texts, self.errors, self.problem, self.result, self.closed, self.title = None, {}, "", "", 0, ""

    def set_lead(self, lead):
        self.lead = lead

    def show_holder(self, details):
        self.details = dict(details)

    def show_photo(self, content, name):
        self.photo = (content, name)

    def allow_photo(self, choose, take_away):
        self.photo_acts = (choose, take_away)

    def show_supporters(self, lines):
        self.lines = lines

    def allow_change(self, allowed):
        self.can_change = allowed

    def open_holder(self, texts):
        self.texts = texts

    def open_supporter(self, title, texts, keep):
        self.title, self.texts, self.keep = title, texts, keep

    def close_form(self):
        self.closed += 1

    def show_form_errors(self, errors):
        self.errors = dict(errors)

    def show_form_problem(self, message):
        self.problem = message

    def show_problem(self, message):
        self.problem = message

    def show_result(self, message):
        self.result = message


@pytest.fixture
def view():
    return PaperView()


@pytest.fixture
def presenter(view, runner, today):
    return HolderPresenter(view, runner, today=today, go_to=Journey().go_to, files=PaperDesk())


def test_at_first_nobody_is_named(presenter, view):
    assert view.lead == NOBODY
    assert view.details == {}
    presenter.change_holder()
    assert view.texts == {"nation": "england"}


def test_the_holder_typed_in_is_kept_and_shown(presenter, view):
    presenter.keep(JEAN)
    assert view.result == "Kept. Jean Pellow holds the direct payment."
    assert view.closed == 1
    assert view.lead == "Jean Pellow holds the direct payment and is the employer."
    assert view.details == {
        "Full name": "Jean Pellow",
        "Lives in": "England",
        "Date of birth": "2 September 1953",
        "Address": "4 Mill Lane",
        "How we understand one another": "Large print",
    }


def test_the_form_of_the_holder_is_filled_with_what_can_be_kept_again(presenter, view, runner):
    presenter.keep(JEAN)
    before = runner.read(find_holder)
    presenter.change_holder()
    presenter.keep(view.texts)
    assert runner.read(find_holder) == before


def test_all_that_is_wrong_is_said_at_once_and_nothing_is_kept(presenter, view):
    presenter.keep({**JEAN, "name": " ", "born_on": "22 5 2026", "email": "jean"})
    assert view.errors.keys() == {"name", "born_on", "email"}
    assert view.errors["born_on"] == "22 May 2026 has not come yet. Check the year of birth."
    assert (view.closed, view.lead) == (0, NOBODY)


def test_somebody_who_helps_is_kept_and_can_be_changed(presenter, view, runner):
    presenter.add()
    assert view.texts == {"role": "suitable_person"}
    view.keep(ROWENA)
    assert view.result == "Kept. Rowena Pellow is one of those who help."
    assert not view.can_change

    presenter.pick(view.lines[0])
    assert view.can_change
    presenter.change()
    assert (view.title, view.texts["first"]) == ("Change Rowena Pellow", "2024-03-01")
    view.keep({**view.texts, "role": "family"})
    assert view.result == "Kept. The details of Rowena Pellow are changed."
    assert [each.role for each in runner.read(list_supporters)] == [SupporterRole.FAMILY]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"email": "@"}, "email"),
        ({"first": "soon"}, "first"),
        ({"last": "29 2 2024"}, "last"),
        ({"last": "30 2 2024"}, "last"),
    ],
)
def test_what_is_wrong_with_a_supporter_stands_beside_the_field(presenter, view, wrong, field):
    presenter.add()
    view.keep({**ROWENA, **wrong})
    assert view.errors.keys() == {field}
    assert (view.closed, view.lines) == (0, [])


def test_a_refusal_is_said_in_the_form(presenter, view, runner):
    presenter.add()
    view.keep(ROWENA)
    presenter.pick(view.lines[0])
    presenter.change()
    runner.undo()
    view.keep(ROWENA)
    assert view.problem == "That person is no longer in the file."


def test_whoever_does_not_help_now_stands_last(presenter, view, runner):
    runner.run(add_supporter, name="Bea Lang", role=SupporterRole.ULO_WORKER, last=date(2025, 12, 31))
    runner.run(add_supporter, name="Rowena Pellow", role=SupporterRole.SUITABLE_PERSON)
    assert [line.supporter.name for line in view.lines] == ["Rowena Pellow", "Bea Lang"]


def test_nothing_picked_nothing_opened(presenter, view, runner):
    presenter.change()
    presenter.close()
    runner.run(keep_holder, name="Jean Pellow")
    assert (view.texts, view.lead) == (None, NOBODY)


def test_each_reference_with_a_funder_is_shown(view, runner, today):
    told = References(read=lambda _work: (("Midshire", "DP 48213"), ("NHS", "")), drawn_from=Changes.of("funding"))
    runner.run(keep_holder, name="Jean Pellow")
    HolderPresenter(view, runner, today=today, go_to=Journey().go_to, files=PaperDesk(), references=told)
    assert view.details["Reference with Midshire"] == "DP 48213"
    assert "Reference with NHS" not in view.details
    view.details = {}
    runner.run(lambda work: (keep_holder(work, name="Jean"), Changes.of("funding"))[1])
    assert view.details["Reference with Midshire"] == "DP 48213"
