"""What the funder's rules ask of a return: its days, by when, which papers, what is signed, and what was agreed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pa_manager.file.work import Work
from pa_manager.funding.model import Asked, Consent, ReturnLine, Rule, StreamId
from pa_manager.funding.operations import list_consents, list_streams, rules_on
from pa_manager.returns import store
from pa_manager.returns.model import (
    AccountFigures,
    AskedPaper,
    EvidenceLine,
    Return,
    next_first_day,
    papers_asked_for,
)
from pa_manager.returns.operations.gathered import Gathered
from pa_manager.spending.model import Transaction
from pa_manager.spending.operations import list_accounts
from pa_manager.values.days import Period, said, said_period

_A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """By when a return is to be sent.

    Attributes:
        is_told: Whether a person or the funder's own rules say so, and not the general default alone.
    """

    on: date
    is_told: bool


def asked_of(work: Work, stream_id: StreamId | None, on: date) -> Asked:
    """Return what is asked of a return: by the rules of its money; of the whole account, by the first that has any."""
    streams = list_streams(work)
    if stream_id is None and streams:
        stream_id = next((each.id for each in streams if each.profile_id is not None), streams[0].id)
    return rules_on(work, stream_id=stream_id, on=on)


def due_of(work: Work, a_return: Return, asked: Asked | None = None) -> Due | None:
    """Return by when a return is to be sent: the day that was typed, else by the rules; nothing, if nobody says."""
    if a_return.details.due_on:
        return Due(a_return.details.due_on, is_told=True)
    found = asked or asked_of(work, a_return.stream_id, a_return.period.last)
    day = found.due_on(a_return.period.last)
    return Due(day, is_told=found.own(Rule.DAYS_TO_SEND) is not None) if day else None


def next_period(work: Work, *, today: date) -> tuple[date | None, date | None]:
    """Return the first and the last day of the next return, as far as the records and the rules say.

    It begins the day after the last one. The first is the first check, if the record begins with the money; else one
    of the rhythm. Where the funder names the days in a letter, the last is left open.
    """
    after = next_first_day(store.every(work))
    asked = asked_of(work, None, today)
    begun = min((stream.first for stream in list_streams(work)), default=None)
    if after is None and begun is not None:
        opened = min((account.opened_on for account in list_accounts(work)), default=begun)
        after = max(begun, opened)
        if after == begun and (check := asked.first_check(begun)):
            return check.first, check.last
    if after is None:
        return None, None
    found = asked.next_return(after)
    return after, found.last if found else None


def is_rhythm_known(work: Work, *, today: date) -> bool:
    """Return whether the funder itself says how often a return is sent."""
    return asked_of(work, None, today).own(Rule.RETURN_EVERY) is not None


def consents_for(work: Work, stream_id: StreamId | None) -> tuple[Consent, ...]:
    """Return what was agreed beforehand about the money that a return is for."""
    return tuple(each for each in list_consents(work) if stream_id is None or each.stream_id in {None, stream_id})


def papers(asked: Asked) -> tuple[frozenset[AskedPaper], tuple[str, ...]]:
    """Return which papers are asked for that are counted here, and the others in the funder's words."""
    return papers_asked_for(asked.lines(Rule.EVIDENCE))


def evidence_of(
    gathered: Gathered, accounts: Iterable[AccountFigures], kinds: frozenset[AskedPaper]
) -> tuple[EvidenceLine, ...]:
    """Return the papers that are asked for: how many are wanted, there, and missing."""
    banked = [account for account in accounts if account.has_statements]
    unknown = tuple(account.name for account in banked if account.statement is None)
    proved = sum(bool(each.evidence) and not each.is_money_in for each in gathered.transactions)
    matched = sum(any(part.payslip_id is not None for part in each.splits) for each in gathered.transactions)
    slips = gathered.payslips
    sheets = [line for line in slips if line.payslip.timesheet_id is None]
    has_certificate = any(each.evidence for each in gathered.insured)
    lines = {
        AskedPaper.STATEMENTS: EvidenceLine(
            what="Bank statements", wanted=len(banked), there=len(banked) - len(unknown), missing=unknown
        ),
        AskedPaper.RECEIPTS: EvidenceLine(
            what="Receipts and invoices",
            wanted=proved + len(gathered.bare),
            there=proved,
            missing=tuple(map(_named, gathered.bare)),
        ),
        AskedPaper.PAYSLIPS: EvidenceLine(
            what="Payslips for the wages paid",
            wanted=matched + len(gathered.unmatched),
            there=matched,
            missing=tuple(map(_named, gathered.unmatched)),
        ),
        AskedPaper.TIMESHEETS: EvidenceLine(
            what="Timesheets for the payslips",
            wanted=len(slips),
            there=len(slips) - len(sheets),
            missing=tuple(f"{line.assistant}, {said_period(line.payslip.period)}" for line in sheets),
        ),
        AskedPaper.INSURANCE: EvidenceLine(
            what="Certificate of employers' liability insurance",
            wanted=int(gathered.employs),
            there=int(gathered.employs and has_certificate),
            missing=() if has_certificate else ("The certificate, kept with the payment of the premium",),
        ),
    }
    return tuple(line for kind, line in lines.items() if kind in kinds and line.wanted)


def is_insured(gathered: Gathered) -> bool | None:
    """Return whether insurance was paid for within a year; nothing, if nobody is employed."""
    return any(each.amount.pence < 0 for each in gathered.insured) if gathered.employs else None


def consent_words(consents: Iterable[Consent], lines: frozenset[ReturnLine]) -> tuple[str, ...]:
    """Return what was agreed beforehand that matters to a return with payments on these lines."""
    return tuple(
        f"{each.line.words if each.line else 'The money'}: {each.told}"
        for each in consents
        if each.line is None or each.line in lines
    )


def period_told(work: Work, *, today: date) -> Period | None:
    """Return the days of the next return, if the funder itself says how often one is sent."""
    first, last = next_period(work, today=today)
    if first is None or last is None or not is_rhythm_known(work, today=today):
        return None
    return Period(first, last)


def _named(transaction: Transaction) -> str:
    return f"{said(transaction.day)}, {transaction.payee}, {abs(transaction.amount)}"
