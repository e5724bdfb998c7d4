"""Transactions as screens list them."""

from datetime import timedelta

from pa_manager.file.work import Work
from pa_manager.spending.model.ledger import AccountId
from pa_manager.spending.model.lines import SpendingLine
from pa_manager.spending.model.proving import without_paper
from pa_manager.spending.operations.accounts import balance_on, list_accounts, running_balances
from pa_manager.spending.operations.explaining import suggestions_of
from pa_manager.spending.operations.transactions import list_transactions
from pa_manager.spending.store import evidence, transactions
from pa_manager.values.days import Period


def list_spending(
    work: Work, *, account_id: AccountId | None = None, period: Period | None = None
) -> tuple[SpendingLine, ...]:
    """Return the transactions of a period, the newest first, each with what screens say of it.

    Raises:
        NotFound: There is no such account.
    """
    found = list_transactions(work, account_id=account_id, period=period)
    if not found:
        return ()
    names = {account.id: account.name for account in list_accounts(work)}
    before = balance_on(work, account_id=account_id, day=found[0].day - timedelta(days=1))
    balances = running_balances(before, found)
    suggestions = suggestions_of(work, tuple(each for each in found if not each.is_explained))
    gone = transactions.reversed_ids(work)
    bare = {each.id for each in without_paper(found, evidence.rules(work), gone)}
    return tuple(
        SpendingLine(
            transaction=each,
            account=names[each.account_id],
            balance=balances[each.id],
            suggestion=suggestions.get(each.id),
            came_back=each.id in gone,
            lacks_paper=each.id in bare,
        )
        for each in reversed(found)
    )
