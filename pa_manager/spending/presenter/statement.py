"""Agreeing the record with a statement of the bank, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Protocol

from pa_manager.file.running import Changes, Runner
from pa_manager.spending.model import (
    Account,
    AccountId,
    Reconciliation,
    Statement,
    Transaction,
    TransactionId,
)
from pa_manager.spending.operations import (
    SPENDING,
    balance_on,
    compare_statement,
    list_accounts,
    list_statements,
    reconcile_statement,
)
from pa_manager.spending.presenter.keeping import FormView, do
from pa_manager.values.days import Period, day_from_text, month_of, said_period
from pa_manager.values.errors import UserError
from pa_manager.values.forms import Reading
from pa_manager.values.money import Money
from pa_manager.values.tasks import GoTo, Place

LEAD: Final = "Have the bank's statement beside you. Type its days and its two balances, and compare."
_AGREES: Final = "The statement agrees with your record to the penny."
_FOR_GOOD: Final = "Agree it, and these lines stay as they are for good."


class StatementView(FormView, Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_figures(self, compared: Reconciliation | None) -> None: ...
    def show_outcome(self, sentence: str, details: str, agrees: bool) -> None: ...
    def show_listed(self, listed: Sequence[Transaction]) -> None: ...
    def show_waiting(self, waiting: Sequence[tuple[Transaction, bool]]) -> None: ...
    def show_statements(self, statements: Sequence[tuple[Statement, str]]) -> None: ...
    def allow(self, names: frozenset[str]) -> None: ...
    def open_statement_form(self, accounts: Sequence[tuple[str, str]], texts: Mapping[str, str]) -> None: ...


class StatementPresenter:
    """Sets a statement beside the record, and agrees the two."""

    def __init__(self, view: StatementView, runner: Runner, go_to: GoTo, *, today: Callable[[], date]) -> None:
        self._view = view
        self._runner = runner
        self._go_to = go_to
        self._today = today
        self._there: tuple[Account, ...] = ()
        self._account: AccountId | None = None
        self._asked: tuple[Period, Money, Money] | None = None
        self._compared: Reconciliation | None = None
        self._ticked: frozenset[TransactionId] = frozenset()
        self._waiting: Transaction | None = None
        self._listed: Transaction | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read the accounts and the statements agreed, and compare again."""
        self._there = self._runner.read(list_accounts)
        names = {account.id: account.said for account in self._there}
        statements = self._runner.read(list_statements)
        self._view.show_statements([(each, names[each.account_id]) for each in reversed(statements)])
        self._compare()

    def point_out(self, number: int) -> None:
        """Begin with the account that has a number."""
        if any(account.id == number for account in self._there):
            self._account = AccountId(number)

    def begin(self) -> None:
        """Open the form of a statement: the days after the last one agreed, with the balance it ended with."""
        accounts = [(str(account.id), account.said) for account in self._there]
        if not self._there:
            self._view.show_problem("There is no account yet. Open one first, and bring in its file.")
            return
        account = next((each for each in self._there if each.id == self._account), self._there[0])
        agreed = self._runner.read(list_statements, account_id=account.id)
        first = agreed[-1].period.last + timedelta(days=1) if agreed else account.opened_on
        before = first - timedelta(days=1)
        opening = agreed[-1].closing if agreed else self._runner.read(balance_on, account_id=account.id, day=before)
        texts = {
            "account": str(account.id),
            "first": f"{first}",
            "last": f"{month_of(first).last}",
            "opening": str(opening),
        }
        self._view.open_statement_form(accounts, texts)

    def compare(self, texts: Mapping[str, str]) -> None:
        """Compare the statement typed in with the record, or say beside each field what is wrong with it."""
        form = Reading()
        first = form.field("first", day_from_text, texts["first"])
        last = form.field("last", day_from_text, texts["last"])
        opening = form.field("opening", Money.signed_from_text, texts["opening"])
        closing = form.field("closing", Money.signed_from_text, texts["closing"])
        if first and last and last < first:
            form.errors["last"] = "The last day comes before the first. Change one of them."
        self._view.show_form_errors(form.errors)
        if form.errors or not first or not last or opening is None or closing is None:
            return
        asked = (Period(first, last), opening, closing)
        account_id = AccountId(int(texts["account"]))
        try:
            self._look(account_id, asked, frozenset())
        except UserError as error:
            self._view.show_form_problem(str(error))
            return
        self._account, self._asked, self._ticked = account_id, asked, frozenset()
        self._view.close_form()
        self._compare()

    def pick_waiting(self, transaction: Transaction | None) -> None:
        """Take note of the waiting payment picked."""
        self._waiting = transaction
        self._show_allowed()

    def pick_listed(self, transaction: Transaction | None) -> None:
        """Take note of the payment picked among those on the statement."""
        self._listed = transaction
        self._show_allowed()

    def turn(self) -> None:
        """Take the waiting payment picked as on this statement, or not, whichever it is not."""
        if self._waiting is not None:
            self._ticked ^= {self._waiting.id}
            self._compare()

    def show_in_list(self) -> None:
        """Go to the payment picked in the list of money in and money out."""
        if self._listed is not None:
            self._go_to(Place("spending", self._listed.id))

    def agree(self) -> None:
        """Agree the statement, for good."""
        asked, account_id = self._asked, self._account
        if asked is None or account_id is None:
            return
        period, opening, closing = asked
        self._asked = None
        agreed = do(
            self._view,
            lambda: self._runner.run(
                reconcile_statement,
                account_id=account_id,
                period=period,
                opening=opening,
                closing=closing,
                ticked=self._ticked,
            ),
            f"Kept. The statement of {said_period(period)} is agreed.",
        )
        if not agreed:
            self._asked = asked
        self._compare()

    def _look(
        self, account_id: AccountId, asked: tuple[Period, Money, Money], ticked: frozenset[TransactionId]
    ) -> Reconciliation:
        period, opening, closing = asked
        return self._runner.read(
            compare_statement,
            account_id=account_id,
            period=period,
            opening=opening,
            closing=closing,
            ticked=ticked,
        )

    def _compare(self) -> None:
        self._compared = None
        if self._asked is not None and self._account is not None:
            try:
                self._compared = self._look(self._account, self._asked, self._ticked)
            except UserError as error:
                self._asked = None
                self._view.show_problem(str(error))
        compared = self._compared
        self._view.set_lead(LEAD if compared is None else self._said(compared))
        self._view.show_figures(compared)
        self._view.show_listed(compared.listed if compared else ())
        waiting = compared.waiting if compared else ()
        ticked = [each for each in compared.listed if each.id in self._ticked] if compared else []
        rows = [*((each, True) for each in ticked), *((each, False) for each in waiting)]
        self._view.show_waiting(sorted(rows, key=lambda row: (row[0].day, row[0].id)))
        self._show_outcome()
        self._show_allowed()

    def _said(self, compared: Reconciliation) -> str:
        name = next((account.said for account in self._there if account.id == self._account), "")
        return f"{name}, {said_period(compared.period)}."

    def _show_outcome(self) -> None:
        compared = self._compared
        if compared is None:
            self._view.show_outcome("", "", agrees=False)
            return
        if compared.sentences:
            self._view.show_outcome(compared.sentences[0], " ".join(compared.sentences[1:]), agrees=False)
            return
        count = len(compared.unexplained)
        left = "1 line has" if count == 1 else f"{count} lines have"
        details = f"{left} no purpose yet. That can still be said later. {_FOR_GOOD}" if count else _FOR_GOOD
        self._view.show_outcome(_AGREES, details, agrees=True)

    def _show_allowed(self) -> None:
        allowed = {"begin", "again"}
        if self._compared is not None and not self._compared.sentences:
            allowed.add("agree")
        if self._waiting is not None:
            allowed.add("turn")
        if self._listed is not None:
            allowed.add("show")
        self._view.allow(frozenset(allowed))

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(SPENDING):
            self.refresh()
