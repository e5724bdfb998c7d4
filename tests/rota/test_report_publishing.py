"""What is handed out: the rota for the wall, one PA's, the file for a phone, and My week."""

from dataclasses import replace
from datetime import UTC, date, timedelta
from io import BytesIO

import pikepdf
import pytest
from ical.calendar_stream import IcsCalendarStream
from ical.event import EventStatus
from PIL import Image
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from pa_manager.assistants.model import ShiftKind
from pa_manager.assistants.operations import keep_photo
from pa_manager.file.migrations import migrate
from pa_manager.rota.model import AbsenceKind, Away, NotPublished, ShiftPlan
from pa_manager.rota.operations import (
    calendar_of,
    change_shift,
    find_shift,
    plan_shift,
    print_my_week,
    print_own,
    print_wall,
    publish,
    record_absence,
    remove_shift,
)
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period
from tests.conftest import NOW, TODAY
from tests.paper.reading import elements, text_of, unmarked
from tests.rota.household import ADA, MONDAY, NEXT_WEEK, SAM, WEEK, engage_two, plan

TWO_WEEKS = Period(WEEK.first, NEXT_WEEK.last)


@pytest.fixture
def runner(runner):
    engage_two(runner)
    plan(runner, MONDAY, "9-1", ADA, note="Insulin at 9", reason="Fine by me")
    plan(runner, MONDAY, "10pm-7am", SAM, kind=ShiftKind.SLEEP_IN)
    return runner


def publish_all(runner, at=NOW):
    runner.run(publish, days=TWO_WEEKS, at=at)


def change(runner, number, **parts):
    runner.run(change_shift, shift_id=number, plan=replace(runner.read(find_shift, number), **parts))


# for the phone


def exported(runner, days=WEEK, assistant_id=ADA):
    content = runner.read(calendar_of, assistant_id=assistant_id, days=days).decode()
    return {event.uid: event for event in IcsCalendarStream.calendar_from_ics(content).events}


def synced(phone, file):
    """Bring a phone's calendar up to date as RFC 5546 has it: the same name and a higher number replaces."""
    for uid, event in file.items():
        if uid not in phone or event.sequence > phone[uid].sequence:
            phone[uid] = event
    return {event.dtstart.isoformat() for event in phone.values() if event.status != EventStatus.CANCELLED}


def test_another_library_reads_the_file(runner):
    publish_all(runner)
    (event,) = exported(runner).values()
    assert event.summary == "Work as a PA"
    assert (event.dtstart.isoformat(), event.dtend.isoformat()) == (
        "2026-05-18T09:00:00+01:00",
        "2026-05-18T13:00:00+01:00",
    )
    assert event.status == EventStatus.CONFIRMED
    (night,) = exported(runner, assistant_id=SAM).values()
    assert night.summary == "Work as a PA (sleep-in)"


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 28), 8), (date(2026, 10, 24), 10), (MONDAY, 9)])
def test_a_night_over_which_the_clocks_change_has_its_real_length(runner, day, hours):
    plan(runner, day, "10pm-7am", ADA)
    days = Period(day, day)
    runner.run(publish, days=days, at=NOW)
    event = max(exported(runner, days).values(), key=lambda each: each.dtstart)
    assert event.dtend.astimezone(UTC) - event.dtstart.astimezone(UTC) == timedelta(hours=hours)


def test_a_second_file_brings_a_phone_up_to_date(runner):
    plan(runner, date(2026, 5, 20), "9-1", ADA)
    plan(runner, date(2026, 5, 22), "9-1", ADA)
    publish_all(runner)
    phone = {}
    assert len(synced(phone, exported(runner))) == 3
    change(runner, 1, span=span_from_text("10-2"))
    runner.run(remove_shift, shift_id=3)
    change(runner, 4, day=NEXT_WEEK.first)
    publish_all(runner)
    second = exported(runner)
    assert set(second) == set(phone)
    assert synced(phone, second) == {"2026-05-18T10:00:00+01:00", "2026-05-25T09:00:00+01:00"}
    (off,) = (event for event in second.values() if event.status == EventStatus.CANCELLED)
    assert off.summary == "Off: Work as a PA"


def test_numbers_rise_even_after_an_undo(runner):
    publish_all(runner)
    change(runner, 1, span=span_from_text("10-2"))
    publish_all(runner)
    (second,) = exported(runner).values()
    runner.undo()
    publish_all(runner)
    (third,) = exported(runner).values()
    assert third.uid == second.uid
    assert third.sequence > second.sequence


def test_two_files_never_share_a_name():
    names = set()
    for _ in range(2):
        engine = create_engine("sqlite://", poolclass=StaticPool)
        migrate(engine)
        with engine.connect() as database:
            names.add(database.exec_driver_sql("SELECT name FROM calendar_name").scalar_one())
    assert len(names) == 2


