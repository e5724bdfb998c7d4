"""Cover and the call list, without Qt."""

import pytest

from pa_manager.cover.model import Tier
from pa_manager.cover.operations import list_contacts, list_events
from pa_manager.cover.presenter.call_list import CallListPresenter
from pa_manager.cover.presenter.gaps import CoverPresenter
from pa_manager.rota.operations import remove_shift
from pa_manager.values.tasks import Place
from tests.conftest import TODAY
from tests.cover.household import AT, tell
from tests.places import Journey

SICK = {"assistant": "1", "kind": "sickness", "first": "21 5 2026", "last": "22 5 2026", "note": "Flu"}
CONTACT = {
    "tier": "council",
    "assistant": "",
    "name": "Duty line",
    "phone": "01632 960999",
    "will_do": "",
    "per_hour": "",
    "agreed_on": "",
    "checked_on": "",
}


class PaperView:
    """A view on paper: it remembers what it was last asked to show."""

    problem = result = form_problem = ""
    opened = None
    closed = 0
    pointed_out = None

    def __getattr__(self, name):
        if name.startswith("open_"):
            return lambda *told: setattr(self, "opened", (name.removeprefix("open_"), *told))
        raise AttributeError(name)

    def set_lead(self, lead):
        self.lead = lead

    def show_gaps(self, lines):
        self.gaps = list(lines)

    def pick_gap(self, number):
        self.pointed_out = number

    def show_options(self, options):
        self.options = list(options)

    def allow_asking(self, listed, others):
        self.can_ask = (listed, others)

    def show_events(self, lines):
        self.events = list(lines)

    def show_calls(self, calls):
        self.calls = list(calls)

    def allow_closing(self, allowed):
        self.can_close = allowed

    def show_contacts(self, contacts, today):
        self.contacts, self.today = list(contacts), today

    def allow_changes(self, allowed):
        self.can_change = allowed

    def close_form(self):
        self.closed += 1

    def show_form_errors(self, errors):
        self.errors = dict(errors)

    def show_form_problem(self, message):
        self.form_problem = message

    def show_problem(self, message):
        self.problem = message

    def show_result(self, message):
        self.result = message


@pytest.fixture
def view():
    return PaperView()


@pytest.fixture
def journey():
    return Journey()


@pytest.fixture
def cover(view, runner, today, journey):
    tell(runner)
    return CoverPresenter(view, runner, journey.go_to, today=today, now=lambda: AT)


@pytest.fixture
def sick(cover, view):
    cover.keep_event(SICK)
    return cover


@pytest.fixture
def call_list(view, runner, today):
    tell(runner)
    return CallListPresenter(view, runner, today=today)


def test_when_all_is_well(cover, view, journey):
    assert view.lead == "Every shift of the next 14 days has somebody."
    assert (view.gaps, view.options, view.events, view.calls) == ([], [], [], [])
    assert (view.can_ask, view.can_close) == ((False, False), False)
    for act in (cover.ask, cover.ask_other, cover.close_this):
        act()
    assert view.opened is None
    cover.go_to_call_list()
    assert journey.places == [Place("cover", screen="call_list")]


def test_somebody_cannot_come(cover, view):
    cover.cannot_come()
    name, assistants, texts = view.opened
    assert (name, assistants) == ("cannot_come", (("1", "Ada Okonkwo"), ("2", "Sam Tremaine")))
    assert texts == {"kind": "sickness", "first": "2026-05-21"}
    cover.keep_event(SICK)
    assert view.lead == "2 shifts have nobody yet. Pick one to see who could come."
    assert view.result.startswith("Kept. Pick each shift")
    assert view.pointed_out == 1
    assert [line.findings for line in view.gaps] == [("Ada Okonkwo cannot come: Flu.",)] * 2


def test_all_that_is_wrong_is_said_at_once(cover, view):
    cover.keep_event({**SICK, "assistant": "", "first": "", "last": ""})
    assert view.errors.keys() == {"assistant", "first"}
    cover.keep_event({**SICK, "last": "20 5 2026"})
    assert view.errors.keys() == {"last"}
    cover.keep_event({**SICK, "first": "1 6 2026", "last": ""})
    assert view.form_problem == "Ada Okonkwo has no shifts on 1 June 2026. Choose other days."
    assert view.closed == 0


def test_asking_in_order_until_somebody_says_yes(sick, view):
    sick.pick(view.gaps[0])
    assert [option.name for option in view.options] == [
        "Ada Okonkwo",
        "Sam Tremaine",
        "Rowena Pellow",
        "Brightway Homecare",
    ]
    assert view.can_ask == (False, True)
    sick.pick_option(view.options[2])
    assert view.can_ask == (True, True)
    sick.ask()
    assert view.opened[1:3] == ("What Rowena Pellow said", "Thu 21 May, 9am to 1pm. Not lifting")
    sick.keep_answer({"answer": "no", "note": "Away"})
    assert view.result == "Kept in the log."
    assert len(view.gaps) == 2
    sick.pick(view.gaps[0])
    sick.pick_option(view.options[3])
    sick.ask()
    assert view.opened[2] == "Thu 21 May, 9am to 1pm. Phone: 01632 960700."
    sick.keep_answer({"answer": "yes", "note": ""})
    assert view.result == "Kept. Brightway Homecare has Thu 21 May, 9am to 1pm."
    assert view.lead == "1 shift has nobody yet. Pick it to see who could come."
    assert (view.events[0].calls, str(view.events[0].cost)) == (2, "£98.00")


