"""What can be done with papers."""

import pytest

from pa_manager.assistants.model import PUBLIC, AssistantId, Drawn, PaperId, PaperKind
from pa_manager.assistants.operations import (
    ASSISTANTS,
    agree_paper,
    draft_again,
    draft_job_paper,
    draft_paper,
    engage_assistant,
    keep_private_details,
    list_job_papers,
    list_papers,
    make_job_paper,
    make_paper,
    make_paper_again,
    open_vacancy,
    read_paper,
)
from pa_manager.file.work import NotFound
from pa_manager.holder.operations import keep_holder
from pa_manager.plan.model import Part
from pa_manager.plan.operations import add_outcome, keep_entry, list_versions
from tests.assistants.test_model_files import SECRETS
from tests.assistants.test_operations import ADA, FIRST, TERMS
from tests.assistants.test_operations_recruitment import VACANCY, WEEKENDS
from tests.conftest import TODAY
from tests.paper.reading import text_of


@pytest.fixture
def ada(runner):
    runner.run(engage_assistant, particulars=ADA, terms=TERMS)
    return runner


def _make(runner, kind=PaperKind.STATEMENT, **changed):
    draft = runner.read(draft_paper, assistant_id=FIRST, kind=kind, day=TODAY)
    texts = {item.key: item.text for item in draft.items} | changed
    return runner.run(make_paper, assistant_id=FIRST, kind=kind, texts=texts, made_on=TODAY)


def test_each_version_stays_as_it_was_made(ada):
    assert _make(ada, job="Cook") == ASSISTANTS
    ada.run(keep_holder, name="Jean Pellow", address="14 Orchard Row")
    _make(ada, job="Driver")
    newer, older = ada.read(list_papers, FIRST)
    assert (newer.kind, newer.made_on) == (PaperKind.STATEMENT, TODAY)
    assert "Cook" in text_of(ada.read(read_paper, older.id))
    assert "14 Orchard Row" in text_of(ada.read(read_paper, newer.id))
    ada.undo()
    assert ada.read(list_papers, FIRST) == (older,)
    with pytest.raises(NotFound, match="paper is no longer"):
        ada.read(read_paper, PaperId(9))
    with pytest.raises(NotFound):
        ada.read(draft_paper, assistant_id=AssistantId(9), kind=PaperKind.STATEMENT, day=TODAY)


@pytest.mark.parametrize("kind", [kind for kind in PaperKind if not kind.for_vacancy])
def test_what_is_private_is_in_no_paper(ada, kind):
    ada.run(keep_private_details, assistant_id=FIRST, private=SECRETS)
    _make(ada, kind)
    words = text_of(ada.read(read_paper, ada.read(list_papers, FIRST)[0].id))
    assert not any(secret in words for secret in ("AB 12 34 56 C", "20-45-99", "00419233"))


def test_the_next_version_begins_with_the_words_of_the_one_before(ada):
    _make(ada, PaperKind.SUPERVISION, well="The mornings", hard="The bus")
    (first,) = ada.read(list_papers, FIRST)
    draft = ada.read(draft_again, paper_id=first.id)
    words = {item.key: item.text for item in draft.items}
    assert (words["well"], words["hard"], draft.about) == ("The mornings", "The bus", "Ada Okonkwo")
    ada.run(make_paper_again, paper_id=first.id, texts=words | {"hard": ""}, made_on=TODAY)
    newer, older = ada.read(list_papers, FIRST)
    assert "The bus" in text_of(ada.read(read_paper, older.id))
    assert "The bus" not in text_of(ada.read(read_paper, newer.id))


def test_large_print_says_the_same_in_larger_letters(ada):
    _make(ada, PaperKind.INDUCTION, routines="Tea first")
    (paper,) = ada.read(list_papers, FIRST)
    standard, large = (ada.read(read_paper, paper.id, large=size) for size in (False, True))
    assert "Page 1 of 2" in text_of(standard)
    assert "Page 1 of 3" in text_of(large)
    assert all("Tea first" in text_of(each) for each in (standard, large))


def test_notes_are_agreed_by_both(ada):
    _make(ada, PaperKind.SUPERVISION)
    (paper,) = ada.read(list_papers, FIRST)
    assert paper.standing == "Not agreed yet"
    ada.run(agree_paper, paper_id=paper.id, agreed_on=TODAY)
    assert ada.read(list_papers, FIRST)[0].standing == "Agreed 21 May 2026"
    ada.undo()
    assert ada.read(list_papers, FIRST)[0].agreed_on is None


def _job(runner, kind, drawn):
    draft = runner.read(draft_job_paper, vacancy_id=VACANCY, kind=kind, drawn=drawn, day=TODAY)
    return {item.key: item.text for item in draft.items}


@pytest.mark.parametrize("kind", [PaperKind.ADVERT, PaperKind.JOB_DESCRIPTION])
def test_a_job_is_drawn_from_the_plan_and_says_nothing_of_health_unless_asked(runner, kind):
    runner.run(keep_holder, name="Jean Pellow", address="14 Orchard Row")
    runner.run(open_vacancy, details=WEEKENDS)
    runner.run(add_outcome, words="Sing in the choir", first=TODAY)
    for part, answers in (
        (Part.IMPORTANT, {"to_me": "My sister", "for_me": "Tablets on time"}),
        (Part.SUPPORT, {"what": "Help me dress", "when": "Saturdays", "skill": "the hoist"}),
        (Part.RISK, {"risk": "Falls", "reduced": "My stick"}),
    ):
        version = runner.read(list_versions)
        version_id = version[-1].id if version else None
        runner.run(keep_entry, version_id=version_id, part=part, answers=answers, today=TODAY)
    said = " ".join(_job(runner, kind, PUBLIC).values())
    for words in ("Sing in the choir", "My sister", "Help me dress Saturdays", "8 hours a week", "£14.00 an hour"):
        assert words in said
    for private in ("Tablets", "stick", "Jean Pellow", "Orchard Row"):
        assert private not in said
    texts = _job(runner, kind, frozenset(Drawn))
    assert texts["health"] == "Tablets on time\nMy stick"
    bare = _job(runner, kind, frozenset())
    assert "choir" not in " ".join(bare.values())
    runner.run(make_job_paper, vacancy_id=VACANCY, kind=kind, drawn=PUBLIC, texts={"job": "Come & sing"}, made_on=TODAY)
    (paper,) = runner.read(list_job_papers, VACANCY)
    runner.run(make_paper_again, paper_id=paper.id, texts={"job": "Come and sing"}, made_on=TODAY)
    newer, older = runner.read(list_job_papers, VACANCY)
    assert "Come & sing" in text_of(runner.read(read_paper, older.id))
    printed = text_of(runner.read(read_paper, newer.id, large=True))
    assert "Come and sing" in printed
    assert "legal advice" not in printed
    assert runner.read(list_papers, FIRST) == ()
