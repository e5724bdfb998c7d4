"""The rules of a funder: all that differs from one to the next, as dated data with its source beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from pa_manager.funding.model.kinds import ContributionMode, ReturnLine, Schedule
from pa_manager.funding.model.streams import ProfileId
from pa_manager.values.days import said
from pa_manager.values.errors import UserError

NEW_PROFILE: Final = ProfileId(0)
"""The id of a set of rules that has not been kept yet."""
_LONGEST: Final = 4000
_MOST: Final = {"first_check": 104, "days_to_send": 365, "reserve_weeks": 104, "keep_years": 99}


class NotARule(UserError):
    """What was typed cannot be what the rule says."""


class ProfileNameMissing(UserError):
    """A set of rules has no name."""


class NoSuchRuling(UserError):
    """Nothing of its own is said there, so nothing can be taken back."""


class Rule(StrEnum):
    """What funders have different rules for. The words are stored: never change one."""

    RETURN_EVERY = "return_every"
    FIRST_CHECK = "first_check"
    DAYS_TO_SEND = "days_to_send"
    RESERVE_WEEKS = "reserve_weeks"
    RESERVE_BASIS = "reserve_basis"
    CONTRIBUTION = "contribution"
    SCHEDULE = "schedule"
    TIMING = "timing"
    LINE_NAMES = "line_names"
    EVIDENCE = "evidence"
    FORBIDDEN = "forbidden"
    ASK_FIRST = "ask_first"
    CASH = "cash"
    RELATIVES = "relatives"
    KEEP_YEARS = "keep_years"
    DECLARATION = "declaration"

    @property
    def words(self) -> str:
        """The question that the rule answers."""
        return _QUESTIONS[self][0]

    @property
    def hint(self) -> str:
        """What to type, with an example."""
        return _QUESTIONS[self][1]

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """The answers there are, each with its words; none, if the answer is typed."""
        return _CHOICES.get(self, ())

    @property
    def is_number(self) -> bool:
        """Whether the answer is a whole number."""
        return self.value in _MOST

    def read(self, text: str) -> str:
        """Return an answer as it is kept.

        Raises:
            NotARule: The text is no answer to the question.
        """
        value = text.strip()
        if not value:
            raise NotARule("The rule is missing. Type what the funder says, or leave this rule as it was.")
        if self.choices and value not in dict(self.choices):
            raise NotARule(f"“{value[:40]}” is not one of the answers. Choose one of them.")
        if self.is_number and not (value.isdecimal() and len(value) <= 3 and int(value) <= _MOST[self]):
            raise NotARule(f"This is not a number that can be right. Type a whole number from 0 to {_MOST[self]}.")
        if len(value) > _LONGEST:
            raise NotARule(f"This is {len(value)} letters long. Say it in {_LONGEST} or fewer.")
        if self is Rule.LINE_NAMES:
            line_names(value)
        return str(int(value)) if self.is_number else value

    def said(self, value: str) -> str:
        """Return an answer in words.

        Example: ``8 weeks``, ``Every 3 months``.
        """
        if unit := _UNITS.get(self):
            return f"{value} {unit[:-1] if value == '1' else unit}"
        return dict(self.choices).get(value, value)


_UNITS: Final = {
    Rule.FIRST_CHECK: "weeks",
    Rule.DAYS_TO_SEND: "days",
    Rule.RESERVE_WEEKS: "weeks",
    Rule.KEEP_YEARS: "years",
}
_QUESTIONS: Final[dict[Rule, tuple[str, str]]] = {
    Rule.RETURN_EVERY: ("How often is a return sent?", "As the letter or the agreement says."),
    Rule.FIRST_CHECK: ("After how many weeks is the first check?", "For example: 12."),
    Rule.DAYS_TO_SEND: ("How many days are there to send it?", "Counted from the last day of the return. Such as 28."),
    Rule.RESERVE_WEEKS: ("How many weeks' money may be kept?", "For example: 8."),
    Rule.RESERVE_BASIS: ("Which weekly sum counts for that?", "With your contribution in it, or without."),
    Rule.CONTRIBUTION: ("How is your contribution paid?", "As the letter about it says."),
    Rule.SCHEDULE: ("How often is the money paid?", "As the agreement says."),
    Rule.TIMING: ("Is it paid in advance or in arrears?", "In advance is for the time to come."),
    Rule.LINE_NAMES: (
        "What are the lines of the return called?",
        "One a line, our name first. For example: Pension = Employer pension costs",
    ),
    Rule.EVIDENCE: ("Which papers are asked for?", "One a line. For example: bank statements."),
    Rule.FORBIDDEN: ("What may the money not be spent on?", "One a line. For example: gambling."),
    Rule.ASK_FIRST: ("What must be asked about first?", "One a line. For example: a relative who lives with you."),
    Rule.CASH: ("May cash be used?", "As the agreement says."),
    Rule.RELATIVES: ("May a relative be paid?", "As the agreement says."),
    Rule.KEEP_YEARS: ("How many years are papers kept?", "Beside the year that is running. For example: 6."),
    Rule.DECLARATION: ("What is signed at the end of the return?", "One statement a line, each with a box to tick."),
}
_CHOICES: Final[dict[Rule, tuple[tuple[str, str], ...]]] = {
    Rule.RETURN_EVERY: (
        ("four_weekly", "Every 4 weeks"),
        ("monthly", "Every month"),
        ("quarterly", "Every 3 months"),
        ("half_yearly", "Every 6 months"),
        ("yearly", "Every year"),
        ("by_letter", "When a letter asks for it"),
    ),
    Rule.RESERVE_BASIS: (("gross", "All of it, with the contribution"), ("net", "What the funder pays")),
    Rule.CONTRIBUTION: tuple((mode.value, mode.words) for mode in ContributionMode),
    Rule.SCHEDULE: tuple((schedule.value, schedule.words) for schedule in Schedule),
    Rule.TIMING: (("advance", "In advance"), ("arrears", "In arrears")),
    Rule.CASH: (("no", "No"), ("receipts", "Yes, with payee and receipt"), ("ask", "Ask first")),
    Rule.RELATIVES: (
        ("written", "With written consent"),
        ("not_same_home", "Not one who lives with you, unless agreed in writing"),
        ("no", "No"),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What one funder says to one question, from when, and where it says so.

    Attributes:
        from_day: Since when; nothing, if it was always so as far as anybody asks.
        is_general: Whether the funder says nothing, and this is the general default.
    """

    rule: Rule
    value: str
    source: str
    from_day: date | None = None
    is_general: bool = False

    @property
    def said(self) -> str:
        """The answer in words."""
        return self.rule.said(self.value)

    @property
    def since(self) -> str:
        """From when it holds, in words; nothing if it always did."""
        return said(self.from_day) if self.from_day else ""

    @property
    def _order(self) -> tuple[int, date]:
        return list(Rule).index(self.rule), self.from_day or date.min


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The rules of one funder, under a name.

    Attributes:
        note: What it is made from, and by whom.
    """

    id: ProfileId
    name: str
    note: str
    rulings: tuple[Ruling, ...]

    def ruling_on(self, rule: Rule, day: date) -> Ruling | None:
        """Return what the funder says to a question on a day; nothing, if it says nothing."""
        begun = [each for each in self.rulings if each.rule is rule and (each.from_day or date.min) <= day]
        return max(begun, key=lambda each: each.from_day or date.min, default=None)

    def with_ruling(self, ruling: Ruling) -> Profile:
        """Return these rules with another one, in place of one from the same day."""
        rest = [each for each in self.rulings if (each.rule, each.from_day) != (ruling.rule, ruling.from_day)]
        return replace(self, rulings=in_order([*rest, ruling]))

    def without_ruling(self, rule: Rule, from_day: date | None) -> Profile:
        """Return these rules as if one had not been said.

        Raises:
            NoSuchRuling: It was not.
        """
        rest = tuple(each for each in self.rulings if (each.rule, each.from_day) != (rule, from_day))
        if len(rest) == len(self.rulings):
            raise NoSuchRuling("That is the general default. Change the rule instead of taking it back.")
        return replace(self, rulings=rest)

    def whole(self, general: Profile) -> tuple[Ruling, ...]:
        """Return every rule, also later ones, with the general default where this funder says nothing."""
        told = {each.rule for each in self.rulings}
        defaults = [replace(each, is_general=True) for each in general.rulings if each.rule not in told]
        return in_order([*self.rulings, *defaults])


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """A set of rules as it stands in a list, with the money that follows it."""

    profile: Profile
    used_by: tuple[str, ...]

    @property
    def users(self) -> str:
        """The money that follows it, in words."""
        return ", ".join(self.used_by) or "Not used yet"


def in_order(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Return rules in the order in which they are asked about, the oldest first."""
    return tuple(sorted(rulings, key=lambda each: each._order))  # noqa: SLF001 -- its own module


def tidy_profile_name(text: str) -> str:
    """Return the name of a set of rules as it is kept.

    Raises:
        ProfileNameMissing: There is nothing but blanks.
    """
    if not (name := " ".join(text.split())):
        raise ProfileNameMissing("The name is missing. Type one, for example: Midshire, from April 2026.")
    return name


def line_names(value: str) -> Mapping[ReturnLine, str]:
    """Return what a funder calls the lines of the return.

    Example: ``Pension = Employer pension costs`` on a line of its own.

    Raises:
        NotARule: A line of the text has no equals sign, or begins with no line that we know.
    """
    known = {line.words.casefold(): line for line in ReturnLine}
    names: dict[ReturnLine, str] = {}
    for typed in filter(None, (each.strip() for each in value.splitlines())):
        ours, sign, theirs = (part.strip() for part in typed.partition("="))
        if not sign or not theirs:
            raise NotARule(f"“{typed[:40]}” has no equals sign with a name after it. Type: our name = their name.")
        if ours.casefold() not in known:
            raise NotARule(f"There is no line called “{ours[:40]}”. Take the name from the return, such as Pension.")
        names[known[ours.casefold()]] = theirs
    return names
