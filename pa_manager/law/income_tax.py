"""PAYE income tax: what is taken from one payment under a tax code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Final

from pa_manager.law.dated import Dated, Found, OwnFigure
from pa_manager.law.explained import Because
from pa_manager.law.kinds import MONEY, NotAFigure, percent_from_text, percent_said
from pa_manager.law.pay_periods import TaxPeriod
from pa_manager.law.tax_codes import Bands, NotATaxCode, TaxCode, Treatment
from pa_manager.values.money import NIL, Money

_KNOWN_TO: Final = date(2027, 4, 5)


@dataclass(frozen=True, slots=True)
class Band:
    """A band of taxable pay: up to a limit in whole pounds a year, or without one, and the rate within it."""

    limit: int | None
    rate: Fraction


class BandsKind:
    """The bands of a year, lowest first: ``20% to 37700; 40% to 125140; 45% above``."""

    _BAND = re.compile(r"(?P<rate>[\d.]+\s*%?)\s*(?:to\s*£?(?P<limit>[\d,]+)|(?P<above>above))", re.IGNORECASE)

    def read(self, text: str) -> tuple[Band, ...]:
        """Return the bands typed.

        Raises:
            NotAFigure: The text is no list of rising bands of which the last has no limit.
        """
        found = [self._BAND.fullmatch(part.strip()) for part in re.split(r"[;\n]", text) if part.strip()]
        bands = tuple(
            Band(int(band["limit"].replace(",", "")) if band["limit"] else None, percent_from_text(band["rate"]))
            for band in found
            if band
        )
        limits = [band.limit for band in bands[:-1] if band.limit is not None]
        if (
            not bands
            or len(bands) != len(found)
            or bands[-1].limit is not None
            or len(limits) != len(bands) - 1
            or limits != sorted(set(limits))
        ):
            raise NotAFigure(
                "This is not a list of tax bands. Type each rate with its limit, lowest first, for example "
                "20% to 37700; 40% to 125140; 45% above."
            )
        return bands

    def said(self, value: tuple[Band, ...]) -> str:
        """Return the bands in one line."""
        return "; ".join(
            f"{percent_said(band.rate)} {'above' if band.limit is None else f'to {band.limit}'}" for band in value
        )

    def words(self, value: tuple[Band, ...]) -> str:
        """Return the bands, each with the pay up to which it goes.

        Example: ``20% up to £37,700, 40% up to £125,140, 45% above``.
        """
        return ", ".join(
            f"{percent_said(band.rate)} {'above' if band.limit is None else f'up to £{band.limit:,}'}" for band in value
        )

    def sizes(self, value: tuple[Band, ...]) -> tuple[int, ...]:
        """Return the limits in pounds, then the rates in ten-thousandths."""
        return (
            *(band.limit for band in value if band.limit is not None),
            *(int(band.rate * 10_000) for band in value),
        )


BANDS: Final = BandsKind()


def _bands(*pairs: tuple[int, int], above: int) -> tuple[Band, ...]:
    return (*(Band(limit, Fraction(rate, 100)) for rate, limit in pairs), Band(None, Fraction(above, 100)))


REST_OF_UK_BANDS: Final = Dated(
    name="income tax bands for England and Northern Ireland",
    rule="The rates of income tax, and up to which pay in a year each one goes, after the tax-free part.",
    authority="Income Tax Act 2007, s. 6 and 10, with the Finance Act of the year",
    steps=((date(2023, 4, 6), _bands((20, 37_700), (40, 125_140), above=45)),),
    known_to=_KNOWN_TO,
    kind=BANDS,
)
WELSH_BANDS: Final = Dated(
    name="income tax bands for Wales",
    rule="The rates of income tax for tax codes with a C, and up to which pay in a year each one goes.",
    authority="Income Tax Act 2007, s. 6B, with the Senedd's Welsh rate resolution of the year",
    steps=((date(2023, 4, 6), _bands((20, 37_700), (40, 125_140), above=45)),),
    known_to=_KNOWN_TO,
    kind=BANDS,
)
SCOTTISH_BANDS: Final = Dated(
    name="income tax bands for Scotland",
    rule="The rates of income tax for tax codes with an S, and up to which pay in a year each one goes.",
    authority="Scotland Act 1998, s. 80C, with the Scottish rate resolution of the year",
    steps=(
        (date(2023, 4, 6), _bands((19, 2_162), (20, 13_118), (21, 31_092), (42, 125_140), above=47)),
        (date(2024, 4, 6), _bands((19, 2_306), (20, 13_991), (21, 31_092), (42, 62_430), (45, 125_140), above=48)),
        (date(2025, 4, 6), _bands((19, 2_827), (20, 14_921), (21, 31_092), (42, 62_430), (45, 125_140), above=48)),
        (date(2026, 4, 6), _bands((19, 3_967), (20, 16_956), (21, 31_092), (42, 62_430), (45, 125_140), above=48)),
    ),
    known_to=_KNOWN_TO,
    kind=BANDS,
)
PERSONAL_ALLOWANCE: Final = Dated(
    name="personal allowance",
    rule="What most people may earn in a year before they pay income tax.",
    authority="Income Tax Act 2007, s. 35; frozen by the Finance Act 2021, s. 5",
    steps=((date(2023, 4, 6), Money(12_570_00)),),
    known_to=_KNOWN_TO,
    kind=MONEY,
)

_OF_NATION: Final = {Bands.REST: REST_OF_UK_BANDS, Bands.SCOTLAND: SCOTTISH_BANDS, Bands.WALES: WELSH_BANDS}
_BASIC_BAND: Final = {Bands.REST: 0, Bands.SCOTLAND: 1, Bands.WALES: 0}
"""Where the basic rate stands among the bands: Scotland has a starter rate below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoFar:
    """Taxable pay and tax of earlier payments in the tax year, this employment and those on the P45."""

    pay: Money = NIL
    tax: Money = NIL


