"""The readiness check: what councils refuse plans for, said first, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pa_manager.plan.model.outcomes import Outcome, PlanLine, weekly_total
from pa_manager.plan.model.parts import Part
from pa_manager.plan.model.versions import Version
from pa_manager.values.money import NIL, Money

_EMPLOYER: Final = ("insurance", "payroll", "pension", "national insurance", "employer", "holiday")


class Test(StrEnum):
    """What a plan is held against. It is not stored."""

    INDIVIDUAL = "individual"
    EFFECTIVE = "effective"
    REALISTIC = "realistic"
    LEGAL = "legal"
    SAFE = "safe"

    @property
    def words(self) -> str:
        """The test as a word."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanting:
    """Something for which a council might send the plan back, and what to do."""

    test: Test
    words: str
    way_out: str
    part: Part


def readiness(
    version: Version, outcomes: tuple[Outcome, ...], lines: tuple[PlanLine, ...], agreed: Money | None = None
) -> tuple[Wanting, ...]:
    """Return all that is wanting in a plan; nothing, if it is ready.

    ``agreed`` is what the funders have agreed for a week; nothing, if that is not known.
    """
    return (
        *_individual(version),
        *_effective(outcomes),
        *_supported(version, outcomes, lines),
        *_realistic(version, lines, agreed),
        *_legal(version, lines),
        *_safe(version),
    )


def _individual(version: Version) -> Iterator[Wanting]:
    if len(version.only(Part.ABOUT).told) < 3:
        yield Wanting(
            test=Test.INDIVIDUAL,
            words="The plan says little about you: it could be anybody's.",
            way_out="Answer 3 or more of the questions under About me.",
            part=Part.ABOUT,
        )
    important = version.only(Part.IMPORTANT)
    if not (important.says("to_me") and important.says("for_me")):
        yield Wanting(
            test=Test.INDIVIDUAL,
            words="What is important to you and what is important for you are not both there.",
            way_out="Write one line for each.",
            part=Part.IMPORTANT,
        )


def _effective(outcomes: tuple[Outcome, ...]) -> Iterator[Wanting]:
    if not outcomes:
        yield Wanting(
            test=Test.EFFECTIVE,
            words="The plan does not say what should change or be kept.",
            way_out="Add an outcome under My plan.",
            part=Part.OUTCOME,
        )
    for outcome in outcomes:
        if not outcome.measure:
            yield Wanting(
                test=Test.EFFECTIVE,
                words=f"Outcome {outcome.number} does not say how we will know.",
                way_out="Say what could be seen or counted.",
                part=Part.OUTCOME,
            )
        if not outcome.tags:
            yield Wanting(
                test=Test.EFFECTIVE,
                words=f"Outcome {outcome.number} names no outcome of the Care Act.",
                way_out="Tick the ones it serves: the council must show them.",
                part=Part.OUTCOME,
            )


def _supported(version: Version, outcomes: tuple[Outcome, ...], lines: tuple[PlanLine, ...]) -> Iterator[Wanting]:
    helped = {entry.says("outcome").strip(" .") for entry in version.of(Part.SUPPORT)}
    paid = {line.outcome_id for line in lines}
    for outcome in outcomes:
        if not outcome.weekly_minutes and outcome.id not in paid and f"{outcome.number}" not in helped:
            yield Wanting(
                test=Test.REALISTIC,
                words=f"Nothing is set aside for outcome {outcome.number}: no support, no hours and no money.",
                way_out="Say under Support who does what, even if nobody is paid.",
                part=Part.SUPPORT,
            )


def _realistic(version: Version, lines: tuple[PlanLine, ...], agreed: Money | None) -> Iterator[Wanting]:
    text, cost = version.only(Part.HEADER).says("budget"), weekly_total(lines)
    budget = Money.from_text(text) if text else agreed
    if text and agreed is not None and budget != agreed:
        yield Wanting(
            test=Test.REALISTIC,
            words=f"The plan says that {budget} a week is agreed; Money agreed comes to {agreed}.",
            way_out="Put right whichever is wrong.",
            part=Part.HEADER,
        )
    if not lines:
        yield Wanting(
            test=Test.REALISTIC,
            words="The plan does not say what the money is for.",
            way_out="Add a line of money under My plan.",
            part=Part.MONEY,
        )
    elif budget is None:
        yield Wanting(
            test=Test.REALISTIC,
            words=f"The plan costs {cost} a week, and it does not say how much is agreed.",
            way_out="Write the weekly sum in the first part, or under Money agreed.",
            part=Part.HEADER,
        )
    elif (over := cost - budget) > NIL:
        yield Wanting(
            test=Test.REALISTIC,
            words=f"The plan costs {over} a week more than is agreed: {cost} of {budget}.",
            way_out="Ask for more with reasons, or take something out.",
            part=Part.MONEY,
        )
    if lines and not any(word in line.words.casefold() for line in lines for word in _EMPLOYER):
        yield Wanting(
            test=Test.REALISTIC,
            words="No line of money is for what an employer must pay beside wages.",
            way_out="Set money aside for insurance, payroll, pension and holidays.",
            part=Part.MONEY,
        )


def _legal(version: Version, lines: tuple[PlanLine, ...]) -> Iterator[Wanting]:
    for line in lines:
        if not line.agreed_by:
            yield Wanting(
                test=Test.LEGAL,
                words=f"Nobody is named who agreed the money for: {line.words}.",
                way_out="Write the name and the day, and keep the letter.",
                part=Part.MONEY,
            )
    if not version.only(Part.DECISIONS).told:
        yield Wanting(
            test=Test.LEGAL,
            words="The plan does not say who decides.",
            way_out="Say which decisions are yours, and who may act for you.",
            part=Part.DECISIONS,
        )


def _safe(version: Version) -> Iterator[Wanting]:
    risks = version.of(Part.RISK)
    if not risks:
        yield Wanting(
            test=Test.SAFE,
            words="No risk is named.",
            way_out="Write one that you know of, and what makes it less.",
            part=Part.RISK,
        )
    for risk in risks:
        if not risk.says("reduced"):
            yield Wanting(
                test=Test.SAFE,
                words=f"Nothing is said that makes this risk less: {risk.called}.",
                way_out="Write what is done, or that you choose it as it is.",
                part=Part.RISK,
            )
    if not version.only(Part.CONTINGENCY).told:
        yield Wanting(
            test=Test.SAFE,
            words="Nothing is said for when somebody cannot come.",
            way_out="Write what happens first, and whom to ring.",
            part=Part.CONTINGENCY,
        )
