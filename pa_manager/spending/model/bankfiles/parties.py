"""Who was paid: the name inside what a bank writes, told from references, dates and codes."""

from __future__ import annotations

import re
from functools import lru_cache

_TAIL = re.compile(
    r"\s+(?:CD \d{4}.*|ON \d{1,2} [A-Z]{3}\b.*|[A-Z]{0,4}\d{5,}.*|\d{4}-\d\d-\d\d.*|REF(?:ERENCE)?\b.*"
    r"|(?:WAGES|INV(?:OICE)?|RETURNED PAYMENT|CREDIT NOTE|CLIENT CONTRIB\w*)\b.*)$",
    re.IGNORECASE,
)
_SANTANDER = re.compile(r".*?\b(?:TO|FROM)\s+(?P<name>.+?)(?:\s+REF(?:ERENCE)?\b.*|\s*,.*)?$", re.IGNORECASE)
_NATIONWIDE = re.compile(
    r"(?:Payment to|Transfer (?:from|to)|Direct debit|Standing order|Bank credit|Contactless Payment|Visa purchase)"
    r"\s+(?P<name>.+)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\b\d{3,}\b")
_NOT_LETTERS = re.compile(r"[^a-z0-9 ]+")


def tidy(text: str) -> str:
    """Return a text with its blanks collapsed, those of the web among them, and none at its ends."""
    return " ".join(text.split())


def party_in(text: str) -> str:
    """Return the name at the start of a text, without the reference, card or moment that follows it.

    Example: ``A OKONKWO 300000000000000025 WAGES 208215 10 05JUN26 09:25`` is of A OKONKWO.
    """
    words = tidy(text)
    return _TAIL.sub("", words).strip(" ,") or words


def padded_party(text: str) -> str:
    """Return the name of a text that is padded to a width: what stands before the first wide space."""
    return party_in(re.split(r"\s{2,}", text.strip())[0])


def santander_party(text: str) -> str:
    """Return the name in a phrase such as ``BILL PAYMENT VIA FASTER PAYMENT TO A OKONKWO REFERENCE WAGES``."""
    found = _SANTANDER.match(tidy(text))
    return tidy(found["name"]) if found else party_in(text)


def natwest_party(text: str) -> str:
    """Return the name among comma-joined parts; the first part of a card payment is the card."""
    parts = [part for part in map(tidy, text.lstrip(" '").split(",")) if part]
    if len(parts) > 1 and re.match(r"\d{4} \d\d[A-Z]{3}\d\d", parts[0]):
        return parts[1]
    return party_in(parts[0]) if parts else ""


def nationwide_party(kind: str, text: str) -> str:
    """Return the name that Nationwide writes behind the kind of payment."""
    found = _NATIONWIDE.match(tidy(kind))
    return tidy(found["name"]) if found else party_in(text)


@lru_cache(maxsize=10_000)
def payee_key(party: str) -> str:
    """Return what makes two payees the same: letters alone, without case or till numbers.

    Example: ``City Cars 4421`` and ``CITY CARS 1182`` are the same payee.
    """
    return tidy(_NUMBER.sub("", _NOT_LETTERS.sub(" ", party.casefold())))
