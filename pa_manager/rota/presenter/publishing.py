"""The screen "Tell my PAs", without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final, Protocol

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.operations import ASSISTANTS
from pa_manager.file.running import Changes, Runner
from pa_manager.rota.model import Choice, Difference, PersonTold, Publication, PublishingLine, ToldBy
from pa_manager.rota.operations import (
    ROTA,
    calendar_of,
    note_told,
    print_own,
    print_wall,
    publish,
    read_publication,
    take_back_told,
)
from pa_manager.values.days import Period, day_from_text, said_period, week_of
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading

_DAY: Final = timedelta(days=1)
_SPAN: Final = 28
WALL: Final = ""
PRINTS: Final[Sequence[Choice]] = (
    ("A4", "A4"),
    ("A4 large", "A4, large print"),
    ("A3", "A3"),
    ("A3 large", "A3, large print"),
)
_NO_PAPER: Final = "Choose whom it is for, then press “Make the paper”."
_STALE: Final = "The rota has changed since. Press “Make the paper” again."


class PublishView(Protocol):
    """What the presenter asks of the widget."""

    def set_title(self, title: str) -> None: ...
    def set_lead(self, lead: str) -> None: ...
    def show_unpublished(self, rows: Sequence[tuple[str, Difference]]) -> None: ...
    def show_people(self, people: Sequence[PersonTold]) -> None: ...
    def show_publishings(self, lines: Sequence[PublishingLine]) -> None: ...
    def show_message(self, message: str) -> None: ...
    def show_readers(self, readers: Sequence[Choice], chosen: str) -> None: ...
    def show_prints(self, prints: Sequence[Choice], chosen: str) -> None: ...
    def show_paper(self, pdf: bytes) -> None: ...
    def show_no_paper(self, sentence: str) -> None: ...
    def allow_publishing(self, allowed: bool) -> None: ...
    def allow_telling(self, *, picked: bool, news: bool, told: bool) -> None: ...
    def open_days(self, texts: Mapping[str, str]) -> None: ...
    def open_told(self, title: str, ways: Sequence[Choice]) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class Hands(Protocol):
    """What is asked of the desktop: to save a file, to print a paper, to copy a text."""

    def save_file(self, name: str, content: bytes) -> str | None: ...
    def print_pdf(self, name: str, pdf: bytes) -> None: ...
    def copy_text(self, text: str) -> None: ...


class PublishPresenter:
    """Publishes some days of the rota, hands them out, and keeps who has been told."""

    def __init__(
        self,
        view: PublishView,
        runner: Runner,
        *,
        today: Callable[[], date],
        now: Callable[[], datetime],
        desk: Hands,
    ) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._now = now
        self._desk = desk
        first = week_of(today()).first
        self._days = Period(first, first + (_SPAN - 1) * _DAY)
        self._found = Publication(days=self._days, unpublished=(), people=(), publishings=())
        self._picked: PersonTold | None = None
        self._reader = WALL
        self._print = PRINTS[0][0]
        self._paper: tuple[str, bytes] | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read again how the days stand, and show it."""
        found = self._found = self._runner.read(read_publication, days=self._days, today=self._today())
        self._view.set_title(f"Tell my PAs, {said_period(self._days)}")
        self._view.set_lead(found.lead)
        self._view.allow_publishing(bool(found.unpublished))
        self._view.show_unpublished(found.unpublished)
        self.pick(None)
        self._view.show_people(found.people)
        self._view.show_publishings(found.publishings)
        readers = [(WALL, "Everybody, on the wall"), *((str(each.assistant_id), each.name) for each in found.people)]
        if self._reader not in dict(readers):
            self._reader = WALL
        self._view.show_readers(readers, self._reader)
        self._show_prints()
        self._forget_paper(_STALE if self._paper else _NO_PAPER)

    def publish(self) -> None:
        """Publish the days, as they stand."""
        if self._try(lambda: self._runner.run(publish, days=self._days, at=self._now())):
            self._view.show_result(f"Published: {said_period(self._days)}. Pick each PA below, and tell them.")

    def choose_days(self) -> None:
        """Ask which days."""
        self._view.open_days({"first": f"{self._days.first}", "last": f"{self._days.last}"})

    def keep_days(self, texts: Mapping[str, str]) -> None:
        """Show the days typed, or say beside each field what is wrong with it."""
        form = Reading()
        first = form.field("first", day_from_text, texts["first"])
        last = form.field("last", day_from_text, texts["last"])
        days = form.field("last", lambda _: Period(first, last), texts["last"]) if first and last else None
        self._view.show_form_errors(form.errors)
        if days is not None:
            self._view.close_form()
            self._days = days
            self._paper = None
            self.refresh()

    def pick(self, person: PersonTold | None) -> None:
        """Take note of the PA picked, and show what would be written to them."""
        self._picked = person
        self._view.allow_telling(
            picked=person is not None,
            news=person is not None and bool(person.news),
            told=person is not None and person.last is not None,
        )
        self._view.show_message("" if person is None else person.message(self._days))

    def copy_message(self) -> None:
        """Copy the message to the PA picked, for any messenger."""
        if person := self._picked:
            self._desk.copy_text(person.message(self._days))
            self._view.show_result(
                f"Copied. Paste it into a message to {person.name}. When it is sent, press “They have been told”."
            )

    def save_calendar(self) -> None:
        """Save the shifts of the PA picked as a file for their phone."""
        if person := self._picked:
            self._try(lambda: self._save_calendar(person))

    def tell(self) -> None:
        """Ask how the PA picked was told."""
        if (person := self._picked) and person.news:
            self._view.open_told(f"{person.name} has been told", [(each.value, _way(each)) for each in ToldBy])

    def keep_told(self, texts: Mapping[str, str]) -> None:
        """Note that the PA picked has been told."""
        if person := self._picked:
            how = ToldBy(texts["how"])
            try:
                self._runner.run(note_told, assistant_id=person.assistant_id, how=how, at=self._now())
            except UserError as error:
                self._view.show_form_problem(str(error))
                return
            self._view.close_form()
            self._view.show_result(f"Kept. {person.name} has been told {how.words}.")

    def take_back(self) -> None:
        """Note that the PA picked has not been told after all."""
        if (person := self._picked) and self._try(
            lambda: self._runner.run(take_back_told, assistant_id=person.assistant_id)
        ):
            self._view.show_result(f"Taken back. {person.name} has still to be told.")

    def choose_reader(self, reader: str) -> None:
        """Take note whom the paper is for."""
        if reader != self._reader:
            self._reader = reader
            self._show_prints()
            self._forget_paper(_NO_PAPER)

    def choose_print(self, wanted: str) -> None:
        """Take note how large the paper is to be."""
        if wanted != self._print:
            self._print = wanted
            self._forget_paper(_NO_PAPER)

    def make_paper(self) -> None:
        """Make the paper that is chosen, and show it."""
        self._try(self._make_paper)

    def print_paper(self) -> None:
        """Print the paper that is shown."""
        if paper := self._paper:
            self._try(lambda: self._desk.print_pdf(*paper))

    def save_paper(self) -> None:
        """Save the paper that is shown as a file."""
        if paper := self._paper:
            self._try(lambda: self._save(f"{paper[0]}.pdf", paper[1]))

    def _make_paper(self) -> None:
        wide, large = self._print.startswith("A3"), self._print.endswith("large")
        days = said_period(self._days)
        if self._reader == WALL:
            pdf = self._runner.read(print_wall, days=self._days, on=self._today(), wide=wide, large=large)
            self._paper = f"Rota, {days}", pdf
            if self._found.unpublished:
                self._view.show_result(f"The paper shows what is published. {self._found.lead}")
        else:
            person = next(each for each in self._found.people if str(each.assistant_id) == self._reader)
            number = AssistantId(int(self._reader))
            pdf = self._runner.read(print_own, assistant_id=number, days=self._days, on=self._today(), large=large)
            self._paper = f"Shifts of {person.name}, {days}", pdf
        self._view.show_paper(pdf)

    def _save_calendar(self, person: PersonTold) -> None:
        content = self._runner.read(calendar_of, assistant_id=person.assistant_id, days=self._days)
        self._save(
            f"Shifts of {person.name}, {said_period(self._days)}.ics",
            content,
            " Send it to them: opened on a phone, it adds what is new and changes what has changed."
            " Some phones leave a shift in that is off, so say that in words too.",
        )

    def _save(self, name: str, content: bytes, more: str = "") -> None:
        if place := self._desk.save_file(name, content):
            self._view.show_result(f"Saved: {place}.{more}")

    def _show_prints(self) -> None:
        prints = PRINTS if self._reader == WALL else PRINTS[:2]
        if self._print not in dict(prints):
            self._print = PRINTS[0][0]
        self._view.show_prints(prints, self._print)

    def _forget_paper(self, sentence: str) -> None:
        self._paper = None
        self._view.show_no_paper(sentence)

    def _try(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except UserError as error:
            self._view.show_problem(str(error))
            return False
        return True

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ROTA | ASSISTANTS):
            self.refresh()


def _way(how: ToldBy) -> str:
    return f"{how.words[:1].upper()}{how.words[1:]}"
