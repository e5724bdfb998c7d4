"""Photos of people: turned upright, made small, and freed of what a phone writes into them, before they are kept."""

import struct
import warnings
import zlib
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps

from pa_manager.values.errors import UserError

LARGEST: Final = 20_000_000
"""How many bytes a photo may have when it is chosen: the best telephones take fewer."""
MOST_DOTS: Final = 64_000_000
"""How many dots it may unpack to. A small file can hold a picture that fills the memory."""
SIDE: Final = 640
"""How many dots the longer side of a photo has, as it is kept."""

_KINDS: Final = ("JPEG", "PNG", "WEBP")
_DAMAGED: Final = (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, struct.error, zlib.error)


class NotAPhoto(UserError):
    """The file cannot be read as a photo."""


class PhotoTooBig(UserError):
    """The file has too many bytes, or unpacks to too many dots."""


def photo_from(content: bytes) -> bytes:
    """Return a photo as it is kept: upright, at most ``SIDE`` dots long and wide, a JPEG with nothing but the picture.

    Raises:
        NotAPhoto: It is no JPEG, PNG or WebP picture, or it is damaged.
        PhotoTooBig: It has more than 20 MB, or unpacks to more than 64 million dots.
    """
    if len(content) > LARGEST:
        raise PhotoTooBig("The photo is larger than 20 MB. Save it in a smaller size and choose that.")
    if content.startswith(b"%PDF"):
        raise NotAPhoto("That is a PDF, not a photo. Choose a picture that ends in .jpg or .png.")
    if content[4:8] == b"ftyp" and content[8:11] in {b"hei", b"hev", b"mif", b"avi"}:
        raise NotAPhoto("The photo is of a kind that cannot be read here (HEIC). Save it as .jpg and choose that.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _small(content)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise _too_many_dots() from error
    except _DAMAGED as error:
        raise NotAPhoto("The photo is damaged or is no picture. Choose one that ends in .jpg or .png.") from error


def _small(content: bytes) -> bytes:
    with Image.open(BytesIO(content), formats=_KINDS) as opened:
        if opened.width * opened.height > MOST_DOTS:
            raise _too_many_dots()
        opened.thumbnail((SIDE, SIDE))
        upright = ImageOps.exif_transpose(opened).convert("RGBA")
    clean = Image.new("RGB", upright.size, "white")
    clean.paste(upright, mask=upright)
    out = BytesIO()
    clean.save(out, "JPEG", quality=85)
    return out.getvalue()


def _too_many_dots() -> PhotoTooBig:
    return PhotoTooBig("The photo has too many dots to open here. Save it in a smaller size and choose that.")
