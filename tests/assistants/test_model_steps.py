"""Checklists: only what is needed, each step with its reason and its law."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.assistants.model import (
    Agreement,
    AssistantKind,
    Check,
    CheckId,
    CheckKind,
    Known,
    PaperKind,
    PayFrequency,
    PersonFile,
    Rate,
    ShiftKind,
    StepKind,
    Terms,
    Told,
    steps_for,
)
from pa_manager.holder.model import AdviceId
from pa_manager.values.money import Money
from tests.assistants.test_model import ADA
from tests.conftest import TODAY

FIRST = date(2026, 5, 25)
HOURS = Terms(from_day=FIRST, weekly_minutes=240, rates=(Rate(kind=ShiftKind.DAY, per_hour=Money(1320)),))
NEW = replace(
    ADA,
    started_on=FIRST,
    periods_from=FIRST,
    frequency=PayFrequency.FOUR_WEEKLY,
    born_on=date(1990, 2, 3),
    terms=(HOURS,),
)
ASKED = PersonFile(other_job=Told.NO, has_pension=Told.NO)
KNOWN = Known(assistant=NEW, person=ASKED)
LEAVING = replace(NEW, started_on=date(2021, 6, 1), left_on=date(2026, 5, 31), terms=(replace(HOURS, from_day=FIRST),))


def _steps(known, day=TODAY):
    return {step.kind: step for step in steps_for(known, day)}


def _paid(weekly_minutes):
    return replace(KNOWN, assistant=replace(NEW, terms=(replace(HOURS, weekly_minutes=weekly_minutes),)))


def test_a_pa_of_few_hours_needs_no_registering():
    steps = _steps(KNOWN)
    assert list(steps) == [
        StepKind.RIGHT_TO_WORK,
        StepKind.DBS,
        StepKind.REFERENCES,
        StepKind.INSURANCE,
        StepKind.STATEMENT,
        StepKind.PENSION,
        StepKind.EMERGENCY,
        StepKind.PRIVACY,
        StepKind.INDUCTION,
    ]
    assert all(step.due == FIRST and step.why and not step.done for step in steps.values())
    assert steps[StepKind.STATEMENT].reason.endswith("(Employment Rights Act 1996, s. 1.)")
    assert steps[StepKind.REFERENCES].reason == steps[StepKind.REFERENCES].why
    assert "umbrella body" in steps[StepKind.DBS].why


@pytest.mark.parametrize(
    ("known", "why"),
    [
        (_paid(600), "Pay of £528.00 is at or above the lower earnings limit."),
        (replace(KNOWN, person=replace(ASKED, other_job=Told.YES)), "They have another job."),
        (replace(KNOWN, person=replace(ASKED, has_pension=Told.YES)), "They draw a pension."),
    ],
)
def test_who_must_be_registered_for(known, why):
    step = _steps(known)[StepKind.REGISTER]
    assert (step.words, step.why) == ("Register with HMRC as an employer before the first payday", why)


@pytest.mark.parametrize("known", [_paid(None), replace(KNOWN, person=PersonFile())])
def test_what_is_not_known_yet_is_to_be_found_out(known):
    assert _steps(known)[StepKind.REGISTER].words == "Find out whether you must register with HMRC"


def test_the_pension_by_pay_and_age():
    assert _steps(_paid(15 * 60))[StepKind.PENSION].words == "Pension: eligible jobholder"
    step = _steps(KNOWN)[StepKind.PENSION]
    assert step.words == "Pension: entitled worker"
    assert "put off to 25 August 2026" in step.why
    assert _steps(_paid(None))[StepKind.PENSION].words == "Look whether they must be put into a pension"


def test_beyond_what_the_law_is_known_for_it_is_said_so():
    later = date(2028, 5, 1)
    known = replace(KNOWN, assistant=replace(NEW, started_on=later, terms=(replace(HOURS, from_day=later),)))
    steps = _steps(known)
    assert "lower earnings limit" in steps[StepKind.REGISTER].why
    assert "earnings" in steps[StepKind.PENSION].why
    leaving = replace(KNOWN, assistant=replace(LEAVING, left_on=later))
    assert "limit" in _steps(leaving)[StepKind.REDUNDANCY].why


def test_those_who_are_not_employed_need_less():
    for kind, first in ((AssistantKind.SELF_EMPLOYED, StepKind.DBS), (AssistantKind.UNPAID, StepKind.EMERGENCY)):
        steps = _steps(replace(KNOWN, assistant=replace(NEW, kind=kind)))
        assert next(iter(steps)) is first
        assert not {StepKind.RIGHT_TO_WORK, StepKind.STATEMENT, StepKind.INSURANCE} & steps.keys()
    leaving = _steps(replace(KNOWN, assistant=replace(LEAVING, kind=AssistantKind.AGENCY)))
    assert list(leaving) == [StepKind.LAST_TIMESHEET, StepKind.KEYS]


def test_a_close_relative_alone_needs_no_insurance():
    assert StepKind.INSURANCE not in _steps(replace(KNOWN, assistant=replace(NEW, relative=True)))


def test_what_the_record_shows_is_done():
    checks = tuple(
        Check(id=CheckId(1), assistant_id=NEW.id, kind=kind, done_on=date(2026, 5, 1), ends_on=ends_on)
        for kind, ends_on in ((CheckKind.RIGHT_TO_WORK, None), (CheckKind.DBS, date(2026, 5, 20)))
    )
    known = replace(
        KNOWN,
        checks=checks,
        person=replace(ASKED, emergency_phone="01632 960010"),
        papers=frozenset({PaperKind.STATEMENT}),
        ticked=frozenset({StepKind.INDUCTION}),
    )
    steps = _steps(known)
    assert {kind for kind, step in steps.items() if step.done} == {
        StepKind.RIGHT_TO_WORK,
        StepKind.STATEMENT,
        StepKind.EMERGENCY,
        StepKind.INDUCTION,
    }
    assert not steps[StepKind.INDUCTION].by_record
    assert steps[StepKind.STATEMENT].by_record


def test_leaving_tells_notice_and_redundancy():
    """Five years less a day: four complete years, so four weeks of notice; 4 hours at £13.20 are £52.80 a week."""
    steps = _steps(replace(KNOWN, assistant=LEAVING))
    assert steps[StepKind.NOTICE].words == "See that notice is right: 4 weeks from you, 1 week from them"
    assert steps[StepKind.REDUNDANCY].words == "If the job ends, pay redundancy: about £264.00"
    agreed = replace(LEAVING.terms[0], agreement=Agreement(your_notice_weeks=8, their_notice_weeks=4))
    words = _steps(replace(KNOWN, assistant=replace(LEAVING, terms=(agreed,))))[StepKind.NOTICE].words
    assert words.endswith("8 weeks from you, 4 weeks from them")


def test_redundancy_only_after_two_years_and_without_a_sum_where_it_cannot_be_told():
    short = replace(LEAVING, started_on=date(2025, 1, 1))
    assert StepKind.REDUNDANCY not in _steps(replace(KNOWN, assistant=short))
    untold = replace(LEAVING, terms=())
    assert (
        _steps(replace(KNOWN, assistant=untold))[StepKind.REDUNDANCY].words
        == "If the job ends, work out redundancy pay"
    )
    unborn = replace(LEAVING, born_on=None)
    assert StepKind.REDUNDANCY in _steps(replace(KNOWN, assistant=unborn))


def test_somebody_engaged_again_after_a_gap_has_no_service_from_before():
    again = replace(LEAVING, started_on=date(2026, 5, 20))
    steps = _steps(replace(KNOWN, assistant=again))
    assert "no weeks from you, no weeks from them" in steps[StepKind.NOTICE].words
    assert StepKind.REDUNDANCY not in steps


def test_a_relative_at_home_needs_the_councils_consent():
    relative = replace(NEW, relative=True)
    step = _steps(replace(KNOWN, assistant=relative))[StepKind.CONSENT]
    assert (step.law, step.done) == ("", False)
    at_home = replace(ASKED, same_household=True)
    assert "2014, reg. 3" in _steps(replace(KNOWN, assistant=relative, person=at_home))[StepKind.CONSENT].law
    named = replace(at_home, consent_id=AdviceId(1))
    assert _steps(replace(KNOWN, assistant=relative, person=named))[StepKind.CONSENT].by_record
    noted = replace(relative, consent_note="R. Hale")
    assert _steps(replace(KNOWN, assistant=noted))[StepKind.CONSENT].done
    unpaid = replace(relative, kind=AssistantKind.UNPAID)
    assert StepKind.CONSENT not in _steps(replace(KNOWN, assistant=unpaid))


def test_licence_and_insurance_only_of_those_who_drive():
    assert StepKind.DRIVING not in _steps(KNOWN)
    licence = Check(id=CheckId(1), assistant_id=NEW.id, kind=CheckKind.DRIVING_LICENCE, done_on=TODAY)
    steps = _steps(replace(KNOWN, person=replace(ASKED, drives=Told.YES), checks=(licence,)))
    assert steps[StepKind.DRIVING].done
    assert not steps[StepKind.CAR_INSURANCE].done
    assert "s. 143" in steps[StepKind.CAR_INSURANCE].law
