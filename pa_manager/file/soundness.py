"""Whether a holder's file is whole. Looking never changes it."""

from contextlib import closing
from pathlib import Path

from pa_manager.file.database import MARK, PAGE, DatabaseDamaged, Key, connect

SMALLEST = 5 * PAGE
_STRETCH = 1 << 20
_SECTOR = 512


def looks_like_ours(path: Path) -> bool:
    """Return whether a file begins as every holder's file does."""
    with path.open("rb") as file:
        return file.read(len(MARK)) == MARK


def is_blank(path: Path) -> bool:
    """Return whether a file holds nothing, or nothing but noughts."""
    with path.open("rb") as file:
        return not any(any(stretch) for stretch in iter(lambda: file.read(_STRETCH), b""))


def has_a_blank_sector(path: Path) -> bool:
    """Return whether a sector holds noughts alone, as failing disks leave them. What is encrypted never does."""
    blank, tail = bytes(_SECTOR), b""
    with path.open("rb") as file:
        for stretch in iter(lambda: file.read(_STRETCH), b""):
            if blank in tail + stretch:
                return True
            tail = stretch[-_SECTOR:]
    return False


def faults(path: Path, key: Key) -> str:
    """Return what is wrong with a file when all of it is read; nothing if it is whole."""
    if has_a_blank_sector(path):
        return "part of it is blank"
    try:
        with closing(connect(path, key)) as database:
            seals = database.execute("PRAGMA cipher_integrity_check").fetchall()
            order = database.execute("PRAGMA integrity_check").fetchall()
    except DatabaseDamaged as error:
        return str(error)
    found = [row[0] for row in (*seals, *order) if row[0] != "ok"]
    return "; ".join(found)
