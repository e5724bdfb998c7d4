"""The bank account: what came, what each line was for, what was agreed, which papers are kept."""

from dataclasses import replace
from datetime import date

from pa_manager.demo.days import BANK_FILE, OPENING, PAPERS, RETURN, TODAY
from pa_manager.file.running import Runner
from pa_manager.plan.operations import (
    list_outcomes,
)
from pa_manager.spending.model.ledger import AccountKind, EvidenceKind
from pa_manager.spending.operations import (
    accept_suggestions,
    balance_on,
    import_file,
    keep_evidence,
    list_accounts,
    list_transactions,
    match_payslip,
    open_account,
    payslip_matches,
    reconcile_statement,
    split_transaction,
)
from pa_manager.values.days import Period


def tell_spending(runner: Runner) -> None:
    """Bring in the bank's file, say what each line was for, match the wages, agree April, keep two papers.

    The last three weeks are left as they came, for whoever looks at the example to try.
    """
    runner.run(
        open_account,
        name="Direct payment account",
        kind=AccountKind.BANK,
        opened_on=RETURN.first,
        opening=OPENING,
        sort_code="30-00-00",
        number_last4="5678",
    )
    (account,) = runner.read(list_accounts)
    content = BANK_FILE.read_bytes()
    runner.run(import_file, account_id=account.id, name=BANK_FILE.name, content=content, today=TODAY)
    lines = runner.read(list_transactions)
    explained = [line.id for line in lines if line.day < date(2026, 5, 27)]
    runner.run(accept_suggestions, transaction_ids=explained)
    *_others, going_out = runner.read(list_outcomes)
    for taxi in (line for line in runner.read(list_transactions) if line.party.startswith("CITY CARS")):
        parts = [replace(part, outcome_id=going_out.id) for part in taxi.splits]
        runner.run(split_transaction, transaction_id=taxi.id, splits=parts)
    for match in runner.read(payslip_matches):
        if match.transaction_id in explained:
            runner.run(match_payslip, transaction_id=match.transaction_id, payslip_id=match.payslip_id)
    april = Period(RETURN.first, date(2026, 4, 30))
    closing = runner.read(balance_on, account_id=account.id, day=april.last)
    runner.run(reconcile_statement, account_id=account.id, period=april, opening=OPENING, closing=closing)
    for party, kind, name in (
        ("BRIGHTWAY", EvidenceKind.INVOICE, "invoice-20417.pdf"),
        ("PORTER", EvidenceKind.RECEIPT, "receipt-gloves.pdf"),
    ):
        paid = next(line for line in lines if line.party.startswith(party))
        runner.run(keep_evidence, kind=kind, name=name, content=(PAPERS / name).read_bytes(), transaction_ids=[paid.id])
