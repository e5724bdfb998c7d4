"""Which time counts for the minimum wage, and which does not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from pa_manager.law.pay_periods import Frequency

_REGULATIONS: Final = "National Minimum Wage Regulations 2015"


class TimeKind(Enum):
    """A kind of time. Those of a shift bear the words that the rota keeps."""

    DAY = "day"
    WAKING_NIGHT = "waking_night"
    SLEEP_IN = "sleep_in"
    ON_CALL = "on_call"
    TRAINING = "training"
    MEETING = "meeting"
    TRAVEL_BETWEEN = "travel_between"
    TRAVEL_HOME = "travel_home"
    REST_BREAK = "rest_break"
    ABSENCE = "absence"


@dataclass(frozen=True, slots=True)
class Counting:
    """How a kind of time counts, the reason in one sentence, and its authority."""

    whole: bool
    when_working: bool
    reason: str
    authority: str


_WORK: Final = Counting(
    whole=True, when_working=True, reason="Time at work counts in full.", authority=f"{_REGULATIONS}, reg. 30"
)
_COUNTING: Final = {
    TimeKind.DAY: _WORK,
    TimeKind.MEETING: _WORK,
    TimeKind.WAKING_NIGHT: Counting(
        whole=True,
        when_working=True,
        reason="Someone expected to work most of the night is at work all night, naps included.",
        authority=f"{_REGULATIONS}, reg. 30 and 32",
    ),
    TimeKind.SLEEP_IN: Counting(
        whole=False,
        when_working=True,
        reason="Someone expected to sleep, with a place to sleep, works only while awake to work.",
        authority=f"{_REGULATIONS}, reg. 32(2); Royal Mencap Society v Tomlinson-Blake [2021] UKSC 8",
    ),
    TimeKind.ON_CALL: Counting(
        whole=False,
        when_working=True,
        reason="Being on call at home counts only while called out or working.",
        authority=f"{_REGULATIONS}, reg. 32(1)",
    ),
    TimeKind.TRAINING: Counting(
        whole=True,
        when_working=True,
        reason="Training, and the way to training, count in full.",
        authority=f"{_REGULATIONS}, reg. 33",
    ),
    TimeKind.TRAVEL_BETWEEN: Counting(
        whole=True,
        when_working=True,
        reason="Travel from one assignment to the next counts in full.",
        authority=f"{_REGULATIONS}, reg. 34",
    ),
    TimeKind.TRAVEL_HOME: Counting(
        whole=False,
        when_working=False,
        reason="Travel between home and work does not count.",
        authority=f"{_REGULATIONS}, reg. 34(1)",
    ),
    TimeKind.REST_BREAK: Counting(
        whole=False,
        when_working=False,
        reason="Rest breaks do not count.",
        authority=f"{_REGULATIONS}, reg. 35(3)",
    ),
    TimeKind.ABSENCE: Counting(
        whole=False,
        when_working=False,
        reason="Holiday, sickness and other absence do not count.",
        authority=f"{_REGULATIONS}, reg. 35(1)",
    ),
}


def how_it_counts(kind: TimeKind) -> Counting:
    """Return how a kind of time counts, with the reason and its authority.

    (National Minimum Wage Regulations 2015, reg. 30 to 35.)

    Example: a sleep-in counts only while awake to work.
    """
    return _COUNTING[kind]


def counted_minutes(kind: TimeKind, *, minutes: int, working_minutes: int = 0, place_to_sleep: bool = True) -> int:
    """Return the minutes of a shift, or of other time, that count for the minimum wage.

    A sleep-in counts by the minutes awake for the purpose of working; without a suitable place to sleep it counts
    in full. On call at home counts by the minutes of call-out. ``working_minutes`` is either.
    (National Minimum Wage Regulations 2015, reg. 30 to 35.)

    Example: a sleep-in of 9 hours with 40 minutes awake to work counts 40 minutes.
    """
    counting = _COUNTING[kind]
    if counting.whole or (kind is TimeKind.SLEEP_IN and not place_to_sleep):
        return minutes
    return min(working_minutes, minutes) if counting.when_working else 0


def travel_counts(*, from_assignment: bool, to_assignment: bool) -> bool:
    """Return whether a way counts: only from one assignment straight to another.

    Going home for a break in between makes two ways that do not count.
    (National Minimum Wage Regulations 2015, reg. 34.)

    Example: from the morning appointment home, and from home to the afternoon's: neither counts.
    """
    return from_assignment and to_assignment


def salaried_minutes(basic_minutes_a_year: int, frequency: Frequency) -> Fraction:
    """Return the minutes of salaried work in a pay period: the year's, shared evenly; not rounded.

    (National Minimum Wage Regulations 2015, reg. 21 to 23.)

    Example: 2,088 hours a year are 40.15 hours a week, and 1,800 are 150 a month.
    """
    return Fraction(basic_minutes_a_year, frequency.periods_a_year)
