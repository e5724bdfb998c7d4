"""Patterns of the rota, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Protocol

from pa_manager.file.running import Changes, Runner
from pa_manager.rota.model import Laid, Pattern
from pa_manager.rota.operations import (
    ROTA,
    lay_pattern,
    list_patterns,
    make_pattern,
    preview_pattern,
    remove_pattern,
)
from pa_manager.values.days import Period, day_from_text, said_period, week_of
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading

_DAY: Final = timedelta(days=1)
_NONE: Final = "There is no pattern yet. Lay out a week on the rota first, then make a pattern of it."
_SOME: Final = "Pick one, then lay it over the weeks to come. You see first what it would add."


class PatternsView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_patterns(self, patterns: Sequence[Pattern]) -> None: ...
    def allow_acts(self, allowed: bool) -> None: ...
    def open_new(self, texts: Mapping[str, str]) -> None: ...
    def open_laying(self, name: str, texts: Mapping[str, str]) -> None: ...
    def show_preview(self, words: str, lines: Sequence[Laid]) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class PatternsPresenter:
    """Lists the patterns; makes one from the rota, lays it over some days, takes it away."""

    def __init__(self, view: PatternsView, runner: Runner, *, today: Callable[[], date]) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._picked: Pattern | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the patterns again and show them."""
        patterns = self._runner.read(list_patterns)
        self._view.set_lead(_SOME if patterns else _NONE)
        self.pick(None)
        self._view.show_patterns(patterns)

    def pick(self, pattern: Pattern | None) -> None:
        """Take note of the pattern picked."""
        self._picked = pattern
        self._view.allow_acts(pattern is not None)

    def make(self) -> None:
        """Open a form for a pattern made from this week."""
        self._view.open_new({"first": f"{week_of(self._today()).first}", "weeks": "1"})

    def keep_new(self, texts: Mapping[str, str]) -> None:
        """Make the pattern typed in, or say beside each field what is wrong with it."""
        form = Reading()
        name = form.required("name", texts["name"], "The name is missing. Type a name, for example Week A and B.")
        first = form.field("first", day_from_text, texts["first"])
        self._view.show_form_errors(form.errors)
        if form.errors or first is None:
            return
        self._keep(
            lambda: self._runner.run(make_pattern, name=name, first=first, weeks=int(texts["weeks"])),
            f"Kept. The pattern {name} is made. Lay it over the weeks to come.",
        )

    def lay(self) -> None:
        """Open a form that asks over which days the pattern picked is laid: at first, the four weeks to come."""
        if pattern := self._picked:
            first = week_of(self._today()).last + _DAY
            texts = {"first": f"{first}", "last": f"{first + 27 * _DAY}"}
            self._view.open_laying(pattern.name, texts)
            self.preview(texts)

    def preview(self, texts: Mapping[str, str]) -> None:
        """Say what laying the pattern over the days typed so far would do."""
        if pattern := self._picked:
            try:
                days = Period(day_from_text(texts["first"]), day_from_text(texts["last"]))
            except UserError:
                self._view.show_preview("", ())
                return
            found = self._runner.read(preview_pattern, pattern_id=pattern.id, days=days)
            self._view.show_preview(found.sentence, found.lines)

    def keep_laying(self, texts: Mapping[str, str]) -> None:
        """Lay the pattern picked, or say beside each field what is wrong with it."""
        form = Reading()
        first = form.field("first", day_from_text, texts["first"])
        last = form.field("last", day_from_text, texts["last"])
        days = form.field("last", lambda _: Period(first, last), texts["last"]) if first and last else None
        self._view.show_form_errors(form.errors)
        if (pattern := self._picked) and days is not None:
            done = self._runner.read(preview_pattern, pattern_id=pattern.id, days=days).sentence
            self._keep(
                lambda: self._runner.run(lay_pattern, pattern_id=pattern.id, days=days),
                f"Kept for {said_period(days)}: {done}",
            )

    def remove(self) -> None:
        """Take the pattern picked away. What was made from it stays."""
        if pattern := self._picked:
            try:
                self._runner.run(remove_pattern, pattern_id=pattern.id)
            except UserError as error:
                self._view.show_problem(str(error))
            else:
                self._view.show_result(f"{pattern.name} is gone. Its shifts stay on the rota. Undo brings it back.")

    def _keep(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(result)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ROTA):
            self.refresh()
