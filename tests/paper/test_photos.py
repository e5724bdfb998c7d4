"""Photos as they are kept: upright, small, and with nothing of the phone in them."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pa_manager.paper.pages import pdf
from pa_manager.paper.photos import SIDE, NotAPhoto, PhotoTooBig, photo_from
from pa_manager.paper.style import photo
from tests.paper.reading import elements


def picture(size=(80, 40), kind="JPEG", mode="RGB", colour="teal", **more):
    out = BytesIO()
    Image.new(mode, size, colour).save(out, kind, **more)
    return out.getvalue()


def opened(content):
    return Image.open(BytesIO(content))


def from_a_phone(**tags):
    """A photo lying on its side, with where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = tags.get("turned", 6)
    exif[0x010F] = "Phone of Jean"
    exif.get_ifd(0x8825)[1] = "N"
    return picture((2000, 1000), exif=exif, comment=b"at home")


def test_a_photo_is_turned_upright_and_made_small():
    kept = opened(photo_from(from_a_phone()))
    assert (kept.format, kept.size) == ("JPEG", (SIDE // 2, SIDE))


def test_a_small_photo_is_not_blown_up():
    assert opened(photo_from(picture((80, 40)))).size == (80, 40)


def test_nothing_that_the_phone_wrote_is_left():
    kept = photo_from(from_a_phone())
    assert not opened(kept).getexif()
    assert b"Phone of Jean" not in kept
    assert b"at home" not in kept


@pytest.mark.parametrize(
    ("mode", "kind", "colour"),
    [("RGBA", "PNG", (0, 0, 0, 0)), ("LA", "PNG", (0, 0)), ("RGBA", "WEBP", (0, 0, 0, 0))],
)
def test_what_is_clear_becomes_white(mode, kind, colour):
    kept = opened(photo_from(picture(kind=kind, mode=mode, colour=colour)))
    assert kept.mode == "RGB"
    assert min(kept.getpixel((5, 5))) > 250


@pytest.mark.parametrize("mode", ["L", "1", "P", "I;16", "CMYK"])
def test_grey_and_other_kinds_of_picture_are_kept(mode):
    assert opened(photo_from(picture(mode=mode, colour=0, kind="JPEG" if mode == "CMYK" else "PNG"))).mode == "RGB"


def test_a_photo_of_60_megabytes_is_too_big():
    with pytest.raises(PhotoTooBig, match="larger than 20 MB"):
        photo_from(b"\xff\xd8\xff" + bytes(60_000_000))


@pytest.mark.parametrize("side", [8_500, 12_000, 20_000])
def test_a_small_file_that_unpacks_to_far_too_much_is_too_big(side):
    with pytest.raises(PhotoTooBig, match="too many dots"):
        photo_from(picture((side, side), kind="PNG", mode="1", colour=0))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "damaged or is no picture"),
        (b"%PDF-1.7", "a PDF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"GIF89a", "no picture"),
        (picture()[:200], "damaged"),
        (picture(kind="PNG")[:60], "damaged"),
    ],
)
def test_what_is_no_photo_is_said_in_one_sentence_and_a_way_out(content, told):
    with pytest.raises(NotAPhoto, match=told):
        photo_from(content)


WHOLE = {kind: picture((40, 40), kind=kind) for kind in ("JPEG", "PNG", "WEBP")}


@given(st.sampled_from(sorted(WHOLE)), st.integers(0, 900), st.binary(min_size=1, max_size=12))
def test_a_damaged_photo_is_kept_or_refused_and_never_fails_otherwise(kind, at, change):
    content = WHOLE[kind]
    at %= len(content)
    with suppress(NotAPhoto, PhotoTooBig):
        photo_from(content[:at] + change + content[at + len(change) :])


def test_on_paper_a_photo_is_round_and_says_whose_it_is():
    page = pdf("Page", "Page", [photo(picture((40, 80)), "Photo of Jean", 30)])
    assert [each.said for each in elements(page) if each.name == "Figure"] == ["Photo of Jean"]
