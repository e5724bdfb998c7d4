"""Keeps Python's own constants alive under PySide6 6.12.0.

That release gives back ``None``, ``True`` and ``False`` without counting them, so that before Python 3.12, where
they became immortal, the program dies after some thousands of calls ("none_dealloc: deallocating None").
PySide6 6.11.3 counts them well; once it is pinned this module can go.
"""

import ctypes
import sys
from typing import Final

import PySide6

_BROKEN: Final = "6.12.0"
_ENOUGH: Final = 1 << 40


def keep_constants() -> None:
    """Count so many owners of the constants that they outlive any run."""
    if PySide6.__version__ != _BROKEN or sys.version_info >= (3, 12):
        return
    for constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(constant)).value += _ENOUGH
