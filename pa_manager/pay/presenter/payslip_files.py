"""Payslips read from the payroll's file, without a toolkit: chosen, looked through, and only then kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from pa_manager.assistants.operations import ASSISTANTS, list_assistants
from pa_manager.figures.operations import FIGURES
from pa_manager.file.running import Changes, Runner
from pa_manager.pay.model import Fate, Finding, FindingKind, PayslipColumn, ReadLine, ReadPayslips
from pa_manager.pay.operations import (
    PAY,
    keep_payslip_layout,
    keep_read_payslips,
    list_pay,
    read_payslip_layout,
    read_payslips,
)
from pa_manager.timesheets.operations import TIMESHEETS
from pa_manager.values.days import day_from_text, said_period
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.tasks import GoTo, Place

ChooseFile = Callable[[str, str], tuple[str, bytes] | None]
AGREES: Final = Finding(kind=FindingKind.FINE, sentence="It agrees with what was expected.")
LEAD: Final = "Ask the payroll for its payslips as a CSV file, and choose it. You see every row before any is kept."
_KINDS: Final = "Files of the payroll (*.csv *.txt);;All files (*)"


@dataclass(frozen=True, slots=True)
class TakenLine:
    """A row of the file, and whether it will be kept."""

    line: ReadLine
    taken: bool


class PayslipFilesView(Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_lines(self, lines: Sequence[TakenLine]) -> None: ...
    def show_findings(self, findings: Sequence[Finding]) -> None: ...
    def show_file(self, sentence: str, more: str, *, fine: bool) -> None: ...
    def read_out(self) -> None: ...
    def show_keeping(self, words: str) -> None: ...
    def allow(self, names: frozenset[str]) -> None: ...
    def open_columns(
        self, lead: str, fields: Sequence[tuple[str, str]], headings: Sequence[str], texts: Mapping[str, str]
    ) -> None: ...
    def open_paid_on(self, text: str) -> None: ...
    def open_whose(self, title: str, choices: Sequence[tuple[str, str]]) -> None: ...
    def close_form(self) -> None: ...
    def show_form_errors(self, errors: Mapping[str, str]) -> None: ...
    def show_form_problem(self, message: str) -> None: ...
    def show_problem(self, message: str) -> None: ...
    def show_result(self, message: str) -> None: ...


class PayslipFilesPresenter:
    """Shows what the payroll's file would bring, asks what it leaves open, and keeps what is ticked."""

    def __init__(self, view: PayslipFilesView, runner: Runner, *, choose_file: ChooseFile, go_to: GoTo) -> None:
        self._view = view
        self._runner = runner
        self._choose_file = choose_file
        self._go_to = go_to
        self._name, self._content = "", b""
        self._read: ReadPayslips | None = None
        self._paid_on: date | None = None
        self._answers: dict[int, str] = {}
        self._without: set[int] = set()
        self._picked: TakenLine | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        view.set_lead(LEAD)
        self.refresh()

    def refresh(self) -> None:
        """Look through the file chosen again and show it."""
        self._read = None
        if self._content:
            self._read = self._runner.read(
                read_payslips, content=self._content, paid_on=self._paid_on, answers=self._answers
            )
        self._show_file()
        self._show_lines()

    def choose_file(self) -> None:
        """Let the user choose a file, and show what it would bring."""
        self._view.show_result("")
        try:
            chosen = self._choose_file("Choose the payroll's file", _KINDS)
            if chosen is None:
                return
            self._runner.read(read_payslip_layout, content=chosen[1])
        except UserError as error:
            self._view.show_problem(str(error))
            return
        self._view.show_problem("")
        self._name, self._content = chosen
        self._paid_on, self._answers, self._without = None, {}, set()
        self.refresh()
        self._view.read_out()

    def name_columns(self) -> None:
        """Ask which column holds what, filled with what is known or guessed."""
        if self._read:
            layout = self._read.layout
            self._view.open_columns(
                f"The columns of {self._name}. Say once what they hold: the next such file is known by its headings.",
                [(column.value, column.words) for column in PayslipColumn],
                [heading for heading in dict.fromkeys(layout.headings) if heading],
                {column.value: heading for column, heading in layout.columns.items()},
            )

    def keep_columns(self, texts: Mapping[str, str]) -> None:
        """Keep which column holds what, or say what is still missing or named twice."""
        named = {PayslipColumn(key): heading for key, heading in texts.items() if heading}
        errors: dict[str, str] = {}
        for column, heading in named.items():
            first = next(each for each, same in named.items() if same == heading)
            if first is not column:
                errors[column] = f"“{heading}” is already chosen for {first.words}. Choose another, or none."
        for column in (PayslipColumn.GROSS, PayslipColumn.NET):
            if column not in named:
                errors[column] = f"Choose the column that holds the {column.words.casefold()}."
        if not {PayslipColumn.NUMBER_OF_PERSON, PayslipColumn.NAME, PayslipColumn.LAST_NAME} & named.keys():
            errors[PayslipColumn.NAME] = "Choose the column that says whose the payslip is."
        self._view.show_form_errors(errors)
        if not errors:
            self._keep(
                lambda: self._runner.run(keep_payslip_layout, content=self._content, columns=named),
                "Kept. Files with these headings are read so from now on.",
            )

    def say_paid_on(self) -> None:
        """Ask for the day of payment of the rows that do not say it."""
        self._view.open_paid_on(f"{self._paid_on or ''}")

    def keep_paid_on(self, texts: Mapping[str, str]) -> None:
        """Take the day typed for the rows that do not say theirs."""
        form = Reading()
        self._paid_on = form.field("paid_on", day_from_text, texts["paid_on"]) or self._paid_on
        self._view.show_form_errors(form.errors)
        if not form.errors:
            self._view.close_form()
            self.refresh()

    def say_whose(self) -> None:
        """Ask whose the row picked is, and for which timesheet."""
        if self._picked:
            row = self._picked.line.row
            waiting = [line.record for line in self._runner.read(list_pay) if line.payslip is None]
            choices = [
                (f"timesheet {each.timesheet_id}", f"{each.assistant}, {said_period(each.period)}, {each.gross}")
                for each in sorted(waiting, key=lambda each: (each.assistant != self._whose, each.period))
            ]
            everyone = self._runner.read(list_assistants)
            choices += [(f"assistant {each.id}", f"{each.name}, without a timesheet") for each in everyone]
            self._view.open_whose(f"Row {row.line}: {row.who}, net {row.amounts['net']}", choices)

    def keep_whose(self, texts: Mapping[str, str]) -> None:
        """Take the answer for the row picked."""
        if self._picked and texts["chosen"]:
            self._answers[self._picked.line.row.line] = texts["chosen"]
            self._view.close_form()
            self.refresh()

    def pick(self, line: TakenLine | None) -> None:
        """Show what differs in the row picked, or why it is not kept."""
        self._picked = line
        findings: tuple[Finding, ...] = ()
        if line and line.line.sentence:
            findings = (Finding(kind=FindingKind.DIFFERS, sentence=line.line.sentence),)
        elif line:
            findings = line.line.findings or (AGREES,)
        self._view.show_findings(findings)
        self._show_allowed()

    def turn(self) -> None:
        """Take the row picked, or leave it, whichever it is not."""
        if self._picked and self._picked.line.fate is Fate.NEW:
            self._without ^= {self._picked.line.row.line}
            self._show_lines()

    def keep(self) -> None:
        """Keep the rows ticked as payslips."""
        count = len(self._taken)
        if not count:
            return
        payslips = "1 payslip is" if count == 1 else f"{count} payslips are"
        try:
            self._runner.run(
                keep_read_payslips,
                content=self._content,
                paid_on=self._paid_on,
                answers=dict(self._answers),
                without=frozenset(self._without),
            )
        except UserError as error:
            self._view.show_problem(str(error))
            return
        self._view.show_result(f"Kept. {payslips} here now. Undo takes {'it' if count == 1 else 'them'} out again.")

    def go_to_payslips(self) -> None:
        """Bring the screen of payslips before the user."""
        self._go_to(Place("pay", screen="payslips"))

    @property
    def _taken(self) -> list[ReadLine]:
        lines = self._read.lines if self._read else ()
        return [each for each in lines if each.fate is Fate.NEW and each.row.line not in self._without]

    @property
    def _whose(self) -> str:
        return self._picked.line.assistant if self._picked else ""

    def _show_file(self) -> None:
        if self._read is None:
            self._view.show_file("", "", fine=True)
            return
        layout, lines = self._read.layout, self._read.lines
        if layout.lacks:
            self._view.show_file(
                f"{self._name} has other columns than those known: nothing was found for {' and '.join(layout.lacks)}.",
                f"Its headings are: {', '.join(filter(None, layout.headings))}."
                " Say what they hold, or choose another file.",
                fine=False,
            )
            return
        new = sum(each.fate is Fate.NEW for each in lines)
        asked = sum(each.fate in {Fate.ASK, Fate.NO_DAY, Fate.UNREADABLE, Fate.CLASHES} for each in lines)
        there = sum(each.fate is Fate.THERE for each in lines)
        said = f"{self._name}: {len(lines)} row{'' if len(lines) == 1 else 's'}, {new} new"
        said += f", {there} here already" if there else ""
        said += f", {asked} to look at" if asked else ""
        more = [
            f"Row {each.row.line}, {each.assistant}: {each.sentence}"
            for each in lines
            if each.sentence and each.fate is not Fate.THERE
        ]
        self._view.show_file(f"{said}. Nothing is kept yet.", "\n".join(more), fine=not asked)

    def _show_lines(self) -> None:
        lines = self._read.lines if self._read else ()
        taken = {each.row.line for each in self._taken}
        shown = [TakenLine(each, each.row.line in taken) for each in lines]
        self._view.show_lines(shown)
        number = self._picked.line.row.line if self._picked else None
        count = len(taken)
        self._view.show_keeping(f"Keep {count} payslip{'' if count == 1 else 's'}" if count else "Nothing to keep")
        self.pick(next((each for each in shown if each.line.row.line == number), None))

    def _show_allowed(self) -> None:
        allowed = {"choose", "another", "payslips"}
        if self._read:
            allowed |= {"columns", "paid"}
        if self._taken:
            allowed.add("keep")
        if self._picked:
            fate = self._picked.line.fate
            allowed |= {"turn"} if fate is Fate.NEW else set()
            allowed |= {"whose"} if fate in {Fate.NEW, Fate.ASK, Fate.CLASHES} else set()
        self._view.allow(frozenset(allowed))

    def _keep(self, run: Callable[[], object], result: str) -> None:
        try:
            run()
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        self._view.close_form()
        self._view.show_result(result)

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(PAY | TIMESHEETS | ASSISTANTS | FIGURES):
            self.refresh()
