"""The summary of a return: every figure in the order of the statement, on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pa_manager.returns.model.figures import (
    ADJUSTED,
    CLOSING,
    DIFFERENCE,
    OPENING,
    OWED,
    STATEMENT,
    TOTAL_IN,
    TOTAL_OUT,
    WAITING_IN,
    WAITING_OUT,
    LineFigure,
    ReturnFigures,
)
from pa_manager.values.days import said
from pa_manager.values.money import NIL, Money


class Section(StrEnum):
    """The sections of the statement that hold sums."""

    START = "Balance at the start"
    MONEY_IN = "Money in"
    MONEY_OUT = "Money out"
    BANK = "What is left, and the bank"
    PURPOSE = "What the balance is for"


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow:
    """One figure as it stands in the summary, on screen and on paper.

    Attributes:
        amount: The sum; nothing, where it is not known yet: then ``instead`` says so.
        figure: The name of the figure, by which the lines behind it are found; empty, if there are none.
    """

    section: Section
    words: str
    amount: Money | None
    under: str = ""
    figure: str = ""
    is_total: bool = False
    instead: str = ""

    @property
    def said(self) -> str:
        """The sum as it is printed."""
        return self.instead if self.amount is None else str(self.amount)


def summary(figures: ReturnFigures) -> tuple[SummaryRow, ...]:
    """Return every figure of the summary, in the order of the statement. Only lines that were used are there."""
    return (*_start(figures), *_in(figures), *_out(figures), *_bank(figures), *_purpose(figures))


def _start(figures: ReturnFigures) -> Iterator[SummaryRow]:
    section, words = Section.START, f"Balance at the start, {said(figures.period.first)}"
    if figures.changes:
        yield SummaryRow(
            section=section, words="Balance at the end of the last return", amount=figures.opening, figure=OPENING
        )
    for change in figures.changes:
        yield SummaryRow(section=section, words=change.words, amount=change.amount, figure=ADJUSTED)
    yield SummaryRow(section=section, words=words, amount=figures.start, figure=OPENING, is_total=True)


def _in(figures: ReturnFigures) -> Iterator[SummaryRow]:
    section = Section.MONEY_IN
    for line in figures.money_in:
        yield SummaryRow(section=section, words=line.words, amount=line.amount, under=_under(line), figure=line.figure)
    yield SummaryRow(section=section, words="Total money in", amount=figures.total_in, figure=TOTAL_IN, is_total=True)


def _out(figures: ReturnFigures) -> Iterator[SummaryRow]:
    section = Section.MONEY_OUT
    for line in figures.money_out:
        yield SummaryRow(section=section, words=line.words, amount=line.amount, under=_under(line), figure=line.figure)
    yield SummaryRow(
        section=section, words="Total money out", amount=figures.total_out, figure=TOTAL_OUT, is_total=True
    )


def _under(line: LineFigure) -> str:
    notes = [f"{share.words} {share.amount}" for share in line.shares if len(line.shares) > 1 or not line.is_in]
    if line.expected is not None:
        notes.append(f"Expected {line.expected}{_difference_in_words(line.short)}")
    return "\n".join([*notes, *line.notes])


def _difference_in_words(short: Money) -> str:
    if short == NIL:
        return ", as agreed"
    return f", {short} short" if short > NIL else f", {-short} over"


def _bank(figures: ReturnFigures) -> Iterator[SummaryRow]:
    section, last = Section.BANK, said(figures.period.last)
    yield SummaryRow(
        section=section,
        words=f"Balance at the end, {last}",
        amount=figures.closing,
        under=f"{figures.start} at the start, {figures.total_in} in, {figures.total_out} out",
        figure=CLOSING,
        is_total=True,
    )
    several = len(figures.accounts) > 1
    for account in figures.accounts:
        if account.has_statements:
            on = said(account.statement_on) if account.statement_on else last
            of = f"{account.name}: balance" if several else "Balance"
            yield SummaryRow(
                section=section,
                words=f"{of} on the bank statement, {on}",
                amount=account.statement,
                figure=STATEMENT,
                instead="No statement yet",
            )
        else:
            yield SummaryRow(section=section, words=f"{account.name}: balance", amount=account.book)
    if figures.waiting_out != NIL:
        yield SummaryRow(
            section=section,
            words="Less money out that the bank has not shown yet",
            amount=-figures.waiting_out,
            figure=WAITING_OUT,
        )
    if figures.waiting_in != NIL:
        yield SummaryRow(
            section=section,
            words="Plus money in that the bank has not shown yet",
            amount=figures.waiting_in,
            figure=WAITING_IN,
        )
    if figures.others != NIL:
        yield SummaryRow(section=section, words="Less money of other funders in the account", amount=-figures.others)
    yield SummaryRow(
        section=section,
        words="Difference",
        amount=figures.difference,
        figure=DIFFERENCE,
        is_total=True,
        instead="Not known",
    )


def _purpose(figures: ReturnFigures) -> Iterator[SummaryRow]:
    section = Section.PURPOSE
    yield SummaryRow(section=section, words="Balance at the end", amount=figures.closing, figure=CLOSING)
    for owed in figures.owed:
        due = f"Due on {said(owed.due_on)}" if owed.due_on else ""
        yield SummaryRow(section=section, words=f"Less {owed.words}", amount=-owed.amount, under=due, figure=OWED)
    for each in figures.one_offs_left:
        words = f"Less what is left of the one-off payment: {each.name}"
        yield SummaryRow(section=section, words=words, amount=-each.closing, figure=each.figure)
    for words, under, amount in (
        ("Less money kept for one purpose only", "", figures.ring_fenced),
        ("Less planned saving", figures.saving_for, figures.planned_saving),
        ("Less agreed reserve", figures.reserve_words, figures.reserve),
    ):
        if amount != NIL:
            yield SummaryRow(section=section, words=words, amount=-amount, under=under)
    weeks = f"The balance is {figures.weeks_in_hand} weeks' money" if figures.weeks_in_hand else ""
    yield SummaryRow(section=section, words="Left over (surplus)", amount=figures.surplus, under=weeks, is_total=True)
    if figures.offered_back != NIL:
        yield SummaryRow(section=section, words="Offered back to the funder", amount=figures.offered_back)
