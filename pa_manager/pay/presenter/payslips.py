"""The payslips screen, without a toolkit: the figures of the payroll's payslips, and what they make one owe."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Protocol

from pa_manager.assistants.model import AssistantId
from pa_manager.assistants.operations import ASSISTANTS, list_assistants
from pa_manager.figures.operations import FIGURES
from pa_manager.file.running import Changes, Runner
from pa_manager.file.work import NotFound
from pa_manager.pay.model import (
    Finding,
    FindingKind,
    LawCheck,
    PayLine,
    Payslip,
    PayslipFigures,
    PayslipId,
    PayslipLine,
)
from pa_manager.pay.operations import (
    PAY,
    change_payslip,
    check_payslip,
    check_payslips,
    find_payslip,
    has_payslips_before,
    hold_payslip_against_law,
    list_pay,
    list_payslips,
    record_payslip,
    remove_payslip,
)
from pa_manager.pay.presenter.details import DetailsForm, DetailsView
from pa_manager.pay.presenter.payslip_papers import Files, PapersView, PayslipPapers
from pa_manager.timesheets.model import TimesheetId, TimesheetState
from pa_manager.timesheets.operations import TIMESHEETS, find_timesheet
from pa_manager.values.days import Period, day_from_text, said_period
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.money import NIL, Money
from pa_manager.values.tasks import GoTo, Place

_SHOWN: Final = timedelta(days=366)
_LAST_DAY: Final = date(2199, 12, 31)
_NEEDED: Final = {
    "paid_on": "The day of payment is missing. Type it as on the payslip.",
    "gross": "The gross pay is missing. Type it as on the payslip.",
    "net": "The net pay is missing. Type it as on the payslip.",
}
_SIGNED: Final = ("tax", "other_taken")
_AMOUNTS: Final = (
    "tax",
    "employee_ni",
    "employer_ni",
    "employee_pension",
    "employer_pension",
    "student_loan",
    "other_taken",
    "expenses_paid",
    "recovered",
)


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """A payslip as it stands in the list, with what is amiss with it."""

    line: PayslipLine
    findings: tuple[Finding, ...]

    @property
    def standing(self) -> str:
        """In a word or two, how it stands."""
        if self.line.payslip.locked:
            return "Matched"
        if any(found.kind is FindingKind.DIFFERS for found in self.findings):
            return "Look at it"
        return "Not all known" if self.findings else "Adds up"


class PayslipsView(DetailsView, PapersView, Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_payslips(self, lines: Sequence[CheckedLine]) -> None: ...
    def offer_earlier(self, offered: bool) -> None: ...
    def show_payslip(self, title: str, figures: Sequence[tuple[str, Money]]) -> None: ...
    def show_findings(self, findings: Sequence[Finding]) -> None: ...
    def show_law(self, checks: Sequence[LawCheck]) -> None: ...
    def show_why(self, title: str, lines: Sequence[str]) -> None: ...
    def allow(self, change: bool, timesheet: bool) -> None: ...
    def allow_why(self, allowed: bool) -> None: ...
    def pick_payslip(self, number: int) -> None: ...
    def open_payslip(self, title: str, choices: Sequence[tuple[str, str]], texts: Mapping[str, str]) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class PayslipsPresenter:
    """Lists the payslips with what is amiss with each, and keeps what is typed from them."""

    def __init__(
        self, view: PayslipsView, runner: Runner, *, today: Callable[[], date], go_to: GoTo, files: Files
    ) -> None:
        self._view = view
        self._runner = runner
        self._today = today
        self._go_to = go_to
        self._shown_from = today() - _SHOWN
        self._picked: CheckedLine | None = None
        self._changing: PayslipId | None = None
        self._doubted: PayslipFigures | None = None
        self._check: LawCheck | None = None
        self._details = DetailsForm(view, runner)
        self.papers = PayslipPapers(view, runner, files)
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the payslips again and show them; the one picked stays picked if it is still there."""
        shown = Period(self._shown_from, _LAST_DAY)
        checks = self._runner.read(check_payslips, period=shown)
        lines = [CheckedLine(line, checks[line.payslip.id]) for line in self._runner.read(list_payslips, period=shown)]
        picked = self._picked
        self._view.set_lead(self._lead(lines))
        self._view.show_payslips(lines)
        self._view.offer_earlier(self._runner.read(has_payslips_before, day=shown.first))
        number = picked.line.payslip.id if picked else None
        self.pick(next((line for line in lines if line.line.payslip.id == number), None))

    def show_earlier(self) -> None:
        """Show the payslips of one more year."""
        self._show_from(self._shown_from - _SHOWN)

    def pick(self, checked: CheckedLine | None) -> None:
        """Show the figures of the payslip picked, and what is amiss with them."""
        self._picked = checked
        self.pick_check(None)
        self.papers.show(checked.line.payslip if checked else None)
        if checked is None:
            self._view.show_payslip("", ())
            self._view.show_findings(())
            self._view.show_law(())
            self._view.allow(False, False)
            return
        payslip = checked.line.payslip
        self._view.show_payslip(f"{checked.line.assistant}, {said_period(payslip.period)}", _figures(payslip))
        self._view.show_findings(checked.findings)
        self._view.show_law(self._runner.read(hold_payslip_against_law, figures=payslip))
        self._view.allow(not payslip.locked, payslip.timesheet_id is not None)

    def pick_check(self, check: LawCheck | None) -> None:
        """Take note of the figure picked among those held against the law: its reckoning can be shown."""
        self._check = check
        self._view.show_why("", ())
        self._view.allow_why(check is not None and bool(check.reasons))

    def why(self) -> None:
        """Say line by line why the figure picked is what it is; where it was not checked, why not."""
        if self._check is None:
            return
        what, expected = self._check.what, self._check.expected
        if expected is None:
            self._view.show_why(f"{what}: {self._check.standing}", ())
        else:
            self._view.show_why(f"Why {expected} for {what}?", self._check.reasons)

    def type_details(self) -> None:
        """Open the form of what the payroll knows of the PA whose payslip is picked."""
        if self._picked:
            payslip = self._picked.line.payslip
            self._details.open(payslip.assistant_id, self._picked.line.assistant, payslip.paid_on)

    def point_out(self, number: int) -> None:
        """Pick a payslip by its number, also one that is older than those shown."""
        try:
            payslip = self._runner.read(find_payslip, PayslipId(number))
        except NotFound as error:
            self._view.show_problem(str(error))
            return
        self._show_from(payslip.paid_on)
        self._view.pick_payslip(number)

    def add(self) -> None:
        """Open an empty form: first the timesheet that has waited longest."""
        self._changing = self._doubted = None
        choices = self._choices(None)
        chosen = choices[0][0] if choices else ""
        self._view.open_payslip("Type in a payslip", choices, {"chosen": chosen})

    def change(self) -> None:
        """Open the form of the payslip picked, filled."""
        if self._picked is None:
            return
        payslip = self._picked.line.payslip
        try:
            payslip.check_open()
        except UserError as error:
            self._view.show_problem(str(error))
            return
        self._changing, self._doubted = payslip.id, None
        self._view.open_payslip("Change a payslip", self._choices(payslip), _texts(payslip))

    def keep(self, texts: Mapping[str, str]) -> None:
        """Keep the payslip typed in, or say beside each field what is wrong.

        A net that is not what the other figures come to is said beside it once. Kept again, it is kept as it is: a
        payslip may be wrong, and must be recorded as it came.
        """
        form = Reading()
        figures = self._read(form, texts)
        if figures and figures.net != figures.net_by_sum and figures != self._doubted:
            self._doubted = figures
            form.errors["net"] = (
                f"The other figures come to a net of {figures.net_by_sum}, not {figures.net}. Check them."
                " If the payslip says so, keep it once more."
            )
            figures = None
        self._view.show_form_errors(form.errors)
        if figures is None:
            return
        number = self._changing
        try:
            if number is None:
                self._runner.run(record_payslip, figures=figures)
            else:
                self._runner.run(change_payslip, payslip_id=number, figures=figures)
            findings = self._runner.read(check_payslip, figures=figures)
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        self._view.close_form()
        kept = self._runner.read(list_payslips, period=Period(figures.paid_on, figures.paid_on))
        self._show_from(figures.paid_on)
        self._view.pick_payslip(number or max(line.payslip.id for line in kept))
        said = " ".join(found.sentence for found in findings)
        self._view.show_result(f"Kept as typed. {said}" if said else "Kept. It adds up.")

    def remove(self) -> None:
        """Remove the payslip picked."""
        if self._picked is None:
            return
        number = self._picked.line.payslip.id
        self._view.show_problem("")
        try:
            self._runner.run(remove_payslip, payslip_id=number)
        except UserError as error:
            self._view.show_problem(str(error))
        else:
            self._view.show_result("Removed. Undo brings it back.")

    def read_file(self) -> None:
        """Bring the screen before the user on which the payroll's file is read."""
        self._go_to(Place("pay", screen="read"))

    def go_to_timesheet(self) -> None:
        """Bring the timesheet before the user that the payslip picked is for."""
        if self._picked and (number := self._picked.line.payslip.timesheet_id) is not None:
            self._go_to(Place("timesheets", number))

    def go_to_pay(self) -> None:
        """Bring the pay screen before the user, on the timesheet of the payslip picked if there is one."""
        number = self._picked.line.payslip.timesheet_id if self._picked else None
        self._go_to(Place("pay", number))

    def go_to_payments(self) -> None:
        """Bring before the user what payslips make the holder pay."""
        self._go_to(Place("spending", screen="paying"))

    def _show_from(self, day: date) -> None:
        if day < self._shown_from:
            self._shown_from = day
            self.refresh()

    def _waiting(self) -> list[PayLine]:
        today = self._today()
        lines = self._runner.read(list_pay, period=Period(today - _SHOWN, today))
        waiting = [line for line in lines if line.payslip is None]
        return sorted(waiting, key=_longest_first)

    def _lead(self, lines: Sequence[CheckedLine]) -> str:
        waiting = sum(line.record.state is TimesheetState.SENT for line in self._waiting())
        if waiting:
            have = "timesheet has" if waiting == 1 else "timesheets have"
            return f"{waiting} {have} been sent and no payslip typed in yet."
        if not lines:
            return "What the payroll's payslips say. They are held against the timesheets, and later against the bank."
        return "Every timesheet that was sent has its payslip."

    def _choices(self, payslip: Payslip | None) -> list[tuple[str, str]]:
        choices = [
            (f"timesheet {line.record.timesheet_id}", f"{line.record.assistant}, {said_period(line.record.period)}")
            for line in self._waiting()
        ]
        if payslip and payslip.timesheet_id is not None and self._picked:
            now = f"{self._picked.line.assistant}, {said_period(payslip.period)}"
            choices.insert(0, (f"timesheet {payslip.timesheet_id}", now))
        everyone = self._runner.read(list_assistants)
        return choices + [(f"assistant {each.id}", f"{each.name}, without a timesheet") for each in everyone]

    def _read(self, form: Reading, texts: Mapping[str, str]) -> PayslipFigures | None:
        nobody = "Nobody is chosen. Add a PA first, then type in their payslip."
        chosen = form.required("chosen", texts["chosen"], nobody)
        for name, message in _NEEDED.items():
            form.required(name, texts[name], message)
        paid_on = form.optional("paid_on", day_from_text, texts["paid_on"])
        gross = form.optional("gross", Money.from_text, texts["gross"])
        net = form.optional("net", Money.from_text, texts["net"])
        amounts = {
            name: form.optional(name, Money.signed_from_text if name in _SIGNED else Money.from_text, texts[name])
            or NIL
            for name in _AMOUNTS
        }
        what, _, number = chosen.partition(" ")
        period = self._period(form, texts) if what == "assistant" else None
        if form.errors or paid_on is None or gross is None or net is None:
            return None
        timesheet_id, assistant_id = None, AssistantId(int(number))
        if period is None:
            timesheet = self._runner.read(find_timesheet, TimesheetId(int(number)))
            timesheet_id, assistant_id, period = timesheet.id, timesheet.assistant_id, timesheet.period
        return PayslipFigures(
            assistant_id=assistant_id,
            timesheet_id=timesheet_id,
            period=period,
            paid_on=paid_on,
            number=texts["number"].strip(),
            gross=gross,
            net=net,
            **amounts,
        )

    @staticmethod
    def _period(form: Reading, texts: Mapping[str, str]) -> Period | None:
        first = form.field("first", day_from_text, texts["first"])
        last = form.field("last", day_from_text, texts["last"])
        if first is None or last is None:
            return None
        return form.field("last", lambda _text: Period(first, last), texts["last"])

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(PAY | TIMESHEETS | ASSISTANTS | FIGURES):
            self.refresh()


