"""Fixtures for the tests of the shell."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pa_manager.shell import theme
from pa_manager.shell.theme import Theme
from pa_manager.shell.window import Window
from tests.shell.gallery import gallery


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[Theme]:
    """The looks of the program, put on for one test."""
    font = qapp.font()
    QAccessible.setActive(True)
    yield theme.put_on(qapp)
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(QPalette())


@pytest.fixture
def window(qtbot: QtBot, looks: Theme) -> Window:
    """The gallery of pieces in a window, as large as a small screen."""
    window = gallery(Window(theme=looks))
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    return window
