"""State Pension age, on which National Insurance and workplace pensions turn."""

from __future__ import annotations

from datetime import date
from typing import Final

from pa_manager.law.pay_periods import add_months

_SIXTY_SIX: Final = 66 * 12
_SIXTY_SEVEN: Final = 67 * 12
_SIXTY_EIGHT: Final = 68 * 12
_RISE_BEGINS: Final = date(1960, 4, 6)
_RISE_ENDS: Final = date(1961, 3, 6)
_NEXT_RISE: Final = date(1977, 4, 6)


def pension_age_reached_on(born_on: date) -> date:
    """Return the day somebody reaches State Pension age: 66, rising by months to 67, and later 68.

    Born between 6 April 1960 and 5 March 1961 it is 66 and a month more for each month of birth. Those born
    before 6 October 1954 reached it earlier, all of them before the years this program knows. For those born
    from 6 April 1977 to 5 April 1978 the Act sets single days a little before the 68th birthday.
    (Pensions Act 1995, Sch. 4, para. 1, as amended by the Pensions Acts 2007, 2011 and 2014.)

    Example: born on 1 July 1960, somebody reaches it on 1 October 2026, at 66 and 3 months.
    """
    if born_on < _RISE_BEGINS:
        return add_months(born_on, _SIXTY_SIX)
    if born_on < _RISE_ENDS:
        months = (born_on.year - 1960) * 12 + born_on.month - 4 + (born_on.day >= 6)
        return add_months(born_on, _SIXTY_SIX + months)
    return add_months(born_on, _SIXTY_SEVEN if born_on < _NEXT_RISE else _SIXTY_EIGHT)


def has_reached_pension_age(born_on: date, day: date) -> bool:
    """Return whether somebody has reached State Pension age on a day."""
    return pension_age_reached_on(born_on) <= day
