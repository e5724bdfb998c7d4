"""Papers and checklists where the record changes meanwhile, without Qt."""

from datetime import date

import pytest

from pa_manager.assistants.model import Paper, PaperId, PaperKind
from pa_manager.assistants.operations import engage_assistant, list_papers
from pa_manager.assistants.presenter.checklist import ChecklistPresenter
from pa_manager.assistants.presenter.papers import PapersPresenter
from pa_manager.holder.operations import keep_holder
from tests.assistants.test_operations import ADA, FIRST, TERMS


class PaperView:
    """Stands in for either widget, and remembers the last thing each method was given."""

    def __init__(self):
        self.told = {}

    def __getattr__(self, name):
        return lambda *given, **named: self.told.update({name: (*given, *named.values())})


@pytest.fixture
def view():
    return PaperView()


@pytest.fixture
def papers(view, runner, today):
    runner.run(engage_assistant, particulars=ADA, terms=TERMS)
    return PapersPresenter(view, runner, today=today, print_pdf=lambda *_paper: None, save_file=lambda *_paper: None)


def test_without_a_pa_nothing_is_drafted_or_marked(view, runner, today):
    nobody = PapersPresenter(view, runner, today=today, print_pdf=print, save_file=lambda *_paper: None)
    nobody.draft("statement")
    nobody.print_paper()
    steps = ChecklistPresenter(view, runner, today=today)
    steps.mark_done()
    steps.choose("1")
    assert not {"open_draft", "show_result", "show_problem"} & view.told.keys()


def test_a_draft_says_how_much_is_empty(papers, view, runner):
    papers.draft("privacy_notice")
    assert view.told["open_draft"][1].endswith("1 item is empty now.")
    runner.run(keep_holder, name="Jean Pellow", address="14 Orchard Row")
    papers.draft("privacy_notice")
    assert view.told["open_draft"][1].endswith("becomes a blank to fill in by hand.")
    papers.draft("statement")
    assert " items are empty now." in view.told["open_draft"][1]


def test_a_pa_who_is_gone_meanwhile(papers, view, runner, today):
    steps = ChecklistPresenter(view, runner, today=today)
    steps.pick(view.told["show_steps"][0][0])
    steps.close()
    papers.draft("statement")
    draft, keep = view.told["open_draft"][2:]
    papers.close()
    runner.undo()
    keep({item.key: item.text for item in draft.items})
    assert view.told["show_form_problem"][0].startswith("That PA is no longer")
    steps.mark_done()
    assert view.told["show_problem"][0].startswith("That PA is no longer")


def test_a_paper_that_is_gone_meanwhile(papers, view, runner):
    gone = Paper(id=PaperId(9), assistant_id=FIRST, kind=PaperKind.STATEMENT, made_on=date(2026, 5, 1))
    papers.pick(gone)
    assert view.told["show_no_paper"] == ("That paper is no longer in the file.",)
    papers.print_paper()
    assert view.told["show_problem"] == ("That paper is no longer in the file.",)
    papers.choose("7")
    assert runner.read(list_papers, FIRST) == ()
