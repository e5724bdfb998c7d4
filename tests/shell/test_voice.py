"""The computer's own voice, where there is one."""

import sys
from types import ModuleType, SimpleNamespace

import pytest
from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pa_manager.shell.desk import QtDesk
from pa_manager.shell.voice import find_voice

BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


class Speech:
    """Stands in for QTextToSpeech: not every computer that runs the tests can speak."""

    State = SimpleNamespace(Error="error", Ready="ready")
    engines = ("mock", "system")
    voices = ("Daniel",)

    def __init__(self, engine, _parent):
        assert engine != "mock"
        self.heard = []
        self.locale = None

    @classmethod
    def availableEngines(cls):  # noqa: N802 -- Qt's
        return list(cls.engines)

    def availableLocales(self):  # noqa: N802 -- Qt's
        return [QLocale(QLocale.Language.Welsh), BRITISH]

    def availableVoices(self):  # noqa: N802 -- Qt's
        return list(self.voices)

    def state(self):
        return "ready"

    def setLocale(self, locale):  # noqa: N802 -- Qt's
        self.locale = locale

    def say(self, text):
        self.heard.append(text)

    def stop(self):
        self.heard.append("")

    def deleteLater(self):  # noqa: N802 -- Qt's
        pass


@pytest.fixture
def speech(monkeypatch, qapp):
    module = ModuleType("PySide6.QtTextToSpeech")
    module.QTextToSpeech = type("Speech", (Speech,), {})
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", module)
    return module.QTextToSpeech


def test_it_reads_in_british_english_and_leaves_off(speech):
    voice = find_voice(QObject())
    voice.read_aloud("Ada comes today.")
    voice.be_quiet()
    assert voice._speech.locale == BRITISH
    assert voice._speech.heard == ["", "Ada comes today.", ""]


def test_a_computer_without_a_voice_has_none(speech, monkeypatch):
    speech.voices = ()
    assert find_voice(QObject()) is None
    speech.engines = ("mock",)
    assert find_voice(QObject()) is None
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    assert find_voice(QObject()) is None


def test_the_desk_copies_and_has_the_voice(speech, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    desk = QtDesk(window)
    desk.copy_text("Hello Ada.")
    assert QGuiApplication.clipboard().text() == "Hello Ada."
    assert desk.voice() is not None
