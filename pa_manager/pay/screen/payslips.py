"""The payslips screen: the figures of the payroll's payslips, held against the law."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.assistants.model import Document
from pa_manager.law.payslip_check import NOT_A_RETURN
from pa_manager.pay.model import Finding, LawCheck
from pa_manager.pay.presenter.details import Keep
from pa_manager.pay.presenter.payslips import CheckedLine, PayslipsPresenter, PayslipsView
from pa_manager.pay.screen.details import LEAD, details_fields
from pa_manager.pay.screen.findings import FindingBands
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton, QuietButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, MoneyField, TextField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band, heading, soft
from pa_manager.values.days import said, said_period
from pa_manager.values.money import Money

_TONES: Final[dict[str, Tone]] = {"Look at it": "warn", "Adds up": "good", "Matched": "good"}


class PayslipsScreen(Screen):
    """A table of payslips with what is amiss with each."""

    def __init__(self, present: Callable[[PayslipsView], PayslipsPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Payslips", parent=parent)
        right = Qt.AlignmentFlag.AlignRight
        self._add = MainButton("Type in a payslip", "add")
        self._read = PlainButton("Read from a file", "read file")
        self._pay = PlainButton("Go to pay", "pay")
        self._to_pay = PlainButton("Payments to make", "to pay")
        self._table = RowTable[CheckedLine](
            "Payslips",
            [
                Column("PA", lambda each: each.line.assistant),
                Column(
                    "Pay period",
                    lambda each: said_period(each.line.payslip.period),
                    lambda each: each.line.payslip.period.first,
                ),
                Column("Paid on", lambda each: said(each.line.payslip.paid_on), lambda each: each.line.payslip.paid_on),
                Column("Gross", lambda each: str(each.line.payslip.gross), lambda each: each.line.payslip.gross, right),
                Column("Net", lambda each: str(each.line.payslip.net), lambda each: each.line.payslip.net, right),
                Column(
                    "How it stands", lambda each: each.standing, tone=lambda each: _TONES.get(each.standing, "warn")
                ),
            ],
            key=lambda each: each.line.payslip.id,
            empty="Payslips will stand here. When the payroll sends one, type in its figures.",
        )
        self._earlier = QuietButton("Show earlier payslips", "earlier")
        self._earlier_row = ButtonRow(self._earlier)
        self._heading = heading("")
        self._findings = FindingBands()
        self._figures = RowTable[tuple[str, Money]](
            "What the payslip says",
            [
                Column("What", lambda figure: figure[0]),
                Column("Amount", lambda figure: str(figure[1]), lambda figure: figure[1], right),
            ],
            key=lambda figure: figure[0],
        )
        self._change = PlainButton("Change this payslip", "change")
        self._timesheet = PlainButton("Show its timesheet", "timesheet")
        self._remove = QuietButton("Remove this payslip", "remove")
        self._acts = ButtonRow(self._change, self._timesheet, self._remove)
        self._papers = RowTable[Document](
            "Papers of this payslip",
            [Column("Paper", lambda paper: paper.name), Column("Kept until", _kept_until)],
            key=lambda paper: paper.id,
            empty="The payslip as it came can be filed here: a PDF or a photo.",
        )
        self._add_paper = PlainButton("File the payslip itself", "add paper")
        self._save_paper = PlainButton("Save a copy to look at", "save paper")
        self._paper_acts = ButtonRow(self._add_paper, self._save_paper)
        self._law = RowTable[LawCheck](
            "What it should be by law",
            [
                Column("What", lambda check: check.what),
                Column("Expected", lambda check: "" if check.expected is None else str(check.expected), align=right),
                Column("On the payslip", lambda check: str(check.on_payslip), align=right),
                Column("How it stands", lambda check: check.standing, tone=_law_tone),
            ],
            key=lambda check: check.what,
        )
        self._not_a_return = soft(NOT_A_RETURN)
        self._why = PlainButton("Why this figure?", "why")
        self._details = PlainButton("Type in what the payroll knows", "details")
        self._law_acts = ButtonRow(self._why, self._details)
        self._reasons = Band("calm")
        self._reasons.sentence.setObjectName("reasons")
        self.add(
            ButtonRow(self._add, self._read, self._to_pay, self._pay), self._table, self._earlier_row, self._heading
        )
        self.add(*self._findings.bands.values(), self._figures, self._acts)
        self.add(self._law, self._not_a_return, self._law_acts, self._reasons, self._papers, self._paper_acts)

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._add.clicked.connect(self._presenter.add)
        self._read.clicked.connect(self._presenter.read_file)
        self._pay.clicked.connect(self._presenter.go_to_pay)
        self._to_pay.clicked.connect(self._presenter.go_to_payments)
        self._earlier.clicked.connect(self._presenter.show_earlier)
        self._change.clicked.connect(self._presenter.change)
        self._timesheet.clicked.connect(self._presenter.go_to_timesheet)
        self._remove.clicked.connect(self._presenter.remove)
        self._table.picked.connect(self._presenter.pick)
        self._law.picked.connect(self._presenter.pick_check)
        self._law.activated.connect(lambda _check: self._presenter.why())
        self._why.clicked.connect(self._presenter.why)
        self._details.clicked.connect(self._presenter.type_details)
        self._papers.picked.connect(self._presenter.papers.pick)
        self._papers.activated.connect(lambda _paper: self._presenter.papers.save())
        self._add_paper.clicked.connect(self._presenter.papers.add)
        self._save_paper.clicked.connect(self._presenter.papers.save)
        self._table.activated.connect(lambda _line: self._presenter.change())

    def show_payslips(self, lines: Sequence[CheckedLine]) -> None:
        self._table.set_rows(lines)

    def offer_earlier(self, offered: bool) -> None:
        self._earlier.setVisible(offered)
        self._earlier_row.setVisible(offered)

    def show_payslip(self, title: str, figures: Sequence[tuple[str, Money]]) -> None:
        self._heading.setText(title)
        self._figures.set_rows(figures)
        law = (self._law, self._not_a_return, self._law_acts)
        for widget in (self._heading, self._figures, self._acts, *law, self._papers, self._paper_acts):
            widget.setVisible(bool(title))

    def show_papers(self, papers: Sequence[Document]) -> None:
        self._papers.set_rows(papers)

    def allow_saving(self, allowed: bool) -> None:
        self._save_paper.setEnabled(allowed)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self._findings.show(findings)

    def show_law(self, checks: Sequence[LawCheck]) -> None:
        self._law.set_rows(checks)

    def show_why(self, title: str, lines: Sequence[str]) -> None:
        if title:
            self._reasons.show(title, "\n".join(lines))
            self._reasons.take_focus()
        else:
            self._reasons.hide()

    def allow_why(self, allowed: bool) -> None:
        self._why.setEnabled(allowed)

    def open_details(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        form = FormDialog(self, title, LEAD, details_fields())
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)

    def allow(self, change: bool, timesheet: bool) -> None:
        self._change.setEnabled(change)
        self._remove.setEnabled(change)
        self._timesheet.setEnabled(timesheet)

    def pick_payslip(self, number: int) -> None:
        self._table.pick(number)

    def open_payslip(self, title: str, choices: Sequence[tuple[str, str]], texts: Mapping[str, str]) -> None:
        fields: dict[str, AnyField] = {
            "chosen": ChoiceField("Whose, and for which timesheet", choices),
            "paid_on": DateField("Day it is paid"),
            "gross": MoneyField("Gross pay", "Before anything is taken off."),
            "tax": MoneyField("Tax", "With a minus sign if tax was given back."),
            "employee_ni": MoneyField("National Insurance, their part"),
            "employee_pension": MoneyField("Pension, their part"),
            "student_loan": MoneyField("Student loan"),
            "other_taken": MoneyField("Other things taken off"),
            "expenses_paid": MoneyField("Expenses paid back"),
            "net": MoneyField("Net pay", "What is paid to them."),
            "employer_ni": MoneyField("National Insurance, your part", "Employer's National Insurance on the payslip."),
            "employer_pension": MoneyField("Pension, your part", "What you pay in besides."),
            "recovered": MoneyField("Given back by HMRC", "Statutory pay such as maternity pay. It is on the P32."),
            "number": TextField("Number or name of the payslip", "If it has one.", chars=20),
            "first": DateField("First day of the pay period", "Only if it is without a timesheet."),
            "last": DateField("Last day of the pay period", "Only if it is without a timesheet."),
        }
        lead = "Type what the payslip says, also where it looks wrong. What is not on it stays empty."
        form = FormDialog(self, title, lead, fields)
        form.fill(texts)
        form.kept.connect(self._presenter.keep)
        self.open_form(form)

    def point_out(self, number: int) -> None:
        self._presenter.point_out(number)


def _kept_until(paper: Document) -> str:
    return said(paper.keep_until) if paper.keep_until else "Not said"


def _law_tone(check: LawCheck) -> Tone | None:
    if check.checked:
        return "warn" if check.differs else "good"
    return None
