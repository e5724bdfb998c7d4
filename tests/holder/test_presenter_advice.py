"""Who said that something was allowed: from the form to the file and back."""

from datetime import date

import pytest

from pa_manager.file.work import NotFound
from pa_manager.holder import store
from pa_manager.holder.model import About, AdviceId, AdviceInUse, How, NoLetter, NothingSaid
from pa_manager.holder.operations import (
    add_advice,
    advice_choices,
    change_advice,
    keep_letter,
    list_advice,
    read_letter,
)
from pa_manager.holder.presenter.advice import EMPTY, AdvicePresenter, Uses
from pa_manager.holder.presenter.people import HolderPresenter
from pa_manager.holder.screen.advice import AdviceScreen
from pa_manager.holder.screen.people import HolderScreen
from pa_manager.shell.desk import CannotUseFile
from pa_manager.values.tasks import Place
from tests.conftest import TODAY
from tests.holder.robot import AdviceRobot
from tests.places import Journey
from tests.windows import PaperDesk

SISTER = {
    "what_did_they_say?": "You may pay your sister for nights.",
    "who_said_it?": "Priya Nair",
    "when?": "12 3 2026",
    "how?": "email",
    "what_is_it_about?": "assistant",
    "which_one?": "Joan",
    "this_is_a_consent:_it_allows_something": "yes",
}
LETTER = b"%PDF-1.7 the letter"


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def robot(qtbot, runner, today, desk):
    return AdviceRobot(
        qtbot,
        AdviceScreen(
            lambda view: AdvicePresenter(
                view, runner, today=today, files=desk, uses=Uses(read=lambda _work: {1: ("Elsewhere",)})
            )
        ),
    )


@pytest.fixture
def noted(robot):
    return robot.note(**SISTER)


def test_what_was_said_stands_there_with_its_proof(noted, desk):
    assert noted.rows() == [
        [
            "Consent",
            "A PA: Joan",
            "You may pay your sister for nights.",
            "Priya Nair. By email, 12 March 2026",
            "Elsewhere",
            "Nothing in writing yet",
        ]
    ]
    noted.pick(0)
    assert not noted.can_press("save letter")
    desk.to_open.append(("consent.pdf", LETTER))
    noted.press("letter")
    assert noted.rows()[0][-1] == "consent.pdf"
    assert noted.result() == "Kept. consent.pdf is inside this file now."
    noted.press("save letter")
    assert desk.saved == {"consent.pdf": LETTER}
    assert noted.result() == "Saved as consent.pdf."


def test_what_is_put_right_keeps_its_letter(noted, desk, runner):
    runner.run(keep_letter, advice_id=AdviceId(1), name="consent.pdf", content=LETTER)
    noted.activate(0)
    assert noted.text_of("who said it?") == "Priya Nair"
    noted.fill_form(**{"which_one?": "", "how?": "visit"}).press("keep")
    assert noted.rows()[0][:2] == ["Consent", "A PA"]
    assert noted.rows()[0][-1] == "consent.pdf"
    noted.press("remove")
    assert noted.rows() == []
    runner.undo()
    assert runner.read(read_letter, advice_id=AdviceId(1)) == ("consent.pdf", LETTER)


def test_each_error_stands_beside_its_field_and_nothing_is_lost(robot):
    robot.note(**{**SISTER, "what_did_they_say?": " ", "who_said_it?": "", "when?": "12 3 2027"})
    assert robot.error_of("what did they say?").startswith("The words are missing.")
    assert robot.error_of("who said it?").startswith("The words are missing.")
    assert robot.error_of("when?") == "12 March 2027 has not come yet. Check the year."
    assert robot.text_of("which one?") == "Joan"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "letter.pdf is empty."),
        (b"%PDF" + bytes(20_000_000), "letter.pdf is larger than 20 MB."),
        (b"hello", "letter.pdf is neither a PDF nor a picture."),
    ],
)
def test_a_file_that_is_no_letter_is_refused(noted, desk, content, why):
    desk.to_open.append(("letter.pdf", content))
    noted.pick(0).press("letter")
    assert noted.problem().startswith(why)
    assert noted.rows()[0][-1] == "Nothing in writing yet"
    noted.press("letter")
    assert len(noted.rows()) == 1


