"""The two pages that hold the keys."""

import hashlib

import pytest

from pa_manager.file import key_pages
from pa_manager.file.key_pages import NoKeyRing, lay_pages, read_ring, write_ring
from pa_manager.file.keys import KeyRing, new_key


@pytest.fixture
def laid(tmp_path, quick):
    path, key = tmp_path / "Jean.pam", new_key()
    lay_pages(path, key)
    return path, key


def test_a_ring_is_read_without_the_key(laid):
    path, key = laid
    ring = KeyRing().with_password(key, "blue kettle")
    write_ring(path, key, ring)
    assert read_ring(path) == ring


def test_of_two_rings_the_newer_counts(laid, monkeypatch):
    path, key = laid
    older = KeyRing().with_password(key, "blue kettle")
    newer = older.with_password(key, "green kettle")
    write_ring(path, key, newer)
    for number in (3, 4):
        with monkeypatch.context() as one_page:
            one_page.setattr(key_pages, "_NUMBERS", (number,))
            write_ring(path, key, older)
        assert read_ring(path) == newer
        write_ring(path, key, newer)


def test_a_ring_must_fit_its_page(laid):
    path, key = laid
    slot = KeyRing().with_password(key, "blue kettle").slots[0]
    with pytest.raises(ValueError, match="longer than a page"):
        write_ring(path, key, KeyRing((slot,) * 20))


def test_words_that_are_no_ring_are_no_ring(laid):
    path, _ = laid
    words = b'{"slots": 7}'
    page = b"PA Manager keys 1\n" + hashlib.sha256(words).hexdigest().encode() + b"\n" + words
    page = page.ljust(4016)
    content = bytearray(path.read_bytes())
    content[8192 : 8192 + len(page)] = page
    path.write_bytes(content)
    with pytest.raises(NoKeyRing):
        read_ring(path)
