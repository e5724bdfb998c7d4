"""The forms that say what payments were for, and that note one before the bank tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from pa_manager.file.running import Runner
from pa_manager.funding.model import ReturnLine
from pa_manager.spending.model import AccountId, Purposes, SpendingLine, Split, Transaction, TransactionId
from pa_manager.spending.operations import (
    add_transaction,
    explain_transaction,
    list_accounts,
    purposes_for,
    purposes_on,
)
from pa_manager.spending.presenter.forms import (
    in_words,
    money_from,
    outcome_from,
    parts_texts,
    purpose_texts,
    read_parts,
    read_purpose,
    read_signed,
)
from pa_manager.spending.presenter.keeping import FormView, keep
from pa_manager.values.days import day_from_text, said
from pa_manager.values.forms import Reading


class PurposeView(FormView, Protocol):
    """What these forms ask of the widget."""

    def open_payment_form(
        self, accounts: Sequence[tuple[str, str]], purposes: Purposes, texts: Mapping[str, str]
    ) -> None: ...
    def open_purpose_form(self, lead: str, purposes: Purposes, texts: Mapping[str, str]) -> None: ...
    def open_parts_form(self, lead: str, purposes: Purposes, texts: Mapping[str, str]) -> None: ...


class PurposeForms:
    """Asks what a payment was for, whole or in parts, and takes the answer."""

    def __init__(self, view: PurposeView, runner: Runner) -> None:
        self._view = view
        self._runner = runner
        self._of: Transaction | None = None

    def explain(self, line: SpendingLine | None) -> None:
        """Open the form that says what a payment was for, filled with what is suggested."""
        if line is None:
            return
        if len(line.transaction.splits) > 1:
            self.share(line)
            return
        transaction, suggestion = line.transaction, line.suggestion
        split = transaction.splits[0] if transaction.splits else None
        if split is None and suggestion:
            split = suggestion.split_of(transaction)
        texts = purpose_texts(transaction, split)
        if suggestion and suggestion.reverses:
            texts["reverses"] = f"{suggestion.reverses}"
        why = f"\nSuggested: {suggestion.why}" if suggestion else ""
        self._of = transaction
        purposes = self._runner.read(purposes_for, transaction_id=transaction.id)
        self._view.open_purpose_form(f"{in_words(transaction)}{why}", purposes, texts)

    def share(self, line: SpendingLine | None) -> None:
        """Open the form that shares a payment over several lines."""
        if line is not None:
            self._of = line.transaction
            purposes = self._runner.read(purposes_for, transaction_id=line.transaction.id)
            texts = parts_texts(line.transaction, line.transaction.splits)
            self._view.open_parts_form(in_words(line.transaction), purposes, texts)

    def keep_purpose(self, texts: Mapping[str, str]) -> None:
        """Keep what a payment was for, or say what is wrong with it."""
        if self._of is None:
            return
        form = Reading()
        split = read_purpose(form, texts, self._of)
        self._view.show_form_errors(form.errors)
        if split is not None:
            reverses = TransactionId(int(texts["reverses"])) if texts.get("reverses") else None
            self._keep(self._of, (split,), reverses, f"Kept: {self._of.payee}, {split.line.words}.")

    def keep_parts(self, texts: Mapping[str, str]) -> None:
        """Keep the parts of a payment, or say what is wrong with them."""
        if self._of is None:
            return
        form = Reading()
        parts = read_parts(form, texts, self._of)
        self._view.show_form_errors(form.errors)
        if not form.errors:
            what = "1 part" if len(parts) == 1 else f"{len(parts)} parts"
            self._keep(self._of, parts, self._of.reverses, f"Kept: {self._of.payee} in {what}.")

    def add(self, account_id: AccountId | None, today: date) -> None:
        """Open an empty form for a payment that the bank has not told yet, or never tells."""
        accounts = [(str(each.id), each.said) for each in self._runner.read(list_accounts)]
        if accounts:
            texts = {"account": f"{account_id or accounts[0][0]}", "day": f"{today}", "way": "out"}
            self._view.open_payment_form(accounts, self._runner.read(purposes_on, day=today), texts)

    def keep_payment(self, texts: Mapping[str, str]) -> None:
        """Keep the payment typed in, or say beside each field what is wrong with it."""
        form = Reading()
        day = form.field("day", day_from_text, texts["day"])
        amount = read_signed(form, texts)
        form.required("party", texts["party"], "Nobody is named. Type who was paid, or who has paid.")
        self._view.show_form_errors(form.errors)
        if form.errors or day is None or amount is None:
            return
        splits: tuple[Split, ...] = ()
        if texts["line"]:
            line = ReturnLine(texts["line"])
            stream_id, one_off_id = money_from(texts["stream"])
            outcome_id = outcome_from(texts["outcome"])
            splits = (
                Split(line=line, amount=amount, outcome_id=outcome_id, stream_id=stream_id, one_off_id=one_off_id),
            )
        keep(
            self._view,
            lambda: self._runner.run(
                add_transaction,
                account_id=AccountId(int(texts["account"])),
                day=day,
                amount=amount,
                party=texts["party"],
                text=texts["text"],
                splits=splits,
            ),
            f"Kept: {abs(amount)} on {said(day)}. It waits until the bank shows it.",
        )

    def _keep(
        self, transaction: Transaction, parts: Sequence[Split], reverses: TransactionId | None, result: str
    ) -> None:
        keep(
            self._view,
            lambda: self._runner.run(
                explain_transaction, transaction_id=transaction.id, splits=parts, reverses=reverses
            ),
            result,
        )
