"""Recruitment, documents and forgetting where nothing is picked or the record changes meanwhile, without Qt."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.assistants.model import (
    PUBLIC,
    ApplicantDetails,
    ApplicantId,
    ApplicantNameMissing,
    DocumentDetails,
    DocumentKind,
    NotADocument,
    Paper,
    PaperId,
    PaperKind,
    must_be_document,
)
from pa_manager.assistants.operations import (
    add_applicant,
    ask_question,
    delete_applicant,
    engage_assistant,
    file_document,
    find_applicant,
    list_assistants,
    list_documents,
    list_questions,
    list_vacancies,
    make_job_paper,
    open_vacancy,
    part_with_assistant,
)
from pa_manager.assistants.presenter.adverts import AdvertsPresenter
from pa_manager.assistants.presenter.documents import DocumentsPresenter
from pa_manager.assistants.presenter.forgetting import ForgettingPresenter
from pa_manager.assistants.presenter.papers import PapersPresenter
from pa_manager.assistants.presenter.questions import QuestionsPresenter
from pa_manager.assistants.presenter.recruitment import RecruitmentPresenter
from pa_manager.shell.desk import CannotUseFile
from tests.assistants.test_operations import ADA, FIRST, TERMS
from tests.assistants.test_operations_recruitment import TESS, VACANCY, WEEKENDS
from tests.assistants.test_presenter_papers import PaperView
from tests.conftest import TODAY
from tests.places import Journey
from tests.windows import PaperDesk

PDF = b"%PDF-1.4 payslip"


@pytest.fixture
def view():
    return PaperView()


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def journey():
    return Journey()


def _fail(*_asked):
    raise CannotUseFile("That could not be saved there. Choose another folder.")


def test_without_a_job_or_an_applicant_nothing_opens(view, runner, today, journey, desk):
    finding = RecruitmentPresenter(view, runner, today=today, go_to=journey.go_to)
    for act in (
        finding.change_vacancy,
        finding.open_questions,
        finding.open_adverts,
        finding.add_applicant,
        finding.change_applicant,
        finding.note_answers,
        finding.take_on,
        finding.agree_back_up,
        finding.delete,
    ):
        act()
    finding.point_out(1)
    finding.pick(None)
    asking = QuestionsPresenter(view, runner, today=today)
    for act in (asking.propose, asking.add_own, asking.drop):
        act()
    asking.choose("1")
    writing = AdvertsPresenter(view, runner, today=today, print_pdf=desk.print_pdf, save_file=desk.save_file)
    writing.draft("advert", PUBLIC)
    for act in (writing.draft_next, writing.print_paper, writing.save_paper):
        act()
    writing.choose("1")
    assert not journey.places
    assert not [name for name in view.told if name.startswith(("open_", "show_problem", "show_result"))]


def test_an_applicant_who_is_gone_meanwhile(view, runner, today, journey):
    finding = RecruitmentPresenter(view, runner, today=today, go_to=journey.go_to)
    runner.run(open_vacancy, details=WEEKENDS)
    runner.run(open_vacancy, details=replace(WEEKENDS, title="Nights"))
    assert view.told["set_lead"] == ("You are looking for somebody for 2 jobs.",)
    runner.run(add_applicant, vacancy_id=VACANCY, details=TESS)
    nights, weekends = runner.read(list_vacancies)
    finding.pick(weekends)
    assert [each.name for each in view.told["show_applicants"][0]] == ["Tess Varga"]
    tess = runner.read(find_applicant, ApplicantId(1))
    finding.pick_applicant(tess)
    finding.take_on()
    keep = view.told["open_taking_on"][2]
    keep({"started_on": "", "kind": "employed", "frequency": "weekly"})
    assert "started_on" in view.told["show_form_errors"][0]
    finding.agree_back_up()
    view.told["open_back_up"][2]({"agreed_on": "never", "will_do": ""})
    assert "agreed_on" in view.told["show_form_errors"][0]
    runner.run(delete_applicant, applicant_id=tess.id)
    keep({"started_on": "1 6 2026", "kind": "employed", "frequency": "weekly"})
    assert view.told["show_form_problem"] == ("That applicant is no longer in the file.",)
    assert runner.read(list_assistants) == ()
    finding.point_out(1)
    finding.pick(nights)
    finding.close()


def test_a_question_that_is_gone_meanwhile(view, runner, today):
    runner.run(open_vacancy, details=WEEKENDS)
    runner.run(ask_question, vacancy_id=VACANCY, words="Why?")
    asking = QuestionsPresenter(view, runner, today=today)
    (why,) = runner.read(list_questions, VACANCY)
    runner.undo()
    asking.pick(why)
    asking.drop()
    assert view.told["show_problem"] == ("That question is no longer in the file.",)
    asking.propose()
    proposals, keep = view.told["open_proposals"]
    keep({f"{number}": "yes" for number in range(len(proposals))})
    asking.propose()
    assert view.told["show_result"][0].startswith("All that can be proposed is asked already.")
    runner.run(open_vacancy, details=replace(WEEKENDS, title="Nights"))
    asking.choose("2")
    assert view.told["show_questions"] == ((),)
    asking.choose("2")
    asking.propose()
    keep = view.told["open_proposals"][1]
    runner.undo()
    keep({f"{number}": "yes" for number in range(20)})
    assert view.told["show_form_problem"] == ("That vacancy is no longer in the file.",)


def test_an_advert_that_is_gone_meanwhile(view, runner, today, desk):
    runner.run(open_vacancy, details=WEEKENDS)
    runner.run(open_vacancy, details=replace(WEEKENDS, title="Nights"))
    writing = AdvertsPresenter(view, runner, today=today, print_pdf=desk.print_pdf, save_file=_fail)
    writing.choose("1")
    assert view.told["show_vacancies"][1] == "1"
    writing.draft("advert", PUBLIC)
    keep = view.told["open_draft"][3]
    runner.run(make_job_paper, vacancy_id=VACANCY, kind=PaperKind.ADVERT, drawn=PUBLIC, texts={}, made_on=TODAY)
    (paper,) = view.told["show_papers"][0]
    writing.pick(paper)
    writing.save_paper()
    assert view.told["show_problem"] == ("That could not be saved there. Choose another folder.",)
    writing.pick(replace(paper, id=PaperId(9)))
    assert view.told["show_no_paper"] == ("That paper is no longer in the file.",)
    for _times in range(3):
        runner.undo()
    keep({})
    assert view.told["show_form_problem"] == ("That vacancy is no longer in the file.",)


def test_a_document_that_is_gone_meanwhile(view, runner, today, desk):
    nobody = DocumentsPresenter(view, runner, today=today, files=desk)
    for act in (nobody.add, nobody.change, nobody.save, nobody.print_paper, nobody.delete):
        act()
    assert not [name for name in view.told if name.startswith("open_")]
    runner.run(engage_assistant, particulars=ADA, terms=TERMS)
    runner.run(engage_assistant, particulars=replace(ADA, name="Sam Tremaine"))
    details = DocumentDetails(kind=DocumentKind.PAY, name="slip.pdf", dated=TODAY)
    runner.run(file_document, assistant_id=FIRST, details=details, content=PDF)
    (slip,) = runner.read(list_documents, FIRST)
    papers = DocumentsPresenter(view, runner, today=today, files=desk)
    papers.choose("2")
    assert view.told["show_documents"][0] == ()
    papers.choose("1")
    papers.pick(slip)
    assert view.told["show_paper"] == (PDF,)
    papers.print_paper()
    papers.save()
    assert desk.printed == desk.saved == {"slip.pdf": PDF}
    desk.save_file = desk.print_pdf = _fail
    papers.save()
    papers.print_paper()
    assert view.told["show_problem"] == ("That could not be saved there. Choose another folder.",)
    papers.change()
    keep = view.told["open_document"][3]
    keep({"kind": "pay", "name": "slip", "dated": "soon", "keep_until": "", "note": ""})
    assert "dated" in view.told["show_form_errors"][0]
    runner.undo()
    keep({"kind": "pay", "name": "slip", "dated": "1 5 2026", "keep_until": "", "note": ""})
    assert view.told["show_form_problem"] == ("That document is no longer in the file.",)
    papers.pick(slip)
    assert view.told["show_no_paper"] == ("That document is no longer in the file.",)
    papers.close()


def test_another_who_has_left(view, runner):
    nobody = ForgettingPresenter(view, runner, today=lambda: date(2026, 9, 1))
    nobody.forget_some()
    nobody.forget_all()
    assert "open_forgetting" not in view.told
    for name in ("Ada Okonkwo", "Sam Tremaine"):
        runner.run(engage_assistant, particulars=replace(ADA, name=name))
    for each in runner.read(list_assistants):
        runner.run(part_with_assistant, assistant_id=each.id, left_on=date(2026, 4, 30))
    nobody.choose("2")
    assert view.told["show_people"][1] == "2"
    nobody.choose("9")
    assert view.told["show_people"][1] == "2"


def test_a_paper_of_a_pa_that_is_gone_meanwhile(view, runner, today):
    runner.run(engage_assistant, particulars=ADA, terms=TERMS)
    papers = PapersPresenter(view, runner, today=today, print_pdf=print, save_file=lambda *_paper: None)
    papers.draft_next()
    papers.agree()
    assert "open_draft" not in view.told
    papers.pick(Paper(id=PaperId(9), assistant_id=FIRST, kind=PaperKind.SUPERVISION, made_on=TODAY))
    papers.draft_next()
    papers.agree()
    assert view.told["show_problem"] == ("That paper is no longer in the file.",)


def test_what_has_no_name_or_is_too_large_is_refused():
    with pytest.raises(ApplicantNameMissing):
        ApplicantDetails(name=" ", applied_on=TODAY, keep_until=TODAY)
    with pytest.raises(NotADocument, match="larger than 20 MB"):
        must_be_document("film.mp4", bytes(20_000_001))
    note = Paper(id=PaperId(1), assistant_id=FIRST, kind=PaperKind.REFERENCE_REQUEST, made_on=TODAY)
    assert note.standing == ""
