"""The screens of the returns, without Qt."""

from datetime import date

import pytest

from pa_manager.file.work import NotFound
from pa_manager.funding.model import ReturnLine, StreamId
from pa_manager.returns.model import Details, Finding, ReturnId, ReturnState, Section, SummaryRow
from pa_manager.returns.operations import (
    change_return,
    check_return,
    find_return,
    list_adjustments,
    list_returns,
    remove_return,
)
from pa_manager.returns.presenter.returns import EMPTY, ReturnsPresenter
from pa_manager.returns.presenter.statement import NO_LINES, Allowed, StatementPresenter
from pa_manager.spending.operations import add_transaction
from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money
from pa_manager.values.tasks import Place
from tests.places import Journey
from tests.returns.household import SUMMER, THE_RETURN, TODAY, draft_the_return, send_the_return, tell_the_spring
from tests.spending.household import ACCOUNT, CLOSING, SPRING


class PaperForm:
    """What every form does, on paper."""

    def __init__(self):
        self.problem = self.result = self.form_problem = ""
        self.errors = {}
        self.form_open = False
        self.paper = None

    def set_lead(self, lead):
        self.lead = lead

    def close_form(self):
        self.form_open = False

    def show_form_errors(self, errors):
        self.errors = dict(errors)

    def show_form_problem(self, message):
        self.form_problem = message

    def show_problem(self, message):
        self.problem = message

    def show_result(self, message):
        self.result = message

    def _open(self, texts, keep):
        self.form_open, self.texts, self.keep = True, dict(texts), keep


class ReturnsOnPaper(PaperForm):
    def show_returns(self, returns):
        self.returns = list(returns)

    def allow_opening(self, allowed):
        self.can_open = allowed

    def allow_removing(self, allowed):
        self.can_remove = allowed

    def open_start(self, texts, streams, keep):
        self.streams = list(streams)
        self._open(texts, keep)


class StatementOnPaper(PaperForm):
    def set_title(self, title):
        self.title = title

    def show_figures(self, figures):
        self.figures = figures

    def show_state(self, tone, sentence, way_out):
        self.state = (tone, sentence, way_out)

    def show_findings(self, findings):
        self.findings = list(findings)

    def show_summary(self, rows):
        self.rows = {row.words: row for row in rows}

    def show_lines(self, sentence, lines):
        self.behind, self.lines = sentence, list(lines)

    def show_adjustments(self, adjustments):
        self.adjustments = list(adjustments)

    def show_paper(self, pdf):
        self.paper = pdf

    def hide_paper(self):
        self.paper = None

    def allow(self, allowed):
        self.allowed = allowed

    def open_period(self, texts, streams, keep):
        self.streams = list(streams)
        self._open(texts, keep)

    def open_details(self, texts, keep):
        self._open(texts, keep)

    def open_sending(self, texts, keep):
        self._open(texts, keep)

    def open_adjustment(self, lines, keep):
        self.choices = list(lines)
        self._open({}, keep)


class DeskOnPaper:
    def __init__(self):
        self.saved, self.printed, self.place = {}, {}, "the desk"

    def save_file(self, name, content):
        self.saved[name] = content
        return self.place

    def print_pdf(self, name, pdf):
        self.printed[name] = pdf


class JammedDesk:
    def save_file(self, _name, _content):
        raise NoRoom("There is no room. Choose another folder.")

    def print_pdf(self, _name, _pdf):
        raise NoRoom("The printer is out of paper. Fill it, then print again.")


class NoRoom(UserError):
    """Nothing fits any more."""


@pytest.fixture
def jean(runner):
    tell_the_spring(runner)
    return runner


@pytest.fixture
def journey():
    return Journey()


@pytest.fixture
def desk():
    return DeskOnPaper()


# The list


@pytest.fixture
def view():
    return ReturnsOnPaper()


@pytest.fixture
def listed(view, jean, journey):
    return ReturnsPresenter(view, jean, today=lambda: TODAY, go_to=journey.go_to)


def test_without_a_return_it_says_what_one_is_for(listed, view):
    assert (view.lead, view.returns) == (EMPTY, [])
    assert not view.can_open


def test_a_return_is_started_for_any_days_and_opened(listed, view, journey):
    listed.start()
    assert view.texts == {"first": "1 4 2026", "last": "23 6 2026", "stream": ""}, "12 weeks to the first check"
    assert view.streams == [("", "The whole account"), ("1", "Midshire County Council")]
    view.keep({"first": "1 4 2026", "last": "8 6 2026", "stream": "1"})
    assert not view.form_open
    assert view.result == "Started. The return for 1 April to 8 June 2026 is filled in from your records."
    assert view.returns[0].scope == "Midshire County Council"
    assert journey.places == [Place("returns", THE_RETURN, screen="statement")]


