"""Payslips read from the payroll's file: chosen, looked through, and only then kept."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.pay.model import Finding
from pa_manager.pay.presenter.payslip_files import PayslipFilesPresenter, PayslipFilesView, TakenLine
from pa_manager.pay.screen.findings import FindingBands
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band
from pa_manager.values.days import said, said_period
from pa_manager.values.money import NIL, Money


class PayslipFilesScreen(Screen):
    """What the payroll's file would bring, row by row, with a button that keeps what is ticked."""

    def __init__(
        self, present: Callable[[PayslipFilesView], PayslipFilesPresenter], parent: QWidget | None = None
    ) -> None:
        super().__init__("Read payslips from a file", parent=parent)
        right = Qt.AlignmentFlag.AlignRight
        self._buttons = {
            "choose": MainButton("Choose a file", "choose"),
            "another": PlainButton("Choose another file", "another"),
            "payslips": PlainButton("Go to the payslips", "payslips"),
            "columns": PlainButton("Say what its columns are", "columns"),
            "paid": PlainButton("Say the day of payment", "paid"),
            "keep": MainButton("Nothing to keep", "keep payslips"),
            "turn": PlainButton("Take or leave this row", "turn"),
            "whose": PlainButton("Say whose this row is", "whose"),
        }
        button = self._buttons
        self._file = Band("calm")
        self._file.sentence.setObjectName("file")
        self._findings = FindingBands()
        self._table = RowTable[TakenLine](
            "Rows of the file",
            [
                Column("Keep", lambda each: "Yes" if each.taken else "No", tone=_taken_tone),
                Column("Row", lambda each: str(each.line.row.line), lambda each: each.line.row.line, right),
                Column("PA", lambda each: each.line.assistant),
                Column("Pay period", _period),
                Column("Paid on", _paid_on),
                Column("Gross", lambda each: str(_amount(each, "gross")), lambda each: _amount(each, "gross"), right),
                Column("Net", lambda each: str(_amount(each, "net")), lambda each: _amount(each, "net"), right),
                Column("How it stands", lambda each: each.line.standing, tone=_tone),
            ],
            key=lambda each: each.line.row.line,
            empty="The rows of the file will stand here. Nothing is kept until you say so.",
        )
        self._with_file = ButtonRow(button["columns"], button["paid"])
        self._with_row = ButtonRow(button["turn"], button["whose"])
        self.add(ButtonRow(button["choose"], button["another"], button["payslips"]), self._file, self._with_file)
        self.add(ButtonRow(button["keep"]), self._table, *self._findings.bands.values(), self._with_row)

        self._presenter = presenter = present(self)
        self.destroyed.connect(presenter.close)
        for name, act in {
            "choose": presenter.choose_file,
            "another": presenter.choose_file,
            "payslips": presenter.go_to_payslips,
            "columns": presenter.name_columns,
            "paid": presenter.say_paid_on,
            "keep": presenter.keep,
            "turn": presenter.turn,
            "whose": presenter.say_whose,
        }.items():
            button[name].clicked.connect(act)
        self._table.picked.connect(presenter.pick)
        self._table.activated.connect(lambda _line: presenter.turn())

    def show_file(self, sentence: str, more: str, *, fine: bool) -> None:
        there = bool(sentence)
        self._buttons["choose"].setVisible(not there)
        for name in ("another", "keep"):
            self._buttons[name].setVisible(there)
        self._with_file.setVisible(there)
        self._with_row.setVisible(there)
        if there:
            self._file.set_tone("calm" if fine else "warn")
            self._file.show(sentence, more)
        else:
            self._file.hide()

    def read_out(self) -> None:
        self._file.take_focus()

    def show_lines(self, lines: Sequence[TakenLine]) -> None:
        self._table.set_rows(lines)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self._findings.show(findings)

    def show_keeping(self, words: str) -> None:
        self._buttons["keep"].setText(words)

    def allow(self, names: frozenset[str]) -> None:
        for name, button in self._buttons.items():
            button.setEnabled(name in names)

    def open_columns(
        self, lead: str, fields: Sequence[tuple[str, str]], headings: Sequence[str], texts: Mapping[str, str]
    ) -> None:
        choices = [("", "Not in this file"), *((each, each) for each in headings)]
        columns: dict[str, AnyField] = {name: ChoiceField(words, choices) for name, words in fields}
        form = FormDialog(self, "What the columns hold", lead, columns)
        form.fill({name: texts.get(name, "") for name, _words in fields})
        form.kept.connect(self._presenter.keep_columns)
        self.open_form(form)

    def open_paid_on(self, text: str) -> None:
        lead = "For the rows where the file does not say it. It stands on each payslip."
        form = FormDialog(self, "Day of payment", lead, {"paid_on": DateField("Day it is paid")})
        form.fill({"paid_on": text})
        form.kept.connect(self._presenter.keep_paid_on)
        self.open_form(form)

    def open_whose(self, title: str, choices: Sequence[tuple[str, str]]) -> None:
        field = ChoiceField("Whose, and for which timesheet", choices)
        form = FormDialog(self, title, "", {"chosen": field})
        form.kept.connect(self._presenter.keep_whose)
        self.open_form(form)


def _taken_tone(each: TakenLine) -> Tone | None:
    return "good" if each.taken else None


def _tone(each: TakenLine) -> Tone:
    return "good" if each.line.standing in {"New, agrees", "Kept already"} else "warn"


def _period(each: TakenLine) -> str:
    return said_period(each.line.figures.period) if each.line.figures else ""


def _paid_on(each: TakenLine) -> str:
    return said(each.line.row.paid_on) if each.line.row.paid_on else ""


def _amount(each: TakenLine, name: str) -> Money:
    return each.line.row.amounts.get(name, NIL)
