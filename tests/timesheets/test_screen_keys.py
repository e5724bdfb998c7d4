"""From the published rota to sent, by the keyboard alone, on the window as the program furnishes it."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from pa_manager.assistants.model import AssistantId, Particulars, PayFrequency, ShiftKind, Terms
from pa_manager.assistants.operations import engage_assistant
from pa_manager.pay.operations import list_packs
from pa_manager.rota.operations import publish
from pa_manager.shell.pieces.keys import key_of
from pa_manager.timesheets.model import TimesheetState
from pa_manager.timesheets.operations import list_timesheets
from pa_manager.values.tasks import Place
from tests.timesheets.people import ADA, DAY_RATE, NIGHT, PERIOD, SAM, plan
from tests.windows import PaperDesk, furnished

MORNING_AFTER = datetime(2026, 5, 4, 9, tzinfo=UTC)
MOST, MOST_HANDED_OVER = 20, 40
"""Presses from the published rota to sent, and to the pack in the hands of the payroll."""


@pytest.fixture
def published(staffed):
    """Three assistants who worked as published; one of them slept in and was not woken."""
    staffed.run(
        engage_assistant,
        particulars=Particulars(
            name="Jo Pascoe",
            started_on=date(2026, 1, 5),
            frequency=PayFrequency.FOUR_WEEKLY,
            periods_from=PERIOD.first,
        ),
        terms=Terms(from_day=date(2026, 1, 5), rates=(DAY_RATE,)),
    )
    for assistant_id in (ADA, SAM, AssistantId(3)):
        for day in (7, 9, 14, 16):
            plan(staffed, assistant_id, date(2026, 4, day))
    plan(staffed, SAM, date(2026, 4, 20), NIGHT, kind=ShiftKind.SLEEP_IN)
    staffed.run(publish, days=PERIOD, at=datetime(2026, 4, 1, 12, tzinfo=UTC))
    return staffed


class Keyboard:
    """Presses keys where the focus is, and counts them. A letter held with Alt is one press."""

    def __init__(self, qtbot, window):
        self._qtbot, self._window = qtbot, window
        self.presses = 0

    @property
    def _place(self):
        return QApplication.activeModalWidget() or self._window

    def press(self, key, held=Qt.KeyboardModifier.NoModifier):
        self.presses += 1
        self._qtbot.keyClick(self._place.focusWidget() or self._place, key, held)

    def alt(self, name):
        """Hold Alt and press the letter that a button in sight shows."""
        (button,) = (each for each in self._place.findChildren(QPushButton, name) if each.isVisible())
        letter = key_of(button.text())
        assert letter, f"{name} has no key"
        with self._qtbot.waitSignal(button.clicked):  # a button pressed by its letter goes down before it goes up
            self.press(Qt.Key[f"Key_{letter.upper()}"], Qt.KeyboardModifier.AltModifier)


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def agreed(qtbot, published, desk):
    """The keyboard, once the timesheets are made, the night is told of and all is agreed."""
    window = furnished(qtbot, published, desk, now=MORNING_AFTER)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    keys = Keyboard(qtbot, window)
    keys.press(Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    assert window.place == Place("timesheets")

    keys.alt("make all")
    assert {line.state for line in published.read(list_timesheets)} == {TimesheetState.DRAFT}
    while not _quiet_in_sight(window):
        keys.press(Qt.Key.Key_Tab) if not _in_table() else keys.press(Qt.Key.Key_Down)
    keys.alt("quiet")
    keys.alt("agree all")
    keys.press(Qt.Key.Key_Return)
    return keys


def test_three_who_kept_to_plan_are_sent_in_a_few_presses(agreed, published):
    agreed.alt("send all")
    agreed.press(Qt.Key.Key_Return)
    sheets = published.read(list_timesheets)
    assert [line.state for line in sheets] == [TimesheetState.SENT] * 3
    assert agreed.presses <= MOST


def test_the_hours_of_three_are_handed_over_in_at_most_forty_presses(agreed, published, desk):
    agreed.press(Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    agreed.alt("bureau")
    agreed.alt("send")
    agreed.press(Qt.Key.Key_Return)
    assert [line.state for line in published.read(list_timesheets)] == [TimesheetState.SENT] * 3
    (pack,) = published.read(list_packs)
    assert pack.mail in desk.copied
    assert {name.rpartition(".")[2] for name in desk.saved} == {"pdf", "csv"}
    assert agreed.presses <= MOST_HANDED_OVER


def _in_table():
    return QApplication.focusWidget() is not None and QApplication.focusWidget().objectName() == "timesheets"


def _quiet_in_sight(window):
    return any(each.isVisible() for each in window.findChildren(QPushButton, "quiet"))
