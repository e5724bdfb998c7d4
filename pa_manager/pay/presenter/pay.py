"""The pay screen, without a toolkit: what each timesheet comes to before tax."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Protocol

from pa_manager.assistants.operations import ASSISTANTS
from pa_manager.figures.operations import FIGURES
from pa_manager.file.running import Changes, Runner
from pa_manager.file.work import NotFound
from pa_manager.pay.model import (
    SHARE_RULE,
    Driven,
    Finding,
    OneOffId,
    OneOffKind,
    PayLine,
    PayRecord,
    PayTerms,
    SharedLine,
    sum_of,
)
from pa_manager.pay.operations import (
    PAY,
    add_one_off,
    find_pay_terms,
    keep_pay_terms,
    list_one_offs,
    list_pay,
    print_pay_record,
    remove_one_off,
    shared_lines,
)
from pa_manager.plan.operations import PLAN
from pa_manager.timesheets.model import TimesheetId, TimesheetState
from pa_manager.timesheets.operations import TIMESHEETS, find_timesheet, has_timesheets_before
from pa_manager.values.days import Period, day_from_text, said_period
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.money import NIL, Money
from pa_manager.values.tasks import GoTo, Place

_SHOWN: Final = timedelta(days=366)
_LAST_DAY: Final = date(2199, 12, 31)


Keep = Callable[[dict[str, str]], None]
PrintPdf = Callable[[str, bytes], None]


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One line of a pay record: what for, how much, at what, what it comes to, and why."""

    number: int
    name: str
    quantity: str
    rate: str
    amount: Money
    why: tuple[str, ...]


class PayView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_pay(self, lines: Sequence[PayLine]) -> None: ...
    def offer_earlier(self, offered: bool) -> None: ...
    def show_record(self, title: str, sentence: str, rows: Sequence[RecordRow]) -> None: ...
    def show_shares(self, shares: Sequence[SharedLine], rule: str) -> None: ...
    def show_why(self, title: str, lines: Sequence[str]) -> None: ...
    def allow_why(self, allowed: bool) -> None: ...
    def open_besides(self, title: str, texts: Mapping[str, str], keep: Keep) -> None: ...
    def open_one_off(self, title: str, there: Sequence[tuple[str, str]], keep: Keep) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...
    def show_findings(self, findings: Sequence[Finding]) -> None: ...
    def allow(self, timesheet: bool, payslip: bool) -> None: ...
    def pick_pay(self, number: int) -> None: ...
    def show_problem(self, message: str) -> None: ...


