"""Figures of any days at all, as a return over them would have them. No return is begun, nothing is kept."""

from datetime import date

from pa_manager.file.work import Work
from pa_manager.funding.model import StreamId
from pa_manager.returns.model import Finding, ReturnFigures, check, work_out
from pa_manager.returns.operations.gathering import facts_of, gather, records_of
from pa_manager.returns.operations.returning import begun_return
from pa_manager.returns.report import Statement, statement_pdf
from pa_manager.values.days import Period


def figures_over(work: Work, *, period: Period, stream_id: StreamId | None = None) -> ReturnFigures:
    """Return the figures of these days, whatever returns there are: of one stream, or of the whole account.

    Raises:
        NotFound: There is no such stream.
    """
    begun = begun_return(work, period=period, stream_id=stream_id)
    return work_out(records_of(work, begun, gather(work, period)))


def findings_over(work: Work, *, period: Period, stream_id: StreamId | None = None, today: date) -> tuple[Finding, ...]:
    """Return what a council would ask about a return over these days.

    Raises:
        NotFound: There is no such stream.
    """
    begun = begun_return(work, period=period, stream_id=stream_id)
    gathered = gather(work, period)
    figures = work_out(records_of(work, begun, gathered))
    return check(figures, facts_of(work, begun, figures, gathered, today=today))


def print_over(work: Work, *, period: Period, stream_id: StreamId | None = None, large: bool = False) -> bytes:
    """Return the statement of these days as a PDF. It says that it is a draft.

    Raises:
        NotFound: There is no such stream.
    """
    figures = figures_over(work, period=period, stream_id=stream_id)
    return statement_pdf(Statement(figures=figures, is_draft=True), large=large)
