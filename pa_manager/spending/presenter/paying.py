"""Payments to make, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final, Protocol

from pa_manager.assistants.operations import ASSISTANTS, find_private_details
from pa_manager.file.running import Changes, Runner
from pa_manager.pay.model import P32, Scheme, hmrc_reference_from_text
from pa_manager.pay.operations import PAY, advice_on_scheme, find_scheme, keep_p32, keep_scheme
from pa_manager.spending.model import PaymentToMake
from pa_manager.spending.operations import SPENDING, payments_to_make
from pa_manager.spending.presenter.keeping import FormView, keep
from pa_manager.values.days import day_from_text, said, said_period, said_with_weekday
from pa_manager.values.forms import Reading
from pa_manager.values.money import NIL, Money, total
from pa_manager.values.tasks import GoTo, Place

EMPTY: Final = "Nothing is to be paid. Type in a payslip, and what it makes you owe stands here."
NO_ACCOUNT: Final = "No bank account is kept for {who}. Type it in their file, under My PAs."
Keep = Callable[[Mapping[str, str]], None]


class PayingDesk(Protocol):
    """What is asked of the desktop: to hold a text for pasting."""

    def copy_text(self, text: str) -> None: ...


class PayingView(FormView, Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_payments(self, payments: Sequence[PaymentToMake]) -> None: ...
    def show_sentence(self, sentence: str, lines: Sequence[str]) -> None: ...
    def show_advice(self, advice: str) -> None: ...
    def allow(self, *, copy: bool, account: bool, payslip: bool) -> None: ...
    def allow_p32(self, allowed: bool) -> None: ...
    def open_p32(self, title: str, amount: str, keep: Keep) -> None: ...
    def open_scheme(self, texts: Mapping[str, str], keep: Keep) -> None: ...


class PayingPresenter:
    """Lists what is to be paid, with what to type at the bank, and says what the bank shows as paid."""

    def __init__(
        self, view: PayingView, runner: Runner, go_to: GoTo, *, today: Callable[[], date], desk: PayingDesk
    ) -> None:
        self._view = view
        self._runner = runner
        self._go_to = go_to
        self._today = today
        self._desk = desk
        self._picked: PaymentToMake | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the payments again and show them; the one picked stays picked if it is still there."""
        today = self._today()
        payments = self._runner.read(payments_to_make, today=today)
        self._view.set_lead(_lead(payments))
        self._view.show_payments(payments)
        self._view.show_advice(self._runner.read(advice_on_scheme, today=today))
        picked = self._picked
        self.pick(next((each for each in payments if picked and each.key == picked.key), None))

    def pick(self, payment: PaymentToMake | None) -> None:
        """Say how the payment picked stands, and what it is made of."""
        self._picked = payment
        lines = [f"{words}: {amount}" for words, amount in payment.owed.made_of] if payment else []
        if payment and payment.differs:
            lines.append(payment.differs)
        self._view.show_sentence(payment.sentence if payment else "", lines)
        self._view.allow_p32(payment is not None and payment.is_hmrc)
        is_wage = payment is not None and payment.assistant_id is not None
        self._view.allow(copy=payment is not None and payment.is_open, account=is_wage, payslip=is_wage)

    def copy(self) -> None:
        """Hold whom, how much and the reference for pasting at the bank: never the number of an account."""
        if self._picked:
            self._desk.copy_text(self._picked.to_type)
            self._view.show_result(f"Copied: {self._picked.to_type.replace(chr(10), ', ')}.")

    def show_account(self) -> None:
        """Show the bank account of the PA whose wage is picked: it is hidden until it is asked for."""
        payment = self._picked
        if payment is None or payment.assistant_id is None:
            return
        private = self._runner.read(find_private_details, payment.assistant_id)
        if not private.account_number:
            self._view.show_problem(NO_ACCOUNT.format(who=payment.who))
            return
        self._view.show_problem("")
        lines = (
            f"Name: {private.account_name}",
            f"Sort code: {private.sort_code}",
            f"Account: {private.account_number}",
        )
        self._view.show_sentence(f"{payment.who}'s bank account", lines)

    def go_to_payslip(self) -> None:
        """Lead to the payslip that the wage picked is from."""
        if self._picked and self._picked.owed.payslip_id is not None:
            self._go_to(Place("pay", self._picked.owed.payslip_id, screen="payslips"))

    def type_p32(self) -> None:
        """Open the form of what the payroll says is due to HMRC for the tax month or quarter picked."""
        if self._picked and self._picked.is_hmrc:
            month = self._picked.owed.period
            said_before = str(self._picked.p32.amount) if self._picked.p32 else ""
            self._view.open_p32(
                f"The payroll's P32, {said_period(month)}", said_before, partial(self._keep_p32, month.first)
            )

    def _keep_p32(self, month: date, texts: Mapping[str, str]) -> None:
        form = Reading()
        amount = None
        if form.required("amount", texts["amount"], "The sum is missing. Type what the P32 says is due."):
            amount = form.field("amount", Money.from_text, texts["amount"])
        self._view.show_form_errors(form.errors)
        if amount is None:
            return
        p32 = P32(month=month, amount=amount)
        if keep(self._view, partial(self._runner.run, keep_p32, p32=p32), "Kept."):
            payments = self._runner.read(payments_to_make, today=self._today())
            (told,) = [each for each in payments if each.is_hmrc and each.owed.period.first == month]
            self._view.show_result(told.differs or "Kept. It agrees with the payslips.")

    def change_scheme(self) -> None:
        """Open the form of how HMRC and the pension are paid."""
        scheme = self._runner.read(find_scheme, paid_on=self._today())
        first = self._today() if scheme.from_day == date.min else scheme.from_day
        texts = {
            "from_day": f"{first}",
            "rhythm": "quarterly" if scheme.quarterly else "monthly",
            "allowance": "yes" if scheme.allowance else "",
            "hmrc_reference": scheme.hmrc_reference,
            "pension": scheme.pension,
            "pension_reference": scheme.pension_reference,
            "fee": "" if scheme.fee == NIL else str(scheme.fee),
        }
        self._view.open_scheme(texts, self._keep_scheme)

    def _keep_scheme(self, texts: Mapping[str, str]) -> None:
        form = Reading()
        missing = "The day is missing. Type the first day of payment it holds for."
        from_day = None
        if form.required("from_day", texts["from_day"], missing):
            from_day = form.field("from_day", day_from_text, texts["from_day"])
        reference = form.optional("hmrc_reference", hmrc_reference_from_text, texts["hmrc_reference"])
        fee = form.optional("fee", Money.from_text, texts["fee"])
        self._view.show_form_errors(form.errors)
        if form.errors or from_day is None:
            return
        scheme = Scheme(
            from_day=from_day,
            quarterly=texts["rhythm"] == "quarterly",
            allowance=bool(texts["allowance"]),
            hmrc_reference=reference or "",
            pension=texts["pension"].strip(),
            pension_reference=texts["pension_reference"].strip(),
            fee=fee or NIL,
        )
        run = partial(self._runner.run, keep_scheme, scheme=scheme)
        keep(self._view, run, f"Kept. It holds for what is paid from {said(from_day)} on.")

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(PAY | SPENDING | ASSISTANTS):
            self.refresh()


def _lead(payments: Sequence[PaymentToMake]) -> str:
    still = [each for each in payments if each.is_open]
    if not still:
        return "Everything that is known has been paid." if payments else EMPTY
    first = still[0]
    sums = f"{len(still)} payments are to be made, {total(each.left for each in still)} in all"
    count = sums if len(still) > 1 else "1 payment is to be made"
    return f"{count}. First: {first.left} to {first.who} by {said_with_weekday(first.owed.due_on)}."
