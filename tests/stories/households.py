"""Households of chance: money agreed, accounts, payments explained or not, bank files, statements, payslips."""

import csv
import io
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from pa_manager.assistants.model import AssistantId, Particulars, PayFrequency
from pa_manager.assistants.operations import engage_assistant
from pa_manager.funding.model import ReturnLine, Schedule, StreamId
from pa_manager.funding.operations import add_stream
from pa_manager.holder.operations import keep_holder
from pa_manager.pay.model import PayslipFigures
from pa_manager.pay.operations import record_payslip
from pa_manager.returns.model import ReturnId
from pa_manager.returns.operations import adjust_return, check_return, draft_return, send_return
from pa_manager.spending.model import AccountId, AccountKind, Split, TransactionState
from pa_manager.spending.operations import (
    accept_suggestions,
    add_transaction,
    balance_on,
    compare_statement,
    import_file,
    list_transactions,
    open_account,
    preview_import,
    reconcile_statement,
)
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money

OPENED_ON = date(2026, 3, 1)
FIRST = date(2026, 4, 1)
TODAY = date(2026, 8, 31)
PARTIES = ("Ada Okonkwo", "MIDSHIRE CC ADULT SC", "Fernbank Payroll", "Ŵyn's Taxis & Co", "=cmd <b>", "x" * 70)
COLUMNS = (
    "Date", "Counter Party", "Reference", "Type", "Amount (GBP)", "Balance (GBP)", "Spending Category", "Notes",
)  # fmt: skip
LINES_IN = tuple(line for line in ReturnLine if line.money_in)
LINES_OUT = tuple(line for line in ReturnLine if not line.money_in)


@dataclass(frozen=True)
class Part:
    """A part of a payment: in pence, with its line of the return and the stream it belongs to."""

    pence: int
    line: ReturnLine | None
    stream: int | None


@dataclass(frozen=True)
class Payment:
    """What came in or went out: the parts have its sign."""

    day: date
    party: str
    parts: tuple[Part, ...]
    cash: bool
    waits: bool

    @property
    def amount(self):
        return Money(sum(part.pence for part in self.parts))


@dataclass(frozen=True)
class Household:
    """All that is told of a household, in plain values."""

    streams: int
    weekly: tuple[int, ...]
    contribution: int
    opening: int
    cash: int | None
    payments: tuple[Payment, ...]
    banked: tuple[tuple[date, int, str], ...]
    accepts: bool
    payslips: tuple[tuple[date, int], ...]
    agreed: bool
    sent_before: bool
    adjusted: int
    later: tuple[Payment, ...]
    period: Period
    stream: int | None


pence = st.integers(1, 200_000_00)
days = st.dates(OPENED_ON, TODAY)


@st.composite
def payments(draw, streams):
    sign = draw(st.sampled_from((1, -1)))
    lines = st.sampled_from((*LINES_IN, *LINES_OUT) if sign > 0 else LINES_OUT)
    stream = st.none() | st.integers(1, streams) if streams else st.none()
    if draw(st.integers(0, 4)):
        parts = draw(st.lists(st.builds(Part, pence.map(sign.__mul__), lines, stream), min_size=1, max_size=3))
    else:
        parts = [Part(sign * draw(pence), None, None)]
    return Payment(draw(days), draw(st.sampled_from(PARTIES)), tuple(parts), draw(st.booleans()), draw(st.booleans()))


@st.composite
def households(draw):
    streams = draw(st.integers(0, 3))
    first = FIRST + timedelta(days=draw(st.integers(0, 40)))
    has_cash = draw(st.booleans())
    return Household(
        streams=streams,
        weekly=tuple(draw(st.lists(st.integers(0, 900_00), min_size=streams, max_size=streams))),
        contribution=draw(st.sampled_from((0, 53_00))),
        opening=draw(st.integers(-500_00, 9_000_00)),
        cash=draw(st.integers(0, 200_00)) if has_cash else None,
        payments=tuple(draw(st.lists(payments(streams), max_size=8))),
        banked=tuple(
            sorted(
                draw(
                    st.lists(st.tuples(days, pence.map(int.__neg__) | pence, st.sampled_from(PARTIES[:3])), max_size=6)
                )
            )
        ),
        accepts=draw(st.booleans()),
        payslips=tuple(draw(st.lists(st.tuples(days, st.integers(1, 900_00)), max_size=2))),
        agreed=draw(st.booleans()),
        sent_before=draw(st.booleans()),
        adjusted=draw(st.integers(-50_00, 50_00)),
        later=tuple(draw(st.lists(payments(streams), max_size=3))),
        period=Period(first, first + timedelta(days=draw(st.integers(0, 100)))),
        stream=draw(st.none() | st.integers(1, streams)) if streams else None,
    )


