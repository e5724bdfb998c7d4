"""The screens of money in and money out, on Qt."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QTableView

from pa_manager.spending.operations import add_transaction, list_transactions
from pa_manager.spending.presenter import ImportPresenter, SpendingPresenter, StatementPresenter
from pa_manager.spending.screen import ImportScreen, SpendingScreen, StatementScreen
from pa_manager.values.money import Money
from tests.places import Journey
from tests.spending.household import ACCOUNT, open_the_account, sample, tell_everything, tell_the_story
from tests.spending.robot import ImportRobot, SpendingRobot, StatementRobot

JUNE = date(2026, 6, 10)


@pytest.fixture
def files():
    return []


@pytest.fixture
def choose(files):
    return lambda _title, _kinds: files.pop(0) if files else None


@pytest.fixture
def spending(qtbot, runner, choose):
    def show():
        return SpendingRobot(
            qtbot,
            SpendingScreen(
                lambda view: SpendingPresenter(
                    view, runner, Journey().go_to, today=lambda: JUNE, choose_file=choose, save_file=lambda *_: None
                )
            ),
        )

    return show


@pytest.fixture
def importing(qtbot, runner, choose):
    return ImportRobot(
        qtbot,
        ImportScreen(
            lambda view: ImportPresenter(view, runner, Journey().go_to, today=lambda: JUNE, choose_file=choose)
        ),
    )


@pytest.fixture
def agreeing(qtbot, runner):
    tell_the_story(runner)
    runner.run(add_transaction, account_id=ACCOUNT, day=date(2026, 4, 20), amount=Money(-500), party="Cheque")
    return StatementRobot(
        qtbot, StatementScreen(lambda view: StatementPresenter(view, runner, Journey().go_to, today=lambda: JUNE))
    )


def test_the_first_account_is_the_main_act(spending):
    robot = spending()
    assert robot.can_press("open first")
    assert not robot.can_press("import")
    robot.open_account(name="Main", first_day_of_this_record="1 4 2026", opening_balance="1842.17")
    assert robot.result() == "Kept. Now bring in the first bank file."
    assert robot.can_press("import")
    assert not robot.can_press("open first")
    robot.press("change account")
    assert robot.text_of("opening balance") == "£1,842.17"


def test_payments_stand_in_a_table(spending, runner):
    tell_everything(runner)
    robot = spending()
    assert len(robot.payments()) == 26
    assert robot.payments()[0] == [
        "Mon 8 Jun",
        "BRIGHTWAY HOMECARE",
        "Suggested: Care agency or provider",
        "-£1,128.00",
        "£2,582.21",
        "",
        "On the statement",
    ]


def test_a_payment_is_read_out_whole(spending, runner):
    tell_everything(runner)
    robot = spending()
    index = robot._screen.findChild(QTableView, "payments").model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Monday 8 June 2026, BRIGHTWAY HOMECARE, £1,128.00 out, Suggested: Care agency or provider,"
        " balance £2,582.21, on the statement"
    )


def test_suggestions_are_accepted_and_receipts_kept(spending, runner, files):
    tell_everything(runner)
    robot = spending().press("accept")
    assert robot.payments()[0][2:6] == ["Care agency or provider", "-£1,128.00", "£2,582.21", "Missing"]
    files.append(("invoice.pdf", b"%PDF"))
    robot.pick(0, "payments").press("paper").fill_form(name="Invoice 20588", kind_of_paper="invoice").press("keep")
    assert robot.payments()[0][5] == "No. 1"
    robot.choose("show", "paper")
    assert len(robot.payments()) == 7
    robot.pick(0, "payments").press("kept paper").press("keep")
    assert len(robot.payments()) == 6


def test_what_is_typed_narrows_the_list(spending, runner):
    tell_everything(runner)
    robot = spending().type_into("search", "city")
    assert [row[1] for row in robot.payments()] == ["CITY CARS 4421"] * 2
    robot.type_into("search", "").choose("time", "all")
    assert len(robot.payments()) == 26


def test_entering_a_payment_says_what_it_was_for(spending, runner):
    tell_everything(runner)
    robot = spending()
    robot.say_purpose(0, what_for="respite", note="A week away")
    assert robot.payments()[0][2] == "Respite and short breaks"
    robot.pick(0, "payments").press("share")
    robot.fill_form(**{"first part: amount": "1000", "second part: amount": "128"})
    robot.fill_form(**{"second part: what for": "expenses"}).press("keep")
    assert "; " in robot.payments()[0][2]
    assert robot.error_of  # the form is gone, and nothing is amiss
    assert robot.problem() == ""


def test_wages_are_matched_in_a_form_of_ticks(spending, runner):
    tell_everything(runner)
    robot = spending().press("match")
    robot.form.fields["4"].set_text("yes")
    robot.press("keep")
    assert robot.result() == "Kept. 1 wage is matched, and the payslips stay as they are."


def test_a_payment_by_hand_waits(spending, runner):
    tell_everything(runner)
    robot = spending().press("add").fill_form(amount="25", who="Market").press("keep")
    assert robot.payments()[0][1:] == ["Market", "Not said yet", "-£25.00", "£2,557.21", "", "Waiting"]
    robot.pick(0, "payments").press("remove")
    assert robot.payments()[0][1] == "BRIGHTWAY HOMECARE"


def test_a_payment_is_pointed_out(spending, runner):
    tell_everything(runner)
    robot = spending()
    robot._screen.point_out(3)
    assert robot.picked("payments") == 23


def test_a_file_is_chosen_looked_through_and_brought_in(importing, runner, files):
    open_the_account(runner)
    files.append(("starling.csv", sample("layouts/starling.csv")))
    importing.press("choose")
    assert importing.title() == "Bring in starling.csv"
    assert importing.file_rows()[0] == [
        "Taken",
        "Wed 1 Apr",
        "Midshire Cc Adult Sc DP 0048213",
        "£1,486.40",
        "£3,328.57",
        "New",
    ]
    importing.turn(0)
    assert importing.file_rows()[0][0] == "Left"
    importing.pick(0, "rows of the file").press("turn").press("bring in")
    assert importing.result() == "Kept. 26 lines are brought in from starling.csv."
    assert importing.files() == [
        ["starling.csv", "Direct payment account", "1 April to 8 June 2026", "26", "£2,582.21"]
    ]
    importing.pick(0, "files brought in").press("take out")
    assert importing.files() == []


def test_questions_of_a_file_are_ticked(importing, runner, files):
    open_the_account(runner, number_last4="9999")
    files.append(("n34.csv", sample("nasty/n34_other_account.csv")))
    importing.press("choose").press("bring in")
    importing.press("keep")
    assert importing.form is not None
    importing.form.fields["ACCOUNT_MISMATCH"].set_text("yes")
    importing.press("keep")
    assert len(runner.read(list_transactions)) == 5
    importing._screen.point_out(1)


def test_a_refused_file_shows_no_rows(importing, runner, files):
    open_the_account(runner)
    files.append(("scan.pdf", b"%PDF"))
    importing.press("choose")
    assert importing.file_rows() == []
    assert not importing.can_press("bring in")
    files.append(("pending.csv", sample("nasty/n32_pending_rows.csv")))
    importing.press("another")
    assert importing.file_rows()[-1] == ["Left", "", "PORTER CHEMIST 1182", "", "", "Not settled yet."]


def test_a_statement_is_compared_and_agreed(agreeing):
    agreeing.compare(it_ends_with="3864.69")
    assert len(agreeing.listed()) == 11
    assert agreeing.waiting() == [["No", "Mon 20 Apr", "Cheque", "-£5.00"]]
    assert not agreeing.can_press("agree")
    agreeing.activate(0, "typed by hand and waiting")
    assert agreeing.waiting()[0][0] == "Yes"
    agreeing.press("agree")
    assert agreeing.result() == "Kept. The statement of 1 to 30 April 2026 is agreed."
    assert agreeing.rows("statements agreed") == [
        ["1 to 30 April 2026", "Direct payment account", "£1,842.17", "£3,864.69"]
    ]
    agreeing._screen.point_out(1)


def test_a_statement_that_differs_says_so(agreeing):
    agreeing.compare(it_begins_with="1", it_ends_with="3864.69")
    assert not agreeing.can_press("agree")
    agreeing.activate(0, "lines on this statement")
    assert agreeing.can_press("show")


def test_closed_screens_hear_nothing(qapp, runner, choose):
    screen = SpendingScreen(
        lambda view: SpendingPresenter(
            view, runner, Journey().go_to, today=lambda: JUNE, choose_file=choose, save_file=lambda *_: None
        )
    )
    screen.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    open_the_account(runner)
