"""Figures that a person has added, and those of the law that are about to run out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NewType

from pa_manager.law.dated import OwnFigure
from pa_manager.law.own_figures import FigureShown
from pa_manager.values.days import Period, said

FigureId = NewType("FigureId", int)

ADVICE: Final = (
    "We are not lawyers. These figures serve to check pay and to plan it. Acas gives free advice about pay and holiday"
    " (acas.org.uk), in Northern Ireland the Labour Relations Agency does (lra.org.uk). HM Revenue and Customs answers"
    " employers about tax and National Insurance, and The Pensions Regulator about pensions. Your payroll bureau, or"
    " whoever supports you with the direct payment, can help too."
)
"""Where advice can be had, as screens say it beside the figures."""

_AHEAD: Final = timedelta(weeks=8)


@dataclass(frozen=True, slots=True)
class AddedFigure:
    """A figure that a person has added, as it is kept."""

    id: FigureId
    figure: OwnFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedLine:
    """A figure that a person has added as it stands in a list.

    Attributes:
        words: The figure as people read it.
        overtaken: That the program now knows otherwise, in a sentence; nothing if it does not.
        notes: What else is odd about it, one sentence each.
    """

    id: FigureId
    figure: OwnFigure
    words: str
    overtaken: str = ""
    notes: tuple[str, ...] = ()

    @property
    def days(self) -> Period:
        """The days it is for."""
        return Period(self.figure.first, self.figure.last)

    @property
    def standing(self) -> str:
        """In a few words, how it stands."""
        if self.overtaken:
            return "The program now knows better"
        return "Look at it again" if self.notes else "In order"


@dataclass(frozen=True, slots=True)
class Ending:
    """Figures of the law that are known up to the same day."""

    last: date
    names: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What is known up to when, and what is to be done about it.

        Example: The National Living Wage is known up to 31 March 2027. Add the new rate when it is published.
        """
        first, *others = self.names
        if not others:
            be = "are" if "bands" in first else "is"
            return f"The {first} {be} known up to {said(self.last)}. Add the new rate when it is published."
        more = f"{len(others)} other legal figure{'s' if len(others) > 1 else ''}"
        return f"The {first} and {more} are known up to {said(self.last)}. Add the new ones when they are published."


def endings(shown: Iterable[FigureShown], today: date) -> tuple[Ending, ...]:
    """Return which figures end within eight weeks, or have ended: those that end the same day together.

    Figures that few employers need are left out, and those that the law has done away with.

    Example: on 3 February 2027, the National Living Wage, which is known up to 31 March 2027.
    """
    names: defaultdict[date, list[str]] = defaultdict(list)
    for figure in shown:
        if not figure.rare and not figure.ended and figure.known_to - _AHEAD <= today:
            names[figure.known_to].append(figure.name)
    return tuple(Ending(last, tuple(found)) for last, found in sorted(names.items()))


def name_said(name: str) -> str:
    """Return the name of a figure as it stands at the head of a line."""
    return name[:1].upper() + name[1:]


def value_said(figure: FigureShown) -> str:
    """Return what a figure is on a day, in words; where that is not known, what it was on the nearest day known."""
    if figure.known:
        return figure.words
    return f"{'There is none any more' if figure.ended else 'Not known'}. Nearest known: {figure.words}"


def standing(figure: FigureShown) -> str:
    """Return in a few words whose figure it is, or that it is not known."""
    if figure.own:
        return "Yours"
    if figure.known:
        return "The law's"
    return "Gone from the law" if figure.ended else "Not known"
