"""A page that scrolls: with the wheel, with keys, and by itself to what has the focus."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from pa_manager.shell.pieces.lines import Line
from pa_manager.shell.pieces.scrolling import Scrolling, scrolling_above

WORDS = "Words that wrap where there is no more room, and so make the page higher the narrower it is. "


@pytest.fixture
def page(qtbot, looks):
    page = QWidget()
    column = QVBoxLayout(page)
    for number in range(30):
        column.addWidget(Line(WORDS))
        button = QPushButton(f"Button {number}")
        button.setObjectName(str(number))
        column.addWidget(button)
    return page


@pytest.fixture
def scrolling(qtbot, page):
    scrolling = Scrolling(page)
    qtbot.addWidget(scrolling)
    scrolling.resize(400, 300)
    scrolling.show()
    qtbot.waitExposed(scrolling)
    return scrolling


def wheel(scrolling, *, down=0, right=0):
    where = QPointF(5, 5)
    turn = QWheelEvent(
        where, where, QPoint(), QPoint(-right, -down), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(scrolling, turn)


def test_a_page_is_as_wide_as_there_is_room_and_as_high_as_its_words(scrolling, page):
    assert page.width() == scrolling.sight().width()
    assert page.height() == page.heightForWidth(page.width())
    high = page.height()
    scrolling.resize(800, 300)
    assert page.height() < high
    assert not scrolling.horizontalScrollBar().isVisible()


def test_a_page_too_wide_scrolls_sideways_too(qtbot, scrolling, page):
    page.findChild(QPushButton, "0").setMinimumWidth(900)
    qtbot.waitUntil(scrolling.horizontalScrollBar().isVisible)
    wheel(scrolling, right=120)
    assert page.x() < 0


def test_the_wheel_and_the_keys_scroll(qtbot, scrolling, page):
    wheel(scrolling, down=120)
    assert page.y() < 0
    for key, at in ((Qt.Key.Key_End, scrolling.verticalScrollBar().maximum()), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(scrolling, key)
        assert page.y() == -at
    qtbot.keyClick(scrolling, Qt.Key.Key_PageDown)
    assert page.y() == -scrolling.sight().height()
    qtbot.keyClick(scrolling, Qt.Key.Key_A)
    assert page.y() == -scrolling.sight().height()


def test_what_has_the_focus_is_brought_into_sight(qtbot, scrolling, page):
    scrolling.activateWindow()
    qtbot.waitUntil(scrolling.isActiveWindow)
    for name in ("29", "0", "15"):
        button = page.findChild(QPushButton, name)
        button.setFocus()
        assert button.visibleRegion().boundingRect().height() == button.height()


def test_a_page_that_fits_has_nothing_to_scroll(qtbot, looks):
    page = QWidget()
    QVBoxLayout(page).addWidget(Line("Few words."))
    scrolling = Scrolling(page)
    qtbot.addWidget(scrolling)
    scrolling.resize(400, 300)
    scrolling.show()
    assert not scrolling.verticalScrollBar().isEnabled()
    assert page.height() == scrolling.sight().height()
    assert scrolling.sizeHint().width() > page.sizeHint().width()


def test_it_tells_when_more_can_be_seen(qtbot, scrolling):
    with qtbot.waitSignal(scrolling.room_changed):
        scrolling.resize(400, 500)


def test_a_widget_finds_what_it_scrolls_in(scrolling, page):
    assert scrolling_above(page.findChild(QPushButton, "3")) is scrolling
    assert scrolling_above(scrolling) is None
    assert scrolling.page() is page
