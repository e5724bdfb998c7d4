"""What became of each shift and when."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from pa_manager.rota.model import Logged, LogKind, LogLine, Shift, ShiftId, became, short_notice
from pa_manager.values.clock import span_from_text
from tests.rota.household import ADA, MONDAY, SAM

SHIFT = Shift(id=ShiftId(1), day=MONDAY, span=span_from_text("9-1"), assistant_id=ADA)
EARLY = datetime(2026, 5, 1, 9, tzinfo=UTC)
LATE = datetime(2026, 5, 16, 9, tzinfo=UTC)
LATER = replace(SHIFT, day=MONDAY + timedelta(days=3))


def kinds(before, after):
    return [(each.kind, each.assistant_id) for each in became(before, after, LATE)]


def test_what_is_logged():
    assert kinds(None, SHIFT) == [(LogKind.OFFERED, ADA)]
    assert kinds(SHIFT, replace(SHIFT, span=span_from_text("9-2"))) == [(LogKind.CHANGED, ADA)]
    assert kinds(SHIFT, replace(SHIFT, note="Bring the key")) == []
    assert kinds(SHIFT, replace(SHIFT, assistant_id=SAM)) == [(LogKind.CANCELLED, ADA), (LogKind.OFFERED, SAM)]
    assert kinds(SHIFT, None) == [(LogKind.CANCELLED, ADA)]
    assert kinds(SHIFT, SHIFT.left_open("off sick")) == []
    gap = replace(SHIFT, assistant_id=None)
    assert (kinds(None, gap), kinds(gap, None), kinds(gap, SHIFT)) == ([], [], [(LogKind.OFFERED, ADA)])
    assert kinds(SHIFT, gap) == [(LogKind.CANCELLED, ADA)]


def test_notice_counts_back_from_the_earlier_day():
    (moved,) = became(SHIFT, LATER, LATE)
    assert (moved.day, moved.notice_days, moved.notice) == (LATER.day, 2, "2 days before")
    assert LogLine(moved, "Ada Okonkwo").sentence == "Changed for Ada Okonkwo on 16 May 2026, 2 days before."
    assert LogLine(moved, "Ada Okonkwo").when == "Thu 21 May, 9am to 1pm"
    (offered,) = became(None, SHIFT, EARLY)
    assert LogLine(offered, "Ada Okonkwo").sentence == "Offered to Ada Okonkwo on 1 May 2026, 17 days before."


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 5, 16), "on the same day"),
        (date(2026, 5, 17), "1 day before"),
        (date(2026, 5, 9), "noted afterwards"),
    ],
)
def test_how_long_before_is_said_in_words(day, said):
    (offered,) = became(None, replace(SHIFT, day=day), LATE)
    assert offered.notice == said


def at(kind, moment, shift=SHIFT):
    return Logged(
        shift_id=shift.id,
        assistant_id=ADA,
        kind=kind,
        at=moment,
        day=shift.day,
        span=shift.span,
        counts_from=shift.day,
    )


def test_short_notice_is_of_changes_only():
    offered, changed = at(LogKind.OFFERED, EARLY), at(LogKind.CHANGED, LATE)
    (told,) = short_notice([changed, offered])[SHIFT.id]
    assert told.startswith("Its times were changed 2 days before. Rights to fair notice of shifts are due in 2027")
    assert short_notice([offered]) == {}
    assert short_notice([offered, at(LogKind.CHANGED, EARLY)]) == {}
    assert short_notice([at(LogKind.OFFERED, LATE), changed]) == {}
    assert short_notice([offered, at(LogKind.CHANGED, LATE + timedelta(days=9))]) == {}
    assert short_notice([offered, changed, at(LogKind.CANCELLED, LATE)]) == {}
    assert short_notice([offered, changed, at(LogKind.OFFERED, LATE + timedelta(hours=1))]) == {}
