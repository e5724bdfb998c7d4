"""The recovery code: twenty-five letters and figures on paper that open a file when its password is lost."""

import hashlib
import secrets

from pa_manager.values.errors import UserError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: nothing in it can be taken for something else."""

_ALIKE = str.maketrans("OIL", "011")
_GROUP = 5
_SYMBOLS = 24


class CodeMistyped(UserError):
    """What was typed cannot be a recovery code."""


def new_code() -> str:
    """Return a new code: 120 bits of chance, and a last letter that finds typing mistakes."""
    symbols = "".join(secrets.choice(ALPHABET) for _ in range(_SYMBOLS))
    return said_code(symbols)


def said_code(symbols: str) -> str:
    """Return a code as it is printed.

    Example: "ZT8DE-MZYVF-K94B8-2ARYV-FZG0Y".
    """
    whole = symbols + _check(symbols)
    return "-".join(whole[start : start + _GROUP] for start in range(0, len(whole), _GROUP))


def code_from_text(text: str) -> bytes:
    """Return what a typed code stands for. Spaces, dashes, small letters, and O for 0 do no harm.

    Raises:
        CodeMistyped: A letter is missing, doubled or wrong.
    """
    symbols = "".join(character for character in text.upper().translate(_ALIKE) if character in ALPHABET)
    if len(symbols) != _SYMBOLS + 1:
        raise CodeMistyped(
            f"A recovery code has 25 letters and figures, and this has {len(symbols)}."
            " Compare it with the printed page."
        )
    if _check(symbols[:_SYMBOLS]) != symbols[_SYMBOLS]:
        raise CodeMistyped("One letter or figure in the recovery code is wrong. Compare it with the printed page.")
    return symbols[:_SYMBOLS].encode()


def _check(symbols: str) -> str:
    return ALPHABET[hashlib.sha256(symbols.encode()).digest()[0] % len(ALPHABET)]
