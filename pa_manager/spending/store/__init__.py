"""Where accounts, transactions, statements and evidence are kept."""

import pa_manager.spending.store.letters  # noqa: F401 -- it declares a table of its own
from pa_manager.spending.store.accounts import account_key
from pa_manager.spending.store.evidence import evidence_key
from pa_manager.spending.store.transactions import transaction_key

__all__ = ["account_key", "evidence_key", "transaction_key"]
