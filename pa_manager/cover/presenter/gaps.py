"""The cover screen, without a toolkit: which shifts nobody has, who could come, and what they said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Final, Protocol

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.operations import ASSISTANTS
from pa_manager.cover.model import Answer, Call, CallNote, EventLine, Option
from pa_manager.cover.operations import (
    COVER,
    close_event,
    list_calls,
    list_events,
    list_gaps,
    list_options,
    note_call,
    open_event,
)
from pa_manager.file.running import Changes, Runner
from pa_manager.rota.model import AbsenceKind, Away, Choice, ShiftLine
from pa_manager.rota.operations import ROTA, shift_choices
from pa_manager.values.days import Period, day_from_text, said_period, said_short
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.tasks import GoTo, Place

_ALL_WELL: Final = "Every shift of the next 14 days has somebody."
_NOBODY_CHOSEN: Final = "Nobody is chosen. Choose who cannot come."
_NOBODY_NAMED: Final = "The name is missing. Type who was asked."


class CoverView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_gaps(self, lines: Sequence[ShiftLine]) -> None: ...
    def pick_gap(self, number: int) -> None: ...
    def show_options(self, options: Sequence[Option]) -> None: ...
    def allow_asking(self, listed: bool, others: bool) -> None: ...
    def show_events(self, lines: Sequence[EventLine]) -> None: ...
    def show_calls(self, calls: Sequence[CallNote]) -> None: ...
    def allow_closing(self, allowed: bool) -> None: ...
    def open_cannot_come(self, assistants: Sequence[Choice], texts: Mapping[str, str]) -> None: ...
    def open_answer(self, title: str, lead: str, texts: Mapping[str, str]) -> None: ...
    def open_other(self, title: str, texts: Mapping[str, str]) -> None: ...
    def open_closing(self, title: str, texts: Mapping[str, str]) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class CoverPresenter:
    """Turns somebody's shifts into gaps, says who could take each, and keeps the log of calls."""

    def __init__(
        self,
        view: CoverView,
        runner: Runner,
        go_to: GoTo,
        *,
        today: Callable[[], date],
        now: Callable[[], datetime],
    ) -> None:
        self._view = view
        self._runner = runner
        self._go_to = go_to
        self._today = today
        self._now = now
        self._gap: ShiftLine | None = None
        self._option: Option | None = None
        self._event: EventLine | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the gaps and the times of cover again and show them."""
        gaps = self._runner.read(list_gaps, today=self._today())
        self._view.set_lead(_lead(len(gaps)))
        self.pick(None)
        self.pick_event(None)
        self._view.show_gaps(gaps)
        if gaps and self._gap is None:
            self._view.pick_gap(gaps[0].shift.id)
        self._view.show_events(self._runner.read(list_events))

    def pick(self, line: ShiftLine | None) -> None:
        """Take note of the gap picked, and show who could take it."""
        self._gap = line
        self.pick_option(None)
        if line is None:
            self._view.show_options(())
            return
        try:
            self._view.show_options(self._runner.read(list_options, shift_id=line.shift.id))
        except UserError as error:
            self._view.show_problem(str(error))

    def pick_option(self, option: Option | None) -> None:
        """Take note of who was picked among those who could come."""
        self._option = option
        self._view.allow_asking(listed=option is not None, others=self._gap is not None)

    def pick_event(self, line: EventLine | None) -> None:
        """Take note of the time of cover picked, and show who was asked."""
        self._event = line
        self._view.allow_closing(line is not None)
        self._view.show_calls(() if line is None else self._runner.read(list_calls, event_id=line.event.id))

    def point_out(self, number: int) -> None:
        """Pick the gap with the number of its shift."""
        self._view.pick_gap(number)

    def cannot_come(self) -> None:
        """Open an empty form for somebody who cannot come."""
        today = self._today()
        choices = self._runner.read(shift_choices, days=Period(today, today)).assistants
        self._view.open_cannot_come(choices, {"kind": AbsenceKind.SICKNESS, "first": f"{today}"})

    def keep_event(self, texts: Mapping[str, str]) -> None:
        """Turn the shifts of whoever was typed in into gaps, or say beside each field what is wrong with it."""
        form = Reading()
        assistant = form.required("assistant", texts["assistant"], _NOBODY_CHOSEN)
        first = form.field("first", day_from_text, texts["first"])
        last = form.optional("last", day_from_text, texts["last"])
        days = None if first is None else form.field("last", lambda _: Period(first, last or first), texts["last"])
        self._view.show_form_errors(form.errors)
        if form.errors or days is None:
            return
        away = Away(
            assistant_id=AssistantId(int(assistant)), kind=AbsenceKind(texts["kind"]), days=days, note=texts["note"]
        )
        self._keep(
            lambda: self._runner.run(open_event, away=away, at=self._now()),
            "Kept. Pick each shift that nobody has, and see who could come.",
        )

    def ask(self) -> None:
        """Open the form for what the one picked said."""
        if self._gap and (option := self._option):
            phone = f"Phone: {option.phone}." if option.phone else ""
            self._view.open_answer(
                f"What {option.name} said",
                " ".join(filter(None, (f"{_when(self._gap)}.", phone, option.will_do))),
                {"answer": Answer.YES},
            )

    def ask_other(self) -> None:
        """Open the form for what somebody said who is not in the table."""
        if self._gap:
            self._view.open_other(f"Somebody else for {_when(self._gap)}", {"answer": Answer.YES})

    def keep_answer(self, texts: Mapping[str, str]) -> None:
        """Keep what the one picked said; with yes, the shift is theirs."""
        if option := self._option:
            self._keep_call(
                Call(
                    contact=option.name,
                    answer=Answer(texts["answer"]),
                    assistant_id=option.assistant_id,
                    note=texts["note"],
                    cost=option.cost,
                )
            )

    def keep_other(self, texts: Mapping[str, str]) -> None:
        """Keep what somebody said who is not in the table; with yes, the shift is theirs."""
        form = Reading()
        name = form.required("name", texts["name"], _NOBODY_NAMED)
        self._view.show_form_errors(form.errors)
        if not form.errors:
            self._keep_call(Call(contact=name, answer=Answer(texts["answer"]), note=texts["note"]))

    def close_this(self) -> None:
        """Open the form that closes the time of cover picked."""
        if line := self._event:
            self._view.open_closing(
                f"Close the cover for {line.assistant}, {said_period(line.event.days)}", {"lesson": line.event.lesson}
            )

    def keep_closing(self, texts: Mapping[str, str]) -> None:
        """Close the time of cover picked, with what was learned."""
        if line := self._event:
            self._keep(
                lambda: self._runner.run(close_event, event_id=line.event.id, lesson=texts["lesson"]),
                "Kept. This time of cover is closed; its log stays.",
            )

    def go_to_call_list(self) -> None:
        """Bring the call list before the user."""
        self._go_to(Place("cover", screen="call_list"))

    def _keep_call(self, call: Call) -> None:
        if not (gap := self._gap):
            return
        result = f"Kept. {call.contact} has {_when(gap)}." if call.answer is Answer.YES else "Kept in the log."
        self._keep(lambda: self._runner.run(note_call, shift_id=gap.shift.id, call=call, at=self._now()), result)

    def _keep(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(result)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(COVER | ROTA | ASSISTANTS):
            self.refresh()


def _lead(gaps: int) -> str:
    if not gaps:
        return _ALL_WELL
    if gaps == 1:
        return "1 shift has nobody yet. Pick it to see who could come."
    return f"{gaps} shifts have nobody yet. Pick one to see who could come."


def _when(line: ShiftLine) -> str:
    return f"{said_short(line.shift.day)}, {line.shift.span}"
