"""The screen My week, without a toolkit: who comes, for everybody to read or hear."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final, Protocol

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.operations import ASSISTANTS
from pa_manager.file.running import Changes, Runner
from pa_manager.rota.model import MyWeek
from pa_manager.rota.operations import ROTA, photos_of, print_my_week, read_my_week
from pa_manager.values.days import said
from pa_manager.values.errors import UserError
from pa_manager.values.tasks import GoTo, Place

NO_VOICE: Final = (
    "This computer has no voice to read aloud with. One can be added in the settings of the computer, under speech."
)


class MyWeekView(Protocol):
    """What the presenter asks of the widget."""

    def show_week(self, week: MyWeek, photos: Mapping[AssistantId, bytes]) -> None: ...
    def show_nobody(self, sentence: str) -> None: ...
    def allow_reading(self, allowed: bool, why_not: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class Reader(Protocol):
    """What reads aloud."""

    def read_aloud(self, text: str) -> None: ...
    def be_quiet(self) -> None: ...


class Hands(Protocol):
    """What is asked of the desktop: to save a file, to print a paper, to lend its voice."""

    def save_file(self, name: str, content: bytes) -> str | None: ...
    def print_pdf(self, name: str, pdf: bytes) -> None: ...
    def voice(self) -> Reader | None: ...


class MyWeekPresenter:
    """Shows and reads aloud who comes today and on the days after. When the day is over, it shows the next."""

    def __init__(
        self, view: MyWeekView, runner: Runner, *, now: Callable[[], datetime], go_to: GoTo, desk: Hands
    ) -> None:
        self._view = view
        self._runner = runner
        self._now = now
        self._go_to = go_to
        self._desk = desk
        self._voice = desk.voice()
        self._week = MyWeek(())
        self.close = runner.on_change(self._refresh_if_touched)
        view.allow_reading(self._voice is not None, "" if self._voice else NO_VOICE)
        self.refresh()

    def refresh(self) -> None:
        """Read again who comes, and show it."""
        self._show(self._runner.read(read_my_week, now=self._now()))

    def look_at_the_clock(self) -> None:
        """If somebody has gone since, or another day has begun, show that."""
        week = self._runner.read(read_my_week, now=self._now())
        if week != self._week:
            self._show(week)

    def read_aloud(self) -> None:
        """Have the page read aloud."""
        if self._voice:
            self._voice.read_aloud(self._week.spoken)

    def be_quiet(self) -> None:
        """Leave off reading."""
        if self._voice:
            self._voice.be_quiet()

    def find_somebody(self) -> None:
        """Go to where cover is found, for the first time that nobody comes."""
        self._go_to(Place("cover", self._week.to_cover))

    def print_page(self) -> None:
        """Print the page."""
        self._hand_out(self._desk.print_pdf)

    def save_page(self) -> None:
        """Save the page as a file."""
        self._hand_out(self._save)

    def _show(self, week: MyWeek) -> None:
        self._week = week
        self._view.show_week(week, self._runner.read(photos_of, week=week))
        self._view.show_nobody(week.nobody)

    def _save(self, name: str, pdf: bytes) -> None:
        if place := self._desk.save_file(f"{name}.pdf", pdf):
            self._view.show_result(f"Saved: {place}.")

    def _hand_out(self, hand_out: Callable[[str, bytes], None]) -> None:
        try:
            pdf = self._runner.read(print_my_week, now=self._now())
            hand_out(f"My week, {said(self._week.today)}", pdf)
        except UserError as error:
            self._view.show_problem(str(error))

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ROTA | ASSISTANTS):
            self.refresh()