def test_nothing_of_health_or_notes_leaves_the_house(runner):
    publish_all(runner)
    papers = text_of(runner.read(print_wall, days=WEEK, on=TODAY))
    papers += text_of(runner.read(print_own, assistant_id=ADA, days=WEEK, on=TODAY))
    papers += runner.read(calendar_of, assistant_id=ADA, days=WEEK).decode()
    assert "Insulin" not in papers
    assert "Fine by me" not in papers
    assert "£" not in papers


def test_the_wall_says_who_is_away_and_never_why(runner):
    runner.run(publish, days=WEEK, at=NOW)
    away = Away(assistant_id=SAM, kind=AbsenceKind.SICKNESS, days=Period(MONDAY, MONDAY), note="Back pain")
    runner.run(record_absence, away=away)
    wall = text_of(runner.read(print_wall, days=WEEK, on=TODAY))
    assert wall.count("Away") == 1
    assert not any(word in wall for word in ("sick", "Sick", "Back pain"))


# on paper


def sizes(pdf):
    return [tuple(round(float(side)) for side in page.mediabox[2:]) for page in pikepdf.open(BytesIO(pdf)).pages]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(("wide", "size"), [(False, (842, 595)), (True, (1191, 842))])
def test_the_wall_has_a_week_to_a_page(runner, wide, size, large):
    plan(runner, NEXT_WEEK.first, "9-1", ADA)
    publish_all(runner)
    pdf = runner.read(print_wall, days=TWO_WEEKS, on=TODAY, wide=wide, large=large)
    assert sizes(pdf) == [size, size]
    assert not unmarked(pdf)
    first, second = text_of(pdf).split("\f")
    assert "Who comes, 18 to 24 May 2026" in first.replace("\n", " ")
    assert "sleep-in" in first.replace("\n", " ")
    assert "Sam" not in second


def test_the_wall_shows_what_was_published_and_who_else_comes(runner):
    publish_all(runner)
    change(runner, 1, span=span_from_text("10-2"))
    runner.run(plan_shift, plan=ShiftPlan(day=MONDAY, span=span_from_text("14-16"), covered_by="Mum"))
    plan(runner, MONDAY, "17-18")
    words = text_of(runner.read(print_wall, days=Period(MONDAY, date(2026, 5, 20)), on=TODAY))
    assert "9am to 1pm" in words
    assert "10am" not in words
    assert "Mum" in words
    assert "Nobody yet" in words
    heads = [
        " ".join(each.text.split())
        for each in elements(runner.read(print_wall, days=WEEK, on=TODAY))
        if each.name == "TH"
    ]
    assert "Mon 18 May" in heads


def test_a_wall_without_shifts_is_refused_and_an_empty_week_says_so(runner):
    with pytest.raises(NotPublished):
        runner.read(print_wall, days=WEEK, on=TODAY)
    publish_all(runner)
    assert "Nobody comes in this week." in text_of(runner.read(print_wall, days=TWO_WEEKS, on=TODAY))


def test_one_pa_has_their_own(runner):
    publish_all(runner)
    for large in (False, True):
        words = text_of(runner.read(print_own, assistant_id=ADA, days=WEEK, on=TODAY, large=large))
        assert "Monday 18 May" in words
        assert "Sam" not in words


def test_photos_that_are_kept_are_on_the_wall_and_on_my_week(runner):
    out = BytesIO()
    Image.new("RGB", (60, 80), "teal").save(out, "JPEG")
    runner.run(keep_photo, assistant_id=ADA, content=out.getvalue())
    plan(runner, TODAY, "9-1", ADA)
    publish_all(runner)
    for pdf in (
        runner.read(print_wall, days=WEEK, on=TODAY),
        runner.read(print_my_week, now=NOW.replace(hour=5)),
    ):
        assert [each.said for each in elements(pdf) if each.name == "Figure"] == ["Photo of Ada Okonkwo"]


def test_my_week_is_one_page_however_many_come(runner):
    assert "Nobody comes today." in text_of(runner.read(print_my_week, now=NOW.replace(hour=5)))
    for number in range(7):
        for span in ("7-3", "8-4", "15-23", "16-23", "23-7", "22-8"):
            plan(runner, TODAY + timedelta(days=number), span, ADA)
    plan(runner, TODAY, "9-1")
    pdf = runner.read(print_my_week, now=NOW.replace(hour=5))
    assert sizes(pdf) == [(595, 842)]
    words = text_of(pdf).replace("\n", " ")
    assert "Today, Thursday 21 May" in words
    assert "Somebody is missing." in words
