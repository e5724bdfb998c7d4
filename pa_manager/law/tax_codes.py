"""Tax codes: what the letters and figures on a payslip tell the employer to do."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from math import ceil

from pa_manager.values.errors import UserError
from pa_manager.values.money import NIL, Money

_CODE = re.compile(
    r"(?P<nation>[SC])?"
    r"(?P<body>BR|NT|0T|D[0-3]|K(?P<minus>\d{1,6})|(?P<plus>\d{1,6})(?P<letter>[LMNT]))"
    r"(?:\s*/?\s*(?P<alone>W1/M1|W1M1|WK1/MTH1|W1|M1|X|WK1|MTH1))?"
)
_BLOCK = 500


class NotATaxCode(UserError):
    """The text cannot be read as a tax code."""


class Bands(Enum):
    """Whose bands and rates a code calls for."""

    REST = ""
    SCOTLAND = "S"
    WALES = "C"


class Treatment(Enum):
    """What a code does: give an allowance, add to the pay, tax it all at one rate, or not at all."""

    ALLOWANCE = "allowance"
    ADDED_PAY = "K"
    ONE_RATE = "one rate"
    NO_TAX = "NT"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxCode:
    """A tax code as it is applied.

    ``number`` is the allowance, or for K codes the amount added, in tens of pounds; for a single rate it is how
    many bands above the basic rate. ``alone`` marks a code that looks at each payment by itself (W1, M1, X).
    """

    text: str
    bands: Bands
    treatment: Treatment
    number: int = 0
    alone: bool = False

    def by_itself(self) -> TaxCode:
        """Return the same code on the week 1 or month 1 basis."""
        return replace(self, alone=True)

    def adjustment(self, *, number: int, a_year: int) -> Money:
        """Return the free pay of a code up to a week or month of the year; below nil for a K code.

        The number of the code is split into blocks of 500. The rest stands for ten pounds each and nine over,
        shared over the year and rounded up to the penny; each block for £5,000, shared and rounded likewise;
        the sum is taken once for each week or month. (HM Revenue and Customs, Taxable Pay Tables, manual method.)

        Example: the free pay of 1257L is £1,048.26 in month 1, and £241.92 in week 1.
        """
        if self.treatment not in {Treatment.ALLOWANCE, Treatment.ADDED_PAY} or self.number == 0:
            return NIL
        blocks, rest = divmod(self.number - 1, _BLOCK)
        pence = ceil(Fraction((10 * (rest + 1) + 9) * 100, a_year)) + blocks * ceil(Fraction(_BLOCK * 10 * 100, a_year))
        amount = Money(pence * number)
        return -amount if self.treatment is Treatment.ADDED_PAY else amount


def tax_code_from_text(text: str) -> TaxCode:
    """Return the tax code a person has typed.

    Example: ``s1257l m1`` is the Scottish code S1257L, which looks at each payment by itself.

    Raises:
        NotATaxCode: The text is no tax code.
    """
    found = _CODE.fullmatch(" ".join(text.upper().split()))
    if not found or (found["nation"] == "C" and found["body"] in {"D2", "D3"}):
        raise NotATaxCode("This is not a tax code. Type it as the payslip shows it, for example 1257L, BR or K45.")
    body, bands = found["body"], Bands(found["nation"] or "")
    if body == "NT":
        treatment, number = Treatment.NO_TAX, 0
    elif body[0] in "BD":
        treatment, number = Treatment.ONE_RATE, 0 if body == "BR" else int(body[1]) + 1
    elif found["minus"]:
        treatment, number = Treatment.ADDED_PAY, int(found["minus"])
    else:
        treatment, number = Treatment.ALLOWANCE, int(found["plus"] or "0")
    return TaxCode(
        text=f"{bands.value}{body}", bands=bands, treatment=treatment, number=number, alone=bool(found["alone"])
    )