def _longest_first(line: PayLine) -> tuple[bool, Period, str]:
    record = line.record
    return record.state is not TimesheetState.SENT, record.period, record.assistant


def _figures(payslip: Payslip) -> tuple[tuple[str, Money], ...]:
    every = (
        ("Gross pay", payslip.gross),
        ("Tax", payslip.tax),
        ("National Insurance", payslip.employee_ni),
        ("Pension, their part", payslip.employee_pension),
        ("Student loan", payslip.student_loan),
        ("Other things taken off", payslip.other_taken),
        ("Expenses paid back", payslip.expenses_paid),
        ("Net pay", payslip.net),
        ("National Insurance, your part", payslip.employer_ni),
        ("Pension, your part", payslip.employer_pension),
        ("Given back by HMRC", payslip.recovered),
        ("What it costs you in all", payslip.cost),
    )
    return tuple((words, amount) for words, amount in every if amount != NIL)


def _texts(payslip: Payslip) -> dict[str, str]:
    number = payslip.timesheet_id
    amounts = {
        name: "" if (amount := getattr(payslip, name)) == NIL else str(amount) for name in ("gross", "net", *_AMOUNTS)
    }
    return {
        "chosen": f"timesheet {number}" if number is not None else f"assistant {payslip.assistant_id}",
        "paid_on": f"{payslip.paid_on}",
        "number": payslip.number,
        "first": "" if number is not None else f"{payslip.period.first}",
        "last": "" if number is not None else f"{payslip.period.last}",
        **amounts,
    }