def test_what_has_nothing_to_do_with_returns_leaves_the_list_alone(listed, view, jean):
    del view.returns
    jean.run(add_transaction, account_id=ACCOUNT, day=SPRING.last, amount=Money(-100), party="Porter Chemist")
    assert not hasattr(view, "returns")


def test_the_next_return_begins_the_day_after_the_last(listed, view, jean):
    draft_the_return(jean)
    listed.start()
    assert view.texts["first"] == "9 6 2026"


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (("", "8 6 2026"), {"first"}),
        (("31 4 2026", "x"), {"first", "last"}),
        (("8 6 2026", "1 4 2026"), {"last"}),
    ],
)
def test_what_is_wrong_with_the_days_is_said_beside_them(listed, view, jean, typed, wrong):
    listed.start()
    view.keep({"first": typed[0], "last": typed[1], "stream": ""})
    assert view.errors.keys() == wrong
    assert view.form_open
    assert jean.read(list_returns) == ()


def test_days_that_are_covered_already_are_refused_in_words(listed, view, jean):
    draft_the_return(jean)
    listed.start()
    view.keep({"first": "1 6 2026", "last": "30 6 2026", "stream": ""})
    assert view.form_problem.startswith("There is a return for 1 April to 8 June 2026 already.")
    assert view.form_open


def test_the_lead_says_what_waits(listed, view, jean):
    draft_the_return(jean)
    draft_the_return(jean, SUMMER)
    assert view.lead == "Waiting to be sent: the return for 1 April to 8 June 2026, due on 6 July 2026."
    jean.run(
        change_return, return_id=THE_RETURN, stream_id=None, period=SPRING, details=Details(due_on=date(2026, 7, 3))
    )
    assert view.lead.endswith("8 June 2026, due on 3 July 2026.")
    send_the_return(jean)
    jean.run(remove_return, return_id=ReturnId(2))
    assert view.lead == "The last return went up to 8 June 2026. None is waiting."


def test_a_draft_can_be_opened_or_thrown_away_and_a_sent_one_only_opened(listed, view, jean, journey):
    draft_the_return(jean)
    listed.pick(view.returns[0])
    assert (view.can_open, view.can_remove) == (True, True)
    listed.open()
    assert journey.places == [Place("returns", THE_RETURN, screen="statement")]
    send_the_return(jean)
    sent = view.returns[0]
    listed.pick(sent)
    assert (view.can_open, view.can_remove) == (True, False)
    listed.remove()
    assert view.problem.startswith("This return was sent on 10 June 2026")


def test_a_draft_thrown_away_is_gone(listed, view, jean):
    draft_the_return(jean)
    listed.pick(view.returns[0])
    listed.remove()
    assert view.returns == []
    assert view.result == "Thrown away: the return for 1 April to 8 June 2026. Undo brings it back."


def test_with_nothing_picked_nothing_is_opened_or_thrown_away(listed, view, jean, journey):
    draft_the_return(jean)
    listed.open()
    listed.remove()
    assert (journey.places, len(view.returns)) == ([], 1)


# One return


@pytest.fixture
def page():
    return StatementOnPaper()


@pytest.fixture
def statement(page, jean, journey, desk):
    draft_the_return(jean)
    presenter = StatementPresenter(page, jean, today=lambda: TODAY, go_to=journey.go_to, desk=desk)
    presenter.open(THE_RETURN)
    return presenter


def test_before_a_return_is_opened_nothing_can_be_done(page, jean, journey, desk):
    presenter = StatementPresenter(page, jean, today=lambda: TODAY, go_to=journey.go_to, desk=desk)
    assert page.allowed == Allowed()
    for act in (presenter.refresh, presenter.change_period, presenter.change_details, presenter.check, presenter.send):
        act()
    for act in (presenter.adjust, presenter.show_paper, presenter.print_paper, presenter.save_paper):
        act()
    assert not page.form_open
    assert (desk.saved, desk.printed, page.paper) == ({}, {}, None)


