"""What can be done with accounts, and what they hold."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.spending.model.ledger import (
    Account,
    AccountId,
    AccountKind,
    Transaction,
    TransactionId,
    last_four_from_text,
    sort_code_from_text,
    tidy_name,
)
from pa_manager.spending.operations.subject import SPENDING
from pa_manager.spending.store import accounts as store
from pa_manager.spending.store import transactions
from pa_manager.values.money import NIL, Money, total


def open_account(  # noqa: PLR0913 -- one argument for each part of it
    work: Work,
    *,
    name: str,
    kind: AccountKind = AccountKind.BANK,
    sort_code: str = "",
    number_last4: str = "",
    opened_on: date,
    opening: Money = NIL,
) -> Changes:
    """Begin the record of an account, with its balance at the start of the first day.

    Raises:
        NameMissing: It has no name.
        NotASortCode: The sort code has other than six figures.
        NotLastFour: The number has fewer than four.
    """
    store.add_account(
        work,
        name=tidy_name(name),
        kind=kind,
        sort_code=sort_code_from_text(sort_code),
        number_last4=last_four_from_text(number_last4),
        opened_on=opened_on,
        opening=opening,
    )
    return SPENDING


def change_account(  # noqa: PLR0913 -- one argument for each part of it
    work: Work,
    *,
    account_id: AccountId,
    name: str,
    kind: AccountKind,
    sort_code: str,
    number_last4: str,
    opened_on: date,
    opening: Money,
) -> Changes:
    """Change what is known of an account. What has been brought in stays.

    Raises:
        NameMissing: It has no name.
        NotASortCode: The sort code has other than six figures.
        NotLastFour: The number has fewer than four.
        AgreedBefore: A statement has been agreed, which rests on the opening balance.
        NotFound: There is no such account.
    """
    account = store.get_account(work, account_id)
    changed = replace(
        account,
        name=tidy_name(name),
        kind=kind,
        sort_code=sort_code_from_text(sort_code),
        number_last4=last_four_from_text(number_last4),
        opened_on=opened_on,
        opening=opening,
    )
    if store.every_statement(work, account_id):
        account.check_same_start(changed)
    store.put_account(work, changed)
    return SPENDING


def list_accounts(work: Work) -> tuple[Account, ...]:
    """Return every account, in the order they were opened here."""
    return store.every_account(work)


def find_account(work: Work, account_id: AccountId) -> Account:
    """Return one account.

    Raises:
        NotFound: There is no such account.
    """
    return store.get_account(work, account_id)


def balance_on(work: Work, *, account_id: AccountId | None = None, day: date, settled_only: bool = False) -> Money:
    """Return the balance at the end of a day, of one account or of all together.

    It is the opening balance and all that came in or went out up to that day, also what is still waiting.
    The opening balance counts on every day, so that a balance is always the one before it with what moved.

    Args:
        work: The work it is part of.
        account_id: The account; all of them, if none is named.
        day: The day.
        settled_only: Whether to leave out what is not on a statement yet.

    Raises:
        NotFound: There is no such account.
    """
    if account_id is None:
        opening = total(account.opening for account in store.every_account(work))
    else:
        opening = store.get_account(work, account_id).opening
    return opening + transactions.sum_to(work, account_id=account_id, day=day, settled_only=settled_only)


def running_balances(before: Money, listed: Sequence[Transaction]) -> dict[TransactionId, Money]:
    """Return the balance after each transaction, given the balance before the first."""
    balances: dict[TransactionId, Money] = {}
    for each in listed:
        before += each.amount
        balances[each.id] = before
    return balances
