"""What can be done with legal figures. Later links ask for ``own_figures`` and hand them to the rules of pay."""

from datetime import date
from typing import Final

from pa_manager.figures import store
from pa_manager.figures.model import AddedLine, FigureId, endings
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.law.dated import OwnFigure
from pa_manager.law.own_figures import (
    FigureShown,
    NoSuchFigure,
    check_own_figure,
    figures_on,
    in_words,
    overtaken,
)
from pa_manager.values.tasks import Place, Task

FIGURES: Final = Changes.of("figures")


def add_figure(work: Work, *, figure: OwnFigure) -> Changes:
    """Add a figure of the law that the program does not know, or knows otherwise.

    Raises:
        NoSuchFigure: The program uses no figure of this name.
        DaysTurnedRound: Its last day lies before its first.
        UserError: The text cannot be read as a figure of this sort.
    """
    check_own_figure(figure)
    store.add(work, figure)
    return FIGURES


def change_figure(work: Work, *, figure_id: FigureId, figure: OwnFigure) -> Changes:
    """Change a figure that was added.

    Raises:
        NoSuchFigure: The program uses no figure of this name.
        DaysTurnedRound: Its last day lies before its first.
        UserError: The text cannot be read as a figure of this sort.
        NotFound: There is no such figure.
    """
    check_own_figure(figure)
    store.put(work, figure_id, figure)
    return FIGURES


def remove_figure(work: Work, *, figure_id: FigureId) -> Changes:
    """Remove a figure that was added. From then on the program uses what it knows itself.

    Raises:
        NotFound: There is no such figure.
    """
    store.remove(work, figure_id)
    return FIGURES


def own_figures(work: Work) -> tuple[OwnFigure, ...]:
    """Return the figures that a person has added, for the rules of pay."""
    return tuple(added.figure for added in store.every(work))


def list_added(work: Work) -> tuple[AddedLine, ...]:
    """Return the figures that a person has added, with what is odd about each: the last days first."""
    every = store.every(work)
    lines = [
        AddedLine(
            id=added.id,
            figure=added.figure,
            words=in_words(added.figure),
            overtaken=" ".join(overtaken([added.figure])),
            notes=_notes(added.figure, [other.figure for other in every if other.id != added.id]),
        )
        for added in every
    ]
    return tuple(sorted(lines, key=lambda line: (-line.figure.first.toordinal(), line.figure.name, line.id)))


def list_figures(work: Work, *, day: date) -> tuple[FigureShown, ...]:
    """Return every figure of the law as it is on a day, the person's own counted in."""
    return figures_on(day, own_figures(work))


def look_over(work: Work, *, figure: OwnFigure, instead_of: FigureId | None = None) -> tuple[str, ...]:
    """Return what is odd about a figure before it is added, or put in place of another.

    Raises:
        NoSuchFigure: The program uses no figure of this name.
        DaysTurnedRound: Its last day lies before its first.
        UserError: The text cannot be read as a figure of this sort.
    """
    others = [added.figure for added in store.every(work) if added.id != instead_of]
    return check_own_figure(figure, others)


def things_to_do(work: Work, *, today: date) -> tuple[Task, ...]:
    """Return which figures run out within eight weeks or have, and which added ones the program now knows better."""
    ending = [
        Task(text=each.sentence, place=Place("figures"), due=each.last)
        for each in endings(list_figures(work, day=today), today)
    ]
    better = [Task(text=line.overtaken, place=Place("figures", line.id)) for line in list_added(work) if line.overtaken]
    return (*better, *ending)


def _notes(figure: OwnFigure, others: list[OwnFigure]) -> tuple[str, ...]:
    try:
        return check_own_figure(figure, others)
    except NoSuchFigure:
        return ("This version of the program has no use for this figure. It stays here in case another has.",)
