"""Fixtures for the tests of the shell."""

import pytest
from pytestqt.qtbot import QtBot

from pa_manager.shell.theme import Theme
from pa_manager.shell.window import Window
from tests.shell.gallery import gallery


@pytest.fixture
def window(qtbot: QtBot, looks: Theme) -> Window:
    """The gallery of pieces in a window, as large as a small screen."""
    window = gallery(Window(theme=looks))
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    return window
