"""What can be done with papers."""

import pytest

from pa_manager.assistants.model import AssistantId, PaperId, PaperKind
from pa_manager.assistants.operations import (
    ASSISTANTS,
    draft_paper,
    engage_assistant,
    keep_private_details,
    list_papers,
    make_paper,
    read_paper,
)
from pa_manager.file.work import NotFound
from pa_manager.holder.operations import keep_holder
from tests.assistants.test_model_files import SECRETS
from tests.assistants.test_operations import ADA, FIRST, TERMS
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


@pytest.mark.parametrize("kind", PaperKind)
def test_what_is_private_is_in_no_paper(ada, kind):
    ada.run(keep_private_details, assistant_id=FIRST, private=SECRETS)
    _make(ada, kind)
    words = text_of(ada.read(read_paper, ada.read(list_papers, FIRST)[0].id))
    assert not any(secret in words for secret in ("AB 12 34 56 C", "20-45-99", "00419233"))
