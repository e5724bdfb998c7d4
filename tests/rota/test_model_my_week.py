"""Who comes, in words."""

from datetime import date, datetime, time

import pytest

from pa_manager.assistants.model import ShiftKind
from pa_manager.rota.model import AbsenceKind, Away, Shift, ShiftId, my_week, span_in_words, time_in_words
from pa_manager.values.clock import LONDON, span_from_text
from pa_manager.values.days import Period
from tests.rota.household import ADA, SAM

TODAY, BEFORE, TOMORROW = date(2026, 5, 21), date(2026, 5, 20), date(2026, 5, 22)
NAMES = {ADA: "Ada Okonkwo", SAM: "Sam Tremaine"}


def shift(day, span, assistant_id=ADA, number=1, **more):
    return Shift(id=ShiftId(number), day=day, span=span_from_text(span), assistant_id=assistant_id, **more)


def week(*shifts, absences=(), hour=6):
    now = datetime(2026, 5, 21, hour, tzinfo=LONDON)
    return my_week(shifts, now=now, names=NAMES, absences=absences)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (time(9), "9 in the morning"),
        (time(13, 30), "half past 1 in the afternoon"),
        (time(17, 15), "quarter past 5 in the afternoon"),
        (time(17, 45), "quarter to 6 in the afternoon"),
        (time(11, 45), "quarter to noon"),
        (time(23, 45), "quarter to midnight"),
        (time(0), "midnight"),
        (time(0, 30), "half past 12 at night"),
        (time(12), "noon"),
        (time(12, 10), "12.10 in the afternoon"),
        (time(20, 5), "8.05 in the evening"),
        (time(22), "10 at night"),
        (time(3), "3 at night"),
    ],
)
def test_times_are_said_as_people_say_them(moment, words):
    assert time_in_words(moment) == words


def test_today_tomorrow_and_the_days_after():
    found = week(shift(TODAY, "9-1"), shift(TOMORROW, "10pm-7am", SAM, 2, kind=ShiftKind.SLEEP_IN))
    assert [day.heading for day in found.days[:3]] == [
        "Today, Thursday 21 May",
        "Tomorrow, Friday 22 May",
        "Saturday 23 May",
    ]
    assert len(found.days) == 7
    assert found.today == TODAY
    assert found.days[0].sentences == ("Ada Okonkwo comes from 9 in the morning until 1 in the afternoon.",)
    assert found.days[1].sentences == ("Sam Tremaine sleeps here from 10 at night until 7 in the morning.",)
    assert found.days[2].sentences == ("Nobody comes on this day.",)
    assert found.nobody == ""
    assert found.spoken.startswith("Today, Thursday 21 May. Ada Okonkwo comes from 9 in the morning")
    assert span_in_words(span_from_text("9-1")) == "from 9 in the morning until 1 in the afternoon"


def test_who_came_last_night_is_still_here_this_morning_only():
    found = week(shift(BEFORE, "10pm-7am", SAM), shift(BEFORE, "9-1"), shift(BEFORE, "8pm-midnight", ADA, 3))
    assert found.days[0].sentences == ("Sam Tremaine is here from last night until 7 in the morning.",)
    assert not week(shift(TODAY, "10pm-7am", SAM)).days[1].visits


def test_what_is_over_is_left_out():
    morning, night = shift(TODAY, "9-1"), shift(BEFORE, "10pm-7am", SAM, 2)
    assert week(morning, night, hour=8).days[0].sentences == (
        "Ada Okonkwo comes from 9 in the morning until 1 in the afternoon.",
    )
    after = week(morning, night, hour=13)
    assert after.days[0].sentences == ("Nobody else comes today.",)
    assert after.nobody == ""
    assert week(shift(TODAY, "9-1", None), hour=13).to_cover is None


def test_where_nobody_comes_it_says_so_and_what_to_do():
    empty = week()
    assert empty.days[0].sentences == ("Nobody comes today.",)
    assert empty.nobody.startswith("Nobody comes today. If you need somebody")
    assert empty.to_cover is None
    gap = week(shift(TODAY, "9-1"), shift(TOMORROW, "9-1", None, 2))
    assert gap.days[1].sentences == ("Nobody is down from 9 in the morning until 1 in the afternoon.",)
    assert gap.to_cover == 2
    assert gap.spoken.endswith("or ring the first on your call list.")


def test_others_who_cover_come_too():
    found = week(shift(TODAY, "9-1", None, covered_by="Mum"))
    assert found.days[0].sentences[0].startswith("Mum comes")
    assert found.to_cover is None


def test_who_is_away_is_not_counted_on_and_why_is_not_said():
    away = Away(assistant_id=ADA, kind=AbsenceKind.SICKNESS, days=Period(TODAY, TODAY))
    found = week(shift(TODAY, "9-1"), shift(TODAY, "2-4", SAM, 2), absences=[away])
    assert found.days[0].sentences[0] == (
        "Ada Okonkwo is down from 9 in the morning until 1 in the afternoon, but is away."
    )
    assert found.to_cover == 1
    assert "sick" not in found.spoken