class PayPresenter:
    """Lists what timesheets come to, and shows of the one picked what it is made of and what is worth knowing."""

    def __init__(
        self, view: PayView, runner: Runner, *, today: Callable[[], date], go_to: GoTo, print_pdf: PrintPdf
    ) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._go_to = go_to
        self._print_pdf = print_pdf
        self._row: RecordRow | None = None
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
        self.pick_row(None)
        if line is None:
            self._view.show_record("", "", ())
            self._view.show_shares((), "")
            self._view.show_findings(())
        else:
            record = line.record
            self._view.show_record(f"{record.assistant}, {said_period(record.period)}", _sum(line), _rows(record))
            shares = self._runner.read(shared_lines, record=record)
            self._view.show_shares(shares if len(shares) > 1 else (), SHARE_RULE if len(shares) > 1 else "")
            self._view.show_findings(record.findings)
        self._view.allow(line is not None, line is not None and line.payslip is not None)

    def pick_row(self, row: RecordRow | None) -> None:
        """Take note of the figure picked: its reckoning can be shown."""
        self._row = row
        self._view.show_why("", ())
        self._view.allow_why(row is not None)

    def why(self) -> None:
        """Say line by line why the figure picked is what it is."""
        if row := self._row:
            self._view.show_why(f"Why {row.amount} for {row.name}?", row.why)

    def print_record(self, *, large: bool) -> None:
        """Print the pay record picked, in large letters if wished."""
        if self._picked:
            record = self._picked.record
            pdf = self._runner.read(print_pay_record, timesheet_id=record.timesheet_id, large=large)
            self._print_pdf(f"Pay record of {record.assistant}, {said_period(record.period)}", pdf)

    def type_besides(self) -> None:
        """Open the form of what the PA picked is paid besides."""
        if not self._picked:
            return
        record = self._picked.record
        held = self._runner.read(find_pay_terms, assistant_id=record.assistant_id, day=record.period.last)
        texts = {
            "from_day": f"{held.from_day if held else record.period.first}",
            "per_mile": str(held.per_mile) if held and held.per_mile else "",
            "driven": held.driven if held else Driven.CAR,
            "rolled_up": "yes" if held and held.rolled_up else "",
        }
        self._view.open_besides(f"What {record.assistant} is paid besides", texts, self.keep_besides)

    def keep_besides(self, texts: Mapping[str, str]) -> None:
        """Keep what is paid besides, or say beside each field what is wrong."""
        form = Reading()
        from_day = form.field("from_day", day_from_text, texts["from_day"])
        per_mile = form.optional("per_mile", Money.from_text, texts["per_mile"])
        self._view.show_form_errors(form.errors)
        if form.errors or from_day is None or self._picked is None:
            return
        terms = PayTerms(
            assistant_id=self._picked.record.assistant_id,
            from_day=from_day,
            per_mile=per_mile,
            driven=Driven(texts["driven"]),
            rolled_up=bool(texts["rolled_up"]),
        )
        self._runner.run(keep_pay_terms, terms=terms)
        self._view.close_form()
        self._view.show_result("Kept. What held before that day stays as it is.")

    def pay_once(self) -> None:
        """Open the form that pays a sum once with the timesheet picked, or takes one off."""
        if self._picked:
            record = self._picked.record
            there = [
                (str(each.id), f"Take off {each.called}, {each.amount}")
                for each in self._runner.read(list_one_offs, timesheet_id=record.timesheet_id)
            ]
            self._view.open_one_off(f"Pay {record.assistant} a sum once", there, self.keep_one_off)

    def keep_one_off(self, texts: Mapping[str, str]) -> None:
        """Keep the sum typed or take off the one chosen, or say beside the field what is wrong."""
        if self._picked is None:
            return
        form = Reading()
        kind = texts["kind"]
        amount = None
        if kind in set(OneOffKind):
            amount = form.field("amount", Money.from_text, texts["amount"])
        self._view.show_form_errors(form.errors)
        if form.errors:
            return
        number = self._picked.record.timesheet_id
        try:
            if amount is None:
                self._runner.run(remove_one_off, one_off_id=OneOffId(int(kind)))
            else:
                words = texts["words"]
                self._runner.run(add_one_off, timesheet_id=number, kind=OneOffKind(kind), amount=amount, words=words)
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        self._view.close_form()
        self._view.show_result("Kept with this timesheet." if amount is not None else "Taken off. Undo brings it back.")

    def go_to_bureau(self) -> None:
        """Bring the screen before the user that sends hours to the payroll."""
        self._go_to(Place("pay", screen="bureau"))

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

    def go_to_summaries(self) -> None:
        """Bring the summaries of pay before the user."""
        self._go_to(Place("pay", screen="summaries"))

    def go_to_payslips(self) -> None:
        """Bring the screen of payslips before the user."""
        self._go_to(Place("pay", screen="payslips"))

    def go_to_holidays(self) -> None:
        """Bring holiday and sickness before the user, of the PA picked if there is one."""
        self._go_to(Place("pay", self._picked.record.assistant_id if self._picked else None, screen="holidays"))

    def go_to_figures(self) -> None:
        """Bring the legal figures before the user that pay is held against."""
        self._go_to(Place("figures"))

    def _show_from(self, day: date) -> None:
        if day < self._shown_from:
            self._shown_from = day
            self.refresh()

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(PAY | TIMESHEETS | ASSISTANTS | FIGURES | PLAN):
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
    if record.extras:
        parts.append(f"Of it, {sum_of(record.extras)} is not for shifts.")
    besides = [
        f"{record.expenses} of expenses" if record.expenses != NIL else "",
        _miles(record) if record.miles else "",
    ]
    if any(besides):
        parts.append(f"Besides, there are {' and '.join(filter(None, besides))} to pay back.")
    if record.cost and record.cost.on_costs != NIL:
        parts.append(
            f"With holiday earned, National Insurance and pension, the work costs you about {record.cost.total}."
        )
    return " ".join(parts)


def _miles(record: PayRecord) -> str:
    paid = record.mileage.amount if record.mileage else NIL
    return f"{paid} for {record.miles} miles" if paid != NIL else f"{record.miles} miles"


def _rows(record: PayRecord) -> tuple[RecordRow, ...]:
    rows = [(part.name, part.quantity, part.rate_said, part.amount, part.why) for part in record.parts]
    rows += [(extra.words, "", "", extra.amount, extra.why) for extra in record.extras]
    if (mileage := record.mileage) and mileage.amount != NIL:
        rows.append(("Miles, paid back", str(mileage.miles), "", mileage.amount, mileage.why))
    if (cost := record.cost) and cost.on_costs != NIL:
        reasons = tuple(str(because) for each in (cost.holiday, cost.insurance, cost.pension) for because in each.why)
        rows.append(("What comes on top for you, about", "", "", cost.on_costs, reasons))
    return tuple(RecordRow(number, *row) for number, row in enumerate(rows))
