"""Questions to those who apply: what is good to ask, and what one may not ask, with the law that says so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NewType

from pa_manager.assistants.model.vacancies import VacancyId
from pa_manager.values.errors import UserError

QuestionId = NewType("QuestionId", int)


class QuestionMissing(UserError):
    """A question must ask something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question to everybody who applies for a job: the same for all, so that answers can be compared."""

    id: QuestionId
    vacancy_id: VacancyId
    words: str


@dataclass(frozen=True, slots=True)
class NotAsked:
    """Something that one may not ask: what, why and by which law, what may be asked instead."""

    what: str
    why: str
    instead: str


GOOD: Final = (
    "Why would you like to work as a personal assistant?",
    "What do you think it means to help somebody without taking over?",
    "Tell me about a time when something did not go as planned. What did you do?",
    "How would you keep private what you see and hear in my home?",
    "What would you do if you disagreed with how I want something done?",
    "You wake up ill, an hour before you are due here. What do you do?",
    "Which of the hours in the advert can you work, and which would you swap at short notice?",
    "How would you get here, also on Sundays and at night?",
    "What would you like to learn in this job?",
    "What would you like to ask me?",
)

NOT_ASKED: Final = (
    NotAsked(
        "Health, illness, disability, days off sick",
        "No question about health before work is offered (Equality Act 2010, s. 60; not in Northern Ireland,"
        " where the Disability Discrimination Act 1995 holds).",
        "Whether they can do a thing that is a real part of the job, such as using a hoist; whether they need"
        " anything changed for the meeting.",
    ),
    NotAsked(
        "Pregnancy, children, plans for a family, marriage",
        "To turn somebody down for it is discrimination (Equality Act 2010, s. 8, 13, 18 and 39).",
        "Whether they can work the hours in the advert.",
    ),
    NotAsked(
        "Age, religion or belief, whom they love, being trans",
        "To turn somebody down for it is discrimination (Equality Act 2010, s. 13 and 39).",
        "Whether they can work on the days needed. A woman for intimate care may be asked for, if there is good"
        " reason (Sch. 9, para. 1): get advice first.",
    ),
    NotAsked(
        "Where they or their parents were born; nationality; mother tongue",
        "To turn somebody down for race is discrimination (Equality Act 2010, s. 9, 13 and 39).",
        "Whether they have the right to work in the UK: ask everybody alike, and see the proof before the first day.",
    ),
    NotAsked(
        "Membership of a trade union",
        "Nobody may be refused work for it (Trade Union and Labour Relations (Consolidation) Act 1992, s. 137).",
        "Nothing: leave it out.",
    ),
)
ADVICE: Final = "This is not legal advice. Acas answers questions about it free of charge: 0300 123 1100."

_WORRIES: Final = (
    (
        re.compile(r"\b(health\w*|ill|illness\w*|sick\w*|disab\w*|medical\w*|medicat\w*|depress\w*|doctor)\b", re.I),
        NOT_ASKED[0],
    ),
    (re.compile(r"\b(pregnan\w*|child|children|baby|babies|married|marry|husband|wife|family)\b", re.I), NOT_ASKED[1]),
    (re.compile(r"\b(age|old are you|religio\w*|faith|church|gay|lesbian|trans|sexual\w*)\b", re.I), NOT_ASKED[2]),
    (re.compile(r"\b(born|nationality|passport|ethnic\w*|accent|mother tongue|race)\b", re.I), NOT_ASKED[3]),
    (re.compile(r"\bunion\b", re.I), NOT_ASKED[4]),
)


def worry_about(words: str) -> NotAsked | None:
    """Return what a question may stray into by its words; nothing if it seems in order. It never forbids one."""
    return next((told for found, told in _WORRIES if found.search(words)), None)


def proposed(outcomes: Iterable[str], skills: Iterable[str], *, asked: Iterable[str] = ()) -> tuple[str, ...]:
    """Return questions that could be asked: one for what the plan wants, one for each skill, and good practice.

    Those that are asked already are left out.
    """
    known = {each.casefold() for each in asked}
    drawn = (
        *(f"One thing I want is: {each} How would you help me with it?" for each in map(_sentence, outcomes)),
        *(f"Have you done this, or would you learn it: {each}?" for each in (skill.rstrip(".?! ") for skill in skills)),
    )
    return tuple(each for each in dict.fromkeys((*drawn, *GOOD)) if each.casefold() not in known)


def tidy_question(text: str) -> str:
    """Return a question as it is kept.

    Raises:
        QuestionMissing: There is nothing but blanks.
    """
    if not (words := " ".join(text.split())):
        raise QuestionMissing("The question is missing. Type what you want to ask everybody.")
    return words


def _sentence(words: str) -> str:
    tidy = words.strip()
    return tidy if tidy.endswith((".", "!", "?")) else f"{tidy}."
