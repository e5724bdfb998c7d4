"""Where the locked-up key lies inside the file: in two pages of the database that SQLite owns and never writes again.

SQLCipher keeps each page as cipher text, a vector of chance and a seal over both. Here the cipher text is the key
ring, in plain words, and vector and seal are made to fit. So SQLite finds two sound pages that belong
to a table of two long values, which nobody reads, and we can read the key ring before there is a key.
See ``packaging/decisions/encrypted-file.md``.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from pa_manager.file.database import MARK, PAGE, Key, connect
from pa_manager.file.keys import KeyRing

_KIND = b"PA Manager keys "
_VERSION = b"1\n"
_NUMBERS = (3, 4)
"""Page 1 is SQLite's own, page 2 the root of the table; the first long value lies on page 3, the second on page 4."""

_VECTOR = 16
_SEAL = 64
_TEXT = PAGE - _VECTOR - _SEAL
_LONG_VALUE = 4485
"""A value of this length fills the rest of exactly one page."""


class NoKeyRing(Exception):
    """Neither page holds a key ring."""


class NewerKeyRing(Exception):
    """The pages were written by a version of the program that does it another way."""


def lay_pages(path: Path, key: Key) -> None:
    """Begin a new database with the two pages. It must be the first thing ever done to it."""
    database = connect(path, key)
    try:
        database.execute("CREATE TABLE key_page (id INTEGER PRIMARY KEY, filler BLOB NOT NULL)")
        database.executemany("INSERT INTO key_page (filler) VALUES (zeroblob(?))", [(_LONG_VALUE,)] * len(_NUMBERS))
    finally:
        database.close()


def write_ring(path: Path, key: Key, ring: KeyRing) -> None:
    """Write the key ring onto both pages, one after the other: a power cut spoils one at most.

    No connection to the database may be open.
    """
    with path.open("r+b") as file:
        for number in reversed(_NUMBERS):
            file.seek((number - 1) * PAGE)
            file.write(_page(number, key, _text(ring)))
            file.flush()
            os.fsync(file.fileno())


def mend_pages(path: Path, key: Key, ring: KeyRing) -> None:
    """Write the key ring again if a power cut came between the two pages. No connection may be open."""
    if any(_ring(text) != ring for text in _texts(path)):
        write_ring(path, key, ring)


def read_ring(path: Path) -> KeyRing:
    """Return the key ring, the newer where the two pages differ.

    Raises:
        NoKeyRing: Neither page holds one.
        NewerKeyRing: A later version of the program has written them.
    """
    texts = _texts(path)
    rings = [ring for text in texts if (ring := _ring(text))]
    if rings:
        return max(rings, key=lambda ring: ring.changes)
    if any(text.startswith(_KIND) and not text.startswith(_KIND + _VERSION) for text in texts):
        raise NewerKeyRing
    raise NoKeyRing


def _texts(path: Path) -> list[bytes]:
    texts = []
    with path.open("rb") as file:
        for number in _NUMBERS:
            file.seek((number - 1) * PAGE)
            texts.append(file.read(_TEXT))
    return texts


def _text(ring: KeyRing) -> bytes:
    words = ring.to_json().encode()
    whole = _KIND + _VERSION + hashlib.sha256(words).hexdigest().encode() + b"\n" + words
    if len(whole) > _TEXT:
        raise ValueError("the key ring is longer than a page")
    return whole.ljust(_TEXT)


def _ring(text: bytes) -> KeyRing | None:
    head, _, words = text.removeprefix(_KIND + _VERSION).rstrip(b" ").partition(b"\n")
    if not text.startswith(_KIND + _VERSION) or hashlib.sha256(words).hexdigest().encode() != head:
        return None
    try:
        return KeyRing.from_json(words.decode())
    except ValueError:
        return None


def _page(number: int, key: Key, text: bytes) -> bytes:
    """Return a whole page that SQLCipher finds sound. Its first bytes come out as nought: no further page follows."""
    backwards = Cipher(algorithms.AES(key.secret), modes.ECB()).decryptor()  # noqa: S305 -- one block, undone by the vector
    vector = backwards.update(text[:_VECTOR]) + backwards.finalize()
    seal = hmac.digest(_seal_key(key), text + vector + struct.pack("<I", number), "sha512")
    return text + vector + seal


def _seal_key(key: Key) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", key.secret, bytes(byte ^ 0x3A for byte in MARK), 2, 32)
