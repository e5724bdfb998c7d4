"""The pay screen: what each timesheet comes to before tax."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.pay.model import Driven, Finding, OneOffKind, PayLine, SharedLine
from pa_manager.pay.presenter.pay import Keep, PayPresenter, PayView, RecordRow
from pa_manager.pay.screen.findings import FindingBands, tone_of
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton, QuietButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, MoneyField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band, heading, paragraph, soft
from pa_manager.values.days import said_period


class PayScreen(Screen):
    """A table of what timesheets come to; of the one picked, its parts and what is worth knowing about it."""

    def __init__(self, present: Callable[[PayView], PayPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Pay", parent=parent)
        right = Qt.AlignmentFlag.AlignRight
        self._summaries = PlainButton("Summaries to print", "summaries")
        self._bureau = MainButton("Send to payroll", "bureau")
        self._payslips = PlainButton("Go to the payslips", "payslips")
        self._time_off = PlainButton("Holiday and sickness", "holidays")
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
        self._parts = RowTable[RecordRow](
            "What it is made of",
            [
                Column("For", lambda row: row.name),
                Column("How much", lambda row: row.quantity, align=right),
                Column("At", lambda row: row.rate, align=right),
                Column("Pay", lambda row: str(row.amount), lambda row: row.amount, right),
            ],
            key=lambda row: row.number,
            empty="Nothing is paid for this timesheet.",
        )
        self._why = PlainButton("Why this figure?", "why")
        self._once = PlainButton("Pay a sum once", "once")
        self._besides = PlainButton("What is paid besides", "besides")
        self._print = PlainButton("Print this pay record", "print")
        self._large = QuietButton("Print it in large letters", "print large")
        self._record_acts = ButtonRow(self._why, self._once, self._besides, self._print, self._large)
        self._reasons = Band("good")
        self._reasons.sentence.setObjectName("why")
        self._shares = RowTable[SharedLine](
            "Who pays it",
            [
                Column("Money", lambda share: share.stream),
                Column("Outcome", lambda share: share.outcome),
                Column("Worked", lambda share: str(share.worked), align=right),
                Column("Gross", lambda share: str(share.gross), lambda share: share.gross, right),
                Column("Paid back", lambda share: str(share.besides), lambda share: share.besides, right),
            ],
            key=lambda share: (share.stream, share.outcome),
        )
        self._rule = soft("")
        self._timesheet = PlainButton("Show the timesheet", "timesheet")
        self._payslip = PlainButton("Show its payslip", "payslip")
        self._acts = ButtonRow(self._timesheet, self._payslip)
        self.add(
            ButtonRow(self._bureau, self._payslips, self._time_off, self._summaries, self._figures),
            self._table,
            self._earlier_row,
            self._heading,
            self._sum,
        )
        self.add(*self._findings.bands.values(), self._parts, self._record_acts, self._reasons)
        self.add(self._shares, self._rule, self._acts)

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._bureau.clicked.connect(self._presenter.go_to_bureau)
        self._why.clicked.connect(self._presenter.why)
        self._once.clicked.connect(self._presenter.pay_once)
        self._besides.clicked.connect(self._presenter.type_besides)
        self._print.clicked.connect(lambda: self._presenter.print_record(large=False))
        self._large.clicked.connect(lambda: self._presenter.print_record(large=True))
        self._parts.picked.connect(self._presenter.pick_row)
        self._parts.activated.connect(lambda _row: self._presenter.why())
        self._payslips.clicked.connect(self._presenter.go_to_payslips)
        self._time_off.clicked.connect(self._presenter.go_to_holidays)
        self._summaries.clicked.connect(self._presenter.go_to_summaries)
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

    def show_record(self, title: str, sentence: str, rows: Sequence[RecordRow]) -> None:
        self._heading.setText(title)
        self._sum.setText(sentence)
        self._parts.set_rows(rows)
        for widget in (self._heading, self._sum, self._parts, self._record_acts, self._acts):
            widget.setVisible(bool(title))

    def show_shares(self, shares: Sequence[SharedLine], rule: str) -> None:
        self._shares.set_rows(shares)
        self._rule.setText(rule)
        for widget in (self._shares, self._rule):
            widget.setVisible(bool(shares))

    def show_why(self, title: str, lines: Sequence[str]) -> None:
        if title:
            self._reasons.show(title, "\n".join(lines))
            self._reasons.take_focus()
        else:
            self._reasons.hide()

    def allow_why(self, allowed: bool) -> None:
        self._why.setEnabled(allowed)

    def open_besides(self, title: str, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "from_day": DateField("From which day"),
            "per_mile": MoneyField("For a mile", "For example, 0.45. Empty if nothing is agreed."),
            "driven": ChoiceField("What they drive", [(each.value, each.words) for each in Driven]),
            "rolled_up": TickField(
                "Holiday pay is paid with the wage",
                "12.07% of pay for work. Only with irregular hours or part of the year, if the contract says so.",
            ),
        }
        self._open(FormDialog(self, title, "Rates for work stand in their terms.", fields), texts, keep)

    def open_one_off(self, title: str, there: Sequence[tuple[str, str]], keep: Keep) -> None:
        kinds = [(each.value, each.words) for each in OneOffKind]
        fields: dict[str, AnyField] = {
            "kind": ChoiceField("What for", [*kinds, *there]),
            "amount": MoneyField("How much, before tax"),
            "words": TextField("In your words", "Stands on the pay record in place of the kind."),
        }
        lead = "It goes to the payroll with this timesheet, and is taxed like pay."
        self._open(FormDialog(self, title, lead, fields), {}, keep)

    def _open(self, form: FormDialog, texts: Mapping[str, str], keep: Keep) -> None:
        form.fill(texts)
        form.kept.connect(keep)
        self.open_form(form)

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
