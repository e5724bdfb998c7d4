"""Notice given of shifts, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Protocol

from pa_manager.file.running import Changes, Runner
from pa_manager.rota.model import NOTICE_LAW, LogLine
from pa_manager.rota.operations import ROTA, read_log
from pa_manager.values.days import Period, day_from_text, said_period, week_of
from pa_manager.values.forms import Reading

_SPAN: Final = timedelta(days=27)
_COUNTED_FROM: Final = "Days are when it was put on the rota; when PAs were told stands under Tell my PAs."


class LogView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_log(self, lines: Sequence[LogLine]) -> None: ...
    def open_days(self, texts: Mapping[str, str]) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...


class LogPresenter:
    """Lists when each shift of some days was offered, changed and cancelled, and how long before it was."""

    def __init__(self, view: LogView, runner: Runner, *, today: Callable[[], date]) -> None:
        self._view = view
        self._runner = runner
        first = week_of(today()).first
        self._days = Period(first, first + _SPAN)
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the log again and show it."""
        lines = self._runner.read(read_log, days=self._days)
        short = sum(line.short for line in lines)
        told = f"{short or 'no'} change{'' if short == 1 else 's'} or cancellation{'' if short == 1 else 's'}"
        self._view.set_lead(f"{said_period(self._days)}: {told} less than a week before. {_COUNTED_FROM} {NOTICE_LAW}")
        self._view.show_log(lines)

    def choose_days(self) -> None:
        """Ask of which days the shifts are to be shown."""
        self._view.open_days({"first": f"{self._days.first}", "last": f"{self._days.last}"})

    def keep_days(self, texts: Mapping[str, str]) -> None:
        """Show the shifts of the days typed, or say beside each field what is wrong with it."""
        form = Reading()
        first = form.field("first", day_from_text, texts["first"])
        last = form.field("last", day_from_text, texts["last"])
        days = form.field("last", lambda _: Period(first, last), texts["last"]) if first and last else None
        self._view.show_form_errors(form.errors)
        if days is not None:
            self._days = days
            self._view.close_form()
            self.refresh()

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ROTA):
            self.refresh()
