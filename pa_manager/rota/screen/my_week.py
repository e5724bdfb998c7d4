"""The screen "My week": who comes, in very big words with photos, for everybody to read or hear."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pa_manager.assistants.model import AssistantId
from pa_manager.rota.model import MyDay, MyWeek
from pa_manager.rota.presenter.my_week import MyWeekPresenter, MyWeekView
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.lines import FocusLine, Line, LitFrame
from pa_manager.shell.pieces.photos import Photo
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.words import Band, soft
from pa_manager.shell.sizes import lay

_MINUTE: Final = 60_000
_BIG: Final = 2
"""Today and tomorrow are written largest."""
_PHOTO: Final = 84


class MyWeekScreen(Screen):
    """A page that anybody can read: today, tomorrow, and the days after."""

    def __init__(self, present: Callable[[MyWeekView], MyWeekPresenter], parent: QWidget | None = None) -> None:
        super().__init__("My week", parent=parent)
        self._aloud = MainButton("Read it aloud", "read aloud")
        self._quiet = PlainButton("Stop reading", "stop reading")
        self._print = PlainButton("Print this page", "print page")
        self._save = PlainButton("Save as a file", "save page")
        self._cover = PlainButton("Find somebody to come", "find somebody")
        self._no_voice = soft("")
        self._nobody = Band("bad")
        self._days = QWidget()
        self._listed = QVBoxLayout(self._days)
        lay(self._listed, gap=18)
        self.add(
            ButtonRow(self._aloud, self._quiet, self._cover),
            self._nobody,
            self._days,
            ButtonRow(self._print, self._save),
            self._no_voice,
        )

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._aloud.clicked.connect(self._presenter.read_aloud)
        self._quiet.clicked.connect(self._presenter.be_quiet)
        self._print.clicked.connect(self._presenter.print_page)
        self._save.clicked.connect(self._presenter.save_page)
        self._cover.clicked.connect(self._presenter.find_somebody)
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE)
        self._clock.timeout.connect(self._presenter.look_at_the_clock)

    def show_week(self, week: MyWeek, photos: Mapping[AssistantId, bytes]) -> None:
        while (item := self._listed.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, day in enumerate(week.days):
            shown = _Day(day, photos, big=number < _BIG)
            self._listed.addWidget(shown)
            shown.show()

    def show_nobody(self, sentence: str) -> None:
        if sentence:
            self._nobody.show(sentence)
        else:
            self._nobody.hide()

    def allow_reading(self, allowed: bool, why_not: str) -> None:
        self._aloud.setVisible(allowed)
        self._quiet.setVisible(allowed)
        self._no_voice.setText(why_not)
        self._no_voice.setVisible(bool(why_not))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt calls it
        """Show the day that it is by now, and while the page is in sight, also the next."""
        self._presenter.look_at_the_clock()
        self._clock.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt calls it
        """Leave off reading what is no longer in sight."""
        self._clock.stop()
        self._presenter.be_quiet()
        super().hideEvent(event)


class _Day(LitFrame):
    """One day: which it is, and a line for each who comes. It can take the focus, and is then read as a whole."""

    def __init__(self, day: MyDay, photos: Mapping[AssistantId, bytes], *, big: bool) -> None:
        super().__init__("calm" if day.to_cover is None else "bad")
        column = QVBoxLayout(self)
        lay(column, gap=12 if big else 4, margins=(20, 16, 20, 18))
        called = FocusLine(day.heading, "large" if big else "heading", self)
        called.setAccessibleName(f"{day.heading}. {' '.join(day.sentences)}")
        column.addWidget(called)
        for number, sentence in enumerate(day.sentences):
            row = QHBoxLayout()
            lay(row, gap=16)
            if big and day.visits:
                visit = day.visits[number]
                photo = Photo(visit.name, _PHOTO)
                photo.show_photo(None if visit.assistant_id is None else photos.get(visit.assistant_id), visit.name)
                row.addWidget(photo)
            row.addWidget(Line(sentence, "figure" if big else "large"), 1)
            column.addLayout(row)
