"""Statutory Sick Pay before and after 6 April 2026."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.law.dated import FigureNotKnown, OwnFigure
from pa_manager.law.sick_pay import (
    FLAT_RATE,
    Sickness,
    SickPay,
    daily_rate,
    is_spell,
    linked_runs,
    qualifying_weekdays,
    sick_pay,
)
from pa_manager.law.weekly_earnings import (
    NoPaydayBefore,
    from_days,
    from_months,
    from_weeks,
    relevant_period,
    whole_months,
)
from pa_manager.values.days import Period
from pa_manager.values.money import NIL, Money

WEEKDAYS = frozenset(range(5))


def off(first: date, last: date, *earlier: Period, earns: int | None = 20_000, **more: int) -> SickPay:
    earnings = None if earns is None else Fraction(earns)
    return sick_pay(
        Sickness(spells=(*earlier, Period(first, last)), qualifying=WEEKDAYS, weekly_earnings=earnings, **more)
    )


# Before the change


def test_three_waiting_days_before_the_change() -> None:
    found = off(date(2025, 6, 2), date(2025, 6, 8))
    assert [day.why_not for day in found.days] == ["waiting day"] * 3 + [""] * 2
    assert found.amount() == Money(47_50)
    assert found.weeks() == ((date(2025, 6, 7), Money(47_50)),)
    assert [str(line) for line in found.why] == [
        "3 days not paid: waiting day (Social Security Contributions and Benefits Act 1992, s. 155 and Sch. 11).",
        (
            "Flat rate for a week: £118.75 "
            "(Social Security Contributions and Benefits Act 1992, s. 157, with the up-rating order of the year)."
        ),
        "2 days at £23.7500.",
    ]


def test_three_days_are_too_short_before_the_change() -> None:
    assert off(date(2025, 6, 2), date(2025, 6, 4)).days == ()


@pytest.mark.parametrize(("earns", "amount"), [(12_499, 0), (12_500, 47_50)])
def test_the_earnings_test_before_the_change(earns: int, amount: int) -> None:
    found = off(date(2025, 6, 2), date(2025, 6, 8), earns=earns)
    assert found.amount() == Money(amount)
    assert {day.why_not for day in found.days} == ({"waiting day", ""} if amount else {"earned less than the limit"})


def test_waiting_days_are_served_once_in_a_linked_run() -> None:
    earlier = Period(date(2025, 6, 2), date(2025, 6, 5))
    assert off(date(2025, 7, 31), date(2025, 8, 3), earlier).amount(
        Period(date(2025, 7, 31), date(2025, 8, 3))
    ) == Money(47_50)
    assert off(date(2025, 8, 2), date(2025, 8, 5), earlier).amount(Period(date(2025, 8, 2), date(2025, 8, 5))) == NIL


def test_a_run_linked_for_three_years_ends_before_the_change() -> None:
    spells = [
        Period(date(2023, 4, 10) + timedelta(days=56 * n), date(2023, 4, 13) + timedelta(days=56 * n))
        for n in range(20)
    ]
    found = sick_pay(Sickness(spells=tuple(spells), qualifying=WEEKDAYS, weekly_earnings=Fraction(20_000)))
    last = [day for day in found.days if day.day >= date(2026, 4, 10)]
    assert all(day.is_paid for day in last)
    early = [day for day in found.days if date(2023, 6, 5) <= day.day < date(2026, 4, 6)]
    assert all(day.is_paid for day in early)


def test_the_three_years_are_applied_to_days_before_the_change_only() -> None:
    own = OwnFigure(name=FLAT_RATE.name, first=date(2022, 1, 1), last=date(2023, 4, 5), text="99.35")
    spells = tuple(
        Period(date(2022, 9, 5) + timedelta(days=56 * n), date(2022, 9, 9) + timedelta(days=56 * n)) for n in range(26)
    )
    found = sick_pay(Sickness(spells=spells, qualifying=WEEKDAYS), [own])
    reasons = {day.why_not for day in found.days if day.day >= date(2025, 9, 5)}
    assert reasons == {"", "the spells have been linked for three years"}
    assert all(day.is_paid is (day.day >= date(2026, 4, 6)) for day in found.days if day.day >= date(2025, 9, 5))


# After it


@pytest.mark.parametrize(
    ("earns", "amount"), [(25_000, 123_25), (15_406, 123_25), (11_250, 90_00), (11_251, 90_01), (None, 123_25)]
)
def test_eighty_per_cent_of_earnings_up_to_the_flat_rate(earns: int | None, amount: int) -> None:
    found = off(date(2026, 4, 13), date(2026, 4, 17), earns=earns)
    assert found.amount() == Money(amount)
    assert all(day.is_paid for day in found.days)


def test_one_day_is_enough_and_there_is_no_waiting() -> None:
    found = off(date(2026, 4, 13), date(2026, 4, 13))
    assert found.amount() == Money(24_65)
    assert str(found.why[-1]) == "1 day at £24.6500."
    assert "80% of a week's earnings: £160.00" in str(found.why[1])


# Over it


def test_who_was_entitled_before_the_change_keeps_the_flat_rate_until_the_return() -> None:
    kept = off(date(2026, 3, 30), date(2026, 4, 10), earns=13_000)
    assert kept.amount(Period(date(2026, 4, 6), date(2026, 4, 10))) == Money(123_25)
    assert off(date(2026, 4, 13), date(2026, 4, 17), earns=13_000).amount() == Money(104_00)


def test_who_earned_too_little_is_paid_80_per_cent_from_the_change() -> None:
    found = off(date(2026, 3, 30), date(2026, 4, 10), earns=10_000)
    assert [day.is_paid for day in found.days] == [False] * 5 + [True] * 5
    assert found.amount() == Money(80_00)


def test_waiting_ends_with_the_change() -> None:
    found = off(date(2026, 4, 3), date(2026, 4, 7))
    assert [(day.day.day, day.is_paid) for day in found.days] == [(3, False), (6, True), (7, True)]


def test_sickness_too_short_before_the_change_counts_from_it() -> None:
    found = off(date(2026, 4, 5), date(2026, 4, 7), earns=10_000)
    assert [day.day.day for day in found.days] == [6, 7]
    assert found.amount() == Money(32_00)


# Limits and links


def test_28_weeks_are_paid_and_no_more() -> None:
    found = off(date(2026, 4, 13), date(2026, 11, 27))
    assert len(found.paid_days()) == 140
    assert found.days[-1].why_not == "28 weeks have been paid"
    assert off(date(2026, 4, 13), date(2026, 4, 17), days_paid_before=138).amount() == Money(49_30)


def test_days_paid_before_count_for_the_first_run_only() -> None:
    earlier = Period(date(2026, 4, 13), date(2026, 4, 13))
    found = off(date(2026, 8, 3), date(2026, 8, 3), earlier, days_paid_before=140)
    assert [day.is_paid for day in found.days] == [False, True]


def test_spells_56_days_apart_are_linked_and_touching_ones_are_one() -> None:
    first = Period(date(2026, 4, 13), date(2026, 4, 14))
    next_day, linked, apart = (
        Period(first.last + timedelta(days=gap + 1), first.last + timedelta(days=gap + 1)) for gap in (0, 56, 57)
    )
    assert linked_runs([next_day, first]) == ((Period(first.first, next_day.last),),)
    assert linked_runs([linked, first]) == ((first, linked),)
    assert linked_runs([first, apart]) == ((first,), (apart,))


def test_a_spell_is_four_days_before_the_change_and_one_after() -> None:
    assert is_spell(Period(date(2026, 3, 29), date(2026, 4, 1)))
    assert not is_spell(Period(date(2026, 3, 30), date(2026, 4, 1)))
    assert is_spell(Period(date(2026, 4, 3), date(2026, 4, 6)))
    assert is_spell(Period(date(2026, 4, 6), date(2026, 4, 6)))


def test_qualifying_days() -> None:
    assert qualifying_weekdays(agreed=[0, 3], contracted=[1]) == {0, 3}
    assert qualifying_weekdays(contracted=[1]) == {1}
    assert qualifying_weekdays() == {2}
    assert qualifying_weekdays(nobody_works=[2, 6]) == {0, 1, 3, 4, 5}


def test_without_qualifying_days_nothing_is_due() -> None:
    assert daily_rate(Fraction(12_325), 0) == 0
    found = sick_pay(Sickness(spells=(Period(date(2026, 5, 4), date(2026, 5, 8)),), qualifying=frozenset()))
    assert (found.days, found.amount(), found.why) == ((), NIL, ())


def test_a_year_beyond_the_figures_is_refused() -> None:
    with pytest.raises(FigureNotKnown, match="weekly rate of Statutory Sick Pay for 6 April 2027"):
        off(date(2027, 4, 5), date(2027, 4, 9))


SPELLS = st.tuples(st.integers(0, 300), st.integers(0, 40)).map(
    lambda pair: Period(
        date(2025, 10, 1) + timedelta(days=pair[0]), date(2025, 10, 1) + timedelta(days=pair[0] + pair[1])
    )
)
QUALIFYING = st.frozensets(st.integers(0, 6), min_size=1)


@given(SPELLS, QUALIFYING, st.integers(0, 30_000), st.integers(0, 5_000))
def test_more_earnings_never_mean_less_sick_pay(
    spell: Period, qualifying: frozenset[int], pence: int, more: int
) -> None:
    less, rest = (
        sick_pay(Sickness(spells=(spell,), qualifying=qualifying, weekly_earnings=Fraction(earnings)))
        for earnings in (pence, pence + more)
    )
    after = Period(max(date(2026, 4, 6), spell.first), max(date(2026, 4, 6), spell.last))
    assert less.amount(after) <= rest.amount(after)


@given(SPELLS, QUALIFYING, st.integers(0, 40))
def test_paying_it_in_two_parts_adds_at_most_a_penny(spell: Period, qualifying: frozenset[int], cut: int) -> None:
    found = sick_pay(Sickness(spells=(spell,), qualifying=qualifying, weekly_earnings=Fraction(14_000)))
    middle = spell.first + timedelta(days=cut)
    if middle >= spell.last:
        return
    parts = found.amount(Period(spell.first, middle)) + found.amount(Period(middle + timedelta(days=1), spell.last))
    assert found.amount() <= parts <= found.amount() + Money(1)


@given(st.lists(SPELLS, min_size=1, max_size=6), QUALIFYING)
def test_the_order_of_spells_does_not_matter(spells: list[Period], qualifying: frozenset[int]) -> None:
    forth, back = (sick_pay(Sickness(spells=tuple(order), qualifying=qualifying)) for order in (spells, spells[::-1]))
    assert forth == back
    assert all(
        len([day for day in forth.paid_days() if any(day.day in spell for spell in run)]) <= 28 * len(qualifying)
        for run in linked_runs(spells)
    )


# Earnings


def test_weekly_earnings_are_never_rounded() -> None:
    assert from_weeks(Money(100_01), 8) == Fraction(10_001, 8)
    assert from_months(Money(2_600_00), 2) == 30_000
    assert from_days(Money(600_00), 43) == Fraction(60_000 * 7, 43)


def test_the_relevant_period() -> None:
    fridays = [date(2026, 1, 2) + timedelta(weeks=number) for number in range(20)]
    assert relevant_period(fridays, first_sick_on=date(2026, 4, 13)) == Period(date(2026, 2, 14), date(2026, 4, 10))
    assert relevant_period(fridays[10:], first_sick_on=date(2026, 4, 13)) == Period(fridays[10], date(2026, 4, 10))
    with pytest.raises(NoPaydayBefore, match=r"from the contract instead\."):
        relevant_period(fridays, first_sick_on=date(2026, 1, 2))


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 1, 21), date(2026, 3, 20), 2),
        (date(2026, 2, 6), date(2026, 4, 5), 2),
        (date(2026, 1, 16), date(2026, 3, 16), 3),
        (date(2026, 1, 17), date(2026, 3, 15), 1),
        (date(2025, 12, 1), date(2026, 1, 31), 2),
        (date(2026, 3, 1), date(2026, 3, 31), 1),
        (date(2026, 3, 1), date(2026, 3, 15), 0),
    ],
)
def test_months_are_counted_by_their_larger_part(first: date, last: date, months: int) -> None:
    assert whole_months(first, last) == months
