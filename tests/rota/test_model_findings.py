"""What a shift asks of whoever does it, and what the law and the plan say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pa_manager.assistants.model import (
    Assistant,
    Availability,
    AvailabilityId,
    Check,
    CheckId,
    CheckKind,
    ShiftKind,
    Weekday,
    Willing,
)
from pa_manager.rota.model import (
    RotaSums,
    Shift,
    ShiftId,
    Stint,
    SumKind,
    SumLine,
    beyond_plan,
    long_weeks,
    need_findings,
    rest_findings,
)
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period
from pa_manager.values.money import Money
from tests.rota.household import ADA, MONDAY, SAM, WEEK

PERHAPS = "This may not apply in a private home; ask for advice."
ANN = Assistant(id=ADA, name="Ada Okonkwo", known_as="Ada", started_on=date(2025, 1, 6), periods_from=MONDAY)
BEN = replace(ANN, id=SAM, name="Sam Tremaine", known_as="Sam")
TUESDAY = MONDAY + timedelta(days=1)


def shift(number, span="9-1", assistant_id=ADA, day=MONDAY, **more):
    return Shift(id=ShiftId(number), day=day, span=span_from_text(span), assistant_id=assistant_id, **more)


def check(number, kind, words="", ends_on=None, done_on=date(2025, 1, 6)):
    return Check(id=CheckId(number), assistant_id=ADA, kind=kind, words=words, ends_on=ends_on, done_on=done_on)


def told(*shifts, ann=ANN, checks=()):
    return need_findings(shifts, assistants={ADA: ann, SAM: BEN}, checks={ADA: checks})


@pytest.mark.parametrize(
    ("willing", "said"),
    [
        (Willing.CANNOT, "Ada said: cannot work on Monday, 9am to 3pm (college)."),
        (Willing.RATHER_NOT, "Ada said: would rather not work on Monday, 9am to 3pm (college)."),
        (Willing.WOULD_LIKE, None),
    ],
)
def test_hours_somebody_said_they_cannot_work(willing, said):
    entry = Availability(
        id=AvailabilityId(1),
        willing=willing,
        weekdays=(Weekday.MONDAY,),
        span=span_from_text("9-3"),
        first=date(2026, 1, 1),
        note="college",
    )
    known = told(shift(1), shift(2, day=TUESDAY), ann=replace(ANN, availability=(entry,)))
    assert known == ({} if said is None else {1: (said,)})


def test_a_check_that_has_ended_is_told_unless_a_later_one_took_its_place():
    ended = check(1, CheckKind.DBS, ends_on=date(2026, 5, 17))
    assert told(shift(1), checks=[ended]) == {1: ("Ada: DBS check ended on 17 May 2026. See a new one.",)}
    assert told(shift(1), checks=[ended, check(2, CheckKind.DBS)]) == {}
    assert told(shift(1), checks=[check(2, CheckKind.DBS), ended]) == {}
    assert told(shift(1), checks=[replace(ended, ends_on=MONDAY)]) == {}
    assert told(shift(1), checks=[check(1, CheckKind.REFERENCE, ends_on=date(2026, 1, 1))]) == {}


def test_a_shift_that_needs_a_skill():
    bath = shift(1, needs="Hoist, driving")
    nothing = "This shift needs {}, and nothing is noted of it for Ada."
    assert told(bath) == {1: (nothing.format("Hoist"), nothing.format("driving"))}
    hoist, licence = check(1, CheckKind.SKILL, "Using the hoist"), check(2, CheckKind.DRIVING_LICENCE)
    assert told(bath, checks=[hoist, licence]) == {}
    assert told(bath, checks=[replace(hoist, done_on=None), licence]) == {1: (nothing.format("Hoist"),)}
    old = check(1, CheckKind.TRAINING, "hoist", ends_on=date(2026, 5, 1))
    assert told(bath, checks=[old, licence])[1][0] == (
        "Ada: Training: hoist ended on 1 May 2026. It wants doing again."
    )
    assert told(replace(bath, assistant_id=None)) == {}


def test_a_shift_that_needs_two():
    bath = shift(1, people=2)
    assert told(bath) == {1: ("2 people are needed at once; from 9am there is 1.",)}
    assert told(bath, shift(2, "8-11", SAM)) == {1: ("2 people are needed at once; from 11am there is 1.",)}
    assert told(bath, shift(2, "8-11", SAM), shift(3, "11-1", None, covered_by="Rowena")) == {}
    assert told(bath, shift(2, "9-1", None)) == told(bath)
    assert told(bath, shift(2, "9-1", SAM, kind=ShiftKind.ON_CALL)) == told(bath)
    assert told(bath, shift(2, "9-1")) == told(bath)
    assert told(shift(1, assistant_id=None, people=2)) == {}


def test_somebody_under_18_has_longer_rest_and_shorter_days():
    young = replace(ANN, born_on=TUESDAY.replace(year=2008))
    shifts = [shift(1, "8am-5pm", day=MONDAY), shift(2, "4am-8am", day=TUESDAY)]
    known = rest_findings(shifts, assistants={ADA: young})
    assert known[1] == (
        "Ada: This work of 9:00 hours, under 18, needs a break of at least 30 minutes.",
        f"Ada: Under 18 it is 8 hours a day, and there are 9:00 hours on 18 May 2026. {PERHAPS}",
    )
    assert 2 not in known


def test_who_agreed_to_long_weeks_is_left_out():
    weeks = Period(MONDAY - timedelta(weeks=16), WEEK.last)
    fifty = [Stint(ADA, weeks.first + timedelta(weeks=week), 50 * 60) for week in range(17)]
    assert long_weeks(fifty, assistants={ADA: ANN}, weeks=weeks, opted_out={ADA}) == {}


def test_more_than_the_plan_sets_aside_is_told_of_the_last_shift():
    swim = SumLine(kind=SumKind.OUTCOME, name="2. Swim", number=2, cost=Money(134_48), agreed=Money(120_00))
    sums = RotaSums(days=WEEK, lines=(swim,), total=swim)
    shifts = [shift(2, outcome_id=2, day=TUESDAY), shift(1, outcome_id=2), shift(3, outcome_id=1, day=WEEK.last)]
    assert beyond_plan(sums, shifts) == {
        2: ("Outcome 2 comes to £134.48 in the week from Mon 18 May, £14.48 more than the plan sets aside.",)
    }
    within = replace(swim, agreed=Money(140_00))
    assert beyond_plan(RotaSums(days=WEEK, lines=(within,), total=within), shifts) == {}
    assert beyond_plan(sums, shifts[2:]) == {}


def test_more_hours_than_the_plan_agrees_are_told_too():
    swim = SumLine(kind=SumKind.OUTCOME, name="2. Swim", number=2, minutes=630, agreed_minutes=600)
    assert beyond_plan(RotaSums(days=WEEK, lines=(swim,), total=swim), [shift(1, outcome_id=2)]) == {
        1: ("Outcome 2 comes to 10:30 hours in the week from Mon 18 May, 0:30 more than the plan agrees.",)
    }
