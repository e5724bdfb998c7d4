"""Words on a screen: headings, paragraphs, cards, figures that matter, and bands that say how things stand."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pa_manager.shell import theme
from pa_manager.shell.colours import Tone
from pa_manager.shell.icons import icon
from pa_manager.shell.pieces.flow import Flow
from pa_manager.shell.pieces.lines import FocusLine, Line, LitFrame, announce, set_look
from pa_manager.shell.sizes import lay, px, set_least

_TONES: Final[dict[Tone, str]] = {"bad": "Problem", "warn": "Warning", "good": "Done", "calm": "Note"}


def heading(text: str) -> Line:
    """Return the heading of a part of a screen."""
    return Line(text, "heading")


def paragraph(text: str) -> Line:
    """Return plain words."""
    return Line(text)


def soft(text: str) -> Line:
    """Return words that stand back: a note, a hint, a date."""
    return Line(text, "text", "soft")


class Card(QFrame):
    """A sheet of paper on the table, for things that belong together."""

    def __init__(self, *widgets: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setProperty("look", "card")
        self._column = QVBoxLayout(self)
        lay(self._column, gap=8, margins=(20, 18, 20, 20))
        self._column.addStretch(1)
        self.add(*widgets)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets beneath those it has."""
        for widget in widgets:
            self._column.insertWidget(self._column.count() - 1, widget)


class FigureCard(Card):
    """A card with one figure that matters: what it is, how much, and what to make of it."""

    def __init__(self, label: str, figure: str = "", note: str = "", parent: QWidget | None = None) -> None:
        self._label = Line(label, "text", "soft")
        self._figure = Line(figure, "figure")
        self._note = Line(note, "text", "soft")
        super().__init__(self._label, self._figure, self._note, parent=parent)
        lay(self._column, gap=4, margins=(20, 16, 20, 18))
        set_least(self, width=236)
        self._name()

    @property
    def figure(self) -> str:
        """The figure it shows."""
        return self._figure.text()

    @property
    def note(self) -> str:
        """What it says beneath the figure."""
        return self._note.text()

    def show(self, figure: str = "", note: str = "") -> None:
        """Show another figure, and what to make of it."""
        if figure:
            self._figure.setText(figure)
            self._note.setText(note)
            self._name()
        super().show()

    def _name(self) -> None:
        self.setAccessibleName(" ".join(filter(None, (self._label.text() + ":", self.figure, self.note))))


class CardRow(QWidget):
    """Cards side by side, all as wide and as high as one another, in as many rows as they need."""

    def __init__(self, *cards: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self, even=True)
        lay(self._flow, gap=18)
        self.add(*cards)

    def add(self, *cards: QWidget) -> None:
        """Add cards at the end."""
        for card in cards:
            self._flow.addWidget(card)


class Band(LitFrame):
    """A band that says how something stands, in a sentence, and beneath it the way out.

    It is out of sight while it has nothing to say. Its words can take the focus, so that a screen reader says them.
    """

    def __init__(self, tone: Tone, sentence: str = "", way_out: str = "", parent: QWidget | None = None) -> None:
        super().__init__(tone, parent)
        self._tone: Tone = tone
        self._icon = QLabel()
        self.sentence = FocusLine(sentence, "label", self)
        self.way_out = Line(way_out)
        row = QHBoxLayout(self)
        lay(row, gap=12, margins=(16, 14, 20, 14))
        words = QVBoxLayout()
        lay(words, gap=4)
        words.addWidget(self.sentence)
        words.addWidget(self.way_out)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._say(sentence, way_out)
        self.setVisible(bool(sentence))

    @property
    def said(self) -> str:
        """What it says; nothing while it is out of sight."""
        return "" if self.isHidden() else f"{self.sentence.text()} {self.way_out.text()}".strip()

    def show(self, sentence: str = "", way_out: str = "") -> None:
        """Come into sight, with another sentence if one is given."""
        if sentence:
            self._say(sentence, way_out)
            announce(self, f"{sentence} {way_out}".strip())
        super().show()

    def set_tone(self, tone: Tone) -> None:
        """Say it in another tone from now on."""
        self._tone = tone
        set_look(self, "look", tone)
        self._draw()

    def take_focus(self) -> None:
        """Bring the focus here, so that the words are read."""
        self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in other colours or another size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._draw()

    def _say(self, sentence: str, way_out: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setAccessibleName(f"{sentence} {way_out}".strip())
        self.way_out.setText(way_out)
        self.way_out.setVisible(bool(way_out))
        self._draw()

    def _draw(self) -> None:
        colour, _ = theme.colours().of(self._tone)
        self._icon.setAccessibleName(_TONES[self._tone])
        self._icon.setPixmap(icon(self._tone, colour, px(22), self.devicePixelRatioF()))
