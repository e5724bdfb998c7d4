"""When one PA can work, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from pa_manager.assistants.model import (
    Assistant,
    AssistantId,
    Availability,
    AvailabilityDetails,
    Willing,
    told_apart,
    weekdays_from_text,
)
from pa_manager.assistants.operations import (
    ASSISTANTS,
    add_availability,
    change_availability,
    list_assistants,
    remove_availability,
)
from pa_manager.file.running import Changes, Runner
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import day_from_text
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading

NOBODY = "Nobody is down as your PA yet. Add one under My PAs."
Keep = Callable[[Mapping[str, str]], None]


class HoursView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_people(self, people: Sequence[tuple[str, str]], chosen: str) -> None: ...
    def show_hours(self, entries: Sequence[Availability], today: date) -> None: ...
    def allow(self, *, adding: bool, changing: bool) -> None: ...
    def open_hours(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class HoursPresenter:
    """Shows when a PA cannot work, would rather not or would like to, and changes it."""

    def __init__(self, view: HoursView, runner: Runner, *, today: Callable[[], date]) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._whose: Assistant | None = None
        self._picked: Availability | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the hours again and show them."""
        everyone = self._runner.read(list_assistants)
        was = self._whose.id if self._whose else None
        self._whose = next((each for each in everyone if each.id == was), next(iter(everyone), None))
        names = told_apart(everyone)
        self._view.show_people(
            [(str(each.id), names[each.id]) for each in everyone], str(self._whose.id) if self._whose else ""
        )
        entries = self._whose.availability if self._whose else ()
        self._view.set_lead(
            "The rota warns you before a shift falls into hours they cannot work." if self._whose else NOBODY
        )
        picked = self._picked.id if self._picked else None
        self._view.show_hours(entries, self._today())
        self.pick(next((each for each in entries if each.id == picked), None))

    def choose(self, number: str) -> None:
        """Show the hours of another PA."""
        wanted = next((each for each in self._runner.read(list_assistants) if str(each.id) == number), None)
        if wanted and (self._whose is None or wanted.id != self._whose.id):
            self._whose = wanted
            self._picked = None
            self.refresh()

    def pick(self, entry: Availability | None) -> None:
        """Take note of the hours picked."""
        self._picked = entry
        self._view.allow(adding=self._whose is not None, changing=entry is not None)

    def add(self) -> None:
        """Open a form for other hours."""
        if whose := self._whose:
            self._view.open_hours(
                f"When {whose.called} can work",
                {"willing": Willing.CANNOT, "every": "1", "first": f"{self._today()}"},
                lambda texts: self._keep(
                    texts, lambda details: self._runner.run(add_availability, assistant_id=whose.id, details=details)
                ),
            )

    def change(self) -> None:
        """Open the form of the hours picked, filled."""
        if found := self._picked:
            self._view.open_hours(
                "Change these hours",
                {
                    "willing": found.willing,
                    "days": found.days_said[:1].upper() + found.days_said[1:],
                    "hours": f"{found.span or ''}",
                    "every": f"{found.every_weeks}",
                    "first": f"{found.first}",
                    "last": f"{found.last or ''}",
                    "note": found.note,
                },
                lambda texts: self._keep(
                    texts,
                    lambda details: self._runner.run(change_availability, availability_id=found.id, details=details),
                ),
            )

    def remove(self) -> None:
        """Take the hours picked away."""
        if found := self._picked:
            try:
                self._runner.run(remove_availability, availability_id=found.id)
            except UserError as error:
                self._view.show_problem(str(error))
            else:
                self._view.show_result(f"Taken away: {found.sentence}. Undo brings it back.")

    def point_out(self, number: int) -> None:
        """Show the hours of the PA with a number."""
        self.choose(str(AssistantId(number)))

    def _keep(self, texts: Mapping[str, str], run: Callable[[AvailabilityDetails], object]) -> None:
        form = Reading()
        weekdays = form.field("days", weekdays_from_text, texts["days"])
        span = form.optional("hours", span_from_text, texts["hours"])
        first = form.field("first", day_from_text, texts["first"])
        last = form.optional("last", day_from_text, texts["last"])
        if first and last and last < first:
            form.errors["last"] = "The last day comes before the first. Change one of them."
        self._view.show_form_errors(form.errors)
        if form.errors or weekdays is None or first is None:
            return
        details = AvailabilityDetails(
            willing=Willing(texts["willing"]),
            weekdays=weekdays,
            span=span,
            every_weeks=int(texts["every"]),
            first=first,
            last=last,
            note=texts["note"],
        )
        try:
            run(details)
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(f"Kept. {details.sentence}.")

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ASSISTANTS):
            self.refresh()
