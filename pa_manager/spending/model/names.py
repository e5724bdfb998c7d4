"""Names as banks shorten them: whether a payee may be a person, a funder or a body that is known."""

from __future__ import annotations

import re
from typing import Final

from pa_manager.funding.model import ReturnLine

_WORDS = re.compile(r"[a-zà-öø-ÿŵŷ']+", re.IGNORECASE)
_COMMON: Final = frozenset(
    {"county", "council", "city", "borough", "district", "metropolitan", "royal", "london", "national", "health"}
    | {"care", "board", "trust", "integrated", "service", "services", "social", "adult", "direct", "payment", "the"}
)
_PATTERNS: Final = (
    (("hmrc",), ReturnLine.HMRC, "HMRC is in the name."),
    (("nest", "pension", "pensions"), ReturnLine.PENSION, "A pension is in the name."),
    (("payroll",), ReturnLine.PAYROLL_FEE, "“Payroll” is in the name."),
    (("insurance", "insure"), ReturnLine.INSURANCE, "“Insurance” is in the name."),
    (("homecare", "care agency", "nursing agency"), ReturnLine.AGENCY, "A care provider is in the name."),
    (("taxi", "taxis", "cars", "cabs", "trainline"), ReturnLine.TRANSPORT, "A taxi or train is in the name."),
    (("chemist", "pharmacy", "boots"), ReturnLine.EQUIPMENT, "A chemist is in the name."),
    (("dbs", "disclosure"), ReturnLine.RECRUITMENT, "A check of PAs is in the name."),
    (("training", "first aid"), ReturnLine.TRAINING, "“Training” is in the name."),
    (("account fee", "bank charge", "overdraft fee"), ReturnLine.BANK_CHARGES, "The bank charges for itself here."),
    (("cash", "atm"), ReturnLine.CASH, "Cash was taken out."),
)
_RETURNED = re.compile(r"\b(?:returned|reversal|reversed|unpaid|refused|rejected|bounced)\b", re.IGNORECASE)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, without figures and signs."""
    return tuple(word.casefold() for word in _WORDS.findall(text))


def may_be_person(payee: str, name: str) -> bool:
    """Return whether a payee may be a person: the surname, with the first name or its first letter.

    Example: ``A OKONKWO`` and ``OKONKWO ADA`` may be Ada Okonkwo; ``S OKONKWO`` may not.
    """
    parts, there = words_of(name), words_of(payee)
    if not parts or parts[-1] not in there:
        return False
    first = parts[0]
    others = [word for word in there if word != parts[-1] or first == parts[-1]]
    titles = {"mr", "mrs", "ms", "miss", "mx", "dr"}
    return all(word[:1] == first[:1] for word in others[:1] if word not in titles) or first in others


def may_be_funder(payee: str, funder: str) -> bool:
    """Return whether a payee may be a funder: the word that tells it from others is in both.

    Example: ``MIDSHIRE CC ADULT SC`` may be Midshire County Council.
    """
    telling = [word for word in words_of(funder) if word not in _COMMON and len(word) > 2]
    there = words_of(payee)
    return bool(telling) and all(word in there for word in telling[:1])


def line_by_name(text: str) -> tuple[ReturnLine, str] | None:
    """Return the line that a name speaks for, and why; nothing, if it speaks for none."""
    spaced = f" {' '.join(words_of(text))} "
    for names, line, why in _PATTERNS:
        if any(f" {name} " in spaced for name in names):
            return line, why
    return None


def says_returned(text: str) -> bool:
    """Return whether the bank's words say that a payment came back."""
    return bool(_RETURNED.search(text))
