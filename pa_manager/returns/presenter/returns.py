"""The list of returns, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from pa_manager.file.running import Changes, Runner
from pa_manager.funding.operations import FUNDING
from pa_manager.returns.model import ListedReturn, Return, ReturnState
from pa_manager.returns.operations import RETURNS, draft_return, list_returns, next_period, remove_return
from pa_manager.returns.presenter.reading import read_period, read_stream, stream_choices, typed
from pa_manager.values.days import said, said_period
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.tasks import GoTo, Place

EMPTY = "There is no return yet. Start one for any days: it fills itself in from your records."
Keep = Callable[[Mapping[str, str]], None]


class ReturnsView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_returns(self, returns: Sequence[ListedReturn]) -> None: ...
    def allow_opening(self, allowed: bool) -> None: ...
    def allow_removing(self, allowed: bool) -> None: ...
    def open_start(self, texts: Mapping[str, str], streams: Sequence[tuple[str, str]], keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class ReturnsPresenter:
    """Lists the returns, starts one for any days, and leads to each."""

    def __init__(self, view: ReturnsView, runner: Runner, *, today: Callable[[], date], go_to: GoTo) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._go_to = go_to
        self._picked: Return | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the returns again and show them."""
        listed = self._runner.read(list_returns)
        self.pick(None)
        self._view.set_lead(self._lead(listed))
        self._view.show_returns(listed)

    def pick(self, listed: ListedReturn | None) -> None:
        """Take note of the return picked."""
        self._picked = listed.a_return if listed else None
        self._view.allow_opening(listed is not None)
        self._view.allow_removing(listed is not None and listed.a_return.state is not ReturnState.SENT)

    def start(self) -> None:
        """Open the form for a new return, from the day after the last one, for as long as the rules say."""
        first, last = self._runner.read(next_period, today=self._today())
        texts = {"first": typed(first), "last": typed(last), "stream": ""}
        self._view.open_start(texts, stream_choices(self._runner), self.keep_new)

    def keep_new(self, texts: Mapping[str, str]) -> None:
        """Begin the return typed in and lead to it, or say beside each field what is wrong."""
        form = Reading()
        period = read_period(form, texts)
        stream_id = read_stream(texts["stream"])
        self._view.show_form_errors(form.errors)
        if period is None:
            return
        try:
            self._runner.run(draft_return, stream_id=stream_id, period=period)
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        self._view.close_form()
        self._view.show_result(f"Started. The return for {said_period(period)} is filled in from your records.")
        made = max(each.a_return.id for each in self._runner.read(list_returns))
        self._go_to(Place("returns", made, screen="statement"))

    def open(self) -> None:
        """Lead to the return picked."""
        if self._picked:
            self._go_to(Place("returns", self._picked.id, screen="statement"))

    def remove(self) -> None:
        """Throw away the return picked, which was not sent. Undo brings it back."""
        if picked := self._picked:
            try:
                self._runner.run(remove_return, return_id=picked.id)
            except UserError as error:
                self._view.show_problem(str(error))
            else:
                self._view.show_result(f"Thrown away: {picked.called}. Undo brings it back.")

    def _lead(self, listed: Sequence[ListedReturn]) -> str:
        if not listed:
            return EMPTY
        waiting = [each for each in listed if each.a_return.state is not ReturnState.SENT]
        if not waiting:
            last = listed[0].a_return
            return f"The last return went up to {said(last.period.last)}. None is waiting."
        oldest = waiting[-1]
        due = f", due on {said(oldest.due_on)}" if oldest.due_on else ""
        return f"Waiting to be sent: {oldest.a_return.called}{due}."

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(RETURNS | FUNDING):
            self.refresh()
