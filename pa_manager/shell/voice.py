"""The computer's own voice, which reads aloud to those who would rather listen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QLocale, QObject

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

_BRITISH: Final = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


class Voice(Protocol):
    """What reads aloud."""

    def read_aloud(self, text: str) -> None:
        """Begin to read a text. What was being read is left off."""
        ...

    def be_quiet(self) -> None:
        """Leave off reading."""
        ...


class QtVoice(Voice):
    """The voice of the system, in British English if it has that."""

    def __init__(self, speech: QTextToSpeech) -> None:
        self._speech = speech
        if _BRITISH in speech.availableLocales():
            speech.setLocale(_BRITISH)

    def read_aloud(self, text: str) -> None:
        """Begin to read a text. What was being read is left off."""
        self._speech.stop()
        self._speech.say(text)

    def be_quiet(self) -> None:
        """Leave off reading."""
        self._speech.stop()


def find_voice(parent: QObject) -> Voice | None:
    """Return the voice of this computer; nothing, where it has none, or no library to speak with."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415 - large, and the first window does without
    except ImportError:
        return None
    for engine in QTextToSpeech.availableEngines():
        if engine != "mock":
            speech = QTextToSpeech(engine, parent)
            if speech.state() is not QTextToSpeech.State.Error and speech.availableVoices():
                return QtVoice(speech)
            speech.deleteLater()
    return None
