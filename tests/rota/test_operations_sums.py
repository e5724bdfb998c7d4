"""What some days of the rota come to, also while a shift is typed."""

from dataclasses import replace
from datetime import date

from pa_manager.assistants.model import Rate, ShiftKind, Terms
from pa_manager.assistants.operations import engage_assistant
from pa_manager.rota.model import ShiftPlan
from pa_manager.rota.operations import find_shift, read_sums
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period
from pa_manager.values.money import Money
from tests.rota.household import ADA, MONDAY, WEEK, engage_two, particulars, plan


def test_a_shift_that_is_typed_is_counted_and_not_kept(runner):
    engage_two(runner)
    plan(runner, MONDAY, "9-1", ADA)
    typed = ShiftPlan(day=MONDAY, span=span_from_text("2-4"), assistant_id=ADA)
    before = runner.read(read_sums, days=WEEK)
    assert (before.total.minutes, before.total.wages, before.total.cost) == (240, Money(52_80), Money(59_17))
    assert runner.read(read_sums, days=WEEK, drafts=[typed]).total.minutes == 360
    shift = runner.read(lambda work: find_shift(work, 1))
    changed = replace(shift, span=span_from_text("9-2"))
    assert runner.read(read_sums, days=WEEK, drafts=[changed]).total.minutes == 300
    assert runner.read(read_sums, days=WEEK) == before


def test_days_before_the_law_is_known_have_wages_alone(runner):
    first = date(2019, 4, 1)
    terms = Terms(from_day=first, rates=(Rate(kind=ShiftKind.DAY, per_hour=Money(10_00)),))
    runner.run(engage_assistant, particulars=replace(particulars("Ada Okonkwo"), started_on=first), terms=terms)
    plan(runner, first, "9-1", ADA)
    found = runner.read(read_sums, days=Period(first, date(2019, 4, 7)))
    assert (found.total.cost, found.knows_on_top) == (Money(40_00), False)
