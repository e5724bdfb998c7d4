"""The self-check before a return is sent: what a council would ask about, said first.

The list is Knowsley's published one and what the ombudsman's cases turned on. It warns and never stops anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pa_manager.funding.model import ReturnLine
from pa_manager.returns.model.asking import Doubt, Permission, doubts
from pa_manager.returns.model.figures import LineFigure, ListingLine, Owed, ReturnFigures
from pa_manager.returns.model.kinds import Adjustment, Return
from pa_manager.values.days import said
from pa_manager.values.money import NIL, Money, total
from pa_manager.values.tasks import Place

_SPENDING = "spending"
FUNDERS: Final = "Funders often say"
THE_FUNDER: Final = "The funder's rules say"
_ONE = {"payslips": "payslip", "wages": "wage"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a council would ask about: what it is, what can be done, and where."""

    text: str
    way_out: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class PayslipFacts:
    """A payslip, what the bank shows as paid for it, and whether a timesheet stands behind it."""

    number: int
    who: str
    paid_on: date
    net: Money
    paid: Money | None
    has_timesheet: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFacts:
    """What the check needs beside the figures.

    Attributes:
        gap_from: The first of the days that no return covers before this one, if there are any.
        relatives_without_consent: The names of relatives who were paid and for whom no consent is noted.
        wages_without_payslip: Wages that no payslip is matched to.
        late: What is owed to HMRC and the pension and was due; ``late_wages`` what is owed to PAs and was due.
        insured: Whether employers' liability insurance was paid for within a year; nothing, if nobody is employed.
        forbidden: What the money may not be spent on; ``ask_first`` what must be asked about before.
        forbids: Who says so: the funder, or funders in general where its own rules are not known; ``asks`` likewise.
        asks_timesheets: Whether timesheets are among the papers asked for.
        has_outcomes: Whether the plan has outcomes that spending can be for.
        permissions: Kinds of spending that were agreed beforehand.
        told: What was said about the money itself, who said it and when.
    """

    today: date
    return_number: int
    gap_from: date | None = None
    payslips: tuple[PayslipFacts, ...] = ()
    wages_without_payslip: tuple[ListingLine, ...] = ()
    without_evidence: tuple[ListingLine, ...] = ()
    relatives_without_consent: tuple[tuple[int, str], ...] = ()
    late: tuple[Owed, ...] = ()
    late_wages: tuple[Owed, ...] = ()
    insured: bool | None = None
    forbidden: tuple[str, ...] = ()
    ask_first: tuple[str, ...] = ()
    forbids: str = FUNDERS
    asks: str = FUNDERS
    cash: str = "receipts"
    relatives: str = "written"
    asks_timesheets: bool = True
    has_outcomes: bool = False
    permissions: tuple[Permission, ...] = ()
    told: tuple[str, ...] = ()


def check(figures: ReturnFigures, facts: CheckFacts) -> tuple[Finding, ...]:
    """Return all that a council would ask about, the gravest first; nothing, if there is nothing."""
    here = Place("returns", facts.return_number, screen="statement")
    return (
        *_balance(figures, here),
        *_sorting(figures),
        *_money_in(figures),
        *_pay(facts),
        *_spending(figures, facts),
        *_rules(figures, facts),
        *_purpose(figures, facts, here),
        *_time(figures, facts, here),
    )


def _balance(figures: ReturnFigures, here: Place) -> Iterator[Finding]:
    if figures.closing < NIL:
        yield Finding(
            text=f"The balance at the end is below nil: {figures.closing}.",
            way_out="Look for money in that is missing, or say in the notes how it came about.",
            place=Place(_SPENDING),
        )
    for account in figures.accounts:
        apart = account.difference
        if apart is None:
            yield Finding(
                text=f"No statement of {account.name} is known for {said(figures.period.last)}.",
                way_out="Import the bank's file up to that day.",
                place=Place(_SPENDING, screen="import"),
            )
        elif apart != NIL:
            yield Finding(
                text=f"{account.name} and its statement differ by {abs(apart)}.",
                way_out="Import what is missing, or take out what was entered twice.",
                place=Place(_SPENDING),
            )
    for change in figures.changes:
        if change.words.endswith("not yet explained"):
            yield Finding(
                text=f"The balance at the start is {change.amount} away from the end of the last return.",
                way_out="Add an adjustment to the last return that says what changed.",
                place=here,
            )


def _sorting(figures: ReturnFigures) -> Iterator[Finding]:
    unsorted = [line for line in figures.listing if line.line is None]
    if unsorted:
        some = f"{len(unsorted)} payments have" if len(unsorted) > 1 else "1 payment has"
        yield Finding(
            text=f"{some} not been given a line of the return yet: {total(abs(m.amount) for m in unsorted)} in all.",
            way_out="Say what each was for.",
            place=Place(_SPENDING, unsorted[0].transaction_id),
        )


