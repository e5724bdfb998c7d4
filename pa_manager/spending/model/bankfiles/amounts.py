"""Amounts as banks write them, read into whole pence. No fraction of a penny is ever rounded away."""

from __future__ import annotations

import re
from typing import Final

from pa_manager.spending.model.bankfiles.findings import WarningCode

LIMIT: Final = 1_000_000_00
"""The largest amount that is believed of one line, in pence: one million pounds."""

_PLAIN = re.compile(r"(-?)(\d{1,9})(?:\.(\d{1,2}))?")
_FIGURES = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?")
_FIGURES_COMMA = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?")
_SIGNED = re.compile(
    r"(?P<open>\()?\s*(?P<before>[-+\u2212\u2013])?\s*(?:£|GBP)?\s*(?P<inside>[-+\u2212\u2013])?\s*"
    r"(?P<figures>\d[\d.,]*)\s*(?:GBP)?\s*(?P<after>[-+\u2212\u2013])?\s*(?P<side>CR|DR)?\s*(?P<close>\))?",
    re.IGNORECASE,
)
_MINUS = "-\u2212\u2013"


class NotAnAmount(ValueError):
    """The text is no amount that can be believed; ``code`` says in what way."""

    def __init__(self, code: WarningCode) -> None:
        super().__init__(code)
        self.code = code


def pence_of(text: str, *, comma: bool = False) -> int:
    """Return the pence an amount comes to; below nil for money out.

    Example: ``-£1,204.50``, ``(1204.50)``, ``1204.50-`` and ``1,204.50 DR`` are all -120450.

    Args:
        text: What the bank has written.
        comma: Whether the file writes ``1.204,50`` for ``1,204.50``.

    Raises:
        NotAnAmount: It is no amount, or one beyond belief.
    """
    if not comma and (plain := _PLAIN.fullmatch(text)):
        sign, pounds, rest = plain.groups()
        pence = int(pounds) * 100 + int((rest or "0").ljust(2, "0"))
        return _within(-pence if sign else pence)
    tidy = text.replace("\u00a0", " ").strip()
    found = _SIGNED.fullmatch(tidy)
    figures = found and (_FIGURES_COMMA if comma else _FIGURES).fullmatch(found["figures"])
    if not found or not figures or bool(found["open"]) != bool(found["close"]):
        raise NotAnAmount(WarningCode.AMOUNT_INVALID)
    signs = [sign for sign in (found["before"], found["inside"], found["after"]) if sign]
    out = (found["side"] or "").upper() == "DR" or bool(found["open"]) or any(sign in _MINUS for sign in signs)
    if len(signs) > 1 or (signs and (found["open"] or found["side"])):
        raise NotAnAmount(WarningCode.AMOUNT_INVALID)
    pounds = figures[1].replace("." if comma else ",", "")
    pence = int(pounds) * 100 + int((figures[2] or "0").ljust(2, "0"))
    return _within(-pence if out else pence)


def is_variant(text: str) -> bool:
    """Return whether a sign is written in a way other than a minus before the figures."""
    return bool(re.search(r"[\u2212\u2013()]|\d\s*[-+]\s*$|£\s*-|GBP\s*-|\b(?:CR|DR)\b", text, re.IGNORECASE))


def _within(pence: int) -> int:
    if abs(pence) > LIMIT:
        raise NotAnAmount(WarningCode.AMOUNT_OUT_OF_RANGE)
    return pence
