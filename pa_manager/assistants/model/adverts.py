"""Job description and advert: what they say, drawn from a vacancy and from the support plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from pa_manager.assistants.model.papers import Draft, Item, PaperKind, paper_items
from pa_manager.assistants.model.vacancies import Vacancy


class Drawn(Enum):
    """What may be drawn from the plan into a paper that strangers read."""

    OUTCOMES = "outcomes"
    MATTERS = "matters"
    TASKS = "tasks"
    HEALTH = "health"


BY_HAND = frozenset({"place", "apply"})
"""What an advert needs, if only filled in by hand. All else that is empty is left out."""
PUBLIC = frozenset({Drawn.OUTCOMES, Drawn.MATTERS, Drawn.TASKS})
"""What is drawn unless somebody says otherwise: nothing about health."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FromPlan:
    """What the plan says that a paper about a job may say too.

    Attributes:
        outcomes: What should get better or be kept, in the holder's own words.
        matters: What matters to the holder.
        tasks: What PAs do, and when.
        skills: What they must be able to do.
        health: What keeps the holder well, and what may go wrong.
    """

    outcomes: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    health: tuple[str, ...] = ()


def job_paper(kind: PaperKind, vacancy: Vacancy, plan: FromPlan, drawn: frozenset[Drawn]) -> Draft:
    """Return a paper about a job, filled in. It gives no name and no address: strangers read it."""
    items = _description if kind is PaperKind.JOB_DESCRIPTION else _advert
    return Draft(kind=kind, about=vacancy.title, items=items(vacancy, plan, drawn))


def _description(vacancy: Vacancy, plan: FromPlan, drawn: frozenset[Drawn]) -> tuple[Item, ...]:
    return paper_items(
        ("job", "The job", _lines((f"{vacancy.title}: personal assistant in a private home.", vacancy.work))),
        ("aim", "What it is for", _lines(plan.outcomes if Drawn.OUTCOMES in drawn else ())),
        ("tasks", "What you do", _lines(plan.tasks if Drawn.TASKS in drawn else ())),
        ("matters", "What matters to me", _lines(plan.matters if Drawn.MATTERS in drawn else ())),
        ("skills", "What you can do already, or learn", _lines(plan.skills if Drawn.TASKS in drawn else ())),
        *(_health(plan) if Drawn.HEALTH in drawn else ()),
        (
            "manner",
            "How we work together",
            "I decide how I live and what help I want. You come on time, listen, and keep private what is private.",
        ),
        ("hours", "Hours", vacancy.hours),
        ("pay", "Pay", _lines((vacancy.pay, "Paid holiday: 5.6 weeks a year, or its share."))),
        (
            "checks",
            "Before you start",
            "I see your right to work in the UK, two references, and a DBS check that you ask for.",
        ),
        ("report", "Whom you answer to", "Me: I am your employer."),
    )


def _advert(vacancy: Vacancy, plan: FromPlan, drawn: frozenset[Drawn]) -> tuple[Item, ...]:
    return paper_items(
        ("job", "The job", _lines((f"{vacancy.title}: I am looking for a personal assistant.", vacancy.work))),
        ("matters", "About me", _lines(plan.matters if Drawn.MATTERS in drawn else ())),
        ("aim", "What you help with", _lines(plan.outcomes if Drawn.OUTCOMES in drawn else ())),
        ("tasks", "What you do", _lines(plan.tasks if Drawn.TASKS in drawn else ())),
        *(_health(plan) if Drawn.HEALTH in drawn else ()),
        ("hours", "Hours", vacancy.hours),
        ("pay", "Pay", vacancy.pay),
        ("place", "Where", ""),
        ("who", "Who may apply", "Everybody is welcome to apply. Training is given; what counts is how you are."),
        ("apply", "How to apply, and by when", ""),
    )


def _health(plan: FromPlan) -> tuple[tuple[str, str, str], ...]:
    return (("health", "Staying well and safe", _lines(plan.health)),)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, (text.strip() for text in texts)))
