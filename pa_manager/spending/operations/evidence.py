"""What can be done with receipts, invoices and letters."""

from collections.abc import Sequence
from dataclasses import replace

from pa_manager.file import contents
from pa_manager.file.contents import ContentId
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.funding.model import ReturnLine, Rule
from pa_manager.funding.operations import rules_on
from pa_manager.spending.model.bankfiles.kinds import LARGEST
from pa_manager.spending.model.ledger import Evidence, EvidenceId, EvidenceKind, Transaction, TransactionId, tidy_name
from pa_manager.spending.model.proving import NoDocument, StillAttached, kept_until, needs_paper, without_paper
from pa_manager.spending.operations.subject import SPENDING
from pa_manager.spending.store import evidence as store
from pa_manager.spending.store import transactions
from pa_manager.values.days import Period, said


def keep_evidence(
    work: Work, *, kind: EvidenceKind, name: str, content: bytes, transaction_ids: Sequence[TransactionId] = ()
) -> Changes:
    """Keep a paper under the next number, for one payment, several, or none yet.

    Raises:
        NameMissing: It has no name.
        NoDocument: It is empty, or larger than 20 MB.
        NotFound: There is no such transaction.
    """
    if not content:
        raise NoDocument("This document is empty. Choose another file.")
    if len(content) > LARGEST:
        raise NoDocument("This document is larger than 20 MB. Scan it again with fewer dots, or in parts.")
    words = tidy_name(name, of_what="document")
    number = store.add(work, kind=kind, name=words, content_id=contents.keep(work, content))
    for transaction_id in transaction_ids:
        transactions.get(work, transaction_id)
        store.attach(work, number, transaction_id)
    return SPENDING


def change_evidence(work: Work, *, evidence_id: EvidenceId, kind: EvidenceKind, name: str) -> Changes:
    """Call a paper something else.

    Raises:
        NameMissing: It has no name.
        NotFound: There is no such paper.
    """
    words = tidy_name(name, of_what="document")
    store.put(work, replace(store.get(work, evidence_id), kind=kind, name=words))
    return SPENDING


def attach_evidence(work: Work, *, evidence_id: EvidenceId, transaction_ids: Sequence[TransactionId]) -> Changes:
    """Say that a paper belongs to these payments too.

    Raises:
        NotFound: There is no such paper or payment.
    """
    store.get(work, evidence_id)
    for transaction_id in transaction_ids:
        transactions.get(work, transaction_id)
        store.attach(work, evidence_id, transaction_id)
    return SPENDING


def detach_evidence(work: Work, *, evidence_id: EvidenceId, transaction_ids: Sequence[TransactionId]) -> Changes:
    """Say that a paper does not belong to these payments.

    Raises:
        NotFound: There is no such paper.
    """
    store.get(work, evidence_id)
    store.detach(work, evidence_id, transaction_ids)
    return SPENDING


def remove_evidence(work: Work, *, evidence_id: EvidenceId) -> Changes:
    """Take out a paper that belongs to no payment. Its number is not given again while later ones are there.

    Raises:
        StillAttached: It belongs to a payment.
        NotFound: There is no such paper.
    """
    paper = store.get(work, evidence_id)
    if store.transactions_of(work, evidence_id):
        raise StillAttached(f"Number {paper.number} belongs to a payment. Take it off there first.")
    store.remove(work, evidence_id)
    return SPENDING


def list_evidence(work: Work) -> tuple[Evidence, ...]:
    """Return every paper by its number."""
    return store.every(work)


def find_evidence(work: Work, evidence_id: EvidenceId) -> Evidence:
    """Return one paper.

    Raises:
        NotFound: There is no such paper.
    """
    return store.get(work, evidence_id)


def transactions_of_evidence(work: Work, evidence_id: EvidenceId) -> tuple[TransactionId, ...]:
    """Return the payments a paper belongs to."""
    return store.transactions_of(work, evidence_id)


def read_evidence(work: Work, evidence_id: EvidenceId) -> bytes:
    """Return the bytes of a paper.

    Raises:
        NotFound: There is no such paper.
        ContentDamaged: It is not what was kept.
    """
    return contents.read(work, ContentId(store.get(work, evidence_id).content_id))


def papers_said(work: Work, transaction_id: TransactionId) -> str:
    """Return in words which papers a payment has, how long they are kept, and who says so; nothing, if it has none.

    The longest time counts, where several funders pay for it.

    Example: ``No. 1: invoice-20417.pdf. Keep it until 31 March 2033: 6 years beside the money year it is of.``

    Raises:
        NotFound: There is no such transaction.
    """
    found = transactions.get(work, transaction_id)
    papers = store.of_transactions(work, [transaction_id]).get(transaction_id, ())
    if not papers:
        return ""
    named = "; ".join(f"No. {paper.number}: {paper.name}" for paper in papers)
    streams = {split.stream_id for split in found.splits} or {None}
    asked = [rules_on(work, stream_id=stream_id, on=found.day) for stream_id in streams]
    years = max((each.number(Rule.KEEP_YEARS) or 0 for each in asked), default=0)
    if not years:
        return f"{named}."
    funder = any(each.own(Rule.KEEP_YEARS) for each in asked)
    who = "by the funder's rules" if funder else "which is usual; the rules of your funder may say otherwise"
    count = "1 year" if years == 1 else f"{years} years"
    it = "it" if len(papers) == 1 else "them"
    return (
        f"{named}. Keep {it} until {said(kept_until(found.day, years))}: {count} beside the money year"
        f" (1 April to 31 March) that it is of, {who}."
    )


def unevidenced(work: Work, *, period: Period) -> tuple[Transaction, ...]:
    """Return the spending in a period that has no paper yet, though it needs one."""
    found = transactions.every(work, period=period)
    papers = store.of_transactions(work, [each.id for each in found] if len(found) < 500 else None)
    with_papers = (replace(each, evidence=papers.get(each.id, ())) for each in found)
    return without_paper(with_papers, store.rules(work), transactions.reversed_ids(work))


def evidence_rules(work: Work) -> dict[ReturnLine, bool]:
    """Return for each line of money out whether it needs a paper."""
    rules = store.rules(work)
    return {line: needs_paper(line, rules) for line in ReturnLine if not line.money_in}


def set_evidence_rule(work: Work, *, line: ReturnLine, needed: bool) -> Changes:
    """Say whether money out on a line needs a paper."""
    store.put_rule(work, line, needed=needed)
    return SPENDING
