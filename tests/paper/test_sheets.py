"""Sheets of other sizes, photos in tables and beside words, and stories on one page."""

from io import BytesIO

import pikepdf
from PIL import Image

from pa_manager.paper.pages import A3_WIDE, A4_WIDE, one_page, pdf
from pa_manager.paper.style import Cell, beside, sentence, table
from tests.paper.reading import elements, text_of, unmarked


def photo():
    out = BytesIO()
    Image.new("RGB", (80, 60), "teal").save(out, "JPEG")
    return out.getvalue()


def pages(content):
    return [tuple(round(float(side)) for side in page.mediabox[2:]) for page in pikepdf.open(BytesIO(content)).pages]


def test_a_sheet_stays_as_it_lies_and_large_print_leaves_less_room():
    for sheet, size in ((A4_WIDE, (842, 595)), (A3_WIDE, (1191, 842))):
        for large in (False, True):
            whole = table(["A"], [["a"]], [sheet.width_mm(large=large)])
            assert pages(pdf("Title", "Foot", [whole], sheet=sheet, large=large)) == [size]
        assert sheet.width_mm(large=True) * 1.5 == sheet.width_mm()


def test_a_photo_in_a_table_and_beside_words_is_named():
    story = [
        table(["Who", "When"], [[Cell("Ada", photo=photo()), "9am"]], [40, 40], row_heads=True),
        beside(photo(), "Photo of Sam", 13, sentence("Sam comes.")),
        beside(None, "Photo of Kit", 13, sentence("Kit comes.")),
    ]
    content = pdf("Title", "Foot", story)
    assert [each.said for each in elements(content) if each.name == "Figure"] == ["Photo of Ada", "Photo of Sam"]
    assert "Kit comes." in text_of(content)
    assert not unmarked(content)


def test_a_story_is_made_to_fit_one_page_as_far_as_it_can_be():
    assert pages(one_page("Title", "Foot", [sentence("A line")] * 5)) == [(595, 842)]
    assert len(pages(one_page("Title", "Foot", [sentence("A line")] * 40))) == 1
    assert len(pages(one_page("Title", "Foot", [sentence("A line")] * 400))) > 1
