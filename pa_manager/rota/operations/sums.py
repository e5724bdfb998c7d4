"""What some days of the rota come to, also while a shift is still being typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pa_manager.assistants.operations import assistants_by_id
from pa_manager.figures.operations import own_figures
from pa_manager.file.work import Work
from pa_manager.funding.operations import list_streams
from pa_manager.law.dated import FigureNotKnown, OwnFigure
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
    return sums_for(shifts, days=days, agreed=read_agreed(work), own=own_figures(work))


def read_agreed(work: Work) -> Agreed:
    """Return what was agreed: with whom, which money, and what for."""
    return Agreed(
        assistants=assistants_by_id(work),
        streams=list_streams(work),
        outcomes=list_outcomes(work),
        plan_lines=list_plan_lines(work),
    )


def sums_for(shifts: Sequence[ShiftPlan], *, days: Period, agreed: Agreed, own: Iterable[OwnFigure]) -> RotaSums:
    """Return what the shifts of some days come to, with legal figures that a person has added."""
    try:
        loading = on_top(shifts, days=days, assistants=agreed.assistants, own=own)
    except FigureNotKnown:
        loading = None
    return sums_of(shifts, days=days, agreed=agreed, loading=loading)
