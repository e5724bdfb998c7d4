"""What a shift needs: skills, and how many people."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pa_manager.rota.model import NobodyNeeded, Shift, ShiftId, slots_from
from pa_manager.values.clock import span_from_text
from tests.rota.household import ADA, MONDAY

BATH = Shift(
    id=ShiftId(1), day=MONDAY, span=span_from_text("9-1"), assistant_id=ADA, needs=" Hoist, driving,", people=2
)


def test_skills_are_told_one_by_one():
    assert BATH.skills == ("Hoist", "driving")
    assert replace(BATH, needs="").skills == ()


def test_a_shift_needs_somebody():
    with pytest.raises(NobodyNeeded):
        replace(BATH, people=0)


def test_what_it_needs_goes_wherever_it_is_copied():
    later = MONDAY + timedelta(days=7)
    ((_, slot),) = slots_from([BATH], MONDAY)
    slot = replace(slot, assistant_id=None)
    for plan in (BATH.copied_to(later, None), BATH.changed_to(BATH), slot.plan_on(later, {})):
        assert (plan.needs, plan.people) == (BATH.needs, 2)
