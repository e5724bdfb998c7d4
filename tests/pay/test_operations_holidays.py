"""Holiday and sickness, through the whole link: contract, rota, timesheets and payslips to the record and the pay."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from pa_manager.assistants.model import HoursKind
from pa_manager.assistants.operations import find_leaving, list_documents, part_with_assistant
from pa_manager.pay.model import CarriedIn, CarryFor, EvidenceDetails, EvidenceKind, PayTerms
from pa_manager.pay.operations import (
    agree_weekdays,
    carry_holiday_over,
    employed,
    fill_leaving,
    keep_pay_terms,
    note_evidence,
    print_holiday,
    read_holiday,
    read_sickness,
    remove_evidence,
    things_to_do,
    type_earnings,
    type_holiday_hours,
    work_out_pay,
)
from pa_manager.pay.operations.holidays import NothingToFill
from pa_manager.timesheets.model import TimesheetId
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money
from tests.paper.reading import text_of
from tests.pay.time_off import IRREGULAR, REGULAR, YEAR, engage_both, holiday, paid, sick, work

TODAY = date(2026, 6, 10)


@pytest.fixture
def household(runner):
    engage_both(runner)
    return runner


def record(runner, assistant_id, today=TODAY, year=YEAR):
    return runner.read(read_holiday, assistant_id=assistant_id, year=year, today=today)


def figures(found):
    return {each.words: each.said for each in found.figures}


# Regular hours


def test_regular_hours_have_the_year_less_what_was_taken_and_booked(household):
    work(household, REGULAR, date(2026, 4, 7), date(2026, 4, 9), date(2026, 5, 5), date(2026, 6, 16))
    holiday(household, REGULAR, date(2026, 5, 5), date(2026, 5, 5), taken_on=TODAY)
    booked = holiday(household, REGULAR, date(2026, 6, 15), date(2026, 6, 21))
    found = record(household, REGULAR)
    assert figures(found) == {
        "In the leave year": "89:36",
        "Taken": "4:00",
        "Booked": "4:00",
        "Left to take": "81:36",
        "Earned and not taken": "85:36, £1,129.92",
        "Worth of an hour": "£13.20",
    }
    assert found.missing == ()
    household.run(type_holiday_hours, absence_id=booked, minutes=960)
    found = record(household, REGULAR)
    assert (figures(found)["Booked"], figures(found)["Left to take"]) == ("16:00", "69:36")
    assert found.holidays[1].source == "As typed"
    household.run(type_holiday_hours, absence_id=booked, minutes=None)
    assert figures(record(household, REGULAR))["Booked"] == "4:00"


def test_hours_without_shifts_go_by_the_days_agreed_or_are_asked_for(household):
    holiday(household, REGULAR, date(2026, 6, 15), date(2026, 6, 21))
    assert "type how many hours it is" in record(household, REGULAR).missing[0]
    household.run(agree_weekdays, assistant_id=REGULAR, weekdays=frozenset({0, 1, 3, 4}))
    found = record(household, REGULAR)
    assert (found.holidays[0].minutes, found.missing) == (960, ())


def test_holiday_carried_in_is_used_by_its_last_day_or_lapses(household):
    carried = CarriedIn(assistant_id=REGULAR, year_first=YEAR.first, minutes=600, reason=CarryFor.SICKNESS)
    household.run(carry_holiday_over, carried=carried)
    found = record(household, REGULAR)
    assert (figures(found)["Carried in"], figures(found)["Left to take"]) == ("10:00", "99:36")
    why = next(each for each in found.figures if each.words == "Carried in").why
    assert "to be used by 30 September 2027" in str(why[1])


def test_a_holiday_is_paid_with_the_timesheet_it_falls_in(household):
    work(household, REGULAR, date(2026, 4, 7), date(2026, 5, 5), date(2026, 5, 6))
    holiday(household, REGULAR, date(2026, 5, 6), date(2026, 5, 6), taken_on=TODAY)
    record = household.read(work_out_pay, timesheet_id=TimesheetId(2))
    assert [(each.words, each.amount) for each in record.extras] == [("Holiday, 4:00 hours", Money(5280))]


def test_what_is_to_be_told_before_the_year_ends(household):
    late = date(2027, 1, 15)
    assert not [task for task in household.read(things_to_do, today=date(2026, 12, 1)) if "to take by" in task.text]
    (task,) = [task for task in household.read(things_to_do, today=late) if "to take by" in task.text]
    assert task.text.startswith("Ada Okonkwo has 89:36 hours of holiday to take by 31 March 2027.")
    assert (task.place.name, task.due) == ("pay/holidays", YEAR.last)


# Irregular hours


def test_irregular_hours_earn_with_each_pay_period_whole_and_exact(household):
    days = [date(2026, 4, 6) + timedelta(number) for number in (0, 1, 2, 7, 8, 9)]
    work(household, IRREGULAR, *days, date(2026, 5, 5))
    found = record(household, IRREGULAR)
    (first, second) = found.earned
    assert (first.minutes, first.accrued.hours, int(first.accrued.exact_minutes)) == (1440, 3, 173)
    assert (second.minutes, second.accrued.hours, second.settled) == (240, 0, False)
    assert figures(found)["Earned so far"] == "3:22"
    assert figures(found)["Left to take"] == "3:22"


def test_sickness_earns_holiday_by_the_average_week_before(household):
    work(household, IRREGULAR, *(date(2026, 4, 6) + timedelta(7 * week) for week in range(4)))
    sick(household, IRREGULAR, date(2026, 5, 4), date(2026, 5, 17))
    april, may = record(household, IRREGULAR).earned
    assert (april.away, may.away) == (0, Fraction(480))


def test_rolled_up_holiday_is_not_paid_when_taken_but_counts(household):
    work(household, IRREGULAR, date(2026, 4, 7), date(2026, 5, 5))
    household.run(keep_pay_terms, terms=PayTerms(assistant_id=IRREGULAR, from_day=YEAR.first, rolled_up=True))
    holiday(household, IRREGULAR, date(2026, 5, 5), date(2026, 5, 5), taken_on=TODAY)
    found = record(household, IRREGULAR)
    assert (found.holidays[0].minutes, found.holidays[0].pay) == (240, NIL)
    assert figures(found)["Worth of an hour"] == "£0.00"
    pay = household.read(work_out_pay, timesheet_id=TimesheetId(2))
    assert not [each for each in pay.extras if each.words.startswith("Holiday, 4")]
    household.run(keep_pay_terms, terms=PayTerms(assistant_id=REGULAR, from_day=YEAR.first, rolled_up=True))
    assert "the law allows that only for irregular hours" in record(household, REGULAR).missing[0]


# Leaving


def test_a_leaver_is_owed_the_days_of_the_year_and_leaving_is_filled_from_the_record(household):
    with pytest.raises(NothingToFill, match="No last day"):
        household.run(fill_leaving, assistant_id=REGULAR)
    work(household, REGULAR, date(2026, 5, 5))
    holiday(household, REGULAR, date(2026, 5, 5), date(2026, 5, 5), taken_on=TODAY)
    household.run(part_with_assistant, assistant_id=REGULAR, left_on=date(2026, 6, 30))
    household.run(fill_leaving, assistant_id=REGULAR)
    leaving = household.read(find_leaving, REGULAR)
    # 5.6 x 16 hours x 91/365 = 22.33..., up to the next tenth 22.4 hours
    assert (leaving.holiday_earned_minutes, leaving.holiday_taken_minutes) == (1344, 240)
    assert [each.id for each in household.read(employed)] == [IRREGULAR, REGULAR]


# Sickness


def test_a_spell_over_6_april_2026_is_paid_day_by_day(household):
    """Waiting days to 1 April, the old rate to 3 April, the flat rate from 6 April, for it began before."""
    household.run(agree_weekdays, assistant_id=REGULAR, weekdays=frozenset(range(5)))
    for paid_on in (date(2026, 1, 2), date(2026, 1, 30), date(2026, 2, 27), date(2026, 3, 27)):
        paid(household, REGULAR, paid_on, Money(540_00))
    sick(household, REGULAR, date(2026, 3, 30), date(2026, 4, 10))
    found = household.read(read_sickness, assistant_id=REGULAR, today=TODAY)
    (spell,) = found.spells
    assert spell.earnings.weekly == Fraction(13500)
    assert [(day.day.day, day.why_not, day.daily_pence) for day in spell.each_day] == [
        *((number, "waiting day", Fraction(2375)) for number in (30, 31, 1)),
        *((number, "", Fraction(2375)) for number in (2, 3)),
        *((number, "", Fraction(2465)) for number in (6, 7, 8, 9, 10)),
    ]
    assert (spell.amount, spell.paid_days, spell.unpaid_days) == (Money(47_50 + 123_25), 7, 3)
    assert "A fit note is missing from 6 April 2026" in spell.missing
    assert (found.amount_in(Period(date(2026, 3, 9), date(2026, 4, 5)))) == Money(47_50)


def test_sick_pay_goes_with_the_pay_of_its_period_and_earnings_may_be_typed(household):
    work(household, REGULAR, date(2026, 4, 7))
    sick(household, REGULAR, date(2026, 4, 14), date(2026, 4, 16))
    household.run(type_earnings, assistant_id=REGULAR, first=date(2026, 4, 14), weekly=Money(100_00))
    (part,) = household.read(work_out_pay, timesheet_id=TimesheetId(1)).extras
    assert (part.words, part.amount) == ("Sick pay by law, 1 day", Money(80_00))
    household.run(type_earnings, assistant_id=REGULAR, first=date(2026, 4, 14), weekly=None)
    (part,) = household.read(work_out_pay, timesheet_id=TimesheetId(1)).extras
    assert part.amount == Money(123_25)


def test_a_fit_note_is_asked_for_on_home_until_it_is_there(household):
    sick(household, REGULAR, date(2026, 6, 1), date(2026, 6, 12))
    (task,) = [task for task in household.read(things_to_do, today=TODAY) if "off sick" in task.text]
    assert task.text.startswith("Ada Okonkwo is off sick. A fit note is missing from 8 June 2026")
    note = EvidenceDetails(
        assistant_id=REGULAR,
        kind=EvidenceKind.FIT_NOTE,
        days=Period(date(2026, 6, 8), date(2026, 6, 12)),
        document="fit note.pdf",
    )
    household.run(note_evidence, details=note, content=b"%PDF")
    assert not [task for task in household.read(things_to_do, today=TODAY) if "off sick" in task.text]
    (document,) = household.read(list_documents, REGULAR)
    assert (document.name, document.keep_until) == ("fit note.pdf", date(2030, 4, 5))
    (spell,) = household.read(read_sickness, assistant_id=REGULAR, today=TODAY).spells
    household.run(remove_evidence, evidence_id=spell.evidence[0].id)
    assert household.read(read_sickness, assistant_id=REGULAR, today=TODAY).spells[0].missing


# On paper


@pytest.mark.parametrize("large", [False, True])
def test_the_record_on_paper_says_every_figure_and_how_long_it_is_kept(household, large):
    work(household, IRREGULAR, date(2026, 4, 7), date(2026, 5, 5))
    holiday(household, IRREGULAR, date(2026, 5, 5), date(2026, 5, 5), taken_on=TODAY)
    pdf = household.read(print_holiday, assistant_id=IRREGULAR, year=YEAR, today=TODAY, large=large)
    words = " ".join(text_of(pdf).split())
    for said in (
        "Holiday record of Sam Tremaine",
        "1 April 2026 to 31 March 2027",
        "31 March 2033 at least",
        "Earned, pay period by pay period",
        "reg. 16B",
    ):
        assert said in words
    assert HoursKind.IRREGULAR.words in words
