"""The funding screen, without Qt."""

from datetime import date

import pytest

from pa_manager.funding.operations import list_one_offs, list_streams
from pa_manager.funding.presenter.money import EMPTY, FundingPresenter
from pa_manager.values.money import Money
from pa_manager.values.tasks import Place
from tests.places import Journey

COUNCIL = {
    "funder": "Midshire County Council",
    "kind": "council",
    "name": "",
    "reference": "DP 0048213",
    "weekly": "424.60",
    "contribution": "53",
    "mode": "net",
    "schedule": "four_weekly",
    "timing": "advance",
    "first": "1 4 2026",
    "first_payment_on": "",
    "last": "",
    "closed_days": "as_it_falls",
    "keep_weeks": "8",
}
RAMP = {"purpose": "A ramp", "amount": "1250", "expected_on": "12 6 2026", "stream": "1"}


class PaperView:
    """A view on paper: it remembers what it was last asked to show."""

    def __init__(self):
        self.texts, self.errors, self.problem, self.result, self.closed, self.picked = None, {}, "", "", 0, None

    def set_lead(self, lead):
        self.lead = lead

    def show_streams(self, lines):
        self.streams = lines

    def pick_stream(self, number):
        self.picked = number

    def show_payments(self, stream, payments):
        self.whose, self.payments = stream, payments

    def show_rest(self, shown):
        self.rest = shown

    def show_agreed(self, lines):
        self.agreed = lines

    def show_one_offs(self, lines):
        self.one_offs = lines

    def allow_stream_changes(self, allowed):
        self.can_change = allowed

    def allow_agreed_changes(self, allowed):
        self.can_correct = allowed

    def allow_one_off_changes(self, allowed):
        self.can_change_one_off = allowed

    def open_stream(self, texts):
        self.texts = texts

    def open_details(self, title, texts, keep):
        self.title, self.texts, self.keep = title, texts, keep

    def open_amount(self, title, texts, keep):
        self.title, self.texts, self.keep = title, texts, keep

    def open_contribution(self, title, texts, keep):
        self.title, self.texts, self.keep = title, texts, keep

    def open_one_off(self, title, streams, texts, keep):
        self.title, self.choices, self.texts, self.keep = title, streams, texts, keep

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
    return FundingPresenter(view, runner, today=today, go_to=journey.go_to)


@pytest.fixture
def funded(presenter):
    """The council's direct payment."""
    presenter.keep_new(COUNCIL)
    return presenter


def _stream(runner):
    return runner.read(list_streams)[0]


def test_at_first_nobody_pays(presenter, view):
    assert view.lead == EMPTY
    assert (view.can_change, view.rest) == (False, False)
    presenter.add()
    assert (view.texts["schedule"], view.texts["timing"]) == ("four_weekly", "advance")


def test_what_was_agreed_is_kept_and_the_calendar_shown(funded, view):
    assert view.result == "Kept. The next payment is £1,486.40 on Wednesday 27 May 2026."
    assert view.lead == "Next, Midshire County Council pays £1,486.40 on Wednesday 27 May 2026."
    assert (len(view.payments), view.payments[0].due_on) == (13, date(2026, 5, 27))
    assert [(str(line.weekly), line.words) for line in view.agreed] == [
        ("£424.60", "Agreed sum"),
        ("£53.00", "Your contribution"),
    ]
    assert (view.picked, view.rest) == (1, True)


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"funder": " "}, {"funder"}),
        ({"first": ""}, {"first"}),
        ({"last": "31 3 2026"}, {"last"}),
        ({"keep_weeks": "some"}, {"keep_weeks"}),
        ({"timing": "arrears"}, {"first_payment_on"}),
        ({"weekly": "lots", "contribution": "-1", "first": "31 4 2026"}, {"weekly", "contribution", "first"}),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_is_kept(presenter, view, wrong, fields):
    presenter.keep_new({**COUNCIL, **wrong})
    assert view.errors.keys() == fields
    assert (view.streams, view.closed) == ([], 0)


