"""The round photo of somebody, and what stands in its place."""

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtGui import QColor

from pa_manager.shell.pieces.photos import Photo, initials


def jpeg(size=(60, 120)):
    out = BytesIO()
    Image.new("RGB", size, "#008080").save(out, "JPEG", quality=95)
    return out.getvalue()


@pytest.fixture
def photo(qtbot):
    photo = Photo("Jean Anne Pellow", 48)
    qtbot.addWidget(photo)
    photo.resize(photo.sizeHint())
    return photo


def test_without_a_photo_it_shows_the_initials_and_says_so(photo):
    assert not photo.has_photo
    assert photo.accessibleName() == "No photo of Jean Anne Pellow"
    assert initials("Jean Anne Pellow") == "JP"
    assert initials("Ada") == "A"


def test_without_a_name_it_shows_a_quiet_shape(photo):
    with_name = photo.grab().toImage()
    photo.show_photo(None, "")
    assert photo.accessibleName() == "No photo"
    assert photo.grab().toImage() != with_name


def test_with_a_photo_it_says_whose_it_is_and_shows_it_round(photo):
    photo.show_photo(jpeg(), "Photo of Jean Anne Pellow")
    image = photo.grab().toImage()
    assert photo.accessibleName() == "Photo of Jean Anne Pellow"
    assert QColor(image.pixelColor(24, 24)).green() > 100
    assert image.pixelColor(1, 1) != image.pixelColor(24, 24)


def test_what_cannot_be_read_leaves_the_initials(photo):
    photo.show_photo(b"no picture", "Jean")
    assert not photo.has_photo
    assert photo.accessibleName() == "No photo of Jean"
