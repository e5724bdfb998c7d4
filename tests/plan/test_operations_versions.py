"""What can be done with the versions of the plan, and its prints."""

from datetime import date

import pypdfium2
import pytest

from pa_manager.file.work import NotFound
from pa_manager.plan.model import (
    CareAct,
    DraftIsThere,
    EntryId,
    NothingWritten,
    OutcomeId,
    Part,
    PlanIsAgreed,
    VersionId,
    VersionState,
)
from pa_manager.plan.operations import (
    PLAN,
    add_outcome,
    agree_version,
    change_outcome,
    check_readiness,
    compare_versions,
    keep_entry,
    list_outcomes,
    list_ratings,
    list_versions,
    print_plan,
    print_profiles,
    rate_outcome,
    read_version,
    remove_entry,
    start_version,
    things_to_do,
)
from pa_manager.values.tasks import Place
from tests.conftest import TODAY
from tests.plan.household import write, write_everything

FIRST, SECOND = VersionId(1), VersionId(2)


def _agree(runner, version_id):
    runner.run(agree_version, version_id=version_id, by="Asha Verma", on=TODAY)


def _pages(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in document]


def test_the_first_words_begin_the_first_version(runner):
    write(runner, Part.ABOUT, good_day="Sun.")
    write(runner, Part.ABOUT, good_day="Rain.", bad_day="Fog.")
    (version,) = runner.read(list_versions)
    assert (version.number, version.state, version.begun_on) == (1, VersionState.DRAFT, TODAY)
    (entry,) = runner.read(read_version, FIRST).entries
    assert entry.answers == {"good_day": "Rain.", "bad_day": "Fog."}
    with pytest.raises(NothingWritten):
        write(runner, Part.ABOUT, good_day=" ")


def test_an_agreed_version_keeps_what_was_agreed_whatever_changes(runner):
    runner.run(add_outcome, words="Swim.", first=TODAY, tags=frozenset({CareAct.LOCAL}))
    write(runner, Part.ABOUT, good_day="Sun.")
    _agree(runner, FIRST)
    runner.run(change_outcome, outcome_id=OutcomeId(1), words="Sing.", first=TODAY)
    assert runner.read(read_version, FIRST).only(Part.OUTCOME).says("words") == "1. Swim."
    for refused in (
        lambda: write(runner, Part.ABOUT, good_day="Rain."),
        lambda: runner.run(remove_entry, entry_id=EntryId(1)),
        lambda: _agree(runner, FIRST),
    ):
        with pytest.raises(PlanIsAgreed):
            refused()
    write(runner, Part.ACTION, what="Ask the pool.", by="30 6 2026")
    assert len(runner.read(read_version, FIRST).of(Part.ACTION)) == 1


def test_a_copy_starts_the_next_version_and_replaces_the_one_before_when_agreed(runner):
    runner.run(add_outcome, words="Swim.", first=TODAY)
    write(runner, Part.ABOUT, good_day="Sun.")
    with pytest.raises(DraftIsThere, match="Version 1 is still a draft"):
        runner.run(start_version, today=TODAY)
    _agree(runner, FIRST)
    assert runner.run(start_version, today=TODAY) == PLAN
    write(runner, Part.ABOUT, good_day="Rain.")
    (changed,) = runner.read(compare_versions, first=FIRST, second=SECOND)
    assert (changed.question, changed.before, changed.after) == ("What is a good day?", "Sun.", "Rain.")
    _agree(runner, SECOND)
    assert [each.state for each in runner.read(list_versions)] == [VersionState.SUPERSEDED, VersionState.AGREED]
    assert len(runner.read(read_version, SECOND).of(Part.OUTCOME)) == 1


