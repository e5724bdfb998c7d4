"""Workplace pensions."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_manager.law.pay_periods import Frequency
from pa_manager.law.pension import (
    Relief,
    Scheme,
    Standing,
    assess,
    contributions,
    next_re_enrolment,
    opt_out_ends,
    postponed_to_at_latest,
)
from pa_manager.values.money import NIL, Money

PAID_ON = date(2026, 5, 29)


@pytest.mark.parametrize(
    ("earnings", "born_on", "found"),
    [
        (768_00, date(1990, 1, 1), Standing.NON_ELIGIBLE),
        (768_01, date(1990, 1, 1), Standing.ELIGIBLE),
        (480_00, date(1990, 1, 1), Standing.ENTITLED),
        (480_01, date(1990, 1, 1), Standing.NON_ELIGIBLE),
        (900_00, date(2004, 5, 30), Standing.NON_ELIGIBLE),
        (900_00, date(2004, 5, 29), Standing.ELIGIBLE),
        (900_00, date(1960, 4, 5), Standing.NON_ELIGIBLE),
        (900_00, date(2010, 5, 30), Standing.OUTSIDE),
        (900_00, date(1951, 5, 29), Standing.OUTSIDE),
    ],
    ids=[
        "at the trigger",
        "above it",
        "at the lower level",
        "above it too",
        "not yet 22",
        "22",
        "State Pension age",
        "under 16",
        "75",
    ],
)
def test_where_a_worker_stands(earnings: int, born_on: date, found: Standing) -> None:
    told = assess(Money(earnings), born_on=born_on, frequency=Frequency.FOUR_WEEKLY, paid_on=PAID_ON)
    assert told.standing is found
    assert str(told.why[2]).startswith(f"{'More' if earnings > 768_00 else 'Not more'} than the trigger: £768.00")
    assert found.duty.endswith(".")


def test_relief_at_source_is_four_fifths_from_pay() -> None:
    found = contributions(
        Money(1_520_00), scheme=Scheme(relief=Relief.AT_SOURCE), frequency=Frequency.MONTHLY, paid_on=PAID_ON
    )
    assert (found.pensionable, found.employer, found.employee, found.tax_relief) == (
        Money(1_000_00),
        Money(30_00),
        Money(40_00),
        Money(10_00),
    )
    assert [str(line).split(" (")[0] for line in found.why] == [
        "Qualifying earnings, from £520.00 to £4,189.00: £1,000.00",
        "Employer: 3%: £30.00",
        "Worker: 5%, tax relief counted in: £50.00",
        "Of which the scheme claims as tax relief: £10.00.",
    ]


def test_a_scheme_may_ask_for_more_and_of_all_pay() -> None:
    scheme = Scheme(relief=Relief.NET_PAY, employer=Fraction(4, 100), worker=Fraction(6, 100), on_all_pay=True)
    found = contributions(Money(1_000_00), scheme=scheme, frequency=Frequency.MONTHLY, paid_on=PAID_ON)
    assert (found.employer, found.employee, found.tax_relief) == (Money(40_00), Money(60_00), NIL)
    assert found.employee_gross == Money(60_00)


@given(st.integers(0, 600_000), st.integers(0, 50_000), st.sampled_from(list(Frequency)), st.sampled_from(list(Relief)))
def test_more_pay_never_pays_in_less(pence: int, more: int, frequency: Frequency, relief: Relief) -> None:
    less, rest = (
        contributions(Money(pay), scheme=Scheme(relief=relief), frequency=frequency, paid_on=PAID_ON)
        for pay in (pence, pence + more)
    )
    assert less.employer <= rest.employer
    assert less.employee_gross <= rest.employee_gross
    assert rest.employee_gross <= Money(pence + more)


def test_the_days_that_matter() -> None:
    assert postponed_to_at_latest(date(2026, 6, 10)) == date(2026, 9, 10)
    assert opt_out_ends(joined_on=date(2026, 6, 1), told_on=date(2026, 6, 10)) == date(2026, 7, 9)
    assert next_re_enrolment(date(2020, 5, 1), after=date(2023, 5, 1)) == date(2026, 5, 1)
    assert next_re_enrolment(date(2024, 5, 1), after=date(2026, 1, 1)) == date(2027, 5, 1)
