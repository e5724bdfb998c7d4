"""The pay screen: what each timesheet comes to before tax."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.pay.model import Finding, PayLine, PayPart
from pa_manager.pay.presenter.pay import PayPresenter, PayView
from pa_manager.pay.screen.findings import FindingBands, tone_of
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton, QuietButton
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import heading, paragraph
from pa_manager.values.days import said_period


class PayScreen(Screen):
    """A table of what timesheets come to; of the one picked, its parts and what is worth knowing about it."""

    def __init__(self, present: Callable[[PayView], PayPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Pay", parent=parent)
        right = Qt.AlignmentFlag.AlignRight
        self._payslips = MainButton("Go to the payslips", "payslips")
        self._figures = QuietButton("Look at the legal figures", "figures")
        self._table = RowTable[PayLine](
            "What timesheets come to",
            [
                Column("PA", lambda line: line.record.assistant),
                Column(
                    "Pay period",
                    lambda line: said_period(line.record.period),
                    lambda line: line.record.period.first,
                ),
                Column("Worked", lambda line: str(line.record.worked), lambda line: line.record.worked.minutes, right),
                Column("Gross", lambda line: str(line.record.gross), lambda line: line.record.gross, right),
                Column(
                    "How it stands",
                    lambda line: line.record.verdict,
                    tone=lambda line: tone_of(line.record.findings),
                ),
                Column("Payslip", _payslip),
            ],
            key=lambda line: line.record.timesheet_id,
            empty="What each timesheet comes to will stand here, as soon as the first timesheet is made.",
        )
        self._earlier = QuietButton("Show earlier pay", "earlier")
        self._earlier_row = ButtonRow(self._earlier)
        self._heading = heading("")
        self._sum = paragraph("")
        self._findings = FindingBands()
        self._parts = RowTable[PayPart](
            "What the gross pay is made of",
            [
                Column("For", lambda part: part.name),
                Column("How much", lambda part: part.quantity, align=right),
                Column("At", lambda part: part.rate_said, align=right),
                Column("Pay", lambda part: str(part.amount), lambda part: part.amount, right),
            ],
            key=lambda part: (part.name, part.rate_said),
            empty="Nothing is paid for this timesheet.",
        )
        self._timesheet = PlainButton("Show the timesheet", "timesheet")
        self._payslip = PlainButton("Show its payslip", "payslip")
        self._acts = ButtonRow(self._timesheet, self._payslip)
        self.add(ButtonRow(self._payslips, self._figures), self._table, self._earlier_row, self._heading, self._sum)
        self.add(*self._findings.bands.values(), self._parts, self._acts)

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._payslips.clicked.connect(self._presenter.go_to_payslips)
        self._figures.clicked.connect(self._presenter.go_to_figures)
        self._earlier.clicked.connect(self._presenter.show_earlier)
        self._timesheet.clicked.connect(self._presenter.go_to_timesheet)
        self._payslip.clicked.connect(self._presenter.go_to_payslip)
        self._table.picked.connect(self._presenter.pick)
        self._table.activated.connect(lambda _line: self._presenter.go_to_timesheet())

    def show_pay(self, lines: Sequence[PayLine]) -> None:
        self._table.set_rows(lines)

    def offer_earlier(self, offered: bool) -> None:
        self._earlier.setVisible(offered)
        self._earlier_row.setVisible(offered)

    def show_record(self, title: str, sentence: str, parts: Sequence[PayPart]) -> None:
        self._heading.setText(title)
        self._sum.setText(sentence)
        self._parts.set_rows(parts)
        for widget in (self._heading, self._sum, self._parts, self._acts):
            widget.setVisible(bool(title))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self._findings.show(findings)

    def allow(self, timesheet: bool, payslip: bool) -> None:
        self._timesheet.setEnabled(timesheet)
        self._payslip.setEnabled(payslip)
        self._payslip.setVisible(payslip)

    def pick_pay(self, number: int) -> None:
        self._table.pick(number)

    def point_out(self, number: int) -> None:
        self._presenter.point_out(number)


def _payslip(line: PayLine) -> str:
    if line.payslip is None:
        return "Not yet"
    return "Matched" if line.payslip.locked else "Typed in"
