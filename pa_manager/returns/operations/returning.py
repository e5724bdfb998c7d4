"""Making, checking, sending and adjusting returns."""

from dataclasses import replace
from datetime import date
from typing import Final

from pa_manager.file import contents
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.funding.model import ReturnLine, StreamId
from pa_manager.funding.operations import find_stream
from pa_manager.holder.model import NoHolderYet
from pa_manager.holder.operations import find_holder, list_supporters
from pa_manager.returns import store
from pa_manager.returns.model import (
    NEW_RETURN,
    Adjustment,
    AdjustmentId,
    Details,
    NothingToAdjust,
    NotSentYet,
    Return,
    ReturnId,
    ReturnState,
    frozen,
    must_be_free,
    tidy_reason,
)
from pa_manager.returns.operations.gathering import figures_of
from pa_manager.returns.operations.subject import RETURNS
from pa_manager.returns.report import Statement, statement_pdf
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money

_NEW_ADJUSTMENT: Final = AdjustmentId(0)


def draft_return(work: Work, *, stream_id: StreamId | None = None, period: Period) -> Changes:
    """Begin a return for any days: for one stream of money, or without one for the whole account.

    Raises:
        DaysReturnedBefore: Another return for the same money covers some of the days.
        NotFound: There is no such stream.
    """
    begun = begun_return(work, period=period, stream_id=stream_id)
    must_be_free(begun, store.every(work))
    store.add(work, begun)
    return RETURNS


def begun_return(work: Work, *, stream_id: StreamId | None = None, period: Period) -> Return:
    """Return what a return for these days begins with. It is not kept.

    Raises:
        NotFound: There is no such stream.
    """
    if stream_id is not None:
        find_stream(work, stream_id)
    return Return(id=NEW_RETURN, stream_id=stream_id, period=period, details=_who_fills_it_in(work, period.last))


def change_return(
    work: Work, *, return_id: ReturnId, stream_id: StreamId | None, period: Period, details: Details
) -> Changes:
    """Change the days of a return, the money it is for, and what is said on it. It has to be checked again.

    Raises:
        AlreadySent: It was sent.
        DaysReturnedBefore: Another return for the same money covers some of the days.
        NotFound: There is no such return or stream.
    """
    if stream_id is not None:
        find_stream(work, stream_id)
    changed = store.get(work, return_id).over(period, stream_id).with_details(details)
    must_be_free(changed, store.every(work))
    store.put(work, changed)
    return RETURNS


def remove_return(work: Work, *, return_id: ReturnId) -> Changes:
    """Throw a return away that was not sent.

    Raises:
        AlreadySent: It was sent.
        NotFound: There is no such return.
    """
    found = store.get(work, return_id)
    found.with_details(found.details)
    store.remove(work, return_id)
    return RETURNS


def check_return(work: Work, *, return_id: ReturnId, on: date) -> Changes:
    """Mark a return as checked, whatever there is still to ask about: that is for a person to decide.

    Raises:
        AlreadySent: It was sent.
        NotFound: There is no such return.
    """
    store.put(work, store.get(work, return_id).checked(on))
    return RETURNS


def send_return(work: Work, *, return_id: ReturnId, on: date) -> Changes:
    """Mark a return as sent, and freeze its figures and its paper as they are. It cannot be undone.

    Raises:
        AlreadySent: It was sent before.
        NotCheckedYet: It has not been checked.
        NotFound: There is no such return.
    """
    sent = store.get(work, return_id).sent(on)
    figures = figures_of(work, sent)
    content_id = contents.keep(work, statement_pdf(Statement(figures=figures)))
    store.freeze(work, sent, figures=frozen(figures), content_id=content_id)
    return RETURNS.for_good()


def adjust_return(work: Work, *, return_id: ReturnId, line: ReturnLine, amount: Money, why: str) -> Changes:
    """Note what turned out to be different after a return was sent. The next return begins with it.

    Raises:
        NotSentYet: It has not been sent: it follows the records by itself.
        NothingToAdjust: The amount is nil.
        ReasonMissing: No reason is given.
        NotFound: There is no such return.
    """
    if store.get(work, return_id).state is not ReturnState.SENT:
        raise NotSentYet("This return has not been sent, so it follows the records. Put the payment itself right.")
    if amount == NIL:
        raise NothingToAdjust("The amount is nil. Type by how much the line grows or, with a minus, shrinks.")
    adjustment = Adjustment(id=_NEW_ADJUSTMENT, return_id=return_id, line=line, amount=amount, why=tidy_reason(why))
    store.add_adjustment(work, adjustment)
    return RETURNS


def _who_fills_it_in(work: Work, day: date) -> Details:
    """Return who fills in a return: whoever holds the money for the holder, else the holder."""
    for supporter in list_supporters(work):
        if supporter.role.holds_the_money and supporter.helps_on(day):
            return replace(Details(), completed_by=supporter.name, completed_as=supporter.role.words.lower())
    try:
        return Details(completed_by=find_holder(work).name, completed_as="holder")
    except NoHolderYet:
        return Details()
