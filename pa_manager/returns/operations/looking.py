"""Looking at returns: their figures, what is behind each, what a council would ask, and the paper."""

from __future__ import annotations

from datetime import date

from pa_manager.file import contents
from pa_manager.file.work import Work
from pa_manager.funding.operations import list_streams
from pa_manager.returns import store
from pa_manager.returns.model import (
    OPENING,
    Adjustment,
    Finding,
    ListedReturn,
    ListingLine,
    Return,
    ReturnFigures,
    ReturnId,
    ReturnPage,
    ReturnState,
    check,
)
from pa_manager.returns.operations.asking import asked_of, due_of, period_told
from pa_manager.returns.operations.gathering import facts_of, figures_of, gather, lines_before
from pa_manager.returns.report import Statement, statement_pdf
from pa_manager.values.days import said_period
from pa_manager.values.tasks import Place, Task


def list_returns(work: Work) -> tuple[ListedReturn, ...]:
    """Return all returns, the newest period first."""
    names = {stream.id: stream.called for stream in list_streams(work)}
    return tuple(
        ListedReturn(each, names[each.stream_id] if each.stream_id else "The whole account", _due_on(work, each))
        for each in store.every(work)
    )


def find_return(work: Work, return_id: ReturnId) -> Return:
    """Return one return.

    Raises:
        NotFound: There is no such return.
    """
    return store.get(work, return_id)


def return_figures(work: Work, *, return_id: ReturnId) -> ReturnFigures:
    """Return all figures of a return: as they were if it was sent, else as the records have them now.

    Raises:
        NotFound: There is no such return.
    """
    return figures_of(work, store.get(work, return_id))


def lines_behind(work: Work, *, return_id: ReturnId, figure: str) -> tuple[ListingLine, ...]:
    """Return the transactions that a figure of a return sums up, the oldest first.

    Behind the balance at the start stand those before the period: of the last return, where there was one.

    Raises:
        NotFound: There is no such return.
    """
    a_return = store.get(work, return_id)
    if figure == OPENING:
        return lines_before(work, a_return)
    return figures_of(work, a_return).behind(figure)


def findings_of(work: Work, *, return_id: ReturnId, today: date) -> tuple[Finding, ...]:
    """Return what a council would ask about a return; nothing, if it was sent.

    Raises:
        NotFound: There is no such return.
    """
    a_return = store.get(work, return_id)
    if a_return.state is ReturnState.SENT:
        return ()
    gathered = gather(work, a_return.period)
    figures = figures_of(work, a_return, gathered)
    return check(figures, facts_of(work, a_return, figures, gathered, today=today))


def read_return(work: Work, *, return_id: ReturnId, today: date) -> ReturnPage:
    """Return all that there is to see of a return, asked at once.

    Raises:
        NotFound: There is no such return.
    """
    a_return = store.get(work, return_id)
    adjustments = store.adjustments_of(work, return_id)
    if a_return.state is ReturnState.SENT:
        return ReturnPage(a_return=a_return, figures=figures_of(work, a_return), findings=(), adjustments=adjustments)
    gathered = gather(work, a_return.period)
    figures = figures_of(work, a_return, gathered)
    findings = check(figures, facts_of(work, a_return, figures, gathered, today=today))
    return ReturnPage(a_return=a_return, figures=figures, findings=findings, adjustments=adjustments)


def list_adjustments(work: Work, *, return_id: ReturnId) -> tuple[Adjustment, ...]:
    """Return what turned out to be different after a return was sent."""
    return store.adjustments_of(work, return_id)


def print_return(work: Work, *, return_id: ReturnId, large: bool = False) -> bytes:
    """Return the statement as a PDF. One that was sent is the very paper that was sent.

    Args:
        work: The work it is part of.
        return_id: The return.
        large: Whether in large print, which is made anew from the same figures.

    Raises:
        NotFound: There is no such return.
    """
    a_return = store.get(work, return_id)
    content_id = store.paper(work, return_id)
    if content_id is not None and not large:
        return contents.read(work, content_id)
    statement = Statement(
        figures=figures_of(work, a_return),
        is_draft=a_return.state is ReturnState.DRAFT,
        adjustments=store.adjustments_of(work, return_id),
    )
    return statement_pdf(statement, large=large)


def things_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return which returns are to be begun, checked and sent, once their period is over."""
    tasks = []
    period = period_told(work, today=today)
    if period and period.last < today:
        due_on = asked_of(work, None, period.last).due_on(period.last)
        tasks.append(Task(text=f"Start the return for {said_period(period)}.", place=Place("returns"), due=due_on))
    for each in store.every(work):
        place, due = Place("returns", each.id, screen="statement"), _due_on(work, each)
        when = said_period(each.period)
        if each.state is ReturnState.DRAFT and each.period.last < today:
            tasks.append(Task(text=f"Check the return for {when}.", place=place, due=due))
        elif each.state is ReturnState.CHECKED:
            tasks.append(Task(text=f"Send the return for {when}.", place=place, due=due))
    return tuple(tasks)


def _due_on(work: Work, a_return: Return) -> date | None:
    due = due_of(work, a_return)
    return due.on if due else None
