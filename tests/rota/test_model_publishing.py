"""What each PA was told of the rota, and what is news to them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import ShiftKind
from pa_manager.rota.model import (
    Notice,
    PersonTold,
    Publication,
    Publishing,
    PublishingLine,
    Shift,
    ShiftId,
    Standing,
    Told,
    ToldBy,
    as_published,
    differences,
    notices_of,
    standings,
)
from pa_manager.values.clock import span_from_text
from tests.rota.household import ADA, MONDAY, SAM, WEEK

MORNING, LATER = span_from_text("9-1"), span_from_text("10-2")
TOLD = Told(ADA, ToldBy.MESSAGE, datetime(2026, 5, 17, 18, tzinfo=UTC))


def shift(number=1, assistant_id=ADA, day=MONDAY, span=MORNING, **more):
    return Shift(id=ShiftId(number), day=day, span=span, assistant_id=assistant_id, **more)


def told(*shifts, revision=1):
    return tuple(replace(each, revision=revision) for each in notices_of(shifts))


def sentences(before, now):
    return [each.sentence for each in differences(before, now)]


def test_what_is_news_is_said_in_words():
    night = shift(2, SAM, MONDAY, span_from_text("10pm-7am"), kind=ShiftKind.SLEEP_IN)
    assert sentences((), notices_of([shift(), night])) == [
        "New: Monday 18 May, 9am to 1pm.",
        "New: Monday 18 May, 10pm to 7am, sleep-in.",
    ]
    assert sentences(told(shift()), notices_of([shift(span=LATER)])) == [
        "Changed: Monday 18 May, 9am to 1pm, is now 10am to 2pm."
    ]
    assert sentences(told(shift()), notices_of([shift(day=date(2026, 5, 19))])) == [
        "Changed: Monday 18 May, 9am to 1pm, is now Tuesday 19 May, 9am to 1pm."
    ]
    assert sentences(told(shift()), ()) == ["Off: Monday 18 May, 9am to 1pm."]


def test_a_shift_given_to_another_is_off_for_one_and_new_for_the_other():
    assert [(each.notice.assistant_id, each.standing) for each in differences(told(shift()), told(shift(1, SAM)))] == [
        (ADA, Standing.OFF),
        (SAM, Standing.NEW),
    ]


def test_what_is_off_is_told_once_and_is_new_when_it_is_back():
    (off,) = differences(told(shift()), ())
    assert off.notice.off
    assert off.last_day == MONDAY
    assert not differences([off.notice], ())
    assert [each.standing for each in differences([off.notice], told(shift()))] == [Standing.NEW]


def test_nobody_is_told_of_gaps_notes_and_money():
    assert not notices_of([shift(assistant_id=None), shift(2, None, covered_by="Mum")])
    assert not differences(told(shift()), notices_of([shift(note="Insulin at 9", reason="Fine")]))


plans = st.lists(
    st.builds(
        shift,
        number=st.integers(1, 6),
        assistant_id=st.sampled_from([ADA, SAM, None]),
        day=st.integers(0, 6).map(lambda number: MONDAY + timedelta(days=number)),
        span=st.sampled_from([MORNING, LATER]),
    ),
    unique_by=lambda each: each.id,
)


@given(plans, plans)
def test_who_is_told_the_differences_knows_all(before, now):
    known = {each.key: each for each in notices_of(before)}
    known |= {each.notice.key: each.notice for each in differences(known.values(), notices_of(now))}
    assert not differences(known.values(), notices_of(now))
    assert {each.key for each in known.values() if not each.off} == {each.key for each in notices_of(now)}


def test_how_each_shift_stands():
    same, changed, new, left, gap = shift(1), shift(2, span=LATER), shift(3), shift(4, None), shift(5, None)
    was = told(shift(1), shift(2), shift(4))
    assert standings([same, changed, new, left, gap], was) == {
        1: Standing.PUBLISHED,
        2: Standing.CHANGED,
        3: Standing.NEW,
        4: Standing.CHANGED,
    }


def test_a_shift_is_worked_as_it_was_told():
    known = {each.key: each for each in told(shift())}
    assert as_published(shift(span=LATER, note="x"), known) == shift(note="x")
    for other in (shift(2, span=LATER), shift(1, SAM, span=LATER), shift(1, None)):
        assert as_published(other, known) == other
    off = {key: replace(each, off=True) for key, each in known.items()}
    assert as_published(shift(span=LATER), off) == shift(span=LATER)


def person(shifts=(), news=(), last=None):
    return PersonTold(assistant_id=ADA, name="Ada Okonkwo", shifts=shifts, news=news, last=last)


def test_the_message_says_what_is_news_or_else_all():
    known = told(shift(), shift(2, day=date(2026, 5, 20)))
    assert person(known).message(WEEK) == (
        "Hello Ada. These are your shifts from 18 to 24 May 2026:\n\nMonday 18 May: 9am to 1pm\n"
        "Wednesday 20 May: 9am to 1pm"
    )
    assert person(news=differences((), known[:1])).message(WEEK) == (
        "Hello Ada. These are your shifts:\n\nMonday 18 May: 9am to 1pm"
    )
    assert person(known, differences(known, known[:1]), TOLD).message(WEEK) == (
        "Hello Ada. There is news of your shifts:\n\nOff: Wednesday 20 May, 9am to 1pm.\n\n"
        "Everything else stays as it was."
    )
    monday = replace(WEEK, last=MONDAY)
    assert person().message(monday) == "Hello Ada. You have no shifts on 18 May 2026."


def test_how_it_stands_is_said():
    assert person().standing == "Nothing to tell"
    assert person(last=TOLD).standing == "Knows all of it"
    news = differences((), told(shift()))
    assert person(news=news).standing == "1 thing to tell"
    line = PublishingLine(
        publishing=Publishing(id=1, at=TOLD.at, days=WEEK, notices=1, concerned=(ADA, SAM), told=(TOLD,)),
        told=(f"Ada {TOLD.words}",),
        waiting=("Sam",),
    )
    assert line.standing == "Told: Ada by message, 17 May 2026. Not yet: Sam."


@pytest.mark.parametrize(
    ("unpublished", "people", "lead"),
    [
        (1, [], "1 shift is not published yet. Publish, then tell your PAs."),
        (2, [], "2 shifts are not published yet. Publish, then tell your PAs."),
        (0, [], "No PA is down for these days. Lay out the rota first."),
        (0, [person(told(shift()))], "All is published, and everybody has been told."),
        (0, [person(news=differences((), told(shift())))], "All is published. Not told yet: Ada Okonkwo."),
    ],
)
def test_the_lead_says_where_things_stand(unpublished, people, lead):
    (one,) = differences((), told(shift()))
    found = Publication(
        days=WEEK, unpublished=(("Ada Okonkwo", one),) * unpublished, people=tuple(people), publishings=()
    )
    assert found.lead == lead


def test_what_has_changed_is_said_to_be_unknown_to_them():
    off = differences(told(shift()), ())
    found = Publication(days=WEEK, unpublished=(("Ada Okonkwo", off[0]),), people=(), publishings=())
    assert found.lead == "1 thing is not published yet. Your PAs still know the rota as it was."
    two = replace(found, unpublished=found.unpublished * 2)
    assert two.lead == "2 things are not published yet. Your PAs still know the rota as it was."


def test_a_night_is_told_by_its_moments():
    night = Notice(
        shift_id=ShiftId(1),
        assistant_id=ADA,
        day=date(2026, 3, 28),
        span=span_from_text("10pm-7am"),
        kind=ShiftKind.WAKING_NIGHT,
    )
    assert (night.ends_at.astimezone(UTC) - night.starts_at.astimezone(UTC)).seconds == 8 * 3600
    assert night.words == "Saturday 28 March, 10pm to 7am, waking night"
