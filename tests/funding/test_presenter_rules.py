"""What whoever pays asks of the holder, without Qt and on Qt."""

import pytest

from pa_manager.file.work import NotFound
from pa_manager.funding.model import ConsentId, ReturnLine, Schedule
from pa_manager.funding.operations import add_stream, attach_advice, detach_advice, find_stream, list_profiles
from pa_manager.funding.presenter.rules import RulesPresenter
from pa_manager.funding.screen.rules import RulesScreen
from pa_manager.holder.model import About, AdviceId, AdviceInUse, How
from pa_manager.holder.operations import add_advice, remove_advice
from pa_manager.shell.desk import CannotUseFile
from tests.conftest import TODAY
from tests.funding.robot import RulesRobot
from tests.windows import PaperDesk

WEEKS = "How many weeks' money may be kept?"


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def robot(qtbot, runner, today, desk):
    return RulesRobot(qtbot, RulesScreen(lambda view: RulesPresenter(view, runner, today=today, files=desk)))


@pytest.fixture
def begun(robot):
    return robot.press("add").fill_form(which_pattern="1", what_to_call_it="Midshire").press("keep")


def _rule(robot, words):
    return list(robot.rules()).index(words)


def test_the_commonest_rules_stand_there_until_there_are_others(robot):
    assert robot.profiles() == []
    assert robot.rules()[WEEKS][0] == "8 weeks"
    robot.pick(0, "rule by rule")
    for button in ("change", "take back", "use", "save", "rename", "remove"):
        assert not robot.can_press(button)


def test_a_pattern_is_the_beginning_of_ones_own_rules(begun):
    assert begun.profiles() == [
        ["Midshire", "Not used yet", "A pattern of several councils, not the rules of any one."]
    ]
    assert begun.rules()["May cash be used?"][2].startswith("General default. ")
    assert begun.result() == "Kept. Midshire can now be changed and used."
    begun.press("add").press("keep")
    assert begun.profiles()[1][0] == "General"


def test_a_rule_is_changed_with_its_day_and_source_and_taken_back(begun):
    begun.activate(_rule(begun, WEEKS), "rule by rule")
    begun.fill_form(the_answer="lots", from_which_day="31 4 2026").press("keep")
    assert begun.error_of("the answer").startswith("This is not a number")
    assert begun.error_of("from which day").startswith("April 2026 has 30 days.")
    begun.fill_form(the_answer="6", from_which_day="1 4 2026", where_it_says_so="Letter").press("keep")
    assert begun.rules()[WEEKS] == ["6 weeks", "1 April 2026", "Letter"]
    assert begun.result() == f"Kept. {WEEKS} 6 weeks."
    begun.pick(_rule(begun, WEEKS), "rule by rule").press("take back")
    assert begun.result().startswith("Taken back.")


def test_a_default_is_changed_but_not_taken_back(begun):
    begun.pick(_rule(begun, "May cash be used?"), "rule by rule")
    assert not begun.can_press("take back")
    begun.press("change").fill_form(the_answer="no").press("keep")
    assert begun.rules()["May cash be used?"] == ["No", "", ""]
    begun.activate(_rule(begun, "Which papers are asked for?"), "rule by rule")
    begun.fill_form(the_answer=" ").press("keep")
    assert begun.error_of("the answer").startswith("The rule is missing.")


def test_money_is_told_to_follow_the_rules(begun, runner):
    begun.press("use")
    assert begun.problem().startswith("No money is agreed yet.")
    runner.run(add_stream, funder="NHS", schedule=Schedule.WEEKLY, first_payment_on=TODAY, first=TODAY)
    begun.press("use").fill_form(which_money_follows_these_rules="1").press("keep")
    assert begun.profiles()[0][1] == "NHS"
    assert begun.result() == "Kept. NHS follows Midshire."
    assert runner.read(find_stream, 1).keep_weeks == 8


def test_rules_are_saved_and_loaded_elsewhere(begun, desk, runner):
    begun.press("save")
    assert begun.result().startswith("Saved as Midshire.json.")
    desk.to_open.append(("Midshire.json", desk.saved["Midshire.json"]))
    begun.press("load")
    assert [row[0] for row in begun.profiles()] == ["Midshire", "Midshire"]
    begun._screen.point_out(1)
    begun.press("rename").fill_form(what_to_call_it=" ").press("keep")
    assert begun.error_of("what to call it").startswith("The name is missing.")
    begun.fill_form(what_to_call_it="Midshire 2025").press("keep").press("remove")
    assert begun.result() == "Taken out: Midshire 2025. Undo brings it back."
    assert len(runner.read(list_profiles)) == 1


def test_a_file_of_something_else_is_refused_and_nothing_lost(begun, desk, monkeypatch):
    desk.to_open.append(("photo.json", b"\xff\xd8"))
    begun.press("load")
    assert begun.problem() == "photo.json is not a file of rules. Choose one that was saved here."
    begun.press("load")

    def full(name, content):
        raise CannotUseFile("It could not be saved there. Choose another folder.")

    monkeypatch.setattr(desk, "save_file", full)
    begun.press("save")
    assert begun.problem().startswith("It could not be saved there.")
    monkeypatch.setattr(desk, "save_file", lambda name, content: None)
    begun.press("save")
    assert len(begun.profiles()) == 1


def test_what_went_meanwhile_is_said_in_the_form(begun, runner):
    begun.activate(0, "sets of rules")
    runner.undo()
    begun.press("keep")
    assert begun.problem() == "Those rules are no longer in the file."


def test_nothing_picked_nothing_done(robot):
    presenter = robot._screen._presenter
    for name in ("save", "rename", "remove", "use", "change", "take_back"):
        getattr(presenter, name)()
    assert robot.form is None


# What was agreed beforehand

SAID = {"said_by": "Priya Nair", "words": "Taxis to the pool are fine.", "on": TODAY, "how": How.LETTER}


def test_what_was_said_is_kept_with_the_spending_it_is_about_and_taken_off(robot, runner):
    assert not robot.can_press("attach")
    runner.run(add_advice, **SAID, about=About.SPENDING)
    robot.press("attach").press("keep")
    assert robot.consents() == []
    assert robot.error_of("for which kind of spending").startswith("Choose the kind of spending, the money")
    robot.fill_form(for_which_kind_of_spending="transport").press("keep")
    assert robot.consents() == [
        [
            "Taxis, outings and activities",
            "All money",
            "Taxis to the pool are fine.",
            "Priya Nair. In a letter, 21 May 2026",
            "Nothing in writing yet",
        ]
    ]
    with pytest.raises(AdviceInUse):
        runner.run(remove_advice, advice_id=AdviceId(1))
    robot.pick(0, "what was agreed beforehand").press("detach")
    assert robot.consents() == []
    runner.run(remove_advice, advice_id=AdviceId(1))


def test_it_may_be_about_one_stream_of_money_alone(robot, runner):
    runner.run(add_stream, funder="Midshire", schedule=Schedule.FOUR_WEEKLY, first_payment_on=TODAY, first=TODAY)
    runner.run(add_advice, **SAID, about=About.MONEY)
    robot.press("attach").fill_form(of_which_money="1").press("keep")
    assert robot.consents()[0][:2] == ["The money itself", "Midshire"]
    with pytest.raises(NotFound):
        runner.run(attach_advice, advice_id=AdviceId(9), line=ReturnLine.CASH)
    with pytest.raises(NotFound):
        runner.run(detach_advice, consent_id=ConsentId(9))
