"""The plan in words, through its screen."""

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage

from pa_manager.plan.model import Part
from pa_manager.plan.operations import add_outcome, list_versions
from pa_manager.plan.presenter.words import EMPTY, WordsPresenter
from pa_manager.plan.screen.words import WordsScreen
from pa_manager.shell.desk import CannotUseFile
from tests.conftest import TODAY
from tests.plan.household import write
from tests.plan.robot import WordsRobot
from tests.windows import PaperDesk

GOOD_DAY = "what is a good day?"


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def robot(qtbot, runner, today, desk):
    return WordsRobot(qtbot, WordsScreen(lambda view: WordsPresenter(view, runner, today=today, desk=desk)))


@pytest.fixture
def written(robot):
    return robot.write("About me", **{GOOD_DAY: "Sun, and somebody laughs."})


def test_every_part_stands_there_from_the_start(robot):
    assert [line[0] for line in robot.parts()] == [part.words for part in Part]
    assert robot._screen.findChild(object, "lead").text() == EMPTY
    for button in ("remove", "start", "agree", "compare", "print", "save"):
        assert not robot.can_press(button), button


def test_a_part_is_written_and_written_again(written):
    assert ["About me", "Sun, and somebody laughs"] in written.parts()
    assert written.result() == "Kept. About me is part of the plan."
    written.write(
        "About me", **{"what_is_a_bad_day?": "Fog.", "which_name_do_i_like?": "Jean", "what_are_my_routines?": "Tea"}
    )
    assert ["About me", "Jean; Tea; Sun, and somebody laughs; …"] in written.parts()


def test_each_error_stands_beside_its_field_and_nothing_is_lost(robot):
    robot.write(
        "The plan itself", **{"how_much_is_agreed_for_a_week?": "lots", "when_is_the_next_review?": "31 9 2026"}
    )
    assert robot.error_of("how much is agreed for a week?").startswith("This is not an amount")
    assert robot.error_of("when is the next review?").startswith("September 2026 has 30 days.")
    assert robot.text_of("how much is agreed for a week?") == "lots"
    robot.press("leave").write("Staying safe")
    assert robot.problem().startswith("Nothing is written yet.")


def test_there_may_be_several_of_a_risk_and_one_is_taken_out(robot):
    robot.write("Staying safe", **{"what_may_go_wrong?": "Falls"})
    assert robot.can_press("another")
    robot.press("another").fill_form(**{"what_may_go_wrong?": "Cold"}).press("keep")
    assert [line for line in robot.parts() if line[0] == "Staying safe"] == [
        ["Staying safe", "Falls"],
        ["Staying safe", "Cold"],
    ]
    robot.press("remove")
    assert robot.result() == "Taken out: Falls. Undo brings it back."


def test_a_version_is_agreed_copied_and_compared(written, runner):
    written.press("agree").fill_form(**{"when?": "31 4 2026"}).press("keep")
    assert written.error_of("who agreed it?").startswith("The name is missing.")
    written.fill_form(**{"who_agreed_it?": "Asha Verma", "when?": "1 5 2026"}).press("keep")
    assert written.result().startswith("Kept. This version is agreed")
    written.pick(1, "parts of the plan")
    assert not written.can_press("write")
    written.activate(1, "parts of the plan")
    assert written.form is None
    written.press("start")
    written.write("About me", **{GOOD_DAY: "Rain."})
    assert len(written.rows("versions")) == 2
    written.press("compare").press("keep")
    assert written.rows("what differs") == [["About me", "What is a good day?", "Sun, and somebody laughs.", "Rain."]]
    assert written.result() == "Version 1 beside version 2: 1 answer differs."
    written.press("compare").fill_form(after="1").press("keep")
    assert written.result() == "Version 1 beside version 1: nothing differs."
    written.pick(1, "versions")
    assert ["About me", "Sun, and somebody laughs"] in written.parts()
    assert len(runner.read(list_versions)) == 2