@pytest.mark.parametrize(
    ("changed", "result"),
    [
        ({"weekly": ""}, "Kept. Say next how much Midshire County Council comes to a week."),
        ({"last": "10 5 2026"}, "Kept. No more payments from Midshire County Council are due."),
        ({"contribution": "500"}, "Kept. Your contribution is as large as the sum agreed, so nothing is paid."),
    ],
)
def test_what_follows_from_what_was_kept_is_said(presenter, view, changed, result):
    presenter.keep_new({**COUNCIL, **changed})
    assert view.result == result


def test_money_that_has_ended_is_not_due(presenter, view):
    presenter.keep_new({**COUNCIL, "last": "10 5 2026"})
    assert view.lead == "No money is due in the next year."
    assert (view.streams[0].next_payment, view.payments) == (None, ())


def test_the_details_are_filled_with_what_can_be_kept_again(funded, view, runner):
    before = _stream(runner)
    funded.change()
    assert view.title == "Change Midshire County Council"
    view.keep(view.texts)
    assert _stream(runner) == before
    view.keep({**view.texts, "timing": "arrears", "first_payment_on": "8 5 2026", "last": "1 3 2027", "keep_weeks": ""})
    after = _stream(runner)
    assert (after.in_advance, after.first_payment_on, after.keep_weeks) == (False, date(2026, 5, 8), None)
    funded.change()
    assert (view.texts["timing"], view.texts["last"], view.texts["keep_weeks"]) == ("arrears", "2027-03-01", "")
    view.keep({**view.texts, "funder": ""})
    assert view.errors.keys() == {"funder"}


def test_a_new_sum_holds_from_its_day(funded, view, runner):
    funded.new_amount()
    assert view.texts == {}
    view.keep({"weekly": "430", "from_day": "7 9 2026"})
    assert [str(line.weekly) for line in view.agreed] == ["£430.00", "£424.60", "£53.00"]
    assert [str(p.from_funder) for p in view.payments[2:5]] == ["£1,486.40", "£1,493.35", "£1,508.00"]


def test_a_new_contribution_is_paid_as_the_old_one_was(funded, view):
    funded.new_contribution()
    assert view.texts == {"mode": "net"}
    view.keep({"weekly": "60", "from_day": "27 5 2026", "mode": "gross"})
    assert view.payments[0].from_funder == Money(169840)


def test_the_first_sums_hold_from_the_first_day(presenter, view):
    presenter.keep_new({**COUNCIL, "weekly": "", "contribution": ""})
    presenter.new_amount()
    assert view.texts == {"from_day": "2026-04-01"}
    presenter.new_contribution()
    assert view.texts == {"from_day": "2026-04-01"}


@pytest.mark.parametrize("which", [0, 1], ids=["sum", "contribution"])
def test_a_sum_is_put_right_and_taken_back(funded, view, which, runner):
    before = _stream(runner)
    funded.pick_agreed(view.agreed[which])
    assert view.can_correct
    funded.correct()
    assert view.texts["from_day"] == "2026-04-01"
    view.keep({**view.texts, "weekly": "99", "from_day": "2 4 2026"})
    (line,) = [line for line in view.agreed if line.weekly == Money(9900)]
    assert (line.from_day, len(view.agreed)) == (date(2026, 4, 2), 2)

    funded.pick_agreed(line)
    funded.take_back()
    assert view.result == "Taken back: £99.00 a week from 2 April 2026. Undo brings it back."
    assert (len(view.agreed), view.can_correct) == (1, False)
    runner.undo()
    runner.undo()
    assert _stream(runner) == before


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"weekly": ""}, "weekly", "The sum is missing."),
        ({"weekly": "lots"}, "weekly", "This is not an amount"),
        ({"from_day": ""}, "from_day", "The day is missing."),
        ({"from_day": "31 3 2026"}, "from_day", "This money runs from 1 April 2026 on."),
        ({"weekly": "-430"}, "weekly", "This amount is below nil."),
    ],
)
def test_what_is_wrong_with_a_sum_stands_beside_its_field(funded, view, wrong, field, said):
    for opening in (funded.new_amount, funded.new_contribution):
        opening()
        view.keep({"weekly": "430", "from_day": "7 9 2026", "mode": "net", **wrong})
        assert view.errors.keys() == {field}
        assert view.errors[field].startswith(said)
    assert len(view.agreed) == 2


