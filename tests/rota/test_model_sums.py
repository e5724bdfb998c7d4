"""What some days of the rota come to."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import Assistant, Rate, RateDay, ShiftKind, Terms
from pa_manager.funding.model import FunderKind, Schedule, Stream, StreamId, WeeklyAmount
from pa_manager.law.dated import FigureNotKnown
from pa_manager.plan.model import Outcome, OutcomeId, PlanLine, PlanLineId
from pa_manager.rota.model import (
    Agreed,
    Shift,
    ShiftId,
    ShiftPlan,
    SumKind,
    SumLine,
    on_top,
    sums_of,
    with_drafts,
)
from pa_manager.values.clock import span_from_text
from pa_manager.values.days import Period
from pa_manager.values.money import Money, total
from tests.rota.household import ADA, MONDAY, SAM, WEEK

COUNCIL, SWIM = StreamId(1), OutcomeId(1)
RATES = (
    Rate(kind=ShiftKind.DAY, per_hour=Money(13_20)),
    Rate(kind=ShiftKind.SLEEP_IN, per_shift=Money(60_00), per_hour=Money(13_20)),
)
ANN = Assistant(
    id=ADA,
    name="Ada Okonkwo",
    started_on=date(2025, 4, 7),
    periods_from=date(2026, 3, 30),
    terms=(Terms(from_day=date(2025, 4, 7), weekly_minutes=8 * 60, rates=RATES),),
)
BEN = replace(ANN, id=SAM, name="Sam Tremaine", terms=())
BOTH = {ADA: ANN, SAM: BEN}
STREAM = Stream(
    id=COUNCIL,
    funder="Midshire",
    kind=FunderKind.COUNCIL,
    name="",
    reference="",
    schedule=Schedule.WEEKLY,
    in_advance=True,
    first_payment_on=MONDAY,
    first=date(2025, 4, 7),
    last=None,
    keep_weeks=None,
    amounts=(WeeklyAmount(date(2025, 4, 7), Money(140_00)),),
    contributions=(),
)
OUTCOME = Outcome(id=SWIM, number=1, words="Swim", measure="", first=MONDAY, last=None, review_on=None)
LINE = PlanLine(
    id=PlanLineId(1),
    words="A PA",
    outcome_id=SWIM,
    stream_name="",
    weekly=Money(35_00),
    one_off=None,
    may_not="",
    agreed_by="",
    agreed_on=None,
)
ALL = Agreed(assistants=BOTH, streams=(STREAM,), outcomes=(OUTCOME,), plan_lines=(LINE,))


def shift(number, times="9-1", assistant_id=ADA, **more):
    return Shift(
        id=ShiftId(number),
        day=more.pop("day", MONDAY),
        span=span_from_text(times),
        assistant_id=assistant_id,
        **more,
    )


def summed(*shifts, days=WEEK, agreed=ALL, loading=None):
    return sums_of(shifts, days=days, agreed=agreed, loading=loading or {})


def lines(found, kind):
    return {line.name: line for line in found.lines if line.kind is kind}


def test_hours_and_cost_stand_by_pa_by_money_and_by_outcome():
    found = summed(
        shift(1, stream_id=COUNCIL, outcome_id=SWIM),
        shift(2, "10pm-7am", kind=ShiftKind.SLEEP_IN, stream_id=COUNCIL),
        loading={ADA: Fraction(1, 10)},
    )
    ada = lines(found, SumKind.ASSISTANT)["Ada Okonkwo"]
    assert (ada.hours, ada.wages, ada.cost) == ("4:00 of 8:00, 1 sleep-in", Money(112_80), Money(124_08))
    council = lines(found, SumKind.STREAM)["Midshire"]
    assert (council.cost, council.agreed, council.standing) == (Money(124_08), Money(140_00), "£15.92 left")
    swim = lines(found, SumKind.OUTCOME)["1. Swim"]
    assert (swim.hours, swim.standing, swim.is_over) == ("4:00", "£23.08 more than agreed", True)
    assert lines(found, SumKind.OUTCOME)["None in particular"].hours == "1 sleep-in"
    assert found.sentence == (
        "4:00 hours cost £124.08: £112.80 of wages, £11.28 on top. £15.92 left of £140.00 for these days."
    )
    assert found.not_counted == ""


def test_a_shift_that_names_no_money_is_paid_by_what_the_terms_name():
    terms = replace(ANN.terms[0], stream_id=COUNCIL)
    agreed = replace(ALL, assistants={**BOTH, ADA: replace(ANN, terms=(terms,))})
    found = lines(
        summed(shift(1), shift(2, assistant_id=SAM), shift(3, assistant_id=None), agreed=agreed), SumKind.STREAM
    )
    assert (found["Midshire"].hours, found["Not said"].hours) == ("4:00", "8:00")


def test_what_the_cost_leaves_out_is_said():
    found = summed(shift(1, assistant_id=None), shift(2, assistant_id=None, covered_by="Rowena"), shift(3, "2-4", SAM))
    assert found.not_counted == (
        "The cost leaves out shifts: 1 that nobody has yet, 1 done by somebody who is not a PA,"
        " 1 without a rate in the terms."
    )
    assert lines(found, SumKind.STREAM)["Not said"].minutes == 600
    unknown = sums_of((), days=WEEK, agreed=Agreed(assistants={}), loading=None)
    assert unknown.not_counted == "What comes on top of wages is not known for these days."
    assert (unknown.sentence, unknown.lines) == ("0:00 hours cost £0.00.", ())


def test_money_and_hours_by_the_week_are_spread_over_its_days():
    found = summed(days=Period(MONDAY, MONDAY + timedelta(days=2)))
    assert lines(found, SumKind.STREAM)["Midshire"].agreed == Money(60_00)
    assert lines(found, SumKind.OUTCOME)["1. Swim"].agreed == Money(15_00)
    assert lines(found, SumKind.ASSISTANT)["Ada Okonkwo"].agreed_minutes == 206
    before = Period(MONDAY - timedelta(days=2), MONDAY)
    assert lines(summed(days=before), SumKind.OUTCOME)["1. Swim"].agreed == Money(5_00)


def test_money_and_outcomes_that_have_nothing_to_do_with_the_days_are_left_out():
    ended = replace(STREAM, last=date(2026, 1, 1))
    agreed = Agreed(assistants=BOTH, streams=(ended,), outcomes=(OUTCOME,))
    assert [line.name for line in summed(agreed=agreed).lines] == ["Ada Okonkwo"]


def test_hours_of_an_outcome_stand_beside_those_of_the_plan():
    agreed = Agreed(assistants=BOTH, outcomes=(replace(OUTCOME, weekly_minutes=3 * 60),))
    swim = lines(summed(shift(1, outcome_id=SWIM), agreed=agreed), SumKind.OUTCOME)["1. Swim"]
    assert (swim.hours, swim.standing, swim.agreed) == ("4:00 of 3:00", "1:00 hours more than agreed", None)
    (none,) = lines(summed(agreed=agreed, days=Period(MONDAY - timedelta(days=6), MONDAY)), SumKind.OUTCOME).values()
    assert none.hours == "0:00 of 0:26"  # it stands on one day of the seven


def test_a_night_is_paid_at_the_rates_of_both_its_days():
    """10pm to 7am on 24 October: 2 hours on Saturday at £13.20, and 8 on Sunday, when the clocks go back, at £20.00."""
    sunday = Rate(kind=ShiftKind.DAY, per_hour=Money(20_00), on=RateDay.SUNDAY)
    ann = replace(ANN, terms=(replace(ANN.terms[0], rates=(*RATES, sunday)),))
    night = shift(1, "10pm-7am", day=date(2026, 10, 24), kind=ShiftKind.WAKING_NIGHT)
    days = Period(date(2026, 10, 19), date(2026, 10, 25))
    found = summed(night, days=days, agreed=Agreed(assistants={ADA: ann}))
    assert found.total.wages == Money(2 * 13_20 + 8 * 20_00)


def test_more_hours_than_agreed_are_said():
    line = SumLine(kind=SumKind.ASSISTANT, name="Ada", minutes=630, agreed_minutes=600, on_calls=2)
    assert (line.hours, line.standing, line.is_over) == (
        "10:30 of 10:00, 2 on call",
        "0:30 hours more than agreed",
        True,
    )
    assert not replace(line, minutes=600).is_over
    assert replace(line, kind=SumKind.STREAM, sleep_ins=2).hours == "10:30 of 10:00, 2 sleep-ins, 2 on call"


def test_what_is_being_typed_counts_as_if_it_were_kept():
    kept = (shift(1), shift(2, day=MONDAY + timedelta(days=1)))
    typed = ShiftPlan(day=MONDAY, span=span_from_text("2-3"))
    longer = replace(kept[0], span=span_from_text("9-3"))
    assert with_drafts(kept, (typed, longer), WEEK) == (kept[1], typed, longer)
    away = replace(kept[0], day=WEEK.last + timedelta(days=1))
    assert with_drafts(kept, (away,), WEEK) == (kept[1],)


def test_what_comes_on_top_of_a_pound_of_wages():
    more = on_top([shift(1), shift(2, assistant_id=None), shift(3, assistant_id=SAM)], days=WEEK, assistants=BOTH)
    assert more == {ADA: Fraction(637, 5280)}  # 12.07% of £52.80: too little for insurance or pension
    with pytest.raises(FigureNotKnown):
        on_top([shift(1)], days=Period(date(1999, 1, 1), date(1999, 1, 7)), assistants=BOTH)


def test_one_allowance_is_shared_by_all():
    """Two on £1,900 a week each: more National Insurance than one allowance of £10,500 a year covers."""
    rich = tuple(replace(ANN.terms[0], rates=(Rate(kind=ShiftKind.DAY, per_hour=Money(100_00)),)) for _ in "1")
    people = {ADA: replace(ANN, terms=rich), SAM: replace(BEN, terms=rich)}
    worked = [shift(n, "4am-11pm", who, day=MONDAY) for n, who in enumerate((ADA, SAM))]
    both = on_top(worked, days=WEEK, assistants=people)
    alone = on_top(worked[:1], days=WEEK, assistants=people)
    assert both[ADA] == both[SAM] > alone[ADA]


@given(
    hours=st.lists(
        st.tuples(
            st.integers(0, 20),
            st.sampled_from([ADA, SAM, None]),
            st.sampled_from([COUNCIL, None]),
            st.sampled_from([SWIM, None]),
        ),
        max_size=12,
    )
)
def test_the_three_ways_add_up_to_the_same(hours):
    worked = [
        shift(number, f"{begins}:00-{begins + 3}:25", who, stream_id=money, outcome_id=outcome)
        for number, (begins, who, money, outcome) in enumerate(hours)
    ]
    found = summed(*worked)
    for kind in (SumKind.STREAM, SumKind.OUTCOME):
        mine = lines(found, kind).values()
        assert sum(line.minutes for line in mine) == found.total.minutes == 205 * len(hours)
        assert total(line.wages for line in mine) == found.total.wages
    assert total(line.wages for line in lines(found, SumKind.ASSISTANT).values()) == found.total.wages