def test_a_return_says_where_it_stands(statement, page):
    assert page.title == "Return for 1 April to 8 June 2026"
    assert page.lead == "For the whole account: £5,144.70 came in and £4,404.66 went out."
    assert page.figures.closing == CLOSING
    assert page.state == (
        "warn",
        "A council would ask about 3 things.",
        "Put them right, or say in the notes why they are so.",
    )
    assert page.allowed == Allowed(change=True, check=True)
    assert (page.behind, page.lines) == (NO_LINES, [])


def test_a_return_that_is_gone_says_so(statement, page):
    statement.open(ReturnId(9))
    assert page.problem == "That return is no longer in the file."
    assert page.allowed == Allowed()


def test_every_figure_shows_the_payments_behind_it(statement, page, journey):
    statement.show_behind(page.rows["Taxis, outings and activities"])
    assert page.behind == "Taxis, outings and activities: £18.80. 2 payments stand behind it."
    assert [line.amount for line in page.lines] == [Money(-940), Money(-940)]
    statement.show_behind(page.rows["Refund"])
    assert page.behind == "Refund: £49.50. 1 payment stands behind it."
    statement.go_to_line(page.lines[0])
    assert journey.places == [Place("spending", 18)]


def test_behind_the_opening_balance_stands_what_came_before(statement, page):
    statement.show_behind(page.rows["Balance at the start, 1 April 2026"])
    assert page.behind == "Balance at the start, 1 April 2026: £1,842.17. No payments stand behind it."


def test_a_figure_without_payments_says_so(statement, page):
    statement.show_behind(page.rows["Left over (surplus)"])
    assert page.lines == []
    assert page.behind.endswith("No payments stand behind it.")


def test_what_is_owed_leads_to_pay(statement, journey):
    row = SummaryRow(section=Section.PURPOSE, words="Less wages", amount=NIL, figure="owed")
    statement.show_behind(row)
    assert journey.places == [Place("pay")]


def test_what_is_asked_leads_to_where_it_is_put_right(statement, page, journey):
    statement.go_to_finding(page.findings[0])
    assert journey.places == [page.findings[0].place]
    here = Finding(text="", way_out="", place=Place("returns", THE_RETURN, screen="statement"))
    statement.go_to_finding(here)
    assert page.form_open
    other = Finding(text="", way_out="", place=Place("returns", 5, screen="statement"))
    statement.go_to_finding(other)
    assert journey.places[-1] == other.place


def test_the_figures_follow_the_records(statement, page, jean):
    statement.show_behind(page.rows["Balance at the end"])
    before = len(page.lines)
    jean.run(add_transaction, account_id=ACCOUNT, day=SPRING.last, amount=Money(-100), party="Porter Chemist")
    assert page.figures.closing == CLOSING - Money(100)
    assert len(page.lines) == before + 1


def test_days_money_and_due_day_are_changed(statement, page, jean):
    statement.change_period()
    assert page.texts == {"first": "1 4 2026", "last": "8 6 2026", "stream": "", "due_on": ""}
    page.keep({"first": "1 4 2026", "last": "30 4 2026", "stream": "1", "due_on": "28 5 2026"})
    found = jean.read(find_return, return_id=THE_RETURN)
    assert (found.period.last, found.stream_id, found.details.due_on) == (
        date(2026, 4, 30),
        StreamId(1),
        date(2026, 5, 28),
    )
    assert page.lead.startswith("For Midshire County Council:")
    assert page.lead.endswith("It is due on 28 May 2026.")


def test_days_that_cannot_be_are_said_beside_their_fields(statement, page):
    statement.change_period()
    page.keep({"first": "1 4 2026", "last": "30 3 2026", "stream": "", "due_on": "soon"})
    assert page.errors.keys() == {"last", "due_on"}
    assert page.form_open


def test_what_is_said_on_the_return_is_kept(statement, page, jean):
    statement.change_details()
    assert (page.texts["completed_by"], page.texts["ring_fenced"], page.texts["reserve_weeks"]) == (
        "Rowena Pellow",
        "",
        "",
    )
    page.keep(
        {
            **page.texts,
            "notes": " Two taxis on one day. ",
            "helped_by": "Priya Nair",
            "reserve_weeks": "4",
            "planned_saving": "£100",
            "saving_for": "Hoist",
        }
    )
    details = jean.read(find_return, return_id=THE_RETURN).details
    assert (details.notes, details.helped_by, details.reserve_weeks, details.planned_saving) == (
        "Two taxis on one day.",
        "Priya Nair",
        4,
        Money(10000),
    )
    statement.change_details()
    assert (page.texts["planned_saving"], page.texts["reserve_weeks"]) == ("£100.00", "4")


