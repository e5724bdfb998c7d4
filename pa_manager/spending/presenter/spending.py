"""The list of money in and money out, without a toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Protocol

from pa_manager.assistants.operations import ASSISTANTS
from pa_manager.file.running import Changes, Runner
from pa_manager.file.work import NotFound
from pa_manager.funding.operations import FUNDING
from pa_manager.pay.operations import PAY
from pa_manager.plan.operations import PLAN
from pa_manager.spending.model import (
    AMISS,
    Account,
    AccountId,
    PayslipMatch,
    SpendingLine,
    TransactionId,
    TransactionState,
)
from pa_manager.spending.operations import (
    SPENDING,
    accept_suggestions,
    balance_on,
    find_transaction,
    list_accounts,
    list_evidence,
    list_spending,
    match_wages,
    money_expected,
    papers_said,
    payslip_matches,
    remove_transaction,
    transactions_by_id,
)
from pa_manager.spending.presenter.accounts import AccountForms, AccountView
from pa_manager.spending.presenter.choosing import ChooseFile, SaveFile
from pa_manager.spending.presenter.keeping import do, keep
from pa_manager.spending.presenter.papers import PaperForms, PaperView
from pa_manager.spending.presenter.purposes import PurposeForms, PurposeView
from pa_manager.values.days import Period, said
from pa_manager.values.tasks import GoTo, Place

_LONG_AGO: Final = timedelta(days=60)
_FAR_ON: Final = date(2199, 12, 31)


class SpendingView(AccountView, PurposeView, PaperView, Protocol):
    """What the presenter asks of the widget."""

    def set_lead(self, lead: str) -> None: ...
    def show_accounts(self, choices: Sequence[tuple[str, str]]) -> None: ...
    def show_lines(self, lines: Sequence[SpendingLine], empty: str) -> None: ...
    def show_expected(self, sentence: str, details: Sequence[str]) -> None: ...
    def show_offer(self, sentence: str, details: str) -> None: ...
    def choose(self, account: str, time: str, shown: str, search: str) -> None: ...
    def pick_line(self, number: int) -> None: ...
    def show_papers(self, sentence: str) -> None: ...
    def allow(self, names: frozenset[str]) -> None: ...
    def open_match_form(self, wages: Sequence[tuple[str, str, str]]) -> None: ...


class SpendingPresenter:
    """Lists what came in and went out, and takes what a person says of it.

    Attributes:
        accounts: The form of an account.
        purposes: The forms that say what payments were for.
        papers: The forms of receipts.
    """

    def __init__(  # noqa: PLR0913 -- what the desk does is handed over one by one
        self,
        view: SpendingView,
        runner: Runner,
        go_to: GoTo,
        *,
        today: Callable[[], date],
        choose_file: ChooseFile,
        save_file: SaveFile,
    ) -> None:
        self.accounts = AccountForms(view, runner)
        self.purposes = PurposeForms(view, runner)
        self.papers = PaperForms(view, runner, choose_file, save_file)
        self._view = view
        self._runner = runner
        self._go_to = go_to
        self._today = today
        self._account: AccountId | None = None
        self._time = "quarter"
        self._shown = ""
        self._words: tuple[str, ...] = ()
        self._there: tuple[Account, ...] = ()
        self._has_papers = False
        self._lines: tuple[SpendingLine, ...] = ()
        self._listed: tuple[SpendingLine, ...] = ()
        self._matches: tuple[PayslipMatch, ...] = ()
        self._picked: SpendingLine | None = None
        self.close = runner.on_change(self._refresh_if_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read everything again and show it."""
        self._there = self._runner.read(list_accounts)
        if self._account not in {None, *(account.id for account in self._there)}:
            self._account = None
        self._has_papers = bool(self._runner.read(list_evidence))
        self._view.show_accounts([("", "All accounts"), *((str(each.id), each.said) for each in self._there)])
        self._view.choose(f"{self._account or ''}", self._time, self._shown, " ".join(self._words))
        self._lines = self._runner.read(list_spending, account_id=self._account, period=self._period())
        self._matches = self._runner.read(payslip_matches, period=self._period())
        self._show_lead()
        self._show_expected()
        self._show_lines()

    # What is listed

    def show_only(self, account: str, time: str, shown: str, search: str) -> None:
        """List one account or all, some time, what lacks something, and what holds the words typed."""
        before = (self._account, self._time)
        self._words = tuple(search.casefold().split())
        self._shown = shown
        self._account = AccountId(int(account)) if account else None
        self._time = time
        if before == (self._account, self._time):
            self._show_lines()
        else:
            self.refresh()

    def point_out(self, number: int) -> None:
        """List the time of a transaction, and pick it."""
        try:
            transaction = self._runner.read(find_transaction, TransactionId(number))
        except NotFound as error:
            self._view.show_problem(str(error))
            return
        period = self._period()
        if period is not None and transaction.day not in period:
            self._time = "all"
        if self._account not in {None, transaction.account_id}:
            self._account = None
        self._shown, self._words = "", ()
        self.refresh()
        self._view.pick_line(number)

    def pick(self, line: SpendingLine | None) -> None:
        """Take note of the line picked."""
        self._picked = line
        self._show_allowed()

    # What can be done

    def bring_in(self) -> None:
        """Go to where bank files are brought in."""
        self._go_to(Place("spending", self._account, screen="import"))

    def agree_statement(self) -> None:
        """Go to where statements are agreed."""
        self._go_to(Place("spending", self._account, screen="statement"))

    def show_expected(self) -> None:
        """Go to the money that should come."""
        self._go_to(Place("spending", screen="expected"))

    def add(self) -> None:
        """Open an empty form for a payment."""
        self.purposes.add(self._account, self._today())

    def explain(self) -> None:
        """Open the form that says what the payment picked was for."""
        self.purposes.explain(self._picked)

    def share(self) -> None:
        """Open the form that shares the payment picked over several lines."""
        self.purposes.share(self._picked)

    def add_paper(self) -> None:
        """Let the user choose a receipt for the payment picked."""
        self.papers.add(self._picked)

    def save_paper(self) -> None:
        """Save the receipts of the payment picked."""
        self.papers.save(self._picked)

    def attach_paper(self) -> None:
        """Open the form that attaches a receipt that is kept already."""
        self.papers.attach(self._picked)

    def change_account(self) -> None:
        """Open the form of the account that is listed."""
        self.accounts.change(self._account)

    def remove(self) -> None:
        """Take out the payment picked, which was typed."""
        if line := self._picked:
            do(
                self._view,
                lambda: self._runner.run(remove_transaction, transaction_id=line.transaction.id),
                f"{line.transaction.payee} is taken out. Undo brings it back.",
            )

    def accept_all(self) -> None:
        """Say of all that is listed that it was for what is suggested."""
        numbers = [each.transaction.id for each in self._listed if each.suggestion]
        if numbers:
            what = "1 suggestion is" if len(numbers) == 1 else f"{len(numbers)} suggestions are"
            do(
                self._view,
                lambda: self._runner.run(accept_suggestions, transaction_ids=numbers),
                f"Kept. {what} accepted. Undo takes them back all together.",
            )

    def match(self) -> None:
        """Open the form of the wages that fit a payslip."""
        wages = self._runner.read(transactions_by_id, [match.transaction_id for match in self._matches])
        found = [(wages[match.transaction_id], match.why) for match in self._matches]
        self._view.open_match_form([(str(wage.id), f"{said(wage.day)}, {wage.payee}", why) for wage, why in found])

    def keep_matches(self, texts: Mapping[str, str]) -> None:
        """Match the wages ticked to their payslips, for good."""
        ticked = [match for match in self._matches if texts.get(str(match.transaction_id))]
        if not ticked:
            self._view.show_form_problem("Nothing is ticked. Tick the wages that pay the payslip beside them.")
            return
        matches = [(match.transaction_id, match.payslip_id) for match in ticked]
        what = "1 wage is" if len(ticked) == 1 else f"{len(ticked)} wages are"
        keep(
            self._view,
            lambda: self._runner.run(match_wages, matches=matches),
            f"Kept. {what} matched, and the payslips stay as they are.",
        )

    # What is said

    def _show_lead(self) -> None:
        if not self._there:
            self._view.set_lead("All that comes into your account and goes out of it will be listed here.")
            return
        names = {account.id: account.name for account in self._there}
        where = names[self._account] if self._account is not None else "all accounts"
        if len(self._there) == 1:
            where = self._there[0].name
        balance = self._runner.read(balance_on, account_id=self._account, day=self._today())
        self._view.set_lead(f"{balance} in {where} on {said(self._today())}.")

    def _show_expected(self) -> None:
        period = Period(self._today() - _LONG_AGO, self._today())
        expected = self._runner.read(money_expected, period=period, today=self._today())
        amiss = [line.sentence for line in expected if line.arrival in AMISS]
        count = "1 sum has" if len(amiss) == 1 else f"{len(amiss)} sums have"
        self._view.show_expected(f"{count} not come as agreed." if amiss else "", amiss)

    def _show_lines(self) -> None:
        self._listed = tuple(line for line in self._lines if self._is_shown(line) and line.has_words(self._words))
        if self._lines:
            empty = "Nothing here fits what you chose above."
        elif self._there:
            empty = "Nothing came in or went out in this time. Bring in a bank file, or choose a longer time."
        else:
            empty = "Open the account that your direct payment comes into. Then bring in its first bank file."
        self._view.show_lines(self._listed, empty)
        number = self._picked and self._picked.transaction.id
        self._picked = next((line for line in self._listed if line.transaction.id == number), None)
        self._show_offer()
        self._show_allowed()

    def _show_offer(self) -> None:
        suggested = sum(each.suggestion is not None for each in self._listed)
        fitting = len(self._matches)
        parts = []
        if suggested:
            parts.append("1 payment has a suggestion" if suggested == 1 else f"{suggested} payments have a suggestion")
        if fitting:
            parts.append("1 wage fits a payslip" if fitting == 1 else f"{fitting} wages fit a payslip")
        details = "Look through the list first. Enter on a line says why it is suggested." if suggested else ""
        self._view.show_offer(f"{', and '.join(parts)}." if parts else "", details)

    def _show_allowed(self) -> None:
        allowed = {"open first"}
        if self._there:
            allowed = {"import", "add", "statement", "expected", "open account", "change account"}
        if any(each.suggestion for each in self._listed):
            allowed.add("accept")
        if self._matches:
            allowed.add("match")
        if self._picked:
            allowed |= {"explain", "share", "paper"}
            if self._has_papers:
                allowed.add("kept paper")
            transaction = self._picked.transaction
            if transaction.evidence:
                allowed.add("save paper")
            if transaction.batch_id is None and transaction.state is not TransactionState.AGREED:
                allowed.add("remove")
        number = self._picked and self._picked.transaction.id
        self._view.show_papers(self._runner.read(papers_said, number) if number else "")
        self._view.allow(frozenset(allowed))

    def _is_shown(self, line: SpendingLine) -> bool:
        return {
            "explain": not line.transaction.is_explained,
            "paper": line.lacks_paper,
            "waiting": line.transaction.state is TransactionState.WAITING,
        }.get(self._shown, True)

    def _period(self) -> Period | None:
        days = {"quarter": 92, "year": 366}.get(self._time)
        return Period(self._today() - timedelta(days=days), _FAR_ON) if days else None

    def _refresh_if_touched(self, changes: Changes) -> None:
        if changes.touch(SPENDING | PAY | FUNDING | PLAN | ASSISTANTS):
            self.refresh()
