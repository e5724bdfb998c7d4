"""The PAs screen, without Qt."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.assistants.model import AssistantKind, Leaving, NoticeBy, ShiftKind
from pa_manager.assistants.operations import engage_assistant, find_leaving, list_assistants, part_with_assistant
from pa_manager.assistants.presenter.assistants import AssistantsPresenter
from pa_manager.funding.model import FunderKind, Schedule
from pa_manager.funding.operations import add_stream
from pa_manager.values.money import Money
from pa_manager.values.tasks import Place
from tests.assistants.test_operations import ADA, FIRST, TERMS
from tests.conftest import TODAY
from tests.places import Journey

NEW = {
    "name": "Sam Tremaine",
    "known_as": "Sam",
    "kind": "employed",
    "started_on": "6 4 2026",
    "per_hour": "£13.20",
    "hours": "16",
    "frequency": "four_weekly",
    "periods_from": "",
    "phone": "",
    "email": "",
    "born_on": "",
    "apprentice": "",
    "apprenticeship_began_on": "",
    "relative": "",
    "consent_note": "",
}
TERMS_TEXTS = {
    "from_day": "1 10 2026",
    "hours": "",
    "day": "14",
    "waking_night": "",
    "sleep_in": "65",
    "sleep_in_awake": "14",
    "on_call": "20",
    "on_call_worked": "",
    "training": "",
    "meeting": "",
    "stream": "",
    "backdated": "",
}
PARTING = {"left_on": "", "notice_by": "not_told", "notice_on": "", "earned": "", "taken": ""}


class PaperView:
    """A view on paper: it remembers what it was last asked to show."""

    problem = result = ""
    opened = None
    closed = 0

    def set_lead(self, lead):
        self.lead = lead

    def show_assistants(self, lines):
        self.lines = list(lines)

    def show_terms(self, whose, terms, streams):
        self.whose, self.terms, self.streams = whose, list(terms), dict(streams)

    def allow_changes(self, *, picked, agreed):
        self.can_change, self.agreed = picked, agreed

    def open_engaging(self, texts):
        self.opened = ("engaging", dict(texts))

    def open_details(self, title, texts):
        self.opened = (title, dict(texts))

    def open_terms(self, title, lead, texts, streams):
        self.opened, self.choices = (title, dict(texts)), list(streams)

    def open_rate(self, title, texts, streams):
        self.opened, self.choices = (title, dict(texts)), list(streams)

    def open_agreement(self, title, lead, texts):
        self.opened = (title, dict(texts))

    def show_problem(self, message):
        self.problem = message

    def open_parting(self, title, texts):
        self.opened = (title, dict(texts))

    def close_form(self):
        self.closed += 1

    def show_form_errors(self, errors):
        self.errors = dict(errors)

    def show_form_problem(self, message):
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
def presenter(view, runner, today, journey):
    return AssistantsPresenter(view, runner, today=today, go_to=journey.go_to)


@pytest.fixture
def ada(view, runner, presenter):
    """Ada, engaged and picked."""
    runner.run(engage_assistant, particulars=ADA, terms=TERMS)
    presenter.pick(view.lines[0])


def test_nobody_yet(presenter, view):
    assert view.lead == "Nobody is down as your PA yet."
    assert (view.lines, view.whose, view.can_change) == ([], "", False)
    for act in (presenter.change, presenter.new_terms, presenter.part, lambda: presenter.correct_terms(TERMS)):
        act()
    assert view.opened is None


def test_engaging_whoever_was_typed_in(presenter, view, runner):
    presenter.add()
    assert view.opened == ("engaging", {"kind": AssistantKind.EMPLOYED, "frequency": "four_weekly"})
    presenter.engage(NEW)
    assert (view.errors, view.closed) == ({}, 1)
    assert view.result == "Kept. Sam is one of your PAs from 6 April 2026."
    (sam,) = runner.read(list_assistants)
    assert sam.periods_from == sam.started_on == date(2026, 4, 6)
    assert sam.rate_on(date(2026, 4, 6), ShiftKind.DAY).per_hour == Money(1320)
    assert view.lead == "1 PA works for you."
    assert view.lines[0].paid == "£13.20 an hour"


def test_engaging_before_anything_is_agreed(presenter, view, runner):
    presenter.engage({**NEW, "per_hour": "", "hours": ""})
    presenter.engage({**NEW, "name": "Bea Long", "per_hour": "", "started_on": "1 6 2026"})
    sam, bea = sorted(runner.read(list_assistants), key=lambda each: each.id)
    assert sam.terms == ()
    assert [terms.rates for terms in bea.terms] == [()]
    assert view.lead == "1 PA works for you, 1 starts later."


def test_all_that_is_wrong_is_said_at_once_and_nothing_is_kept(presenter, view, runner):
    presenter.engage({**NEW, "name": " ", "started_on": "", "per_hour": "0", "hours": "169", "born_on": "31 2 1990"})
    assert view.errors.keys() == {"name", "started_on", "per_hour", "hours", "born_on"}
    assert view.errors["hours"].startswith("A week has 168 hours.")
    assert (view.closed, runner.read(list_assistants)) == (0, ())


@pytest.mark.usefixtures("ada")
def test_the_one_picked_can_be_changed(presenter, view, runner):
    assert (view.whose, view.can_change) == ("Ada Okonkwo", True)
    presenter.change()
    title, texts = view.opened
    assert title == "Change Ada Okonkwo"
    presenter.keep_details({**texts, "phone": "01632 960009"})
    (changed,) = runner.read(list_assistants)
    assert changed.phone == "01632 960009"
    assert (changed.born_on, changed.periods_from, changed.terms) == (ADA.born_on, ADA.periods_from, (TERMS,))
    presenter.keep_details({**texts, "started_on": "soon"})
    assert view.errors.keys() == {"started_on"}


@pytest.mark.usefixtures("ada")
def test_new_terms_begin_with_those_that_hold_now(presenter, view, runner):
    presenter.new_terms()
    title, texts = view.opened
    assert title == "Agree new terms with Ada"
    assert {name: text for name, text in texts.items() if text} == {
        "hours": "16:00",
        "day": "£13.20",
        "sleep_in": "£52.00",
        "sleep_in_awake": "£13.20",
    }
    presenter.keep_terms(TERMS_TEXTS)
    (ada,) = runner.read(list_assistants)
    assert [str(rate) for rate in ada.terms[-1].rates] == [
        "£14.00 an hour",
        "£65.00 a shift and £14.00 an hour",
        "£20.00 a shift",
    ]
    assert view.result == "Kept. These terms with Ada hold from 1 October 2026."
    assert [terms.from_day.year for terms in view.terms] == [2026, 2025]
    assert view.lines[0].paid.startswith("£13.20 an hour")


@pytest.mark.usefixtures("ada")
def test_terms_put_right_take_the_place_of_the_old_ones(presenter, view, runner):
    presenter.correct_terms(None)
    assert view.opened is None
    presenter.correct_terms(TERMS)
    title, texts = view.opened
    assert (title, texts["from_day"], texts["backdated"]) == ("Put right the terms with Ada", "2025-04-07", "yes")
    presenter.keep_terms({**texts, "backdated": ""})
    assert view.problem.startswith("Terms that begin on 7 April 2025 are agreed with Ada Okonkwo already.")
    presenter.keep_terms({**texts, "day": "13.50"})
    (ada,) = runner.read(list_assistants)
    assert [str(terms.rates[0]) for terms in ada.terms] == ["£13.50 an hour"]


@pytest.mark.usefixtures("ada")
def test_what_is_wrong_with_terms(presenter, view):
    presenter.keep_terms({**TERMS_TEXTS, "from_day": "", "day": "lots", "sleep_in": "0"})
    assert view.errors.keys() == {"from_day", "day", "sleep_in"}
    assert view.closed == 0


def test_the_first_terms_begin_on_the_first_day(presenter, view):
    presenter.engage({**NEW, "per_hour": "", "hours": ""})
    presenter.pick(view.lines[0])
    presenter.new_terms()
    assert view.opened[1] == {"from_day": "2026-04-06"}


@pytest.mark.usefixtures("ada")
def test_parting_and_staying_after_all(presenter, view):
    presenter.part()
    assert view.opened == ("Part with Ada", PARTING)
    presenter.keep_parting({**PARTING, "left_on": "20 5 2026"})
    assert view.result == "Kept. The last day of Ada is 20 May 2026."
    assert view.lead == "No PAs work for you, 1 has left."
    assert view.lines[0].standing == "Left 20 May 2026"
    presenter.part()
    assert view.opened[1] == {**PARTING, "left_on": "2026-05-20"}
    presenter.keep_parting({**PARTING, "left_on": "20 5"})
    assert view.errors.keys() == {"left_on"}
    presenter.keep_parting({**PARTING, "left_on": "1 1 2020"})
    assert view.problem.startswith("Ada Okonkwo started on 7 April 2025.")
    presenter.keep_parting(PARTING)
    assert view.result == "Kept. Ada stays."


@pytest.mark.usefixtures("ada")
def test_those_who_have_left_come_last(view, runner):
    runner.run(part_with_assistant, assistant_id=FIRST, left_on=date(2026, 5, 20))
    runner.run(engage_assistant, particulars=ADA)
    assert [line.assistant.id for line in view.lines] == [2, 1]


def test_a_form_left_open_on_nobody_keeps_nothing(presenter, view, runner):
    presenter.keep_details(NEW)
    presenter.keep_terms(TERMS_TEXTS)
    presenter.keep_parting(PARTING)
    assert (view.closed, runner.read(list_assistants)) == (0, ())


@pytest.mark.usefixtures("ada")
def test_leading_to_the_file_of_the_one_picked(presenter, view, journey):
    presenter.open_file()
    presenter.open_papers()
    presenter.open_checklist()
    presenter.open_hours()
    presenter.pick(None)
    presenter.open_file()
    presenter.open_papers()
    presenter.open_checklist()
    presenter.open_hours()
    assert journey.places == [
        Place("assistants", FIRST, screen="person"),
        Place("assistants", FIRST, screen="papers"),
        Place("assistants", FIRST, screen="checklist"),
        Place("assistants", FIRST, screen="hours"),
    ]


@pytest.mark.usefixtures("ada")
def test_a_rate_for_some_days(presenter, view, runner):
    presenter.rate_for_days()
    title, texts = view.opened
    assert title == "A rate in the terms with Ada from 7 April 2025"
    typed = {**texts, "per_hour": "16", "per_shift": "", "stream": ""}
    presenter.keep_rate(typed)
    assert view.result == "Kept. Day, Sunday: £16.00 an hour."
    presenter.keep_terms({**TERMS_TEXTS, "day": "14"})
    (ada,) = runner.read(list_assistants)
    assert [rate.on.value for rate in ada.terms[-1].rates] == ["any", "any", "any", "sunday"]
    presenter.pick_terms(ada.terms[0])
    presenter.keep_rate({**typed, "per_hour": ""})
    assert view.result == "Kept. The terms from 7 April 2025 have no rate of their own for it."
    presenter.keep_rate({**typed, "per_hour": "lots"})
    assert view.errors.keys() == {"per_hour"}


@pytest.mark.usefixtures("ada")
def test_pay_below_the_least_is_kept_and_said(presenter, view, runner):
    presenter.keep_terms({**TERMS_TEXTS, "day": "12", "backdated": ""})
    assert view.problem.startswith("Kept, but look at this: £12.00 an hour is below the least")
    assert len(runner.read(list_assistants)[0].terms) == 2


@pytest.mark.usefixtures("ada")
def test_the_contract_is_filled_in_and_carried_on(presenter, view, runner):
    presenter.change_agreement()
    title, texts = view.opened
    assert (title, texts["hours"], texts["your_notice_weeks"]) == ("Contract details of Ada", "not_told", "")
    filled = {
        **texts,
        "hours": "irregular",
        "your_notice_weeks": "4",
        "probation_ends_on": "1 6 2026",
        "holiday": "5.6",
    }
    presenter.keep_agreement({**filled, "their_notice_weeks": "a month", "ends_on": "soon"})
    assert view.errors.keys() == {"their_notice_weeks", "ends_on"}
    presenter.keep_agreement(filled)
    assert view.result == "Kept. The contract details of Ada are changed."
    presenter.keep_terms(TERMS_TEXTS)
    (ada,) = runner.read(list_assistants)
    assert ada.terms[-1].agreement == ada.terms[0].agreement
    presenter.change_agreement()
    assert view.opened[1]["probation_ends_on"] == "2026-06-01"


def test_without_terms_there_is_no_contract_to_change(presenter, view):
    presenter.engage({**NEW, "per_hour": "", "hours": ""})
    presenter.pick(view.lines[0])
    assert (view.can_change, view.agreed) == (True, False)
    view.opened = None
    presenter.rate_for_days()
    presenter.change_agreement()
    assert view.opened is None


@pytest.mark.usefixtures("ada")
def test_how_they_leave(presenter, view, runner):
    typed = {
        "left_on": "30 6 2026",
        "notice_by": "employer",
        "notice_on": "1 6 2026",
        "earned": "",
        "taken": "22:30",
    }
    presenter.keep_parting(typed)
    assert runner.read(find_leaving, FIRST) == Leaving(
        notice_by=NoticeBy.EMPLOYER, notice_on=date(2026, 6, 1), holiday_taken_minutes=1350
    )
    presenter.part()
    assert view.opened[1] == {**typed, "left_on": "2026-06-30", "notice_on": "2026-06-01"}
    presenter.keep_parting({**typed, "notice_on": "1 7 2026", "taken": "lots", "earned": "0"})
    assert view.errors.keys() == {"notice_on", "taken"}


@pytest.mark.usefixtures("ada")
def test_who_pays_is_chosen_for_the_terms_and_for_a_rate_and_is_carried_on(presenter, view, runner):
    for name in ("Direct payment", "Nights"):
        runner.run(
            add_stream,
            funder="Midshire County Council",
            kind=FunderKind.COUNCIL,
            name=name,
            schedule=Schedule.FOUR_WEEKLY,
            first_payment_on=TODAY,
            first=TODAY,
            weekly=Money(424_60),
        )
    presenter.new_terms()
    assert [value for value, _ in view.choices] == ["", "1", "2"]
    presenter.keep_terms({**TERMS_TEXTS, "stream": "1"})
    presenter.rate_for_days()
    assert view.choices[0] == ("", "As these terms say")
    for kind, on in (("sleep_in", "any"), ("day", "sunday")):
        presenter.keep_rate({"kind": kind, "on": on, "per_hour": "", "per_shift": "65", "stream": "2"})
    presenter.new_terms()
    assert view.opened[1]["stream"] == "1"
    presenter.keep_terms({**view.opened[1], "from_day": "1 11 2026", "backdated": ""})
    terms = runner.read(list_assistants)[0].terms[-1]
    assert terms.stream_id == 1
    assert [(rate.called, rate.stream_id) for rate in terms.rates] == [
        ("Day", None),
        ("Sleep-in", 2),
        ("On call", None),
        ("Day, Sunday", 2),
    ]
    assert view.streams["1"].startswith("Midshire County Council")


@pytest.mark.usefixtures("ada")
def test_two_of_one_name_are_told_apart_in_the_list(view, runner):
    runner.run(engage_assistant, particulars=replace(ADA, started_on=date(2026, 5, 1)))
    assert [line.name for line in view.lines] == ["Ada Okonkwo, from 7 April 2025", "Ada Okonkwo, from 1 May 2026"]