def _money_in(figures: ReturnFigures) -> Iterator[Finding]:
    for line in figures.money_in:
        if line.expected is None or line.short == NIL:
            continue
        what, place = _named(line), Place("funding")
        if line.short > NIL:
            yield Finding(
                text=f"{what} is {line.short} less than was due: {line.amount} came of {line.expected}.",
                way_out="Ask about it, or pay in what is missing, or say why in the notes.",
                place=place,
            )
        else:
            yield Finding(
                text=f"{what} is {-line.short} more than was due: {line.amount} came of {line.expected}.",
                way_out="Check what was agreed; money that came by mistake is asked back.",
                place=place,
            )


def _named(line: LineFigure) -> str:
    return {
        ReturnLine.PAYMENT: "The direct payment",
        ReturnLine.CONTRIBUTION: "The contribution paid in",
        ReturnLine.ONE_OFF: "The one-off payment",
    }.get(line.line or ReturnLine.OTHER_IN, line.words)


def _pay(facts: CheckFacts) -> Iterator[Finding]:
    for slip in facts.payslips:
        if slip.paid is not None and slip.paid != slip.net:
            yield Finding(
                text=f"{slip.who} was paid {slip.paid}, but the payslip of {said(slip.paid_on)} says {slip.net}.",
                way_out="Pay the rest, or note why the two differ.",
                place=Place("pay", slip.number, screen="payslips"),
            )
    bare = [slip for slip in facts.payslips if facts.asks_timesheets and not slip.has_timesheet]
    if bare:
        yield Finding(
            text=f"No timesheet stands behind {_named_or_counted([slip.who for slip in bare], 'payslips')}.",
            way_out="Match each payslip to its timesheet.",
            place=Place("pay", bare[0].number, screen="payslips"),
        )
    if lines := facts.wages_without_payslip:
        yield Finding(
            text=f"No payslip is matched to {_named_or_counted([line.who for line in lines], 'wages')}:"
            f" {total(abs(line.amount) for line in lines)} in all.",
            way_out="Enter the payslips, then say which payment is for which.",
            place=Place(_SPENDING, lines[0].transaction_id),
        )
    if wages := facts.late_wages:
        yield Finding(
            text=f"The bank does not show that {_named_or_counted([owed.who for owed in wages], 'payslips')}"
            f" {'was' if len(wages) == 1 else 'were'} paid: {total(owed.amount for owed in wages)} in all.",
            way_out="Pay what is owed, or match the payment that was made.",
            place=Place(_SPENDING),
        )
    for owed in facts.late:
        due = f", due on {said(owed.due_on)}" if owed.due_on else ""
        yield Finding(
            text=f"{owed.words[:1].upper()}{owed.words[1:]}{due}: {owed.amount} has not been paid.",
            way_out="Pay it, or find the payment in the bank's file.",
            place=Place("pay"),
        )
    for number, name in facts.relatives_without_consent:
        never = " Its rules say that no relative may be paid." if facts.relatives == "no" else ""
        yield Finding(
            text=f"{name} is a relative and was paid, and no consent of the council is noted.{never}",
            way_out="Note who agreed to it and when, and keep the letter.",
            place=Place("assistants", number),
        )
    if facts.insured is False:
        yield Finding(
            text="No payment for employers' liability insurance is there for the last 12 months.",
            way_out="Find the certificate. It must be in force on every day that somebody works.",
            place=Place(_SPENDING),
        )


def _named_or_counted(names: list[str], what: str) -> str:
    """Return one name with what is meant of them, or how many there are.

    Example: ``the payslip of Ada Okonkwo``, ``4 payslips``.
    """
    return f"{len(names)} {what}" if len(names) > 1 else f"the {_ONE[what]} of {names[0]}"


def _spending(figures: ReturnFigures, facts: CheckFacts) -> Iterator[Finding]:
    missing = facts.without_evidence
    if missing:
        has = "payment has" if len(missing) == 1 else "payments have"
        yield Finding(
            text=f"{len(missing)} {has} no receipt or invoice yet: {total(abs(m.amount) for m in missing)} in all.",
            way_out="Add each paper, or say in the notes why it is missing.",
            place=Place(_SPENDING, missing[0].transaction_id),
        )
    for line in figures.listing:
        place = Place(_SPENDING, line.transaction_id)
        if line.line is ReturnLine.CASH and not line.who.strip():
            yield Finding(
                text=f"The cash of {said(line.day)}, {abs(line.amount)}, does not say who had it.",
                way_out="Write who was paid, and keep the receipt.",
                place=place,
            )
        elif line.line is ReturnLine.OTHER_OUT and not line.note:
            yield Finding(
                text=f"The {abs(line.amount)} paid to {line.who} on {said(line.day)} is under other money out.",
                way_out="Choose a line that fits, or note what it was for.",
                place=place,
            )


