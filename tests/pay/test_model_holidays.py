"""The rules of holiday and sickness that the whole link does not reach."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.assistants.model import (
    Agreement,
    Assistant,
    AssistantId,
    HoursKind,
    PayFrequency,
    Rate,
    ShiftKind,
    Terms,
)
from pa_manager.pay.model import (
    CarriedIn,
    CarryFor,
    Evidence,
    EvidenceId,
    EvidenceKind,
    Holiday,
    HolidayAgreed,
    PastWork,
    Payslip,
    PayslipId,
    RecordAsked,
    SickAsked,
    holiday_record,
    leave_years,
    minutes_of,
    missing_evidence,
    money_of,
    sick_record,
    spells_of,
    worth_of_an_hour,
)
from pa_manager.pay.model.holidays import counted_minutes, earned_by_then, regular_holiday, terms_on
from pa_manager.pay.model.sickness import earnings_before, qualifying_days
from pa_manager.rota.model import Absence, AbsenceId, AbsenceKind, AbsenceState
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money
from tests.timesheets.people import line, timesheet

YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))
ON = date(2026, 10, 1)
DAY_RATE = Rate(kind=ShiftKind.DAY, per_hour=Money(1320))
NO_DAYS = HolidayAgreed()


def terms(from_day=date(2024, 6, 3), *, weekly=960, hours=HoursKind.REGULAR, days=""):
    agreement = Agreement(hours=hours, holiday_year_from=YEAR.first, days_and_times=days)
    return Terms(from_day=from_day, weekly_minutes=weekly, rates=(DAY_RATE,), agreement=agreement)


def ada(*agreed, **changes):
    usual = {
        "id": AssistantId(1),
        "name": "Ada",
        "started_on": date(2024, 6, 3),
        "periods_from": date(2026, 4, 6),
        "frequency": PayFrequency.FOUR_WEEKLY,
        "terms": agreed or (terms(),),
    }
    return Assistant(**usual | changes)


def payslip(paid_on, gross, period):
    return Payslip(id=PayslipId(1), assistant_id=AssistantId(1), period=period, paid_on=paid_on, gross=gross, net=gross)


def absence(first, last, state=AbsenceState.AGREED):
    return Absence(
        id=AbsenceId(1), assistant_id=AssistantId(1), kind=AbsenceKind.HOLIDAY, days=Period(first, last), state=state
    )


def record(assistant, on=ON, **more):
    usual = {"assistant": assistant, "year": YEAR, "on": on, "agreed": NO_DAYS, "work": PastWork(), "holidays": ()}
    return holiday_record(RecordAsked(**usual | more))


def said(found):
    return {each.words: each.said for each in found.figures}


# What the year gives


def test_hours_that_change_within_the_year_count_by_their_days():
    found = regular_holiday(ada(terms(), terms(date(2026, 10, 1), weekly=600)), YEAR, frozenset())
    # 5.6 x (16 x 183 + 10 x 182) / 365 hours, up to the minute
    assert found.minutes == 4371
    assert str(found.why[0]).startswith("1 April to 30 September 2026, 16:00 hours a week: 44:55 hours")


def test_who_started_in_the_year_earns_a_twelfth_with_each_month_begun():
    new = ada(terms(date(2026, 9, 7)), started_on=date(2026, 9, 7))
    found = record(new)
    # 7 months of 12 of 28 days is 16.33, up to the half 16.5 days of 3:12; one twelfth of 28 up to the half is 2.5
    assert (said(found)["In the leave year"], said(found)["Earned so far"]) == ("52:48", "8:00")
    assert leave_years(new, ON) == (YEAR,)
    given = regular_holiday(new, YEAR, frozenset())
    without = replace(new, terms=(terms(weekly=0),))
    assert earned_by_then(without, YEAR, given, ON) == given


@pytest.mark.parametrize(
    ("agreed", "year", "sentence"),
    [
        ((terms(hours=HoursKind.NOT_TOLD),), YEAR, "does not say whether hours are regular"),
        ((terms(weekly=None),), YEAR, "No hours a week are agreed"),
        (
            (terms(hours=HoursKind.IRREGULAR),),
            Period(date(2023, 4, 1), date(2024, 3, 31)),
            "in leave years from 1 April 2024 only",
        ),
    ],
)
def test_what_is_not_known_is_said(agreed, year, sentence):
    found = record(ada(*agreed), year=year, on=year.last)
    assert (found.ledger, found.figures, found.reminder) == (None, (), "")
    assert any(sentence in each for each in found.notes)


def test_without_terms_nothing_is_guessed():
    nobody = ada(terms=())
    found = record(nobody)
    assert found.method == "Nothing agreed yet"
    assert terms_on(nobody, ON) is None
    assert leave_years(nobody, ON)[0].first == date(2026, 6, 3)
    assert regular_holiday(nobody, YEAR, frozenset()) is None
    assert worth_of_an_hour(nobody, PastWork(), before=ON).per_hour == NIL


def test_more_taken_than_there_is_is_said():
    taken = Holiday(
        absence=absence(date(2026, 5, 4), date(2026, 5, 4)),
        by_day=((date(2026, 5, 4), 6000),),
        source="As typed",
        over=True,
    )
    assert record(ada(), holidays=(taken,)).notes == ("10:24 hours more are taken or booked than there are.",)


def test_more_carried_in_than_the_law_asks_for_is_by_agreement():
    carried = CarriedIn(assistant_id=AssistantId(1), year_first=YEAR.first, minutes=2400, reason=CarryFor.AGREED)
    found = record(ada(), carried=carried)
    (why,) = [each.why for each in found.figures if each.words == "Carried in"]
    assert "More than the law asks for" in str(why[-1])
    employer = replace(carried, reason=CarryFor.EMPLOYER, minutes=60)
    (why,) = [each.why for each in record(ada(), carried=employer).figures if each.words == "Carried in"]
    assert len(why) == 2
    assert CarryFor.AGREED.words == "It was agreed"


# What a holiday is


def test_the_minutes_of_a_holiday_by_what_is_known():
    week = absence(date(2026, 5, 4), date(2026, 5, 10))
    shifts = {date(2026, 5, 5): 240, date(2026, 5, 7): 180}
    assert minutes_of(week, shifts, None, terms(), frozenset())[0] == tuple(shifts.items())
    assert minutes_of(week, shifts, 61, None, frozenset())[0] == ((date(2026, 5, 5), 31), (date(2026, 5, 7), 30))
    assert minutes_of(week, {}, None, None, frozenset({0})) == ((), "Not known: type the hours")


@given(st.integers(0, 10_000), st.integers(1, 30))
def test_hours_typed_are_never_lost_in_spreading(minutes, days):
    month = absence(date(2026, 5, 1), date(2026, 5, days))
    by_day, _ = minutes_of(month, {}, minutes, None, frozenset())
    assert sum(each for _, each in by_day) == minutes


def test_a_holiday_over_the_end_of_a_period_is_paid_in_each():
    days = ((date(2026, 5, 3), 360), (date(2026, 5, 4), 240))
    holiday = Holiday(
        absence=absence(date(2026, 5, 3), date(2026, 5, 4)), by_day=days, source="", over=True, pay=Money(13200)
    )
    assert money_of([holiday], Period(date(2026, 4, 6), date(2026, 5, 3))) == (360, Money(7920))
    refused = replace(holiday, absence=absence(date(2026, 5, 3), date(2026, 5, 4), AbsenceState.REFUSED))
    assert money_of([refused], YEAR) == (0, NIL)
    assert [refused.standing, holiday.standing] == ["Refused", "Over: note it as taken"]


def test_on_call_earns_holiday_for_the_time_called_out():
    assert counted_minutes(line(kind=ShiftKind.ON_CALL, worked_minutes=600, awake_minutes=40)) == 40
    assert counted_minutes(line(kind=ShiftKind.ON_CALL, worked_minutes=600)) == 0
    assert counted_minutes(line(kind=ShiftKind.SLEEP_IN, worked_minutes=540)) == 540


def test_a_year_of_payslips_without_timesheets_is_averaged_with_the_hours_agreed():
    year = payslip(date(2026, 9, 30), Money(1144000), Period(date(2025, 9, 28), date(2026, 9, 26)))
    worth = worth_of_an_hour(ada(), PastWork(payslips=(year,)), before=ON)
    assert (worth.weeks, worth.week_minutes, len(worth.why)) == (52, 960, 2)
    assert worth.week_pence == 22000


# Sickness


def test_spells_that_touch_are_one():
    days = [Period(date(2026, 5, 4), date(2026, 5, 5)), Period(date(2026, 5, 6), date(2026, 5, 8))]
    assert spells_of(days) == (Period(date(2026, 5, 4), date(2026, 5, 8)),)


@pytest.mark.parametrize(
    ("agreed", "days", "found", "rule"),
    [
        (frozenset({0}), "Tue", {0}, "as you agreed"),
        (frozenset(), "Mon and Fri, 9am to 1pm", {0, 4}, "as the contract says"),
        (frozenset(), "When we both like", {2}, "as nothing is agreed"),
        (frozenset(), "", {2}, "as nothing is agreed"),
    ],
)
def test_the_days_sick_pay_is_for(agreed, days, found, rule):
    qualifying = qualifying_days(ada(terms(days=days)), agreed, ON)
    assert qualifying.weekdays == found
    assert rule in qualifying.why.words
    assert qualifying_days(ada(terms=()), frozenset(), ON).weekdays == {2}


def test_earnings_by_months_weeks_days_contract_or_not_at_all():
    month = [
        payslip(date(2026, number, 28), Money(130000), Period(date(2026, number, 1), date(2026, number, 28)))
        for number in (1, 2, 3)
    ]
    monthly = ada(frequency=PayFrequency.MONTHLY)
    sick_on = date(2026, 4, 13)
    assert earnings_before(monthly, month, first_sick_on=sick_on, typed=None).weekly == 30000
    # 29 January to 28 March is 59 days: no whole weeks
    odd = earnings_before(ada(), month, first_sick_on=sick_on, typed=None)
    assert odd.weekly == Fraction(260000 * 7, 59)
    first = earnings_before(ada(), month[:1], first_sick_on=sick_on, typed=None)
    assert first.weekly == Fraction(130000 * 7, 28)
    assert earnings_before(ada(), (), first_sick_on=sick_on, typed=None).weekly == 21120
    assert earnings_before(ada(terms(weekly=None)), (), first_sick_on=sick_on, typed=None).weekly is None


def test_linked_spells_keep_the_earnings_of_the_first_and_a_year_not_known_is_said():
    asked = SickAsked(
        assistant=ada(),
        absences=(Period(date(2026, 5, 4), date(2026, 5, 6)), Period(date(2026, 6, 1), date(2026, 6, 3))),
        agreed=frozenset({0, 1, 2}),
        payslips=(),
        evidence=(),
        typed={date(2026, 5, 4): Money(9000)},
    )
    found = sick_record(asked, today=ON)
    assert [each.linked_to for each in found.spells] == [date(2026, 5, 4)] * 2
    assert [each.amount for each in found.spells] == [Money(7200)] * 2
    assert any("Linked to the sickness from 4 May 2026" in each.words for each in found.spells[1].why)
    assert found.amount_in(YEAR) == Money(14400)
    later = replace(asked, absences=(Period(date(2032, 5, 3), date(2032, 5, 5)),), typed={})
    assert sick_record(later, today=ON).spells[0].problem


def test_a_fit_note_is_asked_for_from_the_eighth_day_only():
    spell = Period(date(2026, 5, 1), date(2026, 5, 10))
    assert missing_evidence(spell, (), today=date(2026, 5, 7)) == ""
    note = Evidence(
        id=EvidenceId(1), assistant_id=AssistantId(1), kind=EvidenceKind.FIT_NOTE, days=Period(date(2026, 5, 8), ON)
    )
    assert missing_evidence(spell, (note,), today=ON) == ""
    assert missing_evidence(spell, (replace(note, kind=EvidenceKind.SELF_CERTIFICATE),), today=ON)


def test_sickness_before_any_timesheet_stands_for_nothing_and_other_years_do_not_count():
    irregular = ada(terms(hours=HoursKind.IRREGULAR, weekly=None))
    sick = (Period(date(2026, 3, 2), date(2026, 5, 10)),)
    periods = record(irregular, work=PastWork(sick=sick)).earned
    assert [(each.period.first, each.away) for each in periods] == [
        (date(2026, 3, 9), 0),
        (date(2026, 4, 6), 0),
        (date(2026, 5, 4), 0),
    ]
    before = timesheet(line(day=date(2026, 2, 2)), period=Period(date(2026, 1, 12), date(2026, 2, 8)))
    later = timesheet(line(), period=Period(date(2026, 4, 6), date(2026, 5, 3)))
    found = record(irregular, work=PastWork(timesheets=(before, later), sick=sick[:0])).earned
    assert [each.minutes for each in found] == [240]


def test_terms_that_ended_before_the_leave_year_do_not_count():
    found = regular_holiday(ada(terms(weekly=600), terms(date(2025, 1, 1))), YEAR, frozenset())
    assert found.minutes == Fraction(896, 10) * 60
