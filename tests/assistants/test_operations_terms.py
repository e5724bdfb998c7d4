"""What can be done with contracts."""

from dataclasses import replace
from datetime import date

import pytest

from pa_manager.assistants.model import Agreement, HolidayCalendar, HoursKind, Rate, RateDay, ShiftKind
from pa_manager.assistants.operations import (
    add_check,
    agree_terms,
    change_agreement,
    drop_rate,
    engage_assistant,
    find_assistant,
    set_rate,
    things_to_do,
    wages_below_least,
)
from pa_manager.file.work import NotFound
from pa_manager.values.money import Money
from tests.assistants.test_operations import ADA, FIRST, INSURED, TERMS
from tests.conftest import TODAY

SUNDAY = Rate(kind=ShiftKind.DAY, on=RateDay.SUNDAY, per_hour=Money(1600))
AGREED = Agreement(
    hours=HoursKind.IRREGULAR,
    job_title="Personal assistant",
    holiday_year_from=date(2026, 4, 1),
    your_notice_weeks=4,
    probation_ends_on=date(2026, 6, 1),
)


@pytest.fixture
def ada(runner):
    runner.run(engage_assistant, particulars=replace(ADA, apprentice=False), terms=TERMS)
    runner.run(add_check, assistant_id=FIRST, details=INSURED)
    return runner


def test_a_rate_for_some_days_joins_the_terms_and_leaves_them(ada):
    ada.run(set_rate, assistant_id=FIRST, from_day=TERMS.from_day, rate=SUNDAY)
    assert ada.read(find_assistant, FIRST).rate_on(date(2026, 5, 24), ShiftKind.DAY) == SUNDAY
    assert ada.read(find_assistant, FIRST).rate_on(TODAY, ShiftKind.DAY) == TERMS.rates[0]
    ada.run(drop_rate, assistant_id=FIRST, from_day=TERMS.from_day, kind=ShiftKind.DAY, on=RateDay.SUNDAY)
    assert ada.read(find_assistant, FIRST).terms == (TERMS,)
    with pytest.raises(NotFound, match="terms are no longer"):
        ada.run(set_rate, assistant_id=FIRST, from_day=TODAY, rate=SUNDAY)


def test_what_else_was_agreed_is_kept_whole_and_a_change_in_mid_week_leaves_the_days_before(ada):
    change = {"assistant_id": FIRST, "agreement": AGREED, "calendar": HolidayCalendar.SCOTLAND}
    ada.run(change_agreement, from_day=TERMS.from_day, **change)
    (terms,) = ada.read(find_assistant, FIRST).terms
    assert terms == replace(TERMS, agreement=AGREED, calendar=HolidayCalendar.SCOTLAND)
    ada.run(agree_terms, assistant_id=FIRST, terms=replace(TERMS, from_day=TODAY, rates=(SUNDAY,)))
    ada.run(change_agreement, from_day=TODAY, **{**change, "agreement": replace(AGREED, job_title="Lead PA")})
    found = ada.read(find_assistant, FIRST)
    assert found.terms_on(date(2026, 5, 20)).agreement.job_title == "Personal assistant"
    assert found.terms_on(TODAY).agreement.job_title == "Lead PA"


def test_home_tells_of_pay_below_the_least_and_of_days_that_come(ada):
    poor = replace(TERMS, from_day=TODAY, rates=(replace(TERMS.rates[0], per_hour=Money(1200)),), agreement=AGREED)
    ada.run(agree_terms, assistant_id=FIRST, terms=poor)
    tasks = ada.read(things_to_do, today=TODAY)
    assert [(task.text.partition(".")[0], task.due) for task in tasks] == [
        ("Raise the pay of Ada Okonkwo", TODAY),
        (
            "The probation of Ada Okonkwo ends on 1 June 2026: talk about it, and write down what you agree",
            date(2026, 6, 1),
        ),
    ]
    (gap,) = ada.read(wages_below_least, assistant_id=FIRST, first=TODAY, last=TODAY)
    assert gap.least == Money(1271)
    ending = replace(poor, agreement=Agreement(ends_on=date(2026, 6, 20)))
    ada.run(agree_terms, assistant_id=FIRST, terms=ending, backdated=True)
    assert "The job for a fixed time of Ada" in ada.read(things_to_do, today=TODAY)[1].text