def _rules(figures: ReturnFigures, facts: CheckFacts) -> Iterator[Finding]:
    forbidden = (*facts.forbidden, *(("Cash",) if facts.cash == "no" else ()))
    asks_about_cash = facts.cash == "ask"
    ask_first = [rule for rule in facts.ask_first if not rule.casefold().startswith("cash")]
    ask_first.extend(["Cash"] if asks_about_cash else [])
    for doubt in doubts(forbidden, figures.listing, facts.permissions):
        yield _doubtful(
            doubt,
            f"{facts.forbids} that the money is not for “{doubt.rule}”",
            "Say in the note of the payment what it was for, pay it back from own money, or keep the consent you got.",
        )
    for doubt in doubts(ask_first, figures.listing, facts.permissions):
        yield _doubtful(
            doubt,
            f"{facts.asks} to ask first about “{doubt.rule}”",
            "Ask, and keep the answer under Who said I could. Or say in the note of the payment what was agreed.",
        )
    if facts.has_outcomes and any("plan" in rule.casefold() for rule in (*facts.forbidden, *facts.ask_first)):
        bare = tuple(line for line in figures.listing if _is_off_plan(line, facts.permissions))
        if bare:
            yield _doubtful(
                Doubt("", bare), "No outcome of the plan is named", "Name the outcome that it serves, or say why."
            )
    for each in figures.streams:
        if each.one_off_id is not None and each.closing < NIL:
            yield Finding(
                text=f"{-each.closing} more was spent on the one-off payment for {each.name} than came for it.",
                way_out="Move a part of the spending to other money, or pay it back from own money.",
                place=Place(_SPENDING),
            )


def _is_off_plan(line: ListingLine, permissions: Iterable[Permission]) -> bool:
    bare = line.amount < NIL and not line.outcome and not line.note.strip() and not line.one_off_id
    return bare and line.line in _FOR_AN_OUTCOME and not any(each.covers(line) for each in permissions)


_FOR_AN_OUTCOME = {ReturnLine.RESPITE, ReturnLine.EQUIPMENT, ReturnLine.TRANSPORT}


def _doubtful(doubt: Doubt, says: str, way_out: str) -> Finding:
    first = doubt.lines[0]
    more = f" and {len(doubt.lines) - 1} more" if len(doubt.lines) > 1 else ""
    return Finding(
        text=f"{says}: {first.who}, {abs(first.amount)} on {said(first.day)}{more}.",
        way_out=way_out,
        place=Place(_SPENDING, first.transaction_id),
    )


def _purpose(figures: ReturnFigures, facts: CheckFacts, here: Place) -> Iterator[Finding]:
    if figures.surplus > figures.offered_back and not figures.notes.strip():
        told = f" About this money you noted: {'; '.join(facts.told)}." if facts.told else ""
        yield Finding(
            text=f"{figures.surplus} is left over, and nothing says what it is for.",
            way_out=f"Say it in the notes, or offer it back.{told}",
            place=here,
        )
    if NIL <= figures.closing < figures.owed_in_all:
        yield Finding(
            text=f"The balance of {figures.closing} does not cover the {figures.owed_in_all} that is owed.",
            way_out="Talk to the funder before the next pay day.",
            place=here,
        )


def _time(figures: ReturnFigures, facts: CheckFacts, here: Place) -> Iterator[Finding]:
    if facts.gap_from:
        last = figures.period.first - timedelta(days=1)
        yield Finding(
            text=f"No return covers {said(facts.gap_from)} to {said(last)}.",
            way_out="Begin this return earlier, or make one for those days.",
            place=here,
        )
    if figures.period.last >= facts.today:
        yield Finding(
            text=f"The period has not ended: its last day is {said(figures.period.last)}.",
            way_out="Send the return when that day is over.",
            place=here,
        )
    if figures.due_on and figures.due_on < facts.today:
        yield Finding(
            text=f"The return was due on {said(figures.due_on)}.",
            way_out="Send it as soon as you can, and tell the council why it is late.",
            place=here,
        )
    if not figures.who.completed_by:
        yield Finding(
            text="The return does not say who has filled it in.",
            way_out="Add the name, and in what role.",
            place=here,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnPage:
    """All that there is to see of a return: how far it has got, its figures, and what a council would ask."""

    a_return: Return
    figures: ReturnFigures
    findings: tuple[Finding, ...]
    adjustments: tuple[Adjustment, ...]
