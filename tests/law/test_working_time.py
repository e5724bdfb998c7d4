"""Rest, breaks and the average week."""

from datetime import date, datetime

import pytest

from pa_manager.law.working_time import Rule, Spell, average_week_warning, rest_warnings
from pa_manager.values.clock import LONDON


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
