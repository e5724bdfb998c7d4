"""Holidays asked for, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Protocol

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.operations import ASSISTANTS
from pa_manager.file.running import Changes, Runner
from pa_manager.rota.model import AbsenceLine, AbsenceState, Choice, answer_by
from pa_manager.rota.operations import (
    ROTA,
    agree_holiday,
    ask_holiday,
    list_holidays,
    refuse_holiday,
    remove_absence,
    shift_choices,
    shifts_of,
    take_holiday,
)
from pa_manager.values.days import Period, day_from_text, said
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading

_BACK: Final = timedelta(days=365)
_AHEAD: Final = timedelta(days=730)
_NOBODY_CHOSEN: Final = "Nobody is chosen. Choose who asks."
_NONE: Final = "Nobody has asked for holiday. Note it here when somebody does."
_ALL_ANSWERED: Final = "Every holiday asked for is answered."
_LAW: Final = (
    "The law asks you to say no as many days before as the holiday lasts, and one more, unless you agreed otherwise"
    " (Working Time Regulations 1998, reg. 15)."
)


class HolidaysView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_holidays(self, lines: Sequence[AbsenceLine]) -> None: ...
    def pick(self, number: int) -> None: ...
    def allow(self, *, answering: bool, taking: bool, removing: bool) -> None: ...
    def open_asking(self, assistants: Sequence[Choice], texts: Mapping[str, str]) -> None: ...
    def open_agreeing(self, lead: str, shifts: str, texts: Mapping[str, str]) -> None: ...
    def open_refusing(self, lead: str) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class HolidaysPresenter:
    """Lists holidays of the last year and to come; notes that one is asked for, and answers it."""

    def __init__(self, view: HolidaysView, runner: Runner, *, today: Callable[[], date]) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._picked: AbsenceLine | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the holidays again and show them."""
        today = self._today()
        lines = self._runner.read(list_holidays, days=Period(today - _BACK, today + _AHEAD))
        waiting = sum(line.absence.state is AbsenceState.ASKED for line in lines)
        if waiting:
            things = "holiday waits" if waiting == 1 else "holidays wait"
            lead = f"{waiting} {things} for your answer. {_LAW}"
        else:
            lead = _ALL_ANSWERED if lines else _NONE
        self._view.set_lead(lead)
        self.pick(None)
        self._view.show_holidays(lines)

    def pick(self, line: AbsenceLine | None) -> None:
        """Take note of the holiday picked."""
        self._picked = line
        state = None if line is None else line.absence.state
        over = line is not None and line.absence.days.last <= self._today()
        self._view.allow(
            answering=state is AbsenceState.ASKED,
            taking=state is AbsenceState.AGREED and over,
            removing=line is not None,
        )

    def point_out(self, number: int) -> None:
        """Pick a holiday."""
        self._view.pick(number)

    def ask(self) -> None:
        """Open a form for a holiday that somebody asks for."""
        today = self._today()
        choices = self._runner.read(shift_choices, days=Period(today, today))
        self._view.open_asking(choices.assistants, {})

    def keep_asked(self, texts: Mapping[str, str]) -> None:
        """Note the holiday typed in, or say beside each field what is wrong with it."""
        form = Reading()
        assistant = form.required("assistant", texts["assistant"], _NOBODY_CHOSEN)
        first = form.field("first", day_from_text, texts["first"])
        last = form.optional("last", day_from_text, texts["last"])
        days = None if first is None else form.field("last", lambda _: Period(first, last or first), texts["last"])
        self._view.show_form_errors(form.errors)
        if form.errors or days is None:
            return
        self._keep(
            lambda: self._runner.run(
                ask_holiday, assistant_id=AssistantId(int(assistant)), days=days, note=texts["note"]
            ),
            "Kept. The holiday is noted as asked for. Agree to it or refuse it when you know.",
        )

    def agree(self) -> None:
        """Ask whether agreeing also takes the assistant off their shifts, and how many those are."""
        if line := self._picked:
            shifts = len(self._runner.read(shifts_of, assistant_id=line.absence.assistant_id, days=line.absence.days))
            down = f"{line.assistant} is down for {shifts or 'no'} shift{'' if shifts == 1 else 's'} on these days."
            self._view.open_agreeing(line.sentence, down, {"leave_gaps": "yes" if shifts else ""})

    def keep_agreed(self, texts: Mapping[str, str]) -> None:
        """Agree to the holiday picked."""
        if line := self._picked:
            self._keep(
                lambda: self._runner.run(
                    agree_holiday, absence_id=line.absence.id, leave_gaps=bool(texts["leave_gaps"])
                ),
                f"Agreed. {line.assistant} is on holiday then."
                + (" The shifts are gaps to be covered." if texts["leave_gaps"] else ""),
            )

    def refuse(self) -> None:
        """Ask why the holiday picked cannot be, and say whether it is late for that."""
        if line := self._picked:
            by = answer_by(line.absence.days)
            late = f" By law that was to be said by {said(by)}: talk about it first." if by < self._today() else ""
            self._view.open_refusing(f"{line.sentence}{late}")

    def keep_refused(self, texts: Mapping[str, str]) -> None:
        """Refuse the holiday picked."""
        if line := self._picked:
            self._keep(
                lambda: self._runner.run(refuse_holiday, absence_id=line.absence.id, why=texts["why"]),
                f"Refused, with the reason. Tell {line.assistant}.",
            )

    def take(self) -> None:
        """Note that the holiday picked was had."""
        if line := self._picked:
            self._do(
                lambda: self._runner.run(take_holiday, absence_id=line.absence.id, today=self._today()),
                "Kept. The holiday is noted as taken.",
            )

    def remove(self) -> None:
        """Take the holiday picked out."""
        if line := self._picked:
            self._do(
                lambda: self._runner.run(remove_absence, absence_id=line.absence.id),
                "The holiday is gone from the list. Undo brings it back.",
            )

    def _keep(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
        else:
            self._view.close_form()
            self._view.show_result(result)

    def _do(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_problem(str(error))
        else:
            self._view.show_result(result)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(ROTA | ASSISTANTS):
            self.refresh()
