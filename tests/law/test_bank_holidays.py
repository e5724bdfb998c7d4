"""Bank holidays, as GOV.UK lists them."""

from datetime import date, timedelta

import pytest

from pa_manager.law.bank_holidays import Calendar, is_bank_holiday


def _listed(year, calendar):
    days = (date(year, 1, 1) + timedelta(days=number) for number in range(366))
    return [f"{day.day}/{day.month}" for day in days if day.year == year and is_bank_holiday(day, calendar)]


@pytest.mark.parametrize(
    ("year", "calendar", "days"),
    [
        (2025, Calendar.ENGLAND_AND_WALES, "1/1 18/4 21/4 5/5 26/5 25/8 25/12 26/12"),
        (2026, Calendar.ENGLAND_AND_WALES, "1/1 3/4 6/4 4/5 25/5 31/8 25/12 28/12"),
        (2027, Calendar.ENGLAND_AND_WALES, "1/1 26/3 29/3 3/5 31/5 30/8 27/12 28/12"),
        (2022, Calendar.SCOTLAND, "3/1 4/1 15/4 2/5 30/5 1/8 30/11 26/12 27/12"),
        (2025, Calendar.SCOTLAND, "1/1 2/1 18/4 5/5 26/5 4/8 1/12 25/12 26/12"),
        (2026, Calendar.NORTHERN_IRELAND, "1/1 17/3 3/4 6/4 4/5 25/5 13/7 31/8 25/12 28/12"),
    ],
)
def test_the_yearly_bank_holidays(year, calendar, days):
    """GOV.UK's lists, 2022 less the two days of that year's jubilee and funeral, spring moved back to its Monday."""
    assert _listed(year, calendar) == days.split()