def tell(runner, household):
    """Tell of a household by operations, up to its return; return the number of that."""
    runner.run(keep_holder, name="Jean Ŵyn & Co", reference="DP <1>")
    for number in range(household.streams):
        runner.run(
            add_stream,
            funder=f"Funder {number + 1}",
            schedule=tuple(Schedule)[number],
            first_payment_on=FIRST,
            first=FIRST,
            keep_weeks=number * 2,
            weekly=Money(household.weekly[number]),
            contribution=Money(household.contribution),
        )
    runner.run(open_account, name="Bank", opened_on=OPENED_ON, opening=Money(household.opening))
    if household.cash is not None:
        cash = Money(household.cash)
        runner.run(open_account, name="Tin", kind=AccountKind.CASH, opened_on=OPENED_ON, opening=cash)
    _tell_payslips(runner, household)
    _bring_in(runner, household)
    pay(runner, household, household.payments)
    if household.agreed:
        _agree(runner, household.period)
    number = ReturnId(1)
    if household.sent_before:
        stream = _stream(household.stream)
        before = Period(OPENED_ON, household.period.first - timedelta(days=1))
        runner.run(draft_return, period=before, stream_id=stream)
        runner.run(check_return, return_id=number, on=TODAY)
        runner.run(send_return, return_id=number, on=TODAY)
        if household.adjusted:
            change = {"line": ReturnLine.AGENCY, "amount": Money(household.adjusted), "why": "A bill came late."}
            runner.run(adjust_return, return_id=number, **change)
        number = ReturnId(2)
    pay(runner, household, household.later)
    runner.run(draft_return, period=household.period, stream_id=_stream(household.stream))
    return number


def pay(runner, household, listed):
    """Note payments, each with what it was for."""
    for payment in listed:
        runner.run(
            add_transaction,
            account_id=AccountId(2 if payment.cash and household.cash is not None else 1),
            day=payment.day,
            amount=payment.amount,
            party=payment.party,
            splits=[
                Split(line=part.line, amount=Money(part.pence), stream_id=_stream(part.stream))
                for part in payment.parts
                if part.line
            ],
            state=TransactionState.WAITING if payment.waits else TransactionState.ON_STATEMENT,
        )


def everything_that_moved(household):
    """Return every sum that was told of, with its day: in pence, money out below nil."""
    typed = [(each.day, each.amount.pence) for each in (*household.payments, *household.later)]
    return [*typed, *((day, moved) for day, moved, _party in household.banked)]


def _tell_payslips(runner, household):
    if not household.payslips:
        return
    particulars = Particulars(
        name="Ada Okonkwo", started_on=OPENED_ON, periods_from=OPENED_ON, frequency=PayFrequency.WEEKLY
    )
    runner.run(engage_assistant, particulars=particulars)
    for paid_on, net in dict(household.payslips).items():
        figures = PayslipFigures(
            assistant_id=AssistantId(1),
            period=Period(paid_on - timedelta(days=7), paid_on - timedelta(days=1)),
            paid_on=paid_on,
            gross=Money(net + 20_00),
            tax=Money(20_00),
            net=Money(net),
            employer_pension=Money(3_00),
        )
        runner.run(record_payslip, figures=figures)


def _bring_in(runner, household):
    """Import the bank's file: in the layout of Starling, with a balance after each row."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    balance = household.opening
    for day, moved, party in household.banked:
        balance += moved
        sums = (Money(moved).plain(), Money(balance).plain())
        writer.writerow([f"{day:%d/%m/%Y}", party, "REF", "FASTER PAYMENT", *sums, "", ""])
    if household.banked:
        bank_file = {"account_id": AccountId(1), "name": "bank.csv", "content": out.getvalue().encode()}
        preview = runner.read(preview_import, **bank_file)
        also = frozenset(row.position for row in preview.possible)
        yes = frozenset(question.code for question in preview.questions)
        runner.run(import_file, **bank_file, also=also, yes=yes)
    if household.accepts:
        runner.run(accept_suggestions, transaction_ids=[each.id for each in runner.read(list_transactions)])


def _agree(runner, period):
    before = runner.read(balance_on, account_id=AccountId(1), day=period.first - timedelta(days=1), settled_only=True)
    sums = {"account_id": AccountId(1), "period": period, "opening": before}
    compared = runner.read(compare_statement, **sums, closing=NIL)
    runner.run(reconcile_statement, **sums, closing=-compared.difference)


def _stream(number):
    return None if number is None else StreamId(number)
