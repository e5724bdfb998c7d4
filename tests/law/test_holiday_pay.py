"""Holiday pay and the ledger."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.law.holiday_ledger import CarryReason, HolidayYear, carried_over, ledger
from pa_manager.law.holiday_pay import WeekPaid, average_pay, in_lieu, last_whole_week
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def week(pounds: int, hours: int = 10, *, statutory_only: bool = False) -> WeekPaid:
    return WeekPaid(pay=Money(pounds * 100), minutes=hours * 60, statutory_only=statutory_only)


def test_weeks_without_pay_are_left_out() -> None:
    found = average_pay([week(200), week(0, 0), week(100)])
    assert (found.weeks, found.week_pence, found.week_minutes) == (2, 15_000, 600)
    assert found.for_weeks(Fraction(56, 10)) == Money(840_00)
    assert found.per_hour == Money(15_00)
    assert [str(line).split(" (")[0] for line in found.why] == [
        "Paid in the last 2 weeks with pay: £300.00",
        "Divided by 2: a week's pay: £150.00.",
    ]


def test_fifty_two_weeks_of_the_last_104() -> None:
    assert average_pay([week(100)] * 52 + [week(900)]).week_pence == 10_000
    assert average_pay([week(0, 0)] * 100 + [week(100)] * 10).weeks == 4
    assert average_pay([week(0, 0)] * 104 + [week(100)]).weeks == 0


def test_weeks_of_statutory_pay_only_are_left_out_unless_hours_are_regular() -> None:
    weeks = [week(123, 0, statutory_only=True), week(200)]
    assert average_pay(weeks).week_pence == 20_000
    assert average_pay(weeks, regular_hours=True).weeks == 2


def test_who_was_never_paid_has_no_average() -> None:
    found = average_pay([])
    assert (found.weeks, found.per_hour, found.for_weeks(Fraction(2))) == (0, NIL, NIL)
    assert "No paid week" in str(found.why[0])


@pytest.mark.parametrize(
    ("begins", "ends", "last"),
    [
        (date(2026, 5, 4), 5, date(2026, 5, 2)),
        (date(2026, 5, 3), 5, date(2026, 5, 2)),
        (date(2026, 5, 2), 5, date(2026, 4, 25)),
        (date(2026, 5, 4), 6, date(2026, 5, 3)),
    ],
)
def test_the_last_whole_week_before_leave(begins: date, ends: int, last: date) -> None:
    found = last_whole_week(begins, week_ends=ends)
    assert found.last == last
    assert (found.last - found.first).days == 6


def test_a_leaver_is_paid_for_what_was_earned_and_not_taken() -> None:
    pay = average_pay([WeekPaid(pay=Money(12_71), minutes=60)])
    found = in_lieu(earned=Fraction(56 * 60), taken=Fraction(20 * 60), pay=pay)
    assert (found.minutes, found.pay) == (36 * 60, Money(457_56))
    assert str(found.why[1]).startswith("36:00 hours at £12.71: £457.56 (Working Time")
    assert in_lieu(earned=Fraction(60), taken=Fraction(90), pay=pay).pay == NIL


@pytest.mark.parametrize(
    ("reason", "irregular", "hours", "use_by"),
    [
        (CarryReason.FAMILY_LEAVE, False, 112, date(2027, 12, 31)),
        (CarryReason.SICKNESS, False, 80, date(2028, 6, 30)),
        (CarryReason.SICKNESS, True, 112, date(2028, 6, 30)),
        (CarryReason.EMPLOYER, False, 80, None),
        (CarryReason.EMPLOYER, True, 112, None),
        (CarryReason.AGREED, False, 32, date(2027, 12, 31)),
    ],
)
def test_what_is_carried_over(reason: CarryReason, irregular: bool, hours: int, use_by: date | None) -> None:
    found = carried_over(
        Fraction(112 * 60), reason=reason, year=YEAR, week_minutes=Fraction(20 * 60), irregular=irregular
    )
    assert (found.minutes, found.use_by) == (hours * 60, use_by)
    assert reason.value in str(found.why)


def test_no_more_is_carried_over_than_is_left() -> None:
    for left, carried in ((Fraction(90), 90), (Fraction(-90), 0)):
        found = carried_over(left, reason=CarryReason.AGREED, year=YEAR, week_minutes=Fraction(1200), irregular=False)
        assert found.minutes == carried


def known(**changes: Fraction | date | None) -> HolidayYear:
    facts: dict[str, object] = {
        "entitlement": Fraction(112 * 60),
        "accrued": Fraction(112 * 60),
        "taken": Fraction(30 * 60),
        "booked": Fraction(10 * 60),
        "carried_in": Fraction(8 * 60),
    }
    return HolidayYear(year=YEAR, **{**facts, **changes})  # type: ignore[arg-type]


def test_the_ledger() -> None:
    found = ledger(known(), on=date(2026, 6, 1), pay=average_pay([week(150)]))
    assert (found.left, found.owed, found.worth) == (80 * 60, 90 * 60, Money(1_350_00))
    assert [str(line).split(" (")[0] for line in found.why] == [
        "Earned so far: 112:00 of 112:00 hours.",
        "Carried in: 8:00 hours.",
        "Taken: 30:00 hours; booked: 10:00 hours.",
        "Earned and not taken, 90:00 hours at £15.00: £1,350.00",
    ]


@pytest.mark.parametrize(
    ("on", "use_by", "lapsed"),
    [
        (date(2026, 6, 30), date(2026, 6, 30), 0),
        (date(2026, 7, 1), date(2026, 6, 30), 3 * 60),
        (date(2026, 7, 1), None, 0),
    ],
)
def test_what_was_carried_in_is_used_first_and_the_rest_lapses(on: date, use_by: date | None, lapsed: int) -> None:
    facts = known(taken=Fraction(5 * 60), carried_in_use_by=use_by)
    found = ledger(facts, on=on, pay=average_pay([week(150)]))
    assert found.lapsed == lapsed
    assert found.left == (112 + 8 - 5 - 10) * 60 - lapsed
    assert any("no longer to be used" in str(line) for line in found.why) is bool(lapsed)


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(1, 60)), min_size=1, max_size=120))
def test_an_average_lies_between_the_least_and_the_most_paid(weeks: list[tuple[int, int]]) -> None:
    paid = [pounds for pounds, _ in weeks[:104] if pounds][:52]
    found = average_pay([week(*entry) for entry in weeks])
    assert found.weeks == len(paid)
    if paid:
        assert min(paid) * 100 <= found.week_pence <= max(paid) * 100


@given(st.integers(1, 900), st.integers(1, 60), st.lists(st.integers(0, 3000), max_size=10))
def test_holiday_taken_in_parts_is_paid_as_in_one(pounds: int, hours: int, parts: list[int]) -> None:
    pay = average_pay([week(pounds, hours)])
    apart = sum(pay.for_minutes(part).pence for part in parts)
    assert 2 * abs(apart - pay.for_minutes(sum(parts)).pence) <= len(parts) + 1
