"""Statutory Sick Pay: which days are paid, and how much, before and after 6 April 2026."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Final

from pa_manager.law.dated import Dated, OwnFigure
from pa_manager.law.explained import Because
from pa_manager.law.kinds import MONEY, PERCENT, percent_said
from pa_manager.law.pay_periods import add_years
from pa_manager.values.days import Period
from pa_manager.values.money import Money, total

_ACT: Final = "Social Security Contributions and Benefits Act 1992"
_REFORM: Final = date(2026, 4, 6)
_REFORM_ACT: Final = "Employment Rights Act 2025, provisions on Statutory Sick Pay, in force 6 April 2026"
_WAITING_DAYS: Final = 3
_SHORTEST_SPELL: Final = 4
_WEEKS: Final = 28
_YEARS_LINKED: Final = 3
_LINK: Final = timedelta(days=56)
_SATURDAY: Final = 5

FLAT_RATE: Final = Dated(
    name="weekly rate of Statutory Sick Pay",
    rule="The most that sick pay by law comes to in a week.",
    authority=f"{_ACT}, s. 157, with the up-rating order of the year",
    steps=(
        (date(2023, 4, 6), Money(109_40)),
        (date(2024, 4, 6), Money(116_75)),
        (date(2025, 4, 6), Money(118_75)),
        (date(2026, 4, 6), Money(123_25)),
    ),
    known_to=date(2027, 4, 5),
    kind=MONEY,
)
EARNINGS_TEST: Final = Dated(
    name="least weekly earnings for Statutory Sick Pay",
    rule="Until 5 April 2026 sick pay was only for those who earned this much. The law no longer asks for it.",
    ended=True,
    authority=f"{_ACT}, Sch. 11, para. 2(c), until 5 April 2026",
    steps=((date(2023, 4, 6), Money(123_00)), (date(2025, 4, 6), Money(125_00))),
    known_to=date(2026, 4, 5),
    kind=MONEY,
)
EARNINGS_SHARE: Final = Dated(
    name="share of earnings that Statutory Sick Pay may reach",
    rule="Sick pay is this share of usual pay, where that is less than the weekly rate.",
    authority=_REFORM_ACT,
    steps=((_REFORM, Fraction(80, 100)),),
    known_to=date(2027, 4, 5),
    kind=PERCENT,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sickness:
    """What is asked about sick pay: the spells, the qualifying days, and the earnings before the first spell.

    ``spells`` are the days of sickness in any order, whether worked days or not. ``qualifying`` are the weekdays
    that were agreed as qualifying days, Monday being 0. ``weekly_earnings`` is the average in pence, unrounded,
    before the first spell of a linked run. What was served or paid in a linked spell that is not among ``spells``
    is given in days.
    """

    spells: tuple[Period, ...]
    qualifying: frozenset[int]
    weekly_earnings: Fraction | None = None
    waiting_days_served: int = 0
    days_paid_before: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SickDay:
    """A qualifying day of sickness: whether it is paid, at which daily rate in pence, and why if it is not."""

    day: date
    daily_pence: Fraction
    why_not: str = ""

    @property
    def is_paid(self) -> bool:
        """Whether sick pay is due for the day."""
        return not self.why_not


@dataclass(frozen=True, slots=True, kw_only=True)
class SickPay:
    """The sick pay of one or more spells, day by day and by weeks that end on a Saturday."""

    days: tuple[SickDay, ...]
    why: tuple[Because, ...]

    def paid_days(self, within: Period | None = None) -> tuple[SickDay, ...]:
        """Return the days that are paid, those within some days where given."""
        return tuple(day for day in self.days if day.is_paid and (within is None or day.day in within))

    def weeks(self, within: Period | None = None) -> tuple[tuple[date, Money], ...]:
        """Return what is due for each week from Sunday to Saturday, by its Saturday, rounded up to the penny."""
        sums: dict[date, Fraction] = {}
        for day in self.paid_days(within):
            saturday = day.day + timedelta(days=(_SATURDAY - day.day.weekday()) % 7)
            sums[saturday] = sums.get(saturday, Fraction(0)) + day.daily_pence
        return tuple((saturday, Money(ceil(pence))) for saturday, pence in sorted(sums.items()))

    def amount(self, within: Period | None = None) -> Money:
        """Return what is due altogether. A week cut in two by a pay period may gain a penny."""
        return total(money for _, money in self.weeks(within))


def is_spell(days: Period) -> bool:
    """Return whether days of sickness are long enough to count as a period of incapacity for work.

    Four days in a row before 6 April 2026, one day from then on. Days before the change that run over it count if
    there are four altogether. (Social Security Contributions and Benefits Act 1992, s. 152, as amended.)

    Example: 29 March to 1 April 2026 counts, 30 March to 1 April 2026 does not; 6 April 2026 alone does.
    """
    return days.first >= _REFORM or _length(days) >= _SHORTEST_SPELL


def straddles_the_change(days: Period) -> bool:
    """Return whether sickness began under the rules before 6 April 2026 and went on under those after.

    (Employment Rights Act 2025, transitional provisions on Statutory Sick Pay.)

    Example: 5 to 7 April 2026 does.
    """
    return days.first < _REFORM <= days.last


def daily_rate(weekly_pence: Fraction, qualifying_days: int) -> Fraction:
    """Return the pence for one qualifying day: the week's divided by its qualifying days, cut to 4 places of a pound.

    (Statutory Sick Pay (General) Regulations 1982; HM Revenue and Customs' table of daily rates.)

    Example: £85.85 over 3 days is £28.6166.
    """
    if qualifying_days == 0:
        return Fraction(0)
    return Fraction(floor(weekly_pence * 100 / qualifying_days), 100)


def qualifying_weekdays(
    *, agreed: Iterable[int] = (), contracted: Iterable[int] = (), nobody_works: Iterable[int] = ()
) -> frozenset[int]:
    """Return the qualifying days of the week, Monday being 0.

    Those agreed; failing that those the contract asks for; failing that Wednesday, or where nobody works then,
    every day but those when nobody works. (Statutory Sick Pay (General) Regulations 1982, reg. 5.)

    Example: nothing agreed and no days in the contract: Wednesday.
    """
    if chosen := frozenset(agreed) or frozenset(contracted):
        return chosen
    never = frozenset(nobody_works)
    return frozenset({2}) if 2 not in never else frozenset(range(7)) - never


def linked_runs(spells: Sequence[Period]) -> tuple[tuple[Period, ...], ...]:
    """Return spells of sickness in runs: those no more than 8 weeks apart count as one.

    Days that touch are one spell; too short ones before 6 April 2026 are left out, but for days from then on.
    (Social Security Contributions and Benefits Act 1992, s. 152(3).)

    Example: spells to 14 June and from 10 July are one run.
    """
    runs: list[list[Period]] = []
    for spell in _joined(spells):
        counted = spell
        if not is_spell(spell):
            if spell.last < _REFORM:
                continue
            counted = Period(_REFORM, spell.last)
        if runs and counted.first - runs[-1][-1].last - timedelta(days=1) <= _LINK:
            runs[-1].append(counted)
        else:
            runs.append([counted])
    return tuple(tuple(run) for run in runs)


def sick_pay(sickness: Sickness, own: Iterable[OwnFigure] = ()) -> SickPay:
    """Return the Statutory Sick Pay for spells of sickness.

    Until 5 April 2026 the first three qualifying days of a run are not paid, and nothing is to those who earn less
    than the limit; from 6 April 2026 every qualifying day is, at the flat rate or 80% of earnings if that is less.
    Whoever was entitled before the change and is still off keeps the flat rate until the return to work. A run is
    paid for 28 weeks at most, and before the change for no more than three years from its first day (whether that
    still holds is not confirmed, so it is not applied from 6 April 2026).
    (Social Security Contributions and Benefits Act 1992, s. 151 to 163; Employment Rights Act 2025.)

    Example: Monday to Friday off in April 2026 on £112.50 a week: £90.00, which is 80%.

    Raises:
        FigureNotKnown: This version does not know a rate for one of the days.
    """
    own = tuple(own)
    days: list[SickDay] = []
    for number, run in enumerate(linked_runs(sickness.spells)):
        waiting = sickness.waiting_days_served if number == 0 else 0
        paid = sickness.days_paid_before if number == 0 else 0
        days += _days_of_run(run, sickness, waiting=waiting, paid=paid, own=own)
    return SickPay(days=tuple(days), why=_reasons(days, sickness, own))


def weekly_rate(
    *, day: date, weekly_earnings: Fraction | None, keeps_flat_rate: bool, own: Iterable[OwnFigure] = ()
) -> Fraction:
    """Return the pence of sick pay for a week: the flat rate, or from 6 April 2026 80% of earnings if that is less.

    Without known earnings it is the flat rate. (Social Security Contributions and Benefits Act 1992, s. 157.)

    Example: £112.50 earned a week: £90.00 in May 2026, £118.75 in May 2025 if the limit did not forbid it.

    Raises:
        FigureNotKnown: This version does not know the rate for the day.
    """
    flat = Fraction(FLAT_RATE.on(day, own).pence)
    if day < _REFORM or keeps_flat_rate or weekly_earnings is None:
        return flat
    return min(flat, weekly_earnings * EARNINGS_SHARE.on(day, own))


def _days_of_run(
    run: tuple[Period, ...], sickness: Sickness, *, waiting: int, paid: int, own: tuple[OwnFigure, ...]
) -> list[SickDay]:
    begun = run[0].first
    a_week = len(sickness.qualifying)
    earnings = sickness.weekly_earnings
    earns_too_little = begun < _REFORM and earnings is not None and earnings < EARNINGS_TEST.on(begun, own).pence
    days: list[SickDay] = []
    for spell in run:
        keeps = straddles_the_change(spell) and not earns_too_little
        for day in spell.days():
            if day.weekday() not in sickness.qualifying:
                continue
            why_not = ""
            if day < _REFORM and earns_too_little:
                why_not = "earned less than the limit"
            elif day < _REFORM and waiting < _WAITING_DAYS:
                waiting += 1
                why_not = "waiting day"
            elif day < min(_REFORM, add_years(begun, _YEARS_LINKED)) or day >= _REFORM:
                why_not = "" if paid < _WEEKS * a_week else "28 weeks have been paid"
                paid += not why_not
            else:
                why_not = "the spells have been linked for three years"
            rate = weekly_rate(day=day, weekly_earnings=earnings, keeps_flat_rate=keeps, own=own)
            days.append(SickDay(day=day, daily_pence=daily_rate(rate, a_week), why_not=why_not))
    return days


def _reasons(days: list[SickDay], sickness: Sickness, own: tuple[OwnFigure, ...]) -> tuple[Because, ...]:
    """Return the lines that explain sick pay: days not paid, then each daily rate and how often it was paid."""
    lines = list[Because]()
    reasons = [day.why_not for day in days if not day.is_paid]
    lines += [
        Because(f"{_days_said(reasons.count(why_not))} not paid: {why_not}", None, f"{_ACT}, s. 155 and Sch. 11")
        for why_not in dict.fromkeys(reasons)
    ]
    paid = [day for day in days if day.is_paid]
    for first in dict.fromkeys(FLAT_RATE.found(day.day, own) for day in paid):
        lines.append(Because("Flat rate for a week", first.value, first.authority, first.own))
    if sickness.weekly_earnings is not None and any(day.day >= _REFORM for day in paid):
        share = EARNINGS_SHARE.found(max(day.day for day in paid), own)
        most = Money(ceil(sickness.weekly_earnings * share.value))
        lines.append(Because(f"{percent_said(share.value)} of a week's earnings", most, share.authority, share.own))
    rates = [day.daily_pence for day in paid]
    lines += [Because(f"{_days_said(rates.count(rate))} at {_four_places(rate)}") for rate in dict.fromkeys(rates)]
    return tuple(lines)


def _four_places(pence: Fraction) -> str:
    tenthousandths = int(pence * 100)
    return f"£{tenthousandths // 10_000}.{tenthousandths % 10_000:04d}"


def _days_said(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _joined(spells: Sequence[Period]) -> list[Period]:
    """Return spells in order, those that touch or overlap made one."""
    joined: list[Period] = []
    for spell in sorted(spells):
        if joined and spell.first <= joined[-1].last + timedelta(days=1):
            joined[-1] = Period(joined[-1].first, max(joined[-1].last, spell.last))
        else:
            joined.append(spell)
    return joined


def _length(days: Period) -> int:
    return (days.last - days.first).days + 1