def test_what_is_to_do_and_the_next_review_stand_on_home(runner):
    runner.run(add_outcome, words="Swim.", first=TODAY)
    write(runner, Part.HEADER, review_on="1 9 2026")
    write(runner, Part.ACTION, what="Ask the pool", who="Rowena", by="30 6 2026")
    write(runner, Part.ACTION, what="Ring Joan", done="1 5 2026")
    write(runner, Part.ACTION, what="Paint")
    tasks = {task.text: task.due for task in runner.read(things_to_do, today=TODAY)}
    assert tasks == {
        "Ask the pool (Rowena).": date(2026, 6, 30),
        "Paint.": None,
        "Review the support plan.": date(2026, 9, 1),
    }
    assert {task.place for task in runner.read(things_to_do, today=TODAY)} == {Place("plan", screen="words")}


def test_an_entry_is_changed_and_taken_out_and_comes_back(runner):
    write(runner, Part.RISK, risk="Falls")
    (entry,) = runner.read(read_version, FIRST).entries
    runner.run(keep_entry, version_id=FIRST, part=Part.RISK, answers={"risk": "Cold"}, today=TODAY, entry_id=entry.id)
    assert runner.read(read_version, FIRST).only(Part.RISK).called == "Cold"
    runner.run(remove_entry, entry_id=entry.id)
    assert runner.read(read_version, FIRST).entries == ()
    runner.undo()
    assert runner.read(read_version, FIRST).only(Part.RISK).called == "Cold"
    with pytest.raises(NotFound, match="That part"):
        runner.run(remove_entry, entry_id=EntryId(9))
    with pytest.raises(NotFound, match="That version"):
        runner.read(read_version, VersionId(9))


def test_an_outcome_is_rated_once_a_day_and_keeps_its_tags(runner):
    runner.run(add_outcome, words="Swim.", first=TODAY, tags=frozenset({CareAct.LOCAL, CareAct.FAMILY}))
    assert runner.read(list_outcomes)[0].tags_said == "Family and friends; Getting about, and what the area offers"
    runner.run(rate_outcome, outcome_id=OutcomeId(1), day=TODAY, stars=2)
    runner.run(rate_outcome, outcome_id=OutcomeId(1), day=TODAY, stars=3, note=" Better. ")
    (rating,) = runner.read(list_ratings)
    assert (rating.stars, rating.note) == (3, "Better.")
    with pytest.raises(NotFound, match="That outcome"):
        runner.run(rate_outcome, outcome_id=OutcomeId(9), day=TODAY, stars=3)


def test_a_plan_with_one_outcome_prints_well(runner):
    runner.run(add_outcome, words="Go swimming each week.", first=TODAY)
    runner.run(start_version, today=TODAY)
    (page,) = _pages(runner.read(print_plan, version_id=FIRST))
    assert "My support plan" in page
    assert "1. Go swimming each week." in page
    assert "About me" not in page
    with pytest.raises(NothingWritten, match="no one-page profile"):
        runner.read(print_profiles, version_id=FIRST)


@pytest.mark.parametrize("how", [{}, {"large": True}, {"easy": True}])
def test_a_plan_with_everything_prints_every_answer(runner, how):
    write_everything(runner)
    assert runner.read(check_readiness, version_id=FIRST, today=TODAY) == ()
    text = " ".join(" ".join(_pages(runner.read(print_plan, version_id=FIRST, **how))).split())
    version = runner.read(read_version, FIRST)
    for entry in version.entries:
        for question, _words in entry.told[1:]:
            assert question in text, question
    assert "The support plan of Jean Pellow" in text
    assert "2, 3, now 4 of 5" in text


def test_every_profile_stands_on_a_page_of_its_own(runner):
    write_everything(runner)
    pages = _pages(runner.read(print_profiles, version_id=FIRST))
    assert len(pages) == 2
    assert all("Jean Pellow" in page and "Jeanie, never Mrs" in page for page in pages)
    assert len(_pages(runner.read(print_profiles, version_id=FIRST, large=True))) >= 2


def test_an_agreed_plan_is_not_signed_again(runner):
    write(runner, Part.PAGE, place="New PAs")
    assert "This is what we agree" in _pages(runner.read(print_plan, version_id=FIRST))[0]
    _agree(runner, FIRST)
    assert "This is what we agree" not in _pages(runner.read(print_plan, version_id=FIRST))[0]
    assert "About me" in _pages(runner.read(print_profiles, version_id=FIRST))[0]
