"""Figures that a person adds, so that nobody waits for a release: which there are, and whether they will do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, TypeVar

from pa_manager.law import (
    employment_allowance,
    income_tax,
    minimum_wage,
    minimum_wage_check,
    national_insurance,
    paye,
    pension,
    redundancy,
    sick_pay,
    student_loans,
)
from pa_manager.law.dated import Dated, Kind, OwnFigure
from pa_manager.values.days import said
from pa_manager.values.errors import UserError

T = TypeVar("T")
_FAR: Final = Fraction(1, 4)
_HOUSES: Final = (
    minimum_wage,
    minimum_wage_check,
    national_insurance,
    income_tax,
    student_loans,
    pension,
    sick_pay,
    employment_allowance,
    redundancy,
    paye,
)


class NoSuchFigure(UserError):
    """The program uses no figure of this name."""


class DaysTurnedRound(UserError):
    """The last day of a figure lies before its first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureShown:
    """A figure as a list of them shows it: what it is on a day, until when it is known, and on whose authority.

    ``rule`` says what it decides. ``text`` is how it would be typed, ``words`` how it is read, and ``first`` the day
    from which it is so. It is the last known one where the day itself is not known: then ``known`` is false.
    ``known_to`` counts a person's own figures that follow without a gap. See ``Dated`` for ``rare`` and ``ended``.
    """

    name: str
    rule: str
    text: str
    words: str
    first: date
    known: bool
    known_to: date
    authority: str
    own: bool
    rare: bool
    ended: bool


def figure_names() -> tuple[str, ...]:
    """Return the names of all figures that a person can add, in the order of the rules that use them."""
    return tuple(_figures())


def figures_on(day: date, own: Iterable[OwnFigure] = ()) -> tuple[FigureShown, ...]:
    """Return every figure as it is on a day, those that are not known marked with the last that is.

    Example: on 1 June 2027 the National Living Wage is not known; shown is that of 2026.
    """
    own = tuple(own)
    return tuple(_shown(figure, kind, day, own) for figure, kind in _figures().values())


def check_own_figure(figure: OwnFigure, own: Iterable[OwnFigure] = ()) -> tuple[str, ...]:
    """Return what is odd about a figure that a person has typed, one sentence each; nothing where all is well.

    What cannot be used at all is refused. What only looks odd is said, and may be kept. ``own`` are the figures
    added before: it may follow upon one of those.

    Example: £127.10 as the National Living Wage after £12.71 is asked about.

    Raises:
        NoSuchFigure: The program uses no figure of this name.
        DaysTurnedRound: Its last day lies before its first.
        UserError: The text cannot be read as a figure of this sort.
    """
    known = _figures().get(figure.name)
    if known is None:
        raise NoSuchFigure(f"There is no figure named {figure.name}. Choose one from the list.")
    if figure.last < figure.first:
        raise DaysTurnedRound("The last day lies before the first. Change one of them.")
    return _oddities(*known, figure, tuple(own))


def in_words(figure: OwnFigure) -> str:
    """Return a figure that a person has added in words; as it was typed where no rule uses it any more.

    Example: ``21: 13.20`` as the National Living Wage is ``£13.20 from 21``.
    """
    known = _figures().get(figure.name)
    return figure.text if known is None else _in_words(known[1], figure.text)


def overtaken(own: Iterable[OwnFigure]) -> tuple[str, ...]:
    """Return a sentence for each own figure that this version of the program now knows to be otherwise.

    The person's own figure still holds until it is removed.
    """
    figures = _figures()
    return tuple(
        sentence for figure in own if figure.name in figures for sentence in _overtaken(*figures[figure.name], figure)
    )


def _figures() -> dict[str, tuple[Dated[object], Kind[object]]]:
    return {
        figure.name: (figure, kind)
        for module in _HOUSES
        for figure in vars(module).values()
        if isinstance(figure, Dated) and (kind := figure.kind) is not None
    }


def _in_words(kind: Kind[T], text: str) -> str:
    return kind.words(kind.read(text))


def _shown(figure: Dated[T], kind: Kind[T], day: date, own: tuple[OwnFigure, ...]) -> FigureShown:
    mine = any(added.name == figure.name and added.first <= day <= added.last for added in own)
    known = mine or figure.knows(day)
    at = day if known else min(max(day, figure.steps[0][0]), figure.known_to)
    found = figure.found(at, own if mine else ())
    return FigureShown(
        name=figure.name,
        rule=figure.rule,
        text=kind.said(found.value),
        words=kind.words(found.value),
        first=found.first,
        known=known,
        known_to=_known_to(figure, own),
        authority=found.authority,
        own=found.own,
        rare=figure.rare,
        ended=figure.ended,
    )


def _known_to(figure: Dated[T], own: Iterable[OwnFigure]) -> date:
    known_to = figure.known_to
    for added in sorted((each for each in own if each.name == figure.name), key=lambda each: each.first):
        if added.first <= known_to + timedelta(days=1):
            known_to = max(known_to, added.last)
    return known_to


def _oddities(dated: Dated[T], kind: Kind[T], figure: OwnFigure, own: tuple[OwnFigure, ...]) -> tuple[str, ...]:
    typed = kind.read(figure.text)
    known_to = _known_to(dated, own)
    before = dated.on(known_to, own)
    said_before = kind.said(before)
    odd = []
    if figure.first <= dated.known_to and figure.last >= dated.steps[0][0]:
        known = f"The program already knows the {dated.name} to {said(dated.known_to)}."
        odd.append(f"{known} For the days you give, yours will be used instead.")
    if any(each.name == figure.name and each.first <= figure.last and figure.first <= each.last for each in own):
        odd.append("Another figure of yours is for some of the same days. The one added last is used.")
    if (figure.first - known_to).days > 1:
        odd.append(f"The {dated.name} is not known between {said(known_to)} and the first day you give.")
    new, old = kind.sizes(typed), kind.sizes(before)
    if len(new) != len(old):
        odd.append(f"This has more or fewer parts than the last figure known, {said_before}.")
    elif any(abs(size - earlier) > earlier * _FAR for size, earlier in zip(new, old, strict=True)):
        odd.append(f"This is far from the last figure known, {said_before}. Check that it is typed right.")
    return tuple(odd)


def _overtaken(dated: Dated[T], kind: Kind[T], figure: OwnFigure) -> tuple[str, ...]:
    if not dated.knows(figure.first):
        return ()
    known = dated.on(figure.first)
    if kind.read(figure.text) == known:
        return ()
    yours = f"You added {figure.text} as the {dated.name} from {said(figure.first)}"
    return (f"{yours}; the program now has {kind.said(known)}. Remove yours to use it.",)
