"""Rest, breaks and the average week."""

from datetime import date, datetime

import pytest

from pa_manager.law.working_time import Rule, Spell, average_week_warning, rest_warnings
from pa_manager.values.clock import LONDON

EIGHTEEN = date(2026, 6, 15)


def spell(day: int, start: int, end_day: int, end: int) -> Spell:
    return Spell(datetime(2026, 6, day, start, tzinfo=LONDON), datetime(2026, 6, end_day, end, tzinfo=LONDON))


def rules(*spells: Spell) -> list[tuple[Rule, int]]:
    return [(warning.rule, warning.day.day) for warning in rest_warnings(spells)]


def test_rest_between_days_is_eleven_hours() -> None:
    assert rules(spell(1, 18, 1, 22), spell(2, 7, 2, 9)) == [(Rule.DAILY_REST, 2)]
    assert rules(spell(1, 18, 1, 22), spell(2, 9, 2, 11)) == []
    (warning,) = rest_warnings([spell(2, 7, 2, 9), spell(1, 18, 1, 22)])
    assert warning.sentence == "There are 9:00 hours of rest before this work. The law asks for 11:00."


def test_two_spells_of_one_day_need_no_rest_between() -> None:
    assert rules(spell(1, 8, 1, 10), spell(1, 12, 1, 14)) == []


def test_more_than_six_hours_need_a_break() -> None:
    assert rules(spell(1, 9, 1, 15)) == []
    assert rules(spell(1, 9, 1, 16)) == [(Rule.BREAK, 1)]


def test_a_week_needs_24_hours_without_work() -> None:
    every_day = [spell(day, 9, day, 12) for day in range(1, 8)]
    assert rules(*every_day) == [(Rule.WEEKLY_REST, 1)]
    assert rules(*every_day[:6]) == []
    assert rules(*every_day[:3], *every_day[4:]) == []
    assert rules(*every_day, spell(8, 9, 8, 12)) == [(Rule.WEEKLY_REST, 1)]


def test_work_at_the_same_time_is_no_rest() -> None:
    assert rules(spell(1, 9, 2, 9), spell(2, 8, 2, 10)) == [(Rule.BREAK, 1)]


@pytest.mark.parametrize(
    ("weeks", "opted_out", "warned"),
    [([3000] * 17, False, True), ([3000] * 17, True, False), ([2880] * 17, False, False), ([], False, False)],
)
def test_the_average_week(weeks: list[int], opted_out: bool, warned: bool) -> None:
    warning = average_week_warning(weeks, last_day=date(2026, 6, 7), opted_out=opted_out)
    assert (warning is not None) is warned
    if warning is not None:
        assert "50:00 hours" in warning.sentence


def test_only_the_last_seventeen_weeks_are_averaged() -> None:
    assert average_week_warning([9000] + [2800] * 17, last_day=date(2026, 6, 7)) is None


def young(*spells: Spell) -> list[tuple[Rule, int]]:
    return [(warning.rule, warning.day.day) for warning in rest_warnings(spells, adult_from=EIGHTEEN)]


def test_under_18_rest_is_twelve_hours_and_a_break_comes_after_four_and_a_half() -> None:
    assert young(spell(1, 18, 1, 21), spell(2, 8, 2, 10)) == [(Rule.DAILY_REST, 2)]
    assert young(spell(1, 18, 1, 21), spell(2, 9, 2, 11)) == []
    assert young(spell(1, 9, 1, 14)) == [(Rule.BREAK, 1)]
    assert young(spell(1, 9, 1, 13)) == []


def test_under_18_there_are_two_days_off_and_eight_hours_a_day() -> None:
    six_days = [spell(day, 9, day, 11) for day in range(1, 7)]
    assert young(*six_days) == [(Rule.WEEKLY_REST, 1)]
    assert young(*six_days[:5]) == []
    (_break, most) = rest_warnings([spell(1, 9, 1, 18)], adult_from=EIGHTEEN)
    assert most.rule is Rule.YOUNG_DAY
    assert most.sentence.startswith("Under 18 it is 8 hours a day, and there are 9:00 hours on 1 June 2026.")
    long = [spell(day, start, day, start + 4) for day in range(1, 6) for start in (8, 13)]
    assert young(*long) == []
    assert young(*long, spell(5, 18, 5, 19)) == [(Rule.YOUNG_WEEK, 1), (Rule.YOUNG_DAY, 5)]


@pytest.mark.parametrize(
    ("work", "warned"),
    [
        (spell(1, 19, 1, 22), False),
        (spell(1, 19, 1, 23), True),
        (spell(1, 22, 2, 1), True),
        (spell(1, 4, 1, 8), True),
        (spell(1, 6, 1, 10), False),
        (spell(15, 22, 16, 1), False),
    ],
)
def test_nobody_under_18_works_by_night(work: Spell, *, warned: bool) -> None:
    assert (Rule.YOUNG_NIGHT in dict(young(work))) is warned
