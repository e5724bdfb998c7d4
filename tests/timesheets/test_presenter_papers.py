"""A timesheet on paper and the papers kept with it, without Qt."""

from datetime import date

import pytest

from pa_manager.timesheets.model import EvidenceId, TimesheetId
from pa_manager.timesheets.operations import (
    agree_timesheet,
    make_timesheet,
    read_timesheet_paper,
    remove_timesheet,
    send_timesheet,
)
from pa_manager.timesheets.presenter.papers import NONE_YET, PapersPresenter
from pa_manager.values.errors import UserError
from tests.timesheets.people import ADA, SAM, plan
from tests.windows import PaperDesk

DAY = date(2026, 4, 7)
FIRST = TimesheetId(1)
NAME = "Timesheet, Ada Okonkwo, 6 April to 3 May 2026"


class PaperView:
    """A view on paper: it remembers what it was last asked to show."""

    def __init__(self):
        self.errors, self.problem, self.result, self.form = {}, "", "", None

    def set_lead(self, lead):
        self.lead = lead

    def show_choices(self, sheets, chosen):
        self.sheets, self.chosen = sheets, chosen

    def show_papers(self, papers):
        self.papers = papers

    def show_paper(self, pdf):
        self.pdf, self.nothing = pdf, ""

    def show_no_paper(self, sentence):
        self.pdf, self.nothing = b"", sentence

    def allow(self, **allowed):
        self.allowed = allowed

    def open_keeping(self, title, lines, name, keep):
        self.form, self.keep = (title, lines, name), keep

    def close_form(self):
        self.form = None

    def show_form_errors(self, errors):
        self.errors = dict(errors)

    def show_form_problem(self, message):
        self.problem = message

    def show_problem(self, message):
        self.problem = message

    def show_result(self, message):
        self.result = message


class BrokenDesk(PaperDesk):
    """A desk on which nothing works."""

    def open_file(self, title, kinds):
        raise UserError("It could not be read.")

    def save_file(self, name, content):
        raise UserError("It could not be saved there.")

    def print_pdf(self, name, pdf):
        raise UserError("The printer is off.")


@pytest.fixture
def view():
    return PaperView()


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def made(staffed):
    plan(staffed, ADA, DAY)
    staffed.run(make_timesheet, assistant_id=ADA, day=DAY)
    return staffed


@pytest.fixture
def presenter(view, made, today, desk):
    return PapersPresenter(view, made, today=today, files=desk)


def _keep(presenter, view, desk, name="scan.pdf", content=b"words", **texts):
    desk.to_open.append((name, content))
    presenter.add()
    view.keep({"kind": "signed", "line": "", "name": name} | texts)


def test_it_is_shown_filled_and_empty_printed_and_saved(presenter, view, desk):
    filled = view.pdf
    presenter.print()
    presenter.save()
    assert (desk.printed, desk.saved) == ({NAME: filled}, {f"{NAME}.pdf": filled})
    assert view.result == f"Saved: {NAME}.pdf."
    presenter.show_sheet(empty=True, large=False)
    empty = view.pdf
    presenter.show_sheet(empty=True, large=True)
    assert len({filled, empty, view.pdf}) == 3


def test_the_scan_that_comes_back_is_kept(presenter, view, desk, made):
    assert view.lead.startswith("Print it, both sign it")
    presenter.add()
    assert view.form is None
    _keep(presenter, view, desk, content=view.pdf)
    assert (view.form, view.result, view.lead) == (None, "Kept: scan.pdf.", "The signed timesheet is kept here.")
    presenter.pick(view.papers[0])
    assert view.allowed == {"sheet": True, "picked": True}
    presenter.print()
    assert "scan.pdf" in desk.printed
    presenter.remove()
    assert (view.papers, view.result) == ((), "Taken away. Undo brings it back.")


def test_a_receipt_belongs_to_its_line_and_is_opened_again(presenter, view, desk, made):
    _keep(presenter, view, desk, "fare.eml", b"fare", kind="receipt", line="1")
    assert view.papers[0][1] == "Tue 7 Apr"
    presenter.pick(view.papers[0])
    presenter.pick(None)
    assert view.nothing == "fare.eml cannot be shown here. Save it as a file to open it."
    presenter.save()
    assert desk.saved["fare.eml"] == b"fare" == made.read(read_timesheet_paper, EvidenceId(1))


def test_what_is_wrong_is_said(presenter, view, desk, made):
    desk.to_open.append(("scan.pdf", b"words"))
    presenter.add()
    view.keep({"kind": "signed", "line": "", "name": " "})
    assert "name" in view.errors
    _keep(presenter, view, desk, content=b"")
    assert view.problem == "scan.pdf is empty. Choose another file."
    _keep(presenter, view, desk)
    presenter.pick(view.papers[0])
    made.run(agree_timesheet, timesheet_id=FIRST, agreed_on=DAY)
    made.run(send_timesheet, timesheet_id=FIRST, sent_on=DAY)
    presenter.remove()
    assert "stays as it is" in view.problem
    presenter.choose("99")
    assert "no longer in the file" in view.problem


def test_a_desk_that_fails_is_said(view, made, today):
    presenter = PapersPresenter(view, made, today=today, files=BrokenDesk())
    for act, said in ((presenter.add, "read."), (presenter.save, "saved there."), (presenter.print, "is off.")):
        act()
        assert view.problem.endswith(said)


def test_another_is_chosen_also_an_older_one(presenter, view, made):
    made.run(make_timesheet, assistant_id=SAM, day=date(2026, 1, 20))
    later = PapersPresenter(view, made, today=lambda: date(2027, 4, 1), files=PaperDesk())
    assert view.chosen == "1"
    later.choose("2")
    assert (view.chosen, len(view.sheets)) == ("2", 2)
    later.choose("2")
    later.close()
    presenter.choose("")
    made.run(remove_timesheet, timesheet_id=FIRST)
    assert len(view.sheets) == 1


def test_without_a_timesheet_it_says_so(view, runner, today, desk):
    presenter = PapersPresenter(view, runner, today=today, files=desk)
    for act in (presenter.add, presenter.remove, presenter.save, presenter.print):
        act()
    assert (view.lead, view.nothing, desk.printed) == (NONE_YET, NONE_YET, {})
