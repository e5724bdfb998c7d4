"""A paper shown inside the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from pa_manager.paper.pages import pdf
from pa_manager.paper.style import new_page, sentence
from pa_manager.shell.pieces.papers import Papers

THREE = pdf("Letter", "Letter", [sentence("First."), new_page(), sentence("Second."), new_page(), sentence("Third.")])
ONE = pdf("Note", "Note", [sentence("Only.")])


@pytest.fixture
def asked():
    return []


@pytest.fixture
def papers(qtbot, asked):
    papers = Papers("The paper", print_paper=lambda: asked.append("print"), save_paper=lambda: asked.append("save"))
    qtbot.addWidget(papers)
    papers.resize(600, 900)
    papers.show()
    return papers


def picture(papers):
    return next(label for label in papers.findChildren(QLabel) if label.property("look") == "paper")


def press(qtbot, button):
    assert button.isEnabled()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_without_a_paper_it_says_so_and_offers_nothing(papers):
    assert papers.place == ""
    assert not papers.print_button.isVisible()
    papers.show_nothing("Check the return first.")
    assert any(label.isVisible() and label.text() == "Check the return first." for label in papers.findChildren(QLabel))


def test_a_paper_is_shown_from_its_first_page_with_its_words(papers):
    papers.show_paper(THREE)
    assert papers.place == "Page 1 of 3"
    assert picture(papers).isVisible()
    assert abs(picture(papers).pixmap().width() - 600) <= 1
    assert "First." in picture(papers).accessibleDescription()
    assert picture(papers).accessibleName() == "Picture of page 1"


def test_pages_are_turned_as_far_as_there_are_any(qtbot, papers):
    papers.show_paper(THREE)
    assert not papers.earlier_button.isEnabled()
    press(qtbot, papers.next_button)
    press(qtbot, papers.next_button)
    assert (papers.place, "Third." in papers.words) == ("Page 3 of 3", True)
    assert not papers.next_button.isEnabled()
    press(qtbot, papers.earlier_button)
    assert papers.place == "Page 2 of 3"


def test_a_paper_of_one_page_has_nothing_to_turn(papers):
    papers.show_paper(ONE)
    assert not papers.next_button.isVisible()


def test_the_same_paper_again_stays_open_where_it_was(qtbot, papers):
    papers.show_paper(THREE)
    press(qtbot, papers.next_button)
    papers.show_paper(THREE)
    assert papers.place == "Page 2 of 3"
    papers.show_paper(ONE)
    assert papers.place == "Page 1 of 1"


def test_the_words_can_be_read_in_place_of_the_picture(qtbot, papers):
    papers.show_paper(ONE)
    press(qtbot, papers.text_button)
    words = papers.findChild(QPlainTextEdit)
    assert words.isVisible()
    assert words.isReadOnly()
    assert "Only." in words.toPlainText()
    assert not picture(papers).isVisible()
    press(qtbot, papers.text_button)
    assert picture(papers).isVisible()


def test_a_page_is_as_wide_as_there_is_room(papers):
    papers.show_paper(ONE)
    papers.resize(400, 900)
    assert abs(picture(papers).pixmap().width() - 400) <= 1


def test_printing_and_saving_are_left_to_others(qtbot, papers, asked):
    papers.show_paper(ONE)
    press(qtbot, papers.print_button)
    press(qtbot, papers.save_button)
    assert asked == ["print", "save"]


def test_a_paper_that_is_taken_away_is_gone(papers):
    papers.show_paper(THREE)
    papers.show_nothing("Gone.")
    assert papers.place == ""
    assert not picture(papers).isVisible()
    assert not papers.next_button.isVisible()
