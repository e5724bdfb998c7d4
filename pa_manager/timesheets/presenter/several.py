"""What is done with several timesheets at once, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.operations import list_assistants
from pa_manager.file.running import Runner
from pa_manager.timesheets.model import HoursWindow, Timesheet, TimesheetId, TimesheetState
from pa_manager.timesheets.operations import (
    agree_timesheets,
    count_hours_from,
    list_hours_windows,
    make_missing_timesheets,
    send_timesheets,
    timesheets_to_make,
    waiting_timesheets,
)
from pa_manager.values.days import day_from_text, said, said_period
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading

Keep = Callable[[Mapping[str, str]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetToTick:
    """A timesheet on offer in a form for several."""

    key: str
    words: str
    hint: str
    ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeveralForm:
    """A form for several timesheets; ``sent_on`` is filled in where it asks for the day."""

    title: str
    lead: str
    sheets: Sequence[SheetToTick]
    words: str
    sent_on: str = ""


class SeveralView(Protocol):
    """What is asked of the widget."""

    def offer_several(self, *, make: bool, agree: bool, send: bool) -> None: ...
    def open_several(self, form: SeveralForm, keep: Keep) -> None: ...
    def open_counting(self, lead: str, people: Sequence[tuple[str, str]], keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class Several:
    """Makes all timesheets that are due, agrees those that kept to plan, sends those that are agreed."""

    def __init__(self, view: SeveralView, runner: Runner, *, today: Callable[[], date]) -> None:
        self._view = view
        self._runner = runner
        self._today = today

    def offer(self) -> None:
        """Say which of the acts there is something for."""
        self._view.offer_several(
            make=bool(self._runner.read(timesheets_to_make, today=self._today())),
            agree=any(sheet.kept_to_plan for _, sheet in self._waiting(TimesheetState.DRAFT)),
            send=bool(self._waiting(TimesheetState.AGREED)),
        )

    def make(self) -> None:
        """Make every timesheet that is due."""
        self._view.show_problem("")
        before = len(self._waiting(TimesheetState.DRAFT))
        try:
            self._runner.run(make_missing_timesheets, today=self._today())
        except UserError as error:
            self._view.show_problem(str(error))
            return
        made = len(self._waiting(TimesheetState.DRAFT)) - before
        many = "1 timesheet" if made == 1 else f"{made} timesheets"
        self._view.show_result(f"Made {many}, filled as published. Change only what was different.")

    def agree(self) -> None:
        """Open the form that agrees those that kept to plan."""
        drafts = self._waiting(TimesheetState.DRAFT)
        kept = [(name, sheet) for name, sheet in drafts if sheet.kept_to_plan]
        others = len(drafts) - len(kept)
        lead = "In each of these nothing differed from the rota, or somebody was away as noted."
        if others:
            lead += f" {others} more {'is' if others == 1 else 'are'} not as planned, or a question is open there."
        self._view.open_several(
            SeveralForm(
                title="Agree all that kept to plan", lead=lead, sheets=self._to_tick(kept), words="We agree to these"
            ),
            self._agree,
        )

    def send(self) -> None:
        """Open the form that notes the day on which those agreed went to the payroll."""
        self._view.open_several(
            SeveralForm(
                title="Send all that are agreed",
                lead="They stay as they are for good. What turns out wrong is corrected on the next one.",
                sheets=self._to_tick(self._waiting(TimesheetState.AGREED)),
                words="They are sent",
                sent_on=f"{self._today()}",
            ),
            self._send,
        )

    def count(self) -> None:
        """Open the form that says from which day somebody's hours are counted."""
        windows = " ".join(_window_said(name, each) for name, each in self._runner.read(list_hours_windows))
        self._view.open_counting(
            "Where the payroll wants hours before the pay period ends, count them from another day: for example from"
            f" the 20th to the 19th, paid with the month they end in. Made timesheets stay. {windows}".strip(),
            [(str(each.id), each.name) for each in self._runner.read(list_assistants)],
            self._count,
        )

    def _agree(self, texts: Mapping[str, str]) -> None:
        if ticked := self._ticked(texts):
            self._keep(
                partial(self._runner.run, agree_timesheets, timesheet_ids=ticked, agreed_on=self._today()),
                f"Agreed: {len(ticked)}. Send them to the payroll when they are due.",
            )

    def _send(self, texts: Mapping[str, str]) -> None:
        form = Reading()
        sent_on = form.field("sent_on", day_from_text, texts["sent_on"])
        self._view.show_form_errors(form.errors)
        if sent_on is not None and (ticked := self._ticked(texts)):
            self._keep(
                partial(self._runner.run, send_timesheets, timesheet_ids=ticked, sent_on=sent_on),
                f"Sent: {len(ticked)}, kept as they are. What turns out wrong can still be corrected.",
            )

    def _count(self, texts: Mapping[str, str]) -> None:
        form = Reading()
        whose = form.required("whose", texts["whose"], "Nobody is chosen. Add a PA first.")
        from_day = form.field("from_day", day_from_text, texts["from_day"])
        self._view.show_form_errors(form.errors)
        if form.errors or from_day is None:
            return
        own = not texts["with_pay"]
        self._keep(
            partial(
                self._runner.run, count_hours_from, assistant_id=AssistantId(int(whose)), from_day=from_day, own=own
            ),
            f"Kept. From {said(from_day)} on, hours are counted {'from that day' if own else 'with the pay periods'}.",
        )

    def _ticked(self, texts: Mapping[str, str]) -> tuple[TimesheetId, ...]:
        ticked = tuple(TimesheetId(int(key)) for key, text in texts.items() if key.isdigit() and text)
        if not ticked:
            self._view.show_form_problem("None is ticked. Tick one, or leave the form.")
        return ticked

    def _to_tick(self, waiting: Sequence[tuple[str, Timesheet]]) -> tuple[SheetToTick, ...]:
        """Return the timesheets on offer: ticked are those whose days have passed, or if there are none, all."""
        today = self._today()
        passed = any(sheet.period.last < today for _, sheet in waiting)
        return tuple(
            SheetToTick(
                key=str(sheet.id),
                words=f"{name}, {said_period(sheet.period)}",
                hint=_hint(sheet, today),
                ticked=sheet.period.last < today or not passed,
            )
            for name, sheet in waiting
        )

    def _waiting(self, state: TimesheetState) -> tuple[tuple[str, Timesheet], ...]:
        return self._runner.read(waiting_timesheets, state=state)

    def _keep(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        self._view.close_form()
        self._view.show_result(result)


def _hint(sheet: Timesheet, today: date) -> str:
    running = "What is not worked by the day it is sent goes as an estimate." if sheet.period.last >= today else ""
    return " ".join(filter(None, ("Nil: nothing was worked." if sheet.is_nil else sheet.sum_said, running)))


def _window_said(name: str, window: HoursWindow) -> str:
    how = "from that day" if window.own else "with the pay periods"
    return f"{name}: since {said(window.from_day)} {how}."