def test_what_is_to_do_goes_on_when_the_plan_is_agreed(written):
    written.press("agree").fill_form(**{"who_agreed_it?": "Asha Verma"}).press("keep")
    written.write("To do", **{"what_is_to_be_done?": "Ask the pool"})
    assert ["To do", "Ask the pool"] in written.parts()


def test_what_is_wanting_is_said_with_what_to_do(written, runner):
    before = written.rows("is it ready?")
    assert [
        "Effective",
        "The plan does not say what should change or be kept.",
        "Add an outcome under My plan.",
    ] in before
    runner.run(add_outcome, words="Swim.", first=TODAY)
    assert len(written.rows("is it ready?")) > 0
    assert any(line[0] == "What should get better, or be kept" and "Swim" in line[1] for line in written.parts())


@pytest.mark.parametrize("kind", ["standard", "large", "easy", "profiles"])
def test_every_paper_is_printed_and_saved(written, desk, runner, kind):
    write(runner, Part.PAGE, place="New PAs")
    written.choose("which paper", kind)
    written.press("print").press("save")
    name = "One-page profiles.pdf" if kind == "profiles" else "Support plan, version 1.pdf"
    assert desk.printed[name] == desk.saved[name]
    assert desk.saved[name].startswith(b"%PDF")
    assert written.result() == f"Saved as {name}."


def test_a_paper_that_cannot_be_made_or_saved_says_why(written, desk, monkeypatch):
    written.choose("which paper", "profiles")
    written.press("save")
    assert written.problem().startswith("There is no one-page profile yet.")

    def full(name, content):
        raise CannotUseFile("It could not be saved there. Choose another folder.")

    monkeypatch.setattr(desk, "save_file", full)
    written.choose("which paper", "standard")
    written.press("save")
    assert written.problem().startswith("It could not be saved there.")


def test_nothing_picked_nothing_done(robot):
    presenter = robot._screen._presenter
    presenter.pick(None)
    for act in (presenter.write, presenter.add_another, presenter.remove, presenter.agree, presenter.add_photo):
        act()
    presenter.pick_version(None)
    presenter.save("standard")
    presenter.print("standard")
    assert robot.form is None


def test_a_long_answer_is_cut_between_words_in_the_list(written):
    written.write("About me", **{GOOD_DAY: "sun " * 40})
    assert ["About me", f"{' '.join(['sun'] * 17)} …"] in written.parts()


def _photo():
    image = QImage(60, 80, QImage.Format.Format_RGB32)
    image.fill(0x0B5C63)
    kept = QBuffer()
    kept.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")
    return bytes(kept.data())


def test_a_photo_stands_on_the_one_page_profile_and_goes_into_the_next_version(robot, desk, runner):
    robot.write("One-page profile", **{"what_is_this_page_for?": "New PAs"})
    robot.press("photo")
    desk.to_open.append(("jean.png", _photo()))
    robot.press("photo")
    assert robot.result() == "Kept. jean.png stands on the one-page profile."
    assert ["One-page profile", "New PAs; with a photo"] in robot.parts()
    robot.write("One-page profile", **{"who_may_read_it?": "PAs"})
    robot.press("agree").fill_form(**{"who_agreed_it?": "Asha Verma"}).press("keep").press("start")
    assert ["One-page profile", "New PAs; with a photo; PAs"] in robot.parts()
    robot.choose("which paper", "profiles")
    robot.press("save")
    page = pypdfium2.PdfDocument(desk.saved["One-page profiles.pdf"])[0]
    assert [each.type for each in page.get_objects()].count(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE) == 1


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff\xd8\xff" + bytes(60_000_000), "The photo is larger than 20 MB."),
        (b"%PDF-1.7", "That is a PDF, not a photo."),
        (b"\x89PNG nothing more", "The photo is damaged"),
    ],
)
def test_a_file_that_is_no_photo_is_refused_and_nothing_lost(robot, desk, content, why):
    robot.write("One-page profile", **{"what_is_this_page_for?": "New PAs"})
    desk.to_open.append(("jean.jpg", content))
    robot.press("photo")
    assert robot.problem().startswith(why)
    assert ["One-page profile", "New PAs"] in robot.parts()
