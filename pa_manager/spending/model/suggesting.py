"""What transactions were probably for: suggested with the reason, and confirmed by a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from pa_manager.assistants.model import Assistant, AssistantKind
from pa_manager.funding.model import ExpectedMoney, OneOffId, ReturnLine, Stream, StreamId
from pa_manager.pay.model import PayslipId, PayslipLine
from pa_manager.plan.model import OutcomeId
from pa_manager.spending.model.bankfiles.parties import payee_key
from pa_manager.spending.model.ledger import Split, Transaction, TransactionId
from pa_manager.spending.model.names import line_by_name, may_be_funder, may_be_person, says_returned
from pa_manager.values.days import said
from pa_manager.values.money import Money

EARLY: Final = timedelta(days=2)
LATE: Final = timedelta(days=5)
"""How far before and after the day it is due a payment is still taken for the one expected: bank holidays."""
_BACK_WITHIN: Final = timedelta(days=60)
_LINE_OF_KIND: Final = {
    AssistantKind.EMPLOYED: ReturnLine.WAGES,
    AssistantKind.SELF_EMPLOYED: ReturnLine.SELF_EMPLOYED,
    AssistantKind.AGENCY: ReturnLine.AGENCY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PastChoice:
    """What a person chose for a payee the last time.

    Attributes:
        money_in: Whether it was money in.
    """

    payee: str
    money_in: bool
    line: ReturnLine
    outcome_id: OutcomeId | None
    stream_id: StreamId | None
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What a transaction was probably for, and why that is thought.

    Attributes:
        reverses: The earlier transaction that it seems to take back.
    """

    transaction_id: TransactionId
    line: ReturnLine
    why: str
    outcome_id: OutcomeId | None = None
    stream_id: StreamId | None = None
    one_off_id: OneOffId | None = None
    reverses: TransactionId | None = None

    def split_of(self, transaction: Transaction) -> Split:
        """Return the one part that the suggestion makes of the whole transaction."""
        return Split(
            line=self.line,
            amount=transaction.amount,
            outcome_id=self.outcome_id,
            stream_id=self.stream_id,
            one_off_id=self.one_off_id,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PayslipMatch:
    """A wage that probably pays a payslip, and why that is thought."""

    transaction_id: TransactionId
    payslip_id: PayslipId
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that suggestions rest on.

    Attributes:
        earlier: Transactions of the weeks before, explained or not: what may have come back.
        reversed: Transactions that are known to have come back.
    """

    choices: Iterable[PastChoice] = ()
    assistants: Sequence[Assistant] = ()
    streams: Sequence[Stream] = ()
    expected: Sequence[ExpectedMoney] = ()
    earlier: Sequence[Transaction] = ()
    reversed: frozenset[TransactionId] = frozenset()


def suggestions_for(transactions: Iterable[Transaction], known: Known) -> dict[TransactionId, Suggestion]:
    """Return what these transactions were probably for, by number; none for those that nothing speaks for."""
    maker = _Maker(known)
    found: dict[TransactionId, Suggestion] = {}
    for transaction in sorted(transactions, key=lambda each: (each.day, each.id)):
        if suggestion := maker.suggest(transaction):
            found[transaction.id] = suggestion
    return found


@dataclass(slots=True)
class _Maker:
    known: Known
    _by_payee: dict[tuple[str, bool], PastChoice] = field(init=False)
    _expected: list[ExpectedMoney] = field(init=False)
    _gone_out: dict[tuple[str, int], list[Transaction]] = field(init=False)
    _taken_back: set[TransactionId] = field(init=False)

    def __post_init__(self) -> None:
        in_order = sorted(self.known.choices, key=lambda choice: choice.day)
        self._by_payee = {(payee_key(choice.payee), choice.money_in): choice for choice in in_order}
        self._expected = list(self.known.expected)
        self._taken_back = set(self.known.reversed)
        self._gone_out = defaultdict(list)
        for each in self.known.earlier:
            if not each.is_money_in:
                self._gone_out[payee_key(each.payee), -each.amount.pence].append(each)

    def suggest(self, transaction: Transaction) -> Suggestion | None:
        """Return the first suggestion that something speaks for."""
        rules = (
            (self._as_returned, self._as_expected, self._as_chosen_before, self._as_refund, self._as_money_in)
            if transaction.is_money_in
            else (self._as_chosen_before, self._as_assistant, self._as_named)
        )
        for rule in rules:
            if suggestion := rule(transaction):
                return self._with_only_stream(suggestion, transaction)
        return None

    def _with_only_stream(self, suggestion: Suggestion, transaction: Transaction) -> Suggestion:
        running = [stream for stream in self.known.streams if stream.runs_on(transaction.day)]
        if suggestion.stream_id is None and len(running) == 1:
            return replace(suggestion, stream_id=running[0].id)
        return suggestion

    def _as_returned(self, transaction: Transaction) -> Suggestion | None:
        sent = [
            each
            for each in self._gone_out.get((payee_key(transaction.payee), transaction.amount.pence), ())
            if transaction.day - _BACK_WITHIN <= each.day <= transaction.day and each.id not in self._taken_back
        ]
        if not sent or not (says_returned(transaction.text) or self._chosen(transaction) is None):
            return None
        original = sent[-1]
        self._taken_back.add(original.id)
        first = original.splits[0] if original.splits else None
        as_sent = None if first else self.suggest(original)
        line = first.line if first else as_sent.line if as_sent else ReturnLine.REFUND
        return Suggestion(
            transaction_id=transaction.id,
            line=line,
            outcome_id=first.outcome_id if first else None,
            stream_id=first.stream_id if first else None,
            one_off_id=first.one_off_id if first else None,
            reverses=original.id,
            why=f"The payment of {said(original.day)} to {original.payee} came back.",
        )

    def _as_expected(self, transaction: Transaction) -> Suggestion | None:
        near = [
            money
            for money in self._expected
            if money.amount == transaction.amount and money.due_on - EARLY <= transaction.day <= money.due_on + LATE
        ]
        if not near:
            return None
        nearest = min(near, key=lambda money: abs((transaction.day - money.due_on).days))
        self._expected.remove(nearest)
        return Suggestion(
            transaction_id=transaction.id,
            line=nearest.what.line,
            stream_id=nearest.stream_id,
            one_off_id=nearest.one_off_id,
            why=f"{nearest.amount} was expected on {said(nearest.due_on)}.",
        )

    def _as_chosen_before(self, transaction: Transaction) -> Suggestion | None:
        if choice := self._chosen(transaction):
            return Suggestion(
                transaction_id=transaction.id,
                line=choice.line,
                outcome_id=choice.outcome_id,
                stream_id=choice.stream_id,
                why=f"You chose this for {choice.payee} on {said(choice.day)}.",
            )
        return None

    def _chosen(self, transaction: Transaction) -> PastChoice | None:
        return self._by_payee.get((payee_key(transaction.payee), transaction.is_money_in))

    def _as_refund(self, transaction: Transaction) -> Suggestion | None:
        key = payee_key(transaction.payee)
        if any(payee == key for payee, _ in self._gone_out) or (key, False) in self._by_payee:
            why = f"You pay {transaction.payee}, and this money came from them."
            return Suggestion(transaction_id=transaction.id, line=ReturnLine.REFUND, why=why)
        return None

    def _as_money_in(self, transaction: Transaction) -> Suggestion | None:
        funders = [stream for stream in self.known.streams if may_be_funder(transaction.payee, stream.funder)]
        if funders:
            stream_id = funders[0].id if len(funders) == 1 else None
            why = f"The name is like {funders[0].funder}, though the sum or the day is not the one expected."
            return Suggestion(transaction_id=transaction.id, line=ReturnLine.PAYMENT, stream_id=stream_id, why=why)
        words = transaction.text.casefold()
        if "contrib" in words:
            why = "“Contribution” is in the bank's words."
            return Suggestion(transaction_id=transaction.id, line=ReturnLine.CONTRIBUTION, why=why)
        if "interest" in words:
            why = "“Interest” is in the bank's words."
            return Suggestion(transaction_id=transaction.id, line=ReturnLine.INTEREST, why=why)
        return None

    def _as_assistant(self, transaction: Transaction) -> Suggestion | None:
        for assistant in self.known.assistants:
            line = _LINE_OF_KIND.get(assistant.kind)
            if line and may_be_person(transaction.payee, assistant.name):
                why = f"The name is that of {assistant.name}."
                return Suggestion(transaction_id=transaction.id, line=line, why=why)
        return None

    def _as_named(self, transaction: Transaction) -> Suggestion | None:
        if found := line_by_name(f"{transaction.party} {transaction.text}"):
            line, why = found
            return Suggestion(transaction_id=transaction.id, line=line, why=why)
        return None


def match_payslips(
    wages: Iterable[tuple[Transaction, Money]], payslips: Iterable[PayslipLine]
) -> tuple[PayslipMatch, ...]:
    """Return which wages probably pay which payslips: one to one, by amount, day and name, the surest first.

    Args:
        wages: Transactions that pay wages, each with the part of it that is not matched yet, above nil.
        payslips: The payslips of which the bank has not shown the payment.
    """
    pairs = [
        (not may_be_person(wage.payee, line.assistant), abs((wage.day - line.payslip.paid_on).days), wage, line)
        for wage, amount in wages
        for line in payslips
        if line.payslip.net == amount and line.payslip.paid_on - EARLY <= wage.day <= line.payslip.paid_on + LATE
    ]
    pairs.sort(key=lambda pair: (pair[0], pair[1], pair[2].day, pair[2].id, pair[3].payslip.id))
    taken: set[TransactionId] = set()
    paid: set[PayslipId] = set()
    found: list[PayslipMatch] = []
    for is_other_name, _, wage, line in pairs:
        if wage.id in taken or line.payslip.id in paid:
            continue
        taken.add(wage.id)
        paid.add(line.payslip.id)
        named = "" if is_other_name else f" The name is that of {line.assistant}."
        why = f"{line.assistant}'s payslip of {said(line.payslip.paid_on)} comes to {line.payslip.net}.{named}"
        found.append(PayslipMatch(transaction_id=wage.id, payslip_id=line.payslip.id, why=why))
    return tuple(found)