@dataclass(frozen=True, slots=True, kw_only=True)
class Tax:
    """The tax on one payment: what is taken now (given back, below nil), and what has been taken in the year."""

    in_period: Money
    to_date: Money
    taxable: Money
    capped: bool
    why: tuple[Because, ...]


def tax_on(
    pay: Money, *, code: TaxCode, period: TaxPeriod, before: SoFar | None = None, own: Iterable[OwnFigure] = ()
) -> Tax:
    """Return the income tax on one payment of taxable pay.

    The pay of the year so far, less the free pay of the code so far, down to whole pounds, is taxed in the bands
    so far; what was taken earlier comes off. A code with W1, M1 or X, and a 53rd week, look at the payment alone.
    Never is more taken than half the payment.
    (Income Tax (PAYE) Regulations 2003 (SI 2003/2682), reg. 23 to 28.)

    Example: £1,156.25 in month 1 of 2025-26 with 1257L: £107 is taxable at 20%, so the tax is £21.40.

    Raises:
        FigureNotKnown: This version does not know the bands for the day of payment.
        NotATaxCode: The year has no rate for a code such as SD3.
    """
    alone = code.alone or period.is_extra
    earlier = SoFar() if alone or before is None else before
    number = period.length if alone else period.number
    pay_to_date = earlier.pay + pay
    free = code.adjustment(number=number, a_year=period.a_year)
    taxable = pay_to_date - free
    pounds = max(taxable.pence // 100, 0)
    found = _OF_NATION[code.bands].found(period.paid_on, own)

    lines = list[Because]()
    if free != NIL:
        lines.append(Because(_free_said(code, number, period.a_year), abs(free)))
    if code.treatment is Treatment.NO_TAX:
        due = NIL
        lines.append(Because("No tax is taken under code NT", NIL))
    elif code.treatment is Treatment.ONE_RATE:
        rate = _single_rate(code, found.value)
        due = Money(floor(pounds * 100 * rate))
        lines.append(Because(f"{percent_said(rate)} of all pay, £{pounds:,}", due, found.authority, found.own))
    else:
        due = tax_in_bands(pounds, found.value, share=Fraction(number, period.a_year))
        lines.append(Because(f"Tax on £{pounds:,} in the bands so far", due, found.authority, found.own))
    wanted = due - earlier.tax
    most = Money(max(pay.pence // 2, 0))
    in_period = min(wanted, most)
    if earlier.tax != NIL:
        lines.append(Because("Less tax taken earlier in the year", earlier.tax))
    if in_period < wanted:
        lines.append(
            Because("No more than half of the pay may be taken", most, "SI 2003/2682, reg. 2 (overriding limit)")
        )
    return Tax(
        in_period=in_period,
        to_date=earlier.tax + in_period,
        taxable=Money(pounds * 100),
        capped=in_period < wanted,
        why=tuple(lines),
    )


def tax_in_bands(pounds: int, bands: tuple[Band, ...], *, share: Fraction = Fraction(1)) -> Money:
    """Return the tax on whole pounds of taxable pay, in the bands of a share of the year.

    The limit of each band for the share of the year is cut to four places of a pound, and the tax on all bands
    below the last is cut to five; which band is the last goes by its limit rounded up to the pound; the sum is
    cut to the penny. Cutting the tax below at five places is what HM Revenue and Customs' own test figures for
    Scotland call for: without it some come out a penny high.
    (HM Revenue and Customs, Specification for PAYE Tax Table Routines.)

    Example: £2,600 in month 1 with the Scottish bands of 2025-26 is £533.09, where exact sums would give £533.10.
    """
    limits = [
        (Fraction(floor(band.limit * share * 10_000), 10_000), band.rate) for band in bands if band.limit is not None
    ]
    passed = [(limit, rate) for limit, rate in limits if pounds > ceil(limit)]
    below = done = Fraction(0)
    for limit, rate in passed:
        below = Fraction(floor((below + (limit - done) * rate) * 100_000), 100_000)
        done = limit
    return Money(floor((below + (pounds - done) * bands[len(passed)].rate) * 100))


def yearly_tax(pay: Money, *, nation: Bands, day: date, own: Iterable[OwnFigure] = ()) -> Money:
    """Return the income tax of a whole year on pay that is somebody's only income, to forecast with.

    The allowance shrinks by £1 for each £2 above £100,000. (Income Tax Act 2007, s. 10, 23 and 35.)

    Example: £22,222.20 in 2025-26 in England: £1,930.40.

    Raises:
        FigureNotKnown: This version does not know the bands or the allowance for the day.
    """
    own = tuple(own)
    allowance = PERSONAL_ALLOWANCE.on(day, own)
    shrunk = max(allowance - Money(max(pay.pence - 100_000_00, 0) // 200 * 100), NIL)
    return tax_in_bands(max((pay - shrunk).pence // 100, 0), _OF_NATION[nation].on(day, own))


def bands_found(nation: Bands, day: date, own: Iterable[OwnFigure] = ()) -> Found[tuple[Band, ...]]:
    """Return the bands of a nation on a day, with their authority.

    Raises:
        FigureNotKnown: This version does not know the bands for the day.
    """
    return _OF_NATION[nation].found(day, own)


def _single_rate(code: TaxCode, bands: tuple[Band, ...]) -> Fraction:
    at = _BASIC_BAND[code.bands] + code.number
    if at >= len(bands):
        raise NotATaxCode(f"There is no rate for the code {code.text} in this tax year. Check it on the payslip.")
    return bands[at].rate


def _free_said(code: TaxCode, number: int, a_year: int) -> str:
    of_year = f"{'month' if a_year == 12 else 'week'} {number}"
    if code.treatment is Treatment.ADDED_PAY:
        return f"Added to the pay under {code.text} up to {of_year}"
    return f"Free pay under {code.text} up to {of_year}"
