"""Payments to make."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pa_manager.pay.model import LiabilityKind
from pa_manager.shell.colours import Tone
from pa_manager.shell.pieces.buttons import ButtonRow, MainButton, PlainButton, QuietButton
from pa_manager.shell.pieces.fields import AnyField, ChoiceField, DateField, MoneyField, TextField, TickField
from pa_manager.shell.pieces.forms import FormDialog
from pa_manager.shell.pieces.screens import Screen
from pa_manager.shell.pieces.tables import Column, RowTable
from pa_manager.shell.pieces.words import Band
from pa_manager.spending.model import PaymentToMake, Standing
from pa_manager.spending.presenter.paying import Keep, PayingPresenter, PayingView
from pa_manager.values.days import said, said_period

_TONES: Final[dict[Standing, Tone]] = {Standing.PAID: "good", Standing.OVERDUE: "bad", Standing.PART_PAID: "warn"}
_FOR: Final = {
    LiabilityKind.WAGES: "Wages",
    LiabilityKind.HMRC: "Tax and insurance",
    LiabilityKind.PENSION: "Pension",
    LiabilityKind.FEE: "The payroll's fee",
}
_LEAD: Final = (
    "The first day counts for payments from then on. By law HMRC is paid each month, or each quarter if it is less than"
    " £1,500 a month on average (Income Tax (PAYE) Regulations 2003, reg. 70). Your payroll can advise."
)


class PayingScreen(Screen):
    """A table of payments with what to type at the bank; each is ticked off by the bank file."""

    def __init__(self, present: Callable[[PayingView], PayingPresenter], parent: QWidget | None = None) -> None:
        super().__init__("Payments to make", parent=parent)
        right = Qt.AlignmentFlag.AlignRight
        self._copy = MainButton("&Copy what to type", "copy")
        self._account = PlainButton("Show their &bank account", "account")
        self._payslip = PlainButton("Show the pa&yslip", "payslip")
        self._p32 = PlainButton("&Type in the P32", "p32")
        self._scheme = QuietButton("How &HMRC and the pension are paid", "scheme")
        self._advice = Band("calm")
        self._sentence = Band("calm")
        self._sentence.sentence.setObjectName("payment")
        self._table = RowTable[PaymentToMake](
            "Payments",
            [
                Column("By", lambda each: said(each.owed.due_on), lambda each: each.owed.due_on),
                Column("To", lambda each: each.who),
                Column("For", lambda each: f"{_FOR[each.owed.what]}, {said_period(each.owed.period)}"),
                Column("Amount", lambda each: str(each.owed.amount), lambda each: each.owed.amount, right),
                Column("Still to pay", lambda each: str(each.left) if each.is_open else "", align=right),
                Column("Reference", lambda each: each.reference),
                Column("How it stands", lambda each: each.standing.value, tone=lambda each: _TONES.get(each.standing)),
            ],
            key=lambda each: each.key,
            empty="Wages, HMRC and the pension stand here, each with the day it is due.",
        )
        self.add(ButtonRow(self._copy, self._account, self._payslip, self._p32, self._scheme))
        self.add(self._advice, self._table, self._sentence)

        self._presenter = present(self)
        self.destroyed.connect(self._presenter.close)
        self._copy.clicked.connect(self._presenter.copy)
        self._account.clicked.connect(self._presenter.show_account)
        self._payslip.clicked.connect(self._presenter.go_to_payslip)
        self._p32.clicked.connect(self._presenter.type_p32)
        self._scheme.clicked.connect(self._presenter.change_scheme)
        self._table.picked.connect(self._presenter.pick)
        self._table.activated.connect(lambda _payment: self._presenter.copy())

    def show_payments(self, payments: Sequence[PaymentToMake]) -> None:
        self._table.set_rows(payments)

    def show_sentence(self, sentence: str, lines: Sequence[str]) -> None:
        if sentence:
            self._sentence.show(sentence, "\n".join(lines))
        else:
            self._sentence.hide()

    def show_advice(self, advice: str) -> None:
        if advice:
            self._advice.show(advice)
        else:
            self._advice.hide()

    def allow(self, *, copy: bool, account: bool, payslip: bool) -> None:
        self._copy.setEnabled(copy)
        self._account.setEnabled(account)
        self._payslip.setEnabled(payslip)

    def allow_p32(self, allowed: bool) -> None:
        self._p32.setEnabled(allowed)

    def open_p32(self, title: str, amount: str, keep: Keep) -> None:
        lead = "The payroll sends it with the payslips. It says what is due to HMRC in the end."
        form = FormDialog(self, title, lead, {"amount": MoneyField("What the P32 says is due")})
        form.fill({"amount": amount})
        form.kept.connect(partial(_hand_over, keep))
        self.open_form(form)

    def open_scheme(self, texts: Mapping[str, str], keep: Keep) -> None:
        fields: dict[str, AnyField] = {
            "from_day": DateField("First day of payment it holds for", "What held before that day stays as it is."),
            "rhythm": ChoiceField("HMRC is paid", [("monthly", "Each tax month"), ("quarterly", "Each tax quarter")]),
            "allowance": TickField(
                "The payroll claims the Employment Allowance",
                "For PAs who work only for somebody in need of care: National Insurance Contributions Act 2014, s. 2.",
            ),
            "hmrc_reference": TextField("Accounts Office reference", "For example, 123PA00012345.", chars=16),
            "pension": TextField("Whom the pension is paid to", "For example, the name of the pension scheme."),
            "pension_reference": TextField("Reference for the pension", chars=20),
            "fee": MoneyField("What the payroll takes for each payslip", "With VAT. Empty if it sends bills."),
        }
        form = FormDialog(self, "How HMRC and the pension are paid", _LEAD, fields)
        form.fill(texts)
        form.kept.connect(partial(_hand_over, keep))
        self.open_form(form)


def _hand_over(keep: Keep, texts: Mapping[str, str]) -> None:
    keep(texts)