def test_one_off_payments_are_kept_changed_and_taken_out(funded, view, runner):
    funded.add_one_off()
    assert (view.choices, view.texts) == ([("1", "Midshire County Council")], {"stream": "1"})
    view.keep(RAMP)
    assert view.result == "Kept. £1,250.00 for A ramp is expected on 12 June 2026."
    funded.pick_one_off(view.one_offs[0])
    funded.change_one_off()
    before = runner.read(list_one_offs)
    view.keep(view.texts)
    assert runner.read(list_one_offs) == before
    funded.pick_one_off(view.one_offs[0])
    funded.remove_one_off()
    assert view.result == "Taken out: £1,250.00 for A ramp. Undo brings it back."
    assert (view.one_offs, view.can_change_one_off) == ([], False)


def test_a_one_off_payment_may_be_what_comes_next(funded, view):
    funded.add_one_off()
    view.keep({**RAMP, "expected_on": "25 5 2026"})
    assert view.lead == "Next, Midshire County Council pays £1,250.00 on Monday 25 May 2026."


def test_all_that_is_wrong_with_a_one_off_payment_is_said_at_once(funded, view):
    funded.add_one_off()
    view.keep({**RAMP, "purpose": "", "amount": "", "expected_on": ""})
    assert view.errors.keys() == {"purpose", "amount", "expected_on"}
    funded.add_one_off()
    view.keep(RAMP)
    funded.pick_one_off(view.one_offs[0])
    funded.change_one_off()
    for amount in ("lots", "-3200"):
        view.keep({**RAMP, "amount": amount})
        assert view.errors.keys() == {"amount"}


def test_what_is_shown_is_of_the_stream_picked_and_stays_so(funded, view):
    funded.keep_new({**COUNCIL, "funder": "Midshire NHS", "contribution": ""})
    assert view.whose.funder == "Midshire County Council"
    funded.pick(view.streams[1])
    assert (view.whose.funder, len(view.agreed)) == ("Midshire NHS", 1)
    funded.new_amount()
    view.keep({"weekly": "430", "from_day": "7 9 2026"})
    assert (view.whose.funder, len(view.agreed), view.picked) == ("Midshire NHS", 2, 2)


def test_a_refusal_is_said_in_the_form(funded, view, runner):
    funded.new_amount()
    runner.undo()
    view.keep({"weekly": "430", "from_day": "7 9 2026"})
    assert view.problem == "That money is no longer in the file."


def test_nothing_picked_nothing_done(funded, view, runner):
    runner.undo()
    funded.pick(None)
    funded.change()
    funded.new_amount()
    funded.new_contribution()
    funded.correct()
    funded.take_back()
    funded.add_one_off()
    funded.change_one_off()
    funded.remove_one_off()
    assert view.texts is None
    funded.close()
    runner.redo()
    assert view.streams == []


def test_the_rules_of_whoever_pays_are_one_step_away(presenter, journey):
    presenter.show_rules()
    assert journey.places == [Place("funding", screen="rules")]


def test_the_same_money_twice_is_refused_beside_the_first_day(presenter, view):
    presenter.keep_new(COUNCIL)
    presenter.keep_new({**COUNCIL, "first": "1 6 2026"})
    assert view.errors.keys() == {"first"}
    assert view.errors["first"].startswith("Midshire County Council is here already, from 1 April 2026 on.")
    assert len(view.streams) == 1
    presenter.keep_new({**COUNCIL, "name": "Night care"})
    assert len(view.streams) == 2


def test_a_payment_moves_when_banks_are_closed(presenter, view):
    presenter.keep_new({**COUNCIL, "first": "28 5 2025", "schedule": "monthly_equal", "closed_days": "before"})
    assert [f"{each.due_on}" for each in view.payments[:8]][1:] == [
        "2026-06-26",
        "2026-07-28",
        "2026-08-28",
        "2026-09-28",
        "2026-10-28",
        "2026-11-27",
        "2026-12-24",
    ]
