"""What some days of the rota come to, also while a shift is still being typed."""

from __future__ import annotations

from collections.abc import Iterable

from pa_manager.assistants.operations import assistants_by_id
from pa_manager.figures.operations import own_figures
from pa_manager.file.work import Work
from pa_manager.funding.operations import list_streams
from pa_manager.law.dated import FigureNotKnown
from pa_manager.plan.operations import list_outcomes, list_plan_lines
from pa_manager.rota import store
from pa_manager.rota.model import Agreed, RotaSums, ShiftPlan, on_top, sums_of, with_drafts
from pa_manager.values.days import Period


def read_sums(work: Work, *, days: Period, drafts: Iterable[ShiftPlan] = ()) -> RotaSums:
    """Return what some days come to: hours and cost by PA, by money and by outcome, beside what was agreed.

    Args:
        work: The work.
        days: The days.
        drafts: What is being typed, counted as if it were kept. A ``Shift`` takes the place of the one with its
            number, a plain ``ShiftPlan`` is one more.
    """
    shifts = with_drafts(store.of_days(work, days), drafts, days)
    assistants = assistants_by_id(work)
    try:
        loading = on_top(shifts, days=days, assistants=assistants, own=own_figures(work))
    except FigureNotKnown:
        loading = None
    agreed = Agreed(
        assistants=assistants,
        streams=list_streams(work),
        outcomes=list_outcomes(work),
        plan_lines=list_plan_lines(work),
    )
    return sums_of(shifts, days=days, agreed=agreed, loading=loading)
