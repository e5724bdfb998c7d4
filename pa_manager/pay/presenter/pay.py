"""The pay screen, without a toolkit: what each timesheet comes to before tax."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final, Protocol

from pa_manager.assistants.operations import ASSISTANTS
from pa_manager.figures.operations import FIGURES
from pa_manager.file.running import Changes, Runner
from pa_manager.file.work import NotFound
from pa_manager.pay.model import Finding, PayLine, PayPart
from pa_manager.pay.operations import PAY, list_pay
from pa_manager.timesheets.model import TimesheetId, TimesheetState
from pa_manager.timesheets.operations import TIMESHEETS, find_timesheet, has_timesheets_before
from pa_manager.values.days import Period, said_period
from pa_manager.values.money import NIL
from pa_manager.values.tasks import GoTo, Place

_SHOWN: Final = timedelta(days=366)
_LAST_DAY: Final = date(2199, 12, 31)


class PayView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_pay(self, lines: Sequence[PayLine]) -> None: ...
    def offer_earlier(self, offered: bool) -> None: ...
    def show_record(self, title: str, sentence: str, parts: Sequence[PayPart]) -> None: ...
    def show_findings(self, findings: Sequence[Finding]) -> None: ...
    def allow(self, timesheet: bool, payslip: bool) -> None: ...
    def pick_pay(self, number: int) -> None: ...
    def show_problem(self, message: str) -> None: ...


class PayPresenter:
    """Lists what timesheets come to, and shows of the one picked what it is made of and what is worth knowing."""

    def __init__(self, view: PayView, runner: Runner, *, today: Callable[[], date], go_to: GoTo) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._go_to = go_to
        self._shown_from = today() - _SHOWN
        self._picked: PayLine | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the pay again and show it; the timesheet picked stays picked if it is still there."""
        shown = Period(self._shown_from, _LAST_DAY)
        picked = self._picked
        lines = self._runner.read(list_pay, period=shown)
        self._view.set_lead(_lead(lines))
        self._view.show_pay(lines)
        self._view.offer_earlier(self._runner.read(has_timesheets_before, day=shown.first))
        number = picked.record.timesheet_id if picked else None
        self.pick(next((line for line in lines if line.record.timesheet_id == number), None))

    def show_earlier(self) -> None:
        """Show the pay of one more year."""
        self._show_from(self._shown_from - _SHOWN)

    def pick(self, line: PayLine | None) -> None:
        """Show what the pay picked is made of, and what is worth knowing about it."""
        self._picked = line
        if line is None:
            self._view.show_record("", "", ())
            self._view.show_findings(())
        else:
            record = line.record
            self._view.show_record(f"{record.assistant}, {said_period(record.period)}", _sum(line), record.parts)
            self._view.show_findings(record.findings)
        self._view.allow(line is not None, line is not None and line.payslip is not None)

    def point_out(self, number: int) -> None:
        """Pick the pay for a timesheet by its number, also one that is older than those shown."""
        try:
            timesheet = self._runner.read(find_timesheet, TimesheetId(number))
        except NotFound as error:
            self._view.show_problem(str(error))
            return
        self._show_from(timesheet.period.first)
        self._view.pick_pay(number)

    def go_to_timesheet(self) -> None:
        """Bring the timesheet before the user that the pay picked is for."""
        if self._picked:
            self._go_to(Place("timesheets", self._picked.record.timesheet_id))

    def go_to_payslip(self) -> None:
        """Bring the payslip before the user that came for the pay picked."""
        if self._picked and self._picked.payslip:
            self._go_to(Place("pay", self._picked.payslip.id, screen="payslips"))

    def go_to_payslips(self) -> None:
        """Bring the screen of payslips before the user."""
        self._go_to(Place("pay", screen="payslips"))

    def go_to_figures(self) -> None:
        """Bring the legal figures before the user that pay is held against."""
        self._go_to(Place("figures"))

    def _show_from(self, day: date) -> None:
        if day < self._shown_from:
            self._shown_from = day
            self.refresh()

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(PAY | TIMESHEETS | ASSISTANTS | FIGURES):
            self.refresh()


def _lead(lines: Sequence[PayLine]) -> str:
    if not lines:
        return "What each timesheet comes to before tax. Make a timesheet first."
    amiss = sum(bool(line.record.amiss) for line in lines if line.payslip is None)
    waiting = sum(line.payslip is None and line.record.state is TimesheetState.SENT for line in lines)
    parts = [
        f"{amiss} to look at before the payslip comes" if amiss else "",
        f"{waiting} sent and waiting for {'its payslip' if waiting == 1 else 'their payslips'}" if waiting else "",
    ]
    said = ", ".join(filter(None, parts))
    return f"What each timesheet comes to before tax: {said}." if said else "What each timesheet comes to before tax."


def _sum(line: PayLine) -> str:
    record = line.record
    parts = [f"Gross pay {record.gross} for {record.worked}."]
    besides = [
        f"{record.expenses} of expenses" if record.expenses != NIL else "",
        f"{record.miles} miles" if record.miles else "",
    ]
    if any(besides):
        parts.append(f"Besides, there are {' and '.join(filter(None, besides))} to pay back.")
    return " ".join(parts)
