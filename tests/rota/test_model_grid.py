"""The rota as a grid."""

from dataclasses import replace
from datetime import timedelta

from pa_manager.assistants.model import Assistant, ShiftKind
from pa_manager.rota.model import (
    Absence,
    AbsenceId,
    AbsenceKind,
    AbsenceLine,
    Pattern,
    PatternId,
    Shift,
    ShiftId,
    ShiftLine,
    Slot,
    SlotId,
    Who,
    cell_said,
    grid_of,
    laying,
)
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period
from tests.rota.household import ADA, MONDAY, SAM, WEEK

PEOPLE = [
    Assistant(id=number, name=name, started_on=MONDAY, periods_from=MONDAY)
    for number, name in ((ADA, "Ada Okonkwo"), (SAM, "Sam Tremaine"))
]


def line(number, days, span, assistant_id=None, *, findings=(), **more):
    day = MONDAY + timedelta(days=days)
    shift = Shift(id=ShiftId(number), day=day, span=span_from_text(span), assistant_id=assistant_id, **more)
    return ShiftLine(shift, "Somebody", findings=findings)


def test_people_down_days_across_gaps_on_top():
    night = line(1, -1, "10pm-7am", SAM, kind=ShiftKind.SLEEP_IN)
    lines = [
        night,
        line(2, 0, "10pm-7am", SAM, kind=ShiftKind.SLEEP_IN),
        line(3, 0, "9-5", SAM, kind=ShiftKind.ON_CALL),
        line(4, 1, "9-1"),
        line(5, 6, "9-1", covered_by="Rowena"),
        line(6, 2, "8pm-midnight", SAM, reason="Choir", findings=("Sam is away.",)),
    ]
    away = AbsenceLine(
        Absence(id=AbsenceId(1), assistant_id=ADA, kind=AbsenceKind.HOLIDAY, days=Period(MONDAY, MONDAY)), "Ada Okonkwo"
    )
    grid = grid_of(lines, [away], days=WEEK, assistants=PEOPLE)
    assert [(row.name, row.hours) for row in grid.rows] == [
        ("Nobody yet", "1 gap"),
        ("Ada Okonkwo", "0:00 hours"),
        ("Sam Tremaine", "4:00 hours, 1 sleep-in, 1 on call"),
        ("Rowena", "4:00 hours"),
    ]
    sam = grid.row(0, Who(SAM))
    assert [cell_said(sam, sam.cells[number]) for number in (0, 1, 2, 3)] == [
        (
            "Sam Tremaine, Monday 18 May 2026, until 7am from the night before,"
            " 10pm to 7am, Sleep-in, 9:00 hours, 9am to 5pm, On call, 8:00 hours"
        ),
        "Sam Tremaine, Tuesday 19 May 2026, until 7am from the night before",
        "Sam Tremaine, Wednesday 20 May 2026, 8pm to midnight, Day, 4:00 hours, Sam is away, you noted: Choir",
        "Sam Tremaine, Thursday 21 May 2026, nothing planned",
    ]
    ada = grid.row(0, Who(ADA))
    assert cell_said(ada, ada.cells[0]) == "Ada Okonkwo, Monday 18 May 2026, on holiday"
    assert [line.shift.id for line in grid.lines] == [2, 3, 4, 5, 6]
    assert grid.row(1, Who(ADA)) is None
    assert grid.place_of(WEEK.last) == (0, 6)


def test_what_the_pattern_has_changed_since_is_changed_when_it_is_laid():
    slot = Slot(id=SlotId(1), day_number=0, span=span_from_text("9-2"), assistant_id=ADA)
    pattern = Pattern(id=PatternId(1), name="P", weeks=1, first=MONDAY, slots=(slot,))
    people = {each.id: each for each in PEOPLE}
    made = line(1, 0, "9-1", ADA, slot_id=SlotId(1), slot_day=MONDAY).shift
    own = line(2, 7, "9-1", ADA, slot_id=SlotId(1), slot_day=MONDAY + timedelta(days=7), by_hand=True).shift
    preview = laying(pattern, Period(MONDAY, MONDAY + timedelta(days=13)), shifts=[made, own], assistants=people)
    assert [(shift.id, str(plan.span)) for shift, plan in preview.changed] == [(1, "9am to 2pm")]
    assert preview.sentence == "0 shifts are added, 1 is changed, 1 is left as it is."
    assert [(line.what, line.who, line.why) for line in preview.lines] == [
        ("Changed", "Ada Okonkwo", "It was 9am to 1pm."),
        ("Left", "Ada Okonkwo", "You changed it by hand."),
    ]


def test_all_that_a_laid_pattern_changes_is_named():
    slot = Slot(id=SlotId(1), day_number=0, span=span_from_text("9-2"), assistant_id=ADA)
    gap = Slot(id=SlotId(2), day_number=1, span=span_from_text("9-2"), assistant_id=ADA)
    pattern = Pattern(id=PatternId(1), name="P", weeks=1, first=MONDAY, slots=(slot, gap))
    gone = [replace(PEOPLE[0], left_on=MONDAY), PEOPLE[1]]
    made = line(1, 1, "9-2", SAM, kind=ShiftKind.TRAINING, slot_id=SlotId(1), slot_day=MONDAY).shift
    preview = laying(pattern, WEEK, shifts=[made], assistants={each.id: each for each in gone})
    assert [(line.what, line.who, line.why) for line in preview.lines] == [
        ("Changed", "Ada Okonkwo", "It was Tue 19 May, Sam Tremaine, Training."),
        ("Added", "Nobody yet", "Whose shift it is does not work then: it is a gap."),
    ]


def test_a_shift_that_was_there_before_and_is_the_same_is_left_once():
    slot = Slot(id=SlotId(1), day_number=0, span=span_from_text("9-2"), assistant_id=ADA)
    pattern = Pattern(id=PatternId(1), name="P", weeks=1, first=MONDAY, slots=(slot,))
    people = {each.id: each for each in PEOPLE}
    same, other = line(1, 0, "9-2", ADA).shift, line(2, 7, "9-1", ADA).shift
    fortnight = Period(MONDAY, MONDAY + timedelta(days=13))
    preview = laying(pattern, fortnight, shifts=[same, other], assistants=people)
    assert [plan.day for _slot, plan in preview.added] == [MONDAY + timedelta(days=7)]
    assert (preview.changed, preview.left) == ((), 1)
