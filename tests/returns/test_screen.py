"""The screens of the returns, on Qt."""

import pytest

from pa_manager.returns.presenter.returns import ReturnsPresenter
from pa_manager.returns.presenter.statement import StatementPresenter
from pa_manager.returns.screen.returns import ReturnsScreen
from pa_manager.returns.screen.statement import StatementScreen
from pa_manager.values.tasks import Place
from tests.places import Journey
from tests.returns.household import THE_RETURN, TODAY, draft_the_return, tell_the_spring
from tests.returns.robot import ASKED, BEHIND, FIGURES, ReturnsRobot, StatementRobot
from tests.windows import PaperDesk


@pytest.fixture
def jean(runner):
    tell_the_spring(runner)
    return runner


@pytest.fixture
def journey():
    return Journey()


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def returns(qtbot, jean, journey):
    return ReturnsRobot(
        qtbot, ReturnsScreen(lambda view: ReturnsPresenter(view, jean, today=lambda: TODAY, go_to=journey.go_to))
    )


@pytest.fixture
def statement(qtbot, jean, journey, desk):
    draft_the_return(jean)
    screen = StatementScreen(
        lambda view: StatementPresenter(view, jean, today=lambda: TODAY, go_to=journey.go_to, desk=desk)
    )
    return StatementRobot(qtbot, screen).open(THE_RETURN)


def test_a_return_is_started_and_opened(returns, journey):
    returns.start("1 4 2026", "8 6 2026")
    assert returns.rows() == [["1 April to 8 June 2026", "The whole account", "Draft", ""]]
    returns.activate(0)
    assert journey.places == [Place("returns", THE_RETURN, screen="statement")] * 2


def test_what_is_wrong_with_the_days_stands_beside_them(returns):
    returns.start("1 4 2026", "31 6 2026")
    assert returns.error_of("last day") == "June 2026 has 30 days. Check the day or the month."


def test_a_draft_is_pointed_out_and_thrown_away(returns):
    returns.start("1 4 2026", "8 6 2026")
    assert not returns.can_press("remove")
    returns._screen.point_out(THE_RETURN)
    returns.press("remove")
    assert returns.rows() == []


def test_a_figure_shows_its_payments_and_one_of_them_leads_to_itself(statement, journey):
    assert statement.rows(FIGURES)[0] == ["Balance at the start", "Balance at the start, 1 April 2026", "£1,842.17"]
    statement.look_behind("Taxis, outings and activities")
    assert statement.behind() == "Taxis, outings and activities: £18.80. 2 payments stand behind it."
    assert statement.rows(BEHIND)[0] == ["Tue 12 May", "CITY CARS 4421", "Taxis, outings and activities", "-£9.40", ""]
    statement.activate(0, BEHIND)
    (place,) = journey.places
    assert place.link == "spending"


def test_what_a_council_would_ask_leads_to_where_it_is_put_right(statement, journey):
    assert statement.state().startswith("A council would ask about 3 things.")
    statement.activate(0, ASKED)
    assert journey.places[0].link == "spending"


def test_a_return_goes_from_draft_to_sent_and_is_then_adjusted(statement):
    assert (statement.shows("check"), statement.shows("send"), statement.shows("adjust")) == (True, False, False)
    statement.press("check")
    statement.press("send").press("keep")
    assert statement.state().startswith("Sent on 10 June 2026.")
    assert (statement.shows("details"), statement.shows("adjust")) == (False, True)
    statement.press("adjust").choose("which line", "agency")
    statement.fill_form(by_how_much_it_grows="12.50", why="An invoice came late.").press("keep")
    assert statement.rows("adjusted since it was sent") == [
        ["Care agency or provider", "An invoice came late.", "£12.50"]
    ]


def test_notes_and_days_are_changed_in_forms(statement):
    statement.press("details").fill_form(notes="Two taxis.", weeks_of_money_kept="4").press("keep")
    assert statement.rows(FIGURES)[statement.figure("Less agreed reserve")][2] == "-£1,486.40"
    statement.press("period").fill_form(last_day="30 4 2026", due_on="28 5 2026").press("keep")
    assert statement.title() == "Return for 1 to 30 April 2026"


def test_the_paper_is_shown_in_the_window_printed_and_saved(statement, desk):
    papers = statement._screen._papers
    assert papers.isHidden()
    statement.press("show paper")
    assert not papers.isHidden()
    assert papers.place.startswith("Page 1 of ")
    assert "Jean Pellow" in papers.words
    statement.press("print paper").press("save paper").press("show large").press("save paper")
    assert list(desk.printed) == ["Return 1 April to 8 June 2026"]
    assert len(desk.saved) == 2
