"""Money expected beside what came, money owed less what was paid, and what needs doing about both."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from pa_manager.file.work import Work
from pa_manager.funding.operations import expected_money, list_streams
from pa_manager.pay.model import Liability, LiabilityKind
from pa_manager.spending.model.expecting import (
    REACH_BACK,
    REACH_ON,
    Arrival,
    ExpectedLine,
    beside,
    came_in,
)
from pa_manager.spending.model.ledger import AccountKind
from pa_manager.spending.operations.evidence import unevidenced
from pa_manager.spending.operations.explaining import payslip_matches, suggestions_of
from pa_manager.spending.operations.letters import one_off_accounts
from pa_manager.spending.operations.paying import still_owed
from pa_manager.spending.store import accounts
from pa_manager.spending.store import transactions as store
from pa_manager.values.days import Period, said
from pa_manager.values.money import NIL
from pa_manager.values.tasks import Place, Task

ASK_FOR_FILE_AFTER: Final = timedelta(days=35)
"""How long after the last line of the bank the next file is asked for: a month and a few days."""
_YEAR: Final = timedelta(days=366)
_WHO: Final = {LiabilityKind.HMRC: "HMRC", LiabilityKind.PENSION: "the pension", LiabilityKind.FEE: "the payroll"}
_SOON: Final = timedelta(days=7)


def money_expected(work: Work, *, period: Period, today: date) -> tuple[ExpectedLine, ...]:
    """Return the money due to come in within a period, beside what came of it.

    What nobody has explained yet counts as what it is suggested to be.
    """
    opened = [account.opened_on for account in accounts.every_account(work)]
    wide = Period(period.first - REACH_BACK, period.last + REACH_BACK)
    expected = [
        money for money in expected_money(work, period=wide) if opened and money.due_on + REACH_ON >= min(opened)
    ]
    reach = Period(wide.first - REACH_ON, wide.last + REACH_BACK)
    known_to = max(store.last_days(work).values(), default=None)
    there = store.every(work, period=reach)
    probably = suggestions_of(work, tuple(each for each in there if each.is_money_in and not each.is_explained))
    with_suggested = [
        replace(each, splits=(probably[each.id].split_of(each),)) if each.id in probably else each for each in there
    ]
    lines = beside(expected, came_in(with_suggested), list_streams(work), today=today, known_to=known_to)
    return tuple(line for line in lines if line.expected.due_on in period)


def things_to_do(work: Work, *, today: date, owed: tuple[Liability, ...] | None = None) -> tuple[Task, ...]:
    """Return which bank file is due, what has to be explained, shown or paid, and which money has not come.

    Args:
        work: The work it is part of.
        today: The day.
        owed: What is owed on that day, if the caller knows it already.
    """
    held = accounts.every_account(work)
    if not held:
        return (Task(text="Open the account that your money comes into.", place=Place("spending")),)
    return (
        *_missing_money(work, today),
        *_idle_money(work, today),
        *_owed(still_owed(work, on=today) if owed is None else owed, today),
        *_files_due(work, today),
        *_to_explain(work, today),
    )


def _missing_money(work: Work, today: date) -> Iterator[Task]:
    for line in money_expected(work, period=Period(today - timedelta(days=60), today), today=today):
        if line.arrival in {Arrival.MISSING, Arrival.SHORT}:
            place = Place("spending", screen="expected")
            yield Task(text=line.sentence, place=place, due=line.expected.due_on)


def _idle_money(work: Work, today: date) -> Iterator[Task]:
    for each in one_off_accounts(work, today=today):
        if each.lies_idle > NIL:
            text = (
                f"Ask {each.who} about {each.lies_idle} left for {each.purpose}: it came more than 12 months ago,"
                " and some funders want it back then."
            )
            yield Task(text=text, place=Place("spending", screen="expected"))


def _owed(all_owed: tuple[Liability, ...], today: date) -> Iterator[Task]:
    for owed in all_owed:
        if owed.what is not LiabilityKind.WAGES and owed.amount.pence > 0 and owed.due_on - _SOON <= today:
            who = _WHO[owed.what]
            late = " The bank does not show it yet." if owed.due_on < today else ""
            yield Task(
                text=f"Pay {who} {owed.amount} by {said(owed.due_on)}.{late}",
                place=Place("spending", screen="paying"),
                due=owed.due_on,
            )


def _files_due(work: Work, today: date) -> Iterator[Task]:
    last = store.last_days(work)
    for account in accounts.every_account(work):
        if account.kind is AccountKind.CASH:
            continue
        day = last.get(account.id)
        if day is None:
            text = f"Bring in the first bank file of {account.said}."
            yield Task(text=text, place=Place("spending", account.id, screen="import"))
        elif day + ASK_FOR_FILE_AFTER <= today:
            text = f"Bring in the next bank file of {account.said}. The last line is of {said(day)}."
            yield Task(text=text, place=Place("spending", account.id, screen="import"), due=day + ASK_FOR_FILE_AFTER)


def _to_explain(work: Work, today: date) -> Iterator[Task]:
    year = Period(today - _YEAR, today)
    count, first = store.unexplained(work)
    if count:
        what = "1 payment was" if count == 1 else f"{count} payments were"
        yield Task(text=f"Say what {what} for.", place=Place("spending", first))
    matches = payslip_matches(work, period=year)
    if matches:
        what = "1 wage" if len(matches) == 1 else f"{len(matches)} wages"
        yield Task(text=f"Match {what} to the payslips.", place=Place("spending", matches[0].transaction_id))
    bare = unevidenced(work, period=year)
    if bare:
        what = "1 payment" if len(bare) == 1 else f"{len(bare)} payments"
        yield Task(text=f"Add a receipt or invoice for {what}.", place=Place("spending", bare[0].id))
