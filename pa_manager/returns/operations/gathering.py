"""Gathering what the other links know into what a return is made from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.model import Assistant, AssistantKind
from pa_manager.assistants.operations import find_person_file, list_assistants
from pa_manager.file.work import Work
from pa_manager.funding.model import ReturnLine, Rule, Stream, StreamId
from pa_manager.funding.operations import expected_money, list_one_offs, list_streams, payments_within, rules_on
from pa_manager.holder.model import NoHolderYet
from pa_manager.holder.operations import find_holder
from pa_manager.pay.model import Liability, LiabilityKind, PayslipId, PayslipLine
from pa_manager.pay.operations import list_payslips
from pa_manager.plan.model import OutcomeId
from pa_manager.plan.operations import list_outcomes
from pa_manager.returns import store
from pa_manager.returns.model import (
    FUNDERS,
    THE_FUNDER,
    AccountFigures,
    AskedPaper,
    CheckFacts,
    ContributionDue,
    Expected,
    LastReturn,
    ListingLine,
    Move,
    OneOffFacts,
    Owed,
    PayslipFacts,
    Permission,
    Records,
    Return,
    ReturnFigures,
    ReturnState,
    StreamFacts,
    Who,
    thawed,
    work_out,
)
from pa_manager.returns.operations.asking import (
    asked_of,
    consent_words,
    consents_for,
    due_of,
    evidence_of,
    is_insured,
    papers,
)
from pa_manager.returns.operations.gathered import Gathered
from pa_manager.spending.model import Account, AccountId, AccountKind, Transaction, TransactionState
from pa_manager.spending.model.proving import without_paper
from pa_manager.spending.operations import (
    balance_on,
    evidence_rules,
    list_accounts,
    list_batches,
    list_statements,
    list_transactions,
    one_off_sums,
    paid_payslips,
    reversed_transactions,
    still_owed,
    totals_by_line,
    transactions_on,
)
from pa_manager.values.days import Period, said, said_period
from pa_manager.values.money import NIL, Money, total

_A_DAY: Final = timedelta(days=1)
_AROUND: Final = timedelta(days=62)
"""How far from its payment the day may stand that a payslip says it is paid on."""
_LOOKED_BACK: Final = timedelta(days=92)
"""How far back the last balance is looked for that the bank has told."""
_YEAR: Final = timedelta(days=365)


def gather(work: Work, period: Period) -> Gathered:
    """Return what the other links know of a period."""
    transactions = list_transactions(work, period=period)
    gone = reversed_transactions(work)
    people = list_assistants(work)
    return Gathered(
        period=period,
        transactions=transactions,
        accounts=list_accounts(work),
        streams=list_streams(work),
        assistants=people,
        around=list_payslips(work, period=Period(period.first - _AROUND, period.last + _AROUND)),
        bare=without_paper(transactions, evidence_rules(work), gone),
        unmatched=tuple(each for each in transactions if each.id not in gone and _is_unmatched_wage(each)),
        owed=still_owed(work, on=period.last),
        insured=transactions_on(work, line=ReturnLine.INSURANCE, period=Period(period.last - _YEAR, period.last)),
        employs=any(each.kind is AssistantKind.EMPLOYED and _works_in(each, period) for each in people),
    )


def figures_of(work: Work, a_return: Return, gathered: Gathered | None = None) -> ReturnFigures:
    """Return the figures of a return: as they were sent, or as the records have them now."""
    text = store.frozen_figures(work, a_return.id)
    if text is not None:
        return thawed(text)
    return work_out(records_of(work, a_return, gathered or gather(work, a_return.period)))


def records_of(work: Work, a_return: Return, gathered: Gathered) -> Records:
    """Return all that a return is made from."""
    period, accounts = a_return.period, gathered.accounts
    figures = tuple(_account_figures(work, account, period, gathered.transactions) for account in accounts)
    asked = asked_of(work, a_return.stream_id, period.last)
    kinds, others = papers(asked)
    moves = _moves(work, gathered)
    due = due_of(work, a_return, asked)
    return Records(
        who=_who(work, a_return),
        period=period,
        stream_id=a_return.stream_id,
        streams=tuple(_stream_facts(work, stream, period) for stream in gathered.streams),
        openings=_openings(work, gathered.streams, accounts, period.first - _A_DAY),
        moves=moves,
        one_offs=_one_offs(work, period.first - _A_DAY),
        contributions=_contributions(work, period),
        line_names=asked.line_names,
        last_return=_last_return(work, a_return),
        expected=tuple(
            Expected(money.stream_id, money.what.line, money.amount) for money in expected_money(work, period=period)
        ),
        accounts=figures,
        owed=_owed(gathered.owed),
        evidence=evidence_of(gathered, figures, kinds),
        declaration=asked.lines(Rule.DECLARATION),
        other_papers=others,
        keep_years=asked.number(Rule.KEEP_YEARS),
        consents=consent_words(
            consents_for(work, a_return.stream_id), frozenset(move.line for move in moves if move.line)
        ),
        details=replace(a_return.details, due_on=due.on if due and due.is_told else None),
    )


def facts_of(work: Work, a_return: Return, figures: ReturnFigures, gathered: Gathered, *, today: date) -> CheckFacts:
    """Return what the self-check needs beside the figures."""
    period = a_return.period
    reached = min(period.last, today)
    owed = gathered.owed if reached == period.last else still_owed(work, on=reached)
    late = [each for each in owed if each.due_on <= reached]
    paid = paid_payslips(work)
    lines = {line.transaction_id: line for line in figures.listing}
    asked = asked_of(work, a_return.stream_id, period.last)
    kinds, _others = papers(asked)
    consents = consents_for(work, a_return.stream_id)
    return CheckFacts(
        today=today,
        return_number=a_return.id,
        gap_from=_gap_from(work, a_return),
        payslips=tuple(_payslip_facts(line, paid) for line in gathered.payslips),
        wages_without_payslip=_listed(gathered.unmatched, lines) if AskedPaper.PAYSLIPS in kinds else (),
        without_evidence=_listed(gathered.bare, lines) if AskedPaper.RECEIPTS in kinds else (),
        relatives_without_consent=_relatives(work, gathered),
        late=_owed(each for each in late if each.what is not LiabilityKind.WAGES),
        late_wages=_owed(each for each in late if each.what is LiabilityKind.WAGES),
        insured=is_insured(gathered),
        forbidden=asked.lines(Rule.FORBIDDEN),
        ask_first=asked.lines(Rule.ASK_FIRST),
        forbids=THE_FUNDER if asked.own(Rule.FORBIDDEN) else FUNDERS,
        asks=THE_FUNDER if asked.own(Rule.ASK_FIRST) else FUNDERS,
        cash=asked.said(Rule.CASH),
        relatives=asked.said(Rule.RELATIVES),
        asks_timesheets=AskedPaper.TIMESHEETS in kinds,
        has_outcomes=bool(list_outcomes(work)),
        permissions=tuple(Permission(each.line, each.stream_id) for each in consents if each.line),
        told=tuple(each.told for each in consents if each.line is None),
    )


def lines_before(work: Work, a_return: Return) -> tuple[ListingLine, ...]:
    """Return the payments before the period of a return: those of the last return, where it ended the day before."""
    last = _sent_just_before(work, a_return)
    if last is not None:
        return figures_of(work, last).listing
    before = a_return.period.first - _A_DAY
    begun = min((account.opened_on for account in list_accounts(work)), default=a_return.period.first)
    if begun > before:
        return ()
    gathered = gather(work, Period(begun, before))
    records = Records(
        who=Who(holder=""),
        period=gathered.period,
        stream_id=a_return.stream_id,
        streams=tuple(_stream_facts(work, stream, gathered.period) for stream in gathered.streams),
        openings={None: total(account.opening for account in gathered.accounts)},
        moves=_moves(work, gathered),
    )
    return work_out(records).listing


def _who(work: Work, a_return: Return) -> Who:
    details = a_return.details
    try:
        holder = find_holder(work)
    except NoHolderYet:
        return Who(holder="", completed_by=details.completed_by, completed_as=details.completed_as)
    return Who(
        holder=holder.name,
        reference=holder.reference,
        born_on=holder.born_on,
        address=holder.address,
        completed_by=details.completed_by,
        completed_as=details.completed_as,
        helped_by=details.helped_by,
    )


def _stream_facts(work: Work, stream: Stream, period: Period) -> StreamFacts:
    asked = rules_on(work, stream_id=stream.id, on=period.last)
    return StreamFacts(
        id=stream.id,
        name=stream.called,
        reference=stream.reference,
        weekly=stream.weekly_on(period.last),
        keep_weeks=asked.weeks_kept(stream),
        counted=asked.counted_weekly(stream, period.last),
        runs=stream.first <= period.last and (stream.last is None or stream.last >= period.first),
    )


def _one_offs(work: Work, before: date) -> tuple[OneOffFacts, ...]:
    sums = one_off_sums(work, to=before)
    return tuple(
        OneOffFacts(
            id=each.id,
            stream_id=each.stream_id,
            purpose=each.purpose,
            agreed=each.amount,
            opening=sums[each.id][0] - sums[each.id][1] if each.id in sums else NIL,
        )
        for each in list_one_offs(work)
    )


def _contributions(work: Work, period: Period) -> tuple[ContributionDue, ...]:
    return tuple(
        ContributionDue(payment.stream_id, share.mode, share.amount)
        for payment in payments_within(work, period=period)
        for share in payment.contributions
        if share.mode
    )


def _openings(
    work: Work, streams: Iterable[Stream], accounts: Iterable[Account], before: date
) -> dict[StreamId | None, Money]:
    """Return what each stream had in the accounts at the end of a day. The first has what no other was given."""
    begun = min((account.opened_on for account in accounts), default=before)
    openings: dict[StreamId | None, Money] = {}
    others = tuple(streams)[1:]
    if others and begun <= before:
        for stream in others:
            sums = totals_by_line(work, period=Period(begun, before), stream_id=stream.id)
            openings[stream.id] = total(sums.values())
    openings[None] = balance_on(work, day=before) - total(openings.values())
    return openings


def _moves(work: Work, gathered: Gathered) -> tuple[Move, ...]:
    outcomes = {outcome.id: f"{outcome.number}. {outcome.words}" for outcome in list_outcomes(work)}
    names = {account.id: account.name for account in gathered.accounts}
    payslips = {line.payslip.id: line for line in gathered.around}
    return tuple(
        move for transaction in gathered.transactions for move in _parts(transaction, outcomes, names, payslips)
    )


def _parts(
    transaction: Transaction,
    outcomes: Mapping[OutcomeId, str],
    names: Mapping[AccountId, str],
    payslips: Mapping[PayslipId, PayslipLine],
) -> Iterator[Move]:
    papers = tuple(str(paper.number) for paper in transaction.evidence)
    waiting = transaction.state is TransactionState.WAITING
    account = names.get(transaction.account_id, "")
    if not transaction.splits:
        yield Move(
            transaction_id=transaction.id,
            day=transaction.day,
            who=transaction.payee,
            amount=transaction.amount,
            evidence=papers,
            waiting=waiting,
            account=account,
        )
    for part in transaction.splits:
        payslip = payslips.get(part.payslip_id) if part.payslip_id is not None else None
        yield Move(
            transaction_id=transaction.id,
            day=transaction.day,
            who=payslip.assistant if payslip else transaction.payee,
            amount=part.amount,
            line=part.line,
            outcome=outcomes.get(part.outcome_id, "") if part.outcome_id is not None else "",
            stream_id=part.stream_id,
            evidence=(*papers, "payslip") if part.payslip_id is not None else papers,
            waiting=waiting,
            account=account,
            note=part.note,
            one_off_id=part.one_off_id,
        )


def _sent_just_before(work: Work, a_return: Return) -> Return | None:
    before = a_return.period.first - _A_DAY
    found = (
        each
        for each in store.every(work)
        if each.state is ReturnState.SENT and each.stream_id == a_return.stream_id and each.period.last == before
    )
    return next(found, None)


def _last_return(work: Work, a_return: Return) -> LastReturn | None:
    last = _sent_just_before(work, a_return)
    if last is None:
        return None
    return LastReturn(closing=figures_of(work, last).closing, adjustments=store.adjustments_of(work, last.id))


def _gap_from(work: Work, a_return: Return) -> date | None:
    """Return the first of the days that no return covers before this one, if an earlier one ended too soon."""
    lasts = [
        each.period.last
        for each in store.every(work)
        if each.stream_id == a_return.stream_id and each.period.last < a_return.period.first
    ]
    after = max(lasts, default=a_return.period.first) + _A_DAY
    return after if after < a_return.period.first else None


def _account_figures(
    work: Work, account: Account, period: Period, transactions: Iterable[Transaction]
) -> AccountFigures:
    book = balance_on(work, account_id=account.id, day=period.last)
    if account.kind is AccountKind.CASH:
        return AccountFigures(name=account.name, kind=account.kind.words, has_statements=False, book=book)
    own = [each for each in transactions if each.account_id == account.id]
    statement = _statement(work, account, period, own)
    waits = [each.amount for each in own if each.state is TransactionState.WAITING]
    settled = balance_on(work, account_id=account.id, day=period.last, settled_only=True)
    older = book - settled - total(waits)
    both = [*waits, older]
    return AccountFigures(
        name=account.name,
        kind=account.kind.words,
        has_statements=True,
        book=book,
        statement=statement,
        statement_on=period.last if statement is not None else None,
        waiting_out=-total(amount for amount in both if amount < NIL),
        waiting_in=total(amount for amount in both if amount > NIL),
    )


def _statement(work: Work, account: Account, period: Period, own: list[Transaction]) -> Money | None:
    """Return what the bank says was there at the end: by a statement that was agreed, else by the rows of its files."""
    for statement in list_statements(work, account_id=account.id):
        if statement.period.last == period.last:
            return statement.closing
    told = [each for each in own if each.state is not TransactionState.WAITING]
    if not told:
        earlier = Period(period.first - _LOOKED_BACK, period.last)
        found = list_transactions(work, account_id=account.id, period=earlier)
        told = [each for each in found if each.state is not TransactionState.WAITING]
    if not told:
        return None
    return told[-1].balance if told[-1].balance is not None else _told_by_file(work, told[-1])


def _told_by_file(work: Work, last: Transaction) -> Money | None:
    """Return the closing balance of the bank file whose last row this is, where the file tells one."""
    for batch in list_batches(work, account_id=last.account_id):
        if batch.id == last.batch_id and batch.last == last.day:
            return batch.closing
    return None


def _owed(owed: Iterable[Liability]) -> tuple[Owed, ...]:
    return tuple(
        Owed(words=_owed_words(each), amount=each.amount, due_on=each.due_on, who=each.who)
        for each in owed
        if each.amount > NIL
    )


def _owed_words(owed: Liability) -> str:
    if owed.what is LiabilityKind.WAGES:
        return f"wages of {owed.who}, {said_period(owed.period)}"
    if owed.what is LiabilityKind.HMRC:
        return f"HMRC, tax month to {said(owed.period.last)}"
    what = "the payroll's fee" if owed.what is LiabilityKind.FEE else "pension"
    return f"{what}, {owed.period.first:%B %Y}"


def _is_unmatched_wage(transaction: Transaction) -> bool:
    return not transaction.is_money_in and any(
        part.line is ReturnLine.WAGES and part.payslip_id is None for part in transaction.splits
    )


def _payslip_facts(line: PayslipLine, paid: Mapping[PayslipId, Money]) -> PayslipFacts:
    payslip = line.payslip
    return PayslipFacts(
        number=payslip.id,
        who=line.assistant,
        paid_on=payslip.paid_on,
        net=payslip.net,
        paid=paid.get(payslip.id),
        has_timesheet=payslip.timesheet_id is not None,
    )


def _listed(found: Iterable[Transaction], lines: Mapping[int, ListingLine]) -> tuple[ListingLine, ...]:
    """Return what a return lists of these; of another stream's money it lists nothing."""
    return tuple(lines[each.id] for each in found if each.id in lines)


def _relatives(work: Work, gathered: Gathered) -> tuple[tuple[int, str], ...]:
    """Return the relatives who were paid, and of whom neither a note nor the record of advice says that they may be."""
    paid = {line.payslip.assistant_id for line in gathered.payslips}
    return tuple(
        (each.id, each.name)
        for each in gathered.assistants
        if each.id in paid
        and each.relative
        and not each.consent_note.strip()
        and find_person_file(work, each.id).consent_id is None
    )


def _works_in(assistant: Assistant, period: Period) -> bool:
    return assistant.started_on <= period.last and (assistant.left_on is None or assistant.left_on >= period.first)
