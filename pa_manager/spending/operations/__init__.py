"""What can be done with money in and money out."""

from pa_manager.spending.operations.accounts import (
    balance_on,
    change_account,
    find_account,
    list_accounts,
    open_account,
    running_balances,
)
from pa_manager.spending.operations.importing import import_file, list_batches, preview_import, undo_import
from pa_manager.spending.operations.subject import SPENDING
from pa_manager.spending.operations.transactions import (
    add_transaction,
    change_transaction,
    find_transaction,
    list_transactions,
    remove_transaction,
    split_transaction,
    transactions_by_id,
)

__all__ = [
    "SPENDING",
    "add_transaction",
    "balance_on",
    "change_account",
    "change_transaction",
    "find_account",
    "find_transaction",
    "import_file",
    "list_accounts",
    "list_batches",
    "list_transactions",
    "open_account",
    "preview_import",
    "remove_transaction",
    "running_balances",
    "split_transaction",
    "transactions_by_id",
    "undo_import",
]