def test_a_letter_that_cannot_be_saved_says_why(noted, desk, runner, monkeypatch):
    runner.run(keep_letter, advice_id=AdviceId(1), name="consent.png", content=b"\x89PNG")
    noted.pick(0)
    monkeypatch.setattr(desk, "save_file", lambda name, content: None)
    noted.press("save letter")

    def full(name, content):
        raise CannotUseFile("It could not be saved there. Choose another folder.")

    monkeypatch.setattr(desk, "save_file", full)
    noted.press("save letter")
    assert noted.problem().startswith("It could not be saved there.")


def test_what_went_meanwhile_is_said_in_the_form(noted, runner):
    noted.activate(0)
    runner.undo()
    noted.press("keep")
    assert noted.problem() == "That advice is no longer in the file."


def test_the_lead_counts_what_is_not_in_writing(robot, runner, today):
    assert robot._screen.findChild(object, "lead").text() == EMPTY
    robot.note(**SISTER)
    assert robot._screen.findChild(object, "lead").text() == "1 noted, nothing of it in writing yet."
    runner.run(keep_letter, advice_id=AdviceId(1), name="a.jpg", content=b"\xff\xd8\xff")
    assert robot._screen.findChild(object, "lead").text() == "1 noted, all of it in writing."
    robot._screen.point_out(1)
    assert robot.can_press("save letter")


def test_nothing_picked_nothing_done(robot):
    presenter = robot._screen._presenter
    presenter.pick(None)
    for act in (presenter.change, presenter.add_letter, presenter.save_letter, presenter.remove):
        act()
    assert robot.form is None


def test_operations_refuse_what_makes_no_sense(runner):
    said = {"said_by": "Priya", "words": "Yes.", "on": TODAY, "how": How.PHONE, "about": About.MONEY}
    with pytest.raises(NothingSaid):
        runner.run(add_advice, **{**said, "words": " "})
    with pytest.raises(NotFound, match="That advice"):
        runner.run(change_advice, advice_id=AdviceId(7), **said)
    runner.run(add_advice, **said)
    runner.run(add_advice, **{**said, "on": date(2026, 1, 1)})
    assert [each.on for each in runner.read(list_advice)] == [TODAY, date(2026, 1, 1)]
    with pytest.raises(NoLetter, match="no letter yet"):
        runner.read(read_letter, advice_id=AdviceId(1))


def test_the_record_is_one_step_away(qtbot, runner, today):
    journey = Journey()
    screen = HolderScreen(
        lambda view: HolderPresenter(view, runner, today=today, go_to=journey.go_to, files=PaperDesk())
    )
    AdviceRobot(qtbot, screen).press("advice").press("keyboard")
    assert journey.places == [Place("holder", screen="advice"), Place("holder", screen="keyboard")]


def test_what_was_said_is_on_offer_to_rest_other_things_on(runner):
    said = {"said_by": "Priya", "on": TODAY, "how": How.PHONE, "about": About.MONEY}
    runner.run(add_advice, **said, words="Ask the agency first, and write down whom you spoke to there.")
    runner.run(add_advice, **said, words="Yes.\nI will write.", is_consent=True)
    assert runner.read(advice_choices) == (
        ("2", "Consent by Priya, 21 May 2026: Yes."),
        ("1", "Advice by Priya, 21 May 2026: Ask the agency first, and write down whom you …"),
    )


def test_what_something_rests_on_stays(noted, runner, monkeypatch):
    def refuse(_work, _advice_id):
        raise AdviceInUse("Something in this file rests on it. Take it off there first.")

    monkeypatch.setattr(store, "remove_advice", refuse)
    noted.pick(0).press("remove")
    assert noted.problem() == "Something in this file rests on it. Take it off there first."
    assert len(runner.read(list_advice)) == 1