def test_somebody_who_is_not_on_the_list(sick, view):
    sick.pick(view.gaps[0])
    sick.ask_other()
    assert view.opened[:2] == ("other", "Somebody else for Thu 21 May, 9am to 1pm")
    sick.keep_other({"name": "", "answer": "yes", "note": ""})
    assert view.errors == {"name": "The name is missing. Type who was asked."}
    sick.keep_other({"name": "Mrs Hale next door", "answer": "yes", "note": ""})
    assert view.result == "Kept. Mrs Hale next door has Thu 21 May, 9am to 1pm."


def test_what_the_operation_refuses_is_said_in_the_form(sick, view, runner):
    gap = view.gaps[0]
    sick.pick(gap)
    option = view.options[1]
    runner.run(remove_shift, shift_id=gap.shift.id)
    sick.pick(gap)
    assert view.problem == "That shift is no longer on the rota."
    sick.pick_option(option)
    sick.keep_answer({"answer": "yes", "note": ""})
    assert view.form_problem == "That shift is no longer on the rota."


def test_the_log_of_a_time_of_cover_and_closing_it(sick, view):
    sick.pick(view.gaps[0])
    sick.pick_option(view.options[2])
    sick.keep_answer({"answer": "no_answer", "note": ""})
    sick.pick_event(view.events[0])
    assert view.can_close
    assert [call.contact for call in view.calls] == ["Rowena Pellow"]
    sick.close_this()
    assert view.opened == ("closing", "Close the cover for Ada Okonkwo, 21 to 22 May 2026", {"lesson": ""})
    sick.keep_closing({"lesson": "Ask sooner"})
    assert view.events[0].event.lesson == "Ask sooner"
    assert view.gaps[0].shift.day == TODAY


def test_a_form_left_open_on_nothing_keeps_nothing(cover, view, runner):
    cover.keep_answer({"answer": "yes", "note": ""})
    cover.keep_other({"name": "Mrs Hale", "answer": "yes", "note": ""})
    cover.keep_closing({"lesson": "x"})
    assert (view.closed, runner.read(list_events)) == (0, ())


def test_a_gap_is_pointed_out(cover, view):
    cover.point_out(7)
    assert view.pointed_out == 7


def test_the_call_list_and_what_wants_checking(call_list, view):
    assert view.lead == "3 people have said that they would come. 1 was not asked for 6 months or more."
    assert [contact.name for contact in view.contacts] == ["Sam Tremaine", "Rowena Pellow", "Brightway Homecare"]
    for act in (call_list.change, call_list.check, call_list.remove):
        act()
    assert view.opened is None
    call_list.pick(view.contacts[2])
    assert view.can_change
    call_list.check()
    assert view.result == "Kept. Brightway Homecare was last checked on 21 May 2026."
    assert view.lead == "3 people have said that they would come."
    call_list.pick(view.contacts[2])
    call_list.remove()
    assert view.result.startswith("Brightway Homecare is off the call list.")
    call_list.pick(view.contacts[1])
    call_list.remove()
    assert view.lead == "1 person has said that they would come."


def test_an_empty_call_list(view, runner, today):
    CallListPresenter(view, runner, today=today)
    assert view.lead.startswith("Who would come if somebody cannot?")


def test_adding_somebody(call_list, view, runner):
    call_list.add()
    name, title, assistants, texts, keep = view.opened
    assert (name, title, len(assistants)) == ("contact", "Add somebody to the call list", 2)
    assert texts == {"tier": Tier.FAMILY, "agreed_on": "2026-05-21", "checked_on": "2026-05-21"}
    keep({**CONTACT, "name": " ", "per_hour": "lots", "agreed_on": "soon", "checked_on": "then"})
    assert view.errors.keys() == {"name", "per_hour", "agreed_on", "checked_on"}
    keep(CONTACT)
    assert view.closed == 1
    assert runner.read(list_contacts)[-1].phone == "01632 960999"
    keep({**CONTACT, "assistant": "2", "name": ""})
    assert view.form_problem == "Sam Tremaine is on the call list already. Change that line instead."


def test_changing_somebody(call_list, view, runner):
    call_list.pick(view.contacts[2])
    call_list.change()
    _, title, _, texts, keep = view.opened
    assert (title, texts["per_hour"], texts["assistant"]) == ("Change Brightway Homecare", "£24.50", "")
    keep({**texts, "per_hour": "26"})
    assert str(runner.read(list_contacts)[2].per_hour) == "£26.00"
    call_list.pick(None)
    keep(texts)
    assert view.closed == 1
    call_list.pick(view.contacts[0])
    call_list.change()
    assert (view.opened[3]["name"], view.opened[3]["assistant"]) == ("", "2")


def test_what_cannot_be_done_is_said(call_list, view, runner):
    picked = view.contacts[2]
    call_list.pick(picked)
    call_list.remove()
    call_list.pick(picked)
    call_list.check()
    assert view.problem == "That person is no longer on the call list."
