"""The form of an account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from pa_manager.file.running import Runner
from pa_manager.spending.model import AccountId, AccountKind, last_four_from_text, sort_code_from_text
from pa_manager.spending.operations import change_account, list_accounts, open_account
from pa_manager.spending.presenter.forms import account_texts, new_account_texts
from pa_manager.spending.presenter.keeping import FormView, keep
from pa_manager.values.days import day_from_text
from pa_manager.values.forms import Reading
from pa_manager.values.money import Money


class AccountView(FormView, Protocol):
    """What the form of an account asks of the widget."""

    def open_account_form(self, title: str, texts: Mapping[str, str]) -> None: ...


class AccountForms:
    """Opens accounts, and changes what is known of them."""

    def __init__(self, view: AccountView, runner: Runner) -> None:
        self._view = view
        self._runner = runner
        self._changing: AccountId | None = None

    def add(self) -> None:
        """Open an empty form for an account."""
        self._changing = None
        self._view.open_account_form("Open an account", new_account_texts())

    def change(self, account_id: AccountId | None) -> None:
        """Open the form of an account, or of the first, filled."""
        accounts = self._runner.read(list_accounts)
        if accounts:
            chosen = next((each for each in accounts if each.id == account_id), accounts[0])
            self._changing = chosen.id
            self._view.open_account_form(f"Change {chosen.name}", account_texts(chosen))

    def keep(self, texts: Mapping[str, str]) -> None:
        """Keep the account typed in, or say beside each field what is wrong with it."""
        form = Reading()
        name = form.required("name", texts["name"], "The account needs a name. Type what you call it.")
        sort_code = form.field("sort_code", sort_code_from_text, texts["sort_code"])
        number = form.field("number", last_four_from_text, texts["number"])
        opened_on = form.field("opened_on", day_from_text, texts["opened_on"])
        opening = form.field("opening", Money.signed_from_text, texts["opening"] or "0")
        self._view.show_form_errors(form.errors)
        if form.errors or opened_on is None or opening is None:
            return
        kind = AccountKind(texts["kind"])
        changing = self._changing

        def run() -> None:
            facts = {"name": name, "sort_code": sort_code or "", "number_last4": number or ""}
            if changing is None:
                self._runner.run(open_account, kind=kind, opened_on=opened_on, opening=opening, **facts)
            else:
                self._runner.run(
                    change_account, account_id=changing, kind=kind, opened_on=opened_on, opening=opening, **facts
                )

        keep(self._view, run, f"Kept: {name}." if changing else "Kept. Now bring in the first bank file.")
