"""Documents filed with a PA, and forgetting who has left, through the screens."""

from datetime import date

import pytest

from pa_manager.assistants.operations import engage_assistant, list_assistants
from pa_manager.assistants.presenter.documents import NOBODY, DocumentsPresenter
from pa_manager.assistants.presenter.forgetting import NOBODY as NOBODY_LEFT
from pa_manager.assistants.presenter.forgetting import ForgettingPresenter
from pa_manager.assistants.screen.documents import DocumentsScreen
from pa_manager.assistants.screen.forgetting import ForgettingScreen
from pa_manager.shell.desk import CannotUseFile
from tests.assistants.robot import DocumentsRobot, ForgettingRobot
from tests.assistants.test_operations import ADA, TERMS
from tests.assistants.test_operations_forgetting import LATER, UNUSUAL, _told
from tests.windows import PaperDesk


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def documents(qtbot, runner, today, desk):
    runner.run(engage_assistant, particulars=ADA, terms=TERMS)
    return DocumentsRobot(
        qtbot, DocumentsScreen(lambda view: DocumentsPresenter(view, runner, today=today, files=desk))
    )


def test_a_document_is_filed_with_the_usual_day_and_told_why(documents, desk):
    assert documents.lead().endswith("Nothing is deleted by itself.")
    documents.press("add")
    assert documents.form is None, "nothing was chosen"
    desk.to_open.append(("payslip.txt", b"net pay"))
    documents.press("add").choose("what it is", "pay").fill_form(day_it_is_about="30 4 2026").press("keep")
    assert documents.documents() == [["payslip.txt", "Payslip, P45, tax", "30 April 2026", "Until 5 April 2030", ""]]
    assert "Income Tax (PAYE) Regulations 2003, reg. 97" in documents.result()
    documents.pick(0, "documents").press("save document")
    assert desk.saved == {"payslip.txt": b"net pay"}


def test_what_is_known_is_changed_and_it_is_deleted_on_purpose(documents, desk):
    desk.to_open.append(("letter.txt", b"dear"))
    documents.press("add").fill_form(what_to_call_it="").press("keep")
    assert documents.error_of("what_to_call_it").startswith("The name is missing.")
    documents.fill_form(what_to_call_it="Letter").press("keep")
    documents.pick(0, "documents").press("change").fill_form(last_day_to_keep_it="1 5 2026").press("keep")
    assert documents.documents()[0][3] == "Over since 1 May 2026"
    assert documents.lead() == "1 document. The time of 1 is over: delete it, or set a later day."
    documents.press("delete").press("keep")
    assert documents.documents() == []
    assert documents.result() == "Deleted for good: Letter."


def test_an_empty_file_and_one_that_cannot_be_read_are_said(documents, desk, monkeypatch):
    desk.to_open.append(("empty.pdf", b""))
    documents.press("add").press("keep")
    assert documents.problem() == "empty.pdf is empty. Choose another file."
    documents.press("leave")

    def fail(*_asked):
        raise CannotUseFile("That could not be read. Copy it to this computer and try again.")

    monkeypatch.setattr(desk, "open_file", fail)
    documents.press("add")
    assert documents.problem().startswith("That could not be read.")


def test_nobody_to_file_with(qtbot, runner, today, desk):
    robot = DocumentsRobot(
        qtbot, DocumentsScreen(lambda view: DocumentsPresenter(view, runner, today=today, files=desk))
    )
    assert robot.lead() == NOBODY
    assert not robot.can_press("add")


def _forgetting(qtbot, runner, day):
    return ForgettingRobot(qtbot, ForgettingScreen(lambda view: ForgettingPresenter(view, runner, today=lambda: day)))


def test_a_part_is_forgotten_now_and_all_on_purpose(qtbot, runner):
    _told(runner)
    robot = _forgetting(qtbot, runner, date(2026, 6, 1))
    assert robot.lead() == f"{UNUSUAL} left on 30 April 2026. More may go from 1 May 2028 on."
    assert robot.kept()["Right to work, and agreeing to long weeks"] == "Must be kept until 30 April 2028"
    robot.press("forget some").press("keep")
    assert robot.kept()["DBS, references, training and other checks"] == "Nothing there"
    robot.press("forget all").press("keep")
    assert robot.problem().startswith("Some of it must be kept still.")
    robot.choose("i know what must be kept, and let it go all the same", "yes").press("keep")
    assert robot.result() == "Forgotten. Figures stand under “A former PA” from now on."
    assert [each.name for each in runner.read(list_assistants)] == ["A former PA"]
    robot.press("forget some").press("keep")
    assert robot.problem().startswith("They were forgotten before.")


def test_once_the_time_is_over_nothing_more_is_asked(qtbot, runner):
    _told(runner)
    robot = _forgetting(qtbot, runner, LATER)
    assert robot.lead().endswith("Nothing of it must be kept any more but figures.")
    robot.press("forget all").press("keep")
    assert robot.result().startswith("Forgotten.")


def test_nobody_has_left(qtbot, runner):
    robot = _forgetting(qtbot, runner, LATER)
    assert robot.lead() == NOBODY_LEFT
    assert not robot.can_press("forget some")