def test_sums_that_cannot_be_read_are_said_beside_their_fields(statement, page):
    statement.change_details()
    page.keep({**page.texts, "ring_fenced": "lots", "reserve_weeks": "a few"})
    assert page.errors.keys() == {"ring_fenced", "reserve_weeks"}


def test_a_return_is_checked_then_sent_and_then_stays(statement, page, jean):
    statement.check()
    assert page.allowed == Allowed(change=True, send=True)
    assert page.state[1] == "Checked."
    assert page.state[2].endswith("A council may still ask about 3 things.")
    statement.send()
    assert page.texts == {"sent_on": "10 6 2026"}
    page.keep({"sent_on": "yesterday"})
    assert page.errors.keys() == {"sent_on"}
    page.keep({"sent_on": "9 6 2026"})
    assert page.allowed == Allowed(adjust=True)
    assert page.state[:2] == ("good", "Sent on 9 June 2026.")
    assert page.findings == []
    assert jean.read(find_return, return_id=THE_RETURN).state is ReturnState.SENT
    page.form_open = False
    statement.change_details()
    assert not page.form_open


def test_a_refusal_is_said_in_words(statement, page, jean):
    statement.send()
    page.keep({"sent_on": "9 6 2026"})
    assert page.form_problem.startswith("This return has not been checked yet.")
    jean.run(remove_return, return_id=THE_RETURN)
    statement.check()
    assert page.problem == "That return is no longer in the file."


def test_nothing_left_to_ask_is_said_so(page, runner, journey, desk):
    draft_the_return(runner)
    presenter = StatementPresenter(page, runner, today=lambda: TODAY, go_to=journey.go_to, desk=desk)
    presenter.open(THE_RETURN)
    assert page.state[1] == "A council would ask about 1 thing."
    runner.run(
        change_return, return_id=THE_RETURN, stream_id=None, period=SPRING, details=Details(completed_by="Jean Pellow")
    )
    assert page.state[:2] == ("good", "There is nothing that a council would ask about.")
    presenter.check()
    assert page.state[2] == "Print it, sign it, and mark it as sent when it is on its way."


def test_a_sent_return_is_adjusted_with_a_reason(statement, page, jean):
    send_the_return(jean)
    statement.adjust()
    assert ("agency", "Care agency or provider") in page.choices
    page.keep({"line": "agency", "amount": "some", "why": " "})
    assert page.errors.keys() == {"amount", "why"}
    page.keep({"line": "agency", "amount": "-12.50", "why": "A credit note came late."})
    (adjustment,) = jean.read(list_adjustments, return_id=THE_RETURN)
    assert (adjustment.line, adjustment.amount) == (ReturnLine.AGENCY, Money(-1250))
    assert page.adjustments == [adjustment]


def test_the_paper_is_shown_printed_and_saved(statement, page, jean, desk):
    assert page.paper is None
    statement.show_paper()
    assert page.paper.startswith(b"%PDF")
    draft = page.paper
    jean.run(check_return, return_id=THE_RETURN, on=TODAY)
    assert page.paper != draft
    statement.print_paper()
    assert desk.printed == {"Return 1 April to 8 June 2026": page.paper}
    statement.save_paper()
    statement.show_paper(large=True)
    assert page.paper != desk.printed["Return 1 April to 8 June 2026"]
    statement.save_paper()
    assert list(desk.saved) == ["Return 1 April to 8 June 2026.pdf", "Return 1 April to 8 June 2026, large print.pdf"]
    assert page.result == "Saved as the desk."


def test_saving_that_was_thought_better_of_says_nothing(statement, page, desk):
    desk.place = None
    statement.save_paper()
    assert page.result == ""


def test_a_desk_that_refuses_is_heard(page, jean, journey):
    draft_the_return(jean)
    presenter = StatementPresenter(page, jean, today=lambda: TODAY, go_to=journey.go_to, desk=JammedDesk())
    presenter.open(THE_RETURN)
    presenter.save_paper()
    assert page.problem.startswith("There is no room.")
    presenter.print_paper()
    assert page.problem.startswith("The printer is out of paper.")


def test_another_return_begins_without_a_paper(statement, page, jean):
    statement.show_paper()
    draft_the_return(jean, SUMMER)
    statement.open(ReturnId(2))
    assert page.paper is None


def test_a_paper_of_no_return_is_refused(page, jean, journey, desk):
    presenter = StatementPresenter(page, jean, today=lambda: TODAY, go_to=journey.go_to, desk=desk)
    with pytest.raises(NotFound):
        presenter._paper()
